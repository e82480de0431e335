// Accounts on the page are those of the commands: where they stand, and why one does.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, startBrowser } from "../page/browser.mjs";
import { ask, copy, overData, paste, serve } from "./program.mjs";

let browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

test("accounts stand in a table, each with its explanation; a lead names its own", async (context) => {
  const data = await copy("companies");
  const program = await serve(data);
  context.after(async () => {
    program.stop();
    await data.remove();
  });
  const { page, problems } = await openPage(browser, program.address);
  const rows = page.locator("accounts-card tbody tr:has([data-account])");
  await rows.first().waitFor();
  const key = await rows.first().locator("[data-account]").getAttribute("data-account");
  const explained = JSON.parse(
    await ask(data, "explain", data.rules, ...overData(data), "--account", key, "--format", "json"),
  );
  assert.match(await rows.first().innerText(), new RegExp(explained.account.stage));
  assert.equal(Number(await rows.first().locator("td").last().innerText()), explained.leads.length);

  await rows.first().locator("[data-account]").click();
  const drawer = page.locator("account-drawer");
  await drawer.locator("tbody tr").first().waitFor();
  const text = await drawer.innerText();
  for (const { text: asked, value } of explained.over_leads) assert.ok(text.includes(asked) && text.includes(value));
  for (const lead of explained.leads) assert.ok(text.includes(lead.key), lead.key);
  // What would lift it, and how it came there, are what the commands say.
  const stage = explained.account.stages[0].name;
  await drawer.locator("select").selectOption(stage);
  const reach = JSON.parse(
    await ask(data, "explain", data.rules, ...overData(data), "--account", key, "--to", stage, "--format", "json"),
  );
  const course = JSON.parse(
    await ask(data, "timeline", data.rules, ...overData(data), "--account", key, "--format", "json"),
  );
  assert.ok(reach.is_there || reach.ways.length > 0);
  const says = reach.is_there ? `It is at ${stage}` : reach.ways[0].things[0].lead;
  await drawer.getByText(says).first().waitFor();
  await drawer.locator(".steps li").first().waitFor();
  assert.equal(await drawer.locator(".steps li").count(), Math.min(12, course.steps.length));

  // Closing it gives the focus back to where it came from.
  const close = async () => {
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await page.waitForFunction((key) => document.activeElement?.dataset.account === key, key);
  };
  await close();

  // A lead of that account leads there.
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill(explained.leads[0].key);
  const lead = page.locator(".rows-body .row", { hasText: explained.leads[0].key });
  await lead.click();
  await page.locator("lead-drawer").getByRole("button", { name: key }).click();
  await drawer.locator("tbody tr").first().waitFor();
  await close();

  // A draft moves accounts.
  await paste(page, (await data.rulesText()).replace("account_heat >= 40 => Engaged", "account_heat >= 60 => Engaged"));
  await page.locator("accounts-card .change.less").first().waitFor();
  assert.deepEqual(problems, []);
});

test("companies are dropped beside their people", async (context) => {
  const data = await copy("companies");
  const program = await serve(null);
  context.after(async () => {
    program.stop();
    await data.remove();
  });
  const { page, problems } = await openPage(browser, program.address);
  const names = ["companies.csv", "companies.leadrules", "events.csv", "people.csv"];
  await page.locator("input[type=file]").setInputFiles(names.map(data.file));
  const roles = page.locator(".chosen select");
  assert.deepEqual(await roles.evaluateAll((all) => all.map(({ value }) => value)), [
    "accounts",
    "rules",
    "events",
    "leads",
  ]);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.locator("accounts-card tbody tr:has([data-account])").first().waitFor();
  assert.match(await page.locator("accounts-card").innerText(), /300 accounts/);
  assert.deepEqual(problems, []);
});
