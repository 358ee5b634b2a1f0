import type { Options, Report } from "../../../crate/wasm/api.d.ts";
import { portions } from "../../../crate/wasm/src/objects.js";
import { Panic } from "./engine.ts";
import { pacer } from "./turns.ts";
import type { Answer, Order } from "./worker-script.ts";

/** How far a check is: the share (0–1) of its report that is read; nothing while the engine works, which does not tell. */
export type Share = number | undefined;

/** A report, and the time (in ms) that the engine needed for it. */
export interface Timed {
  report: Report;
  took: number;
}

/** A check on its way (进行中的检查). */
export interface Running {
  answer: Promise<Timed>;
  /** Ends it at once: it is never answered. */
  cancel(): void;
}

/** Checks beside the page (后台检查), which stays usable meanwhile. */
export interface Beside {
  check(text: Slices, options: Options, tell: (share: Share) => void): Running;
  /** Checks a text again and again for so long (in ms), for nobody; also where there is no worker, it is over some time. */
  rehearse(text: string, options: Options, ms: number): Promise<void>;
}

/** A text that is read in parts: to make one string of all of it would keep the page too long. */
export interface Slices {
  length: number;
  sliceString(from: number, to: number): string;
}

/** As much of a worker as is used. */
export type Port = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onmessageerror" | "onerror">;

/** There is no worker to be had here. */
export class NoWorker extends Error {}

/** So many UTF-16 units are taken out of the text at a time. */
const PART = 200_000;

/**
 * Starts a worker for each check, and ends it after its answer: so a cancelled one leaves nothing behind, nor does the
 * engine's memory, which grows with the text and never shrinks. The code is compiled already and only handed over.
 */
export function beside(core: () => Promise<WebAssembly.Module>, start: () => Port): Beside {
  let endRehearsal = (): void => {};
  return {
    check(text, options, tell) {
      // Now the computer is needed for what somebody waits for.
      endRehearsal();
      let worker: Port | undefined;
      let cancelled = false;

      async function run(): Promise<Timed> {
        const code = await core();
        if (cancelled) return never;
        const port = (worker = begin(start));
        const answered = answerOf(port);
        const send = (order: Order) => port.postMessage(order);
        const pace = pacer();
        for (let from = 0; from < text.length; from += PART) {
          send({ part: text.sliceString(from, Math.min(from + PART, text.length)) });
          await pace();
          if (cancelled) return never;
        }
        send({ core: code, options, rehearse: 0 });
        const answer = await answered;
        port.terminate();
        if ("error" in answer) throw answer.refused ? new TypeError(answer.error) : new Panic(answer.error);
        const reading = portions(answer.text, answer.tape);
        for (;;) {
          const { done, value } = reading.next();
          if (done) return { report: value as Report, took: answer.took };
          if (await pace()) tell(value);
          if (cancelled) return never;
        }
      }

      return {
        answer: run(),
        cancel() {
          cancelled = true;
          worker?.terminate();
        },
      };
    },
    async rehearse(text, options, ms) {
      try {
        const code = await core();
        const worker = begin(start);
        const ended = new Promise<void>((end) => (endRehearsal = end));
        const answered = answerOf(worker);
        for (const order of [{ part: text }, { core: code, options, rehearse: ms }] satisfies Order[]) worker.postMessage(order);
        await Promise.race([answered, ended]).finally(() => worker.terminate());
      } catch {
        // What stops it here will be told when it stops a check of the user's own text.
      }
    },
  };
}

const never = new Promise<never>(() => {});

function begin(start: () => Port): Port {
  try {
    return start();
  } catch (error) {
    throw new NoWorker("no worker can be started", { cause: error });
  }
}

function answerOf(worker: Port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onmessageerror = () => reject(new NoWorker("the worker's answer cannot be read"));
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new NoWorker(`the worker failed: ${event.message}`));
    };
  });
}
