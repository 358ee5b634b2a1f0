import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checking, type Desk } from "./checking.ts";
import type { Engine, Maybe } from "./engine.ts";
import type { Report } from "../../crate/wasm/api.d.ts";
import { report } from "./testing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A desk that writes down what happens, and an engine that answers as told. */
function set(answer: (text: string) => Maybe<Report> = () => report()) {
  const log: string[] = [];
  const state = { text: "", composing: false, long: false };
  const desk: Desk = {
    text: () => state.text,
    length: () => (state.long ? 1e6 : state.text.length),
    options: () => ({ lang: "zh", today: "2024-04-11" }),
    composing: () => state.composing,
    done: (_, cause) => log.push(`done ${state.text} ${cause}`),
    failed: (error) => log.push(`failed ${String(error)}`),
  };
  const engine: Pick<Engine, "check"> = { check: (text) => (log.push(`check ${text}`), answer(text)) };
  return { log, state, desk: checking(engine, desk) };
}

test("checks in the same turn", () => {
  const { log, state, desk } = set();
  state.text = "a";
  desk.changed("typing");
  expect(log).toEqual(["check a", "done a typing"]);
});

test("a long text is checked when typing pauses, but at once when pasted", () => {
  const { log, state, desk } = set();
  state.long = true;
  for (const text of ["a", "ab", "abc"]) {
    state.text = text;
    desk.changed("typing");
    vi.advanceTimersByTime(100);
  }
  expect(log).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(log).toEqual(["check abc", "done abc typing"]);
  desk.changed("other");
  expect(log.slice(2)).toEqual(["check abc", "done abc other"]);
});

test("nothing is checked while an input method composes", () => {
  const { log, state, desk } = set();
  state.composing = true;
  desk.changed("typing");
  vi.advanceTimersByTime(5000);
  expect(log).toEqual([]);
  state.composing = false;
  vi.advanceTimersByTime(1000);
  expect(log).toEqual(["check ", "done  typing"]);
});

test("only the answer to the present text counts", async () => {
  const answers: ((value: Report) => void)[] = [];
  const { log, state, desk } = set(() => new Promise((resolve) => answers.push(resolve)));
  state.text = "old";
  desk.changed("typing");
  state.text = "new";
  desk.changed("typing");
  answers.forEach((answer) => answer(report()));
  await vi.runAllTimersAsync();
  expect(log).toEqual(["check old", "check new", "done new typing"]);
});

test("a check that is felt makes the next keys wait for a pause; a slow paste does not", () => {
  const { log, desk } = set(() => {
    vi.advanceTimersByTime(60);
    return report();
  });
  desk.changed("other");
  desk.changed("typing");
  expect(log.length).toBe(4);
  desk.changed("typing");
  expect(log.length).toBe(4);
  vi.advanceTimersByTime(1000);
  expect(log.length).toBe(6);
});

test("a failure is told, not thrown", () => {
  const { log, desk } = set(() => {
    throw new Error("broken");
  });
  desk.changed("other");
  expect(log).toEqual(["check ", "failed Error: broken"]);
});
