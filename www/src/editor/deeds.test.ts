import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, test } from "vitest";
import { type Change, confirm, deeds, done, doneAt } from "./deeds.ts";

const CODE = "91110000000000000E";
const TEXT = `遗失声明\n某店（${CODE}）声明作废\n另一则`;
const AT = TEXT.indexOf(CODE);
const PLACE = { from: AT, to: AT + CODE.length };

/** A text that one works on, without a page. */
function desk(doc: string) {
  let state = EditorState.create({ doc, extensions: [history(), done] });
  const dispatch = (spec: TransactionSpec) => void (state = state.update(spec).state);
  const target = { get state() { return state; }, dispatch: (transaction: { state: EditorState }) => void (state = transaction.state) };
  const find = (text: string) => ({ from: state.doc.toString().indexOf(text), to: state.doc.toString().indexOf(text) + text.length });
  return {
    dispatch,
    find,
    do: (how: "fixed" | "masked", ...changes: Change[]) => dispatch({ changes, effects: deeds(state, how, changes) }),
    confirm: (place: { from: number; to: number }, on = true) => dispatch({ effects: confirm(place, on) }),
    undo: () => undo(target as never),
    redo: () => redo(target as never),
    /** What is done about a number that stands in the text. */
    at: (text: string) => doneAt(state, find(text)).map(({ how, what }) => (what ? `${how} ${what}` : how)),
  };
}

const ticked = () => {
  const it = desk(TEXT);
  it.confirm(PLACE);
  return it;
};

test("a tick is set, and taken away", () => {
  const it = ticked();
  expect(it.at(CODE)).toEqual(["confirmed"]);
  it.confirm(PLACE);
  expect(it.at(CODE)).toEqual(["confirmed"]);
  it.confirm(PLACE, false);
  expect(it.at(CODE)).toEqual([]);
});

const insert = (from: number, insert: string, to = from) => ({ from, to, insert });

test.each<[string, Change]>([
  ["before it", insert(0, "更正：")],
  ["after it", insert(TEXT.length, "。")],
  ["right before it", insert(AT, "号")],
  ["right after it", insert(PLACE.to, "，")],
  ["all before it deleted", insert(0, "", AT)],
  ["all after it replaced", insert(PLACE.to, "完", TEXT.length)],
])("a tick stays when the text changes %s", (_, change) => {
  const it = ticked();
  it.dispatch({ changes: change });
  expect(it.at(CODE)).toEqual(["confirmed"]);
});

test.each<[string, Change, string]>([
  ["blanks", insert(AT + 8, " "), "91110000 000000000E"],
  ["a line end", insert(AT + 8, "\n"), "91110000\n000000000E"],
  ["full width", insert(PLACE.to - 1, "Ｅ", PLACE.to), "91110000000000000Ｅ"],
])("%s are writing, not another number", (_, change, now) => {
  const it = ticked();
  it.dispatch({ changes: change });
  expect(it.at(now)).toEqual(["confirmed"]);
});

test.each<[string, Change, string]>([
  ["a character replaced", insert(AT + 3, "9", AT + 4), "91190000000000000E"],
  ["a character dropped", insert(AT + 3, "", AT + 4), "9110000000000000E"],
  ["a character put in", insert(AT + 3, "7"), "911710000000000000E"],
  ["its last character dropped", insert(PLACE.to - 1, "", PLACE.to), CODE.slice(0, -1)],
  ["its last character replaced", insert(PLACE.to - 1, "7", PLACE.to), `${CODE.slice(0, -1)}7`],
  ["its first character dropped", insert(AT, "", AT + 1), CODE.slice(1)],
  ["longer at the end", insert(PLACE.to, "7"), `${CODE}7`],
  ["longer at the start", insert(AT, "7"), `7${CODE}`],
  ["another number in its place", insert(AT, "22011", PLACE.to), "22011"],
])("a tick falls when the number is another one: %s; undo brings both back", (_, change, now) => {
  const it = ticked();
  it.dispatch({ changes: change });
  expect(it.at(now)).toEqual([]);
  it.undo();
  expect(it.at(CODE)).toEqual(["confirmed"]);
  it.redo();
  expect(it.at(now)).toEqual([]);
});

test.each<[string, Change]>([
  ["the number", insert(AT, "", PLACE.to)],
  ["its paragraph", insert(5, "", TEXT.lastIndexOf("\n"))],
  ["the whole text", insert(0, "", TEXT.length)],
  ["the whole text, by another", insert(0, "别的文字", TEXT.length)],
  ["the whole text, by another with the same number", insert(0, `别的（${CODE}）`, TEXT.length)],
])("a tick goes with %s, and comes back by undo", (_, change) => {
  const it = ticked();
  it.dispatch({ changes: change });
  expect(it.at(CODE)).toEqual([]);
  it.undo();
  expect(it.at(CODE)).toEqual(["confirmed"]);
});

