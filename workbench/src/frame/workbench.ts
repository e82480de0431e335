/** The page as a whole: its header, the three panes or the start page, and what is told above them. */

import { type TemplateResult, html, nothing } from "lit";
import { choice } from "../leads/choice";
import { bench } from "../state/bench";
import type { Opened } from "../start/start-page";
import { editing } from "../text/editor";
import { count, say } from "../words/words";
import { nonce } from "./nonce";
import { Part } from "./part";
import { save } from "./saving";
import "./page-header";
import "../figures/figures-pane";
import "../leads/leads-pane";
import "../start/start-page";
import "../text/merge-view";
import "../text/text-pane";

const PANES = { rules: "pane-rules", figures: "pane-figures", leads: "pane-leads" };
type Pane = keyof typeof PANES;
const REST_BEFORE_ANNOUNCING_MS = 1000;

class Workbench extends Part {
  /** Which pane a narrow page shows. */
  #pane: Pane = "rules";
  #announced = "";
  #announcing = 0;
  readonly #announceLater = (): void => {
    clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => this.#announce(), REST_BEFORE_ANNOUNCING_MS);
  };
  readonly #showText = (): void => this.#show("rules");
  readonly #showLead = (): void => {
    if (choice.open !== null) this.#show("leads");
  };
  readonly #showAccount = (): void => {
    if (choice.account !== null) this.#show("figures");
  };
  readonly #showLeads = (): void => this.#show("leads");
  readonly #press = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void save();
  };
  readonly #leave = (event: BeforeUnloadEvent): void => {
    if (bench.isDirty) event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("scored", this.#announceLater);
    document.addEventListener("show-text", this.#showText);
    choice.addEventListener("open", this.#showLead);
    choice.addEventListener("account", this.#showAccount);
    choice.addEventListener("filter", this.#showLeads);
    addEventListener("keydown", this.#press);
    addEventListener("beforeunload", this.#leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("scored", this.#announceLater);
    document.removeEventListener("show-text", this.#showText);
    choice.removeEventListener("open", this.#showLead);
    choice.removeEventListener("account", this.#showAccount);
    choice.removeEventListener("filter", this.#showLeads);
    removeEventListener("keydown", this.#press);
    removeEventListener("beforeunload", this.#leave);
  }

  protected override render(): TemplateResult {
    return html` <page-header></page-header>
      ${this.#notices()} ${this.#content()}
      <p class="sr" aria-live="polite">${this.#announced}</p>
      ${bench.conflict === null ? nothing : html`<conflict-view></conflict-view>`}`;
  }

  #content(): TemplateResult {
    if (bench.session === null) {
      return html`<main class="start"><p class="quiet">${bench.trouble === null ? say("loading") : ""}</p></main>`;
    }
    if (bench.documents === null) {
      return html`<start-page
        @opened=${(event: Opened) => bench.begin(event.session, editing(), nonce())}
      ></start-page>`;
    }
    return html` <nav class="pane-tabs segments" aria-label=${say("panes")}>
        ${(Object.keys(PANES) as Pane[]).map(
          (pane) =>
            html` <button type="button" aria-pressed=${this.#pane === pane} @click=${() => this.#show(pane)}>
              ${say(PANES[pane])}
            </button>`,
        )}
      </nav>
      <main class="panes" data-shown=${this.#pane}>
        <text-pane class="pane" data-pane="rules"></text-pane>
        <figures-pane class="pane" data-pane="figures"></figures-pane>
        <leads-pane class="pane" data-pane="leads"></leads-pane>
      </main>`;
  }

  #notices(): TemplateResult {
    return html` ${bench.trouble === null
      ? nothing
      : html` <div class="banner bad" role="alert">
          <span>${bench.trouble}</span><span class="grow"></span>
          <button type="button" class="small" @click=${() => this.#tryAgain()}>${say("try-again")}</button>
        </div>`}
    ${bench.restored.length === 0
      ? nothing
      : html` <div class="banner" role="status">
          <span>${say("draft-restored", { files: bench.restored.join(", ") })}</span><span class="grow"></span>
          <button type="button" class="small" @click=${() => bench.discardDrafts()}>${say("draft-discard")}</button>
          <button type="button" class="small" @click=${() => this.#keepDraft()}>${say("draft-keep")}</button>
        </div>`}`;
  }

  #tryAgain(): void {
    bench.trouble = null;
    bench.tell("change");
    if (bench.documents !== null) void bench.run();
  }

  #keepDraft(): void {
    bench.restored = [];
    bench.tell("change");
  }

  #show(pane: Pane): void {
    this.#pane = pane;
    this.requestUpdate();
  }

  /** Says the result to who can't see it. */
  #announce(): void {
    const { figures, findings } = bench;
    if (figures === null) return;
    const stages = figures.stages.map((stage) => `${stage.name} ${count(stage.count)}`).join(", ");
    this.#announced = say("announce", { stages, findings: findings.length });
    this.requestUpdate();
  }
}

customElements.define("leadrules-workbench", Workbench);
