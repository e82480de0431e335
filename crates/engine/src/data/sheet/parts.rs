//! How much the parts of a workbook unpack to, before any is read: a few megabytes of blanks can fill all memory. In: the
//! workbook's bytes; out: nothing, or which part is too large. The size that a part states can be relied on: readers
//! stop there, and call the file damaged.

use std::borrow::Cow;
use std::io::Cursor;

use zip::ZipArchive;

use super::claims::Wrong;
use leadrules_language::words::say;

/// What a part may unpack to, whatever its size in the file: 64 MiB.
const FREE: u64 = 64 << 20;

/// Beyond that, it may unpack to this many times its size: sheets unpack to 5 to 60 times theirs, a part made to fill
/// memory to 1,000 times.
const TIMES: u64 = 250;

/// Looks at each part that readers unpack. What is not an archive, or is damaged, is left to them.
pub(super) fn check(bytes: &[u8]) -> Result<(), Wrong> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index_raw(at) else { continue };
        let Ok(name) = part.name().map(Cow::into_owned) else { continue };
        let allowed = FREE.max(part.compressed_size().saturating_mul(TIMES));
        if is_read(&name) && part.size() > allowed {
            return Err(Wrong::Large(say!(
                "its part `{name}` unpacks to {size} MB, hundreds of times what it takes in the file, as no sheet does; if it is \
                 what you want to read, save it as .csv",
                name,
                size = (part.size() >> 20).to_string()
            )));
        }
    }
    Ok(())
}

/// Whether a part holds cells, texts or information about them, rather than a picture.
fn is_read(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xml", ".bin", ".rels"].iter().any(|ending| name.ends_with(ending))
}
