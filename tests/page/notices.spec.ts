import type { Page } from "@playwright/test";
import { breaches, copyAll, drawn, expect, MOD, outside, paste, picture, replace, scrolls, showTools, test } from "./fixtures.ts";

/** Invented: too short a period by the law of that day, and a signature with another character in the name. */
const BODY = "榆川市春榆商贸有限公司";
const SIGNATURE = "榆川市春榆商茂有限公司";
const REDUCTION = `减资公告
${BODY}（统一社会信用代码91220104MA0Y1A2B3Q）经股东会决议，注册资本由500万元减至100万元，请债权人自公告之日起30日内要求清偿债务或提供担保。特此公告。
${SIGNATURE}
2024年8月11日`;

/** Nothing says that the paper is void, and the credit code has two characters swapped. */
const WRONG_CODE = "52220104MJX3145798";
const LOSS = `遗失启事
榆川市禾安居家养老服务中心（统一社会信用代码${WRONG_CODE}）公章遗失。`;

/** A right one: nothing speaks against it. */
const CLEAN = `遗失声明
周广林将收据丢失，收据号00251306，声明作废。`;

const FILL = "这一行没有号码，也不是公告。\n".repeat(40);

const selection = () => getSelection()?.toString() ?? "";
const group = (page: Page, name: string) => page.locator(".group").filter({ has: page.locator("h2", { hasText: name }) });
const remark = (page: Page, text: string | RegExp) => page.locator(".item.remark", { hasText: text });

test.beforeEach(async ({ kanyan }) => {
  await showTools(kanyan);
  await kanyan.locator("#day").fill("2024-08-11");
  await kanyan.locator(".cm-content").focus();
});

test("the sample: one heading a notice, in text order, each with type, verdict and its own numbers", async ({ kanyan }) => {
  await kanyan.locator("#sample").click();
  await expect(kanyan.locator(".group")).toHaveCount(9);
  const folds = await kanyan.locator(".group").evaluateAll((all) =>
    all.map((one) => ({
      name: one.querySelector("h2 strong")!.textContent,
      sign: one.querySelector("h2 .sign .word")!.textContent,
      about: one.querySelector("h2 .about")?.textContent ?? "",
      rows: [...one.querySelectorAll(".item:not(.remark) .value")].map((value) => value.textContent),
    })),
  );
  expect(folds.map(({ name }) => name)).toEqual(["解除劳动合同、返岗公告", ...Array(6).fill("遗失声明"), "减资公告", "民办非企业、社团注销公告"]);
  // The title where it is in other words, and who the notice is about.
  expect(folds[0]!.about).toContain("解除劳动合同公告");
  expect(folds[6]!.about).toContain("怀德镇孟家种植专业合作社");
  expect(folds[7]!.about).not.toContain("减资公告");
  // The worst of its parts.
  expect(folds[0]!.sign).toBe("存疑");
  expect(folds[4]!.sign).toBe("有误");
  expect(folds[7]!.sign).toBe("有误");
  // What is wrong comes first among its numbers.
  expect(folds[0]!.rows[0]).toBe("2201871979********");
  expect(folds[4]!.rows[0]).toBe("2019年11月31日");
  expect(folds[7]!.rows[0]).toBe("91220104MA0Y7K3D96");
  expect(folds[5]!.rows).toEqual(["241800元", "00251306", "3842元", "00251307"]);
  // The slip in the name is told on top of its notice.
  await expect(kanyan.locator(".group").nth(7).locator(".item").first()).toContainText("春愉");
});

test("what is missing or disagrees stands on top, the heaviest first, with its weight in a word", async ({ kanyan }) => {
  await paste(kanyan, REDUCTION);
  await expect(remark(kanyan, "30日")).toContainText("存疑");
  await expect(remark(kanyan, "没有联系人")).toContainText("提示");
  const kinds = await kanyan.locator(".group .item").evaluateAll((all) => all.map((item) => item.className));
  const order = kinds.map((kind) => ["item remark wrong", "item remark doubtful", "item remark hint"].indexOf(kind)).map((at) => (at < 0 ? 3 : at));
  expect(order).toEqual([...order].sort());
  // The bar counts them with the numbers, the screen reader hears of the notice.
  const doubtful = await kanyan.locator(".item.doubtful").count();
  await expect(kanyan.locator(".count.doubtful .number")).toHaveText(String(doubtful));
  await expect(kanyan.locator("#status")).toHaveText(/；1 则公告，其中 1 则有问题。$/);
});

