import type { Finding } from "../../crate/wasm/api.d.ts";
import type { Sign } from "./strings.ts";

/** A finding as it is shown: judged, or still being typed (then its verdict is kept back). */
export interface Shown {
  finding: Finding;
  sign: Sign;
}

/** The parts of the list, from what must be looked at to what need not. */
export const GROUPS = ["wrong", "doubtful", "exposed", "rest"] as const;
export type Group = (typeof GROUPS)[number];

/** The signs that are counted, in the order of the bar. */
export const COUNTED = ["wrong", "doubtful", "exposed", "plausible", "verified"] as const;
export type Counted = (typeof COUNTED)[number];

export function shown(findings: Finding[], pending?: Finding): Shown[] {
  return findings.map((finding) => ({ finding, sign: finding === pending ? "pending" : finding.verdict }));
}

export function groupOf({ finding, sign }: Shown): Group {
  if (sign === "wrong" || sign === "doubtful") return sign;
  return sign !== "pending" && finding.exposed ? "exposed" : "rest";
}

/** The findings by group, each in text order. */
export function grouped(list: Shown[]): Record<Group, Shown[]> {
  const groups: Record<Group, Shown[]> = { wrong: [], doubtful: [], exposed: [], rest: [] };
  for (const item of list) groups[groupOf(item)].push(item);
  return groups;
}

/** Does this finding count under this sign? A wrong number can be exposed as well, and counts twice. */
export function counts({ finding, sign }: Shown, as: Counted): boolean {
  return as === "exposed" ? finding.exposed && sign !== "pending" : sign === as;
}

/** Is it worth a look: something speaks against it, or it shows too much? */
export function needsLook(item: Shown): boolean {
  return groupOf(item) !== "rest";
}

export function tally(list: Shown[]): Record<Counted, number> {
  const sum: Record<Counted, number> = { wrong: 0, doubtful: 0, exposed: 0, plausible: 0, verified: 0 };
  for (const item of list) for (const sign of COUNTED) if (counts(item, sign)) sum[sign]++;
  return sum;
}

/** Names that stay with a number while the text around it changes: its kind and value, and the how-manieth of these it is. */
export function keys(list: Shown[]): string[] {
  const seen = new Map<string, number>();
  return list.map(({ finding }) => {
    const name = `${finding.kind} ${finding.value}`;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return nth === 0 ? name : `${name} ${nth}`;
  });
}

/** The next item after a place (or the last before it), round the end, among those wanted. */
export function step<T extends { start: number; end: number }>(items: T[], at: { from: number; to: number }, direction: 1 | -1): T | undefined {
  if (direction === 1) return items.find((item) => item.start > at.from || (item.start === at.from && at.to < item.end)) ?? items[0];
  return items.findLast((item) => item.start < at.from) ?? items.at(-1);
}
