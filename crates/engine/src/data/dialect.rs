//! How a file is written: its format and, for CSV, the delimiter, the encoding and the line ends. In: its first bytes;
//! out: a [`Dialect`], which a summary shows and flags override.

use csv_core::{ReadRecordResult, ReaderBuilder};
use encoding_rs::Encoding;
use leadrules_language::words::{Text, say};

/// What a file can be.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Cells separated by a delimiter: `.csv`, `.tsv`, `.txt`
    #[default]
    Csv,
    /// One array of objects: `.json`
    Json,
    /// One object per line: `.ndjson`, `.jsonl`
    Ndjson,
    /// `.parquet`
    Parquet,
    /// A spreadsheet: `.xlsx`, `.xlsm`, `.xlsb`, `.xls`, `.ods`
    Sheet,
    /// Arrow record batches of a program that uses this library
    Arrow,
}

impl Format {
    /// The format that a file's extension stands for, ignoring `.gz` and `.zst`.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        match name.rsplit_once('.')?.1 {
            "csv" | "tsv" | "tab" | "txt" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            "parquet" | "pq" => Some(Self::Parquet),
            "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => Some(Self::Sheet),
            _ => None,
        }
    }

    /// The format with this name, as a flag gives it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            "parquet" => Some(Self::Parquet),
            "xlsx" | "xls" | "ods" | "excel" => Some(Self::Sheet),
            _ => None,
        }
    }

    /// The format that the first bytes (unpacked) look like.
    #[must_use]
    pub fn sniff(head: &[u8]) -> Self {
        if head.starts_with(b"PAR1") {
            return Self::Parquet;
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0") {
            return Self::Sheet;
        }
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        match text.first() {
            Some(b'[') => Self::Json,
            Some(b'{') => {
                // One whole object on the first line and another after it.
                let (first, rest) = text.split_at(memchr::memchr(b'\n', text).unwrap_or(text.len()));
                let whole = serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
                if whole && rest.trim_ascii_start().first().is_none_or(|&b| b == b'{') {
                    Self::Ndjson
                } else {
                    Self::Json
                }
            }
            _ => Self::Csv,
        }
    }
}

/// Where a header was found, if that is not the first row.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct HeaderAt {
    /// Its line in a text file, or its row in a sheet, from 1.
    pub row: u64,
    /// Whether everything above it is blank.
    pub under_blanks: bool,
}

impl HeaderAt {
    /// Where it was found.
    #[must_use]
    pub fn said(self) -> Text {
        let (row, above) = (self.row.to_string(), self.row - 1);
        if self.under_blanks {
            say!("the header was found in row {row}, under {above} blank {above|row|rows}", row, above)
        } else {
            say!("the header was found in row {row}, under {above} {above|row|rows} of titles", row, above)
        }
    }
}

/// How lines end.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineEnds {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`
    CrLf,
    /// `\r`
    Cr,
}

impl LineEnds {
    /// The last byte of a line's end.
    pub(super) fn last(self) -> u8 {
        match self {
            Self::Lf | Self::CrLf => b'\n',
            Self::Cr => b'\r',
        }
    }
}

/// How a file is packed.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    /// gzip
    Gzip,
    /// Zstandard
    Zstd,
}

/// How a file is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dialect {
    /// Its format.
    pub format: Format,
    /// How it is packed.
    pub packing: Option<Packing>,
    /// The delimiter between cells of CSV.
    pub delimiter: Option<u8>,
    /// The encoding of a text, by its usual name.
    pub encoding: Option<&'static str>,
    /// How lines of CSV end.
    pub line_ends: Option<LineEnds>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The JSON list that holds the rows, if it is nested in something.
    pub list: Option<String>,
    /// Where the header was found, if that is not the first row.
    pub header: Option<HeaderAt>,
}

