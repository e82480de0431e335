//! What a sheet of `.ods` claims, before it is unpacked into cells: one whose text breaks off would be read for ever, and
//! one whose cells stand far from each other would take all memory. In: the workbook's bytes; out: nothing, or what is wrong.

use std::io::{BufReader, Cursor};

use leadrules_language::text::grouped;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::claims::{CELLS, Wrong};

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// Rows and columns of a sheet so far.
#[derive(Default)]
struct Extent {
    /// Rows from the first with a cell to the last.
    rows: u64,
    /// Blank rows since.
    blank: u64,
    /// Columns up to the last with a cell.
    columns: u64,
    /// Cells of the sheets before.
    before: u64,
    row: Row,
}

/// The row at hand.
#[derive(Default)]
struct Row {
    repeated: u64,
    /// Cells so far, blank ones among them.
    cells: u64,
    /// Up to the last that is filled.
    filled: u64,
}

impl Extent {
    fn cell(&mut self, repeated: u64, is_filled: bool) {
        self.row.cells = self.row.cells.saturating_add(repeated);
        if is_filled {
            self.row.filled = self.row.cells;
        }
    }

    fn end_row(&mut self) {
        let Row { repeated, filled, .. } = std::mem::take(&mut self.row);
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
        Err(Wrong::Large(format!(
            "a sheet of it spans {} rows and {} columns, nearly all of them blank; take out the cell that stands far from \
             the others, or save it as .xlsx",
            grouped(self.rows),
            grouped(self.columns)
        )))
    }
}

/// Looks a workbook through, if it is `.ods`.
pub(super) fn check(bytes: &[u8]) -> Result<(), Wrong> {
    // What is no archive, or of another format, is not looked at.
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let Ok(content) = archive.by_name(CONTENT) else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut buffer, mut depth, mut extent) = (Vec::new(), 0_u64, Extent::default());
    loop {
        match reader.read_event_into(&mut buffer).map_err(|cause| Wrong::damaged(&cause))? {
            Event::Start(element) => {
                depth += 1;
                match element.name().as_ref() {
                    "table:table" => extent = extent.next(),
                    "table:table-row" => {
                        extent.row =
                            Row { repeated: repeated(&element, "table:number-rows-repeated"), ..Row::default() };
                    }
                    "table:table-cell" | "table:covered-table-cell" => {
                        extent.cell(repeated(&element, "table:number-columns-repeated"), true);
                    }
                    _ => {}
                }
            }
            Event::Empty(element)
                if matches!(element.name().as_ref(), "table:table-cell" | "table:covered-table-cell") =>
            {
                let is_filled = element.try_get_attribute("office:value-type").is_ok_and(|found| found.is_some());
                extent.cell(repeated(&element, "table:number-columns-repeated"), is_filled);
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if element.name().as_ref() == "table:table-row" {
                    extent.end_row();
                    extent.check()?;
                }
            }
            Event::Eof if depth > 0 => return Err(Wrong::damaged(&"it breaks off")),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// How often an element stands there.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    let found = element.try_get_attribute(name).ok().flatten();
    found.and_then(|found| found.value.parse().ok()).unwrap_or(1)
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
        assert_eq!(check(&book(&row, END)), Ok(()));
        for cut in ["", "<table:table-row>", "<table:table-row><table:table-cell>", "</table:table>"] {
            assert!(matches!(check(&book(&row, cut)), Err(Wrong::Damaged(_))), "{cut}");
        }
        assert_eq!(check(b"PK no archive"), Ok(()));
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
        assert_eq!(check(&book(&blank(10_000, 100), END)), Ok(()));
        let next = "</table:table><table:table table:name=\"b\">";
        let twice = format!("{}{next}{}", blank(10_000, 1000), blank(10_000, 1000));
        let Err(Wrong::Large(said)) = check(&book(&twice, END)) else { panic!("both together are large") };
        assert!(said.starts_with("its sheets span 20,024,004 cells together"), "{said}");
        let Err(Wrong::Large(said)) = check(&book(&blank(20_000, 1000), END)) else { panic!("it is large") };
        assert!(said.starts_with("a sheet of it spans 20,002 rows and 1,001 columns"), "{said}");
    }
}
