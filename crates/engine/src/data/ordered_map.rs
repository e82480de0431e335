//! An ordered parallel map: each thread takes the next part and carries it through, without waiting for the others. In: the
//! parts, one after another; out: what was made of each, in order.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many results per thread may wait for their turn.
const AHEAD: usize = 8;

/// Results that wait for their turn, by the number of their part.
struct Line<'t, T> {
    next: usize,
    waiting: BTreeMap<usize, T>,
    sink: &'t mut (dyn FnMut(T) -> ControlFlow<()> + Send),
}

/// Works on each part and hands the result to `sink`, until there are no more parts or `sink` wants no more.
pub(super) fn ordered_map<P: Send, T: Send>(
    next: &mut (dyn FnMut() -> Option<P> + Send),
    work: &(impl Fn(P) -> T + Sync),
    sink: &mut (dyn FnMut(T) -> ControlFlow<()> + Send),
) {
    // A part alone is worked on here: to wake the other threads would take longer.
    let Some(first) = next() else { return };
    let Some(second) = next() else {
        let _ = sink(work(first));
        return;
    };
    let mut known = [first, second].into_iter();
    let mut next = || known.next().or_else(&mut *next);
    let threads = rayon::current_num_threads();
    let parts = Mutex::new((0, &mut next));
    let line = Mutex::new(Line { next: 0, waiting: BTreeMap::new(), sink });
    let (moved, stopped) = (Condvar::new(), AtomicBool::new(false));
    let carry = || {
        let _others = OnPanic(|| {
            // With the lock held, so that no thread is between checking and waiting.
            let _line = lock(&line);
            stopped.store(true, Ordering::Relaxed);
            moved.notify_all();
        });
        while !stopped.load(Ordering::Relaxed) {
            let (number, part) = {
                let (handed_out, next) = &mut *lock(&parts);
                let Some(part) = next() else { return };
                *handed_out += 1;
                (*handed_out - 1, part)
            };
            let made = work(part);
            let mut line = lock(&line);
            line.waiting.insert(number, made);
            while !stopped.load(Ordering::Relaxed)
                && let Some(made) = line.take_next()
            {
                if (line.sink)(made).is_break() {
                    stopped.store(true, Ordering::Relaxed);
                }
            }
            moved.notify_all();
            // Whoever has the part that all are waiting for has handed it on before getting here.
            while line.waiting.len() > AHEAD * threads && !stopped.load(Ordering::Relaxed) {
                line = moved.wait(line).unwrap_or_else(PoisonError::into_inner);
            }
        }
    };
    rayon::broadcast(|_| carry());
}

impl<T> Line<'_, T> {
    fn take_next(&mut self) -> Option<T> {
        let made = self.waiting.remove(&self.next)?;
        self.next += 1;
        Some(made)
    }
}

/// What is done if a thread panics, so that no other waits for it.
struct OnPanic<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnPanic<F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            (self.0)();
        }
    }
}

/// If a thread panics, the run ends, whatever state the others find.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_of(parts: usize, threads: usize, most: usize) -> Vec<usize> {
        let mut made = Vec::new();
        let mut left = 0..parts;
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let slow = |part: usize| {
                if part == 1 {
                    std::thread::sleep(std::time::Duration::from_millis(30));
                }
                part * 2
            };
            let mut take = |one: usize| {
                made.push(one);
                if made.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            ordered_map(&mut || left.next(), &slow, &mut take);
        });
        made
    }

    #[test]
    fn what_is_made_comes_in_the_order_of_the_parts() {
        let wanted: Vec<usize> = (0..200).map(|part| part * 2).collect();
        for threads in 1..5 {
            assert_eq!(made_of(200, threads, usize::MAX), wanted, "{threads} threads");
            assert_eq!(made_of(200, threads, 50), wanted[..50], "{threads} threads");
            assert!(made_of(0, threads, usize::MAX).is_empty());
        }
    }

    #[test]
    #[should_panic(expected = "part 7")]
    fn a_panic_comes_out() {
        let mut left = 0..1000;
        let make = |part: i32| assert!(part != 7, "part {part}");
        ordered_map(&mut || left.next(), &make, &mut |()| ControlFlow::Continue(()));
    }
}
