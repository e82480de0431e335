//! An explanation as a person reads it in a terminal.

use super::{Answer, Explanation, Fact, PartExplained, Piece, RuleExplained, ScoreExplained, StageExplained};
use crate::decimal::{Amount, Points};
use crate::page::{Page, Style, Tone};
use crate::words::{Text, Value, say};

/// The explanation as text.
#[must_use]
pub fn render(explanation: &Explanation, style: Style) -> String {
    page(explanation, style).into_text()
}

/// The explanation as a page, which can be put on another one.
#[must_use]
pub fn page(explanation: &Explanation, style: Style) -> Page {
    let mut writer = Writer { page: Page::new(style) };
    writer.head(explanation);
    for score in &explanation.scores {
        writer.score(score);
    }
    if !explanation.stages.is_empty() {
        writer.strong(&say!("stages"), "");
        for stage in &explanation.stages {
            writer.stage(stage);
        }
    }
    for exclusion in &explanation.exclusions {
        if exclusion.outcome == Answer::Met {
            writer.conditions(0, &say!("excluded: {reason}", reason = &exclusion.name), &exclusion.condition);
        }
    }
    for breach in &explanation.broken {
        writer.line(
            0,
            &say!("breaks the promise \"{promise}\": {line}", promise = &breach.promise, line = &breach.line),
            "",
        );
        writer.piece(1, &breach.condition);
    }
    for label in &explanation.labels {
        let value = label.value.as_ref().map_or_else(|| say!("unknown"), Text::verbatim);
        writer.line(0, &noted(&label.name, &value), "");
        if let Some(line) = &label.line {
            writer.piece(1, line);
        }
    }
    writer.page
}

/// The page, filled part by part.
struct Writer {
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

/// What a piece looked at.
#[must_use]
pub fn facts(piece: &Piece) -> Text {
    Text::row(piece.facts.iter().map(Fact::said).collect(), ", ")
}

/// Something, and what is to be said of it.
#[must_use]
pub fn noted(what: &str, note: &Text) -> Text {
    if note.is_empty() { Text::verbatim(what) } else { say!("{what}: {note}", what, note) }
}

impl Writer {
    fn say(&self, text: &Text) -> String {
        text.in_locale(self.page.style().locale)
    }

    fn signed(&self, points: Points) -> String {
        self.say(&Text::figure(Value::Signed(points)))
    }

    /// A line with something at its right-hand end; what is too long wraps. An indent is two columns.
    fn line(&mut self, indent: usize, left: &Text, right: &str) {
        self.page.sided(Tone::Plain, indent * 2, &self.say(left), right);
    }

    /// The same, with a sign before it.
    fn marked(&mut self, indent: usize, outcome: Answer, left: &Text, right: &str) {
        let left = format!("{} {}", self.mark(outcome), self.say(left));
        self.page.sided(Tone::Plain, indent * 2, &left, right);
    }

    fn strong(&mut self, left: &Text, right: &str) {
        self.page.sided(Tone::Head, 0, &self.say(left), right);
    }

    fn mark(&self, outcome: Answer) -> String {
        mark(outcome, self.page.style())
    }

    fn head(&mut self, explanation: &Explanation) {
        let key = explanation.key.as_ref().map_or_else(|| say!("(without a key)"), Text::verbatim);
        let (stage, as_of) = (&explanation.stage, Text::moment(&explanation.as_of));
        self.strong(&say!("{key} is {stage} as of {as_of}", key, stage, as_of), "");
        if let Some(stage) = &explanation.stage_if_new {
            self.line(0, &say!("kept there: a new lead like it would be {stage}", stage), "");
        }
        if let Some(reason) = &explanation.excluded {
            self.line(0, &say!("set apart: {reason}", reason), "");
        }
        self.page.gap();
    }

    fn score(&mut self, score: &ScoreExplained) {
        let points = score.points.map_or_else(|| say!("unknown"), |points| Text::figure(points.0));
        let points = self.say(&points);
        let name = match &score.owner {
            Some(owner) => say!("{score} (kept by {owner})", score = &score.name, owner),
            None => Text::verbatim(&score.name),
        };
        self.strong(&name, &points);
        if let Some(formula) = &score.formula {
            self.line(1, &Text::verbatim(format!("= {}", formula.text)), "");
            self.line(2, &facts(formula), "");
        }
        for part in &score.parts {
            self.part(1, part);
        }
        if score.range_changed.0 != Points::ZERO {
            let range = score.range.as_deref().unwrap_or_default();
            let sum = score.sum.unwrap_or_default().0;
            let changed = self.signed(score.range_changed.0);
            self.line(1, &say!("kept within {range} (the rules give {sum})", range, sum), &changed);
        }
        if score.unknown_rules > 0 {
            let rules = score.unknown_rules;
            self.line(1, &say!("{rules} {rules|rule|rules} could not be told: no data", rules), "");
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
                    let facts = rows.first().map_or_else(Text::empty, |row| facts(&row.condition));
                    let left = if facts.is_empty() {
                        say!("{subject} (no row)", subject)
                    } else {
                        say!("{subject} (no row): {facts}", subject, facts)
                    };
                    let points = self.signed(points.0);
                    self.marked(indent, outcome, &left, &points);
                }
            }
            PartExplained::Group { title, best, sum, cap_changed, points, parts } => {
                let left =
                    if *best { say!("{title} (group, best only)", title) } else { say!("{title} (group)", title) };
                let points = self.signed(points.0);
                self.line(indent, &left, &points);
                for part in parts {
                    self.part(indent + 1, part);
                }
                if cap_changed.0 != Points::ZERO {
                    let left = say!("limit of the group (its rules give {sum})", sum = Value::Signed(sum.0));
                    let changed = self.signed(cap_changed.0);
                    self.line(indent + 1, &left, &changed);
                }
            }
        }
    }

    fn rule(&mut self, indent: usize, rule: &RuleExplained) {
        let mut notes = Vec::new();
        if rule.out_of_date {
            notes.push(say!("outside its dates"));
        }
        let seen = facts(&rule.condition);
        if !seen.is_empty() {
            notes.push(seen);
        }
        if rule.cap_changed.0 != Points::ZERO {
            notes.push(say!("{points} before its limit", points = Value::Signed(rule.raw.0)));
        }
        if rule.outdone {
            notes.push(say!("{points} outdone by another in the group", points = Value::Signed(after_cap(rule))));
        }
        let points = self.signed(rule.points.0);
        self.marked(indent, rule.outcome, &noted(&rule.title, &Text::row(notes, "; ")), &points);
        if rule.outcome != Answer::Met {
            for part in &rule.condition.parts {
                self.piece(indent + 1, part);
            }
        }
    }

    fn stage(&mut self, stage: &StageExplained) {
        let name = Text::verbatim(&stage.name);
        let Some(kept) = &stage.kept else { return self.conditions(1, &name, &stage.condition) };
        self.marked(1, stage.outcome, &name, "");
        self.piece(2, &stage.condition);
        self.piece(2, kept);
    }

    fn conditions(&mut self, indent: usize, name: &Text, condition: &Piece) {
        self.marked(indent, condition.outcome, name, "");
        self.piece(indent + 1, condition);
    }

    fn piece(&mut self, indent: usize, piece: &Piece) {
        self.marked(indent, piece.outcome, &noted(&piece.text, &facts(piece)), "");
        for part in &piece.parts {
            self.piece(indent + 1, part);
        }
    }
}

fn after_cap(rule: &RuleExplained) -> Points {
    let Amount(raw) = rule.raw;
    Points(raw.0 + rule.cap_changed.0.0)
}
