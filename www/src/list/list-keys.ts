import type { Act } from "../words/words.ts";
import type { Fold, Folds } from "./folds.ts";
import type { Row, Rows } from "./list-rows.ts";

/** The keys of the list (按键): one stop for the tab key, and where the arrows lead from it. */
export interface ListKeys {
  /** What the arrows lead to: the headings, and the rows that are not folded away. */
  stops(): HTMLElement[];
  /** Makes this the one stop for the tab key, and from a row its own buttons; the arrows lead on inside. */
  makeStop(stop: HTMLElement | undefined): void;
  setFolded(fold: Fold, folded: boolean): void;
  /** Where a key leads from what has the focus, in this row if it is in one. */
  leads(key: string, focused: Element, row: Row | null | undefined): HTMLElement | undefined;
}

export function createListKeys(list: HTMLElement, rows: Rows, folds: Folds): ListKeys {
  const stops = () => [...list.querySelectorAll<HTMLElement>(".fold, .group:not(.folded) .item")];

  function makeStop(stop: HTMLElement | undefined): void {
    const keep = new Set(stop ? [stop, ...rows.controls(rows.of(stop))] : []);
    for (const button of list.querySelectorAll<HTMLElement>('[tabindex="0"]')) if (!keep.has(button)) button.tabIndex = -1;
    for (const button of keep) button.tabIndex = 0;
  }

  /** Right leads from a row to its buttons and its tick, left back to it and on to its heading; left folds a notice, right unfolds it. */
  function sideways(key: string, focused: Element): HTMLElement | undefined {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
    const own = folds.of(focused);
    if (own) {
      setFolded(own, key === "ArrowLeft");
      return own.button;
    }
    const row = rows.of(focused);
    if (!row) return undefined;
    const line = [row.item, ...rows.controls(row)];
    const at = line.findIndex((button) => button === focused);
    if (key === "ArrowRight") return line[at + 1];
    return at > 0 ? line[at - 1] : focused.closest(".group")?.querySelector<HTMLElement>(".fold") ?? undefined;
  }

  function setFolded({ root, button }: Fold, folded: boolean): void {
    root.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
    if (folded && root.querySelector('.item[tabindex="0"]')) makeStop(button);
  }

  return { stops, makeStop, setFolded, leads: (key, focused, row) => sideways(key, focused) ?? arrow(key, stops(), row?.item ?? focused) };
}

/** Where an arrow key leads from the focused button. */
function arrow(key: string, all: HTMLElement[], focused: Element): HTMLElement | undefined {
  const at = all.findIndex((button) => button === focused);
  if (at < 0) return undefined;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  return to === undefined ? undefined : all[to];
}

/** The act whose key was pressed. */
export function actOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Act | undefined {
  if (key !== "Enter" || ctrlKey === metaKey || altKey) return undefined;
  return shiftKey ? "mask" : "fix";
}
