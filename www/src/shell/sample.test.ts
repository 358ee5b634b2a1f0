import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sample = readFileSync(new URL("./sample.txt", import.meta.url), "utf8");

test("the sample is a page one can take in", () => {
  const lines = sample.trimEnd().split("\n");
  expect(lines.length).toBeGreaterThanOrEqual(30);
  expect(lines.length).toBeLessThanOrEqual(45);
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(60);
  expect(sample).not.toMatch(/\r|\t|\u00a0/);
});

test("its mistakes are still in it", () => {
  // A credit code with two characters swapped, a day that never was, a region that never was.
  for (const mistake of ["91220104MA0Y7K3D96", "2019年11月31日", "2201871979********"]) expect(sample).toContain(mistake);
  // A company that signs with another character in its name.
  expect(sample).toMatch(/^长春市春榆食品有限公司（/m);
  expect(sample).toMatch(/^长春市春愉食品有限公司$/m);
});
