import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Finding } from "../../../crate/wasm/api.d.ts";
import { anyDone, confirm, type Deed, doneAt } from "./deeds.ts";
import { placed, placeOf } from "./marks.ts";

/** What was done about each finding (处理), wherever the text has it now. */
export function deedsIn(state: EditorState): (finding: Finding) => readonly Deed[] {
  if (!anyDone(state)) return () => [];
  const places = new Map(placed(state).map((item) => [item.finding, item]));
  return (finding) => {
    const place = places.get(finding);
    return place ? doneAt(state, place) : [];
  };
}

/** Ticks a number as compared with the original (已与原件核对), or takes the tick away. */
export function tick(view: EditorView, finding: Finding, on: boolean): void {
  const place = placeOf(view.state, finding);
  if (place) view.dispatch({ effects: confirm(place, on) });
}