impl Dialect {
    /// It as people know it: `CSV (comma, UTF-8, LF)`.
    #[must_use]
    pub fn said(&self) -> Text {
        let format = match self.format {
            Format::Csv => Text::verbatim("CSV"),
            Format::Json => Text::verbatim("JSON"),
            Format::Ndjson => Text::verbatim("NDJSON"),
            Format::Parquet => Text::verbatim("Parquet"),
            Format::Sheet => say!("spreadsheet"),
            Format::Arrow => Text::verbatim("Arrow"),
        };
        let delimiter = self.delimiter.map(|delimiter| match delimiter {
            b',' => say!("comma"),
            b';' => say!("semicolon"),
            b'\t' => say!("tab"),
            b'|' => say!("bar"),
            other => Text::verbatim(format!("`{}`", char::from(other))),
        });
        let encoding = self.encoding.filter(|&name| self.format == Format::Csv || name != "UTF-8").map(Text::verbatim);
        let ends = self.line_ends.map(|ends| match ends {
            LineEnds::Lf => Text::verbatim("LF"),
            LineEnds::CrLf => Text::verbatim("CRLF"),
            LineEnds::Cr => Text::verbatim("CR"),
        });
        let sheet = self.sheet.as_ref().map(|name| say!("sheet “{name}”", name));
        let packing = self.packing.map(|packing| match packing {
            Packing::Gzip => Text::verbatim("gzip"),
            Packing::Zstd => Text::verbatim("zstd"),
        });
        let list = self.list.as_ref().map(|name| say!("list “{name}”", name));
        let parts: Vec<Text> = [delimiter, encoding, ends, sheet, list, packing].into_iter().flatten().collect();
        let said =
            if parts.is_empty() { format } else { say!("{format} ({parts})", format, parts = Text::row(parts, ", ")) };
        match self.header {
            Some(header) => Text::row(vec![said, header.said()], "; "),
            None => said,
        }
    }
}

/// The usual name of an encoding.
pub(super) fn encoding_name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1252" => "Windows-1252",
        name => name,
    }
}

/// The encoding of the first bytes, and how many of them are its byte order mark.
pub(super) fn detect_encoding(head: &[u8], whole: bool) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(head) {
        return found;
    }
    // UTF-16 without a byte order mark: in Western text every second byte is zero.
    let sample = &head[..head.len().min(4096) & !1];
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half > 1 && odd * 10 > half * 7 && even * 10 < half {
        return (encoding_rs::UTF_16LE, 0);
    }
    if half > 1 && even * 10 > half * 7 && odd * 10 < half {
        return (encoding_rs::UTF_16BE, 0);
    }
    match std::str::from_utf8(head) {
        Ok(_) => (encoding_rs::UTF_8, 0),
        // The head may end within a character.
        Err(error) if error.error_len().is_none() && !whole => (encoding_rs::UTF_8, 0),
        Err(_) if has_lines_in_utf8(head) || (!whole && is_nearly_ascii(head)) => (encoding_rs::UTF_8, 0),
        Err(_) => (encoding_rs::WINDOWS_1252, 0),
    }
}

/// Whether a text that is not entirely UTF-8 is meant to be: of the lines with non-ASCII letters, at least one in ten
/// is. In other encodings, hardly any line is by chance.
fn has_lines_in_utf8(head: &[u8]) -> bool {
    let (mut good, mut odd) = (0_usize, 0_usize);
    for line in head.split(|&byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_ascii()) {
        *(if std::str::from_utf8(line).is_ok() { &mut good } else { &mut odd }) += 1;
    }
    good * 10 >= good + odd && good > 0
}

/// Whether so few lines are not ASCII that they say nothing of those to come: each line that is not UTF-8 is then read as Windows-1252
/// all the same, and counted.
fn is_nearly_ascii(head: &[u8]) -> bool {
    head.split(|&byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_ascii()).take(10).count() < 10
}

