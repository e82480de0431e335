/** One lead: why it stands where it does, what would lift it, how it came there. */

import { type TemplateResult, html, nothing } from "lit";
import type { Explanation, Reach, Timeline } from "../answers";
import { bench } from "../state/bench";
import { day, say } from "../words/words";
import { choice } from "./choice";
import { Drawer } from "./drawer";
import { explanation } from "./explanation";

class LeadDrawer extends Drawer<number> {
  #row: number | null = null;
  #explained: Explanation | null = null;
  readonly #askAgain = (): void => void this.#ask();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("scored", this.#askAgain);
    choice.addEventListener("open", this.#askAgain);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("scored", this.#askAgain);
    choice.removeEventListener("open", this.#askAgain);
  }

  protected override whom(): number | null {
    return choice.open;
  }

  protected override reach(row: number, stage: string): Promise<Reach> {
    return bench.talk.reach(row, stage);
  }

  protected override timeline(row: number): Promise<Timeline> {
    return bench.talk.timeline(row);
  }

  protected override render(): TemplateResult {
    const explained = this.#explained;
    const title = html`${explained?.key ?? say("row", { row: String((choice.open ?? 0) + 1) })}
    ${explained === null
      ? nothing
      : html`<span class="badge rank-${Math.min(4, bench.stageNames.indexOf(explained.stage))}"
          >${explained.stage}</span
        >`}`;
    const makeTest = html`<button
      type="button"
      class="small"
      ?disabled=${explained === null}
      @click=${() => void this.#makeTest()}
    >
      ${say("make-test")}
    </button>`;
    return this.framed(
      "lead-title",
      title,
      makeTest,
      explained === null ? html`<p class="quiet">${say("loading")}</p>` : this.#body(explained),
    );
  }

  #body(explained: Explanation): TemplateResult {
    const scores = bench.outline?.scores.map((score) => score.name) ?? [];
    return html` <p class="quiet small-text">${say("seen-from", { day: day(explained.as_of) })}</p>
      ${this.#account(explained.account_key)} ${explanation(explained)}
      ${this.further(say("lift-title"), this.#stages(), scores)}`;
  }

  #stages(): string[] {
    return bench.outline?.stages.map((stage) => stage.name) ?? [];
  }

  #account(key: string | undefined): TemplateResult | typeof nothing {
    if (key === undefined) return nothing;
    return html`<p>
      ${say("account")}
      <button type="button" class="link" @click=${() => choice.lookAtAccount(key)}>${key}</button>
    </p>`;
  }

  async #ask(): Promise<void> {
    const row = choice.open;
    if (row === null) return;
    if (row !== this.#row) {
      this.#row = row;
      this.#explained = null;
      this.forget();
      this.requestUpdate();
    }
    await bench.attempt(async () => {
      const explained = await bench.talk.explain(row);
      if (row !== choice.open) return;
      this.#explained = explained;
      this.requestUpdate();
      await this.askFurther(this.#stages(), explained.stage);
    });
  }

  async #makeTest(): Promise<void> {
    const row = choice.open;
    if (row === null || this.#explained === null) return;
    const { key, stage } = this.#explained;
    await bench.attempt(async () => {
      const { text } = await bench.talk.test(row, say("test-title", { key: key ?? String(row + 1), stage }));
      document.dispatchEvent(new CustomEvent("show-text"));
      bench.append(text);
    });
  }
}

customElements.define("lead-drawer", LeadDrawer);
