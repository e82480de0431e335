//! Which columns come out and what they are called. In: the rules and what was asked for; out: names, and what is in
//! each cell of a batch.

use arrow_array::Array;
use leadrules_language::ir::StageId;

use crate::columns::{Change, Results};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Accounts, Rules};
use leadrules_language::text;
use leadrules_language::types::Type;

/// How the rules' points are shown.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Explain {
    /// Not at all.
    #[default]
    No,
    /// In one column `why`: the rules that gave points.
    List,
    /// In a column for each rule.
    Columns,
}

/// A column of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, which is unique.
    pub name: String,
    /// What it contains.
    pub what: What,
}

/// What a column contains.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The lead's key.
    Key,
    /// How many leads an account has.
    Leads,
    /// A column of the input passed on, by its index in [`Results::kept`].
    Kept(usize),
    /// A score, by its id.
    Score(usize),
    /// A label, by its id.
    Label(usize),
    /// The stage.
    Stage,
    /// Why the lead is excluded.
    Excluded,
    /// What changed since an earlier run.
    Change,
    /// The stage in that run.
    PreviousStage,
    /// The points of a score in that run, by the score's id.
    PreviousScore(usize),
    /// Why it changed.
    Reason,
    /// The rules that gave points.
    Why,
    /// The points of one rule, by its id.
    Rule(usize),
}

/// What a cell contains.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// Nothing: unknown, or not applicable.
    Nothing,
    /// A text.
    Text(&'a str),
    /// Points.
    Points(Points),
    /// The rules that gave points; see [`Layout::why`].
    Why,
}

/// The columns of the output, and the texts that results refer to by index.
#[derive(Clone, Debug)]
pub struct Layout {
    columns: Vec<Column>,
    /// The name for no step, then the steps.
    stages: Vec<String>,
    excluded: String,
    reasons: Vec<String>,
    rules: Vec<String>,
    /// By rule: the score that it belongs to.
    scores_of_rules: Vec<String>,
    /// By kept column: the type of the field that is read from it.
    kept_types: Vec<Option<Type>>,
    csv_safe: bool,
    for_excel: bool,
    reasons_apart: bool,
    about: Vec<(String, String)>,
}

impl Layout {
    /// The columns for a rule set: key, kept columns, scores, labels, `stage`, `excluded`, and what `explain` adds.
    #[must_use]
    pub fn new(rules: &Rules, keep: &[String], explain: Explain) -> Self {
        let key = rules.key.map_or("row", |id| rules.field(id).name.as_str());
        let titles: Vec<String> = rules.rules().iter().map(|(_, rule)| rule.title.clone()).collect();
        // Names from the rules are kept; names from the data and titles make way.
        let mut taken: Vec<&str> = vec![key, "stage", "excluded"];
        taken.extend(rules.scores.iter().map(|score| score.name.as_str()));
        taken.extend(rules.labels.iter().map(|label| label.name.as_str()));
        if explain == Explain::List {
            taken.push("why");
        }
        let mut names: Vec<String> = taken.into_iter().map(str::to_owned).collect();
        let kept: Vec<Column> = keep
            .iter()
            .enumerate()
            .map(|(at, name)| Column { name: free(name, " (input)", &mut names), what: What::Kept(at) })
            .collect();
        let column = |name: &str, what| Column { name: name.to_owned(), what };
        let mut columns = vec![column(key, What::Key)];
        columns.extend(kept);
        columns.extend(rules.scores.iter().enumerate().map(|(at, score)| column(&score.name, What::Score(at))));
        columns.extend(rules.labels.iter().enumerate().map(|(at, label)| column(&label.name, What::Label(at))));
        columns.push(column("stage", What::Stage));
        columns.push(column("excluded", What::Excluded));
        match explain {
            Explain::No => {}
            Explain::List => columns.push(column("why", What::Why)),
            Explain::Columns => {
                for (at, title) in titles.iter().enumerate() {
                    columns.push(Column { name: free(title, "", &mut names), what: What::Rule(at) });
                }
            }
        }
        let type_of = |column: &String| {
            let is_read = |name: &String| text::key(name) == text::key(column);
            rules.fields.iter().find(|field| field.columns.iter().any(is_read)).map(|field| field.ty.clone())
        };
        let stages = std::iter::once(&rules.stages.none).chain(rules.stages.steps.iter().map(|step| &step.name));
        Self {
            columns,
            stages: stages.cloned().collect(),
            excluded: leadrules_language::ir::EXCLUDED.to_owned(),
            reasons: rules.exclusions.iter().map(|exclusion| exclusion.reason.clone()).collect(),
            rules: titles,
            scores_of_rules: rules.rules().iter().map(|(score, _)| score.name.clone()).collect(),
            kept_types: keep.iter().map(type_of).collect(),
            csv_safe: false,
            for_excel: false,
            reasons_apart: false,
            about: Vec::new(),
        }
    }