/// The delimiters that are tried, the commonest first.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The delimiter that splits the first rows most evenly.
pub(super) fn detect_delimiter(head: &[u8], whole: bool) -> u8 {
    let found = DELIMITERS.map(|delimiter| {
        let found = widths(head, delimiter, whole, true);
        // A quote that is never closed leaves no rows to measure.
        (delimiter, if found.is_empty() { widths(head, delimiter, whole, false) } else { found })
    });
    let share = |widths: &[usize], like: usize| {
        let even = widths.iter().filter(|&&width| width == like).count();
        if like < 2 { (0, like) } else { (even * 100 / widths.len(), like) }
    };
    let by_first = |widths: &[usize]| share(widths, widths.first().copied().unwrap_or(0));
    // Under a title, most rows are alike, but the first one differs.
    let by_most = |widths: &[usize]| widths.iter().map(|&width| share(widths, width)).max().unwrap_or_default();
    // Of equal ones, the first stays.
    let best = |score: &dyn Fn(&[usize]) -> (usize, usize)| {
        found.iter().rev().map(|(delimiter, widths)| (score(widths), *delimiter)).max_by_key(|&(score, _)| score)
    };
    match (best(&by_first), best(&by_most)) {
        (Some(((first, wide), delimiter)), Some(((most, wider), _)))
            if first > most || (first >= 50 && wide >= wider) =>
        {
            delimiter
        }
        (_, most) => most.map_or(b',', |(_, delimiter)| delimiter),
    }
}

/// The number of cells in each of the first rows; `quotes` says whether delimiters within quotes are ignored. A row cut
/// off by the end of the head is left out.
fn widths(head: &[u8], delimiter: u8, whole: bool, quotes: bool) -> Vec<usize> {
    const ROWS: usize = 200;
    let mut reader = ReaderBuilder::new().delimiter(delimiter).quoting(quotes).build();
    // What the cells hold does not matter, so a row may fill these any number of times.
    let (mut output, mut ends) = ([0; 1024], [0; 64]);
    let (mut widths, mut width) = (Vec::new(), 0);
    for text in [head, if whole { b"\n" } else { b"" }] {
        let mut at = 0;
        while at < text.len() && widths.len() < ROWS {
            let (result, read, _, cells) = reader.read_record(&text[at..], &mut output, &mut ends);
            at += read;
            width += cells;
            if result == ReadRecordResult::Record {
                widths.push(std::mem::take(&mut width));
            }
        }
    }
    widths
}

