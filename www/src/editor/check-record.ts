import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import type { Lang, Report } from "../../../crate/wasm/api.d.ts";
import { checkedText } from "./marks.ts";
import { deedsIn } from "./ticks.ts";
import type { Source } from "../report/account.ts";

/** A check of the text as it stands: what it found, and when. */
export interface Checked {
  report: Report;
  at: Date;
  lang: Lang;
}

/** Keeps the check of a text (核验记录); `undefined` when it failed. */
export const checked = StateEffect.define<Checked | undefined>();

/** The check of each text that is open. It says nothing about a text that has changed since. */
export const record = StateField.define<Checked | undefined>({
  create: () => undefined,
  update(before, { docChanged, effects }) {
    let after = docChanged ? undefined : before;
    for (const effect of effects) if (effect.is(checked)) after = effect.value;
    return after;
  },
});

/** What a report can be made from, if the text was checked as it stands. */
export function sourceOf(state: EditorState, file?: string): Source | undefined {
  const now = state.field(record);
  // Of no text there is nothing to say.
  return now && state.doc.length > 0 ? { ...now, text: checkedText(state).toString(), file, done: deedsIn(state) } : undefined;
}
