//! The texts of a rule set, and places in them. In: paths and texts; out: spans and lines. Nothing is opened here.

mod shown;

use std::io::{self, Read};
use std::sync::OnceLock;

use shown::{Shown, line_starts};

/// One file of a rule set, by its index in [`Sources`].
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A stretch of a file's text, in bytes; `end` is the first byte after it.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file it is in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The stretch `start..end` of `file`.
    #[must_use]
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |at| u32::try_from(at).expect("a rule file is held under 4 GiB by `Sources::add`");
        Self { file, start: narrow(start), end: narrow(end) }
    }

    /// From the start of `self` to the end of `last`, which comes later in the same file.
    #[must_use]
    pub fn to(self, last: Self) -> Self {
        debug_assert_eq!(self.file, last.file, "a span lies within one file");
        Self { end: last.end.max(self.end), ..self }
    }

    /// The empty place right after this stretch, where a fix can insert text.
    #[must_use]
    pub fn after(self) -> Self {
        Self { start: self.end, ..self }
    }

    /// The empty place right before this stretch.
    #[must_use]
    pub fn before(self) -> Self {
        Self { end: self.start, ..self }
    }

    /// Whether all of another place is part of this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }

    /// As a range to slice the file's text with.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A file's path as the user knows it, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path, as given or as found by `use`.
    pub path: String,
    /// The whole text.
    pub text: String,
    line_starts: Vec<usize>,
    /// How many characters begin before each block of bytes; worked out when a long line first needs it.
    characters: OnceLock<Vec<usize>>,
    /// The text as shown, where that differs.
    shown: Option<Box<Shown>>,
}

/// How many characters begin in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !(0x80..0xc0).contains(*byte)).count()
}

/// How many bytes each block of text has whose characters are counted only once.
const BLOCK: usize = 1024;

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        let (line_starts, shown) = (line_starts(&text), Shown::of(&text).map(Box::new));
        Self { line_starts, characters: OnceLock::new(), shown, path, text }
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let blocks = self.characters.get_or_init(|| {
            let sums = bytes.chunks(BLOCK).scan(0, |sum, block| Some(std::mem::replace(sum, *sum + characters(block))));
            sums.collect()
        });
        let Some(before) = blocks.get(at / BLOCK) else { return characters(bytes) };
        before + characters(&bytes[at / BLOCK * BLOCK..at])
    }

    /// The line and column (both from 1, columns in characters) of a byte.
    #[must_use]
    pub fn line_column(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let (start, at) = (self.line_starts[line - 1], at.min(self.text.len()));
        let before = if at - start <= BLOCK {
            characters(&self.text.as_bytes()[start..at])
        } else {
            self.characters_before(at) - self.characters_before(start)
        };
        (line, before + 1)
    }

    /// The line of a byte, from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= at)
    }

    /// The byte at which each line starts, the first being 0.
    #[must_use]
    pub fn line_starts(&self) -> &[usize] {
        &self.line_starts
    }

    /// The text as people see it, with what a terminal would obey spelt out, and the byte at which each of its lines
    /// starts.
    #[must_use]
    pub fn shown(&self) -> (&str, &[usize]) {
        self.shown.as_ref().map_or((&self.text, &self.line_starts), |shown| (&shown.text, &shown.line_starts))
    }

    /// Where a byte of the text is in the text as shown.
    #[must_use]
    pub fn shown_at(&self, at: usize) -> usize {
        self.shown.as_ref().map_or(at, |shown| shown.place(at))
    }
}

/// All files of one rule set.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    lists: Vec<String>,
}

impl Sources {
    /// Takes in a file and gives the id that its spans refer to.
    ///
    /// # Panics
    /// If the text is 4 GiB or longer.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let file = SourceFile::new(path.into(), text.into());
        assert!(u32::try_from(file.text.len()).is_ok(), "a rule file of 4 GiB or more");
        self.files.push(file);
        FileId(u32::try_from(self.files.len() - 1).expect("fewer files than bytes"))
    }

    /// The file with this id.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file and line of a stretch: `rules.leadrules:12`.
    #[must_use]
    pub fn place(&self, span: Span) -> String {
        let file = self.file(span.file);
        format!("{}:{}", file.path, file.line_column(span.start as usize).0)
    }

    /// The text of a stretch.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        &self.file(span.file).text[span.range()]
    }

    /// Notes a file that the entries of a `list … from` were read from; no span points into it.
    pub fn add_list(&mut self, path: impl Into<String>) {
        self.lists.push(path.into());
    }

    /// The files that the entries of each `list … from` were read from.
    pub fn lists(&self) -> impl Iterator<Item = &str> {
        self.lists.iter().map(String::as_str)
    }

    /// All files, in the order they were taken in.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(u32::try_from(at).unwrap_or(u32::MAX)), file))
    }
}

/// A text of a rule file on one line: comments are left out, and each run of blanks outside quotes becomes one. What is
/// in quotes stays as it is.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut words = String::new();
    for line in text.lines() {
        let (mut quoted, mut escaped, mut blank) = (false, false, true);
        for c in line.chars() {
            if !quoted && c == '#' {
                break;
            }
            if !quoted && c.is_whitespace() {
                blank = true;
                continue;
            }
            if std::mem::take(&mut blank) && !words.is_empty() {
                words.push(' ');
            }
            words.push(c);
            quoted ^= c == '"' && !escaped;
            escaped = quoted && c == '\\' && !escaped;
        }
    }
    words
}

/// A text as rule files write it: in quotes, on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' | '\t' => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The largest rule file, or list that one names, in bytes: 256 MiB.
const LONGEST: u64 = 256 << 20;

/// The whole of a text.
///
/// # Errors
/// If it can't be read, is not UTF-8, or is longer than any rule file may be: a device that never ends, say.
pub fn whole_text(source: impl Read) -> io::Result<String> {
    let mut text = String::new();
    source.take(LONGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LONGEST {
        return Err(io::Error::other("it is longer than 256 MiB, which no rule file or list is"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_keeps_what_stands_in_quotes() {
        assert_eq!(
            one_line("company is  \"a   b\"  # asked for by Ann\n  and n > 3 # \"\n\n # no\n"),
            "company is \"a   b\" and n > 3"
        );
        assert_eq!(one_line(r##"a is "say \"#  x\""   # y"##), r##"a is "say \"#  x\"""##);
        assert_eq!(one_line("a ends with \"\\\\\"   # y"), "a ends with \"\\\\\"");
    }

    #[test]
    fn columns_are_characters_however_long_a_line_is() {
        for text in ["aé€𝄞\nb".repeat(3), "é€𝄞x".repeat(2_000), format!("a\n{}\nb", "𝄞é".repeat(1_024))]
        {
            let mut sources = Sources::default();
            let id = sources.add("a".to_owned(), text.clone());
            let file = sources.file(id);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let before = &text[..at];
                let start = before.rfind('\n').map_or(0, |newline| newline + 1);
                let wanted = (before.matches('\n').count() + 1, before[start..].chars().count() + 1);
                assert_eq!(file.line_column(at), wanted);
            }
        }
    }

    #[test]
    fn a_text_has_an_end() {
        let endless = whole_text(std::io::repeat(b'x')).expect_err("it never ends");
        assert!(endless.to_string().contains("256 MiB"), "{endless}");
        assert_eq!(whole_text(&b"short"[..]).ok().as_deref(), Some("short"));
    }
}
