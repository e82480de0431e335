/** What the parser says of each character of the files that the grammars of editors are held to. */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const root = new URL("../..", import.meta.url).pathname;

/** All rule files of the cases and examples, and those of this test. */
export function ruleFiles() {
  const below = ["tests/cases", "tests/cmd", "tests/planted", "examples", "tests/editors"];
  return below
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .filter((path) => path.endsWith(".leadrules"))
        .map((path) => join(folder, path)),
    )
    .sort();
}

const classes = {
  Keyword: "keyword",
  Text: "string",
  Number: "number",
  Date: "number",
  Operator: "operator",
  Comment: "comment",
  Name: "name",
};

/** The words of the language, and what the parser says of each of `files`: `tokens` in UTF-16 units, `classes` by unit. */
export function read(files) {
  const program = process.env.LEADRULES_TOKENS;
  const said = execFileSync(program, files, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }).split("\n");
  const words = [];
  const found = [];
  let file;
  for (const line of said.slice(1, -1)) {
    if (line.startsWith("file ")) {
      const path = line.slice("file ".length);
      const text = readFileSync(join(root, path), "utf8");
      file = {
        path,
        text,
        tokens: [],
        classes: new Array(text.length).fill(null),
        isBroken: false,
        units: units(text),
      };
      found.push(file);
    } else if (file === undefined) {
      const [word, reserved] = line.split(" ");
      words.push({ word, isReserved: reserved !== undefined });
    } else {
      const [start, end, kind] = line.split(" ");
      const [from, to] = [file.units[start], file.units[end]];
      if (kind === "Unread") {
        file.isBroken = true;
        file.classes.fill("unread", from, to);
      } else {
        file.tokens.push({ from, to, class: classes[kind], text: file.text.slice(from, to) });
        file.classes.fill(classes[kind], from, to);
      }
    }
  }
  return { words, files: found };
}

/** Of each byte of a text, which UTF-16 unit it is in. */
function units(text) {
  const map = [];
  let unit = 0;
  for (const character of text) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte -= 1) map.push(unit);
    unit += character.length;
  }
  map.push(unit);
  return map;
}

const coloured = new Set(["keyword", "string", "number", "operator", "comment"]);

/** Where `colours`, by UTF-16 unit, says something else than the parser: at most one place a line. */
export function differences(file, colours) {
  const found = [];
  let line = 1;
  let lastLine = 0;
  for (let at = 0; at < file.text.length; at += 1) {
    if (file.text[at] === "\n") line += 1;
    if (/[\s\ufeff\u200b]/.test(file.text[at]) || file.classes[at] === "unread" || line === lastLine) continue;
    const [meant, seen] = [file.classes[at], colours[at]].map((name) => (coloured.has(name) ? name : "nothing"));
    if (meant !== seen) {
      const start = file.text.lastIndexOf("\n", at - 1) + 1;
      const whole = file.text.slice(start).split("\n", 1)[0];
      found.push(`${file.path}:${line}:${at - start + 1}: ${meant} is coloured as ${seen}: ${whole.trim()}`);
      lastLine = line;
    }
  }
  return found;
}
