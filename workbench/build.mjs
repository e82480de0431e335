// Writes the page into `dist/`: one document, one script, one stylesheet, one icon. Fails if it grows too heavy.

import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const MOST_BYTES = 250_000;
const out = new URL("dist/", import.meta.url).pathname;
const source = new URL("src/", import.meta.url).pathname;

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { workbench: `${source}main.ts` },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"],
  loader: { ".ftl": "text" },
  legalComments: "none",
  logLevel: "warning",
});
await copyFile(`${source}index.html`, `${out}index.html`);
await copyFile(`${source}icon.svg`, `${out}icon.svg`);

let total = 0;
for (const name of (await readdir(out)).sort()) {
  const bytes = await readFile(out + name);
  const zipped = gzipSync(bytes, { level: 9 }).length;
  total += zipped;
  console.log(`${name.padEnd(16)} ${kilobytes(bytes.length)}  gzipped ${kilobytes(zipped)}`);
}
console.log(`${"in all".padEnd(16)} ${" ".repeat(9)}  gzipped ${kilobytes(total)}`);
if (total > MOST_BYTES) {
  console.error(`The page weighs more than ${kilobytes(MOST_BYTES).trim()} gzipped.`);
  process.exit(1);
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`.padStart(9);
}
