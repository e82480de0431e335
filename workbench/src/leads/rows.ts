/** The rows of the table, fetched by pages as they come into sight. */

import type { LeadRow, LeadsAnswer } from "../api";
import { bench } from "../state/bench";
import { choice } from "./choice";

const PAGE = 100;

export class Rows extends EventTarget {
  total = 0;
  labels: string[] = [];
  columns: string[] = [];
  /** How many columns, the first ones, say who a lead is. */
  named = 0;
  /** Whether what is shown is older than what was asked for last. */
  isStale = true;
  #pages = new Map<number, LeadRow[]>();
  #asked = new Map<number, AbortController>();

  at(index: number): LeadRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Asks for all rows in sight anew; the old ones stay until the new ones are there. */
  renew(first: number, count: number): void {
    for (const asked of this.#asked.values()) asked.abort();
    this.#asked.clear();
    this.isStale = true;
    const pages = pagesOf(first, count);
    void bench.attempt(async () => {
      const signal = this.#asking(pages);
      const answers = await Promise.all(pages.map((page) => this.#fetch(page, signal)));
      this.#pages = new Map(pages.map((page, at) => [page, answers[at]?.rows ?? []]));
      this.#take(pages, answers[0]);
    });
  }

  /** Makes sure that these rows are there, or come. */
  want(first: number, count: number): void {
    if (this.isStale) return;
    for (const page of pagesOf(first, count)) {
      if (this.#pages.has(page) || this.#asked.has(page)) continue;
      void bench.attempt(async () => {
        const answer = await this.#fetch(page, this.#asking([page]));
        this.#pages.set(page, answer.rows);
        this.#take([page], answer);
      });
    }
    // Who scrolls far past a page no longer waits for it.
    const wanted = pagesOf(first, count);
    for (const [page, asked] of this.#asked) if (!wanted.includes(page)) this.#giveUp(page, asked);
  }

  #asking(pages: number[]): AbortSignal {
    const asked = new AbortController();
    for (const page of pages) this.#asked.set(page, asked);
    return asked.signal;
  }

  #giveUp(page: number, asked: AbortController): void {
    asked.abort();
    this.#asked.delete(page);
  }

  #fetch(page: number, signal: AbortSignal): Promise<LeadsAnswer> {
    const { asked, sort } = choice;
    return bench.talk.leads({ filter: asked, sort, from: page * PAGE, count: PAGE }, signal);
  }

  #take(pages: number[], answer: LeadsAnswer | undefined): void {
    for (const page of pages) this.#asked.delete(page);
    if (answer === undefined) return;
    this.total = answer.total;
    this.labels = answer.labels;
    this.columns = answer.columns;
    this.named = answer.named;
    this.isStale = false;
    this.dispatchEvent(new Event("change"));
  }
}

function pagesOf(first: number, count: number): number[] {
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.max(0, first + Math.max(count, 1) - 1) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
