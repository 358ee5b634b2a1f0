import type { Options } from "../../../crate/wasm/api.d.ts";
import type { Editor } from "../editor/editor.ts";
import { type Origin, originOf } from "../editor/text-origin.ts";
import { h } from "../elements/elements.ts";
import { createBackground } from "../engine/background-checks.ts";
import type { Engine } from "../engine/engine.ts";
import type { Beside } from "../engine/worker-checks.ts";
import { createOpening } from "../files/opening.ts";
import { createReading } from "../files/reading.ts";
import type { Sheet } from "../points/points.ts";
import type { Encoding, FileNote, Words } from "../words/words.ts";
import { createFileLine } from "./file-line.ts";
import { createMessages, type Message } from "./messages.ts";
import { createTexts, textOf } from "./open-texts.ts";
import { createTabs } from "./tabs.ts";

export interface FilesDesk {
  editor: Editor;
  engine: Pick<Engine, "check">;
  beside: Beside;
  options(): Options;
  /** Files may come in: nothing lies over the page. */
  allowed(): boolean;
  /** Another text is shown now; if it is not known, it is to be checked. */
  shown(known: boolean): void;
  /** The texts together are others now: files came or went. */
  changed(): void;
  /** What was done, for the foot of the page. */
  say(what: string): void;
}

/** Everything of the page that has to do with files (打开的文件): from the button to the tabs. */
export interface OpenFiles {
  /** The name of the file that is shown; nothing for what was pasted. */
  name(): string | undefined;
  /** The text has changed. */
  changed(): void;
  /** What is shown of it, or why nothing is. */
  checked(what: Sheet | "waiting" | "failed"): void;
  /** A check is being waited for, or no longer. */
  busy(busy: boolean): void;
  /** Shows the pasted text. */
  pasted(): void;
  /** All texts together. */
  length(): number;
  text(): string;
  speak(strings: Words): void;
}

/** Verdicts of many files come in a row: the tabs are drawn so long (in ms) after the first. */
const TOGETHER = 50;

export function createOpenFiles(root: HTMLElement, panel: HTMLElement, button: HTMLButtonElement, strings: Words, desk: FilesDesk): OpenFiles {
  const { editor } = desk;
  let words = strings;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const strip = h("div", "tabs");
  const file = h("div", "file");
  const row = h("div", "open", strip, file);
  const line = h("p");
  line.hidden = true;
  const said = h("div", "sayings");
  root.append(row, line, said);

  const texts = createTexts({
    editor,
    options: desk.options,
    busy: () => busy,
    background: (next) => createBackground(desk.engine, desk.beside, next),
    shown: desk.shown,
    changed: () => (timer ??= setTimeout(draw, TOGETHER)),
  });
  const byId = (id: string) => texts.all().find((text) => text.id === id);
  const focusText = () => editor.view.focus();
  const tabs = createTabs(strip, panel, words, {
    select(id) {
      const text = byId(id);
      if (text) texts.select(text);
      draw();
    },
    close(id) {
      const text = byId(id);
      if (text) close([text]);
      // With the last file the tabs have gone, and the focus with them.
      if (row.hidden) focusText();
    },
  });
  const fileLine = createFileLine(file, words, {
    again: (encoding) => void again(encoding),
    close() {
      close([texts.current()]);
      focusText();
    },
    closeAll() {
      close(texts.all());
      focusText();
    },
  });
  const messages = createMessages(said, words, focusText);

  /** The text that was shown when files were given; who has gone on working meanwhile is not disturbed. */
  let given: { id: string; doc: unknown } | undefined;
  const here = () => ({ id: texts.current().id, doc: editor.view.state.doc });
  const reading = createReading(line, words, {
    async took(read, first) {
      const text = await texts.open(read);
      const now = here();
      if (first && given && given.id === now.id && given.doc === now.doc && !editor.view.composing) {
        texts.select(text);
        given = here();
      }
      draw();
    },
    failed: ({ name, trouble }) => messages.add({ weight: "trouble", say: ({ tabs, files }) => tabs.about(name, files.trouble[trouble]) }),
    cancelled: (left) => messages.add({ weight: "hint", say: ({ tabs }) => tabs.left(left) }),
  });
  createOpening(button, desk.allowed, (files) => {
    given = here();
    reading.open(files);
  });

  let goneMessage: Message | undefined;

  /** What was closed can be brought back as long as its sentence stands there. */
  function close(some: Parameters<typeof texts.close>[0]): void {
    const names = texts.close(some).map((text) => texts.name(text) ?? "");
    draw();
    if (names.length === 0) return;
    if (goneMessage) messages.remove(goneMessage);
    goneMessage = {
      weight: "hint",
      say: ({ tabs }) => tabs.closed(names),
      act: {
        word: ({ tabs }) => tabs.restore,
        run() {
          texts.restore();
          draw();
          tabs.focus();
        },
      },
      dismissed: texts.forget,
    };
    messages.add(goneMessage);
  }

  async function again(encoding: Encoding): Promise<void> {
    const text = texts.current();
    const origin = originOf(editor.view.state);
    const result = await origin?.as?.(encoding);
    if (!result || !origin) return;
    if ("trouble" in result) {
      return messages.add({ weight: "trouble", say: ({ tabs, files }) => tabs.about(origin.name, tabs.notSo(files.encoding[encoding])) });
    }
    const { text: content, ...from } = result;
    const doc = await textOf(content);
    // Meanwhile another text is shown, or this one was read as something else.
    if (texts.current() !== text || originOf(editor.view.state) !== origin) return;
    editor.reread(doc, from);
    desk.say(words.tabs.reread(words.files.encoding[encoding]));
  }

  const noteMessages = new WeakMap<FileNote, Message>();
  const closedNotes = new WeakSet<FileNote>();

  function notes(origin: Origin | undefined): Message[] {
    return (origin?.notes ?? []).flatMap((note) => {
      if (closedNotes.has(note)) return [];
      const message = noteMessages.get(note) ?? { weight: "hint", say: ({ files }) => files.note(note), dismissed: () => void closedNotes.add(note) };
      noteMessages.set(note, message);
      return [message];
    });
  }

  function draw(): void {
    clearTimeout(timer);
    timer = undefined;
    const all = texts.all();
    row.hidden = all.length < 2;
    tabs.show(
      all.map((text) => ({ id: text.id, name: texts.name(text), outcome: text.outcome })),
      texts.current().id,
    );
    drawFile();
    if (all.length !== counted) desk.changed();
    counted = all.length;
  }

  /** How many texts there were at the last change. */
  let counted = 1;
  let drawn: Origin | undefined;

  function drawFile(): void {
    drawn = originOf(editor.view.state);
    fileLine.show(drawn, texts.all().length - 1);
    messages.ofText(notes(drawn));
  }

  draw();

  return {
    name: () => texts.name(),
    changed() {
      if (originOf(editor.view.state) !== drawn) drawFile();
    },
    checked(what) {
      texts.checked(what);
      texts.look();
    },
    busy(now) {
      busy = now;
      if (!busy) texts.look();
    },
    pasted() {
      const [pasted] = texts.all();
      if (pasted) texts.select(pasted);
      draw();
    },
    length: texts.length,
    text: texts.text,
    speak(next) {
      words = next;
      for (const part of [tabs, fileLine, reading, messages]) part.speak(words);
    },
  };
}
