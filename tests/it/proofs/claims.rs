//! What `check` claims about a rule set, compared with leads. In: a rule set, leads and what they get; out: the
//! findings that one of these leads proves false.

use leadrules_language::analyze::{self, StageProof};
use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::check::Checked;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::{LabelBody, Rule, Rules, StageId};
use leadrules_language::reference::{LeadOutcome, evaluate, meets};
use leadrules_language::types::Truth;

use super::rare::Known;
use crate::rules::{self, read};

/// What is found in a rule set and refuted by one of these leads, given what they get.
pub fn refuted(checked: &Checked, as_of: Instant, leads: &[Known], came: &[LeadOutcome]) -> Vec<String> {
    let mut found = checked.clone();
    found.prove(as_of);
    let held = Held { rules: rules::usable(checked), as_of, leads, came };
    let mut wrong = Vec::new();
    for finding in found.findings.iter().filter(|finding| held.is_refuted(finding)) {
        let text = finding.labels.first().map_or("", |label| held.rules.text(label.span));
        wrong.push(format!("{}: {} `{text}`", finding.code.id, finding.message));
    }
    wrong
}

struct Held<'a> {
    rules: &'a Rules,
    as_of: Instant,
    leads: &'a [Known],
    came: &'a [LeadOutcome],
}

