// The real program, on a copy of an example in a folder of its own. LEADRULES is the program's path.

import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PROGRAM = process.env.LEADRULES ?? path.join(ROOT, "target/debug/leadrules");
const AS_OF = ["--as-of", "2026-11-23"];

export const EXAMPLES = {
  inbound: { folder: "inbound", rules: "inbound.leadrules", leads: "leads.csv", events: "events.csv" },
  brouwerij: { folder: "brouwerij", rules: "klanten.leadrules", leads: "klanten.csv", events: "acties.csv" },
  signups: { folder: "signups", rules: "signups.leadrules", leads: "signups.csv" },
  companies: {
    folder: "companies",
    rules: "companies.leadrules",
    leads: "people.csv",
    events: "events.csv",
    accounts: "companies.csv",
  },
  teams: { folder: "teams", rules: "scoring.leadrules", leads: "leads.ndjson" },
};

/** An example in a folder that may be changed. */
export async function copy(name) {
  const example = EXAMPLES[name];
  const folder = await mkdtemp(path.join(tmpdir(), "workbench-"));
  await cp(path.join(ROOT, "examples", example.folder), folder, { recursive: true });
  return {
    ...example,
    folder,
    file: (which) => path.join(folder, which),
    rulesText: () => readFile(path.join(folder, example.rules), "utf8"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const over = ({ leads, events, accounts }) => [
  leads,
  ...(events === undefined ? [] : ["--events", events]),
  ...(accounts === undefined ? [] : ["--accounts", accounts]),
];

/** Serves the page for what is in a folder, or for nothing. */
export async function serve(data, ...options) {
  const named = data === null ? [] : [data.rules, ...over(data), ...AS_OF];
  const program = spawn(PROGRAM, ["workbench", ...named, "--no-browser", ...options], {
    cwd: data?.folder ?? tmpdir(),
  });
  for await (const line of createInterface(program.stderr)) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address === undefined) throw new Error(line);
    const { port, hash } = new URL(address);
    return { address, port, token: hash.slice(1), stop: () => program.kill("SIGKILL") };
  }
  throw new Error("the program ended");
}

/** What a command answers. */
export async function ask(data, command, ...options) {
  const { stdout } = await promisify(execFile)(PROGRAM, [command, ...options], {
    cwd: data.folder,
    maxBuffer: 1 << 28,
  }).catch((error) => (error.code === 3 ? error : Promise.reject(error)));
  return stdout;
}

export const overData = (data) => [...over(data), ...AS_OF];

/** The files of a folder with their contents. */
export async function contents(folder) {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => [name, await readFile(path.join(folder, name), "latin1").catch(() => null)]),
  );
}

/** Puts a text in place of all that stands in the editor, as a person does who pastes it. */
export async function paste(page, text) {
  const editor = page.locator("text-pane .cm-content");
  await editor.click();
  await page.keyboard.press("Control+a");
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The lines that the program answers to a call, as it would to its page. */
export async function call({ port, token }, name, body) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await answer.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
