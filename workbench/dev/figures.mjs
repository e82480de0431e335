// Scores the made-up leads and counts what comes out.

/** Each lead's stage and scores, and what each rule gave. */
export function scoreAll(rules, leads) {
  const stages = rules.stages.map((stage) => ({
    name: stage.name,
    bars: rules.bars.filter((bar) => bar.stage === stage.name),
  }));
  return leads.map((lead) => {
    const gave = pointsOf(rules, lead);
    const scores = sums(rules, gave);
    const isExcluded = lead.company === "Riverbend";
    const stage = isExcluded
      ? "excluded"
      : (stages.find(({ name, bars }) => reaches(rules, lead, scores, name, bars))?.name ?? "contact");
    return { row: lead.row, scores, gave, stage };
  });
}

export function pointsOf(rules, lead) {
  return rules.rules.map((rule) => {
    const held = Number(rule.holds(lead) ?? 0);
    const once = rule.points.value * (rule.each ? held : Math.min(held, 1));
    return Math.min(once, rule.upTo);
  });
}

export function sums(rules, gave) {
  return rules.scores.map(({ name, least, most }) => {
    let mail = 0;
    let sum = 0;
    rules.rules.forEach((rule, at) => {
      if (rule.score !== name) return;
      if (rule.isMail) mail += gave[at];
      else sum += gave[at];
    });
    return Math.min(most, Math.max(least, sum + Math.min(20, mail)));
  });
}

function reaches(rules, lead, scores, stage, bars) {
  if (bars.length === 0) return lead.name !== null && lead.email !== null;
  return bars.every((bar) => scores[rules.scores.findIndex(({ name }) => name === bar.score)] >= bar.at);
}

export function figuresOf(rules, scored, saved, hasOutcome, complete) {
  const before = saved.slice(0, scored.length);
  const names = [...rules.stages.map(({ name }) => name), "contact", "excluded"];
  const rank = new Map(names.map((name, at) => [name, at]));
  const countOf = (all, name) => all.filter(({ stage }) => stage === name).length;
  const isWon = (one) => one.row % 7 === 0 || (one.scores[1] > 40 && one.row % 3 === 0);
  const stages = names.map((name, at) => ({
    name,
    kind: at < rules.stages.length ? "stage" : name === "contact" ? "none" : "excluded",
    count: countOf(scored, name),
    before: countOf(before, name),
    converted: hasOutcome ? scored.filter((one) => one.stage === name && isWon(one)).length : null,
  }));
  const flows = new Map();
  let onlyScores = 0;
  scored.forEach((one, at) => {
    const was = before[at];
    if (was.stage !== one.stage)
      flows.set(`${was.stage}\n${one.stage}`, (flows.get(`${was.stage}\n${one.stage}`) ?? 0) + 1);
    else if (was.scores.some((points, which) => points !== one.scores[which])) onlyScores += 1;
  });
  const moves = [...flows].map(([flow, count]) => ({ from: flow.split("\n")[0], to: flow.split("\n")[1], count }));
  const sum = (list) => list.reduce((total, { count }) => total + count, 0);
  return {
    leads: scored.length,
    complete,
    stages,
    exclusions: [{ reason: "competitor", count: countOf(scored, "excluded"), before: countOf(before, "excluded") }],
    scores: rules.scores.map(({ name }, at) =>
      scoreFigure(
        name,
        scored.map(({ scores }) => scores[at]),
        before.map(({ scores }) => scores[at]),
      ),
    ),
    rules: rules.rules.map((_, at) => {
      const given = scored.filter(({ gave }) => gave[at] !== 0);
      return { fired: given.length, points: given.reduce((total, { gave }) => total + gave[at], 0) };
    }),
    heat: rules.scores.length < 2 ? null : heatOf(rules, scored),
    moved: {
      total: sum(moves),
      up: sum(moves.filter(({ from, to }) => rank.get(to) < rank.get(from))),
      down: sum(moves.filter(({ from, to }) => rank.get(to) > rank.get(from))),
      only_scores: onlyScores,
      flows: moves,
    },
    promises: [],
    bars: rules.bars.map((bar) => barFigure(rules, bar, scored, hasOutcome ? isWon : null)),
    outcome: hasOutcome ? { known: scored.length, converted: scored.filter(isWon).length } : null,
  };
}

function scoreFigure(name, values, before) {
  const [least, most] = ends(values);
  const width = Math.max(1, Math.ceil((most - least) / 24));
  const bins = Array.from({ length: Math.max(1, Math.ceil((most - least + 1) / width)) }, (_, at) => ({
    from: least + at * width,
    to: least + (at + 1) * width,
    count: 0,
    before: 0,
  }));
  const binOf = (value) => bins[Math.min(bins.length - 1, Math.max(0, Math.floor((value - least) / width)))];
  for (const value of values) binOf(value).count += 1;
  for (const value of before) binOf(value).before += 1;
  return {
    name,
    least,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    most,
    unknown: 0,
    histogram: bins,
  };
}

function ends(values) {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}

function heatOf(rules, scored) {
  const bounds = (at) => {
    const [least, most] = ends(scored.map(({ scores }) => scores[at]));
    const step = Math.max(1, (most - least) / 20);
    return Array.from({ length: 21 }, (_, which) => least + which * step);
  };
  const [xs, ys] = [bounds(0), bounds(1)];
  const cellOf = (marks, value) => Math.min(19, Math.floor((value - marks[0]) / (marks[1] - marks[0])));
  const cells = new Array(400).fill(0);
  for (const { scores } of scored) cells[cellOf(ys, scores[1]) * 20 + cellOf(xs, scores[0])] += 1;
  return { x: rules.scores[0].name, y: rules.scores[1].name, xs, ys, cells };
}

function barFigure(rules, bar, scored, isWon) {
  const at = rules.scores.findIndex(({ name }) => name === bar.score);
  const others = rules.bars.filter((other) => other.stage === bar.stage && other !== bar);
  const above = rules.stages
    .slice(
      0,
      rules.stages.findIndex(({ name }) => name === bar.stage),
    )
    .map(({ name }) => name);
  const places = Array.from({ length: 26 }, (_, which) => ({
    at: which * 4,
    leads: 0,
    converted: isWon === null ? null : 0,
  }));
  for (const one of scored) {
    if (one.stage === "excluded") continue;
    const isOver = others.every(
      (other) => one.scores[rules.scores.findIndex(({ name }) => name === other.score)] >= other.at,
    );
    for (const place of places) {
      if (!above.includes(one.stage) && !(isOver && one.scores[at] >= place.at)) continue;
      place.leads += 1;
      if (isWon?.(one)) place.converted += 1;
    }
  }
  return { stage: bar.stage, score: bar.score, at: bar.at, places };
}
