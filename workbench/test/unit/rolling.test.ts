import assert from "node:assert/strict";
import { test } from "node:test";
import { ROW_HEIGHT, scrollTo, sight, tableHeight } from "../../src/leads/rolling";

const VIEWPORT = 600;

test("a short table scrolls pixel by pixel", () => {
  assert.deepEqual(sight(100, 3 * ROW_HEIGHT + 5, VIEWPORT), {
    height: 100 * ROW_HEIGHT,
    first: 3,
    count: 19,
    top: 3 * ROW_HEIGHT,
  });
});

test("a table that fits shows all its rows", () => {
  assert.deepEqual(sight(4, 0, VIEWPORT), { height: 4 * ROW_HEIGHT, first: 0, count: 4, top: 0 });
  assert.equal(sight(0, 0, VIEWPORT).count, 0);
});

test("a million rows can be reached from the first to the last", () => {
  const rows = 1_000_000;
  const end = tableHeight(rows) - VIEWPORT;
  assert.equal(sight(rows, 0, VIEWPORT).first, 0);
  const last = sight(rows, end, VIEWPORT);
  assert.equal(last.first + last.count, rows);
  // The last row ends where the viewport does.
  assert.ok(Math.abs(last.top + last.count * ROW_HEIGHT - (end + VIEWPORT)) < 1e-3);
  assert.ok(tableHeight(rows) < 16_000_000);
});

test("scrolling to a row brings it wholly into sight", () => {
  for (const rows of [50, 10_000, 1_000_000]) {
    for (const row of [0, 1, 49, rows - 1]) {
      const scrolled = scrollTo(row, rows, tableHeight(rows) / 3, VIEWPORT);
      const { first, top } = sight(rows, scrolled, VIEWPORT);
      const start = top + (row - first) * ROW_HEIGHT - scrolled;
      assert.ok(start > -0.1 && start + ROW_HEIGHT < VIEWPORT + 0.1, `${row} of ${rows} begins at ${start}`);
    }
  }
});
