/** What may stand at the cursor, as the program says it. */

import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { CompleteAnswer } from "../api";
import { bench } from "../state/bench";

const TYPES: Record<CompleteAnswer["items"][number]["kind"], string> = {
  keyword: "keyword",
  field: "property",
  option: "enum",
  event: "function",
  score: "variable",
  stage: "class",
  label: "text",
  definition: "constant",
};

export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const documents = bench.documents;
  const isWanted = context.explicit || context.matchBefore(/[\p{L}\p{N}_]$|[,=>] $/u) !== null;
  if (documents === null || !isWanted) return null;
  const asked = new AbortController();
  context.addEventListener("abort", () => asked.abort());
  const request = { texts: documents.texts, file: documents.shown, at: context.pos };
  try {
    const answer = await bench.talk.complete(request, asked.signal);
    const options = answer.items.map(({ label, kind, detail, text }) => ({
      label,
      type: TYPES[kind],
      detail,
      apply: text,
    }));
    return { from: answer.from, options, validFor: /^[\p{L}\p{M}\p{N}_]*$/u };
  } catch {
    // Without an answer the editor simply offers nothing; a program that is gone shows itself by the next run.
    return null;
  }
}
