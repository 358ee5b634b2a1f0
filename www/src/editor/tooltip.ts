import { type Extension, type Facet, StateEffect, StateField } from "@codemirror/state";
import { closeHoverTooltips, type Command, EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { Finding } from "../../../crate/wasm/api.d.ts";
import type { Edit } from "../points/acts.ts";
import { details, spoken } from "../points/details.ts";
import type { Act, Words } from "../words/words.ts";
import { mark, settle } from "./marks.ts";
import { type Spot, spotAt } from "./remarks.ts";

/** Opens the details at a place in the text, or closes them. */
export const openDetails = StateEffect.define<number | null>();

/** Does what a button of the details offers, in this editor. */
export type OfferIn = (view: EditorView, finding: Finding, edit: Edit, act: Act) => void;

/** Details of a place (详情) by pointer, and by keyboard for the place of the cursor. */
export function tooltip(words: Facet<Words, Words>, offer: OfferIn): Extension {
  const show = (spot: Spot, pos = spot.from): Tooltip => ({
    pos,
    end: Math.max(pos, spot.to),
    above: false,
    create(view) {
      const speech = view.state.facet(words);
      const dom = details(spot, speech, (finding, edit, act) => offer(view, finding, edit, act));
      dom.setAttribute("role", "group");
      dom.setAttribute("aria-label", speech.detailsOf);
      // The cursor stays where it is while a button is pressed.
      dom.addEventListener("mousedown", (event) => {
        if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
      });
      dom.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close(view);
        view.focus();
      });
      return {
        dom,
        // What must be scrolled must be reached by keyboard.
        mount: () => void (dom.scrollHeight > dom.clientHeight + 1 && (dom.tabIndex = 0)),
      };
    },
  });

  /** What is open, and where it was asked for. */
  const opened = StateField.define<{ at: number; spot: Spot } | null>({
    create: () => null,
    update(open, transaction) {
      let at: number | null = open && !transaction.docChanged && !transaction.selection ? open.at : null;
      let anew = false;
      for (const effect of transaction.effects) {
        if (effect.is(openDetails)) at = effect.value;
        // Judged again, perhaps in the other language: the details too.
        if (effect.is(openDetails) || effect.is(mark) || effect.is(settle)) anew = true;
      }
      if (at === null) return null;
      if (!anew && open) return open;
      const spot = spotAt(transaction.state, at);
      return spot ? { at, spot } : null;
    },
    provide: (field) => showTooltip.from(field, (open) => open && show(open.spot, open.spot.last)),
  });

  const open: Command = (view) => {
    const at = view.state.selection.main.head;
    const spot = spotAt(view.state, at);
    if (!spot) return false;
    // Open already: into it, to its buttons.
    const button = view.state.field(opened)?.spot.from === spot.from && view.dom.querySelector<HTMLElement>(".cm-tooltip.details .act");
    if (button) {
      button.focus();
      return true;
    }
    view.dispatch({ effects: [openDetails.of(at), EditorView.announce.of(spoken(spot, view.state.facet(words)))] });
    return true;
  };
  const close: Command = (view) => {
    if (!view.state.field(opened)) return false;
    view.dispatch({ effects: [openDetails.of(null), closeHoverTooltips] });
    return true;
  };

  return [
    opened,
    hoverTooltip(
      (view, at, side) => {
        const spot = spotAt(view.state, at);
        const beside = !spot || (at === spot.from && side < 0) || (at === spot.to && side > 0);
        const already = view.state.field(opened)?.spot;
        // What is open already need not be shown twice.
        return beside || (already?.from === spot.from && already.to === spot.to) ? null : show(spot);
      },
      { hoverTime: 200, hideOnChange: true },
    ),
    keymap.of([
      { key: "Alt-Enter", run: open, preventDefault: true },
      { key: "Escape", run: close },
    ]),
  ];
}
