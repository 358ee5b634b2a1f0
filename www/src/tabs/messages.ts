import { h, setText } from "../elements/elements.ts";
import type { Words } from "../words/words.ts";

/** A sentence over the text (提示), until it is taken away. */
export interface Message {
  /** What went wrong, or what to know. */
  weight: "trouble" | "hint";
  say(words: Words): string;
  /** What can be done about it. */
  act?: { word(words: Words): string; run(): void };
  /** It was taken away by hand. */
  dismissed?(): void;
}

export interface Messages {
  add(message: Message): void;
  remove(message: Message): void;
  /** The sentences about the text that is shown, in place of those about another. */
  ofText(messages: readonly Message[]): void;
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

export function createMessages(root: HTMLElement, first: Words, leave: () => void): Messages {
  let words = first;
  const all = new Map<Message, Shown>();
  /** Those of the text that is shown. */
  let own: readonly Message[] = [];
  const list = h("ul", "list");
  list.setAttribute("role", "list");
  const everything = h("button", "dismiss");
  everything.addEventListener("click", () => {
    for (const message of [...all.keys()]) take(message);
    leave();
  });
  root.append(list, everything);

  function put(message: Message): void {
    if (all.has(message)) return;
    const text = h("p");
    // Spoken as soon as it is there.
    text.setAttribute("role", message.weight === "trouble" ? "alert" : "status");
    const act = message.act && h("button", "act");
    if (act) {
      act.addEventListener("click", () => {
        drop(message);
        message.act?.run();
      });
    }
    const dismiss = h("button", "dismiss");
    dismiss.addEventListener("click", () => {
      const buttons = [...list.querySelectorAll<HTMLElement>(".dismiss")];
      const at = buttons.indexOf(dismiss);
      take(message);
      const next = buttons[at + 1] ?? buttons[at - 1];
      if (next) next.focus();
      else leave();
    });
    const node = h("li", message.weight, text, ...(act ? [act] : []), dismiss);
    all.set(message, { root: node, text, act, dismiss });
    list.append(node);
    fill(message);
  }

  function drop(message: Message): void {
    all.get(message)?.root.remove();
    all.delete(message);
    draw();
  }

  function take(message: Message): void {
    drop(message);
    message.dismissed?.();
  }

  function fill(message: Message): void {
    const node = all.get(message);
    if (!node) return;
    const said = message.say(words);
    setText(node.text, said);
    if (node.act && message.act) setText(node.act, message.act.word(words));
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
    add(message) {
      put(message);
      draw();
    },
    remove: drop,
    ofText(next) {
      for (const message of own) if (!next.includes(message)) drop(message);
      own = next;
      next.forEach(put);
      draw();
    },
    speak(next) {
      words = next;
      for (const message of all.keys()) fill(message);
      draw();
    },
  };
}
