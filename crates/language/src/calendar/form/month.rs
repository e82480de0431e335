//! Months by their names, as English, Dutch, French and German write them. In: a text that begins with one; out: which
//! one it is.

use unicode_normalization::UnicodeNormalization;

/// The names without accents, for each month.
const NAMES: [&[&str]; 12] = [
    &["january", "januari", "janvier", "januar", "janner"],
    &["february", "februari", "fevrier", "februar"],
    &["march", "maart", "mars", "marz", "mrt", "mrz"],
    &["april", "avril"],
    &["may", "mei", "mai"],
    &["june", "juni", "juin"],
    &["july", "juli", "juillet"],
    &["august", "augustus", "aout"],
    &["september", "septembre"],
    &["october", "oktober", "octobre"],
    &["november", "novembre"],
    &["december", "decembre", "dezember"],
];

/// The month whose name a text begins with: the whole name, or its first three or more letters if no other month begins
/// with them. A full stop after it is part of it.
pub(super) fn name(rest: &mut &str) -> Option<i8> {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let plain: String = word.nfd().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    if plain.len() < 3 {
        return None;
    }
    let mut months = (1..).zip(NAMES).filter(|(_, names)| names.iter().any(|name| name.starts_with(&plain)));
    let (month, _) = months.next()?;
    if months.next().is_some() {
        return None;
    }
    *rest = after.strip_prefix('.').unwrap_or(after);
    Some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_four_languages() {
        for (text, month) in [
            ("mrt", 3),
            ("Mär", 3),
            ("mars", 3),
            ("MAR.", 3),
            ("mei", 5),
            ("May", 5),
            ("juin", 6),
            ("juil.", 7),
            ("août", 8),
            ("aug", 8),
            ("okt", 10),
            ("déc.", 12),
            ("Dez", 12),
            ("févr.", 2),
            ("September", 9),
        ] {
            let mut rest = text;
            assert_eq!((name(&mut rest), rest), (Some(month), ""), "{text}");
        }
        for text in ["ma", "jui", "ju", "xyz", "", "3", "marchx"] {
            assert_eq!(name(&mut &*text), None, "{text}");
        }
    }
}
