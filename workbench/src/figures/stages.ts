/** How many leads, or accounts, stand at each stage, by the draft and by the saved files. */

import { type TemplateResult, html, nothing, svg } from "lit";
import type { Figures, StageFigure } from "../api";
import { choice } from "../leads/choice";
import { count, say, share, signed } from "../words/words";

export function stages(figures: Figures): TemplateResult {
  const most = mostOf(figures.stages);
  const hasOutcome = figures.outcome !== null;
  return html` <table class="stages ${hasOutcome ? "with-outcome" : ""}">
      ${head(say("leads"), hasOutcome ? html`<th scope="col" class="number">${say("converted")}</th>` : nothing)}
      <tbody>
        ${figures.stages.map((stage, at) => row(stage, at, most, figures))}
      </tbody>
    </table>
    ${figures.exclusions.length === 0
      ? nothing
      : html` <p class="quiet small-text">
          ${say("exclusions")}
          ${figures.exclusions.map(
            ({ reason, count: leads }, at) => html`${at === 0 ? "" : " · "}${reason} ${count(leads)}`,
          )}
        </p>`}`;
}

function row(stage: StageFigure, at: number, most: number, figures: Figures): TemplateResult {
  const isChosen = choice.filter.stage === stage.name;
  const name = html`<button
    type="button"
    class="link"
    aria-pressed=${isChosen}
    title=${say("filter-by-stage", { stage: stage.name })}
    @click=${() => choice.narrow({ stage: isChosen ? undefined : stage.name })}
  >
    ${stage.name}
  </button>`;
  const converted =
    figures.outcome === null
      ? nothing
      : html`<td class="number">${stage.converted === null ? "–" : share(stage.converted, stage.count)}</td>`;
  return plain(stage, { at, most, all: figures.leads }, name, converted);
}

/** The same of others than leads. */
export function stageRows(figures: StageFigure[], all: number, whom: string): TemplateResult {
  const most = mostOf(figures);
  return html` <table class="stages">
    ${head(whom)}
    <tbody>
      ${figures.map((stage, at) => plain(stage, { at, most, all }, html`${stage.name}`))}
    </tbody>
  </table>`;
}

function mostOf(figures: StageFigure[]): number {
  return Math.max(1, ...figures.map((stage) => Math.max(stage.count, stage.before ?? 0)));
}

function head(whom: string, more: unknown = nothing): TemplateResult {
  return html` <thead>
    <tr>
      <th scope="col">${say("stage")}</th>
      <th scope="col"><span class="sr">${say("share")}</span></th>
      <th scope="col" class="number">${whom}</th>
      <th scope="col" class="number">${say("change")}</th>
      <th scope="col" class="number share">${say("share")}</th>
      ${more}
    </tr>
  </thead>`;
}

function plain(
  stage: StageFigure,
  { at, most, all }: { at: number; most: number; all: number },
  name: TemplateResult,
  more: unknown = nothing,
): TemplateResult {
  const by = stage.before === null ? 0 : stage.count - stage.before;
  const width = (many: number): string => `${(99 * many) / most}%`;
  return html` <tr class=${stage.kind}>
    <th scope="row">${name}</th>
    <td class="stage-bar">
      <svg width="100%" height="14" aria-hidden="true">
        ${svg`<rect class="stage-now stage-${stage.kind} rank-${Math.min(at, 4)}" y="2" height="10" rx="2" width=${width(stage.count)}></rect>`}
        ${by === 0 || stage.before === null
          ? nothing
          : svg`<rect class="stage-before" y="0" height="14" width="2" x=${width(stage.before)}></rect>`}
      </svg>
    </td>
    <td class="number">${count(stage.count)}</td>
    <td class="number">
      ${by === 0
        ? nothing
        : html` <span
            class="change ${by > 0 ? "more" : "less"}"
            title=${say("stage-was", { before: stage.before ?? 0 })}
            >${signed(by)}</span
          >`}
    </td>
    <td class="number quiet share">${share(stage.count, all)}</td>
    ${more}
  </tr>`;
}
