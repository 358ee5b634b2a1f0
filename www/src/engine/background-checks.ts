import type { Text } from "@codemirror/state";
import type { Options, Report } from "../../../crate/wasm/api.d.ts";
import { LONG } from "./checking.ts";
import type { Engine } from "./engine.ts";
import { pacer } from "./turns.ts";
import { type Beside, NoWorker, type Running } from "./worker-checks.ts";

/** A text that is not shown, to be checked all the same. */
export interface Job {
  text: Text;
  options: Options;
  /** Is an answer still wanted? */
  wanted(): boolean;
  done(report: Report): void;
  failed(error: unknown): void;
}

/** The texts that are not shown are checked one after another (后台检查), a long one beside the page. */
export interface Background {
  /** There may be something to check, or what is being checked may be needless. */
  look(): void;
}

/** `next` gives the next job, as long as there is one and nobody waits for another check. */
export function createBackground(engine: Pick<Engine, "check">, beside: Beside, next: () => Job | undefined): Background {
  let job: Job | undefined;
  let end = (): void => {};
  let workers = true;

  async function work(): Promise<void> {
    const pace = pacer();
    while ((job = next())) {
      const { wanted, done, failed } = job;
      try {
        const report = await check(job);
        if (report && wanted()) done(report);
      } catch (error) {
        if (wanted()) failed(error);
      }
      await pace();
    }
  }

  /** Nothing, if it was ended before. */
  async function check(job: Job): Promise<Report | undefined> {
    if (!workers || job.text.length <= LONG) return engine.check(job.text.toString(), job.options);
    let running: Running | undefined;
    const ended = new Promise<undefined>((ended) => {
      end = () => {
        running?.cancel();
        ended(undefined);
      };
    });
    try {
      running = beside.check(job.text, job.options, () => {});
      return (await Promise.race([running.answer, ended]))?.report;
    } catch (error) {
      if (!(error instanceof NoWorker)) throw error;
      workers = false;
      return check(job);
    } finally {
      end = () => {};
    }
  }

  return {
    look() {
      if (!job) void work();
      else if (!job.wanted()) end();
    },
  };
}
