import { frame } from "../elements/dialog.ts";
import { h, setText } from "../elements/elements.ts";
import { signWord } from "../elements/signs.ts";
import type { Words } from "../words/words.ts";

/** What is marked in a text, the heaviest first, as it looks there. */
const MARKS = ["wrong", "doubtful", "plausible", "verified", "exposed"] as const;

/** The page of help (帮助), one screen in a dialog. */
export interface Help {
  speak(strings: Words): void;
}

/** `opener` opens the dialog, as F1 does, and `?` where nothing is being typed. What had the focus has it again afterwards. */
export function createHelp(dialog: HTMLDialogElement, opener: HTMLElement, strings: Words): Help {
  let before: Element | null = null;
  const { title, close, scroller } = frame(dialog);

  opener.addEventListener("click", open);
  dialog.addEventListener("close", () => {
    if (before instanceof HTMLElement && before !== document.body) before.focus();
  });
  addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || event.isComposing) return;
    const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
    if (key !== "F1" && (key !== "?" || typing)) return;
    event.preventDefault();
    open();
  });

  function open(): void {
    // Over another dialog it would hide what is being read.
    if (document.querySelector("dialog[open]")) return;
    before = document.activeElement;
    // Safari does not focus a button that is clicked.
    if (before === document.body) before = opener;
    dialog.showModal();
    scroller.scrollTop = 0;
    close.focus();
  }

  function speak(words: Words): void {
    const { help } = words;
    setText(opener, help.title);
    setText(title, help.title);
    setText(close, words.close);
    scroller.replaceChildren(
      section(
        help.signs,
        h(
          "dl",
          "signs",
          ...MARKS.flatMap((sign) => [
            h("dt", "", signWord(sign, words), h("span", `kn ${sign}`, "0123456789")),
            h("dd", "", h("span", "meaning", words.sentence(words.meaning[sign])), " ", help.todo[sign]),
          ]),
          h("dt", "", h("span", "kp wrong", words.sign.wrong), h("span", "kp doubtful", words.sign.doubtful), h("span", "kp hint", words.hint)),
          h("dd", "", h("span", "meaning", help.notice), " ", help.noticeTodo, " ", help.hintTodo),
        ),
      ),
      section(help.limitsTitle, h("ul", "points", ...help.limits.map((text) => h("li", "", text)))),
      section(help.usageTitle, h("ol", "points", ...help.usage.map((text) => h("li", "", text)))),
      section(help.keysTitle, h("dl", "keys", ...help.keys.flatMap(([key, what]) => [h("dt", "", ...keyNames(key)), h("dd", "", what)]))),
      section(help.privacyTitle, h("p", "", help.privacy)),
    );
  }

  speak(strings);

  return { speak };
}

function section(title: string, ...content: Node[]): HTMLElement {
  return h("section", "", h("h3", "", title), ...content);
}

/** Each key as a key: `Ctrl+Z` is two. */
function keyNames(keys: string): (Node | string)[] {
  return keys.split("+").flatMap((key, index) => [...(index > 0 ? ["+"] : []), h("kbd", "", key)]);
}
