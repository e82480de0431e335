/** The heads of columns of scores: a name with underscores breaks behind them where its column is narrow. */

import { type TemplateResult, html } from "lit";

export function scoreHeads(names: string[]): TemplateResult[] {
  return names.map(
    (name) =>
      html`<th scope="col" class="number">
        ${name.split(/(?<=_)/).map((word, at) => (at === 0 ? word : html`<wbr />${word}`))}
      </th>`,
  );
}
