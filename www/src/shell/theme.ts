export type Theme = "light" | "dark";

/** Light and dark (浅色、深色): as the system says, until the switch is used; nothing is remembered. */
export function themeSwitch(button: HTMLElement, changed: (theme: Theme) => void): () => Theme {
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen: Theme | undefined;
  const theme = () => chosen ?? (system.matches ? "dark" : "light");
  button.addEventListener("click", () => {
    chosen = theme() === "dark" ? "light" : "dark";
    document.documentElement.dataset["theme"] = chosen;
    changed(chosen);
  });
  system.addEventListener("change", () => changed(theme()));
  return theme;
}
