/** Each snippet, as it stands when nothing is typed over it, is accepted by `leadrules check`. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "./parser.mjs";

const snippets = JSON.parse(readFileSync(`${root}editors/vscode/snippets/leadrules.json`, "utf8"));
const folder = mkdtempSync(join(tmpdir(), "snippets-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What snippets speak of. A snippet takes the place of the statement that begins as it does. */
const around = {
  lead: "lead { id text key; email email; phone text; employees integer }",
  events: "events { visit { page text } }",
  "score fit": "score fit 0..50 { phone is known => +10 }",
  "score interest": "score interest { visit => +1 each }",
  stages: "stages { fit >= 5 => Call }",
};
const inScore = new Set(["table", "group", "rule", "event rule"]);

function expanded(body) {
  const chosen = new Map();
  const text = body
    .join("\n")
    .replace(/\$\{(\d+)(?::((?:\\.|[^}])*)|\|([^|]*)\|)\}/g, (_, place, written, choices) => {
      const value = written ?? choices.split(",")[0];
      if (!chosen.has(place)) chosen.set(place, value);
      assert.equal(chosen.get(place), value, `place ${place} has two texts`);
      return value;
    })
    .replaceAll("$0", "");
  assert.doesNotMatch(text, /\$/, "a place that is not understood");
  return text;
}

function fileOf(prefix, text) {
  if (prefix === "rules") return `${text}\n`;
  const placed = inScore.has(prefix) ? `score here {\n${text}\n}` : text;
  const others = Object.entries(around)
    .filter(([statement]) => statement !== prefix.split(" ")[0])
    .map(([, written]) => written);
  // The fields that others speak of are there even where a snippet says what is known of a lead.
  const kept = prefix === "lead" ? [] : others;
  return ["leadrules 1", ...kept, placed].join("\n\n") + "\n";
}

for (const [name, { prefix, body, description }] of Object.entries(snippets)) {
  test(`${prefix}: ${name}`, () => {
    assert(description.length > 0);
    const path = join(folder, `${prefix.replaceAll(/\W/g, "_")}.leadrules`);
    writeFileSync(path, fileOf(prefix, expanded(body)));
    const { status, stderr, stdout } = spawnSync(process.env.LEADRULES, ["check", path], { encoding: "utf8" });
    assert.equal(status, 0, `${readFileSync(path, "utf8")}\n${stdout}${stderr}`);
    const { status: formatted } = spawnSync(process.env.LEADRULES, ["fmt", "--check", path], { encoding: "utf8" });
    if (prefix === "rules") assert.equal(formatted, 0, "it is not in canonical form");
  });
}

test("each kind of statement has a snippet", () => {
  const begun = new Set(Object.values(snippets).map(({ body }) => body[0].split(" ")[0]));
  // Those of one line that are written once in a set need none.
  const statements = [
    "lead",
    "account",
    "events",
    "ignore",
    "list",
    "define",
    "exclude",
    "score",
    "stages",
    "label",
    "promise",
    "test",
    "agreement",
  ];
  assert.deepEqual(
    statements.filter((statement) => !begun.has(statement)),
    [],
  );
});