test("numbers of no notice have a group of their own, behind", async ({ kanyan }) => {
  await paste(kanyan, `${CLEAN}\n\n${FILL}本报统一社会信用代码：91110000000000000E`);
  await expect(kanyan.locator(".group h2 strong").last()).toHaveText("不在公告里的号码");
  await expect(group(kanyan, "不在公告里的号码").locator(".item")).toContainText("91110000000000000E");
  await expect(group(kanyan, "遗失声明").locator(".item")).toContainText("00251306");
});

test("a remark of two places selects the one and shows both; once more, and the other is selected", async ({ kanyan }) => {
  // Nothing is above it, so the details have no room there.
  await paste(kanyan, `${REDUCTION}\n\n${FILL}`);
  const names = remark(kanyan, SIGNATURE);
  await expect(names.locator(".places")).toHaveText("涉及 2 处");
  await names.click();
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  await expect.poll(() => kanyan.evaluate(selection)).toMatch(new RegExp(`^(${BODY}|${SIGNATURE})$`));
  const first = await kanyan.evaluate(selection);
  await expect.poll(async () => (await kanyan.locator(".cm-content .chosen").allInnerTexts()).sort()).toEqual([SIGNATURE, BODY].sort());
  for (const place of await kanyan.locator(".cm-content .chosen").all()) await expect(place).toBeInViewport();
  // What is told of it does not lie over either of them.
  await expect(kanyan.locator(".cm-tooltip.details")).toBeInViewport();
  await drawn(kanyan);
  const box = (await kanyan.locator(".cm-tooltip.details").boundingBox())!;
  for (const place of await kanyan.locator(".cm-content .chosen").all()) {
    const at = (await place.boundingBox())!;
    expect(at.y + at.height <= box.y + 1 || at.y >= box.y + box.height - 1, "the details cover a place").toBe(true);
  }
  await expect(names).toHaveAttribute("aria-current", "true");
  await names.click();
  await expect.poll(() => kanyan.evaluate(selection)).toBe(first === BODY ? SIGNATURE : BODY);
  await expect(kanyan.locator(".cm-content .chosen")).toHaveCount(2);
  // Elsewhere nothing is chosen any more.
  await kanyan.keyboard.press("ArrowRight");
  await kanyan.keyboard.press("ArrowRight");
  await expect(kanyan.locator(".cm-content .chosen")).toHaveCount(0);
});

test.describe("characters that only look like an ideograph", () => {
  const GIVEN = "遗失声明\n榆川市⺠⽤⼯贸有限公司遗失公章，公章编码2203811725406，声明作废。\n2024年4⽉9⽇";
  const MEANT = "遗失声明\n榆川市民用工贸有限公司遗失公章，公章编码2203811725406，声明作废。\n2024年4月9日";

  test("are read as it, told, put right in one step, and copied out as it", async ({ kanyan }) => {
    await paste(kanyan, GIVEN);
    await expect(kanyan.locator(".fold")).toContainText("榆川市民用工贸有限公司");
    await expect(kanyan.locator(".item .value", { hasText: "2024年4月9日" })).toHaveCount(1);
    expect(await copyAll(kanyan)).toBe(MEANT);
    await expect(kanyan.locator(".cm-content")).toContainText("⺠⽤⼯");
    const told = kanyan.locator("li.row", { hasText: "部首字符" });
    await expect(told).toContainText("有 5 个字（民、用、工、月、日）");
    await told.getByRole("button", { name: /^修正/ }).click();
    await expect(kanyan.locator("#done")).toContainText("5 个部首字符");
    await expect(kanyan.locator(".cm-content")).not.toContainText(/[⺠⽤⼯⽉⽇]/u);
    await expect(told).toHaveCount(0);
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press(`${MOD}+z`);
    await expect(kanyan.locator(".cm-content")).toContainText("⺠⽤⼯");
    await kanyan.locator("#bulk .all.fix").click();
    await expect(kanyan.locator(".cm-content")).not.toContainText(/[⺠⽤⼯⽉⽇]/u);
    await expect(kanyan.locator("#bulk .all.fix")).toBeHidden();
  });
});

