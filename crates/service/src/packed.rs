//! Numbers and truths of many leads in little room. In: columns as the engine gives them; out: the same, row by row or as columns.

use arrow_array::{Array, Int64Array};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use leadrules_language::types::Truth;

/// Numbers, as what they are above the least of them.
#[derive(Debug)]
pub struct Numbers {
    least: i64,
    most: i64,
    above: Above,
    known: Option<NullBuffer>,
}

/// So much each is above the least, in as few bytes as hold them all.
#[derive(Debug)]
enum Above {
    Nothing(usize),
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Words(Vec<u32>),
    Longs(Vec<u64>),
}

impl Numbers {
    /// These numbers; null is unknown.
    #[must_use]
    pub fn new(numbers: &Int64Array) -> Self {
        let known = || numbers.iter().flatten();
        let (least, most) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
        let above = || numbers.iter().map(|number| number.map_or(0, |number| number.abs_diff(least)));
        let above = match most.abs_diff(least) {
            0 => Above::Nothing(numbers.len()),
            span if span <= u8::MAX.into() => Above::Bytes(above().map(narrow).collect()),
            span if span <= u16::MAX.into() => Above::Shorts(above().map(narrow).collect()),
            span if span <= u32::MAX.into() => Above::Words(above().map(narrow).collect()),
            _ => Above::Longs(above().collect()),
        };
        Self { least, most, above, known: numbers.nulls().filter(|nulls| nulls.null_count() > 0).cloned() }
    }

    /// The number in a row; `None` if it is unknown.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<i64> {
        let is_known = self.known.as_ref().is_none_or(|known| known.is_valid(row));
        is_known.then(|| self.number(row))
    }

    /// All of them; null is unknown.
    pub fn iter(&self) -> impl Iterator<Item = Option<i64>> {
        (0..self.rows()).map(|row| self.get(row))
    }

    /// As the column that they were.
    #[must_use]
    pub fn column(&self) -> Int64Array {
        let numbers: Vec<i64> = (0..self.rows()).map(|row| self.number(row)).collect();
        Int64Array::new(numbers.into(), self.known.clone())
    }

    /// The least and the most of them; zero and zero if none is known.
    #[must_use]
    pub fn ends(&self) -> (i64, i64) {
        (self.least, self.most)
    }

    fn rows(&self) -> usize {
        match &self.above {
            Above::Nothing(rows) => *rows,
            Above::Bytes(above) => above.len(),
            Above::Shorts(above) => above.len(),
            Above::Words(above) => above.len(),
            Above::Longs(above) => above.len(),
        }
    }

    fn number(&self, row: usize) -> i64 {
        self.least.wrapping_add_unsigned(match &self.above {
            Above::Nothing(_) => 0,
            Above::Bytes(above) => above[row].into(),
            Above::Shorts(above) => above[row].into(),
            Above::Words(above) => above[row].into(),
            Above::Longs(above) => above[row],
        })
    }
}

fn narrow<N: TryFrom<u64>>(number: u64) -> N {
    N::try_from(number).ok().expect("no number is further from the least than the most is")
}

/// Truths, two bits each.
#[derive(Debug)]
pub struct Truths {
    met: BooleanBuffer,
    known: BooleanBuffer,
}

impl Truths {
    /// These truths.
    #[must_use]
    pub fn new(truths: &[Truth]) -> Self {
        let bits = |is: fn(Truth) -> bool| truths.iter().map(|&truth| is(truth)).collect();
        Self { met: bits(|truth| truth == Truth::True), known: bits(|truth| truth != Truth::Unknown) }
    }

    /// The truth in a row.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn get(&self, row: usize) -> Truth {
        match (self.known.value(row), self.met.value(row)) {
            (false, _) => Truth::Unknown,
            (true, false) => Truth::False,
            (true, true) => Truth::True,
        }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> Vec<Truth> {
        (0..self.known.len()).map(|row| self.get(row)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_whatever_they_span() {
        for numbers in [
            vec![],
            vec![None, None],
            vec![Some(7), Some(7)],
            vec![Some(-3), None, Some(252)],
            vec![Some(-3), None, Some(253)],
            vec![Some(0), Some(65_535), Some(1)],
            vec![Some(-1), Some(65_535), None],
            vec![Some(i64::from(u32::MAX)), Some(0)],
            vec![Some(i64::from(u32::MAX) + 1), Some(0), None],
            vec![Some(i64::MIN), Some(i64::MAX), None, Some(0)],
        ] {
            let column = Int64Array::from(numbers.clone());
            let packed = Numbers::new(&column);
            assert_eq!(packed.iter().collect::<Vec<_>>(), numbers);
            assert_eq!(packed.column(), column);
        }
    }

    #[test]
    fn truths_come_back() {
        let truths = [Truth::True, Truth::Unknown, Truth::False, Truth::True];
        assert_eq!(Truths::new(&truths).all(), truths);
    }
}
