// What a person changes with the real program: the text, the figures, and what is on disk afterwards.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { writeFile } from "node:fs/promises";
import { openPage, startBrowser } from "../page/browser.mjs";
import { contents, copy, paste, serve } from "./program.mjs";

let browser;
let data;
let program;
let page;
let problems;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

beforeEach(async () => {
  data = await copy("inbound");
  program = await serve(data);
  ({ page, problems } = await openPage(browser, program.address));
  await page.locator(".rows-body .row:not(.loading)").first().waitFor();
});

afterEach(async () => {
  await page.context().close();
  program.stop();
  await data.remove();
  assert.deepEqual(problems, []);
});

const editor = () => page.locator("text-pane .cm-content");

/** Replaces a text in the editor by another. */
async function replace(wanted, text) {
  const before = await data.rulesText();
  assert.ok(before.includes(wanted), wanted);
  await paste(page, before.replace(wanted, text));
}

const countOf = async (stage) =>
  Number(
    (await page.locator(".stages tbody tr", { hasText: stage }).locator("td.number").first().innerText()).replace(
      /\D/g,
      "",
    ),
  );

const saved = () => page.locator(".saved-state:not(.dirty)").waitFor();

test("a rule is changed, the figures follow, and what is saved is the text and nothing else", async () => {
  const before = await contents(data.folder);
  const text = await data.rulesText();
  assert.equal(await countOf("MQL"), 35);
  await replace("decision_maker             => +12", "decision_maker             => +40");
  await page.waitForFunction(() => document.querySelector(".stages .change") !== null);
  assert.ok((await countOf("MQL")) > 35);
  assert.deepEqual(await contents(data.folder), before, "nothing is written before it is saved");
  await page.keyboard.press("Control+s");
  await saved();
  const now = await contents(data.folder);
  const edited = text.replace("decision_maker             => +12", "decision_maker             => +40");
  assert.notEqual(edited, text);
  assert.equal(await data.rulesText(), edited);
  assert.deepEqual(
    now.filter(([name]) => name !== data.rules),
    before.filter(([name]) => name !== data.rules),
  );
  await editor().click();
  await page.keyboard.press("Control+z");
  await page.locator(".saved-state.dirty").waitFor();
  await page.keyboard.press("Control+s");
  await saved();
  assert.equal(await data.rulesText(), text);
});

test("what another program wrote meanwhile is merged, and nothing is lost", async () => {
  const text = await data.rulesText();
  await replace("# What a lead can do.", "# What leads do.");
  const theirs = text.replace("# What we know about a lead.", "# What is known of a lead.");
  await writeFile(data.file(data.rules), theirs);
  await page.keyboard.press("Control+s");
  const merge = page.locator("dialog.merge");
  await merge.locator(".cm-merge-revert button").first().waitFor();
  assert.equal(await data.rulesText(), theirs, "nothing is written over it");
  await merge.locator(".cm-merge-revert button").first().click();
  await merge.getByRole("button", { name: "Save this" }).click();
  await merge.waitFor({ state: "detached" });
  await saved();
  const both = await data.rulesText();
  assert.match(both, /# What is known of a lead\./);
  assert.match(both, /# What leads do\./);
});

test("a mistake is found as it is typed, and its fix applied", async () => {
  await replace("employees {", "employes {");
  await page.locator(".finding.error", { hasText: "employes" }).waitFor();
  await page.locator(".finding-fixes button").first().click();
  await page.locator(".finding.error").waitFor({ state: "detached" });
  await page.locator(".saved-state:not(.dirty)").waitFor();
});

test("findings, and the pages about them, speak the language of the page", async () => {
  await replace("employees {", "employes {");
  await page.locator(".finding.error", { hasText: "there is no" }).waitFor();
  for (const [language, says, heading] of [
    ["Nederlands", "er is geen", "een naam die niet aangegeven is"],
    ["Français", "introuvable", "un nom non déclaré"],
    ["English", "there is no", "a name that is not declared"],
  ]) {
    await page.getByRole("button", { name: language }).click();
    await page.locator(".finding.error", { hasText: says }).waitFor();
    await page.locator(".finding.error button", { hasText: "LR0201" }).click();
    await page.locator("dialog.code-page h1, dialog.code-page h2", { hasText: heading }).waitFor();
    await page.keyboard.press("Escape");
  }
  await page.locator(".finding-fixes button").first().click();
  await page.locator(".finding.error").waitFor({ state: "detached" });
});

test("a file that can't be written is said to be, and the draft stays", async () => {
  await replace("=> +40, halving", "=> +41, halving");
  await data.remove();
  await page.keyboard.press("Control+s");
  await page.locator(".trouble, [role=alert]").first().waitFor();
  await page.locator(".saved-state.dirty").waitFor();
  problems.length = 0;
});

test("by keyboard alone, from the page to a saved change", async () => {
  await page.reload();
  await page.locator(".rows-body .row:not(.loading)").first().waitFor();
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press("Tab");
    const isEditor = await page.evaluate(() => document.activeElement?.classList.contains("cm-content") === true);
    if (isEditor) break;
  }
  assert.ok(
    await page.evaluate(() => document.activeElement?.classList.contains("cm-content")),
    "the editor is reached",
  );
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# by keyboard\n");
  await page.keyboard.press("Control+s");
  await saved();
  assert.match(await data.rulesText(), /# by keyboard\n$/);
});

test("a file with the line ends of Windows keeps them", async () => {
  const own = await copy("inbound");
  const windows = (await own.rulesText()).replaceAll("\n", "\r\n");
  await writeFile(own.file(own.rules), windows);
  const served = await serve(own);
  const opened = await openPage(browser, served.address);
  await opened.page.locator(".rows-body .row:not(.loading)").first().waitFor();
  await opened.page.locator(".saved-state:not(.dirty)").waitFor();
  await paste(opened.page, windows.replace("=> +12", "=> +13"));
  await opened.page.locator(".saved-state.dirty").waitFor();
  await opened.page.keyboard.press("Control+s");
  await opened.page.locator(".saved-state:not(.dirty)").waitFor();
  assert.equal(await own.rulesText(), windows.replace("=> +12", "=> +13"));
  assert.deepEqual(opened.problems, []);
  await opened.page.context().close();
  served.stop();
  await own.remove();
});
