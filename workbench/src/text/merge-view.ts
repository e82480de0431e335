/** Where a file changed on disk beside the draft: both are shown, and the author decides what is saved. */

import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type TemplateResult, html } from "lit";
import { Part } from "../frame/part";
import { nonce } from "../frame/nonce";
import { bench } from "../state/bench";
import { say } from "../words/words";
import { editing, looks } from "./editor";

const WIDE_ENOUGH_FOR_BOTH = 900;
const COLLAPSED = { margin: 3, minSize: 6 };

class ConflictView extends Part {
  /** The files that changed on disk, and what is made of them. */
  #differing: number[] = [];
  #at = 0;
  #texts: string[] = [];
  #merge: { text: () => string; destroy: () => void } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#texts = bench.texts;
    this.#differing = (bench.conflict ?? []).flatMap((file, at) => (file.hash === bench.files[at]?.hash ? [] : [at]));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#merge?.destroy();
  }

  protected override render(): TemplateResult {
    const file = this.#differing[this.#at] ?? 0;
    const isLast = this.#at >= this.#differing.length - 1;
    return html` <dialog class="merge" aria-labelledby="merge-title" @cancel=${(event: Event) => this.#giveUp(event)}>
      <h2 id="merge-title">${say("merge-title", { file: bench.files[file]?.name ?? "" })}</h2>
      <p>${say("merge-says")}</p>
      <div class="merge-heads" aria-hidden="true">
        <span>${say("merge-disk")}</span><span>${say("merge-mine")}</span>
      </div>
      <div class="merge-body"></div>
      <footer>
        <button type="button" class="plain" @click=${(event: Event) => this.#giveUp(event)}>${say("cancel")}</button>
        <span class="grow"></span>
        <button type="button" @click=${() => this.#fill(bench.conflict?.[file]?.text ?? "")}>
          ${say("merge-take-disk")}
        </button>
        <button type="button" class="primary" @click=${() => this.#accept()}>
          ${isLast ? say("merge-save") : say("merge-next")}
        </button>
      </footer>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.querySelector("dialog")?.showModal();
    this.#fill(bench.texts[this.#differing[0] ?? 0] ?? "");
  }

  #fill(mine: string): void {
    const parent = this.querySelector(".merge-body");
    if (parent === null) return;
    this.#merge?.destroy();
    const disk = bench.conflict?.[this.#differing[this.#at] ?? 0]?.text ?? "";
    const named = [EditorView.cspNonce.of(nonce())];
    if (innerWidth >= WIDE_ENOUGH_FOR_BOTH) {
      const view = new MergeView({
        a: {
          doc: disk,
          extensions: [
            looks(),
            named,
            EditorState.readOnly.of(true),
            EditorView.contentAttributes.of({ "aria-label": say("merge-disk") }),
          ],
        },
        b: {
          doc: mine,
          extensions: [editing(), named, EditorView.contentAttributes.of({ "aria-label": say("merge-mine") })],
        },
        revertControls: "a-to-b",
        parent,
        collapseUnchanged: COLLAPSED,
      });
      this.#merge = { text: () => view.b.state.doc.toString(), destroy: () => view.destroy() };
    } else {
      const view = new EditorView({
        doc: mine,
        extensions: [editing(), named, unifiedMergeView({ original: disk, collapseUnchanged: COLLAPSED })],
        parent,
      });
      this.#merge = { text: () => view.state.doc.toString(), destroy: () => view.destroy() };
    }
  }

  #accept(): void {
    const file = this.#differing[this.#at];
    if (file !== undefined) this.#texts[file] = this.#merge?.text() ?? "";
    this.#at += 1;
    const next = this.#differing[this.#at];
    if (next === undefined) {
      void bench.saveMerged(this.#texts);
      return;
    }
    this.requestUpdate();
    this.#fill(bench.texts[next] ?? "");
  }

  #giveUp(event: Event): void {
    event.preventDefault();
    bench.conflict = null;
    bench.tell("change");
  }
}

customElements.define("conflict-view", ConflictView);
