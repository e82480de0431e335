/** What drawers about one lead and about one account share: their frame, what would lift it, and how it came there. */

import { type TemplateResult, html, nothing } from "lit";
import type { Reach, Timeline } from "../answers";
import { Part } from "../frame/part";
import { bench } from "../state/bench";
import { say } from "../words/words";
import { course } from "./course";
import { lift } from "./lift";

/** Where the drawer is not shown yet, it is taken to be this wide. */
const WIDTH = 352;

export abstract class Drawer<Whom> extends Part {
  #reach: Reach | null = null;
  #timeline: Timeline | null = null;
  /** The stage that it may be lifted to. */
  #stage = "";
  /** The same, if somebody chose it; that holds for whoever is opened next. */
  #chosen: string | null = null;

  /** Whom it is about. */
  protected abstract whom(): Whom | null;
  protected abstract reach(whom: Whom, stage: string): Promise<Reach>;
  protected abstract timeline(whom: Whom): Promise<Timeline>;

  /** At once: what is asked for can take long enough to go on elsewhere. */
  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>("h3")?.focus();
  }

  protected framed(id: string, title: unknown, actions: unknown, body: unknown): TemplateResult {
    return html` <section
      class="drawer"
      role="dialog"
      aria-labelledby=${id}
      @keydown=${(event: KeyboardEvent) => this.#press(event)}
    >
      <header>
        <h3 id=${id} tabindex="-1">${title}</h3>
        <span class="grow"></span>
        ${actions}
        <button type="button" class="plain close" aria-label=${say("close")} @click=${() => this.#close()}>×</button>
      </header>
      <div
        class="drawer-body ${bench.isStale ? "stale" : ""}"
        tabindex="0"
        role="region"
        aria-label=${say("explanation")}
      >
        ${body}
      </div>
    </section>`;
  }

  /** What would lift it to one of these stages, and how its scores went. */
  protected further(title: string, stages: string[], scores: string[]): TemplateResult {
    const waits = html`<p class="quiet">${say("loading")}</p>`;
    return html` ${stages.length === 0
        ? nothing
        : html` <section class="explained">
            <h4>
              ${title} <span class="grow"></span>
              <select
                aria-label=${say("lift-to")}
                @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
              >
                ${stages.map((name) => html`<option ?selected=${name === this.#stage}>${name}</option>`)}
              </select>
            </h4>
            ${this.#reach === null ? waits : lift(this.#reach)}
          </section>`}
      <section class="explained">
        <h4>${say("course-title")}</h4>
        ${this.#timeline === null ? waits : course(this.#timeline, this.#width(), scores)}
      </section>`;
  }

  /** It is about somebody else now. */
  protected forget(): void {
    this.#reach = null;
    this.#timeline = null;
  }

  /** Asks how it came where it is now, and what would lift it: to the stage that was chosen, or to the next of these, the highest first. */
  protected async askFurther(stages: string[], now: string): Promise<void> {
    const at = stages.indexOf(now);
    const next = (at < 0 ? stages.at(-1) : stages[Math.max(0, at - 1)]) ?? "";
    const chosen = this.#chosen !== null && stages.includes(this.#chosen) ? this.#chosen : next;
    await Promise.all([this.#askReach(chosen), this.#askTimeline()]);
  }

  #choose(stage: string): void {
    this.#chosen = stage;
    void this.#askReach(stage);
  }

  async #askReach(stage: string): Promise<void> {
    const whom = this.whom();
    if (whom === null || stage === "") return;
    this.#stage = stage;
    await bench.attempt(async () => {
      const reach = await this.reach(whom, stage);
      if (whom === this.whom() && stage === this.#stage) this.#reach = reach;
    });
    this.requestUpdate();
  }

  async #askTimeline(): Promise<void> {
    const whom = this.whom();
    if (whom === null) return;
    await bench.attempt(async () => {
      const timeline = await this.timeline(whom);
      if (whom === this.whom()) this.#timeline = timeline;
    });
    this.requestUpdate();
  }

  #width(): number {
    return Math.max(240, (this.querySelector(".drawer-body")?.clientWidth ?? WIDTH) - 32);
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#close();
  }

  #close(): void {
    this.dispatchEvent(new Event("closed"));
  }
}
