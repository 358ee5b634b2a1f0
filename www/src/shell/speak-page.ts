import { setText } from "../elements/elements.ts";
import type { Words } from "../words/words.ts";

/** The strings that are plain words. */
type Plain = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

/** Puts the words where `index.html` asks for them: `data-text`, `data-title`, `data-label` name a string each. */
export function speakPage(words: Words): void {
  document.documentElement.lang = words.tag;
  document.title = words.title;
  each("text", words, setText);
  each("title", words, (element, text) => (element.title = text));
  each("label", words, (element, text) => element.setAttribute("aria-label", text));
}

function each(what: "text" | "title" | "label", words: Words, put: (element: HTMLElement, text: string) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-${what}]`)) put(element, words[element.dataset[what] as Plain]);
}
