import type { Lang } from "../../../crate/wasm/api.d.ts";
import type { How } from "../editor/deeds.ts";

/** The columns of the sheet and of the table for spreadsheets. */
export type Column = "no" | "notice" | "line" | "column" | "place" | "sign" | "exposed" | "kind" | "label" | "value" | "problems" | "done";

/** The words of the sheet (核验单), of what is saved and copied, and of 计费. */
export interface ReportWords {
  title: string;
  /** Head of the sheet. */
  checkedBy: string;
  checkedAt: string;
  published: string;
  file: string;
  noFile: string;
  hash: string;
  hashHint: string;
  size: string;
  sizeOf(characters: number, lines: number): string;
  found: string;
  foundOf(numbers: number, notices: number): string;
  result: string;
  /** Of all that must be looked at, so many were dealt with. */
  handled(done: number, of: number): string;
  nothingToHandle: string;
  columns: Record<Column, string>;
  /** A place in the text. */
  place(line: number, column: number): string;
  nthNotice(nth: number): string;
  lines(first: number, last: number): string;
  inNotice: string;
  /** In brackets behind what was done or said. */
  aside(text: string): string;
  /** Several places. */
  places(list: string[]): string;
  yes: string;
  /** What was done. */
  done: Record<How, string>;
  /** What spoke against a number before it was masked. */
  beforeMask(message: string): string;
  /** Something must be done, and nothing was. */
  undone: string;
  none: string;
  noNumbers: string;
  /** Below the table. */
  masked: string;
  limits: string;
  readers: [string, string, string];
  name: string;
  day: string;
  /** The tick in the list. */
  confirm: string;
  confirmHint: string;
  /** Between two things that were done. */
  then: string;
  /** The menu (导出). */
  exports: string;
  exportsHint: string;
  /** There is no check to make anything of. */
  nothingYet: string;
  print: string;
  printHint: string;
  csv: string;
  csvHint: string;
  json: string;
  jsonHint: string;
  copy: string;
  copyHint: string;
  copyPlain: string;
  copyPlainHint: string;
  copied: string;
  /** The text without marks was copied. */
  copiedPlain: string;
  /** A file of this name was saved. */
  saved(name: string): string;
  notCopied: string;
  /** Over the list of problems below the marked text. */
  toCheck(count: number): string;
  /** 计费. */
  billing: Record<"title" | "hint" | "what" | "whole" | "selected" | "all" | "plain" | "allHalf" | "plainHalf" | "width" | "lines" | "halfHint" | "linesHint", string> & {
    /** Lines of so many characters. */
    linesOf(width: number): string;
  };
}

const zh: ReportWords = {
  title: "核验单",
  checkedBy: "核验程序",
  checkedAt: "核验时间",
  published: "见报日",
  file: "文件",
  noFile: "粘贴的文字",
  hash: "文字指纹",
  hashHint: "SHA-256，按 UTF-8、换行为 LF 计算；文字改动一个字，指纹就不同",
  size: "篇幅",
  sizeOf: (characters, lines) => `${characters} 字，${lines} 行`,
  found: "查到",
  foundOf: (numbers, notices) => `${numbers} 个号码，${notices} 则公告`,
  result: "结果",
  handled: (done, of) => `要处理的号码 ${of} 个，已处理 ${done} 个`,
  nothingToHandle: "没有要处理的号码",
  columns: {
    no: "序号",
    notice: "公告",
    line: "行",
    column: "列",
    place: "行:列",
    sign: "结论",
    exposed: "未遮盖",
    kind: "种类",
    label: "原文名称",
    value: "号码",
    problems: "问题",
    done: "处理",
  },
  place: (line, column) => `${line}:${column}`,
  nthNotice: (nth) => `第 ${nth} 则`,
  lines: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  inNotice: "公告内容",
  aside: (text) => `（${text}）`,
  places: (list) => list.join("、"),
  yes: "是",
  done: { fixed: "已修正", masked: "已脱敏", confirmed: "已与原件核对" },
  beforeMask: (message) => `脱敏前：${message}`,
  undone: "未处理",
  none: "—",
  noNumbers: "没有查到号码。",
  masked: "标“未遮盖”的号码在文字里是完整的；本单要存档，所以这里遮住了一部分。",
  limits: "“已验”只说明号码写法正确、前后相符，不说明单位或个人真实存在，也不说明号码属于它；请与证照原件核对。",
  readers: ["初审", "复审", "终审"],
  name: "签名",
  day: "日期",
  confirm: "已与原件核对",
  confirmHint: "和证照原件逐字对过，就打勾；号码一改，勾就取消",
  then: "，",
  exports: "导出",
  exportsHint: "核验单、表格、复制文字",
  nothingYet: "还没有查完的文字，没有可导出的。",
  print: "打印核验单",
  printHint: "打印，或存成 PDF，供三审签名",
  csv: "存成表格（CSV）",
  csvHint: "用 Excel 或 WPS 打开",
  json: "存成数据（JSON）",
  jsonHint: "给程序用",
  copy: "复制带标记的文字",
  copyHint: "贴到邮件或 Word，标记还在；没遮盖的号码照样完整",
  copyPlain: "复制文字",
  copyPlainHint: "只有文字，修正和脱敏都在里面",
  copied: "已复制带标记的文字，可以贴到邮件或 Word。",
  copiedPlain: "已复制文字。",
  saved: (name) => `已存成“${name}”，请到浏览器的下载文件夹里找。`,
  notCopied: "浏览器不让复制，请选中文字后按 Ctrl+C。",
  toCheck: (count) => `请核对 ${count} 处：`,
  billing: {
    title: "计费",
    hint: "按字数或按行数算价钱",
    what: "字数",
    whole: "全文",
    selected: "选中",
    all: "含标点",
    plain: "不含标点",
    allHalf: "含标点，数字字母两个算一字",
    plainHalf: "不含标点，数字字母两个算一字",
    width: "每行字数",
    lines: "行数",
    linesOf: (width) => `每行 ${width} 字`,
    halfHint: "空格、空行都不算",
    linesHint: "每段另起一行，数字字母占半字；实际排版避头尾，可能差一行",
  },
};

