import { type Extension, type Facet, StateEffect, StateField } from "@codemirror/state";
import { closeHoverTooltips, type Command, EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import { details, spoken } from "./details.ts";
import { findingAt, mark, type Placed, settle } from "./marks.ts";
import type { Strings } from "./strings.ts";

/** Opens the details at a place in the text, or closes them. */
export const openDetails = StateEffect.define<number | null>();

/** Details of a number (详情) by pointer, and by keyboard for the number at the cursor. */
export function tooltip(words: Facet<Strings, Strings>): Extension {
  const show = (item: Placed): Tooltip => ({
    pos: item.from,
    end: item.to,
    above: false,
    create: (view) => ({ dom: details(item, view.state.facet(words)) }),
  });

  const opened = StateField.define<Placed | null>({
    create: () => null,
    update(open, transaction) {
      let at: number | null = open && !transaction.docChanged && !transaction.selection ? open.from : null;
      let anew = false;
      for (const effect of transaction.effects) {
        if (effect.is(openDetails)) at = effect.value;
        // Judged again, perhaps in the other language: the details too.
        if (effect.is(openDetails) || effect.is(mark) || effect.is(settle)) anew = true;
      }
      if (at === null) return null;
      return anew || !open ? (findingAt(transaction.state, at) ?? null) : open;
    },
    provide: (field) => showTooltip.from(field, (item) => item && show(item)),
  });

  const open: Command = (view) => {
    const item = findingAt(view.state, view.state.selection.main.head);
    if (!item) return false;
    view.dispatch({ effects: [openDetails.of(item.from), EditorView.announce.of(spoken(item, view.state.facet(words)))] });
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
        const item = findingAt(view.state, at);
        const beside = !item || (at === item.from && side < 0) || (at === item.to && side > 0);
        // What is open already need not be shown twice.
        return beside || view.state.field(opened)?.finding === item.finding ? null : show(item);
      },
      { hoverTime: 200, hideOnChange: true },
    ),
    keymap.of([
      { key: "Alt-Enter", run: open, preventDefault: true },
      { key: "Escape", run: close },
    ]),
  ];
}
