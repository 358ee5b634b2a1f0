import { h, setText } from "../elements/elements.ts";
import type { Words } from "../words/words.ts";
import { type Account, account, beforeMasks, type Source } from "./account.ts";
import { copy, type Copied } from "./copy.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { marked } from "./marked-text.ts";
import { printsSheet } from "./print.ts";
import { save, saveName } from "./save.ts";
import { sheet } from "./sheet.ts";

/** What can be handed on, in the order of the menu. */
const WAYS = ["print", "csv", "json", "copy", "copyPlain"] as const;
type Way = (typeof WAYS)[number];

/** What there is to hand on. */
export interface Given {
  /** A check of the text as it stands; `undefined` while there is none. */
  source(): Source | undefined;
  text(): string;
  /** A piece of the text as it is handed on. */
  written(piece: string): string;
  /** Tells what was done. */
  say(text: string): void;
}

/** The menu of what is made of a check (导出): the sheet, files, copies. */
export interface Exports {
  speak(strings: Words): void;
}

/** A menu button as WAI-ARIA describes it, in `root`. It also sees to it that whatever way one prints, the sheet is printed. */
export function createExports(root: HTMLElement, strings: Words, given: Given): Exports {
  let words = strings;

  const word = h("span");
  const button = h("button", "opener", word);
  button.id = `${root.id}-button`;
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  const items = WAYS.map((way) => {
    const [name, hint] = [h("span", "name"), h("span", "hint")];
    const item = h("button", "choice", name, hint);
    item.tabIndex = -1;
    item.setAttribute("role", "menuitem");
    item.addEventListener("click", () => choose(way, item));
    return { way, item, name, hint };
  });
  const note = h("p");
  note.id = `${root.id}-note`;
  const menu = h("div", "", ...items.map(({ item }) => item));
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-labelledby", button.id);
  menu.setAttribute("aria-describedby", note.id);
  const popup = h("div", "popup", note, menu);
  popup.hidden = true;
  popup.id = `${root.id}-popup`;
  root.append(button, popup);

  button.addEventListener("click", () => (popup.hidden ? open(0) : close()));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  root.addEventListener("keydown", (event) => {
    if (popup.hidden || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      // What the menu stands in stays open.
      event.stopPropagation();
      close();
      button.focus();
    } else if (event.target !== button) {
      const at = items.findIndex(({ item }) => item === event.target);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      focus(to);
    }
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Node && root.contains(target))) close();
  });

  const focus = (at: number) => items.at(at % items.length)!.item.focus();

  function open(at: number): void {
    const source = given.source();
    const text = source !== undefined || given.text() !== "";
    for (const { way, item } of items) item.setAttribute("aria-disabled", String(way === "copyPlain" ? !text : source === undefined));
    note.hidden = source !== undefined;
    setText(note, source ? "" : words.report.nothingYet);
    popup.hidden = false;
    button.setAttribute("aria-expanded", "true");
    focus(at);
  }

  function close(): void {
    popup.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  function choose(way: Way, item: HTMLElement): void {
    if (item.getAttribute("aria-disabled") === "true") return;
    close();
    button.focus();
    void DO[way]();
  }

  const made = (): Account | undefined => {
    const source = given.source();
    return source && account(source);
  };

  const DO: Record<Way, () => void | Promise<void>> = {
    print: () => print(),
    csv: () => saved("csv"),
    json: () => saved("json"),
    async copy() {
      const source = given.source();
      if (!source) return;
      const findings = beforeMasks(source.report.findings, source.done, words);
      await copied(marked(source.text, { ...source.report, findings }, words, given.written), words.report.copied);
    },
    copyPlain: () => copied({ plain: given.written(given.text()) }, words.report.copiedPlain),
  };

  function saved(ending: "csv" | "json"): void {
    const what = made();
    if (!what) return;
    const name = saveName(what.file, words.report.title, what.checkedAt, ending);
    if (ending === "csv") save(csv(what, words), name, "text/csv");
    else save(json(what), name, "application/json");
    given.say(words.report.saved(name));
  }

  async function copied(what: Copied, told: string): Promise<void> {
    given.say((await copy(what)) ? told : words.report.notCopied);
  }

  function speak(): void {
    setText(word, words.report.exports);
    button.title = words.report.exportsHint;
    setText(note, note.hidden ? "" : words.report.nothingYet);
    for (const { way, name, hint } of items) {
      setText(name, words.report[way]);
      setText(hint, words.report[`${way}Hint`]);
    }
  }

  printsSheet(() => {
    const what = made();
    return what && sheet(what, words);
  });
  speak();

  return {
    speak(next) {
      words = next;
      speak();
    },
  };
}
