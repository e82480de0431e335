//! The filled cells of a sheet, and nothing for the others: one cell in the far corner does not make a sheet large. In:
//! cells one by one; out: the cell at a position.

use std::ops::Range;

use calamine::Data;

/// The most rows that a sheet can have, and columns.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;

/// The most bytes of text that a sheet may hold: 4 GiB. The same text may be in many cells.
const TEXT: u64 = 4 << 30;

/// Why a cell is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is beyond the last row or column that a sheet can have.
    Beyond,
    /// The texts of its row, given by its number from 1, have more bytes than this.
    Long(u64, u64),
    /// The texts of the sheet have more bytes than this.
    Large(u64),
}

/// The filled cells, by row and column.
#[derive(Debug)]
pub(super) struct Grid {
    cells: Vec<((u32, u32), Data)>,
    /// The rows that have cells: their numbers in the sheet, and their cells.
    rows: Vec<(u32, Range<usize>)>,
    left: u32,
    width: usize,
    /// How many bytes the texts of the row at hand have, and those of all rows.
    text: (u32, u64, u64),
    longest_row: u64,
}

impl Grid {
    /// A grid without cells; the texts of a row may have this many bytes.
    pub(super) fn new(longest_row: usize) -> Self {
        Self {
            cells: Vec::new(),
            rows: Vec::new(),
            left: 0,
            width: 0,
            text: (0, 0, 0),
            longest_row: longest_row as u64,
        }
    }

    /// Takes a cell; those of later rows mostly come later.
    pub(super) fn push(&mut self, place: (u32, u32), value: Data) -> Result<(), Refused> {
        if value == Data::Empty {
            return Ok(());
        }
        if place.0 >= ROWS || place.1 >= COLUMNS {
            return Err(Refused::Beyond);
        }
        if let Data::String(text) = &value {
            self.weigh(place.0, text.len() as u64)?;
        }
        self.cells.push((place, value));
        Ok(())
    }

    /// Adds up the bytes of texts.
    fn weigh(&mut self, row: u32, bytes: u64) -> Result<(), Refused> {
        let (at, in_row, all) = self.text;
        let in_row = if at == row { in_row.saturating_add(bytes) } else { bytes };
        self.text = (row, in_row, all.saturating_add(bytes));
        if in_row > self.longest_row {
            return Err(Refused::Long(u64::from(row) + 1, self.longest_row));
        }
        if self.text.2 > TEXT { Err(Refused::Large(TEXT)) } else { Ok(()) }
    }

    /// The grid, once all cells are there.
    pub(super) fn finish(mut self) -> Self {
        if !self.cells.is_sorted_by(|(a, _), (b, _)| a < b) {
            // Of two at the same position, the last one stays.
            self.cells.reverse();
            self.cells.sort_by_key(|&(place, _)| place);
            self.cells.dedup_by_key(|&mut (place, _)| place);
        }
        let mut start = 0;
        for row in self.cells.chunk_by(|((a, _), _), ((b, _), _)| a == b) {
            self.rows.push((row[0].0.0, start..start + row.len()));
            start += row.len();
        }
        self.measure();
        self
    }

    /// Leaves out the rows before this one.
    pub(super) fn start_at(&mut self, row: usize) {
        if row > 0 {
            self.rows.drain(..row);
            self.measure();
        }
    }

    /// Works out which columns the cells of its rows span.
    fn measure(&mut self) {
        let first = self.rows.first().map_or(0, |(_, cells)| cells.start);
        let columns = || self.cells[first..].iter().map(|&((_, column), _)| column);
        if let (Some(left), Some(right)) = (columns().min(), columns().max()) {
            self.left = left;
            self.width = (right - left) as usize + 1;
        }
    }

    /// The first column with cells, from 0.
    pub(super) fn left(&self) -> u32 {
        self.left
    }

    /// Whether no cell is blank from the first row and column to the last.
    pub(super) fn is_full(&self) -> bool {
        self.height() * self.width as u64 == self.cells.len() as u64
    }

    /// A cell by its position in the sheet.
    pub(super) fn at(&self, place: (u32, u32)) -> Option<&Data> {
        self.cells.binary_search_by_key(&place, |&(place, _)| place).ok().map(|at| &self.cells[at].1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// How many rows have cells.
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many rows there are from the first with cells to the last.
    pub(super) fn height(&self) -> u64 {
        match (self.rows.first(), self.rows.last()) {
            (Some((first, _)), Some((last, _))) => u64::from(last - first) + 1,
            _ => 0,
        }
    }

    /// How many columns there are from the first with cells to the last.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The line of the sheet that one of these rows is, from 1.
    pub(super) fn line(&self, row: usize) -> u64 {
        u64::from(self.rows[row].0) + 1
    }

    /// A cell of one of these rows, by the index of its column among those that have cells.
    pub(super) fn get(&self, row: usize, column: usize) -> Option<&Data> {
        let cells = &self.cells[self.rows[row].1.clone()];
        let wanted = self.left + u32::try_from(column).ok()?;
        // In a row without gaps, cells are at the indexes of their columns.
        let at = match cells.get(column) {
            Some(&((_, found), _)) if found == wanted => column,
            _ => cells.binary_search_by_key(&wanted, |&((_, column), _)| column).ok()?,
        };
        Some(&cells[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_is_there() {
        let mut grid = Grid::new(100);
        for (place, value) in [((1, 2), 1), ((1, 3), 2), ((9, 16_383), 3), ((4, 3), 4), ((4, 3), 5)] {
            grid.push(place, Data::Int(value)).unwrap();
        }
        grid.push((0, 0), Data::Empty).unwrap();
        let grid = grid.finish();
        assert_eq!((grid.rows(), grid.height(), grid.width()), (3, 9, 16_382));
        assert_eq!((grid.line(0), grid.line(1), grid.line(2)), (2, 5, 10));
        let found = |row, column| grid.get(row, column).cloned();
        assert_eq!((found(0, 0), found(0, 1), found(0, 2)), (Some(Data::Int(1)), Some(Data::Int(2)), None));
        assert_eq!((found(1, 0), found(1, 1), found(2, 16_381)), (None, Some(Data::Int(5)), Some(Data::Int(3))));
    }

    #[test]
    fn nothing_stands_beyond_the_last_row_and_column() {
        let mut grid = Grid::new(100);
        assert!(grid.push((1 << 20, 0), Data::Int(1)).is_err());
        assert!(grid.push((0, 1 << 14), Data::Int(1)).is_err());
        assert!(grid.finish().is_empty());
    }

    #[test]
    fn the_texts_of_a_row_have_an_end() {
        let text = |bytes: usize| Data::String("x".repeat(bytes));
        let mut grid = Grid::new(100);
        assert_eq!(grid.push((0, 0), text(60)), Ok(()));
        assert_eq!(grid.push((1, 0), text(60)), Ok(()));
        assert_eq!(grid.push((1, 1), text(41)), Err(Refused::Long(2, 100)));
    }
}
