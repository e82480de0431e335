/** How a score is spread over the leads, with the bars of stages as lines that can be dragged. */

import { type TemplateResult, html, nothing, svg } from "lit";
import type { ScoreFigure } from "../api";
import { count, say } from "../words/words";
import { barsOn, handle } from "./handle";
import { scale, ticks } from "./scale";

const HEIGHT = 104;
const SIDE = 12;
const AXIS = 20;
const LABEL = 15;

export function histogram(figure: ScoreFigure, width: number): TemplateResult {
  const bins = figure.histogram;
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return html`<p class="quiet">${say("score-empty")}</p>`;
  const bars = barsOn(figure.name);
  const top = 8 + LABEL * bars.length;
  const bottom = top + HEIGHT;
  const ends = bars.map(({ bar }) => bar.at);
  const x = scale([Math.min(first.from, ...ends), Math.max(last.to, ...ends)], [SIDE, width - SIDE]);
  const most = Math.max(1, ...bins.flatMap((bin) => [bin.count, bin.before]));
  const y = scale([0, most], [bottom, top]);
  const before = bins.map((bin) => `V${y.place(bin.before)}H${x.place(bin.to)}`).join("");
  const hasMoved = bins.some((bin) => bin.count !== bin.before);
  return html` <figure class="chart">
    <figcaption>
      <strong>${figure.name}</strong>
      <span class="quiet">${summary(figure)}</span>
    </figcaption>
    <svg
      width=${width}
      height=${bottom + AXIS}
      role="group"
      aria-label=${say("histogram-label", { score: figure.name })}
    >
      ${bins.map((bin) => {
        const left = x.place(bin.from);
        const height = bin.count === 0 ? 0 : Math.max(1, bottom - y.place(bin.count));
        return svg`
            <rect class="bin" x=${left + 0.5} y=${bottom - height} width=${Math.max(0.5, x.place(bin.to) - left - 1)} height=${height}>
              <title>${say("histogram-bin", { from: count(bin.from), to: count(bin.to), leads: bin.count, before: bin.before })}</title>
            </rect>`;
      })}
      ${hasMoved ? svg`<path class="before" d="M${x.place(first.from)} ${bottom}${before}V${bottom}"></path>` : nothing}
      <line class="axis" x1=${SIDE} x2=${width - SIDE} y1=${bottom + 0.5} y2=${bottom + 0.5}></line>
      ${ticks(x.least, x.most, width / 70).map(
        (tick) =>
          svg`<text class="tick" x=${x.place(tick)} y=${bottom + 15} text-anchor="middle">${count(tick)}</text>`,
      )}
      ${bars.map(({ bar, at, level }) => {
        const from = 10 + LABEL * level;
        return handle({ bar, at, scale: x, direction: "across", from, to: bottom, label: from + 4 });
      })}
    </svg>
    ${hasMoved
      ? html`<p class="legend">
          <span><span class="swatch swatch-now"></span>${say("now")}</span>
          <span><span class="swatch swatch-before"></span>${say("saved-before")}</span>
        </p>`
      : nothing}
  </figure>`;
}

function summary({ least, mean, most, unknown }: ScoreFigure): string {
  if (least === null || mean === null || most === null) return say("score-empty");
  const range = say("score-range", { least: count(least), mean: count(mean), most: count(most) });
  return unknown === 0 ? range : `${range} · ${say("score-unknown", { count: unknown })}`;
}
