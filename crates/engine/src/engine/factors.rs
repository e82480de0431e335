//! What occurrences keep of their points as they age. In: a decay; out: its factor at any age.

use leadrules_language::calendar::DAY;
use leadrules_language::decay;
use leadrules_language::ir::Decay;

/// How old an occurrence is, in whole days.
#[inline]
pub fn age(as_of: i64, time: i64) -> u32 {
    u32::try_from((as_of - time) / DAY).unwrap_or(u32::MAX - 1)
}

/// The factors of a decay by age in days.
#[derive(Debug)]
pub struct Factors {
    decay: Decay,
    table: Vec<i64>,
}

impl Factors {
    /// Makes the table for ages up to some ten years; the factors of older ones are worked out when asked for.
    pub fn new(decay: Decay) -> Self {
        Self { decay, table: decay::table(decay, 4_000) }
    }

    /// Makes no table: all factors are worked out when asked for.
    pub fn without_table(decay: Decay) -> Self {
        Self { decay, table: Vec::new() }
    }

    /// The factor of an occurrence at `time`, in millionths.
    pub fn at(&self, as_of: i64, time: i64) -> i64 {
        self.of_age(age(as_of, time))
    }

    /// The factor of an occurrence of this age in days, in millionths.
    #[inline]
    pub fn of_age(&self, age: u32) -> i64 {
        match self.table.get(age as usize) {
            Some(factor) => *factor,
            None if self.table.last() == Some(&0) => 0,
            None => decay::factor(self.decay, age),
        }
    }
}
