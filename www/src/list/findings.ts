import type { Finding, Problem } from "../../../crate/wasm/api.d.ts";
import type { Deed } from "../editor/deeds.ts";
import { LOOK_ALIKE } from "../editor/look-alikes.ts";
import { h, setText } from "../elements/elements.ts";
import { reconcile, rename } from "../elements/reconcile.ts";
import { signed, signWord } from "../elements/signs.ts";
import { ACTS, editOf, KEYS, likely, safe } from "../points/acts.ts";
import { advice, firstMessage, places } from "../points/details.ts";
import { COUNTED, groupOf, isRemark, needsLook, party, type Point, type Sheet, subject } from "../points/points.ts";
import type { Act, Words } from "../words/words.ts";
import { keys, type Section, sectionKeys, sections } from "./sections.ts";

/** So many are listed at first; a long archive may hold thousands, and nobody reads them all. */
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
export interface Wishes {
  jump(point: Point): void;
  act(act: Act, finding: Finding): void;
  /** What was done about the numbers, as the text stands. */
  deeds(): (finding: Finding) => readonly Deed[];
  /** Puts in the ideographs for the characters of a remark that only look like them. */
  rewrite(problem: Problem): void;
  /** The number was compared with the original by hand, or was not after all. */
  tick(finding: Finding, on: boolean): void;
}

