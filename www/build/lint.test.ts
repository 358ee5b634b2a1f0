import { deflateRawSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { expect, test, vi } from "vitest";

// The first of them reads all the tables.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL("..", import.meta.url));
const eslint = new ESLint({ cwd: root });

async function findings(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}dist/${file}` });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const reader = (code: string) => `<script>var a = 1;</script><script type="text/plain" id="reader-a">${deflateRawSync(code).toString("base64")}</script>`;
const page = (first: string, second = "") =>
  `<style>${first === "" ? "a{color:color-mix(in srgb,red,blue)}" : "a{color:red}"}</style><script>${first}</script><script type="text/plain">#</script><script>${second}</script>`;

test.each([
  // Chromium 109 has none of these; Firefox 115 lacks Intl.Segmenter, Safari 16.4 requestIdleCallback (both asked for first).
  ["a.js", "const a = [2, 1].toSorted();", "es-x/no-array-prototype-tosorted"],
  ["a.js", "export const a = Object.groupBy([], (x) => x);", "es-x/no-object-groupby"],
  ["a.js", "Promise.withResolvers();", "es-x/no-promise-withresolvers"],
  ["a.js", "/[\\p{L}--a]/v.test(a);", "Parsing error: Invalid regular expression flag"],
  ["a.js", "import a from './a.json' with { type: 'json' };", "Parsing error: Unexpected token with"],
  ["a.js", "new CloseWatcher();", "no-restricted-globals"],
  ["a.js", "globalThis.CloseWatcher;", "no-restricted-globals"],
  ["a.js", "URL.canParse('a');", "no-restricted-properties"],
  ["a.js", "WebAssembly.promising(a);", "no-restricted-properties"],
  ["sw.js", "navigation.navigate('a');", "no-restricted-globals"],
  ["a.css", "a { color: light-dark(red, blue) }", "css/use-baseline"],
  ["a.css", "a { text-wrap: balance }", "css/use-baseline"],
  ["a.css", "a:has(b) { color: red }", "css/use-baseline"],
  ["kanyan.html", page("var a = 1;", "const a = [2, 1].toSorted();"), "es-x/no-array-prototype-tosorted"],
  ["kanyan.html", page("const a = 1;"), "Parsing error: The keyword 'const' is reserved"],
  ["kanyan.html", page("var a = function () { return `a`; };"), "Parsing error: Unexpected character '`'"],
  ["index.html", page(""), "css/use-baseline"],
  ["kanyan.html", reader("const a = [2, 1].toSorted();"), "es-x/no-array-prototype-tosorted"],
  ["kanyan.html", reader("new CloseWatcher();"), "no-restricted-globals"],
])("%s: too new: %s", async (file, text, rule) => {
  expect(await findings(file, text)).toContain(rule);
});

test.each([
  ["a.js", "export class A { #a = 1; static { this.a = [1].at(-1) ?? [1].findLast(Boolean); } }"],
  ["a.js", "const idle = globalThis.requestIdleCallback ?? setTimeout; new DecompressionStream('deflate-raw'); structuredClone(idle); URL.createObjectURL(idle); navigator.serviceWorker; caches.open('a'); new TransformStream();"],
  ["a.css", "a { color: rgb(0 0 0 / 50%); inset: 0; height: 100dvh; aspect-ratio: 1 } dialog::backdrop { color: red }"],
  ["kanyan.html", page("var a = 1;", "const a = [1].map((x) => x ?? 2);")],
  ["kanyan.html", reader("const a = Promise.withResolvers ?? setImmediate;")],
])("%s: old enough: %s", async (file, text) => {
  expect(await findings(file, text)).toEqual([]);
});