impl Held<'_> {
    fn is_refuted(&self, finding: &Diagnostic) -> bool {
        match finding.code.id {
            "LR0509" => self.is_met(finding),
            "LR0510" => self.some(finding, |outcome, rule| outcome.rules[rule].truth != Truth::True),
            "LR0511" => {
                let (one, other) = (self.rule_at(finding, 0), self.rule_at(finding, 1));
                one.zip(other).is_some_and(|(one, other)| {
                    let is_met = |outcome: &LeadOutcome, rule: usize| outcome.rules[rule].truth == Truth::True;
                    self.came.iter().any(|outcome| is_met(outcome, one) != is_met(outcome, other))
                })
            }
            "LR0512" => self.some(finding, |outcome, rule| outcome.rules[rule].counted.0 != 0),
            "LR0514" => self.differs_without(finding, |line| {
                let from = line.find(" in last ")?;
                let end = line.find(" =>")?;
                Some(format!("{}{}", &line[..from], &line[end..]))
            }),
            "LR0610" => self.step(finding).is_some_and(|id| self.came.iter().any(|outcome| outcome.stage == id)),
            "LR0611" => self.step(finding).is_some_and(|id| {
                self.came.iter().any(|outcome| outcome.stage != StageId::Excluded && outcome.stage < id)
            }),
            "LR0612" => self.step(finding).is_some_and(|id| self.came.iter().any(|outcome| outcome.stage == id)),
            "LR0613" | "LR0614" => {
                let message = finding.message.to_string();
                let words: Vec<&str> = message.split(' ').collect();
                let at = words.iter().position(|word| *word == "points").expect("it speaks of points");
                let most: f64 = words[at - 1].parse().expect("a number of points");
                let name = message.split('`').nth(1).expect("the score's name");
                let score = self.rules.scores.iter().position(|score| score.name == name).expect("a score");
                let points = |outcome: &LeadOutcome| outcome.scores[score].points.map(|points| points.0);
                #[expect(clippy::cast_possible_truncation, reason = "points are small here")]
                let most = (most * 100.0).round() as i64;
                let is_other = |points: i64| if finding.code.id == "LR0613" { points > most } else { points != most };
                self.came.iter().filter_map(points).any(is_other)
            }
            "LR0615" => self.differs_without(finding, |line| {
                let gone = ["up to ", "down to "].into_iter().filter(|word| line.contains(&format!(", {word}")));
                let cap = gone.min_by_key(|word| {
                    usize::from(finding.message.to_string().contains('-') != (*word == "down to "))
                })?;
                let from = line.find(&format!(", {cap}"))?;
                let rest = &line[from + 2..];
                let end = rest.find(',').or_else(|| rest.find(" {")).unwrap_or(rest.len());
                Some(format!("{}{}", &line[..from], &rest[end..]))
            }),
            "LR0515" => self.is_reached(finding),
            "LR0516" => self.has_otherwise(finding),
            "LR0518" => self
                .some(finding, |outcome, rule| outcome.rules[rule].truth == Truth::True && outcome.exclusion.is_none()),
            "LR0617" => self.moves_without(finding),
            "LR0619" => self.stays_over(finding),
            "LR0805" => self.some(finding, |outcome, rule| outcome.rules[rule].counted.0 != 0),
            _ => false,
        }
    }

    /// Whether a lead meets the condition that the finding is about.
    fn is_met(&self, finding: &Diagnostic) -> bool {
        let place = finding.labels.first().map(|label| label.span.range());
        let conditions = self.rules.conditions();
        let Some(condition) = conditions.into_iter().find(|condition| Some(condition.span.range()) == place) else {
            return false;
        };
        // A row is not met if an earlier one was.
        if let Some(rule) = self.rule_at(finding, 0) {
            return self.came.iter().any(|outcome| outcome.rules[rule].truth == Truth::True);
        }
        self.leads.iter().zip(self.came).any(|((lead, events), outcome)| {
            meets(self.rules, self.as_of, (lead, events.as_deref()), outcome, condition)
        })
    }

    /// Whether `so` holds for a lead and the rule that the finding is about.
    fn some(&self, finding: &Diagnostic, so: impl Fn(&LeadOutcome, usize) -> bool) -> bool {
        self.rule_at(finding, 0).is_some_and(|rule| self.came.iter().any(|outcome| so(outcome, rule)))
    }

    /// The rule that one of the finding's places shows.
    fn rule_at(&self, finding: &Diagnostic, label: usize) -> Option<usize> {
        let place = finding.labels.get(label)?.span.range();
        let is_at = |rule: &Rule| [rule.left, rule.span, rule.condition.span].iter().any(|span| span.range() == place);
        self.rules.rules().into_iter().find(|(_, rule)| is_at(rule)).map(|(_, rule)| rule.id.0 as usize)
    }

    fn step(&self, finding: &Diagnostic) -> Option<StageId> {
        let proof: Vec<StageProof> = analyze::prove(self.rules, self.as_of).stages;
        let is_named = |stage: &StageProof| {
            matches!(stage.stage, StageId::Step(_))
                && finding.message.to_string().contains(&format!("`{}`", self.rules.stages.name(stage.stage)))
        };
        proof.into_iter().find(is_named).map(|stage| stage.stage)
    }

    /// The same rule set with another line where the finding is.
    fn with_line(&self, finding: &Diagnostic, make: impl Fn(&str) -> Option<String>) -> Option<Checked> {
        let (_, main) = self.rules.sources.iter().next()?;
        let place = finding.labels.first()?.span.range();
        let start = main.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let end = main.text[place.start..].find('\n').map_or(main.text.len(), |at| place.start + at);
        let line = make(&main.text[start..end])?;
        Some(read("edited", format!("{}{line}{}", &main.text[..start], &main.text[end..])))
    }

    fn anew(&self, edited: &Checked) -> Option<Vec<LeadOutcome>> {
        let rules = edited.rules.as_ref()?;
        let come = |(lead, events): &Known| evaluate(rules, self.as_of, lead, events.as_deref());
        Some(self.leads.iter().map(come).collect())
    }

    /// Whether a lead has different points once that is taken out of the line.
    fn differs_without(&self, finding: &Diagnostic, make: impl Fn(&str) -> Option<String>) -> bool {
        let came = self.with_line(finding, make).and_then(|edited| self.anew(&edited)).unwrap_or_default();
        let points = |outcome: &LeadOutcome| outcome.scores.iter().map(|score| score.points).collect::<Vec<_>>();
        self.came.iter().zip(&came).any(|(was, is)| points(was) != points(is))
    }

    /// Whether a lead has the text of a label's line, which is recognised by putting another text in its place.
    fn is_reached(&self, finding: &Diagnostic) -> bool {
        const OTHER: &str = "a text that nothing else says";
        let came = self.with_line(finding, |line| {
            let (condition, _) = line.split_once("=>")?;
            Some(format!("{condition}=> \"{OTHER}\""))
        });
        let came = came.and_then(|edited| self.anew(&edited)).unwrap_or_default();
        came.iter().flat_map(|outcome| outcome.labels.iter().flatten()).any(|text| text == OTHER)
    }

    /// Whether a lead has the text of a label's `otherwise`, which none of its lines has.
    fn has_otherwise(&self, finding: &Diagnostic) -> bool {
        let place = finding.labels.first().map(|label| label.span.range());
        let labels = &self.rules.labels;
        let Some(at) = labels.iter().position(|label| Some(label.span.range()) == place) else { return false };
        let LabelBody::Lines { lines, otherwise: Some(text) } = &labels[at].body else { return false };
        let is_own = lines.iter().all(|(_, line)| line != text);
        is_own && self.came.iter().any(|outcome| outcome.labels[at].as_ref() == Some(text))
    }

    /// Whether a lead whose events are all at least a day old meets the condition.
    fn stays_over(&self, finding: &Diagnostic) -> bool {
        let is_old = |(_, events): &Known| events.iter().flatten().all(|event| self.as_of - event.time >= DAY);
        let place = finding.labels.first().map(|label| label.span.range());
        let conditions = self.rules.conditions();
        let Some(condition) = conditions.into_iter().find(|condition| Some(condition.span.range()) == place) else {
            return false;
        };
        self.leads.iter().zip(self.came).filter(|(known, _)| is_old(known)).any(|((lead, events), outcome)| {
            meets(self.rules, self.as_of, (lead, events.as_deref()), outcome, condition)
        })
    }

    /// Whether a lead has another stage or label once the line is gone.
    fn moves_without(&self, finding: &Diagnostic) -> bool {
        let came = self.with_line(finding, |_| Some(String::new())).and_then(|edited| self.anew(&edited));
        let came = came.unwrap_or_default();
        self.came.iter().zip(&came).any(|(was, is)| (was.stage, &was.labels) != (is.stage, &is.labels))
    }
}
