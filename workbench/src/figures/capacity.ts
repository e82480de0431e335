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
const TOP = 22;
const AXIS = 22;
const KEPT_AS = "leadrules-capacity";

/** What is looked at in this part of the page. */
export interface Question {
  /** Among `Outline.bars`. */
  bar: number;
  /** How many leads can be called. */
  leads: number;
}

export function firstQuestion(): Question {
  return { bar: 0, leads: Number(localStorage.getItem(KEPT_AS) ?? "50") };
}

export function capacity(figures: Figures, width: number, asked: Question, ask: (question: Question) => void): TemplateResult {
  const bars = figures.bars;
  const figure = bars[asked.bar] ?? bars[0];
  const bar = bench.outline?.bars[asked.bar] ?? bench.outline?.bars[0];
  if (figure === undefined || bar === undefined) return html`<p class="quiet">${say("capacity-no-bars")}</p>`;
  const at = bars.indexOf(figure);
  const fitting = fittingPlace(figure.places, asked.leads);
  const change = (leads: number): void => {
    if (!Number.isFinite(leads) || leads < 0) return;
    localStorage.setItem(KEPT_AS, String(leads));
    ask({ ...asked, leads });
  };
  return html`
    <div class="capacity">
      <label>${say("capacity-call")}
        <input type="number" min="0" step="1" .value=${String(asked.leads)}
          @input=${(event: Event) => change((event.target as HTMLInputElement).valueAsNumber)}>
      </label>
      <label>${say("capacity-bar")}
        <select @change=${(event: Event) => ask({ ...asked, bar: (event.target as HTMLSelectElement).selectedIndex })}>
          ${bars.map((one, which) => html`<option ?selected=${which === at}>${one.stage} · ${one.score}</option>`)}
        </select>
      </label>
    </div>
    ${curve(figure, figures, width, asked.leads, at)}
    ${fitting === null ? nothing : html`
      <p class="offer">
        <span>${says(fitting, figures)}</span>
        <button type="button" class="small" ?disabled=${fitting.at === bar.at || bench.isStale} @click=${() => bench.setBar(at, fitting.at)}>
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
  const bottom = TOP + HEIGHT;
  const x = scale([Math.min(first.at, bar.at), Math.max(last.at, bar.at)], [LEFT, width - RIGHT]);
  const y = scale([0, Math.max(1, ...places.map((place) => place.leads))], [bottom, TOP]);
  const leads = places.map((place, which) => `${which === 0 ? "M" : "L"}${x.place(place.at)} ${y.place(place.leads)}`).join("");
  const won = figures.outcome?.converted ?? 0;
  const kept = scale([0, Math.max(1, won)], [bottom, TOP]);
  const convertedPath = won === 0 ? null : places
    .map((place, which) => `${which === 0 ? "M" : "L"}${x.place(place.at)} ${kept.place(place.converted ?? 0)}`)
    .join("");
  return html`
    <figure class="chart">
      <svg width=${width} height=${bottom + AXIS} role="group" aria-label=${say("capacity-label", { stage: figure.stage, score: figure.score })}>
        ${ticks(0, y.most, 4).map((tick) => svg`
          <line class="grid" x1=${LEFT} x2=${width - RIGHT} y1=${y.place(tick)} y2=${y.place(tick)}></line>
          <text class="tick" x=${LEFT - 5} y=${y.place(tick) + 4} text-anchor="end">${count(tick)}</text>`)}
        ${ticks(x.least, x.most, width / 70).map(
          (tick) => svg`<text class="tick" x=${x.place(tick)} y=${bottom + 15} text-anchor="middle">${count(tick)}</text>`,
        )}
        ${most > y.most ? nothing : svg`<line class="limit" x1=${LEFT} x2=${width - RIGHT} y1=${y.place(most)} y2=${y.place(most)}></line>`}
        <path class="curve" d=${leads}></path>
        ${convertedPath === null ? nothing : svg`<path class="curve curve-converted" d=${convertedPath}></path>`}
        ${handle({ bar, at, scale: x, direction: "across", from: 10, to: bottom, label: 14 })}
      </svg>
      <p class="legend">
        <span class="swatch swatch-curve"></span>${say("leads")}
        ${convertedPath === null ? nothing : html`<span class="swatch swatch-converted"></span>${say("capacity-converted")}`}
        <span class="swatch swatch-limit"></span>${say("capacity-limit")}
      </p>
    </figure>`;
}
