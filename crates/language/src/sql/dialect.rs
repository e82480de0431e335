//! How engines write what all of them can do. What is peculiar to one is in its own file below; the trait lists what
//! can differ, and holds the ways that most of them share. In: pieces of SQL; out: pieces of SQL.

use std::fmt;

use super::expr::Expr;
use super::regex;
use super::words;
use crate::ast::TextOp;
use crate::calendar::{self, Day, Instant, Zone};
use crate::decimal::{Decimal, Points};
use crate::ir::{Decay, TextTest};
use crate::words::Text;

/// The dialects, each with its name and its file: to add one, add its file and a line here.
macro_rules! dialects {
    ($($(#[$doc:meta])* $name:ident $file:ident)*) => {
        $(mod $file;)*

        /// An engine's SQL.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Dialect {
            $($(#[$doc])* $name,)*
        }

        impl Dialect {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// How it writes.
            pub(super) fn engine(self) -> &'static dyn Engine {
                match self {
                    $(Self::$name => &$file::Sql,)*
                }
            }
        }
    };
}

mod pieces;

use pieces::{
    BLANKS, aggregate_by_case, blanks_written, doubled, escaped, instant_text, joined, pairs, quotient_without_rest,
};

dialects! {
    /// `DuckDB` 1.3 and later.
    DuckDb duckdb
    /// `PostgreSQL` 14 and later.
    Postgres postgres
    /// Spark SQL 4 and later.
    Spark spark
    /// Snowflake.
    Snowflake snowflake
    /// Google's `BigQuery`.
    BigQuery bigquery
}

impl Dialect {
    /// The word for it on a command line: `duckdb`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.engine().id()
    }

    /// How far it is tried, in a few words: `DuckDB`, `Snowflake: parsed, never run`.
    #[must_use]
    pub fn about(self) -> &'static str {
        self.engine().about()
    }

    /// The dialect that this word stands for.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|dialect| dialect.id() == id)
    }

    /// The parameter of a query that gives the instant: `$as_of`.
    #[must_use]
    pub fn parameter(self) -> &'static str {
        self.engine().parameter_name()
    }

    /// A table's name: parts separated by dots, each in quotes if it needs them.
    #[must_use]
    pub fn table(self, name: &str) -> String {
        self.engine().table(name)
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.engine().title())
    }
}

/// The most words that one pattern asks for.
const MOST_WORDS: usize = 50;

/// The step with the tables of letters, for an engine whose functions depend on its locale.
pub(super) const LETTERS: &str = "letters";

/// An hour, and a day, in microseconds.
const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;

/// An engine's way of writing.
pub(super) trait Engine: Sync {
    // What it is.

    /// Its name in messages.
    fn title(&self) -> &'static str;

    /// Its name on a command line.
    fn id(&self) -> &'static str;

