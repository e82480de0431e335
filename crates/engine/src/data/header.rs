//! Which of the first rows of a table holds the names of its columns, given that titles, blanks and comments may come
//! above it. In: these rows, and what is known of the names; out: the row, or why it can't be told. A row that may be
//! data is never taken for a header, nor left out above one.

use super::dialect::HeaderAt;
use super::input::Error;
use leadrules_language::text::column_key;
use leadrules_language::words::{Text, say};

use super::names;
use super::projection::{Header, ProjectedColumn};
use hashbrown::HashSet;

/// This many rows are looked at; no report has as many titles.
pub(super) const AHEAD: usize = 64;

/// One of the first rows of a table that is not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its line in a text, or its row in a sheet, from 1.
    pub(super) line: u64,
    /// Its cells; for names that span several rows, including those from above.
    pub(super) cells: Vec<String>,
    /// Whether some of them are merged, as titles and names over several columns are.
    pub(super) is_merged: bool,
}

impl Row {
    pub(super) fn new(line: u64, cells: Vec<String>) -> Self {
        Self { line, cells, is_merged: false }
    }

    fn filled(&self) -> impl Iterator<Item = &str> {
        let trim = |cell| str::trim_matches(cell, |c: char| c.is_whitespace() || c.is_control());
        self.cells.iter().map(move |cell| trim(cell)).filter(|cell| !cell.is_empty())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }

    /// Whether it is a remark of the program that wrote the file.
    fn is_comment(&self) -> bool {
        let first = self.cells.first().map_or("", |cell| cell.trim_start());
        let rest = first.strip_prefix('#').or_else(|| first.strip_prefix("//"));
        rest.is_some_and(|rest| {
            rest.starts_with([' ', '\t', '!', ':']) || (rest.contains(' ') && self.filled().count() == 1)
        })
    }

    /// Whether it is a label with its value, such as `Filter:` and the filter.
    fn is_said(&self) -> bool {
        let ends = |cell: &str| cell.ends_with(':');
        let mut filled = self.filled();
        self.filled().count() <= 2 && filled.next().is_some_and(ends) && !filled.next().is_some_and(ends)
    }

    /// Whether everything in it can be a name over these rows: words that do not occur below, as data would.
    fn is_names(&self, below: &[Row]) -> bool {
        let stands_below = |column: usize, name: &str| {
            let of_data = below.iter().filter(|row| row.cells != self.cells);
            of_data.filter_map(|row| row.cells.get(column)).any(|cell| column_key(cell) == column_key(name))
        };
        let mut cells = self.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        cells.all(|(column, cell)| cell.len() <= 200 && !is_value(cell.trim()) && !stands_below(column, cell))
    }
}

/// Whether a text is a value rather than a name: a number, a date, an address, yes or no.
fn is_value(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (digits > 0 && digits >= letters)
        || text.contains('@')
        || matches!(column_key(text).as_str(), "true" | "false" | "yes" | "no")
}

/// Why the header can't be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unsure {
    /// The row that may be the header.
    row: u64,
    /// The first of the rows above, and whether all of them may be data.
    first: u64,
    names: Vec<String>,
    /// Whether the row looks like data itself.
    is_data: bool,
}

impl Unsure {
    /// Counts its rows from the start of the file, given how many lines come before.
    pub(super) fn shift(&mut self, lines: u64) {
        self.row += lines;
        self.first += lines;
    }

    /// What is unsure, and the way out.
    pub(super) fn said(&self) -> Text {
        let Self { row, first, names, is_data } = self;
        let more = if names.len() > 3 { ", …" } else { "" };
        let names: Vec<String> = names.iter().take(3).map(|name| format!("`{name}`")).collect();
        let (names, row) = (names.join(", ") + more, row.to_string());
        if *is_data {
            return say!(
                "row {row} stands where the names of its columns should, and looks like data ({names}). Put a row of names \
                 above it, or say --header-row {row} if these are the names",
                row,
                names
            );
        }
        say!(
            "it can't be told which row holds the names of its columns: row {row} may ({names}), and what stands above it may \
             be data. Say it with --header-row {row}, which leaves out what is above, or --header-row {first}",
            row,
            names,
            first = first.to_string()
        )
    }
}

/// Which of these rows, none of which is blank, is the header.
pub(super) fn find(rows: &[Row], header: &Header, wanted: &[ProjectedColumn]) -> Result<usize, Unsure> {
    if rows.len() < 2 {
        return Ok(0);
    }
    match header {
        Header::First => Ok(0),
        Header::Names(names) => by_names(rows, names, wanted),
        Header::Looks => by_looks(rows),
    }
}

