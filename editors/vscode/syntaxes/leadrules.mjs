/**
 * The TextMate grammar, made of readable pieces: `node leadrules.mjs` writes leadrules.tmLanguage.json beside it. A word
 * of the language may be a name elsewhere, so each place of a file has patterns of its own: where a value is asked for
 * (`operand`), after one (`after`), after points (`award`), in each kind of block. `tests/editors` holds it to the parser.
 */
import { writeFileSync } from "node:fs";

const part = String.raw`[\p{Alphabetic}\p{M}\p{N}_]`;
const end = `(?!${part})`;
const blank = String.raw`[\s\x{feff}\x{200b}]`;
const reserved = "and|or|not|no|any|in|is|where|yes|known|unknown|otherwise|activity";
const name = String.raw`(?!(?:${reserved})${end})\p{Alphabetic}${part}*`;
const digits = "[0-9](?:[0-9]|_[0-9])*";
const unsigned = String.raw`${digits}(?:\.[0-9]+)?[kKM%]?(?!${part}|%|\.[0-9])`;
const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const date = `${day}(?!${part}|-)`;
const instant = `${day}(?:T[0-9:.+-]+Z?)?(?!${part}|-)`;
const unit = `(?:hour|day|week|month|year)s?${end}`;
const textual = String.raw`"(?:\\.|[^"\\])*"`;
/** Where a statement begins. */
const line = `(?:^|(?<=[{;}]))${blank}*`;
/** A statement at the margin of a file: what is still open above it was never closed. */
const margin = `^(?=(?:lead|account|events|ignore|exclude(?:${blank}+account)?|stages(?:${blank}+of${blank}+account)?)${blank}*\\{|(?:score|label)${blank}+${name}${blank}+of${blank}+account${end}|(?:score|label|list)${blank}+${name}${blank}*[-{,.0-9=]|list${blank}+${name}${blank}+from|(?:promise|test|agreement)${blank}*")`;

const word = (words, scope) => ({ match: `(?<!${part})(?:${words})${end}`, name: `${scope}.leadrules` });
const captures = (...scopes) =>
  Object.fromEntries(scopes.flatMap((scope, at) => (scope ? [[at + 1, { name: `${scope}.leadrules` }]] : [])));
const see = (...names) => names.map((name) => ({ include: `#${name}` }));
/** Words one after another, each with its scope; a group of its own in `words` must not be captured. */
const phrase = (...pieces) => ({
  match: `(?<!${part})${pieces.map(([text], at) => (at ? `${blank}*` : "") + `(${text})`).join("")}`,
  captures: captures(...pieces.map(([, scope]) => scope)),
});
const keyword = "keyword.other";
const is = (words) => [`(?:${words})${end}`, keyword];
const number = [unsigned, "constant.numeric"];
const time = [unit, "keyword.other.unit"];

/** A sign or word after which the statement goes on, wherever the next line begins. */
const goesOn = (sign, scope) => ({
  begin: sign,
  beginCaptures: { 0: { name: `${scope}.leadrules` } },
  end: `(?=[^\\s\\x{feff}\\x{200b}#])`,
  patterns: see("comment"),
});
/** A block in braces; a statement that begins at the margin ends it if it was never closed. */
const block = (...inside) => ({
  begin: "\\{",
  beginCaptures: { 0: { name: "punctuation.section.block.begin.leadrules" } },
  end: `(\\})|${margin}`,
  endCaptures: captures("punctuation.section.block.end"),
  patterns: see("comment", ...inside),
});
/** A statement that has a block: what its line may say, then the block. */
const headed = (begin, scopes, patterns, ...inside) => ({
  begin: line + begin,
  beginCaptures: captures(...scopes),
  end: `(?<=\\})|(?=;|\\})|$|${margin}`,
  patterns: [...see("comment"), ...patterns, block(...inside)],
});
/** A statement without a block. */
const plain = (begin, scopes, ...patterns) => ({
  begin: line + begin,
  beginCaptures: captures(...scopes),
  end: "(?=[;}])|$",
  patterns: [...see("comment", "comma"), ...patterns],
});
/** A value, after which comes what may follow one. */
const value = (begin, scope) => ({
  begin,
  ...(scope && { beginCaptures: { 0: { name: `${scope}.leadrules` } } }),
  end: [
    `(?=[,;{}]|=>|\\))`,
    `(?=(?:and|or|in|is|not|where)${end}|<=|>=|!=|[<>=]|[-+*/](?:${blank}|$))`,
    // Words that ask for another value; those of two are one.
    `(?<!${part})(contains${blank}+all|contains|starts${blank}+with|ends${blank}+with|mentions|matches|at${blank}+least|below|before|after|since|between)${end}`,
    "$",
  ].join("|"),
  endCaptures: captures(keyword),
  // `in last 30 days` is one, `in last, next` begins another value.
  applyEndPatternLast: 1,
  patterns: see("comment", "windows", "paren", "range", "date", "number", "text"),
});