/// How the first row ends, ignoring line ends within quotes.
pub(super) fn detect_line_ends(head: &[u8], delimiter: u8) -> LineEnds {
    let (mut at, mut starts_cell) = (0, true);
    while let Some(&byte) = head.get(at) {
        match byte {
            b'"' if starts_cell => {
                at += 1;
                // A doubled quote closes and opens again, which makes no difference here.
                while let Some(close) = memchr::memchr(b'"', &head[at.min(head.len())..]) {
                    at += close + 1;
                    if head.get(at) != Some(&b'"') {
                        break;
                    }
                    at += 1;
                }
                starts_cell = false;
                continue;
            }
            b'\r' if head.get(at + 1) == Some(&b'\n') => return LineEnds::CrLf,
            b'\r' if at + 1 < head.len() => return LineEnds::Cr,
            b'\n' | b'\r' => return LineEnds::Lf,
            _ => {}
        }
        starts_cell = byte == delimiter;
        at += 1;
    }
    LineEnds::Lf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_delimiter() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", b','),
            ("a;b\n1,5;2,5\n3,5;4\n", b';'),
            ("a\tb\n1,2\t3\n", b'\t'),
            ("a|b\n1|2", b'|'),
            ("name, first;age;city\nx;1;y\nz;2;w\n", b';'),
            ("\"a;b\",c\n\"1;2;3\",4\n", b','),
            ("just one column\nx\n", b','),
            ("", b','),
            ("a;b", b';'),
            ("\"note, with\nline; breaks\";b\nx;y\n", b';'),
            ("a;\"b\n1;2\n", b';'),
            ("Leads per 23 November\n\nId;Size\n1;2\n2;3\n", b';'),
            ("Leads, all of them\nId;Size;Omzet\n1;2;3,5\n2;3;4,5\n", b';'),
        ] {
            assert_eq!(char::from(detect_delimiter(text.as_bytes(), true)), char::from(delimiter), "{text:?}");
        }
    }

    #[test]
    fn finds_the_encoding() {
        for (bytes, encoding, mark) in [
            (&b"abc"[..], "UTF-8", 0),
            ("é".as_bytes(), "UTF-8", 0),
            (b"\xef\xbb\xbfabc", "UTF-8", 3),
            (b"caf\xe9;b", "windows-1252", 0),
            (b"caf\xc3\xa9\ncaf\xe9\n", "UTF-8", 0),
            (b"\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xc3\xa9\n", "UTF-8", 0),
            (b"\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xe9\n\xc3\xa9\n", "windows-1252", 0),
            (b"\xff\xfea\0b\0", "UTF-16LE", 2),
            (b"\xfe\xff\0a\0b", "UTF-16BE", 2),
            (b"a\0b\0;\0c\0\n\0", "UTF-16LE", 0),
            (b"\0a\0b\0;\0c", "UTF-16BE", 0),
        ] {
            let (found, length) = detect_encoding(bytes, true);
            assert_eq!((found.name(), length), (encoding, mark), "{bytes:?}");
        }
        assert_eq!(detect_encoding(&"é".as_bytes()[..1], false).0.name(), "UTF-8");
        // One line says nothing of those that come after the first piece; ten do.
        let odd = |count: usize| [b"caf\xe9\n".repeat(count), b"cafe\n".repeat(99)].concat();
        assert_eq!(detect_encoding(&odd(1), false).0.name(), "UTF-8");
        assert_eq!(detect_encoding(&odd(10), false).0.name(), "windows-1252");
    }

    #[test]
    fn finds_the_line_ends() {
        for (text, ends) in [
            ("a,b\n", LineEnds::Lf),
            ("a,b\r\n1,2\n", LineEnds::CrLf),
            ("a,b\r1,2\r", LineEnds::Cr),
            ("a,b\r", LineEnds::Lf),
            ("a,\"b\rc\"\n1,2\n", LineEnds::Lf),
            ("\"a\"\"\n\",b\r\n1,2\n", LineEnds::CrLf),
            ("\"a\r\"\"\",b\r1,2\r", LineEnds::Cr),
            ("5\" pipe,b\r1,2\r", LineEnds::Cr),
            ("\"a\nb", LineEnds::Lf),
        ] {
            assert_eq!(detect_line_ends(text.as_bytes(), b','), ends, "{text:?}");
        }
    }

    #[test]
    fn finds_the_format() {
        for (head, format) in [
            (&b"a,b\n"[..], Format::Csv),
            (b" [\n{", Format::Json),
            (b"{\"a\":1}\n{\"a\":2}\n", Format::Ndjson),
            (b"{\"a\":1}\n", Format::Ndjson),
            (b"{\"leads\": [\n", Format::Json),
            (b"{\n\"a\":1}", Format::Json),
            (b"PAR1....", Format::Parquet),
            (b"PK\x03\x04", Format::Sheet),
        ] {
            assert_eq!(Format::sniff(head), format, "{head:?}");
        }
        assert_eq!(Format::of_path("a/b.c/Leads.CSV.GZ"), Some(Format::Csv));
        assert_eq!(Format::of_path("leads"), None);
    }

    #[test]
    fn says_what_it_found() {
        let dialect = Dialect {
            delimiter: Some(b';'),
            encoding: Some("Windows-1252"),
            line_ends: Some(LineEnds::CrLf),
            ..Dialect::default()
        };
        assert_eq!(dialect.said().to_string(), "CSV (semicolon, Windows-1252, CRLF)");
        assert_eq!(Dialect { format: Format::Parquet, ..Dialect::default() }.said().to_string(), "Parquet");
    }
}
