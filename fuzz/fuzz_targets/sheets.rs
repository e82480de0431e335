//! Any bytes as a spreadsheet: the whole run ends, with a result or one error. What starts like an archive or an old
//! workbook is taken as it is; other bytes are the parts of an archive, each after a line `=== NAME`, and are packed
//! here, so that the fuzzer changes the contents of the parts.
#![no_main]

use std::io::{Cursor, Write as _};

use leadrules_engine::data::Format;
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

mod files;

/// What comes before the name of each part.
const MARK: &[u8] = b"\n=== ";

fn packed(parts: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut rest = parts;
    while let Some(at) = memchr::memmem::find(rest, MARK) {
        let part = &rest[at + MARK.len()..];
        let name = memchr::memchr(b'\n', part)?;
        rest = &part[name..];
        let end = memchr::memmem::find(rest, MARK).unwrap_or(rest.len());
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(std::str::from_utf8(&part[..name]).ok()?, options).ok()?;
        archive.write_all(&rest[1.min(end)..end]).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        files::run(Format::Sheet, bytes);
    } else if let Some(archive) = packed(bytes) {
        files::run(Format::Sheet, &archive);
    }
});
