//! Memory that will soon be written to, asked for ahead. In: a list and a place in it; out: nothing but time, since the processor does
//! not wait for it then. Many lists that grow by turns need this: their ends are too many, and too far apart, to be kept at hand.

/// Asks for the memory of the element `at`, which may lie beyond what the list holds, and beyond what it has room for.
#[inline]
pub fn will_write<T>(list: &[T], at: usize) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: it is a hint, which reads and writes nothing, whatever the place is, and whatever instructions the processor has.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_ET0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_ET0>(list.as_ptr().wrapping_add(at).cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (list, at);
}
