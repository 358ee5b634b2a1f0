import type { Progress } from "./checking.ts";
import { h, setText } from "./dom.ts";
import type { Strings } from "./strings.ts";

/** What is over sooner needs no line that flashes by. */
const AFTER = 400;

/** The line over the text while a large one is checked (进度): how long, how far, and a way to end it. */
export interface ProgressLine {
  speak(strings: Strings): void;
  /** `undefined`: it is over. */
  show(progress: Progress | undefined): void;
}

/** `appeared` is called each time the line does: what was found before is no longer about this text. */
export function createProgress(root: HTMLElement, strings: Strings, cancel: () => void, appeared: (progress: Progress) => void): ProgressLine {
  let words = strings;
  let now: Progress | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  const said = h("span");
  const bar = h("progress");
  const button = h("button", "cancel");
  button.type = "button";
  button.addEventListener("click", cancel);
  root.append(said, bar, button);

  function draw(): void {
    if (!now) return;
    const passed = performance.now() - now.since;
    if (root.hidden && passed >= AFTER) {
      root.hidden = false;
      appeared(now);
    }
    if (root.hidden) return;
    setText(said, words.checking(Math.floor(passed / 1000)));
    // Without a share the engine is at work, which does not tell how far it is: the bar then says only that.
    if (now.share === undefined) bar.removeAttribute("value");
    else bar.value = now.share;
  }

  function speak(strings: Strings): void {
    words = strings;
    bar.setAttribute("aria-label", words.progress);
    setText(button, words.cancel);
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
