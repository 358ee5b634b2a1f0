import { expect, test } from "vitest";
import { folded, holds } from "./kinds-search.ts";

const TEXT = folded("unified social credit code\nuscc\n18位：登记管理部门1＋校验码1\nGB 32100—2015；GB/T 2260");

test.each([
  ["", true],
  ["  ", true],
  ["USCC", true],
  ["ｕｓｃｃ", true],
  ["uscd", false],
  ["校验码 登记", true],
  ["校验码 身份证", false],
  ["GB32100", true],
  ["gb 32100-2015", true],
  ["GB 32100–2015", true],
  ["GB/T2260", true],
  ["登记管理部门1+校验码", true],
  ["部门1＋　校验码", true],
  ["social code", true],
])("%j: %s", (search, found) => expect(holds(TEXT, search)).toBe(found));
