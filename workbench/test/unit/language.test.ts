import assert from "node:assert/strict";
import { test } from "node:test";
import { tokensOf } from "../../src/text/language";

function kinds(text: string): string[] {
  return tokensOf(text).map(([word, kind]) => `${word} ${kind}`);
}

test("a rule is coloured by what its words are", () => {
  assert.deepEqual(kinds('  budget >= 10k and country in BE  => +20 as "big" # note'), [
    "budget name",
    ">= comparison",
    "10k number",
    "and logic",
    "country name",
    "in logic",
    "BE name",
    "=> arrow",
    "+20 points",
    "as word",
    '"big" string',
    "# note comment",
  ]);
});

test("a statement declares the name after it", () => {
  assert.deepEqual(kinds("score profile 0..100, by sales {"), [
    "score head",
    "profile declared",
    "0 number",
    ".. range",
    "100 number",
    "by word",
    "sales name",
    "{ brace",
  ]);
});

test("words of the language stay names where they are fields", () => {
  assert.deepEqual(kinds("lead {\n  email email\n  list text\n}"), [
    "lead head",
    "{ brace",
    "email name",
    "email word",
    "list name",
    "text word",
    "} brace",
  ]);
});

test("a number sign within a text is no comment, and letters of any script make a name", () => {
  assert.deepEqual(kinds('coöperatie is "# 1"'), ["coöperatie name", "is logic", '"# 1" string']);
});

test("accounts are words where a statement is about them, and a name where a lead asks its own", () => {
  assert.deepEqual(
    kinds("score size of account { any lead where a > 1 => +1; account.b => +2; account is known => +3 }"),
    [
      "score head",
      "size declared",
      "of word",
      "account word",
      "{ brace",
      "any logic",
      "lead word",
      "where logic",
      "a name",
      "> comparison",
      "1 number",
      "=> arrow",
      "+1 points",
      "account name",
      "b name",
      "=> arrow",
      "+2 points",
      "account name",
      "is logic",
      "known logic",
      "=> arrow",
      "+3 points",
      "} brace",
    ],
  );
  assert.deepEqual(kinds("exclude account {"), ["exclude head", "account word", "{ brace"]);
});