    /// How far it is tried, in a few words.
    fn about(&self) -> &'static str {
        self.title()
    }

    // Names and literals.

    /// The longest that a name may be, in bytes.
    fn longest_name(&self) -> usize {
        250
    }

    /// A name, in quotes if it needs them.
    fn name(&self, name: &str) -> String {
        if words::is_plain(name) { name.to_owned() } else { self.quoted_name(name) }
    }

    /// A name in quotes.
    fn quoted_name(&self, name: &str) -> String {
        format!("\"{}\"", name.replace('"', "\"\""))
    }

    /// A table's name: parts separated by dots, each in quotes if it needs them.
    fn table(&self, name: &str) -> String {
        name.split('.').map(|part| self.name(part)).collect::<Vec<_>>().join(".")
    }

    /// A text, escaped so that nothing in it can end the literal.
    fn text(&self, text: &str) -> String {
        escaped(text, &[])
    }

    /// A text as it is written inside a literal whose quotes are added elsewhere.
    fn inside_quotes(&self, text: &str) -> String {
        let literal = self.text(text);
        literal[1..literal.len() - 1].to_owned()
    }

    /// An exact number from its digits, possibly one of many.
    fn digits(&self, digits: &str) -> String {
        digits.to_owned()
    }

    /// An exact number.
    fn exact(&self, text: String) -> Expr {
        if text.starts_with('-') { Expr::sum(text) } else { Expr::atom(text) }
    }

    /// A number of the rules.
    fn number(&self, value: Decimal) -> Expr {
        self.exact(value.to_string())
    }

    /// Points, with both decimal places.
    fn points(&self, points: Points) -> Expr {
        let sign = if points.0 < 0 { "-" } else { "" };
        let magnitude = points.0.unsigned_abs();
        self.exact(format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100))
    }

    /// A calendar day.
    fn date(&self, day: Day) -> String {
        format!("DATE '{}'", calendar::format_day(day))
    }

    /// An instant.
    fn instant(&self, instant: Instant) -> String {
        format!("{} '{}'", self.instant_type(), instant_text(instant))
    }

    // Types and numbers.

    /// The type of texts.
    fn text_type(&self) -> &'static str;

    /// The type of instants.
    fn instant_type(&self) -> &'static str {
        "TIMESTAMPTZ"
    }

    /// A type of exact numbers with `digits` digits, `places` of them decimal places.
    fn decimal_type(&self, digits: u8, places: u8) -> String {
        format!("DECIMAL({digits}, {places})")
    }

    /// The type of lists of texts.
    fn list_type(&self) -> String {
        format!("{}[]", self.text_type())
    }

    /// A type of whole numbers that holds 10^30.
    fn wide_type(&self) -> String {
        self.decimal_type(38, 0)
    }

    /// A column of numbers, whatever its type, as an exact number; unknown if it can't be one.
    fn number_cell(&self, source: &str) -> String {
        format!("TRY_CAST({source} AS {})", self.decimal_type(18, 6))
    }

    /// A column of numbers that count from 1970, with up to eighteen digits before the point.
    fn counted_cell(&self, source: &str) -> String {
        format!("TRY_CAST({source} AS {})", self.decimal_type(24, 6))
    }

    /// A column of dates, or of timestamps, whose day is taken: the local day if they are instants.
    fn day_cell(&self, source: &str, _zone: &Zone) -> String {
        format!("CAST({source} AS DATE)")
    }

    /// The instant `micros` microseconds, a whole number, after the start of 1970.
    fn instant_of_microseconds(&self, micros: &str) -> String;

    /// `body`, in which `v.a` and so on stand for these values, so that each is written and computed only once.
    fn with(&self, values: &[(&str, String)], body: &str) -> Expr {
        let values = joined(values, |name, value| format!("{value} AS {name}"));
        Expr::atom(format!("(SELECT {body} FROM (SELECT {values}) AS v)"))
    }

    /// A number rounded half away from zero to `places` decimal places; unknown if it then has more than `digits`
    /// digits.
    fn narrowed(&self, value: &Expr, digits: u8, places: u8) -> Expr {
        let ty = self.decimal_type(digits, places);
        let limit = self.digits(&format!("1{}", "0".repeat(usize::from(digits - places))));
        let rounded = format!("ROUND({value}, {places})");
        self.with(&[("x", rounded)], &format!("CASE WHEN ABS(v.x) < {limit} THEN CAST(v.x AS {ty}) END"))
    }

    /// The product of two exact numbers, rounded as by [`Self::narrowed`].
    fn product(&self, left: &str, right: &str) -> Expr {
        self.narrowed(&Expr::sum(format!("{left} * {right}")), 24, 6)
    }

    /// A whole number of millionths as a number; unknown if that is 10^18 or more.
    fn millionths(&self, value: &Expr) -> Expr {
        let limit = self.digits("1000000000000000000000000");
        let (whole, exact) = (self.decimal_type(24, 0), self.decimal_type(24, 6));
        let millionth = self.digits("0.000001");
        self.with(
            &[("q", value.to_string())],
            &format!("CASE WHEN ABS(v.q) < {limit} THEN CAST(CAST(v.q AS {whole}) * {millionth} AS {exact}) END"),
        )
    }

    /// The whole part of a quotient of whole numbers that are not negative, with `by` above zero.
    fn whole_quotient(&self, value: &str, by: &str) -> String {
        format!("DIV({value}, {by})")
    }

    // Time.

    /// The instant at which the query runs.
    fn now(&self) -> &'static str {
        "CURRENT_TIMESTAMP"
    }

    /// The parameter of the query that gives the instant.
    fn parameter_name(&self) -> &'static str;

    /// The instant that a text names.
    fn instant_in(&self, text: &str) -> String {
        format!("CAST({text} AS {})", self.instant_type())
    }

    /// Microseconds since the start of 1970.
    fn microseconds(&self, time: &str) -> String;

    /// The full 24-hour periods between a time and a later or equal instant, given in microseconds.
    fn age_in_days(&self, as_of: &str, time: &str) -> Expr;

    /// The local date and time of an instant.
    fn local_time(&self, time: &str, zone: &Zone) -> String {
        format!("{time} AT TIME ZONE {}", self.text(zone.name()))
    }

    /// The local day of a time.
    fn local_day(&self, time: &str, zone: &Zone) -> String {
        format!("CAST({} AS DATE)", self.local_time(time, zone))
    }

    /// The instant of a local time. A time that clocks skip moves forward; of a time that occurs twice, the earlier
    /// counts.
    fn instant_of(&self, local: &str, zone: &Zone) -> String {
        let name = self.text(zone.name());
        // These engines take the later of two: the earlier one is an hour before it or, in a few places, half an hour
        // or two hours.
        let earlier = ["2 hours", "1 hour", "30 minutes"].map(|by| {
            let time = format!("v.t - INTERVAL '{by}'");
            format!("WHEN ({time}) AT TIME ZONE {name} = v.t AT TIME ZONE {name} THEN {time}")
        });
        let body = format!("CASE {} ELSE v.t END", earlier.join(" "));
        self.with(&[("t", format!("{local} AT TIME ZONE {name}"))], &body).to_string()
    }

    /// The instant `hours` hours before another.
    fn hours_before(&self, time: &str, hours: i64) -> String {
        // In hours, because a day of an interval may have 23 or 25 of them.
        format!("({time} - INTERVAL '{hours} hours')")
    }

    /// The instant right before another.
    fn microsecond_before(&self, time: &str) -> String {
        format!("({time} - INTERVAL '1 microsecond')")
    }

    /// The local time `months` months before another.
    fn months_before(&self, local: &str, months: i64) -> String {
        format!("({local} - INTERVAL '{months} months')")
    }

    /// The days from one date to another, as a whole number.
    fn days_between(&self, from: &str, to: &str) -> Expr {
        Expr::sum(format!("{to} - {from}"))
    }

    /// The day `days` days after another, or before it if negative.
    fn days_from(&self, day: &str, days: i64) -> String {
        let sign = if days < 0 { '-' } else { '+' };
        format!("({day} {sign} {})", days.abs())
    }

    /// The day `months` months after another, or before it if negative.
    fn months_from(&self, day: &str, months: i64) -> String {
        let sign = if months < 0 { '-' } else { '+' };
        format!("CAST({day} {sign} INTERVAL '{} months' AS DATE)", months.abs())
    }

    // Rows.

    /// An aggregate over the rows that pass; `distinct` is that keyword, or empty.
    fn aggregate(&self, function: &str, distinct: &str, value: Option<&str>, filter: Option<&Expr>) -> String {
        let all = format!("{function}({distinct}{})", value.unwrap_or("*"));
        match filter {
            None => all,
            Some(filter) => format!("{all} FILTER (WHERE {filter})"),
        }
    }

    /// How many different known values there are among the rows that pass; unknown or 0 if there are none.
    fn distinct(&self, value: &str, filter: Option<&Expr>) -> String {
        self.aggregate("COUNT", "DISTINCT ", Some(value), filter)
    }

    /// The same for days, weeks or months, of which a lead has few.
    fn distinct_days(&self, value: &str, filter: Option<&Expr>) -> String {
        self.distinct(value, filter)
    }

    /// The same for whole numbers from 0 on and below `places`, if there is a form that costs less; a number need only be
    /// in that range where a row passes.
    fn distinct_places(&self, _place: &str, _places: u32, _filter: Option<&Expr>) -> Option<String> {
        None
    }

    /// What an occurrence keeps of its points after `age` days, in millionths, if the engine works that out exactly as
    /// [`crate::decay::factor`] does; otherwise it is taken from a table.
    fn factor(&self, _decay: Decay, _age: &Expr) -> Option<String> {
        None
    }

    /// Among the rows that pass, the value of the latest; of several at that time, the greatest.
    fn latest(&self, value: &str, time: &str, filter: &Expr) -> String {
        let order = format!("{time} DESC, {value} DESC");
        format!("(ARRAY_AGG({value} ORDER BY {order}) FILTER (WHERE {filter}))[1]")
    }

    /// Rows of whole numbers, for a step of their own: `a`, `b`.
    fn rows(&self, [a, b]: [&str; 2], rows: &[(i64, String)]) -> Vec<String> {
        let mut lines = vec![format!("SELECT t.{a}, t.{b}"), "FROM (VALUES".to_owned()];
        lines.extend(pairs(rows));
        lines.push(format!(") AS t ({a}, {b})"));
        lines
    }

    /// A statement that makes a table of a query and replaces the one of that name.
    fn create_table(&self, name: &str, query: &str) -> String {
        format!("CREATE OR REPLACE TABLE {name} AS\n{query}")
    }

    /// A statement that makes a view of a query and replaces the one of that name.
    fn create_view(&self, name: &str, query: &str) -> String {
        format!("CREATE OR REPLACE VIEW {name} AS\n{query}")
    }

    /// What makes an engine compute a step only once if it would not do so anyway.
    fn once(&self) -> &'static str {
        ""
    }

    /// What orders texts by their code points.
    fn by_code_point(&self) -> &'static str {
        ""
    }

    /// Whether it pays to work out the points that hang on the lead alone before its events are joined to it: what is
    /// joined is then narrow.
    fn joins_narrow(&self) -> bool {
        false
    }

    // Lists.

    /// Whether an entry of a list passes; `None` if the engine can't ask this of a list.
    fn any_entry(&self, _list: &str, _entry: &str, _passes: &Expr) -> Option<Expr> {
        None
    }

    /// The entries of a list, each put through `each`, without the unknown ones; an empty list is unknown.
    fn map_entries(&self, _list: &str, _entry: &str, _each: &str) -> Option<String> {
        None
    }

    /// A list in order, each entry put through `each`: the same for lists with the same entries.
    fn sorted_entries(&self, _list: &str, _entry: &str, _each: &str) -> Option<String> {
        None
    }

    /// A list with its entries in NFC, if that can't be done entry by entry.
    fn composed_list(&self, list: &str) -> String {
        list.to_owned()
    }

    // Texts: trimmed, put into NFC, folded and searched as [`crate::text`] does.

    /// A text trimmed at both ends and in NFC; an empty one is unknown.
    fn clean(&self, text: &str) -> String;

    /// The same for an entry of a list that [`Self::composed_list`] gave.
    fn clean_entry(&self, entry: &str) -> String {
        self.clean(entry)
    }

    /// A text, if there is more to it than blanks; its ends are left as they are.
    fn filled(&self, text: &str) -> String {
        format!("CASE WHEN {text} BETWEEN '!' AND '~' THEN {text} ELSE NULLIF(TRIM({text}, {}), '') END", self.blanks())
    }

    /// The literal containing all blanks.
    fn blanks(&self) -> String {
        format!("'{}'", blanks_written(|c| format!("\\u{:04x}", u32::from(c))))
    }

    /// Whether a text is checked only for being there, if nothing else is asked of it.
    fn asks_presence_alone(&self) -> bool {
        false
    }

    /// A text folded for comparing. Unless a sigma is asked for, it may come out as any of its small forms.
    fn folded(&self, text: &str, sigma: bool) -> String {
        // `LOWER` alone makes a sigma at the end of a word a final one, and `İ` an `i` with a combining dot.
        if sigma {
            format!("TRANSLATE(LOWER(TRANSLATE({text}, 'İΣς', 'iσσ')), 'ς', 'σ')")
        } else {
            format!("LOWER(TRANSLATE({text}, 'İ', 'i'))")
        }
    }

    /// The columns of the step [`LETTERS`] that a query asks for, and the step, if the engine needs one: letters that
    /// folding changes, what they become, and a class of everything that is not part of a word. If folded texts are
    /// only compared with texts of the query (`any` is false), all other letters may stay as they are.
    fn letters(&self, _query: &str, _any: bool) -> Option<(Vec<String>, Vec<String>)> {
        None
    }

    /// The name that a folded text stands for, of at least one pair of a text and a name; unknown for any other text.
    fn named(&self, key: &str, names: &[(String, &str)]) -> String {
        let whens: String =
            names.iter().map(|(text, name)| format!(" WHEN {} THEN {}", self.text(text), self.text(name))).collect();
        format!("CASE {key}{whens} END")
    }

    /// What comes after the last `@`.
    fn after_at(&self, text: &str) -> String {
        format!("SPLIT_PART({text}, '@', -1)")
    }

    /// Whether a regular expression matches somewhere in a text.
    fn matches(&self, text: &str, pattern: &str) -> Expr;

    /// How patterns write anything but a line feed, and the very end of the text.
    fn pattern_signs(&self) -> (&'static str, &'static str);

    /// The largest number of repetitions that a pattern may ask for.
    fn most_repetitions(&self) -> u32 {
        1000
    }

    /// Whether a text is an address by [`crate::text::is_email`].
    fn is_email(&self, text: &str) -> Expr {
        // Blanks at the ends have been trimmed; inside, those that Unicode calls white space count.
        let blank = self.white_space();
        self.matches(text, &format!("^[^@{blank}]+@[^@.{blank}]+(\\.[^@.{blank}]+)+$"))
    }

    /// All that Unicode calls white space, for a class of a pattern.
    fn white_space(&self) -> String {
        BLANKS.chars().filter(|c| c.is_whitespace()).collect()
    }

    /// Whether a folded text passes a test.
    fn passes(&self, text: &str, test: &TextTest) -> Expr {
        let each =
            |texts: &[String], one: &dyn Fn(&str) -> Expr| texts.iter().map(|text| one(text)).collect::<Vec<_>>();
        match test {
            TextTest::In(texts) => match texts.as_slice() {
                [] => Expr::atom(text).false_if_known(),
                [one] => Expr::test(format!("{text} = {}", self.text(one))),
                _ => Expr::test(format!("{text} IN ({})", texts_of(self, texts))),
            },
            TextTest::Part(op, texts) => match op {
                TextOp::Contains => Expr::any(each(texts, &|part| self.contains(text, part))),
                TextOp::ContainsAll => Expr::all(each(texts, &|part| self.contains(text, part))),
                TextOp::StartsWith => Expr::any(each(texts, &|part| self.starts_with(text, part))),
                TextOp::EndsWith => Expr::any(each(texts, &|part| self.ends_with(text, part))),
                TextOp::Mentions => {
                    let some = texts.chunks(MOST_WORDS).map(|words| {
                        let words = words.iter().map(|word| regex::escaped(word)).collect::<Vec<_>>();
                        let any = if words.len() == 1 { words.concat() } else { format!("({})", words.join("|")) };
                        self.mentions(text, &any)
                    });
                    Expr::any(some.collect())
                }
            },
            TextTest::Matches(pattern) => self.matches(text, &regex::written(self.pattern_signs(), &pattern.folded)),
        }
    }

    /// Whether a part occurs in a folded text.
    fn contains(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("CONTAINS({text}, {})", self.text(part)))
    }

    /// Whether a folded text starts with a part.
    fn starts_with(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("STARTS_WITH({text}, {})", self.text(part)))
    }

    /// Whether a folded text ends with a part.
    fn ends_with(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("ENDS_WITH({text}, {})", self.text(part)))
    }

    /// Whether what a pattern stands for occurs in a folded text with no part of a word on either side.
    fn mentions(&self, text: &str, pattern: &str) -> Expr {
        let other = "[^\\p{L}\\p{M}\\p{N}_Ⓐ-ⓩ🄰-🅉🅐-🅩🅰-🆉]";
        self.matches(text, &format!("(^|{other}){pattern}({other}|$)"))
    }

    /// Something in a whole query that the engine would not take as it is meant, and what to do about it.
    fn misread(&self, _query: &str) -> Option<(Text, Text)> {
        None
    }
}

/// Texts separated by commas.
pub(super) fn texts_of<E: Engine + ?Sized>(engine: &E, texts: &[impl AsRef<str>]) -> String {
    texts.iter().map(|text| engine.text(text.as_ref())).collect::<Vec<_>>().join(", ")
}
