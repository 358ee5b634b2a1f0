import type { Fact, Finding, Suggestion } from "../../../crate/wasm/api.d.ts";
import { h } from "../elements/elements.ts";
import { signWord, wordOf } from "../elements/signs.ts";
import type { Act, Words } from "../words/words.ts";
import { type Edit, editOf, KEYS, likely, safe } from "./acts.ts";
import { comparison, digits } from "./comparison.ts";
import { isUnsound, type Remark, type Shown } from "./points.ts";

/** At most so many remarks are shown for one place: the same number in a hundred notices makes a hundred. */
const MOST = 5;

/** What is known of a place in the text. */
export interface Told {
  number: Shown | undefined;
  remarks: Remark[];
}

/** Does what a button of the details offers. */
export type Offer = (finding: Finding, edit: Edit, act: Act) => void;

/** What is known of a place (详情): the number with its verdict, and what the notice lacks or where it disagrees. */
export function details({ number, remarks }: Told, words: Words, offer?: Offer): HTMLElement {
  const box = h("div", "details");
  if (number) {
    box.append(...numberDetails(number, words));
    // What to do before what is known.
    if (number.sign !== "pending") box.append(...advice(number.finding, words, offer));
    const nowhere = places(number.finding);
    if (nowhere) box.append(h("p", "advice nowhere", nowhere.message));
    const facts = number.finding.facts.filter((fact) => fact !== nowhere);
    if (facts.length > 0) box.append(h("ul", "facts", ...facts.map((fact) => h("li", "", fact.message))));
  }
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

function numberDetails({ finding, sign, was }: Shown, words: Words): HTMLElement[] {
  const head = h("p", "head", signWord(sign, words), h("strong", "", finding.kindName));
  if (finding.exposed && sign !== "pending") head.append(signWord("exposed", words));
  const out: HTMLElement[] = [head, h("p", "value", finding.value)];
  if (sign !== "pending" && finding.problems.length > 0) {
    out.push(h("ul", "problems", ...finding.problems.map((problem) => h("li", problem.severity, problem.message))));
  }
  if (sign !== "pending" && was) out.push(h("ul", "problems", ...was.messages.map((message) => h("li", was.verdict, words.report.beforeMask(message)))));
  return out;
}

/**
 * What can be done about a number (建议): how it should be written, what might have been meant, why and how it is masked.
 * There are buttons for what may be done, and never one for what only the original can decide.
 */
export function advice(finding: Finding, words: Words, offer?: Offer): HTMLElement[] {
  const out: HTMLElement[] = [];
  const told = (message: string, act: Act, edit: Edit | undefined, key: boolean) =>
    h("div", `advice ${act}`, h("p", "", message), ...(offer && edit ? [acting(words, act, message, key, () => offer(finding, edit, act))] : []));
  safe(finding).forEach((suggestion, index) => out.push(told(suggestion.message, "fix", suggestion, index === 0)));
  const open = likely(finding);
  if (open.length > 0) {
    const list = h("ol", "", ...open.map((one) => h("li", "", h("p", "", one.message), ...comparison(finding.value, one.value, words))));
    list.setAttribute("role", "list");
    out.push(h("div", "advice compare", h("p", "ask", h("strong", "", words.maybe), " ", words.compare), list));
  }
  if (finding.exposure) {
    if (isUnsound(finding)) out.push(h("p", `advice warning ${finding.verdict}`, words.maskHides));
    out.push(told(finding.exposure.message, "mask", editOf(finding, "mask"), true));
  }
  return out;
}

/** Where nothing could be suggested: how many places there are to look at. */
export function places({ facts }: Finding): Fact | undefined {
  return facts.find(({ code }) => code === "possible-places");
}

/** A button that does it, and the key that does the same at the cursor. */
function acting(words: Words, act: Act, message: string, key: boolean, run: () => void): HTMLElement {
  const button = h("button", `act ${act}`, words.act[act]);
  button.setAttribute("aria-label", words.about(words.act[act], message));
  button.addEventListener("click", run);
  const line = h("p", "do", button);
  if (key) {
    button.setAttribute("aria-keyshortcuts", KEYS[act].replace("Ctrl", "Control"));
    line.append(h("kbd", "", KEYS[act]));
  }
  return line;
}

/** The same, to be read aloud. */
export function spoken({ number, remarks }: Told, words: Words): string {
  const parts: string[] = [];
  if (number) {
    const { finding, sign, was } = number;
    parts.push(words.sign[sign], finding.kindName, finding.value);
    if (sign !== "pending") {
      if (finding.exposed) parts.push(words.exposed);
      parts.push(...finding.problems.map((problem) => problem.message), ...(was?.messages ?? []).map(words.report.beforeMask));
      parts.push(...spokenAdvice(finding, words));
    }
    parts.push(...finding.facts.map((fact) => fact.message));
  }
  for (const { notice, problem } of remarks.slice(0, MOST)) parts.push(wordOf(problem.severity, words), notice.typeName, problem.message);
  return words.details(parts);
}

function spokenAdvice(finding: Finding, words: Words): string[] {
  const by = (act: Act) => (editOf(finding, act) ? [words.byKey(KEYS[act], words.act[act])] : []);
  const meant = (one: Suggestion) => [one.message, words.aloud(digits(finding.value), digits(one.value))];
  return [
    ...safe(finding).map(({ message }) => message),
    ...by("fix"),
    ...likely(finding).flatMap(meant),
    ...(finding.exposure ? [...(isUnsound(finding) ? [words.maskHides] : []), finding.exposure.message, ...by("mask")] : []),
  ];
}

/** What stands under the name in the list: the heaviest problem first. */
export function firstMessage({ finding, was }: Shown, words: Words): string | undefined {
  if (was && finding.verdict !== was.verdict && was.messages[0] !== undefined) return words.report.beforeMask(was.messages[0]);
  const weight = { wrong: 0, doubtful: 1, hint: 2 };
  return [...finding.problems].sort((a, b) => weight[a.severity] - weight[b.severity])[0]?.message;
}
