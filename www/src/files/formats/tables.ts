import { parse } from "papaparse";
import readXlsxFile from "read-excel-file/universal";
import { onlyXml } from "./unpack.ts";

/** The text of a table, and whether long numbers lost digits before it came here. */
export interface Table {
  text: string;
  digitsLost: boolean;
}

type Cell = string | number | boolean | Date | null;

/** Spreadsheets keep 15 digits of a number. */
const KEPT = 1e15;

/** A long number as spreadsheets write it into CSV. */
const SCIENTIFIC = /^\d(\.\d+)?E\+(1[1-9]|[2-9]\d)$/i;

/** A cell that is a formula for its own text, as CSV keeps spreadsheets from making a number of it. */
const QUOTED = /^="(.*)"$/s;

/** Every sheet of an Excel file (`.xlsx`). */
export async function workbookTable(bytes: Uint8Array): Promise<Table> {
  const sheets = await readXlsxFile(onlyXml(bytes));
  return table(sheets.flatMap(({ data }) => data as Cell[][]));
}

/** CSV; the separator is recognised by dividing the rows evenly. */
export function csvTable(text: string): Table {
  const { data } = parse<string[]>(text, { skipEmptyLines: "greedy" });
  const rows = /^sep=.?$/i.test(data[0]?.join("") ?? "") ? data.slice(1) : data;
  return table(rows.map((row) => row.map((cell) => QUOTED.exec(cell)?.[1] ?? cell)));
}

/** Rows become notices (行): each is one paragraph, parted from the next by a blank line. Those of a table stay its rows. */
function table(rows: readonly (readonly Cell[])[]): Table {
  const digitsLost = rows.some((row) => row.some(lost));
  const cells = rows.map((row) => row.map(written));
  const paragraphs: string[] = [];
  for (let first = 0; first < cells.length; ) {
    const end = tableEnd(cells, first);
    const text = end > first ? cells.slice(first, end).map(lined).join("\n") : joined(cells[first]!.filter(Boolean));
    if (text) paragraphs.push(text);
    first = Math.max(end, first + 1);
  }
  return { text: paragraphs.join("\n\n"), digitsLost };
}

/** A head is short words without digits, three cells at least; longer cells than this are texts, and their rows notices. */
const HEAD_CELL = 20;
const CELL = 60;

/** Where the table ends whose head is this row; here, if it is none. */
function tableEnd(cells: readonly (readonly string[])[], first: number): number {
  const head = cells[first]!.filter(Boolean);
  if (head.length < 3 || head.some((cell) => cell.length > HEAD_CELL || /[\d\uFF10-\uFF19，。；]/.test(cell))) return first;
  const isRow = (row: readonly string[]) => row.filter(Boolean).length > 1 && row.every((cell) => cell.length <= CELL && !/[。；]/.test(cell));
  let end = first + 1;
  while (end < cells.length && isRow(cells[end]!)) end++;
  return cells.slice(first + 1, end).some((row) => row.some((cell) => /\d/.test(cell))) ? end : first;
}

/** A row of a table, a tab between two cells, empty ones kept. */
function lined(row: readonly string[]): string {
  return row.map((cell) => cell.replace(/\s+/g, " ")).join("\t").trimEnd();
}

function lost(cell: Cell): boolean {
  return typeof cell === "number" ? Number.isInteger(cell) && Math.abs(cell) >= KEPT : typeof cell === "string" && SCIENTIFIC.test(cell.trim());
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "").replace(/\.000Z$/, "").replace("T", " ");
  if (typeof cell === "number") return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  return String(cell).trim();
}

/** A blank or nothing between two cells could make one number of two. */
function joined(cells: readonly string[]): string {
  return cells.reduce((text, cell) => (text === "" || /[，。；：、,;:]$/.test(text) ? text + cell : `${text}，${cell}`), "");
}
