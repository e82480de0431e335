/** A part of the page: shown in the page's own tree, and shown anew when the bench or the words change. */

import { LitElement } from "lit";
import { bench } from "../state/bench";
import { changes } from "../words/words";

export abstract class Part extends LitElement {
  readonly #showAnew = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    bench.addEventListener("change", this.#showAnew);
    changes.addEventListener("change", this.#showAnew);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    bench.removeEventListener("change", this.#showAnew);
    changes.removeEventListener("change", this.#showAnew);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
