import type { Options, Report } from "../../crate/wasm/api.d.ts";
import { type Engine, type Maybe, proceed } from "./engine.ts";
import { measure } from "./timing.ts";

/** Longer than this (in UTF-16 units; about 1 MB of Chinese), a text is checked when typing pauses. */
const LARGE = 350_000;
/** A check with its redrawing that took longer (in ms) would be felt at every key. */
const FELT = 50;
const PAUSE = 250;

/** What brought a check about. */
export type Cause = "typing" | "other";

/** When to check (检查时机), and which answer still counts. */
export interface Checking {
  /** The text has changed, or what it is checked against. */
  changed(cause: Cause): void;
}

export interface Desk {
  text(): string;
  length(): number;
  options(): Options;
  /** An input method is composing: nothing may be redrawn under it. */
  composing(): boolean;
  done(report: Report, cause: Cause): void;
  failed(error: unknown): void;
}

export function checking(engine: Pick<Engine, "check">, desk: Desk): Checking {
  let latest = 0;
  let lastTook = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(cause: Cause): void {
    clearTimeout(timer);
    timer = setTimeout(() => (desk.composing() ? later(cause) : now(cause)), PAUSE);
  }

  function now(cause: Cause): void {
    clearTimeout(timer);
    const mine = ++latest;
    const start = performance.now();
    const done = (report: Report): void => {
      // An answer to a text that has changed since is of no use to anybody.
      if (mine !== latest) return;
      measure("kanyan:check", start);
      desk.done(report, cause);
      // A paste draws everything anew, and may be the engine's first: it says nothing about the next key.
      if (cause === "typing") lastTook = performance.now() - start;
    };
    const failed = (error: unknown): void => {
      if (mine === latest) desk.failed(error);
    };
    let report: Maybe<Report>;
    try {
      report = engine.check(desk.text(), desk.options());
    } catch (error) {
      return failed(error);
    }
    proceed(report, done, failed);
  }

  return {
    changed(cause) {
      // Whatever is still being answered is out of date.
      latest++;
      // Also after a composition: whoever ends it says so by another change.
      if (desk.composing()) return later(cause);
      const slow = desk.length() > LARGE || lastTook > FELT;
      if (cause === "typing" && slow) later(cause);
      else now(cause);
    },
  };
}
