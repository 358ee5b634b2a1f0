import type { Finding, Lang, Notice, Problem, Report, Severity, Verdict } from "../../../crate/wasm/api.d.ts";
import type { Deed } from "../editor/deeds.ts";
import { heavier, judged, party, type Was } from "../points/points.ts";
import type { How, Words } from "../words/words.ts";
import { guard, type Guard } from "./guard.ts";
import { places } from "./places.ts";
import { sha256 } from "./sha256.ts";

/** What a report of the check is made from. */
export interface Source {
  report: Report;
  /** The text that was checked, line ends as `\n`. */
  text: string;
  /** The name of the file it came from. */
  file?: string | undefined;
  /** When it was checked. */
  at: Date;
  lang: Lang;
  /** What was done about a finding, as `doneAt` gives it. */
  done(finding: Finding): readonly Deed[];
  /** Are numbers of persons hidden in part? Without it, they are: sheets are kept in folders, tables are sent around. */
  persons?: "hidden" | "shown";
}

/** The result of a check (核验结果) as it is handed on: to the sheet, the table, the data. */
export interface Account {
  program: string;
  version: string;
  lang: Report["lang"];
  /** With the offset of this computer's clock, as `2024-04-11T16:40:05+08:00`. */
  checkedAt: string;
  published: string;
  file: string | undefined;
  sha256: string;
  /** Characters (Unicode code points), line ends left out. */
  characters: number;
  lines: number;
  counts: Report["summary"];
  persons: "hidden" | "shown";
  /** What must be dealt with, and what of it was. */
  toHandle: number;
  handled: number;
  notices: AccountNotice[];
  /** In text order. */
  numbers: AccountNumber[];
}

/** A place in the text; both count from 1, the column in characters. */
export interface At {
  line: number;
  column: number;
}

export interface AccountNotice {
  /** Counts from 1. */
  no: number;
  firstLine: number;
  lastLine: number;
  type: string;
  typeName: string;
  title: string | undefined;
  party: string | undefined;
  verdict: Verdict;
  problems: (At & { code: string; severity: Severity; message: string; related: At[] })[];
}

export interface AccountNumber extends At {
  /** Counts from 1. */
  no: number;
  /** The notice it stands in, by its number. */
  notice: number | undefined;
  verdict: Verdict;
  exposed: boolean;
  kind: string;
  kindName: string;
  label: string | undefined;
  value: string;
  problems: { code: string; severity: Severity; message: string }[];
  /** What it was judged before it was masked, if it was wrong or doubtful; the verdict holds as long as the mask does. */
  before: Was | undefined;
  done: { how: How; what: string | undefined }[];
}

export function account({ report, text, file, at, done, persons = "hidden" }: Source): Account {
  const place = places(text);
  const hide = persons === "hidden" ? guard(report.findings) : undefined;
  const numbers = report.findings.map((finding, index) => ({ no: index + 1, ...place.at(finding.start), ...number(finding, done(finding), hide) }));
  return {
    program: "Kanyan 刊验",
    version: report.version,
    lang: report.lang,
    checkedAt: isoTime(at),
    published: report.today,
    file,
    sha256: sha256(text),
    characters: place.characters,
    lines: place.lines,
    counts: countsOf(report.summary, report.findings, numbers),
    persons,
    toHandle: numbers.filter(isMatter).length,
    handled: numbers.filter(isHandled).length,
    notices: report.notices.map((notice, index) => {
      const verdict = numbers.reduce((worst, one) => (one.notice === index + 1 ? heavier(worst, one.before?.verdict) : worst), notice.verdict);
      return { no: index + 1, ...whole(notice, place.at, hide), verdict };
    }),
    numbers,
  };
}

/** The counts, with what was judged before a mask. */
function countsOf(counts: Report["summary"], findings: readonly Finding[], numbers: readonly AccountNumber[]): Report["summary"] {
  const out = { ...counts };
  numbers.forEach(({ verdict }, index) => {
    const now = findings[index]!.verdict;
    if (now === verdict) return;
    out[now]--;
    out[verdict]++;
  });
  return out;
}

