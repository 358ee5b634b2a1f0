import { invertedEffects } from "@codemirror/commands";
import { type EditorState, type Extension, type Range, RangeSet, RangeValue, StateEffect, StateField, type Transaction } from "@codemirror/state";
import type { Was } from "../points/points.ts";
import type { How } from "../words/words.ts";

/** A deed at a place of the text; at half-open UTF-16 offsets. */
export interface Deed {
  from: number;
  to: number;
  how: How;
  /** What was put right, as `O → 0`, if it is short enough to give away nothing. */
  what?: string | undefined;
  was?: Was | undefined;
}

/**
 * A deed as it is kept: with the characters it left behind.
 *
 * It holds only as long as these characters are there. So no event is needed when a number is typed over, and undo
 * brings a tick back with the number that was ticked. Blanks, line ends and full width are no change of a number.
 */
class Kept extends RangeValue {
  // A deed does not grow with what is typed beside it; it goes when all of its text goes.
  override startSide = 1;
  override endSide = -1;

  constructor(
    readonly how: How,
    readonly left: string,
    readonly what: string | undefined,
    readonly was: Was | undefined,
  ) {
    super();
  }

  override eq(other: RangeValue): boolean {
    return other instanceof Kept && other.how === this.how && other.left === this.left && other.what === this.what && other.was === this.was;
  }
}

const add = StateEffect.define<Deed>({
  map: (deed, changes) => moved(deed, changes.mapPos(deed.from, 1), changes.mapPos(deed.to, -1)),
});
const drop = StateEffect.define<{ from: number; to: number }>({
  map: (place, changes) => moved(place, changes.mapPos(place.from, 1), changes.mapPos(place.to, -1)),
});
/** By undo: what a change has swept away or cut off at an end, with its characters as they were kept. */
const restore = StateEffect.define<Range<Kept>>({
  map: ({ from, to, value }, changes) => {
    const [start, end] = [changes.mapPos(from, 1), changes.mapPos(to, -1)];
    return start < end ? value.range(start, end) : undefined;
  },
});

function moved<P extends { from: number; to: number }>(place: P, from: number, to: number): P | undefined {
  return from < to ? { ...place, from, to } : undefined;
}

const field = StateField.define<RangeSet<Kept>>({ create: () => RangeSet.empty, update: after });

function after(before: RangeSet<Kept>, transaction: Transaction): RangeSet<Kept> {
  const { changes, newDoc, startState, effects } = transaction;
  let set = changes.empty ? before : before.map(changes);
  const added: Deed[] = [];
  const restored: Range<Kept>[] = [];
  for (const effect of effects) {
    if (effect.is(restore)) restored.push(effect.value);
    else if (effect.is(add)) added.push(effect.value);
    else if (effect.is(drop)) {
      const { from, to } = effect.value;
      set = set.update({ filterFrom: from, filterTo: to, filter: (start, end, { how }) => how !== "confirmed" || end <= from || to <= start });
    }
  }
  if (added.length === 0 && restored.length === 0) return set;
  const keep = (start: number, end: number, how: How, what?: string, was?: Was) => new Kept(how, bare(newDoc.sliceString(start, end)), what, was).range(start, end);
  // All in one go: a column of notices is masked at once.
  const old = new Set<Kept>();
  const fresh = restored;
  for (const { value } of restored) old.add(value);
  let held: Set<Kept> | undefined;
  for (const { from, to, how, what, was } of added) {
    fresh.push(keep(from, to, how, what, was));
    set.between(from, to, (start, end, value) => {
      if (old.has(value)) return;
      if (start === from && end === to && value.how === how) old.add(value);
      // A number that was compared with the original stays compared when the program masks it.
      else if (how === "masked" && value.how === "confirmed" && start < to && from < end && (held ??= holding(before, startState)).has(value)) {
        old.add(value);
        fresh.push(keep(start, end, value.how));
      }
    });
  }
  return set.update({ ...(old.size > 0 ? { filter: (_from, _to, value) => !old.has(value) } : {}), add: fresh, sort: true });
}

