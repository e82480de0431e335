/** How the page talks to the program: JSON over POST, with the token of this tab. */

import type {
  AccountsAnswer,
  CompleteAnswer,
  CompleteRequest,
  Failure,
  FormatAnswer,
  LeadsAnswer,
  LeadsRequest,
  ListRequest,
  OpenAnswer,
  ProveAnswer,
  RunLine,
  RunRequest,
  SaveAnswer,
  SaveRequest,
  Session,
  TestAnswer,
} from "./api";
import type { AccountExplanation, CodePageAnswer, Explanation, Moves, Reach, Timeline } from "./answers";
import { currentLanguage } from "./words/words";

/** The program answered that it can't, or did not answer (`status` 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Whether a request ended because the page itself gave it up. */
export function wasGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

export class Talk {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  session(): Promise<Session> {
    return this.#ask("session", {});
  }

  open(form: FormData): Promise<OpenAnswer> {
    form.append("language", currentLanguage());
    return this.#post("open", form).then((answer) => answer.json() as Promise<OpenAnswer>);
  }

  /** Runs a draft; each line is handed on as it comes. */
  async run(request: RunRequest, signal: AbortSignal, take: (line: RunLine) => void): Promise<void> {
    const answer = await this.#post("run", asked(request), signal);
    if (answer.body === null) return;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read().catch(unanswered);
      const lines = (rest + (value ?? "")).split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line.trim() !== "") take(JSON.parse(line) as RunLine);
      if (done) return;
    }
  }

  prove(texts: string[], signal: AbortSignal): Promise<ProveAnswer> {
    return this.#ask("prove", { texts }, signal);
  }

  movers(texts: string[]): Promise<Moves> {
    return this.#ask("movers", { texts });
  }

  leads(request: LeadsRequest, signal: AbortSignal): Promise<LeadsAnswer> {
    return this.#ask("leads", request, signal);
  }

  list(request: ListRequest): Promise<Blob> {
    return this.#post("list", asked(request)).then((answer) => answer.blob());
  }

  accounts(request: LeadsRequest): Promise<AccountsAnswer> {
    return this.#ask("accounts", request);
  }

  account(key: string): Promise<AccountExplanation> {
    return this.#ask("account", { key });
  }

  accountReach(key: string, stage: string): Promise<Reach> {
    return this.#ask("account-reach", { key, stage });
  }

  accountTimeline(key: string): Promise<Timeline> {
    return this.#ask("account-timeline", { key });
  }

  explain(row: number): Promise<Explanation> {
    return this.#ask("explain", { row });
  }

  reach(row: number, stage: string): Promise<Reach> {
    return this.#ask("reach", { row, stage });
  }

  timeline(row: number): Promise<Timeline> {
    return this.#ask("timeline", { row });
  }

  test(row: number, title: string): Promise<TestAnswer> {
    return this.#ask("test", { row, title });
  }

  complete(request: CompleteRequest, signal: AbortSignal): Promise<CompleteAnswer> {
    return this.#ask("complete", request, signal);
  }

  format(file: number, texts: string[]): Promise<FormatAnswer> {
    return this.#ask("format", { file, texts });
  }

  save(request: SaveRequest): Promise<SaveAnswer> {
    return this.#ask("save", request);
  }

  code(code: string): Promise<CodePageAnswer> {
    return this.#ask("code", { code });
  }

  async #ask<Answer>(what: string, request: object, signal?: AbortSignal): Promise<Answer> {
    const answer = await this.#post(what, asked(request), signal);
    return (await answer.json()) as Answer;
  }

  async #post(what: string, body: string | FormData, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.#token}` };
    if (typeof body === "string") headers["Content-Type"] = "application/json";
    let answer: Response;
    try {
      answer = await fetch(`/api/${what}`, { method: "POST", headers, body, signal: signal ?? null });
    } catch (error) {
      return unanswered(error);
    }
    if (answer.ok) return answer;
    throw new Refusal(answer.status, await failureOf(answer));
  }
}

/** A question, with the language that its answer is to be in. */
function asked(request: object): string {
  return JSON.stringify({ ...request, language: currentLanguage() });
}

/** The program is gone, before it answered or while it did; unless it was the page that gave up. */
function unanswered(error: unknown): never {
  throw wasGivenUp(error) ? error : new Refusal(0, String(error));
}

async function failureOf(answer: Response): Promise<string> {
  try {
    return ((await answer.json()) as Failure).message;
  } catch {
    return `${answer.status} ${answer.statusText}`;
  }
}
