import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FLOOR } from "./floor.ts";

test("the floor as the bundler reads it, and as the page's own sentence names it", () => {
  expect(FLOOR).toEqual(["chrome109", "edge109", "firefox115", "safari16.4", "ios16.4"]);
  const sentence = /<p id="old"[^>]*>(.*?)<\/p>/.exec(readFileSync(new URL("../index.html", import.meta.url), "utf8"))?.[1];
  for (const browser of ["Chrome 109", "Edge 109", "Firefox 115", "Safari 16.4"]) expect(sentence?.split(browser), browser).toHaveLength(3);
});
