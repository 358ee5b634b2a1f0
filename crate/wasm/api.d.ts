/** The door of Kanyan's core: three functions, plain objects, nothing to free. Offsets count UTF-16 units; ranges are half-open. */

export type Lang = "zh" | "en";

export interface Options {
  lang: Lang;
  /** The day of publication, `YYYY-MM-DD`. */
  today: string;
  /** The rules for whole notices; without it, all of them. */
  rules?: {
    /** Codes of rules that are to be silent, e.g. `missing.contact`; {@link rules} lists them. One that is no rule's is a `TypeError`. */
    off: string[];
  };
}

/** Checks a text. Total: any text gives a report. Throws a `TypeError` only for options it cannot read. */
export function check(text: string, options: Options): Report;

/** Everything that is checked, in a stable order. */
export function kinds(lang: Lang): KindInfo[];

/** Every rule for whole notices, in a stable order. */
export function rules(lang: Lang): RuleInfo[];

export interface Report {
  version: string;
  /** `zh-CN` or `en`, ready for an HTML `lang` attribute. */
  lang: "zh-CN" | "en";
  today: string;
  units: "utf16" | "bytes";
  /** In text order, never overlapping. */
  findings: Finding[];
  /** In text order. */
  notices: Notice[];
  /** Characters that only look like an ideograph (`⽇` from a PDF for `日`), in text order; the hint `characters.look-alike` tells of them. */
  rewrites: Rewrite[];
  summary: Summary;
}

export type Verdict = "verified" | "plausible" | "doubtful" | "wrong";

export type Severity = "hint" | "doubtful" | "wrong";

export interface Finding {
  start: number;
  end: number;
  /** Stable name, e.g. `uscc`. */
  kind: string;
  kindName: string;
  /** The number, compact: no blanks, ASCII, every mask sign as `*`. */
  value: string;
  /** The words that name it, if any. */
  label?: string;
  verdict: Verdict;
  /** It prints something about a person in full. */
  exposed: boolean;
  /** What is printed in full, and how it would be masked; there when `exposed`. */
  exposure?: Exposure;
  problems: Problem[];
  facts: Fact[];
  /** How it may have been meant, the likeliest first: at most three. */
  suggestions: Suggestion[];
  /** Index into `notices`. */
  notice?: number;
}

export interface Problem {
  /** Stable name, e.g. `uscc.check-char`. */
  code: string;
  severity: Severity;
  start: number;
  end: number;
  message: string;
  /** The other places that the problem is about; only in notices. */
  related?: Range[];
}

export interface Range {
  start: number;
  end: number;
}

export interface Fact {
  /** Stable name, e.g. `region`; `party` for those a notice names. */
  code: string;
  value: string;
  message: string;
  /** Where it stands; only in notices. */
  start?: number;
  end?: number;
}

/** Where the slip may be. `start..end` lies inside the finding; it is empty where something was left out. */
export interface Suggestion {
  start: number;
  end: number;
  /** What would stand there. */
  replacement: string;
  /** The whole number as it would be, compact like the finding's `value`. */
  value: string;
  /** `safe`: a change of writing, may be applied; `compare`: only the original tells, never applied. */
  certainty: "safe" | "compare";
  message: string;
}

/** A character that only looks like an ideograph, and the one it stands for. Always safe: to a reader nothing changes. */
export interface Rewrite {
  start: number;
  end: number;
  replacement: string;
}

/** What a number prints about a person in full. Masked, `start..end` becomes `replacement`, which is as long. */
export interface Exposure {
  code: "identity-number" | "bank-card" | "account" | "birth-certificate";
  start: number;
  end: number;
  replacement: string;
  /** The ground, and what is usual. */
  message: string;
}

export interface Notice {
  /** A title that stands apart is not in the range. */
  start: number;
  end: number;
  /** Stable name, e.g. `capital_reduction`. */
  type: string;
  typeName: string;
  /** As written, blanks left out. */
  title?: string;
  /** The worst of its own problems and of its numbers. */
  verdict: Verdict;
  /** What is missing or disagrees, the heaviest first. */
  problems: Problem[];
  facts: Fact[];
}

export interface Summary {
  verified: number;
  plausible: number;
  doubtful: number;
  wrong: number;
  exposed: number;
}

/** One kind of number. The name is in the language asked for, grammar and source are in Chinese. */
export interface KindInfo {
  /** Stable name, e.g. `uscc`. */
  id: string;
  name: string;
  /** Its grammar in one line. */
  grammar: string;
  /** The standard (with year) or the evidence behind the check. */
  source: string;
  /** `sure`: a standard, or measured on real numbers; `likely`: seen in use; `weak`: only the shape is known, never `wrong`. */
  confidence: "sure" | "likely" | "weak";
}

/** One rule for whole notices. The sentence is in the language asked for, the ground in Chinese. */
export interface RuleInfo {
  /** Stable name, e.g. `period.short`; problems that it finds carry it. */
  code: string;
  /** The heaviest it may weigh. */
  severity: Severity;
  /** What it says; `{0}`, `{1}` … stand for what the text says. */
  message: string;
  /** The law or standard it stands on; empty where it goes without saying. */
  ground: string;
}
