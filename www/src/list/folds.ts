import { h, inChinese, setText } from "../elements/elements.ts";
import { reconcile } from "../elements/reconcile.ts";
import { signed, signWord } from "../elements/signs.ts";
import { isRemark, needsLook, party, type Point } from "../points/points.ts";
import type { Words } from "../words/words.ts";
import type { Rows } from "./list-rows.ts";
import { keys, type Section } from "./sections.ts";

/** What there is of a notice, and what of it is listed. */
export interface Part {
  section: Section;
  points: Point[];
}

/** A notice in the list: its heading, which folds it, and its rows. */
export interface Fold {
  root: HTMLElement;
  button: HTMLButtonElement;
  none: HTMLElement;
  rows: HTMLElement;
  nodes: Map<string, HTMLElement>;
  face: string;
}

/** The notices of the list (公告), each with its heading over its rows. */
export interface Folds {
  speak(words: Words): void;
  make(): HTMLElement;
  /** Shows a notice in a node that was made, and its rows. */
  fill(node: HTMLElement, part: Part): void;
  /** The notice that a node or a heading's button belongs to; no other elements do. */
  of(element: Element): Fold | undefined;
}

export function createFolds(strings: Words, rows: Rows): Folds {
  let words = strings;
  let made = 0;
  /** By their roots, and by their buttons. */
  const folds = new WeakMap<Element, Fold>();

  function make(): HTMLElement {
    const list = h("ol", "rows");
    // Safari forgets that a list without bullets is one.
    list.setAttribute("role", "list");
    const none = h("p", "none");
    const body = h("div", "body", none, list);
    body.id = `notice-${++made}`;
    const button = h("button", "fold");
    button.tabIndex = -1;
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", body.id);
    const node = h("div", "group", h("h2", "", button), body);
    const fold: Fold = { root: node, button, none, rows: list, nodes: new Map(), face: "" };
    folds.set(node, fold);
    folds.set(button, fold);
    return node;
  }

  function fill(node: HTMLElement, { section, points }: Part): void {
    const fold = folds.get(node)!;
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
      fold.button.replaceChildren(head, ...(about ? [inChinese("span", "about", about)] : []), h("span", "size", size));
    }
    fold.none.hidden = section.points.length > 0;
    setText(fold.none, section.points.length > 0 ? "" : words.noNumbers);
    const names = keys(points);
    reconcile(fold.rows, fold.nodes, names, (_, index) => rows.make(points[index]!));
    names.forEach((key, index) => rows.fill(fold.nodes.get(key)!, points[index]!));
  }

  return { speak: (next) => void (words = next), make, fill, of: (element) => folds.get(element) };
}

export function isFolded({ root }: Fold): boolean {
  return root.classList.contains("folded");
}
