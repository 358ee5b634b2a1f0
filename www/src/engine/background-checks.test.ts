import { Text } from "@codemirror/state";
import { expect, test, vi } from "vitest";
import type { Report } from "../../../crate/wasm/api.d.ts";
import { createBackground, type Job } from "./background-checks.ts";
import { LONG } from "./checking.ts";
import { type Beside, NoWorker } from "./worker-checks.ts";

const OPTIONS = { lang: "zh", today: "2026-05-01" } as const;
const SHORT = Text.of(["short"]);
const WIDE = Text.of(["x".repeat(LONG + 1)]);
const report = (of: string) => ({ version: of }) as Report;

/** A background with a list of jobs, and what became of them. */
function set(texts: Text[], { check = (text: string) => report(`here ${text.length}`), answer = (): Promise<{ report: Report; took: number }> => Promise.resolve({ report: report("aside"), took: 1 }) } = {}) {
  const log: string[] = [];
  const unwanted = new Set<Text>();
  const cancel = vi.fn();
  const aside: Beside = { check: () => ({ answer: answer(), cancel }), rehearse: async () => {} };
  const jobs = texts.map(
    (text, index): Job => ({
      text,
      options: OPTIONS,
      wanted: () => !unwanted.has(text),
      done: ({ version }) => void log.push(`${index}: ${version}`),
      failed: (error) => void log.push(`${index}: ${String(error)}`),
    }),
  );
  const background = createBackground({ check }, aside, () => jobs.shift());
  return { background, log, unwanted, cancel, jobs };
}

test("one after another, a long one beside the page", async () => {
  const { background, log } = set([SHORT, WIDE, SHORT]);
  background.look();
  // Whoever looks meanwhile starts nothing twice.
  background.look();
  await vi.waitFor(() => expect(log).toEqual(["0: here 5", "1: aside", "2: here 5"]));
});

test("one that fails stops nothing", async () => {
  const check = (text: string): Report => {
    if (text === "short") throw new Error("broken");
    return report("good");
  };
  const { background, log } = set([SHORT, Text.of(["other"])], { check });
  background.look();
  await vi.waitFor(() => expect(log).toEqual(["0: Error: broken", "1: good"]));
});

test("one that is not wanted any more is ended, and told to nobody", async () => {
  const { background, log, unwanted, cancel } = set([WIDE, SHORT], { answer: () => new Promise(() => {}) });
  background.look();
  unwanted.add(WIDE);
  background.look();
  await vi.waitFor(() => expect(log).toEqual(["1: here 5"]));
  expect(cancel).toHaveBeenCalledOnce();
});

test("without workers it is checked in the page", async () => {
  const { background, log } = set([WIDE, WIDE], { answer: () => Promise.reject(new NoWorker("none")) });
  background.look();
  await vi.waitFor(() => expect(log).toEqual([`0: here ${WIDE.length}`, `1: here ${WIDE.length}`]));
});

test("what there is later is checked later", async () => {
  const { background, log, jobs } = set([]);
  background.look();
  await Promise.resolve();
  jobs.push({ text: SHORT, options: OPTIONS, wanted: () => true, done: ({ version }) => void log.push(version), failed: () => {} });
  background.look();
  await vi.waitFor(() => expect(log).toEqual(["here 5"]));
});
