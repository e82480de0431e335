/** How a lead's scores went, with what happened, and what is to come if nothing more happens. */

import { type TemplateResult, html, nothing, svg } from "lit";
import type { Timeline, TimelineStep } from "../answers";
import { scale, ticks } from "../figures/scale";
import { count, day, say, shortDay } from "../words/words";

const HEIGHT = 110;
const LEFT = 34;
const RIGHT = 10;
const TOP = 10;
const AXIS = 20;
const MOST_STEPS = 12;

export function course(timeline: Timeline, width: number, scores: string[]): TemplateResult {
  const recent = timeline.steps.slice(-MOST_STEPS).reverse();
  return html` ${chart(timeline, width, scores)}
  ${timeline.falls === null
    ? nothing
    : html` <p class="notice">${say("course-falls", { day: day(timeline.falls.at), stage: timeline.falls.stage })}</p>`}
  ${timeline.steps.length === 0
    ? html`<p class="quiet">${say("course-nothing")}</p>`
    : html` <ol class="steps">
        ${recent.map(step)}
      </ol>`}`;
}

function chart({ course: states, as_of: now, steps }: Timeline, width: number, scores: string[]): TemplateResult {
  const [first, last] = [states[0], states.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const bottom = TOP + HEIGHT;
  const x = scale([Date.parse(first.at), Math.max(Date.parse(last.at), Date.parse(now))], [LEFT, width - RIGHT]);
  const values = states.flatMap((state) => state.scores.map((value) => value ?? 0));
  const y = scale([Math.min(0, ...values), Math.max(10, ...values)], [bottom, TOP]);
  const today = x.place(Date.parse(now));
  const path = (which: number): string =>
    states
      .map((state, at) => {
        const [left, height] = [x.place(Date.parse(state.at)), y.place(state.scores[which] ?? 0)];
        return at === 0 ? `M${left} ${height}` : `H${left}V${height}`;
      })
      .join("");
  return html` <figure class="chart">
    <svg width=${width} height=${bottom + AXIS} role="img" aria-label=${say("course-label")}>
      <rect class="to-come" x=${today} y=${TOP} width=${Math.max(0, width - RIGHT - today)} height=${HEIGHT}></rect>
      ${ticks(y.least, y.most, 4).map(
        (tick) => svg`
          <line class="grid" x1=${LEFT} x2=${width - RIGHT} y1=${y.place(tick)} y2=${y.place(tick)}></line>
          <text class="tick" x=${LEFT - 5} y=${y.place(tick) + 4} text-anchor="end">${count(tick)}</text>`,
      )}
      ${scores.map((_, at) => svg`<path class="course course-${Math.min(at, 3)}" d=${path(at)}></path>`)}
      ${steps
        .filter((one) => one.events.length > 0)
        .map(
          (one) => svg`
          <circle class="happened" cx=${x.place(Date.parse(one.at))} cy=${bottom} r="3.5"><title>${shortDay(one.at)}: ${one.events.join(", ")}</title></circle>`,
        )}
      <text class="tick" x=${LEFT} y=${bottom + 16}>${shortDay(first.at)}</text>
      <text class="tick" x=${width - RIGHT} y=${bottom + 16} text-anchor="end">${shortDay(last.at)}</text>
    </svg>
    <p class="legend">
      ${scores.map(
        (name, at) => html`<span><span class="swatch course-swatch-${Math.min(at, 3)}"></span>${name}</span>`,
      )}
    </p>
  </figure>`;
}

function step(one: TimelineStep): TemplateResult {
  return html` <li>
    <time datetime=${one.at} class="quiet">${day(one.at)}</time>
    <span>${one.events.length === 0 ? say("course-time") : one.events.join(", ")}</span>
    <span class="quiet"
      >${one.scores.map(
        ({ score, before, after }, at) =>
          `${at === 0 ? "" : ", "}${score} ${before === null ? "–" : count(before)} → ${after === null ? "–" : count(after)}`,
      )}</span
    >
    ${one.stage === null ? nothing : html`<b>${one.stage.before} → ${one.stage.after}</b>`}
  </li>`;
}
