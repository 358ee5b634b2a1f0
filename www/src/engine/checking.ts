import type { Options, Report } from "../../../crate/wasm/api.d.ts";
import { type Engine, type Maybe, proceed } from "./engine.ts";
import { measure } from "./timing.ts";
import { type Beside, NoWorker, type Running, type Share, type Slices } from "./worker-checks.ts";

/** Longer than this (in UTF-16 units), a text that is pasted or opened is checked beside the page. */
export const LONG = 50_000;
/** Longer than this (about 1 MB of Chinese), a text is checked when typing pauses. */
const LARGE = 350_000;
/** A check with its redrawing that took longer (in ms) would be felt at every key. */
const FELT = 50;
/** One that was felt is done at the key again when it takes less than this: it must not go to and fro. */
const LIGHT = 25;
/** So many times longer takes an engine that was just started. */
const COLD = 2;
const PAUSE = 250;

/** What brought a check about. */
export type Cause = "typing" | "other";

/** When to check (检查时机) and where, and which answer still counts. */
export interface Checking {
  /** The text has changed, or what it is checked against. */
  changed(cause: Cause): void;
  /** Ends a check that is on its way. */
  cancel(): void;
  /** Another text is in the place of the one that was checked: whatever is being answered is of no use. */
  leave(): void;
}

/** A check beside the page (进度): since when it runs, and how far it is. */
export interface Progress {
  since: number;
  share: Share;
  cause: Cause;
}

export interface Desk {
  text(): Slices & { toString(): string };
  options(): Options;
  /** An input method is composing: nothing may be redrawn under it. */
  composing(): boolean;
  done(report: Report, cause: Cause): void;
  failed(error: unknown): void;
  /** Of a check beside the page; `undefined` when it is over. */
  progress(progress: Progress | undefined): void;
  /** It was cancelled by wish, and there is no answer to the present text. */
  cancelled(): void;
}

export function checking(engine: Pick<Engine, "check">, beside: Beside, desk: Desk): Checking {
  let latest = 0;
  /** A check of about this text was felt, or would have been. */
  let felt = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Running | undefined;
  let workers = true;

  function later(cause: Cause): void {
    clearTimeout(timer);
    timer = setTimeout(() => (desk.composing() ? later(cause) : now(cause)), PAUSE);
  }

  /** Whatever is still being answered is out of date. */
  function stop(): void {
    clearTimeout(timer);
    latest++;
    if (!running) return;
    running.cancel();
    running = undefined;
    desk.progress(undefined);
  }

  function now(cause: Cause): void {
    stop();
    const long = desk.text().length > LONG;
    if (workers && long && (cause === "other" || slow())) aside(cause);
    else here(cause);
  }

  const slow = () => desk.text().length > LARGE || felt;

  function learn(took: number): void {
    felt = took > (felt ? LIGHT : FELT);
  }

  function here(cause: Cause): void {
    const mine = latest;
    const start = performance.now();
    const done = (report: Report): void => {
      // An answer to a text that has changed since is of no use to anybody.
      if (mine !== latest) return;
      measure("kanyan:check", start);
      desk.done(report, cause);
      // A paste redraws everything, and may be the engine's first check: it predicts nothing about the next key.
      if (cause === "typing") learn(performance.now() - start);
    };
    const failed = (error: unknown): void => {
      if (mine === latest) desk.failed(error);
    };
    let report: Maybe<Report>;
    try {
      report = engine.check(desk.text().toString(), desk.options());
    } catch (error) {
      return failed(error);
    }
    proceed(report, done, failed);
  }

  function aside(cause: Cause): void {
    const mine = latest;
    const since = performance.now();
    const over = (): boolean => {
      if (mine !== latest) return false;
      running = undefined;
      desk.progress(undefined);
      return true;
    };
    desk.progress({ since, share: undefined, cause });
    running = beside.check(desk.text(), desk.options(), (share) => mine === latest && desk.progress({ since, share, cause }));
    running.answer.then(
      ({ report, took }) => {
        if (!over()) return;
        if (desk.composing()) return later(cause);
        const start = performance.now();
        measure("kanyan:check", since);
        desk.done(report, cause);
        // What it would have taken in the page itself, whose engine is warm. Of a paste nothing is learnt, as above.
        if (cause === "typing") learn(took / COLD + performance.now() - start);
      },
      (error: unknown) => {
        if (!over()) return;
        if (!(error instanceof NoWorker)) return desk.failed(error);
        // The page can do it, too, if not as pleasantly.
        console.info(error);
        workers = false;
        here(cause);
      },
    );
  }

  return {
    changed(cause) {
      stop();
      // Also after a composition, whose end is reported as another change.
      if (desk.composing()) return later(cause);
      if (cause === "typing" && slow()) later(cause);
      else now(cause);
    },
    leave() {
      stop();
      felt = false;
    },
    cancel() {
      if (!running) return;
      stop();
      desk.cancelled();
    },
  };
}
