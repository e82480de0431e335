// Runs the module: an example that is right, one that is not, its canonical form, its query.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import assert from "node:assert/strict";

const bytes = readFileSync(process.argv[2]);
const module = new WebAssembly.Module(bytes);
assert.deepEqual(WebAssembly.Module.imports(module), [], "the module asks something of its host");
const { exports } = new WebAssembly.Instance(module, {});

function ask(what, text) {
  const given = new TextEncoder().encode(text);
  const at = exports.place(given.length);
  new Uint8Array(exports.memory.buffer, at, given.length).set(given);
  const length = exports[what]();
  return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.answer(), length));
}

const example = readFileSync(new URL("../../examples/first-hour/first.leadrules", import.meta.url), "utf8");
assert.equal(ask("check", example), "");
assert.equal(ask("canonical", example), example);
assert.match(ask("query", example), /^(--.*\n)*\s*WITH /i);

const typo = example.replace("employees {", "employes {");
assert.match(ask("check", typo), /^LR0201 \d+ /);
const unreachable = "leadrules 1\nlead { a yes/no }\nscore s { a => +1 }\nstages { s >= 2 => Never }\n";
assert.match(ask("check", unreachable), /LR0610 4 /);

console.log(`${(bytes.length / 1e6).toFixed(2)} MB, ${(gzipSync(bytes).length / 1e6).toFixed(2)} MB with gzip; it imports nothing`);
console.log("6 passed, 0 failed");
