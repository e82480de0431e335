/** Why a lead has its points and its stage: every line that counted, adding up; each leads to its rule. */

import { type TemplateResult, html, nothing } from "lit";
import type { Explanation, Fact, Outcome, PartExplained, Piece, RuleExplained, ScoreExplained } from "../answers";
import { bench } from "../state/bench";
import { count, say, signed } from "../words/words";

export function explanation(explained: Explanation): TemplateResult {
  return html` ${explained.broken.map(
      (breach) => html`<p class="notice bad">${say("lead-breaks", { promise: breach.promise })}</p>`,
    )}
    ${explained.scores.map(score)}
    <section class="explained">
      <h4>${say("stages")}</h4>
      <ul class="conditions">
        ${explained.exclusions
          .filter((line) => line.outcome === "met")
          .map(
            (line) =>
              html` <li>
                ${mark("met")} <b>${say("lead-excluded", { reason: line.name })}</b>${piece(line.condition)}
              </li>`,
          )}
        ${explained.stages.map(
          (stage) =>
            html` <li>
              <details ?open=${stage.name === explained.stage}>
                <summary>${mark(stage.outcome)} <b>${stage.name}</b></summary>
                ${piece(stage.condition)}
              </details>
            </li>`,
        )}
      </ul>
    </section>
    ${explained.labels.length === 0
      ? nothing
      : html` <section class="explained">
          <h4>${say("labels")}</h4>
          <dl class="facts">
            ${explained.labels.map(
              ({ name, value }) =>
                html`<dt>${name}</dt>
                  <dd>${value ?? "–"}</dd>`,
            )}
          </dl>
        </section>`}
    <section class="explained">
      <h4>${say("known-of-lead")}</h4>
      <dl class="facts">
        ${explained.fields.map(
          ({ name, value }) =>
            html` <dt>${name}</dt>
              <dd class=${value === null ? "quiet" : ""}>${value ?? say("unknown")}</dd>`,
        )}
      </dl>
    </section>`;
}

function score(explained: ScoreExplained): TemplateResult {
  const lines = explained.parts.flatMap(linesOf);
  const idle = explained.parts.flatMap(rulesOf).filter((rule) => rule.points === 0);
  return html` <section class="explained">
    <h4>
      <span>${explained.name}</span>
      ${explained.owner === null
        ? nothing
        : html`<span class="quiet">${say("kept-by", { owner: explained.owner })}</span>`}
      <span class="grow"></span>
      <span class="sum">${explained.points === null ? "–" : count(explained.points)}</span>
    </h4>
    ${explained.formula === null
      ? nothing
      : html` <p class="formula"><code>${explained.formula.text}</code> ${facts(explained.formula.facts)}</p>`}
    ${lines.length === 0
      ? nothing
      : html`<table class="sum-lines">
          <tbody>
            ${lines}${total(explained)}
          </tbody>
        </table>`}
    ${idle.length === 0
      ? nothing
      : html` <details class="idle">
          <summary>${say("rules-without-points", { count: idle.length })}</summary>
          <table class="sum-lines">
            <tbody>
              ${idle.map((rule) => line(rule, false))}
            </tbody>
          </table>
        </details>`}
  </section>`;
}

/** The lines that count: what they give adds up to the score. */
function linesOf(part: PartExplained): TemplateResult[] {
  switch (part.kind) {
    case "rule":
      return part.points === 0 ? [] : [line(part, false)];
    case "table":
      return part.rows.filter((row) => row.points !== 0).map((row) => line(row, false));
    case "group": {
      const lines = part.parts.flatMap(rulesOf).filter((rule) => rule.points !== 0);
      if (lines.length === 0) return [];
      return [
        html`<tr class="group">
          <th scope="row" colspan="2">${part.title}${part.best ? ` · ${say("best-counts")}` : ""}</th>
        </tr>`,
        ...lines.map((rule) => line(rule, true)),
        ...(part.cap_changed === 0 ? [] : [taken(say("cap-of-group"), part.cap_changed)]),
      ];
    }
  }
}

function rulesOf(part: PartExplained): RuleExplained[] {
  switch (part.kind) {
    case "rule":
      return [part];
    case "table":
      return part.rows;
    case "group":
      return part.parts.flatMap(rulesOf);
  }
}

function line(rule: RuleExplained, isInGroup: boolean): TemplateResult {
  const why = [
    rule.out_of_date ? say("rule-out-of-date") : "",
    rule.outdone ? say("rule-outdone") : "",
    rule.cap_changed === 0 ? "" : say("rule-capped", { raw: signed(rule.raw) }),
  ].filter((text) => text !== "");
  return html` <tr class="${rule.outcome} ${isInGroup ? "in-group" : ""}">
    <th scope="row">
      <div class="rule-line">
        ${mark(rule.outcome)}
        <button type="button" class="link" title=${rule.place} @click=${() => jumpTo(rule.place)}>${rule.title}</button>
      </div>
      <div class="why quiet">
        ${factsOf(rule.condition)}${why.map((text) => html`<span class="reason">${text}</span>`)}${rule.because === null
          ? nothing
          : html`<span class="reason">“${rule.because}”</span>`}
      </div>
    </th>
    <td class="number">${signed(rule.points)}</td>
  </tr>`;
}

function taken(why: string, points: number): TemplateResult {
  return html`<tr class="taken">
    <th scope="row">${why}</th>
    <td class="number">${signed(points)}</td>
  </tr>`;
}

function total({ range, range_changed: changed, points }: ScoreExplained): TemplateResult {
  return html` ${changed === 0 ? nothing : taken(say("range-changed", { range: range ?? "" }), changed)}
    <tr class="total">
      <th scope="row">${say("together")}</th>
      <td class="number">${points === null ? "–" : count(points)}</td>
    </tr>`;
}

function piece({ text, outcome, facts: looked, parts }: Piece): TemplateResult {
  return html` <ul class="pieces">
    <li>${mark(outcome)} <code>${text}</code> ${facts(looked)} ${parts?.map(piece)}</li>
  </ul>`;
}

/** What a condition looked at, wherever in it. */
function factsOf(condition: Piece): TemplateResult {
  const found = new Map<string, string | null>();
  const collect = ({ facts: looked, parts }: Piece): void => {
    looked?.forEach(({ name, value }) => found.set(name, value));
    parts?.forEach(collect);
  };
  collect(condition);
  return facts([...found].map(([name, value]) => ({ name, value })));
}

function facts(looked: Fact[] | undefined): TemplateResult {
  return html`${looked?.map(
    ({ name, value }, at) =>
      html`${at === 0 ? "" : ", "}<span class="fact"
          >${name === "happened" ? say("happened") : name}: ${value ?? say("unknown")}</span
        >`,
  )}`;
}

function mark(outcome: Outcome): TemplateResult {
  const sign = { met: "✓", not_met: "✗", no_data: "?" }[outcome];
  const meaning = { met: say("met"), not_met: say("not-met"), no_data: say("no-data") }[outcome];
  return html`<span class="outcome ${outcome}" title=${meaning}
    ><span aria-hidden="true">${sign}</span><span class="sr">${meaning}</span></span
  >`;
}

/** A place as the commands write it: `file:line`. */
function jumpTo(place: string): void {
  const found = /^(.*):(\d+)$/.exec(place);
  const name = found?.[1]?.split(/[\\/]/).at(-1);
  const file = Math.max(
    0,
    bench.files.findIndex((one) => one.name === name),
  );
  document.dispatchEvent(new CustomEvent("show-text"));
  bench.documents?.jumpToLine(file, Number(found?.[2] ?? 1));
}
