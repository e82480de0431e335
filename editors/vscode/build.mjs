// Writes dist/: the extension as one file, what is left of it in a browser, and which packages are in it.

import { build } from "esbuild";
import { writeFileSync } from "node:fs";

const shared = {
  bundle: true,
  minify: true,
  format: "cjs",
  target: "es2022",
  external: ["vscode"],
  logLevel: "warning",
};
const made = await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  platform: "node",
  metafile: true,
});
await build({ ...shared, entryPoints: ["src/browser.ts"], outfile: "dist/browser.js", platform: "browser" });
writeFileSync("dist/meta.json", JSON.stringify(made.metafile));
