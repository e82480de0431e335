//! The cells of JSON, and the table that objects are read into.

use super::prefixes::Prefixes;
use super::wanted::Wanted;
use crate::data::cell::Cell;
use crate::data::report::Counted;
use crate::short_key::starts_with;
use hashbrown::HashMap;
use leadrules_language::text;
use leadrules_language::words::Text;
use std::sync::Arc;

/// A value of an object.
#[derive(Clone, Debug, Default)]
pub(in crate::data) enum JsonCell<'t> {
    #[default]
    Missing,
    Text(&'t str),
    Decoded(Box<str>),
    Number(&'t str),
    Truth(bool),
    Array(&'t str),
    Object(&'t str),
}

impl JsonCell<'_> {
    #[inline]
    pub(in crate::data) fn cell(&self) -> Cell<'_> {
        match self {
            Self::Missing => Cell::Missing,
            Self::Text(text) => Cell::Text(text),
            Self::Decoded(text) => Cell::Text(text),
            Self::Number(text) => Cell::Number(text),
            Self::Truth(value) => Cell::Truth(*value),
            Self::Array(text) => Cell::Array(text),
            Self::Object(text) => Cell::Other(text),
        }
    }
}

/// What the names of objects at one depth mean.
#[derive(Debug)]
pub(in crate::data) struct Table {
    pub(in crate::data) wanted: Arc<Wanted>,
    pub(in crate::data) prefix: String,
    pub(in crate::data) known: HashMap<Box<str>, usize, foldhash::fast::FixedState>,
    pub(in crate::data) slots: Vec<Slot>,
    /// The names in the order of the last object, in which the next one's are likely to come.
    order: Vec<usize>,
    pub(in crate::data) with_events: bool,
    /// Whether nested objects are looked into whatever is wanted.
    pub(in crate::data) opens: bool,
    /// Names that occurred in the object at hand before.
    pub(in crate::data) repeated: Vec<String>,
}

/// In the order, marks a name that is there already, so that no object that repeats it goes unnoticed.
const REPEATED: usize = usize::MAX;

/// How deeply nested objects are looked into to learn their names.
const OPENED: usize = 4;

/// What one name means.
#[derive(Debug)]
pub(in crate::data) struct Slot {
    pub(in crate::data) name: Box<str>,
    /// What stood before its value: where it was the first of its object, and where it came after another, from the end of that
    /// one on. Empty if that was not seen yet.
    prefixes: [Box<str>; 2],
    /// Its last position in the order.
    place: usize,
    /// The targets, each with the rank of this name among its names.
    pub(in crate::data) targets: Vec<(usize, usize)>,
    pub(in crate::data) events: bool,
    /// What the names inside it mean, if one of them is looked for.
    pub(in crate::data) inside: Option<Box<Table>>,
    /// What kind of value was seen: whether it was an object.
    pub(in crate::data) object: bool,
    /// What stands before the values in it, if nothing asks for them.
    pub(super) passed: Prefixes,
}

impl Table {
    pub(in crate::data) fn new(wanted: Arc<Wanted>, prefix: String, with_events: bool) -> Self {
        Self {
            wanted,
            prefix,
            known: HashMap::default(),
            slots: Vec::new(),
            order: Vec::new(),
            with_events,
            opens: false,
            repeated: Vec::new(),
        }
    }

    /// The same; whether nested objects are looked into whatever is wanted.
    pub(in crate::data) fn opening(self, opens: bool) -> Self {
        Self { opens, ..self }
    }

    pub(in crate::data) fn slot(&mut self, name: &str, at: usize) -> usize {
        if let Some(slot) = self.expected(at)
            && *self.slots[slot].name == *name
        {
            return slot;
        }
        let slot = if let Some(&slot) = self.known.get(name) {
            slot
        } else {
            let slot = self.slots.len();
            self.slots.push(self.look_up(name));
            self.known.insert(name.into(), slot);
            slot
        };
        self.order.truncate(at);
        // What is left of the order are the names of this object so far.
        if self.expected(self.slots[slot].place) == Some(slot) {
            self.repeated.push(format!("{}{}", self.prefix, self.slots[slot].name));
            self.order.push(REPEATED);
        } else {
            self.slots[slot].place = at;
            self.order.push(slot);
        }
        slot
    }

    /// The slot that is likely next.
    #[inline]
    fn expected(&self, at: usize) -> Option<usize> {
        self.order.get(at).copied().filter(|&slot| slot != REPEATED)
    }

    /// The slot that is likely next, if `text` begins with what stood before its value before; and how long that is.
    #[inline]
    pub(super) fn prefixed(&self, at: usize, text: &[u8]) -> Option<(usize, usize)> {
        let slot = self.expected(at)?;
        let prefix = &self.slots[slot].prefixes[usize::from(at > 0)];
        (!prefix.is_empty() && starts_with(text, prefix.as_bytes())).then_some((slot, prefix.len()))
    }

    /// Notes what stood before the value of a slot at this position.
    pub(super) fn learn(&mut self, slot: usize, at: usize, prefix: &str) {
        let known = &mut self.slots[slot].prefixes[usize::from(at > 0)];
        if known.is_empty() {
            *known = prefix.into();
        }
    }

    pub(in crate::data) fn look_up(&self, name: &str) -> Slot {
        let full = format!("{}{name}", self.prefix);
        let plain = text::column_key(&full);
        let targets = self.wanted.targets(&full, &plain);
        let deeper = self.wanted.is_inside(&plain);
        let events = self.with_events && self.prefix.is_empty() && text::column_key(name) == "events";
        let opens = self.opens && self.prefix.matches('.').count() < OPENED;
        let inside = (deeper || opens)
            .then(|| Box::new(Table::new(Arc::clone(&self.wanted), format!("{full}."), false).opening(opens)));
        let (prefixes, passed) = Default::default();
        Slot { name: name.into(), prefixes, place: 0, targets, events, inside, object: false, passed }
    }

    /// The names that were seen; for those inside objects, with the path to them.
    pub(in crate::data) fn names(&self, names: &mut Vec<String>) {
        for slot in &self.slots {
            match &slot.inside {
                Some(inside) if slot.object => inside.names(names),
                _ if slot.events => {}
                _ => names.push(format!("{}{}", self.prefix, slot.name)),
            }
        }
    }
}

/// The cells of one object, by target.
#[derive(Debug)]
pub(in crate::data) struct JsonRow<'t> {
    /// Each with the rank of the name that it stood under.
    cells: Vec<(JsonCell<'t>, usize)>,
    /// The targets that have one.
    set: Vec<usize>,
}

/// What takes the cells of an object. Of several for a target, the one whose name is listed first counts; of several with the
/// same name, the last.
pub(super) trait Row<'t> {
    /// Where the cell of a target goes that stood under a name of this rank; nowhere if another one counts.
    fn place(&mut self, target: usize, rank: usize) -> Option<&mut JsonCell<'t>>;

    /// Puts it there.
    fn set(&mut self, target: usize, rank: usize, cell: JsonCell<'t>) {
        if let Some(place) = self.place(target, rank) {
            *place = cell;
        }
    }
}

