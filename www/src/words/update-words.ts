import type { Lang } from "../../../crate/wasm/api.d.ts";

/** The line that announces a new version. */
export interface UpdateWords {
  ready: string;
  /** The same, with a text in the page: what happens to it. */
  held: string;
  now: string;
  copyNow: string;
  later: string;
  notCopied: string;
}

/** Apart from the rest of the catalogue: only the site has new versions, and the one file is built without these words. */
export const updateWords: Record<Lang, UpdateWords> = {
  zh: {
    ready: "刊验有新版本，已经备好，下次打开就是它。",
    held: "刊验有新版本，已经备好，下次打开就是它。现在换，页面会重新打开：这里的文字先替您复制，打开后按 Ctrl+V 贴回。",
    now: "现在换",
    copyNow: "复制文字，现在换",
    later: "以后再说",
    notCopied: "文字没有复制成，所以没有换。请先自己把文字复制走，清空后再换。",
  },
  en: {
    ready: "A new version of Kanyan is ready; the next time you open it, it is there.",
    held: "A new version of Kanyan is ready; the next time you open it, it is there. To change now, the page opens afresh: your text is copied first, paste it back with Ctrl+V.",
    now: "Change now",
    copyNow: "Copy the text, change now",
    later: "Later",
    notCopied: "The text could not be copied, so nothing was changed. Copy it yourself, empty the page, then change.",
  },
};
