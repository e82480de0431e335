//! What follows from the scores of rules: computed scores, exclusions, stages and labels. In: the rules; out: the last
//! steps, and the columns that come out.

use std::collections::BTreeSet;

use super::expr::Expr;
use super::points::range;
use super::query::{Column, Step};
use super::writer::{Known, Row, Writer};
use crate::ir::{EXCLUDED, Label, LabelBody, ScoreBody};
use crate::words::say;

impl Writer<'_> {
    /// The last steps, and the columns that come out after the key: scores, labels, `stage`, `excluded`.
    pub(super) fn results(&mut self, before: &mut String) -> (Vec<Step>, Vec<Column>) {
        let mut steps = Vec::new();
        self.computed(&mut steps, before);
        let reasons = self.reasons();
        self.step(&mut steps, "set_apart", "why a lead is excluded", vec![reasons], before);
        let stage = self.stages();
        self.step(&mut steps, "staged", "the highest step that a lead has reached", vec![stage], before);
        self.known = Known::Stage;
        for (at, label) in (0_u16..).zip(&self.rules.labels) {
            let sql = self.label(label);
            let name = self.dialect.name(&label.name);
            let step = self.names.free(self.dialect, &format!("label {}", label.name));
            let column = Column { name: name.clone(), sql, note: None };
            self.step(&mut steps, &step, "a label; later ones may ask for it", vec![column], before);
            self.labels.insert(at, name);
        }
        let column = |name: String| Column { sql: name.clone(), name, note: None };
        let mut out: Vec<Column> =
            self.rules.scores.iter().map(|score| column(self.dialect.name(&score.name))).collect();
        out.extend(self.rules.labels.iter().map(|label| column(self.dialect.name(&label.name))));
        out.extend([column("stage".to_owned()), column("excluded".to_owned())]);
        (steps, out)
    }

    /// Makes each computed score a step of its own, since later ones may be made from it.
    fn computed(&mut self, steps: &mut Vec<Step>, before: &mut String) {
        let rules = self.rules;
        for (at, score) in (0_u16..).zip(&rules.scores) {
            let ScoreBody::Computed(quantity) = &score.body else { continue };
            let value = self.quantity(quantity, Row::Lead);
            let points = self.dialect.narrowed(&value, 18, 2);
            let (low, high) = range(&score.range);
            let mut cuts = String::new();
            for (end, sign) in [(high, ">"), (low, "<")] {
                if let Some(end) = end {
                    let end = self.dialect.points(end);
                    cuts.push_str(&format!(" WHEN {{points}} {sign} {} THEN {end}", end.operand()));
                }
            }
            let cut = if cuts.is_empty() {
                points
            } else {
                let whole = self.names.free(self.dialect, &format!("all {}", score.name));
                let step = self.names.free(self.dialect, &format!("all of {}", score.name));
                let column = Column { name: whole.clone(), sql: points.to_string(), note: None };
                self.step(steps, &step, "a score made from others, whatever its range", vec![column], before);
                let points = format!("CASE{} ELSE {whole} END", cuts.replace("{points}", &whole));
                Expr::atom(format!("CAST({points} AS {})", self.dialect.decimal_type(18, 2)))
            };
            let name = self.dialect.name(&score.name);
            let step = self.names.free(self.dialect, &format!("score {}", score.name));
            let column = Column {
                name: name.clone(),
                sql: cut.to_string(),
                note: Some(self.rules.text(quantity.span).to_owned()),
            };
            self.step(steps, &step, "a score made from others", vec![column], before);
            self.scores.insert(at, name);
        }
    }

    fn reasons(&mut self) -> Column {
        let mut sql = String::new();
        let rules = self.rules;
        for line in &rules.exclusions {
            let condition = self.cond(&line.condition, Row::Lead);
            sql.push_str(&format!(" WHEN {condition} THEN {}", self.dialect.text(&line.reason)));
        }
        let sql = if sql.is_empty() { self.no_text() } else { format!("CASE{sql} END") };
        Column { name: "excluded".to_owned(), sql, note: None }
    }

    pub(super) fn no_text(&self) -> String {
        format!("CAST(NULL AS {})", self.dialect.text_type())
    }

    fn stages(&mut self) -> Column {
        let rules = self.rules;
        let names: Vec<&str> = rules.stages.ids().map(|id| rules.stages.name(id)).collect();
        if names.iter().collect::<BTreeSet<_>>().len() < names.len() {
            self.refuse(None, say!("two stages of the same name"), say!("the query tells stages apart by their names"));
        }
        let mut sql = format!("CASE WHEN excluded IS NOT NULL THEN {}", self.dialect.text(EXCLUDED));
        for step in rules.stages.steps.iter().rev() {
            let condition = self.cond(&step.condition, Row::Lead);
            sql.push_str(&format!(" WHEN {condition} THEN {}", self.dialect.text(&step.name)));
        }
        sql.push_str(&format!(" ELSE {} END", self.dialect.text(&rules.stages.none)));
        Column { name: "stage".to_owned(), sql, note: None }
    }

    fn label(&mut self, label: &Label) -> String {
        match &label.body {
            LabelBody::Lines { lines, otherwise } => {
                let mut sql = String::new();
                for (condition, text) in lines {
                    let condition = self.cond(condition, Row::Lead);
                    sql.push_str(&format!(" WHEN {condition} THEN {}", self.dialect.text(text)));
                }
                let otherwise = otherwise.as_ref().map_or_else(|| self.no_text(), |text| self.dialect.text(text));
                if sql.is_empty() { otherwise } else { format!("CASE{sql} ELSE {otherwise} END") }
            }
            LabelBody::Joined(labels) => {
                let parts: Vec<String> = labels.iter().filter_map(|id| self.labels.get(&id.0).cloned()).collect();
                if parts.len() < labels.len() {
                    self.refuse(Some(label.span), say!("a label joined from others"), say!("one of them comes later"));
                }
                parts.join(" || ")
            }
        }
    }
}
