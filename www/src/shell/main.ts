import type { Lang, Options } from "../../../crate/wasm/api.d.ts";
import { createBilling } from "../billing/billing-panel.ts";
import { createEditor, type Done, type Refusal } from "../editor/editor.ts";
import { copied, rewritesIn } from "../editor/look-alikes.ts";
import { originOf } from "../editor/text-origin.ts";
import { deedsIn, tick } from "../editor/ticks.ts";
import { byId, setText } from "../elements/elements.ts";
import { checking } from "../engine/checking.ts";
import { keepEngine, NoStart, Panic } from "../engine/engine.ts";
import { laidOut, watchInput } from "../engine/timing.ts";
import { warmUp } from "../engine/warm-up.ts";
import { core, startCore, startWorker } from "../engine/wasm.ts";
import { beside } from "../engine/worker-checks.ts";
import { createBulk } from "../list/bulk-acts.ts";
import { createFindings } from "../list/findings.ts";
import { createCounts } from "../list/verdict-counts.ts";
import { counts as countsAs, type Sheet } from "../points/points.ts";
import { createExports } from "../report/exports-menu.ts";
import { sourceOf } from "../report/report-source.ts";
import { createOpenFiles } from "../tabs/open-files.ts";
import { catalogue } from "../words/catalogue.ts";
import type { Act, PageTrouble } from "../words/words.ts";
import { createProgress } from "./check-progress.ts";
import { dayField } from "./day.ts";
import { createHelp } from "./help.ts";
import { createKinds } from "./kinds-dialog.ts";
import { createMenu } from "./menu.ts";
import sample from "./sample.txt?raw";
import { speakPage } from "./speak-page.ts";
import { themeSwitch } from "./theme.ts";
import { keepOffline, type Update } from "./update.ts";

// First of all: the browser compiles the engine while the page is being set up.
const engine = keepEngine(startCore);

const textRoot = byId("text", HTMLElement);
const trouble = byId("trouble", HTMLElement);
const version = byId("version", HTMLElement);
const doneLine = byId("done", HTMLElement);
const themeButton = byId("theme", HTMLButtonElement);

/** Nothing is shown for a text that could not be checked. */
const NOTHING: Sheet = { numbers: [], notices: [] };

let lang: Lang = "zh";
let words = catalogue[lang];
let told: PageTrouble | undefined;
let update: Update | undefined;

const day = dayField(byId("day", HTMLInputElement), () => desk.changed("other"));
const theme = themeSwitch(themeButton, speakTheme);
const takeInput = watchInput(textRoot);

// The page's words before the editor, which measures the page as soon as it is made: so it is laid out once.
speak();

const findings = createFindings(byId("findings", HTMLElement), words, {
  jump: (point) => editor.jump(point),
  act: (act, finding) => editor.act(act, finding),
  rewrite: (problem) => editor.rewrite(problem),
  deeds: () => deedsIn(editor.view.state),
  tick: (finding, on) => tick(editor.view, finding, on),
});
const counts = createCounts(byId("counts", HTMLElement), byId("status", HTMLElement), words, (sign) =>
  editor.step(1, (point) => countsAs(point, sign)),
);
const bulk = createBulk(byId("bulk", HTMLElement), words, (act, which) => {
  // The button has gone; what takes it back is a key of the text. After a warning it is to be pressed once more.
  if (editor.actOnAll(act, which)) editor.view.focus();
});
const editor = createEditor(textRoot, words, {
  changed(cause) {
    sayDone("");
    files.changed();
    desk.changed(cause);
  },
  shown(sheet) {
    files.checked(sheet);
    const empty = editor.view.state.doc.length === 0;
    findings.show(sheet, empty ? "empty" : "checked");
    counts.show(empty ? undefined : sheet);
    bulk.show(sheet, rewritesIn(editor.view.state));
    update?.changed();
    billing.changed();
  },
  entered(what) {
    findings.current(what);
    billing.changed();
  },
  acted: (act, done) => sayDone(whatWasDone(act, done)),
});

const exports = createExports(byId("exports", HTMLElement), words, {
  source: () => sourceOf(editor.view.state, originOf(editor.view.state)?.name),
  text: () => editor.view.state.sliceDoc(),
  written: (piece) => copied(piece, editor.view.state),
  say: sayDone,
});
const billing = createBilling(byId("price", HTMLButtonElement), byId("billing", HTMLElement), words, {
  length: () => editor.view.state.doc.length,
  text: () => editor.view.state.sliceDoc(),
  selected() {
    const { from, to } = editor.view.state.selection.main;
    return editor.view.state.sliceDoc(from, to);
  },
});
const help = createHelp(byId("help", HTMLDialogElement), byId("aid", HTMLElement), words);
const kindsDialog = byId("kinds", HTMLDialogElement);
const kinds = createKinds(kindsDialog, byId("scope", HTMLElement), engine, words, lang, (error) => tell(troubleOf(error)));

