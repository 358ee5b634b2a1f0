import type { Rewrite } from "../../../crate/wasm/api.d.ts";
import { h, setText } from "../elements/elements.ts";
import { ACTS, asides, type Which, wishes } from "../points/acts.ts";
import type { Sheet } from "../points/points.ts";
import type { Act, Words } from "../words/words.ts";

/** The buttons that put all numbers right or mask them (全部修正、全部遮盖); each is there when it has something to do. */
export interface Bulk {
  speak(strings: Words): void;
  /** The numbers, and the characters that only look like an ideograph. */
  show(sheet: Sheet, rewrites?: readonly Rewrite[]): void;
}

export function createBulk(root: HTMLElement, strings: Words, act: (act: Act, which: Which) => void): Bulk {
  let words = strings;
  let sheet: Sheet = { numbers: [], notices: [] };
  let rewrites: readonly Rewrite[] = [];

  const make = (name: Act, which: Which) => {
    const button = h("button", `all ${which === "sound" ? name : "rest"}`);
    button.addEventListener("click", () => act(name, which));
    return button;
  };
  const buttons = ACTS.map((name) => ({ name, button: make(name, "sound") }));
  // Offered when there is nothing else left to mask.
  const rest = make("mask", "unsound");
  root.append(...buttons.map(({ button }) => button), rest);

  function draw(): void {
    for (const { name, button } of buttons) {
      const wanted = wishes(sheet.numbers, name);
      const count = wanted.length + (name === "fix" ? asides(rewrites, wanted).length : 0);
      button.hidden = count === 0;
      setText(button, words.all[name](count));
      button.title = words.allHint[name];
    }
    const left = wishes(sheet.numbers, "mask", "unsound").length;
    rest.hidden = left === 0 || wishes(sheet.numbers, "mask").length > 0;
    setText(rest, words.maskRest(left));
    rest.title = words.maskRestHint;
    root.hidden = rest.hidden && buttons.every(({ button }) => button.hidden);
  }

  draw();

  return {
    speak(next) {
      words = next;
      draw();
    },
    show(next, characters = []) {
      sheet = next;
      rewrites = characters;
      draw();
    },
  };
}
