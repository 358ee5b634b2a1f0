import type { EditorState } from "@codemirror/state";
import { record } from "../editor/check-record.ts";
import { checkedText } from "../editor/marks.ts";
import { deedsIn } from "../editor/ticks.ts";
import type { Source } from "./account.ts";

/** What a report can be made from, if the text was checked as it stands. */
export function sourceOf(state: EditorState, file?: string): Source | undefined {
  const now = state.field(record);
  // There is nothing to report on an empty text.
  return now && state.doc.length > 0 ? { ...now, text: checkedText(state).toString(), file, done: deedsIn(state) } : undefined;
}
