/** Who moves against the saved files, and by whose edit. */

import { type TemplateResult, html, nothing } from "lit";
import type { Moved } from "../api";
import type { Flow, Moves } from "../answers";
import { choice } from "../leads/choice";
import { count, say, signed } from "../words/words";

const MOST_SHOWN = 8;

export function movement(moved: Moved | null, moves: Moves | null, isAsking: boolean, ask: () => void): TemplateResult {
  if (moved === null) return html`<p class="quiet">${say("moved-unknown")}</p>`;
  if (moved.total === 0 && moved.only_scores === 0) return html`<p class="quiet">${say("moved-nobody")}</p>`;
  return html` <p class="moved-summary">
      <button type="button" class="link" @click=${() => choice.narrow({ moved: "any" })}>
        ${say("moved-total", { count: moved.total })}
      </button>
      <button type="button" class="link change more" @click=${() => choice.narrow({ moved: "up" })}>
        ▲ ${count(moved.up)}
      </button>
      <button type="button" class="link change less" @click=${() => choice.narrow({ moved: "down" })}>
        ▼ ${count(moved.down)}
      </button>
      <span class="quiet">${say("moved-only-scores", { count: moved.only_scores })}</span>
    </p>
    ${moved.flows.length === 0
      ? nothing
      : html` <ul class="flows">
          ${moved.flows.map(
            ({ from, to, count: leads }) => html`<li><span>${from} → ${to}</span> <b>${count(leads)}</b></li>`,
          )}
        </ul>`}
    <button type="button" class="small" ?disabled=${isAsking} @click=${ask}>${say("moved-whose")}</button>
    ${moves === null ? nothing : whose(moves)}`;
}

function whose(moves: Moves): TemplateResult {
  return html` <div class="whose">
    <ul class="edits">
      ${moves.edits.map(
        (edit) =>
          html` <li>
            <div class="edit-title">
              <b>${edit.title}</b> <span class="quiet">${edit.owner ?? say("moved-no-owner")}</span>
            </div>
            ${edit.before === null ? nothing : html`<code class="edit-before">${edit.before}</code>`}
            ${edit.after === null ? nothing : html`<code class="edit-after">${edit.after}</code>`}
            ${edit.leads === null || edit.points === null
              ? nothing
              : html` <div class="quiet">
                  ${say("moved-edit", { leads: edit.leads, points: signed(edit.points) })}
                </div>`}
            <div>
              ${edit.decides.length === 0
                ? html`<span class="quiet">${say("moved-decides-none")}</span>`
                : edit.decides.map(flow)}
            </div>
          </li>`,
      )}
    </ul>
    ${moves.by_several === 0
      ? nothing
      : html`<p class="quiet">${say("moved-by-several", { count: moves.by_several })}</p>`}
    ${moves.movers.length === 0
      ? nothing
      : html` <h4>${say("moved-who")}</h4>
          <ul class="movers">
            ${moves.movers.slice(0, MOST_SHOWN).map(
              (mover) =>
                html` <li>
                  <button type="button" class="link" @click=${() => choice.look(mover.row - 1)}>
                    ${mover.key ?? say("row", { row: String(mover.row) })}
                  </button>
                  <span class="quiet">${mover.before} → ${mover.after}</span>
                </li>`,
            )}
          </ul>`}
  </div>`;
}

function flow({ before, after, leads }: Flow): TemplateResult {
  return html`<span class="flow">${before} → ${after} <b>${count(leads)}</b></span>`;
}
