/** The rules as fields and sliders, for who does not want to write. Each of them edits the text. */

import { type TemplateResult, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Bar, OutlineRule } from "../api";
import { stepOf } from "../figures/handle";
import { bench } from "../state/bench";
import { say, share } from "../words/words";

export function forms(): TemplateResult {
  const { outline } = bench;
  if (outline === null) return html`<p class="quiet pad">${say("forms-wait")}</p>`;
  const scores = outline.scores.filter((score) => outline.rules.some((rule) => rule.score === score.name));
  return html` <div class="forms" ?inert=${bench.isStale}>
    ${bench.isStale ? html`<p class="notice">${say("forms-stale")}</p>` : nothing}
    ${outline.bars.length === 0
      ? nothing
      : html` <fieldset>
          <legend>${say("forms-bars")}</legend>
          ${outline.bars.map(barField)}
        </fieldset>`}
    ${scores.map(
      (score) =>
        html` <fieldset>
          <legend>${score.name}</legend>
          ${outline.rules.map((rule, at) => (rule.score === score.name ? ruleField(rule, at) : nothing))}
        </fieldset>`,
    )}
  </div>`;
}

function barField(bar: Bar, at: number): TemplateResult {
  const figure = bench.figures?.scores.find((score) => score.name === bar.score);
  const least = Math.min(0, bar.at, figure?.histogram[0]?.from ?? 0);
  const most = Math.max(bar.at, figure?.histogram.at(-1)?.to ?? 100);
  const label = say("forms-bar", { stage: bar.stage, score: bar.score });
  if (bar.is_fixed) return inText(label, bar);
  return field(
    `bar-${at}`,
    label,
    bar.at,
    [least, most],
    (value) => bench.setBar(at, value),
    () => jump(bar),
  );
}

function ruleField(rule: OutlineRule, at: number): TemplateResult {
  const { figures } = bench;
  const fired = figures?.rules[at]?.fired;
  const fires = figures === null || fired === undefined ? nothing : share(fired, figures.leads);
  const { points } = rule;
  if (points === null) return inText(rule.title, rule, fires);
  const size = Math.abs(points.value);
  const reach = size > 0 && size <= 1 ? 1 : Math.max(50, Math.ceil(size / 50) * 50);
  return field(
    `rule-${at}`,
    rule.title,
    points.value,
    [-reach, reach],
    (value) => bench.setPoints(at, value),
    () => jump(rule),
    fires,
  );
}

/** What has no number of its own that could be edited. */
function inText(label: string, place: Bar | OutlineRule, aside: unknown = nothing): TemplateResult {
  return html` <div class="field">
    <button type="button" class="link field-name" @click=${() => jump(place)}>${label}</button>
    <span class="field-share quiet">${aside}</span>
    <span class="field-value quiet">${say("forms-in-text")}</span>
  </div>`;
}

function field(
  id: string,
  label: string,
  value: number,
  [least, most]: [number, number],
  set: (value: number) => void,
  show: () => void,
  aside: unknown = nothing,
): TemplateResult {
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (Number.isFinite(input.valueAsNumber)) set(input.valueAsNumber);
    else input.value = String(value);
  };
  return html` <div class="field">
    <button type="button" class="link field-name" @click=${show} title=${say("jump-to-text")}>${label}</button>
    <span class="field-share quiet">${aside}</span>
    <input
      type="range"
      aria-label=${label}
      min=${least}
      max=${most}
      step=${stepOf(least, most)}
      .value=${live(String(value))}
      @input=${take}
    />
    <input
      type="number"
      id=${id}
      aria-label=${say("forms-number", { name: label })}
      step="any"
      .value=${String(value)}
      @change=${take}
    />
  </div>`;
}

function jump({ file, from, to }: { file: number; from: number; to: number }): void {
  document.dispatchEvent(new CustomEvent("show-text"));
  bench.documents?.jump(file, from, to);
}
