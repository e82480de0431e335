//! The counters of all leads that the log mentions. Events are noted in journals, in parallel, and from time to time
//! added up, partition by partition of the keys; then they are forgotten. Only rows with an id wait until the end,
//! since a later row may be the one that counts.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray, StringViewArray};
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use crate::columns::{Column, EventLeads, Events, Repeats};

use super::amount::Amount;
use super::count::Book;
use super::event_plan::EventPlan;
use super::journal::{Entering, Journal, PARTS, Part, part_of};
use super::keys::{AHEAD, Keys, NO_SLOT, Packed};
use super::moment::Moment;
use super::numbering::Numbering;
use super::repeated::{Repeated, repeated};
use super::tally::{Store, Tallied};

/// What leads did, as far as the rules ask, seen from an instant.
#[derive(Debug)]
pub struct Ledger {
    moment: Moment,
    numbering: Numbering,
    pages: Vec<Page>,
    /// Those that nobody is writing in.
    journals: Mutex<Vec<Writing>>,
    /// How many words the notes of the journals take.
    words: AtomicUsize,
    /// How many words of notes may wait to be added up.
    room: usize,
    /// The counters of all pages, once the ledger is closed; those of a page begin at its first slot.
    store: Store,
    first_slots: Vec<u32>,
    /// By slot: whether a lead asked for it.
    asked: Vec<AtomicBool>,
    /// Rows later than `as of`, which are left out.
    pub late: u64,
    /// Rows that `ignore` names.
    pub ignored: u64,
    /// Rows with an id that another row has.
    pub repeated: Repeats,
}

/// Leads that are in the log but not in the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strangers {
    /// How many.
    pub leads: u64,
    /// How many events they have.
    pub events: u64,
    /// The first of them in the order of their keys.
    pub examples: Vec<String>,
}

/// The counters of the leads whose keys fall into one partition.
#[derive(Debug, Default)]
struct Page {
    keys: Keys,
    store: Store,
}

/// A journal, and what else was found while writing it.
#[derive(Debug, Default)]
struct Writing {
    journal: Journal,
    waiting: Vec<Events>,
    late: u64,
    ignored: u64,
}

/// This many words of notes may wait to be added up, however few leads there are.
const FEW: usize = 1 << 21;

/// For each lead, this many may wait.
const EACH: usize = 4;

impl Ledger {
    /// A ledger with nothing noted, seen from this instant.
    pub(super) fn new(moment: Moment, properties: usize) -> Self {
        Self {
            moment,
            numbering: Numbering::new(properties),
            pages: Vec::new(),
            journals: Mutex::default(),
            words: AtomicUsize::new(0),
            room: FEW,
            store: Store::default(),
            first_slots: Vec::new(),
            asked: Vec::new(),
            late: 0,
            ignored: 0,
            repeated: Repeats::default(),
        }
    }

    /// The instant from which the leads are seen.
    #[must_use]
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// Notes a batch of events; several batches may be noted at a time, and in any order.
    pub(super) fn note(&self, plan: &EventPlan, events: Events) {
        let journals = || self.journals.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writing = journals().pop().unwrap_or_default();
        let before = writing.journal.words();
        writing.add(plan, (&self.moment, &self.numbering), events);
        self.words.fetch_add(writing.journal.words() - before, Ordering::Relaxed);
        journals().push(writing);
    }

