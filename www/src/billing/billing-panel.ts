import { h, setText } from "../elements/elements.ts";
import type { Words } from "../words/words.ts";
import { billing, type Billing, characters, type Counting } from "./billing.ts";

/** Counted when typing pauses for so long (in ms); a long text takes a while, so it waits for a longer pause. */
const PAUSE = { short: 120, long: 600 };
const LONG = 100_000;

/** A usual column of classified notices, and what a column can be, in characters a line. */
const WIDTH = { usual: 13, least: 4, most: 99 };
/** So many wider and narrower ones are shown beside it. */
const AROUND = 2;

const WAYS = ["all", "plain", "allHalf", "plainHalf"] as const;
const COUNTING: Record<(typeof WAYS)[number], Counting> = {
  all: { marks: "with", half: 1 },
  plain: { marks: "without", half: 1 },
  allHalf: { marks: "with", half: 0.5 },
  plainHalf: { marks: "without", half: 0.5 },
};

/** What is counted. */
export interface Counted {
  length(): number;
  text(): string;
  /** What is selected of it, or nothing. */
  selected(): string;
}

/** What a notice costs by (计费), unfolded at the foot of the page. */
export interface BillingPanel {
  speak(strings: Words): void;
  /** The text or its selection has changed. */
  changed(): void;
}

/** `button` folds and unfolds `panel`. As long as it is folded nothing is counted. */
export function createBilling(button: HTMLButtonElement, panel: HTMLElement, strings: Words, counted: Counted): BillingPanel {
  let words = strings;
  let width = WIDTH.usual;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const [widthWord, halfHint, linesHint] = [h("span"), h("p", "hint"), h("p", "hint")];
  const field = h("input");
  field.type = "number";
  field.autocomplete = "off";
  field.min = String(WIDTH.least);
  field.max = String(WIDTH.most);
  field.value = String(width);
  const sums = table(WAYS.length);
  const lines = table(2 * AROUND + 1);
  panel.append(
    h("div", "part", sums.root, halfHint),
    h("div", "part", h("label", "", widthWord, " ", field), lines.root, linesHint),
  );
  panel.hidden = true;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", panel.id);

  button.addEventListener("click", () => (panel.hidden ? open() : close()));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
    button.focus();
  });
  field.addEventListener("input", () => {
    const wanted = field.valueAsNumber;
    // Half a number is no width yet.
    if (!Number.isInteger(wanted) || wanted < WIDTH.least || wanted > WIDTH.most) return;
    width = wanted;
    count();
  });
  // What cannot be a width gives way to the one that is counted by.
  field.addEventListener("change", () => (field.value = String(width)));

  function open(): void {
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    count();
  }

  function close(): void {
    clearTimeout(timer);
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  function count(): void {
    clearTimeout(timer);
    const widths = Array.from({ length: 2 * AROUND + 1 }, (_, index) => Math.max(WIDTH.least, width - AROUND) + index);
    const selected = counted.selected();
    const whole = billing(counted.text(), widths);
    const part = selected === "" ? undefined : billing(selected, widths);
    const row = (name: string, of: (counts: Billing) => number, chosen = false) => ({ name, chosen, whole: of(whole), part: part && of(part) });
    sums.show(words, words.report.billing.what, WAYS.map((way) => row(words.report.billing[way], (counts) => characters(counts, COUNTING[way]))));
    lines.show(
      words,
      words.report.billing.lines,
      widths.map((one) => row(words.report.billing.linesOf(one), (counts) => counts.lines.get(one) ?? 0, one === width)),
    );
  }

  function speak(): void {
    const { billing } = words.report;
    setText(button, billing.title);
    button.title = billing.hint;
    panel.setAttribute("aria-label", billing.title);
    setText(widthWord, billing.width);
    setText(halfHint, billing.halfHint);
    setText(linesHint, billing.linesHint);
    if (!panel.hidden) count();
  }

  speak();

  return {
    speak(next) {
      words = next;
      speak();
    },
    changed() {
      if (panel.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(count, counted.length() > LONG ? PAUSE.long : PAUSE.short);
    },
  };
}

interface Row {
  name: string;
  /** Of the whole text, and of what is selected of it. */
  whole: number;
  part: number | undefined;
  chosen: boolean;
}

/** A table of so many rows: of the whole text, and of the selection, if there is one. */
function table(length: number) {
  const head = (className = "") => {
    const cell = h("th", className);
    cell.scope = "col";
    return cell;
  };
  const [what, whole, selected] = [head(), head("number"), head("number")];
  const rows = Array.from({ length }, () => {
    const name = h("th");
    name.scope = "row";
    const [all, part] = [h("td", "number"), h("td", "number")];
    return { name, all, part, row: h("tr", "", name, all, part) };
  });
  const root = h("table", "", h("thead", "", h("tr", "", what, whole, selected)), h("tbody", "", ...rows.map(({ row }) => row)));
  return {
    root,
    show(words: Words, title: string, shown: Row[]) {
      const { report, tag } = words;
      setText(what, title);
      setText(whole, report.billing.whole);
      setText(selected, report.billing.selected);
      const some = shown.some(({ part }) => part !== undefined);
      selected.hidden = !some;
      for (const [index, { name, all, part, row }] of rows.entries()) {
        const one = shown[index]!;
        setText(name, one.name);
        setText(all, one.whole.toLocaleString(tag));
        setText(part, (one.part ?? 0).toLocaleString(tag));
        part.hidden = !some;
        row.classList.toggle("mine", one.chosen);
      }
    },
  };
}
