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

/** CSV; the separator is told by what parts the rows evenly. */
export function csvTable(text: string): Table {
  const { data } = parse<string[]>(text, { skipEmptyLines: "greedy" });
  const rows = /^sep=.?$/i.test(data[0]?.join("") ?? "") ? data.slice(1) : data;
  return table(rows.map((row) => row.map((cell) => QUOTED.exec(cell)?.[1] ?? cell)));
}

/** Rows become notices (行): each is one paragraph, parted from the next by a blank line. */
function table(rows: readonly (readonly Cell[])[]): Table {
  const digitsLost = rows.some((row) => row.some(lost));
  const notices = rows.map((row) => joined(row.map(written).filter(Boolean))).filter(Boolean);
  return { text: notices.join("\n\n"), digitsLost };
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
