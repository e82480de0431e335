// The page in a browser, for tests and pictures. LEADRULES_PAGE is its address with the token, as the program prints it;
// without it the made-up program of `dev/` is started.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function startProgram(...options) {
  if (process.env.LEADRULES_PAGE !== undefined && options.length === 0) {
    return { address: process.env.LEADRULES_PAGE, stop: () => undefined };
  }
  const program = spawn(process.execPath, [
    fileURLToPath(new URL("../../dev/server.mjs", import.meta.url)),
    ...options,
  ]);
  program.stderr.pipe(process.stderr);
  const [line] = await once(program.stdout, "data");
  return { address: line.toString().trim(), stop: () => program.kill() };
}

export function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
}

/** Opens the page; `problems` collects what the browser complains about, and every request to elsewhere. */
export async function openPage(browser, address, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", ...settings });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(http:\/\/(127\.0\.0\.1|localhost):|blob:)/.test(request.url())) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, problems };
}
