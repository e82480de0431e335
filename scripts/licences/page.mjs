// Prints the licences of what the page of the workbench is made of, in the form of about.hbs. Fails if one is not
// accepted in deny.toml. Packages without a text of their own are named with their licence alone.

import { existsSync, readFileSync, readdirSync } from "node:fs";

const root = new URL("../../", import.meta.url).pathname;
const allowed = readFileSync(`${root}deny.toml`, "utf8").match(/^allow = \[([^\]]*)\]/m)[1];
const { packages } = JSON.parse(readFileSync(`${root}workbench/package-lock.json`, "utf8"));
const texts = new Map();
for (const [path, { version, license, dev }] of Object.entries(packages)) {
  if (path === "" || dev) continue;
  const name = `${path.replace(/^.*node_modules\//, "")} ${version}`;
  if (!allowed.includes(`"${license}"`)) {
    console.error(`${name}, which is in the page of the workbench, has a licence that deny.toml does not accept: ${license}`);
    process.exit(1);
  }
  const folder = `${root}workbench/${path}/`;
  if (!existsSync(folder)) {
    console.error(`${folder} is missing: run "npm ci" in workbench/`);
    process.exit(1);
  }
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const text = `${license}\n${file ? readFileSync(folder + file, "utf8").trim() : "The package comes without the text."}`;
  texts.set(text, [...(texts.get(text) ?? []), name]);
}
for (const [text, names] of texts) {
  const [license, ...lines] = text.split("\n");
  console.log(`${"=".repeat(100)}\n${license}: ${names.join(", ")}\n\n${lines.join("\n").trim()}\n`);
}
