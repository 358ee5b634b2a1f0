import type { KindInfo, Lang } from "../../../crate/wasm/api.d.ts";
import { frame } from "../elements/dialog.ts";
import { h, inChinese, setText } from "../elements/elements.ts";
import { signed } from "../elements/signs.ts";
import type { Engine } from "../engine/engine.ts";
import type { Confidence, Words } from "../words/words.ts";
import { folded, holds } from "./kinds-search.ts";

const CONFIDENCES: Confidence[] = ["sure", "likely", "weak"];

/** The list of what is checked (核验范围), in a dialog of its own, searched as one types. */
export interface Kinds {
  speak(strings: Words, lang: Lang): void;
}

/** A row of the list, and what is searched of it. */
interface Row {
  text: string;
  node: HTMLElement;
}

/** `opener` opens the dialog, and has the focus again when it is closed. */
export function createKinds(
  dialog: HTMLDialogElement,
  opener: HTMLElement,
  engine: Pick<Engine, "kinds">,
  strings: Words,
  language: Lang,
  failed: (error: unknown) => void,
): Kinds {
  let words = strings;
  let lang = language;
  /** Made when first asked for, and anew in the other language. */
  let rows: Row[] | undefined;

  const search = h("input");
  search.type = "search";
  search.autocomplete = "off";
  search.spellcheck = false;
  const searchWord = h("span");
  const shown = h("p", "shown");
  shown.setAttribute("role", "status");
  const legend = h("dl", "legend");
  const list = h("ul");
  // Safari forgets that a list without bullets is one.
  list.setAttribute("role", "list");
  const none = h("p", "none");
  const { title, close, scroller } = frame(dialog, [h("label", "", searchWord, " ", search), shown], [legend, none, list]);

  opener.addEventListener("click", open);
  dialog.addEventListener("close", () => {
    search.value = "";
    filter();
    // Safari does not focus a button that is clicked, so it has nothing to return to.
    opener.focus();
  });
  search.addEventListener("input", (event) => {
    // The letters of an input method are not yet the word.
    if (!(event as InputEvent).isComposing) filter();
  });
  search.addEventListener("compositionend", filter);
  search.addEventListener("keydown", (event) => {
    // Chromium would only empty the field.
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });

  function filter(): void {
    if (!rows) return;
    let count = 0;
    for (const { text, node } of rows) {
      const hidden = !holds(text, search.value);
      if (!hidden) count++;
      if (node.hidden !== hidden) node.hidden = hidden;
    }
    setText(shown, words.shown(count, rows.length));
    none.hidden = count > 0;
    setText(none, count > 0 ? "" : words.noKind(search.value.trim()));
    scroller.scrollTop = 0;
  }

  function row(kind: KindInfo, chinese: string): Row {
    const { id, name, grammar, source, confidence } = kind;
    const names = h("div", "names", h("strong", "", name));
    if (name !== chinese) names.append(inChinese("span", "chinese", chinese));
    names.append(h("code", "", id));
    const told = h("div", "told", inChinese("p", "", grammar), h("p", "source", signed(confidence, words.confidence[confidence]), inChinese("span", "", source)));
    return { text: folded([id, name, chinese, grammar, source, words.confidence[confidence]].join("\n")), node: h("li", "", names, told) };
  }

  async function draw(): Promise<void> {
    const mine = words;
    const kinds = await engine.kinds(lang);
    const chinese = await engine.kinds("zh");
    // The language was switched since, or another opening was quicker.
    if (mine !== words || rows) return;
    rows = kinds.map((kind, index) => row(kind, chinese[index]?.name ?? kind.name));
    list.replaceChildren(...rows.map(({ node }) => node));
    filter();
  }

  function speak(): void {
    rows = undefined;
    list.replaceChildren();
    setText(title, words.scope);
    setText(searchWord, words.search);
    setText(close, words.close);
    setText(shown, "");
    legend.replaceChildren(
      ...CONFIDENCES.flatMap((confidence) => [h("dt", "", signed(confidence, words.confidence[confidence])), h("dd", "", words.confidenceMeaning[confidence])]),
    );
    none.hidden = true;
  }

  speak();

  return {
    speak(strings, language) {
      words = strings;
      lang = language;
      speak();
      if (dialog.open) open();
    },
  };

  function open(): void {
    if (!dialog.open) dialog.showModal();
    search.focus();
    if (!rows) {
      draw().catch((error: unknown) => {
        dialog.close();
        failed(error);
      });
    }
  }
}
