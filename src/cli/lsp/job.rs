//! Work beside the conversation. In: something to be worked out; out: what came of it, once it is there. Whoever does the work asks
//! whether somebody still waits for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// Proofs go deep into conditions.
const STACK: usize = 32 << 20;

/// Work on a thread of its own, and what it was asked.
pub(super) struct Job<Asked, Answer> {
    pub asked: Asked,
    thread: JoinHandle<Answer>,
    is_over: Arc<AtomicBool>,
}

impl<Asked: Clone + Send + 'static, Answer: Send + 'static> Job<Asked, Answer> {
    /// Begins; `None` if the system has no thread left.
    pub(super) fn start(
        asked: Asked,
        work: impl FnOnce(Asked, &(dyn Fn() -> bool + Sync)) -> Answer + Send + 'static,
    ) -> Option<Self> {
        let is_over = Arc::new(AtomicBool::new(false));
        let (given, told) = (asked.clone(), Arc::clone(&is_over));
        let run = move || work(given, &|| !told.load(Ordering::Relaxed));
        let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).ok()?;
        Some(Self { asked, thread, is_over })
    }

    /// Nobody waits for it any more.
    pub(super) fn stop(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    /// What came of it, if it is there; `None` in it if the work failed.
    pub(super) fn taken(job: &mut Option<Self>) -> Option<(Asked, Option<Answer>)> {
        let Self { asked, thread, .. } = job.take_if(|job| job.thread.is_finished())?;
        Some((asked, thread.join().ok()))
    }
}
