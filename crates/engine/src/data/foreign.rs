//! Readers by others, kept at arm's length: if a damaged file makes them fail, that is an error, even if they panic.
//! In: a call that reads; out: its result. Nothing is read here.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::input::Error;
use leadrules_language::words::Text;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is in a reader whose panics become errors, so that nothing need be said about them.
#[must_use]
pub fn panics_are_errors() -> bool {
    GUARDED.get()
}

/// Reads; a panic becomes an error that says `what` is wrong with the file.
pub(super) fn guarded<T>(path: &str, what: Text, read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let before = GUARDED.replace(true);
    // What a reader leaves half done is dropped with it.
    let done = catch_unwind(AssertUnwindSafe(read));
    GUARDED.set(before);
    done.unwrap_or_else(|panic| Err(Error { cause: Some(said(panic.as_ref()).into()), ..Error::new(path, what) }))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("its reader gave up").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let failed = guarded::<()>("x.xlsx", Text::verbatim("it is damaged"), || panic!("length {}", 7)).unwrap_err();
        assert_eq!(failed.to_string(), "x.xlsx: it is damaged");
        assert_eq!(failed.cause.unwrap().to_string(), "length 7");
        assert!(guarded("x.xlsx", Text::verbatim("it is damaged"), || Ok(panics_are_errors())).unwrap());
        assert!(!panics_are_errors());
    }
}
