//! Leads that are tried where nothing was proved: points that fade pass every value on their way. In: two rule sets as one, and what a
//! lead is to show; out: such a lead, if one of those tried does, with as little known and done as still shows it.

use super::joint::{Joint, Seen, own, said};
use super::model::{Model, fades};
use super::query::Verdict;
use super::witness::Witness;
use crate::calendar::DAY;
use crate::reference::{Event, Lead};
use crate::types::Value;

/// So many leads are tried, times the number of rules.
const MOST: usize = 1_500_000;

/// The events of at most this many rules whose points fade are tried by themselves.
const MOST_FADING: usize = 40;

/// How many days back they are seen: day by day at first, then every third day.
const NEAR: i64 = 60;
const FURTHEST: i64 = 400;

impl Joint<'_> {
    /// A lead that shows something, and what of it.
    pub(super) fn found(&self, model: &Model<'_>, shows: &dyn Fn(&Seen) -> Option<usize>) -> Option<(usize, Seen)> {
        let mut left = MOST / (self.old.rule_count() + self.new.rule_count() + 100);
        let leads = self.leads(model);
        for days in (0..=NEAR).chain((NEAR + 1..=FURTHEST).step_by(3)) {
            for lead in leads.iter().filter(|lead| days == 0 || !lead.events.is_empty()) {
                left = left.checked_sub(1)?;
                let mut older = lead.clone();
                older.events.iter_mut().for_each(|event| event.time -= days * DAY);
                if let Some(at) = shows(&self.unsaid(&older)) {
                    let least = older.least(&|less| shows(&self.unsaid(less)) == Some(at));
                    return Some((at, self.seen(&least)));
                }
            }
        }
        None
    }

    /// Leads: one of which nothing is known, and one of each stage, with all that it did, what it did of one kind, and the events of one
    /// rule whose points fade; each from every stage before.
    fn leads(&self, model: &Model<'_>) -> Vec<Witness> {
        let nothing = Lead { fields: vec![None; self.rules.fields.len()] };
        let mut leads = vec![Witness { lead: nothing, events: Vec::new(), as_of: model.space.as_of, company: None }];
        let fading = self.fading(model);
        for stage in self.rules.stages.ids() {
            let Verdict::Yes(picked) = model.can_be_true(&model.space.stage(stage)) else { continue };
            let lead = Witness::of(&model.space, &picked);
            let mut kinds: Vec<_> = lead.events.iter().map(|event| event.kind).collect();
            kinds.sort_unstable();
            kinds.dedup();
            let of_kind =
                kinds.iter().map(|kind| lead.events.iter().filter(|event| event.kind == *kind).cloned().collect());
            let did: Vec<Vec<Event>> = of_kind.chain(fading.iter().cloned()).collect();
            leads.extend(did.into_iter().map(|events| Witness { events, ..lead.clone() }));
            leads.push(lead);
        }
        let Some(before) = self.rules.before.map(|field| usize::from(field.0)) else { return leads };
        let options = self.rules.fields[before].ty.options().map_or(0, |of| of.options.len());
        let had: Vec<Option<Value>> =
            std::iter::once(None).chain((0..u16::MAX).take(options).map(|at| Some(Value::Choice(at)))).collect();
        let from_each = |lead: Witness| {
            had.iter().map(move |had| {
                let mut other = lead.clone();
                other.lead.fields[before].clone_from(had);
                other
            })
        };
        leads.into_iter().flat_map(from_each).collect()
    }

    /// The events that let each rule fire whose points fade.
    fn fading(&self, model: &Model<'_>) -> Vec<Vec<Event>> {
        let rules = self.rules.rules();
        let conditions = rules.iter().filter(|(_, rule)| fades(rule).is_some()).map(|(_, rule)| &rule.condition);
        let mut fading: Vec<Vec<Event>> = Vec::new();
        for condition in conditions.take(MOST_FADING) {
            if let Verdict::Yes(picked) = model.can_be_true(&model.space.formula(condition)) {
                let events = Witness::of(&model.space, &picked).events;
                if !fading.contains(&events) {
                    fading.push(events);
                }
            }
        }
        fading
    }

    /// The same without its lines.
    fn unsaid(&self, witness: &Witness) -> Seen {
        let own = own(self.new);
        Seen { lines: Vec::new(), before: said(witness, self.old, &self.shift), after: said(witness, self.new, &own) }
    }
}
