// What the made-up program knows and answers; the forms are those of `src/api.ts`.

import { createHash } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import { figuresOf, scoreAll } from "./figures.mjs";
import { explain, reach, timeline } from "./one-lead.mjs";
import { makeLeads } from "./leads.mjs";
import { advice, read } from "./reading.mjs";
import { SAMPLE, SCORING } from "./sample.mjs";

const AS_OF = "2026-11-23T22:59:59.999999Z";
const COLUMNS = ["name", "company", "country"];
const SLOW_FROM_LEADS = 200_000;

export class Program {
  constructor({ leads, hasOutcome, isOpen }) {
    this.data = makeLeads(leads);
    this.hasOutcome = hasOutcome;
    this.isOpen = isOpen;
    this.disk = [file("inbound.leadrules", SAMPLE), file("scoring.leadrules", SCORING)];
    this.generation = 0;
    this.newest = 0;
    this.rules = read(this.disk.map(({ text }) => text));
    this.saved = scoreAll(this.rules, this.data);
    this.scored = this.saved;
  }

  session() {
    const columns = COLUMNS;
    const events = this.data.reduce((sum, lead) => sum + lead.events.length, 0);
    return {
      version: "0.0.0",
      files: this.isOpen ? this.disk : [],
      data: this.isOpen
        ? {
            name: "leads.csv",
            events_name: "events.csv",
            leads: this.data.length,
            events,
            read_as: "CSV, comma, UTF-8",
            columns,
            notices: ["7 events are of a kind that the rules don't declare: page_viewed."],
          }
        : null,
      as_of: AS_OF,
      zone: "Europe/Brussels",
      outcome: this.hasOutcome ? "won is yes" : null,
      reads: false,
      samples: [
        { name: "inbound", leads: this.data.length, events },
        { name: "brouwerij", leads: 400, events: 2100 },
      ],
    };
  }

  open(form) {
    if (/filename="[^"]*\.exe"/.test(form))
      throw Object.assign(new Error("This file is of no kind that can be read."), { status: 422 });
    this.isOpen = true;
    return this.session();
  }

  async *run({ generation, texts }) {
    this.newest = generation;
    const rules = read(texts);
    const isSound = rules.findings.length === 0;
    const findings = isSound ? advice(rules) : rules.findings;
    yield { kind: "findings", generation, findings, outline: isSound ? outlineOf(rules) : null };
    if (!isSound) return;
    const total = this.data.length;
    if (total >= SLOW_FROM_LEADS) {
      const sample = this.data.slice(0, 20_000);
      yield {
        kind: "figures",
        generation,
        figures: figuresOf(rules, scoreAll(rules, sample), this.saved, this.hasOutcome, false),
      };
      for (let done = 0; done < total; done += total / 8) {
        await rest(120);
        if (this.newest !== generation) {
          yield { kind: "overtaken", generation };
          return;
        }
        yield { kind: "progress", generation, leads: Math.round(done), of: total };
      }
    }
    const scored = scoreAll(rules, this.data);
    this.rules = rules;
    this.scored = scored;
    this.generation = generation;
    this.order = null;
    yield { kind: "figures", generation, figures: figuresOf(rules, scored, this.saved, this.hasOutcome, true) };
  }

  #rows(asked) {
    const key = JSON.stringify([asked.filter, asked.sort]);
    if (this.order?.key !== key) this.order = { key, rows: this.#sorted(asked.filter, asked.sort) };
    return this.order.rows;
  }

