/**
 * Reads a tape (see `objects.rs`) into plain objects.
 *
 * Made one by one from the other side, the properties of a report cost several times as much as its checking: every
 * string crosses the border alone. Here all text crosses at once, and the strings are slices of it.
 */

/** The names of an object's properties by their list: filled as lists are met, the same for every engine. */
const shapes = new Map();

/** Where the reading is. {@link portions} puts its place aside while it pauses, so one place is enough. */
let text = "";
let tape = new Uint32Array();
let at = 0;
let from = 0;
let known = [];
let names = [];

/**
 * @param {string} allText
 * @param {Uint32Array} wholeTape
 * @returns {unknown}
 */
export function objects(allText, wholeTape) {
  open(allText, wholeTape);
  const made = value();
  close();
  return made;
}

/** So many entries are read between two pauses: a fraction of a millisecond. */
const PORTION = 2000;

/**
 * The same for a large report, which is an object: with pauses. Its lists are read item by item, and at each pause the share
 * of the tape that is read (0–1) is told. Other tapes may be read meanwhile.
 *
 * @param {string} allText
 * @param {Uint32Array} wholeTape
 * @returns {Generator<number, unknown, void>}
 */
export function* portions(allText, wholeTape) {
  open(allText, wholeTape);
  const report = {};
  let paused = at;
  for (const key of names[tape[at++] >>> 3]) {
    if ((tape[at] & 7) !== 5) {
      report[key] = value();
      continue;
    }
    const list = (report[key] = []);
    for (let left = tape[at++] >>> 3; left > 0; left--) {
      list.push(value());
      if (at - paused < PORTION) continue;
      const aside = { at, from, known, names };
      close();
      yield aside.at / wholeTape.length;
      text = allText;
      tape = wholeTape;
      ({ at, from, known, names } = aside);
      paused = at;
    }
  }
  close();
  return report;
}

function open(allText, wholeTape) {
  text = allText;
  tape = wholeTape;
  at = 0;
  from = 0;
  known = [];
  names = [];
  for (let count = tape[at++]; count > 0; count--) names.push(shape(slice(tape[at++])));
}

/** Nothing of a report is kept. */
function close() {
  text = "";
  tape = new Uint32Array();
  known = [];
  names = [];
}

function shape(list) {
  let shape = shapes.get(list);
  if (shape === undefined) shapes.set(list, (shape = list.split(",")));
  return shape;
}

function slice(length) {
  const start = from;
  from += length;
  return text.slice(start, from);
}

function value() {
  const entry = tape[at++];
  const n = entry >>> 3;
  switch (entry & 7) {
    case 0:
      return n;
    case 1: {
      const high = tape[at++];
      return high * 0x1_0000_0000 + tape[at++];
    }
    case 2:
      return slice(n);
    case 3: {
      const string = slice(n);
      known.push(string);
      return string;
    }
    case 4:
      return known[n];
    case 5: {
      const list = [];
      for (let i = 0; i < n; i++) list.push(value());
      return list;
    }
    case 6: {
      const keys = names[n];
      const object = {};
      for (let i = 0; i < keys.length; i++) object[keys[i]] = value();
      return object;
    }
    default:
      return n === 0 ? null : n === 1;
  }
}
