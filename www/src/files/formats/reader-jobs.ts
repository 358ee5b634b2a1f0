import type { FileNote, FileTrouble } from "../../words/words.ts";

/** The readers that work in a worker of their own, loaded when first needed. */
export type ReaderName = "document" | "pages" | "rows" | "archive";

/** What a reader is asked: the bytes of a file, or the text of a CSV file. */
export type Job = Uint8Array<ArrayBuffer> | string;

/** What it gives back in the end. */
export interface Answer {
  text?: string;
  notes?: FileNote[];
  /** Of an archive: its files. */
  files?: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/** What a worker says. */
export type Message = { progress: [done: number, total: number] } | { answer: Answer } | { trouble: FileTrouble };
