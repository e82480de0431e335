//! Results as an Excel workbook: one sheet `leads`, its header bold, frozen and with filters.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::columns::Results;

use super::error::{Out, WriteError};
use super::layout::{Layout, Pieces, Shown};

/// How many rows and columns a sheet has, and how many characters a cell.
const ROWS: u32 = 1_048_576;
const COLUMNS: usize = 16_384;
const CHARACTERS: usize = 32_767;

/// No column is made wider than this many pixels.
const WIDEST: u32 = 480;

/// A workbook that grows batch by batch, in memory.
pub(super) struct Writer {
    workbook: Workbook,
    out: Out,
    /// Rows so far, including the header.
    rows: u32,
    columns: u16,
}

impl Writer {
    /// A workbook with the columns of `layout`.
    pub(super) fn new(layout: &Layout, out: Out) -> Result<Self, WriteError> {
        if layout.columns().len() > COLUMNS {
            return Err(WriteError::TooManyColumns);
        }
        let columns = u16::try_from(layout.columns().len()).map_err(|_| WriteError::TooManyColumns)?;
        let mut workbook = Workbook::new();
        // The same results give the same bytes: no clock in the properties.
        let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let sheet = workbook.add_worksheet();
        sheet.set_name("leads").map_err(failed)?;
        let bold = Format::new().set_bold();
        for (column, name) in (0_u16..).zip(layout.columns()) {
            sheet.write_string_with_format(0, column, &name.name, &bold).map_err(failed)?;
        }
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        Ok(Self { workbook, out, rows: 1, columns })
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
                    Shown::Text(text) => sheet.write_string(self.rows, at, text),
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
        Ok(())
    }

    /// Writes the file.
    pub(super) fn finish(mut self) -> Result<(), WriteError> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        sheet.autofilter(0, 0, self.rows - 1, self.columns.saturating_sub(1)).map_err(failed)?;
        sheet.set_autofit_max_width(WIDEST);
        sheet.autofit();
        let bytes = self.workbook.save_to_buffer().map_err(failed)?;
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        Ok(())
    }
}

#[allow(clippy::cast_precision_loss, reason = "a workbook has no other numbers; nothing is computed with it")]
fn excel_number(points: leadrules_language::decimal::Points) -> f64 {
    points.0 as f64 / 100.0
}

fn failed(error: XlsxError) -> WriteError {
    match error {
        XlsxError::IoError(error) => WriteError::Io(error),
        XlsxError::RowColumnLimitError => WriteError::TooManyRows,
        other => WriteError::Format(other.to_string()),
    }
}
