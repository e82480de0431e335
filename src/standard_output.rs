//! Whether there was a standard output when the program began. Before `main`, Rust puts something in place of a closed
//! one, so that afterwards nobody can tell, and what is written is lost without a word.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod look {
    use std::sync::atomic::{AtomicBool, Ordering};

    pub(super) static CLOSED: AtomicBool = AtomicBool::new(false);

    extern "C" fn look() {
        // SAFETY: it asks the system about a number and touches no memory; it needs nothing that is set up later.
        let flags = unsafe { libc::fcntl(libc::STDOUT_FILENO, libc::F_GETFD) };
        CLOSED.store(flags == -1, Ordering::Relaxed);
    }

    // SAFETY: the loader calls what is in this section before `main`, with the C calling convention, which `look` has.
    #[used]
    #[unsafe(link_section = ".init_array")]
    static BEFORE_MAIN: extern "C" fn() = look;
}

/// Whether standard output was closed from the start.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(crate) fn is_closed() -> bool {
    look::CLOSED.load(std::sync::atomic::Ordering::Relaxed)
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn is_closed() -> bool {
    false
}
