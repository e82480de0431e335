//! How two rule sets read the same data at once. In: what both declare of leads and events; out: one set of declarations that
//! covers both, and for each set its own columns among those that are read that way. If they find leads, events or
//! times in different ways, the data is read for each separately.

use leadrules_engine::columns::{Events, Leads, Need, Needed, OTHER_KIND};
use leadrules_language::ir::{Field, Kind, Log, PropertyId, Rules};
use leadrules_language::text;

/// A reading of the data, for one rule set or for both.
pub struct Reading {
    /// What is read.
    pub rules: Rules,
    /// For which of the two, and what belongs to it.
    pub sides: Vec<(usize, Own)>,
}

/// What in a reading belongs to one rule set.
#[derive(Clone, Debug)]
pub struct Own {
    fields: Vec<usize>,
    properties: Vec<usize>,
    /// For each kind that is read, the kind in this set.
    kinds: Vec<u16>,
}

impl Reading {
    /// One reading for both if that is possible, otherwise one for each.
    pub fn of(old: &Rules, new: &Rules) -> Vec<Self> {
        let alone = |side: usize, rules: &Rules| Self { rules: rules.clone(), sides: vec![(side, Own::all(rules))] };
        Self::of_both(old, new).map_or_else(|| vec![alone(0, old), alone(1, new)], |both| vec![both])
    }

    fn of_both(old: &Rules, new: &Rules) -> Option<Self> {
        let key = |rules: &Rules| rules.key.map(|key| rules.field(key).clone());
        let keys = match (key(old), key(new)) {
            (Some(old), Some(new)) => is_read_alike(&old, &new),
            (old, new) => old.is_none() && new.is_none(),
        };
        // The stage before is that of each side's own steps.
        let before = |rules: &Rules| rules.before.map(|field| rules.field(field).clone());
        if !keys || old.zone != new.zone || before(old) != before(new) {
            return None;
        }
        let mut rules = new.clone();
        let own_fields = old.fields.iter().map(|field| place(&mut rules.fields, field)).collect();
        let mut own = Own { fields: own_fields, ..Own::all(old) };
        match (&old.log, &mut rules.log) {
            (Some(old), Some(log)) => {
                let heads = |log: &Log| {
                    (log.lead.clone(), log.event.clone(), log.time.clone(), log.time_form.clone(), log.id.clone())
                };
                if heads(old) != heads(log) {
                    return None;
                }
                join(old, log, &mut own)?;
            }
            (Some(old), log @ None) => *log = Some(old.clone()),
            (None, _) => {}
        }
        let mut kept = Own::all(new);
        // For the new set, kinds that only the old one knows are not declared.
        kept.kinds.resize(rules.log.as_ref().map_or(0, |log| log.kinds.len()), OTHER_KIND);
        Some(Self { rules, sides: vec![(0, own), (1, kept)] })
    }

    /// What must be read if the two sides look at these columns.
    pub fn needed(&self, needed: &[Needed; 2]) -> Needed {
        let log = self.rules.log.as_ref();
        let mut all = Needed {
            fields: vec![Need::Nothing; self.rules.fields.len()],
            properties: vec![false; log.map_or(0, |log| log.properties.len())],
            events: self.sides.iter().any(|(side, _)| needed[*side].events),
        };
        for (side, own) in &self.sides {
            for (&at, &need) in own.fields.iter().zip(&needed[*side].fields) {
                all.fields[at] = all.fields[at].max(need);
            }
            for (&at, &need) in own.properties.iter().zip(&needed[*side].properties) {
                all.properties[at] |= need;
            }
        }
        all
    }
}

/// Adds the kinds and properties of an older log to a log; `None` if a text means a different kind in each.
fn join(old: &Log, log: &mut Log, own: &mut Own) -> Option<()> {
    let keys = |kind: &Kind| kind.texts.iter().map(|text| text::key(text)).collect::<Vec<_>>();
    let news = log.kinds.len();
    let mut places = Vec::new();
    for kind in &old.kinds {
        let same = log.kinds[..news].iter().position(|other| keys(other) == keys(kind));
        if same.is_none() && log.kinds.iter().any(|other| keys(other).iter().any(|text| keys(kind).contains(text))) {
            return None;
        }
        places.push(same.unwrap_or(log.kinds.len()));
        if same.is_none() {
            log.kinds.push(Kind { properties: Vec::new(), ..kind.clone() });
        }
    }
    own.kinds = vec![OTHER_KIND; log.kinds.len()];
    for (at, &place) in (0..).zip(&places) {
        own.kinds[place] = at;
    }
    // A property is the same if it is read in the same way and belongs to the same kinds.
    let kinds_of = |kinds: &[Kind], id: PropertyId| -> Vec<usize> {
        (0..kinds.len()).filter(|&kind| kinds[kind].properties.contains(&id)).collect()
    };
    own.properties.clear();
    for (id, property) in (0..).map(PropertyId).zip(&old.properties) {
        let mut kinds: Vec<usize> = kinds_of(&old.kinds, id).into_iter().map(|kind| places[kind]).collect();
        kinds.sort_unstable();
        let same = (0..)
            .map(PropertyId)
            .zip(&log.properties)
            .find(|(other, read)| is_read_alike(read, property) && kinds_of(&log.kinds, *other) == kinds);
        let found = same.map(|(other, _)| other);
        own.properties.push(usize::from(found.map_or_else(
            || {
                let other = PropertyId(u16::try_from(log.properties.len()).expect("properties are counted in u16"));
                log.properties.push(property.clone());
                for &kind in &kinds {
                    log.kinds[kind].properties.push(other);
                }
                other.0
            },
            |other| other.0,
        )));
    }
    Some(())
}

/// Whether the cells of two fields are read in the same way.
fn is_read_alike(left: &Field, right: &Field) -> bool {
    (&left.ty, &left.columns, &left.missing) == (&right.ty, &right.columns, &right.missing)
}

fn place(fields: &mut Vec<Field>, field: &Field) -> usize {
    fields.iter().position(|other| is_read_alike(other, field)).unwrap_or_else(|| {
        fields.push(field.clone());
        fields.len() - 1
    })
}

impl Own {
    fn all(rules: &Rules) -> Self {
        let (properties, kinds) = rules.log.as_ref().map_or((0, 0), |log| (log.properties.len(), log.kinds.len()));
        Self {
            fields: (0..rules.fields.len()).collect(),
            properties: (0..properties).collect(),
            kinds: (0..).take(kinds).collect(),
        }
    }

    /// Its own columns of some leads.
    pub fn leads(&self, leads: &Leads) -> Leads {
        Leads {
            fields: self.fields.iter().map(|&at| leads.fields[at].clone()).collect(),
            events: leads.events.as_ref().map(|events| self.events(events)),
            ..leads.clone()
        }
    }

    /// Its own columns of some events.
    pub fn events(&self, events: &Events) -> Events {
        let kind = |kind: &u16| self.kinds.get(usize::from(*kind)).copied().unwrap_or(OTHER_KIND);
        Events {
            kinds: events.kinds.iter().map(kind).collect(),
            properties: self.properties.iter().map(|&at| events.properties[at].clone()).collect(),
            ..events.clone()
        }
    }
}