/** The deeds whose characters still stand where they were done. */
function holding(set: RangeSet<Kept>, state: EditorState): Set<Kept> {
  const out = new Set<Kept>();
  each(set, (from, to, value) => {
    if (bare(state.sliceDoc(from, to)) === value.left) out.add(value);
  });
  return out;
}

/** The record of what was done (处理记录). It belongs to a text: each text that is open has its own. */
export const done: Extension = [
  field,
  invertedEffects.of((transaction) => {
    const before = transaction.startState.field(field);
    // A tick alone is no step to be undone.
    if (transaction.changes.empty || before.size === 0) return [];
    const left = new Map<Kept, number>();
    each(after(before, transaction), (from, to, value) => void left.set(value, to - from));
    const gone: StateEffect<unknown>[] = [];
    each(before, (from, to, value) => {
      if (left.get(value) !== to - from) gone.push(restore.of(value.range(from, to)));
    });
    return gone;
  }),
];

/** A change of the text that puts something right or masks it. */
export interface Change {
  from: number;
  to: number;
  insert: string;
  /** What the number that it masks was judged. */
  was?: Was | undefined;
  /** It concerns no number, and is not recorded. */
  aside?: boolean;
}

/**
 * The effects that record changes, to go into the same transaction: `view.dispatch({ changes, effects: deeds(state, "masked",
 * changes) })`. The changes are in text order and do not overlap.
 */
export function deeds(state: EditorState, how: "fixed" | "masked", changes: readonly Change[]): StateEffect<unknown>[] {
  let shift = 0;
  return changes.flatMap(({ from, to, insert, was, aside }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    if (insert === "" || aside) return [];
    const what = how === "fixed" ? difference(state.sliceDoc(from, to), insert) : undefined;
    return [add.of({ from: start, to: start + insert.length, how, what, was })];
  });
}

/** The effect that ticks a number as compared with the original (已与原件核对), or takes the tick away. */
export function confirm(place: { from: number; to: number }, on: boolean): StateEffect<unknown> {
  const { from, to } = place;
  return on ? add.of({ from, to, how: "confirmed" }) : drop.of({ from, to });
}

const ORDER: How[] = ["fixed", "masked", "confirmed"];

/** Was anything done at all, whether or not it still holds? */
export function anyDone(state: EditorState): boolean {
  return state.field(field).size > 0;
}

/**
 * What was done about the number that stands at a place now, and still holds: one of each kind at most.
 *
 * A fix or a mask may be about a part of the number; a tick is about all of it, so it does not hold for a number that has
 * become longer or shorter.
 */
export function doneAt(state: EditorState, { from, to }: { from: number; to: number }): Deed[] {
  const found = new Map<How, Deed>();
  state.field(field).between(from, to, (start, end, { how, left, what, was }) => {
    const about = how === "confirmed" ? start === from && end === to : start < to && from < end;
    if (about && bare(state.sliceDoc(start, end)) === left) found.set(how, { from: start, to: end, how, what, was });
  });
  return ORDER.flatMap((how) => found.get(how) ?? []);
}

/** What a number that stands at a place now was judged before it was masked. */
export function wasAt(state: EditorState, place: { from: number; to: number }): Was | undefined {
  return anyDone(state) ? doneAt(state, place).find(({ how }) => how === "masked")?.was : undefined;
}

function each(set: RangeSet<Kept>, visit: (from: number, to: number, value: Kept) => void): void {
  for (const cursor = set.iter(); cursor.value; cursor.next()) visit(cursor.from, cursor.to, cursor.value);
}

/** A number without mere differences of writing: blanks, line ends, invisible characters, full width. */
function bare(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
}

/** A longer difference could give away most of a personal number. */
const SHORT = 4;

/** Where two writings differ, as `O → 0`. */
function difference(before: string, after: string): string | undefined {
  const [one, other] = [bare(before), bare(after)];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [was, is] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (was.length > SHORT || is.length > SHORT || was === is) return undefined;
  return `${was || "–"} → ${is || "–"}`;
}
