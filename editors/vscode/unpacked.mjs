// Unpacks a package again and looks whether all that its manifest speaks of is in it. In: the package, the machine that it
// is for (or none).

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [made, target] = process.argv.slice(2);
const MOST_BYTES = 600_000; // without a program
const folder = mkdtempSync(join(tmpdir(), "vsix-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
execFileSync("python3", ["-m", "zipfile", "-e", made, folder]);

const inside = join(folder, "extension");
const manifest = JSON.parse(readFileSync(join(inside, "package.json"), "utf8"));
const { contributes } = manifest;
const spoken = [
  manifest.main,
  manifest.browser,
  manifest.icon,
  ...contributes.languages.flatMap((language) => [language.configuration, language.icon.light, language.icon.dark]),
  ...[...contributes.grammars, ...contributes.snippets].map(({ path }) => path),
  ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  "LICENSE.txt",
  "NOTICES.txt",
];
// vsce gives the pages of the marketplace names of its own.
const names = readdirSync(inside).map((name) => name.toLowerCase());
const missing = spoken.filter((path) => !existsSync(join(inside, path)));
missing.push(...["readme.md", "changelog.md"].filter((name) => !names.includes(name)));

const described = readFileSync(join(folder, "extension.vsixmanifest"), "utf8");
const said = /TargetPlatform="([^"]*)"/.exec(described)?.[1] ?? "";
if (said !== (target ?? "")) missing.push(`the machine ${target || "(none)"}: the manifest says ${said || "none"}`);
const program = join(inside, "server", target?.startsWith("win32") ? "leadrules.exe" : "leadrules");
if (Boolean(target) !== existsSync(program)) missing.push(target ? "the program" : "nothing: there is a program in it");
for (const unwanted of ["node_modules", "src", "test"]) {
  if (existsSync(join(inside, unwanted))) missing.push(`nothing: ${unwanted} is in it`);
}
const bytes = statSync(made).size;
if (!target && bytes > MOST_BYTES) missing.push(`lightness: it has ${bytes} bytes, ${MOST_BYTES} at most`);
if (missing.length > 0) {
  console.error(`${made} lacks:\n  ${missing.join("\n  ")}`);
  process.exit(1);
}
console.log(`${made}: ${(bytes / 1000).toFixed(0)} kB`);
