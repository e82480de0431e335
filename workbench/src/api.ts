/**
 * What the page and the program say to each other. Everything is JSON over POST below `/api/`, with the header
 * `Authorization: Bearer TOKEN`; the service room of the program has the same forms in Rust (`crates/service/src/forms`). Beside what is
 * asked stands `language` (`en`, `nl`, `fr`): in it are the texts of the answer, and of a refusal.
 *
 * Places in texts are offsets in UTF-16 code units, as CodeMirror and JavaScript count. Points are numbers with at most
 * two decimals. Instants are ISO 8601 in UTC. Rows count from 0 in the order of the data and name a lead for as long as
 * the data stays the same.
 */

/** `POST /api/session {}`: what was opened. The first thing that the page asks. */
export interface Session {
  version: string;
  /** The rule files of the set, the first is the one that was named. Empty at the start page. */
  files: RuleFile[];
  /** The leads; null while none are open, or while they are read. */
  data: DataState | null;
  /** Whether leads are open that have not been read yet: the first run reads them, and says so. */
  reads: boolean;
  /** The instant from which leads are seen: pinned when the program starts. */
  as_of: string;
  /** The time zone of the rules, an IANA name. */
  zone: string;
  /** The condition that says who converted, as it was given; null without one. */
  outcome: string | null;
  /** Samples that can be opened instead of files. */
  samples: Sample[];
}

export interface Sample {
  /** What `open` takes. */
  name: string;
  leads: number;
  events: number;
}

export interface RuleFile {
  /** Its name as shown: without folders. */
  name: string;
  /** As saved. */
  text: string;
  /** What `save` must find on disk. */
  hash: string;
  /** Whether it can be written: text that was dropped has no file, and is downloaded instead. */
  saves: boolean;
}

export interface DataState {
  /** The file's name as shown. */
  name: string;
  events_name: string | null;
  leads: number;
  events: number;
  /** "CSV, comma, UTF-8", as `score` says how it read the file. */
  read_as: string;
  /** Further columns that the table of leads can show, as in the data. */
  columns: string[];
  /** What reading noticed, each a sentence. */
  notices: string[];
}

/**
 * `POST /api/run`: what a draft does. Answered as lines of JSON (`application/x-ndjson`), one `RunLine` each, as they
 * are known: findings at once, then the figures of a sample, then those of all leads. A newer run of the same page ends
 * an older one: its last line is then `overtaken`.
 */
export interface RunRequest {
  /** Counts up with each draft of this page. */
  generation: number;
  /** The texts of all files, in the order of `Session.files`. */
  texts: string[];
}

export type RunLine =
  | { kind: "findings"; generation: number; findings: Finding[]; outline: Outline | null }
  /** The leads, once they are read. */
  | { kind: "data"; generation: number; data: DataState }
  /** How many leads (or, while they are read, rows of leads or events) are done; `of` is 0 while they are read. */
  | { kind: "progress"; generation: number; leads: number; of: number }
  | { kind: "figures"; generation: number; figures: Figures }
  | { kind: "failed"; generation: number; message: string }
  | { kind: "overtaken"; generation: number };

export interface Finding {
  code: string;
  severity: "error" | "warning" | "advice";
  message: string;
  /** The place it speaks of. */
  file: number;
  from: number;
  to: number;
  label: string;
  /** Further places. */
  also: { file: number; from: number; to: number; label: string }[];
  help: string | null;
  /** A lead that shows it, in the language's own lines. */
  witness: string | null;
  fixes: Fix[];
  /** The page about the code, as Markdown, is asked for by `POST /api/code {code}`. */
}

export interface Fix {
  title: string;
  /** Whether it is certainly what the author meant. */
  sure: boolean;
  edits: { file: number; from: number; to: number; text: string }[];
}

/** What the draft declares, with places; null while it has errors (the page then keeps the last one). */
export interface Outline {
  fields: { name: string; type: string; file: number; from: number; to: number }[];
  events: { name: string; file: number; from: number; to: number }[];
  scores: { name: string; least: number | null; most: number | null; file: number; from: number; to: number }[];
  /** By rule, in the order of `Figures.rules`. */
  rules: OutlineRule[];
  /** The highest first. */
  stages: { name: string; file: number; from: number; to: number }[];
  /** Whether the rules are about accounts too. */
  has_accounts: boolean;
  /** Comparisons of a score with a number in a stage's condition: what can be dragged. */
  bars: Bar[];
}

