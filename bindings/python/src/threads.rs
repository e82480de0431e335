//! The threads that score, and what happens meanwhile. In: work; out: what it made. Ctrl-C ends it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// How often Python is asked whether somebody has pressed Ctrl-C.
const ASKED: Duration = Duration::from_millis(50);

/// The threads of this process: one that was forked from another has none of the other's.
fn pool() -> PyResult<Arc<ThreadPool>> {
    static POOL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);
    let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
    let process = std::process::id();
    if let Some((of, threads)) = &*pool
        && *of == process
    {
        return Ok(Arc::clone(threads));
    }
    let threads = ThreadPoolBuilder::new().build().map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    let threads = Arc::new(threads);
    // The end of threads that are not here would never come.
    std::mem::forget(pool.replace((process, Arc::clone(&threads))));
    Ok(threads)
}

/// Does something without holding Python's lock. `work` is told when it should end; then what Python raised is returned.
pub fn detached<T: Send>(py: Python<'_>, work: impl FnOnce(&AtomicBool) -> T + Send) -> PyResult<T> {
    let pool = pool()?;
    let is_over = AtomicBool::new(false);
    py.detach(|| {
        std::thread::scope(|scope| {
            let (say, done) = channel();
            let is_over = &is_over;
            let worker = scope.spawn(move || {
                let made = pool.install(|| work(is_over));
                // Nobody listens any more if Python raised something.
                let _ = say.send(made);
            });
            loop {
                match done.recv_timeout(ASKED) {
                    Ok(made) => return Ok(made),
                    Err(RecvTimeoutError::Timeout) => {
                        if let Err(raised) = Python::attach(signals) {
                            is_over.store(true, Ordering::Relaxed);
                            return Err(raised);
                        }
                    }
                    Err(RecvTimeoutError::Disconnected) => {
                        let _ = worker.join();
                        return Err(PyRuntimeError::new_err("scoring has failed; this is a mistake of leadrules"));
                    }
                }
            }
        })
    })
}

/// What Python raises now: `KeyboardInterrupt` after Ctrl-C.
fn signals(py: Python<'_>) -> PyResult<()> {
    py.check_signals()
}
