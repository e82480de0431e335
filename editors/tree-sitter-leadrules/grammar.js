/**
 * Rule files for tree-sitter: `tree-sitter generate` makes src/parser.c of it. It follows grammar/leadrules.pest, and
 * tests/editors holds it to that. It takes more than the program does (what stands after a value is a row of suffixes, in
 * any order), for what is wrong is the program's to say. src/scanner.c finds where a statement ends.
 */
/// <reference types="tree-sitter-cli/dsl" />

const list = (rule) => seq(rule, repeat(seq(",", rule)));
/** A name, or a word of the language that means nothing else in this place. */
const named = ($, ...words) => choice($.name, ...words.map((word) => alias(word, $.name)));
/** Lines in braces. */
const block = ($, line) => seq("{", repeat(choice(";", seq(line, $._end))), "}");
/** What is parted by commas, semicolons or line ends, in braces. */
const entries = ($, entry) =>
  seq("{", repeat(seq(entry, choice($._end, seq(optional($._end), choice(",", ";"))))), "}");

/** Words that begin a quantity or a group where their form is complete, and are names elsewhere. */
const BEGINNERS = ["count", "days", "stage", "every", "total", "average", "highest", "lowest", "latest", "group"];
/** Words that a row of a table may begin with, unless they are the whole of it. */
const ROW_BEGINNERS = ["contains", "starts", "ends", "mentions", "matches", "at", "below", "before", "after"];
const SETTINGS = ["from", "missing", "outcome", "fixed", "optional", "previous"];
const UNITS = ["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];

module.exports = grammar({
  name: "leadrules",
  externals: ($) => [$._end, $._never],
  extras: ($) => [/[\s\p{Zs}\u{feff}\u{200b}]/u, $.comment],
  word: ($) => $._word,
  supertypes: ($) => [$.statement],
  // `days since` and `stage before` are known for what they are by what follows.
  conflicts: ($) => [[$.aggregate, $._operand_name], [$.stage_before, $._operand_name]],
  rules: {
    file: ($) => repeat(choice(";", seq($.statement, $._end))),

    comment: () => /#[^\n]*/,
    _word: () => /\p{Alphabetic}[\p{Alphabetic}\p{M}\p{N}_]*/u,
    name: ($) => $._word,
    text: () => /"(\\[^\n]|[^"\\\n])*"/,
    number: () => /-?[0-9](_?[0-9])*(\.[0-9]+)?[kKM%]?/,
    points: () => /\+[0-9](_?[0-9])*(\.[0-9]+)?[kKM%]?/,
    date: () => token(prec(1, /[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.+\-]+Z?)?/)),
    truth: () => choice("yes", "no"),
    unit: () => choice(...UNITS),
    period: ($) => seq($.number, $.unit),
    // A number with dots after it is never a value with a range beside it.
    range: ($) => prec.right(choice(seq($._bound, $.dots, optional($._bound)), seq($.dots, $._bound))),
    _bound: ($) => prec(1, choice($.date, $.number)),
    dots: () => choice("..", "..<"),
    arrow: () => "=>",
    _literal: ($) => choice($.date, $.number, $.text, $.truth),
    _value: ($) => choice($._literal, $.name),
    _option: ($) => choice($.text, $.name),

    // Statements

    statement: ($) =>
      choice(
        $.version, $.use, $.time_zone, $.rank, $.list, $.define, $.lead, $.account, $.events, $.ignore, $.exclude,
        $.score, $.stages, $.label, $.promise, $.test, $.agreement,
      ),
    version: ($) => seq("leadrules", $.number),
    use: ($) => seq("use", $.text),
    time_zone: ($) => seq("time", "zone", $.text),
    rank: ($) => seq("rank", "by", list($.name)),
    list: ($) => seq("list", field("name", $.name), choice(entries($, $._value), seq("from", $.text))),
    define: ($) => seq("define", field("name", $.name), "=", $._condition),
    lead: ($) => seq("lead", block($, choice($.missing, $.field))),
    account: ($) =>
      seq("account", block($, choice($.missing, $.leads_by, alias($._account_field, $.field)))),
    leads_by: ($) => seq("leads", "by", choice($.name, $._key_part), optional(seq("except", $.name))),
    _key_part: ($) => seq($.name, ".", $.name),
    _of_account: () => seq("of", "account"),
    events: ($) => seq("events", block($, choice($.column, $.kind))),
    ignore: ($) => seq("ignore", block($, $._condition)),
    exclude: ($) => seq("exclude", optional("account"), block($, seq($._condition, $.arrow, $.text))),
    score: ($) =>
      seq(
        "score",
        field("name", $.name),
        optional($._of_account),
        optional($.range),
        optional(seq(",", "by", field("owner", $.name))),
        choice(seq("=", $._condition), $._score_block),
      ),
    stages: ($) => seq("stages", optional($._of_account), block($, $.step)),
    label: ($) =>
      seq(
        "label",
        field("name", $.name),
        optional($._of_account),
        choice(seq("=", list($.name)), block($, $.label_line)),
      ),
    promise: ($) =>
      seq(
        "promise",
        field("title", $.text),
        optional($._of_account),
        block($, seq(choice("never", "always"), $._condition)),
      ),
    test: ($) => seq("test", field("title", $.text), block($, $._test_line)),
    agreement: ($) => seq("agreement", field("title", $.text), block($, $._agreement_line)),

    // Fields and kinds of event

    missing: ($) => seq("missing", list($._literal)),
    field: ($) =>
      seq(field("name", named($, ...SETTINGS)), $._type, repeat(seq(",", $._setting))),
    _account_field: ($) =>
      seq(field("name", named($, "leads", ...SETTINGS)), $._type, repeat(seq(",", $._setting))),
    property: ($) => seq(field("name", named($, ...SETTINGS)), $._type),
    _properties: ($) => seq($.property, repeat(seq(",", choice($.property, $._setting)))),
    _type: ($) =>
      seq(
        choice(
          "text", "email", "yes/no",
          seq(choice("number", "integer"), optional(seq("decimal", "comma"))),
          seq("date", optional(seq("as", $.text))),
          seq("choice", $.options),
          seq("list", "of", choice(seq("choice", $.options), "text"), optional(seq("split", "by", $.text))),
        ),
        optional($.range),
        optional("key"),
      ),
    _setting: ($) =>
      choice(
        // A comma goes on with texts and values of these, or begins another setting.
        seq("from", $.text), seq("missing", $._literal), $._literal, "outcome", "fixed", "optional",
        seq("previous", "stage"),
      ),
    options: ($) => entries($, seq(field("option", $._option), optional($.synonyms))),
    synonyms: ($) => seq("(", list($.text), optional(","), ")"),
    column: ($) => seq(choice("lead", "event", "time", "id"), optional($._from), optional(seq("as", $.text))),
    kind: ($) => seq(field("name", $.name), optional($._from), optional(block($, $._properties))),
    _from: ($) => seq("from", list($.text)),

    // Scores

    _score_block: ($) => block($, choice($.group, $.table, $.rule)),
    group: ($) => seq("group", field("title", $.text), repeat(seq(",", $._limit)), $._score_block),
    table: ($) => seq($._question, block($, $.row)),
    rule: ($) => seq($._condition, $.arrow, $._award),
    row: ($) =>
      seq(
        choice(
          "otherwise", "unknown",
          seq(choice($.range, $._literal, named($, ...ROW_BEGINNERS)), repeat(seq(",", $._entry))),
          $._comparison,
        ),
        $.arrow,
        $._award,
      ),
    _award: ($) =>
      seq(
        choice($.points, alias($.number, $.points)),
        optional(choice(
          "each",
          "once",
          seq("once", "per", choice($.period, $.unit, $.name)),
          seq("per", $.number),
        )),
        repeat(choice(seq("as", $.text), seq(",", $._limit))),
      ),
    _limit: ($) =>
      choice(
        seq(choice("up", "down"), "to", $.number, optional("points")),
        seq("halving", "every", $.period),
        seq("fading", "over", $.period),
        seq("losing", $.number, "every", $.period),
        "compound", "linear", "best",
        seq(choice("as", "because"), $.text),
        seq("by", field("owner", $.name)),
        seq(choice("from", "until"), $.date),
      ),

    // Stages, labels, tests, agreements

    step: ($) =>
      seq(
        choice("otherwise", $._condition),
        $.arrow,
        field("stage", $._option),
        optional($.synonyms),
        optional(seq(",", "kept", optional(seq("while", $._condition)))),
      ),
    label_line: ($) => seq(choice("otherwise", $._condition), $.arrow, $.text),
    _test_line: ($) =>
      choice(
        seq("as", "of", $.date),
        seq("lead", optional(seq($.text, optional(","))), optional($._setters)),
        seq("account", optional($._setters)),
        seq("event", optional(seq("of", $.text)), named($, "of"), choice(seq($.period, "ago"), seq("on", $.date), $.date), optional(seq(",", $._setters))),
        seq("expect", $._condition),
        seq("was", $._option),
      ),
    _setters: ($) => seq($.name, choice($._value, "unknown"), repeat(seq(",", $._value, optional(choice($._value, "unknown"))))),
    _agreement_line: ($) =>
      choice(
        seq("between", list($.name)),
        seq("covers", list($._covered)),
        seq("review", "by", $.date),
      ),
    _covered: ($) =>
      choice(
        seq("stage", $._option), seq(choice("score", "label"), $.name), seq("promise", $.text),
        "everything", "stages", "exclude",
      ),

    // Conditions and quantities

    _condition: ($) => seq($._unary, repeat(seq(choice("and", "or"), $._unary))),
    _unary: ($) => choice(seq("not", $._unary), $.never_happened, $._question),
    never_happened: ($) => prec.right(seq("no", choice("activity", "lead", $._what), repeat($._suffix))),
    _question: ($) => prec.right(seq($._operand, repeat(choice($._suffix, seq($._operator, $._operand))))),
    _operator: () => choice("+", "-", "*", "/"),
    _operand: ($) =>
      choice($.paren, $.aggregate, $.stage_before, $.of_lead, $._literal, $.any, $.member, $._operand_name, $.range),
    _operand_name: ($) => named($, ...BEGINNERS),
    member: ($) => seq($._operand_name, ".", $.name),
    paren: ($) => seq("(", $._condition, ")"),
    of_lead: ($) => seq($._operand_name, "of", $.text),
    stage_before: () => seq("stage", "before"),
    any: ($) => prec.right(choice(seq("any", "activity"), seq("any", "of", list($.name)), seq(choice("any", "every"), "lead"))),
    _what: ($) => choice($.any, alias($._key_part, $.member), $.name),
    aggregate: ($) =>
      seq(
        choice(
          seq("count", "of"),
          seq("days", "since"),
          seq(choice("total", "average", "highest", "lowest", "latest"), named($, "of"), "of"),
        ),
        $._what,
      ),

    _suffix: ($) => choice($._where, $._comparison, $.range, $.frequency, $._window),
    _where: ($) => prec.right(seq("where", repeat("not"), $._operand)),
    _comparison: ($) =>
      prec.right(choice(
        seq("is", optional("not"), choice("known", "unknown", $._operand)),
        seq(choice("=", "!=", "<", "<=", ">", ">="), $._operand),
        seq(optional("not"), "in", choice($.range, $._literal, named($, "last", "next")), repeat(seq(",", $._entry))),
        seq("contains", choice($._literal, named($, "all")), repeat(seq(",", $._value))),
        seq("contains", "all", list($._value)),
        seq(choice("starts", "ends"), "with", list($._value)),
        seq("mentions", list($._value)),
        seq("matches", $.text),
        seq("at", "least", $._option),
        seq("below", $._option),
        seq(choice("before", "after"), $._operand),
      )),
    _entry: ($) => choice($.range, $._value),
    frequency: ($) =>
      seq(
        choice(seq("at", choice("least", "most"), $.number), seq("exactly", $.number), $.range),
        choice("times", "time"),
      ),
    _window: ($) =>
      choice(
        seq("in", choice("last", "next"), $.period),
        seq("older", "than", $.period),
        seq("between", $.date, "and", $.date),
        seq("since", $.date),
      ),
  },
});