export interface OutlineRule {
  score: string;
  title: string;
  owner: string | null;
  file: number;
  from: number;
  to: number;
  /** Where its points stand (`+20`), to be edited by a slider; null where they are no plain number. */
  points: { file: number; from: number; to: number; value: number } | null;
}

export interface Bar {
  stage: string;
  score: string;
  /** The least points that meet it now. */
  at: number;
  /** Whether its number can't be edited; the place is that of the condition then. */
  is_fixed: boolean;
  /** Where the number stands. */
  file: number;
  from: number;
  to: number;
}

export interface Figures {
  /** How many leads were scored: all, or those of a sample. */
  leads: number;
  complete: boolean;
  /** The highest first; then those at none of them, then those excluded (if the rules exclude anybody). */
  stages: StageFigure[];
  exclusions: { reason: string; count: number; before: number }[];
  scores: ScoreFigure[];
  /** By rule, in the order of `Outline.rules`. */
  rules: { fired: number; points: number }[];
  /** Two scores against each other; null with fewer than two. */
  heat: Heat | null;
  /** What changed against the saved files; null while they have errors. */
  moved: Moved | null;
  promises: { title: string; says: string; broken: number; examples: string[] }[];
  /** In the order of `Outline.bars`: for each place that the bar could have. */
  bars: BarFigure[];
  /** Leads whose outcome is known, and how many of them converted; null without an outcome. */
  outcome: { known: number; converted: number } | null;
}

export interface StageFigure {
  name: string;
  kind: "stage" | "none" | "excluded";
  count: number;
  /** By the saved files; null where they have no such stage, or errors. */
  before: number | null;
  /** Of those whose outcome is known; null without an outcome. */
  converted: number | null;
}

export interface ScoreFigure {
  name: string;
  least: number | null;
  mean: number | null;
  most: number | null;
  /** Of how many leads it is unknown. */
  unknown: number;
  /** From the lowest to the highest, without gaps; `to` is excluded but for the last. */
  histogram: { from: number; to: number; count: number; before: number }[];
}

export interface Heat {
  /** The names of the scores. */
  x: string;
  y: string;
  /** Where columns and rows begin, and where the last ends: one more than there are. */
  xs: number[];
  ys: number[];
  /** By row, then column: how many leads. */
  cells: number[];
}

export interface Moved {
  total: number;
  up: number;
  down: number;
  /** Same stage, other points. */
  only_scores: number;
  flows: { from: string; to: string; count: number }[];
}

export interface BarFigure {
  stage: string;
  score: string;
  at: number;
  /** The lowest first: how many leads are at the stage or above if the bar lies there, and of the converted how many. */
  places: { at: number; leads: number; converted: number | null }[];
}

/** `POST /api/movers {texts}`: who moves and by whose edit, as `leadrules diff --format json` says it. */
export interface MoversRequest {
  texts: string[];
}

/** `POST /api/leads`: a window of the table. The draft is the one of the newest finished run. */
export interface LeadsRequest {
  /** How the table is filtered; all that are given must hold. */
  filter: {
    /** A stage's name, or that of `none`/`excluded`. */
    stage?: string;
    moved?: "any" | "up" | "down";
    /** Within so many points of a bar. */
    near?: { score: string; at: number; within: number };
    /** A column's value, exactly (an owner, say). */
    column?: { name: string; value: string };
    /** Part of the key or of any column shown, whatever the case. */
    search?: string;
  };
  /** A score's name, `stage`, `key` or a column; best first by default. */
  sort: { by: string; descending: boolean } | null;
  from: number;
  count: number;
}

export interface LeadsAnswer {
  generation: number;
  /** How many pass the filter. */
  total: number;
  /** The names of labels, in the order of `LeadRow.labels`. */
  labels: string[];
  columns: string[];
  /** How many columns, the first ones, say who a lead is: a name, a company, an address. */
  named: number;
  rows: LeadRow[];
}

export interface LeadRow {
  row: number;
  key: string | null;
  stage: string;
  /** By the saved files, where it differs. */
  before: string | null;
  /** By score. */
  scores: (number | null)[];
  /** By label. */
  labels: (string | null)[];
  /** By column. */
  columns: (string | null)[];
}

