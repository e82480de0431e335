/** What is open, whether it is saved, and how the page looks and speaks. */

import { type TemplateResult, html, nothing } from "lit";
import { bench } from "../state/bench";
import { LANGUAGES, type Language, currentLanguage, day, say, speak } from "../words/words";
import { Part } from "./part";
import { canSave, save } from "./saving";
import { currentTheme, switchTheme } from "./theme";

class PageHeader extends Part {
  protected override render(): TemplateResult {
    const { session } = bench;
    const theme = { system: say("theme-system"), light: say("theme-light"), dark: say("theme-dark") }[currentTheme()];
    return html` <header class="page-head">
      <h1>
        <svg class="logo" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
          <rect width="32" height="32" rx="7"></rect>
          <path d="M7 18h4v7H7zM14 13h4v12h-4zM21 7h4v18h-4z"></path>
        </svg>
        <span>leadrules</span>
      </h1>
      ${session?.data == null
        ? nothing
        : html`<div class="opened" title=${session.data.read_as}>${this.#opened()}</div>`}
      <span class="grow"></span>
      ${bench.files.length === 0
        ? nothing
        : html` <span class="saved-state ${bench.isDirty ? "dirty" : ""}"
              >${say(bench.isDirty ? "unsaved" : "saved")}</span
            >
            <button
              type="button"
              class="primary"
              ?disabled=${canSave() && !bench.isDirty}
              title="Ctrl+S"
              @click=${() => void save()}
            >
              ${canSave() ? say("save") : say("download-rules")}
            </button>`}
      <div class="segments" role="group" aria-label=${say("language")}>
        ${LANGUAGES.map(
          (language) =>
            html` <button
              type="button"
              lang=${language}
              aria-pressed=${currentLanguage() === language}
              @click=${() => this.#speak(language)}
            >
              <span class="sr">${{ en: "English", nl: "Nederlands", fr: "Français" }[language]}</span
              ><span aria-hidden="true">${language.toUpperCase()}</span>
            </button>`,
        )}
      </div>
      <button type="button" class="plain theme" title=${theme} aria-label=${theme} @click=${() => this.#switch()}>
        <span aria-hidden="true">${{ system: "◐", light: "○", dark: "●" }[currentTheme()]}</span>
      </button>
    </header>`;
  }

  #opened(): TemplateResult {
    const session = bench.session;
    if (session?.data == null) return html``;
    const { data } = session;
    return html` <b title=${bench.files.map((file) => file.name).join(", ")}
        >${bench.files[0]?.name}${bench.files.length > 1 ? ` +${bench.files.length - 1}` : ""}</b
      >
      <span>${data.name}</span>
      <span
        >${say("leads-count", { count: data.leads })}${data.events_name === null
          ? nothing
          : html`, ${say("events-count", { count: data.events })}`}</span
      >
      <span>${say("seen-from", { day: day(session.as_of) })}</span>
      ${data.notices.length === 0
        ? nothing
        : html` <details class="notices">
            <summary title=${say("data-notices", { count: data.notices.length })}>
              <span class="sr">${say("data-notices", { count: data.notices.length })}</span
              ><span aria-hidden="true">⚠ ${data.notices.length}</span>
            </summary>
            <ul>
              ${data.notices.map((notice) => html`<li>${notice}</li>`)}
            </ul>
          </details>`}`;
  }

  #speak(language: Language): void {
    speak(language);
  }

  #switch(): void {
    switchTheme();
    this.requestUpdate();
  }
}

customElements.define("page-header", PageHeader);
