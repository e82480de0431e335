// Every figure on the page is that of the command: stages, rules, movers, bars, the order of leads, an explanation.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openPage, startBrowser } from "../page/browser.mjs";
import { EXAMPLES, ask, call, copy, overData, paste, serve } from "./program.mjs";

let browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

/** A draft of any example: points and bars are others. */
const edited = (text) => text.replaceAll("=> +10", "=> +11").replaceAll(/>= (40|20)\b/g, (_, bar) => `>= ${bar - 3}`);

function rowsOf(csv) {
  const cells = (line) =>
    line
      .match(/("([^"]|"")*"|[^,]*)(,|$)/g)
      .map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "").replaceAll('""', '"'));
  const [head, ...lines] = csv.trimEnd().split("\n").map(cells);
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
}

for (const name of Object.keys(EXAMPLES)) {
  test(`the page says of ${name} what the commands say`, async (context) => {
    const data = await copy(name);
    const program = await serve(data);
    context.after(async () => {
      program.stop();
      await data.remove();
    });
    const { page, problems } = await openPage(browser, program.address);
    await page.locator(".rows-body .row:not(.loading)").first().waitFor();

    // The draft is pasted into the editor, as a person would.
    const text = await data.rulesText();
    const draft = edited(text);
    await paste(page, draft);
    await page.locator(".saved-state.dirty").waitFor();
    await page.waitForFunction(() => document.querySelector(".rows.stale") === null);
    await writeFile(data.file("draft.leadrules"), draft);
    const [{ files }] = await call(program, "session", {});
    const texts = [draft, ...files.slice(1).map((file) => file.text)];
    const { figures } = (await call(program, "run", { generation: 99, texts })).at(-1);
    assert.equal(figures.complete, true);

    const key = /^ *(\w+)\b.*\bkey\b/m.exec(draft)?.[1];
    await ask(data, "score", "draft.leadrules", ...overData(data), "--quiet", "-o", "scored.csv");
    const scored = rowsOf(await readFile(data.file("scored.csv"), "utf8"));
    const stages = await page
      .locator("[aria-labelledby=card-stages] .stages tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector("th").innerText.trim(),
          Number(row.querySelector("td.number").innerText.replace(/\D/g, "")),
        ]),
      );
    const count = (stage) => scored.filter((lead) => (lead.excluded === "" ? lead.stage : "excluded") === stage).length;
    assert.ok(stages.length > 1);
    for (const [stage, leads] of stages) assert.equal(leads, count(stage), stage);

    const moves = JSON.parse(
      await ask(data, "diff", data.rules, "draft.leadrules", "--data", ...overData(data), "--format", "json"),
    );
    assert.equal(figures.moved.total, moves.moved);
    assert.equal(figures.moved.only_scores, moves.only_scores);
    const bars = JSON.parse(await ask(data, "bars", "draft.leadrules", ...overData(data), "--format", "json"));
    assert.deepEqual(
      figures.bars.map((bar) => bar.places.map((place) => [place.at, place.leads])),
      bars.bars.map((bar) => bar.places.map((place) => [place.at, place.leads])),
    );

    const shown = await page
      .locator(".rows-body .row:not(.loading)")
      .evaluateAll((rows) => rows.map((row) => row.children[0].innerText.trim()));
    await ask(data, "score", "draft.leadrules", ...overData(data), "--quiet", "--top", "10", "-o", "top.csv");
    const top = rowsOf(await readFile(data.file("top.csv"), "utf8"));
    if (key !== undefined) {
      assert.deepEqual(
        shown.slice(0, top.length),
        top.map((lead) => lead[key] ?? Object.values(lead)[0]),
      );
      const explained = await ask(
        data,
        "explain",
        "draft.leadrules",
        ...overData(data),
        "--lead",
        shown[0],
        "--format",
        "json",
      );
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith("/api/explain")),
        page.locator(".rows-body .row:not(.loading)").first().click(),
      ]);
      const own = JSON.parse(explained);
      // The page is also told whose account's explanation it can ask for.
      const { account_key, ...theirs } = await answer.json();
      assert.equal(account_key !== undefined, name === "companies");
      const bare = (of) => JSON.parse(JSON.stringify(of).replaceAll(/"place":"[^"]*"/g, '"place":""'));
      assert.deepEqual(bare(theirs), bare(own));
    }
    assert.deepEqual(problems, []);
    await page.context().close();
  });
}
