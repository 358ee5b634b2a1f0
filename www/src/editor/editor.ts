import { history, historyKeymap, isolateHistory, redo, standardKeymap, undo } from "@codemirror/commands";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search, searchPanelOpen } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Facet, type StateEffect, type Text, type Transaction } from "@codemirror/state";
import { type Command, EditorView, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import type { Finding, Notice, Problem, Report, Rewrite } from "../../../crate/wasm/api.d.ts";
import type { Cause } from "../engine/checking.ts";
import { asides, editOf, likely, type Which, type Wish, wishes } from "../points/acts.ts";
import { spoken } from "../points/details.ts";
import { isRemark, isUnsound, needsLook, type Point, type Sheet, shown, step, type Was } from "../points/points.ts";
import { catalogue } from "../words/catalogue.ts";
import type { Act, Words } from "../words/words.ts";
import { checked, record } from "./check-record.ts";
import { done, wasAt } from "./deeds.ts";
import { transactionOf } from "./fixing.ts";
import { copied, lookAlikes, rewritesIn } from "./look-alikes.ts";
import { findingAt, mark, numberMarks, placed, placeOf, settle } from "./marks.ts";
import { choose, chosen, remark, remarkMarks, sites, sitesOf, spotAt } from "./remarks.ts";
import { type Origin, origin, readAs } from "./text-origin.ts";
import { openDetails, tooltip } from "./tooltip.ts";
import { heldBack } from "./while-typing.ts";

/** A number is judged this long (in ms) after its last key, or as soon as the cursor leaves it. */
const JUDGE_AFTER = 700;

/** The words that the editor uses at present. */
const words = Facet.define<Words, Words>({ combine: ([first]) => first ?? catalogue.zh });

/** Keys of the search panel work in the text and in the panel. */
const PANEL = "editor search-panel";

export interface EditorEvents {
  changed(cause: Cause): void;
  /** What is shown has changed: after a check, or because a number is judged at last. */
  shown(sheet: Sheet): void;
  /** The cursor is in this number or at the place of this remark now, or at nothing. */
  entered(what: Finding | Problem | undefined): void;
  /** Numbers were put right or masked; or none, and why. */
  acted(act: Act, done: Done | Refusal): void;
}

/** What was done. */
export interface Done {
  numbers: Finding[];
  /** Characters beside them that were put right. */
  asides: number;
  /** So many were left as they are: a mask would hide what is wrong or doubtful in them. */
  left: number;
}

/** A text that is not shown (文稿), as the view left it: its undo, cursor, marks and record are all in its state. */
export interface Kept {
  state: EditorState;
  /** Its notices as they were shown. */
  notices: Notice[];
  /** Brings it to where it was scrolled. */
  scroll?: StateEffect<unknown>;
}

/**
 * Why nothing was done: nothing may be, only the original can decide, the text has changed since it was checked, or a mask
 * would hide what is wrong or doubtful, which is carried out when asked for a second time.
 */
export type Refusal = "nothing" | "compare" | "stale" | "unsound";

/** The text (文字) with its highlights. */
export interface Editor {
  view: EditorView;
  speak(strings: Words): void;
  /** Shows what a check found; a number that is just being typed is not judged yet, nor is its notice. */
  mark(report: Report, cause: Cause): void;
  /** Takes all highlights away. */
  clear(): void;
  /** Goes to a point of the list; from a remark's place to the next of its places. */
  jump(point: Point): void;
  /** Goes to the next or the previous point that is wanted; by default, to one that needs a look. */
  step(direction: 1 | -1, wanted?: (point: Point) => boolean): void;
  replaceAll(text: string): void;
  /** Another text of this editor, not shown yet, read from a file. */
  make(text: Text, from: Origin): Kept;
  /** What is shown, to be shown again later; a number that is being typed is judged, as the cursor leaves it. */
  leave(): Kept;
  /** Shows a text in place of the present one, which is to be left first. Raises no event. */
  show(kept: Kept): void;
  /** Raises the events for what is shown once more. */
  tell(): void;
  /** The text was read from a file once more, in another encoding. One step of undo, which leads back to the first. */
  reread(text: Text, from: Origin): void;
  /** Puts one number right or masks it; one step of undo. */
  act(act: Act, finding: Finding): void;
  /** The same for all numbers; masks go either to those that are sound or to the others. False if it must be asked for again. */
  actOnAll(act: Act, which: Which): boolean;
  /** Puts in the ideographs for the characters of a remark that only look like them. */
  rewrite(problem: Problem): void;
  undo(): void;
  redo(): void;
}

export function createEditor(parent: HTMLElement, first: Words, events: EditorEvents): Editor {
  const language = new Compartment();
  let speech = first;
  const extensions: Extension = [
    language.of(spokenIn(first)),
    EditorView.lineWrapping,
    history(),
    done,
    record,
    lookAlikes,
    EditorView.clipboardOutputFilter.of(copied),
    search({ top: true }),
    keymap.of([
      { key: "Mod-f", scope: PANEL, run: openSearchPanel, preventDefault: true },
      { key: "F3", scope: PANEL, run: onlyOpen(findNext), shift: onlyOpen(findPrevious) },
      { key: "Escape", scope: PANEL, run: closeSearchPanel },
      { key: "Mod-Enter", run: actHere("fix"), shift: actHere("mask"), preventDefault: true },
      ...standardKeymap,
      ...historyKeymap,
    ]),
    origin(),
    numberMarks,
    remarkMarks,
    tooltip(words, (_, finding, edit, act) => {
      carryOut(act, [{ finding, edit }]);
      // The button has gone with the details.
      view.focus();
    }),
    EditorView.updateListener.of(update),
    EditorView.domEventHandlers({ compositionend: () => void setTimeout(composed), focus: placeCursor }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ extensions }) });

  /** The composition's text is in: check it, once CodeMirror has left the composition too. */
  function composed(): void {
    if (!view.composing) events.changed("typing");
  }

  /** The browser has not been told where the cursor of this text is. */
  let unplaced = false;

  /** The browser would put the cursor anywhere, and typed text would go there. */
  function placeCursor(): void {
    if (!unplaced) return;
    unplaced = false;
    view.focus();
  }

  /** The finding that is being typed, and when it will be judged. */
  let pending: Finding | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The notices as they are shown, and in full while something is held back. */
  let notices: Notice[] = [];
  let whole: Notice[] | undefined;

  function update({ docChanged, selectionSet, focusChanged, transactions }: ViewUpdate): void {
    if (docChanged) {
      // The places belong to the old text; the next check finds the new ones.
      whole = undefined;
      events.changed(transactions.some(byKey) ? "typing" : "other");
    } else if (selectionSet || focusChanged) leave();
    if (docChanged || selectionSet) events.entered(here());
  }

  /** What the cursor is at: the chosen remark, a number, a remark. */
  function here(): Finding | Problem | undefined {
    const { from, head, empty } = view.state.selection.main;
    const spot = spotAt(view.state, empty ? head : from);
    return chosen(view.state) ?? spot?.number?.finding ?? spot?.remarks[0]?.problem;
  }

  function leave(): void {
    const item = pending && placeOf(view.state, pending);
    const { head } = view.state.selection.main;
    const left = item && (head < item.from || head > item.to);
    if (left || ((pending || whole) && !view.hasFocus) || (whole && !pending)) judge();
  }

  function judge(): void {
    if (view.composing) return waitToJudge();
    const item = pending && placeOf(view.state, pending);
    const told = whole;
    pending = undefined;
    whole = undefined;
    clearTimeout(timer);
    if (!item && !told) return;
    if (told) notices = told;
    view.dispatch({ effects: [...(item ? [settle.of(item)] : []), ...(told ? [remark.of(told)] : [])] });
    events.shown({ numbers: placed(view.state), notices });
  }

  function waitToJudge(): void {
    clearTimeout(timer);
    timer = setTimeout(judge, JUDGE_AFTER);
  }

  /** The key of an act, for the number at the cursor. Where there is nothing to do, it only says so. */
  function actHere(act: Act): Command {
    return ({ state }) => {
      const { from, head, empty } = state.selection.main;
      actOn(act, findingAt(state, empty ? head : from)?.finding);
      return true;
    };
  }

  function actOn(act: Act, finding: Finding | undefined): void {
    const edit = finding && editOf(finding, act);
    if (edit) carryOut(act, [{ finding, edit }]);
    else events.acted(act, act === "fix" && finding && likely(finding).length > 0 ? "compare" : "nothing");
  }

  /** The numbers for which the warning was given that a mask would hide their slip. */
  let warned: Finding[] = [];

  function carryOut(act: Act, wanted: Wish[], also: readonly Rewrite[] = []): boolean {
    const unsound = act === "mask" ? wanted.flatMap(({ finding }) => (isUnsound(finding) ? [finding] : [])) : [];
    if (unsound.some((finding) => !warned.includes(finding))) {
      warned = unsound;
      events.acted(act, "unsound");
      return false;
    }
    warned = [];
    const found = transactionOf(view.state, wanted, act, also);
    const left = act === "mask" && unsound.length === 0 && wanted.length > 1 ? wishes(placed(view.state), act, "unsound").length : 0;
    if (found) view.dispatch(found.spec);
    events.acted(act, found ? { numbers: found.done, asides: found.asides, left } : "stale");
    return true;
  }

  /** Selects a place, brings it into view and opens its details; a remark is shown with all its places. */
  function go(from: number, to: number, problem?: Problem): void {
    const spot = spotAt(view.state, from);
    view.dispatch({
      selection: { anchor: from, head: to },
      effects: [
        EditorView.scrollIntoView(from, { y: "center" }),
        openDetails.of(from),
        choose.of(problem ?? null),
        ...(spot ? [EditorView.announce.of(spoken(spot, view.state.facet(words)))] : []),
      ],
      userEvent: "select.finding",
    });
    view.focus();
  }

  /** Every number and every remark where the text has it now, in the order of {@link step}. */
  function points(): (Place & { point: Point })[] {
    const numbers = placed(view.state).map(({ from, to, finding, sign }) => ({ start: from, end: to, point: { finding, sign } }));
    const own = sites(view.state).filter((site) => site.own);
    const remarks = own.map(({ from, to, notice, problem }) => ({ start: from, end: to, point: { notice, problem } }));
    return [...numbers, ...remarks].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  return {
    view,
    speak(next) {
      speech = next;
      view.dispatch({ effects: language.reconfigure(spokenIn(next)) });
    },
    mark(report, cause) {
      const { head } = view.state.selection.main;
      const typing = cause === "typing";
      pending = typing ? report.findings.find(({ start, end }) => start <= head && head <= end) : undefined;
      const numbers = shown(report.findings, pending, wasIn(view.state));
      notices = typing ? heldBack(report.notices, notices, head, pending !== undefined) : report.notices;
      whole = notices === report.notices ? undefined : report.notices;
      view.dispatch({ effects: [mark.of(numbers), remark.of(notices), checkedNow(report)] });
      clearTimeout(timer);
      if (pending || whole) waitToJudge();
      events.shown({ numbers, notices });
    },
    clear() {
      clearTimeout(timer);
      pending = undefined;
      whole = undefined;
      notices = [];
      view.dispatch({ effects: [mark.of([]), remark.of([]), checked.of(undefined)] });
    },
    jump(point) {
      if (!isRemark(point)) {
        const item = placeOf(view.state, point.finding);
        if (item) go(item.from, item.to);
        return;
      }
      const all = sitesOf(view.state, point.problem);
      const { from, to } = view.state.selection.main;
      const at = chosen(view.state) === point.problem ? all.findIndex((site) => site.from === from && site.to === to) : -1;
      const site = all[(at + 1) % all.length];
      if (site) go(site.from, site.to, point.problem);
    },
    step(direction, wanted) {
      const all = points();
      const look = all.filter(({ point }) => (wanted ?? needsLook)(point));
      const next = step(look.length > 0 || wanted ? look : all, view.state.selection.main, direction);
      if (!next) return;
      const { start, end } = next;
      // What has the same place is shown with it.
      const there = look.find(({ point, ...place }) => isRemark(point) && place.start === start && place.end === end)?.point ?? next.point;
      go(start, end, isRemark(there) ? there.problem : undefined);
    },
    replaceAll(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        effects: EditorView.scrollIntoView(0),
        userEvent: "input.replace",
      });
    },
    make: (text, from) => ({ state: EditorState.create({ doc: text, extensions: [origin(from), extensions] }), notices: [] }),
    leave() {
      judge();
      return { state: view.state, notices, scroll: view.scrollSnapshot() };
    },
    show(kept) {
      clearTimeout(timer);
      pending = undefined;
      whole = undefined;
      notices = kept.notices;
      view.setState(kept.state.update({ effects: language.reconfigure(spokenIn(speech)) }).state);
      if (kept.scroll) view.dispatch({ effects: kept.scroll });
      unplaced = !view.hasFocus;
    },
    tell() {
      events.shown({ numbers: placed(view.state), notices });
      events.entered(here());
    },
    reread(text, from) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        effects: [EditorView.scrollIntoView(0), readAs.of(from)],
        annotations: isolateHistory.of("full"),
        userEvent: "input.reread",
      });
    },
    act: actOn,
    actOnAll(act, which) {
      const wanted = wishes(placed(view.state), act, which);
      return carryOut(act, wanted, act === "fix" ? asides(rewritesIn(view.state), wanted) : []);
    },
    rewrite(problem) {
      carryOut("fix", [], rewritesIn(view.state, problem));
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
  };
}

