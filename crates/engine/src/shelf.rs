//! Batches of leads that were read, to be looked at again and again. In: batches, each with what its leads did; out: the same
//! batches. A few stay in memory; all others wait in a file without a name, and come back when they are asked for. Where no such
//! file can be written, all of them stay in memory.

mod columns;
mod filling;
mod spool;

use std::io;
use std::sync::Arc;

use crate::columns::Leads;
use columns::Outline;
use spool::Slot;

pub use filling::Filling;

/// Batches that were read. A clone has the same ones.
#[derive(Clone, Debug)]
pub struct Shelf {
    places: Arc<[Place]>,
}

/// Where a batch is.
#[derive(Debug)]
struct Place {
    rows: usize,
    has_events: bool,
    /// With what they did, if that was not written.
    leads: Half<Arc<Leads>, (Slot, Outline)>,
    events: Option<Slot>,
}

/// In memory, or written.
#[derive(Debug)]
enum Half<Here, Away> {
    Here(Here),
    Away(Away),
}

impl From<Vec<Leads>> for Shelf {
    /// All of them in memory.
    fn from(batches: Vec<Leads>) -> Self {
        let place = |leads: Leads| Place {
            rows: leads.rows,
            has_events: leads.events.is_some(),
            leads: Half::Here(Arc::new(leads)),
            events: None,
        };
        Self { places: batches.into_iter().map(place).collect() }
    }
}

impl Shelf {
    /// How many batches there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How many leads each batch has.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|place| place.rows)
    }

    /// Whether it is known of any batch what its leads did.
    #[must_use]
    pub fn has_events(&self) -> bool {
        self.places.iter().any(|place| place.has_events)
    }

    /// A batch, with what its leads did.
    ///
    /// # Errors
    /// If what was written can't be read back.
    ///
    /// # Panics
    /// If there is no such batch.
    pub fn batch(&self, at: usize) -> io::Result<Arc<Leads>> {
        let leads = self.leads(at)?;
        let Some(slot) = &self.places[at].events else { return Ok(leads) };
        let events = columns::events(&slot.read()?);
        Ok(Arc::new(Leads { events: Some(events), ..Arc::unwrap_or_clone(leads) }))
    }

    /// A batch of which it is not asked what its leads did.
    ///
    /// # Errors
    /// If what was written can't be read back.
    ///
    /// # Panics
    /// If there is no such batch.
    pub fn leads(&self, at: usize) -> io::Result<Arc<Leads>> {
        match &self.places[at].leads {
            Half::Here(leads) => Ok(Arc::clone(leads)),
            Half::Away((slot, outline)) => Ok(Arc::new(columns::leads(&slot.read()?, *outline))),
        }
    }

    /// All batches, with what their leads did.
    pub fn iter(&self) -> impl Iterator<Item = io::Result<Arc<Leads>>> {
        (0..self.len()).map(|at| self.batch(at))
    }
}

#[cfg(test)]
mod tests;
