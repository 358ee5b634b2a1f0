import type { Lang, Verdict } from "../../../crate/wasm/api.d.ts";
import { signWord } from "../points/details.ts";
import { h, setText } from "../elements/elements.ts";
import type { Strings } from "../words/words.ts";

/** What is marked in a text, the heaviest first, as it looks there. */
const MARKS = ["wrong", "doubtful", "plausible", "verified", "exposed"] as const;

interface Words {
  title: string;
  signs: string;
  /** What to do about a mark. */
  todo: Record<Verdict | "exposed", string>;
  /** What a notice lacks, and what is only worth knowing. */
  notice: string;
  noticeTodo: string;
  hintTodo: string;
  limitsTitle: string;
  limits: string[];
  usageTitle: string;
  usage: string[];
  keysTitle: string;
  keys: [string, string][];
  privacyTitle: string;
  privacy: string;
}

const WORDS: Record<Lang, Words> = {
  zh: {
    title: "帮助",
    signs: "标记是什么意思",
    todo: {
      wrong: "请对照证照原件改正。",
      doubtful: "对得上就在列表里打勾，对不上就改。",
      plausible: "刊验算不出对错，只能看原件。",
      verified: "号码本身没有查出毛病；是不是这一家、这个人的，仍看原件。",
      exposed: "点“脱敏”；法律要求公开的可以不遮。",
    },
    notice: "公告缺了什么，或者前后不一致。",
    noticeTodo: "点列表里的那一条，会跳到有关的地方。",
    hintTodo: "提示不算错，知道就好。",
    limitsTitle: "“已验”不说明什么",
    limits: [
      "只说明号码的写法正确、自己对得上。",
      "不说明这个单位或个人真的存在，也不说明号码就是它的。",
      "没有标记的地方，不等于没有错：刊验只查号码和公告的要件，不校对文字。",
    ],
    usageTitle: "怎么用",
    usage: ["贴上文字，或打开、拖入文件；选好见报日。", "按 F8 逐个看问题：修正、脱敏，或与原件核对后打勾。", "点“导出”，打印核验单，三审签名。"],
    keysTitle: "快捷键",
    keys: [
      ["F8", "下一处问题，Shift+F8 上一处"],
      ["Alt+Enter", "看光标处的详情"],
      ["Ctrl+Enter", "修正光标处的号码"],
      ["Ctrl+Shift+Enter", "脱敏：给光标处的号码打星号"],
      ["Ctrl+Z", "撤销"],
      ["Ctrl+F", "查找和替换"],
      ["Ctrl+P", "打印核验单"],
      ["F1", "打开帮助"],
    ],
    privacyTitle: "隐私",
    privacy: "文字只在这台电脑上检查，不上传、不保存；关掉页面就没有了，要留的请先复制或导出。",
  },
  en: {
    title: "Help",
    signs: "What the marks mean",
    todo: {
      wrong: "Correct it by the original.",
      doubtful: "If it agrees with the original, tick it in the list; if not, correct it.",
      plausible: "Kanyan cannot tell: only the original can.",
      verified: "Nothing speaks against the number; whose it is, the original tells.",
      exposed: "Press “Mask”, unless the law wants it in full.",
    },
    notice: "The notice lacks something, or disagrees with itself.",
    noticeTodo: "Choose it in the list to go to the places it is about.",
    hintTodo: "A hint is no mistake, only good to know.",
    limitsTitle: "What “verified” does not mean",
    limits: [
      "It says that a number is well formed and agrees with itself, no more.",
      "It does not say that the company or person exists, nor that the number is theirs.",
      "A place without a mark may still be wrong: numbers and what a notice must have are checked, the wording is not.",
    ],
    usageTitle: "How to use it",
    usage: ["Paste a text, or open or drop files; set the day of publication.", "Go through the problems with F8: fix, mask, or compare with the original and tick.", "Choose “Export” and print the check sheet for the readers to sign."],
    keysTitle: "Keys",
    keys: [
      ["F8", "next problem; Shift+F8 the one before"],
      ["Alt+Enter", "details at the cursor"],
      ["Ctrl+Enter", "fix the number at the cursor"],
      ["Ctrl+Shift+Enter", "mask the number at the cursor"],
      ["Ctrl+Z", "undo"],
      ["Ctrl+F", "find and replace"],
      ["Ctrl+P", "print the check sheet"],
      ["F1", "this help"],
    ],
    privacyTitle: "Privacy",
    privacy: "The text is checked on this computer only; it is not sent and not stored. It is gone when the page is closed: copy or export what you need.",
  },
};

/** The page of help (帮助), one screen in a dialog. */
export interface Help {
  speak(strings: Strings, lang: Lang): void;
}

/** `opener` opens the dialog, as F1 does, and `?` where nothing is being typed. What had the focus has it again afterwards. */
export function createHelp(dialog: HTMLDialogElement, opener: HTMLElement, strings: Strings, lang: Lang): Help {
  let before: Element | null = null;
  const close = h("button");
  close.type = "button";
  const title = h("h2");
  title.id = `${dialog.id}-title`;
  // A stop for the tab key, from which the arrows scroll.
  const scroller = h("div", "scroller");
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "group");
  scroller.setAttribute("aria-labelledby", title.id);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(h("div", "head", title, close), scroller);

  opener.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    // What is not in it is around it.
    if (target === dialog) dialog.close();
  });
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

  function speak(words: Strings, lang: Lang): void {
    const help = WORDS[lang];
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
            h("dd", "", h("span", "meaning", sentence(words.meaning[sign], lang)), " ", help.todo[sign]),
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

  speak(strings, lang);

  return { speak };
}

function section(title: string, ...content: Node[]): HTMLElement {
  return h("section", "", h("h3", "", title), ...content);
}

/** The meanings are parts of sentences elsewhere. */
function sentence(text: string, lang: Lang): string {
  return lang === "zh" ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Each key as a key: `Ctrl+Z` is two. */
function keyNames(keys: string): (Node | string)[] {
  return keys.split("+").flatMap((key, index) => [...(index > 0 ? ["+"] : []), h("kbd", "", key)]);
}
