import { h, setText } from "./elements.ts";

/** What is over sooner needs no line that flashes by. */
export const AFTER = 400;

/** A line over the text while something takes long (进度): what, how far, and a way to end it. */
export interface Line {
  /** The names of the bar and of the button. */
  name(bar: string, cancel: string): void;
  /** Without a share, nobody knows how far it is: the bar then says only that. */
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
