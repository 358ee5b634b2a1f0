import { h } from "../elements/elements.ts";
import { reconcile } from "../elements/reconcile.ts";
import { signWord } from "../elements/signs.ts";
import { COUNTED, type Counted } from "../points/points.ts";
import type { Words } from "../words/words.ts";
import type { Outcome } from "./open-texts.ts";

/** What a tab shows. */
export interface Tab {
  id: string;
  /** The name of its file; nothing for the pasted text. */
  name: string | undefined;
  outcome: Outcome;
}

export interface TabWishes {
  select(id: string): void;
  close(id: string): void;
}

/** The tabs of the open texts (标签), as WAI-ARIA has them: one stop for the tab key, the arrows lead on and show what they lead to. */
export interface Tabs {
  show(tabs: readonly Tab[], current: string): void;
  speak(strings: Words): void;
  /** Puts the focus on the current tab. */
  focus(): void;
}

export function createTabs(root: HTMLElement, panel: HTMLElement, strings: Words, wishes: TabWishes): Tabs {
  let words = strings;
  let tabs: readonly Tab[] = [];
  let current = "";
  const nodes = new Map<string, HTMLElement>();
  const faces = new WeakMap<HTMLElement, string>();

  root.setAttribute("role", "tablist");
  root.addEventListener("click", ({ target }) => {
    const tab = tabOf(target);
    if (!tab) return;
    if (target instanceof Element && target.closest(".shut")) wishes.close(tab.id);
    else wishes.select(tab.id);
  });
  // The wheel's button closes, as on the browser's own tabs; pressed down it would scroll.
  root.addEventListener("mousedown", (event) => void (event.button === 1 && event.preventDefault()));
  root.addEventListener("auxclick", (event) => {
    const tab = tabOf(event.target);
    if (tab && event.button === 1) wishes.close(tab.id);
  });
  root.addEventListener("keydown", (event) => {
    const tab = tabOf(event.target);
    if (!tab || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const at = tabs.findIndex(({ id }) => id === tab.id);
    if (event.key === "Delete") wishes.close(tab.id);
    else {
      const to = leads(event.key, at, tabs.length);
      if (to === undefined) return;
      wishes.select(tabs[to]!.id);
    }
    event.preventDefault();
    focus();
  });

  function tabOf(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('[role="tab"]') : null;
  }

  function draw(): void {
    const alone = tabs.length < 2;
    root.setAttribute("aria-label", words.tabs.tabs);
    const labels = numbered(tabs.map(({ name }) => name ?? words.tabs.pasted));
    reconcile(root, nodes, alone ? [] : tabs.map(({ id }) => id), make);
    if (!alone) tabs.forEach((tab, index) => fill(nodes.get(tab.id)!, tab, labels[index]!));
    // Without tabs the text is no panel of any.
    if (alone) for (const name of ["role", "aria-labelledby"]) panel.removeAttribute(name);
    else {
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", current);
    }
  }

  function make(id: string): HTMLElement {
    const tab = h("button", "tab");
    tab.id = id;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    return tab;
  }

  function fill(node: HTMLElement, { id, name, outcome }: Tab, label: string): void {
    const selected = String(id === current);
    if (node.getAttribute("aria-selected") !== selected) {
      node.setAttribute("aria-selected", selected);
      node.tabIndex = id === current ? 0 : -1;
    }
    const face = JSON.stringify([words.tag, label, outcome]);
    if (faces.get(node) === face) return;
    faces.set(node, face);
    node.title = label;
    const cut = label.lastIndexOf("/") + 1;
    const called = h("span", "name", h("span", "folder", label.slice(0, cut)), h("span", "base", label.slice(cut)));
    const told = h("span", "told", called, h("span", "verdict", ...verdict(outcome)));
    if (name === undefined) return node.replaceChildren(told);
    // A name of a file is in whatever language it is; a tab cannot hold a button, so this is for the pointer alone.
    const shut = h("span", "shut", "×");
    shut.setAttribute("aria-hidden", "true");
    shut.title = words.tabs.close;
    node.setAttribute("aria-keyshortcuts", "Delete");
    node.replaceChildren(told, shut);
  }

  function verdict(outcome: Outcome): Node[] {
    if (typeof outcome === "string") return [h("span", "state", words.tabs[outcome])];
    const signs = telling(outcome);
    if (signs.length === 0) return [h("span", "state", words.tabs.none)];
    return signs.map(({ sign, count }) => h("span", "part", signWord(sign, words), ...(count > 0 ? [` ${count}`] : [])));
  }

  function focus(): void {
    nodes.get(current)?.focus();
  }

  return {
    show(next, chosen) {
      const moved = chosen !== current || next.length !== tabs.length;
      tabs = next;
      current = chosen;
      draw();
      if (moved) nodes.get(current)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    speak(strings) {
      words = strings;
      draw();
    },
    focus,
  };
}

/**
 * What is shown of a text: how much is wrong and how much doubtful, or else the weakest of its verdicts, which holds for all
 * of it; and how much is exposed, which is no verdict. A count of 0 is not told.
 */
export function telling(sums: Record<Counted, number>): { sign: Counted; count: number }[] {
  const counted = (sign: Counted) => (sums[sign] > 0 ? [{ sign, count: sums[sign] }] : []);
  const bad = [...counted("wrong"), ...counted("doubtful")];
  const good = COUNTED.find((sign) => (sign === "plausible" || sign === "verified") && sums[sign] > 0);
  const verdicts = bad.length === 0 && good ? [{ sign: good, count: 0 }] : bad;
  return [...verdicts, ...counted("exposed")];
}

/** Where a key leads among so many tabs: round the end, as the pattern has it. */
function leads(key: string, at: number, count: number): number | undefined {
  return { ArrowLeft: (at + count - 1) % count, ArrowRight: (at + 1) % count, Home: 0, End: count - 1 }[key];
}

/** Files of the same name can be told from each other, and from one that is called so. */
export function numbered(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let shown = name;
    if (seen.has(name)) {
      for (let nth = 2; taken.has(shown); nth++) shown = `${name} (${nth})`;
    }
    taken.add(shown);
    seen.add(shown);
    return shown;
  });
}
