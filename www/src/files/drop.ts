/**
 * Files dropped on the page (拖放) are taken: the browser would leave the page for the file, and the text would be gone.
 */
export function takeFiles(taken: (files: File[]) => void): void {
  const take = (event: DragEvent) => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "drop") taken([...dataTransfer.files]);
  };
  addEventListener("dragover", take, { capture: true });
  addEventListener("drop", take, { capture: true });
}
