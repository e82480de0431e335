//! Prints what each piece of rule files is, as the parser reads it, for the tests of the grammars of editors
//! (`tests/editors`): after `words` the words of the language, reserved ones marked, then for each file its path and a line
//! for each piece: first byte, byte after the last, kind.

use std::io::{self, BufWriter, Write as _};

use leadrules_language::keyword;
use leadrules_language::parse::tokens::tokens;
use leadrules_language::source::FileId;

#[expect(clippy::disallowed_methods, reason = "a tool of the tests opens its files itself")]
fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(out, "words")?;
    for word in keyword::all() {
        writeln!(out, "{word}{}", if keyword::is_reserved(word) { " reserved" } else { "" })?;
    }
    for path in std::env::args().skip(1) {
        let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        writeln!(out, "file {path}")?;
        for (span, token) in tokens(&text, FileId::default()) {
            writeln!(out, "{} {} {token:?}", span.start, span.end)?;
        }
    }
    Ok(())
}
