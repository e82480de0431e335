// Bundles the unit tests, since they and what they test are TypeScript, and runs them with Node's own runner.

import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = await mkdtemp(`${root}node_modules/.unit-`);
const names = (await readdir(`${root}test/unit`)).filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: names.map((name) => `${root}test/unit/${name}`),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  loader: { ".ftl": "text" },
  define: { "import.meta.dirname": JSON.stringify(`${root}test/unit`) },
  logLevel: "warning",
});
const { status } = spawnSync(
  process.execPath,
  ["--test", ...names.map((name) => `${out}/${name.replace(".ts", ".mjs")}`)],
  { stdio: "inherit" },
);
await rm(out, { recursive: true });
process.exit(status ?? 1);
