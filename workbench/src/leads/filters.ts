/** What narrows the table of leads. */

import { type TemplateResult, html, nothing } from "lit";
import { bench } from "../state/bench";
import { say } from "../words/words";
import { type Filter, choice } from "./choice";

const REST_BEFORE_SEARCHING_MS = 200;
const NEAR = 5;
let searching = 0;

export function filters(columns: string[]): TemplateResult {
  const { filter } = choice;
  const column = filter.column;
  return html` <div class="filters" role="search" aria-label=${say("filters")}>
    <input
      type="search"
      class="search"
      placeholder=${say("search")}
      aria-label=${say("search")}
      .value=${filter.search ?? ""}
      @input=${search}
    />
    <select aria-label=${say("filter-stage")} @change=${(event: Event) => choice.narrow({ stage: chosen(event) })}>
      <option value="" ?selected=${filter.stage === undefined}>${say("filter-all-stages")}</option>
      ${bench.stageNames.map((name) => html`<option value=${name} ?selected=${filter.stage === name}>${name}</option>`)}
    </select>
    <select
      aria-label=${say("filter-moved")}
      @change=${(event: Event) => choice.narrow({ moved: chosen(event) as Filter["moved"] })}
    >
      <option value="" ?selected=${filter.moved === undefined}>${say("filter-moved-or-not")}</option>
      <option value="any" ?selected=${filter.moved === "any"}>${say("filter-moved-any")}</option>
      <option value="up" ?selected=${filter.moved === "up"}>${say("filter-moved-up")}</option>
      <option value="down" ?selected=${filter.moved === "down"}>${say("filter-moved-down")}</option>
    </select>
    <select aria-label=${say("filter-near")} @change=${near}>
      <option value="" ?selected=${filter.near === undefined}>${say("filter-near-any")}</option>
      ${bench.outline?.bars.map(
        (bar, at) =>
          html` <option value=${String(at)} ?selected=${filter.near?.score === bar.score && filter.near.at === bar.at}>
            ${say("filter-near-bar", { within: NEAR, stage: bar.stage, score: bar.score })}
          </option>`,
      )}
    </select>
    ${columns.length === 0
      ? nothing
      : html` <select aria-label=${say("filter-column")} @change=${(event: Event) => nameColumn(chosen(event))}>
          <option value="" ?selected=${column === undefined}>${say("filter-column-any")}</option>
          ${columns.map((name) => html`<option value=${name} ?selected=${column?.name === name}>${name}</option>`)}
        </select>`}
    ${column === undefined
      ? nothing
      : html` <input
          type="text"
          class="value"
          placeholder=${say("filter-value")}
          aria-label=${say("filter-value-of", { column: column.name })}
          .value=${column.value}
          @change=${(event: Event) =>
            choice.narrow({ column: { ...column, value: (event.target as HTMLInputElement).value } })}
        />`}
    ${Object.keys(filter).length === 0
      ? nothing
      : html` <button type="button" class="plain small" @click=${() => choice.clear()}>${say("filter-clear")}</button>`}
  </div>`;
}

function chosen(event: Event): string | undefined {
  const { value } = event.target as HTMLSelectElement;
  return value === "" ? undefined : value;
}

function search(event: Event): void {
  const { value } = event.target as HTMLInputElement;
  clearTimeout(searching);
  searching = window.setTimeout(() => choice.narrow({ search: value }), REST_BEFORE_SEARCHING_MS);
}

function near(event: Event): void {
  const which = chosen(event);
  const bar = which === undefined ? undefined : bench.outline?.bars[Number(which)];
  choice.narrow({ near: bar === undefined ? undefined : { score: bar.score, at: bar.at, within: NEAR } });
}

function nameColumn(name: string | undefined): void {
  choice.narrow({ column: name === undefined ? undefined : { name, value: "" } });
}
