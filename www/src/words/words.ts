import type { KindInfo, Lang, Verdict } from "../../../crate/wasm/api.d.ts";
import type { Act } from "../editor/fixing.ts";
import { reportWords, type ReportWords } from "./report-words.ts";

/** What a finding is shown as: its verdict, or that it is still being typed. */
export type Sign = Verdict | "pending";

/** How sure the source of a kind is. */
export type Confidence = KindInfo["confidence"];

/** Everything that has a small picture of its own. */
export type Picture = Sign | "exposed" | "hint" | Confidence;

/** What the page has to tell besides the findings. */
export type Trouble = "panic" | "failed" | "noEngine" | "undo" | "cancelled";

/** Every word of the page itself. Names, problems and facts of numbers are not here: they come from the core. */
export interface Strings {
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
  /** What each sign means, one sentence a sign. */
  meaning: Record<Verdict | "exposed", string>;
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
  /** Name of the box that tells of a place in the text. */
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
  /** One asked for such a mask; once more does it. */
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
  /** Over what might have been meant; and that only the original tells. */
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
  trouble: Record<Trouble, string>;
  /** A large text is being checked, for so many seconds. */
  checking(seconds: number): string;
  progress: string;
  cancel: string;
  /** What is made of a check: the sheet, what is saved and copied, prices. */
  report: ReportWords;
  /** CodeMirror's own words (its search panel), by their English originals. */
  phrases: Record<Phrase, string>;
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

const zh: Strings = {
  tag: "zh-CN",
  name: "刊验",
  title: "刊验 · 公告号码检查",
  text: "公告文字",
  placeholder: "把声明、公告的文字粘贴到这里",
  counts: "检查结果",
  findings: "公告和号码",
  sign: { verified: "已验", plausible: "合式", doubtful: "存疑", wrong: "有误", pending: "输入中" },
  exposed: "未遮盖",
  meaning: {
    wrong: "违反标准，一定有错",
    doubtful: "不常见，或前后不一致，请核对",
    exposed: "印出了完整的个人号码",
    plausible: "写法对，但没有可验算的，请核对",
    verified: "校验码或代码表对得上",
  },
  hint: "提示",
  whole: "公告缺了什么，或者哪里不一致",
  loose: "不在公告里的号码",
  size: (numbers, problems) => [numbers === 0 ? "没有号码" : `${numbers} 个号码`, ...(problems > 0 ? [`${problems} 处问题`] : [])].join("，"),
  nothingAmiss: "未见问题",
  noNumbers: "没有号码，内容也没查出问题",
  places: (count) => `涉及 ${count} 处`,
  placesHint: "再点一次，去另一处",
  others: (count) => `还有 ${count} 条，见列表`,
  onlyProblems: "只看问题",
  onlyProblemsHint: "只列有误、存疑、未遮盖的",
  day: "见报日",
  dayHint: "以这一天为准检查日期和年份",
  open: "打开",
  openHint: "打开文件（Ctrl+O）：文本、Word、PDF、Excel、CSV、ZIP，可以一次选多份，也可以拖进来",
  sample: "示例",
  sampleHint: "换成一段编造的公告看看",
  otherLang: "EN",
  otherLangHint: "Switch to English",
  dark: "深色",
  darkHint: "换成深色界面",
  light: "浅色",
  lightHint: "换成浅色界面",
  start: "把声明、公告的文字粘贴进来，里面的号码当场查完：哪个有误、错在哪里，都列在这里。",
  privacy: "只在这台电脑上检查，文字不上传、不保存。",
  keys: "F8 下一处问题 · Alt+Enter 看详情 · Ctrl+Enter 修正 · Ctrl+Shift+Enter 脱敏 · F1 帮助",
  noneFound: "这段文字里没有查到号码。",
  allClear: "没有查出问题。合式的号码没有可验算的，仍请与原件核对。",
  more: (count) => `再列 ${count} 个`,
  goTo: (count, sign) => `${sign} ${count} 处，跳到下一处`,
  tally(parts, total, notices, troubled) {
    const numbers = total === 0 ? "没有查到号码" : `查到 ${total} 个号码：${parts.join("，")}`;
    if (notices === 0) return `${numbers}。`;
    return `${numbers}；${notices} 则公告，${troubled === 0 ? "都没有查出问题" : `其中 ${troubled} 则有问题`}。`;
  },
  item: (sign, count) => `${sign} ${count}`,
  details: (parts) => parts.join("，"),
  detailsOf: "号码详情",
  act: { fix: "修正", mask: "脱敏" },
  about: (act, message) => `${act}：${message}`,
  byKey: (key, act) => `按 ${key} ${act}`,
  bulk: "一并处理",
  all: { fix: (count) => `全部修正 (${count})`, mask: (count) => `全部脱敏 (${count})` },
  allHint: {
    fix: "只改写法，号码本身不变；按一次 Ctrl+Z 全部撤销",
    mask: "把完整的个人号码都打上星号，有误、存疑的除外；按一次 Ctrl+Z 全部撤销",
  },
  maskRest: (count) => `有误的也脱敏 (${count})`,
  maskRestHint: "只剩有误、存疑的号码没有脱敏：请先核对改正，脱敏后就查不出错了",
  maskHides: "这个号码还没有查对，脱敏后就看不出错在哪里：请先核对改正，再脱敏",
  maskOnceMore: "还没有查对，脱敏后就看不出错了：请先核对改正；一定要脱敏，再按一次",
  doneBeside: (asides) => `已把 ${asides} 个部首字符改成通常的汉字，按 Ctrl+Z 撤销`,
  leftUnmasked: (count) => `；另有 ${count} 个有误或存疑，没有脱敏，请先核对`,
  done: {
    fix: (count, what) => `已修正 ${count} 处${what ? `（${what}）` : ""}，按 Ctrl+Z 撤销`,
    mask: (count, what) => `已脱敏 ${count} 处${what ? `（${what}）` : ""}，按 Ctrl+Z 撤销`,
  },
  nothing: { fix: "这里没有可以直接改的写法", mask: "这里没有要脱敏的号码" },
  onlyCompare: "这个号码只有证照原件说了算：请核对后自己改",
  stale: "文字刚改过，等查完再试一次",
  maybe: "可能的写法",
  compare: "请与证照原件核对，这里不会替您改",
  printed: "原文",
  meant: "可能",
  aloud: (printed, meant) => `原文 ${printed}，可能 ${meant}`,
  unfold: (likely) => (likely > 0 ? `对照 (${likely})` : "依据"),
  unfoldHint: "列出可能的写法和依据",
  menu: "更多",
  menuHint: "打开、见报日、示例、语言、深浅色",
  scope: "核验范围",
  scopeHint: "能查哪些号码，各是什么写法、有什么依据",
  close: "关闭",
  search: "查找",
  shown: (count, total) => (count === total ? `共 ${total} 种` : `${count} 种，共 ${total} 种`),
  noKind: (search) => `没有找到“${search}”。这里没有的证件，只要写了名称，号码也会标出，但不校验。`,
  confidence: { sure: "有据可依", likely: "有例可循", weak: "仅凭样式" },
  confidenceMeaning: {
    sure: "有标准，或用真实号码验证过",
    likely: "见过实例，规律可信",
    weak: "只知道写法，从不判“有误”",
  },
  trouble: {
    panic: "检查程序出错了，已重新启动。文字没有动，随便改一个字就会再查。",
    failed: "这次没有查成，文字没有动。请随便改一个字再查；还不行，就先复制文字，再刷新页面。",
    noEngine: "检查程序没能启动，可能是浏览器太旧或关掉了 WebAssembly：请换 Chrome 109、Edge 109、Firefox 115 或更新的版本。",
    undo: "已换成示例；按 Ctrl+Z 换回原来的文字。",
    cancelled: "检查已取消，文字没有动，随便改一个字就会再查。",
  },
  checking: (seconds) => `文字很长，正在检查……${seconds} 秒`,
  progress: "检查进度",
  cancel: "取消",
  report: reportWords.zh,
  phrases: {
    Find: "查找",
    Replace: "替换",
    next: "下一个",
    previous: "上一个",
    replace: "替换",
    "replace all": "全部替换",
    close: "关闭",
    "current match": "当前匹配",
    "on line": "在行",
    "replaced match on line $": "已替换第 $ 行的匹配",
    "replaced $ matches": "已替换 $ 处",
    "Selection deleted": "已删去选中的文字",
  },
};

const en: Strings = {
  tag: "en",
  name: "Kanyan",
  title: "Kanyan · numbers in notices, checked",
  text: "Text of the notice",
  placeholder: "Paste the text of the notice here",
  counts: "Result",
  findings: "Notices and numbers",
  sign: { verified: "verified", plausible: "plausible", doubtful: "doubtful", wrong: "wrong", pending: "typing" },
  exposed: "unmasked",
  meaning: {
    wrong: "breaks the standard beyond doubt",
    doubtful: "unusual, or two things disagree: compare",
    exposed: "a person’s number is printed in full",
    plausible: "well formed, but nothing to compute: compare",
    verified: "check character or table agrees",
  },
  hint: "hint",
  whole: "the notice lacks something, or disagrees with itself",
  loose: "Numbers outside of notices",
  size: (numbers, problems) =>
    [numbers === 0 ? "no numbers" : numbers === 1 ? "1 number" : `${numbers} numbers`, ...(problems === 0 ? [] : [problems === 1 ? "1 problem" : `${problems} problems`])].join(", "),
  nothingAmiss: "nothing amiss",
  noNumbers: "No numbers, and nothing amiss",
  places: (count) => `${count} places`,
  placesHint: "Choose it once more to go to the next place",
  others: (count) => `${count} more in the list`,
  onlyProblems: "Only problems",
  onlyProblemsHint: "List only what is wrong, doubtful or unmasked",
  day: "Published",
  dayHint: "Dates and years are checked against this day",
  open: "Open",
  openHint: "Open files (Ctrl+O): text, Word, PDF, Excel, CSV, ZIP, several at once; or drop them on the page",
  sample: "Sample",
  sampleHint: "Put in a made-up notice",
  otherLang: "中文",
  otherLangHint: "换成中文",
  dark: "Dark",
  darkHint: "Switch to dark colours",
  light: "Light",
  lightHint: "Switch to light colours",
  start: "Paste the text of a notice. Its numbers are checked at once: which is wrong, and where, is listed here.",
  privacy: "Checked on this computer only: nothing is sent, nothing is stored.",
  keys: "F8 next problem · Alt+Enter details · Ctrl+Enter fix · Ctrl+Shift+Enter mask · F1 help",
  noneFound: "No number was found in this text.",
  allClear: "No problem was found. A plausible number cannot be computed: compare it with the original all the same.",
  more: (count) => `List ${count} more`,
  goTo: (count, sign) => `${count} ${sign}, go to the next`,
  tally(parts, total, notices, troubled) {
    const numbers = total === 0 ? "No number was found" : `${total} ${total === 1 ? "number" : "numbers"} found: ${parts.join(", ")}`;
    if (notices === 0) return `${numbers}.`;
    return `${numbers}; ${notices} ${notices === 1 ? "notice" : "notices"}, ${troubled === 0 ? "none with problems" : `${troubled} with problems`}.`;
  },
  item: (sign, count) => `${count} ${sign}`,
  details: (parts) => parts.join(", "),
  detailsOf: "Details of the number",
  act: { fix: "Fix", mask: "Mask" },
  about: (act, message) => `${act}: ${message}`,
  byKey: (key, act) => `${key}: ${act}`,
  bulk: "All at once",
  all: { fix: (count) => `Fix all (${count})`, mask: (count) => `Mask all (${count})` },
  allHint: {
    fix: "Changes the writing only, no number; one Ctrl+Z takes it back",
    mask: "Masks every number of a person that is printed in full, but for wrong and doubtful ones; one Ctrl+Z takes it back",
  },
  maskRest: (count) => `Mask the wrong too (${count})`,
  maskRestHint: "Only wrong and doubtful numbers are left: put them right first, a mask hides the slip",
  maskHides: "This number is not right yet, and a mask hides where it is wrong: compare and put it right first",
  maskOnceMore: "Not right yet, and a mask hides it: put it right first, or press once more to mask it",
  doneBeside: (asides) => `${asides} look-alike ${asides === 1 ? "character" : "characters"} put right; Ctrl+Z takes it back`,
  leftUnmasked: (count) => `; ${count} wrong or doubtful ${count === 1 ? "one was" : "ones were"} not masked: compare them first`,
  done: {
    fix: (count, what) => `${count} fixed${what ? ` (${what})` : ""}; Ctrl+Z takes it back`,
    mask: (count, what) => `${count} masked${what ? ` (${what})` : ""}; Ctrl+Z takes it back`,
  },
  nothing: { fix: "Nothing here can be fixed as it stands", mask: "Nothing here needs a mask" },
  onlyCompare: "Only the original tells what this number should be: compare, then change it yourself",
  stale: "The text has just changed: try again when it has been checked",
  maybe: "What may be meant:",
  compare: "compare with the original, nothing is changed for you",
  printed: "printed",
  meant: "perhaps",
  aloud: (printed, meant) => `printed ${printed}, perhaps ${meant}`,
  unfold: (likely) => (likely > 0 ? `Compare (${likely})` : "Why"),
  unfoldHint: "What may be meant, and the ground",
  menu: "More",
  menuHint: "Open, day of publication, sample, language, colours",
  scope: "What is checked",
  scopeHint: "Every kind of number: how it is written, by which source, and how sure it is",
  close: "Close",
  search: "Search",
  shown: (count, total) => (count === total ? `${total} kinds` : `${count} of ${total} kinds`),
  noKind: (search) => `Nothing holds “${search}”. Numbers of other kinds are still marked where they are named, but not checked.`,
  confidence: { sure: "sure", likely: "likely", weak: "shape only" },
  confidenceMeaning: {
    sure: "a standard, or measured on real numbers",
    likely: "seen in use, and plausible",
    weak: "only the shape is known: never called wrong",
  },
  trouble: {
    panic: "The checker failed and was started afresh; your text is untouched and is checked again when you change any character.",
    failed: "This check did not complete; your text is untouched. Change any character; if that does not help, copy the text and reload the page.",
    noEngine: "The checker could not start: the browser may be too old, or WebAssembly is switched off in it. Use Chrome 109, Edge 109, Firefox 115 or later.",
    undo: "This is the sample now; Ctrl+Z brings your text back.",
    cancelled: "The check was cancelled; your text is untouched and is checked again when you change any character.",
  },
  checking: (seconds) => `A long text is being checked … ${seconds} s`,
  progress: "Progress of the check",
  cancel: "Cancel",
  report: reportWords.en,
  phrases: {
    Find: "Find",
    Replace: "Replace",
    next: "next",
    previous: "previous",
    replace: "replace",
    "replace all": "replace all",
    close: "close",
    "current match": "current match",
    "on line": "on line",
    "replaced match on line $": "replaced match on line $",
    "replaced $ matches": "replaced $ matches",
    "Selection deleted": "Selection deleted",
  },
};

export const strings: Record<Lang, Strings> = { zh, en };
