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
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 4).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`the three panes, a lead, the forms and a finding in the ${colorScheme}`, async () => {
    const { page, problems } = await openPage(browser, program.address, { colorScheme });
    await page.locator(".rows-body .row:not(.loading)").first().waitFor();
    await page.locator(".proof").first().waitFor();
    assert.deepEqual(await findings(page), [], "panes");
    await page.locator("figures-pane .handle").first().focus();
    await page.keyboard.press("ArrowRight");
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