    /// Whether it is time to add the notes up.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.words.load(Ordering::Relaxed) > self.room
    }

    /// Adds up what has been noted.
    pub(super) fn add_up(&mut self, plan: &EventPlan) {
        if self.pages.is_empty() {
            let page = || Page { keys: Keys::default(), store: plan.layout.store() };
            self.pages.resize_with(PARTS, page);
        }
        let journals = self.journals.get_mut().unwrap_or_else(PoisonError::into_inner);
        let part = |(at, page)| (page, journals.iter_mut().map(|writing| writing.journal.take(at)).collect());
        let mut parts: Vec<(&mut Page, Vec<Part>)> = self.pages.iter_mut().enumerate().map(part).collect();
        parts.par_iter_mut().for_each(|(page, parts)| {
            for part in parts {
                part.add_to(&mut page.keys, &mut page.store);
            }
        });
        let parts: Vec<Vec<Part>> = parts.into_iter().map(|(_, parts)| parts).collect();
        for (at, parts) in parts.into_iter().enumerate() {
            for (writing, part) in journals.iter_mut().zip(parts) {
                writing.journal.put_back(at, part);
            }
        }
        let leads: usize = self.pages.iter().map(|page| page.keys.len()).sum();
        self.room = FEW.max(EACH * leads);
        self.words = AtomicUsize::new(0);
    }

    /// Counts the rows that waited for others of the same id, and adds up what needs all events.
    pub(super) fn close(&mut self, plan: &EventPlan) {
        let journals = self.journals.get_mut().unwrap_or_else(PoisonError::into_inner);
        let waiting: Vec<Events> = journals.iter_mut().flat_map(|writing| writing.waiting.drain(..)).collect();
        let Repeated { dropped, counts } = repeated(&waiting);
        self.repeated = counts;
        for (events, dropped) in waiting.iter().zip(dropped) {
            journals[0].count(plan, (&self.moment, &self.numbering), events, &dropped);
        }
        drop(waiting);
        if !journals.is_empty() {
            self.add_up(plan);
        }
        for writing in self.journals.get_mut().unwrap_or_else(PoisonError::into_inner).drain(..) {
            self.late += writing.late;
            self.ignored += writing.ignored;
        }
        let mut slots = 0;
        self.store = plan.layout.store();
        self.store.reserve(self.pages.iter().map(|page| page.keys.len()).sum());
        for page in &mut self.pages {
            self.first_slots.push(slots);
            let mut store = std::mem::take(&mut page.store);
            store.close();
            self.store.append(store, slots);
            slots += u32::try_from(page.keys.len()).expect("slots are counted in u32");
        }
        self.asked = (0..slots).map(|_| AtomicBool::new(false)).collect();
    }

    /// What the leads with these keys did. The ledger must be closed.
    pub(super) fn tallied<'a>(&'a self, plan: &'a EventPlan, keys: &StringArray) -> Tallied<'a> {
        let slots = self.slots(keys);
        for &slot in slots.iter().filter(|&&slot| slot != NO_SLOT) {
            self.asked[slot as usize].store(true, Ordering::Relaxed);
        }
        let picked = Some(self.store.pick_counts(&slots));
        Tallied { places: &plan.layout.places, store: Some(&self.store), slots, picked }
    }

    /// The slots of a batch's keys (null keys, and those that the log does not mention, have none).
    fn slots(&self, keys: &StringArray) -> Vec<u32> {
        if self.asked.is_empty() {
            return vec![NO_SLOT; keys.len()];
        }
        let packed = Packed::all(keys);
        let mut slots = Vec::with_capacity(packed.len());
        for (part, packed) in packed.chunks(AHEAD).enumerate() {
            let mut touched = [0; AHEAD];
            for (touched, &key) in touched.iter_mut().zip(packed) {
                *touched = self.pages[part_of(key)].keys.touch(key);
            }
            let held = packed.iter().zip(touched).map(|(&key, place)| self.pages[part_of(key)].keys.touch_held(place));
            std::hint::black_box(held.fold(0, std::ops::BitXor::bitxor));
            for (row, &packed) in (part * AHEAD..).zip(packed) {
                let page = part_of(packed);
                let found = (!keys.is_null(row)).then(|| self.pages[page].keys.find(packed, || keys.value(row)));
                slots.push(found.flatten().map_or(NO_SLOT, |slot| self.first_slots[page] + slot));
            }
        }
        slots
    }

    /// The leads of the log that no batch asked for; at most so many of them are named.
    #[must_use]
    pub fn strangers(&self, named: usize) -> Strangers {
        let slots = |page: &Page| 0..u32::try_from(page.keys.len()).expect("slots are counted in u32");
        let all = self.pages.iter().flat_map(|page| slots(page).map(move |slot| (page, slot)));
        let left = all.zip(&self.asked).filter(|(_, asked)| !asked.load(Ordering::Relaxed));
        let mut strangers = Strangers::default();
        for ((page, slot), _) in left {
            let (key, events) = page.keys.get(slot);
            strangers.leads += 1;
            strangers.events += u64::from(events);
            let examples = &mut strangers.examples;
            let at = examples.partition_point(|other| *other < key);
            if at < named {
                examples.insert(at, key);
                examples.truncate(named);
            }
        }
        strangers
    }
}

impl Writing {
    fn add(&mut self, plan: &EventPlan, seen: (&Moment, &Numbering), events: Events) {
        if events.ids.is_some() {
            self.waiting.push(events);
        } else {
            self.count(plan, seen, &events, &[]);
        }
    }

    fn count(&mut self, plan: &EventPlan, seen: (&Moment, &Numbering), events: &Events, dropped: &[bool]) {
        let keys = BatchKeys::new(&events.leads);
        let (late, ignored) = plan.count(seen, events, dropped, &mut Entries { keys, journal: &mut self.journal });
        self.late += late;
        self.ignored += ignored;
    }
}

/// The keys of a batch of events, packed: one for each row, or the distinct ones and their indexes by row.
struct BatchKeys<'e> {
    packed: Vec<Packed>,
    places: Option<&'e [i32]>,
    texts: Texts<'e>,
}

/// The keys themselves.
enum Texts<'e> {
    Plain(&'e StringArray),
    Views(&'e StringViewArray),
}

impl<'e> Texts<'e> {
    fn value(&self, at: usize) -> &'e str {
        match self {
            Self::Plain(texts) => texts.value(at),
            Self::Views(texts) => texts.value(at),
        }
    }
}

impl<'e> BatchKeys<'e> {
    fn new(leads: &'e EventLeads) -> Self {
        let (texts, places) = match leads {
            EventLeads::Views(keys) => {
                return Self { packed: Packed::all_views(keys), places: None, texts: Texts::Views(keys) };
            }
            EventLeads::Rows(_) => unreachable!("events nested in leads are counted with their batch"),
            EventLeads::Keys(Column::Text(keys)) => (keys, None),
            EventLeads::Keys(Column::CodedText(keys)) => {
                (keys.values().as_string(), Some(keys.keys().values().as_ref()))
            }
            EventLeads::Keys(other) => unreachable!("keys are texts, not {other:?}"),
        };
        Self { packed: Packed::all(texts), places, texts: Texts::Plain(texts) }
    }
}

/// A journal that events of a batch are entered in.
struct Entries<'e> {
    keys: BatchKeys<'e>,
    journal: &'e mut Journal,
}

impl Book for Entries<'_> {
    type Line<'l>
        = Entering<'l>
    where
        Self: 'l;

    #[inline]
    fn open(&mut self, row: usize) -> Entering<'_> {
        let BatchKeys { packed, places, texts } = &self.keys;
        let at = places.map_or(row, |places| usize::try_from(places[row]).expect("codes are places"));
        self.journal.enter(packed[at], || texts.value(at))
    }
}

impl super::count::Line for Entering<'_> {
    #[inline]
    fn count(&mut self, group: usize, columns: u32) {
        self.count(group, columns);
    }

    fn add(&mut self, other: usize, amount: Amount) {
        self.add(other, amount);
    }
}
