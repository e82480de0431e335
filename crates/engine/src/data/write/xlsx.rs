//! Results as an Excel workbook: a sheet `leads`, its header bold, frozen and with filters, its cells typed and its stages
//! coloured; where they are wanted, a sheet of the rules that gave points, and one that says what was run. Rows wait in a
//! temporary file that has no name, so that a million of them take no more memory than one; where none can be made, in memory.

use std::io::Write;

use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::StageId;
use rust_xlsxwriter::utility::cell_autofit_width;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::columns::Results;

use super::error::{Out, WriteError};
use super::layout::{Layout, Pieces, Shown, What};
use super::typed::{Typed, typed};

/// How many rows and columns a sheet has, and how many characters a cell.
const ROWS: u32 = 1_048_576;
const COLUMNS: usize = 16_384;
const CHARACTERS: usize = 32_767;

/// How hard it is tried to make the file small, 1 to 9: from here on each step takes more time than it saves space.
const COMPRESSION: u8 = 2;

/// No column is made wider than this many pixels.
const WIDEST: u32 = 480;

/// No character is wider, and so much a cell is wider than its text.
const WIDEST_CHARACTER: usize = 13;
const PADDING: usize = 7;

/// So many pixels the mark of a filter takes in a header.
const FILTER: u32 = 16;

/// Stages from low to high: the higher, the stronger.
const SHADES: [u32; 5] = [0x00EE_F6F1, 0x00D3_EBDC, 0x00AF_DABF, 0x0082_C69B, 0x0052_AD75];

/// What a spreadsheet calls 1970-01-01, and the first day that all of them count in the same way.
const EPOCH: i32 = 25_569;
const FIRST_DAY: i32 = 61;

/// The built-in format of a date as the reader's country writes it.
const DATE: u8 = 14;

/// A workbook that grows batch by batch.
pub(super) struct Writer {
    workbook: Workbook,
    out: Out,
    leads: Growing,
    /// The sheet of reasons, if there is one.
    reasons: Option<Growing>,
    /// What was run.
    about: Vec<(String, String)>,
    formats: Formats,
}

/// A sheet that grows row by row.
struct Growing {
    /// Rows so far, including the header.
    rows: u32,
    /// How many pixels each column needs.
    widths: Vec<u32>,
}

impl Growing {
    /// Begins a sheet with its header.
    fn begin(workbook: &mut Workbook, name: &str, columns: &[&str], bold: &Format) -> Result<Self, XlsxError> {
        let sheet = match workbook.add_worksheet_with_constant_memory() {
            Err(XlsxError::TempFileError(..)) => workbook.add_worksheet(),
            sheet => sheet?,
        };
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, name) in (0_u16..).zip(columns) {
            sheet.write_string_with_format(0, column, *name, bold)?;
        }
        Ok(Self { rows: 1, widths: columns.iter().map(|name| cell_autofit_width(name) + FILTER).collect() })
    }

    fn fit(&mut self, column: u16, text: &str) {
        let width = &mut self.widths[usize::from(column)];
        // Most are far shorter than the longest so far.
        if text.len() * WIDEST_CHARACTER + PADDING > *width as usize {
            *width = (*width).max(cell_autofit_width(text));
        }
    }

    /// Filters, and columns as wide as their texts.
    fn end(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let columns = u16::try_from(self.widths.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.autofilter(0, 0, self.rows - 1, columns.saturating_sub(1))?;
        for (column, width) in (0..columns).zip(&self.widths) {
            sheet.set_column_autofit_width(column, (*width).min(WIDEST))?;
        }
        Ok(())
    }
}

struct Formats {
    bold: Format,
    date: Format,
    /// By stage number: no step, then the steps.
    stages: Vec<Format>,
    excluded: Format,
}

impl Formats {
    fn new(layout: &Layout) -> Self {
        let stages = layout.stages().count();
        let shade = |stage: usize| match stage {
            0 => Format::new(),
            stage => {
                // The highest step has the strongest shade.
                let below = stages - 1 - stage;
                Format::new().set_background_color(Color::RGB(SHADES[SHADES.len() - 1 - below.min(SHADES.len() - 1)]))
            }
        };
        Self {
            bold: Format::new().set_bold(),
            date: Format::new().set_num_format_index(DATE),
            stages: (0..stages).map(shade).collect(),
            excluded: Format::new().set_font_color(Color::Gray),
        }
    }

    fn stage(&self, number: u16) -> &Format {
        if number == StageId::EXCLUDED_NUMBER { &self.excluded } else { &self.stages[usize::from(number)] }
    }
}

impl Writer {
    /// A workbook with the columns of `layout`.
    pub(super) fn new(layout: &Layout, out: Out) -> Result<Self, WriteError> {
        if layout.columns().len() > COLUMNS {
            return Err(WriteError::TooManyColumns);
        }
        let formats = Formats::new(layout);
        let mut workbook = Workbook::new();
        workbook.set_zip_compression_level(COMPRESSION);
        // The same results give the same bytes: no clock in the properties.
        let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let names: Vec<&str> = layout.columns().iter().map(|column| column.name.as_str()).collect();
        let leads = Growing::begin(&mut workbook, "leads", &names, &formats.bold).map_err(failed)?;
        let mut reasons = None;
        if layout.has_reasons() {
            let names = [names[0], "score", "rule", "points"];
            reasons = Some(Growing::begin(&mut workbook, "reasons", &names, &formats.bold).map_err(failed)?);
        }
        Ok(Self { workbook, out, leads, reasons, about: layout.what_was_run().to_vec(), formats })
    }

