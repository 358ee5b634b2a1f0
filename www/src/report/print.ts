/**
 * Prints the sheet instead of the page (打印), whichever way printing is asked for: the button, Ctrl+P, the browser's menu.
 *
 * `make` is asked just before; `undefined` when nothing was checked: then the page itself is printed.
 */
export function printsSheet(make: () => HTMLElement | undefined): void {
  const page = document.documentElement;
  let sheet: HTMLElement | undefined;
  addEventListener("beforeprint", () => {
    sheet?.remove();
    sheet = make();
    page.classList.toggle("sheeted", sheet !== undefined);
    if (sheet) document.body.append(sheet);
  });
  addEventListener("afterprint", () => {
    sheet?.remove();
    sheet = undefined;
    page.classList.remove("sheeted");
  });
}
