import { AFTER, makeLine } from "../elements/progress-line.ts";
import type { Progress } from "../engine/checking.ts";
import type { Words } from "../words/words.ts";

/** The line while a large text is checked: how long it takes already. */
export interface ProgressLine {
  speak(strings: Words): void;
  /** `undefined`: it is over. */
  show(progress: Progress | undefined): void;
}

/** `appeared` is called each time the line does: what was found before is no longer about this text. */
export function createProgress(root: HTMLElement, strings: Words, cancel: () => void, appeared: (progress: Progress) => void): ProgressLine {
  const line = makeLine(root, cancel);
  let words = strings;
  let now: Progress | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function draw(): void {
    if (!now) return;
    const passed = performance.now() - now.since;
    if (root.hidden && passed >= AFTER) {
      root.hidden = false;
      appeared(now);
    }
    // Without a share the engine is at work, which does not tell how far it is.
    if (!root.hidden) line.say(words.checking(Math.floor(passed / 1000)), now.share);
  }

  function speak(strings: Words): void {
    words = strings;
    line.name(words.progress, words.cancel);
    draw();
  }

  speak(strings);

  return {
    speak,
    show(progress) {
      now = progress;
      if (!now) {
        clearInterval(timer);
        timer = undefined;
        root.hidden = true;
      } else {
        timer ??= setInterval(draw, AFTER / 4);
        draw();
      }
    },
  };
}
