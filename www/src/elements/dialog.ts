import { h } from "./elements.ts";

/** What every dialog has (对话框): a title, a way out, and a part that scrolls below. */
export interface Frame {
  title: HTMLElement;
  close: HTMLButtonElement;
  scroller: HTMLElement;
}

/** Fills a dialog; `between` stands between the title and the button that closes it, `inside` is what scrolls. */
export function frame(dialog: HTMLDialogElement, between: Node[] = [], inside: Node[] = []): Frame {
  const close = h("button");
  const title = h("h2");
  title.id = `${dialog.id}-title`;
  // A stop for the tab key, from which the arrows scroll.
  const scroller = h("div", "scroller", ...inside);
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "group");
  for (const part of [scroller, dialog]) part.setAttribute("aria-labelledby", title.id);
  dialog.append(h("div", "head", title, ...between, close), scroller);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    // What is not in it is around it.
    if (target === dialog) dialog.close();
  });
  return { title, close, scroller };
}
