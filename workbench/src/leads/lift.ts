/** What would lift a lead to a stage, and what is worth asking. */

import { type TemplateResult, html, nothing } from "lit";
import type { Reach, ScoreChange, Thing } from "../answers";
import { count, say, signed } from "../words/words";

export function lift(reach: Reach): TemplateResult {
  if (reach.is_there) return html`<p class="quiet">${say("lift-is-there", { stage: reach.to })}</p>`;
  return html` ${reach.ways.length === 0
    ? obstacles(reach)
    : html` <ol class="ways">
        ${reach.ways.map(
          (way) =>
            html` <li>
              ${way.things.map((thing) => html`<div>${whose(thing)}${thingSaid(thing)}</div>`)}
              <div class="quiet">${way.scores.map(changed)} → ${way.stage}</div>
            </li>`,
        )}
      </ol>`}
  ${reach.unknown.length === 0
    ? nothing
    : html` <h5>${say("worth-asking")}</h5>
        <ul class="worth">
          ${reach.unknown.map(
            ({ field, lead, scores }) =>
              html` <li>
                ${of(lead)}<b>${field}</b> ${scores.map(
                  ({ score, least, most }) => html`
                    <span class="quiet"
                      >${score}
                      ${least === most ? signed(least ?? 0) : `${signed(least ?? 0)} … ${signed(most ?? 0)}`}</span
                    >
                  `,
                )}
              </li>`,
          )}
        </ul>`}`;
}

function obstacles({ obstacles: found, to }: Reach): TemplateResult {
  return html` <p>${say("lift-no-way", { stage: to })}</p>
    <ul class="worth">
      ${found.map(
        ({ condition, now, most }) =>
          html` <li>
            <code>${condition}</code>
            ${now === null ? nothing : html`<span class="quiet">${say("lift-now", { now: count(now) })}</span>`}
            ${most === null ? nothing : html`<span class="quiet">${say("lift-at-most", { most: count(most) })}</span>`}
          </li>`,
      )}
    </ul>`;
}

function of(lead: string | undefined): TemplateResult | typeof nothing {
  return lead === undefined ? nothing : html`<b>${lead}</b> · `;
}

/** Of which other lead it is, if of one. */
function whose(thing: Thing): TemplateResult | typeof nothing {
  return of(thing.kind === "wait" ? undefined : thing.lead);
}

function thingSaid(thing: Thing): string {
  switch (thing.kind) {
    case "fact":
      return say("lift-fact", { field: thing.field, what: thing.turns_out });
    case "event":
      return thing.every === 0
        ? say("lift-event", { what: thing.event, times: thing.times })
        : say("lift-event-every", { what: thing.event, times: thing.times, days: thing.every });
    case "wait":
      return say("lift-wait", { days: thing.days });
  }
}

function changed({ score, before, after }: ScoreChange, at: number): string {
  const shown = `${score} ${before === null ? "–" : count(before)} → ${after === null ? "–" : count(after)}`;
  return at === 0 ? shown : `, ${shown}`;
}
