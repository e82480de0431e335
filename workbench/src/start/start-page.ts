/** The first page, while nothing is open: files are dropped or chosen, or a sample is taken. */

import { type TemplateResult, html, nothing } from "lit";
import type { Session } from "../api";
import { Part } from "../frame/part";
import { bench } from "../state/bench";
import { say } from "../words/words";
import { type Role, rolesOf } from "./roles";

interface Chosen {
  file: File;
  role: Role;
}

export class Opened extends Event {
  constructor(readonly session: Session) {
    super("opened", { bubbles: true });
  }
}

class StartPage extends Part {
  #chosen: Chosen[] = [];
  #isOver = false;
  #isOpening = false;

  protected override render(): TemplateResult {
    const hasLeads = this.#chosen.some(({ role }) => role === "leads");
    return html` <main class="start">
      <h2>${say("start-title")}</h2>
      <p class="lead-text">${say("start-says")}</p>
      <div
        class="drop ${this.#isOver ? "over" : ""}"
        @dragover=${(event: DragEvent) => this.#drag(event, true)}
        @dragleave=${(event: DragEvent) => this.#drag(event, false)}
        @drop=${(event: DragEvent) => this.#drop(event)}
      >
        <p><strong>${say("start-drop")}</strong></p>
        <p class="quiet">${say("start-kinds")}</p>
        <label class="button"
          >${say("start-choose")}
          <input
            type="file"
            multiple
            class="sr"
            accept=".leadrules,.csv,.tsv,.txt,.json,.ndjson,.jsonl,.parquet,.xlsx"
            @change=${(event: Event) => this.#pick(event)}
          />
        </label>
      </div>
      ${this.#chosen.length === 0
        ? nothing
        : html` <ul class="chosen" aria-label=${say("start-chosen")}>
              ${this.#chosen.map(
                (chosen) =>
                  html` <li>
                    <span class="chosen-name">${chosen.file.name}</span>
                    <select
                      aria-label=${say("start-role", { file: chosen.file.name })}
                      @change=${(event: Event) => this.#assign(chosen, event)}
                    >
                      <option value="rules" ?selected=${chosen.role === "rules"}>${say("start-rules")}</option>
                      <option value="leads" ?selected=${chosen.role === "leads"}>${say("start-leads")}</option>
                      <option value="events" ?selected=${chosen.role === "events"}>${say("start-events")}</option>
                      <option value="accounts" ?selected=${chosen.role === "accounts"}>${say("start-accounts")}</option>
                    </select>
                    <button
                      type="button"
                      class="plain"
                      aria-label=${say("start-remove", { file: chosen.file.name })}
                      @click=${() => this.#remove(chosen)}
                    >
                      ×
                    </button>
                  </li>`,
              )}
            </ul>
            <p>
              <button
                type="button"
                class="primary"
                ?disabled=${!hasLeads || this.#isOpening}
                @click=${() => void this.#openChosen()}
              >
                ${say("start-open")}
              </button>
              <span class="quiet">${hasLeads ? nothing : say("start-needs-leads")}</span>
            </p>`}
      ${bench.session === null || bench.session.samples.length === 0
        ? nothing
        : html` <h3>${say("start-samples")}</h3>
            <ul class="samples">
              ${bench.session.samples.map(
                (sample) =>
                  html` <li>
                    <button
                      type="button"
                      ?disabled=${this.#isOpening}
                      @click=${() => void this.#openSample(sample.name)}
                    >
                      <strong>${sample.name}</strong>
                      <span class="quiet">${say("start-sample", { leads: sample.leads, events: sample.events })}</span>
                    </button>
                  </li>`,
              )}
            </ul>`}
    </main>`;
  }

  #drag(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.#isOver = isOver;
    this.requestUpdate();
  }

  #drop(event: DragEvent): void {
    this.#drag(event, false);
    this.#add([...(event.dataTransfer?.files ?? [])]);
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#add([...(input.files ?? [])]);
    input.value = "";
  }

  #add(files: File[]): void {
    const hasLeads = this.#chosen.some(({ role }) => role === "leads");
    const roles = rolesOf(
      files.map((file) => file.name),
      hasLeads,
    );
    const added = files.map((file, at) => ({ file, role: roles[at] ?? "leads" }));
    this.#chosen = [...this.#chosen, ...added];
    this.requestUpdate();
  }

  #assign(chosen: Chosen, event: Event): void {
    chosen.role = (event.target as HTMLSelectElement).value as Role;
    this.requestUpdate();
  }

  #remove(chosen: Chosen): void {
    this.#chosen = this.#chosen.filter((one) => one !== chosen);
    this.requestUpdate();
  }

  #openChosen(): Promise<void> {
    const form = new FormData();
    for (const { file, role } of this.#chosen) form.append(role, file, file.name);
    return this.#open(form);
  }

  #openSample(name: string): Promise<void> {
    const form = new FormData();
    form.append("sample", name);
    return this.#open(form);
  }

  async #open(form: FormData): Promise<void> {
    this.#isOpening = true;
    this.requestUpdate();
    await bench.attempt(async () => {
      this.dispatchEvent(new Opened(await bench.talk.open(form)));
    });
    this.#isOpening = false;
    this.requestUpdate();
  }
}

customElements.define("start-page", StartPage);
