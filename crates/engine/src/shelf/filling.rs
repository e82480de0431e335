//! A shelf that is being filled. In: batches of leads, then, in any number of parts, what each of them did; out: the shelf.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use arrow_array::RecordBatch;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::columns::{self, Outline};
use super::spool::{Slot, Spool};
use super::{Half, Place, Shelf};
use crate::columns::{EventLeads, Events, Leads, Picked};

/// So many bytes of leads stay in memory, and as many of what they did; what is beyond them is written.
const ROOM: usize = 4 << 20;

/// About so many bytes an event takes.
const BYTES_OF_EVENT: usize = 32;

/// Batches that wait for what they did.
#[derive(Debug)]
pub struct Filling {
    room: usize,
    /// How much of it is left for leads, and for what they did.
    left: [usize; 2],
    /// Where the others wait.
    spool: Lazy,
    /// Where parts of what they did wait until all are there.
    parts: Lazy,
    batches: Vec<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    rows: usize,
    leads: Half<Leads, (Slot, Outline)>,
    /// What was nested in them.
    nested: Option<Half<Events, Slot>>,
    /// What else they did, in its order.
    parts: Vec<Half<Events, Slot>>,
}

impl Default for Filling {
    fn default() -> Self {
        Self::within(ROOM)
    }
}

impl Filling {
    /// A shelf that keeps at most so many bytes of leads in memory, and as many of what they did.
    #[must_use]
    pub fn within(room: usize) -> Self {
        Self { room, left: [room; 2], spool: Lazy::default(), parts: Lazy::default(), batches: Vec::new() }
    }

    /// So many events may wait, at most, until what each lead did is taken in.
    #[must_use]
    pub fn part(&self) -> usize {
        self.room / BYTES_OF_EVENT
    }

    /// Takes in a batch, with what is nested in it.
    pub fn add(&mut self, mut leads: Leads) {
        let (rows, nested) = (leads.rows, leads.events.take());
        let stays = fits(&mut self.left[0], columns::bytes_of_leads(&leads));
        let written = || {
            let (batch, outline) = columns::of_leads(&leads)?;
            Some((self.spool.write(&batch)?, outline))
        };
        let leads = if stays { None } else { written() }.map_or_else(|| Half::Here(leads), Half::Away);
        let nested = nested.map(|events| half(events, &mut self.left[1], &self.spool));
        self.batches.push(Waiting { rows, leads, nested, parts: Vec::new() });
    }

    /// Takes in more of what the leads of a batch did.
    ///
    /// # Panics
    /// If there is no such batch.
    pub fn add_events(&mut self, batch: usize, events: Events) {
        self.batches[batch].parts.push(half(events, &mut self.left[1], &self.parts));
    }

    /// Puts together what was taken in; `nothing` is what a batch of which nothing was said did, if it is known what leads did.
    ///
    /// # Errors
    /// If what was written can't be read back.
    pub fn finish(self, nothing: Option<&Events>) -> io::Result<Shelf> {
        let Self { room, spool, batches, .. } = self;
        let left = AtomicUsize::new(room);
        let place = |waiting: Waiting| waiting.placed(&spool, nothing, &left);
        let places: Vec<Place> = batches.into_par_iter().map(place).collect::<io::Result<_>>()?;
        Ok(Shelf { places: places.into() })
    }
}

/// A file, made when it is asked for.
#[derive(Debug, Default)]
struct Lazy(OnceLock<Option<Arc<Spool>>>);

impl Lazy {
    /// Where a batch of columns is written; `None` if it can't be, so that it has to stay in memory.
    fn write(&self, batch: &RecordBatch) -> Option<Slot> {
        self.0.get_or_init(|| Spool::new().ok().map(Arc::new)).as_ref()?.write(batch).ok()
    }
}

impl Waiting {
    fn placed(self, spool: &Lazy, nothing: Option<&Events>, room: &AtomicUsize) -> io::Result<Place> {
        let Self { rows, leads, nested, parts } = self;
        let events = if parts.is_empty() {
            nested.or_else(|| nothing.cloned().map(Half::Here))
        } else {
            let nested = nested.into_iter();
            Some(Half::Here(together(nested.chain(parts).map(events).collect::<io::Result<Vec<Events>>>()?)))
        };
        let has_events = events.is_some();
        let fits = |events: &Events| {
            let take = |left: usize| left.checked_sub(columns::bytes_of_events(events));
            room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok()
        };
        let (leads, events) = match (leads, events) {
            (leads, None) => (leads, None),
            (leads, Some(Half::Away(slot))) => (leads, Some(slot)),
            (Half::Here(leads), Some(Half::Here(events))) if fits(&events) => (with(leads, events), None),
            (leads, Some(Half::Here(events))) => {
                match columns::of_events(&events).and_then(|batch| spool.write(&batch)) {
                    Some(slot) => (leads, Some(slot)),
                    None => (with(here(leads)?, events), None),
                }
            }
        };
        let leads = match leads {
            Half::Here(leads) => Half::Here(Arc::new(leads)),
            Half::Away(away) => Half::Away(away),
        };
        Ok(Place { rows, has_events, leads, events })
    }
}

/// What leads did, in memory while there is room.
fn half(events: Events, room: &mut usize, spool: &Lazy) -> Half<Events, Slot> {
    let stays = fits(room, columns::bytes_of_events(&events));
    let written = || columns::of_events(&events).and_then(|batch| spool.write(&batch));
    if stays { None } else { written() }.map_or_else(|| Half::Here(events), Half::Away)
}

fn here(leads: Half<Leads, (Slot, Outline)>) -> io::Result<Leads> {
    match leads {
        Half::Here(leads) => Ok(leads),
        Half::Away((slot, outline)) => Ok(columns::leads(&slot.read()?, outline)),
    }
}

fn events(events: Half<Events, Slot>) -> io::Result<Events> {
    match events {
        Half::Here(events) => Ok(events),
        Half::Away(slot) => Ok(columns::events(&slot.read()?)),
    }
}

fn with<Away>(leads: Leads, events: Events) -> Half<Leads, Away> {
    Half::Here(Leads { events: Some(events), ..leads })
}

/// Takes so many bytes of a room, if it has them.
fn fits(room: &mut usize, bytes: usize) -> bool {
    let left = room.checked_sub(bytes);
    *room = left.unwrap_or(*room);
    left.is_some()
}

/// Several parts of what the leads of a batch did, one behind the other.
fn together(mut parts: Vec<Events>) -> Events {
    if parts.len() == 1 {
        return parts.swap_remove(0);
    }
    let rows = |part: &Events| match &part.leads {
        EventLeads::Rows(rows) => rows.clone(),
        EventLeads::Keys(_) | EventLeads::Views(_) => {
            unreachable!("events nested in leads are told apart by their rows")
        }
    };
    let picked: Vec<Picked> =
        parts.iter().enumerate().flat_map(|(at, part)| (0..part.rows).map(move |row| (at, row))).collect();
    Events::gather(&parts, &picked, parts.iter().flat_map(rows).collect())
}
