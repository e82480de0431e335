//! What all calls of a service share: what answers them, who may call, and how many are answered at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use super::figures::Figures;
use super::reply::Service;
use crate::token::Token;

/// What a service takes at most.
#[derive(Copy, Clone, Debug)]
pub struct Bounds {
    /// Bytes of a call; of a call of lines, of one line.
    pub body: u64,
    /// Calls that are answered at once; others are told to come again.
    pub calls: usize,
    /// How long a connection may take to send the headers of its next call.
    pub headers: Duration,
    /// How long the body of a call may take to come.
    pub wait: Duration,
    /// How long calls under way may still take once the service is told to stop.
    pub grace: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            body: 8 << 20,
            calls: 256,
            headers: Duration::from_secs(10),
            wait: Duration::from_secs(30),
            grace: Duration::from_secs(10),
        }
    }
}

/// What all calls share.
pub(super) struct Shared {
    pub(super) service: Box<dyn Service>,
    pub(super) token: Option<Token>,
    pub(super) bounds: Bounds,
    /// How many calls are being answered.
    pub(super) under_way: AtomicUsize,
    pub(super) is_stopping: AtomicBool,
    pub(super) figures: Figures,
    pub(super) port: u16,
}

impl Shared {
    /// A place among the calls that are answered at once.
    pub(super) fn claim(self: Arc<Self>) -> Result<Place, ()> {
        // Whoever finds none leaves what it took by dropping it.
        let before = self.under_way.fetch_add(1, Ordering::Relaxed);
        let place = Place(self);
        if before < place.0.bounds.calls { Ok(place) } else { Err(()) }
    }
}

/// Held while a call is answered.
pub(super) struct Place(Arc<Shared>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}
