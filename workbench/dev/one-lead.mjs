// What is said of one made-up lead, in the forms of `explain`, `explain --to` and `timeline`.

import { pointsOf, sums } from "./figures.mjs";

const DAY_MS = 86_400_000;

export function explain(rules, lead, scored, asOf) {
  const ruleOf = (at) => {
    const rule = rules.rules[at];
    const held = rule.holds(lead);
    const points = scored.gave[at];
    const raw = rule.points.value * (rule.each ? Number(held ?? 0) : Math.min(1, Number(held ?? 0)));
    const outcome = held === null ? "no_data" : held ? "met" : "not_met";
    const field = rule.subject || /^\w+/.exec(rule.condition)?.[0];
    const value = field in lead ? lead[field] : `${Number(held)} times`;
    return {
      kind: "rule",
      title: rule.title,
      outcome_text: rule.outcome,
      outcome,
      out_of_date: false,
      raw,
      cap_changed: points - raw,
      points,
      outdone: false,
      owner: rule.owner,
      because: rule.because,
      condition: {
        text: rule.condition,
        outcome,
        facts: [{ name: field in lead ? field : "happened", value: value === null ? null : String(value) }],
      },
      place: `${["inbound.leadrules", "scoring.leadrules"][rule.file]}:${rule.line}`,
    };
  };
  const scores = rules.scores.map(({ name, owner, least, most }, at) => {
    const all = rules.rules.flatMap((rule, which) => (rule.score === name ? [which] : []));
    const table = all.filter((which) => rules.rules[which].subject !== "");
    const mail = all.filter((which) => rules.rules[which].isMail);
    const plain = all.filter((which) => !table.includes(which) && !mail.includes(which));
    const total = (list) => list.reduce((sum, which) => sum + scored.gave[which], 0);
    const parts = plain.map(ruleOf);
    if (table.length > 0)
      parts.splice(2, 0, { kind: "table", subject: "employees", points: total(table), rows: table.map(ruleOf) });
    if (mail.length > 0) {
      const sum = total(mail);
      parts.unshift({
        kind: "group",
        title: "e-mail",
        best: false,
        sum,
        cap_changed: Math.min(20, sum) - sum,
        points: Math.min(20, sum),
        parts: mail.map(ruleOf),
      });
    }
    const sum = parts.reduce((all, part) => all + part.points, 0);
    return {
      name,
      owner,
      points: scored.scores[at],
      sum,
      range_changed: scored.scores[at] - sum,
      range: `${least}..${most}`,
      unknown_rules: 0,
      formula: null,
      parts,
    };
  });
  const stages = rules.stages.map((stage) => {
    const bars = rules.bars.filter((bar) => bar.stage === stage.name);
    const parts = bars.map((bar) => {
      const points = scored.scores[rules.scores.findIndex(({ name }) => name === bar.score)];
      return {
        text: `${bar.score} >= ${bar.at}`,
        outcome: points >= bar.at ? "met" : "not_met",
        facts: [{ name: bar.score, value: String(points) }],
      };
    });
    const outcome = parts.every((part) => part.outcome === "met") ? "met" : "not_met";
    return { name: stage.name, outcome, condition: { text: stage.condition, outcome, parts } };
  });
  const fields = ["name", "email", "phone", "company", "job_title", "country", "employees", "budget", "consent"];
  return {
    key: lead.key,
    as_of: asOf,
    stage: scored.stage,
    excluded: scored.stage === "excluded" ? "competitor" : null,
    fields: fields.map((name) => ({ name, value: lead[name] === null ? null : String(lead[name]) })),
    scores,
    exclusions: [],
    stages,
    labels: [{ name: "owner", value: scored.stage === "SQL" ? "Sales" : "Marketing", line: null }],
    broken: [],
  };
}

export function reach(rules, lead, scored, to, asOf) {
  const names = rules.stages.map(({ name }) => name);
  const isThere = names.includes(scored.stage) && names.indexOf(scored.stage) <= names.indexOf(to);
  const [profile, engagement] = scored.scores;
  return {
    key: lead.key,
    as_of: asOf,
    stage: scored.stage,
    to,
    is_there: isThere,
    excluded: null,
    ways:
      isThere || scored.stage === "excluded"
        ? []
        : [
            {
              things: [{ kind: "event", event: "webinar_attended (minutes 20)", times: 1, every: 0 }],
              stage: to,
              scores: [{ score: "engagement", before: engagement, after: engagement + 50, lines: [] }],
            },
            {
              things: [
                { kind: "fact", field: "employees", turns_out: "100 to 200", example: "150" },
                { kind: "event", event: "demo_requested", times: 1, every: 0 },
              ],
              stage: to,
              scores: [
                { score: "profile", before: profile, after: profile + 20, lines: [] },
                { score: "engagement", before: engagement, after: engagement + 40, lines: [] },
              ],
            },
          ],
    tried: 312,
    things: 2,
    obstacles:
      scored.stage === "excluded"
        ? [
            {
              condition: 'set apart, competitor: company is "Riverbend"',
              now: null,
              most: null,
              least: null,
              is_exact: false,
            },
          ]
        : [],
    scores: [],
    unknown:
      lead.budget === null
        ? [{ field: "budget", fixed: false, scores: [{ score: "profile", least: 0, most: 10 }] }]
        : [],
  };
}

export function timeline(rules, lead, asOf) {
  const now = Date.parse(asOf);
  const at = (daysAgo) => new Date(now - daysAgo * DAY_MS).toISOString();
  const scoresOf = (events, daysAgo) => {
    const then = { ...lead, events: events.map((event) => ({ ...event, daysAgo: event.daysAgo - daysAgo })) };
    return sums(rules, pointsOf(rules, then));
  };
  const course = [{ at: at((lead.events[0]?.daysAgo ?? 1) + 1), stage: "Lead", scores: scoresOf([], 0) }];
  const steps = [];
  lead.events.forEach((event, which) => {
    const before = course.at(-1).scores;
    const after = scoresOf(lead.events.slice(0, which + 1), event.daysAgo);
    course.push({ at: at(event.daysAgo), stage: "Lead", scores: after });
    const scores = rules.scores.flatMap(({ name }, score) =>
      before[score] === after[score] ? [] : [{ score: name, before: before[score], after: after[score], lines: [] }],
    );
    if (scores.length > 0)
      steps.push({
        at: at(event.daysAgo),
        since: null,
        events: [event.kind],
        scores,
        stage: null,
        excluded: null,
        labels: [],
      });
  });
  const latest = scoresOf(lead.events, 0);
  course.push(
    { at: asOf, stage: "Lead", scores: latest },
    {
      at: at(-90),
      stage: "Lead",
      scores: scoresOf(
        lead.events.filter(({ kind }) => !kind.startsWith("email")),
        -90,
      ),
    },
  );
  return {
    key: lead.key,
    as_of: asOf,
    until: at(-365),
    note: "",
    now: { at: asOf, stage: "Lead", scores: latest },
    reached: [],
    events_without_effect: 0,
    steps,
    ahead: [],
    falls: latest[1] > 50 ? { at: at(-60), stage: "MQL" } : null,
    course,
  };
}
