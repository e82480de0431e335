/** Findings as the editor underlines them, with their help and their fixes where the pointer rests. */

import type { Diagnostic } from "@codemirror/lint";
import type { Finding, Fix } from "../api";
import { bench } from "../state/bench";
import { say } from "../words/words";

const SEVERITIES = { error: "error", warning: "warning", advice: "info" } as const;

export function diagnosticsOf(findings: Finding[], file: number, length: number): Diagnostic[] {
  return findings.flatMap((finding, at) => {
    if (finding.file !== file) return [];
    return [
      {
        from: Math.min(finding.from, length),
        to: Math.min(finding.to, length),
        severity: SEVERITIES[finding.severity],
        source: finding.code,
        message: finding.message,
        renderMessage: () => messageOf(finding),
        // The finding's edits move along with the text; those that were told do not.
        actions: finding.fixes.map((fix, which) => ({
          name: fixTitle(fix),
          apply: () => {
            const now = bench.findings[at]?.fixes[which];
            if (now !== undefined) bench.applyFix(now);
          },
        })),
      },
    ];
  });
}

export function fixTitle(fix: Fix): string {
  return fix.sure ? say("fix-sure", { title: fix.title }) : fix.title;
}

function messageOf(finding: Finding): HTMLElement {
  const message = document.createElement("div");
  message.append(
    paragraph("finding-says", finding.message),
    ...(finding.label === "" ? [] : [paragraph("finding-label", finding.label)]),
    ...(finding.help === null ? [] : [paragraph("finding-help", finding.help)]),
    ...(finding.witness === null ? [] : [paragraph("finding-witness", finding.witness)]),
  );
  return message;
}

function paragraph(name: string, text: string): HTMLElement {
  const made = document.createElement(name === "finding-witness" ? "pre" : "p");
  made.className = name;
  made.textContent = text;
  return made;
}
