import { expect, test } from "vitest";
import { type Parent, reconcile, rename } from "./reconcile.ts";

/** A parent that keeps its children in an array and counts what is done to it. */
class Shelf implements Parent<string> {
  children: string[] = [];
  done = 0;
  insertBefore(node: string, before: string | null): void {
    this.children = this.children.filter((child) => child !== node);
    const at = before === null ? this.children.length : this.children.indexOf(before);
    if (at < 0) throw new Error(`${before} is not here`);
    this.children.splice(at, 0, node);
    this.done++;
  }
  removeChild(node: string): void {
    if (!this.children.includes(node)) throw new Error(`${node} is not here`);
    this.children = this.children.filter((child) => child !== node);
    this.done++;
  }
}

function run(from: string, to: string): { shelf: Shelf; made: string } {
  const shelf = new Shelf();
  const nodes = new Map<string, string>();
  reconcile(shelf, nodes, [...from], (key) => key);
  shelf.done = 0;
  let made = "";
  reconcile(shelf, nodes, [...to], (key) => {
    made += key;
    return key;
  });
  expect([...nodes.keys()].join("")).toBe(to);
  return { shelf, made };
}

test.each([
  ["abc", "abc", 0, ""],
  ["abc", "abxc", 1, "x"],
  ["abc", "ac", 1, ""],
  ["abc", "xabc", 1, "x"],
  ["abc", "cab", 1, ""],
  ["abc", "", 3, ""],
  ["", "abc", 3, "abc"],
])("%s to %s in %i steps", (from, to, steps, made) => {
  const result = run(from, to);
  expect(result.shelf.children.join("")).toBe(to);
  expect(result.shelf.done).toBe(steps);
  expect(result.made).toBe(made);
});

/** All orders of all parts of a set. */
function arrangements(of: string): string[] {
  return ["", ...[...of].flatMap((first) => arrangements(of.replace(first, "")).map((rest) => first + rest))];
}

test("every arrangement of four becomes every other, and nothing that stays is made anew", () => {
  const all = arrangements("abcd");
  for (const from of all) {
    for (const to of all) {
      const { shelf, made } = run(from, to);
      expect(shelf.children.join(""), `${from} to ${to}`).toBe(to);
      expect(made, `${from} to ${to}`).toBe([...to].filter((key) => !from.includes(key)).join(""));
    }
  }
});

test.each([
  ["abc", "axc", "axc"], // renamed where it stands
  ["abc", "xyz", "xyz"],
  ["abc", "cab", "abc"], // all known: moving is reconcile's work
  ["abc", "bxc", "abc"], // b moved up, so the new one takes nobody's place
  ["abc", "abcd", "abc"], // one came
  ["abc", "ab", "abc"],
])("%s, wanted as %s, is called %s", (from, to, want) => {
  const nodes = new Map([...from].map((key) => [key, key.toUpperCase()]));
  rename(nodes, [...to]);
  expect([...nodes.keys()].join("")).toBe(want);
  expect([...nodes.values()].join("")).toBe(from.toUpperCase());
});
