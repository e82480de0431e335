//! Random rows, cut at every block size: what is read is what csv-core reads from the whole text, and lines are counted
//! correctly.

use std::io;
use std::sync::Arc;

use csv_core::{ReadRecordResult, ReaderBuilder, Terminator};
use proptest::prelude::*;

use super::{CsvFrame, LineEnds, Splitting};
use crate::data::blocks::{Blocks, Cut};
use crate::data::report::{OpenQuotes, Place};

/// Rows and the line that each starts at, read in blocks of `size`; `None` if a quote stays open.
fn in_blocks(text: &str, line_ends: LineEnds, size: usize) -> Option<Vec<(Vec<String>, u64)>> {
    let how = Splitting { delimiter: b',', line_ends, width: 64, columns: Arc::new([]), header: Arc::new([]) };
    let cut = Cut::Records { delimiter: b',', line_ends };
    let stream = Box::new(io::Cursor::new(text.to_owned().into_bytes()));
    let mut blocks = Blocks::new(Vec::new(), stream, size, cut);
    let (mut rows, mut before) = (Vec::new(), 0);
    while let Some(block) = blocks.next().ok()? {
        let frame = CsvFrame::new(block, &how);
        for row in 0..frame.rows() {
            let cells = (0..frame.widths[row]).map(|column| frame.cell(row, column).text().into_owned());
            rows.push((cells.collect(), before + u64::from(frame.lines[row])));
        }
        before += frame.all_lines;
    }
    Some(rows)
}

/// The same for the whole text, read by csv-core.
fn by_csv_core(text: &str, line_ends: LineEnds) -> Vec<(Vec<String>, u64)> {
    let (terminator, end) = match line_ends {
        LineEnds::Cr => (Terminator::CRLF, '\r'),
        LineEnds::Lf | LineEnds::CrLf => (Terminator::Any(b'\n'), '\n'),
    };
    let mut reader = ReaderBuilder::new().terminator(terminator).build();
    let ended = format!("{text}{end}");
    let (mut output, mut ends, mut at) = (vec![0; text.len() + 2], [0; 64], 0);
    let mut rows = Vec::new();
    loop {
        let rest = &ended.as_bytes()[at..];
        let (result, read, _, count) = reader.read_record(rest, &mut output, &mut ends);
        if !matches!(result, ReadRecordResult::Record) {
            return rows;
        }
        // Empty lines before the row are skipped with it.
        let skipped = rest.iter().take_while(|&&byte| byte == b'\n' || (byte == b'\r' && end == '\r')).count();
        let line = 1 + ended[..at + skipped].matches(end).count() as u64;
        at += read;
        let starts = [0].into_iter().chain(ends[..count].iter().copied());
        let cell = |(start, &end): (usize, &usize)| String::from_utf8_lossy(&output[start..end]).into_owned();
        let mut cells: Vec<String> = starts.zip(&ends[..count]).map(cell).collect();
        // The `\r` of a `\r
        // ` is not part of the last cell.
        let line_text = ended[..at].strip_suffix('\n').unwrap_or(&ended[..at]);
        if end == '\n' && line_text.ends_with('\r') {
            cells.last_mut().and_then(String::pop);
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((cells, line));
        }
    }
}

fn same_at_every_size(text: &str, line_ends: LineEnds) -> Result<(), TestCaseError> {
    // A quote left open at the end is an error before rows are split.
    if in_blocks(text, line_ends, text.len() + 1).is_none() {
        return Ok(());
    }
    let wanted = by_csv_core(text, line_ends);
    for size in 1..text.len() + 2 {
        let found = in_blocks(text, line_ends, size);
        prop_assert_eq!(found.as_ref(), Some(&wanted), "{:?} in blocks of {}", text, size);
    }
    Ok(())
}

/// A cell in quotes that holds anything, or one without quotes.
const CELL: &str = "\"([ab,\r\n]|\"\"){0,4}\"|[ab]{0,2}";
/// A cell with lone carriage returns and quotes.
const ODD_CELL: &str = "[ab\r]{0,2}|[ab]\r?\"[ab\r]?";

/// Some rows of such cells and ordinary ones, each ending in `end` except perhaps the last.
fn rows(cell: &str, end: &str) -> impl Strategy<Value = String> + use<> {
    let row = format!("(({cell}|{CELL}),){{0,3}}({CELL})");
    proptest::string::string_regex(&format!("({row}{end}){{0,5}}({row})?")).expect("it is a pattern")
}

#[test]
fn a_stray_quote_is_found_however_rows_are_cut() {
    let rows = "2,b,c\n".repeat(6);
    let text = format!("1,b,c\n3,\"Acme,x\n{rows}4,\"Smith, J\",z\n5,\"a\nb\",c\n6,\"y,z\n7,\"S\",z\n{rows}");
    let how =
        Splitting { delimiter: b',', line_ends: LineEnds::Lf, width: 3, columns: Arc::new([]), header: Arc::new([]) };
    for size in 1..=text.len() {
        let stream = Box::new(io::Cursor::new(text.clone().into_bytes()));
        let cut = Cut::Records { delimiter: b',', line_ends: LineEnds::Lf };
        let mut blocks = Blocks::new(Vec::new(), stream, size, cut);
        let (mut found, mut base) = (OpenQuotes::default(), Place::default());
        while let Ok(Some(block)) = blocks.next() {
            let frame = CsvFrame::new(block, &how);
            found.merge(&frame.open_quotes, base);
            base = Place { row: base.row + frame.rows() as u64, line: base.line + frame.all_lines };
        }
        let places: Vec<_> = found.cells.examples.iter().map(|&(place, lines)| (place.line, lines)).collect();
        assert_eq!((places, found.lines), (vec![(2, 7), (12, 1)], 8), "in blocks of {size}");
    }
}

#[test]
fn a_quote_after_a_carriage_return_opens_nothing() {
    let rows = "0,\"one\ntwo\n\",end\n".repeat(8);
    let text = format!("start,x\r\"y,z\n{rows}last,x\r\"y,z\n");
    for size in 1..=text.len() {
        assert_eq!(in_blocks(&text, LineEnds::Lf, size).map(|rows| rows.len()), Some(10), "in blocks of {size}");
    }
}

proptest! {
    #[test]
    fn rows_are_the_same_however_they_are_cut(text in rows(ODD_CELL, "\r?\n")) {
        same_at_every_size(&text, LineEnds::Lf)?;
    }

    #[test]
    fn so_are_rows_whose_quotes_stand_anywhere(text in "[ab,\"\r\n]{0,24}") {
        same_at_every_size(&text, LineEnds::Lf)?;
    }

    #[test]
    fn so_are_rows_that_carriage_returns_end(text in rows(CELL, "\r")) {
        same_at_every_size(&text, LineEnds::Cr)?;
    }
}
