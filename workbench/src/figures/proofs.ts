/** Promises, tests and proofs with their state. */

import { type TemplateResult, html, nothing } from "lit";
import type { Figures, Party, ProveAnswer } from "../api";
import { bench } from "../state/bench";
import { say } from "../words/words";

const PROMISE_STATES = { proved: "promise-proved", broken: "promise-broken", undecided: "promise-undecided" };

export function proofs(proof: ProveAnswer | null, figures: Figures | null, isProving: boolean): TemplateResult {
  const broken = figures?.promises.filter((promise) => promise.broken > 0) ?? [];
  if (proof === null && broken.length === 0)
    return html`<p class="quiet">${say(isProving ? "proofs-running" : "proofs-wait")}</p>`;
  const counts = proof === null ? [] : [proof.agreements, proof.promises, proof.tests, proof.undecided];
  const isEmpty = proof !== null && proof.unread === null && counts.every((list) => list.length === 0);
  const isOld = bench.isProofOld;
  return html` ${isEmpty ? html`<p class="quiet">${say("proofs-none")}</p>` : nothing}
    ${isOld ? html`<p class="quiet small-text" role="status">${say("proofs-old")}</p>` : nothing}
    <ul class="proofs ${isOld ? "stale" : ""}" aria-busy=${isProving}>
      ${proof === null || proof.unread === null
        ? nothing
        : html`<li class="proof">
            ${mark("open")}
            <p class="bad small-text">${proof.unread}</p>
          </li>`}
      ${proof?.agreements.map((agreement) => {
        const isAgreed = agreement.parties.every((party) => party.signed === "holds");
        return html` <li class="proof agreement">
          ${mark(isAgreed ? "good" : "bad")}
          <div>
            <b>${agreement.title}</b>
            <span class="quiet">${say(isAgreed ? "agreement-holds" : "agreement-open")}</span>
            ${agreement.is_due && agreement.review !== null
              ? html`<p class="bad small-text">${say("agreement-due", { day: agreement.review })}</p>`
              : nothing}
            ${agreement.parties.map(signature)}
          </div>
        </li>`;
      })}
      ${proof?.promises.map(
        (promise) =>
          html` <li class="proof ${promise.state}">
            ${mark(promise.state === "proved" ? "good" : promise.state === "broken" ? "bad" : "open")}
            <div>
              <b>${promise.title}</b> <span class="quiet">${say(PROMISE_STATES[promise.state])}</span>
              <code>${promise.says}</code>
              ${onLeads(promise.title, figures)}
              ${promise.witness === null
                ? nothing
                : html`<pre tabindex="0" aria-label=${say("witness")}>${promise.witness}</pre>`}
            </div>
          </li>`,
      )}
      ${proof?.tests.map(
        (test) =>
          html` <li class="proof">
            ${mark(test.passed ? "good" : "bad")}
            <div>
              <button type="button" class="link" @click=${() => bench.documents?.jump(test.file, test.from, test.to)}>
                ${test.title}
              </button>
              <span class="quiet">${say(test.passed ? "test-passed" : "test-failed")}</span>
              ${test.failures.map((failure) => html`<p class="bad small-text">${failure}</p>`)}
            </div>
          </li>`,
      )}
      ${proof?.undecided.map(
        (open) =>
          html` <li class="proof">
            ${mark("open")}
            <div>
              <button type="button" class="link" @click=${() => bench.documents?.jump(open.file, open.from, open.to)}>
                ${open.question}
              </button>
              <p class="quiet small-text">${open.reason}</p>
            </div>
          </li>`,
      )}
    </ul>`;
}

function signature(party: Party): TemplateResult {
  const who = party.party;
  switch (party.signed) {
    case "never":
      return html`<p class="bad small-text">${say("signed-never", { who })}</p>`;
    case "unreadable":
      return html`<p class="bad small-text">${say("signed-unreadable", { who, why: party.why })}</p>`;
    case "holds":
      return html`<p class="quiet small-text">${say("signed-holds", { who, day: party.on.slice(0, 10) })}</p>`;
    case "changed":
      return html`<p class="bad small-text">${say("signed-changed", { who, day: party.on.slice(0, 10) })}</p>
        ${party.parts.map(
          (part) =>
            html`<p class="quiet small-text">
                ${part.part}${part.turn === null ? nothing : html`: ${part.turn[0]} → ${part.turn[1]}`}
              </p>
              ${part.lead.length === 0
                ? nothing
                : html`<pre tabindex="0" aria-label=${say("witness")}>${part.lead.join("\n")}</pre>`}`,
        )}`;
  }
}

function onLeads(title: string, figures: Figures | null): TemplateResult | typeof nothing {
  const found = figures?.promises.find((promise) => promise.title === title);
  if (found === undefined || found.broken === 0) return nothing;
  return html`<p class="bad small-text">
    ${say("promise-leads", { count: found.broken, examples: found.examples.join(", ") })}
  </p>`;
}

function mark(state: "good" | "bad" | "open"): TemplateResult {
  return html`<span class="proof-mark ${state}" aria-hidden="true">${{ good: "✓", bad: "✗", open: "?" }[state]}</span>`;
}
