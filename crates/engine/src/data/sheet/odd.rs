//! Cells of a sheet from which no value can be read, though something is meant by them: the rest of a merged range, and
//! formulas whose value was never stored. In: a workbook; out: where they are. What they would have said is not known
//! here.

use std::io::Cursor;

use calamine::{Data, Dimensions, Range, Reader, Sheets};

use crate::data::report::{Counted, Place};

pub(super) type Book = Sheets<Cursor<Vec<u8>>>;

/// The positions of formulas without a stored value.
pub(super) type Formulas = Vec<(u32, u32)>;

/// Ranges and formulas without a value, named as people name cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::data) struct OddCells {
    pub(in crate::data) merged: Counted,
    pub(in crate::data) formulas: Counted,
}

impl OddCells {
    /// Those that extend to the header, in this line of the sheet, or below it. A range one column wide that ends at
    /// the header gives that column its name.
    pub(super) fn new(merged: &[Dimensions], formulas: &[(u32, u32)], header: u64) -> Self {
        let line = |row: u32| u64::from(row) + 1;
        let mut odd = Self::default();
        let names = |range: &Dimensions| line(range.end.0) == header && range.start.1 == range.end.1;
        for range in merged.iter().filter(|range| line(range.end.0) >= header && !names(range)) {
            let place = Place { row: 0, line: line(range.start.0) };
            odd.merged.add(place, || format!("{}:{}", cell_name(range.start), cell_name(range.end)));
        }
        for &at in formulas.iter().filter(|at| line(at.0) > header) {
            odd.formulas.add(Place { row: 0, line: line(at.0) }, || cell_name(at));
        }
        odd
    }
}

/// The merged ranges of a sheet, for the formats whose reader reports them; those of `.ods` come from `in_ods`.
pub(super) fn merged(book: &mut Book, name: &str, in_ods: Vec<(String, Dimensions)>) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Ods(_) => in_ods.into_iter().filter(|(sheet, _)| sheet == name).map(|(_, range)| range).collect(),
        Sheets::Xlsb(_) => Vec::new(),
    }
}

/// Formulas of a sheet whose values are blank in `values`.
pub(super) fn formulas(book: &mut Book, name: &str, values: &Range<Data>) -> Formulas {
    let Ok(formulas) = book.worksheet_formula(name) else { return Formulas::new() };
    let (top, left) = formulas.start().unwrap_or_default();
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let places = formulas.used_cells().map(|(row, column, _)| (top + narrow(row), left + narrow(column)));
    places.filter(|&place| values.get_value(place).is_none_or(|value| *value == Data::Empty)).collect()
}

/// A cell by the letters of its column and the number of its row.
fn cell_name((row, column): (u32, u32)) -> String {
    let (mut letters, mut left) = (Vec::new(), column + 1);
    while left > 0 {
        letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        for (place, name) in [((0, 0), "A1"), ((4, 25), "Z5"), ((0, 26), "AA1"), ((9, 16_383), "XFD10")] {
            assert_eq!(cell_name(place), name);
        }
    }

    #[test]
    fn what_is_above_the_header_is_not_told() {
        let merged =
            [Dimensions::new((0, 0), (0, 3)), Dimensions::new((1, 0), (2, 0)), Dimensions::new((3, 1), (5, 1))];
        let odd = OddCells::new(&merged, &[(0, 0), (7, 2)], 3);
        assert_eq!(odd.merged.examples, [(Place { row: 0, line: 4 }, "B4:B6".to_owned())]);
        assert_eq!(odd.formulas.examples, [(Place { row: 0, line: 8 }, "C8".to_owned())]);
    }
}
