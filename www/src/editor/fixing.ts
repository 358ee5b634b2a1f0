import { isolateHistory } from "@codemirror/commands";
import type { EditorState, StateEffect, TransactionSpec } from "@codemirror/state";
import type { Finding, Rewrite, Suggestion } from "../../../crate/wasm/api.d.ts";
import { checkedText, type Placed, placed } from "./marks.ts";
import { isUnsound, type Shown } from "../points/points.ts";
import { type Change, deeds, type Was } from "./deeds.ts";
import type { Act } from "../words/words.ts";

/** What can be done to a number, in the order of the buttons. */
export const ACTS: readonly Act[] = ["fix", "mask"];

/**
 * The keys that do it at the cursor. Chat programs send by Ctrl+Enter, so no input method takes it for itself (as they do with
 * Ctrl+. and Ctrl+;), and browsers give it no meaning in a page.
 */
export const KEYS: Record<Act, string> = { fix: "Ctrl+Enter", mask: "Ctrl+Shift+Enter" };

/** A change inside one number, at the places where its check saw it. */
export type Edit = Pick<Suggestion, "start" | "end" | "replacement">;

export interface Wish {
  finding: Finding;
  edit: Edit;
}

/** The changes of writing that may be made without the original, the likeliest first. */
export function safe({ suggestions }: Finding): Suggestion[] {
  return suggestions.filter(({ certainty }) => certainty === "safe");
}

/** What might have been meant; only the original tells, so nothing here ever makes a change of it. */
export function likely({ suggestions }: Finding): Suggestion[] {
  return suggestions.filter(({ certainty }) => certainty === "compare");
}

/** What an act would do to a number, if it can do anything. */
export function editOf(finding: Finding, act: Act): Edit | undefined {
  if (act === "fix") return safe(finding)[0];
  // Masked is written over, never taken away.
  return finding.exposure?.replacement ? finding.exposure : undefined;
}

/** Which of all numbers are masked: those that nothing speaks against, or the others, of which a mask would hide the slip. */
export type Which = "sound" | "unsound";

/** The numbers an act can be done to; what is still being typed is left alone. */
export function wishes(numbers: Shown[], act: Act, which: Which = "sound"): Wish[] {
  return numbers.flatMap(({ finding, sign }) => {
    const edit = sign === "pending" || (act === "mask" && isUnsound(finding) !== (which === "unsound")) ? undefined : editOf(finding, act);
    return edit ? [{ finding, edit }] : [];
  });
}

/** Characters that only look like an ideograph and stand in no number that is put right itself. */
export function asides(rewrites: readonly Rewrite[], wanted: readonly Wish[]): Rewrite[] {
  const taken = wanted.map(({ edit }) => edit);
  return rewrites.filter(({ start, end }) => !taken.some((edit) => start < edit.end && edit.start < end));
}

/**
 * The one transaction that does it, a step of its own for undo; nothing where nothing can be done.
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

/** Sign by sign where there are as many as before, else what lies between the common start and the common end. */
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

/** How many units two texts share at the start, and of the rest at the end. */
export function common(a: string, b: string): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { head, tail };
}
