import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { circles, climbing, doubleNames, filesIn, importsIn, importsOf } from "./imports.ts";

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));

test("the page's files: no circle, no way up, no name twice", () => {
  const imports = importsIn(SOURCES);
  expect(imports.size).toBeGreaterThan(50);
  expect([...imports.values()].flat().length).toBeGreaterThan(100);
  expect(circles(imports)).toEqual([]);
  expect(climbing(imports)).toEqual([]);
  expect(doubleNames(filesIn(SOURCES))).toEqual([]);
});

test("what a file imports: values, types, for its effect, when asked for; of this folder alone", () => {
  const source = `import { a } from "./a.ts";
import type { B } from "../b/b.ts";
import "./c.ts";
import text from "./d.txt?raw";
export { e } from "./e.ts";
const f = () => import("../f.ts");
import { g } from "../../../g.ts";
import { h } from "h";`;
  expect(importsOf("one/file.ts", source)).toEqual(["one/a.ts", "b/b.ts", "one/c.ts", "one/d.txt", "one/e.ts", "f.ts"]);
});

test.each<[string, Record<string, string[]>, string[]]>([
  ["none", { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
  ["two files", { a: ["b"], b: ["a"] }, ["a → b → a"]],
  ["three, of which only two are in it", { a: ["c"], b: ["c"], c: ["b"] }, ["b → c → b"]],
  ["a file that imports itself", { a: ["a"] }, ["a → a"]],
  ["two circles with one file in common", { a: ["b", "c"], b: ["a"], c: ["a"] }, ["a → b → a", "a → c → a"]],
  ["through a file that is no source", { a: ["b.txt"] }, []],
])("circles: %s", (_, files, want) => {
  expect(circles(new Map(Object.entries(files)))).toEqual(want);
});

test.each<[string, string, string[]]>([
  ["shell/main.ts", "words/words.ts", []],
  ["list/rows.ts", "list/folds.ts", []],
  ["words/words.ts", "engine/engine.ts", ["words/words.ts → engine/engine.ts"]],
  ["list/rows.ts", "tabs/tabs.ts", ["list/rows.ts → tabs/tabs.ts"]],
  ["cellar/rats.ts", "words/words.ts", ["cellar/rats.ts is on no floor"]],
  ["shell/main.ts", "cellar/rats.ts", []],
])("%s → %s", (file, to, want) => {
  expect(climbing(new Map([[file, [to]]]))).toEqual(want);
});

test.each<[string[], string[]]>([
  [["a/one.ts", "a/one.test.ts", "a/one.css", "b/two.ts"], []],
  [["a/one.ts", "b/one.ts"], ["one: a, b"]],
  [["a/one.ts", "b/one.css", "a/deep/one.test.ts"], ["one: a, a/deep, b"]],
])("names of %j", (files, want) => {
  expect(doubleNames(files)).toEqual(want);
});
