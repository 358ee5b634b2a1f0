import type { Column, Words } from "../words/words.ts";
import { type Account, isHandled, isMatter, parts, told } from "./account.ts";

const COLUMNS: Column[] = ["no", "notice", "line", "column", "sign", "exposed", "kind", "label", "value", "problems", "done"];

/** So that spreadsheets do not take UTF-8 for the encoding of the system. */
const MARK = "\ufeff";

/**
 * The result as a table for spreadsheets (表格): CSV by RFC 4180, UTF-8 with its mark; first what each notice lacks, then its
 * numbers.
 */
export function csv(account: Account, words: Words): string {
  const { report } = words;
  const rows: string[][] = [COLUMNS.map((column) => report.columns[column])];
  for (const { notice, numbers } of parts(account)) {
    const name = notice ? `${notice.no} ${notice.typeName}` : "";
    for (const { line, column, severity, message } of notice?.problems ?? []) {
      const sign = severity === "hint" ? words.hint : words.sign[severity];
      rows.push(["", name, String(line), String(column), sign, "", report.inNotice, "", "", asText(message), ""]);
    }
    for (const number of numbers) {
      const { no, line, column, verdict, exposed, kindName, label = "", value, done } = number;
      const how = done.map(({ how, what }) => (report.done[how] + (what ? report.aside(what) : "")));
      if (isMatter(number) && !isHandled(number)) how.push(report.undone);
      rows.push([
        String(no),
        name,
        String(line),
        String(column),
        words.sign[verdict],
        exposed ? report.yes : "",
        kindName,
        asText(label),
        asText(value),
        asText(told(number, words).join("\n")),
        how.join("\n"),
      ]);
    }
  }
  return MARK + rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/**
 * A cell that spreadsheets take as text.
 *
 * Of a long number they keep 15 digits, of 00251306 they drop the noughts, 1-2 is a day to them, 12E5 a power: a tab before it,
 * which nobody sees, makes it text. What could be a formula gets an apostrophe instead: some read a formula behind a tab.
 */
export function asText(cell: string): string {
  if (/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell)) return `'${cell}`;
  const numeric = /^[\d\s.,:/()%¥$€£-]*\d[\d\s.,:/()%¥$€£-]*$/.test(cell) || /^\d+(\.\d+)?[eE][+-]?\d+$/.test(cell);
  return numeric ? `\t${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