impl<'t> Row<'t> for JsonRow<'t> {
    #[inline]
    fn place(&mut self, target: usize, rank: usize) -> Option<&mut JsonCell<'t>> {
        let (cell, before) = &mut self.cells[target];
        if *before == UNSET {
            self.set.push(target);
        }
        (rank <= *before).then(|| {
            *before = rank;
            cell
        })
    }
}

impl<'t> Row<'t> for JsonFrame<'t> {
    #[inline]
    fn place(&mut self, target: usize, rank: usize) -> Option<&mut JsonCell<'t>> {
        let column = &mut self.columns[target];
        if column.len() == self.rows {
            column.push(JsonCell::Missing);
            self.ranks[target] = rank;
            self.seen[target] = true;
        } else if rank <= self.ranks[target] {
            self.ranks[target] = rank;
        } else {
            return None;
        }
        column.last_mut()
    }
}

/// Above the rank of any name: nothing stood there yet.
const UNSET: usize = usize::MAX;

impl JsonRow<'_> {
    pub(in crate::data) fn new(targets: usize) -> Self {
        Self { cells: vec![(JsonCell::Missing, UNSET); targets], set: Vec::with_capacity(targets) }
    }

    pub(in crate::data) fn clear(&mut self) {
        for target in self.set.drain(..) {
            self.cells[target] = (JsonCell::Missing, UNSET);
        }
    }

    /// Whether any name that is wanted stood there.
    pub(in crate::data) fn has_any(&self) -> bool {
        !self.set.is_empty()
    }

    /// Whether this one did.
    pub(in crate::data) fn has(&self, target: usize) -> bool {
        self.cells[target].1 != UNSET
    }

    #[inline]
    pub(in crate::data) fn cell(&self, target: usize) -> Cell<'_> {
        self.cells[target].0.cell()
    }
}

/// A batch of objects.
#[derive(Debug)]
pub(in crate::data) struct JsonFrame<'t> {
    pub(in crate::data) columns: Vec<Vec<JsonCell<'t>>>,
    pub(in crate::data) ranks: Vec<usize>,
    pub(in crate::data) seen: Vec<bool>,
    pub(in crate::data) rows: usize,
    /// For each row, its line in the block; for nested events, the row of the lead.
    pub(in crate::data) lines: Vec<u32>,
    pub(in crate::data) events: Option<Box<JsonFrame<'t>>>,
    pub(in crate::data) owners: Vec<u32>,
    /// Whether a row had an array of events.
    pub(in crate::data) has_events: bool,
    /// Entries of such arrays that are not objects.
    pub(in crate::data) not_events: Counted,
    /// Names that occur in an object more than once, the last of which counts.
    pub(in crate::data) repeated: Counted,
    /// The names that were seen, whether or not they were asked for.
    pub(in crate::data) names: Vec<String>,
    pub(in crate::data) all_lines: u64,
    pub(in crate::data) odd_lines: Counted,
    pub(in crate::data) odd_values: Counted<Text>,
    /// Lines that are not objects.
    pub(in crate::data) broken: Counted,
}
