/** What a wrong number costs in the binary under Node, search for the slip included. Prints one line of JSON, in ms. */
import { readFileSync } from "node:fs";

const [, , wasm = "www/wasm"] = process.argv;
const root = new URL("../../", import.meta.url);
const { check, initSync } = await import(new URL(`${wasm}/kanyan.js`, root).href);
initSync({ module: readFileSync(new URL(`${wasm}/kanyan_bg.wasm`, root)) });

// Made up.
const numbers = [
  ["统一社会信用代码", "91220104MA0Y1A2B3Q"],
  ["身份证号码", "220104199003072310"],
  ["医师资格证书编码", "201822110220104199003072310"],
];
const options = { lang: "zh", today: "2026-09-01" };

/** One digit wrong, at each place in turn, by each other digit. */
function* slips(number) {
  for (let at = 0; at < number.length; at++) {
    for (const digit of "0123456789") {
      if (digit !== number[at] && /\d/.test(number[at])) {
        yield number.slice(0, at) + digit + number.slice(at + 1);
      }
    }
  }
}

const figures = {};
for (const [label, number] of numbers) {
  const texts = [...slips(number)].map((slip) => `${label}：${slip}`);
  const taken = [];
  for (let round = 0; round < 20; round++) {
    for (const text of texts) {
      const start = performance.now();
      check(text, options);
      taken.push(performance.now() - start);
    }
  }
  taken.sort((a, b) => a - b);
  figures[label] = {
    p50: taken[Math.floor(taken.length * 0.5)],
    p90: taken[Math.floor(taken.length * 0.9)],
    p99: taken[Math.floor(taken.length * 0.99)],
  };
}
console.log(JSON.stringify(figures));
