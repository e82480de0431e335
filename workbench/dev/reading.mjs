// Reads what the figures need out of a rule text: rules with their points, stages with their bars.

import { CONDITIONS } from "./leads.mjs";

const MISTAKES = [
  {
    pattern: /\+(\d+),(\d+)/,
    code: "LR0107",
    message: (found) => `\`${found[0].slice(1)}\` is written \`${found[1]}.${found[2]}\``,
    label: "a number",
    help: "The decimal sign is a point; a comma parts two values.",
    text: (found) => `+${found[1]}.${found[2]}`,
    sure: true,
  },
  {
    pattern: /\bjobtitle\b/,
    code: "LR0201",
    message: () => "there is no field `jobtitle`",
    label: "not declared",
    help: "Did you mean `job_title`?",
    text: () => "job_title",
    sure: false,
  },
];

export function read(texts) {
  const found = { findings: [], rules: [], stages: [], bars: [], scores: [], fields: [], events: [] };
  texts.forEach((text, file) => readFile(text, file, found));
  found.stages.reverse();
  return found;
}

function readFile(text, file, found) {
  let offset = 0;
  let score = null;
  let block = "";
  let subject = "";
  for (const line of text.split("\n")) {
    const place = (part, start = 0) => {
      const from = offset + line.indexOf(part, start);
      return { file, from, to: from + part.length };
    };
    for (const mistake of MISTAKES) {
      const match = mistake.pattern.exec(line);
      if (match !== null && !line.trim().startsWith("#"))
        found.findings.push(findingOf(mistake, match, place(match[0])));
    }
    const head =
      /^(score|stages|lead|events|exclude|label|promise|test)\b\s*(\w+)?(?:\s+(-?\d+)\.\.(\d+))?(?:, by (\w+))?/.exec(
        line,
      );
    if (head !== null) {
      block = head[1];
      if (block === "score") {
        score = {
          name: head[2],
          least: Number(head[3] ?? 0),
          most: Number(head[4] ?? 1000),
          owner: head[5] ?? null,
          ...place(head[2]),
        };
        found.scores.push(score);
      }
    }
    const table = /^ {2}(employees) \{/.exec(line);
    if (table !== null) subject = table[1];
    if (/^ {2}\}/.test(line)) subject = "";
    const rule = /^\s+(.+?)\s*=>\s*([+-][\d.]+|0)(.*)$/.exec(line);
    if (block === "score" && rule !== null) {
      const [, condition, points, rest] = rule;
      found.rules.push({
        score: score.name,
        owner: score.owner,
        condition,
        title: /as "([^"]*)"/.exec(rest)?.[1] ?? (subject === "" ? condition : `${subject} ${condition}`),
        subject,
        because: /because "([^"]*)"/.exec(rest)?.[1] ?? null,
        outcome: points + rest,
        each: /\beach\b/.test(rest),
        upTo: Number(/up to (\d+)/.exec(rest)?.[1] ?? Infinity),
        isMail: condition.startsWith("email_"),
        holds: CONDITIONS[condition] ?? (() => null),
        line: text.slice(0, offset).split("\n").length,
        ...place(line.trim()),
        points: { ...place(points, line.indexOf("=>")), value: Number(points) },
      });
    }
    const stage = /^\s+(.+?)\s*=>\s*(\w+)$/.exec(line);
    if (block === "stages" && stage !== null) {
      found.stages.push({ name: stage[2], condition: stage[1], ...place(stage[2], line.indexOf("=>")) });
      for (const bar of stage[1].matchAll(/(\w+) >= (-?[\d.]+)/g)) {
        const from = offset + line.indexOf(bar[0]) + bar[0].lastIndexOf(bar[2]);
        found.bars.push({ stage: stage[2], score: bar[1], at: Number(bar[2]), file, from, to: from + bar[2].length });
      }
    }
    if (/^\}/.test(line)) block = "";
    offset += line.length + 1;
  }
  const open = (text.match(/\{/g) ?? []).length - (text.match(/\}/g) ?? []).length;
  if (open !== 0) {
    found.findings.push({
      code: "LR0101",
      severity: "error",
      message: "a bracket is not closed",
      file,
      from: Math.max(0, text.length - 1),
      to: text.length,
      label: "here the file ends",
      also: [],
      help: "Each `{` needs its `}`.",
      witness: null,
      fixes: [],
    });
  }
}

function findingOf({ code, message, label, help, text, sure }, match, place) {
  const fixes = [{ title: `write \`${text(match)}\``, sure, edits: [{ ...place, text: text(match) }] }];
  return { code, severity: "error", message: message(match), ...place, label, also: [], help, witness: null, fixes };
}

/** Advice that the rules deserve without being wrong. */
export function advice({ rules }) {
  return rules
    .filter((rule) => rule.points.value === 0)
    .map(({ file, from, to, title, points }) => ({
      code: "LR0501",
      severity: "warning",
      message: `\`${title}\` gives nothing`,
      file,
      from,
      to,
      label: "0 points",
      also: [],
      help: "Leave it out, or say what it is worth.",
      witness: "lead employees 4, country BE\n  gets 0 points from this line",
      fixes: [
        {
          title: "write `+5`",
          sure: false,
          edits: [{ file: points.file, from: points.from, to: points.to, text: "+5" }],
        },
      ],
    }));
}
