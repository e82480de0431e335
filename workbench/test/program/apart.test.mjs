// Nothing leaves the machine, and nobody else gets in: not by a name that leads here, nor from another page.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { openPage, startBrowser } from "../page/browser.mjs";
import { contents, copy, serve } from "./program.mjs";

const CALLS = ["session", "run", "leads", "explain", "save", "list", "format", "open", "prove", "code"];

let data;
let program;

before(async () => {
  data = await copy("inbound");
  program = await serve(data);
});

after(async () => {
  program.stop();
  await data.remove();
});

/** Tries every call in every way that a page has; gives what could be read of the answers. */
function attack({ base, calls, token }) {
  const body = JSON.stringify({
    files: [{ text: "", base: "" }],
    texts: [""],
    generation: 1,
    row: 0,
    from: 0,
    count: 9,
  });
  const ways = [
    { headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` }, body },
    { headers: { "Content-Type": "application/json" }, body },
    { headers: { "Content-Type": "text/plain" }, body },
    { mode: "no-cors", headers: { "Content-Type": "text/plain" }, body },
    { mode: "no-cors", credentials: "include", body: new URLSearchParams({ body }) },
  ];
  const tries = calls.flatMap((call) => ways.map((way) => ({ call, way })));
  return Promise.all(
    tries.map(async ({ call, way }) => {
      try {
        const answer = await fetch(`${base}/api/${call}`, { method: "POST", ...way });
        return answer.type === "opaque" || answer.status >= 400
          ? null
          : `${call}: ${answer.status} ${await answer.text()}`;
      } catch {
        return null;
      }
    }),
  ).then((answers) => answers.filter((answer) => answer !== null));
}

test("a name that leads to this machine opens nothing", async () => {
  const kept = await contents(data.folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--host-resolver-rules=MAP evil.test 127.0.0.1",
    ],
  });
  const page = await (await browser.newContext()).newPage();
  const opened = await page.goto(`http://evil.test:${program.port}/`);
  assert.ok(opened.status() >= 400, `the page itself: ${opened.status()}`);
  const asked = { base: `http://evil.test:${program.port}`, calls: CALLS, token: program.token };
  // Even with the token, and from the very origin that it asks.
  assert.deepEqual(await page.evaluate(attack, asked), []);
  assert.deepEqual(await page.evaluate(attack, { ...asked, base: `http://127.0.0.1:${program.port}` }), []);
  await browser.close();
  assert.deepEqual(await contents(data.folder), kept);
});

test("a page of another program on this machine opens nothing", async () => {
  const kept = await contents(data.folder);
  const other = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<p>another page</p>"));
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const browser = await startBrowser();
  const page = await (await browser.newContext()).newPage();
  for (const host of ["localhost", "127.0.0.1"]) {
    await page.goto(`http://${host}:${other.address().port}/`);
    const asked = { base: `http://${host}:${program.port}`, calls: CALLS, token: program.token };
    assert.deepEqual(await page.evaluate(attack, asked), [], host);
    const form = await page.evaluate((base) => {
      const form = Object.assign(document.createElement("form"), {
        method: "post",
        action: `${base}/api/save`,
        enctype: "text/plain",
      });
      document.body.append(form);
      form.submit();
    }, asked.base);
    assert.equal(form, undefined);
    await page.waitForTimeout(300);
  }
  await browser.close();
  other.close();
  assert.deepEqual(await contents(data.folder), kept);
  // The guards let the page itself through.
  const answer = await fetch(`http://127.0.0.1:${program.port}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${program.token}` },
    body: "{}",
  });
  assert.equal(answer.status, 200);
});

test("without a network the page is whole, and when the program goes it says so and keeps the draft", async () => {
  const own = await copy("inbound");
  const served = await serve(own);
  const browser = await startBrowser();
  const { page, problems } = await openPage(browser, served.address);
  const elsewhere = [];
  await page.context().route(/^(?!http:\/\/127\.0\.0\.1)/, (route) => {
    elsewhere.push(route.request().url());
    return route.abort();
  });
  await page.locator(".rows-body .row:not(.loading)").first().waitFor();
  served.stop();
  await page.locator("text-pane .cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# kept");
  await page.locator(".trouble, [role=alert]").first().waitFor();
  const drafts = await page.evaluate(() => Object.values(localStorage).join("\n"));
  assert.match(drafts, /# kept/);
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(
    problems.filter((problem) => !/ERR_CONNECTION_REFUSED|Failed to fetch/.test(problem)),
    [],
  );
  await browser.close();
  await own.remove();
});
