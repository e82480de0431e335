//! A memo table: the results for texts that were seen before in a batch. In: short texts, many of them equal; out: what
//! was made of the first of each. Texts of up to sixteen bytes are told apart by two numbers, without a loop over their
//! bytes.

use hashbrown::HashTable;

use crate::short_key::ShortKey;

/// The results for distinct texts.
#[derive(Debug)]
pub(super) struct Memo<'a, V> {
    table: HashTable<(ShortKey, &'a str, V)>,
}

impl<V> Default for Memo<'_, V> {
    fn default() -> Self {
        Self { table: HashTable::new() }
    }
}

impl<'a, V: Copy> Memo<'a, V> {
    /// The result for this text; `make` computes it for a new one, which is remembered unless there are `most` of them
    /// already.
    #[inline]
    pub(super) fn get(&mut self, text: &'a str, most: usize, make: impl FnOnce(&'a str) -> V) -> V {
        let sign = ShortKey::of(text.as_bytes());
        let hash = sign.hash(text);
        let is_it = |(other, held, _): &(ShortKey, &str, V)| {
            *other == sign && held.len() == text.len() && (text.len() <= ShortKey::WHOLE || *held == text)
        };
        if let Some(&(_, _, value)) = self.table.find(hash, is_it) {
            return value;
        }
        let value = make(text);
        if self.table.len() < most {
            self.table.insert_unique(hash, (sign, text, value), |(sign, text, _)| sign.hash(text));
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tells_texts_apart(texts in prop::collection::vec("[ab\0é]{0,20}", 0..40), most in 0_usize..50) {
            let mut seen = Memo::default();
            let (mut made, mut distinct) = (0, Vec::new());
            for text in &texts {
                let first = texts.iter().position(|other| other == text).unwrap();
                let value = seen.get(text, most, |text| { made += 1; (texts.iter().position(|other| other == text).unwrap(), text) });
                prop_assert_eq!(value, (first, text.as_str()));
                if !distinct.contains(&text) {
                    distinct.push(text);
                }
            }
            prop_assert!(made >= distinct.len() && (made == distinct.len() || most < distinct.len()));
        }
    }
}
