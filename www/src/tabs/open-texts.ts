import { type EditorState, Text } from "@codemirror/state";
import type { Options } from "../../../crate/wasm/api.d.ts";
import { record } from "../editor/check-record.ts";
import { type Editor, type Kept, marked } from "../editor/editor.ts";
import { placed } from "../editor/marks.ts";
import { type Origin, originOf } from "../editor/text-origin.ts";
import type { Background, Job } from "../engine/background-checks.ts";
import { pacer } from "../engine/turns.ts";
import type { Read } from "../files/formats/results.ts";
import { type Counted, remarks, type Sheet, tally } from "../points/points.ts";

/** What a text's tab shows: what was counted, or why nothing was. */
export type Outcome = "waiting" | "failed" | "empty" | Record<Counted, number>;

/** A text that is open (打开的文稿). */
export interface OpenText {
  readonly id: string;
  outcome: Outcome;
  /** As the editor left it; nothing while it is shown. */
  kept: Kept | undefined;
  /** Its check came to nothing under these options: it is not tried again and again. */
  gaveUp: string | undefined;
}

export interface TextsDesk {
  editor: Editor;
  options(): Options;
  /** Somebody waits for another check: the background keeps still. */
  busy(): boolean;
  background(next: () => Job | undefined): Background;
  /** Another text is shown now; was it checked as it stands? */
  shown(known: boolean): void;
  /** The list of texts has changed, or what their tabs show. */
  changed(): void;
}

/** All texts that are open: the pasted one first, then a text a file. The editor shows one of them. */
export interface Texts {
  all(): readonly OpenText[];
  current(): OpenText;
  /** The name of its file; nothing for the pasted text. */
  name(text?: OpenText): string | undefined;
  /** Opens what was read of a file, behind the others. */
  open(read: Read): Promise<OpenText>;
  select(text: OpenText): void;
  /** The pasted text stays whatever is closed. Gives what was closed. */
  close(texts: readonly OpenText[]): readonly OpenText[];
  /** Brings back what was closed last, to its place. */
  restore(): void;
  /** What was closed is not wanted any more. */
  forget(): void;
  /** What is shown of the present text, or why nothing is. */
  checked(what: Sheet | "waiting" | "failed"): void;
  /** What the texts are checked against has changed, or no check is being waited for any longer. */
  look(): void;
  /** The characters of all texts, and all texts under the names of their files. */
  length(): number;
  text(): string;
}

export function createTexts(desk: TextsDesk): Texts {
  const { editor } = desk;
  let made = 0;
  const make = (kept: Kept | undefined): OpenText => ({ id: `tab-${++made}`, outcome: "waiting", kept, gaveUp: undefined });
  const pasted = make(undefined);
  pasted.outcome = "empty";
  let all = [pasted];
  let current = pasted;
  let closed: { text: OpenText; at: number }[] = [];

  const stateOf = (text: OpenText): EditorState => text.kept?.state ?? editor.view.state;
  const nameOf = (text: OpenText) => originOf(stateOf(text))?.name;

  function isKnown(text: OpenText): boolean {
    const now = stateOf(text).field(record);
    const { lang, today } = desk.options();
    return now !== undefined && now.lang === lang && now.report.today === today;
  }

  const background = desk.background(() => {
    if (desk.busy()) return undefined;
    const options = desk.options();
    const against = JSON.stringify(options);
    const text = all.find((text) => text.kept && text.gaveUp !== against && !isKnown(text));
    if (!text?.kept) return undefined;
    const { doc } = text.kept.state;
    return {
      text: doc,
      options,
      wanted: () => text.kept?.state.doc === doc && all.includes(text) && JSON.stringify(desk.options()) === against,
      done(report) {
        text.kept = marked(text.kept!, report);
        text.outcome = outcomeOf({ numbers: placed(text.kept.state), notices: report.notices }, doc.length);
        desk.changed();
      },
      failed(error) {
        console.error(error);
        text.gaveUp = against;
        text.outcome = "failed";
        desk.changed();
      },
    };
  });

  function show(text: OpenText): void {
    const { kept } = text;
    if (!kept) return;
    current.kept = editor.leave();
    current = text;
    text.kept = undefined;
    editor.show(kept);
    const known = isKnown(text);
    desk.shown(known);
    if (known) editor.tell();
    desk.changed();
    background.look();
  }

  return {
    all: () => all,
    current: () => current,
    name: (text = current) => nameOf(text),
    async open(read) {
      const { text, ...from } = read;
      const opened = make(editor.make(await textOf(text), from satisfies Origin));
      all = [...all, opened];
      desk.changed();
      background.look();
      return opened;
    },
    select: show,
    close(texts) {
      const gone = new Set(texts.filter((text) => text !== pasted && all.includes(text)));
      if (gone.size === 0) return [];
      if (gone.has(current)) {
        const at = all.indexOf(current);
        show(all.slice(at).find((text) => !gone.has(text)) ?? all.slice(0, at).findLast((text) => !gone.has(text)) ?? pasted);
      }
      closed = all.flatMap((text, at) => (gone.has(text) ? [{ text, at }] : []));
      all = all.filter((text) => !gone.has(text));
      desk.changed();
      background.look();
      return [...gone];
    },
    restore() {
      for (const { text, at } of closed) all = [...all.slice(0, at), text, ...all.slice(at)];
      const [first] = closed;
      closed = [];
      if (first) show(first.text);
    },
    forget: () => void (closed = []),
    checked(what) {
      current.outcome = typeof what === "string" ? what : outcomeOf(what, editor.view.state.doc.length);
      desk.changed();
    },
    look: () => background.look(),
    length: () => all.reduce((sum, text) => sum + stateOf(text).doc.length, 0),
    text: () => written(all.map((text) => ({ name: nameOf(text), text: stateOf(text).doc.toString() }))),
  };
}

function outcomeOf({ numbers, notices }: Sheet, length: number): Outcome {
  return length === 0 ? "empty" : tally([...numbers, ...remarks(notices)]);
}

/** All texts in one: each under the name of its file, but for one that stands alone. */
export function written(texts: readonly { name: string | undefined; text: string }[]): string {
  const full = texts.filter(({ text }) => text !== "");
  const named = full.length > 1 ? full : full.map(({ text }) => ({ name: undefined, text }));
  return named.map(({ name, text }) => (name === undefined ? text : `${name}\n\n${text}`)).join("\n\n");
}

/** So many UTF-16 units are put into lines at a time. */
const PART = 200_000;

/** A text as the editor has it, made in portions: ten megabytes at once would keep the page from everything else. */
export async function textOf(text: string): Promise<Text> {
  const pace = pacer();
  let whole = Text.empty;
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + PART, text.length);
    // The two halves of a line end are one.
    if (text[to - 1] === "\r" && text[to] === "\n") to++;
    whole = whole.append(Text.of(text.slice(from, to).split(/\r\n?|\n/)));
    from = to;
    await pace();
  }
  return whole;
}
