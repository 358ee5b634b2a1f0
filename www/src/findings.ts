import type { Finding, Problem } from "../../crate/wasm/api.d.ts";
import { firstMessage, signWord } from "./details.ts";
import { h, setText } from "./dom.ts";
import { COUNTED, groupOf, isRemark, keys, needsLook, party, type Point, type Section, sectionKeys, sections, type Sheet, subject } from "./order.ts";
import { reconcile, rename } from "./reconcile.ts";
import type { Strings } from "./strings.ts";

/** So many are listed at first; a long archive may hold thousands, and nobody reads them all. */
const PORTION = 200;

/** The list (公告和号码列表) beside the text: notice by notice, what is the matter with it, its numbers. */
export interface Findings {
  speak(strings: Strings): void;
  /** Shows what was found; only what differs from before is redrawn. */
  show(sheet: Sheet, state: State): void;
  /** Marks the one the cursor is at. */
  current(what: Finding | Problem | undefined): void;
}

/** There is no text; it was checked; it could not be checked, so that an empty list says nothing. */
export type State = "empty" | "checked" | "unknown";

/** What a button of the list shows now, and where it leads. */
interface Item {
  face: string;
  point: Point;
}

/** What there is of a notice, and what of it is listed. */
interface Part {
  section: Section;
  points: Point[];
}

/** A notice in the list: its heading, which folds it, and its rows. */
interface Fold {
  root: HTMLElement;
  button: HTMLButtonElement;
  none: HTMLElement;
  rows: HTMLElement;
  nodes: Map<string, HTMLElement>;
  face: string;
}

