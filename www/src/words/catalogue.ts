import type { Lang } from "../../../crate/wasm/api.d.ts";
import { en } from "./en.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh-cn.ts";

/** Every word of the page (文案), by language; nothing in it is written anywhere else, but for what `index.html` shows before it starts. */
export const catalogue: Record<Lang, Words> = { zh, en };