test("a tick comes back when the end of its number was taken away and typed anew", () => {
  const it = ticked();
  it.dispatch({ changes: insert(PLACE.to - 1, "", PLACE.to), userEvent: "delete.backward" });
  it.dispatch({ changes: insert(PLACE.to - 1, "7"), userEvent: "input.type" });
  const other = `${CODE.slice(0, -1)}7`;
  expect(it.at(other)).toEqual([]);
  for (let times = 0; times < 3; times++) {
    it.undo();
    it.undo();
    expect(it.at(CODE)).toEqual(["confirmed"]);
    it.redo();
    it.redo();
    expect(it.at(other)).toEqual([]);
  }
});

test("the same number put down again elsewhere is not ticked", () => {
  const it = ticked();
  it.dispatch({ changes: [insert(AT, "", PLACE.to), insert(TEXT.length, CODE)] });
  expect(it.at(CODE)).toEqual([]);
});

test("a tick is no step of undo", () => {
  const it = desk(TEXT);
  it.dispatch({ changes: insert(0, "一"), userEvent: "input.type" });
  it.confirm(it.find(CODE));
  it.undo();
  expect(it.at(CODE)).toEqual(["confirmed"]);
  expect(it.find(CODE)).toEqual(PLACE);
});

test.each([
  ["O", "0", "fixed O → 0"],
  ["９1", "91", "fixed"],
  ["9 1", "91", "fixed"],
  ["9111O", "91110", "fixed O → 0"],
  ["9111OIOIO000", "911101010000", "fixed"],
])("a fix %s → %s tells what was put right if that is short", (was, is, want) => {
  const it = desk(`号${was}失`);
  it.do("fixed", { from: 1, to: 1 + was.length, insert: is });
  expect(it.at(is)).toEqual([want]);
});

test("fixes and masks hold for the numbers they are in, by undo and redo too", () => {
  const it = desk("甲11O5，乙110105194912310021，丙7");
  it.do("fixed", { from: 3, to: 4, insert: "0" });
  const id = it.find("110105194912310021");
  it.do("masked", { from: id.from + 6, to: id.from + 14, insert: "********" });
  const masked = "110105********0021";
  expect([it.at("1105"), it.at(masked), it.at("7")]).toEqual([["fixed O → 0"], ["masked"], []]);
  it.undo();
  expect([it.at("1105"), it.at("110105194912310021")]).toEqual([["fixed O → 0"], []]);
  it.redo();
  expect(it.at(masked)).toEqual(["masked"]);
  // What is no longer as the mask left it was not masked by us.
  const at = it.find(masked).from;
  it.dispatch({ changes: insert(at + 6, "1949", at + 10) });
  expect(it.at("1101051949****0021")).toEqual([]);
});

test("several changes at once, each longer or shorter, are recorded where they end up", () => {
  const it = desk("a 123456 b 654321 c");
  it.do("masked", insert(2, "1**6", 8), insert(11, "6********1", 17));
  expect([it.at("1**6"), it.at("6********1")]).toEqual([["masked"], ["masked"]]);
});

test("a number compared, then masked by the program, stays compared; undo, redo and a slip afterwards are told apart", () => {
  const id = "110105194912310021";
  const masked = "110105********0021";
  const it = desk(`身份证${id}遗失`);
  it.confirm(it.find(id));
  it.do("masked", insert(9, "********", 17));
  expect(it.at(masked)).toEqual(["masked", "confirmed"]);
  it.undo();
  expect(it.at(id)).toEqual(["confirmed"]);
  it.redo();
  expect(it.at(masked)).toEqual(["masked", "confirmed"]);
  it.dispatch({ changes: insert(20, "2", 21) });
  expect(it.at("110105********0022")).toEqual(["masked"]);
  it.undo();
  it.confirm(it.find(masked), false);
  expect(it.at(masked)).toEqual(["masked"]);
});

test("a tick that no longer holds is not brought to life by a mask", () => {
  const id = "110105194912310021";
  const it = desk(`身份证${id}遗失`);
  it.confirm(it.find(id));
  it.dispatch({ changes: insert(20, "9", 21) });
  it.do("masked", insert(9, "********", 17));
  expect(it.at("110105********0029")).toEqual(["masked"]);
});

test("neighbours are not touched", () => {
  const it = desk("12345678");
  it.confirm({ from: 0, to: 4 });
  it.confirm({ from: 4, to: 8 });
  it.confirm({ from: 0, to: 4 }, false);
  expect(it.at("5678")).toEqual(["confirmed"]);
  expect(it.at("1234")).toEqual([]);
});
