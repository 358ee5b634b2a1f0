/**
 * What a notice costs by (计费): its characters and its lines.
 *
 * Papers count differently, so the parts are counted once and added up as each paper does: whether punctuation counts, and
 * whether a digit or letter is a character or half of one. Blanks never count: newspapers justify by them, and the text is set
 * anew.
 */
export interface Billing {
  /** Characters of full width: Chinese ones, and symbols such as ● № ×. */
  wide: number;
  /** Digits, letters and symbols of half width, mask signs among them. */
  half: number;
  /** Punctuation of full width. */
  wideMarks: number;
  /** Punctuation of half width. */
  halfMarks: number;
  /** Lines by the characters that a line takes. */
  lines: Map<number, number>;
}

/** Usual columns of classified notices, in characters a line. */
export const WIDTHS: readonly number[] = Array.from({ length: 15 }, (_, index) => index + 10);

/** How a paper counts. */
export interface Counting {
  marks: "with" | "without";
  /** How much a character of half width is. */
  half: 1 | 0.5;
}

/** The characters by a way of counting; a half that is left over is a whole one. */
export function characters({ wide, half, wideMarks, halfMarks }: Omit<Billing, "lines">, { marks, half: weight }: Counting): number {
  const narrow = half + (marks === "with" ? halfMarks : 0);
  return wide + (marks === "with" ? wideMarks : 0) + Math.ceil(narrow * weight);
}

const enum Class {
  /** What ends a paragraph. */
  End,
  Blank,
  /** What takes no room: combining marks, what cannot be seen, the second half of a pair. */
  Nothing,
  Wide,
  Half,
  WideMark,
  HalfMark,
}

const BLANK = /[\p{Zs}\t\v\f]/u;
const NOTHING = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cn}\p{Cs}\ufe0f]/u;
const MARK = /\p{P}/u;
/** In Unicode punctuation, on a bill a character: mask signs, units, and what stands for a word or before an item. */
const SYMBOL = /[*＊%％‰&＆@＠#＃§※†‡•●○]/u;
/** Latin and half-width forms; the dashes, dots and quotation marks that Chinese sets in full width are not among them. */
const NARROW = /[\u0020-\u007e\u00a1-\u00a6\u00a9-\u00af\u00b5\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f\u20a9\uff61-\uffdc\uffe8-\uffee]/u;

function classOf(character: string): Class {
  if (character === "\n") return Class.End;
  if (BLANK.test(character)) return Class.Blank;
  if (NOTHING.test(character)) return Class.Nothing;
  const mark = MARK.test(character) && !SYMBOL.test(character);
  return NARROW.test(character) ? (mark ? Class.HalfMark : Class.Half) : mark ? Class.WideMark : Class.Wide;
}

/** The classes of the characters of the basic plane that were met so far, one higher: a text has few different ones. */
const met = new Uint8Array(0x10000);

function kindOf(unit: number): Class {
  const known = met[unit]!;
  if (known > 0) return known - 1;
  const kind = classOf(String.fromCharCode(unit));
  met[unit] = kind + 1;
  return kind;
}

/**
 * Counts a text; line ends are `\n`, each begins a paragraph, and each paragraph a line. Lines are filled to their last half
 * character whatever stands at their ends, so a layout program that keeps commas off the start of a line may need one more.
 */
export function billing(text: string, widths: readonly number[] = WIDTHS): Billing {
  const sums = new Uint32Array(7);
  const lines = new Map(widths.map((width) => [width, 0]));
  // Halves of a line, one after the other: 1 where a character starts, 0 in the middle of one of full width.
  const halves = new Uint8Array(2 * text.length);
  let filled = 0;
  const paragraph = (): void => {
    for (const width of widths) lines.set(width, lines.get(width)! + linesOf(halves, filled, 2 * width));
    filled = 0;
  };
  // Blanks between two words of letters or digits are set, all others are justification.
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Beyond the basic plane there are rare Chinese characters (as in names), and pictures: all of full width.
    const kind: Class = unit >= 0xd800 && unit < 0xdc00 && pairs(text, i) ? Class.Wide : kindOf(unit);
    sums[kind]!++;
    if (kind === Class.End) {
      paragraph();
      gap = false;
    } else if (kind === Class.Blank) {
      gap ||= filled > 0 && kindOf(text.charCodeAt(i - 1)) === Class.Half;
    } else if (kind !== Class.Nothing) {
      if (gap && kind === Class.Half) halves[filled++] = 1;
      gap = false;
      halves[filled++] = 1;
      if (kind === Class.Wide || kind === Class.WideMark) halves[filled++] = 0;
    }
  }
  paragraph();
  return { wide: sums[Class.Wide]!, half: sums[Class.Half]!, wideMarks: sums[Class.WideMark]!, halfMarks: sums[Class.HalfMark]!, lines };
}

function pairs(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next < 0xe000;
}

/** How many lines a paragraph fills: from line end to line end in one step each, one half back where a character is cut. */
function linesOf(halves: Uint8Array, filled: number, room: number): number {
  let lines = 0;
  for (let at = 0; at < filled; lines++) {
    at += room;
    if (at < filled && halves[at] === 0) at--;
  }
  return lines;
}
