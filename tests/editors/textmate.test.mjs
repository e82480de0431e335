/** The TextMate grammar colours every rule file as the parser reads it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { differences, read, root, ruleFiles } from "./parser.mjs";

// Says aloud where a grammar goes round in a circle.
process.env.VSCODE_TEXTMATE_DEBUG = "1";
const require = createRequire(process.env.EDITORS_MODULES);
const textmate = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");

const where = `${root}editors/vscode/syntaxes/leadrules.tmLanguage.json`;
await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(where, "utf8"), where),
});
const circles = [];
console.error = console.log = (said) => {
  if (/endless/.test(said)) circles.push(said);
};
const grammar = await registry.loadGrammar("source.leadrules");
const { words, files } = read(ruleFiles());

function classOf(scopes) {
  for (const scope of scopes.toReversed()) {
    if (scope.startsWith("comment.")) return "comment";
    if (scope.startsWith("string.")) return "string";
    if (scope.startsWith("constant.numeric.")) return "number";
    if (/^keyword\.operator\.(?:comparison|arithmetic|range|arrow)/.test(scope)) return "operator";
    if (/^(?:keyword|storage\.type|constant\.language)\./.test(scope)) return "keyword";
    if (/^(?:variable|entity|punctuation)\./.test(scope)) return "nothing";
  }
  return "nothing";
}

/** By UTF-16 unit of a text, how it is coloured. */
function colours(text, path) {
  const found = new Array(text.length).fill("nothing");
  let stack = textmate.INITIAL;
  let at = 0;
  for (const line of text.split("\n")) {
    const shown = line.replace(/\r$/, "");
    const { tokens, ruleStack } = grammar.tokenizeLine(shown, stack);
    for (const { startIndex, endIndex, scopes } of tokens) {
      assert(endIndex > startIndex || shown === "" || startIndex === shown.length, `${path}: no way on in: ${line}`);
      found.fill(classOf(scopes), at + startIndex, at + Math.min(endIndex, shown.length));
    }
    stack = ruleStack;
    at += line.length + 1;
    assert(
      !JSON.stringify(stack.contentNameScopesList?.getScopeNames() ?? []).includes("string."),
      `${path}: a text goes on after: ${line}`,
    );
  }
  return found;
}

test("every character is coloured as the parser reads it", () => {
  const found = files.flatMap((file) => differences(file, colours(file.text, file.path)));
  assert.equal(found.length, 0, `${found.length} places:\n${found.slice(0, +(process.env.MOST ?? 40)).join("\n")}`);
  assert(files.length > 400);
});

test("lines may end as they do on Windows", () => {
  for (const { path, text } of files.filter(({ text }) => !text.includes("\r"))) {
    const windows = text.replaceAll("\n", "\r\n");
    const shown = colours(windows, path).filter((_, at) => windows[at] !== "\r");
    assert.deepEqual(shown, colours(text, path), path);
  }
});

test("nothing goes round in a circle, whatever is left out of a file", () => {
  // Each line without its last word, each without its first, and files that end anywhere.
  for (const { path, text } of files) {
    colours(text.replace(/\s*\S+$/gm, ""), path);
    colours(text.replace(/^\s*\S+/gm, ""), path);
    colours(text.slice(0, text.length / 2), path);
    colours(text.replaceAll('"', ""), path);
  }
  assert.deepEqual(circles, []);
});

test("a block that is not closed yet takes nothing below with it", () => {
  let tried = 0;
  for (const { path, text, isBroken } of files) {
    if (isBroken) continue;
    const whole = colours(text, path);
    for (const { index } of text.matchAll(/^\}/gm)) {
      // Only what begins at the margin with a brace on its line is surely a statement.
      const next = /^(?:score|stages|label|promise|test|exclude|ignore|events|agreement)\b.*\{$/m.exec(
        text.slice(index),
      );
      if (next === null) continue;
      const below = index + next.index;
      const without = colours(text.slice(0, index) + " " + text.slice(index + 1), path);
      assert.deepEqual(without.slice(below), whole.slice(below), `${path}: what is open before: ${next[0]}`);
      tried += 1;
    }
  }
  assert(tried > 400);
});

test("each word of the language is tried, as a word and, unless it is reserved, as a name", () => {
  const tried = (kind) =>
    new Set(files.flatMap((file) => file.tokens.filter((token) => token.class === kind).map((token) => token.text)));
  const [asWord, asName] = [tried("keyword"), tried("name")];
  assert.deepEqual(
    words.filter(({ word }) => !asWord.has(word)).map(({ word }) => word),
    [],
    "never a word",
  );
  assert.deepEqual(
    words.filter(({ word, isReserved }) => !isReserved && !asName.has(word)).map(({ word }) => word),
    [],
    "never a name",
  );
});

test("the grammar is the one that its source makes", async () => {
  const { text } = await import("../../editors/vscode/syntaxes/leadrules.mjs");
  assert.equal(readFileSync(where, "utf8"), text, "run: node editors/vscode/syntaxes/leadrules.mjs");
});
