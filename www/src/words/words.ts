import type { KindInfo, Verdict } from "../../../crate/wasm/api.d.ts";

/** What a finding is shown as: its verdict, or that it is still being typed. */
export type Sign = Verdict | "pending";

/** How sure the source of a kind is. */
export type Confidence = KindInfo["confidence"];

/** Everything that has a small picture of its own. */
export type Picture = Sign | "exposed" | "hint" | Confidence;

/** What the page reports besides the findings. */
export type PageTrouble = "panic" | "failed" | "noEngine" | "undo" | "cancelled";

/** What the program can do to a number: write it as it should be written (修正), or mask it (脱敏). */
export type Act = "fix" | "mask";

/** What can be done about a number (处理): put right, masked, or compared with the original by hand. */
export type How = "fixed" | "masked" | "confirmed";

/** The columns of the sheet and of the table for spreadsheets. */
export type Column = "no" | "notice" | "line" | "column" | "place" | "sign" | "exposed" | "kind" | "label" | "value" | "problems" | "done";

/** How the bytes of a text are read (编码). */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** Why a file gives no text. */
export type FileTrouble =
  | "unknown"
  | "old"
  | "image"
  | "archive"
  | "encrypted"
  | "broken"
  | "scanned"
  | "empty"
  | "large"
  | "unpacked"
  | "nested"
  | "unreadable"
  | "reader";

/** What to know about a text that was read. */
export type FileNote =
  /** Some bytes are no characters in this encoding. */
  | { code: "garbled" }
  /** A spreadsheet holds long numbers as numbers: their last digits were lost when it was written. */
  | { code: "digits" }
  /** These pages have no text, counted from 1. */
  | { code: "pages"; pages: readonly number[] };

/** Every word of the page itself. Names, problems and facts of numbers are not here: they come from the core. */
export interface Words {
  /** For the HTML `lang` attribute. */
  tag: string;
  name: string;
  title: string;
  text: string;
  placeholder: string;
  counts: string;
  findings: string;
  sign: Record<Sign, string>;
  /** Beside the verdict: a number of a person is printed in full. */
  exposed: string;
  /** What each sign means, a part of a sentence each. */
  meaning: Record<Verdict | "exposed", string>;
  /** Such a part as a sentence of its own. */
  sentence(part: string): string;
  /** The weight of what changes no verdict. */
  hint: string;
  /** What is marked in the text of a notice beside its numbers. */
  whole: string;
  /** Heading over the numbers that stand in no notice. */
  loose: string;
  /** How much there is under the heading of a notice. */
  size(numbers: number, problems: number): string;
  /** In place of a verdict, of a notice without any number that nothing speaks against. */
  nothingAmiss: string;
  /** Under the heading of a notice without any number. */
  noNumbers: string;
  /** A remark is about so many places. */
  places(count: number): string;
  placesHint: string;
  /** So many more remarks on one place. */
  others(count: number): string;
  /** The filter of the list. */
  onlyProblems: string;
  onlyProblemsHint: string;
  day: string;
  dayHint: string;
  open: string;
  openHint: string;
  sample: string;
  sampleHint: string;
  otherLang: string;
  otherLangHint: string;
  dark: string;
  darkHint: string;
  light: string;
  lightHint: string;
  /** Empty state: what to do. */
  start: string;
  /** Nothing leaves the computer. */
  privacy: string;
  keys: string;
  noneFound: string;
  /** Over a list without a single finding to look at. */
  allClear: string;
  more(count: number): string;
  goTo(count: number, sign: string): string;
  /** For the live region. */
  tally(parts: string[], total: number, notices: number, troubled: number): string;
  item(sign: string, count: number): string;
  /** For the live region when the details open. */
  details(parts: string[]): string;
  /** Name of the box with the details of a place in the text. */
  detailsOf: string;
  /** What can be done to a number. */
  act: Record<Act, string>;
  /** A button's name: what it does, and to what end. */
  about(act: string, message: string): string;
  /** For readers of the screen: the key that does it. */
  byKey(key: string, act: string): string;
  /** The buttons that do it to all numbers. */
  bulk: string;
  all: Record<Act, (count: number) => string>;
  allHint: Record<Act, string>;
  /** The button that masks what is wrong or doubtful, too. */
  maskRest(count: number): string;
  maskRestHint: string;
  /** Over the mask of a number that is wrong or doubtful. */
  maskHides: string;
  /** Such a mask was asked for; asking again does it. */
  maskOnceMore: string;
  /** What was done, to how many numbers; to which, if it is one. */
  done: Record<Act, (count: number, what?: string) => string>;
  /** Behind that: characters beside numbers that were put right, numbers that were not masked. */
  doneBeside(asides: number): string;
  leftUnmasked(count: number): string;
  /** Why nothing was done. */
  nothing: Record<Act, string>;
  onlyCompare: string;
  stale: string;
  /** Over what might have been meant; and that only the original can decide. */
  maybe: string;
  compare: string;
  /** Beside a number as it is printed, and as it might be. */
  printed: string;
  meant: string;
  /** Both, to be read aloud digit by digit. */
  aloud(printed: string, meant: string): string;
  /** Opens what might have been meant, and why it should be masked, in the list. */
  unfold(likely: number): string;
  unfoldHint: string;
  /** What the bar has no room for. */
  menu: string;
  menuHint: string;
  /** The list of what is checked. */
  scope: string;
  scopeHint: string;
  close: string;
  search: string;
  /** So many kinds are shown, of so many. */
  shown(count: number, total: number): string;
  /** No kind holds the words that were typed. */
  noKind(search: string): string;
  confidence: Record<Confidence, string>;
  /** What that means for the verdict, one sentence each. */
  confidenceMeaning: Record<Confidence, string>;
  trouble: Record<PageTrouble, string>;
  /** A large text is being checked, for so many seconds. */
  checking(seconds: number): string;
  progress: string;
  cancel: string;
  /** What is made of a check: the sheet, what is saved and copied, prices. */
  report: ReportWords;
  /** Open files: their tabs, the line while they are read. */
  tabs: TabWords;
  /** What the readers of files report. */
  files: FileWords;
  help: HelpWords;
  /** CodeMirror's own words (its search panel), by their English originals. */
  phrases: Record<Phrase, string>;
}

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

/** The words of opened files (打开的文件). */
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

/** What the readers have to say (文件). */
export interface FileWords {
  trouble: Record<FileTrouble, string>;
  note(note: FileNote): string;
  encoding: Record<Encoding, string>;
}

/** The page of help (帮助). */
export interface HelpWords {
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

/** The phrases of CodeMirror that the page can show. */
export type Phrase =
  | "Find"
  | "Replace"
  | "next"
  | "previous"
  | "replace"
  | "replace all"
  | "close"
  | "current match"
  | "on line"
  | "replaced match on line $"
  | "replaced $ matches"
  | "Selection deleted";