    /// The columns for the accounts of a rule set: their key, `leads`, scores, labels, `stage`, `excluded`, and what `explain` adds.
    #[must_use]
    pub fn of_accounts(accounts: &Accounts, explain: Explain) -> Self {
        let mut layout = Self::new(&accounts.rules, &[], explain);
        let mut names: Vec<String> = layout.columns.iter().map(|column| column.name.clone()).collect();
        layout.columns.insert(1, Column { name: free("leads", "", &mut names), what: What::Leads });
        layout
    }

    /// The same for programs that take cells of CSV for formulas: an apostrophe goes before anything that could be one.
    #[must_use]
    pub fn csv_safe(mut self) -> Self {
        self.csv_safe = true;
        self
    }

    /// The same for an Excel of a country that writes 1234,5: CSV with semicolons, decimal commas and a byte order mark, in which
    /// keys keep their zeros and their length, and nothing is a formula.
    #[must_use]
    pub fn for_excel(mut self) -> Self {
        self.for_excel = true;
        self.csv_safe = true;
        self
    }

    /// Whether CSV is for such an Excel.
    pub(super) fn is_for_excel(&self) -> bool {
        self.for_excel
    }

    /// The same with a sheet of its own, in workbooks, that says for each lead which rules gave it points.
    #[must_use]
    pub fn with_reasons(mut self) -> Self {
        self.reasons_apart = true;
        self
    }

    /// Whether workbooks have a sheet of reasons.
    pub(super) fn has_reasons(&self) -> bool {
        self.reasons_apart
    }

    /// The same with a sheet, in workbooks, that says what was run: names and values.
    #[must_use]
    pub fn about(mut self, about: impl IntoIterator<Item = (String, String)>) -> Self {
        self.about.extend(about);
        self
    }

    /// What was run: names and values.
    pub(super) fn what_was_run(&self) -> &[(String, String)] {
        &self.about
    }

    /// The type of the field that is read from a kept column, if there is one.
    pub(super) fn kept_type(&self, kept: usize) -> Option<&Type> {
        self.kept_types.get(kept)?.as_ref()
    }

