/** The catalogues are complete: each language says the same things with the same values, all of it is used, none missing. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import english from "../../src/words/en.ftl";
import french from "../../src/words/fr.ftl";
import dutch from "../../src/words/nl.ftl";

const SOURCES = join(import.meta.dirname, "../../src");

function messages(catalogue: string): Map<string, string[]> {
  return new Map(new FluentResource(catalogue).body.map(({ id, value }) => [id, [...valuesIn(value)].sort()]));
}

/** The names of the values that a pattern puts in, wherever in it. */
function valuesIn(pattern: unknown): Set<string> {
  if (Array.isArray(pattern)) return new Set(pattern.flatMap((part: unknown) => [...valuesIn(part)]));
  if (pattern === null || typeof pattern !== "object") return new Set();
  if ("type" in pattern && pattern.type === "var" && "name" in pattern) return new Set([String(pattern.name)]);
  return new Set(Object.values(pattern).flatMap((part: unknown) => [...valuesIn(part)]));
}

function sourceText(): string {
  const names = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return names.map((name) => readFileSync(join(SOURCES, name), "utf8")).join("\n");
}

function idsIn(catalogue: string): string[] {
  return [...catalogue.matchAll(/^([a-z][\w-]*) =/gm)].map((found) => found[1] ?? "");
}

test("all languages say the same things", () => {
  for (const catalogue of [dutch, french]) {
    assert.deepEqual([...messages(catalogue).keys()], [...messages(english).keys()]);
  }
});

test("nothing is said twice, and each message can be read", () => {
  for (const catalogue of [english, dutch, french]) {
    assert.deepEqual(idsIn(catalogue), [...messages(catalogue).keys()]);
  }
});

test("all languages put in the same values", () => {
  for (const catalogue of [dutch, french]) {
    for (const [id, values] of messages(english)) assert.deepEqual(messages(catalogue).get(id), values, id);
  }
});

test("everything that is asked for is there", () => {
  const known = messages(english);
  const asked = [...sourceText().matchAll(/\bsay\(\s*"([^"]+)"/g)].map((found) => found[1] ?? "");
  assert.ok(asked.length > 100);
  assert.deepEqual(
    asked.filter((id) => !known.has(id)),
    [],
  );
});

test("no id is put together, so that a search finds each", () => {
  assert.deepEqual(sourceText().match(/\bsay\(`/g), null);
});

test("everything that is there is used", () => {
  const source = sourceText();
  assert.deepEqual(
    [...messages(english).keys()].filter((id) => !source.includes(`"${id}"`)),
    [],
  );
});

/** The words that the glossary sets aside. */
function avoided(): string[] {
  const rows = readFileSync(join(import.meta.dirname, "../../../docs/glossary.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.includes("---"))
    .slice(1);
  assert.ok(rows.length >= 40, `${rows.length} terms`);
  const words = rows.flatMap((row) => (row.split("|").at(-2) ?? "").split(",")).map((word) => word.trim());
  return words.filter((word) => word !== "");
}

test("words follow the glossary", () => {
  for (const catalogue of [dutch, french]) {
    const said = new FluentResource(catalogue).body.map(({ id, value }) => `${id}: ${JSON.stringify(value)}`);
    for (const word of avoided()) {
      const whole = new RegExp(`(?<!\\p{L})${word}s?(?!\\p{L})`, "iu");
      const found = said.filter((message) => whole.test(message.slice(message.indexOf(":"))));
      assert.deepEqual(found, [], word);
    }
  }
});
