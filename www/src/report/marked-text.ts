import type { Finding, Notice, Report, Severity, Verdict } from "../../../crate/wasm/api.d.ts";
import type { Words } from "../words/words.ts";
import { byWeight } from "./account.ts";

/** A text with its marks, for what is pasted into: with formats, or without. */
export interface Marked {
  html: string;
  plain: string;
}

/**
 * The line below each verdict as on the page. Word knows `text-underline` only, mail programs `text-decoration` only; where
 * neither is kept, the word in brackets is.
 */
const STYLE: Record<Verdict, string> = {
  wrong: "text-decoration:underline wavy #b3171d;text-underline:wave #b3171d;background:#fdeaea",
  doubtful: "text-decoration:underline dashed #8a5200;text-underline:dash #8a5200;background:#fff4de",
  plausible: "text-decoration:underline dotted #4a6075;text-underline:dotted #4a6075",
  verified: "text-decoration:underline solid #1c6b35;text-underline:single #1c6b35",
};
const COLOUR: Record<Severity, string> = { wrong: "#b3171d", doubtful: "#8a5200", hint: "#1a5a8a" };
const FONT = "font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;font-size:11pt;line-height:1.8;color:#1b1f23";

/**
 * The marked text (带标记的文字) for mail and Word: the text with its numbers underlined, what is wrong or doubtful with its word
 * behind it, and a list below of what to check. Styles are in place, there is nothing to load and nothing to run. `written` puts
 * the text into the characters in which it is handed on.
 */
export function marked(
  text: string,
  { findings, notices, lang }: Pick<Report, "findings" | "notices" | "lang">,
  words: Words,
  written = (piece: string) => piece,
): Marked {
  const list = toCheck(findings, notices);
  let html = "";
  let plain = "";
  let at = 0;
  for (const finding of findings) {
    const { start, end, verdict } = finding;
    const note = verdict === "wrong" || verdict === "doubtful" ? `〔${words.sign[verdict]}〕` : "";
    // A number that goes on in the next line is underlined in both.
    const pieces = text.slice(start, end).split("\n").map((piece) => `<span style="${STYLE[verdict]}">${escaped(written(piece))}</span>`);
    html += escaped(written(text.slice(at, start))) + pieces.join("\n");
    if (note) html += `<b style="color:${COLOUR[verdict as Severity]};font-size:smaller">${escaped(note)}</b>`;
    plain += written(text.slice(at, end)) + note;
    at = end;
  }
  html += escaped(written(text.slice(at)));
  plain += written(text.slice(at));
  // A paragraph a line: Word makes a line end of `<br>` that cannot be justified.
  const paragraphs = html.split("\n").map((line) => `<p style="margin:0">${line || "&nbsp;"}</p>`);
  const check = list.map(
    ({ severity, about, message }) =>
      `<li><b style="color:${COLOUR[severity]}">${escaped(words.sign[severity])}</b> ${escaped([about, message].filter(Boolean).join(" "))}</li>`,
  );
  const below = check.length > 0 ? `<p style="margin:1em 0 0"><b>${escaped(words.report.toCheck(check.length))}</b></p><ol lang="${lang}" style="margin:0">${check.join("")}</ol>` : "";
  const told = list.map(({ severity, about, message }, index) => `${index + 1}. ${[`〔${words.sign[severity]}〕`, about, message].filter(Boolean).join(" ")}\n`);
  return {
    html: `<div lang="zh-CN" style="${FONT}">${paragraphs.join("")}${below}</div>`,
    plain: told.length > 0 ? `${plain}\n\n${words.report.toCheck(told.length)}\n${told.join("")}` : plain,
  };
}

interface Check {
  start: number;
  severity: "wrong" | "doubtful";
  about: string;
  message: string;
}

/** What the customer is asked to look at, in text order: of each number the heaviest, of notices all but hints. */
function toCheck(findings: readonly Finding[], notices: readonly Notice[]): Check[] {
  const list: Check[] = [];
  for (const { start, verdict, kindName, value, problems } of findings) {
    if (verdict === "wrong" || verdict === "doubtful") list.push({ start, severity: verdict, about: `${kindName} ${value}`, message: byWeight(problems)[0]?.message ?? "" });
  }
  for (const { problems } of notices) {
    for (const { start, severity, message } of problems) if (severity !== "hint") list.push({ start, severity, about: "", message });
  }
  return list.sort((a, b) => a.start - b.start);
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in markup; of blanks beside each other, none is lost. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!).replace(/ (?= )/g, "&nbsp;");
}
