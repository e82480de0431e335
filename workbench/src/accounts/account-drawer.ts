/** One account: why it stands where it does, lead by lead, what would lift it, and how it came there. */

import { type TemplateResult, html, nothing } from "lit";
import type { AccountExplanation, Fact, Reach, Taken, Timeline } from "../answers";
import { choice } from "../leads/choice";
import { Drawer } from "../leads/drawer";
import { explanation } from "../leads/explanation";
import { bench } from "../state/bench";
import { day, say } from "../words/words";
import { scoreHeads } from "./score-heads";

class AccountDrawer extends Drawer<string> {
  #key: string | null = null;
  #explained: AccountExplanation | null = null;
  readonly #askAgain = (): void => void this.#ask();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("scored", this.#askAgain);
    choice.addEventListener("account", this.#askAgain);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("scored", this.#askAgain);
    choice.removeEventListener("account", this.#askAgain);
  }

  protected override whom(): string | null {
    return choice.account;
  }

  protected override reach(key: string, stage: string): Promise<Reach> {
    return bench.talk.accountReach(key, stage);
  }

  protected override timeline(key: string): Promise<Timeline> {
    return bench.talk.accountTimeline(key);
  }

  protected override render(): TemplateResult {
    const explained = this.#explained;
    const title = html`${choice.account ?? ""}
    ${explained === null ? nothing : html`<span class="badge">${explained.account.stage}</span>`}`;
    return this.framed(
      "account-title",
      title,
      nothing,
      explained === null ? html`<p class="quiet">${say("loading")}</p>` : this.#body(explained),
    );
  }

  #body({ account, over_leads: overLeads, leads }: AccountExplanation): TemplateResult {
    // What is asked over leads has a place of its own.
    const asked = new Set(overLeads.map((over) => over.text));
    const isOwn = ({ name }: Fact): boolean => !asked.has(name);
    return html` <p class="quiet small-text">${say("seen-from", { day: day(account.as_of) })}</p>
      ${explanation({ ...account, fields: account.fields.filter(isOwn) })}
      ${overLeads.length === 0
        ? nothing
        : html` <section class="explained">
            <h4>${say("over-leads")}</h4>
            <ul class="over-leads">
              ${overLeads.map(
                (over) =>
                  html` <li>
                    <span>${over.text}</span><b>${over.value ?? say("unknown")}</b>
                    <div class="quiet small-text">${over.leads.map(taken).join(", ")}</div>
                  </li>`,
              )}
            </ul>
          </section>`}
      <section class="explained">
        <h4>${say("leads-of-account")}</h4>
        ${leads.length === 0
          ? html`<p class="quiet">${say("leads-of-account-none")}</p>`
          : html` <table class="accounts">
              <thead>
                <tr>
                  <th scope="col">${say("key")}</th>
                  <th scope="col">${say("stage")}</th>
                  ${scoreHeads(bench.outline?.scores.map(({ name }) => name) ?? [])}
                </tr>
              </thead>
              <tbody>
                ${leads.map(
                  (lead) =>
                    html` <tr>
                      <th scope="row">${lead.key ?? "–"}</th>
                      <td>
                        ${lead.stage}
                        ${lead.excluded === null
                          ? nothing
                          : html`<span class="quiet">(${say("lead-excluded", { reason: lead.excluded })})</span>`}
                      </td>
                      ${lead.scores.map((points) => html`<td class="number">${points ?? "–"}</td>`)}
                    </tr>`,
                )}
              </tbody>
            </table>`}
      </section>
      ${this.further(
        say("lift-title-account"),
        account.stages.map((stage) => stage.name),
        account.scores.map((score) => score.name),
      )}`;
  }

  async #ask(): Promise<void> {
    const key = choice.account;
    if (key === null) return;
    if (key !== this.#key) {
      this.#key = key;
      this.#explained = null;
      this.forget();
      this.requestUpdate();
    }
    await bench.attempt(async () => {
      const explained = await bench.talk.account(key);
      if (key !== choice.account) return;
      this.#explained = explained;
      this.requestUpdate();
      const stages = explained.account.stages.map((stage) => stage.name);
      await this.askFurther(stages, explained.account.stage);
    });
  }
}

/** A lead, and what it adds. */
function taken({ lead, value }: Taken): string {
  const key = lead ?? "–";
  return value == null ? key : `${key}: ${value}`;
}

customElements.define("account-drawer", AccountDrawer);
