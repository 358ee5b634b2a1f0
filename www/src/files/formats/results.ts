import type { Encoding, FileNote, FileTrouble } from "../../words/words.ts";

/** Every encoding a text can be read in by choice; GB18030 reads GBK and GB2312 too. */
export const ENCODINGS: readonly Encoding[] = ["utf-8", "gb18030", "utf-16le", "utf-16be"];

/** A file that was read. */
export interface Read {
  /** The file's name; for a file of an archive after the archive's, parted by a slash. */
  name: string;
  text: string;
  notes: readonly FileNote[];
  /** For plain text and CSV: what it was read as. */
  encoding?: Encoding;
  /** The same bytes once more, read as something else. */
  as?(encoding: Encoding): Promise<Read | Failed>;
}

/** A file that was not. */
export interface Failed {
  name: string;
  trouble: FileTrouble;
}

export type Result = Read | Failed;

/** How far the reading is. */
export interface Progress {
  /** The file that is being read, its place among the files from 0, and how many there are. */
  name: string;
  file: number;
  files: number;
  /** Pages or files of an archive that are done, of how many; 0 of 0 as long as that is not known. */
  done: number;
  total: number;
}

/** Ends the reading of a file, with the code of the reason. */
export class Stop extends Error {
  constructor(readonly trouble: FileTrouble) {
    super(trouble);
  }
}

/** A file larger than this is not opened: 100 MB. */
export const LARGEST = 100e6;

/** So much may come out of one archive: 200 MB. A few kilobytes can unpack to more than any computer has. */
export const MOST_UNPACKED = 200e6;

/** So many files of an archive are read. */
export const MOST_ENTRIES = 2000;
