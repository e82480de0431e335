// What a person does on the page, in a browser. The set that is open is the sample of `dev/`, or another with a stage
// whose condition compares scores with numbers.

import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { openPage, startBrowser, startProgram } from "./browser.mjs";

let program;
let browser;
let page;
let problems;

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
});

after(async () => {
  await browser.close();
  program.stop();
});

beforeEach(async () => {
  ({ page, problems } = await openPage(browser, program.address));
  await page.locator(".stages tbody tr").first().waitFor();
  await page.locator(".rows-body .row:not(.loading)").first().waitFor();
});

afterEach(async () => {
  await page.context().close();
  assert.deepEqual(problems, []);
});

const countOf = async (stage) =>
  Number(
    (await page.locator(".stages tbody tr", { hasText: stage }).locator("td.number").first().innerText()).replace(
      /\D/g,
      "",
    ),
  );
/** The texts that differ from the saved ones. */
const drafts = () =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith("leadrules-draft:"))
      .map(([, text]) => text)
      .join("\n"),
  );
const highestStage = () => page.locator(".stages tbody tr th").first().innerText();
const chartHandle = () => page.locator("figures-pane .chart .handle.across").first();

test("the token leaves the address and stays for a reload", async () => {
  assert.ok(!page.url().includes("#"));
  await page.reload();
  await page.locator(".stages tbody tr").first().waitFor();
});

test("dragging a bar edits the number in the text and moves the figures", async () => {
  const handle = chartHandle();
  const label = await handle.getAttribute("aria-label");
  const was = Number(await handle.getAttribute("aria-valuenow"));
  const stage = label.split(" ")[0];
  const leads = await countOf(stage);
  const box = await handle.locator("line").boundingBox();
  await page.mouse.move(box.x, box.y + 40);
  await page.mouse.down();
  // Who is at a stage may be kept there: a lower bar moves more.
  await page.mouse.move(box.x - 40, box.y + 40, { steps: 6 });
  await page.mouse.up();
  const now = Number(await handle.getAttribute("aria-valuenow"));
  assert.ok(now < was, `${now} < ${was}`);
  assert.match(await drafts(), new RegExp(`>= ${now}\\b`));
  await page.waitForFunction(() => document.querySelector(".stages .change") !== null);
  assert.notEqual(await countOf(stage), leads);
  await page.locator("text-pane .cm-content").click();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(
    (value) => document.querySelector("figures-pane .handle").getAttribute("aria-valuenow") === value,
    String(was),
  );
});

test("a bar that is dragged past another moves alone, and is undone at once", async () => {
  const handles = page.locator("figures-pane .chart").first().locator(".handle.across");
  const places = async () => handles.evaluateAll((all) => all.map((one) => Number(one.getAttribute("aria-valuenow"))));
  const before = await places();
  assert.ok(before.length > 1);
  const low = before.indexOf(Math.min(...before));
  const boxes = await Promise.all(before.map((_, at) => handles.nth(at).locator("line").boundingBox()));
  const [from, past] = [boxes[low], boxes[before.indexOf(Math.max(...before))]];
  await page.mouse.move(from.x, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 5, from.y + 40, { steps: 3 });
  // As slow as a hand that hesitates.
  await page.waitForTimeout(800);
  await page.mouse.move(past.x + 30, from.y + 40, { steps: 15 });
  await page.mouse.up();
  const after = await places();
  assert.ok(after[low] > Math.max(...before), `${after} for ${before}`);
  assert.deepEqual(
    after.filter((_, at) => at !== low),
    before.filter((_, at) => at !== low),
  );
  await page.locator("text-pane .cm-content").click();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(
    (was) =>
      [...document.querySelector("figures-pane .chart").querySelectorAll(".handle.across")].every(
        (one, at) => Number(one.getAttribute("aria-valuenow")) === was[at],
      ),
    before,
  );
});

test("the arrow keys move a bar that has the focus", async () => {
  const handle = chartHandle();
  const was = Number(await handle.getAttribute("aria-valuenow"));
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(Number(await handle.getAttribute("aria-valuenow")), was + 11);
});