/** A row of the list: the button that leads to its point, the tick beside it, and below it what can be done there. */
interface Row {
  root: HTMLElement;
  item: HTMLButtonElement;
  /** What it shows now, and where it leads. */
  face: string;
  point: Point;
  /** Beside a number: is it compared with the original? */
  tick: { label: HTMLLabelElement; box: HTMLInputElement } | undefined;
  /** The buttons below it, and what the last of them unfolds. */
  acts: HTMLElement | undefined;
  actsFace: string;
  open: boolean;
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

export function createFindings(root: HTMLElement, strings: Words, wishes: Wishes): Findings {
  let words = strings;
  let sheet: Sheet = { numbers: [], notices: [] };
  let state: State = "empty";
  let limit = PORTION;
  let onlyProblems = false;
  let made = 0;
  /** By their roots. */
  const rows = new WeakMap<Element, Row>();
  /** What was done about each number; asked once for all rows. */
  let deedsOf: (finding: Finding) => readonly Deed[] = () => [];
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
    const row = rowOf(button);
    const fold = foldOf.get(button);
    if (row?.item === button) wishes.jump(row.point);
    else if (row) press(row, button);
    else if (fold) setFolded(fold, !isFolded(fold));
    else if (button === more) showMore();
    else if (button === filter) {
      onlyProblems = !onlyProblems;
      limit = PORTION;
      draw();
    }
  });
  root.addEventListener("change", ({ target }) => {
    const row = target instanceof HTMLInputElement && rowOf(target);
    if (!row || isRemark(row.point)) return;
    wishes.tick(row.point.finding, row.tick?.box.checked === true);
    draw();
  });
  root.addEventListener("keydown", (event) => {
    const focused = document.activeElement;
    const row = focused && rowOf(focused);
    const act = actOf(event);
    if (row && act) {
      event.preventDefault();
      if (!isRemark(row.point)) wishes.act(act, row.point.finding);
      else if (act === "fix") wishes.rewrite(row.point.problem);
      return;
    }
    if (!focused || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const to = sideways(event.key, focused) ?? arrow(event.key, stops(), row?.item ?? focused);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (foldOf.has(target)) makeStop(target);
    else if (rowOf(target)) makeStop(rowOf(target)!.item);
  });

  function rowOf(element: Element): Row | undefined {
    const root = element.closest("li.row");
    return root ? rows.get(root) : undefined;
  }

  /** What the arrows lead to: the headings, and the rows that are not folded away. */
  const stops = () => [...list.querySelectorAll<HTMLElement>(".fold, .group:not(.folded) .item")];

  /** One stop for the tab key, and from a row its own buttons; the arrows lead on inside. */
  function makeStop(stop: HTMLElement | undefined): void {
    const keep = new Set(stop ? [stop, ...controls(rowOf(stop))] : []);
    for (const button of list.querySelectorAll<HTMLElement>('[tabindex="0"]')) if (!keep.has(button)) button.tabIndex = -1;
    for (const button of keep) button.tabIndex = 0;
  }

  const actButtons = (row: Row | undefined) => (row?.acts ? [...row.acts.querySelectorAll<HTMLElement>("button")] : []);

  /** What of a row can have the focus beside its own button. */
  const controls = (row: Row | undefined) => [...actButtons(row), ...(row?.tick ? [row.tick.box] : [])];

  /** Right leads from a row to its buttons and its tick, left back to it and on to its heading; left folds a notice, right unfolds it. */
  function sideways(key: string, focused: Element): HTMLElement | undefined {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
    const own = foldOf.get(focused);
    if (own) {
      setFolded(own, key === "ArrowLeft");
      return own.button;
    }
    const row = rowOf(focused);
    if (!row) return undefined;
    const line = [row.item, ...controls(row)];
    const at = line.findIndex((button) => button === focused);
    if (key === "ArrowRight") return line[at + 1];
    return at > 0 ? line[at - 1] : focused.closest(".group")?.querySelector<HTMLElement>(".fold") ?? undefined;
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

  /** Draws anew what differs; the focus stays in the list, if what had it has gone: an act makes its own button needless. */
  function draw(): void {
    const focused = document.activeElement;
    const row = focused && list.contains(focused) ? rowOf(focused) : undefined;
    const at = row ? stops().indexOf(row.item) : -1;
    redraw();
    if (!row || list.contains(document.activeElement)) return;
    const all = stops();
    (row.root.isConnected ? row.item : all[Math.min(at, all.length - 1)])?.focus();
  }

  function redraw(): void {
    if (sheet.numbers.length > 0) deedsOf = wishes.deeds();
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
    const stop = list.querySelector('[tabindex="0"]');
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
    const looks = section.points.filter(needsLook).length;
    const size = words.size(numbers, looks);
    // Where there is no number, nothing is well formed: nothing was found amiss.
    const verdict = notice && numbers === 0 && sign === "plausible" ? signed(sign, words.nothingAmiss) : signWord(sign, words);
    const title = notice && notice.title !== notice.typeName ? notice.title : undefined;
    const about = [title, notice && party(notice)].filter((part) => part !== undefined).join(" · ");
    const face = [words.tag, sign, notice?.typeName, about, size].join("\n");
    if (fold.face !== face) {
      fold.face = face;
      const head = h("span", "head", verdict, h("strong", "", notice?.typeName ?? words.loose));
      fold.button.replaceChildren(head, ...(about ? [inChinese(about)] : []), h("span", "size", size));
    }
    fold.none.hidden = section.points.length > 0;
    setText(fold.none, section.points.length > 0 ? "" : words.noNumbers);
    const names = keys(points);
    reconcile(fold.rows, fold.nodes, names, (_, index) => makeRow(points[index]!));
    names.forEach((key, index) => fill(rows.get(fold.nodes.get(key)!)!, points[index]!));
  }

  function makeRow(point: Point): HTMLElement {
    const item = h("button", "item");
    item.type = "button";
    item.tabIndex = -1;
    const root = h("li", "row", item);
    rows.set(root, { root, item, face: "", point, tick: undefined, acts: undefined, actsFace: "", open: false });
    return root;
  }

  function fill(row: Row, point: Point): void {
    listed.set(subject(point), row.item);
    const { face, kind, parts } = isRemark(point) ? remarkFace(point.problem) : numberFace(point);
    row.point = point;
    fillTick(row);
    fillActs(row);
    if (row.face === face) return;
    row.face = face;
    row.item.className = `item ${kind}`;
    row.item.replaceChildren(...parts());
  }

  /** The tick of a row (已与原件核对); what is still being typed cannot be compared. */
  function fillTick(row: Row): void {
    const { point } = row;
    const finding = isRemark(point) || point.sign === "pending" ? undefined : point.finding;
    if (!finding) {
      row.tick?.label.remove();
      row.tick = undefined;
      return;
    }
    if (!row.tick) {
      const box = h("input");
      box.type = "checkbox";
      box.autocomplete = "off";
      const label = h("label", "tick", box);
      row.tick = { label, box };
      row.root.append(label);
    }
    const { label, box } = row.tick;
    box.tabIndex = row.item.tabIndex;
    box.checked = deedsOf(finding).some(({ how }) => how === "confirmed");
    box.setAttribute("aria-label", words.about(words.report.confirm, finding.kindName));
    label.title = words.report.confirmHint;
  }

  /** What can be done to the number of a row (行内操作), and at the end what unfolds the reasons. */
  function fillActs(row: Row): void {
    const { point } = row;
    if (isRemark(point)) {
      fillRewrite(row, point.problem);
      return;
    }
    const finding = point.sign === "pending" ? undefined : point.finding;
    const can = finding ? ACTS.filter((act) => editOf(finding, act)) : [];
    const meant = finding ? likely(finding) : [];
    const told = finding && (meant.length > 0 || finding.exposure !== undefined);
    const face = finding && (can.length > 0 || told) ? JSON.stringify([words.tag, finding.value, finding.suggestions, finding.exposure, row.open]) : "";
    if (row.actsFace === face) return;
    row.actsFace = face;
    if (!face || !finding) {
      row.acts?.remove();
      row.acts = undefined;
      row.open = false;
      return;
    }
    const focused = actButtons(row).findIndex((button) => button === document.activeElement);
    const buttons = can.map((act) => {
      const button = actButton(words.act[act], act);
      // Its name tells which number it is about, its title why.
      const why = act === "fix" ? safe(finding)[0]?.message : finding.exposure?.message;
      button.setAttribute("aria-label", words.about(words.act[act], finding.kindName));
      button.title = [why, KEYS[act]].join("\n");
      return button;
    });
    if (told) {
      const button = actButton(words.unfold(meant.length), "unfold");
      button.title = words.unfoldHint;
      button.setAttribute("aria-expanded", String(row.open));
      buttons.push(button);
    }
    for (const button of buttons) button.tabIndex = row.item.tabIndex;
    const acts = h("div", "acts", h("div", "line", ...buttons));
    if (told && row.open) acts.append(h("div", "details", ...advice(finding, words)));
    if (row.acts) row.acts.replaceWith(acts);
    else row.item.after(acts);
    row.acts = acts;
    if (focused >= 0) buttons[focused]?.focus();
  }

  /** Characters that only look like an ideograph can be put right without a look at anything else. */
  function fillRewrite(row: Row, problem: Problem): void {
    const face = problem.code === LOOK_ALIKE ? JSON.stringify([words.tag, problem.message]) : "";
    if (row.actsFace === face) return;
    row.actsFace = face;
    row.acts?.remove();
    row.acts = undefined;
    if (!face) return;
    const button = actButton(words.act.fix, "fix");
    button.setAttribute("aria-label", words.about(words.act.fix, problem.message));
    button.tabIndex = row.item.tabIndex;
    row.acts = h("div", "acts", h("div", "line", button));
    row.item.after(row.acts);
  }

  function actButton(word: string, act: Act | "unfold"): HTMLButtonElement {
    const button = h("button", `act ${act}`, word);
    button.type = "button";
    button.dataset["act"] = act;
    return button;
  }

  function press(row: Row, button: HTMLElement): void {
    if (isRemark(row.point)) {
      wishes.rewrite(row.point.problem);
      return;
    }
    if (button.dataset["act"] === "unfold") {
      row.open = !row.open;
      fillActs(row);
      row.acts?.scrollIntoView({ block: "nearest" });
    } else {
      wishes.act(button.dataset["act"] as Act, row.point.finding);
    }
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
    const message = sign === "pending" ? undefined : firstMessage(point, words);
    const exposed = finding.exposed && sign !== "pending";
    const nowhere = sign === "pending" ? undefined : places(finding)?.message;
    const done = sign === "pending" ? "" : doneWords(deedsOf(finding));
    return {
      face: [words.tag, sign, exposed, finding.kindName, finding.value, message, nowhere, done].join("\n"),
      kind: groupOf(point),
      parts(): Node[] {
        const head = h("span", "head", signWord(sign, words), h("span", "kind", finding.kindName));
        if (exposed) head.append(signWord("exposed", words));
        return [
          head,
          h("span", "value", finding.value),
          ...(message ? [h("span", "message", message)] : []),
          ...(nowhere ? [h("span", "message nowhere", nowhere)] : []),
          ...(done ? [h("span", "message deeds", done)] : []),
        ];
      },
    };
  }

  function doneWords(deeds: readonly Deed[]): string {
    return deeds.map((deed) => words.report.done[deed.how] + (deed.what ? words.report.aside(deed.what) : "")).join(words.report.then);
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

/** The act whose key was pressed. */
function actOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Act | undefined {
  if (key !== "Enter" || ctrlKey === metaKey || altKey) return undefined;
  return shiftKey ? "mask" : "fix";
}
