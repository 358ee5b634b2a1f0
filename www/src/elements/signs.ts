import type { Severity } from "../../../crate/wasm/api.d.ts";
import type { Picture, Sign, Words } from "../words/words.ts";
import { h } from "./elements.ts";

/** A verdict or a weight in its word, its shape and its colour. */
export function signWord(sign: Sign | Severity | "exposed", words: Words): HTMLElement {
  return signed(sign, wordOf(sign, words));
}

/** The word of a verdict or a weight. */
export function wordOf(sign: Sign | Severity | "exposed", words: Words): string {
  return sign === "exposed" ? words.exposed : sign === "hint" ? words.hint : words.sign[sign];
}

/** A word with its shape and its colour before it. */
export function signed(shape: Picture, word: string): HTMLElement {
  return h("span", `sign ${shape}`, picture(shape), h("span", "word", word));
}

const SVG = "http://www.w3.org/2000/svg";

/** A shape for each sign, so that none is recognised by colour alone. */
const SHAPES: Record<Picture, string> = {
  wrong: "M4 4l8 8M12 4l-8 8",
  doubtful: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12v.6",
  plausible: "M8 8m-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0",
  verified: "M3.5 8.5l3 3 6-7",
  pending: "M4 8h.1M8 8h.1M12 8h.1",
  sure: "M3 13v-3M8 13V6.5M13 13V3",
  likely: "M3 13v-3M8 13V6.5M13 13h.1",
  weak: "M3 13v-3M8 13h.1M13 13h.1",
  hint: "M8 7.5v4.5M8 4v.1",
  exposed: "M2 8s2.4-4 6-4 6 4 6 4-2.4 4-6 4-6-4-6-4zM8 8m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0",
};

/** The small picture of a sign; there is always a word beside it, so it is hidden from screen readers. */
export function picture(sign: Picture): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `picture ${sign}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[sign]);
  svg.append(path);
  return svg;
}
