/**
 * Files dropped on the page are refused with a sentence: the browser would leave the page for the file, and the text
 * would be gone.
 */
export function refuseFiles(refused: () => void): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const stop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "drop") refused();
  };
  addEventListener("dragover", stop, { capture: true });
  addEventListener("drop", stop, { capture: true });
}