/// Whether a line of a text is a rule drawn under a header: nothing but dashes and the like, and delimiters.
pub(super) fn is_ruler(line: &[u8], delimiter: u8) -> bool {
    let is_stroke = |byte: &u8| matches!(byte, b'-' | b'=');
    line.iter().filter(|byte| is_stroke(byte)).count() > 1
        && line
            .iter()
            .all(|byte| is_stroke(byte) || *byte == delimiter || matches!(byte, b' ' | b'+' | b'|' | b'\r' | b'\n'))
}

/// Whether a row sums up those above it, judging by its first filled cell.
pub(super) fn is_total(cell: &str) -> bool {
    const WORDS: [&str; 12] = [
        "total",
        "totals",
        "totaal",
        "totalen",
        "grand total",
        "eindtotaal",
        "subtotal",
        "subtotaal",
        "gesamt",
        "summe",
        "som",
        "sum",
    ];
    let cell = column_key(cell);
    let cell = cell.trim_end_matches(':').trim_end();
    WORDS.contains(&cell) || cell.strip_prefix("total").is_some_and(|rest| rest.starts_with([' ', ':', '(']))
}

/// How many of the names that are looked for occur in a row.
pub(super) fn fit(row: &Row, header: &Header, wanted: &[ProjectedColumn]) -> usize {
    let Header::Names(spoken) = header else { return 0 };
    let there = names::header(&row.cells).0;
    let cells: HashSet<String> = there.iter().map(|cell| column_key(cell)).collect();
    let has = |names: &[String]| names.iter().any(|name| cells.contains(&column_key(name)));
    let asked = wanted.iter().filter(|wanted| has(&wanted.names)).filter_map(|wanted| wanted.names.first());
    let spoken = spoken.iter().filter(|names| has(names)).filter_map(|names| names.first());
    asked.chain(spoken).collect::<HashSet<_>>().len()
}

fn by_names(rows: &[Row], spoken: &[Vec<String>], wanted: &[ProjectedColumn]) -> Result<usize, Unsure> {
    let header = Header::Names(spoken.to_vec());
    let fits: Vec<usize> = rows.iter().map(|row| fit(row, &header, wanted)).collect();
    let most = fits.iter().copied().max().unwrap_or(0);
    let best = fits.iter().position(|&fit| fit == most).unwrap_or(0);
    // If no row fits, the first one is said to lack what is missing.
    if best == 0 {
        return Ok(0);
    }
    let has_titles = rows[..best].iter().enumerate().all(|(at, _)| is_title(rows, at, best));
    // A single name may occur in data too.
    let is_sure = most > 1 || rows[best].is_names(&rows[best + 1..]);
    match (has_titles, is_sure) {
        (true, true) => Ok(best),
        (false, true) if most > 1 || fits[0] == 0 => Err(unsure(rows, best)),
        _ => Ok(0),
    }
}

/// Whether the row at `at` is a title above the header `of` rather than data: it has far fewer cells, or stands by
/// itself.
fn is_title(rows: &[Row], at: usize, of: usize) -> bool {
    let (row, header) = (&rows[at], &rows[of]);
    let (filled, all) = (row.filled().count(), header.filled().count());
    let is_apart = || rows[at..=of].windows(2).any(|pair| ends(&pair[0]) < pair[1].line);
    // The first column of a table may have no name.
    let lacks_first = row.cells.len() == header.cells.len() && row.cells[0].trim().is_empty() && filled + 1 == all;
    row.is_merged
        || row.is_said()
        || (filled * 2 <= all && all > 1 && !lacks_first)
        || (row.is_comment() && (filled < all || all == 1))
        || (filled < all && row.cells.len() < header.cells.len() && (is_apart() || filled == 1))
        || (filled <= all && filled == 1 && is_apart())
}

/// The line after a row.
fn ends(row: &Row) -> u64 {
    let breaks = row.cells.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
    row.line + breaks + 1
}

