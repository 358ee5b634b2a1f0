import { createRequire } from "node:module";
import browserslist from "browserslist";

const bcd = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** The oldest version of each browser of the floor, by the names that MDN has for them. */
export const OLDEST = {};
for (const browser of browserslist(null, { path: import.meta.dirname })) {
  const [name, version] = browser.replace("ios_saf", "safari_ios").split(/[ -]/);
  OLDEST[name] = Math.min(Number(version), OLDEST[name] ?? Infinity);
}

/**
 * What some browser of the floor does not know (比下限新), by MDN's tables: names that are global, members that are called on
 * such a name, and those of what it makes. The last are not for a linter, their names are everyday words; a test takes
 * them away from the browser (tests/page/floor.spec.ts).
 */
export function newer() {
  const globals = new Set();
  const members = [];
  const inherited = [];
  const roots = [...Object.entries(bcd.api), ...Object.entries(bcd.javascript.builtins), ["WebAssembly", bcd.webassembly.api]];
  for (const [object, node] of roots) {
    if (node.__compat && !known(node)) {
      if (!/[^\w$]/.test(object)) globals.add(object);
      continue;
    }
    for (const [name, member] of Object.entries(node)) {
      const property = name.replace(/_static$/, "");
      // `x_event`, `secure_context_required` and the like are no names of members.
      if (name === "__compat" || property === object || property.includes("_") || known(member)) continue;
      // What every window or worker has is called by its bare name.
      if (object === "Window" || object === "WorkerGlobalScope") globals.add(property);
      else if (property !== name || object[0] !== object[0].toUpperCase() || SINGLE.has(object)) members.push({ object, property });
      else inherited.push({ object, property });
    }
  }
  return { globals: [...globals], members, inherited };
}

/** Objects of which there is one, under its own name. */
const SINGLE = new Set(["Atomics", "Intl", "JSON", "Math", "Reflect", "WebAssembly"]);

function known({ __compat }) {
  if (!__compat) return true;
  return Object.entries(OLDEST).every(([browser, oldest]) => [__compat.support[browser] ?? []].flat().some((from) => isPlain(from) && since(from) <= oldest));
}

const isPlain = (from) => from.version_added && !from.flags && !from.prefix && !from.alternative_name && !from.version_removed;
const since = (from) => Number.parseFloat(String(from.version_added).replace("≤", ""));
