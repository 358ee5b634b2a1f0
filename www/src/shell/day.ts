/** A day as `YYYY-MM-DD`, by the clock and time zone of this computer. */
export function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The day of publication (见报日): today, until someone says otherwise.
 *
 * The page stays open overnight: a day nobody chose moves on with the calendar when the page is looked at again.
 */
export function dayField(input: HTMLInputElement, changed: (day: string) => void): () => string {
  let day = localDay(new Date());
  let chosen = false;
  input.value = day;

  const set = (next: string) => {
    if (next === day) return;
    day = next;
    changed(day);
  };
  input.addEventListener("change", () => {
    // Empty while a date is half typed: the last good day stays in force.
    if (!input.validity.valid || input.value === "") return;
    chosen = true;
    set(input.value);
  });
  input.addEventListener("blur", () => {
    if (input.validity.valid && input.value !== "") return;
    chosen = false;
    input.value = localDay(new Date());
    set(input.value);
  });
  addEventListener("focus", () => {
    if (chosen || document.activeElement === input) return;
    input.value = localDay(new Date());
    set(input.value);
  });
  return () => day;
}
