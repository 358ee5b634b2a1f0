import { StateEffect, StateField } from "@codemirror/state";
import type { Lang, Report } from "../../../crate/wasm/api.d.ts";

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