/** A text that is not shown, with what a check of it found. */
export function marked({ state, ...kept }: Kept, report: Report): Kept {
  const effects = [mark.of(shown(report.findings, undefined, wasIn(state))), remark.of(report.notices), checkedNow(report)];
  return { ...kept, state: state.update({ effects }).state, notices: report.notices };
}

/** What the numbers of a check of this text were judged before they were masked. */
function wasIn(state: EditorState): (finding: Finding) => Was | undefined {
  return ({ start, end }) => wasAt(state, { from: start, to: end });
}

function checkedNow(report: Report): StateEffect<unknown> {
  return checked.of({ report, at: new Date(), lang: report.lang === "en" ? "en" : "zh" });
}

interface Place {
  start: number;
  end: number;
}

/** F3 is the browser's as long as nothing is being searched. */
function onlyOpen(command: Command): Command {
  return (view) => searchPanelOpen(view.state) && command(view);
}

/** Typed or deleted key by key: the number at the cursor may not be complete. */
function byKey(transaction: Transaction): boolean {
  return transaction.isUserEvent("input.type") || (transaction.isUserEvent("delete") && !transaction.isUserEvent("delete.cut"));
}

/** What of the editor depends on the language. */
function spokenIn(speech: Words): Extension {
  return [
    words.of(speech),
    EditorState.phrases.of(speech.phrases),
    placeholder(speech.placeholder),
    EditorView.contentAttributes.of({
      "aria-label": speech.text,
      "aria-describedby": "keys",
      tabindex: "0",
      // The text is Chinese whatever the page speaks: the glyphs depend on it.
      lang: "zh-CN",
      // Spelling, completion and writing services send what is typed to a server.
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      writingsuggestions: "false",
      translate: "no",
      "data-gramm": "false",
      "data-enable-grammarly": "false",
    }),
  ];
}
