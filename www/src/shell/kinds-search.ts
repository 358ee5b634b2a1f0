/** A text as it is searched (查找): without blanks, without the differences of case, width and dashes. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\p{Dash}/gu, "-").replace(/\s/gu, "");
}

/** Does a folded text hold every word of a search? */
export function holds(text: string, search: string): boolean {
  return search.split(/\s+/u).every((word) => text.includes(folded(word)));
}
