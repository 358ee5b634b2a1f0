import type { Finding, Problem } from "../../../crate/wasm/api.d.ts";
import { h, setText } from "../elements/elements.ts";
import { reconcile, rename } from "../elements/reconcile.ts";
import { signWord } from "../elements/signs.ts";
import { COUNTED, isRemark, needsLook, type Point, type Sheet } from "../points/points.ts";
import type { Words } from "../words/words.ts";
import { createFolds, isFolded, type Part } from "./folds.ts";
import { actOf, createListKeys } from "./list-keys.ts";
import { createRows, type RowWishes } from "./list-rows.ts";
import { sectionKeys, sections } from "./sections.ts";

/** So many points are listed at first: a long archive may hold thousands, more than anybody reads. */
const PORTION = 200;

/** The list (公告和号码列表) beside the text: notice by notice, what is the matter with it, its numbers. */
export interface Findings {
  speak(strings: Words): void;
  /** Shows what was found; only what differs from before is redrawn. */
  show(sheet: Sheet, state: State): void;
  /** Marks the one the cursor is at. */
  current(what: Finding | Problem | undefined): void;
}

/** There is no text; it was checked; it could not be checked, so that an empty list says nothing. */
export type State = "empty" | "checked" | "unknown";

/** What the list asks of the text. */
export interface Wishes extends RowWishes {
  jump(point: Point): void;
  /** The number was compared with the original by hand, or was not after all. */
  tick(finding: Finding, on: boolean): void;
}

export function createFindings(root: HTMLElement, strings: Words, wishes: Wishes): Findings {
  let words = strings;
  let sheet: Sheet = { numbers: [], notices: [] };
  let state: State = "empty";
  let limit = PORTION;
  let onlyProblems = false;
  /** The notices that are listed, by their names. */
  const nodes = new Map<string, HTMLElement>();

  const filter = h("button", "filter");
  const note = h("p", "note");
  const legend = h("dl", "legend");
  const list = h("div", "notices");
  const more = h("button", "more");
  root.append(filter, note, legend, list, more);

  const rows = createRows(strings, wishes);
  const folds = createFolds(strings, rows);
  const keys = createListKeys(list, rows, folds);

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const row = rows.of(button);
    const fold = folds.of(button);
    if (row?.item === button) wishes.jump(row.point);
    else if (row) rows.press(row, button);
    else if (fold) keys.setFolded(fold, !isFolded(fold));
    else if (button === more) showMore();
    else if (button === filter) {
      onlyProblems = !onlyProblems;
      limit = PORTION;
      draw();
    }
  });
  root.addEventListener("change", ({ target }) => {
    const row = target instanceof HTMLInputElement && rows.of(target);
    if (!row || isRemark(row.point)) return;
    wishes.tick(row.point.finding, row.tick?.box.checked === true);
    draw();
  });
  root.addEventListener("keydown", (event) => {
    const focused = document.activeElement;
    const row = focused && rows.of(focused);
    const act = actOf(event);
    if (row && act) {
      event.preventDefault();
      if (!isRemark(row.point)) wishes.act(act, row.point.finding);
      else if (act === "fix") wishes.rewrite(row.point.problem);
      return;
    }
    if (!focused || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const to = keys.leads(event.key, focused, row);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const stop = folds.of(target) ? target : rows.of(target)?.item;
    if (stop) keys.makeStop(stop);
  });

  function showMore(): void {
    const before = list.querySelectorAll(".item").length;
    limit += PORTION;
    draw();
    const first = list.querySelectorAll<HTMLElement>(".item")[before];
    // Rows of a notice that is folded cannot have the focus.
    (first && first.closest(".folded") ? first.closest(".group")!.querySelector<HTMLElement>(".fold") : first)?.focus();
  }

  /** Redraws what differs. The focus stays in the list even if its element has gone, as the button of an act does. */
  function draw(): void {
    const focused = document.activeElement;
    const row = focused && list.contains(focused) ? rows.of(focused) : undefined;
    const at = row ? keys.stops().indexOf(row.item) : -1;
    redraw();
    if (!row || list.contains(document.activeElement)) return;
    const all = keys.stops();
    (row.root.isConnected ? row.item : all[Math.min(at, all.length - 1)])?.focus();
  }

  function redraw(): void {
    rows.begin(sheet);
    const whole = sections(sheet);
    const looks = whole.some(({ points }) => points.some(needsLook));
    // The filter leaves out what needs no look, and notices that are then empty.
    const wanted = whole.map((section) => ({ section, points: onlyProblems ? section.points.filter(needsLook) : section.points }));
    const all = onlyProblems ? wanted.filter(({ points }) => points.length > 0) : wanted;
    // A notice without anything in it takes a line as well.
    const size = ({ points }: Part) => Math.max(1, points.length);
    let room = limit;
    const some: Part[] = [];
    for (const part of all) {
      if (room <= 0) break;
      some.push({ ...part, points: part.points.slice(0, room) });
      room -= size(part);
    }
    const left = Math.max(0, all.reduce((sum, part) => sum + size(part), 0) - limit);

    const names = sectionKeys(some.map(({ section }) => section));
    rename(nodes, names);
    reconcile(list, nodes, names, folds.make);
    names.forEach((name, index) => folds.fill(nodes.get(name)!, some[index]!));

    more.hidden = left === 0;
    setText(more, words.more(Math.min(left, PORTION)));
    legend.hidden = state !== "empty";
    filter.hidden = state !== "checked" || (sheet.numbers.length === 0 && sheet.notices.length === 0);
    setText(filter, words.onlyProblems);
    filter.title = words.onlyProblemsHint;
    filter.setAttribute("aria-pressed", String(onlyProblems));
    note.hidden = state === "unknown" || looks;
    setText(note, state === "empty" ? words.start : sheet.numbers.length === 0 ? words.noneFound : words.allClear);
    const stop = list.querySelector('[tabindex="0"]');
    if (!stop || stop.closest(".folded .rows")) keys.makeStop(keys.stops()[0]);
  }

  function explain(): void {
    legend.replaceChildren(
      ...COUNTED.flatMap((sign) => [h("dt", "", signWord(sign, words), h("span", `kn ${sign}`, "0123456789")), h("dd", "", words.meaning[sign])]),
      h("dt", "", h("span", "kp wrong", words.sign.wrong), h("span", "kp doubtful", words.sign.doubtful), h("span", "kp hint", words.hint)),
      h("dd", "", words.whole),
    );
  }

  explain();
  draw();

  return {
    speak(next) {
      words = next;
      rows.speak(words);
      folds.speak(words);
      explain();
      draw();
    },
    show(next, nextState) {
      if (nextState === "empty") limit = PORTION;
      sheet = next;
      state = nextState;
      draw();
    },
    current(what) {
      const row = what && rows.listed(what);
      // Folded away, its heading stands for it.
      const at = row?.closest(".folded")?.querySelector<HTMLElement>(".fold") ?? row;
      for (const button of list.querySelectorAll('[aria-current="true"]')) if (button !== at) button.removeAttribute("aria-current");
      if (!at || at.getAttribute("aria-current") === "true") return;
      at.setAttribute("aria-current", "true");
      at.scrollIntoView({ block: "nearest" });
    },
  };
}
