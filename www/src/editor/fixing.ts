import { isolateHistory } from "@codemirror/commands";
import type { EditorState, StateEffect, TransactionSpec } from "@codemirror/state";
import type { Finding, Rewrite } from "../../../crate/wasm/api.d.ts";
import { common, type Edit, type Wish } from "../points/acts.ts";
import type { Was } from "../points/points.ts";
import type { Act } from "../words/words.ts";
import { type Change, deeds } from "./deeds.ts";
import { checkedText, type Placed, placed } from "./marks.ts";

/**
 * The one transaction that carries it out, a step of its own for undo; none where nothing can be done.
 *
 * Only characters that differ are replaced, so the cursor keeps its place among those that stay. A number that is no longer
 * written as it was when it was checked, or an edit that reaches out of its number, is passed over.
 */
export function transactionOf(state: EditorState, wanted: Wish[], act: Act, also: readonly Rewrite[] = []): { spec: TransactionSpec; done: Finding[]; asides: number } | undefined {
  const edits = new Map(wanted.map(({ finding, edit }) => [finding, edit]));
  const done: Finding[] = [];
  const changes: Change[] = [];
  /** The same number by number, for the record: a mask of eight signs is one deed. */
  const whole: Change[] = [];
  for (const item of placed(state)) {
    const edit = edits.get(item.finding);
    const own = edit && changesOf(state, item, edit);
    if (!own || own.length === 0) continue;
    changes.push(...own);
    whole.push({ ...written(state, item, own), was: act === "mask" ? wasOf(item.finding) : undefined });
    done.push(item.finding);
  }
  // Their places are those of the checked text.
  const rewrites = state.doc.eq(checkedText(state)) ? also : [];
  for (const { start: from, end: to, replacement: insert } of rewrites) {
    changes.push({ from, to, insert });
    whole.push({ from, to, insert, aside: true });
  }
  if (changes.length === 0) return undefined;
  whole.sort((a, b) => a.from - b.from);
  return { done, asides: rewrites.length, spec: { changes, effects: deedsOf(state, act, whole), userEvent: `input.${act}`, annotations: isolateHistory.of("full") } };
}

/** What a number is judged before it is masked, where something speaks against it. */
function wasOf(finding: Finding): Was | undefined {
  const { verdict, problems } = finding;
  if (verdict !== "wrong" && verdict !== "doubtful") return undefined;
  return { verdict, messages: problems.filter(({ severity }) => severity !== "hint").map(({ message }) => message) };
}

function deedsOf(state: EditorState, act: Act, changes: Change[]): StateEffect<unknown>[] {
  return deeds(state, act === "fix" ? "fixed" : "masked", changes);
}

/** A number as its changes leave it. */
function written(state: EditorState, { from, to }: Placed, changes: Change[]): Change {
  let insert = "";
  let at = from;
  for (const change of changes) {
    insert += state.sliceDoc(at, change.from) + change.insert;
    at = change.to;
  }
  return { from, to, insert: insert + state.sliceDoc(at, to) };
}

function changesOf(state: EditorState, { finding, from, to }: Placed, { start, end, replacement }: Edit): Change[] {
  if (start < finding.start || end > finding.end || start > end) return [];
  if (state.sliceDoc(from, to) !== checkedText(state).sliceString(finding.start, finding.end)) return [];
  return differing(state.sliceDoc(from + start - finding.start, from + end - finding.start), replacement, from + start - finding.start);
}

/** Character by character where there are as many as before, else what lies between the common start and the common end. */
function differing(before: string, after: string, at: number): Change[] {
  if (before.length === after.length) {
    const signs = [...before];
    const others = [...after];
    if (signs.every((sign, index) => sign.length === others[index]?.length)) {
      return signs.flatMap((sign, index) => {
        const from = at;
        at += sign.length;
        return sign === others[index] ? [] : [{ from, to: at, insert: others[index]! }];
      });
    }
  }
  const { head, tail } = common(before, after);
  const [to, insert] = [before.length - tail, after.slice(head, after.length - tail)];
  return head === to && insert === "" ? [] : [{ from: at + head, to: at + to, insert }];
}
