//! What decides where a lead or an account stands, through all that leads and accounts ask of each other. In: rules, and who is asked
//! about; out: what to look at of the one itself, of the account, and of any lead; and what can be asked for and happen.

use leadrules_language::ir::{Accounts, Cond, FieldId, Label, LabelBody, OfAccount, Rules, Subject};

use super::candidates::Candidates;
use super::gather::Gathered;
use super::standing::{Among, Standing};
use super::things::Whose;
use crate::company::Who;
use crate::replay::Case;

/// What decides.
pub struct Deciding<'a> {
    /// Of any lead.
    leads: Gathered<'a>,
    /// Of the account.
    account: Gathered<'a>,
}

impl<'a> Deciding<'a> {
    /// What decides whether a lead, or an account, is at a step or a higher one.
    pub fn of_stage(rules: &'a Rules, about: &'a Accounts, who: Who, step: u16) -> Self {
        let (leads, account) = match who {
            Who::Lead(_) => (Gathered::of_stage(rules, step), Gathered::default()),
            Who::Account => (Gathered::default(), Gathered::of_stage(&about.rules, step)),
        };
        Self { leads, account }.followed(rules, about)
    }

    /// What decides its scores.
    pub fn of_scores(rules: &'a Rules, about: &'a Accounts, who: Who) -> Self {
        let (leads, account) = match who {
            Who::Lead(_) => (Gathered::of_scores(rules), Gathered::default()),
            Who::Account => (Gathered::default(), Gathered::of_scores(&about.rules)),
        };
        Self { leads, account }.followed(rules, about)
    }

    /// With all that these ask of each other.
    fn followed(mut self, rules: &'a Rules, about: &'a Accounts) -> Self {
        let (mut asked, mut gathered) = (vec![false; about.asked.len()], vec![false; about.gathered.len()]);
        loop {
            let mut is_more = false;
            for (one, done) in about.asked.iter().zip(&mut asked).filter(|(_, done)| !**done) {
                if self.leads.looks_at(one.field) {
                    (*done, is_more) = (true, true);
                    self.ask(about, one.field, one.of);
                }
            }
            for (one, done) in about.gathered.iter().zip(&mut gathered).filter(|(_, done)| !**done) {
                if self.account.looks_at(one.field) {
                    (*done, is_more) = (true, true);
                    if let Some(filter) = &one.filter {
                        with_stages_and_labels(&mut self.leads, rules, filter);
                    }
                    let numbers: Vec<_> = self.account.numbers.get(&one.field).into_iter().flatten().copied().collect();
                    if let Some(quantity) = one.of.quantity() {
                        let fields = self.leads.quantity(rules, quantity, &numbers);
                        self.leads.mixed.extend(fields);
                    }
                    rules.exclusions.iter().for_each(|line| self.leads.cond(rules, &line.condition));
                }
            }
            if !is_more {
                return self;
            }
        }
    }

    /// What a lead asks of its account, in this field of its own.
    fn ask(&mut self, about: &'a Accounts, field: FieldId, of: OfAccount) {
        let rules = &about.rules;
        match of {
            OfAccount::Itself => {}
            OfAccount::Field(id) => {
                // Conditions of leads are on a field of theirs: of the account's any two values may differ to them.
                let numbers = self.leads.numbers.get(&field).into_iter().flatten().copied();
                self.account.numbers.entry(id).or_default().extend(numbers);
                self.account.mixed.insert(id);
            }
            OfAccount::Score(id) => self.account.score(rules, rules.score(id)),
            OfAccount::Label(id) => label(&mut self.account, rules, &rules.labels[usize::from(id.0)]),
            OfAccount::Stage => stages(&mut self.account, rules),
        }
    }
}

/// A condition, with what the stages and labels are made of that it may ask for.
fn with_stages_and_labels<'a>(gathered: &mut Gathered<'a>, rules: &'a Rules, cond: &'a Cond) {
    gathered.cond(rules, cond);
    if asks_stage(cond) {
        stages(gathered, rules);
    }
    for subject in cond.subjects() {
        if let Subject::Label(id) = subject {
            label(gathered, rules, &rules.labels[usize::from(id.0)]);
        }
    }
    cond.parts().iter().for_each(|part| with_stages_and_labels(gathered, rules, part));
}

/// Whether a condition asks for the stage, by itself.
fn asks_stage(cond: &Cond) -> bool {
    cond.children().into_iter().any(|child| matches!(child, leadrules_language::ir::Child::Stage))
}

fn stages<'a>(gathered: &mut Gathered<'a>, rules: &'a Rules) {
    rules.exclusions.iter().for_each(|line| gathered.cond(rules, &line.condition));
    rules.stages.steps.iter().for_each(|step| gathered.cond(rules, &step.condition));
}

fn label<'a>(gathered: &mut Gathered<'a>, rules: &'a Rules, label: &'a Label) {
    if let LabelBody::Lines { lines, .. } = &label.body {
        for (condition, _) in lines {
            gathered.cond(rules, condition);
        }
        stages(gathered, rules);
    }
}

/// What is unknown of the one who is asked about, of its account, and of other leads.
pub fn unknown(standing: &Standing<'_>, among: &Among<'_>, deciding: &Deciding<'_>, account: &Case) -> Candidates {
    let mut found = Candidates::default();
    match among.who {
        Who::Lead(_) => {
            found = Candidates::unknown(standing, &deciding.leads);
            found.add_facts(standing, (Whose::Account, account), &deciding.account);
        }
        Who::Account => {
            found.facts.append(&mut Candidates::unknown(standing, &deciding.account).facts);
            for &place in among.others {
                found.add_facts(standing, (Whose::Lead(place), among.company.lead(place)), &deciding.leads);
            }
        }
    }
    found
}

/// What can be asked for, and what any of them can do.
pub fn all(standing: &Standing<'_>, among: &Among<'_>, deciding: &Deciding<'_>, account: &Case) -> Candidates {
    let Among { plans, company, who, others } = among;
    let (rules, about) = (plans.rules, &plans.about.rules);
    let mut found = match who {
        Who::Lead(_) => {
            let mut found = Candidates::all(standing, &deciding.leads);
            found.add_facts(standing, (Whose::Account, account), &deciding.account);
            if company.has_log() {
                found.add_events(about, standing.as_of, &deciding.account, Whose::Own);
            }
            found
        }
        Who::Account => {
            let mut found = Candidates::all(standing, &deciding.account);
            // It does nothing but what its leads do.
            found.events.clear();
            found
        }
    };
    // Without anything that the account asks of leads, or that it counts of what they do, others are of no use.
    let is_asked = deciding.account.looks_at_others(about) || !deciding.account.events.is_empty();
    if !is_asked {
        return found;
    }
    let nobody = Case {
        row: 0,
        key: None,
        lead: leadrules_language::lead::Lead { fields: vec![None; rules.fields.len()] },
        events: company.has_log().then(Vec::new),
        kept: Vec::new(),
    };
    let another = std::iter::once((Whose::Another, &nobody));
    for (whose, case) in others.iter().map(|&place| (Whose::Lead(place), company.lead(place))).chain(another) {
        if deciding.account.looks_at_others(about) {
            found.add_facts(standing, (whose, case), &deciding.leads);
        }
        if company.has_log() {
            found.add_events(rules, standing.as_of, &deciding.leads, whose);
            found.add_events(about, standing.as_of, &deciding.account, whose);
        }
    }
    found
}
