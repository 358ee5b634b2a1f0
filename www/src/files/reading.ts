import { AFTER, makeLine } from "../elements/progress-line.ts";
import type { TabWords, Words } from "../words/words.ts";
import type { Failed, Progress, Read } from "./formats/results.ts";
import { read as readFiles } from "./read-files.ts";

export interface ReadingDesk {
  /** A file was read; `first` of the files that were given together. */
  took(read: Read, first: boolean): Promise<void>;
  failed(failed: Failed): void;
  /** Cancelled, with so many files not read. */
  cancelled(left: number): void;
}

/** Reads the files that are given (读文件), one after another, with a line that shows how far it is. */
export interface Reading {
  /** Files that are given while others are being read come after them. */
  open(files: readonly File[]): void;
  speak(words: Words): void;
}

/** All that is read without a pause between. */
interface Run {
  queue: (readonly File[])[];
  control: AbortController;
  since: number;
  /** How many files were given, and how many belong to what is over. */
  files: number;
  before: number;
  now: Progress | undefined;
}

export function createReading(root: HTMLElement, first: Words, desk: ReadingDesk, read: typeof readFiles = readFiles): Reading {
  const line = makeLine(root, cancel);
  let words = first;
  let run: Run | undefined;

  function cancel(): void {
    if (!run) return;
    const { control, files, before, now } = run;
    // Whatever comes next is a run of its own.
    run = undefined;
    root.hidden = true;
    control.abort();
    desk.cancelled(files - before - (now?.file ?? 0));
  }

  async function work(mine: Run): Promise<void> {
    setTimeout(draw, AFTER);
    for (let files = mine.queue.shift(); files && mine === run; files = mine.queue.shift()) {
      await batch(mine, files);
      mine.before += files.length;
      mine.now = undefined;
    }
    if (mine !== run) return;
    run = undefined;
    root.hidden = true;
  }

  async function batch(mine: Run, files: readonly File[]): Promise<void> {
    let first = true;
    // Where a reader itself breaks down, the files behind are read by another.
    for (let from = 0; from < files.length && mine === run; ) {
      let at = from;
      const progress = (now: Progress) => {
        at = from + now.file;
        mine.now = { ...now, file: at };
        draw();
      };
      try {
        for await (const result of read(files.slice(from), { progress, signal: mine.control.signal })) {
          if (mine !== run) return;
          if ("trouble" in result) desk.failed(result);
          else {
            await desk.took(result, first);
            first = false;
          }
        }
        return;
      } catch (error) {
        if (mine !== run) return;
        console.error(error);
        desk.failed({ name: files[at]?.name ?? "", trouble: "unreadable" });
        from = at + 1;
      }
    }
  }

  function draw(): void {
    if (!run || performance.now() - run.since < AFTER) return;
    const { now, before, files } = run;
    if (!now) return;
    root.hidden = false;
    const { file, done, total } = now;
    line.say(told(words.tabs, { ...now, file: before + file, files }), (before + file + (total > 0 ? done / total : 0)) / files);
  }

  function speak(next: Words): void {
    words = next;
    line.name(words.tabs.progress, words.tabs.cancel);
    draw();
  }

  speak(first);

  return {
    speak,
    open(files) {
      if (files.length === 0) return;
      if (run) {
        run.queue.push(files);
        run.files += files.length;
        return draw();
      }
      run = { queue: [files], control: new AbortController(), since: performance.now(), files: files.length, before: 0, now: undefined };
      void work(run);
    },
  };
}

/** The sentence of the line: which file, and how far in it. */
export function told(words: TabWords, { name, file, files, done, total }: Progress): string {
  const which = words.reading(name, file + 1, files);
  if (total === 0) return which;
  return /\.pdf$/i.test(name) ? words.pages(which, done, total) : words.entries(which, done, total);
}
