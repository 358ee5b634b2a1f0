import type { Plugin } from "vite";

const FOR_A_PROGRAM = [
  // Enter asks a language how far to indent, and turns the wide blanks that open a paragraph into narrow ones. The plainer
  // command repeats the blanks of the line as they are.
  ['{ key: "Enter", run: insertNewlineAndIndent, shift: insertNewlineAndIndent }', '{ key: "Enter", run: insertNewlineKeepIndent, shift: insertNewlineKeepIndent }'],
  // Backspace takes away a whole step of indentation; here blanks are characters like others.
  ["col % getIndentUnit(state) || getIndentUnit(state)", "1"],
] as const;

/**
 * Keys as in a text, not as in a program (按键): CodeMirror's bring its parsers of programming languages into the page, an
 * eighth of the script, and there is no language here that they could parse.
 */
export function plainKeys(): Plugin {
  return {
    name: "kanyan:plain-keys",
    transform(code, id) {
      // Its author does not say so, but nothing is lost when nobody uses it.
      if (/\/@lezer\/common\//.test(id)) return { code, map: null, moduleSideEffects: false };
      if (!/\/@codemirror\/commands\/dist\/index\.js$/.test(id)) return null;
      for (const [program, text] of FOR_A_PROGRAM) {
        if (!code.includes(program)) this.error("@codemirror/commands has changed: see build/keys.ts");
        code = code.replace(program, text);
      }
      return { code, map: null };
    },
  };
}
