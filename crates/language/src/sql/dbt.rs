//! The query as a dbt model, with a file that describes it: where its data comes from, what its columns mean, and tests
//! of what must hold of them. In: rules and options; out: two texts. Nothing is written to disk here.

mod place;

use super::company;
use super::dialect::Engine;
use super::options::{AS_OF, AccountData, AsOf, Of, Options, Previous, Refusal};
use super::writer::{Explained, LEADS as LEADS_COLUMN};
use crate::ir::{Field, FieldId, LabelBody, Rules, ScoreBody};
use crate::words::say;

pub use place::{Declared, Place};

/// What dbt is to be told.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    /// The model's name, which is also that of the view or table it makes.
    pub name: &'a str,
    /// `view` or `table`; without it, what the project says.
    pub materialized: Option<&'a str>,
    /// The rule file, as comments refer to it.
    pub rules: &'a str,
    /// Where leads come from.
    pub leads: Place,
    /// Where events come from, if there are any.
    pub events: Option<Place>,
    /// Where accounts come from; what of them is known without a table, the options of the query say.
    pub accounts: Option<Place>,
    /// Where the stage that leads had comes from.
    pub previous: ModelPrevious,
}

/// Where the stage that leads had comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelPrevious {
    /// From what the options of the query say.
    Options,
    /// From this model's own last run.
    Itself,
    /// From another table.
    Table(Place),
}

/// The files of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// `NAME.sql`
    pub query: String,
    /// `NAME.yml`
    pub schema: String,
}

/// Stands in a query for what dbt inserts; if a text of a rule file contains it, the query is refused.
const LEADS: &str = "\u{f8ff}leads";
const EVENTS: &str = "\u{f8ff}events";
const ACCOUNTS: &str = "\u{f8ff}accounts";
const PREVIOUS: &str = "\u{f8ff}previous";

/// The model's files. Tables that are not declared become sources named by what is before the dot, in the file of the model of leads; a
/// parameter becomes the dbt variable `as_of`. The tables in `options` are not used.
///
/// # Errors
/// Everything that the dialect can't do in the same way.
pub fn model(rules: &Rules, options: &Options<'_>, model: &Model<'_>) -> Result<Files, Vec<Refusal>> {
    let as_of = if options.as_of == AsOf::Parameter { AsOf::DbtVariable } else { options.as_of };
    let previous = match model.previous {
        ModelPrevious::Options => options.previous,
        ModelPrevious::Itself | ModelPrevious::Table(_) => Previous::Table(PREVIOUS),
    };
    let accounts = if model.accounts.is_some() { AccountData::Table(ACCOUNTS) } else { options.accounts };
    let events = model.events.as_ref().map(|_| EVENTS);
    let inner = Options { as_of, leads: LEADS, events, accounts, previous, ..options.clone() };
    let (query, explained) = company::select(rules, &inner)?;
    let dialect = options.dialect.engine();
    let marks = query.matches('\u{f8ff}').count();
    let mut query = escaped(&query);
    let mut filled = 0;
    let mut fill = |mark: &str, by: &str| {
        filled += query.matches(mark).count();
        query = query.replace(mark, by);
    };
    fill(&dialect.table(LEADS), &model.leads.reference());
    if let Some(events) = &model.events {
        fill(&dialect.table(EVENTS), &events.reference());
    }
    if let Some(accounts) = &model.accounts {
        fill(&dialect.table(ACCOUNTS), &accounts.reference());
    }
    match &model.previous {
        ModelPrevious::Options => {}
        ModelPrevious::Table(place) => fill(&dialect.table(PREVIOUS), &place.reference()),
        ModelPrevious::Itself => fill(&dialect.table(PREVIOUS), &own_last_run(rules, dialect, &model.leads)),
    }
    fill(&dialect.text(AS_OF), "'{{ var(\"as_of\") }}'");
    if filled != marks {
        return Err(vec![Refusal {
            construct: say!("the character U+F8FF"),
            dialect: options.dialect,
            reason: say!("leadrules marks with it what dbt puts into the query: leave it out"),
            span: None,
        }]);
    }
    let key = rules.key.map_or("", |key| rules.field(key).name.as_str());
    let head = match (&model.previous, model.materialized) {
        // The rows of the last run are there while the new ones are made, and replaced by them.
        (ModelPrevious::Itself, _) => {
            format!("{{{{ config(materialized='incremental', unique_key='{}') }}}}\n\n", key.replace('\'', "\\'"))
        }
        (_, Some(how)) => format!("{{{{ config(materialized='{how}') }}}}\n\n"),
        (_, None) => String::new(),
    };
    Ok(Files { query: format!("{head}{query}"), schema: schema(rules, options, model, &explained) })
}

/// The model's own table; on its first run a table without rows.
fn own_last_run(rules: &Rules, dialect: &dyn Engine, leads: &Place) -> String {
    let (column, name) = rules.key.map_or(("", ""), |key| {
        let field = rules.field(key);
        (field.columns[0].as_str(), field.name.as_str())
    });
    format!(
        "{{% if is_incremental() %}}{{{{ this }}}}{{% else %}}(SELECT {} AS {}, {} AS {} FROM {} WHERE 1 = 0){{% endif %}}",
        dialect.name(column),
        dialect.name(name),
        dialect.text(""),
        dialect.name("stage"),
        leads.reference()
    )
}

