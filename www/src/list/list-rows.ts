import type { Finding, Problem } from "../../../crate/wasm/api.d.ts";
import type { Deed } from "../editor/deeds.ts";
import { LOOK_ALIKE } from "../editor/look-alikes.ts";
import { h } from "../elements/elements.ts";
import { signWord } from "../elements/signs.ts";
import { ACTS, editOf, KEYS, likely, safe } from "../points/acts.ts";
import { advice, firstMessage, places } from "../points/details.ts";
import { groupOf, isRemark, type Point, type Sheet, subject } from "../points/points.ts";
import type { Act, Words } from "../words/words.ts";

/** What the buttons of a row ask of the text. */
export interface RowWishes {
  act(act: Act, finding: Finding): void;
  /** What was done about the numbers, as the text stands. */
  deeds(): (finding: Finding) => readonly Deed[];
  /** Puts in the ideographs for the characters of a remark that only look like them. */
  rewrite(problem: Problem): void;
}

/** A row of the list: the button that leads to its point, the tick beside it, and below it what can be done there. */
export interface Row {
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

/** The rows of the list (行): a number or a remark each, with what can be done about it. */
export interface Rows {
  speak(words: Words): void;
  /** The list is about to be drawn again: what was done about its numbers is asked once for all rows. */
  begin(sheet: Sheet): void;
  make(point: Point): HTMLElement;
  /** Shows a point in a row that was made; only what differs from before is redrawn. */
  fill(root: HTMLElement, point: Point): void;
  /** The row that an element is in. */
  of(element: Element): Row | undefined;
  /** The button of a point that is listed. */
  listed(what: Finding | Problem): HTMLElement | undefined;
  /** What of a row can have the focus beside its own button. */
  controls(row: Row | undefined): HTMLElement[];
  /** Does what a button below a row is for. */
  press(row: Row, button: HTMLElement): void;
}

export function createRows(strings: Words, wishes: RowWishes): Rows {
  let words = strings;
  /** By their roots. */
  const rows = new WeakMap<Element, Row>();
  let deedsOf: (finding: Finding) => readonly Deed[] = () => [];
  let listed = new Map<Finding | Problem, HTMLElement>();

  const actButtons = (row: Row | undefined) => (row?.acts ? [...row.acts.querySelectorAll<HTMLElement>("button")] : []);

  function makeRow(point: Point): HTMLElement {
    const item = h("button", "item");
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
      // Its name says which number it is for, its title why.
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

  return {
    speak: (next) => void (words = next),
    begin({ numbers }) {
      if (numbers.length > 0) deedsOf = wishes.deeds();
      listed = new Map();
    },
    make: makeRow,
    fill: (root, point) => fill(rows.get(root)!, point),
    of(element) {
      const root = element.closest("li.row");
      return root ? rows.get(root) : undefined;
    },
    listed: (what) => listed.get(what),
    controls: (row) => [...actButtons(row), ...(row?.tick ? [row.tick.box] : [])],
    press,
  };
}
