import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeSet } from "@codemirror/state";
import { moved, readNumber, writeLike, writeNumber, writePoints } from "../../src/state/places";

test("numbers are read as the language writes them", () => {
  const written: [string, number | null][] = [
    ["40", 40],
    ["+20", 20],
    ["-5", -5],
    ["10k", 10_000],
    ["1.5M", 1_500_000],
    ["20%", 0.2],
    ["1_000", 1000],
    ["profile", null],
    ["", null],
  ];
  for (const [text, value] of written) assert.equal(readNumber(text), value, text);
});

test("points keep the sign that the language wants", () => {
  assert.deepEqual([20, -5, 0, 2.5, -0].map(writePoints), ["+20", "-5", "0", "+2.5", "0"]);
  assert.deepEqual([20, -5, 0.1 + 0.2].map(writeNumber), ["20", "-5", "0.3"]);
});

test("places move along with edits of their own file", () => {
  const changes = ChangeSet.of(
    [
      { from: 2, insert: "abc" },
      { from: 10, to: 12, insert: "7" },
    ],
    20,
  );
  const places = [
    { file: 0, from: 10, to: 12, name: "x" },
    { file: 1, from: 10, to: 12 },
    { deeper: { file: 0, from: 0, to: 1 } },
    null,
  ];
  assert.deepEqual(moved(places, 0, changes), [
    { file: 0, from: 13, to: 14, name: "x" },
    { file: 1, from: 10, to: 12 },
    { deeper: { file: 0, from: 0, to: 1 } },
    null,
  ]);
});

test("a place beyond the text stays within it", () => {
  const changes = ChangeSet.of([{ from: 0, to: 5 }], 5);
  assert.deepEqual(moved({ file: 0, from: 4, to: 9 }, 0, changes), { file: 0, from: 0, to: 0 });
});

test("a number is written as the one that it takes the place of", () => {
  const written: [string, number][] = [
    ["20%", 0.25],
    ["10k", 12_500],
    ["10k", 10_001],
    ["1M", 2_000_000],
    ["50", 55],
    ["1.5k", 2000],
  ];
  assert.deepEqual(
    written.map(([was, is]) => writeLike(was, is)),
    ["25%", "12.5k", "10001", "2M", "55", "2k"],
  );
});
