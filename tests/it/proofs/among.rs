//! What is claimed about rule files with accounts, held to all companies of up to three leads. A verdict that nobody does something is
//! refuted by one who does; one that somebody does comes with an account and leads, which are evaluated again.

use std::collections::BTreeMap;

use leadrules_language::analyze::{self, Promised, Proof, Reach, Witness};
use leadrules_language::check::Checked;
use leadrules_language::decimal::Points;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::{Cond, LabelBody, Rule, Rules, StageId};
use leadrules_language::reference::{self, Evaluated, LeadOutcome};
use leadrules_language::types::Truth;

use super::companies::{self, Companies, as_of};
use crate::rules::read;

/// How much was decided.
#[derive(Default)]
pub struct Count {
    pub files: usize,
    pub decided: usize,
    pub undecided: usize,
    pub findings: BTreeMap<&'static str, usize>,
}

/// What is false in what is claimed about a file.
pub fn wrong(text: &str, count: &mut Count) -> Vec<String> {
    let mut checked = read("made up", text.to_owned());
    let Some(rules) = checked.rules.clone().filter(|_| !checked.has_errors()) else {
        return Vec::new();
    };
    count.files += 1;
    let all = companies::companies(&rules);
    let accounts = &rules.accounts.as_ref().expect("accounts").rules;
    let proof = analyze::prove(&rules, as_of(&rules));
    let mut wrong = Vec::new();
    let leads = Side { whole: &rules, rules: &rules, all: &all.leads, name: "leads" };
    leads.proof(&proof, count, &mut wrong);
    let of_accounts = Side { whole: &rules, rules: accounts, all: &all.accounts, name: "accounts" };
    of_accounts.proof(proof.accounts.as_ref().expect("accounts are proved too"), count, &mut wrong);
    checked.prove(as_of(&rules));
    for finding in &checked.findings {
        *count.findings.entry(finding.code.id).or_default() += 1;
        let side = if finding.message.to_string().contains("account") || !leads.is_about(finding) {
            &of_accounts
        } else {
            &leads
        };
        if side.is_refuted(finding) || edited(&checked, &all, finding) {
            let text = finding.labels.first().map_or("", |label| rules.text(label.span));
            wrong.push(format!("{}: {} `{text}`", finding.code.id, finding.message));
        }
    }
    wrong
}

/// The leads or the accounts.
struct Side<'a> {
    whole: &'a Rules,
    rules: &'a Rules,
    all: &'a [Evaluated],
    name: &'static str,
}

