//! English sentences as they stand in the code. In: a sentence with places, and what stands there; out: text.

use super::filled::Filled;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(String),
    /// `{name}`
    Place(&'a str),
    /// `{count|one|many}`
    Plural(&'a str, &'a str, &'a str),
}

/// The parts of a sentence, in order. A brace that is not closed is words.
#[must_use]
pub fn pieces(english: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = english;
    while let Some(at) = rest.find(['{', '}']) {
        words.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            words.push_str(brace);
            rest = after;
        } else if let Some((place, after)) = rest.split_once('}').filter(|_| brace == "{") {
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            let mut parts = place.splitn(3, '|');
            pieces.push(match (parts.next(), parts.next(), parts.next()) {
                (Some(count), Some(one), Some(many)) => Piece::Plural(count, one, many),
                _ => Piece::Place(place),
            });
            rest = after;
        } else {
            words.push_str(brace);
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// The sentence with what stands at its places.
pub(super) fn say(english: &str, places: &[Filled]) -> String {
    let value = |name: &str| places.iter().find(|filled| filled.place == name);
    pieces(english)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Place(name) => value(name).map_or_else(|| format!("{{{name}}}"), |value| value.said.clone()),
            Piece::Plural(name, one, many) => match value(name).and_then(|value| value.count) {
                Some(1) => one.to_owned(),
                _ => many.to_owned(),
            },
        })
        .collect()
}