  #sorted({ stage, moved, near, column, search }, sort) {
    const { scored, saved, data, rules } = this;
    const rank = new Map(
      [...rules.stages.map(({ name }) => name), "contact", "excluded"].map((name, at) => [name, -at]),
    );
    const wanted = search?.toLowerCase();
    const rows = scored.filter((one) => {
      const lead = data[one.row];
      const by = rank.get(one.stage) - (rank.get(saved[one.row].stage) ?? 0);
      return (
        (stage === undefined || one.stage === stage) &&
        (moved === undefined || (moved === "any" ? by !== 0 : moved === "up" ? by > 0 : by < 0)) &&
        (near === undefined ||
          Math.abs(one.scores[rules.scores.findIndex(({ name }) => name === near.score)] - near.at) <= near.within) &&
        (column === undefined || lead[column.name] === column.value) &&
        (wanted === undefined ||
          [lead.key, ...COLUMNS.map((name) => lead[name])].some((value) => value?.toLowerCase().includes(wanted)))
      );
    });
    const valueOf = (one) => {
      const at = rules.scores.findIndex(({ name }) => name === sort?.by);
      if (at >= 0) return one.scores[at];
      if (sort === null || sort.by === "stage") return rank.get(one.stage) * 10_000 + one.scores[0] + one.scores[1];
      return data[one.row][sort.by] ?? "";
    };
    const sign = sort === null || sort.descending ? -1 : 1;
    const values = new Map(rows.map((one) => [one, valueOf(one)]));
    return rows.sort((one, other) => {
      const [first, second] = [values.get(one), values.get(other)];
      return sign * (first < second ? -1 : first > second ? 1 : 0) || one.row - other.row;
    });
  }

  leads({ filter, sort, from, count }) {
    const rows = this.#rows({ filter, sort });
    return {
      generation: this.generation,
      total: rows.length,
      labels: ["owner"],
      columns: COLUMNS,
      named: 1,
      rows: rows.slice(from, from + count).map((one) => {
        const lead = this.data[one.row];
        const was = this.saved[one.row].stage;
        return {
          row: one.row,
          key: lead.key,
          stage: one.stage,
          before: was === one.stage ? null : was,
          scores: one.scores,
          labels: [one.stage === "SQL" ? "Sales" : "Marketing"],
          columns: COLUMNS.map((name) => lead[name]),
        };
      }),
    };
  }

  movers({ texts }) {
    const rules = read(texts);
    const before = read(this.disk.map(({ text }) => text));
    const scored = scoreAll(rules, this.data);
    const flows = new Map();
    const movers = [];
    for (const one of scored) {
      const was = this.saved[one.row].stage;
      if (was === one.stage) continue;
      flows.set(`${was}\n${one.stage}`, (flows.get(`${was}\n${one.stage}`) ?? 0) + 1);
      movers.push({ key: this.data[one.row].key, row: one.row + 1, before: was, after: one.stage, owners: ["sales"] });
    }
    const decides = [...flows].map(([flow, leads]) => ({
      before: flow.split("\n")[0],
      after: flow.split("\n")[1],
      leads,
    }));
    const edits = rules.rules.flatMap((rule, at) => {
      const old = before.rules[at];
      if (old === undefined || old.outcome === rule.outcome) return [];
      const fired = scored.filter((one) => one.gave[at] !== 0).length;
      return [
        {
          what: "rule",
          kind: "changed",
          title: rule.title,
          score: rule.score,
          owner: rule.owner,
          before: `${old.condition} => ${old.outcome}`,
          after: `${rule.condition} => ${rule.outcome}`,
          leads: fired,
          points: fired * (rule.points.value - old.points.value),
          decides,
        },
      ];
    });
    const stages = rules.stages.flatMap((stage) => {
      const old = before.stages.find(({ name }) => name === stage.name);
      if (old === undefined || old.condition === stage.condition) return [];
      return [
        {
          what: "stage",
          kind: "changed",
          title: stage.name,
          score: null,
          owner: null,
          before: `${old.condition} => ${stage.name}`,
          after: `${stage.condition} => ${stage.name}`,
          leads: null,
          points: null,
          decides,
        },
      ];
    });
    return {
      as_of: AS_OF,
      leads: scored.length,
      moved: movers.length,
      only_scores: 0,
      stages: [],
      matrix: [],
      owners: [],
      edits: [...edits, ...stages],
      by_several: 0,
      movers: movers.slice(0, 20),
    };
  }

  explain({ row }) {
    return explain(this.rules, this.data[row], this.scored[row], AS_OF);
  }

  reach({ row, stage }) {
    return reach(this.rules, this.data[row], this.scored[row], stage, AS_OF);
  }

  timeline({ row }) {
    return timeline(this.rules, this.data[row], AS_OF);
  }

  test({ row, title }) {
    const lead = this.data[row];
    const fields = ["name", "email", "country", "employees", "job_title"].filter((name) => lead[name] !== null);
    const values = fields.map(
      (name) =>
        `${name} ${typeof lead[name] === "string" && name !== "country" ? JSON.stringify(lead[name]) : lead[name]}`,
    );
    const events = lead.events.map((event) => `  event ${event.kind} ${event.daysAgo} days ago`);
    return {
      text: `test ${JSON.stringify(title)} {\n  as of 2026-11-23\n  lead ${values.join(", ")}\n${events.join("\n")}${events.length > 0 ? "\n" : ""}  expect stage is ${this.scored[row].stage}\n}\n`,
    };
  }

  async prove({ texts }) {
    await rest(400);
    const rules = read(texts);
    const bar = rules.bars.find(({ stage, score }) => stage === "SQL" && score === "profile");
    const text = texts[0];
    const at = text.indexOf("the ideal customer");
    const passed = bar === undefined || bar.at <= 45;
    const isKept = text.includes("name is known and email is known   => Lead");
    return {
      findings: rules.findings.length > 0 ? rules.findings : advice(rules),
      undecided: [],
      tests:
        at < 0
          ? []
          : [
              {
                title: "the ideal customer who attends a webinar is ready for sales",
                passed,
                file: 0,
                from: at,
                to: at + 18,
                failures: passed ? [] : ["expected stage is SQL, but it is MQL"],
              },
            ],
      unread: null,
      agreements: [
        {
          title: "what marketing hands over",
          is_due: false,
          review: "2027-03-31",
          parties: [
            { party: "marketing", signed: "holds", on: "2026-11-02T10:00:00Z" },
            {
              party: "sales",
              signed: "changed",
              on: "2026-10-30T16:00:00Z",
              parts: [{ part: "stages", lead: ["lead employees 100"], turn: ["MQL", "SQL"], undecided: null }],
            },
          ],
        },
      ],
      promises: [
        {
          title: "sales never gets a lead without an address",
          says: "never stage is SQL and email is unknown",
          state: isKept ? "proved" : "broken",
          witness: isKept ? null : 'lead name "An", employees 150\nevent webinar_attended 3 days ago',
        },
      ],
    };
  }

  complete({ texts, file, at }) {
    const word = /[\p{L}\p{N}_]*$/u.exec(texts[file].slice(0, at))[0];
    const items = [
      ...["employees", "budget", "country", "job_title", "email", "consent"].map((label) => ({
        label,
        kind: "field",
        detail: "field",
        text: label,
      })),
      ...["email_opened", "webinar_attended", "demo_requested"].map((label) => ({
        label,
        kind: "event",
        detail: "event",
        text: label,
      })),
      ...["BE", "NL", "LU"].map((label) => ({ label, kind: "option", detail: "country", text: label })),
      ...["because", "up to", "each", "halving every"].map((label) => ({
        label,
        kind: "keyword",
        detail: "",
        text: `${label} `,
      })),
    ];
    return { from: at - word.length, items: items.filter(({ label }) => label.startsWith(word)) };
  }

  code({ code }) {
    return {
      text: `# ${code}: made up\n\nThe program has a page about each code, with an example:\n\n    budget >= 10k => +10\n`,
    };
  }

  format({ file, texts }) {
    return {
      text: texts[file]
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n")
        .replace(/\n{3,}/g, "\n\n"),
    };
  }

  /** A text with `# conflict` makes another program write the first file, once. */
  save({ files }) {
    if (files[0].text.includes("# conflict") && !this.wasBeside) {
      this.wasBeside = true;
      this.disk[0] = file(
        this.disk[0].name,
        this.disk[0].text.replace("# What a lead can do.", "# What a lead can do, as sales sees it."),
      );
    }
    if (files.some(({ base }, at) => base !== this.disk[at].hash)) return { kind: "conflict", files: this.disk };
    this.disk = files.map(({ text }, at) => file(this.disk[at].name, text));
    this.saved = scoreAll(read(files.map(({ text }) => text)), this.data);
    return { kind: "saved", files: this.disk };
  }
}

function file(name, text) {
  return { name, text, hash: createHash("sha256").update(text).digest("hex").slice(0, 16), saves: true };
}

function outlineOf({ rules, stages, bars, scores }) {
  const placed = ({ name, file, from, to }) => ({ name, file, from, to });
  return {
    fields: [],
    events: [],
    scores: scores.map((score) => ({ ...placed(score), least: score.least, most: score.most })),
    rules: rules.map(({ score, title, owner, file, from, to, points }) => ({
      score,
      title,
      owner,
      file,
      from,
      to,
      points,
    })),
    stages: stages.map(placed),
    bars,
  };
}
