//! What a sheet of `.ods` claims, before it is unpacked into cells: one whose text breaks off would be read for ever,
//! and one whose cells are far apart would take all memory. In: the workbook's bytes; out: its merged ranges, which the
//! reader of its cells does not report, or what is wrong. Times of day are also converted here to what other formats
//! show.

use std::borrow::Cow;
use std::io::{BufReader, Cursor};

use calamine::Dimensions;
use leadrules_language::words::say;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::claims::{CELLS, Wrong};

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// The rows and columns of a sheet so far.
#[derive(Default)]
struct Extent {
    /// Rows from the first with a cell to the last.
    rows: u64,
    /// Blank rows since then.
    blank: u64,
    /// Columns up to the last one with a cell.
    columns: u64,
    /// Cells of the sheets before.
    before: u64,
    /// Rows above the one at hand.
    above: u64,
    row: Row,
}

/// The row at hand.
#[derive(Default)]
struct Row {
    repeated: u64,
    /// Cells so far, including blank ones.
    cells: u64,
    /// Cells up to the last one that is filled.
    filled: u64,
}

impl Extent {
    fn cell(&mut self, repeated: u64, is_filled: bool) {
        self.row.cells = self.row.cells.saturating_add(repeated);
        if is_filled {
            self.row.filled = self.row.cells;
        }
    }

    /// The range that is merged into the cell about to come.
    fn merged(&self, cell: &BytesStart<'_>) -> Option<Dimensions> {
        let narrow = |at: u64| u32::try_from(at).ok();
        let last = |first: u64, count: u64| narrow(first.checked_add(count)?.checked_sub(1)?);
        let (row, column) = (self.above, self.row.cells);
        let rows = repeated(cell, "table:number-rows-spanned");
        let columns = repeated(cell, "table:number-columns-spanned");
        let range = Dimensions::new((narrow(row)?, narrow(column)?), (last(row, rows)?, last(column, columns)?));
        (rows > 1 || columns > 1).then_some(range)
    }

    fn end_row(&mut self) {
        let Row { repeated, filled, .. } = std::mem::take(&mut self.row);
        self.above = self.above.saturating_add(repeated);
        if filled > 0 {
            self.rows = self.rows.saturating_add(self.blank).saturating_add(repeated);
            self.blank = 0;
            self.columns = self.columns.max(filled);
        } else if self.rows > 0 {
            self.blank = self.blank.saturating_add(repeated);
        }
    }

    fn cells(&self) -> u64 {
        self.rows.saturating_mul(self.columns)
    }

    /// The next sheet.
    fn next(&self) -> Self {
        Self { before: self.before.saturating_add(self.cells()), ..Self::default() }
    }

    fn check(&self) -> Result<(), Wrong> {
        if self.cells() <= CELLS {
            let all = self.before.saturating_add(self.cells());
            return if all <= CELLS { Ok(()) } else { Err(Wrong::together(all)) };
        }
        Err(Wrong::Large(say!(
            "a sheet of it spans {rows} rows and {columns} columns, nearly all of them blank; take out the cell that stands far \
             from the others, or save it as .xlsx",
            rows = self.rows,
            columns = self.columns
        )))
    }
}

/// Looks through a workbook if it is `.ods`; returns its merged ranges, each with the name of its sheet.
pub(super) fn check(bytes: &[u8]) -> Result<Vec<(String, Dimensions)>, Wrong> {
    // What is not an archive, or is of another format, is not looked at.
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(Vec::new()) };
    let Ok(content) = archive.by_name(CONTENT) else { return Ok(Vec::new()) };
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut buffer, mut depth, mut extent) = (Vec::new(), 0_u64, Extent::default());
    let (mut sheet, mut merged) = (String::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer).map_err(|cause| Wrong::damaged(&cause))? {
            Event::Start(element) => {
                depth += 1;
                match element.name().as_ref() {
                    "table:table" => {
                        extent = extent.next();
                        let name = element.try_get_attribute("table:name").ok().flatten();
                        sheet = name
                            .and_then(|name| name.normalized_value(XmlVersion::Implicit1_0).ok())
                            .map(Cow::into_owned)
                            .unwrap_or_default();
                    }
                    "table:table-row" => {
                        extent.row =
                            Row { repeated: repeated(&element, "table:number-rows-repeated"), ..Row::default() };
                    }
                    "table:table-cell" | "table:covered-table-cell" => {
                        merged.extend(extent.merged(&element).map(|range| (sheet.clone(), range)));
                        extent.cell(repeated(&element, "table:number-columns-repeated"), true);
                    }
                    _ => {}
                }
            }
            Event::Empty(element)
                if matches!(element.name().as_ref(), "table:table-cell" | "table:covered-table-cell") =>
            {
                merged.extend(extent.merged(&element).map(|range| (sheet.clone(), range)));
                let is_filled = element.try_get_attribute("office:value-type").is_ok_and(|found| found.is_some());
                extent.cell(repeated(&element, "table:number-columns-repeated"), is_filled);
            }
            Event::Empty(element) if element.name().as_ref() == "table:table-row" => {
                extent.row = Row { repeated: repeated(&element, "table:number-rows-repeated"), ..Row::default() };
                extent.end_row();
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if element.name().as_ref() == "table:table-row" {
                    extent.end_row();
                    extent.check()?;
                }
            }
            Event::Eof if depth > 0 => return Err(Wrong::damaged(&"it breaks off")),
            Event::Eof => return Ok(merged),
            _ => {}
        }
        buffer.clear();
    }
}

