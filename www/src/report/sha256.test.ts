import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

test.each([
  // FIPS 180-4's own examples: nothing, and `abc`.
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
])("%j", (text, want) => {
  expect(sha256(text)).toBe(want);
});

test.each(["遗失声明\n●甲", "𠮷", "字".repeat(100_000)])("as another program computes it over UTF-8", (text) => {
  expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
});
