/** A bar of a stage as a line in a chart: dragged, or moved by keys, it edits the number in the text. */

import { type SVGTemplateResult, svg } from "lit";
import type { Bar } from "../api";
import { bench } from "../state/bench";
import { count, say } from "../words/words";
import type { Scale } from "./scale";

const GRIP = 9;
const ROOM_FOR_NAME = 60;

interface Handle {
  bar: Bar;
  /** Its place among `Outline.bars`. */
  at: number;
  scale: Scale;
  direction: "across" | "up";
  /** From where to where the line goes, across its direction. */
  from: number;
  to: number;
  /** Where its name stands, across its direction. */
  label: number;
}

export function handle({ bar, at, scale, direction, from, to, label }: Handle): SVGTemplateResult {
  const place = Math.round(scale.place(Math.min(scale.most, Math.max(scale.least, bar.at)))) + 0.5;
  const step = stepOf(scale.least, scale.most);
  const score = bench.outline?.scores.find((one) => one.name === bar.score);
  const [first, last] = [score?.least ?? scale.least, score?.most ?? scale.most];
  const set = (value: number): void => bench.setBar(at, Math.min(last, Math.max(first, value)));

  const drag = (event: PointerEvent): void => {
    const line = event.currentTarget as SVGGElement;
    if (event.type === "pointerdown") {
      line.setPointerCapture(event.pointerId);
      line.focus();
      bench.hold(true);
    }
    if (!line.hasPointerCapture(event.pointerId)) return;
    event.preventDefault();
    const box = line.ownerSVGElement?.getBoundingClientRect();
    if (box === undefined) return;
    const where = direction === "across" ? event.clientX - box.left : event.clientY - box.top;
    set(Math.round(scale.value(where) / step) * step);
  };
  const drop = (): void => bench.hold(false);
  const press = (event: KeyboardEvent): void => {
    const value = pressed(event, bar.at, step, [first, last]);
    if (value === null) return;
    event.preventDefault();
    set(value);
  };

  const across = direction === "across";
  // At the right end the name has no room beside the line but on its left.
  const isLast = across && scale.place(scale.most) - place < ROOM_FOR_NAME;
  const text = `${bar.stage} ${count(bar.at)}`;
  return svg`
    <g class="handle ${direction}" role="slider" tabindex="0" aria-label=${say("bar-label", { stage: bar.stage, score: bar.score })}
      aria-orientation=${across ? "horizontal" : "vertical"}
      aria-valuenow=${bar.at} aria-valuemin=${Math.min(scale.least, bar.at)} aria-valuemax=${Math.max(scale.most, bar.at)}
      aria-disabled=${bar.is_fixed}
      @pointerdown=${drag} @pointermove=${drag} @lostpointercapture=${drop} @keydown=${press}>
      ${
        across
          ? svg`
          <rect class="grip" x=${place - GRIP} y=${from} width=${2 * GRIP} height=${to - from}></rect>
          <line x1=${place} x2=${place} y1=${from} y2=${to}></line>
          <circle cx=${place} cy=${from} r="4.5"></circle>
          <text x=${isLast ? place - 7 : place + 7} y=${label} text-anchor=${isLast ? "end" : "start"}>${text}</text>`
          : svg`
          <rect class="grip" x=${from} y=${place - GRIP} width=${to - from} height=${2 * GRIP}></rect>
          <line x1=${from} x2=${to} y1=${place} y2=${place}></line>
          <circle cx=${to} cy=${place} r="4.5"></circle>
          <text x=${label} y=${place - 5} text-anchor="end">${text}</text>`
      }
    </g>`;
}

function pressed(event: KeyboardEvent, now: number, small: number, [least, most]: [number, number]): number | null {
  const step = event.shiftKey ? 10 * small : small;
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return now + step;
    case "ArrowLeft":
    case "ArrowDown":
      return now - step;
    case "PageUp":
      return now + 10 * small;
    case "PageDown":
      return now - 10 * small;
    case "Home":
      return least;
    case "End":
      return most;
    default:
      return null;
  }
}

/**
 * The bars that lie on a score, with their places among all, and how many lie below each. They always come in the same order: an element
 * that is dragged stays that of its bar, wherever it goes.
 */
export function barsOn(score: string): { bar: Bar; at: number; level: number }[] {
  const bars = (bench.outline?.bars ?? []).flatMap((bar, at) => (bar.score === score ? [{ bar, at }] : []));
  const rank = [...bars].sort((one, other) => one.bar.at - other.bar.at || one.at - other.at);
  return bars.map((one) => ({ ...one, level: rank.indexOf(one) }));
}

/** By how much a value of a score is moved at once: a hundredth of what there is, as a round number; whole points where there are ten. */
export function stepOf(least: number, most: number): number {
  const span = most - least;
  if (!(span > 0)) return 1;
  return Math.max(span >= 10 ? 1 : 0.01, 10 ** Math.floor(Math.log10(span / 100)));
}