const options = (): Options => ({ lang, today: day() });
const aside = beside(core, startWorker);
const files = createOpenFiles(byId("files", HTMLElement), textRoot, byId("open", HTMLButtonElement), words, {
  editor,
  engine,
  beside: aside,
  options,
  allowed: () => !inDialog(),
  shown(known) {
    tell(undefined);
    sayDone("");
    desk.leave();
    billing.changed();
    if (known) return;
    files.checked("waiting");
    nothingKnown();
    desk.changed("other");
  },
  changed: () => update?.changed(),
  say: sayDone,
});
const progress = createProgress(
  byId("progress", HTMLElement),
  words,
  () => desk.cancel(),
  // Another text: what is listed is no longer about it.
  ({ cause }) => {
    if (cause !== "other") return;
    files.checked("waiting");
    nothingKnown();
  },
);
const desk = checking(engine, aside, {
  text: () => editor.view.state.doc,
  options,
  composing: () => editor.view.composing,
  done(report, cause) {
    tell(undefined);
    if (!version.textContent) ready();
    setText(version, `${words.name} ${report.version}`);
    editor.mark(report, cause);
    laidOut(editor.view.contentDOM, takeInput());
  },
  failed(error) {
    nothingKnown();
    files.checked("failed");
    tell(troubleOf(error));
  },
  progress(now) {
    progress.show(now);
    files.busy(now !== undefined);
  },
  cancelled() {
    nothingKnown();
    files.checked("failed");
    tell("cancelled");
  },
});

/** What was found before does not apply to this text. */
function nothingKnown(): void {
  editor.clear();
  findings.show(NOTHING, "unknown");
  counts.show(undefined);
  bulk.show(NOTHING);
}

function troubleOf(error: unknown): PageTrouble {
  if (error instanceof Panic) return "panic";
  console.error(error);
  return error instanceof NoStart ? "noEngine" : "failed";
}

function ready(): void {
  performance.mark("kanyan:ready");
  // Only the site can be kept; the one file is at hand as it is.
  if (import.meta.env.MODE === "production")
    update = keepOffline(byId("bar", HTMLElement), files, lang);
  warmUp(engine, aside, sample, options());
}

/** One sentence over the text; the same place for what went wrong and for what to know. */
function tell(what: typeof told): void {
  told = what;
  trouble.hidden = what === undefined;
  trouble.classList.toggle("hint", what === "undo" || what === "cancelled");
  setText(trouble, what === undefined ? "" : words.trouble[what]);
}

/** What was done to numbers, until the text changes again: seen at the foot of the page, and spoken. */
function sayDone(text: string): void {
  setText(doneLine, text);
}

function whatWasDone(act: Act, done: Done | Refusal): string {
  if (done === "nothing") return words.nothing[act];
  if (done === "unsound") return words.maskOnceMore;
  if (typeof done === "string") return done === "compare" ? words.onlyCompare : words.stale;
  const { numbers, asides, left } = done;
  if (numbers.length === 0) return words.doneBeside(asides);
  const count = numbers.length + asides;
  return words.done[act](count, count === 1 ? numbers[0]?.kindName : undefined) + (left > 0 ? words.leftUnmasked(left) : "");
}

function speakTheme(): void {
  setText(themeButton, theme() === "dark" ? words.light : words.dark);
  themeButton.title = theme() === "dark" ? words.lightHint : words.darkHint;
}

function speak(): void {
  speakPage(words);
  speakTheme();
  update?.speak(lang);
  tell(told);
}

byId("lang", HTMLElement).addEventListener("click", () => {
  lang = lang === "zh" ? "en" : "zh";
  words = catalogue[lang];
  speak();
  sayDone("");
  for (const part of [editor, findings, counts, bulk, progress, exports, billing, help, files]) part.speak(words);
  kinds.speak(words, lang);
  desk.changed("other");
});

byId("sample", HTMLElement).addEventListener("click", () => {
  // What came of a file stays as it is.
  files.pasted();
  const hadText = editor.view.state.doc.length > 0;
  editor.replaceAll(sample.trimEnd());
  if (hadText) tell("undo");
  editor.view.focus();
});

addEventListener("keydown", (event) => {
  const takeBack = undoKey(event);
  // Fields have an undo of their own, and so does the text.
  if (!takeBack || (event.target instanceof Element && event.target.closest("input:not([type=checkbox]), [contenteditable]"))) return;
  event.preventDefault();
  // The text lies under a dialog; left alone, the browser would take back what was typed there.
  if (!inDialog()) editor[takeBack]();
});

function inDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): "undo" | "redo" | undefined {
  if (ctrlKey === metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : undefined;
}

addEventListener("keydown", (event) => {
  // What lies under a dialog must not be reached.
  if (inDialog() || event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  editor.step(event.shiftKey ? -1 : 1);
});

createMenu(byId("menu", HTMLButtonElement), byId("tools", HTMLElement));
desk.changed("other");
editor.view.focus();
document.documentElement.dataset["ready"] = "";
