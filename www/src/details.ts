import type { Finding } from "../../crate/wasm/api.d.ts";
import { h, picture } from "./dom.ts";
import type { Shown } from "./order.ts";
import type { Picture, Sign, Strings } from "./strings.ts";

/** A verdict in its word, its shape and its colour. */
export function signWord(sign: Sign | "exposed", words: Strings): HTMLElement {
  return signed(sign, sign === "exposed" ? words.exposed : words.sign[sign]);
}

/** A word with its shape and its colour before it. */
export function signed(shape: Picture, word: string): HTMLElement {
  return h("span", `sign ${shape}`, picture(shape), h("span", "word", word));
}

/** What is known of one number (详情): name, verdict, what speaks against it, what it says. */
export function details({ finding, sign }: Shown, words: Strings): HTMLElement {
  const box = h("div", "details");
  const head = h("p", "head", signWord(sign, words), h("strong", "", finding.kindName));
  if (finding.exposed && sign !== "pending") head.append(signWord("exposed", words));
  box.append(head, h("p", "value", finding.value));
  if (sign !== "pending" && finding.problems.length > 0) {
    box.append(h("ul", "problems", ...finding.problems.map((problem) => h("li", problem.severity, problem.message))));
  }
  if (finding.facts.length > 0) box.append(h("ul", "facts", ...finding.facts.map((fact) => h("li", "", fact.message))));
  return box;
}

/** The same, to be read aloud. */
export function spoken({ finding, sign }: Shown, words: Strings): string {
  const parts = [words.sign[sign], finding.kindName, finding.value];
  if (sign !== "pending") {
    if (finding.exposed) parts.push(words.exposed);
    parts.push(...finding.problems.map((problem) => problem.message));
  }
  return words.details([...parts, ...finding.facts.map((fact) => fact.message)]);
}

/** What stands under the name in the list: the heaviest problem first. */
export function firstMessage(finding: Finding): string | undefined {
  const weight = { wrong: 0, doubtful: 1, hint: 2 };
  return [...finding.problems].sort((a, b) => weight[a.severity] - weight[b.severity])[0]?.message;
}
