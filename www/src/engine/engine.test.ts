import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Door, keepEngine, NoStart, Panic } from "./engine.ts";
import { kind, report } from "./testing.ts";

const options = { lang: "zh", today: "2024-04-11" } as const;
const good = report();

/** An instance that breaks down at one text and refuses another. */
function door(): Door & { broken: boolean } {
  return {
    broken: false,
    check(text) {
      if (this.broken) throw new Error("called after it broke down");
      if (text === "refused") throw new TypeError("bad options");
      if (text === "trap") {
        this.broken = true;
        throw new WebAssembly.RuntimeError("unreachable");
      }
      return good;
    },
    kinds(lang) {
      if (this.broken) throw new Error("called after it broke down");
      return [kind(lang)];
    },
  };
}

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test("answers by a promise while it starts, then at once", async () => {
  const engine = keepEngine(async () => door());
  const first = engine.check("", options);
  expect(first).toBeInstanceOf(Promise);
  expect(await first).toBe(good);
  expect(engine.check("", options)).toBe(good);
});

test("after a break-down a fresh instance answers, and the broken one is never called again", async () => {
  let started = 0;
  const engine = keepEngine(async () => (started++, door()));
  await engine.check("", options);
  expect(() => engine.check("trap", options)).toThrow(Panic);
  expect(await engine.check("", options)).toBe(good);
  expect(engine.check("", options)).toBe(good);
  expect(started).toBe(2);
});

test("a break-down at the first text of all", async () => {
  const engine = keepEngine(async () => door());
  await expect(engine.check("trap", options)).rejects.toThrow(Panic);
  expect(await engine.check("", options)).toBe(good);
});

test("the list of kinds comes from the same instance, and from a fresh one after a break-down", async () => {
  const engine = keepEngine(async () => door());
  const first = engine.kinds("zh");
  expect(first).toBeInstanceOf(Promise);
  expect(await first).toEqual([kind("zh")]);
  expect(engine.kinds("en")).toEqual([kind("en")]);
  expect(() => engine.check("trap", options)).toThrow(Panic);
  expect(await engine.kinds("zh")).toEqual([kind("zh")]);
});

test("refused options leave the instance as it is", async () => {
  let started = 0;
  const engine = keepEngine(async () => (started++, door()));
  await engine.check("", options);
  expect(() => engine.check("refused", options)).toThrow(TypeError);
  expect(engine.check("", options)).toBe(good);
  expect(started).toBe(1);
});

test("says so when it cannot start", async () => {
  const engine = keepEngine(() => Promise.reject(new ReferenceError("WebAssembly is not defined")));
  await expect(engine.check("", options)).rejects.toThrow(NoStart);
  await expect(engine.check("", options)).rejects.toThrow(NoStart);
});
