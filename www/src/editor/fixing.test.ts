import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type Extension, type TransactionSpec } from "@codemirror/state";
import { expect, test } from "vitest";
import type { Finding } from "../../../crate/wasm/api.d.ts";
import { finding, problem } from "../engine/testing.ts";
import { asides, type Edit, editOf, wishes } from "../points/acts.ts";
import { shown } from "../points/points.ts";
import type { Act } from "../words/words.ts";
import { done, doneAt, wasAt } from "./deeds.ts";
import { transactionOf } from "./fixing.ts";
import { mark, numberMarks, placeOf } from "./marks.ts";

/** A checked text: what stands in ⟦ ⟧ is a number. */
function checked(marked: string, more: (value: string, start: number, index: number) => Partial<Finding>, also: Extension = []) {
  const findings: Finding[] = [];
  let text = "";
  for (const [index, part] of marked.split(/[⟦⟧]/u).entries()) {
    if (index % 2 === 1) findings.push(finding(part, "plausible", { start: text.length, ...more(part, text.length, findings.length) }));
    text += part;
  }
  const state = EditorState.create({ doc: text, extensions: [numberMarks, history(), also] });
  return { findings, state: state.update({ effects: mark.of(shown(findings)) }).state };
}

const suggestion = (start: number, end: number, replacement: string, certainty: "safe" | "compare" = "safe") => ({ start, end, replacement, value: "", certainty, message: "" });

/** Carries out an act and gives the text after it. */
function after(state: EditorState, findings: Finding[], act: Act): { state: EditorState; done: number } {
  const found = transactionOf(state, wishes(shown(findings), act), act);
  return found ? { state: state.update(found.spec).state, done: found.done.length } : { state, done: 0 };
}

/** The same every time: no test needs a second try. */
function dice(seed: number): (sides: number) => number {
  return (sides) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * sides);
  };
}

const SIGNS = ["0", "7", "X", "８", "Ｘ", "*", " ", "\n", "年", "𠮷"];

test("a fix touches nothing outside its range, wherever the number has gone since, and undo brings all of it back", () => {
  const roll = dice(5);
  const some = (most: number) => Array.from({ length: roll(most) }, () => SIGNS[roll(SIGNS.length)]).join("");
  let done = 0;
  let passed = 0;
  for (let round = 0; round < 300; round++) {
    const edits: Edit[] = [];
    const { findings, state } = checked(`${some(6)}⟦1${some(12)}2⟧${some(6)}⟦3${some(12)}4⟧${some(6)}`, (value, start) => {
      const from = roll(value.length + 1);
      const edit = suggestion(start + from, start + from + roll(value.length - from + 1), some(12));
      edits.push(edit);
      return { suggestions: [edit] };
    });
    // Somebody types before the text is checked again.
    const at = roll(state.doc.length + 1);
    const typed: TransactionSpec = { changes: { from: at, to: Math.min(state.doc.length, at + roll(4)), insert: some(5) }, userEvent: "input.type" };
    const now = roll(2) === 0 ? state : state.update(typed).state;
    const before = now.doc.toString();

    // By hand: every number that still reads as it did gets its edit, and all else stays.
    let want = "";
    let last = 0;
    findings.forEach((one, index) => {
      const place = placeOf(now, one);
      if (!place || before.slice(place.from, place.to) !== one.value) return void passed++;
      const { start, end, replacement } = edits[index]!;
      want += before.slice(last, place.from + start - one.start) + replacement;
      last = place.from + end - one.start;
      done++;
    });
    want += before.slice(last);

    const fixed = after(now, findings, "fix").state;
    expect(fixed.doc.toString(), `round ${round}: ${before}`).toBe(want);
    if (want === before) continue;
    let back = fixed;
    expect(undo({ state: fixed, dispatch: (transaction) => (back = transaction.state) })).toBe(true);
    expect(back.doc.toString()).toBe(before);
    expect(redo({ state: back, dispatch: (transaction) => (back = transaction.state) })).toBe(true);
    expect(back.doc.toString()).toBe(want);
  }
  // Both happened, often.
  expect(done).toBeGreaterThan(150);
  expect(passed).toBeGreaterThan(30);
});

