/** Where a text's characters stand (位置): the line and the column that an offset is in. */
export interface Places {
  lines: number;
  /** Code points, line ends left out. */
  characters: number;
  /** Both count from 1, the column in characters: what the eye counts, whatever the text is stored as. */
  at(offset: number): { line: number; column: number };
}

export function places(text: string): Places {
  const starts = [0];
  // Each second half of a pair makes the offsets behind it one larger than the characters.
  const seconds: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) starts.push(i + 1);
    else if (unit >= 0xdc00 && unit < 0xe000) seconds.push(i);
  }
  return {
    lines: text === "" ? 0 : starts.length,
    characters: text.length - (starts.length - 1) - seconds.length,
    at(offset) {
      const line = below(starts, offset + 1);
      const start = starts[line - 1] ?? 0;
      return { line, column: offset - start - (below(seconds, offset) - below(seconds, start)) + 1 };
    },
  };
}

/** How many of the sorted numbers are smaller. */
function below(sorted: readonly number[], than: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < than) low = middle + 1;
    else high = middle;
  }
  return low;
}
