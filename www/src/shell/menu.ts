/**
 * The tools behind a button (更多) where the bar is too narrow for them; the style sheet says where. Escape, a press elsewhere
 * and the focus leaving it close it.
 */
export function createMenu(button: HTMLButtonElement, tools: HTMLElement): void {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const open = (open: boolean) => {
    button.setAttribute("aria-expanded", String(open));
    tools.classList.toggle("open", open);
  };
  const within = (node: EventTarget | null) => node instanceof Node && (tools.contains(node) || button.contains(node));

  button.addEventListener("click", () => open(!isOpen()));
  for (const part of [button, tools]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      event.preventDefault();
      open(false);
      button.focus();
    });
    part.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !within(relatedTarget)) open(false);
    });
  }
  addEventListener("pointerdown", ({ target }) => {
    if (!within(target)) open(false);
  });
}
