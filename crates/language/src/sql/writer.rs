//! What is gathered while writing: the columns that each step needs, found as the rules are written, and what the
//! dialect can't do. In: rules and options; out: the query.

use std::collections::HashMap;

use super::dialect::{Engine, LETTERS};
use super::options::{Options, Refusal};
use super::query::column;
use super::query::{self, Column, Names, Step};
use super::rule_names;
use super::side::{Side, Wanted};
use crate::ir::{DefinitionId, RuleId, Rules, Subject};
use crate::source::Span;
use crate::words::{Text, say};

/// The column with the number of an account's leads.
pub(super) const LEADS: &str = "leads";

/// Which row a piece of SQL looks at.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    Lead,
    Event,
}

/// In which form a value is wanted.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// As it is.
    Plain,
    /// Folded for comparing.
    Folded,
    /// As anything that is unknown where the value is: all that is asked is whether it is known.
    Known,
}

/// What has been computed, in the order in which the steps provide it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    Nothing,
    Scores,
    Stage,
}

/// The names of columns for rules, and what they mean.
pub(super) type Explained = Vec<(String, String)>;

/// Which letters of folded texts matter.
#[derive(Copy, Clone, Debug)]
pub(super) struct Folding {
    /// Whether folded texts are compared with anything but texts of the rules.
    pub any_letter: bool,
    /// Whether one form of a sigma is told from another, if they are not folded into one: as in texts that are compared
    /// with each other.
    pub tells_sigmas: bool,
    /// Whether texts are folded so that all forms of a sigma are the same.
    pub asks_for_sigma: bool,
}

/// What that which was written since this was last cleared needs.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Needs {
    /// More than the lead and its events.
    pub results: bool,
    /// What the lead did, or a column made from that.
    pub events: bool,
}

pub(super) struct Writer<'a> {
    pub rules: &'a Rules,
    pub options: &'a Options<'a>,
    /// What its rows have to do with accounts.
    pub side: Side<'a>,
    pub dialect: &'static dyn Engine,
    pub names: Names,
    pub refusals: Vec<Refusal>,
    /// The columns of `lead_cells` and `lead`, of `event_cells` and `event_rows`.
    pub lead_cells: Vec<Column>,
    pub lead: Vec<Column>,
    pub event_cells: Vec<Column>,
    pub event_rows: Vec<Column>,
    /// What joins the results of an earlier run to the leads.
    pub previous_run: Option<String>,
    /// What joins the leads of accounts to their events.
    pub account_events: Option<String>,
    /// What leads ask of their account, or accounts of their leads: what is joined to them.
    pub asked: Vec<Column>,
    pub cells: HashMap<Subject, String>,
    pub values: HashMap<(Subject, Form), String>,
    /// The columns of `tally`, and what `fact` makes of them.
    pub tally: Vec<Column>,
    pub fact: Vec<Column>,
    pub tallied: HashMap<String, String>,
    /// Steps between `event` and `fact`: factors, and sums over buckets.
    pub side_steps: Vec<Step>,
    pub decays: Vec<super::query::Factors>,
    /// Other steps that have one row for each lead with events.
    pub joins: Vec<String>,
    /// The points of rules that hang on the lead alone, if they are worked out before its events are joined.
    pub lead_rules: Vec<Column>,
    /// The columns of `defined`.
    pub defined: Vec<Column>,
    pub definitions: HashMap<DefinitionId, Option<String>>,
    /// The column that holds the key as the table has it, if that comes out.
    pub key_as_found: Option<String>,
    /// The columns of rules.
    pub rule_names: HashMap<RuleId, String>,
    pub folding: Folding,
    /// Whether the body of a definition is being written, in which names must be expanded.
    pub defining: bool,
    pub needs: Needs,
    pub known: Known,
    /// By the id of a score or a label, its column, once there is one.
    pub scores: HashMap<u16, String>,
    pub labels: HashMap<u16, String>,
}

/// A query in parts: what it is for, its steps, and what comes out of the last one.
#[derive(Debug)]
pub(super) struct Written {
    pub steps: Vec<Step>,
    pub last: Vec<String>,
    pub explained: Explained,
    /// Whether texts have to be folded so that all forms of a sigma are the same.
    pub tells_sigmas: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(rules: &'a Rules, options: &'a Options<'a>, side: Side<'a>, asks_for_sigma: bool) -> Self {
        Self {
            rules,
            options,
            side,
            dialect: options.dialect.engine(),
            names: Names::default(),
            refusals: Vec::new(),
            lead_cells: Vec::new(),
            lead: Vec::new(),
            event_cells: Vec::new(),
            event_rows: Vec::new(),
            previous_run: None,
            account_events: None,
            asked: Vec::new(),
            cells: HashMap::new(),
            values: HashMap::new(),
            tally: Vec::new(),
            fact: Vec::new(),
            tallied: HashMap::new(),
            side_steps: Vec::new(),
            decays: Vec::new(),
            joins: Vec::new(),
            defined: Vec::new(),
            definitions: HashMap::new(),
            key_as_found: None,
            rule_names: HashMap::new(),
            folding: Folding { any_letter: false, tells_sigmas: false, asks_for_sigma },
            defining: false,
            needs: Needs::default(),
            lead_rules: Vec::new(),
            known: Known::Nothing,
            scores: HashMap::new(),
            labels: HashMap::new(),
        }
    }

