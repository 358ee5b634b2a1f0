import type { Severity } from "../../../crate/wasm/api.d.ts";
import { signed, signWord } from "../points/details.ts";
import { h } from "../elements/elements.ts";
import { COUNTED } from "../points/points.ts";
import type { Strings } from "../words/words.ts";
import { type Account, type AccountNotice, type AccountNumber, type AccountPart, isHandled, isMatter, parts, told } from "./account.ts";
import type { ReportWords } from "../words/report-words.ts";

/**
 * The sheet that the readers sign (核验单), to be printed on A4: what was checked, when, by which version, what was found, what
 * was done about it. Beside `sheet.css` it needs nothing; every verdict has its word and its sign, so that it can be told
 * without colour.
 */
export function sheet(account: Account, strings: Strings, words: ReportWords): HTMLElement {
  const root = h(
    "article",
    "sheet",
    h("h1", "", words.title),
    head(account, strings, words),
    account.numbers.length === 0 && account.notices.length === 0 ? h("p", "none", words.noNumbers) : table(account, strings, words),
    foot(account, words),
  );
  root.lang = strings.tag;
  return root;
}

function head(account: Account, strings: Strings, words: ReportWords): HTMLElement {
  const [date = "", time = ""] = account.checkedAt.split("T");
  const rows: [string, ...(Node | string)[]][] = [
    [words.checkedBy, `${strings.name} ${account.version}`],
    [words.checkedAt, `${date} ${time.slice(0, 5)}`],
    [words.published, account.published],
    [words.file, account.file ?? words.noFile],
    [words.size, words.sizeOf(account.characters, account.lines)],
    [words.found, words.foundOf(account.numbers.length, account.notices.length)],
    [words.result, ...result(account, strings, words)],
    [words.hash, h("code", "", account.sha256), h("small", "", words.hashHint)],
  ];
  return h("dl", "head", ...rows.map(([term, ...parts]) => h("div", "", h("dt", "", term), h("dd", "", ...parts))));
}

function result(account: Account, strings: Strings, words: ReportWords): HTMLElement[] {
  const { counts, notices, toHandle, handled } = account;
  const numbers = COUNTED.map((sign) => h("span", `tally${counts[sign] === 0 ? " zero" : ""}`, signWord(sign, strings), ` ${counts[sign]}`));
  const severities = notices.flatMap(({ problems }) => problems.map(({ severity }) => severity));
  const whole = (["wrong", "doubtful", "hint"] as Severity[]).flatMap((severity) => {
    const count = severities.filter((one) => one === severity).length;
    return count > 0 ? [h("span", "tally", signWord(severity, strings), ` ${count}`)] : [];
  });
  return [
    h("span", "tallies", ...numbers),
    ...(whole.length > 0 ? [h("span", "tallies", `${words.inNotice} `, ...whole)] : []),
    h("span", "tallies", toHandle === 0 ? words.nothingToHandle : words.handled(handled, toHandle)),
  ];
}

const COLUMNS = ["no", "place", "sign", "kind", "value", "problems", "done"] as const;

function table(account: Account, strings: Strings, words: ReportWords): HTMLTableElement {
  const titles = COLUMNS.map((column) => {
    const cell = h("th", column, words.columns[column]);
    cell.scope = "col";
    return cell;
  });
  return h("table", "", h("thead", "", h("tr", "", ...titles)), ...parts(account).map((part) => body(part, account, strings, words)));
}

function body({ notice, numbers }: AccountPart, { notices }: Account, strings: Strings, words: ReportWords): HTMLTableSectionElement {
  const rows = [...(notice?.problems ?? []).map((problem) => remark(problem, strings, words)), ...numbers.map((one) => row(one, strings, words))];
  // Without any notice there is nothing that these numbers stand outside of.
  const title = notice ? noticeTitle(notice, numbers.length === 0, strings, words) : notices.length > 0 ? [strings.loose] : [];
  if (title.length === 0) return h("tbody", "", ...rows);
  const cell = h("th", "", ...title);
  cell.colSpan = COLUMNS.length;
  cell.scope = "rowgroup";
  return h("tbody", "", h("tr", "notice", cell), ...rows);
}

function noticeTitle(notice: AccountNotice, bare: boolean, strings: Strings, words: ReportWords): (Node | string)[] {
  const { no, typeName, title, party, firstLine, lastLine, verdict } = notice;
  const about = [title === typeName ? undefined : title, party].filter((part) => part !== undefined).join(" · ");
  return [
    h("span", "nth", words.nthNotice(no)),
    h("strong", "", typeName),
    ...(about ? [chinese(h("span", "about", about))] : []),
    h("span", "lines", words.lines(firstLine, lastLine)),
    // Where there is no number, nothing is well formed: nothing was found amiss.
    bare && verdict === "plausible" ? signed(verdict, strings.nothingAmiss) : signWord(verdict, strings),
  ];
}

function remark({ line, column, severity, message, related }: AccountNotice["problems"][number], strings: Strings, words: ReportWords): HTMLElement {
  const all = [{ line, column }, ...related].map((at) => words.place(at.line, at.column));
  const text = all.length > 1 ? message + words.aside(words.places(all)) : message;
  const cell = h("td", "problems", text);
  cell.colSpan = 2;
  return h("tr", severity, h("td", "no"), h("td", "place", words.place(line, column)), h("td", "sign", signWord(severity, strings)), h("td", "kind", words.inNotice), cell, h("td", "done", words.none));
}

function row(number: AccountNumber, strings: Strings, words: ReportWords): HTMLElement {
  const { no, line, column, verdict, exposed, kindName, value, done } = number;
  const how = done.map(({ how, what }) => h("p", "", words.done[how] + (what ? words.aside(what) : "")));
  if (isMatter(number) && !isHandled(number)) how.push(h("p", "undone", words.undone));
  return h(
    "tr",
    verdict,
    h("td", "no", String(no)),
    h("td", "place", words.place(line, column)),
    h("td", "sign", signWord(verdict, strings), ...(exposed ? [signWord("exposed", strings)] : [])),
    h("td", "kind", kindName),
    chinese(h("td", "value", value)),
    h("td", "problems", ...told(number, words).map((message) => h("p", "", message))),
    h("td", "done", ...(how.length > 0 ? how : [words.none])),
  );
}

function foot({ persons, counts }: Account, words: ReportWords): HTMLElement {
  const line = (reader: string) => h("div", "reader", h("span", "role", reader), h("span", "", words.name), h("i"), h("span", "", words.day), h("i", "short"));
  return h(
    "footer",
    "",
    ...(persons === "hidden" && counts.exposed > 0 ? [h("p", "", words.masked)] : []),
    h("p", "", words.limits),
    h("div", "readers", ...words.readers.map(line)),
  );
}

/** What comes from the text is Chinese whatever the page speaks. */
function chinese<E extends HTMLElement>(element: E): E {
  element.lang = "zh-CN";
  return element;
}