test("of a notice without numbers that nothing speaks against it is said so", async ({ kanyan }) => {
  await paste(kanyan, "声明\n网上流传的消息与本公司无关，特此声明。\n榆川市民用工贸有限公司");
  await expect(kanyan.locator(".fold")).toContainText("未见问题");
  await expect(kanyan.locator(".fold")).toContainText("没有号码");
  await expect(kanyan.locator(".fold")).not.toContainText("合式");
});

test("remarks are marked by a line of their own, below that of a number, which it leaves whole", async ({ kanyan }) => {
  await paste(kanyan, REDUCTION);
  const period = kanyan.locator(".cm-content .kn", { hasText: "30日" });
  await expect(period).toHaveText("30日");
  const inside = period.locator(".kp.doubtful");
  await expect(inside).toHaveText("30日");
  const look = (style: "borderBottomStyle" | "textDecorationStyle") => (mark: Element, name: string) => getComputedStyle(mark)[name as typeof style];
  expect(await inside.evaluate(look("borderBottomStyle"), "borderBottomStyle")).toBe("double");
  expect(await period.evaluate(look("textDecorationStyle"), "textDecorationStyle")).toBe("dotted");
  const hint = kanyan.locator(".cm-content .kp.hint").first();
  expect(await hint.evaluate(look("borderBottomStyle"), "borderBottomStyle")).toBe("dotted");
  // Pointing at it tells both of the number and of the notice.
  await inside.hover();
  const details = kanyan.locator(".cm-tooltip-hover .details");
  await expect(details).toContainText("期限");
  await expect(details.locator(".whole")).toContainText("减资公告");
  await expect(details.locator(".whole")).toContainText("短于法律规定");
});

test("folding: by pointer and by keyboard, and it stays while one types", async ({ kanyan }) => {
  await paste(kanyan, `${REDUCTION}\n\n${CLEAN}`);
  const first = group(kanyan, "减资公告");
  const button = first.getByRole("button", { name: /减资公告/ });
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(first.locator(".item").first()).toBeHidden();
  await expect(group(kanyan, "遗失声明").locator(".item").first()).toBeVisible();

  // The type, the title and the name change under the fingers: it is the same notice.
  await kanyan.locator(".cm-content").focus();
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.keyboard.insertText("关于");
  await expect(kanyan.locator(".group").first().locator(".about")).toContainText("关于减资公告");
  await expect(kanyan.locator(".fold").first()).toHaveAttribute("aria-expanded", "false");

  // The arrows pass over what is folded away; right and left unfold and fold.
  await kanyan.locator(".fold").first().focus();
  await kanyan.keyboard.press("ArrowDown");
  await expect(kanyan.locator(".fold").nth(1)).toBeFocused();
  await kanyan.keyboard.press("ArrowUp");
  await kanyan.keyboard.press("ArrowRight");
  await expect(kanyan.locator(".fold").first()).toHaveAttribute("aria-expanded", "true");
  await kanyan.keyboard.press("ArrowDown");
  await expect(kanyan.locator(".item").first()).toBeFocused();
  await kanyan.keyboard.press("ArrowLeft");
  await expect(kanyan.locator(".fold").first()).toBeFocused();
  await kanyan.keyboard.press("ArrowLeft");
  await expect(kanyan.locator(".fold").first()).toHaveAttribute("aria-expanded", "false");
  await kanyan.keyboard.press("Enter");
  await expect(kanyan.locator(".fold").first()).toHaveAttribute("aria-expanded", "true");
  await expect(kanyan.locator('.notices button[tabindex="0"]')).toHaveCount(1);
});

test("where the cursor is in a notice that is folded, its heading is the current one", async ({ kanyan }) => {
  await paste(kanyan, REDUCTION);
  await kanyan.locator(".fold").click();
  await kanyan.locator(".cm-content").focus();
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.keyboard.press("F8");
  await expect(kanyan.locator(".fold")).toHaveAttribute("aria-current", "true");
});

