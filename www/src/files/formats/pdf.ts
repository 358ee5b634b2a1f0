import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { inOrder, type Item } from "./pdf-columns.ts";
import { Stop } from "./results.ts";

// There is a worker around it already: its own half works beside it, found by this name.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

/** The text of a PDF, and the pages without any. */
export interface Pages {
  text: string;
  without: number[];
}

/** Reads one of the tables that tell the characters of Chinese fonts which are not in the file, by its name. */
export type Tables = (name: string) => Uint8Array;

/** The text of all pages of a PDF (PDF 文本), columns read in order. */
export async function pdfText(data: Uint8Array<ArrayBuffer>, tables: Tables, progress: (done: number, total: number) => void): Promise<Pages> {
  class CMapReaderFactory {
    async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
      return { cMapData: tables(name), isCompressed: true };
    }
  }
  const task = getDocument({
    data,
    CMapReaderFactory,
    // Nothing is fetched and no code is made: the page's policy forbids both.
    useWorkerFetch: false,
    isEvalSupported: false,
    useWasm: false,
    // Only text is wanted: neither shapes nor pictures.
    useSystemFonts: true,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      progress(number - 1, document.numPages);
      texts.push(await pageText(document, number));
    }
    progress(document.numPages, document.numPages);
    return { text: texts.filter(Boolean).join("\n\n"), without: texts.flatMap((text, i) => (text ? [] : [i + 1])) };
  } catch (error) {
    throw error instanceof Error && error.name === "PasswordException" ? new Stop("encrypted") : error;
  } finally {
    await task.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocument>["promise"]>;

/** Text that runs another way than most of the page, up a margin, comes last. */
async function pageText(document: Document, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const ways = new Map<number, Item[]>();
  for (const item of items) {
    if (!("str" in item)) continue;
    const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
    const angle = Math.atan2(b, a);
    const way = Math.round(angle / (Math.PI / 2)) & 3;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    // A page may be turned, and its text with it: the way the text runs is taken for the right, whatever the page says.
    const placed = { text: item.str, x: x * cos + y * sin, y: x * sin - y * cos, width: item.width, height: item.height || 1 };
    const same = ways.get(way);
    if (same) same.push(placed);
    else ways.set(way, [placed]);
  }
  page.cleanup();
  return [...ways.values()]
    .sort((one, two) => two.length - one.length)
    .map(inOrder)
    .filter(Boolean)
    .join("\n");
}
