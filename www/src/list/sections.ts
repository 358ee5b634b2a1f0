import type { Notice, Verdict } from "../../../crate/wasm/api.d.ts";
import { type Group, groupOf, GROUPS, heavier, isRemark, party, type Point, remarks, type Sheet, type Shown } from "../points/points.ts";

/** A part of the list: a notice with its remarks and its numbers, or the numbers that stand in none. */
export interface Section {
  notice: Notice | undefined;
  sign: Verdict;
  /** The remarks, the heaviest first; then the numbers, what must be looked at first. */
  points: Point[];
}

/** The findings by group, each in text order. */
export function grouped(list: Shown[]): Record<Group, Shown[]> {
  const groups: Record<Group, Shown[]> = { wrong: [], doubtful: [], exposed: [], rest: [] };
  for (const item of list) groups[groupOf(item)].push(item);
  return groups;
}

/** The list: notice by notice in text order, and what stands in none of them behind. */
export function sections({ numbers, notices }: Sheet): Section[] {
  const within: Shown[][] = [...notices.map(() => []), []];
  for (const item of numbers) (within[item.finding.notice ?? notices.length] ?? within[notices.length])!.push(item);
  return within.flatMap((own, index) => {
    const notice = notices[index];
    if (!notice && own.length === 0) return [];
    const groups = grouped(own);
    return [{ notice, sign: worst(notice, own), points: [...(notice ? remarks([notice]) : []), ...GROUPS.flatMap((name) => groups[name])] }];
  });
}

/** A notice has the verdict that the core gives it, and no lighter one for a number that was masked; the other numbers have their own. */
function worst(notice: Notice | undefined, numbers: Shown[]): Verdict {
  if (notice) return numbers.reduce<Verdict>((sign, { was }) => heavier(sign, was?.verdict), notice.verdict);
  const signs = numbers.flatMap(({ sign }) => (sign === "pending" ? [] : [sign]));
  return signs.length === 0 ? "plausible" : signs.reduce(heavier);
}

/** Keys that stay while the text around changes: a number's kind and value, or a remark's code, and its ordinal among equals. */
export function keys(points: Point[]): string[] {
  return counted(points.map((point) => (isRemark(point) ? point.problem.code : `${point.finding.kind} ${point.finding.value}`)));
}

/** The same for notices: type, title, who it is about, and the first number. */
export function sectionKeys(list: Section[]): string[] {
  return counted(
    list.map(({ notice, points }) => {
      if (!notice) return "";
      const number = points.find((point) => !isRemark(point)) as Shown | undefined;
      return [notice.type, notice.title, party(notice), number?.finding.value].join("\n");
    }),
  );
}

/** Names, made distinct where they are equal. */
function counted(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return nth === 0 ? name : `${name} ${nth}`;
  });
}
