//! Which fields an outcome rests on, of leads and of accounts, and which rules look at these. In: rules about leads, and about accounts
//! if there are any; out: an error for everything that decides and knows the answer before the question is put.

use std::collections::BTreeSet;

use leadrules_language::codes;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::{Accounts, Dependencies, FieldId, Gathered, OfAccount, Part, Rule, Rules, ScoreBody};
use leadrules_language::source::Span;
use leadrules_language::text;
use leadrules_language::words::{Text, say};

use crate::whom::Whom;

/// Fields of leads and of accounts, as files declare them.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub(super) leads: BTreeSet<FieldId>,
    pub(super) accounts: BTreeSet<FieldId>,
}

impl Facts {
    /// What these fields of leads, or of accounts, rest on.
    pub(super) fn of(rules: &Rules, whom: Whom, fields: &BTreeSet<FieldId>) -> Self {
        let mut facts = Self::default();
        match whom {
            Whom::Leads => {
                facts.leads.clone_from(fields);
                let accounts = rules.accounts.iter().flat_map(|accounts| &accounts.asked);
                let asked = accounts.filter(|asked| fields.contains(&asked.field));
                facts.accounts.extend(asked.filter_map(|asked| field_of(asked.of)));
            }
            Whom::Accounts => {
                facts.accounts.clone_from(fields);
                let accounts = rules.accounts.iter().flat_map(|accounts| &accounts.gathered);
                let gathered = accounts.filter(|gathered| fields.contains(&gathered.field));
                facts.leads.extend(gathered.flat_map(|gathered| looked_at(rules, gathered).fields));
            }
        }
        facts
    }

    /// The field by which something of leads looks at one of them.
    fn in_leads(&self, rules: &Rules, looks: &Dependencies) -> Option<FieldId> {
        let is_asked = |id: FieldId| {
            let asked = rules.accounts.iter().flat_map(|accounts| &accounts.asked).find(|asked| asked.field == id);
            asked.and_then(|asked| field_of(asked.of)).is_some_and(|field| self.accounts.contains(&field))
        };
        looks.fields.iter().copied().find(|&id| self.leads.contains(&id) || is_asked(id))
    }

    /// The field by which something of accounts looks at one of them.
    fn in_accounts(&self, rules: &Rules, accounts: &Accounts, looks: &Dependencies) -> Option<FieldId> {
        let is_gathered = |id: FieldId| {
            let gathered = accounts.gathered.iter().find(|gathered| gathered.field == id);
            gathered.is_some_and(|gathered| self.in_leads(rules, &looked_at(rules, gathered)).is_some())
        };
        looks.fields.iter().copied().find(|&id| self.accounts.contains(&id) || is_gathered(id))
    }
}

/// The field of accounts that leads ask for, if it is one.
fn field_of(of: OfAccount) -> Option<FieldId> {
    match of {
        OfAccount::Field(id) => Some(id),
        OfAccount::Itself | OfAccount::Score(_) | OfAccount::Label(_) | OfAccount::Stage => None,
    }
}

/// What accounts look at in their leads.
fn looked_at(rules: &Rules, gathered: &Gathered) -> Dependencies {
    let mut looks = gathered.filter.as_ref().map(|filter| rules.dependencies_of_condition(filter)).unwrap_or_default();
    if let Some(quantity) = gathered.of.quantity() {
        let more = rules.dependencies_of_quantity(quantity);
        looks.fields.extend(more.fields);
        looks.scores.extend(more.scores);
        looks.labels.extend(more.labels);
        looks.stage |= more.stage;
        looks.events |= more.events;
    }
    looks
}

/// That an outcome looks at something that the rules say of the others, if these fields ask for it.
pub(super) fn looks_at_the_others(rules: &Rules, whom: Whom, fields: &BTreeSet<FieldId>) -> Option<Text> {
    let accounts = rules.accounts.as_ref()?;
    match whom {
        Whom::Leads => {
            let mut asked = accounts.asked.iter().filter(|asked| fields.contains(&asked.field));
            asked.find_map(|asked| match asked.of {
                OfAccount::Score(_) => Some(say!("the outcome looks at a score of the account")),
                OfAccount::Label(_) => Some(say!("the outcome looks at a label of the account")),
                OfAccount::Stage => Some(say!("the outcome looks at the stage of the account")),
                OfAccount::Itself | OfAccount::Field(_) => None,
            })
        }
        Whom::Accounts => {
            let gathered = accounts.gathered.iter().filter(|gathered| fields.contains(&gathered.field));
            gathered.map(|gathered| looked_at(rules, gathered)).find_map(|looks| match looks {
                looks if !looks.scores.is_empty() => Some(say!("the outcome looks at scores of leads")),
                looks if !looks.labels.is_empty() => Some(say!("the outcome looks at labels of leads")),
                looks if looks.stage => Some(say!("the outcome looks at the stages of leads")),
                looks if looks.events => Some(say!("the outcome looks at what leads did")),
                looks if looks.fields.is_empty() => Some(say!("the outcome looks at how many leads there are")),
                _ => None,
            })
        }
    }
}

