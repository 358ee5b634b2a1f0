/** Speed of the binary under Node, from a JavaScript string to plain objects. Prints one line of JSON. */
import { readFileSync } from "node:fs";

const [, , wasm = "www/wasm"] = process.argv;
const root = new URL("../../", import.meta.url);
const { check, initSync } = await import(new URL(`${wasm}/kanyan.js`, root).href);
const { memory } = initSync({ module: readFileSync(new URL(`${wasm}/kanyan_bg.wasm`, root)) });

const marked = readFileSync(new URL("tests/corpus/page.txt", root), "utf8");
const page = marked.replace(/⟦([^⟧]*)\|[^|⟧]*⟧/g, "$1");
const bytes = Buffer.byteLength(page);
const options = { lang: "zh", today: "2024-04-11" };

function times(count, run) {
  const taken = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

const repeats = Math.ceil(10_000_000 / bytes);
// Joined from its bytes, so that it is one flat string, as an editor's text is.
const text = Buffer.from(page.repeat(repeats)).toString();
times(2000, () => check(page, options));
const warm = times(2000, () => check(page, options));
times(2, () => check(text, options));
const long = times(9, () => check(text, options));

console.log(
  JSON.stringify({
    findings: check(page, options).findings.length,
    p50: warm[Math.floor(warm.length * 0.5)],
    p99: warm[Math.floor(warm.length * 0.99)],
    pageBytesPerSecond: (bytes * 1000) / warm[Math.floor(warm.length * 0.5)],
    bytesPerSecond: (bytes * repeats * 1000) / long[4],
    memory: memory.buffer.byteLength,
  }),
);