const head = "keyword.control";
const declared = "entity.name.function";
const type = "storage.type";
const ofAccount = `(?:${blank}+(of)${blank}+(account)${end})?`;
const types = String.raw`yes/no|list${blank}+of${blank}+(?:choice|text)|choice|(?:number|integer)(?:${blank}+decimal${blank}+comma)?|date|text|email`;
const title = {
  match: textual,
  name: "string.quoted.double.title.leadrules",
};

const grammar = {
  $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
  name: "leadrules",
  scopeName: "source.leadrules",
  fileTypes: ["leadrules"],
  // What goes on from the line above, at last.
  patterns: see("comment", "statements", "operand"),
  repository: {
    comment: { match: "#.*$", name: "comment.line.number-sign.leadrules" },
    text: {
      match: textual,
      name: "string.quoted.double.leadrules",
      captures: { 0: { patterns: [{ match: String.raw`\\.`, name: "constant.character.escape.leadrules" }] } },
    },
    number: { match: `(?<!${part}|\\.[0-9]|[0-9]-)-?${unsigned}`, name: "constant.numeric.leadrules" },
    date: { match: instant, name: "constant.numeric.date.leadrules" },
    truth: word("yes|no", "constant.language"),
    range: { match: "\\.\\.<?", name: "keyword.operator.range.leadrules" },
    name: { match: name, name: "variable.other.leadrules" },
    comma: goesOn(",", "punctuation.separator"),
    literals: { patterns: see("text", "date", "number", "range", "truth") },

    statements: {
      patterns: [
        plain(`(leadrules)(?=${blank}*[0-9])`, [head], ...see("number")),
        plain(`(use)(?=${blank}*")`, [head], ...see("text")),
        plain(`(time)${blank}+(zone)(?=${blank}*")`, [head, head], ...see("text")),
        plain(`(rank)${blank}+(by)${end}`, [head, head], ...see("name")),
        plain(`(define)${blank}+(${name})`, [head, declared], ...see("operand")),
        headed(`(lead)${end}`, [head], [], "lead"),
        headed(`(account)${end}`, [head], [], "account"),
        headed(`(events)${end}`, [head], [], "events"),
        headed(`(ignore)${end}`, [head], [], "operand"),
        headed(`(exclude)${end}(?:${blank}+(account)${end})?`, [head, head], [], "operand"),
        headed(`(stages)${end}${ofAccount}`, [head, head, head], [], "stages"),
        headed(`(score)${blank}+(${name})${ofAccount}`, [head, declared, head, head], [byOwner(), ...see("operand")], "score"),
        headed(`(label)${blank}+(${name})${ofAccount}`, [head, declared, head, head], see("operand"), "operand"),
        headed(
          `(list)${blank}+(${name})(?:${blank}*(from)(?=${blank}*"))?`,
          [head, declared, keyword],
          see("text"),
          "options",
        ),
        headed(`(promise)(?=${blank}*")`, [head], [title, phrase([`of${end}`, head], [`account${end}`, head])], "promise"),
        headed(`(test)(?=${blank}*")`, [head], [title], "test"),
        headed(`(agreement)(?=${blank}*")`, [head], [title], "agreement"),
      ],
    },

    lead: {
      patterns: [
        plain(`(missing)(?=${blank}*["0-9-]|${blank}+(?:yes|no)${end}(?!/))`, [keyword], ...see("literals")),
        ...see("field"),
      ],
    },
    account: {
      patterns: [
        plain(`(leads)${blank}+(by)${end}`, [keyword, keyword], phrase(is("except"), [name, "variable.other"]), ...see("name")),
        ...see("lead"),
      ],
    },
    field: {
      ...plain(`(${name})${blank}+(${types})${end}`, ["variable.other.member", type]),
      patterns: [
        ...see("comment", "comma"),
        // Several properties of an event may stand on one line.
        {
          match: `(?<=[, \\t])(${name})${blank}+(${types})${end}`,
          captures: captures("variable.other.member", type),
        },
        word("key|from|missing|outcome|fixed|optional|split|by|as|previous|stage", keyword),
        ...see("literals"),
        block("options"),
      ],
    },
    options: { patterns: [...see("literals", "synonyms", "name")] },
    synonyms: { begin: "\\(", end: "\\)|(?=[{};])", patterns: see("comment", "text") },
    events: {
      patterns: [
        plain(`(lead|event|time|id)${end}`, [keyword], word("from|as", keyword), ...see("text")),
        headed(`(${name})`, ["variable.other.member"], [word("from", keyword), ...see("text", "comma")], "field"),
      ],
    },

    score: {
      patterns: [
        {
          ...headed(`(group)(?=${blank}*")`, [head], [title, ...see("settings")]),
          patterns: [...see("comment"), title, ...see("settings"), block("score")],
        },
        ...see("award", "operand"),
        block("table"),
      ],
    },
    table: {
      patterns: [
        {
          match: `${line}(contains${blank}+all|contains|starts${blank}+with|ends${blank}+with|mentions|matches|at${blank}+least|below|before|after)${end}(?!${blank}*(?:,|=>))`,
          captures: captures(keyword),
        },
        ...see("award", "operand"),
      ],
    },
    award: {
      patterns: [
        award(`(=>)${blank}*([-+]${unsigned}|0(?:\\.0+)?(?!${part}|%|\\.[0-9]))`, "keyword.operator.arrow"),
        // Points on the line below their arrow.
        award(
          `(?<!\\S)()([-+]${unsigned}|0)(?=${blank}*(?:$|#|;|\\}|(?:each|per|once|as)${end}|,${blank}*(?:$|#|(?:up|down|halving|fading|losing|as|because|by|from|until)${end})))`,
        ),
      ],
    },
    settings: {
      patterns: [
        ...see("comma", "text", "date"),
        phrase(is("once"), is("per"), time),
        phrase(is("once"), is("per"), [name, "variable.other"]),
        phrase(is("by"), [name, "entity.name.type"]),
        phrase(number, time),
        word(
          "each|once|per|up|down|to|points|halving|every|fading|over|losing|compound|linear|as|because|from|until|best",
          keyword,
        ),
        ...see("number"),
      ],
    },
    stages: {
      patterns: [
        {
          match: `(=>)${blank}*(?:(${name})|(${textual}))`,
          captures: captures("keyword.operator.arrow", "entity.name.type", "string.quoted.double"),
        },
        phrase(is("kept"), is("while")),
        { match: `(?<!${part})(kept)(?=${blank}*(?:$|[#;}]))`, captures: captures(keyword) },
        ...see("operand"),
      ],
    },
    promise: {
      patterns: [{ match: `${line}(never|always)${end}`, captures: captures(head) }, ...see("operand")],
    },
    test: {
      patterns: [
        plain(`(as)${blank}+(of)${end}`, [head, head], ...see("date")),
        plain(`(lead|account)${end}`, [head], ...see("literals", "unknown", "name")),
        plain(
          `(event)(?:${blank}+(of)${blank}*(${textual}))?${blank}*(?<!${part})(${name})(?:${blank}+(on)${end})?`,
          [head, keyword, "string.quoted.double", "variable.other", keyword],
          phrase(number, time, is("ago")),
          ...see("literals", "unknown", "name"),
        ),
        plain(`(expect)${end}`, [head], ...see("operand")),
        plain(`(was)${end}`, [head], ...see("text", "name")),
        ...see("operand"),
      ],
    },
    unknown: word("unknown", "constant.language"),
    agreement: {
      patterns: [
        plain(`(between)${end}`, [head], ...see("name")),
        plain(
          `(covers)${end}`,
          [head],
          phrase(is("stage|score|label"), [name, "entity.name.type"]),
          phrase(is("stage"), [textual, "string.quoted.double"]),
          word("everything|stages|exclude|promise", keyword),
          ...see("text"),
        ),
        plain(`(review)${blank}+(by)${end}`, [head, head], ...see("date")),
      ],
    },

    /** Where a value or a condition is asked for. */
    operand: {
      patterns: [
        ...see("comment", "comma"),
        goesOn("=>", "keyword.operator.arrow"),
        goesOn(`(?<!${part})(?:and|or)${end}`, "keyword.operator.logical"),
        goesOn("<=|>=|!=|[<>]|=(?!=)", "keyword.operator.comparison"),
        goesOn(`[-+*/](?=${blank}|$)`, "keyword.operator.arithmetic"),
        phrase(is("any"), is("of")),
        value(`(?<!${part})(?:any|no|every)${blank}+lead${end}`, keyword),
        value(`(?<!${part})(?:any|no)${blank}+activity${end}`, keyword),
        word(`no(?=${blank}+(?:any|${name}))`, "keyword.operator.logical"),
        value(`(?<!${part})(?:yes|no)${end}`, "constant.language"),
        value(`(?<!${part})(?:known|unknown)${end}`, "constant.language"),
        word("not", "keyword.operator.logical"),
        word("any|in|is|where|otherwise|activity", keyword),
        {
          ...value(`(?<!${part})(${name})${blank}+(of)${blank}*(${textual})`),
          beginCaptures: captures("variable.other", keyword, "string.quoted.double"),
        },
        phrase(is("count"), is("of")),
        phrase(is("days"), [`since${end}(?!${blank}*${date})`, keyword]),
        phrase(is("total|average|highest|lowest|latest"), [name, "variable.other"], is("of")),
        value(`(?<!${part})stage${blank}+before${end}(?!${blank}*${date})`, keyword),
        value("(?=\\()"),
        value(date, "constant.numeric.date"),
        value(`(?<!${part})-?${unsigned}`, "constant.numeric"),
        value(textual, "string.quoted.double"),
        value(`(?<!${part})${name}(?:\\.${name})?`, "variable.other"),
        ...see("range"),
      ],
    },
    paren: { begin: "\\(", end: "\\)|(?=[{};]|=>)", patterns: see("operand") },
    windows: {
      patterns: [
        phrase(is("in"), is("last|next"), number, time),
        phrase(is("older"), is("than"), number, time),
        phrase(is("at"), is("least|most"), number, is("times|time")),
        phrase(is("exactly"), number, is("times|time")),
        phrase(number, ["\\.\\.", "keyword.operator.range"], number, is("times|time")),
      ],
    },
  },
};

function byOwner() {
  return {
    match: `(?<!${part})(by)${blank}+(${name})(?=${blank}*(?:[={#;]|$))`,
    captures: captures(keyword, "entity.name.type"),
  };
}

function award(begin, arrow) {
  return {
    begin,
    beginCaptures: captures(arrow, "constant.numeric.points"),
    end: "(?=[;{}]|=>)|$",
    patterns: see("comment", "settings"),
  };
}

export const text = JSON.stringify(grammar, null, 2) + "\n";
if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL("leadrules.tmLanguage.json", import.meta.url), text);
}
