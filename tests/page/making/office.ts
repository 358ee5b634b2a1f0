import { zipOf } from "./zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A paragraph, or a table of rows of cells of paragraphs. */
export type Block = string | string[][];

/** A Word document (`.docx`): `\n` in a paragraph is a line end inside it, `\t` a tab. */
export function docxOf(blocks: readonly Block[]): Uint8Array {
  const body = blocks.map((block) => (typeof block === "string" ? paragraph(block) : table(block))).join("");
  return zipOf([
    { name: "[Content_Types].xml", body: types([["/word/document.xml", "wordprocessingml.document.main"]]) },
    { name: "_rels/.rels", body: relations([["officeDocument", "word/document.xml"]]) },
    { name: "word/document.xml", body: `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` },
  ]);
}

function paragraph(text: string): string {
  const runs = text
    .split(/(\n|\t)/)
    .filter(Boolean)
    .map((piece) => (piece === "\n" ? "<w:br/>" : piece === "\t" ? "<w:tab/>" : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`));
  return `<w:p><w:r>${runs.join("")}</w:r></w:p>`;
}

/** Paragraphs of a cell are parted by a line end. */
function table(rows: string[][]): string {
  const cell = (text: string) => `<w:tc>${text.split("\n").map(paragraph).join("")}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A cell: text, a number, or nothing. */
export type Cell = string | number | null;

/** An Excel workbook (`.xlsx`), one sheet for each name; texts stand in the shared table, as Excel puts them. */
export function xlsxOf(sheets: Record<string, Cell[][]>): Uint8Array {
  const names = Object.keys(sheets);
  const shared: string[] = [];
  const cell = (value: Cell, row: number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" t="s"><v>${shared.push(value) - 1}</v></c>`;
  };
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const bodies = Object.values(sheets).map((rows) => {
    const data = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join("")}</row>`).join("");
    return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
  });
  const listed = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  return zipOf([
    {
      name: "[Content_Types].xml",
      body: types([
        ["/xl/workbook.xml", "spreadsheetml.sheet.main"],
        ["/xl/sharedStrings.xml", "spreadsheetml.sharedStrings"],
        ...names.map((_, i): [string, string] => [`/xl/worksheets/sheet${i + 1}.xml`, "spreadsheetml.worksheet"]),
      ]),
    },
    { name: "_rels/.rels", body: relations([["officeDocument", "xl/workbook.xml"]]) },
    { name: "xl/workbook.xml", body: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>` },
    {
      name: "xl/_rels/workbook.xml.rels",
      body: relations([...names.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]), ["sharedStrings", "sharedStrings.xml"]]),
    },
    ...bodies.map((body, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, body })),
    { name: "xl/sharedStrings.xml", body: `${HEAD}<sst xmlns="${MAIN}" count="${shared.length}">${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>` },
  ]);
}

/**
 * A compound file, as Word 97 wrote them: only its header and its directory, which names its streams. Office puts what is
 * under a password into one too, with the streams `EncryptionInfo` and `EncryptedPackage`.
 */
export function compoundOf(streams: readonly string[]): Uint8Array {
  const header = Buffer.alloc(512);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  const entries = ["Root Entry", ...streams].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE(2 * name.length + 2, 64);
    return entry;
  });
  return Buffer.concat([header, ...entries, Buffer.alloc(512)]);
}

function types(parts: [name: string, type: string][]): string {
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`);
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function relations(targets: [type: string, target: string][]): string {
  const list = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${list.join("")}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
