/** The first pane: the rules as text or as forms, and below them what was found. */

import { setDiagnostics } from "@codemirror/lint";
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Finding } from "../api";
import { Part } from "../frame/part";
import { bench } from "../state/bench";
import { say } from "../words/words";
import type { CodePage } from "./code-page";
import { format } from "./editor";
import { diagnosticsOf, fixTitle } from "./findings";
import { forms } from "./forms";
import { notesOf, showNotes } from "./notes";
import "./code-page";

const SEVERITIES = {
  error: { mark: "×", word: "severity-error" },
  warning: { mark: "!", word: "severity-warning" },
  advice: { mark: "i", word: "severity-advice" },
};

class TextPane extends Part {
  #isForm = false;
  readonly #mark = (): void => this.#underline();
  readonly #note = (): void => this.#annotate();
  readonly #showText = (): void => this.#choose(false);

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("findings", this.#mark);
    bench.addEventListener("figures", this.#note);
    document.addEventListener("show-text", this.#showText);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("findings", this.#mark);
    bench.removeEventListener("figures", this.#note);
    document.removeEventListener("show-text", this.#showText);
  }

  protected override render(): TemplateResult {
    return html` <header class="pane-head">
        <h2>${say("pane-rules")}</h2>
        <div class="segments" role="group" aria-label=${say("view-as")}>
          <button type="button" aria-pressed=${!this.#isForm} @click=${() => this.#choose(false)}>
            ${say("view-text")}
          </button>
          <button type="button" aria-pressed=${this.#isForm} @click=${() => this.#choose(true)}>
            ${say("view-form")}
          </button>
        </div>
        <span class="grow"></span>
        <button type="button" class="plain" ?hidden=${this.#isForm} @click=${() => void format()} title="Shift+Alt+F">
          ${say("format")}
        </button>
      </header>
      ${this.#files()}
      <div class="editor" ?hidden=${this.#isForm}></div>
      ${this.#isForm ? forms() : nothing} ${this.#findings()}
      <code-page></code-page>`;
  }

  protected override firstUpdated(): void {
    const { documents } = bench;
    if (documents !== null) this.querySelector(".editor")?.append(documents.view.dom);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The editor changes its file by itself too: by a jump, or by undoing what was done in another.
    if (this.#annotated !== bench.documents?.shown) {
      this.#underline();
      this.#annotate();
    }
  }

  #annotated: number | undefined;

  #choose(isForm: boolean): void {
    this.#isForm = isForm;
    // At once, so that what comes next can bring a place into view.
    this.requestUpdate();
    this.performUpdate();
  }

  #underline(): void {
    const { documents } = bench;
    if (documents === null) return;
    const { state } = documents.view;
    documents.view.dispatch(setDiagnostics(state, diagnosticsOf(bench.findings, documents.shown, state.doc.length)));
  }

  #annotate(): void {
    const { documents, outline, figures, savedFigures } = bench;
    this.#annotated = documents?.shown;
    if (documents === null || outline === null || figures === null) return;
    showNotes(documents.view, notesOf(documents.shown, outline, figures, savedFigures));
  }

  #files(): TemplateResult | typeof nothing {
    if (bench.files.length < 2 || this.#isForm) return nothing;
    return html` <div class="files" role="tablist" aria-label=${say("files")}>
      ${bench.files.map((file, at) => {
        const isShown = bench.documents?.shown === at;
        const isChanged = bench.documents?.text(at) !== file.text;
        return html` <button type="button" role="tab" aria-selected=${isShown} @click=${() => this.#show(at)}>
          ${file.name}${isChanged ? html`<span class="dot" title=${say("unsaved")}></span>` : nothing}
        </button>`;
      })}
    </div>`;
  }

  #show(file: number): void {
    bench.documents?.show(file);
    bench.tell("change");
    bench.documents?.view.focus();
  }

  #findings(): TemplateResult {
    const { findings } = bench;
    const errors = findings.filter((finding) => finding.severity === "error").length;
    const sure = bench.sureFixes.length;
    const summary =
      findings.length === 0
        ? say("findings-none")
        : say("findings-count", { errors, others: findings.length - errors });
    return html` <section class="findings" aria-label=${say("findings-title")}>
      <header>
        <h3 class=${errors > 0 ? "bad" : ""}>${summary}</h3>
        <span class="grow"></span>
        ${sure === 0
          ? nothing
          : html` <button type="button" class="small" @click=${() => bench.applySureFixes()}>
              ${say("fix-all", { count: sure })}
            </button>`}
      </header>
      ${findings.length === 0
        ? nothing
        : html`<ul tabindex="0" aria-label=${say("findings-title")}>
            ${findings.map((finding) => this.#finding(finding))}
          </ul>`}
    </section>`;
  }

  async #explain(code: string): Promise<void> {
    await this.querySelector<CodePage>("code-page")?.show(code);
  }

  #finding(finding: Finding): TemplateResult {
    const line = bench.documents?.lineOf(finding.file, finding.from) ?? 1;
    const name =
      bench.files.length > 1 ? `${bench.files[finding.file]?.name ?? ""}:${line}` : say("line", { line: String(line) });
    const jump = (): void => {
      this.#choose(false);
      bench.documents?.jump(finding.file, finding.from, finding.to);
    };
    return html` <li class="finding ${finding.severity}">
      <button type="button" class="finding-jump" @click=${jump}>
        <span class="mark" aria-hidden="true">${SEVERITIES[finding.severity].mark}</span>
        <span class="sr">${say(SEVERITIES[finding.severity].word)}</span>
        <span class="finding-text">${finding.message}</span>
        <span class="finding-place">${name}</span>
      </button>
      <p class="finding-more">
        ${finding.help}
        <button
          type="button"
          class="link"
          title=${say("code-page-open")}
          @click=${() => void this.#explain(finding.code)}
        >
          ${finding.code}
        </button>
      </p>
      ${finding.fixes.length === 0
        ? nothing
        : html` <div class="finding-fixes">
            ${finding.fixes.map(
              (fix) =>
                html` <button type="button" class="small ${fix.sure ? "sure" : ""}" @click=${() => bench.applyFix(fix)}>
                  ${fixTitle(fix)}
                </button>`,
            )}
          </div>`}
    </li>`;
  }
}

customElements.define("text-pane", TextPane);
