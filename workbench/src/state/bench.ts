/**
 * What the page knows: the files and their drafts, and what the program said of the newest draft. Everything on the page
 * looks here and is told of changes by events:
 *
 * - `change`: anything that is shown,
 * - `edited`: a text,
 * - `findings`, `figures`: these came anew,
 * - `scored`: all leads are scored by the newest draft.
 */

import type { Extension } from "@codemirror/state";
import type { Figures, Finding, Fix, Outline, ProveAnswer, RuleFile, RunLine, Session } from "../api";
import { Refusal, type Talk, wasGivenUp } from "../talk";
import { changes, say, showTimesIn } from "../words/words";
import { Documents, type Edit, type Replacement } from "./documents";
import { estimated } from "./estimate";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import { type Place, hundredths, moved, readNumber, writeLike, writePoints } from "./places";

const REST_BEFORE_PROVING_MS = 1500;
const SILENCE_BEFORE_PROGRESS_MS = 300;

interface Progress {
  leads: number;
  of: number;
}

class Bench extends EventTarget {
  session: Session | null = null;
  /** As they are on disk. */
  files: RuleFile[] = [];
  documents: Documents | null = null;
  findings: Finding[] = [];
  /** Of the last draft without errors. */
  outline: Outline | null = null;
  figures: Figures | null = null;
  /** How many leads the figures are estimated from; null once all are scored. */
  sample: number | null = null;
  /** Of the saved files, for what is not told with the figures of a draft. */
  savedFigures: { outline: Outline; figures: Figures } | null = null;
  /** Whether the draft has errors, so that what is shown is older. */
  isStale = false;
  progress: Progress | null = null;
  proof: ProveAnswer | null = null;
  isProving = false;
  /** Whether the text has changed since. */
  isProofOld = false;
  trouble: string | null = null;
  /** Names of files whose drafts came back from an earlier visit. */
  restored: string[] = [];
  /** As they are on disk, where they changed beside us; the merge view decides. */
  conflict: RuleFile[] | null = null;

  #talk: Talk | null = null;
  #generation = 0;
  #run: AbortController | null = null;
  #proof: AbortController | null = null;
  #proofTimer = 0;

  get talk(): Talk {
    if (this.#talk === null) throw new Error("nobody to talk to yet");
    return this.#talk;
  }

  get texts(): string[] {
    return this.documents?.texts ?? [];
  }

  get isDirty(): boolean {
    return this.files.some((file, at) => this.documents?.text(at) !== file.text);
  }

  /** Whether the draft has what a program can't score. */
  get hasErrors(): boolean {
    return this.findings.some((finding) => finding.severity === "error");
  }

  get stageNames(): string[] {
    return this.figures?.stages.map((stage) => stage.name) ?? this.outline?.stages.map((stage) => stage.name) ?? [];
  }

  meet(talk: Talk): void {
    this.#talk = talk;
  }

  /** Takes what was opened; drafts of an earlier visit come back. */
  begin(session: Session, extensions: Extension, nonce: string): void {
    this.session = session;
    showTimesIn(session.zone);
    this.files = session.files;
    if (session.files.length > 0) {
      const drafts = session.files.map(draftOf);
      this.restored = session.files.filter((_, at) => drafts[at] !== null).map((file) => file.name);
      const texts = session.files.map((file, at) => drafts[at] ?? file.text);
      this.documents = new Documents(texts, extensions, nonce, (edit) => this.#edited(edit));
      void this.run();
    }
    this.tell("change");
  }

  tell(what: "change" | "edited" | "findings" | "figures" | "scored"): void {
    this.dispatchEvent(new Event(what));
  }

  /** Runs something that may be refused, and says so on the page. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (wasGivenUp(error)) return;
      if (!(error instanceof Refusal)) throw error;
      this.trouble = error.status === 0 ? say("trouble-no-answer") : error.message;
      this.tell("change");
    }
  }

  // Editing

  /** Puts another value where a bar stands. */
  setBar(at: number, value: number): void {
    const bar = this.outline?.bars[at];
    const written = bar === undefined || bar.is_fixed ? null : this.#numberAt(bar);
    if (bar === undefined || written === null || value === bar.at) return;
    this.#write(bar, writeLike(this.#textAt(bar), written + value - bar.at), () => {
      const moved = this.outline?.bars[at];
      if (moved !== undefined) moved.at = hundredths(value);
    });
  }

