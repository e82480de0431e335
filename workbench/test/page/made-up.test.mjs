// What only the made-up program can be brought to do: a conflict, a sure fix, the start page, a million leads.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openPage, startBrowser, startProgram } from "./browser.mjs";

let browser;
let program;
let page;
let problems;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

afterEach(async () => {
  await page.context().close();
  program.stop();
  assert.deepEqual(problems, []);
});

async function open(...options) {
  program = await startProgram(...options);
  ({ page, problems } = await openPage(browser, program.address));
}

async function write(text) {
  await page.locator("text-pane .cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

test("a conflict on disk is merged and saved", async () => {
  await open("--leads", "500");
  await page.locator(".stages").waitFor();
  await write("# conflict");
  await page.keyboard.press("Control+s");
  const merge = page.locator("dialog.merge");
  await merge.locator(".cm-merge-revert button").first().waitFor();
  await merge.locator(".cm-merge-revert button").first().click();
  await merge.getByRole("button", { name: "Save this" }).click();
  await merge.waitFor({ state: "detached" });
  await page.locator(".saved-state:not(.dirty)").waitFor();
  const shown = await page.locator("text-pane .cm-content").innerText();
  assert.match(shown, /# conflict/);
});

test("fixes are applied one by one, and all that are certain at once", async () => {
  await open("--leads", "500");
  await page.locator(".stages").waitFor();
  await page.getByRole("tab", { name: "scoring.leadrules" }).click();
  await write("score extra 0..10 {\n  jobtitle is known => +2,5\n}\n");
  await page.getByRole("button", { name: "Mend what is certain" }).click();
  await page.locator(".cm-content", { hasText: "+2.5" }).waitFor();
  await page.locator(".finding-fixes button").first().click();
  await page.locator(".cm-content", { hasText: "job_title is known" }).waitFor();
  await page.locator(".finding.error").waitFor({ state: "detached" });
});

test("an undo goes to the file in which the last edit was", async () => {
  await open("--leads", "500");
  await page.locator(".stages").waitFor();
  await page.getByRole("tab", { name: "scoring.leadrules" }).click();
  await write("# written in the second file");
  await page.getByRole("tab", { name: "inbound.leadrules" }).click();
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+z");
  await page.locator("[role=tab][aria-selected=true]", { hasText: "scoring.leadrules" }).waitFor();
  await page.locator(".saved-state:not(.dirty)").waitFor();
});

test("the start page opens files and samples", async () => {
  await open("--leads", "500", "--start");
  await page.locator("input[type=file]").setInputFiles([
    { name: "rules.leadrules", mimeType: "text/plain", buffer: Buffer.from("leadrules 1\n") },
    { name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from("id\n1\n") },
    { name: "activity.csv", mimeType: "text/csv", buffer: Buffer.from("lead,event,time\n") },
  ]);
  assert.deepEqual(await page.locator(".chosen select").evaluateAll((all) => all.map(({ value }) => value)), [
    "rules",
    "leads",
    "events",
  ]);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.locator(".stages").waitFor();
});

test("a sample opens with one click", async () => {
  await open("--leads", "500", "--start");
  await page.locator(".samples button").first().click();
  await page.locator(".stages").waitFor();
});

test("without a token the page says which address to open", async () => {
  await open("--leads", "10", "--start");
  await page.context().close();
  ({ page, problems } = await openPage(browser, program.address.split("#")[0]));
  await page.getByText("open the address that the program printed").waitFor();
});

test("a million leads: progress, an edit that overtakes another, and a table that reaches the last", async () => {
  await open("--leads", "1000000");
  await page.locator("progress").waitFor();
  await page.locator(".figures-state", { hasText: "All 1,000,000 leads" }).waitFor({ timeout: 60_000 });
  const handle = page.locator("figures-pane .handle.across").first();
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(400);
  await page.keyboard.press("ArrowRight");
  await page.locator(".stages .change").first().waitFor({ timeout: 60_000 });
  await page.locator(".figures-state", { hasText: "All 1,000,000 leads" }).waitFor({ timeout: 60_000 });
  await page.locator(".rows").focus();
  await page.keyboard.press("End");
  await page.locator('.row.active[aria-rowindex="1000001"]:not(.loading)').waitFor({ timeout: 60_000 });
});