test("only problems: what needs no look is left out, also while one types, until it is switched off", async ({ kanyan }) => {
  await paste(kanyan, `${REDUCTION}\n\n${CLEAN}\n\n${LOSS}`);
  const filter = kanyan.getByRole("button", { name: "只看问题" });
  await expect(filter).toHaveAttribute("aria-pressed", "false");
  await expect(kanyan.locator(".group")).toHaveCount(3);
  const all = await kanyan.locator(".item").count();
  const sizes = await kanyan.locator(".fold .size").allInnerTexts();
  await filter.click();
  await expect(filter).toHaveAttribute("aria-pressed", "true");
  await expect(kanyan.locator(".group")).toHaveCount(2);
  const kinds = await kanyan.locator(".item").evaluateAll((items) => items.map((item) => item.className));
  expect(kinds.length).toBeLessThan(all);
  for (const kind of kinds) expect(kind).toMatch(/\b(wrong|doubtful|exposed)\b/);
  // A heading tells of all its numbers.
  await expect.poll(() => kanyan.locator(".fold .size").allInnerTexts()).toEqual([sizes[0], sizes[2]]);

  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.locator(".cm-content").focus();
  await kanyan.keyboard.press("ControlOrMeta+End");
  await kanyan.keyboard.type("，完");
  await expect(filter).toHaveAttribute("aria-pressed", "true");
  await expect(kanyan.locator(".item.rest, .item.hint")).toHaveCount(0);
  await replace(kanyan, CLEAN);
  await expect(kanyan.locator(".group")).toHaveCount(0);
  await expect(kanyan.locator("#findings .note")).toContainText("没有查出问题");
  await filter.click();
  await expect(kanyan.locator(".group")).toHaveCount(1);
  // Remembered by nobody.
  expect(await kanyan.evaluate(() => [localStorage.length, sessionStorage.length, location.hash])).toEqual([0, 0, ""]);
});

test("F8 goes through the problems of numbers and notices alike, in the order of the text", async ({ kanyan }) => {
  await paste(kanyan, `${REDUCTION}\n\n${CLEAN}\n\n${LOSS}`);
  await kanyan.keyboard.press("ControlOrMeta+Home");
  const text = (await copyAll(kanyan)).replaceAll("\r\n", "\n");
  await kanyan.keyboard.press("ControlOrMeta+Home");
  const walk = async (key: string) => {
    // Where it stands: each of these is there once but for a full stop, which is told by what is before it.
    const where = () =>
      kanyan.evaluate(() => {
        const selection = getSelection()!;
        const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
        const before = (node: Node, offset: number) => {
          const range = document.createRange();
          range.setStart(document.querySelector(".cm-content")!, 0);
          range.setEnd(node, offset);
          return range.toString().length;
        };
        return { at: Math.min(before(anchorNode!, anchorOffset), before(focusNode!, focusOffset)), told: selection.toString() };
      });
    const seen: { at: number; told: string }[] = [];
    for (;;) {
      const last = await where();
      await kanyan.keyboard.press(key);
      await expect.poll(where).not.toEqual(last);
      const { at, told } = await where();
      if (seen.some((place) => place.at === at)) return seen;
      seen.push({ at, told });
    }
  };
  const forth = await walk("F8");
  expect(forth.map(({ at }) => at)).toEqual(forth.map(({ at }) => at).sort((a, b) => a - b));
  const told = forth.map((place) => place.told);
  for (const wanted of ["30日", WRONG_CODE, "。"]) expect(told, told.join()).toContain(wanted);
  expect(told.includes(BODY) || told.includes(SIGNATURE), told.join()).toBe(true);
  // No number that is in order, and no hint.
  for (const place of told) expect(["91220104MA0Y1A2B3Q", "00251306"]).not.toContain(place);
  for (const place of told) expect(text).toContain(place);
  await kanyan.keyboard.press("ControlOrMeta+Home");
  const back = await walk("Shift+F8");
  expect(back.map(({ at }) => at)).toEqual(forth.map(({ at }) => at).reverse());
});

test("a remark by keyboard alone: into the list, down, Enter, and its details", async ({ kanyan }) => {
  await paste(kanyan, REDUCTION);
  await kanyan.getByRole("button", { name: "只看问题" }).focus();
  await kanyan.keyboard.press("Tab");
  await expect(kanyan.locator(".fold")).toBeFocused();
  for (;;) {
    await kanyan.keyboard.press("ArrowDown");
    const focused = kanyan.locator(".item:focus");
    if ((await focused.innerText()).includes(SIGNATURE)) break;
  }
  await kanyan.keyboard.press("Enter");
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  await expect(kanyan.locator(".cm-content .chosen")).toHaveCount(2);
  await expect(kanyan.locator(".cm-tooltip.details .whole")).toContainText(SIGNATURE);
  await kanyan.keyboard.press("Escape");
  await expect(kanyan.locator(".cm-tooltip.details")).toHaveCount(0);
  await kanyan.keyboard.press("ArrowLeft");
  await kanyan.keyboard.press("Alt+Enter");
  await expect(kanyan.locator(".cm-tooltip.details .whole")).toContainText(SIGNATURE);
});