/// A text in which dbt finds nothing to replace.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let opener = from.get(..2).filter(|two| matches!(*two, "{{" | "{%" | "{#"));
        match opener {
            Some(two) => out.push_str(&format!("{{{{ '{two}' }}}}")),
            None => out.push('{'),
        }
        rest = &from[opener.map_or(1, str::len)..];
    }
    out.push_str(rest);
    out
}

/// A YAML text in quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in escaped(text).chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Lines of YAML.
struct Yaml {
    text: String,
    dialect: &'static dyn Engine,
}

impl Yaml {
    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A column, with its description and its tests.
    fn column(&mut self, depth: usize, name: &str, what: &str, tests: &[Test]) {
        self.line(depth, &format!("- name: {}", quoted(name)));
        if !what.is_empty() {
            self.line(depth + 1, &format!("description: {}", quoted(what)));
        }
        if self.dialect.name(name) != name {
            self.line(depth + 1, "quote: true");
        }
        if tests.is_empty() {
            return;
        }
        self.line(depth + 1, "data_tests:");
        for test in tests {
            match test {
                Test::Known => self.line(depth + 2, "- not_null"),
                Test::Warned(name) => {
                    self.line(depth + 2, &format!("- {name}:"));
                    self.line(depth + 4, "config:");
                    self.line(depth + 5, "severity: warn");
                }
                Test::OneOf(values) => {
                    self.line(depth + 2, "- accepted_values:");
                    self.line(depth + 4, "arguments:");
                    self.line(depth + 5, "values:");
                    for value in values {
                        self.line(depth + 6, &format!("- {}", quoted(&self.dialect.inside_quotes(value))));
                    }
                }
            }
        }
    }
}

