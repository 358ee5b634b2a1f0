import { h, setText } from "./elements.ts";

/** Work that is done within this time (in ms) needs no line: it would only flash. */
export const AFTER = 400;

/** A line above the text while something takes long (进度): what it is, how far it is, and a button to end it. */
export interface Line {
  /** The names of the bar and of the button. */
  name(bar: string, cancel: string): void;
  /** Without a share it is not known how far the work is, and the bar shows just that. */
  say(text: string, share: number | undefined): void;
}

export function makeLine(root: HTMLElement, cancel: () => void): Line {
  const said = h("span");
  const bar = h("progress");
  const button = h("button", "cancel");
  button.addEventListener("click", cancel);
  root.classList.add("progress");
  root.append(said, bar, button);
  return {
    name(label, word) {
      bar.setAttribute("aria-label", label);
      setText(button, word);
    },
    say(text, share) {
      setText(said, text);
      if (share === undefined) bar.removeAttribute("value");
      else bar.value = share;
    },
  };
}
