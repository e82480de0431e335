//! In which language texts are written into documents: English for programs, the reader's language for a page that shows them.

use std::cell::Cell;

use super::Locale;

thread_local! {
    static LOCALE: Cell<Locale> = const { Cell::new(Locale::English) };
}

/// The language that was before, once something is written.
struct Before(Locale);

impl Drop for Before {
    fn drop(&mut self) {
        LOCALE.set(self.0);
    }
}

/// Serializes texts in this language, on this thread; without it they are in English.
pub fn written_in<R>(locale: Locale, write: impl FnOnce() -> R) -> R {
    let _before = Before(LOCALE.replace(locale));
    write()
}

/// The language of what is serialized now.
pub(super) fn locale() -> Locale {
    LOCALE.get()
}
