/** The second pane: what the rules do. */

import { type TemplateResult, html, nothing } from "lit";
import type { Moves } from "../answers";
import { Part } from "../frame/part";
import { choice } from "../leads/choice";
import { bench } from "../state/bench";
import { say, share } from "../words/words";
import { type Question, capacity, firstQuestion } from "./capacity";
import { heatMap } from "./heat";
import { histogram } from "./histogram";
import { movement } from "./movers";
import { proofs } from "./proofs";
import { stages } from "./stages";
import "../accounts/account-drawer";
import "../accounts/accounts-card";

class FiguresPane extends Part {
  #width = 320;
  #question: Question = firstQuestion();
  #readout = "";
  #moves: Moves | null = null;
  #isAsking = false;
  readonly #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width ?? 0));
  readonly #forget = (): void => this.#forgetMoves();
  readonly #showAnewHere = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("edited", this.#forget);
    choice.addEventListener("filter", this.#showAnewHere);
    choice.addEventListener("account", this.#showAnewHere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("edited", this.#forget);
    choice.removeEventListener("filter", this.#showAnewHere);
    choice.removeEventListener("account", this.#showAnewHere);
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult {
    const { figures } = bench;
    return html` <header class="pane-head">
        <h2>${say("pane-figures")}</h2>
        <span class="grow"></span>
        <span class="quiet figures-state">${this.#state()}</span>
      </header>
      <div class="cards ${bench.isStale ? "stale" : ""}">
        <div class="measure"></div>
        ${figures === null
          ? html`<p class="quiet pad">${this.#whyNone()}</p>`
          : html` ${this.#card("card-stages", stages(figures), this.#outcome())}
            ${bench.outline?.has_accounts === true
              ? this.#card("card-accounts", html`<accounts-card></accounts-card>`)
              : nothing}
            ${figures.scores.length === 0
              ? nothing
              : this.#card("card-scores", html`${figures.scores.map((score) => histogram(score, this.#width))}`)}
            ${figures.heat === null
              ? nothing
              : this.#card(
                  "card-heat",
                  heatMap(figures.heat, this.#width, this.#readout, (says) => this.#read(says)),
                )}
            ${this.#card(
              "card-movers",
              movement(figures.moved, this.#moves, this.#isAsking, () => void this.#askMoves()),
            )}
            ${this.#card(
              "card-capacity",
              capacity(figures, this.#width, this.#question, (question) => this.#ask(question)),
            )}`}
        ${this.#card("card-proofs", proofs(bench.proof, figures, bench.isProving))}
      </div>
      ${choice.account === null
        ? nothing
        : html`<account-drawer @closed=${() => this.#closeAccount()}></account-drawer>`}`;
  }

  protected override firstUpdated(): void {
    const measure = this.querySelector(".measure");
    if (measure !== null) this.#observer.observe(measure);
  }

  #card(title: string, content: TemplateResult, aside: unknown = nothing): TemplateResult {
    return html`<section class="card" aria-labelledby=${title}>
      <h3 id=${title}>${say(title)}${aside}</h3>
      ${content}
    </section>`;
  }

  #closeAccount(): void {
    const key = choice.account;
    choice.lookAtAccount(null);
    const buttons = [...this.querySelectorAll<HTMLElement>("[data-account]")];
    buttons.find((button) => button.dataset["account"] === key)?.focus();
  }

  #outcome(): TemplateResult | typeof nothing {
    const outcome = bench.figures?.outcome ?? null;
    if (outcome === null) return nothing;
    const says = say("outcome-known", { known: outcome.known, share: share(outcome.converted, outcome.known) });
    return html` <span class="quiet aside" title=${bench.session?.outcome ?? ""}>${says}</span>`;
  }

  #whyNone(): string {
    if (bench.session?.data == null && bench.session?.reads !== true) return say("figures-no-leads");
    return say(bench.hasErrors ? "figures-errors" : "figures-wait");
  }

  #state(): TemplateResult | string {
    if (bench.isStale) return say("figures-stale");
    if (bench.progress !== null) {
      const { leads, of } = bench.progress;
      if (of === 0) return say("reading-progress", { rows: leads });
      return html`<progress value=${leads} max=${of} aria-label=${say("scoring")}></progress> ${say(
          "scoring-progress",
          { leads, of },
        )}`;
    }
    const { figures } = bench;
    if (figures === null) return "";
    return bench.sample === null
      ? say("figures-all", { leads: figures.leads })
      : say("figures-sample", { leads: bench.sample });
  }

  #measure(width: number): void {
    const rounded = Math.floor(width);
    if (rounded === this.#width || rounded === 0) return;
    this.#width = rounded;
    this.requestUpdate();
  }

  #read(says: string): void {
    if (says === this.#readout) return;
    this.#readout = says;
    this.requestUpdate();
  }

  #ask(question: Question): void {
    this.#question = question;
    this.requestUpdate();
  }

  /** Whose edits move leads is known of the draft that it was asked of only. */
  #forgetMoves(): void {
    this.#moves = null;
  }

  async #askMoves(): Promise<void> {
    this.#isAsking = true;
    this.requestUpdate();
    await bench.attempt(async () => {
      const texts = bench.texts;
      const moves = await bench.talk.movers(texts);
      if (texts.every((text, at) => text === bench.documents?.text(at))) this.#moves = moves;
    });
    this.#isAsking = false;
    this.requestUpdate();
  }
}

customElements.define("figures-pane", FiguresPane);