test.each([
  [-1, 0],
  [0, 1],
  [-3, -1],
])("an edit that reaches out of its number by %i and %i is passed over", (left, right) => {
  const { findings, state } = checked("代码⟦12345⟧作废", (value, start) => ({ suggestions: [suggestion(start + left, start + value.length + right, "9")] }));
  expect(after(state, findings, "fix").done).toBe(0);
});

test("all is one step, also right after typing, and what is typed next is another", () => {
  const { findings, state } = checked("甲⟦１２⟧，乙⟦３４⟧", (value, start) => ({ suggestions: [suggestion(start, start + 2, value.normalize("NFKC"))] }));
  const type = (to: EditorState, insert: string) => to.update({ changes: { from: to.doc.length, insert }, userEvent: "input.type" }).state;
  const { state: fixed, done } = after(type(state, "。"), findings, "fix");
  expect([fixed.doc.toString(), done]).toEqual(["甲12，乙34。", 2]);
  const steps: string[] = [];
  let now = type(fixed, "完");
  while (undo({ state: now, dispatch: (transaction) => (now = transaction.state) })) steps.push(now.doc.toString());
  expect(steps).toEqual(["甲12，乙34。", "甲１２，乙３４。", "甲１２，乙３４"]);
});

test("what only the original tells is never applied, nor is an empty mask, nor a number that is being typed", () => {
  const { findings, state } = checked("⟦12⟧", (_, start) => ({
    suggestions: [suggestion(start, start + 1, "7", "compare")],
    exposed: true,
    exposure: { code: "identity-number", start, end: start + 2, replacement: "", message: "" },
  }));
  expect(after(state, findings, "fix").done).toBe(0);
  expect(after(state, findings, "mask").done).toBe(0);
  expect(editOf(findings[0]!, "fix")).toBeUndefined();
  const safe = checked("⟦１２⟧", (_, start) => ({ suggestions: [suggestion(start, start + 2, "12")] })).findings;
  expect(wishes(shown(safe), "fix")).toHaveLength(1);
  expect(wishes(shown(safe, safe[0]), "fix")).toHaveLength(0);
});

test("the cursor stays between the characters it was between, where there are as many as before", () => {
  const { findings, state } = checked("号⟦220182199304182045⟧的", (_, start) => ({
    exposed: true,
    exposure: { code: "identity-number", start: start + 6, end: start + 14, replacement: "********", message: "" },
  }));
  for (let at = 0; at <= state.doc.length; at++) {
    const { spec } = transactionOf(state, wishes(shown(findings), "mask"), "mask")!;
    const next = state.update({ selection: { anchor: at } }).state.update(spec).state;
    expect(next.doc.toString()).toBe("号220182********2045的");
    expect(next.selection.main.head).toBe(at);
  }
});

test("a mask keeps the mark over the whole number until it is checked again", () => {
  const { findings, state } = checked("号⟦1234⟧的", (_, start) => ({
    exposed: true,
    exposure: { code: "account", start, end: start + 4, replacement: "****", message: "" },
  }));
  expect(placeOf(after(state, findings, "mask").state, findings[0]!)).toMatchObject({ from: 1, to: 5 });
});

