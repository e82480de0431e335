//! Files that are not tables, whatever they are called: documents, pictures, archives, web pages. In: the first bytes,
//! unpacked; out: what a person calls such a file.

use leadrules_language::words::{Text, say};

/// What to do about such a file.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It can be read under its right name.
    Rename,
    /// The table is in it.
    Unpack,
    /// The table is elsewhere.
    Export,
}

/// How files begin, what to do about them, and what they are.
type Mark = (&'static [u8], Way, fn() -> Text);

const MARKS: [Mark; 27] = [
    (b"%PDF-", Way::Export, || say!("a PDF")),
    (b"\x89PNG\r\n", Way::Export, || say!("a picture (PNG)")),
    (b"\xff\xd8\xff", Way::Export, || say!("a picture (JPEG)")),
    (b"GIF87a", Way::Export, || say!("a picture (GIF)")),
    (b"GIF89a", Way::Export, || say!("a picture (GIF)")),
    (b"II*\0", Way::Export, || say!("a picture (TIFF)")),
    (b"MM\0*", Way::Export, || say!("a picture (TIFF)")),
    (b"\x1f\x8b", Way::Unpack, || say!("packed twice (gzip)")),
    (b"\x28\xb5\x2f\xfd", Way::Unpack, || say!("packed twice (Zstandard)")),
    (b"\xfd7zXZ\0", Way::Unpack, || say!("packed (xz)")),
    (b"7z\xbc\xaf\x27\x1c", Way::Unpack, || say!("packed (7-Zip)")),
    (b"Rar!\x1a\x07", Way::Unpack, || say!("packed (RAR)")),
    (b"\x04\x22\x4d\x18", Way::Unpack, || say!("packed (LZ4)")),
    (b"{\\rtf", Way::Export, || say!("a text document (RTF)")),
    (b"SQLite format 3\0", Way::Export, || say!("a database (SQLite)")),
    (b"\x7fELF", Way::Export, || say!("a program")),
    (b"MZ\x90\0", Way::Export, || say!("a program")),
    (b"Obj\x01", Way::Export, || say!("an Avro file")),
    (b"ORC\x0a", Way::Export, || say!("an ORC file")),
    (b"ARROW1\0\0", Way::Export, || say!("an Arrow file")),
    (b"FEA1\0", Way::Export, || say!("a Feather file")),
    (b"PE\0\0", Way::Export, || say!("a program")),
    (b"\xca\xfe\xba\xbe", Way::Export, || say!("a program")),
    (b"OggS\0", Way::Export, || say!("a recording")),
    (b"ID3\x03", Way::Export, || say!("a recording")),
    (b"ID3\x04", Way::Export, || say!("a recording")),
    (b"%!PS", Way::Export, || say!("a PostScript document")),
];

/// How web pages begin, after blanks and a byte order mark, in any case.
const PAGES: [&str; 8] = ["<!doctype html", "<html", "<head", "<body", "<table", "<script", "<!--", "<meta"];

/// What the file is, if it is known by its first bytes.
pub(super) fn said(head: &[u8]) -> Option<(Way, Text)> {
    if let Some((_, way, said)) = MARKS.iter().find(|(mark, ..)| head.starts_with(mark)) {
        return Some((*way, said()));
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |mark: &str| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()));
    if PAGES.iter().any(|mark| begins(mark)) {
        return Some((Way::Export, say!("a page of the web (HTML)")));
    }
    if begins("<?xml") || begins("<svg") {
        return Some((Way::Export, say!("an XML file")));
    }
    let is_riff = head.starts_with(b"RIFF") && matches!(head.get(8..12), Some(b"WEBP" | b"WAVE" | b"AVI "));
    if is_riff {
        return Some((Way::Export, say!("a picture or a recording")));
    }
    if head.starts_with(b"BZh") && head.get(4..10) == Some(b"1AY&SY") {
        return Some((Way::Unpack, say!("packed (bzip2)")));
    }
    // `ustar` may also be part of a word (`custard`), and `ftyp` of a header: an archive has zeros after its first name, and a
    // film's first bytes are a size.
    if head.get(257..262) == Some(b"ustar") && head[..257].contains(&0) && matches!(head.get(262), Some(0 | b' ')) {
        return Some((Way::Unpack, say!("an archive (tar)")));
    }
    if head.get(4..8) == Some(b"ftyp") && head[0] == 0 {
        return Some((Way::Export, say!("a film or a picture")));
    }
    document(head).map(|said| (Way::Export, said))
}