/// What must hold of a column.
enum Test {
    Known,
    /// This one; if it fails, scoring goes on all the same.
    Warned(&'static str),
    OneOf(Vec<String>),
}

fn schema(rules: &Rules, options: &Options<'_>, model: &Model<'_>, explained: &Explained) -> String {
    let mut yaml = Yaml { text: String::new(), dialect: options.dialect.engine() };
    yaml.line(0, &format!("# Written by leadrules from {}: change the rules, not this file.", one_line(model.rules)));
    yaml.line(0, "version: 2");
    yaml.line(0, "");
    let of = match (options.of, &rules.accounts) {
        (Of::Accounts, Some(accounts)) => Whom { rules: &accounts.rules, key: Some(accounts.key), one: "account" },
        _ => Whom { rules, key: rules.key, one: "lead" },
    };
    if options.of == Of::Leads {
        sources(&mut yaml, rules, model);
    }
    yaml.line(0, "models:");
    yaml.line(1, &format!("- name: {}", quoted(model.name)));
    yaml.line(2, &format!("description: {}", quoted(&format!("What each {} scores by {}.", of.one, model.rules))));
    yaml.line(2, "columns:");
    outcome(&mut yaml, of);
    for (name, title) in explained {
        yaml.column(3, name, &format!("points of: {title}"), &[Test::Known]);
    }
    yaml.text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whom a table or a model is about.
#[derive(Copy, Clone)]
struct Whom<'a> {
    /// What is said of them.
    rules: &'a Rules,
    /// The field that tells them apart.
    key: Option<FieldId>,
    /// What one of them is called.
    one: &'static str,
}

/// The tables that the project does not yet declare.
fn sources(yaml: &mut Yaml, rules: &Rules, model: &Model<'_>) {
    let events = model.events.as_ref().filter(|_| rules.log.is_some());
    let about = rules.accounts.as_ref();
    let mut tables: Vec<(&Place, Option<Whom<'_>>)> =
        vec![(&model.leads, Some(Whom { rules, key: rules.key, one: "lead" }))];
    tables.extend(events.map(|events| (events, None)));
    let whom = about.map(|about| Whom { rules: &about.rules, key: Some(about.key), one: "account" });
    tables.extend(model.accounts.as_ref().zip(whom).map(|(accounts, whom)| (accounts, Some(whom))));
    let mut declared: Vec<(&Option<String>, &Option<String>)> = Vec::new();
    for (place, _) in &tables {
        let Place::Table { database, schema, .. } = place else { continue };
        if declared.contains(&(database, schema)) {
            continue;
        }
        if declared.is_empty() {
            yaml.line(0, "sources:");
        }
        declared.push((database, schema));
        yaml.line(1, &format!("- name: {}", quoted(&place.source())));
        if let Some(database) = database {
            yaml.line(2, &format!("database: {}", quoted(database)));
        }
        match schema {
            Some(schema) => yaml.line(2, &format!("schema: {}", quoted(schema))),
            None => yaml.line(2, "schema: \"{{ target.schema }}\""),
        }
        yaml.line(2, "tables:");
        for (other, whom) in &tables {
            let Place::Table { database: of, schema: within, table } = other else { continue };
            if (of, within) != (database, schema) {
                continue;
            }
            match whom {
                Some(whom) => table_of(yaml, *whom, table),
                None => event_table(yaml, rules, table),
            }
        }
    }
    if !declared.is_empty() {
        yaml.line(0, "");
    }
}

fn described(field: &Field) -> String {
    format!("{} ({})", field.name, field.ty.word())
}

fn table_of(yaml: &mut Yaml, whom: Whom<'_>, table: &str) {
    yaml.line(3, &format!("- name: {}", quoted(table)));
    yaml.line(4, &format!("description: \"A row {} {}.\"", if whom.one == "lead" { "a" } else { "an" }, whom.one));
    yaml.line(4, "columns:");
    let mut seen: Vec<String> = Vec::new();
    for (id, field) in whom.rules.declared() {
        let column = &field.columns[0];
        if seen.contains(&column.to_lowercase()) {
            continue;
        }
        seen.push(column.to_lowercase());
        let is_key = whom.key == Some(id);
        // Those without a key, and those that share one, are scored all the same.
        let tests = if is_key { vec![Test::Warned("not_null"), Test::Warned("unique")] } else { Vec::new() };
        yaml.column(5, column, &described(field), &tests);
    }
}

fn event_table(yaml: &mut Yaml, rules: &Rules, table: &str) {
    let Some(log) = &rules.log else { return };
    yaml.line(3, &format!("- name: {}", quoted(table)));
    yaml.line(4, "description: \"A row an event.\"");
    yaml.line(4, "columns:");
    yaml.column(5, &log.lead[0], "whose event it is", &[]);
    yaml.column(5, &log.event[0], "what happened", &[]);
    yaml.column(5, &log.time[0], "when", &[]);
    let mut seen: Vec<String> = [&log.lead[0], &log.event[0], &log.time[0]].map(|name| name.to_lowercase()).to_vec();
    for property in &log.properties {
        let column = &property.columns[0];
        if !seen.contains(&column.to_lowercase()) {
            seen.push(column.to_lowercase());
            yaml.column(5, column, &described(property), &[]);
        }
    }
}

/// The columns that come out.
fn outcome(yaml: &mut Yaml, whom: Whom<'_>) {
    let rules = whom.rules;
    if let Some(key) = whom.key.map(|key| rules.field(key)) {
        yaml.column(3, &key.name, "the key", &[Test::Warned("not_null"), Test::Warned("unique")]);
    }
    if whom.one == "account" {
        yaml.column(3, LEADS_COLUMN, "how many leads count as the account's", &[Test::Known]);
    }
    for score in &rules.scores {
        let ends = [score.range.low, score.range.high].map(|end| end.map_or_else(String::new, |end| end.to_string()));
        let range =
            if ends.iter().all(String::is_empty) { String::new() } else { format!(" {}..{}", ends[0], ends[1]) };
        let what = format!("score{range}{}", score.owner.as_ref().map(|by| format!(", by {by}")).unwrap_or_default());
        let is_known = matches!(score.body, ScoreBody::Rules(_));
        yaml.column(3, &score.name, &what, if is_known { &[Test::Known] } else { &[] });
    }
    for label in &rules.labels {
        let tests = match &label.body {
            LabelBody::Lines { lines, otherwise } => {
                let mut texts: Vec<String> = Vec::new();
                for text in lines.iter().map(|(_, text)| text).chain(otherwise) {
                    if !texts.contains(text) {
                        texts.push(text.clone());
                    }
                }
                let known = otherwise.is_some().then_some(Test::Known);
                known.into_iter().chain((!texts.is_empty()).then_some(Test::OneOf(texts))).collect()
            }
            LabelBody::Joined(_) => Vec::new(),
        };
        yaml.column(3, &label.name, "label", &tests);
    }
    let stages = rules.stages.ids().map(|id| rules.stages.name(id).to_owned()).collect();
    yaml.column(
        3,
        "stage",
        &format!("the highest step that the {} has reached", whom.one),
        &[Test::Known, Test::OneOf(stages)],
    );
    let mut reasons: Vec<String> = Vec::new();
    for line in &rules.exclusions {
        if !reasons.contains(&line.reason) {
            reasons.push(line.reason.clone());
        }
    }
    let tests: Vec<Test> = (!reasons.is_empty()).then_some(Test::OneOf(reasons)).into_iter().collect();
    yaml.column(3, "excluded", &format!("why the {} is excluded, if it is", whom.one), &tests);
}

#[cfg(test)]
mod tests {
    use super::{escaped, quoted};

    #[test]
    fn nothing_in_a_text_is_put_in() {
        assert_eq!(escaped("a {{ b }} {% c %} {# d #} {e}"), "a {{ '{{' }} b }} {{ '{%' }} c %} {{ '{#' }} d #} {e}");
        assert_eq!(escaped("{{{% x"), "{{ '{{' }}{{ '{%' }} x");
        assert_eq!(escaped("{é{"), "{é{");
    }

    #[test]
    fn texts_stay_in_their_quotes() {
        assert_eq!(quoted("a \"b\"\n: c"), "\"a \\\"b\\\"\\u000A: c\"");
    }
}
