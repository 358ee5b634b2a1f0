import { expect, test } from "vitest";
import { finding } from "../engine/testing.ts";
import { guard, hidden } from "./guard.ts";

// Invented numbers throughout.
const ID = "220104198506150013";
const PHYSICIAN = `200122110${ID}`;

test.each([
  [ID, "220104********0013"],
  [PHYSICIAN, "200122*****************0013"],
  ["220104850615001", "220104******001"],
  ["6222000000000000012", "622200*********0012"],
  ["13900000000", "139****0000"],
  ["E00000012", "E0*****12"],
  ["12345", "*****"],
])("%s is shown as %s", (value, want) => {
  expect(hidden(value)).toBe(want);
  expect(want.length).toBe(value.length);
});

const person = finding(ID, "wrong", { exposed: true });
const company = finding("91110000000000000E", "verified");

test.each([
  // What is about the number itself says nothing of the hidden middle.
  ["日历上没有1985年6月15日，请核对出生日期", true, "日历上没有****年*月**日，请核对出生日期"],
  ["The calendar has no 1985-06-15; please check", true, "The calendar has no ****-**-**; please check"],
  ["出生日期不存在：第7–14位是“19850615”，请核对", true, "出生日期不存在：第7–14位是“********”，请核对"],
  ["Born in 1985, after the day of publication", true, "Born in ****, after the day of publication"],
  ["前6位220104查不到这个行政区划，请核对", true, "前6位220104查不到这个行政区划，请核对"],
  ["第18位校验码与前17位不符", true, "第18位校验码与前17位不符"],
  // What is about something else does not tell it either.
  [`同一人的号码写作${ID}，请核对`, false, "同一人的号码写作220104********0013，请核对"],
  ["其中98506150013不同", false, "其中***********不同"],
  ["2024年11月没有31日，请核对日期", false, "2024年11月没有31日，请核对日期"],
  ["写作91110000000000000E", false, "写作91110000000000000E"],
])("%s (about the number: %s)", (message, own, want) => {
  expect(guard([person, company]).message(message, own)).toBe(want);
});
