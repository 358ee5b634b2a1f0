import { expect, test, vi } from "vitest";
import type { Report } from "../../../crate/wasm/api.d.ts";
import { Panic } from "./engine.ts";
import { beside, NoWorker, type Port } from "./worker-checks.ts";
import type { Answer, Order } from "./worker-script.ts";

const options = { lang: "zh", today: "2024-04-11" } as const;
const core = async () => ({}) as WebAssembly.Module;

/** A list of so many objects { n } in an object { list }, as a tape: see objects.rs. */
function tape(count: number): Answer {
  const shapes = ["list", "n"];
  const items = Array.from({ length: count }, (_, n) => [6 | (1 << 3), n << 3]);
  return { text: shapes.join(""), tape: Uint32Array.from([2, 4, 1, 6, 5 | (count << 3), ...items.flat()]), took: 7 };
}

/** A worker that notes what it is sent, and answers as told. */
class Fake implements Port {
  parts: string[] = [];
  ended = false;
  onmessage: Port["onmessage"] = null;
  onmessageerror: Port["onmessageerror"] = null;
  onerror: Port["onerror"] = null;
  constructor(readonly answer?: Answer) {}
  postMessage(order: Order): void {
    if ("part" in order) this.parts.push(order.part);
    else if (this.answer) this.onmessage!.call(this as unknown as Worker, { data: this.answer } as MessageEvent);
  }
  terminate(): void {
    this.ended = true;
  }
}

const text = (text: string) => ({ length: text.length, sliceString: (from: number, to: number) => text.slice(from, to) });

test("the text goes in parts, the report comes back, and the worker is ended", async () => {
  const worker = new Fake(tape(5));
  const long = "零一二三四五六七八九".repeat(50_000);
  const { report, took } = await beside(core, () => worker).check(text(long), options, () => {}).answer;
  expect(worker.parts.length).toBeGreaterThan(1);
  expect(worker.parts.join("")).toBe(long);
  expect(report).toEqual({ list: [0, 1, 2, 3, 4].map((n) => ({ n })) });
  expect(took).toBe(7);
  expect(worker.ended).toBe(true);
});

test("a large report is read in turns, and tells how far it is", async () => {
  const shares: number[] = [];
  // Every look at the clock finds that the page was kept for long.
  let clock = 0;
  const now = vi.spyOn(performance, "now").mockImplementation(() => (clock += 100));
  const { report } = await beside(core, () => new Fake(tape(20_000))).check(text("x"), options, (share) => shares.push(share!)).answer;
  now.mockRestore();
  expect((report as unknown as { list: unknown[] }).list.length).toBe(20_000);
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
});

test.each([
  ["before it starts", 0],
  ["while the engine works", 20],
])("cancelled %s: the worker is ended and nothing is answered", async (_, after) => {
  const worker = new Fake();
  const answered = vi.fn<(value: { report: Report }) => void>();
  const running = beside(core, () => worker).check(text("x"), options, () => {});
  void running.answer.then(answered, answered);
  if (after) await new Promise((go) => setTimeout(go, after));
  const started = worker.parts.length > 0;
  running.cancel();
  await new Promise((go) => setTimeout(go, 20));
  expect([started, worker.ended, worker.parts.length]).toEqual(after ? [true, true, 1] : [false, false, 0]);
  expect(answered).not.toHaveBeenCalled();
});

test.each([
  ["a break-down", { error: "RuntimeError: unreachable", refused: false }, Panic],
  ["refused options", { error: "TypeError: today", refused: true }, TypeError],
])("%s is told as the engine of the page tells it", async (_, answer, type) => {
  const worker = new Fake(answer);
  await expect(beside(core, () => worker).check(text("x"), options, () => {}).answer).rejects.toThrow(type);
  expect(worker.ended).toBe(true);
});

test("the rehearsal is over when it is answered, and ended when a real check begins", async () => {
  const workers = [new Fake(tape(1)), new Fake(), new Fake(tape(1))];
  const rest = [...workers];
  const desk = beside(core, () => rest.shift()!);
  await desk.rehearse("x", options, 1);
  expect(workers[0]!.ended).toBe(true);
  const second = desk.rehearse("x", options, 1);
  await new Promise((go) => setTimeout(go, 20));
  expect(workers[1]!.ended).toBe(false);
  await desk.check(text("x"), options, () => {}).answer;
  await second;
  expect(workers[1]!.ended).toBe(true);
});

test("no worker to be had", async () => {
  const refused = beside(core, () => {
    throw new ReferenceError("Worker is not defined");
  });
  await expect(refused.check(text("x"), options, () => {}).answer).rejects.toThrow(NoWorker);
  const worker = new Fake();
  const running = beside(core, () => worker).check(text("x"), options, () => {});
  await new Promise((go) => setTimeout(go, 20));
  worker.onerror!.call(worker as unknown as Worker, { preventDefault() {}, message: "blocked" } as unknown as ErrorEvent);
  await expect(running.answer).rejects.toThrow(NoWorker);
  expect(worker.ended).toBe(true);
});
