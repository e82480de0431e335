/** The third pane: the leads, best first, of which only those in sight are fetched and drawn. */

import { type TemplateResult, html, nothing } from "lit";
import type { LeadRow } from "../api";
import { download } from "../frame/download";
import { Part } from "../frame/part";
import { bench } from "../state/bench";
import { count, say } from "../words/words";
import { choice } from "./choice";
import { filters } from "./filters";
import { ROW_HEIGHT, type Sight, scrollTo, sight } from "./rolling";
import { Rows } from "./rows";
import "./lead-drawer";

/** Two columns that say who a lead is have room from this width on. */
const WIDE = 640;

class LeadsPane extends Part {
  readonly #rows = new Rows();
  /** The row of the table that the keys move. */
  #active = 0;
  #viewport = 400;
  #width = 400;
  readonly #observer = new ResizeObserver(() => this.#measure());
  readonly #renew = (): void => {
    choice.followBars(bench.outline?.bars ?? []);
    this.#askAnew(false);
  };
  readonly #renewFromTop = (): void => this.#askAnew(true);
  readonly #showAnewHere = (): void => this.requestUpdate();
  /** Who scrolled on meanwhile looks at other rows by now. */
  readonly #fetched = (): void => this.#scrolled();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("scored", this.#renew);
    choice.addEventListener("filter", this.#renewFromTop);
    choice.addEventListener("open", this.#showAnewHere);
    this.#rows.addEventListener("change", this.#fetched);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("scored", this.#renew);
    choice.removeEventListener("filter", this.#renewFromTop);
    choice.removeEventListener("open", this.#showAnewHere);
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult {
    const { total } = this.#rows;
    return html` <header class="pane-head">
        <h2>${say("pane-leads")}</h2>
        <span class="quiet" role="status">${say("leads-count", { count: total })}</span>
        <span class="grow"></span>
        <button type="button" class="small" ?disabled=${total === 0} @click=${() => void this.#download()}>
          ${say("download-list")}
        </button>
      </header>
      ${filters([...this.#rows.labels, ...this.#rows.columns])}
      <div
        class="rows ${this.#rows.isStale || bench.isStale ? "stale" : ""}"
        role="grid"
        tabindex="0"
        aria-label=${say("pane-leads")}
        aria-rowcount=${total + 1}
        aria-activedescendant=${this.#activeInSight}
        @scroll=${() => this.#scrolled()}
        @keydown=${(event: KeyboardEvent) => this.#press(event)}
      >
        ${this.#table()}
      </div>
      ${choice.open === null ? nothing : html`<lead-drawer @closed=${() => this.#close()}></lead-drawer>`}`;
  }

  protected override firstUpdated(): void {
    this.#observer.observe(this.#scroller);
    if (bench.figures?.complete === true) this.#askAnew(true);
  }

  get #scroller(): HTMLElement {
    const found = this.querySelector<HTMLElement>(".rows");
    if (found === null) throw new Error("the table is not drawn yet");
    return found;
  }

  get #sight(): Sight {
    const scrollTop = this.querySelector(".rows")?.scrollTop ?? 0;
    return sight(this.#rows.total, scrollTop, this.#viewport);
  }

  get #activeInSight(): string | typeof nothing {
    const { first, count: shown } = this.#sight;
    const isInSight = this.#active >= first && this.#active < first + shown;
    return isInSight && this.#rows.at(this.#active) !== undefined ? `lead-${this.#active}` : nothing;
  }

  #table(): TemplateResult {
    const { height, first, count: shown, top } = this.#sight;
    const scores = bench.outline?.scores.map((score) => score.name) ?? [];
    const { labels, columns } = this.#rows;
    const who = this.#who;
    const text = (name: string): TemplateResult => this.#head(name, name, false, "text");
    return html` <div class="row head" role="row" aria-rowindex="1">
        ${this.#head("key", say("key"), false, "key")} ${columns.slice(0, who).map(text)}
        ${this.#head("stage", say("stage"), true, "stage")}
        ${scores.map((name) => this.#head(name, name, true, "points"))} ${labels.map(text)}
        ${columns.slice(who).map(text)}
      </div>
      <div class="rows-body" role="rowgroup" .style=${`height: ${height}px`}>
        ${Array.from({ length: shown }, (_, at) => this.#row(first + at, top + at * ROW_HEIGHT, scores.length))}
      </div>
      ${this.#rows.total === 0 && !this.#rows.isStale ? html`<p class="quiet pad">${say("leads-none")}</p>` : nothing}`;
  }

  /** How many columns stand right after the key, because they say who a lead is: as many as there is room for. */
  get #who(): number {
    return Math.min(this.#rows.named, this.#width < WIDE ? 1 : 2);
  }

  #head(by: string, name: string, startsDescending: boolean, kind: string): TemplateResult {
    const { sort } = choice;
    const order = sort?.by !== by ? "none" : sort.descending ? "descending" : "ascending";
    return html` <span role="columnheader" class="cell ${kind}" aria-sort=${order}>
      <button type="button" class="sort" @click=${() => choice.sortBy(by, startsDescending)}>
        ${name}<span aria-hidden="true">${{ none: "", descending: " ↓", ascending: " ↑" }[order]}</span>
      </button>
    </span>`;
  }

  #row(index: number, top: number, scores: number): TemplateResult {
    const row = this.#rows.at(index);
    const place = `transform: translateY(${top}px)`;
    if (row === undefined)
      return html`<div class="row loading" role="row" aria-rowindex=${index + 2} .style=${place}></div>`;
    const isOpen = choice.open === row.row;
    const who = this.#who;
    const text = (value: string | null): TemplateResult =>
      html`<span role="gridcell" class="cell text">${value ?? ""}</span>`;
    return html` <div
      class="row ${index === this.#active ? "active" : ""} ${isOpen ? "open" : ""}"
      role="row"
      id="lead-${index}"
      aria-rowindex=${index + 2}
      aria-selected=${isOpen}
      .style=${place}
      @click=${() => this.#open(index)}
    >
      <span role="gridcell" class="cell key">${row.key ?? say("row", { row: String(row.row + 1) })}</span>
      ${row.columns.slice(0, who).map(text)}
      <span role="gridcell" class="cell stage">${this.#stage(row)}</span>
      ${Array.from(
        { length: scores },
        (_, at) => html`<span role="gridcell" class="cell points">${points(row.scores[at])}</span>`,
      )}
      ${row.labels.map(text)} ${row.columns.slice(who).map(text)}
    </div>`;
  }

  #stage(row: LeadRow): TemplateResult {
    const rank = bench.stageNames.indexOf(row.stage);
    return html`<span class="badge rank-${Math.min(rank, 4)}">${row.stage}</span>${row.before === null
        ? nothing
        : html` <span class="quiet was" title=${say("stage-was-named", { before: row.before })}
            >← ${row.before}</span
          >`}`;
  }

  #measure(): void {
    const head = this.querySelector<HTMLElement>(".row.head")?.offsetHeight ?? 0;
    const viewport = Math.max(ROW_HEIGHT, this.#scroller.clientHeight - head);
    const width = this.#scroller.clientWidth;
    if (viewport === this.#viewport && width === this.#width) return;
    this.#viewport = viewport;
    this.#width = width;
    this.#scrolled();
  }

  #scrolled(): void {
    const { first, count: shown } = this.#sight;
    this.#rows.want(first, shown);
    this.requestUpdate();
  }

  #askAnew(fromTop: boolean): void {
    if (fromTop) {
      this.#active = 0;
      this.#scroller.scrollTop = 0;
    }
    const { first, count: shown } = this.#sight;
    this.#rows.renew(fromTop ? 0 : first, shown);
    this.requestUpdate();
  }

  #press(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const last = this.#rows.total - 1;
    const page = Math.max(1, Math.floor(this.#viewport / ROW_HEIGHT) - 1);
    const to: Record<string, number> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: last,
    };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#open(this.#active);
      return;
    }
    const wanted = to[event.key];
    if (wanted === undefined || last < 0) return;
    event.preventDefault();
    this.#active = Math.min(last, Math.max(0, wanted));
    const scroller = this.#scroller;
    scroller.scrollTop = scrollTo(this.#active, this.#rows.total, scroller.scrollTop, this.#viewport);
    this.#scrolled();
  }

  #open(index: number): void {
    const row = this.#rows.at(index);
    if (row === undefined) return;
    this.#active = index;
    choice.look(row.row);
  }

  #close(): void {
    choice.look(null);
    this.#scroller.focus();
  }

  async #download(): Promise<void> {
    await bench.attempt(async () => {
      const { asked, sort } = choice;
      const list = await bench.talk.list({ filter: asked, sort, most: null });
      download(list, `${(bench.session?.data?.name ?? "leads").replace(/\.[^.]*$/, "")}.xlsx`);
    });
  }
}

function points(value: number | null | undefined): string {
  return value == null ? "–" : count(value);
}

customElements.define("leads-pane", LeadsPane);
