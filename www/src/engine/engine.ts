import type { KindInfo, Lang, Options, Report } from "../../../crate/wasm/api.d.ts";

/**
 * A value, or a promise of one.
 *
 * The engine's face may be asynchronous, so that a worker could come behind it; but a promise, even a kept one, is only
 * answered after the current task's other work. What is known at once is therefore handed over at once, and the new
 * highlights are in the frame of the key press.
 */
export type Maybe<T> = T | Promise<T>;

/** Goes on with a value now if it is there, else when it comes. */
export function proceed<T>(value: Maybe<T>, use: (value: T) => void, fail: (error: unknown) => void): void {
  if (value instanceof Promise) value.then(use, fail);
  else use(value);
}

/** The checker (检查程序) as the page sees it. Throws or rejects with {@link Panic}, {@link NoStart}, or whatever else went wrong. */
export interface Engine {
  check(text: string, options: Options): Maybe<Report>;
  kinds(lang: Lang): Maybe<KindInfo[]>;
}

/** What one instance of the core offers. */
export interface Door {
  check(text: string, options: Options): Report;
  kinds(lang: Lang): KindInfo[];
}

/** The engine broke down. A fresh one is being started already; the next question waits for it. */
export class Panic extends Error {}

/** No instance could be started: there is no WebAssembly, or no memory. */
export class NoStart extends Error {}

/** Keeps one instance of the core at hand, and replaces it when it breaks down. */
export function keepEngine(start: () => Promise<Door>): Engine {
  let door: Door | undefined;
  let starting = open();

  function open(): Promise<Door> {
    const opened = start().then(
      (fresh) => (door = fresh),
      (error: unknown) => {
        throw new NoStart("the engine did not start", { cause: error });
      },
    );
    // A question reports the failure; without a question there is none to report.
    opened.catch(() => {});
    return opened;
  }

  function ask<T>(to: Door, question: (to: Door) => T): T {
    try {
      return question(to);
    } catch (error) {
      // The door refuses options it cannot read by a TypeError, and is as good as before. Anything else (a trap, an
      // exhausted stack or memory) leaves the instance in an unknown state.
      if (error instanceof TypeError) throw error;
      console.error(error);
      if (door === to) {
        door = undefined;
        starting = open();
      }
      throw new Panic("the engine broke down", { cause: error });
    }
  }

  function answer<T>(question: (to: Door) => T): Maybe<T> {
    return door ? ask(door, question) : starting.then((opened) => ask(opened, question));
  }

  return {
    check: (text, options) => answer((to) => to.check(text, options)),
    kinds: (lang) => answer((to) => to.kinds(lang)),
  };
}
