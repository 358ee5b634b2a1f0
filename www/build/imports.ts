import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

/**
 * The floors of the page (楼层), from the ground up: a file imports from its own folder and from floors below. Folders on one
 * floor are features of their own and know nothing of each other.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ["words"],
  ["elements"],
  ["engine"],
  ["points"],
  ["files"],
  ["editor"],
  ["list", "report", "billing", "tabs"],
  ["shell"],
];

/** What each file imports, by paths below the folder of sources; only what lies in there. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Every file below a folder, with slashes whatever the system has. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join("/"))
    .sort();
}

/** The imports of all files below a folder but its tests, which may look anywhere. Types count: they tie files together as well. */
export function importsIn(folder: string): Imports {
  const sources = filesIn(folder).filter((file) => /(?<!\.test|\.d)\.ts$/.test(file));
  return new Map(sources.map((file) => [file, importsOf(file, readFileSync(join(folder, file), "utf8"))]));
}

/** What one file imports, as paths; a query (`?raw`) is no part of one. */
export function importsOf(file: string, source: string): string[] {
  const named = [...source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"?]*)/g)].map(([, name = ""]) => posix.join(posix.dirname(file), name));
  return [...new Set(named)].filter((name) => !name.startsWith(".."));
}

/** Circles of files, each once, as `a → b → a` from the first of its files by name. */
export function circles(imports: Imports): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) return void found.add(written(path.slice(at)));
    if (done.has(file)) return;
    path.push(file);
    for (const next of imports.get(file) ?? []) walk(next);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) walk(file);
  return [...found].sort();
}

function written(circle: readonly string[]): string {
  const first = circle.reduce((least, file, index) => (file < circle[least]! ? index : least), 0);
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(" → ");
}

/** Imports that lead to a floor above, or across to another feature, as `a → b`; and files on no floor. */
export function climbing(imports: Imports, floors = FLOORS): string[] {
  const floorOf = (file: string) => floors.findIndex((folders) => folders.includes(folderOf(file)));
  return [...imports].flatMap(([file, targets]) => {
    if (floorOf(file) < 0) return [`${file} is on no floor`];
    return targets.filter((to) => folderOf(to) !== folderOf(file) && floorOf(to) >= floorOf(file)).map((to) => `${file} → ${to}`);
  });
}

function folderOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** Names that stand in more than one folder. A file, its test and its styles share one name in one folder. */
export function doubleNames(files: readonly string[]): string[] {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    const name = posix.basename(file).split(".")[0]!;
    folders.set(name, (folders.get(name) ?? new Set()).add(posix.dirname(file)));
  }
  return [...folders].filter(([, in_]) => in_.size > 1).map(([name, in_]) => `${name}: ${[...in_].sort().join(", ")}`);
}
