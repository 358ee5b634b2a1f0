import type { Severity } from "../../../crate/wasm/api.d.ts";
import { h } from "../elements/elements.ts";
import { signed, signWord } from "../elements/signs.ts";
import { COUNTED } from "../points/points.ts";
import type { Words } from "../words/words.ts";
import { type Account, type AccountNotice, type AccountNumber, type AccountPart, isHandled, isMatter, parts, told } from "./account.ts";

/**
 * The sheet that the readers sign (核验单), to be printed on A4: what was checked, when, by which version, what was found, what
 * was done about it. Beside `sheet.css` it needs nothing; every verdict has its word and its sign, so that it can be told
 * without colour.
 */
export function sheet(account: Account, words: Words): HTMLElement {
  const root = h(
    "article",
    "sheet",
    h("h1", "", words.report.title),
    head(account, words),
    account.numbers.length === 0 && account.notices.length === 0 ? h("p", "none", words.report.noNumbers) : table(account, words),
    foot(account, words),
  );
  root.lang = words.tag;
  return root;
}

function head(account: Account, words: Words): HTMLElement {
  const { report } = words;
  const [date = "", time = ""] = account.checkedAt.split("T");
  const rows: [string, ...(Node | string)[]][] = [
    [report.checkedBy, `${words.name} ${account.version}`],
    [report.checkedAt, `${date} ${time.slice(0, 5)}`],
    [report.published, account.published],
    [report.file, account.file ?? report.noFile],
    [report.size, report.sizeOf(account.characters, account.lines)],
    [report.found, report.foundOf(account.numbers.length, account.notices.length)],
    [report.result, ...result(account, words)],
    [report.hash, h("code", "", account.sha256), h("small", "", report.hashHint)],
  ];
  return h("dl", "head", ...rows.map(([term, ...parts]) => h("div", "", h("dt", "", term), h("dd", "", ...parts))));
}

function result(account: Account, words: Words): HTMLElement[] {
  const { report } = words;
  const { counts, notices, toHandle, handled } = account;
  const numbers = COUNTED.map((sign) => h("span", `tally${counts[sign] === 0 ? " zero" : ""}`, signWord(sign, words), ` ${counts[sign]}`));
  const severities = notices.flatMap(({ problems }) => problems.map(({ severity }) => severity));
  const whole = (["wrong", "doubtful", "hint"] as Severity[]).flatMap((severity) => {
    const count = severities.filter((one) => one === severity).length;
    return count > 0 ? [h("span", "tally", signWord(severity, words), ` ${count}`)] : [];
  });
  return [
    h("span", "tallies", ...numbers),
    ...(whole.length > 0 ? [h("span", "tallies", `${report.inNotice} `, ...whole)] : []),
    h("span", "tallies", toHandle === 0 ? report.nothingToHandle : report.handled(handled, toHandle)),
  ];
}

const COLUMNS = ["no", "place", "sign", "kind", "value", "problems", "done"] as const;

function table(account: Account, words: Words): HTMLTableElement {
  const titles = COLUMNS.map((column) => {
    const cell = h("th", column, words.report.columns[column]);
    cell.scope = "col";
    return cell;
  });
  return h("table", "", h("thead", "", h("tr", "", ...titles)), ...parts(account).map((part) => body(part, account, words)));
}

function body({ notice, numbers }: AccountPart, { notices }: Account, words: Words): HTMLTableSectionElement {
  const rows = [...(notice?.problems ?? []).map((problem) => remark(problem, words)), ...numbers.map((one) => row(one, words))];
  // Without any notice there is nothing that these numbers stand outside of.
  const title = notice ? noticeTitle(notice, numbers.length === 0, words) : notices.length > 0 ? [words.loose] : [];
  if (title.length === 0) return h("tbody", "", ...rows);
  const cell = h("th", "", ...title);
  cell.colSpan = COLUMNS.length;
  cell.scope = "rowgroup";
  return h("tbody", "", h("tr", "notice", cell), ...rows);
}

function noticeTitle(notice: AccountNotice, bare: boolean, words: Words): (Node | string)[] {
  const { no, typeName, title, party, firstLine, lastLine, verdict } = notice;
  const about = [title === typeName ? undefined : title, party].filter((part) => part !== undefined).join(" · ");
  return [
    h("span", "nth", words.report.nthNotice(no)),
    h("strong", "", typeName),
    ...(about ? [chinese(h("span", "about", about))] : []),
    h("span", "lines", words.report.lines(firstLine, lastLine)),
    // Without a number nothing can be well formed: only nothing was found amiss.
    bare && verdict === "plausible" ? signed(verdict, words.nothingAmiss) : signWord(verdict, words),
  ];
}

function remark({ line, column, severity, message, related }: AccountNotice["problems"][number], words: Words): HTMLElement {
  const { report } = words;
  const all = [{ line, column }, ...related].map((at) => report.place(at.line, at.column));
  const text = all.length > 1 ? message + report.aside(report.places(all)) : message;
  const cell = h("td", "problems", text);
  cell.colSpan = 2;
  return h("tr", severity, h("td", "no"), h("td", "place", report.place(line, column)), h("td", "sign", signWord(severity, words)), h("td", "kind", report.inNotice), cell, h("td", "done", report.none));
}

function row(number: AccountNumber, words: Words): HTMLElement {
  const { report } = words;
  const { no, line, column, verdict, exposed, kindName, value, done } = number;
  const how = done.map(({ how, what }) => h("p", "", report.done[how] + (what ? report.aside(what) : "")));
  if (isMatter(number) && !isHandled(number)) how.push(h("p", "undone", report.undone));
  return h(
    "tr",
    verdict,
    h("td", "no", String(no)),
    h("td", "place", report.place(line, column)),
    h("td", "sign", signWord(verdict, words), ...(exposed ? [signWord("exposed", words)] : [])),
    h("td", "kind", kindName),
    chinese(h("td", "value", value)),
    h("td", "problems", ...told(number, words).map((message) => h("p", "", message))),
    h("td", "done", ...(how.length > 0 ? how : [report.none])),
  );
}

function foot({ persons, counts }: Account, words: Words): HTMLElement {
  const { report } = words;
  const line = (reader: string) => h("div", "reader", h("span", "role", reader), h("span", "", report.name), h("i"), h("span", "", report.day), h("i", "short"));
  return h(
    "footer",
    "",
    ...(persons === "hidden" && counts.exposed > 0 ? [h("p", "", report.masked)] : []),
    h("p", "", report.limits),
    h("div", "readers", ...report.readers.map(line)),
  );
}

/** What comes from the text is Chinese whatever the page speaks. */
function chinese<E extends HTMLElement>(element: E): E {
  element.lang = "zh-CN";
  return element;
}