  setPoints(rule: number, value: number): void {
    const points = this.outline?.rules[rule]?.points;
    if (points == null || value === points.value) return;
    this.#write(points, writePoints(value), () => {
      const moved = this.outline?.rules[rule]?.points;
      if (moved != null) moved.value = hundredths(value);
    });
  }

  applyFix(fix: Fix): void {
    this.documents?.replace(fix.edits, "input.fix");
  }

  /** The fixes that are certain, without those that touch the same text as an earlier one. */
  get sureFixes(): Fix[] {
    const chosen: Fix[] = [];
    const taken: Replacement[] = [];
    for (const fix of this.findings.flatMap((finding) => finding.fixes.slice(0, 1))) {
      const overlaps = fix.edits.some((edit) =>
        taken.some((other) => other.file === edit.file && edit.from <= other.to && other.from <= edit.to),
      );
      if (!fix.sure || overlaps) continue;
      chosen.push(fix);
      taken.push(...fix.edits);
    }
    return chosen;
  }

  applySureFixes(): void {
    this.documents?.replace(
      this.sureFixes.flatMap((fix) => fix.edits),
      "input.fix",
    );
  }

  discardDrafts(): void {
    this.files.forEach((file, at) => {
      this.documents?.become(at, file.text, "input.discard");
      dropDraft(file);
    });
    this.restored = [];
    this.tell("change");
  }

  /** Puts a text at the end of the first file. */
  append(text: string): void {
    const before = this.documents?.text(0) ?? "";
    const end = before.length;
    const gap = before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    this.documents?.replace([{ file: 0, from: end, to: end, text: gap + text }], "input.test");
    this.documents?.jump(0, end + gap.length, end + gap.length);
  }

  #textAt(place: Place): string {
    return this.documents?.text(place.file).slice(place.from, place.to) ?? "";
  }

  #numberAt(place: Place): number | null {
    return readNumber(this.#textAt(place));
  }

  /** A bar was taken hold of, or let go: what is written in between is undone at once, however long it took. */
  hold(isHeld: boolean): void {
    this.#held = isHeld ? "still" : "no";
  }

  #held: "no" | "still" | "moved" = "no";

  /** Writes a number. What the editor takes for one composition is undone together whenever it came; keys, if they follow each other. */
  #write(place: Place, text: string, settle: () => void): void {
    const { file, from, to } = place;
    this.#settle = settle;
    const events = { no: "input.type.slide", still: "move.bar", moved: "input.type.compose" };
    const event = events[this.#held];
    if (this.#held === "still") this.#held = "moved";
    this.documents?.replace([{ file, from, to, text }], event);
  }

  /** What else is known at once of the edit that is under way. */
  #settle: () => void = () => undefined;

  #edited({ file, changes }: Edit): void {
    this.outline = moved(this.outline, file, changes);
    this.findings = moved(this.findings, file, changes);
    this.proof = moved(this.proof, file, changes);
    this.#settle();
    this.#settle = () => undefined;
    const saved = this.files[file];
    if (saved !== undefined) keepDraft(saved, this.documents?.text(file) ?? "");
    void this.run();
    this.tell("edited");
    this.tell("change");
  }

  // Running

  async run(): Promise<void> {
    const generation = ++this.#generation;
    this.#run?.abort();
    this.#run = new AbortController();
    this.#proveLater();
    const { signal } = this.#run;
    const began = performance.now();
    const texts = this.texts;
    await this.attempt(() =>
      this.talk.run({ generation, texts }, signal, (line) => {
        if (line.generation === this.#generation) this.#take(line, performance.now() - began);
      }),
    );
  }

  #take(line: RunLine, afterMs: number): void {
    switch (line.kind) {
      case "findings":
        this.trouble = null;
        this.findings = line.findings;
        this.outline = line.outline ?? this.outline;
        this.isStale = line.outline === null;
        this.progress = null;
        this.tell("findings");
        break;
      case "data":
        if (this.session !== null) this.session = { ...this.session, data: line.data, reads: false };
        this.progress = null;
        break;
      case "progress":
        if (afterMs < SILENCE_BEFORE_PROGRESS_MS) return;
        this.progress = { leads: line.leads, of: line.of };
        break;
      case "figures":
        this.figures = estimated(line.figures, this.session?.data?.leads ?? line.figures.leads);
        this.sample = line.figures.complete ? null : line.figures.leads;
        if (line.figures.complete) {
          this.progress = null;
          if (!this.isDirty && this.outline !== null) {
            this.savedFigures = { outline: this.outline, figures: line.figures };
          }
          this.tell("scored");
        }
        this.tell("figures");
        break;
      case "failed":
        this.trouble = line.message;
        this.progress = null;
        break;
      case "overtaken":
        return;
    }
    this.tell("change");
  }

  #proveLater(): void {
    this.#proof?.abort();
    this.isProving = false;
    this.isProofOld = this.proof !== null;
    clearTimeout(this.#proofTimer);
    this.#proofTimer = window.setTimeout(() => void this.prove(), REST_BEFORE_PROVING_MS);
  }

  async prove(): Promise<void> {
    clearTimeout(this.#proofTimer);
    this.#proof?.abort();
    if (this.hasErrors) return;
    this.#proof = new AbortController();
    const { signal } = this.#proof;
    this.isProving = true;
    this.tell("change");
    await this.attempt(async () => {
      const proof = await this.talk.prove(this.texts, signal);
      this.proof = proof;
      this.isProofOld = false;
      this.findings = proof.findings;
      this.tell("findings");
    });
    if (signal.aborted) return;
    this.isProving = false;
    this.tell("change");
  }

  // Saving

  /** Rules with errors are saved when that is asked for twice: what runs them would stop. */
  async save(): Promise<void> {
    if (this.hasErrors && !this.#savesErrors) {
      this.#savesErrors = true;
      this.trouble = say("save-errors");
      this.tell("change");
      return;
    }
    this.#savesErrors = false;
    await this.attempt(async () => {
      const texts = this.texts;
      const files = this.files.map((file, at) => ({ text: texts[at] ?? "", base: file.hash }));
      const answer = await this.talk.save({ files });
      if (answer.kind === "conflict") {
        this.conflict = answer.files;
      } else {
        this.#saved(answer.files);
      }
      this.tell("change");
    });
  }

  #savesErrors = false;

  /** What the merge view made of both texts; it is saved against what is on disk now. */
  async saveMerged(texts: string[]): Promise<void> {
    if (this.conflict === null) return;
    this.files.forEach(dropDraft);
    this.files = this.conflict;
    this.conflict = null;
    this.tell("change");
    texts.forEach((text, at) => this.documents?.become(at, text, "input.merge"));
    await this.save();
  }

  #saved(files: RuleFile[]): void {
    this.files.forEach(dropDraft);
    this.files = files;
    files.forEach((file, at) => keepDraft(file, this.documents?.text(at) ?? file.text));
    this.restored = [];
    void this.run();
    void this.prove();
  }
}

export const bench = new Bench();

// What is found is said in the language of the page.
changes.addEventListener("change", () => {
  if (bench.session !== null) void bench.run();
});
