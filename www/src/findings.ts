import type { Finding } from "../../crate/wasm/api.d.ts";
import { firstMessage, signWord } from "./details.ts";
import { h, setText } from "./dom.ts";
import { COUNTED, type Group, GROUPS, grouped, keys, needsLook, type Shown } from "./order.ts";
import { reconcile } from "./reconcile.ts";
import type { Strings } from "./strings.ts";

/** So many are listed at first; a long archive may hold thousands, and nobody reads them all. */
const PORTION = 200;

/** The list of findings (号码列表) beside the text. */
export interface Findings {
  speak(strings: Strings): void;
  /** Shows these findings; only what differs from before is redrawn. */
  show(list: Shown[], state: State): void;
  /** Marks the one the cursor is in. */
  current(finding: Finding | undefined): void;
}

/** There is no text; it was checked; it could not be checked, so that an empty list says nothing. */
export type State = "empty" | "checked" | "unknown";

/** What a button of the list shows now, and which finding it leads to. */
interface Item {
  face: string;
  finding: Finding;
}

export function createFindings(root: HTMLElement, strings: Strings, jump: (finding: Finding) => void): Findings {
  let words = strings;
  let list: Shown[] = [];
  let state: State = "empty";
  let limit = PORTION;
  const items = new WeakMap<Element, Item>();

  const note = h("p", "note");
  const legend = h("dl", "legend");
  const more = h("button", "more");
  more.type = "button";
  const groups = byGroup((name) => {
    const heading = h("h2");
    const rows = h("ol");
    // Safari forgets that a list without bullets is one.
    rows.setAttribute("role", "list");
    return { heading, rows, section: h("div", `group ${name}`, heading, rows), nodes: new Map<string, HTMLElement>() };
  });
  root.append(note, legend, ...GROUPS.map((name) => groups[name].section), more);

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const item = items.get(button);
    if (item) jump(item.finding);
    else if (button === more) showMore();
  });
  root.addEventListener("keydown", (event) => {
    const to = arrow(event.key, buttons(), document.activeElement);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && items.has(target)) makeStop(target);
  });

  const buttons = () => [...root.querySelectorAll<HTMLElement>("button.item")];

  /** One stop for the tab key; the arrows lead on inside. */
  function makeStop(stop: HTMLElement | undefined): void {
    for (const button of root.querySelectorAll<HTMLElement>('button.item[tabindex="0"]')) if (button !== stop) button.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
  }

  function showMore(): void {
    const first = buttons().length;
    limit += PORTION;
    draw();
    buttons()[first]?.focus();
  }

  function draw(): void {
    const parts = grouped(list);
    let room = limit;
    for (const name of GROUPS) {
      const { section, heading, rows, nodes } = groups[name];
      const all = parts[name];
      const some = all.slice(0, room);
      room -= some.length;
      section.hidden = some.length === 0;
      setText(heading, words.item(name === "rest" ? words.rest : name === "exposed" ? words.exposed : words.sign[name], all.length));
      const names = keys(some);
      reconcile(rows, nodes, names, () => row());
      names.forEach((key, index) => fill(nodes.get(key)!.firstElementChild as HTMLElement, some[index]!));
    }
    const left = list.length - Math.min(limit, list.length);
    more.hidden = left === 0;
    setText(more, words.more(Math.min(left, PORTION)));
    legend.hidden = state !== "empty";
    note.hidden = state === "unknown" || list.some(needsLook);
    setText(note, state === "empty" ? words.start : list.length === 0 ? words.noneFound : words.allClear);
    if (!root.querySelector('button.item[tabindex="0"]')) makeStop(buttons()[0]);
  }

  function row(): HTMLElement {
    const button = h("button", "item");
    button.type = "button";
    button.tabIndex = -1;
    return h("li", "", button);
  }

  function fill(button: HTMLElement, { finding, sign }: Shown): void {
    const message = sign === "pending" ? undefined : firstMessage(finding);
    const exposed = finding.exposed && sign !== "pending";
    const face = [words.tag, sign, exposed, finding.kindName, finding.value, message].join("\n");
    const before = items.get(button);
    items.set(button, { face, finding });
    if (before?.face === face) return;
    const head = h("span", "head", signWord(sign, words), h("span", "kind", finding.kindName));
    if (exposed) head.append(signWord("exposed", words));
    button.replaceChildren(head, h("span", "value", finding.value));
    if (message) button.append(h("span", "message", message));
  }

  function explain(): void {
    legend.replaceChildren(
      ...COUNTED.flatMap((sign) => [h("dt", "", signWord(sign, words), h("span", `kn ${sign}`, "0123456789")), h("dd", "", words.meaning[sign])]),
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
      list = next;
      state = nextState;
      draw();
    },
    current(finding) {
      const at = finding && buttons().find((button) => items.get(button)?.finding === finding);
      for (const button of root.querySelectorAll('[aria-current="true"]')) if (button !== at) button.removeAttribute("aria-current");
      if (!at || at.getAttribute("aria-current") === "true") return;
      at.setAttribute("aria-current", "true");
      at.scrollIntoView({ block: "nearest" });
    },
  };
}

function byGroup<T>(make: (name: Group) => T): Record<Group, T> {
  return { wrong: make("wrong"), doubtful: make("doubtful"), exposed: make("exposed"), rest: make("rest") };
}

/** Where an arrow key leads from the focused button. */
function arrow(key: string, all: HTMLElement[], focused: Element | null): HTMLElement | undefined {
  const at = all.findIndex((button) => button === focused);
  if (at < 0) return undefined;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  return to === undefined ? undefined : all[to];
}
