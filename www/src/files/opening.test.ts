import { expect, test } from "vitest";
import { areMeant } from "./opening.ts";

test.each([
  ["text alone", [], "甲", false],
  ["files of the Explorer", ["a.txt", "b.txt"], "", true],
  ["files of the Finder, which puts their names beside them", ["a.txt", "b.txt"], "a.txt\rb.txt", true],
  ["a picture of the screen", ["image.png"], "", true],
  ["cells, with their picture", ["image.png"], "甲\t1\r\n乙\t2\r\n", false],
  ["a text that is called as its picture is", ["image.png"], "image.png\n甲", false],
])("pasted: %s", (_, names, text, want) => {
  expect(areMeant(names.map((name) => ({ name })), text)).toBe(want);
});
