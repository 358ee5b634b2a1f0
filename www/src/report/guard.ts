import type { Finding } from "../../../crate/wasm/api.d.ts";

/** Keeps numbers of persons out of what is handed on (保护个人信息). */
export interface Guard {
  /** The number with its middle hidden. */
  number(value: string): string;
  /** A sentence without what a number of a person would give away; `own` if it is about such a number. */
  message(message: string, own: boolean): string;
}

/** Shorter runs of characters than this are in many numbers: years, days, amounts. */
const TELLING = 6;

export function guard(findings: readonly Finding[]): Guard {
  const values = findings.filter(({ exposed }) => exposed).map(({ value }) => value);
  const all = values.join(" ");
  const whole = new Set(values);
  const shown = new Set(values.map(hidden).flatMap((value) => value.split(/\*+/)));
  return {
    number: hidden,
    message(message, own) {
      // The birth date of a person stands in the middle of the number, which is hidden.
      const dated = own ? message.replace(DATE, (date) => date.replace(/\d/g, "*")) : message;
      return dated.replace(/[0-9A-Za-z]+/g, (run) => {
        const telling = run.length >= TELLING || (own && /\d{4}/.test(run));
        if (!telling || shown.has(run) || !all.includes(run)) return run;
        return whole.has(run) ? hidden(run) : "*".repeat(run.length);
      });
    },
  };
}

/** A day or a year as the core's sentences write it. */
const DATE = /\d{4}年(\d{1,2}月\d{1,2}日)?|\d{4}-\d{1,2}-\d{1,2}/g;

/** Of an identity number, the region and the last four stay; of anything shorter, less. At least two fifths are hidden. */
export function hidden(value: string): string {
  const all = [...value];
  const [front, back] = all.length >= 15 ? [6, all.length >= 18 ? 4 : 3] : all.length >= 10 ? [3, 4] : all.length >= 6 ? [2, 2] : [0, 0];
  return all.map((character, at) => (at < front || at >= all.length - back ? character : "*")).join("");
}