/// The first row that looks like names over rows that look like data.
fn by_looks(rows: &[Row]) -> Result<usize, Unsure> {
    let tabular = (0..rows.len()).rev().filter(|&at| !rows[at].is_comment() && !rows[at].is_said());
    let widest = tabular.max_by_key(|&at| rows[at].filled().count()).unwrap_or(0);
    let Some(best) = (0..=widest).find(|&at| !is_title(rows, at, widest)) else { return Ok(0) };
    let (header, body) = (&rows[best], &rows[best + 1..]);
    if best == 0 {
        return if is_data(header, body) { Err(Unsure { is_data: true, ..unsure(rows, 0) }) } else { Ok(0) };
    }
    // The table below is even.
    let is_like =
        |row: &&Row| row.cells.len() == header.cells.len() || row.filled().count() * 2 > header.filled().count();
    let alike = body.iter().filter(is_like).count();
    let is_table = alike * 3 >= body.len() * 2 || rows[..best].iter().all(Row::is_comment);
    if !is_table {
        return if alike * 2 < body.len() { Ok(0) } else { Err(unsure(rows, best)) };
    }
    let all = header.filled().count();
    let is_apart = ends(&rows[best - 1]) < header.line;
    let is_under_titles = rows[..best].iter().all(|row| row.is_comment() || (all > 2 && row.filled().count() == 1));
    // A header may leave out most names.
    let is_first = rows[0].filled().count() > 1 && rows[0].is_names(&rows[1..]) && is_over_data(&rows[0], &rows[1..]);
    if is_first && !header.is_names(body) {
        return Ok(0);
    }
    let is_sure = header.is_names(body) && (is_apart || is_under_titles || is_over_data(header, body));
    if is_sure { Ok(best) } else { Err(unsure(rows, best)) }
}

/// Whether the row where the header should be is data like the rows below: a number or an address above others. Years,
/// and numbers that count the columns, are names.
fn is_data(header: &Row, body: &[Row]) -> bool {
    let whole = |text: &str| text.parse::<i64>().ok();
    let numbers: Vec<i64> = header.filled().filter_map(whole).collect();
    let counts = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    let is_name = |number: i64| counts || (1900..2100).contains(&number);
    let is_number = |text: &str| match whole(text) {
        Some(number) => !is_name(number),
        None => text.contains(|c: char| c.is_ascii_digit()) && text.replace(',', ".").parse::<f64>().is_ok(),
    };
    let is_plain = |text: &str| text.contains('@') || is_number(text);
    header.cells.iter().enumerate().any(|(column, cell)| {
        let mut below =
            body.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.trim().is_empty()).peekable();
        is_plain(cell.trim()) && below.peek().is_some() && below.all(|cell| is_value(cell.trim()))
    })
}

/// Whether a column has values below its name.
fn is_over_data(header: &Row, body: &[Row]) -> bool {
    header.cells.iter().enumerate().any(|(column, name)| {
        let cells = || body.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.trim().is_empty());
        !name.trim().is_empty() && cells().next().is_some() && cells().all(|cell| is_value(cell))
    })
}

fn unsure(rows: &[Row], best: usize) -> Unsure {
    Unsure {
        row: rows[best].line,
        first: rows[0].line,
        names: rows[best].filled().map(str::to_owned).collect(),
        is_data: false,
    }
}

/// That the row that was given does not exist.
pub(super) fn not_there(path: &str, row: u64) -> Error {
    Error::new(path, say!("--header-row {row}: this row is blank, or not there", row = row.to_string()))
}

