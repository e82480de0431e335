/** One lead: why it stands where it does, what would lift it, how it came there. */

import { type TemplateResult, html, nothing } from "lit";
import type { Explanation, Reach, Timeline } from "../answers";
import { Part } from "../frame/part";
import { bench } from "../state/bench";
import { day, say } from "../words/words";
import { choice } from "./choice";
import { course } from "./course";
import { explanation } from "./explanation";
import { lift } from "./lift";

class LeadDrawer extends Part {
  #row: number | null = null;
  #explained: Explanation | null = null;
  #reach: Reach | null = null;
  #timeline: Timeline | null = null;
  #stage = "";
  #width = 320;
  readonly #askAgain = (): void => void this.#ask();
  readonly #opened = (): void => void this.#ask();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("scored", this.#askAgain);
    choice.addEventListener("open", this.#opened);
    void this.#ask().then(() => this.querySelector<HTMLElement>("h3")?.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("scored", this.#askAgain);
    choice.removeEventListener("open", this.#opened);
  }

  protected override render(): TemplateResult {
    const explained = this.#explained;
    return html` <section
      class="drawer"
      role="dialog"
      aria-labelledby="lead-title"
      @keydown=${(event: KeyboardEvent) => this.#press(event)}
    >
      <header>
        <h3 id="lead-title" tabindex="-1">
          ${explained === null
            ? say("row", { row: String((choice.open ?? 0) + 1) })
            : (explained.key ?? say("row", { row: String((choice.open ?? 0) + 1) }))}
          ${explained === null
            ? nothing
            : html`<span class="badge rank-${Math.min(4, bench.stageNames.indexOf(explained.stage))}"
                >${explained.stage}</span
              >`}
        </h3>
        <span class="grow"></span>
        <button type="button" class="small" ?disabled=${explained === null} @click=${() => void this.#makeTest()}>
          ${say("make-test")}
        </button>
        <button type="button" class="plain close" aria-label=${say("close")} @click=${() => this.#close()}>×</button>
      </header>
      <div
        class="drawer-body ${bench.isStale ? "stale" : ""}"
        tabindex="0"
        role="region"
        aria-label=${say("explanation")}
      >
        ${explained === null
          ? html`<p class="quiet">${say("loading")}</p>`
          : html` <p class="quiet small-text">${say("seen-from", { day: day(explained.as_of) })}</p>
              ${explanation(explained)}
              <section class="explained">
                <h4>
                  ${say("lift-title")} <span class="grow"></span>
                  <select
                    aria-label=${say("lift-to")}
                    @change=${(event: Event) => void this.#askReach((event.target as HTMLSelectElement).value)}
                  >
                    ${bench.outline?.stages.map(
                      ({ name }) => html`<option ?selected=${name === this.#stage}>${name}</option>`,
                    )}
                  </select>
                </h4>
                ${this.#reach === null ? html`<p class="quiet">${say("loading")}</p>` : lift(this.#reach)}
              </section>
              <section class="explained">
                <h4>${say("course-title")}</h4>
                ${this.#timeline === null
                  ? html`<p class="quiet">${say("loading")}</p>`
                  : course(this.#timeline, this.#width)}
              </section>`}
      </div>
    </section>`;
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#close();
  }

  #close(): void {
    this.dispatchEvent(new Event("closed"));
  }

  async #ask(): Promise<void> {
    const row = choice.open;
    if (row === null) return;
    const body = this.querySelector(".drawer-body");
    if (body !== null) this.#width = Math.max(240, body.clientWidth - 32);
    if (row !== this.#row) {
      this.#row = row;
      this.#explained = null;
      this.#reach = null;
      this.#timeline = null;
      this.requestUpdate();
    }
    await bench.attempt(async () => {
      const explained = await bench.talk.explain(row);
      if (row !== choice.open) return;
      this.#explained = explained;
      this.#width = Math.max(240, (this.querySelector(".drawer-body")?.clientWidth ?? 352) - 32);
      this.requestUpdate();
      await this.updateComplete;
      await Promise.all([
        this.#askReach(this.#stage === "" ? this.#nextStage(explained.stage) : this.#stage),
        this.#askTimeline(row),
      ]);
    });
  }

  /** The stage above the lead's own; the highest if it is there. */
  #nextStage(now: string): string {
    const names = bench.outline?.stages.map((stage) => stage.name) ?? [];
    const at = names.indexOf(now);
    return (at < 0 ? names.at(-1) : names[Math.max(0, at - 1)]) ?? "";
  }

  async #askReach(stage: string): Promise<void> {
    const row = choice.open;
    if (row === null || stage === "") return;
    this.#stage = stage;
    await bench.attempt(async () => {
      const reach = await bench.talk.reach(row, stage);
      if (row === choice.open && stage === this.#stage) this.#reach = reach;
    });
    this.requestUpdate();
  }

  async #askTimeline(row: number): Promise<void> {
    await bench.attempt(async () => {
      const timeline = await bench.talk.timeline(row);
      if (row === choice.open) this.#timeline = timeline;
    });
    this.requestUpdate();
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
