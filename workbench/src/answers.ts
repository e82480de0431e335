/**
 * The answers that are the JSON of a command: `explain`, `explain --account`, `explain --to`, `timeline` and `diff`, as far as the page shows
 * them.
 */

export type Outcome = "met" | "not_met" | "no_data";

export interface Fact {
  name: string;
  value: string | null;
}

/** A piece of a condition or a formula, and what it is made of. */
export interface Piece {
  text: string;
  outcome: Outcome;
  facts?: Fact[];
  parts?: Piece[];
}

export interface RuleExplained {
  title: string;
  outcome_text: string;
  outcome: Outcome;
  out_of_date: boolean;
  raw: number;
  cap_changed: number;
  points: number;
  outdone: boolean;
  owner: string | null;
  because: string | null;
  condition: Piece;
  place: string;
}

export type PartExplained =
  | ({ kind: "rule" } & RuleExplained)
  | { kind: "table"; subject: string; points: number; rows: RuleExplained[] }
  | {
      kind: "group";
      title: string;
      best: boolean;
      sum: number;
      cap_changed: number;
      points: number;
      parts: PartExplained[];
    };

export interface ScoreExplained {
  name: string;
  owner: string | null;
  points: number | null;
  sum: number | null;
  range_changed: number;
  range: string | null;
  unknown_rules: number;
  formula: Piece | null;
  parts: PartExplained[];
}

export interface StageExplained {
  name: string;
  outcome: Outcome;
  condition: Piece;
}

export interface Explanation {
  key: string | null;
  as_of: string;
  stage: string;
  excluded: string | null;
  fields: Fact[];
  scores: ScoreExplained[];
  exclusions: StageExplained[];
  stages: StageExplained[];
  labels: { name: string; value: string | null; line: Piece | null }[];
  broken: { promise: string; line: string; place: string; condition: Piece }[];
  /** Of a lead that has an account: its key. */
  account_key?: string;
}

/** A lead's part in what is asked over the leads of an account. */
export interface Taken {
  lead: string | null;
  value?: string;
}

export interface AccountExplanation {
  account: Explanation;
  over_leads: { text: string; value: string | null; leads: Taken[] }[];
  leads: { key: string | null; scores: (string | null)[]; stage: string; excluded: string | null }[];
}

export interface ScoreChange {
  score: string;
  before: number | null;
  after: number | null;
  lines: {
    kind: string;
    title: string;
    owner: string | null;
    points: number;
    before: string | null;
    after: string | null;
  }[];
}

/** Something that would have to turn out or to happen, of another lead of the account where one is named. */
export type Thing =
  | { kind: "fact"; field: string; turns_out: string; example: string | null; lead?: string }
  | { kind: "event"; event: string; times: number; every: number; lead?: string }
  | { kind: "wait"; days: number };

export interface Reach {
  stage: string;
  to: string;
  is_there: boolean;
  excluded: string | null;
  ways: { things: Thing[]; stage: string; scores: ScoreChange[] }[];
  tried: number;
  things: number;
  obstacles: { condition: string; now: number | null; most: number | null; least: number | null; is_exact: boolean }[];
  scores: { score: string; now: number | null; least: number | null; most: number | null; is_exact: boolean }[];
  unknown: {
    field: string;
    lead?: string;
    fixed: boolean;
    scores: { score: string; least: number | null; most: number | null }[];
  }[];
}

export interface TimelineState {
  at: string;
  stage: string;
  scores: (number | null)[];
}

export interface TimelineStep {
  at: string;
  since: string | null;
  events: string[];
  scores: ScoreChange[];
  stage: { before: string | null; after: string | null } | null;
}

export interface Timeline {
  as_of: string;
  until: string;
  now: TimelineState;
  reached: { stage: string; at: string | null }[];
  events_without_effect: number;
  steps: TimelineStep[];
  ahead: TimelineStep[];
  falls: { at: string; stage: string } | null;
  course: TimelineState[];
}

export interface Flow {
  before: string;
  after: string;
  leads: number;
}

export interface Moves {
  leads: number;
  moved: number;
  only_scores: number;
  owners: { owner: string | null; edits: number; decides: Flow[] }[];
  edits: {
    what: "rule" | "group" | "score" | "exclusion" | "stage";
    kind: "added" | "removed" | "changed" | "indirect";
    title: string;
    score: string | null;
    owner: string | null;
    before: string | null;
    after: string | null;
    leads: number | null;
    points: number | null;
    decides: Flow[];
  }[];
  by_several: number;
  /** `row` counts from 1 here. */
  movers: { key: string | null; row: number; before: string; after: string; owners: (string | null)[] }[];
}

/** `POST /api/code`: the page about a code, as Markdown. */
export interface CodePageAnswer {
  text: string;
}