/** `POST /api/accounts`: a window of the accounts, the best first, asked for as leads are. Refused where rules are about none. */
export interface AccountsAnswer {
  generation: number;
  /** How many there are. */
  accounts: number;
  /** How many pass the filter. */
  total: number;
  /** The highest first; then those at none of them, then those excluded (if the rules exclude any). */
  stages: StageFigure[];
  scores: string[];
  labels: string[];
  columns: string[];
  /** How many columns, the first ones, say which account it is. */
  named: number;
  rows: AccountRow[];
  /** By row: how many leads it has. */
  members: number[];
}

/** As of leads; `row` counts those of the accounts' own data first. */
export type AccountRow = LeadRow;

/**
 * `POST /api/account {key}`, `account-reach {key, stage}`, `account-timeline {key}`: as `leadrules explain --account KEY --format json` says
 * it, with `--to STAGE`, and `leadrules timeline --account KEY`.
 */

/**
 * `POST /api/explain {row}`: as `leadrules explain --format json` says it; `place` is `file:line`. With the key of the lead's account as
 * `account_key`, if it has one.
 */
export interface RowRequest {
  row: number;
}

/** `POST /api/reach {row, stage}`: as `leadrules explain --to STAGE --format json`. */
export interface ReachRequest extends RowRequest {
  stage: string;
}

/** `POST /api/timeline {row}`: as `leadrules timeline --format json`. */

/** `POST /api/test {row, title}`: the lead as a `test` block, to be put at the end of the first file. */
export interface TestAnswer {
  text: string;
}

/** `POST /api/prove {texts}`: what takes longer than a key: proofs, tests, promises. Findings are all, with those. */
export interface ProveAnswer {
  findings: Finding[];
  undecided: { question: string; reason: string; file: number; from: number; to: number }[];
  tests: { title: string; passed: boolean; file: number; from: number; to: number; failures: string[] }[];
  /** `proved`: for every lead that could exist. */
  promises: { title: string; says: string; state: "proved" | "broken" | "undecided"; witness: string | null }[];
  agreements: { title: string; is_due: boolean; review: string | null; parties: Party[] }[];
  /** Why it is not known whether the rules were agreed. */
  unread: string | null;
}

/** What a party of an agreement signed. */
export type Party = { party: string } & (
  | { signed: "never" }
  | { signed: "unreadable"; path: string; why: string }
  | { signed: "holds"; on: string }
  | {
      signed: "changed";
      on: string;
      /** What is not the same, with a lead that is treated otherwise. */
      parts: { part: string; lead: string[]; turn: [string, string] | null; undecided: string | null }[];
    }
);

/** `POST /api/complete`: what may stand at a place. */
export interface CompleteRequest {
  texts: string[];
  file: number;
  at: number;
}

export interface CompleteAnswer {
  /** What is replaced: from here to the place asked about. */
  from: number;
  items: { label: string; kind: "keyword" | "field" | "option" | "event" | "score" | "stage" | "label" | "definition"; detail: string; text: string }[];
}

/** `POST /api/format {file, texts}`: the file in its canonical form. */
export interface FormatAnswer {
  text: string;
}

/** `POST /api/save`: writes what differs from disk, all files or none. */
export interface SaveRequest {
  /** `base` is the hash of the file that the draft is based on. */
  files: { text: string; base: string }[];
}

export type SaveAnswer =
  | { kind: "saved"; files: RuleFile[] }
  /** Another program changed them meanwhile; nothing was written. */
  | { kind: "conflict"; files: RuleFile[] };

/** `POST /api/list`: the leads that pass a filter as an Excel workbook (bytes), as `leadrules score -o list.xlsx` makes it. */
export interface ListRequest {
  filter: LeadsRequest["filter"];
  sort: LeadsRequest["sort"];
  most: number | null;
}

/**
 * `POST /api/open`: `multipart/form-data` with parts `rules` (any number), `leads`, `events` (each with a file name), or a
 * part `sample` with a sample's name; and `language`. Without rules, a first rule file is made from the data, as `leadrules init` does.
 */
export type OpenAnswer = Session;

/** Every other answer is a status above 399 with this. */
export interface Failure {
  message: string;
}
