/** A piece of a page's text: its left end, its baseline from the top, its width, and the height of its letters. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A gap between columns is at least this wide, in heights of the letters; blanks of justified lines do not stand under each other. */
const GUTTER = 0.7;

/** A column has at least so many lines, and is so wide, in heights of the letters. */
const LINES = 3;
const WIDTH = 5;

/** So much of a column's lines reach from its left to its right: in tables, whose cells are short, it is less. */
const FULL = 0.4;

/**
 * The text of a page in the order it is read (分栏): columns from left to right, each from top to bottom; what goes across
 * columns parts the page into bands, which are read from top to bottom.
 *
 * PDF only tells where each piece of text is painted. Columns are found by the gaps that no piece of any line crosses. A
 * table has such gaps too; its rows are read across.
 */
export function inOrder(items: readonly Item[]): string {
  return lines(once(items.filter(({ text }) => text.trim()))).join("\n");
}

/** Bold type is sometimes made by painting the same text twice, a hair apart: much less than two narrow digits stand apart. */
function once(items: readonly Item[]): Item[] {
  const seen = new Map<string, Item[]>();
  return items.filter((item) => {
    const same = seen.get(item.text) ?? [];
    const near = 0.3 * Math.min(item.width, item.height);
    if (same.some(({ x, y }) => Math.abs(x - item.x) < near && Math.abs(y - item.y) < near)) return false;
    seen.set(item.text, [...same, item]);
    return true;
  });
}

function lines(items: readonly Item[]): string[] {
  const columns = split(items);
  if (columns.length > 1) return columns.flatMap(lines);
  const rows = rowsOf(items);
  const texts: string[] = [];
  for (let first = 0, plain = 0; ; first++) {
    const end = first < rows.length ? band(rows, first) : first;
    if (end === first && first < rows.length) continue;
    // What stands over the band, then the band itself.
    texts.push(...written(rows.slice(plain, first).flat()));
    if (first >= rows.length) return texts;
    texts.push(...split(rows.slice(first, end).flat()).flatMap(lines));
    plain = end;
    first = end - 1;
  }
}

/** Where the band of columns that begins with a row ends; there, if none does. */
function band(rows: readonly Item[][], first: number): number {
  let end = first;
  let gaps: Gap[] = [{ from: -Infinity, to: Infinity }];
  for (; end < rows.length; end++) {
    const next = crossed(gaps, rows[end]!);
    if (gaps.some(inner) && !next.some(inner)) break;
    gaps = next;
  }
  const columns = gaps.some(inner) ? split(rows.slice(first, end).flat()) : [];
  return columns.length > 1 ? end : first;
}

interface Gap {
  from: number;
  to: number;
}

/** There is text on either side of it. */
const inner = ({ from, to }: Gap) => Number.isFinite(from) && Number.isFinite(to);

/** What a row leaves of the gaps. */
function crossed(gaps: readonly Gap[], row: readonly Item[]): Gap[] {
  const least = GUTTER * middle(row.map(({ height }) => height));
  const extents = merged(row, least);
  return gaps.flatMap(({ from, to }) => {
    const open: Gap[] = [];
    let at = from;
    for (const extent of extents) {
      if (extent.to <= at || extent.from >= to) continue;
      if (extent.from - at >= least) open.push({ from: at, to: extent.from });
      at = Math.max(at, extent.to);
    }
    if (to - at >= least) open.push({ from: at, to });
    return open;
  });
}

/** The columns of a region; one, if it has none. */
function split(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [];
  const least = GUTTER * middle(items.map(({ height }) => height));
  const extents = merged(items, least);
  const inside = ({ from, to }: Gap) => items.filter(({ x, width }) => x + width / 2 >= from && x + width / 2 <= to);
  const columns: Item[][] = [];
  let open: Item[] = [];
  for (const extent of extents) {
    // A list's numbers, a table's cells: part of what stands beside them.
    open = [...open, ...inside(extent)];
    if (!isColumn(open)) continue;
    columns.push(open);
    open = [];
  }
  if (open.length > 0) {
    const last = columns.pop();
    columns.push([...(last ?? []), ...open]);
  }
  return columns;
}

function isColumn(items: readonly Item[]): boolean {
  const rows = textLines(items);
  if (rows.length < LINES) return false;
  const left = Math.min(...items.map(({ x }) => x));
  const right = Math.max(...items.map(({ x, width }) => x + width));
  if (right - left < WIDTH * middle(items.map(({ height }) => height))) return false;
  const full = rows.filter((row) => reach(row) >= 0.8 * (right - left)).length;
  return full >= FULL * rows.length;
}

function reach(row: readonly Item[]): number {
  return Math.max(...row.map(({ x, width }) => x + width)) - Math.min(...row.map(({ x }) => x));
}

/** What the items cover from left to right, gaps that are too narrow filled. */
function merged(items: readonly Item[], least: number): Gap[] {
  const extents: Gap[] = [];
  for (const { x, width } of [...items].sort((a, b) => a.x - b.x)) {
    const last = extents.at(-1);
    if (last && x - last.to < least) last.to = Math.max(last.to, x + width);
    else extents.push({ from: x, to: x + width });
  }
  return extents;
}

/** Groups with a clear horizontal line between them, from top to bottom. */
function rowsOf(items: readonly Item[]): Item[][] {
  const rows: Item[][] = [];
  let bottom = -Infinity;
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    // Letters stand on the baseline; that of the row above must lie over their middle.
    if (item.y - item.height * 0.5 >= bottom) rows.push([]);
    rows.at(-1)!.push(item);
    bottom = Math.max(bottom, item.y);
  }
  return rows;
}

/** Lines of one column: pieces on one baseline, from left to right. */
function textLines(items: readonly Item[]): Item[][] {
  const found: Item[][] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const line = found.at(-1);
    if (line && item.y - line[0]!.y < 0.5 * Math.min(item.height, line[0]!.height)) line.push(item);
    else found.push([item]);
  }
  return found.map((line) => line.sort((a, b) => a.x - b.x));
}

/** The lines as text, with a blank line where they stand clearly further apart. */
function written(items: readonly Item[]): string[] {
  const found = textLines(items);
  const pitches = found.slice(1).map((line, i) => line[0]!.y - found[i]![0]!.y);
  const wide = 1.7 * middle(pitches);
  return found.flatMap((line, i) => (i > 0 && pitches[i - 1]! > wide ? ["", joined(line)] : [joined(line)]));
}

function joined(line: readonly Item[]): string {
  let text = "";
  let end = Infinity;
  for (const item of line) {
    if (item.x - end > 0.3 * item.height && !/\s$/.test(text)) text += " ";
    text += item.text;
    end = item.x + item.width;
  }
  return text.trim();
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
