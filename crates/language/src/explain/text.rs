//! An explanation as a person reads it in a terminal.

use super::{Answer, Explanation, PartExplained, Piece, RuleExplained, ScoreExplained, StageExplained};
use crate::decimal::{Amount, Points};
use crate::page::{Page, Style, Tone};
use crate::text::counted;

/// The explanation as text.
#[must_use]
pub fn render(explanation: &Explanation, style: Style) -> String {
    page(explanation, style).into_text()
}

/// The explanation as a page, which can be put on another one.
#[must_use]
pub fn page(explanation: &Explanation, style: Style) -> Page {
    let mut text = Text { page: Page::new(style) };
    text.head(explanation);
    for score in &explanation.scores {
        text.score(score);
    }
    if !explanation.stages.is_empty() {
        text.strong("stages", "");
        for stage in &explanation.stages {
            text.stage(stage);
        }
    }
    for exclusion in &explanation.exclusions {
        if exclusion.outcome == Answer::Met {
            text.conditions(0, &format!("excluded: {}", exclusion.name), &exclusion.condition);
        }
    }
    for breach in &explanation.broken {
        text.line(0, &format!("breaks the promise \"{}\": {}", breach.promise, breach.line), "");
        text.piece(1, &breach.condition);
    }
    for label in &explanation.labels {
        text.line(0, &format!("{}: {}", label.name, label.value.as_deref().unwrap_or("unknown")), "");
        if let Some(line) = &label.line {
            text.piece(1, line);
        }
    }
    text.page
}

/// The page, filled part by part.
struct Text {
    page: Page,
}

/// The sign of an outcome: `✓`, `✗` or `?`.
#[must_use]
pub fn mark(outcome: Answer, style: Style) -> String {
    match outcome {
        Answer::Met => style.tint(Tone::Good, style.sign("✓", "+")),
        Answer::NotMet => style.tint(Tone::Error, style.sign("✗", "x")),
        Answer::NoData => style.tint(Tone::Warning, "?"),
    }
}

fn facts(piece: &Piece) -> String {
    let fact = |fact: &super::Fact| match &fact.value {
        Some(value) if fact.name == "happened" => format!("happened {value}"),
        Some(value) => format!("{} is {value}", fact.name),
        None => format!("{} is unknown", fact.name),
    };
    piece.facts.iter().map(fact).collect::<Vec<_>>().join(", ")
}

impl Text {
    /// A line with something at its right-hand end; what is too long wraps. An indent is two columns.
    fn line(&mut self, indent: usize, left: &str, right: &str) {
        self.page.sided(Tone::Plain, indent * 2, left, right);
    }

    fn strong(&mut self, left: &str, right: &str) {
        self.page.sided(Tone::Head, 0, left, right);
    }

    fn mark(&self, outcome: Answer) -> String {
        mark(outcome, self.page.style())
    }

    fn head(&mut self, explanation: &Explanation) {
        let key = explanation.key.as_deref().unwrap_or("(without a key)");
        self.strong(&format!("{key} is {} as of {}", explanation.stage, explanation.as_of), "");
        if let Some(stage) = &explanation.stage_if_new {
            self.line(0, &format!("kept there: a new lead like it would be {stage}"), "");
        }
        if let Some(reason) = &explanation.excluded {
            self.line(0, &format!("set apart: {reason}"), "");
        }
        self.page.gap();
    }

    fn score(&mut self, score: &ScoreExplained) {
        let by = score.owner.as_ref().map_or(String::new(), |owner| format!(" (kept by {owner})"));
        let points = score.points.map_or("unknown".to_owned(), |points| points.0.to_string());
        self.strong(&format!("{}{by}", score.name), &points);
        if let Some(formula) = &score.formula {
            self.line(1, &format!("= {}", formula.text), "");
            self.line(2, &facts(formula), "");
        }
        for part in &score.parts {
            self.part(1, part);
        }
        if score.range_changed.0 != Points::ZERO {
            let range = score.range.as_deref().unwrap_or_default();
            let sum = score.sum.unwrap_or_default().0;
            self.line(1, &format!("kept within {range} (the rules give {sum})"), &score.range_changed.0.signed());
        }
        if score.unknown_rules > 0 {
            let rules = counted(score.unknown_rules.into(), "rule", "rules");
            self.line(1, &format!("{rules} could not be told: no data"), "");
        }
        self.page.gap();
    }

    fn part(&mut self, indent: usize, part: &PartExplained) {
        match part {
            PartExplained::Rule(rule) => self.rule(indent, rule),
            PartExplained::Table { subject, points, rows } => {
                // For a table, the row that counts says it all; if none does, the subject does.
                if let Some(row) = rows.iter().find(|row| row.outcome == Answer::Met) {
                    self.rule(indent, row);
                } else {
                    let outcome = rows.first().map_or(Answer::NotMet, |row| row.outcome);
                    let facts = rows.first().map_or(String::new(), |row| facts(&row.condition));
                    let note = if facts.is_empty() { String::new() } else { format!(": {facts}") };
                    self.line(indent, &format!("{} {subject} (no row){note}", self.mark(outcome)), &points.0.signed());
                }
            }
            PartExplained::Group { title, best, sum, cap_changed, points, parts } => {
                let only = if *best { ", best only" } else { "" };
                self.line(indent, &format!("{title} (group{only})"), &points.0.signed());
                for part in parts {
                    self.part(indent + 1, part);
                }
                if cap_changed.0 != Points::ZERO {
                    let left = format!("limit of the group (its rules give {})", sum.0.signed());
                    self.line(indent + 1, &left, &cap_changed.0.signed());
                }
            }
        }
    }

    fn rule(&mut self, indent: usize, rule: &RuleExplained) {
        let mut notes = Vec::new();
        if rule.out_of_date {
            notes.push("outside its dates".to_owned());
        }
        let seen = facts(&rule.condition);
        if !seen.is_empty() {
            notes.push(seen);
        }
        if rule.cap_changed.0 != Points::ZERO {
            notes.push(format!("{} before its limit", rule.raw.0.signed()));
        }
        if rule.outdone {
            notes.push(format!("{} outdone by another in the group", after_cap(rule).signed()));
        }
        let note = if notes.is_empty() { String::new() } else { format!(": {}", notes.join("; ")) };
        self.line(indent, &format!("{} {}{note}", self.mark(rule.outcome), rule.title), &rule.points.0.signed());
        if rule.outcome != Answer::Met {
            for part in &rule.condition.parts {
                self.piece(indent + 1, part);
            }
        }
    }

    fn stage(&mut self, stage: &StageExplained) {
        let Some(kept) = &stage.kept else { return self.conditions(1, &stage.name, &stage.condition) };
        self.line(1, &format!("{} {}", self.mark(stage.outcome), stage.name), "");
        self.piece(2, &stage.condition);
        self.piece(2, kept);
    }

    fn conditions(&mut self, indent: usize, name: &str, condition: &Piece) {
        self.line(indent, &format!("{} {name}", self.mark(condition.outcome)), "");
        self.piece(indent + 1, condition);
    }

    fn piece(&mut self, indent: usize, piece: &Piece) {
        let seen = facts(piece);
        let note = if seen.is_empty() { String::new() } else { format!(": {seen}") };
        self.line(indent, &format!("{} {}{note}", self.mark(piece.outcome), piece.text), "");
        for part in &piece.parts {
            self.piece(indent + 1, part);
        }
    }
}

fn after_cap(rule: &RuleExplained) -> Points {
    let Amount(raw) = rule.raw;
    Points(raw.0 + rule.cap_changed.0.0)
}
