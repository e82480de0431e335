// The path of docs/workbench.md in a browser: plays it on a file that it makes, writes the pictures of the page, and prints
// how long each step took. LEADRULES is the program, with the page in it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openPage, startBrowser } from "./page/browser.mjs";
import { paste, serve } from "./program/program.mjs";

const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));

/** An export as a CRM makes it: a title, a blank line, the columns. Nobody in it exists. */
function exported() {
  let seed = 20261123;
  const next = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  const pick = (from) => from[next(from.length)];
  const first = ["An", "Bart", "Chloé", "Dirk", "Els", "Filip", "Greet", "Hans", "Ines", "Joris", "Karen", "Luc"];
  const last = ["Peeters", "Janssens", "Maes", "Willems", "Dubois", "Nijs", "Kuipers", "Renard", "Smets", "Claes"];
  const companies = ["Oakridge", "Silverlake", "Noordlicht", "Zenith", "Moutmolen", "Brightway", "Riverbend"];
  const kinds = ["Foods", "Hotels", "Steel", "Academy", "Logistics", "Software"];
  const titles = ["Director", "Owner", "Buyer", "Marketing Manager", "IT Manager", "Assistant", "Sales Director"];
  const lines = Array.from({ length: 600 }, (_, at) => {
    const name = `${pick(first)} ${pick(last)}`;
    const company = `${pick(companies)} ${pick(kinds)}`;
    const email = next(10) === 0 ? "" : `lead${at + 1}@${company.toLowerCase().replace(" ", "-")}.example`;
    const employees = next(6) === 0 ? "" : String([4, 18, 60, 120, 180, 350, 900][next(7)] + next(40));
    const visits = [0, 0, 1, 2, 3, 5, 9][next(7)];
    return [`L${at + 1}`, name, email, company, pick(["BE", "NL", "FR", "DE"]), employees, pick(titles), visits].join(
      ",",
    );
  });
  const head = "Lead ID,Name,Email,Company,Country,Employees,Job Title,Web Visits";
  return `Leads of November 2026\n\n${head}\n${lines.join("\n")}\n`;
}

const folder = await mkdtemp(path.join(tmpdir(), "workbench-"));
const file = path.join(folder, "leads-november.csv");
await writeFile(file, exported());
const program = await serve(null);
const browser = await startBrowser();
const { page, problems } = await openPage(browser, program.address, {
  viewport: { width: 1280, height: 760 },
  colorScheme: "light",
});
let began = performance.now();
let number = 0;

/** Ends a step: how long it took, and its picture if it has one. */
async function step(what, picture) {
  const took = (performance.now() - began) / 1000;
  number += 1;
  if (picture !== undefined) await page.screenshot({ path: path.join(DOCS, `workbench-${picture}.png`) });
  console.log(`${number}. ${what}: ${took.toFixed(1)} s`);
  began = performance.now();
}

await page.locator("input[type=file]").first().waitFor({ state: "attached" });
await step("the page is open");

const opened = page.waitForResponse((response) => response.url().endsWith("/api/open"));
await page.locator("input[type=file]").first().setInputFiles(file);
const open = page.getByRole("button", { name: /^Open/ });
if (await open.isVisible().catch(() => false)) await open.click();
const { files } = await (await opened).json();
const { text } = files[0];
await page.locator(".rows-body .row:not(.loading)").first().waitFor();
await step("a first rule file is made, the leads are scored", "first");

const RULES = `  employees 100..400                     => +20 as "ideal size"
  job_title mentions "director", "owner" => +15
  web_visits 3..                         => +10
`;
await paste(page, text.replace(/(score profile[^{]*\{\n)/, `$1${RULES}`));
await page.waitForFunction(() => document.querySelector(".moved-summary") !== null);
await page.locator("text-pane .cm-line", { hasText: "ideal size" }).scrollIntoViewIfNeeded();
await step("three rules are written: how often each fires stands beside it");

const handle = page.locator('figures-pane .chart .handle.across[aria-label^="MQL"]').first();
await handle.focus();
for (let steps = 0; steps < 8; steps += 1) await page.keyboard.press("ArrowRight");
await page.waitForFunction(() => document.querySelector(".stages .change") !== null);
await page.waitForTimeout(300);
await step("the bar of MQL is moved: who moves is seen at once", "bar");

await page.locator(".rows-body .row:not(.loading)").first().click();
await page.locator(".drawer").waitFor();
await page.waitForTimeout(600);
await step("a lead is opened: where its points come from", "lead");
await page.keyboard.press("Escape");

const [list] = await Promise.all([
  page.waitForEvent("download"),
  page.getByRole("button", { name: "Download list (.xlsx)" }).click(),
]);
await list.saveAs(path.join(folder, "list.xlsx"));
const [rules] = await Promise.all([
  page.waitForEvent("download"),
  page.getByRole("button", { name: "Download the rules" }).click(),
]);
await rules.saveAs(path.join(folder, "rules.leadrules"));
console.log(`6. the list and the rules are downloaded: ${((performance.now() - began) / 1000).toFixed(1)} s`);

if (problems.length > 0) throw new Error(problems.join("\n"));
await browser.close();
program.stop();
await rm(folder, { recursive: true });
