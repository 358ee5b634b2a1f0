import { expect, test } from "vitest";
import { notice, problem } from "../engine/testing.ts";
import { heldBack } from "./while-typing.ts";

const at = (start: number, end: number, ...codes: string[]) => notice("loss", codes.map((code) => problem(code)), { start, end });
const codes = (notices: ReturnType<typeof heldBack>) => notices.map(({ problems }) => problems.map(({ code }) => code).join(" "));

test("what is new in the notice that is being typed waits; elsewhere it is told", () => {
  const before = [at(0, 10, "a"), at(20, 30)];
  const after = [at(0, 11, "a", "b"), at(21, 31, "c")];
  expect(codes(heldBack(after, before, 11))).toEqual(["a", "c"]);
  expect(codes(heldBack(after, before, 25))).toEqual(["a b", ""]);
});

test("what was told stays, and what is put right goes at once", () => {
  const held = heldBack([at(0, 11, "b")], [at(0, 10, "a", "b")], 5);
  expect(codes(held)).toEqual(["b"]);
});

test("a notice that comes into being is told nothing of yet", () => {
  expect(codes(heldBack([at(0, 10, "a"), at(20, 30, "b")], [at(0, 10, "a")], 30))).toEqual(["a", ""]);
});

test("with nothing to hold it is the same list", () => {
  for (const head of [0, 5, 15]) {
    const after = [at(0, 10, "a")];
    expect(heldBack(after, [at(0, 9, "a")], head)).toBe(after);
  }
  const none = [at(0, 10, "new")];
  expect(heldBack(none, [], 15)).toBe(none);
});

test("a number that is not finished says nothing of its notice, which keeps the verdict it had", () => {
  const before = [notice("loss", [], { start: 0, end: 10, verdict: "verified" })];
  const after = [notice("loss", [], { start: 0, end: 11, verdict: "wrong" })];
  expect(heldBack(after, before, 5, true).map(({ verdict }) => verdict)).toEqual(["verified"]);
  expect(heldBack(after, [], 5, true).map(({ verdict }) => verdict)).toEqual(["plausible"]);
  expect(heldBack(after, before, 5)).toBe(after);
});