/// The header's position if it is below the first row; `above` are the rows above it that are not blank.
pub(super) fn at(row: u64, above: &[Row]) -> Option<HeaderAt> {
    (row > 1).then_some(HeaderAt { row, under_blanks: above.is_empty() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let rows = text
            .lines()
            .enumerate()
            .map(|(at, line)| Row::new(at as u64 + 1, line.split(';').map(str::to_owned).collect()));
        rows.filter(|row| !row.is_blank()).collect()
    }

    fn found(text: &str, header: &Header) -> Result<u64, u64> {
        let rows = rows(text);
        find(&rows, header, &[]).map(|at| rows[at].line).map_err(|unsure| unsure.row)
    }

    #[test]
    fn the_header_is_the_row_that_fits_the_names() {
        let names = Header::Names(["Id", "Employees", "Country"].map(|name| vec![name.to_owned()]).to_vec());
        for (text, row) in [
            ("Id;Employees;Country\na;1;BE", Ok(1)),
            ("Leads\nFilter: all\n\nId;Employees;Country\na;1;BE", Ok(4)),
            ("Leads;;\n;;\nid;EMPLOYEES;Country\na;1;BE", Ok(3)),
            ("# by CRM\nId;Employees;Country\na;1;BE", Ok(2)),
            ("Report;Leads\nDate;2026-11-23\n\nId;Employees;Country\na;1;BE", Ok(4)),
            ("Contact;;Company\nId;Employees;Country\na;1;BE", Err(2)),
            ("Contact;;;;Company;\nId;Email;Phone;Name;Employees;Country\na;1;BE", Ok(2)),
            // Rows of data above, as sorting leaves them.
            ("a;1;BE\nb;2;BE\nId;Employees;Country", Err(3)),
            ("a;1;BE\n\nId;Employees;Country", Err(3)),
            // Nothing fits, or the first row does.
            ("x;y;z\na;1;BE", Ok(1)),
            ("Id;Size;Land\na;1;BE\nb;Country;BE", Ok(1)),
            ("Country\nId;Employees;Country\na;1;BE", Ok(2)),
            ("By:;a CRM\nOn:;2026-11-23\nId;Employees\na;1", Ok(3)),
        ] {
            assert_eq!(found(text, &names), row, "{text}");
        }
        let one = Header::Names(vec![vec!["Email".to_owned()]]);
        assert_eq!(found("Leads of today\n\nEmail\na@x.be", &one), Ok(3));
        assert_eq!(found("Leads of today\nEmail\na@x.be", &one), Err(2));
        assert_eq!(found("# Leads of today\nEmail\na@x.be", &one), Ok(2));
    }

    #[test]
    fn the_header_is_the_row_that_looks_like_names() {
        for (text, row) in [
            ("Id;Employees;Country\na;1;BE", Ok(1)),
            (";a;b\n0;1;2\n1;1;2", Ok(1)),
            (";a\n0;x\n1;y", Ok(1)),
            ("id;;;name\n1;a;b;An\n2;c;d;Bo", Ok(1)),
            ("Leads\nFilter: all\n\nId;Employees;Country\na;1;BE\nTotal;1;", Ok(4)),
            ("Leads;;\n;;\nId;Employees;Country\na;1;BE", Ok(3)),
            ("Leads\n\nId;Employees;Country\na;1;BE\nTotal;1", Ok(3)),
            ("Leads\nId;Name\n1;Anna\n2;Bo", Ok(2)),
            ("# by CRM\nId;Employees;Country\na;1;BE", Ok(2)),
            ("# by CRM\nEmail\na@x.be", Ok(2)),
            ("Report;Leads\nDate;2026-11-23\n\nId;Employees;Country\na;1;BE", Ok(4)),
            ("By:;a CRM\nOn:;2026-11-23\nId;Employees\na;1", Ok(3)),
            ("Name:;Size:\nx;1", Ok(1)),
            ("Contact;;Company;\nId;Name;Country;City\na;x;BE;Gent", Err(2)),
            ("Contact;;Company;\nId;Name;Size;City\na;x;5;Gent", Ok(2)),
            // Texts that contain the delimiter do not make a table.
            ("note\nhello; world\nfoo\nbar", Ok(1)),
            ("note\nhello; world\nhi; there", Err(2)),
            ("Leads\nId;Size;Land\na;1;BE\nLeads\nId;Size;Land\nb;1;BE", Ok(2)),
            // Values are not names, except years and counts.
            ("a;150;BE\nb;12;NL", Err(1)),
            ("a@x.be\nb@x.be", Err(1)),
            ("Id;2024;2025\na;1;2", Ok(1)),
            ("0;1;2\n5;6;7", Ok(1)),
            ("Leads\n1;Anna;x\n2;Bo;y", Err(2)),
            ("Leads\n\nAnna;Gent;BE\nBo;Brugge;BE", Err(3)),
        ] {
            assert_eq!(found(text, &Header::Looks), row, "{text}");
        }
    }

    #[test]
    fn what_is_unsure_names_both_ways_out() {
        let names = Header::Names(["Id", "Employees"].map(|name| vec![name.to_owned()]).to_vec());
        let unsure = find(&rows("a;1\nb;2\nId;Employees"), &names, &[]).unwrap_err();
        let said = unsure.said().to_string();
        assert!(said.contains("row 3 may (`Id`, `Employees`)"), "{said}");
        assert!(said.contains("--header-row 3") && said.contains("--header-row 1"), "{said}");
        let said = find(&rows("a;1\nb;2"), &Header::Looks, &[]).unwrap_err().said().to_string();
        assert!(said.contains("row 1") && said.contains("looks like data (`a`, `1`)"), "{said}");
    }
}