export function createFindings(root: HTMLElement, strings: Strings, jump: (point: Point) => void): Findings {
  let words = strings;
  let sheet: Sheet = { numbers: [], notices: [] };
  let state: State = "empty";
  let limit = PORTION;
  let onlyProblems = false;
  let made = 0;
  const items = new WeakMap<Element, Item>();
  const folds = new Map<string, HTMLElement>();
  const foldOf = new WeakMap<Element, Fold>();
  /** The button of each point that is listed. */
  let listed = new Map<Finding | Problem, HTMLElement>();

  const filter = h("button", "filter");
  filter.type = "button";
  const note = h("p", "note");
  const legend = h("dl", "legend");
  const list = h("div", "notices");
  const more = h("button", "more");
  more.type = "button";
  root.append(filter, note, legend, list, more);

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const item = items.get(button);
    const fold = foldOf.get(button);
    if (item) jump(item.point);
    else if (fold) setFolded(fold, !isFolded(fold));
    else if (button === more) showMore();
    else if (button === filter) {
      onlyProblems = !onlyProblems;
      limit = PORTION;
      draw();
    }
  });
  root.addEventListener("keydown", (event) => {
    const focused = document.activeElement;
    if (!focused || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const to = sideways(event.key, focused) ?? arrow(event.key, stops(), focused);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && (items.has(target) || foldOf.has(target))) makeStop(target);
  });

  /** What the arrows lead to: the headings, and the rows that are not folded away. */
  const stops = () => [...list.querySelectorAll<HTMLElement>(".fold, .group:not(.folded) .item")];

  /** One stop for the tab key; the arrows lead on inside. */
  function makeStop(stop: HTMLElement | undefined): void {
    for (const button of list.querySelectorAll<HTMLElement>('button[tabindex="0"]')) if (button !== stop) button.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
  }

  /** Left folds a notice, or leads from a row to its heading; right unfolds. */
  function sideways(key: string, focused: Element): HTMLElement | undefined {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
    const own = foldOf.get(focused);
    if (own) {
      setFolded(own, key === "ArrowLeft");
      return own.button;
    }
    return key === "ArrowLeft" && items.has(focused) ? focused.closest(".group")?.querySelector<HTMLElement>(".fold") ?? undefined : undefined;
  }

  const isFolded = ({ root }: Fold) => root.classList.contains("folded");

  function setFolded({ root, button }: Fold, folded: boolean): void {
    root.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
    if (folded && root.querySelector('.item[tabindex="0"]')) makeStop(button);
  }

  function showMore(): void {
    const before = list.querySelectorAll(".item").length;
    limit += PORTION;
    draw();
    const first = list.querySelectorAll<HTMLElement>(".item")[before];
    // Rows of a notice that is folded cannot have the focus.
    (first && first.closest(".folded") ? first.closest(".group")!.querySelector<HTMLElement>(".fold") : first)?.focus();
  }

  function draw(): void {
    const whole = sections(sheet);
    const looks = whole.some(({ points }) => points.some(needsLook));
    // The filter leaves out what needs no look, and notices of which nothing is left.
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

    listed = new Map();
    const names = sectionKeys(some.map(({ section }) => section));
    rename(folds, names);
    reconcile(list, folds, names, makeFold);
    names.forEach((name, index) => fillFold(foldOf.get(folds.get(name)!)!, some[index]!));

    more.hidden = left === 0;
    setText(more, words.more(Math.min(left, PORTION)));
    legend.hidden = state !== "empty";
    filter.hidden = state !== "checked" || (sheet.numbers.length === 0 && sheet.notices.length === 0);
    setText(filter, words.onlyProblems);
    filter.title = words.onlyProblemsHint;
    filter.setAttribute("aria-pressed", String(onlyProblems));
    note.hidden = state === "unknown" || looks;
    setText(note, state === "empty" ? words.start : sheet.numbers.length === 0 ? words.noneFound : words.allClear);
    const stop = list.querySelector('button[tabindex="0"]');
    if (!stop || stop.closest(".folded .rows")) makeStop(stops()[0]);
  }

  function makeFold(): HTMLElement {
    const rows = h("ol", "rows");
    // Safari forgets that a list without bullets is one.
    rows.setAttribute("role", "list");
    const none = h("p", "none");
    const body = h("div", "body", none, rows);
    body.id = `notice-${++made}`;
    const button = h("button", "fold");
    button.type = "button";
    button.tabIndex = -1;
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", body.id);
    const node = h("div", "group", h("h2", "", button), body);
    const fold: Fold = { root: node, button, none, rows, nodes: new Map(), face: "" };
    foldOf.set(node, fold);
    foldOf.set(button, fold);
    return node;
  }

  function fillFold(fold: Fold, { section, points }: Part): void {
    const { notice, sign } = section;
    const numbers = section.points.filter((point) => !isRemark(point)).length;
    const size = words.size(numbers, section.points.filter(needsLook).length);
    const title = notice && notice.title !== notice.typeName ? notice.title : undefined;
    const about = [title, notice && party(notice)].filter((part) => part !== undefined).join(" · ");
    const face = [words.tag, sign, notice?.typeName, about, size].join("\n");
    if (fold.face !== face) {
      fold.face = face;
      const head = h("span", "head", signWord(sign, words), h("strong", "", notice?.typeName ?? words.loose));
      fold.button.replaceChildren(head, ...(about ? [inChinese(about)] : []), h("span", "size", size));
    }
    fold.none.hidden = section.points.length > 0;
    setText(fold.none, section.points.length > 0 ? "" : words.noNumbers);
    const names = keys(points);
    reconcile(fold.rows, fold.nodes, names, row);
    names.forEach((key, index) => fill(fold.nodes.get(key)!.firstElementChild as HTMLElement, points[index]!));
  }

  function row(): HTMLElement {
    const button = h("button", "item");
    button.type = "button";
    button.tabIndex = -1;
    return h("li", "", button);
  }

  function fill(button: HTMLElement, point: Point): void {
    listed.set(subject(point), button);
    const { face, kind, parts } = isRemark(point) ? remarkFace(point.problem) : numberFace(point);
    const before = items.get(button);
    items.set(button, { face, point });
    if (before?.face === face) return;
    button.className = `item ${kind}`;
    button.replaceChildren(...parts());
  }

  function remarkFace({ severity, message, related }: Problem) {
    const places = related?.length ? words.places(1 + related.length) : undefined;
    return {
      face: [words.tag, severity, message, places].join("\n"),
      kind: `remark ${severity}`,
      parts(): Node[] {
        const head = h("span", "head", signWord(severity, words));
        if (places) {
          const count = h("span", "places", places);
          count.title = words.placesHint;
          head.append(count);
        }
        return [head, h("span", "message", message)];
      },
    };
  }

  function numberFace(point: Exclude<Point, { problem: Problem }>) {
    const { finding, sign } = point;
    const message = sign === "pending" ? undefined : firstMessage(finding);
    const exposed = finding.exposed && sign !== "pending";
    return {
      face: [words.tag, sign, exposed, finding.kindName, finding.value, message].join("\n"),
      kind: groupOf(point),
      parts(): Node[] {
        const head = h("span", "head", signWord(sign, words), h("span", "kind", finding.kindName));
        if (exposed) head.append(signWord("exposed", words));
        return [head, h("span", "value", finding.value), ...(message ? [h("span", "message", message)] : [])];
      },
    };
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
      const row = what && listed.get(what);
      // Folded away, its heading stands for it.
      const at = row?.closest(".folded")?.querySelector<HTMLElement>(".fold") ?? row;
      for (const button of list.querySelectorAll('[aria-current="true"]')) if (button !== at) button.removeAttribute("aria-current");
      if (!at || at.getAttribute("aria-current") === "true") return;
      at.setAttribute("aria-current", "true");
      at.scrollIntoView({ block: "nearest" });
    },
  };
}

/** What comes from the text is Chinese whatever the page speaks. */
function inChinese(text: string): HTMLElement {
  const element = h("span", "about", text);
  element.lang = "zh-CN";
  return element;
}

/** Where an arrow key leads from the focused button. */
function arrow(key: string, all: HTMLElement[], focused: Element): HTMLElement | undefined {
  const at = all.findIndex((button) => button === focused);
  if (at < 0) return undefined;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  return to === undefined ? undefined : all[to];
}
