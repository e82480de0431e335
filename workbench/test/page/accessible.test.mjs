// axe-core finds nothing, on each part of the page, light and dark.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openPage, startBrowser, startProgram } from "./browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let program;
let browser;

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
});

after(async () => {
  await browser.close();
  program.stop();
});

async function findings(page) {
  // Run by the debugger, which the page's policy doesn't concern.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 4)
        .join(" | ")}`,
  );
}

for (const colorScheme of ["light", "dark"]) {
  test(`the three panes, a lead, the forms and a finding in the ${colorScheme}`, async () => {
    const { page, problems } = await openPage(browser, program.address, { colorScheme });
    await page.locator(".rows-body .row:not(.loading)").first().waitFor();
    await page.locator(".proof").first().waitFor();
    assert.deepEqual(await findings(page), [], "panes");
    await page.locator("figures-pane .handle").first().focus();
    // Who is at a stage may be kept there: a lower bar moves more.
    for (let steps = 0; steps < 8; steps += 1) await page.keyboard.press("ArrowLeft");
    await page.getByRole("button", { name: "Whose edit moves them?" }).click();
    await page.locator(".edits li").first().waitFor();
    await page.locator(".rows-body .row").first().click();
    await page.locator(".drawer .chart svg").waitFor();
    assert.deepEqual(await findings(page), [], "a lead");
    await page.getByRole("button", { name: "Form", exact: true }).click();
    assert.deepEqual(await findings(page), [], "forms");
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await page.locator("text-pane .cm-content").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("\npromise {");
    await page.locator(".finding.error").first().waitFor();
    await page.keyboard.press("Control+f");
    assert.deepEqual(await findings(page), [], "a finding and the search");
    await page.setViewportSize({ width: 360, height: 740 });
    assert.deepEqual(await findings(page), [], "narrow");
    assert.deepEqual(problems, []);
    await page.context().close();
  });
}

test("the start page, the merge of a conflict and the page about a code", async () => {
  const start = await startProgram("--leads", "300", "--start");
  const first = await openPage(browser, start.address);
  await first.page.locator(".samples button").first().waitFor();
  await first.page
    .locator("input[type=file]")
    .setInputFiles([{ name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from("id\n1\n") }]);
  assert.deepEqual(await findings(first.page), [], "start");
  await first.page.locator(".samples button").first().click();
  await first.page.locator(".stages").waitFor();
  await first.page.locator("text-pane .cm-content").click();
  await first.page.keyboard.press("Control+End");
  await first.page.keyboard.insertText("# conflict");
  await first.page.keyboard.press("Control+s");
  await first.page.locator("dialog.merge .cm-merge-revert button").first().waitFor();
  assert.deepEqual(await findings(first.page), [], "merge");
  await first.page.getByRole("button", { name: "Cancel" }).click();
  await first.page.locator("text-pane .cm-content").click();
  await first.page.keyboard.insertText("\njobtitle");
  await first.page.locator(".finding .link").first().click();
  await first.page.locator("dialog.code-page[open]").waitFor();
  assert.deepEqual(await findings(first.page), [], "code");
  assert.deepEqual(first.problems, []);
  await first.page.context().close();
  start.stop();
});
