import { h } from "../elements/elements.ts";
import type { Words } from "../words/words.ts";
import { common } from "./acts.ts";

/** One place of two numbers that stand beside each other; `undefined` where one of them has nothing. */
export interface Cell {
  old: string | undefined;
  may: string | undefined;
}

/** Two numbers, place by place (逐位对照): where one has more, the other has gaps. */
export function aligned(old: string, may: string): Cell[] {
  const { head, tail } = common(old, may);
  const middle = [old, may].map((value) => [...value.slice(head, value.length - tail)]) as [string[], string[]];
  const same = (part: string): Cell[] => [...part].map((sign) => ({ old: sign, may: sign }));
  const width = Math.max(middle[0].length, middle[1].length);
  return [
    ...same(old.slice(0, head)),
    ...Array.from({ length: width }, (_, at) => ({ old: middle[0][at], may: middle[1][at] })),
    ...same(old.slice(old.length - tail)),
  ];
}

/** What stands for a sign that is not there: as wide as one. */
const GAP = "_";

/** The number as printed and as it might be, one below the other, and digit by digit for readers of the screen. */
export function comparison(old: string, may: string, words: Words): HTMLElement[] {
  const cells = aligned(old, may);
  const line = (what: "old" | "may") =>
    h(
      "code",
      what,
      ...cells.map((cell) => {
        const sign = cell[what];
        if (cell.old === cell.may) return sign ?? "";
        return h("b", sign === undefined ? "differs gap" : "differs", sign ?? GAP);
      }),
    );
  const pair = h("div", "pair", h("span", "", words.printed), line("old"), h("span", "", words.meant), line("may"));
  // Cut into places it would be read as so many words, and whole as quadrillions.
  pair.setAttribute("aria-hidden", "true");
  return [pair, h("p", "unseen", words.aloud(digits(old), digits(may)))];
}

/** A number to be read digit by digit. */
export function digits(value: string): string {
  return [...value].join(" ");
}
