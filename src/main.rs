//! The program: what it does is in the library's `cli`, so that it can be carried by others, too.

// Batches come and go on all threads, and taking the memory of each anew from the system would cost more than reading some formats does.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    leadrules::program(std::env::args_os()).into()
}
