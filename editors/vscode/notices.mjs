// The licences of the packages whose code is in dist/. In: the folder that the extension was built in; out: their texts.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const accepted = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"];
const { inputs } = JSON.parse(readFileSync(join(folder, "dist/meta.json"), "utf8"));
const packages = new Set(
  Object.keys(inputs).flatMap((path) => /^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
for (const path of [...packages].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8"));
  if (!accepted.includes(license)) throw new Error(`${name}: a licence that is not accepted: ${license}`);
  const file = readdirSync(join(folder, path)).find((file) => /^licen[cs]e/i.test(file));
  const text = file === undefined ? "" : readFileSync(join(folder, path, file), "utf8").trim();
  console.log(`${name} ${version} (${license})\n\n${text}\n\n${"-".repeat(72)}\n`);
}