/// The field that has this name, or is read from a column with this name.
pub(super) fn moment(rules: &Rules, at: &str) -> Option<FieldId> {
    let is_it = |name: &String| text::key(name) == text::key(at);
    let place = rules.fields.iter().position(|field| is_it(&field.name) || field.columns.iter().any(is_it))?;
    u16::try_from(place).ok().map(FieldId)
}

/// What is said of a part that looks at a field, and of the place where it does.
type Said = fn(Text, &str) -> (Text, Text);

/// An error for everything that decides and looks at one of these facts, at what says when they were known, or at anything else that
/// is known only afterwards.
pub(super) fn leaks(rules: &Rules, facts: &Facts, when: &Facts) -> Vec<Diagnostic> {
    let afterwards = Facts {
        leads: known_afterwards(rules),
        accounts: Whom::Accounts.rules(rules).map(known_afterwards).unwrap_or_default(),
    };
    let all: [(&Facts, Said); 3] = [
        (facts, |part, field| {
            (say!("{part} looks at `{field}`, which is what the outcome asks for", part, field), say!("the answer"))
        }),
        (when, |part, field| {
            (
                say!("{part} looks at `{field}`, which says when the outcome was known", part, field),
                say!("known only then"),
            )
        }),
        (&afterwards, |part, field| {
            (
                say!("{part} looks at `{field}`, which is known only afterwards", part, field),
                say!("known only afterwards"),
            )
        }),
    ];
    let mut found = Vec::new();
    for of in [Whom::Leads, Whom::Accounts].iter().filter_map(|whom| whom.rules(rules)) {
        let own = rules.accounts.as_ref().filter(|accounts| std::ptr::eq(&raw const accounts.rules, of));
        for (part, span, looks) in deciding(of) {
            let leak = all.iter().find_map(|(facts, said)| {
                let field = match own {
                    Some(accounts) => facts.in_accounts(rules, accounts, &looks),
                    None => facts.in_leads(rules, &looks),
                };
                field.map(|field| (&of.field(field).name, said))
            });
            let Some((field, said)) = leak else { continue };
            let (message, label) = said(part, field);
            found.push(Diagnostic::new(&codes::LR0605, message, span, label).help(say!(
                "It knows the answer before the question is put, so it would look better than it is; leave it out, or judge by \
                 another outcome."
            )));
        }
    }
    found
}

fn known_afterwards(rules: &Rules) -> BTreeSet<FieldId> {
    (0..).map(FieldId).zip(&rules.fields).filter(|(_, field)| field.outcome).map(|(id, _)| id).collect()
}

/// Everything that decides about leads, or about accounts: what it is, where it stands, and what it looks at.
fn deciding(rules: &Rules) -> Vec<(Text, Span, Dependencies)> {
    let mut all = Vec::new();
    for score in &rules.scores {
        match &score.body {
            ScoreBody::Computed(quantity) => {
                let looks = rules.dependencies_of_quantity(quantity);
                all.push((say!("the score `{name}`", name = &score.name), quantity.span, looks));
            }
            ScoreBody::Rules(parts) => {
                let looks = |rule: &Rule| {
                    (say!("the rule `{title}`", title = &rule.title), rule.span, rules.dependencies_of_rule(rule))
                };
                all.extend(parts.iter().flat_map(Part::rules).map(looks));
            }
        }
    }
    all.extend(rules.exclusions.iter().map(|line| {
        (
            say!("the exclusion \"{reason}\"", reason = &line.reason),
            line.span,
            rules.dependencies_of_condition(&line.condition),
        )
    }));
    all.extend(rules.stages.steps.iter().map(|step| {
        let looks = rules.dependencies_of_condition(&step.condition);
        (say!("the stage `{name}`", name = &step.name), step.condition.span, looks)
    }));
    all.extend(rules.labels.iter().map(|label| {
        (say!("the label `{name}`", name = &label.name), label.span, rules.dependencies_of_label(&label.body))
    }));
    all
}