/// How many times an element is repeated.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    let found = element.try_get_attribute(name).ok().flatten();
    found.and_then(|found| found.value.parse().ok()).unwrap_or(1)
}

/// A time of day as it is shown (`08:30:00`), from what `.ods` writes: `PT08H30M00S`. A length of a day or more is not
/// a time of day.
pub(super) fn time_of_day(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?;
    let (whole, places) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let part = |text: &str, below: u8| text.parse::<u8>().ok().filter(|&part| part < below);
    let (hour, minute, second) = (part(hours, 24)?, part(minutes, 60)?, part(whole, 60)?);
    let places = places.trim_end_matches('0');
    if !places.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let places = if places.is_empty() { String::new() } else { format!(".{places:0<3}") };
    Some(format!("{hour:02}:{minute:02}:{second:02}{places}"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn book(table: &str, rest: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(CONTENT, zip::write::SimpleFileOptions::default()).unwrap();
        let start = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">";
        write!(archive, "{start}{table}{rest}").unwrap();
        archive.finish().unwrap().into_inner()
    }

    const END: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";
    const CELL: &str = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";

    #[test]
    fn a_text_that_breaks_off_is_damaged() {
        let row = format!("<table:table-row>{CELL}</table:table-row>");
        assert_eq!(check(&book(&row, END)), Ok(Vec::new()));
        for cut in ["", "<table:table-row>", "<table:table-row><table:table-cell>", "</table:table>"] {
            assert!(matches!(check(&book(&row, cut)), Err(Wrong::Damaged(_))), "{cut}");
        }
        assert_eq!(check(b"PK no archive"), Ok(Vec::new()));
    }

    #[test]
    fn a_cell_far_away_is_large() {
        let blank = |rows: u32, columns: u32| {
            format!(
                "<table:table-row>{CELL}</table:table-row><table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell/>\
                 </table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"{columns}\"/>{CELL}\
                 <table:table-cell table:number-columns-repeated=\"9000\"/></table:table-row><table:table-row \
                 table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>"
            )
        };
        assert_eq!(check(&book(&blank(10_000, 100), END)), Ok(Vec::new()));
        let next = "</table:table><table:table table:name=\"b\">";
        let twice = format!("{}{next}{}", blank(10_000, 1000), blank(10_000, 1000));
        let Err(Wrong::Large(said)) = check(&book(&twice, END)) else { panic!("both together are large") };
        assert!(said.to_string().starts_with("its sheets span 20,024,004 cells together"), "{said}");
        let Err(Wrong::Large(said)) = check(&book(&blank(20_000, 1000), END)) else { panic!("it is large") };
        assert!(said.to_string().starts_with("a sheet of it spans 20,002 rows and 1,001 columns"), "{said}");
    }

    #[test]
    fn times_of_day_are_written_as_they_are_shown() {
        for (written, shown) in [
            ("PT08H30M00S", Some("08:30:00")),
            ("PT23H59M59.500000000S", Some("23:59:59.500")),
            ("PT8H5M7S", Some("08:05:07")),
            ("PT24H00M00S", None),
            ("PT30H00M00S", None),
            ("-PT08H30M00S", None),
            ("PT08H30M", None),
            ("PT08H60M00S", None),
            ("PT08H30M00.xS", None),
        ] {
            assert_eq!(time_of_day(written).as_deref(), shown, "{written}");
        }
    }

    #[test]
    fn merged_ranges_are_found_where_they_stand() {
        let blank = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>";
        let spans = "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\"";
        let row = format!(
            "<table:table-row><table:table-cell table:number-columns-repeated=\"4\"/><table:table-cell {spans}><text:p>x</text:p>\
             </table:table-cell><table:covered-table-cell/></table:table-row>"
        );
        let next = "</table:table><table:table table:name=\"b &amp; c\">";
        let merged = check(&book(&format!("{blank}{row}{next}{row}"), END)).unwrap();
        let range = |sheet: &str, row: u32| (sheet.to_owned(), Dimensions::new((row, 4), (row + 2, 5)));
        assert_eq!(merged, [range("a", 3), range("b & c", 0)]);
    }
}
