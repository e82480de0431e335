//! Whether the numbers of a column rise with its rows. In: numbers in the order of the rows; out: how many are greater than
//! the one before.

/// The numbers of a column in their order, as far as it matters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Order {
    ends: Option<(i64, i64)>,
    /// How many there are.
    pub(super) numbers: u64,
    /// How many are greater than the one before.
    pub(super) rising: u64,
}

impl Order {
    /// Takes in the next number.
    pub(super) fn add(&mut self, number: i64) {
        self.rising += u64::from(self.ends.is_some_and(|(_, last)| number > last));
        self.ends = Some((self.ends.map_or(number, |(first, _)| first), number));
        self.numbers += 1;
    }

    /// Takes in the numbers of later rows.
    pub(super) fn merge(&mut self, later: Self) {
        let Some((first, last)) = later.ends else { return };
        let rises = self.ends.is_some_and(|(_, before)| first > before);
        self.rising += later.rising + u64::from(rises);
        self.ends = Some((self.ends.map_or(first, |(first, _)| first), last));
        self.numbers += later.numbers;
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn batches_make_one_order() {
        let numbers = [3, 4, 4, 9, 1, 2];
        let of = |numbers: &[i64]| {
            let mut order = Order::default();
            for number in numbers {
                order.add(*number);
            }
            order
        };
        for cut in 0..=numbers.len() {
            let mut order = of(&numbers[..cut]);
            order.merge(of(&numbers[cut..]));
            assert_eq!((order.numbers, order.rising), (6, 3), "{cut}");
        }
    }
}
