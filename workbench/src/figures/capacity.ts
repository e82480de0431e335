/** How many leads sales can call, and where the bar of a stage would have to lie for that. */

import { type TemplateResult, html, nothing, svg } from "lit";
import type { BarFigure, Figures } from "../api";
import { bench } from "../state/bench";
import { count, say, share } from "../words/words";
import { fittingPlace } from "./fitting";
import { handle } from "./handle";
import { scale, ticks } from "./scale";

const HEIGHT = 120;
const LEFT = 44;
const RIGHT = 12;
const RIGHT_WITH_SHARES = 46;
const TOP = 22;
const AXIS = 22;
const KEPT_AS = "leadrules-capacity";

/** What is looked at in this part of the page. */
export interface Question {
  /** Among `Outline.bars`; until one is chosen, that of the highest stage. */
  bar: number | null;
  /** How many leads can be called. */
  leads: number;
}

export function firstQuestion(): Question {
  return { bar: null, leads: Number(localStorage.getItem(KEPT_AS) ?? "50") };
}

export function capacity(
  figures: Figures,
  width: number,
  asked: Question,
  ask: (question: Question) => void,
): TemplateResult {
  const bars = figures.bars;
  const highest = figures.stages.find((stage) => bars.some((one) => one.stage === stage.name))?.name;
  const at = asked.bar ?? bars.findIndex((one) => one.stage === highest);
  const figure = bars[at];
  const bar = bench.outline?.bars[at];
  if (figure === undefined || bar === undefined) return html`<p class="quiet">${say("capacity-no-bars")}</p>`;
  const fitting = fittingPlace(figure.places, asked.leads);
  const change = (leads: number): void => {
    if (!Number.isFinite(leads) || leads < 0) return;
    localStorage.setItem(KEPT_AS, String(leads));
    ask({ ...asked, leads });
  };
  return html` <div class="capacity">
      <label
        >${say("capacity-call")}
        <input
          type="number"
          min="0"
          step="1"
          .value=${String(asked.leads)}
          @input=${(event: Event) => change((event.target as HTMLInputElement).valueAsNumber)}
        />
      </label>
      <label
        >${say("capacity-bar")}
        <select @change=${(event: Event) => ask({ ...asked, bar: (event.target as HTMLSelectElement).selectedIndex })}>
          ${bars.map((one, which) => html`<option ?selected=${which === at}>${one.stage} · ${one.score}</option>`)}
        </select>
      </label>
    </div>
    ${curve(figure, figures, width, asked.leads, at)}
    ${fitting === null
      ? html`<p class="offer">${say("capacity-too-many", { stage: figure.stage, score: figure.score })}</p>`
      : html` <p class="offer">
          <span>${says(fitting, figures)}</span>
          <button
            type="button"
            class="small"
            ?disabled=${fitting.at === bar.at || bar.is_fixed || bench.isStale}
            @click=${() => bench.setBar(at, fitting.at)}
          >
            ${fitting.at === bar.at ? say("capacity-is-there") : say("capacity-put", { at: count(fitting.at) })}
          </button>
        </p>`}`;
}

function says(place: BarFigure["places"][number], { outcome }: Figures): string {
  const leads = say("capacity-leads", { at: count(place.at), leads: place.leads });
  if (place.converted === null || outcome === null) return leads;
  return `${leads} ${say("capacity-keeps", { share: share(place.converted, outcome.converted) })}`;
}

function curve(figure: BarFigure, figures: Figures, width: number, most: number, at: number): TemplateResult {
  const { places } = figure;
  const bar = bench.outline?.bars[at];
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || bar === undefined) return html``;
  const won = figures.outcome?.converted ?? 0;
  const right = width - (won === 0 ? RIGHT : RIGHT_WITH_SHARES);
  const bottom = TOP + HEIGHT;
  const x = scale([Math.min(first.at, bar.at), Math.max(last.at, bar.at)], [LEFT, right]);
  const y = scale([0, highest(figure, bar.at, most)], [bottom, TOP]);
  const shares = scale([0, 1], [bottom, TOP]);
  // Between two places nothing changes but right behind the first: whom a bar there leaves out are those at that place.
  const line = (height: (place: BarFigure["places"][number]) => number): string =>
    places
      .map((place, which) => {
        const [across, down] = [x.place(place.at) - LEFT, height(place) - TOP];
        return which === 0 ? `M${across} ${down}` : `V${down}H${across}`;
      })
      .join("");
  return html` <figure class="chart">
    <svg
      width=${width}
      height=${bottom + AXIS}
      role="group"
      aria-label=${say("capacity-label", { stage: figure.stage, score: figure.score })}
    >
      ${ticks(0, y.most, 4).map(
        (tick) => svg`
          <line class="grid" x1=${LEFT} x2=${right} y1=${y.place(tick)} y2=${y.place(tick)}></line>
          <text class="tick" x=${LEFT - 5} y=${y.place(tick) + 4} text-anchor="end">${count(tick)}</text>`,
      )}
      ${won === 0
        ? nothing
        : [0, 0.5, 1].map(
            (tick) => svg`
          <text class="tick tick-converted" x=${right + 5} y=${shares.place(tick) + 4}>${share(tick, 1)}</text>`,
          )}
      ${ticks(x.least, x.most, width / 70).map(
        (tick) =>
          svg`<text class="tick" x=${x.place(tick)} y=${bottom + 15} text-anchor="middle">${count(tick)}</text>`,
      )}
      ${most > y.most
        ? nothing
        : svg`<line class="limit" x1=${LEFT} x2=${right} y1=${y.place(most)} y2=${y.place(most)}></line>`}
      <svg class="frame" x=${LEFT} y=${TOP} width=${right - LEFT} height=${HEIGHT + 1}>
        ${won === 0
          ? nothing
          : svg`<path class="curve curve-converted" d=${line((place) => shares.place((place.converted ?? 0) / won))}></path>`}
        <path class="curve" d=${line((place) => y.place(place.leads))}></path>
      </svg>
      ${handle({ bar, at, scale: x, direction: "across", from: 10, to: bottom, label: 14 })}
    </svg>
    <p class="legend">
      <span><span class="swatch swatch-curve"></span>${say("leads")}</span>
      ${won === 0
        ? nothing
        : html`<span><span class="swatch swatch-converted"></span>${say("capacity-converted")}</span>`}
      <span><span class="swatch swatch-limit"></span>${say("capacity-limit")}</span>
    </p>
  </figure>`;
}

/** How many leads the chart shows at most: what can be called and what comes now fill it, what lies far above runs out. */
function highest({ places }: BarFigure, now: number, most: number): number {
  const all = Math.max(1, ...places.map((place) => place.leads));
  const atBar = places.findLast((place) => place.at <= now)?.leads ?? all;
  return Math.min(all, Math.max(10, 3 * most, 1.5 * atBar));
}
