import { h, setText } from "../elements/elements.ts";
import { signWord } from "../elements/signs.ts";
import { COUNTED, type Counted, remarks, type Sheet, tally } from "../points/points.ts";
import type { Words } from "../words/words.ts";
import { sections } from "./sections.ts";

/** Speaking of every key would drown it: the tally is announced when it has settled. */
const SETTLED = 1000;

/** The counts on the bar (计数), each a button to the next of its sign, and the same for readers of the screen. */
export interface Counts {
  speak(strings: Words): void;
  /** `undefined`: nothing was checked. */
  show(sheet: Sheet | undefined): void;
}

export function createCounts(root: HTMLElement, status: HTMLElement, strings: Words, next: (sign: Counted) => void): Counts {
  let words = strings;
  let sums: Record<Counted, number> | undefined;
  let sheet: Sheet | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const buttons = COUNTED.map((sign) => {
    const button = h("button", `count ${sign}`);
    button.addEventListener("click", () => next(sign));
    const number = h("span", "number");
    return { sign, button, number };
  });
  root.append(...buttons.map(({ button }) => button));

  const word = (sign: Counted) => (sign === "exposed" ? words.exposed : words.sign[sign]);

  function draw(): void {
    for (const { sign, button, number } of buttons) {
      const count = sums?.[sign] ?? 0;
      setText(number, sums ? String(count) : "–");
      button.classList.toggle("none", count === 0);
      // Not `disabled`: the focus must not be lost because a number was put right.
      button.setAttribute("aria-disabled", String(count === 0));
      button.title = words.goTo(count, word(sign));
    }
  }

  function label(): void {
    for (const { sign, button, number } of buttons) button.replaceChildren(signWord(sign, words), " ", number);
  }

  function announce(): void {
    clearTimeout(timer);
    timer = setTimeout(() => setText(status, sheet ? told(sheet) : ""), SETTLED);
  }

  /** The numbers by their signs, and how many notices have something the matter with them. */
  function told({ numbers, notices }: Sheet): string {
    const sums = tally(numbers);
    const parts = COUNTED.filter((sign) => sums[sign] > 0).map((sign) => words.item(word(sign), sums[sign]));
    const troubled = sections({ numbers, notices }).filter(({ notice, sign }) => notice && (sign === "wrong" || sign === "doubtful"));
    return words.tally(parts, numbers.length, notices.length, troubled.length);
  }

  label();
  draw();

  return {
    speak(strings) {
      words = strings;
      label();
      draw();
      announce();
    },
    show(next) {
      sheet = next;
      sums = next && tally([...next.numbers, ...remarks(next.notices)]);
      draw();
      announce();
    },
  };
}
