//! How long a connection may let a service wait for the headers of its next call, or its first. In: when it is busy; out: when it has
//! been waited for too long. No timer is set for a call: one for each connection is looked at now and then.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::time::sleep;

/// Since when a connection is waited for.
pub(super) struct Patience {
    began: Instant,
    /// Milliseconds after it began; [`BUSY`] while a call is being answered.
    since: AtomicU64,
}

/// A call is being answered.
const BUSY: u64 = u64::MAX;

/// Held while a call is being answered.
pub(super) struct Busy(Arc<Patience>);

impl Patience {
    /// A connection that was just made, and is waited for.
    #[expect(clippy::disallowed_methods, reason = "how long a connection is waited for changes no answer")]
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self { began: Instant::now(), since: AtomicU64::new(0) })
    }

    /// The headers of a call are there.
    pub(super) fn busy(self: &Arc<Self>) -> Busy {
        self.since.store(BUSY, Ordering::Relaxed);
        Busy(Arc::clone(self))
    }

    /// Ready once it was waited for so long without a pause.
    pub(super) async fn at_end(&self, most: Duration) {
        let mut left = most;
        loop {
            sleep(left).await;
            left = match self.since.load(Ordering::Relaxed) {
                BUSY => most,
                since => most.saturating_sub(self.began.elapsed().saturating_sub(Duration::from_millis(since))),
            };
            if left.is_zero() {
                return;
            }
        }
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        let now = u64::try_from(self.0.began.elapsed().as_millis()).unwrap_or(0);
        self.0.since.store(now, Ordering::Relaxed);
    }
}