/// Documents in the same packaging as spreadsheets.
fn document(head: &[u8]) -> Option<Text> {
    let holds = |mark: &[u8]| memchr::memmem::find(head, mark).is_some();
    if !head.starts_with(b"PK\x03\x04") || holds(b"xl/") || holds(b"spreadsheet") {
        None
    } else if holds(b"word/document") || holds(b"opendocument.text") {
        Some(say!("a text document (.docx or .odt)"))
    } else {
        holds(b"ppt/presentation").then(|| say!("a presentation (.pptx)"))
    }
}

/// What a file that begins like a ZIP archive or an old Office file is, although it is named as text.
pub(super) fn packed(head: &[u8]) -> (Way, Text) {
    let holds = |mark: &[u8]| memchr::memmem::find(head, mark).is_some();
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        (Way::Rename, say!("an old Office file (.xls or .doc)"))
    } else if holds(b"xl/") || holds(b"[Content_Types].xml") || holds(b"opendocument.spreadsheet") {
        (Way::Rename, say!("a spreadsheet"))
    } else {
        (Way::Unpack, say!("a ZIP archive or a spreadsheet"))
    }
}

/// No text has this percentage of control characters among its bytes.
const CONTROLS: usize = 3;

/// Whether bytes that are neither marked as UTF-16 nor said to be in some encoding are not text at all.
pub(super) fn is_no_text(head: &[u8]) -> bool {
    let count = |is: fn(u8) -> bool| head.iter().filter(|&&byte| is(byte)).count();
    let zeros = count(|byte| byte == 0);
    if zeros * 10 > head.len() * 3 {
        return true;
    }
    // A character may be cut off by the end of the head.
    let is_utf8 = std::str::from_utf8(head).err().is_none_or(|error| error.error_len().is_none());
    let controls = count(|byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a));
    !is_utf8 && controls >= 3 && controls * 100 > head.len() * CONTROLS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_beginning() {
        let said = |head: &[u8]| said(head).map(|(_, said)| said.to_string());
        let is = |what: &str| Some(what.to_owned());
        assert_eq!(said(b"%PDF-1.7\n"), is("a PDF"));
        assert_eq!(said(b"\xef\xbb\xbf\n <!DOCTYPE HTML>"), is("a page of the web (HTML)"));
        assert_eq!(said(b"id,name\n1,%PDF-1.7"), None);
        assert_eq!(said(b"ORC,BM,MZ\n1,2,3"), None);
        assert_eq!(said(b"fee,ftyp,n\n1,2,3"), None);
        assert_eq!(said(b"\0\0\0\x20ftypisom\0\0\x02\0"), is("a film or a picture"));
        assert_eq!(said(b"FEA1,FEA2\n1,2"), None);
        let cake = format!("{:C<257}ustard\n", "id,name\n1,");
        assert_eq!((cake.as_bytes().get(257..262), said(cake.as_bytes())), (Some(&b"ustar"[..]), None));
        let mut archive = [0; 512];
        archive[..9].copy_from_slice(b"leads.csv");
        archive[257..263].copy_from_slice(b"ustar\0");
        assert_eq!(said(&archive), is("an archive (tar)"));
        assert_eq!(said(b"PK\x03\x04.....word/document.xml"), is("a text document (.docx or .odt)"));
    }

    #[test]
    fn noise_is_no_text_and_odd_texts_are() {
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(4096)
        .collect();
        assert!(is_no_text(&noise) && is_no_text(&noise[..100]) && is_no_text(&[0; 64]));
        assert!(!is_no_text(b"id,name\n1,\x1b]0;x\x07\x1b[31m\x7f\x01\x02\n"));
        assert!(!is_no_text(b"id,name\n1,Caf\xe9\n2,\0\n"));
        assert!(!is_no_text("é".repeat(9).as_bytes().split_last().unwrap().1));
    }
}
