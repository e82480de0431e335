//! Where a lead or an account stands, and where it would stand after something.

use super::things::{Supposed, Whose};
use crate::change::Side;
use crate::company::{Company, Member, Plans, Together, Who};
use crate::replay::Case;
use leadrules_engine::engine::{LeadTrace, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{FieldId, Rules, StageId};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::words::{Text, say};

/// A lead (or an account) as it is, and what evaluates it with other values and more events.
pub(super) struct Standing<'a> {
    pub(super) rules: &'a Rules,
    pub(super) case: &'a Case,
    pub(super) as_of: Instant,
    pub(super) plan: &'a Plan,
    /// The company that it is one of, if it asks anything of the others.
    pub(super) among: Option<Among<'a>>,
}

/// The company of the one who is asked about.
#[derive(Copy, Clone)]
pub(super) struct Among<'a> {
    pub(super) plans: &'a Plans<'a>,
    pub(super) company: &'a Company,
    pub(super) who: Who,
    /// Of leads that are alike to the rules, the first: what others could do is asked of these.
    pub(super) others: &'a [usize],
}

impl<'a> Standing<'a> {
    pub(super) fn outcome(&self, lead: &Lead, events: &[Event]) -> LeadTrace {
        self.at(self.as_of, lead, events)
    }

    /// The outcome at another instant, of one who asks nothing anew of the others.
    fn at(&self, instant: Instant, lead: &Lead, events: &[Event]) -> LeadTrace {
        self.plan.single(instant).outcome(lead, events)
    }

    pub(super) fn now(&self) -> LeadTrace {
        self.outcome(&self.case.lead, self.case.events.as_deref().unwrap_or_default())
    }

    /// The outcome after these things.
    pub(super) fn after(&self, things: &dyn Supposed) -> LeadTrace {
        let Some(among) = &self.among else {
            let by_then = things.by_then(self.as_of);
            let before = (self.case.lead.clone(), self.case.events.clone().unwrap_or_default());
            let (lead, events) = things.applied(Whose::Own, before, by_then);
            return self.at(by_then, &lead, &events);
        };
        among.after(self.as_of, things)
    }

    /// Whether these things lift it to a step or a higher one.
    pub(super) fn reaches(&self, step: u16, things: &dyn Supposed) -> bool {
        matches!(self.after(things).stage, StageId::Step(at) if at >= step)
    }

    /// Whether it is an account.
    pub(super) fn does_what_leads_do(&self) -> bool {
        self.among.as_ref().is_some_and(|among| among.who == Who::Account)
    }

    /// The rules for what is of somebody.
    pub(super) fn rules_of(&self, whose: Whose) -> &'a Rules {
        match (whose, &self.among) {
            (Whose::Own, _) | (_, None) => self.rules,
            (Whose::Account, Some(among)) => &among.plans.about.rules,
            (Whose::Lead(_) | Whose::Another, Some(among)) => among.plans.rules,
        }
    }

    /// The lead of the account that something is of, if it is not the one who is asked about.
    pub(super) fn lead_of(&self, whose: Whose) -> Option<Text> {
        match (whose, &self.among) {
            (Whose::Own | Whose::Account, _) | (_, None) => None,
            (Whose::Lead(place), Some(among)) => {
                let case = among.company.lead(place);
                let row = || say!("row {row}", row = (case.row + 1).to_string());
                Some(case.key.as_ref().map_or_else(row, Text::verbatim))
            }
            (Whose::Another, Some(_)) => Some(say!("another lead")),
        }
    }

    /// A field of somebody as it is called: `account.employees` of the account of a lead.
    pub(super) fn field_of(&self, whose: Whose, field: FieldId) -> String {
        let name = &self.rules_of(whose).field(field).name;
        if whose == Whose::Account { format!("account.{name}") } else { name.clone() }
    }

    pub(super) fn side(&self, outcome: &'a LeadTrace) -> Side<'a> {
        Side { rules: self.rules, outcome }
    }
}

impl Among<'_> {
    /// The outcome after these things, of the company and then of the one who is asked about.
    fn after(&self, as_of: Instant, things: &dyn Supposed) -> LeadTrace {
        let Self { plans, company, who, .. } = self;
        let by_then = things.by_then(as_of);
        let apply = |whose: Whose, lead: &Lead, events: &[Event]| {
            things.concerns(whose).then(|| things.applied(whose, (lead.clone(), events.to_vec()), by_then))
        };
        let whose_account = if *who == Who::Account { Whose::Own } else { Whose::Account };
        let account = apply(whose_account, &company.account, &[]).map_or(company.account.clone(), |(lead, _)| lead);
        let members = company.members(as_of);
        let changed: Vec<Option<(Lead, Vec<Event>)>> = (members.iter().enumerate())
            .map(|(place, (lead, events, _))| {
                apply(if *who == Who::Lead(place) { Whose::Own } else { Whose::Lead(place) }, lead, events)
            })
            .collect();
        let nobody = Lead { fields: vec![None; plans.rules.fields.len()] };
        let another = apply(Whose::Another, &nobody, &[]);
        let as_changed = members.iter().zip(&changed).map(|(member, changed)| match changed {
            Some((lead, events)) => (lead, events.as_slice(), member.2),
            None => *member,
        });
        let members: Vec<Member<'_>> =
            as_changed.chain(another.iter().map(|(lead, events)| (lead, events.as_slice(), true))).collect();
        Together::new(plans, &account, &members).at(by_then).of(*who)
    }
}