test("a click on a lead shows an explanation that adds up, and each line leads to its rule", async () => {
  await page.locator(".rows-body .row").first().click();
  const drawer = page.locator(".drawer");
  await drawer.locator(".sum-lines").first().waitFor();
  for (const section of await drawer.locator(".explained", { has: page.locator(".total") }).all()) {
    const points = (await section.locator(":scope > .sum-lines tr:not(.group, .total) td").allInnerTexts()).map(
      (text) => Number(text.replace("−", "-").replace(",", "")),
    );
    const total = Number((await section.locator(".total td").innerText()).replace(",", ""));
    assert.equal(Math.round(points.reduce((sum, one) => sum + one, 0) * 100) / 100, total);
    assert.equal(Number((await section.locator("h4 .sum").innerText()).replace(",", "")), total);
  }
  const rule = drawer.locator(".sum-lines .link").first();
  const [, line] = (await rule.getAttribute("title")).split(":");
  await rule.click();
  assert.equal(await page.locator("text-pane .cm-activeLineGutter").innerText(), line);
  await drawer.locator(".close").focus();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  assert.ok(await page.locator(".rows").evaluate((rows) => rows === document.activeElement));
});

test("a lead becomes a test at the end of the first file", async () => {
  await page.locator(".rows-body .row").first().click();
  await page.locator(".drawer .sum-lines").first().waitFor();
  await page.getByRole("button", { name: "Make it a test" }).click();
  await page.locator(".cm-content", { hasText: "expect stage is" }).waitFor();
  await page.locator(".saved-state.dirty").waitFor();
});

test("the table is searched, filtered, sorted and walked by keys", async () => {
  const total = await page.locator("leads-pane [role=status]").innerText();
  await page.locator("leads-pane .search").fill("zzzz");
  await page.getByText("No lead fits this filter.").waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.locator("leads-pane [role=status]", { hasText: total }).waitFor();
  const stage = await highestStage();
  await page.locator(".stages tbody tr th button").first().click();
  await page.waitForFunction((text) => document.querySelector("leads-pane [role=status]").innerText !== text, total);
  assert.deepEqual([...new Set(await page.locator(".rows-body .badge").allInnerTexts())], [stage]);
  await page.getByRole("button", { name: "Clear" }).click();
  const score = page.locator(".row.head .points").first();
  await score.getByRole("button").click();
  await page.locator('.row.head .points[aria-sort="descending"]').waitFor();
  await score.getByRole("button").click();
  await page.locator('.row.head .points[aria-sort="ascending"]').waitFor();
  await page.locator(".rows").focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => {
    const rows = document.querySelector(".rows");
    return rows.querySelector(".row.active")?.getAttribute("aria-rowindex") === rows.getAttribute("aria-rowcount");
  });
  await page.keyboard.press("Enter");
  await page.locator(".drawer").waitFor();
});

test("the forms edit the text", async () => {
  await page.getByRole("button", { name: "Form", exact: true }).click();
  const slider = page.locator(".field input[type=range]").first();
  const number = page.locator(".field input[type=number]").first();
  const was = Number(await number.inputValue());
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(Number(await number.inputValue()), was + 1);
  await number.fill(String(was + 7));
  await number.press("Enter");
  await page.getByRole("button", { name: "Text", exact: true }).click();
  assert.match(await drafts(), new RegExp(`>= ${was + 7}\\b`));
});

test("a draft survives a reload, and can be discarded", async () => {
  const handle = chartHandle();
  const was = await handle.getAttribute("aria-valuenow");
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.locator(".saved-state:not(.dirty)").waitFor();
  await page.waitForFunction(
    (value) => document.querySelector("figures-pane .handle")?.getAttribute("aria-valuenow") === value,
    was,
  );
});

test("errors keep the last figures, grey, and findings lead to their place", async () => {
  await page.locator("text-pane .cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\npromise {");
  await page.locator(".finding.error").first().waitFor();
  await page.locator(".cards.stale .stages").waitFor();
  await page.locator(".finding-jump").first().click();
  await page.keyboard.press("Control+z");
  await page.locator(".cards:not(.stale)").waitFor();
});

test("Dutch, French and English, light and dark", async () => {
  await page.getByRole("button", { name: "Français" }).click();
  await page.getByRole("heading", { name: "Leur effet" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByRole("heading", { name: "Wat ze doen" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "nl");
  await page.locator(".theme").click();
  await page.locator(".theme").click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.reload();
  await page.getByRole("heading", { name: "Wat ze doen" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

test("the page stays within a narrow screen", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const language of ["Nederlands", "Français", "English"]) {
    await page.getByRole("button", { name: language }).click();
    for (const pane of await page.locator(".pane-tabs button").all()) {
      await pane.click();
      const name = await pane.innerText();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, `${language}: ${name}`);
    }
  }
});
