//! Texts that should be UTF-8. In: bytes; out: a text, and the lines whose bytes are not. This module also knows what
//! may be in a text without meaning: blanks, and end-of-file marks.

use memchr::memchr_iter;

use super::report::{Counted, Place, shorten};

/// A block as UTF-8; bytes that are not are read as Windows-1252, which is what they are in practice.
pub(super) fn to_utf8(block: Vec<u8>) -> (String, Counted) {
    let mut odd = Counted::default();
    let block = match String::from_utf8(block) {
        Ok(text) => return (text, odd),
        Err(error) => error.into_bytes(),
    };
    let (mut text, mut line, mut last) = (String::with_capacity(block.len() + 64), 1, 0);
    // Where the examples are, to be shown with what surrounds them.
    let mut shown = Vec::new();
    for chunk in block.utf8_chunks() {
        line += memchr_iter(b'\n', chunk.valid().as_bytes()).count() as u64;
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            if line != last {
                odd.add(Place { row: 0, line }, String::new);
                shown.extend((shown.len() < odd.examples.len()).then_some(text.len()));
                last = line;
            }
            text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    for ((_, example), at) in odd.examples.iter_mut().zip(shown) {
        const MARKS: [char; 7] = [',', ';', '\t', '|', '"', '\n', '\r'];
        let (before, after) = text.split_at(at);
        let from = before.rfind(MARKS).map_or(0, |mark| mark + 1);
        let to = at + after.find(MARKS).unwrap_or(after.len());
        *example = shorten(text[from..to].trim());
    }
    (text, odd)
}

/// Whether there is nothing here but blanks and control characters.
pub(super) fn is_blank(text: &[u8]) -> bool {
    text.iter().all(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control())
}

/// A text without the end-of-file mark of DOS, and without the zero bytes that fill its last block.
pub(super) fn before_end_marks(text: &str) -> &str {
    text.trim_end_matches(['\x1a', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_bytes_are_windows_1252() {
        let (text, odd) = to_utf8(b"caf\xc3\xa9\ncaf\xe9 \x80\n".to_vec());
        assert_eq!(text, "café\ncafé €\n");
        assert_eq!((odd.count, odd.examples[0].0.line), (1, 2));
    }
}
