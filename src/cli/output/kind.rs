//! The forms that commands write: how a name tells them, and whether an existing file holds such a form. In: names and
//! first bytes; out: forms. Nothing is opened here.

use std::path::Path;

use leadrules_language::words::{Text, say};

/// A form that some command writes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Kind {
    /// Comma-separated values.
    Csv,
    /// One JSON object per line.
    Ndjson,
    /// One JSON document.
    Json,
    /// Apache Parquet.
    Parquet,
    /// An Excel workbook.
    Xlsx,
    /// A table of results, for reading.
    Table,
    /// What a command says, for reading.
    Text,
    /// The same, for a pull request.
    Markdown,
    /// A drawing.
    Svg,
    /// A page for a browser.
    Html,
    /// A rule file.
    Rules,
    /// Changed lines, for `patch` and `git apply`.
    Patch,
    /// Results of tests, for build servers.
    Junit,
}

impl Kind {
    const ALL: [Self; 13] = [
        Self::Csv,
        Self::Ndjson,
        Self::Json,
        Self::Parquet,
        Self::Xlsx,
        Self::Table,
        Self::Text,
        Self::Markdown,
        Self::Svg,
        Self::Html,
        Self::Rules,
        Self::Patch,
        Self::Junit,
    ];

    /// What people call it.
    pub(in crate::cli) fn name(self) -> Text {
        match self {
            Self::Csv => Text::verbatim("CSV"),
            Self::Ndjson => Text::verbatim("NDJSON"),
            Self::Json => Text::verbatim("JSON"),
            Self::Parquet => Text::verbatim("Parquet"),
            Self::Xlsx => say!("a workbook"),
            Self::Table => say!("a table for reading"),
            Self::Text => say!("text"),
            Self::Markdown => Text::verbatim("Markdown"),
            Self::Svg => say!("a drawing"),
            Self::Html => say!("a page for a browser"),
            Self::Rules => say!("a rule file"),
            Self::Patch => say!("a patch"),
            Self::Junit => say!("a JUnit report"),
        }
    }

    /// The endings of names that stand for it, the usual one first.
    pub(in crate::cli) fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Csv => &["csv"],
            Self::Ndjson => &["ndjson", "jsonl"],
            Self::Json => &["json"],
            Self::Parquet => &["parquet", "pq"],
            Self::Xlsx => &["xlsx"],
            Self::Table | Self::Text => &["txt"],
            Self::Markdown => &["md", "markdown"],
            Self::Svg => &["svg"],
            Self::Html => &["html", "htm"],
            Self::Rules => &["leadrules"],
            Self::Patch => &["patch", "diff"],
            Self::Junit => &["xml"],
        }
    }

    /// Whether the first bytes of an existing file show this form (true), another one (false), or neither.
    pub(super) fn is_shown_by(self, head: &[u8]) -> Option<bool> {
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let begins =
            |mark: &str| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()));
        let holds = |mark: &str| within(text, mark.as_bytes());
        let first_line = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let is_rules = text
            .split(|&byte| byte == b'\n')
            .map(<[u8]>::trim_ascii)
            .find(|line| !line.is_empty() && !line.starts_with(b"#"))
            .is_some_and(|line| line.starts_with(b"leadrules "));
        let shown: &[Self] = if head.starts_with(b"PAR1") {
            &[Self::Parquet]
        } else if head.starts_with(b"PK\x03\x04") {
            &[Self::Xlsx]
        } else if FOREIGN.iter().any(|mark| head.starts_with(mark)) {
            &[]
        } else if is_rules {
            &[Self::Rules]
        } else if begins("<!doctype html") || begins("<html") {
            &[Self::Html]
        } else if begins("<svg") || (begins("<?xml") && holds("<svg")) {
            &[Self::Svg]
        } else if begins("<?xml") || begins("<testsuite") {
            &[Self::Junit]
        } else if begins("--- ") && holds("\n+++ ") {
            &[Self::Patch]
        } else if begins("### Who moves") || begins("### What can move") {
            &[Self::Markdown]
        } else if begins("{") {
            &[Self::Json, Self::Ndjson]
        } else if text.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{")) {
            &[Self::Json]
        } else if within(first_line, b" as of 2") {
            &[Self::Text]
        } else if within(first_line, b"  stage") {
            &[Self::Table, Self::Text]
        } else {
            return match self {
                // Whatever else they may be, these forms are not plain text.
                Self::Parquet | Self::Xlsx => Some(false),
                _ => None,
            };
        };
        Some(shown.contains(&self))
    }

    /// Whether the name alone does not tell what a file holds, because many other things have such names.
    pub(super) fn has_a_common_name(self) -> bool {
        match self {
            Self::Table | Self::Text | Self::Markdown | Self::Junit | Self::Patch => true,
            Self::Csv
            | Self::Ndjson
            | Self::Json
            | Self::Parquet
            | Self::Xlsx
            | Self::Svg
            | Self::Html
            | Self::Rules => false,
        }
    }
}

fn within(text: &[u8], mark: &[u8]) -> bool {
    text.windows(mark.len()).any(|window| window == mark)
}

/// How files begin that no command writes: PDFs, pictures, archives and old Office files, programs.
const FOREIGN: [&[u8]; 12] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x7fELF",
];

/// Endings that stand for forms that are never written.
const NEVER: [&str; 32] = [
    "tsv", "tab", "xls", "xlsm", "xlsb", "ods", "pdf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "png", "jpg",
    "jpeg", "gif", "webp", "gz", "zst", "zip", "bz2", "xz", "7z", "tar", "sql", "yml", "yaml", "toml", "arrow",
    "feather", "avro",
];

/// The ending of a file's name, in lower case.
pub(super) fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// Whether an ending stands for a known form, whether or not that is ever written.
pub(super) fn is_known(ending: &str) -> bool {
    NEVER.contains(&ending) || Kind::ALL.iter().any(|kind| kind.extensions().contains(&ending))
}
