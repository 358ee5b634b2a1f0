import { takeFiles } from "./drop.ts";

/** What the readers read. Other files may be chosen too, and are answered with the reason why they cannot be read. */
const ACCEPT = [".txt", ".docx", ".pdf", ".xlsx", ".csv", ".tsv", ".zip", "text/plain"].join(",");

/** The ways a file comes in (打开): the button, its key, dropped anywhere, pasted. */
export function createOpening(button: HTMLButtonElement, allowed: () => boolean, given: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ACCEPT;
  input.hidden = true;
  button.after(input);
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = "";
    given(files);
  });
  button.addEventListener("click", () => input.click());
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "o" || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
    // The browser would leave the page for the file.
    event.preventDefault();
    if (allowed()) input.click();
  });
  takeFiles(given);
  addEventListener(
    "paste",
    (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!allowed() || !areMeant(files, event.clipboardData?.getData("text/plain") ?? "")) return;
      event.preventDefault();
      event.stopPropagation();
      given(files);
    },
    { capture: true },
  );
}

/**
 * Are files pasted, and not text? Word and Excel put a picture of the text beside it; the Finder puts the files' names
 * beside the files.
 */
export function areMeant(files: readonly { name: string }[], text: string): boolean {
  if (files.length === 0) return false;
  const names = new Set(files.map(({ name }) => name));
  return text.split(/\r\n?|\n/).every((line) => line.trim() === "" || names.has(line.trim()));
}
