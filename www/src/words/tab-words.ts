import type { Lang } from "../../../crate/wasm/api.d.ts";

/** The words of opened files (打开的文件) in the page; what the readers say is in file-words.ts. */
export interface TabWords {
  tabs: string;
  /** The first tab: what was pasted or typed. */
  pasted: string;
  /** Instead of a verdict. */
  waiting: string;
  failed: string;
  empty: string;
  none: string;
  close: string;
  closeHint: string;
  closeAll: string;
  closed(names: readonly string[]): string;
  restore: string;
  /** Takes one sentence away, or all of them. */
  dismiss: string;
  dismissAll: string;
  /** A sentence about a file. */
  about(name: string, sentence: string): string;
  encoding: string;
  encodingHint: string;
  reread(encoding: string): string;
  /** Read so, there is no text in it. */
  notSo(encoding: string): string;
  /** The file, its place from 1, of how many. */
  reading(name: string, file: number, files: number): string;
  /** How far it is in that file, by its pages or by the files in it. */
  pages(which: string, done: number, total: number): string;
  entries(which: string, done: number, total: number): string;
  progress: string;
  cancel: string;
  /** Cancelled with so many files not read. */
  left(files: number): string;
}

const zh: TabWords = {
  tabs: "打开的文字",
  pasted: "粘贴的文字",
  waiting: "待查",
  failed: "没有查成",
  empty: "没有文字",
  none: "没有号码",
  close: "关闭",
  closeHint: "关闭这一份；在标签上按 Delete 也行",
  closeAll: "全部关闭",
  closed: ([name = "", ...more]) => (more.length === 0 ? `已关闭“${name}”。` : `已关闭 ${more.length + 1} 份文件。`),
  restore: "恢复",
  dismiss: "知道了",
  dismissAll: "全部收起",
  about: (name, sentence) => `${name}：${sentence}`,
  encoding: "编码",
  encodingHint: "文字是乱码时，换一种编码再读一遍",
  reread: (encoding) => `已按 ${encoding} 再读一遍，按 Ctrl+Z 换回`,
  notSo: (encoding) => `按 ${encoding} 读不出文字，没有换。`,
  reading: (name, file, files) => (files === 1 ? `正在读“${name}”` : `正在读第 ${file} 份，共 ${files} 份：“${name}”`),
  pages: (which, done, total) => `${which}，读完 ${done} 页，共 ${total} 页`,
  entries: (which, done, total) => `${which}，解开 ${done} 份，共 ${total} 份`,
  progress: "读文件的进度",
  cancel: "取消",
  left: (files) => `已取消，还有 ${files} 份没有读。`,
};

const en: TabWords = {
  tabs: "Open texts",
  pasted: "Pasted text",
  waiting: "to be checked",
  failed: "not checked",
  empty: "no text",
  none: "no numbers",
  close: "Close",
  closeHint: "Close this one; on its tab, the Delete key does it",
  closeAll: "Close all",
  closed: ([name = "", ...more]) => (more.length === 0 ? `“${name}” was closed.` : `${more.length + 1} files were closed.`),
  restore: "Bring back",
  dismiss: "Dismiss",
  dismissAll: "Dismiss all",
  about: (name, sentence) => `${name}: ${sentence}`,
  encoding: "Encoding",
  encodingHint: "If the characters are garbled, read the file once more in another encoding",
  reread: (encoding) => `Read once more as ${encoding}; Ctrl+Z takes it back`,
  notSo: (encoding) => `As ${encoding} there is no text in it; nothing was changed.`,
  reading: (name, file, files) => (files === 1 ? `Reading “${name}”` : `Reading file ${file} of ${files}, “${name}”`),
  pages: (which, done, total) => `${which}: page ${done} of ${total}`,
  entries: (which, done, total) => `${which}: ${done} of ${total} unpacked`,
  progress: "Progress of the reading",
  cancel: "Cancel",
  left: (files) => `Cancelled; ${files === 1 ? "1 file was" : `${files} files were`} not read.`,
};

export const tabWords: Record<Lang, TabWords> = { zh, en };
