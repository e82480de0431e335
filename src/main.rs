//! The command line: in go arguments and files; out come texts, files and an exit code. What a lead is worth is decided
//! in the library, through its public API alone.

mod cli;
mod standard_output;

fn main() -> std::process::ExitCode {
    keep_memory();
    cli::main()
}

/// Lets the allocator keep what is freed. Batches come and go, and returning the pages of each to the system, only to
/// take them again for the next one, would cost more than reading some formats does.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn keep_memory() {
    /// What is larger than this is returned at once; the greatest value that is allowed.
    const LARGE: libc::c_int = 32 << 20;
    /// How much is taken from the system at a time.
    const STEP: libc::c_int = 4 << 20;
    // SAFETY: it sets numbers of the allocator before there is a second thread; it does not matter whether the
    // allocator accepts them.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
        libc::mallopt(libc::M_TRIM_THRESHOLD, libc::c_int::MAX);
        libc::mallopt(libc::M_TOP_PAD, STEP);
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn keep_memory() {}
