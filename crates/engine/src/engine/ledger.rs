//! The counters of all leads that the log mentions. Events are noted in journals, in parallel, and from time to time
//! added up, partition by partition of the keys; then they are forgotten. Only rows with an id wait until the end,
//! since a later row may be the one that counts.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray, StringViewArray};
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use crate::columns::{Column, EventLeads, Events, Repeats};

use super::amount::Amount;
use super::count::{Book, Seen};
use super::counters::Beside;
use super::event_plan::EventPlan;
use super::joined::Joined;
use super::journal::{Entering, Journal, PARTS, Part, part_of};
use super::keys::{AHEAD, Keys, Packed};
use super::moment::Moment;
use super::numbering::Numbering;
use super::repeated::{Repeated, repeated};
use super::tallied::Tallied;
use super::tally::Layout;

/// What leads did, as far as the rules ask, seen from an instant.
#[derive(Debug)]
pub struct Ledger {
    moment: Moment,
    layout: Arc<Layout>,
    numbering: Numbering,
    pages: Vec<Page>,
    /// Those that nobody is writing in.
    journals: Mutex<Vec<Writing>>,
    /// How many words the notes of the journals take.
    words: AtomicUsize,
    /// How many words of notes may wait to be added up.
    room: usize,
    /// By page and record, once the ledger is closed: whether a lead asked for it.
    asked: Vec<Vec<AtomicBool>>,
    /// What stands beside the records of each page and is not added up yet, of the fields that accounts ask for.
    pairs: Vec<Beside>,
    /// Rows later than `as of`, which are left out.
    pub late: u64,
    /// Rows that `ignore` names.
    pub ignored: u64,
    /// Rows with an id that another row has.
    pub repeated: Repeats,
}

/// Where a record is.
#[derive(Copy, Clone, Debug)]
pub struct Found {
    /// The page.
    pub page: usize,
    /// Its number there.
    pub number: u32,
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

/// The records of the leads whose keys fall into one partition.
#[derive(Debug)]
struct Page {
    keys: Keys,
    beside: Beside,
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
    pub(super) fn new(plan: &EventPlan, moment: Moment) -> Self {
        Self {
            layout: Arc::new(plan.layout(&moment)),
            numbering: plan.numbering(),
            moment,
            pages: Vec::new(),
            journals: Mutex::default(),
            words: AtomicUsize::new(0),
            room: FEW,
            asked: Vec::new(),
            pairs: Vec::new(),
            late: 0,
            ignored: 0,
            repeated: Repeats::default(),
        }
    }

    /// A closed ledger of accounts, seen from this moment: by their keys, these records, side by side. Accounts without a key have
    /// done nothing.
    #[must_use]
    pub fn of_accounts(&self, moment: Moment, keys: &[StringArray], records: &[u8]) -> Self {
        let (layout, numbering) = (Arc::clone(&self.layout), Numbering::default());
        let page = || Page { keys: Keys::new(layout.size), beside: Beside::new(&layout) };
        let mut pages: Vec<Page> = std::iter::repeat_with(page).take(PARTS).collect();
        let mut records = records.chunks_exact(layout.size.max(1));
        for keys in keys {
            for (row, packed) in Packed::all(keys).into_iter().enumerate() {
                let record = records.next().filter(|_| keys.is_valid(row));
                if let Some(record) = record {
                    let page = &mut pages[part_of(packed)].keys;
                    let number = page.find_or_add(packed, || keys.value(row));
                    page.record_mut(number)[..layout.size].copy_from_slice(record);
                }
            }
        }
        let asked = pages.iter().map(|page| (0..page.keys.len()).map(|_| AtomicBool::new(false)).collect()).collect();
        Self {
            moment,
            layout,
            numbering,
            pages,
            asked,
            journals: Mutex::default(),
            words: AtomicUsize::new(0),
            room: FEW,
            pairs: Vec::new(),
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

    /// How the record of a lead is laid out.
    pub(super) fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The numbers of the values that `once per` tells apart.
    pub(super) fn numbering(&self) -> &Numbering {
        &self.numbering
    }

    /// What counting needs to know.
    pub(super) fn seen(&self) -> Seen<'_> {
        Seen { moment: &self.moment, layout: &self.layout, numbering: &self.numbering }
    }

    /// Notes a batch of events; several batches may be noted at a time, and in any order.
    pub(super) fn note(&self, plan: &EventPlan, events: Events) {
        let journals = || self.journals.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writing = journals().pop().unwrap_or_default();
        let before = writing.journal.words();
        writing.add(plan, self.seen(), events);
        self.words.fetch_add(writing.journal.words() - before, Ordering::Relaxed);
        journals().push(writing);
    }

    /// Whether it is time to add the notes up.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.words.load(Ordering::Relaxed) > self.room
    }

