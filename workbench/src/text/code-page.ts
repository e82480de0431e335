/** The page about a finding's code: what it means, why it matters, how to mend it. */

import { type TemplateResult, html } from "lit";
import { Part } from "../frame/part";
import { bench } from "../state/bench";
import { say } from "../words/words";
import { shownAs } from "./markdown";

class CodePage extends Part {
  #text = "";

  /** Shows the page of a code, once it is there. */
  async show(code: string): Promise<void> {
    await bench.attempt(async () => {
      const { text } = await bench.talk.code(code);
      this.#text = text;
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector("dialog")?.showModal();
    });
  }

  protected override render(): TemplateResult {
    return html` <dialog class="code-page" aria-label=${say("code-page")}>
      <form method="dialog"><button class="plain close" aria-label=${say("close")}>×</button></form>
      ${shownAs(this.#text)}
    </dialog>`;
  }
}

customElements.define("code-page", CodePage);

export type { CodePage };
