/** What the figures of a sample say about all leads, so that numbers don't jump between a sample's and everybody's. */

import type { Figures } from "../api";

export function estimated(figures: Figures, all: number): Figures {
  if (figures.complete || figures.leads === 0) return figures;
  const scaled = (count: number): number => Math.round((count * all) / figures.leads);
  const known = (count: number | null): number | null => (count === null ? null : scaled(count));
  return {
    ...figures,
    leads: all,
    stages: figures.stages.map((stage) => ({
      ...stage,
      count: scaled(stage.count),
      before: known(stage.before),
      converted: known(stage.converted),
    })),
    exclusions: figures.exclusions.map((one) => ({ ...one, count: scaled(one.count), before: scaled(one.before) })),
    scores: figures.scores.map((score) => ({
      ...score,
      unknown: scaled(score.unknown),
      histogram: score.histogram.map((bin) => ({ ...bin, count: scaled(bin.count), before: scaled(bin.before) })),
    })),
    rules: figures.rules.map(({ fired, points }) => ({ fired: scaled(fired), points: scaled(points) })),
    heat: figures.heat === null ? null : { ...figures.heat, cells: figures.heat.cells.map(scaled) },
    moved:
      figures.moved === null
        ? null
        : {
            total: scaled(figures.moved.total),
            up: scaled(figures.moved.up),
            down: scaled(figures.moved.down),
            only_scores: scaled(figures.moved.only_scores),
            flows: figures.moved.flows.map((flow) => ({ ...flow, count: scaled(flow.count) })),
          },
    bars: figures.bars.map((bar) => ({
      ...bar,
      places: bar.places.map(({ at, leads, converted }) => ({ at, leads: scaled(leads), converted: known(converted) })),
    })),
    outcome:
      figures.outcome === null
        ? null
        : { known: scaled(figures.outcome.known), converted: scaled(figures.outcome.converted) },
  };
}
