/** The accounts: how many stand at each stage, and the best of them. */

import { type TemplateResult, html, nothing } from "lit";
import type { AccountRow, AccountsAnswer } from "../api";
import { stageRows } from "../figures/stages";
import { Part } from "../frame/part";
import { choice } from "../leads/choice";
import { bench } from "../state/bench";
import { count, say } from "../words/words";
import { scoreHeads } from "./score-heads";

/** So many are shown at first, and so many more each time that is asked for. */
const STEP = 20;

class AccountsCard extends Part {
  #answer: AccountsAnswer | null = null;
  #shown = STEP;
  #search = "";
  readonly #askAgain = (): void => void this.#ask();
  readonly #showAnewHere = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("scored", this.#askAgain);
    choice.addEventListener("account", this.#showAnewHere);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("scored", this.#askAgain);
    choice.removeEventListener("account", this.#showAnewHere);
  }

  protected override render(): TemplateResult {
    const answer = this.#answer;
    if (answer === null) return html`<p class="quiet">${say("loading")}</p>`;
    return html` ${answer.stages.length > 1 ? stageRows(answer.stages, answer.accounts, say("accounts")) : nothing}
      <p class="accounts-search">
        <input
          type="search"
          aria-label=${say("accounts-search")}
          placeholder=${say("accounts-search")}
          .value=${this.#search}
          @input=${(event: Event) => this.#searchFor((event.target as HTMLInputElement).value)}
        />
        <span class="quiet" role="status">${say("accounts-count", { count: answer.total })}</span>
      </p>
      <div class="accounts-table" tabindex="0" role="region" aria-label=${say("card-accounts")}>
        <table class="accounts">
          <thead>
            <tr>
              <th scope="col">${say("account")}</th>
              <th scope="col">${say("stage")}</th>
              ${scoreHeads(answer.scores)}
              <th scope="col" class="number">${say("leads")}</th>
            </tr>
          </thead>
          <tbody>
            ${answer.rows.map((row, at) => this.#row(row, answer.members[at] ?? 0, answer))}
          </tbody>
        </table>
      </div>
      ${answer.rows.length < answer.total
        ? html`<button type="button" class="small" @click=${() => this.#showMore()}>${say("accounts-more")}</button>`
        : nothing}`;
  }

  #row(row: AccountRow, leads: number, { named, stages }: AccountsAnswer): TemplateResult {
    const name = row.columns.slice(0, named).find((value) => value !== null) ?? null;
    const rank = stages.findIndex((stage) => stage.name === row.stage);
    const key = row.key;
    return html` <tr class=${key !== null && key === choice.account ? "open" : ""}>
      <th scope="row">
        ${key === null
          ? html`<span class="quiet">${say("row", { row: String(row.row + 1) })}</span>`
          : html`<button
              type="button"
              class="link"
              data-account=${key}
              title=${key}
              @click=${() => choice.lookAtAccount(key)}
            >
              ${name ?? key}
            </button>`}
      </th>
      <td>
        <span class="badge rank-${Math.min(4, Math.max(0, rank))}">${row.stage}</span>${row.before === null
          ? nothing
          : html` <span class="quiet was" title=${say("stage-was-named", { before: row.before })}
              >← ${row.before}</span
            >`}
      </td>
      ${row.scores.map((points) => html`<td class="number">${points === null ? "–" : count(points)}</td>`)}
      <td class="number">${count(leads)}</td>
    </tr>`;
  }

  #searchFor(text: string): void {
    this.#search = text;
    this.#shown = STEP;
    void this.#ask();
  }

  #showMore(): void {
    this.#shown += 5 * STEP;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (bench.figures?.complete !== true) return;
    const [search, shown] = [this.#search.trim(), this.#shown];
    await bench.attempt(async () => {
      const filter = search === "" ? {} : { search };
      const answer = await bench.talk.accounts({ filter, sort: null, from: 0, count: shown });
      if (search === this.#search.trim() && shown === this.#shown) this.#answer = answer;
    });
    this.requestUpdate();
  }
}

customElements.define("accounts-card", AccountsCard);
