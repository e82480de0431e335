//! A statement's text after some edits, which knows where each of its places came from. In: a text and edits; out: the
//! edited text.

/// An edited text.
#[derive(Clone, Debug)]
pub struct Patch {
    /// The text after the edits.
    pub text: String,
    /// For each edit: where it begins in the new text, its new length, and the old stretch.
    edits: Vec<(usize, usize, std::ops::Range<usize>)>,
}

impl Patch {
    /// `text` after `edits`, which do not overlap.
    #[must_use]
    pub fn new(text: &str, edits: &[(std::ops::Range<usize>, String)]) -> Self {
        let mut sorted: Vec<_> = edits.iter().collect();
        sorted.sort_by_key(|(range, _)| (range.start, range.end));
        let mut patch = Self { text: String::with_capacity(text.len() + 16), edits: Vec::new() };
        let mut from = 0;
        for (range, new) in sorted {
            if range.start < from {
                continue;
            }
            patch.text.push_str(&text[from..range.start]);
            patch.edits.push((patch.text.len(), new.len(), range.clone()));
            patch.text.push_str(new);
            from = range.end;
        }
        patch.text.push_str(&text[from..]);
        patch
    }

    /// The place in the old text that a place in the new one came from.
    #[must_use]
    pub fn original(&self, at: usize) -> usize {
        let before = self.edits.partition_point(|(start, _, _)| *start <= at);
        let Some((start, length, old)) = before.checked_sub(1).map(|last| &self.edits[last]) else { return at };
        let into = at - start;
        if into >= *length { old.end + (into - length) } else { (old.start + into).min(old.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again() {
        let patch = Patch::new("a -> b && c", &[(7..9, "and".to_owned()), (2..4, "=>".to_owned())]);
        assert_eq!(patch.text, "a => b and c");
        assert_eq!([0, 2, 5, 7, 11].map(|at| patch.original(at)), [0, 2, 5, 7, 10]);
    }
}
