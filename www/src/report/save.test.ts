import { expect, test } from "vitest";
import { saveName } from "./save.ts";

test.each<[string | undefined, string]>([
  [undefined, "核验单 2024-04-10 1640.csv"],
  ["4月11日 公告.docx", "4月11日 公告 核验单 2024-04-10 1640.csv"],
  ["减资.v2.txt", "减资.v2 核验单 2024-04-10 1640.csv"],
  ['a/b\\c:d*e?f"g<h>i|j.pdf', "a_b_c_d_e_f_g_h_i_j 核验单 2024-04-10 1640.csv"],
  ["..hidden\u202e.txt", "hidden_ 核验单 2024-04-10 1640.csv"],
])("%s is saved as %s", (file, want) => {
  expect(saveName(file, "核验单", "2024-04-10T16:40:05+08:00", "csv")).toBe(want);
});
