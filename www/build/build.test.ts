import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { asText, HOLDER, putIn } from "./binary.ts";
import { asDeflated, factory } from "./glue.ts";
import { policy, withPolicy } from "./policy.ts";

const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
const directive = (text: string, name: string) => text.split("; ").find((part) => part.startsWith(`${name} `));

test("the site: its own files and what stands in the page, nothing else", () => {
  const text = policy('<link rel="stylesheet" href="a.css"><script>old()</script><script type="module" src="a.js"></script>');
  expect(directive(text, "default-src")).toBe("default-src 'none'");
  expect(directive(text, "script-src")).toBe(`script-src ${hash("old()")} 'self' 'wasm-unsafe-eval'`);
  expect(directive(text, "style-src")).toBe("style-src 'self'");
  expect(text).not.toMatch(/connect-src|unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test("the one file: hashes only", () => {
  const text = policy("<style>a{}</style><script>old()</script><script>page()</script>");
  expect(directive(text, "script-src")).toBe(`script-src ${hash("old()")} ${hash("page()")} 'wasm-unsafe-eval'`);
  expect(directive(text, "style-src")).toBe(`style-src ${hash("a{}")}`);
});

test("a page without script or styles is a broken build", () => {
  expect(() => policy("<p></p>")).toThrow();
  expect(() => policy("<script>a()</script>")).toThrow();
});

test("the policy stands before anything it has to cover", () => {
  const html = withPolicy('<head><meta charset="utf-8"><title>x</title><style>a{}</style><script>$&()</script></head>');
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<title>"));
  expect(html).toContain(hash("$&()"));
});

const GLUE = `import { objects } from './snippets/objects.js';
let wasm;
export function check(text) { return wasm + objects(text); }
export function kinds() { return []; }
async function __wbg_init(it) {
  if (it === undefined) it = new URL('kanyan_bg.wasm', import.meta.url);
  wasm = it;
}
function initSync() {}
export { initSync, __wbg_init as default };
`;

test("the glue becomes a function, and each call an engine of its own", async () => {
  const code = factory(GLUE).replace("export default function", "return function");
  const make = new Function(code)() as (objects: (text: string) => string) => { check(text: string): string; init(it: string): Promise<void> };
  const one = make((text) => text);
  const two = make((text) => `(${text})`);
  await one.init("1");
  await two.init("2");
  expect([one.check("x"), two.check("x")]).toEqual(["1x", "2(x)"]);
});

test.each([
  ["no check", GLUE.replace("function check", "function chekc")],
  ["another export", `${GLUE}export const more = 1;\n`],
  ["another import", `import { more } from './more.js';\n${GLUE}`],
  ["another use of import.meta", `${GLUE}console.log(import.meta.env);\n`],
])("glue that has changed is a broken build: %s", (_, source) => {
  expect(() => factory(source)).toThrow(/glue/);
});

test("every byte comes back from the text, and none of it can end the element or change on the way", () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const text = asText(all);
  expect(text.length).toBe(256);
  expect(Uint8Array.from(text, (character) => character.charCodeAt(0))).toEqual(all);
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}<]/u);
  expect(asDeflated(all)).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(new Uint8Array(inflateRawSync(Buffer.from(asDeflated(all), "base64")))).toEqual(all);
});

test("the binary stands in the page once, as data that needs no policy", () => {
  const page = "<style>a{}</style><body><script>page()</script></body>";
  const html = putIn(page, asText(Uint8Array.of(0, 97, 115, 109)));
  expect(html).toContain(`<script type="text/plain" id="${HOLDER}">\u0100asm</script>\n  </body>`);
  expect(policy(html)).toBe(policy(page));
  expect(() => putIn("<p></p>", "a")).toThrow();
  expect(() => putIn(page + page, "a")).toThrow();
});
