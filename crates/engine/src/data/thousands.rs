//! Whether numbers are written as thousands are: `12.500`, in a column that reads it as twelve and a half. In: numbers as they are
//! written; out: how many look so, if all do.

use super::cell::number::Mark;

/// Fewer than this many may be so by chance.
const FEW: u64 = 5;

/// One thousand, in millionths.
const THOUSAND: i64 = 1_000_000_000;

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thousands {
    /// With one mark and three digits behind it, and one to three before it.
    alike: u64,
    /// As no writer of thousands would: with other decimal places, or with four digits and no mark.
    otherwise: u64,
    /// The greatest that is written so, as it is read, in millionths.
    most: i64,
}

impl Thousands {
    /// Looks at a number as it is written; `value` is what it is read as, in millionths.
    #[inline]
    pub(super) fn see(&mut self, text: &[u8], value: i64, mark: Mark) {
        let mark = if mark == Mark::Point { b'.' } else { b',' };
        let digits = text.strip_prefix(b"-").unwrap_or(text);
        let is_alike = matches!(digits, [before @ .., point, _, _, _] if *point == mark
            && (1..=3).contains(&before.len()) && before[0] != b'0');
        if is_alike {
            self.alike += 1;
            self.most = self.most.max(value.abs());
        } else if value % 1_000_000 != 0 || value.abs() >= THOUSAND || digits.contains(&mark) {
            self.otherwise += 1;
        }
    }

    /// Adds what was seen elsewhere in the column.
    pub(super) fn merge(&mut self, other: Self) {
        self.alike += other.alike;
        self.otherwise += other.otherwise;
        self.most = self.most.max(other.most);
    }

    /// How many are written so, if these are several, and none is written otherwise.
    #[must_use]
    pub fn all(self) -> Option<u64> {
        (self.alike >= FEW && self.otherwise == 0).then_some(self.alike)
    }

    /// The greatest of them, as it is read, in millionths.
    #[must_use]
    pub fn most(self) -> i64 {
        self.most
    }
}

#[cfg(test)]
mod tests {
    use super::super::cell::number;
    use super::*;

    fn seen(texts: &[&str], mark: Mark) -> Option<u64> {
        let mut seen = Thousands::default();
        for text in texts {
            seen.see(text.as_bytes(), number::read(text, mark).unwrap().0, mark);
        }
        seen.all()
    }

    #[test]
    fn one_that_is_written_otherwise_tells() {
        let five = ["1.250", "12.500", "125.000", "-2.000", "999.999"];
        assert_eq!(seen(&five, Mark::Point), Some(5));
        assert_eq!(seen(&five[..4], Mark::Point), None);
        assert_eq!(seen(&["1,250", "12,500", "125,000", "2,000", "3,000"], Mark::Comma), Some(5));
        for (other, is_so) in
            [("900", true), ("0", true), ("0.375", false), ("12.5", false), ("1500", false), ("1000.125", false)]
        {
            assert_eq!(seen(&[&five[..], &[other]].concat(), Mark::Point).is_some(), is_so, "{other}");
        }
    }
}
