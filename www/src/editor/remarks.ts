import { type EditorState, Prec, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Notice, Problem } from "../../../crate/wasm/api.d.ts";
import { type Remark, remarks } from "../points/points.ts";
import { findingAt, type Placed } from "./marks.ts";

/** Replaces all remarks on notices, after a check. */
export const remark = StateEffect.define<Notice[]>();

/** A remark is chosen, to be shown with all its places; or none. */
export const choose = StateEffect.define<Problem | null>();

/** A place that a remark is about, where the text has it now. */
export interface Site extends Remark {
  from: number;
  to: number;
  /** The remark's own place, not one of those that it is related to. */
  own: boolean;
}

/** What there is at a place: a number, remarks on the notice, or both. */
export interface Spot {
  from: number;
  to: number;
  number: Placed | undefined;
  remarks: Remark[];
  /** The last of the near places that its remarks are about: what is told below it hides none of them. */
  last: number;
}

/**
 * The marks of what is missing or disagrees (公告的问题), as {@link marks} are those of the numbers: they move with the text
 * between two checks. They lie inside the marks of numbers, which therefore stay in one piece.
 */
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(remark)) continue;
      set = Decoration.set(ranges(effect.value, transaction.newDoc.length), true);
    }
    return set;
  },
  provide: (field) => Prec.high(EditorView.decorations.from(field)),
});

/** A remark at one of its places. */
interface Told extends Remark {
  own: boolean;
}

/** One mark a place: a hundred notices with the same number point at the same first one. */
function ranges(notices: Notice[], length: number): Range<Decoration>[] {
  const places = new Map<string, { from: number; to: number; told: Told[] }>();
  for (const remark of remarks(notices)) {
    [remark.problem, ...(remark.problem.related ?? [])].forEach(({ start, end }, index) => {
      if (start >= end || end > length) return;
      const name = `${start} ${end}`;
      const place = places.get(name) ?? { from: start, to: end, told: [] };
      place.told.push({ ...remark, own: index === 0 });
      places.set(name, place);
    });
  }
  return [...places.values()].map(({ from, to, told }) => {
    const own = told.filter((one) => one.own);
    const [heaviest] = (own.length > 0 ? own : told).sort(byWeight);
    return Decoration.mark({ class: `kp ${heaviest!.problem.severity}${own.length > 0 ? "" : " related"}`, told }).range(from, to);
  });
}

const CHOSEN = Decoration.mark({ class: "chosen" });

interface Choice {
  problem: Problem | undefined;
  set: DecorationSet;
}

const NOTHING: Choice = { problem: undefined, set: Decoration.none };

/** All places of the chosen remark, until the cursor goes elsewhere or the text changes. */
const choice = StateField.define<Choice>({
  create: () => NOTHING,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(choose)) continue;
      if (!effect.value) return NOTHING;
      const places = sitesOf(transaction.startState, effect.value);
      return { problem: effect.value, set: Decoration.set(places.map(({ from, to }) => CHOSEN.range(from, to)), true) };
    }
    return transaction.docChanged || transaction.selection ? NOTHING : value;
  },
  provide: (field) => Prec.highest(EditorView.decorations.from(field, ({ set }) => set)),
});

export const remarkMarks = [field, choice];

/** The remark that is chosen. */
export function chosen(state: EditorState): Problem | undefined {
  return state.field(choice).problem;
}

/** Every place of every remark where the text has it now, in text order. */
export function sites(state: EditorState, from = 0, to = state.doc.length): Site[] {
  const out: Site[] = [];
  state.field(field).between(from, to, (from, to, value) => {
    for (const told of value.spec.told as Told[]) out.push({ ...told, from, to });
  });
  return out;
}

/** The places of a remark, its own first. */
export function sitesOf(state: EditorState, problem: Problem): Site[] {
  const all = sites(state).filter((site) => site.problem === problem);
  return [...all.filter(({ own }) => own), ...all.filter(({ own }) => !own)];
}

/** A signature is as near to the text above it as this; further places are seldom on one screen. */
const NEAR = 400;

/** What there is at a place; at the border of two, what starts there. */
export function spotAt(state: EditorState, at: number): Spot | undefined {
  const number = findingAt(state, at);
  const touching = sites(state, at, at);
  const inside = touching.filter(({ from, to }) => from <= at && at < to);
  const here = inside.length > 0 || number ? inside : touching;
  const place = number ?? here[0];
  if (!place) return undefined;
  const told = new Map(here.map(({ notice, problem }) => [problem, { notice, problem }]));
  const { from, to } = place;
  const others = here.some(({ problem }) => problem.related?.length) ? sites(state).filter((site) => told.has(site.problem)) : [];
  const near = others.filter((site) => site.from >= to && site.from < to + NEAR);
  const last = Math.max(from, ...near.map((site) => site.from));
  return { from, to, number, remarks: [...told.values()].sort(byWeight), last };
}

const WEIGHT = { wrong: 0, doubtful: 1, hint: 2 };

function byWeight(a: Remark, b: Remark): number {
  return WEIGHT[a.problem.severity] - WEIGHT[b.problem.severity];
}
