import type { Encoding, FileNote } from "../words/words.ts";
import { decode, encodingOf } from "./formats/encoding.ts";
import type { Answer, Job, ReaderName } from "./formats/reader-jobs.ts";
import { recognise } from "./formats/recognise.ts";
import { LARGEST, type Progress, type Result, Stop } from "./formats/results.ts";
import { Workers } from "./reader-workers.ts";

export interface Options {
  progress?(progress: Progress): void;
  /** Ends the reading: no further result comes, and no error. */
  signal?: AbortSignal;
  /** For tests. */
  workers?: Pick<Workers, "ask" | "end">;
}

/** What is read: a file of the user's, or of an archive. */
interface Source {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Where a source stands in the batch: in an archive, or among the files as they were given. */
type Depth = "file" | "entry";

/** What a reader needs: someone to ask, and someone to tell how far it is. */
interface Desk {
  workers: Pick<Workers, "ask">;
  told(name: string, done: number, total: number): void;
}

/**
 * Reads files (文件), one result each, in their order; an archive gives one for each of its files. A file that cannot be
 * read gives its trouble and stops nothing.
 */
export async function* read(files: readonly File[], { progress, signal, workers = new Workers(signal) }: Options = {}): AsyncGenerator<Result, void> {
  try {
    for (const [file, given] of files.entries()) {
      const told = (name: string, done: number, total: number) => progress?.({ name, file, files: files.length, done, total });
      told(given.name, 0, 0);
      yield* results(given.name, () => bytesOf(given), "file", { workers, told });
      if (signal?.aborted) return;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    workers.end();
  }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > LARGEST) throw new Stop("large");
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that is gone.
    throw new Stop("unreadable");
  }
}

async function* results(name: string, open: () => Promise<Uint8Array<ArrayBuffer>>, depth: Depth, desk: Desk): AsyncGenerator<Result, void> {
  try {
    const source = { name, bytes: await open() };
    const sort = recognise(source.bytes, name);
    if (sort !== "zip") return yield await one(source, sort, desk);
    if (depth === "entry") throw new Stop("nested");
    const { files = [] } = await ask("archive", source.bytes, name, desk);
    if (files.length === 0) throw new Stop("empty");
    for (const file of files) yield* results(`${name}/${file.name}`, async () => file.bytes, "entry", desk);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    yield { name, trouble: error.trouble };
  }
}

const READERS = { docx: "document", pdf: "pages", xlsx: "rows" } as const;

async function one(source: Source, sort: "txt" | "csv" | keyof typeof READERS, desk: Desk): Promise<Result> {
  if (sort === "txt" || sort === "csv") return plain(source, sort, encodingOf(source.bytes) ?? "utf-8", desk);
  const { text = "", notes = [] } = await ask(READERS[sort], source.bytes, source.name, desk);
  return { name: source.name, text: worth(text), notes };
}

async function plain(source: Source, sort: "txt" | "csv", encoding: Encoding, desk: Desk): Promise<Result> {
  const decoded = decode(source.bytes, encoding);
  const { text = "", notes = [] }: Answer = sort === "csv" ? await ask("rows", decoded.text, source.name, desk) : { text: decoded.text };
  const garbled: FileNote[] = decoded.lost > 0 ? [{ code: "garbled" }] : [];
  return { name: source.name, text: worth(text), notes: [...garbled, ...notes], encoding, as: (other) => again(source, sort, other) };
}

/** The kept bytes in another encoding; what is no text in it may be empty or refused, as a file may. */
async function again(source: Source, sort: "txt" | "csv", encoding: Encoding): Promise<Result> {
  const workers = new Workers(undefined);
  try {
    return await plain(source, sort, encoding, { workers, told: () => undefined });
  } catch (error) {
    if (error instanceof Stop) return { name: source.name, trouble: error.trouble };
    throw error;
  } finally {
    workers.end();
  }
}

function ask(reader: ReaderName, job: Job, name: string, { workers, told }: Desk): Promise<Answer> {
  return workers.ask(reader, job, (done, total) => told(name, done, total));
}

function worth(text: string): string {
  if (text.trim() === "") throw new Stop("empty");
  return text;
}
