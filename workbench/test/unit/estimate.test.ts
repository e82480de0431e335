import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figures } from "../../src/api";
import { estimated } from "../../src/state/estimate";

const figures: Figures = {
  leads: 200,
  complete: false,
  stages: [{ name: "SQL", kind: "stage", count: 10, before: null, converted: 4 }],
  exclusions: [{ reason: "own staff", count: 1, before: 2 }],
  scores: [
    {
      name: "fit",
      least: 0,
      mean: 12.5,
      most: 40,
      unknown: 3,
      histogram: [{ from: 0, to: 40, count: 200, before: 200 }],
    },
  ],
  rules: [{ fired: 50, points: 500 }],
  heat: { x: "fit", y: "heat", xs: [0, 1], ys: [0, 1], cells: [200] },
  moved: { total: 3, up: 2, down: 1, only_scores: 0, flows: [{ from: "MQL", to: "SQL", count: 2 }] },
  promises: [],
  bars: [{ stage: "SQL", score: "fit", at: 20, places: [{ at: 20, leads: 10, converted: 4 }] }],
  outcome: { known: 100, converted: 30 },
};

test("counts of a sample are those that all leads can be expected to have, means and places stay", () => {
  const all = estimated(figures, 1000);
  assert.equal(all.leads, 1000);
  assert.deepEqual(all.stages[0], { name: "SQL", kind: "stage", count: 50, before: null, converted: 20 });
  assert.equal(all.scores[0]?.mean, 12.5);
  assert.deepEqual(all.scores[0]?.histogram[0], { from: 0, to: 40, count: 1000, before: 1000 });
  assert.deepEqual(all.heat?.cells, [1000]);
  assert.deepEqual(all.moved?.flows, [{ from: "MQL", to: "SQL", count: 10 }]);
  assert.deepEqual(all.bars[0]?.places, [{ at: 20, leads: 50, converted: 20 }]);
  assert.deepEqual(all.outcome, { known: 500, converted: 150 });
  assert.equal(all.complete, false);
});

test("figures of all leads are left as they are", () => {
  const complete = { ...figures, complete: true };
  assert.equal(estimated(complete, 1000), complete);
});
