import assert from "node:assert/strict";
import { test } from "node:test";
import { scale, ticks } from "../../src/figures/scale";

test("a scale goes both ways and ends where it ends", () => {
  const up = scale([0, 50], [200, 0]);
  assert.equal(up.place(25), 100);
  assert.equal(up.value(100), 25);
  assert.equal(up.value(-30), 50);
  assert.equal(up.value(900), 0);
});

test("ticks are round and within the ends", () => {
  assert.deepEqual(ticks(0, 57, 5), [0, 20, 40]);
  assert.deepEqual(ticks(-15, 15, 6), [-15, -10, -5, 0, 5, 10, 15]);
  assert.deepEqual(ticks(3, 3, 5), [3]);
});