const en: ReportWords = {
  title: "Check sheet",
  checkedBy: "Checked with",
  checkedAt: "Checked at",
  published: "Published",
  file: "File",
  noFile: "pasted text",
  hash: "Fingerprint",
  hashHint: "SHA-256 of the text as UTF-8 with LF line ends: another character, another fingerprint",
  size: "Length",
  sizeOf: (characters, lines) => `${count(characters, "character")}, ${count(lines, "line")}`,
  found: "Found",
  foundOf: (numbers, notices) => `${count(numbers, "number")}, ${count(notices, "notice")}`,
  result: "Result",
  handled: (done, of) => `${count(of, "number")} to deal with, ${done} dealt with`,
  nothingToHandle: "no number to deal with",
  columns: {
    no: "No.",
    notice: "Notice",
    line: "Line",
    column: "Column",
    place: "Place",
    sign: "Verdict",
    exposed: "Unmasked",
    kind: "Kind",
    label: "Called",
    value: "Number",
    problems: "Problems",
    done: "Done",
  },
  place: (line, column) => `${line}:${column}`,
  nthNotice: (nth) => `Notice ${nth}`,
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  inNotice: "the notice",
  aside: (text) => ` (${text})`,
  places: (list) => list.join(", "),
  yes: "yes",
  done: { fixed: "fixed", masked: "masked", confirmed: "compared with the original" },
  beforeMask: (message) => `Before the mask: ${message}`,
  undone: "not dealt with",
  none: "–",
  noNumbers: "No number was found.",
  masked: "Numbers called “unmasked” stand in full in the text; this sheet is kept, so part of them is hidden here.",
  limits:
    "“Verified” says that a number is well formed and agrees with itself. It does not say that the company or person exists, nor that the number is theirs: compare with the original.",
  readers: ["First reader", "Second reader", "Final reader"],
  name: "Name",
  day: "Date",
  confirm: "compared with the original",
  confirmHint: "Tick it when you have compared every character with the original; a change of the number takes the tick away",
  then: ", ",
  exports: "Export",
  exportsHint: "Check sheet, table, copies of the text",
  nothingYet: "There is no checked text yet, so nothing to export.",
  print: "Print the sheet",
  printHint: "Print it, or save it as PDF, for the readers to sign",
  csv: "Save a table (CSV)",
  csvHint: "For Excel or WPS",
  json: "Save data (JSON)",
  jsonHint: "For programs",
  copy: "Copy the text with marks",
  copyHint: "For mail or Word; numbers that are not masked stay whole",
  copyPlain: "Copy the text",
  copyPlainHint: "The text alone, as fixed and masked",
  copied: "The text with marks is copied: paste it into mail or Word.",
  copiedPlain: "The text is copied.",
  saved: (name) => `Saved as “${name}”, where your browser puts downloads.`,
  notCopied: "The browser does not allow copying: select the text and press Ctrl+C.",
  toCheck: (count) => (count === 1 ? "1 place to check:" : `${count} places to check:`),
  billing: {
    title: "Price",
    hint: "For prices by characters or by lines",
    what: "Characters",
    whole: "Whole text",
    selected: "Selection",
    all: "with punctuation",
    plain: "without punctuation",
    allHalf: "with punctuation, two digits or letters as one",
    plainHalf: "without punctuation, two digits or letters as one",
    width: "Characters a line",
    lines: "Lines",
    linesOf: (width) => `lines of ${width}`,
    halfHint: "Blanks and empty lines are not counted",
    linesHint: "Each paragraph starts a line, digits and letters are half as wide; layout may differ by a line",
  },
};

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

export const reportWords: Record<Lang, ReportWords> = { zh, en };
