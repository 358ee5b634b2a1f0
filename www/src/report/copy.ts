import type { Marked } from "./marked-text.ts";

/** What is copied: with formats, or the text alone. */
export type Copied = Pick<Marked, "plain"> & Partial<Marked>;

/**
 * Puts a text on the clipboard (复制), with formats and without; false if the browser does not allow it. To be called from a
 * click or a key.
 *
 * The older way comes first: it answers at once, it works from disk and over plain HTTP, and it asks for nothing. The newer is
 * for browsers that have given it up.
 */
export async function copy({ html, plain }: Copied): Promise<boolean> {
  let taken = false;
  const put = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    // The editor would put its own selection there.
    event.stopImmediatePropagation();
    event.preventDefault();
    if (html !== undefined) event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", plain);
    taken = true;
  };
  addEventListener("copy", put, { capture: true });
  try {
    if (document.execCommand("copy") && taken) return true;
  } catch {
    // A browser without it: the other way.
  } finally {
    removeEventListener("copy", put, { capture: true });
  }
  try {
    const blob = (text: string, type: string) => new Blob([text], { type });
    const formats = { ...(html === undefined ? {} : { "text/html": blob(html, "text/html") }), "text/plain": blob(plain, "text/plain") };
    await navigator.clipboard.write([new ClipboardItem(formats)]);
    return true;
  } catch {
    return false;
  }
}
