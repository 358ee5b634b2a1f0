import type { Lang } from "../../../crate/wasm/api.d.ts";
import { en } from "./en.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh-cn.ts";

/** Every word of the page (文案), by language. What `index.html` itself says is for browsers in which the page cannot start. */
export const catalogue: Record<Lang, Words> = { zh, en };
