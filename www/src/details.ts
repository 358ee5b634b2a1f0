import type { Finding, Severity } from "../../crate/wasm/api.d.ts";
import { h, picture } from "./dom.ts";
import type { Remark, Shown } from "./order.ts";
import type { Picture, Sign, Strings } from "./strings.ts";

/** A verdict or a weight in its word, its shape and its colour. */
export function signWord(sign: Sign | Severity | "exposed", words: Strings): HTMLElement {
  return signed(sign, wordOf(sign, words));
}

function wordOf(sign: Sign | Severity | "exposed", words: Strings): string {
  return sign === "exposed" ? words.exposed : sign === "hint" ? words.hint : words.sign[sign];
}

/** A word with its shape and its colour before it. */
export function signed(shape: Picture, word: string): HTMLElement {
  return h("span", `sign ${shape}`, picture(shape), h("span", "word", word));
}

/** So many remarks are told of one place; the same number in a hundred notices makes a hundred. */
const MOST = 5;

/** What there is to tell about a place in the text. */
export interface Told {
  number: Shown | undefined;
  remarks: Remark[];
}

/** What is known of a place (详情): the number with its verdict, and what the notice lacks or where it disagrees. */
export function details({ number, remarks }: Told, words: Strings): HTMLElement {
  const box = h("div", "details");
  if (number) box.append(...numberDetails(number, words));
  const [first] = remarks;
  if (first) {
    const list = remarks.slice(0, MOST).map(({ problem }) => {
      const places = problem.related?.length ? ` ${words.places(1 + problem.related.length)}` : "";
      return h("li", problem.severity, signWord(problem.severity, words), " ", problem.message, h("span", "places", places));
    });
    if (remarks.length > MOST) list.push(h("li", "", words.others(remarks.length - MOST)));
    box.append(h("div", "whole", h("p", "head", h("strong", "", first.notice.typeName)), h("ul", "problems", ...list)));
  }
  return box;
}

function numberDetails({ finding, sign }: Shown, words: Strings): HTMLElement[] {
  const head = h("p", "head", signWord(sign, words), h("strong", "", finding.kindName));
  if (finding.exposed && sign !== "pending") head.append(signWord("exposed", words));
  const out: HTMLElement[] = [head, h("p", "value", finding.value)];
  if (sign !== "pending" && finding.problems.length > 0) {
    out.push(h("ul", "problems", ...finding.problems.map((problem) => h("li", problem.severity, problem.message))));
  }
  if (finding.facts.length > 0) out.push(h("ul", "facts", ...finding.facts.map((fact) => h("li", "", fact.message))));
  return out;
}

/** The same, to be read aloud. */
export function spoken({ number, remarks }: Told, words: Strings): string {
  const parts: string[] = [];
  if (number) {
    const { finding, sign } = number;
    parts.push(words.sign[sign], finding.kindName, finding.value);
    if (sign !== "pending") {
      if (finding.exposed) parts.push(words.exposed);
      parts.push(...finding.problems.map((problem) => problem.message));
    }
    parts.push(...finding.facts.map((fact) => fact.message));
  }
  for (const { notice, problem } of remarks.slice(0, MOST)) parts.push(wordOf(problem.severity, words), notice.typeName, problem.message);
  return words.details(parts);
}

/** What stands under the name in the list: the heaviest problem first. */
export function firstMessage(finding: Finding): string | undefined {
  const weight = { wrong: 0, doubtful: 1, hint: 2 };
  return [...finding.problems].sort((a, b) => weight[a.severity] - weight[b.severity])[0]?.message;
}