impl Side<'_> {
    /// Whether a witness is real: what is said of it comes out for these leads together.
    fn is_real(&self, witness: &Witness) -> bool {
        let Some(company) = &witness.company else {
            let accounts = self.whole.accounts.as_ref().expect("accounts");
            return self.name == "leads"
                && accounts.asked.iter().all(|asked| witness.lead.fields[usize::from(asked.field.0)].is_none());
        };
        let accounts = self.whole.accounts.as_ref().expect("accounts");
        // With keys, by which they belong together.
        let text = |text: &str| Some(leadrules_language::types::Value::Text(text.to_owned()));
        let leadrules_language::ir::Subject::Field(by) = accounts.by else { panic!("by a field") };
        let mut account = company.account.clone();
        account.fields[usize::from(accounts.key.0)] = text("acme");
        let mut leads = company.leads.clone();
        for (at, (lead, _)) in leads.iter_mut().enumerate() {
            lead.fields[usize::from(by.0)] = text("acme");
            lead.fields[usize::from(self.whole.key.expect("a key").0)] = text(&at.to_string());
        }
        let came = reference::company(self.whole, witness.as_of, &account, &leads, self.whole.log.is_some());
        let one = match company.about {
            None => came.account,
            Some(at) => came.leads[at].clone(),
        };
        (self.name == "accounts") == company.about.is_none() && one.outcome == witness.outcome(self.rules)
    }

    fn proof(&self, proof: &Proof, count: &mut Count, wrong: &mut Vec<String>) {
        let mut say = |what: String| wrong.push(format!("{}: {what}", self.name));
        for (at, score) in proof.scores.iter().enumerate() {
            let came: Vec<Points> = self.all.iter().filter_map(|one| one.outcome.scores[at].points).collect();
            let (least, most) = (came.iter().min().copied(), came.iter().max().copied());
            let name = &self.rules.scores[at].name;
            for (word, end, other, beyond) in [
                ("least", &score.least, least, least.zip(end_of(&score.least)).is_some_and(|(came, end)| came < end)),
                ("most", &score.most, most, most.zip(end_of(&score.most)).is_some_and(|(came, end)| came > end)),
            ] {
                match end {
                    Reach::Proved((points, witness)) => {
                        count.decided += 1;
                        let has = witness.outcome(self.rules).scores[at].points == Some(*points);
                        if beyond || !has || !self.is_real(witness) {
                            say(format!(
                                "{word} of {name} is {other:?}, but {points} is proved by {:?}",
                                witness.lines(self.rules)
                            ));
                        }
                    }
                    Reach::Never if other.is_some() => say(format!("{word} of {name} is {other:?}, not never known")),
                    Reach::Never => {}
                    Reach::Undecided(found, _) => {
                        // Of what is reckoned from a division, say, not all values are tried.
                        let is_made = !self.rules.scores[at].parts().is_empty();
                        count.undecided += usize::from(is_made);
                        if let Some((_, witness)) = found
                            && !self.is_real(witness)
                        {
                            say(format!("{word} of {name}: not real {:?}", witness.lines(self.rules)));
                        }
                    }
                }
            }
            if let Reach::Proved(totals) = &score.totals
                && let Some(points) = came.iter().find(|points| !totals.contains(points))
            {
                say(format!("{name} comes to {points}, which is not among {totals:?}"));
            }
        }
        for stage in &proof.stages {
            let name = self.rules.stages.name(stage.stage);
            let is_there = self.all.iter().any(|one| one.outcome.stage == stage.stage);
            let shows = |witness: &Witness| witness.outcome(self.rules).stage == stage.stage && self.is_real(witness);
            match &stage.reached {
                Reach::Never if is_there => say(format!("stage {name} is reached")),
                Reach::Proved(witness) if !shows(witness) => {
                    say(format!("stage {name}: not {:?}", witness.lines(self.rules)));
                }
                Reach::Undecided(..) => count.undecided += 1,
                _ => count.decided += 1,
            }
            if let (Reach::Proved(witness), StageId::Step(at)) = (&stage.skips, stage.stage) {
                let below = &self.rules.stages.steps[usize::from(at) - 1].condition;
                let outcome = witness.outcome(self.rules);
                let events = self.rules.log.is_some().then_some(witness.events.as_slice());
                let meets = reference::meets(self.rules, witness.as_of, (&witness.lead, events), &outcome, below);
                if !shows(witness) || meets {
                    say(format!("stage {name} is not skipped by {:?}", witness.lines(self.rules)));
                }
            }
            for (score, least) in stage.least.iter().enumerate() {
                let there = self.all.iter().filter(|one| one.outcome.stage == stage.stage);
                let fewest = there.filter_map(|one| one.outcome.scores[score].points).min();
                if least.zip(fewest).is_some_and(|(least, fewest)| fewest < least) {
                    say(format!("stage {name} is reached with {fewest:?}, less than {least:?}"));
                }
            }
        }
        for (at, promise) in proof.promises.iter().enumerate() {
            let is_broken = self.all.iter().any(|one| one.outcome.promises[at].contains(&false));
            let title = &self.rules.promises[at].title;
            match promise {
                Promised::Kept if is_broken => say(format!("promise {title} is broken")),
                Promised::Broken(line, witness) => {
                    count.decided += 1;
                    if witness.outcome(self.rules).promises[at][*line] || !self.is_real(witness) {
                        say(format!("promise {title} is not broken by {:?}", witness.lines(self.rules)));
                    }
                }
                Promised::Kept => count.decided += 1,
                Promised::Undecided(_) => count.undecided += 1,
            }
        }
    }

    fn is_about(&self, finding: &Diagnostic) -> bool {
        self.rule_at(finding, 0).is_some()
            || self.condition(finding).is_some()
            || self.label(finding).is_some()
            || self.rules.scores.iter().any(|score| Some(score.span.range()) == place(finding))
            || self.rules.stages.steps.iter().any(|step| Some(step.span.range()) == place(finding))
    }

    fn rule_at(&self, finding: &Diagnostic, label: usize) -> Option<usize> {
        let place = finding.labels.get(label)?.span.range();
        let is_at = |rule: &Rule| [rule.left, rule.span, rule.condition.span].iter().any(|span| span.range() == place);
        self.rules.rules().into_iter().find(|(_, rule)| is_at(rule)).map(|(_, rule)| rule.id.0 as usize)
    }

    fn condition(&self, finding: &Diagnostic) -> Option<&Cond> {
        self.rules.conditions().into_iter().find(|condition| Some(condition.span.range()) == place(finding))
    }

    fn label(&self, finding: &Diagnostic) -> Option<usize> {
        self.rules.labels.iter().position(|label| Some(label.span.range()) == place(finding))
    }

    fn some(&self, finding: &Diagnostic, so: impl Fn(&LeadOutcome, usize) -> bool) -> bool {
        self.rule_at(finding, 0).is_some_and(|rule| self.all.iter().any(|one| so(&one.outcome, rule)))
    }

    fn is_refuted(&self, finding: &Diagnostic) -> bool {
        let is_met = |outcome: &LeadOutcome, rule: usize| outcome.rules[rule].truth == Truth::True;
        let step = self.rules.stages.steps.iter().position(|step| {
            [step.span.range(), step.condition.span.range()].iter().any(|range| Some(range.clone()) == place(finding))
        });
        let step = step.map(|at| StageId::Step(u16::try_from(at).expect("few")));
        let there = |id: StageId| self.all.iter().any(|one| one.outcome.stage == id);
        match finding.code.id {
            "LR0509" => match (self.rule_at(finding, 0), self.condition(finding)) {
                (Some(rule), _) => self.all.iter().any(|one| is_met(&one.outcome, rule)),
                (None, Some(condition)) => self.all.iter().any(|one| {
                    let of = (&one.lead, one.events.as_deref());
                    reference::meets(self.rules, as_of(self.whole), of, &one.outcome, condition)
                }),
                (None, None) => false,
            },
            "LR0510" => self.some(finding, |outcome, rule| !is_met(outcome, rule)),
            "LR0511" => self.rule_at(finding, 0).zip(self.rule_at(finding, 1)).is_some_and(|(one, other)| {
                self.all.iter().any(|lead| is_met(&lead.outcome, one) != is_met(&lead.outcome, other))
            }),
            "LR0512" => self.some(finding, |outcome, rule| outcome.rules[rule].counted.0 != 0),
            "LR0518" => self.some(finding, |outcome, rule| is_met(outcome, rule) && outcome.exclusion.is_none()),
            "LR0610" | "LR0612" => step.is_some_and(there),
            "LR0611" => step.is_some_and(|id| {
                self.all.iter().any(|one| one.outcome.stage != StageId::Excluded && one.outcome.stage < id)
            }),
            "LR0613" | "LR0614" => {
                let message = finding.message.to_string();
                let words: Vec<&str> = message.split(' ').collect();
                let at = words.iter().position(|word| *word == "points").expect("it speaks of points");
                let most: i64 = words[at - 1].parse().expect("whole points");
                let name = message.split('`').nth(1).expect("the score's name");
                let score = self.rules.scores.iter().position(|score| score.name == name).expect("a score");
                let points = |one: &Evaluated| one.outcome.scores[score].points.map(|points| points.0);
                let is_other =
                    |points: i64| if finding.code.id == "LR0613" { points > most * 100 } else { points != most * 100 };
                self.all.iter().filter_map(points).any(is_other)
            }
            "LR0516" => self.label(finding).is_some_and(|at| {
                let LabelBody::Lines { lines, otherwise: Some(text) } = &self.rules.labels[at].body else {
                    return false;
                };
                lines.iter().all(|(_, line)| line != text)
                    && self.all.iter().any(|one| one.outcome.labels[at].as_ref() == Some(text))
            }),
            _ => false,
        }
    }
}