    /// Adds up what has been noted.
    pub(super) fn add_up(&mut self) {
        let layout = &self.layout;
        if self.pages.is_empty() {
            let page = || Page { keys: Keys::new(layout.size), beside: Beside::new(layout) };
            self.pages.resize_with(PARTS, page);
        }
        let journals = self.journals.get_mut().unwrap_or_else(PoisonError::into_inner);
        let part = |(at, page)| (page, journals.iter_mut().map(|writing| writing.journal.take(at)).collect());
        let mut parts: Vec<(&mut Page, Vec<Part>)> = self.pages.iter_mut().enumerate().map(part).collect();
        parts.par_iter_mut().for_each(|(page, parts)| {
            for part in parts {
                part.add_to(&mut page.keys, layout, &mut page.beside);
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

    /// Counts the rows that waited for others of the same id, and adds up what needs all events. What accounts need of these
    /// tallies to be added up over several leads is kept.
    pub(super) fn close(&mut self, plan: &EventPlan, of_accounts: &[usize]) {
        let seen = Seen { moment: &self.moment, layout: &self.layout, numbering: &self.numbering };
        let journals = self.journals.get_mut().unwrap_or_else(PoisonError::into_inner);
        let waiting: Vec<Events> = journals.iter_mut().flat_map(|writing| writing.waiting.drain(..)).collect();
        let Repeated { dropped, counts } = repeated(&waiting);
        self.repeated = counts;
        for (events, dropped) in waiting.iter().zip(dropped) {
            journals[0].count(plan, seen, events, &dropped);
        }
        drop(waiting);
        if !journals.is_empty() {
            self.add_up();
        }
        for writing in self.journals.get_mut().unwrap_or_else(PoisonError::into_inner).drain(..) {
            self.late += writing.late;
            self.ignored += writing.ignored;
        }
        let layout = &self.layout;
        let fields = layout.with_pairs(of_accounts);
        if !fields.is_empty() {
            self.pairs = self.pages.iter().map(|page| page.beside.only(&fields)).collect();
        }
        self.pages.par_iter_mut().for_each(|Page { keys, beside }| {
            let beside = std::mem::replace(beside, Beside::new(layout));
            beside.close(layout, keys);
        });
        let asked = |page: &Page| (0..page.keys.len()).map(|_| AtomicBool::new(false)).collect();
        self.asked = self.pages.iter().map(asked).collect();
    }

    /// What the leads with these keys did; null keys, and those that the log does not mention, did nothing. The ledger must
    /// be closed.
    pub(super) fn tallied(&self, keys: &StringArray) -> Tallied<'_> {
        self.tallied_at(keys, &mut |_, _| {})
    }

    /// The same; says of each row where its record is, if there is one.
    pub(super) fn tallied_at(&self, keys: &StringArray, found: &mut dyn FnMut(usize, Found)) -> Tallied<'_> {
        let mut tallied = Tallied::new(&self.layout, keys.len());
        if self.pages.is_empty() {
            return tallied;
        }
        let packed = Packed::all(keys);
        for (part, packed) in packed.chunks(AHEAD).enumerate() {
            let mut touched = [0; AHEAD];
            for (touched, &key) in touched.iter_mut().zip(packed) {
                *touched = self.pages[part_of(key)].keys.touch(key);
            }
            let held = packed.iter().zip(touched).map(|(&key, place)| self.pages[part_of(key)].keys.touch_held(place));
            std::hint::black_box(held.fold(0, std::ops::BitXor::bitxor));
            for (row, &packed) in (part * AHEAD..).zip(packed) {
                let page = part_of(packed);
                let of_page = &self.pages[page].keys;
                if !keys.is_null(row)
                    && let Some(number) = of_page.find(packed, || keys.value(row))
                {
                    self.asked[page][number as usize].store(true, Ordering::Relaxed);
                    found(row, Found { page, number });
                    tallied.record_mut(row).copy_from_slice(&of_page.record(number)[..self.layout.size]);
                }
            }
        }
        tallied
    }

    /// For each record, room for the account of its lead: as many as there are records in each page.
    pub(super) fn rooms(&self) -> Vec<Vec<u32>> {
        self.pages.iter().map(|page| vec![u32::MAX; page.keys.len()]).collect()
    }

    /// Adds what leads did to the records of their accounts; `members` says which account each record belongs to, as
    /// [`Ledger::rooms`] has room for it, and [`u32::MAX`] for none.
    pub(super) fn add_to_accounts(&self, members: &[Vec<u32>], tallies: &[usize], accounts: &mut Joined) {
        for (page, members) in self.pages.iter().zip(members) {
            for (number, &account) in (0..).zip(members) {
                if account != u32::MAX {
                    accounts.add(account, page.keys.record(number), tallies);
                }
            }
        }
        for (pairs, members) in self.pairs.iter().zip(members) {
            let of = |number: u32| Some(members[number as usize]).filter(|account| *account != u32::MAX);
            accounts.add_pairs(pairs, of);
        }
    }

    /// The leads of the log that no batch asked for; at most so many of them are named.
    #[must_use]
    pub fn strangers(&self, named: usize) -> Strangers {
        let leads =
            |(page, asked)| (0..).zip::<&Vec<AtomicBool>>(asked).map(move |(number, asked)| ((page, number), asked));
        let all = self.pages.iter().zip(&self.asked).flat_map(leads);
        let left = all.filter(|(_, asked)| !asked.load(Ordering::Relaxed));
        let mut strangers = Strangers::default();
        for ((page, number), _) in left {
            let (key, events) = page.keys.get(number);
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
    fn add(&mut self, plan: &EventPlan, seen: Seen<'_>, events: Events) {
        if events.ids.is_some() {
            self.waiting.push(events);
        } else {
            self.count(plan, seen, &events, &[]);
        }
    }

    fn count(&mut self, plan: &EventPlan, seen: Seen<'_>, events: &Events, dropped: &[bool]) {
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

    #[expect(clippy::inline_always, reason = "what an amount is, is known where it is written down")]
    #[inline(always)]
    fn add(&mut self, other: usize, amount: Amount) {
        self.add(other, amount);
    }
}
