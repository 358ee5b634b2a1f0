import { h, setText } from "../elements/elements.ts";
import type { Words } from "../words/words.ts";

/** A sentence over the text (提示), until it is taken away. */
export interface Saying {
  /** What went wrong, or what to know. */
  weight: "trouble" | "hint";
  say(words: Words): string;
  /** What can be done about it. */
  act?: { word(words: Words): string; run(): void };
  /** It was taken away by hand. */
  dismissed?(): void;
}

export interface Sayings {
  add(saying: Saying): void;
  remove(saying: Saying): void;
  /** The sentences about the text that is shown, in place of those about another. */
  ofText(sayings: readonly Saying[]): void;
  speak(words: Words): void;
}

interface Shown {
  root: HTMLElement;
  text: HTMLElement;
  act: HTMLButtonElement | undefined;
  dismiss: HTMLButtonElement;
}

/** More than so many can be taken away all at once. */
const FEW = 2;

export function createSayings(root: HTMLElement, first: Words, leave: () => void): Sayings {
  let words = first;
  const all = new Map<Saying, Shown>();
  /** Those of the text that is shown. */
  let own: readonly Saying[] = [];
  const list = h("ul", "list");
  list.setAttribute("role", "list");
  const everything = h("button", "dismiss");
  everything.addEventListener("click", () => {
    for (const saying of [...all.keys()]) take(saying);
    leave();
  });
  root.append(list, everything);

  function put(saying: Saying): void {
    if (all.has(saying)) return;
    const text = h("p");
    // Spoken as soon as it is there.
    text.setAttribute("role", saying.weight === "trouble" ? "alert" : "status");
    const act = saying.act && h("button", "act");
    if (act) {
      act.addEventListener("click", () => {
        drop(saying);
        saying.act?.run();
      });
    }
    const dismiss = h("button", "dismiss");
    dismiss.addEventListener("click", () => {
      const buttons = [...list.querySelectorAll<HTMLElement>(".dismiss")];
      const at = buttons.indexOf(dismiss);
      take(saying);
      const next = buttons[at + 1] ?? buttons[at - 1];
      if (next) next.focus();
      else leave();
    });
    const node = h("li", saying.weight, text, ...(act ? [act] : []), dismiss);
    all.set(saying, { root: node, text, act, dismiss });
    list.append(node);
    fill(saying);
  }

  function drop(saying: Saying): void {
    all.get(saying)?.root.remove();
    all.delete(saying);
    draw();
  }

  function take(saying: Saying): void {
    drop(saying);
    saying.dismissed?.();
  }

  function fill(saying: Saying): void {
    const node = all.get(saying);
    if (!node) return;
    const said = saying.say(words);
    setText(node.text, said);
    if (node.act && saying.act) setText(node.act, saying.act.word(words));
    setText(node.dismiss, words.tabs.dismiss);
    node.dismiss.setAttribute("aria-label", words.tabs.about(words.tabs.dismiss, said));
  }

  function draw(): void {
    root.hidden = all.size === 0;
    everything.hidden = all.size <= FEW;
    setText(everything, words.tabs.dismissAll);
  }

  draw();

  return {
    add(saying) {
      put(saying);
      draw();
    },
    remove: drop,
    ofText(next) {
      for (const saying of own) if (!next.includes(saying)) drop(saying);
      own = next;
      next.forEach(put);
      draw();
    },
    speak(next) {
      words = next;
      for (const saying of all.keys()) fill(saying);
      draw();
    },
  };
}
