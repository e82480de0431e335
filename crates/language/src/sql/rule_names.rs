//! Names of the columns for rules, made from what a rule says and never from its position, so that inserting a rule
//! renames no other. In: the rules; out: a name for each. Rules that would share a name all get a longer one: a name
//! never passes from one rule to another.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::dialect::Engine;
use super::query::Names;
use crate::ir::{Rule, RuleId, Rules, Score};

/// How many characters of a score and a title a name takes at most.
const LONGEST: usize = 50;

/// The names, each reserved so that nothing else gets it.
pub(super) fn of(rules: &Rules, dialect: &dyn Engine, names: &mut Names) -> HashMap<RuleId, String> {
    let all: Vec<(RuleId, [String; 3])> =
        rules.rules().into_iter().map(|(score, rule)| (rule.id, candidates(rules, score, rule))).collect();
    let mut shared: HashMap<&str, usize> = HashMap::new();
    for (_, candidates) in &all {
        for name in candidates.iter().collect::<BTreeSet<_>>() {
            *shared.entry(name).or_default() += 1;
        }
    }
    let mut given = HashMap::new();
    for (id, candidates) in &all {
        let own = candidates.iter().find(|name| shared[name.as_str()] == 1 && names.take(name));
        let name = match own {
            Some(own) => dialect.name(own),
            // Lines that are identical to the last character.
            None => names.free(dialect, &candidates[2]),
        };
        given.insert(*id, name);
    }
    given
}

/// What a rule may be called, the shortest first: by its title, by title and condition, by everything it says.
fn candidates(rules: &Rules, score: &Score, rule: &Rule) -> [String; 3] {
    let plain = plain(&format!("{} {}", score.name, rule.title));
    let is_cut = plain.len() > LONGEST;
    let base = plain[..plain.len().min(LONGEST)].trim_end_matches('_').to_owned();
    let by_condition = format!("{base}_{}", short_hash(&[&rule.title, rules.text(rule.left)]));
    let by_all = format!("{base}_{}", short_hash(&[&rule.title, rules.text(rule.span)]));
    // A title that was cut may be the beginning of another one, now or later.
    [if is_cut { by_condition.clone() } else { base }, by_condition, by_all]
}

/// Lower-case letters and digits without accents; anything else becomes a `_`.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' | 'ẞ' => plain.push_str("ss"),
            'ø' | 'Ø' => plain.push('o'),
            'ł' | 'Ł' => plain.push('l'),
            'æ' | 'Æ' => plain.push_str("ae"),
            c if c.is_ascii_alphanumeric() => plain.push(c.to_ascii_lowercase()),
            _ if plain.ends_with('_') => {}
            _ => plain.push('_'),
        }
    }
    let plain = plain.trim_matches('_');
    if plain.starts_with(|c: char| c.is_ascii_digit()) || plain.is_empty() {
        format!("n{plain}")
    } else {
        plain.to_owned()
    }
}

/// Six characters that texts share only if they are the same, blanks aside (FNV-1a, barring collisions).
fn short_hash(texts: &[&str]) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for word in texts.iter().flat_map(|text| text.split_whitespace().chain([""])) {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    format!("{:06x}", hash >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_plain_names() {
        assert_eq!(plain("fit Größe > 50"), "fit_grosse_50");
        assert_eq!(plain("10 + 2"), "n10_2");
        assert_eq!(plain("職"), "n");
    }

    #[test]
    fn blanks_change_no_name() {
        assert_eq!(short_hash(&["a  b", "c"]), short_hash(&["a b ", "c"]));
        assert_ne!(short_hash(&["a", "b c"]), short_hash(&["a b", "c"]));
    }
}
