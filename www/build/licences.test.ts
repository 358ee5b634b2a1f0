import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { text } from "./licences.ts";

const licences = text();

test("every package the page is made with is named with its licence", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { dependencies: Record<string, string> };
  for (const [name, version] of Object.entries(dependencies)) expect(licences).toContain(`\n${name} ${version}: `);
});

test("what a package brings with it is named too", () => {
  for (const name of ["jszip", "@xmldom/xmldom", "style-mod"]) expect(licences).toMatch(new RegExp(`\\n${name} \\d`));
  expect(licences).toContain("Adobe Systems Incorporated");
});