    /// Writes a batch.
    pub(super) fn write(&mut self, layout: &Layout, results: &Results) -> Result<(), WriteError> {
        if results.rows > (ROWS - self.leads.rows) as usize {
            return Err(WriteError::TooManyRows);
        }
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        let (mut why, mut pieces) = (String::new(), Pieces::default());
        for row in 0..results.rows {
            let line = self.leads.rows;
            for (at, column) in (0_u16..).zip(layout.columns()) {
                let done = match layout.cell(column.what, results, row) {
                    Shown::Nothing => continue,
                    Shown::Text(text) => {
                        self.leads.fit(at, text);
                        match column.what {
                            What::Kept(kept) => self.formats.kept(sheet, (line, at), text, layout.kept_type(kept)),
                            What::Stage => {
                                sheet.write_string_with_format(line, at, text, self.formats.stage(results.stages[row]))
                            }
                            _ => sheet.write_string(line, at, text),
                        }
                    }
                    // Excel itself only has binary fractions.
                    Shown::Points(points) => {
                        self.leads.fit(at, &points.to_string());
                        sheet.write_number(line, at, excel_number(points))
                    }
                    Shown::Why => {
                        why.clear();
                        layout.write_why(results, row, &mut pieces, |piece| why.push_str(piece));
                        if why.chars().count() > CHARACTERS {
                            return Err(WriteError::TooLong { row: results.first_row + row as u64 + 1 });
                        }
                        self.leads.fit(at, &why);
                        sheet.write_string(line, at, why.as_str())
                    }
                };
                match done {
                    Ok(_) => {}
                    Err(XlsxError::MaxStringLengthExceeded) => {
                        return Err(WriteError::TooLong { row: results.first_row + row as u64 + 1 });
                    }
                    Err(error) => return Err(failed(error)),
                }
            }
            self.leads.rows += 1;
        }
        self.write_reasons(layout, results)
    }

    /// A line for each rule that gave a lead points, as long as there is room.
    fn write_reasons(&mut self, layout: &Layout, results: &Results) -> Result<(), WriteError> {
        let Some(reasons) = &mut self.reasons else { return Ok(()) };
        let sheet = self.workbook.worksheet_from_index(1).map_err(failed)?;
        for row in 0..results.rows {
            for (score, title, points) in layout.reasons_of(results, row) {
                let line = reasons.rows;
                if line == ROWS {
                    return Ok(());
                }
                if let Shown::Text(key) = layout.cell(What::Key, results, row) {
                    reasons.fit(0, key);
                    sheet.write_string(line, 0, key).map_err(failed)?;
                }
                for (column, text) in [(1, score), (2, title)] {
                    reasons.fit(column, text);
                    sheet.write_string(line, column, text).map_err(failed)?;
                }
                reasons.fit(3, &points.to_string());
                sheet.write_number(line, 3, excel_number(points)).map_err(failed)?;
                reasons.rows += 1;
            }
        }
        Ok(())
    }

    /// Writes the file.
    pub(super) fn finish(mut self) -> Result<(), WriteError> {
        for (at, sheet) in std::iter::once(&self.leads).chain(&self.reasons).enumerate() {
            sheet.end(self.workbook.worksheet_from_index(at).map_err(failed)?).map_err(failed)?;
        }
        if !self.about.is_empty() {
            let sheet = self.workbook.add_worksheet();
            sheet.set_name("run").map_err(failed)?;
            for (row, (name, value)) in (0_u32..).zip(&self.about) {
                sheet.write_string_with_format(row, 0, name, &self.formats.bold).map_err(failed)?;
                sheet.write_string(row, 1, value).map_err(failed)?;
            }
            sheet.set_autofit_max_width(WIDEST);
            sheet.autofit();
        }
        self.workbook.save_to_writer(&mut self.out).map_err(failed)?;
        self.out.flush()?;
        Ok(())
    }
}

impl Formats {
    /// A cell of the input: a number or a day if its field is one, otherwise the text.
    fn kept<'s>(
        &self,
        sheet: &'s mut Worksheet,
        (row, column): (u32, u16),
        text: &str,
        of: Option<&leadrules_language::types::Type>,
    ) -> Result<&'s mut Worksheet, XlsxError> {
        match of.and_then(|of| typed(text, of)) {
            Some(Typed::Number(millionths)) => sheet.write_number(row, column, in_units(millionths)),
            Some(Typed::Day(day)) if day + EPOCH >= FIRST_DAY => {
                sheet.write_number_with_format(row, column, day + EPOCH, &self.date)
            }
            Some(Typed::Day(_)) | None => sheet.write_string(row, column, text),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers; nothing is computed with it")]
fn excel_number(points: Points) -> f64 {
    points.0 as f64 / 100.0
}

/// A workbook has no other numbers. Fifteen digits stay as they are.
fn in_units(millionths: i64) -> f64 {
    Decimal(millionths.into()).to_string().parse().expect("a decimal is a number")
}

fn failed(error: XlsxError) -> WriteError {
    match error {
        XlsxError::IoError(error) => WriteError::Io(error),
        XlsxError::RowColumnLimitError => WriteError::TooManyRows,
        other => WriteError::Format(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_fifteen_digits_stay_what_they_are() {
        for (millionths, number) in [
            (1_000_000, 1.0_f64),
            (779_045_379_687_000_000, 779_045_379_687.0),
            (611_984_828_089_000_000, 611_984_828_089.0),
            (986_116_782_803_730_000, 986_116_782_803.73),
            (-100_000, -0.1),
            (0, 0.0),
        ] {
            assert_eq!(in_units(millionths).to_bits(), number.to_bits());
        }
    }
}
