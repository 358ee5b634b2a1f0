import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Report } from "../../../crate/wasm/api.d.ts";
import { checking, type Desk } from "./checking.ts";
import type { Engine, Maybe } from "./engine.ts";
import { report } from "./testing.ts";
import { type Beside, NoWorker, type Share, type Timed } from "./worker-checks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A text that may claim to be longer than it is. */
const sized = (text: string, length: number) => ({ length, sliceString: (from: number, to: number) => text.slice(from, to), toString: () => text });

/** Beside the page nothing is answered until the test does. */
interface Asked {
  text: string;
  tell(share: Share): void;
  answer(timed: Timed): void;
  fail(error: unknown): void;
}

/** A desk that writes down what happens, and an engine that answers as told. */
function set(answer: (text: string) => Maybe<Report> = () => report()) {
  const log: string[] = [];
  const asked: Asked[] = [];
  const state = { text: "", composing: false, size: 0 };
  const desk: Desk = {
    text: () => sized(state.text, state.size || state.text.length),
    options: () => ({ lang: "zh", today: "2024-04-11" }),
    composing: () => state.composing,
    done: (_, cause) => log.push(`done ${state.text} ${cause}`),
    failed: (error) => log.push(`failed ${String(error)}`),
    progress: (now) => log.push(now ? `progress ${now.share ?? "?"}` : "over"),
    cancelled: () => log.push("cancelled"),
  };
  const engine: Pick<Engine, "check"> = { check: (text) => (log.push(`check ${text}`), answer(text)) };
  const beside: Beside = {
    check(text, _, tell) {
      log.push(`beside ${String(text)}`);
      let settle!: Pick<Asked, "answer" | "fail">;
      const answered = new Promise<Timed>((answer, fail) => (settle = { answer, fail }));
      asked.push({ text: String(text), tell, ...settle });
      return { answer: answered, cancel: () => log.push(`end ${String(text)}`) };
    },
    rehearse: async () => {},
  };
  return { log, asked, state, desk: checking(engine, beside, desk) };
}

const LONG = 100_000;
const LARGE = 1_000_000;

test("checks in the same turn", () => {
  const { log, state, desk } = set();
  state.text = "a";
  desk.changed("typing");
  expect(log).toEqual(["check a", "done a typing"]);
});

test("a large text is checked beside the page: when typing pauses, but at once when pasted", async () => {
  const { log, asked, state, desk } = set();
  state.size = LARGE;
  for (const text of ["a", "ab", "abc"]) {
    state.text = text;
    desk.changed("typing");
    vi.advanceTimersByTime(100);
  }
  expect(log).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(log).toEqual(["progress ?", "beside abc"]);
  asked[0]!.tell(0.5);
  asked[0]!.answer({ report: report(), took: 1 });
  await vi.runAllTimersAsync();
  expect(log.splice(0)).toEqual(["progress ?", "beside abc", "progress 0.5", "over", "done abc typing"]);
  desk.changed("other");
  expect(log).toEqual(["progress ?", "beside abc"]);
});

test("a long text is pasted beside the page, but typed in the page, as long as that is not felt", () => {
  const { log, asked, state, desk } = set(() => {
    vi.advanceTimersByTime(60);
    return report();
  });
  state.size = LONG;
  desk.changed("other");
  expect(log.splice(0)).toEqual(["progress ?", "beside "]);
  desk.changed("typing");
  expect(log.splice(0)).toEqual(["end ", "over", "check ", "done  typing"]);
  desk.changed("typing");
  expect(log).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(log).toEqual(["progress ?", "beside "]);
  expect(asked.length).toBe(2);
});

test("when the engine has become quick enough, it answers at the key again", async () => {
  const { log, asked, state, desk } = set(() => {
    vi.advanceTimersByTime(60);
    return report();
  });
  state.size = LONG;
  desk.changed("typing");
  desk.changed("typing");
  await vi.advanceTimersByTimeAsync(1000);
  asked[0]!.answer({ report: report(), took: 5 });
  await vi.runAllTimersAsync();
  log.splice(0);
  desk.changed("typing");
  expect(log).toEqual(["check ", "done  typing"]);
});

test("a change ends the check of what was before, and its late answer counts for nothing", async () => {
  const { log, asked, state, desk } = set();
  state.text = "old";
  state.size = LARGE;
  desk.changed("other");
  state.text = "new";
  desk.changed("other");
  asked[0]!.tell(0.9);
  asked[0]!.answer({ report: report(), took: 1 });
  asked[1]!.answer({ report: report(), took: 1 });
  await vi.runAllTimersAsync();
  expect(log).toEqual(["progress ?", "beside old", "end old", "over", "progress ?", "beside new", "over", "done new other"]);
});

test("cancelled by wish, and nothing is cancelled twice", async () => {
  const { log, asked, state, desk } = set();
  desk.cancel();
  expect(log).toEqual([]);
  state.size = LARGE;
  desk.changed("other");
  desk.cancel();
  asked[0]!.answer({ report: report(), took: 1 });
  await vi.runAllTimersAsync();
  desk.cancel();
  expect(log).toEqual(["progress ?", "beside ", "end ", "over", "cancelled"]);
});

test("an answer that comes while an input method composes waits for its end", async () => {
  const { log, asked, state, desk } = set();
  state.size = LARGE;
  desk.changed("other");
  state.composing = true;
  asked[0]!.answer({ report: report(), took: 1 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(log.splice(0)).toEqual(["progress ?", "beside ", "over"]);
  state.composing = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(log).toEqual(["progress ?", "beside "]);
});

test("without workers the page does it, and asks for none again", async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  const { log, asked, state, desk } = set();
  state.size = LARGE;
  desk.changed("other");
  asked[0]!.fail(new NoWorker("none"));
  await vi.runAllTimersAsync();
  desk.changed("other");
  expect(log).toEqual(["progress ?", "beside ", "over", "check ", "done  other", "check ", "done  other"]);
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

test("a failure is told, not thrown", async () => {
  const { log, asked, state, desk } = set(() => {
    throw new Error("broken");
  });
  desk.changed("other");
  expect(log.splice(0)).toEqual(["check ", "failed Error: broken"]);
  state.size = LARGE;
  desk.changed("other");
  asked[0]!.fail(new Error("broken"));
  await vi.runAllTimersAsync();
  expect(log).toEqual(["progress ?", "beside ", "over", "failed Error: broken"]);
});