type Handled = Pick<AccountNumber, "verdict" | "exposed" | "done">;

/** Must a desk deal with it: is it wrong, doubtful, or a personal number in full? */
function isOpen({ verdict, exposed }: Handled): boolean {
  return verdict === "wrong" || verdict === "doubtful" || exposed;
}

/** Must it be dealt with, or has it been? */
export function isMatter(number: Handled): boolean {
  return isOpen(number) || number.done.length > 0;
}

/** A number that was put right and is still in doubt is not dealt with: only one that was compared with the original is. */
export function isHandled(number: Handled): boolean {
  return number.done.some(({ how }) => how === "confirmed") || (!isOpen(number) && number.done.length > 0);
}

/** A part of an account: a notice with its numbers, or the numbers that stand in none, which come last. */
export interface AccountPart {
  notice: AccountNotice | undefined;
  numbers: AccountNumber[];
}

export function parts({ notices, numbers }: Account): AccountPart[] {
  const within = new Map<number | undefined, AccountNumber[]>([...notices.map(({ no }) => no), undefined].map((no) => [no, []]));
  for (const number of numbers) (within.get(number.notice) ?? within.get(undefined))!.push(number);
  const loose = within.get(undefined)!;
  return [...notices.map((notice) => ({ notice, numbers: within.get(notice.no)! })), ...(loose.length > 0 ? [{ notice: undefined, numbers: loose }] : [])];
}

function number(finding: Finding, done: readonly Deed[], hide: Guard | undefined): Omit<AccountNumber, "no" | keyof At> {
  const { exposed, kind, kindName, label, value, notice } = finding;
  const was = done.find(({ how }) => how === "masked")?.was;
  const before = was && { ...was, messages: was.messages.map((message) => (hide ? hide.message(message, true) : message)) };
  return {
    notice: notice === undefined ? undefined : notice + 1,
    verdict: judged(finding, was),
    exposed,
    kind,
    kindName,
    label,
    value: exposed && hide ? hide.number(value) : value,
    problems: byWeight(finding.problems).map(({ code, severity, message }) => ({ code, severity, message: hide ? hide.message(message, exposed) : message })),
    before,
    done: done.map(({ how, what }) => ({ how, what })),
  };
}

function whole(notice: Notice, at: (offset: number) => At, hide: Guard | undefined): Omit<AccountNotice, "no"> {
  const { start, end, type, typeName, title, verdict, problems } = notice;
  return {
    firstLine: at(start).line,
    lastLine: at(Math.max(start, end - 1)).line,
    type,
    typeName,
    title,
    party: party(notice),
    verdict,
    problems: problems.map(({ code, severity, message, start, related = [] }) => ({
      ...at(start),
      code,
      severity,
      message: hide ? hide.message(message, false) : message,
      related: related.map(({ start }) => at(start)),
    })),
  };
}

const WEIGHT: Record<Severity, number> = { wrong: 0, doubtful: 1, hint: 2 };

/** The heaviest first. */
export function byWeight<P extends Pick<Problem, "severity">>(problems: readonly P[]): P[] {
  return [...problems].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/** A time with the offset of this computer's clock. */
export function isoTime(time: Date): string {
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const east = -time.getTimezoneOffset();
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}${east < 0 ? "-" : "+"}${two(east / 60)}:${two(east % 60)}`;
}

/** What speaks against a number, the heaviest first; what spoke against it before it was masked, before all. */
export function told({ problems, before }: AccountNumber, words: Words): string[] {
  return [...(before?.messages ?? []).map(words.report.beforeMask), ...byWeight(problems).map(({ message }) => message)];
}

/** The findings with what each was judged before it was masked. */
export function beforeMasks(findings: readonly Finding[], done: Source["done"], words: Words): Finding[] {
  return findings.map((finding) => {
    const was = done(finding).find(({ how }) => how === "masked")?.was;
    if (!was) return finding;
    const { start, end } = finding;
    const problems = was.messages.map((message) => ({ code: "before-mask", severity: was.verdict, start, end, message: words.report.beforeMask(message) }));
    return { ...finding, verdict: judged(finding, was), problems: [...problems, ...finding.problems] };
  });
}
