import { type Unpacked, chosen, unpack } from "./unpack.ts";

/** What Mac OS and Windows leave in archives beside the files. */
const LEFTOVER = /(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

const wanted = (name: string) => !name.endsWith("/") && !LEFTOVER.test(name);

/** The files of an archive (压缩包), in the order of their names. */
export function archiveFiles(archive: Uint8Array, progress: (done: number, total: number) => void): Unpacked[] {
  const total = chosen(archive, wanted).length;
  const files: Unpacked[] = [];
  for (const file of unpack(archive, wanted)) {
    files.push(file);
    progress(files.length, total);
  }
  return files.sort((a, b) => a.name.localeCompare(b.name, "zh", { numeric: true }));
}
