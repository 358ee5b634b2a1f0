/** Long enough for the slowest disk; the address would keep the data in memory for as long as the page is open. */
const FORGET_AFTER = 60_000;

/** Saves a text as a file (保存) where the browser puts downloads, from a server and from disk alike. */
export function save(text: string, name: string, type: "text/csv" | "application/json"): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  // Firefox wants it in the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER);
}

/** A name for what is saved: the file's without its ending, the title, the time, as every system allows it. */
export function saveName(file: string | undefined, title: string, checkedAt: string, ending: "csv" | "json"): string {
  const stem = file?.replace(/\.[^.]{1,5}$/, "");
  const time = checkedAt.slice(0, 16).replace("T", " ").replace(":", "");
  const name = [stem, title, time].filter(Boolean).join(" ");
  // Characters that Windows refuses; a dot or a blank at the start hides or loses the file.
  return `${name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "_").replace(/^[. ]+/, "")}.${ending}`;
}
