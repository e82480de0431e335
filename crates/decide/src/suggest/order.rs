//! Options that have an order: months, days of the week, bands (`1-10`, `11-50`, `51+`). In: a choice and how many
//! leads have each option; out: the options in their order, or none. Only neighbours in the order are ever joined.

use leadrules_language::types::ChoiceType;

/// The months and the days of the week, by how their names begin in English, Dutch, French and German. What comes first
/// in a line is tried first.
const RINGS: [&[&[&str]]; 2] = [
    &[
        &["jan"],
        &["feb", "fév", "fev"],
        &["mar", "mrt", "maa", "mär"],
        &["apr", "avr"],
        &["may", "mei", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aoû", "aou"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc"],
    ],
    &[
        &["mon", "maa", "lun", "mo"],
        &["tue", "din", "mar", "di"],
        &["wed", "woe", "mer", "mi"],
        &["thu", "don", "jeu", "do"],
        &["fri", "vri", "ven", "fr"],
        &["sat", "zat", "sam", "sa"],
        &["sun", "zon", "dim", "so"],
    ],
];

/// The options that some lead has, in their order, if they have one.
pub(super) fn of_options(choice: &ChoiceType, counts: &[usize]) -> Option<Vec<u16>> {
    let there: Vec<(u16, String)> = (0..)
        .zip(&choice.options)
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|((at, option), _)| (at, option.name.trim().to_lowercase()))
        .collect();
    if there.len() < 3 {
        return None;
    }
    let ring = |ring: &[&[&str]]| {
        let place = |name: &str| ring.iter().position(|begins| begins.iter().any(|begin| name.starts_with(begin)));
        sorted(&there, &|name| place(name).map(|place| (place, 0)))
    };
    RINGS.iter().find_map(|names| ring(names)).or_else(|| sorted(&there, &band))
}

/// The options sorted by their place, if each has one of its own.
fn sorted<K: Ord>(there: &[(u16, String)], place: &dyn Fn(&str) -> Option<K>) -> Option<Vec<u16>> {
    let mut placed: Vec<(K, u16)> = there.iter().map(|(at, name)| Some((place(name)?, *at))).collect::<Option<_>>()?;
    placed.sort();
    let is_strict = placed.windows(2).all(|pair| pair[0].0 < pair[1].0);
    is_strict.then(|| placed.into_iter().map(|(_, at)| at).collect())
}

/// Where a band begins: `11-50`, `1.000+`, `< 10`, `€ 10k to 50k`, `0-4 years`.
fn band(name: &str) -> Option<(usize, usize)> {
    let below = ["<", "up to", "under", "less than", "tot", "minder dan", "bis", "moins de"];
    let is_below = below.iter().any(|word| name.starts_with(word));
    let start = name.find(|c: char| c.is_ascii_digit())?;
    // A name that merely contains a number, such as a code, is not a band.
    if name[..start].chars().filter(|c| c.is_alphabetic()).count() > 9 {
        return None;
    }
    let mut number = String::new();
    let mut rest = name[start..].char_indices().peekable();
    let mut end = start;
    while let Some((at, c)) = rest.next() {
        let is_grouping = matches!(c, '.' | ',' | ' ') && rest.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() {
            number.push(c);
        } else if !is_grouping {
            end = start + at;
            break;
        }
        end = start + at + c.len_utf8();
    }
    let value: usize = number.parse().ok()?;
    let unit = match name[end..].trim_start().chars().next() {
        Some('k') => 1_000,
        Some('m') if !name[end..].trim_start().starts_with("mo") => 1_000_000,
        _ => 1,
    };
    Some((value.checked_mul(unit)?, usize::from(!is_below)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use leadrules_language::types::ChoiceOption;

    fn ordered(names: &[&str]) -> Option<Vec<u16>> {
        let option = |name: &&str| ChoiceOption { name: (*name).to_owned(), synonyms: Vec::new() };
        of_options(&ChoiceType::new(names.iter().map(option).collect()), &vec![1; names.len()])
    }

    #[test]
    fn months_days_and_bands_have_an_order() {
        assert_eq!(ordered(&["oct", "mar", "dec", "may"]), Some(vec![1, 3, 0, 2]));
        assert_eq!(ordered(&["fri", "mon", "wed"]), Some(vec![1, 2, 0]));
        assert_eq!(ordered(&["51-200", "1-10", "11-50", "1.000+", "201-999"]), Some(vec![1, 2, 0, 4, 3]));
        assert_eq!(ordered(&["10k-50k", "< 10k", "50k+"]), Some(vec![1, 0, 2]));
        assert_eq!(ordered(&["Search", "Referral", "Webinar"]), None);
        assert_eq!(ordered(&["BE", "NL", "DE"]), None);
    }
}