test.describe("typing, while the pause after which a notice is judged never ends", () => {
  test.beforeEach(async ({ kanyan }) => {
    await kanyan.evaluate(() => {
      const { setTimeout } = window;
      window.setTimeout = ((run: () => void, after: number, ...more: unknown[]) => (after === 700 ? 0 : setTimeout(run, after, ...more))) as typeof window.setTimeout;
    });
  });

  test("half a notice is not reproached with what it still lacks, until the cursor moves", async ({ kanyan }) => {
    const half = "遗失启事\n周广林将收据丢失，收据号00251306，特此";
    await kanyan.keyboard.insertText(half);
    await expect(kanyan.locator(".item")).not.toHaveCount(0);
    await expect(kanyan.locator(".item.remark")).toHaveCount(0);
    await kanyan.keyboard.press("ArrowLeft");
    await expect(remark(kanyan, "作废")).toHaveCount(1);
    // What was told stays while one types on, and goes when it is put right.
    await kanyan.keyboard.press("ArrowRight");
    await kanyan.keyboard.insertText("，");
    await expect(remark(kanyan, "作废")).toHaveCount(1);
    await kanyan.keyboard.insertText("声明作废");
    await expect(remark(kanyan, "作废")).toHaveCount(0);
  });
});

test("after a pause it is told", async ({ kanyan }) => {
  await kanyan.keyboard.insertText("遗失启事\n周广林将收据丢失，收据号00251306，特此");
  await expect(remark(kanyan, "作废")).toHaveCount(1);
});

test("the same number in many notices: one place, told of a few, and all in the list", async ({ kanyan }) => {
  await paste(kanyan, `${CLEAN}\n\n`.repeat(300));
  await expect(kanyan.locator(".group")).not.toHaveCount(0);
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.locator(".cm-content .kn").first().click();
  await kanyan.keyboard.press("Alt+Enter");
  await expect(kanyan.locator(".cm-tooltip.details")).toContainText("00251306");
  await expect.poll(() => kanyan.locator(".cm-tooltip.details .whole li").count()).toBeLessThanOrEqual(6);
});

test("rows stay what they are while a name in the notice is being typed", async ({ kanyan }) => {
  await paste(kanyan, REDUCTION);
  await kanyan.evaluate(() => document.querySelectorAll(".group, .fold, .item").forEach((part, index) => part.setAttribute("data-test", String(index))));
  const marked = await kanyan.locator("[data-test]").count();
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.keyboard.press("ArrowDown");
  await kanyan.keyboard.press("Home");
  await kanyan.keyboard.type("大");
  await expect(kanyan.locator(".fold .about")).toContainText(`大${BODY}`);
  await expect(kanyan.locator("[data-test]")).toHaveCount(marked);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("groups, folded and filtered, and both places are within the rules for everybody", async ({ kanyan }) => {
      await paste(kanyan, `${REDUCTION}\n\n${CLEAN}\n\n${LOSS}`);
      await kanyan.locator(".fold").nth(1).click();
      await remark(kanyan, SIGNATURE).click();
      await expect(kanyan.locator(".cm-tooltip.details")).toBeInViewport();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `notices-${colorScheme}`);
      await kanyan.locator(".filter").click();
      await kanyan.locator("#lang").click();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `notices-only-problems-${colorScheme}`);
    });
  });
}

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test("headings, remarks and details keep to its width", async ({ kanyan }) => {
    await paste(kanyan, `${REDUCTION}\n\n${LOSS}`);
    await remark(kanyan, SIGNATURE).click();
    await expect(kanyan.locator(".cm-tooltip.details")).toBeInViewport();
    await drawn(kanyan);
    await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
    await expect.poll(() => outside(kanyan)).toEqual([]);
    const details = (await kanyan.locator(".cm-tooltip.details").boundingBox())!;
    expect(details.x).toBeGreaterThan(-1);
    expect(details.x + details.width).toBeLessThan(361);
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, "notices-narrow");
  });
});
