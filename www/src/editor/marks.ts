import { type EditorState, type Range, RangeSetBuilder, StateEffect, StateField, Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Finding } from "../../../crate/wasm/api.d.ts";
import { judged, type Shown } from "../points/points.ts";

/** A finding where the text has it now. */
export interface Placed extends Shown {
  from: number;
  to: number;
}

/** Replaces all findings, after a check. */
export const mark = StateEffect.define<Shown[]>();

/** One finding is judged at last: its number is no longer being typed. */
export const settle = StateEffect.define<Placed>();

/**
 * The highlights (标记). Between two checks (while an input method composes, or a long text is typed in) they move with
 * the text, so it is the set itself that knows where a finding is.
 */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(mark)) {
        set = all(effect.value, transaction.newDoc.length);
      } else if (effect.is(settle)) {
        const { finding, was, from, to } = effect.value;
        set = set.update({
          filterFrom: from,
          filterTo: to,
          filter: (_from, _to, value) => value.spec.item?.finding !== finding,
          add: ranges({ finding, was, sign: judged(finding, was) }, from - finding.start, to - from),
          sort: true,
        });
      }
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The text as it was when it was checked (受检原文): what the places of the findings count in. */
const checked = StateField.define<Text>({
  create: () => Text.empty,
  update: (text, { effects, newDoc }) => (effects.some((effect) => effect.is(mark)) ? newDoc : text),
});

export const numberMarks = [marks, checked];

export function checkedText(state: EditorState): Text {
  return state.field(checked);
}

/** The marks of all findings, which come in text order: a large text has tens of thousands, and need not sort them. */
function all(items: Shown[], length: number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const item of items) {
    if (item.finding.end > length) continue;
    const [number, ...spots] = ranges(item);
    if (number) builder.add(number.from, number.to, number.value);
    spots.sort((a, b) => a.from - b.from);
    for (const { from, to, value } of spots) builder.add(from, to, value);
  }
  return builder.finish();
}

const NUMBER = (item: Shown) =>
  Decoration.mark({ class: `kn ${item.sign}${item.finding.exposed && item.sign !== "pending" ? " exposed" : ""}`, item });
const SPOT = Decoration.mark({ class: "spot" });

/** A mark over the whole number, and one over each place in it that a problem points at. */
function ranges(item: Shown, shift = 0, length = item.finding.end - item.finding.start): Range<Decoration>[] {
  const { finding, sign } = item;
  const from = finding.start + shift;
  if (length <= 0) return [];
  const out = [NUMBER(item).range(from, from + length)];
  if (sign === "pending" || length !== finding.end - finding.start) return out;
  for (const problem of finding.problems) {
    const whole = problem.start <= finding.start && problem.end >= finding.end;
    const inside = problem.start >= finding.start && problem.end <= finding.end && problem.start < problem.end;
    if (inside && !whole && problem.severity !== "hint") out.push(SPOT.range(problem.start + shift, problem.end + shift));
  }
  return out;
}

/** Every finding where the text has it now, in text order. */
export function placed(state: EditorState): Placed[] {
  const out: Placed[] = [];
  const length = state.doc.length;
  state.field(marks).between(0, length, (from, to, value) => {
    const item = value.spec.item as Shown | undefined;
    if (item) out.push({ ...item, from, to });
  });
  return out;
}

/** The finding at a place; at the border of two, the one that starts there. */
export function findingAt(state: EditorState, at: number): Placed | undefined {
  let found: Placed | undefined;
  state.field(marks).between(at, at, (from, to, value) => {
    const item = value.spec.item as Shown | undefined;
    if (item && (!found || from === at)) found = { ...item, from, to };
  });
  return found;
}

/** Where a finding is now, if it is still there. */
export function placeOf(state: EditorState, finding: Finding): Placed | undefined {
  return placed(state).find((item) => item.finding === finding);
}
