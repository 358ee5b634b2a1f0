import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search, searchPanelOpen } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Facet, type Transaction } from "@codemirror/state";
import { type Command, EditorView, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import type { Finding } from "../../crate/wasm/api.d.ts";
import type { Cause } from "./checking.ts";
import { spoken } from "./details.ts";
import { findingAt, mark, marks, type Placed, placed, placeOf, settle } from "./marks.ts";
import { needsLook, type Shown, shown, step } from "./order.ts";
import { strings, type Strings } from "./strings.ts";
import { openDetails, tooltip } from "./tooltip.ts";

/** A number is judged this long after its last key, if the cursor has not left it before. */
const JUDGE_AFTER = 700;

/** The words in force, for whatever the editor shows. */
const words = Facet.define<Strings, Strings>({ combine: ([first]) => first ?? strings.zh });

/** Keys of the search panel work in the text and in the panel. */
const PANEL = "editor search-panel";

export interface EditorEvents {
  changed(cause: Cause): void;
  /** What is shown has changed: after a check, or because a number is judged at last. */
  shown(list: Shown[]): void;
  /** The cursor is in this finding now, or in none. */
  entered(finding: Finding | undefined): void;
}

/** The text (文字) with its highlights. */
export interface Editor {
  view: EditorView;
  speak(strings: Strings): void;
  /** Shows the findings of a check; a number that is just being typed is not judged yet. */
  mark(findings: Finding[], cause: Cause): void;
  /** Takes all highlights away. */
  clear(): void;
  /** Goes to a finding of the list. */
  jump(finding: Finding): void;
  /** Goes to the next or the last finding that is wanted; without a wish, to what needs a look. */
  step(direction: 1 | -1, wanted?: (item: Shown) => boolean): void;
  replaceAll(text: string): void;
}

export function createEditor(parent: HTMLElement, first: Strings, events: EditorEvents): Editor {
  const language = new Compartment();
  const view = new EditorView({
    parent,
    extensions: [
      language.of(spokenIn(first)),
      EditorView.lineWrapping,
      history(),
      search({ top: true }),
      keymap.of([
        { key: "Mod-f", scope: PANEL, run: openSearchPanel, preventDefault: true },
        { key: "F3", scope: PANEL, run: onlyOpen(findNext), shift: onlyOpen(findPrevious) },
        { key: "Escape", scope: PANEL, run: closeSearchPanel },
        ...standardKeymap,
        ...historyKeymap,
      ]),
      marks,
      tooltip(words),
      EditorView.updateListener.of(update),
      EditorView.domEventHandlers({ compositionend: () => void setTimeout(composed) }),
    ],
  });

  /** The composition's text is in: check it, once CodeMirror has left the composition too. */
  function composed(): void {
    if (!view.composing) events.changed("typing");
  }

  /** The finding that is being typed, and when it will be judged. */
  let pending: Finding | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update({ docChanged, selectionSet, focusChanged, transactions }: ViewUpdate): void {
    if (docChanged) events.changed(transactions.some(byKey) ? "typing" : "other");
    else if (selectionSet || focusChanged) leave();
    if (docChanged || selectionSet) events.entered(findingAt(view.state, view.state.selection.main.head)?.finding);
  }

  function leave(): void {
    const item = pending && placeOf(view.state, pending);
    const { head } = view.state.selection.main;
    if (item && (head < item.from || head > item.to || !view.hasFocus)) judge();
  }

  function judge(): void {
    if (view.composing) return waitToJudge();
    const item = pending && placeOf(view.state, pending);
    pending = undefined;
    clearTimeout(timer);
    if (!item) return;
    view.dispatch({ effects: settle.of(item) });
    events.shown(placed(view.state));
  }

  function waitToJudge(): void {
    clearTimeout(timer);
    timer = setTimeout(judge, JUDGE_AFTER);
  }

  /** Selects a number, brings it into view and opens its details. */
  function go({ from, to, ...item }: Placed): void {
    view.dispatch({
      selection: { anchor: from, head: to },
      effects: [
        EditorView.scrollIntoView(from, { y: "center" }),
        openDetails.of(from),
        EditorView.announce.of(spoken(item, view.state.facet(words))),
      ],
      userEvent: "select.finding",
    });
    view.focus();
  }

  return {
    view,
    speak: (next) => view.dispatch({ effects: language.reconfigure(spokenIn(next)) }),
    mark(findings, cause) {
      const { head } = view.state.selection.main;
      pending = cause === "typing" ? findings.find(({ start, end }) => start <= head && head <= end) : undefined;
      const list = shown(findings, pending);
      view.dispatch({ effects: mark.of(list) });
      clearTimeout(timer);
      if (pending) waitToJudge();
      events.shown(list);
    },
    clear() {
      clearTimeout(timer);
      pending = undefined;
      view.dispatch({ effects: mark.of([]) });
    },
    jump(finding) {
      const item = placeOf(view.state, finding);
      if (item) go(item);
    },
    step(direction, wanted) {
      const all = placed(view.state).map((item) => ({ ...item, start: item.from, end: item.to }));
      const look = all.filter(wanted ?? needsLook);
      const item = step(look.length > 0 || wanted ? look : all, view.state.selection.main, direction);
      if (item) go(item);
    },
    replaceAll(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        effects: EditorView.scrollIntoView(0),
        userEvent: "input.replace",
      });
    },
  };
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
function spokenIn(speech: Strings): Extension {
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
