/** The tree-sitter grammar reads every sound rule file whole, and its colours are those that the parser would give. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { differences, read, root, ruleFiles } from "./parser.mjs";

const { files } = read(ruleFiles());
const [python, library] = [process.env.EDITORS_PYTHON, process.env.EDITORS_TREE_SITTER];
const script = `${root}tests/editors/trees.py`;
const said = execFileSync(python, [script, library, ...files.map(({ path }) => path)], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});

const classes = [
  [/^comment/, "comment"],
  [/^string/, "string"],
  [/^number/, "number"],
  [/^operator/, "operator"],
  [/^(?:keyword|boolean|type\.builtin)/, "keyword"],
];
const broken = [];
const colours = new Map(files.map((file) => [file.path, new Array(file.text.length).fill("nothing")]));
let file;
let seconds;
for (const line of said.split("\n")) {
  const [start, end, colour] = line.split(" ");
  if (start === "file") {
    file = files.find(({ path }) => path === end);
  } else if (start === "time") {
    seconds = Number(end);
  } else if (colour === "ERROR") {
    const [from, to] = [file.units[start], file.units[end]];
    const number = file.text.slice(0, from).split("\n").length;
    if (!file.isBroken)
      broken.push(`${file.path}:${number}: ${JSON.stringify(file.text.slice(from, to).slice(0, 80))}`);
    file.isUnread = true;
  } else if (colour !== undefined) {
    const meant = classes.find(([pattern]) => pattern.test(colour))?.[1] ?? "nothing";
    colours.get(file.path).fill(meant, file.units[start], file.units[end]);
  }
}

test("what the parser can read has no broken place", () => {
  assert.equal(broken.length, 0, `${broken.length} places:\n${broken.slice(0, +(process.env.MOST ?? 40)).join("\n")}`);
});

test("every character is coloured as the parser reads it", () => {
  // In a broken file the two need not agree on where reading goes on.
  const found = files.filter((file) => !file.isBroken).flatMap((file) => differences(file, colours.get(file.path)));
  assert.equal(found.length, 0, `${found.length} places:\n${found.slice(0, +(process.env.MOST ?? 40)).join("\n")}`);
});

test("what is broken for the parser is mostly seen as broken", () => {
  // It takes more than the parser does, but not anything.
  const bad = files.filter(({ isBroken }) => isBroken);
  assert(bad.length >= 5);
  assert(bad.some(({ isUnread }) => isUnread));
});

test("all files are read and coloured in less than 5 s", () => {
  assert(seconds < 5, `${seconds} s`);
});
