import { h, setText } from "./dom.ts";
import { type Act, ACTS, wishes } from "./fixing.ts";
import type { Sheet } from "./order.ts";
import type { Strings } from "./strings.ts";

/** The buttons that put all numbers right or mask them (全部修正、全部遮盖); each is there when it has something to do. */
export interface Bulk {
  speak(strings: Strings): void;
  show(sheet: Sheet): void;
}

export function createBulk(root: HTMLElement, strings: Strings, act: (act: Act) => void): Bulk {
  let words = strings;
  let sheet: Sheet = { numbers: [], notices: [] };

  const buttons = ACTS.map((name) => {
    const button = h("button", `all ${name}`);
    button.type = "button";
    button.addEventListener("click", () => act(name));
    return { name, button };
  });
  root.append(...buttons.map(({ button }) => button));

  function draw(): void {
    for (const { name, button } of buttons) {
      const count = wishes(sheet.numbers, name).length;
      button.hidden = count === 0;
      setText(button, words.all[name](count));
      button.title = words.allHint[name];
    }
    root.hidden = buttons.every(({ button }) => button.hidden);
  }

  draw();

  return {
    speak(next) {
      words = next;
      draw();
    },
    show(next) {
      sheet = next;
      draw();
    },
  };
}