test("what was done is on record, one deed a number, until undo takes it back", () => {
  const { findings, state } = checked("甲⟦1O2O3⟧乙⟦98765⟧丙", (_value, start, index) =>
    index === 0 ? { suggestions: [suggestion(start + 1, start + 2, "0")] } : { exposed: true, exposure: { start: start + 1, end: start + 4, replacement: "***", message: "" } as Finding["exposure"] & object },
    done,
  );
  const deedsOf = (state: EditorState, finding: Finding) => doneAt(state, placeOf(state, finding)!).map(({ from, to, how, what }) => [from, to, how, what]);
  const fixed = after(state, findings, "fix").state;
  const both = after(fixed, findings, "mask").state;
  expect(both.doc.toString()).toBe("甲102O3乙9***5丙");
  expect(deedsOf(both, findings[0]!)).toEqual([[1, 6, "fixed", "O → 0"]]);
  expect(deedsOf(both, findings[1]!)).toEqual([[7, 12, "masked", undefined]]);
  let back = both;
  undo({ state: both, dispatch: (transaction) => (back = transaction.state) });
  expect(deedsOf(back, findings[1]!)).toEqual([]);
  expect(deedsOf(back, findings[0]!)).toEqual([[1, 6, "fixed", "O → 0"]]);
});

const masking = (replacement: string, verdict: Finding["verdict"]) => (value: string, start: number, index: number) => ({
  verdict: index === 0 ? ("plausible" as const) : verdict,
  exposed: true,
  problems: index === 0 ? [] : [problem("resident_id.check-char", "wrong"), problem("resident_id.old-form", "hint")],
  exposure: { code: "identity-number" as const, start: start + 1, end: start + value.length - 1, replacement, message: "" },
});

test.each(["wrong", "doubtful"] as const)("a mask over what is %s is for another wish, and it is on record what it was", (verdict) => {
  const { findings, state } = checked("甲⟦98765⟧乙⟦12345⟧丙", masking("***", verdict), done);
  const numbers = shown(findings);
  expect(wishes(numbers, "mask").map(({ finding }) => finding.value)).toEqual(["98765"]);
  expect(wishes(numbers, "mask", "unsound").map(({ finding }) => finding.value)).toEqual(["12345"]);
  const all = [...wishes(numbers, "mask"), ...wishes(numbers, "mask", "unsound")];
  const masked = state.update(transactionOf(state, all, "mask")!.spec).state;
  expect(masked.doc.toString()).toBe("甲9***5乙1***5丙");
  expect(wasAt(masked, { from: 1, to: 6 })).toBeUndefined();
  expect(wasAt(masked, { from: 7, to: 12 })).toEqual({ verdict, messages: ["what resident_id.check-char says"] });
  // Checked anew, the masked number is well formed: it stays what it was.
  const again = shown([finding("1***5", "verified", { start: 7 })], undefined, ({ start, end }) => wasAt(masked, { from: start, to: end }));
  expect(again[0]).toMatchObject({ sign: verdict, was: { verdict } });
  // Typed over, it is another number.
  const typed = masked.update({ changes: { from: 7, to: 8, insert: "2" } }).state;
  expect(wasAt(typed, { from: 7, to: 12 })).toBeUndefined();
});

test("characters beside numbers are put right with them, in one step; inside a number they are its own matter", () => {
  const { findings, state } = checked("⺠甲⟦4⽉9⽇⟧⼈\u{2f804}乙", (value, start) => ({ suggestions: [suggestion(start, start + value.length, "4月9日")] }), done);
  const rewrite = (start: number, end: number, replacement: string) => ({ start, end, replacement });
  const rewrites = [rewrite(0, 1, "民"), rewrite(3, 4, "月"), rewrite(5, 6, "日"), rewrite(6, 7, "人"), rewrite(7, 9, "你")];
  const wanted = wishes(shown(findings), "fix");
  const beside = asides(rewrites, wanted);
  expect(beside.map(({ replacement }) => replacement).join("")).toBe("民人你");
  const found = transactionOf(state, wanted, "fix", beside)!;
  const after = state.update(found.spec).state;
  expect(after.doc.toString()).toBe("民甲4月9日人你乙");
  expect([found.done.length, found.asides]).toEqual([1, 3]);
  expect(doneAt(after, { from: 2, to: 6 }).map(({ how }) => how)).toEqual(["fixed"]);
  expect(doneAt(after, { from: 6, to: 9 })).toEqual([]);
});
