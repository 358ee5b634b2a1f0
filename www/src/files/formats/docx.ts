import mammoth from "mammoth";
import { onlyXml } from "./unpack.ts";

/** What mammoth makes of a document before it writes HTML; of its types only what text needs. */
interface Element {
  type: string;
  value?: string;
  children?: Element[];
}

/**
 * The text of a Word document (Word 文档, `.docx`): a line a paragraph, a line a row of a table with tabs between its
 * cells, unless these hold several paragraphs each. What was deleted under revision is not there.
 *
 * mammoth's own raw text parts paragraphs by blank lines, which then look like the ends of notices, and forgets line ends
 * inside paragraphs.
 */
export async function documentText(bytes: Uint8Array): Promise<string> {
  const arrayBuffer = onlyXml(bytes);
  let text = "";
  const transformDocument = (document: Element): Element => {
    text = blocks(document.children ?? []).join("\n");
    return { ...document, children: [] };
  };
  // In a browser it takes the one, in Node the other.
  const input = { arrayBuffer, buffer: new Uint8Array(arrayBuffer) };
  await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer }, { transformDocument });
  return text;
}

/** Paragraphs and rows, one text each. */
function blocks(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === "paragraph") return [inline(element)];
    if (element.type === "tableRow") return [row(element)];
    return blocks(element.children ?? []);
  });
}

function row({ children = [] }: Element): string {
  const cells = children.map((cell) => blocks(cell.children ?? []).filter((text) => text.trim()));
  return cells.map((cell) => cell.join("\n")).join(cells.some((cell) => cell.length > 1) ? "\n" : "\t").trim();
}

function inline({ type, value = "", children = [] }: Element): string {
  if (type === "text") return value;
  if (type === "tab") return "\t";
  if (type === "break") return "\n";
  // A text box stands inside a paragraph and holds paragraphs of its own.
  const boxed = children.some((child) => child.type === "paragraph" || child.type === "table");
  return boxed ? `\n${blocks(children).join("\n")}\n` : children.map(inline).join("");
}
