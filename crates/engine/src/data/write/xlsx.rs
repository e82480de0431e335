//! Results as an Excel workbook: a sheet `leads`, its header bold, frozen and with filters, its cells typed and its stages
//! coloured; where they are wanted, a sheet of the rules that gave points, and one that says what was run.

use std::io::Write;

use leadrules_language::decimal::{Points, SCALE};
use leadrules_language::ir::StageId;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::columns::Results;

use super::error::{Out, WriteError};
use super::layout::{Layout, Pieces, Shown, What};
use super::typed::{Typed, typed};

/// How many rows and columns a sheet has, and how many characters a cell.
const ROWS: u32 = 1_048_576;
const COLUMNS: usize = 16_384;
const CHARACTERS: usize = 32_767;

/// No column is made wider than this many pixels.
const WIDEST: u32 = 480;

/// Stages from low to high: the higher, the stronger.
const SHADES: [u32; 5] = [0x00EE_F6F1, 0x00D3_EBDC, 0x00AF_DABF, 0x0082_C69B, 0x0052_AD75];

/// What a spreadsheet calls 1970-01-01, and the first day that all of them count in the same way.
const EPOCH: i32 = 25_569;
const FIRST_DAY: i32 = 61;

/// The built-in format of a date as the reader's country writes it.
const DATE: u8 = 14;

/// A workbook that grows batch by batch, in memory.
pub(super) struct Writer {
    workbook: Workbook,
    out: Out,
    /// Rows so far, including the header.
    rows: u32,
    columns: u16,
    /// Rows of the sheet of reasons so far, including the header; `None` without that sheet.
    reasons: Option<u32>,
    /// What was run.
    about: Vec<(String, String)>,
    formats: Formats,
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
        let columns = u16::try_from(layout.columns().len()).map_err(|_| WriteError::TooManyColumns)?;
        let formats = Formats::new(layout);
        let mut workbook = Workbook::new();
        // The same results give the same bytes: no clock in the properties.
        let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let names: Vec<&str> = layout.columns().iter().map(|column| column.name.as_str()).collect();
        begin(workbook.add_worksheet(), "leads", &names, &formats.bold).map_err(failed)?;
        if layout.has_reasons() {
            let names = [names[0], "score", "rule", "points"];
            begin(workbook.add_worksheet(), "reasons", &names, &formats.bold).map_err(failed)?;
        }
        let (reasons, about) = (layout.has_reasons().then_some(1), layout.what_was_run().to_vec());
        Ok(Self { workbook, out, rows: 1, columns, reasons, about, formats })
    }

    /// Writes a batch.
    pub(super) fn write(&mut self, layout: &Layout, results: &Results) -> Result<(), WriteError> {
        if results.rows > (ROWS - self.rows) as usize {
            return Err(WriteError::TooManyRows);
        }
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        let (mut why, mut pieces) = (String::new(), Pieces::default());
        for row in 0..results.rows {
            for (at, column) in (0_u16..).zip(layout.columns()) {
                let done = match layout.cell(column.what, results, row) {
                    Shown::Nothing => continue,
                    Shown::Text(text) => match column.what {
                        What::Kept(kept) => self.formats.kept(sheet, (self.rows, at), text, layout.kept_type(kept)),
                        What::Stage => {
                            sheet.write_string_with_format(self.rows, at, text, self.formats.stage(results.stages[row]))
                        }
                        _ => sheet.write_string(self.rows, at, text),
                    },
                    // Excel itself only has binary fractions.
                    Shown::Points(points) => sheet.write_number(self.rows, at, excel_number(points)),
                    Shown::Why => {
                        why.clear();
                        layout.write_why(results, row, &mut pieces, |piece| why.push_str(piece));
                        if why.chars().count() > CHARACTERS {
                            return Err(WriteError::TooLong { row: results.first_row + row as u64 + 1 });
                        }
                        sheet.write_string(self.rows, at, why.as_str())
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
            self.rows += 1;
        }
        self.write_reasons(layout, results)
    }

    /// A line for each rule that gave a lead points, as long as there is room.
    fn write_reasons(&mut self, layout: &Layout, results: &Results) -> Result<(), WriteError> {
        let Some(line) = &mut self.reasons else { return Ok(()) };
        let sheet = self.workbook.worksheet_from_index(1).map_err(failed)?;
        for row in 0..results.rows {
            for (score, title, points) in layout.reasons_of(results, row) {
                if *line == ROWS {
                    return Ok(());
                }
                if let Shown::Text(key) = layout.cell(What::Key, results, row) {
                    sheet.write_string(*line, 0, key).map_err(failed)?;
                }
                sheet.write_string(*line, 1, score).map_err(failed)?;
                sheet.write_string(*line, 2, title).map_err(failed)?;
                sheet.write_number(*line, 3, excel_number(points)).map_err(failed)?;
                *line += 1;
            }
        }
        Ok(())
    }

    /// Writes the file.
    pub(super) fn finish(mut self) -> Result<(), WriteError> {
        end(self.workbook.worksheet_from_index(0).map_err(failed)?, self.rows, self.columns).map_err(failed)?;
        if let Some(lines) = self.reasons {
            end(self.workbook.worksheet_from_index(1).map_err(failed)?, lines, 4).map_err(failed)?;
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
        let bytes = self.workbook.save_to_buffer().map_err(failed)?;
        self.out.write_all(&bytes)?;
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

/// A sheet with its header.
fn begin(sheet: &mut Worksheet, name: &str, columns: &[&str], bold: &Format) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    for (column, name) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, column, *name, bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Filters, and columns as wide as their texts.
fn end(sheet: &mut Worksheet, rows: u32, columns: u16) -> Result<(), XlsxError> {
    sheet.autofilter(0, 0, rows - 1, columns.saturating_sub(1))?;
    sheet.set_autofit_max_width(WIDEST);
    sheet.autofit();
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers; nothing is computed with it")]
fn excel_number(points: Points) -> f64 {
    points.0 as f64 / 100.0
}

#[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers, and these have few digits")]
fn in_units(millionths: i64) -> f64 {
    millionths as f64 / SCALE as f64
}

fn failed(error: XlsxError) -> WriteError {
    match error {
        XlsxError::IoError(error) => WriteError::Io(error),
        XlsxError::RowColumnLimitError => WriteError::TooManyRows,
        other => WriteError::Format(other.to_string()),
    }
}
