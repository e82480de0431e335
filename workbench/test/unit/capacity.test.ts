import assert from "node:assert/strict";
import { test } from "node:test";
import { fittingPlace } from "../../src/figures/fitting";

const places = [
  { at: 10, leads: 90, converted: null },
  { at: 20, leads: 50, converted: null },
  { at: 30, leads: 12, converted: null },
];

test("the bar goes where no more leads come than can be called", () => {
  assert.equal(fittingPlace(places, 60)?.at, 20);
  assert.equal(fittingPlace(places, 50)?.at, 20);
  assert.equal(fittingPlace(places, 200)?.at, 10);
});

test("where even the highest place brings too many, none fits", () => {
  assert.equal(fittingPlace(places, 5), null);
});
