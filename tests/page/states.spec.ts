import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, picture, test } from "./fixtures.ts";
import type { Page } from "@playwright/test";

const axe = readFileSync(join(__dirname, "../../www/node_modules/axe-core/axe.min.js"), "utf8");

/** Breaches of WCAG 2.2 AA and of good practice, one line each. */
async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
  });
}

test("says what to do, and that nothing leaves the computer", async ({ kanyan }) => {
  await expect(kanyan.locator(".cm-placeholder")).toHaveText("把声明、公告的文字粘贴到这里");
  await expect(kanyan.locator("#findings .note")).toContainText("粘贴到左边");
  await expect(kanyan.locator("footer")).toContainText("不上传、不保存");
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  expect(await breaches(kanyan)).toEqual([]);
  await picture(kanyan, "empty-light");
});

for (const scheme of ["light", "dark"] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test("the checked sample has no breach of accessibility", async ({ kanyan }) => {
      await kanyan.locator("#sample").click();
      await kanyan.waitForTimeout(100);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `sample-${scheme}`);
    });
  });
}
