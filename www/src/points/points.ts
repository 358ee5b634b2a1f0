import type { Finding, Notice, Problem, Verdict } from "../../../crate/wasm/api.d.ts";
import type { Sign } from "../words/words.ts";

/** What a number was judged before it was masked (脱敏前), if it was wrong or doubtful: a mask hides the slip. */
export interface Was {
  verdict: "wrong" | "doubtful";
  /** What spoke against it. */
  messages: readonly string[];
}

/** A finding as it is shown: judged, or still being typed (then its verdict is kept back). */
export interface Shown {
  finding: Finding;
  sign: Sign;
  /** What it was judged before it was masked. */
  was?: Was | undefined;
}

/** What a notice lacks, or where it disagrees. */
export interface Remark {
  notice: Notice;
  problem: Problem;
}

/** What the list and the keys can lead to. */
export type Point = Shown | Remark;

/** What is shown of a check: its numbers, and its notices with their remarks. */
export interface Sheet {
  numbers: Shown[];
  notices: Notice[];
}

/** The groups of the numbers, from those that must be looked at to those that need not. */
export const GROUPS = ["wrong", "doubtful", "exposed", "rest"] as const;
export type Group = (typeof GROUPS)[number];

/** The signs that are counted, in the order of the bar. */
export const COUNTED = ["wrong", "doubtful", "exposed", "plausible", "verified"] as const;
export type Counted = (typeof COUNTED)[number];

export function isRemark(point: Point): point is Remark {
  return "problem" in point;
}

/** What a point is about, the same as long as the check is. */
export function subject(point: Point): Finding | Problem {
  return isRemark(point) ? point.problem : point.finding;
}

/** `was`: what a number was judged before it was masked, which it stays: a mask turns nothing green. */
export function shown(findings: Finding[], pending?: Finding, was?: (finding: Finding) => Was | undefined): Shown[] {
  return findings.map((finding) => {
    const before = was?.(finding);
    return { finding, sign: finding === pending ? "pending" : judged(finding, before), ...(before ? { was: before } : {}) };
  });
}

const VERDICTS: Verdict[] = ["verified", "plausible", "doubtful", "wrong"];

/** The heavier of two verdicts. */
export function heavier(one: Verdict, other: Verdict | undefined): Verdict {
  return other !== undefined && VERDICTS.indexOf(other) > VERDICTS.indexOf(one) ? other : one;
}

/** The verdict of a number, and of what it was before it was masked. */
export function judged({ verdict }: Finding, was: Was | undefined): Verdict {
  return heavier(verdict, was?.verdict);
}

/** Is it something that a mask would hide: wrong or doubtful, in full? */
export function isUnsound({ verdict }: Pick<Finding, "verdict">): boolean {
  return verdict === "wrong" || verdict === "doubtful";
}

export function groupOf({ finding, sign }: Shown): Group {
  if (sign === "wrong" || sign === "doubtful") return sign;
  return sign !== "pending" && finding.exposed ? "exposed" : "rest";
}

export function remarks(notices: Notice[]): Remark[] {
  return notices.flatMap((notice) => notice.problems.map((problem) => ({ notice, problem })));
}

/** Does this count under this sign? A wrong number can be exposed as well, and counts twice. */
export function counts(point: Point, as: Counted): boolean {
  if (isRemark(point)) return point.problem.severity === as;
  return as === "exposed" ? point.finding.exposed && point.sign !== "pending" : point.sign === as;
}

/** Is it worth a look: is something wrong with it, or does it expose too much? Hints are listed, but not stepped through. */
export function needsLook(point: Point): boolean {
  return isRemark(point) ? point.problem.severity !== "hint" : groupOf(point) !== "rest";
}

export function tally(points: Point[]): Record<Counted, number> {
  const sum: Record<Counted, number> = { wrong: 0, doubtful: 0, exposed: 0, plausible: 0, verified: 0 };
  for (const point of points) for (const sign of COUNTED) if (counts(point, sign)) sum[sign]++;
  return sum;
}

/** Who a notice is about, as far as it names anybody. */
export function party(notice: Notice): string | undefined {
  return notice.facts.find(({ code }) => code === "party")?.value;
}

/** The next item after a place (or the last before it), round the end, among those wanted: by their start, the shorter first. */
export function step<T extends { start: number; end: number }>(items: T[], at: { from: number; to: number }, direction: 1 | -1): T | undefined {
  if (direction === 1) return items.find((item) => item.start > at.from || (item.start === at.from && at.to < item.end)) ?? items[0];
  return items.findLast((item) => item.start < at.from || (item.start === at.from && item.end < at.to)) ?? items.at(-1);
}
