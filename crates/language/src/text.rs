//! How texts are read and compared: in NFC, trimmed of outer blanks, folded to one-character lower case. Code points
//! decide; accents count. Every engine folds and searches in the same way.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text as it is read: in NFC, with white space, U+FEFF and U+200B trimmed from both ends.
#[must_use]
pub fn clean(text: &str) -> std::borrow::Cow<'_, str> {
    let trimmed = trim(text);
    // Below U+0300, whose first byte this is, nothing combines and nothing is decomposed.
    if trimmed.bytes().all(|byte| byte < 0xcc) || is_nfc_quick(trimmed.chars()) == IsNormalized::Yes {
        trimmed.into()
    } else {
        trimmed.nfc().collect::<String>().into()
    }
}

/// Trims white space, U+FEFF and U+200B from both ends.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
}

/// One character, folded: its simple lower case, with `İ` as `i`, `ẞ` as `ß` and a final sigma as `σ`.
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        'İ' => 'i',
        'ς' => 'σ',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// A text, folded for comparing.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(fold_char).collect() }
}

/// A text from a rule file in the form that is compared: cleaned and folded.
#[must_use]
pub fn key(text: &str) -> String {
    fold(&clean(text))
}

/// A text as people search for it: folded, and without accents.
#[must_use]
pub fn searched(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).map(fold_char).collect()
}

/// The name of a column without what changes when people export a table again: folded, with each run of blanks as one.
#[must_use]
pub fn column_key(name: &str) -> String {
    key(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character is part of a word: a letter, a digit, a combining mark or `_`.
#[must_use]
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining_mark(c)
}

/// Whether `word` stands in `text` (both folded) with no letter, digit, combining mark or `_` on either side.
#[must_use]
pub fn mentions(text: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(found) = text[from..].find(word) {
        let (start, end) = (from + found, from + found + word.len());
        let before = text[..start].chars().next_back().is_none_or(|c| !is_word(c));
        if before && text[end..].chars().next().is_none_or(|c| !is_word(c)) {
            return true;
        }
        from = start + text[start..].chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// The domain of an address for which [`is_email`] holds: what follows `@`, folded.
#[must_use]
pub fn domain(email: &str) -> String {
    fold(email.rsplit('@').next().unwrap_or(email))
}

/// A truth value, by the words that people and programs use for it, ignoring capitals.
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    let mut folded = [0_u8; 6];
    let bytes = text.as_bytes();
    let folded = folded.get_mut(..bytes.len())?;
    for (to, from) in folded.iter_mut().zip(bytes) {
        *to = from.to_ascii_lowercase();
    }
    match &*folded {
        b"yes" | b"true" | b"1" | b"y" | b"t" | b"ja" | b"j" | b"waar" | b"oui" | b"vrai" | b"wahr" => Some(true),
        b"no" | b"false" | b"0" | b"n" | b"f" | b"nee" | b"onwaar" | b"non" | b"faux" | b"nein" | b"falsch" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether a text is an address: one `@` with something before it, a domain with a dot inside, and no blanks.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let mut parts = text.split('@');
    let (Some(local), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    !local.is_empty()
        && !text.chars().any(char::is_whitespace)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// A count with its thousands separated: `9,240`.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count of something: `1 lead`, `9,240 leads`.
#[must_use]
pub fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_one_character_to_one() {
        assert_eq!(fold("İSTANBUL ẞ ΣΑΣ ς ÉCOLE"), "istanbul ß σασ σ école");
        assert_eq!(key(" \u{feff}E\u{301}cole\u{200b} "), "école");
    }

    #[test]
    fn accents_are_not_searched_for() {
        assert_eq!(["ÉCOLE", "e\u{301}cole", "Ecole"].map(searched), ["ecole"; 3]);
        assert_eq!(searched("Łódź ẞ"), "łodz ß");
    }

    #[test]
    fn counts() {
        assert_eq!(
            ["0", "999", "1,000", "1,234,567"],
            [0, 999, 1000, 1_234_567].map(grouped).each_ref().map(String::as_str)
        );
        assert_eq!(counted(1, "lead", "leads"), "1 lead");
        assert_eq!(counted(1200, "lead", "leads"), "1,200 leads");
    }

    #[test]
    fn mentions_whole_words_only() {
        assert!(mentions("vp of sales", "vp"));
        assert!(!mentions("mvp, sales", "vp"));
        assert!(mentions("mvp / vp", "vp"));
        assert!(!mentions("vp_x", "vp"));
        assert!(!mentions("vp\u{301}", "vp"));
        assert!(mentions("c++ lead", "c++"));
    }

    #[test]
    fn addresses() {
        for good in ["a@b.be", "A.b+c@x.example", "é@bücher.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "a@@b.be", "@b.be", "a@b.", "a@.be", "a b@c.be", "a@b..be"] {
            assert!(!is_email(bad), "{bad}");
        }
        assert_eq!(domain("An@Brewery.Example"), "brewery.example");
    }

    #[test]
    fn yes_and_no_in_the_words_people_use() {
        for word in ["yes", "YES", "true", "1", "Y", "t", "ja", "Oui", "j", "WAAR", "VRAI", "Wahr"] {
            assert_eq!(yes_no(word), Some(true), "{word}");
        }
        for word in ["no", "False", "0", "n", "f", "Nee", "NON", "ONWAAR", "faux", "FALSCH", "nein"] {
            assert_eq!(yes_no(word), Some(false), "{word}");
        }
        for word in ["", "2", "maybe", "yes!", "truest", "onwaars", "é", "x"] {
            assert_eq!(yes_no(word), None, "{word}");
        }
    }
}