    /// Notes something that the dialect can't do in the same way.
    pub(super) fn refuse(&mut self, span: Option<Span>, construct: Text, reason: Text) {
        let refusal = Refusal { construct, dialect: self.options.dialect, reason, span };
        if !self.refusals.contains(&refusal) {
            self.refusals.push(refusal);
        }
    }

    /// A name of the rules that comes out as a column.
    fn take(&mut self, name: &str, span: Option<Span>) {
        if name.len() > self.dialect.longest_name() {
            self.refuse(
                span,
                say!("the name `{name}`", name),
                say!("names have at most {most} bytes there", most = self.dialect.longest_name().to_string()),
            );
        }
        if !self.names.take(name) {
            self.refuse(
                span,
                say!("the name `{name}`", name),
                say!(
                    "another column has the same name but for case, and the engine does not tell them apart: rename one"
                ),
            );
        }
    }

    /// The query for what is wanted; what can't be written is left in `refusals`.
    pub(super) fn write(&mut self, wanted: &Wanted<'_>) -> Written {
        let key = self.rules.key.map(|id| self.rules.field(id));
        let key_name = key.map_or_else(|| "row".to_owned(), |key| key.name.clone());
        self.take(&key_name, key.map(|key| key.span));
        for (name, span) in self
            .rules
            .scores
            .iter()
            .map(|score| (&score.name, score.span))
            .chain(self.rules.labels.iter().map(|label| (&label.name, label.span)))
        {
            self.take(name, Some(span));
        }
        let shared = ["stage", "excluded", "lead_key", "kind", "occurred_at", "event_id"];
        for name in shared.iter().chain(self.own_names()) {
            if !self.names.take(name) {
                self.refuse(
                    None,
                    say!("the name `{name}`", name = *name),
                    say!("the query has a column of that name: rename it"),
                );
            }
        }
        self.rule_names = rule_names::of(self.rules, self.dialect, &mut self.names);
        self.read_keys();

        let mut steps = Vec::new();
        let mut before = "defined".to_owned();
        let (points, rule_columns) = self.points(&mut before);
        let (mut results, out) = self.results(&mut before);
        let between = self.between(wanted, &mut results, &mut before);
        let account_key = self.account_key(wanted);

        self.data_steps(&mut steps, account_key);
        steps.extend(points);
        steps.extend(results);

        self.with_letters(&mut steps);

        let mut explained = Vec::new();
        let columns = between.unwrap_or_else(|| {
            let key = self.key_as_found.as_ref().map_or_else(
                || "lead_key".to_owned(),
                |found| format!("CASE WHEN lead_key IS NOT NULL THEN {found} END"),
            );
            let mut columns = vec![Column { name: self.dialect.name(&key_name), sql: key, note: None }];
            if self.side.is_account() {
                columns.push(column(LEADS, LEADS));
            }
            columns.extend(out);
            if self.options.explain {
                explained =
                    rule_columns.iter().map(|of| (of.name.clone(), of.note.clone().unwrap_or_default())).collect();
                columns.extend(rule_columns);
            }
            columns
        });
        let last = query::select(None, &columns, vec![format!("FROM {before}")]);
        Written { steps, last, explained, tells_sigmas: self.folding.tells_sigmas }
    }

    /// Gives the step with the letters to the steps that ask for them.
    fn with_letters(&self, steps: &mut Vec<Step>) {
        let text: String = steps.iter().flat_map(|step| &step.body).map(String::as_str).collect();
        let Some((columns, body)) = self.dialect.letters(&text, self.folding.any_letter) else { return };
        let is_from = |line: &str| line.trim_start().strip_prefix("FROM ").is_some_and(|rest| !rest.starts_with('('));
        for step in steps.iter_mut() {
            if step.body.iter().any(|line| columns.iter().any(|column| line.contains(column)))
                && let Some(from) = step.body.iter_mut().find(|line| is_from(line))
            {
                from.push_str(&format!(" CROSS JOIN {LETTERS}"));
            }
        }
        steps.insert(0, Step { name: LETTERS.to_owned(), note: "letters that the query folds or asks for", body });
    }
}