    /// The rules that gave points: their scores, titles, and how many points.
    pub(super) fn reasons_of<'a>(
        &'a self,
        results: &'a Results,
        row: usize,
    ) -> impl Iterator<Item = (&'a str, &'a str, Points)> {
        let rules = results.rules.as_deref().unwrap_or_default();
        let given = rules.iter().zip(&self.scores_of_rules).zip(&self.rules);
        let given = given.map(move |((points, score), title)| (score.as_str(), title.as_str(), Points(points[row])));
        given.filter(|(_, _, points)| *points != Points::ZERO)
    }

    /// Whether an apostrophe goes before anything that could be a formula.
    pub(super) fn is_csv_safe(&self) -> bool {
        self.csv_safe
    }

    /// The same with the columns `change`, `previous_stage`, the scores of the earlier run if it has them, and a column `reason` if
    /// that is wanted, after `excluded`.
    #[must_use]
    pub fn with_changes(mut self, with_scores: bool, with_reasons: bool) -> Self {
        let mut names: Vec<String> = self.columns.iter().map(|column| column.name.clone()).collect();
        let at = self.columns.iter().position(|column| column.what == What::Excluded).map_or(0, |at| at + 1);
        let column = |name, what, names: &mut Vec<String>| Column { name: free(name, "", names), what };
        self.columns.insert(at, column("change", What::Change, &mut names));
        self.columns.insert(at + 1, column("previous_stage", What::PreviousStage, &mut names));
        let scores: Vec<(usize, String)> = (self.columns.iter())
            .filter_map(|column| match column.what {
                What::Score(at) => Some((at, format!("previous_{}", column.name))),
                _ => None,
            })
            .filter(|_| with_scores)
            .collect();
        let scores = scores.iter().map(|(id, name)| column(name, What::PreviousScore(*id), &mut names));
        let mut more: Vec<Column> = scores.collect();
        if with_reasons {
            more.push(column("reason", What::Reason, &mut names));
        }
        self.columns.splice(at + 2..at + 2, more);
        self
    }

    /// The columns, in order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What a cell contains.
    #[must_use]
    pub fn cell<'a>(&'a self, what: What, results: &'a Results, row: usize) -> Shown<'a> {
        if is_gone(results, row)
            && !matches!(what, What::Key | What::Change | What::PreviousStage | What::PreviousScore(_))
        {
            return if what == What::Why { Shown::Why } else { Shown::Nothing };
        }
        match what {
            What::Key => cell_text(&results.keys, row),
            What::Leads => match &results.leads {
                Some(leads) => Shown::Points(Points(i64::from(leads[row]) * 100)),
                None => Shown::Nothing,
            },
            What::Kept(at) => cell_text(&results.kept[at], row),
            What::Score(at) => {
                let points = &results.scores[at].points;
                if points.is_null(row) { Shown::Nothing } else { Shown::Points(Points(points.value(row))) }
            }
            What::Label(at) => {
                let label = &results.labels[at];
                if label.values.is_null(row) {
                    Shown::Nothing
                } else {
                    Shown::Text(&label.texts[usize::from(label.values.value(row))])
                }
            }
            What::Stage => Shown::Text(self.stage(results.stages[row])),
            What::Excluded => {
                if results.exclusions.is_null(row) {
                    Shown::Nothing
                } else {
                    Shown::Text(&self.reasons[usize::from(results.exclusions.value(row))])
                }
            }
            What::Change => {
                results.changes.as_ref().map_or(Shown::Nothing, |changes| Shown::Text(changes.changes[row].word()))
            }
            What::PreviousStage => match &results.changes {
                Some(changes) if changes.stages.values.is_valid(row) => {
                    Shown::Text(&changes.stages.texts[usize::from(changes.stages.values.value(row))])
                }
                Some(_) | None => Shown::Nothing,
            },
            What::PreviousScore(at) => match results.changes.as_ref().and_then(|changes| changes.scores.get(at)) {
                Some(points) if points.is_valid(row) => Shown::Points(Points(points.value(row))),
                Some(_) | None => Shown::Nothing,
            },
            What::Reason => results.changes.as_ref().map_or(Shown::Nothing, |changes| cell_text(&changes.reasons, row)),
            What::Why => Shown::Why,
            What::Rule(at) => {
                results.rules.as_ref().map_or(Shown::Nothing, |rules| Shown::Points(Points(rules[at][row])))
            }
        }
    }

    /// The name of the stage with this number in results.
    #[must_use]
    pub fn stage(&self, number: u16) -> &str {
        if number == StageId::EXCLUDED_NUMBER { &self.excluded } else { &self.stages[usize::from(number)] }
    }

    /// The name for no step and the names of all steps, lowest first.
    pub fn stages(&self) -> impl Iterator<Item = &str> {
        self.stages.iter().map(String::as_str)
    }

    /// The reasons of exclusions, in their order.
    pub fn reasons(&self) -> impl Iterator<Item = &str> {
        self.reasons.iter().map(String::as_str)
    }

    /// The titles of the rules.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(String::as_str)
    }

    /// The rules that gave points, and how many points.
    pub fn why<'a>(&'a self, results: &'a Results, row: usize) -> impl Iterator<Item = (&'a str, Points)> {
        let rules = results.rules.as_deref().unwrap_or_default();
        let given = rules.iter().zip(&self.rules).map(move |(points, title)| (title.as_str(), Points(points[row])));
        given.filter(|(_, points)| *points != Points::ZERO)
    }

    /// The same as one text: `title: +20; other: -5`, piece by piece. What it is made of is kept in `pieces` for later
    /// rows.
    pub fn write_why(&self, results: &Results, row: usize, pieces: &mut Pieces, mut write: impl FnMut(&str)) {
        let rules = results.rules.as_deref().unwrap_or_default();
        pieces.by_rule.resize_with(rules.len(), Vec::new);
        // The first piece has no separator before it.
        let mut from = Pieces::MARK.len();
        for ((points, title), known) in rules.iter().zip(&self.rules).zip(&mut pieces.by_rule) {
            let points = points[row];
            if points == 0 {
                continue;
            }
            if let Some((_, piece)) = known.iter().find(|(other, _)| *other == points) {
                write(&piece[from..]);
            } else {
                let piece = format!("{}{title}: {}", Pieces::MARK, Points(points).signed());
                write(&piece[from..]);
                if known.len() < Pieces::MOST {
                    known.push((points, piece));
                }
            }
            from = 0;
        }
    }
}

/// Whether the row stands for a lead that is no longer in the data.
pub(super) fn is_gone(results: &Results, row: usize) -> bool {
    results.changes.as_ref().is_some_and(|changes| changes.changes[row] == Change::Gone)
}

/// What a rule gave, as text: most rules give few different amounts of points, so writing them comes down to copying.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    by_rule: Vec<Vec<(i64, String)>>,
}

impl Pieces {
    /// At most this many are kept for each rule; they are searched in turn.
    const MOST: usize = 16;
    /// What separates two pieces; it is kept with the one after it.
    const MARK: &str = "; ";
}

fn cell_text(column: &arrow_array::StringArray, row: usize) -> Shown<'_> {
    if column.is_null(row) { Shown::Nothing } else { Shown::Text(column.value(row)) }
}

/// A name that is not taken: itself, with `suffix`, or with a number.
fn free(name: &str, suffix: &str, names: &mut Vec<String>) -> String {
    let is_free = |name: &str| !names.iter().any(|taken| taken == name);
    let mut found = name.to_owned();
    if !is_free(&found) && !suffix.is_empty() {
        found = format!("{name}{suffix}");
    }
    let base = found.clone();
    let mut number = 2;
    while !is_free(&found) {
        found = format!("{base} ({number})");
        number += 1;
    }
    names.push(found.clone());
    found
}
