// Nothing newer than the oldest browsers of our floor (浏览器下限), in what is built: our own code and all it brings along.
//
// The floor is the `browserslist` in package.json; the binary is checked against it by `cargo xtask wasm`.
import { inflateRawSync } from "node:zlib";
import css from "@eslint/css";
import { getCompatibleVersions } from "baseline-browser-mapping";
import esx from "eslint-plugin-es-x";
import { newer, OLDEST } from "./build/newer.js";

/** The last edition of the language that the floor knows whole. */
const EDITION = 2022;

/**
 * Rules that find what is harmless. A method's name is enough for a finding, as what it belongs to is not known here.
 *
 * - `findLast`: newer than the edition, and yet in every browser of the floor;
 * - iterators have methods now that are called as those of arrays always were;
 * - `intersection`, `resize`: names of CodeMirror's own;
 * - `detached`: wasm-bindgen's glue asks for it, and does without.
 */
const HARMLESS =
  /findlast|no-iterator-prototype-|no-set-prototype-intersection|no-resizable-and-growable-arraybuffers|no-arraybuffer-prototype-transfer/;

/** Asked for before it is used, with another way beside. */
const ASKED_FOR = ["ClipboardItem", "Intl.Segmenter", "requestIdleCallback", "trustedTypes"];

/**
 * The readers of files, which are made of other people's libraries, ask before they use these, or bring their own where the browser has
 * none (pdf.js by core-js). That they do is tested in a browser without them: tests/page/floor.spec.ts.
 */
const BROUGHT = ["AbortSignal.any", "Float16Array", "ImageDecoder", "Math.sumPrecise", "Sanitizer", "setImmediate", "URL.parse"];
const BROUGHT_RULES = /no-promise-(try|withresolvers)|no-array-prototype-with|no-set-prototype-/;

/** Styles that an older browser can pass over: it only looks a little plainer or lays out a little more. */
const EXTRAS = {
  allowAtRules: ["page"],
  allowProperties: ["accent-color", "break-after", "content-visibility", "contain-intrinsic-size", "outline", "overscroll-behavior", "print-color-adjust", "text-size-adjust", "user-select"],
  allowSelectors: ["selection"],
};

/** The rules against everything newer than an edition of the language. */
function noNewerThan(edition) {
  const sets = [`flat/restrict-to-es${edition}`, ...(edition > 5 ? [`flat/restrict-to-es${edition}-intl-api`] : [])];
  const rules = Object.assign({}, ...sets.map((set) => esx.configs[set].rules));
  return Object.fromEntries(Object.entries(rules).filter(([name]) => !HARMLESS.test(name)));
}

/** The rules against what the browsers of the floor do not offer to a script. */
function noNewerApi(but) {
  const { globals, members } = newer();
  return {
    "no-restricted-globals": ["error", { globals: globals.filter((name) => !but.includes(name)), checkGlobalObject: true }],
    "no-restricted-properties": ["error", ...members.filter(({ object, property }) => !but.includes(`${object}.${property}`))],
  };
}

/**
 * What stands in a page: its styles, and its scripts. The first of these is the one that says that a browser is too old; the
 * readers of files stand there packed (build/readers.ts).
 */
const page = {
  preprocess(html) {
    const pieces = [];
    let first = true;
    for (const [, tag, attributes, text] of html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)) {
      if (/\bid="reader-/.test(attributes)) pieces.push({ filename: "reader.js", text: inflateRawSync(Buffer.from(text, "base64")).toString() });
      else if (tag === "style") pieces.push({ filename: "styles.css", text });
      else if (!/\bsrc=|\btype="text\/plain"/.test(attributes)) {
        pieces.push({ filename: first ? "first.js" : "page.js", text });
        first = false;
      }
    }
    return pieces;
  },
  postprocess: (messages) => messages.flat(),
};

export default [
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  { files: ["**/*.html"], plugins: { kanyan: { processors: { page } } }, processor: "kanyan/page" },
  {
    files: ["**/*.{js,mjs}"],
    plugins: { "es-x": esx },
    languageOptions: { ecmaVersion: EDITION, sourceType: "module" },
    settings: { "es-x": { aggressive: true } },
    rules: { ...noNewerThan(EDITION), ...noNewerApi(ASKED_FOR) },
  },
  { files: ["**/*.html/*.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["**/*.html/*_reader.js"],
    rules: { ...noNewerApi([...ASKED_FOR, ...BROUGHT]), ...Object.fromEntries(Object.keys(noNewerThan(EDITION)).filter((name) => BROUGHT_RULES.test(name)).map((name) => [name, "off"])) },
  },
  // It has to run where the rest cannot even be read.
  { files: ["**/*.html/*_first.js"], languageOptions: { ecmaVersion: 5 }, rules: noNewerThan(5) },
  {
    files: ["**/*.css"],
    plugins: { css },
    language: "css/css",
    languageOptions: { tolerant: true },
    rules: { "css/use-baseline": ["error", { available: baselineYear(), ...EXTRAS }] },
  },
];

/** The last year whose Baseline (what all browsers could do by its end) asks for no browser newer than the floor. */
function baselineYear() {
  const within = (year) => getCompatibleVersions({ targetYear: year }).every(({ browser, version }) => !(Number(version) > OLDEST[browser]));
  let year = 2020;
  if (!within(year)) throw new Error("the floor is older than any Baseline");
  while (within(year + 1)) year++;
  return year;
}