/// Whether something comes out otherwise, where the finding says that it doesn't matter, once the line is changed.
fn edited(checked: &Checked, all: &Companies, finding: &Diagnostic) -> bool {
    const OTHER: &str = "a text that nothing else says";
    let rules = checked.rules.as_ref().expect("rules");
    let (_, main) = rules.sources.iter().next().expect("the file");
    let Some(place) = place(finding) else { return false };
    let start = main.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let end = main.text[place.start..].find('\n').map_or(main.text.len(), |at| place.start + at);
    let line = &main.text[start..end];
    let line = match finding.code.id {
        "LR0515" => format!("{}=> \"{OTHER}\"", line.split_once("=>").expect("a line").0),
        "LR0617" => line.split_once("=>").expect("a rule").0.to_owned() + "=> 0",
        _ => return false,
    };
    let text = format!("{}{line}{}", &main.text[..start], &main.text[end..]);
    let edited = read("edited", text);
    let Some(edited) = edited.rules.as_ref().filter(|_| !edited.has_errors()) else { return false };
    let came = companies::companies(edited);
    if finding.code.id == "LR0515" {
        let says = |one: &Evaluated| one.outcome.labels.iter().flatten().any(|text| text == OTHER);
        return came.leads.iter().chain(&came.accounts).any(says);
    }
    let moved = |(was, is): (&Evaluated, &Evaluated)| {
        (was.outcome.stage, &was.outcome.labels) != (is.outcome.stage, &is.outcome.labels)
    };
    all.accounts.iter().zip(&came.accounts).any(moved)
}

fn end_of(end: &Reach<(Points, Witness)>) -> Option<Points> {
    match end {
        Reach::Proved((points, _)) => Some(*points),
        Reach::Never | Reach::Undecided(..) => None,
    }
}

fn place(finding: &Diagnostic) -> Option<std::ops::Range<usize>> {
    finding.labels.first().map(|label| label.span.range())
}
