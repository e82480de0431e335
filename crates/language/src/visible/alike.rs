//! Characters that look like others: letters of other scripts like Latin ones, dashes, quotes, digits. In: a character; out:
//! what it looks like, and what Unicode calls it. The characters are those that keyboards and word processors bring
//! into rules; it is not a list of all that Unicode knows.

/// The ASCII character that a character is easily taken for, if there is one.
#[must_use]
pub fn looks_like(c: char) -> Option<char> {
    if let '\u{ff01}'..='\u{ff5e}' = c {
        return char::from_u32(u32::from(c) - 0xfee0);
    }
    ALIKE.iter().find(|(other, ..)| *other == c).map(|(_, plain, _)| *plain)
}

/// A text with every character that looks like ASCII replaced by it.
#[must_use]
pub fn skeleton(text: &str) -> String {
    text.chars().map(|c| looks_like(c).unwrap_or(c)).collect()
}

/// A character by its code point and, where it is known here, its name: `U+0430 CYRILLIC SMALL LETTER A`.
#[must_use]
pub fn named(c: char) -> String {
    let name = match c {
        '\u{ff10}'..='\u{ff19}' => format!(" FULLWIDTH DIGIT {}", DIGITS[(u32::from(c) - 0xff10) as usize]),
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            let plain = looks_like(c).unwrap_or(c);
            let case = if plain.is_ascii_uppercase() { "CAPITAL" } else { "SMALL" };
            format!(" FULLWIDTH LATIN {case} LETTER {}", plain.to_ascii_uppercase())
        }
        '\u{660}'..='\u{669}' => format!(" ARABIC-INDIC DIGIT {}", DIGITS[(u32::from(c) - 0x660) as usize]),
        '\u{6f0}'..='\u{6f9}' => format!(" EXTENDED ARABIC-INDIC DIGIT {}", DIGITS[(u32::from(c) - 0x6f0) as usize]),
        '\u{966}'..='\u{96f}' => format!(" DEVANAGARI DIGIT {}", DIGITS[(u32::from(c) - 0x966) as usize]),
        _ => {
            let known = ALIKE.iter().find(|(other, ..)| *other == c).map(|(.., name)| *name);
            known.map_or_else(String::new, |name| format!(" {name}"))
        }
    };
    format!("U+{:04X}{name}", u32::from(c))
}

const DIGITS: [&str; 10] = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];

const ALIKE: &[(char, char, &str)] = &[
    // dashes
    ('‐', '-', "HYPHEN"),
    ('‑', '-', "NON-BREAKING HYPHEN"),
    ('‒', '-', "FIGURE DASH"),
    ('–', '-', "EN DASH"),
    ('—', '-', "EM DASH"),
    ('―', '-', "HORIZONTAL BAR"),
    ('⁃', '-', "HYPHEN BULLET"),
    ('⁻', '-', "SUPERSCRIPT MINUS"),
    ('−', '-', "MINUS SIGN"),
    ('➖', '-', "HEAVY MINUS SIGN"),
    ('﹘', '-', "SMALL EM DASH"),
    ('﹣', '-', "SMALL HYPHEN-MINUS"),
    ('－', '-', "FULLWIDTH HYPHEN-MINUS"),
    // quotes
    ('“', '"', "LEFT DOUBLE QUOTATION MARK"),
    ('”', '"', "RIGHT DOUBLE QUOTATION MARK"),
    ('„', '"', "DOUBLE LOW-9 QUOTATION MARK"),
    ('«', '"', "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK"),
    ('»', '"', "RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK"),
    ('‘', '\'', "LEFT SINGLE QUOTATION MARK"),
    ('’', '\'', "RIGHT SINGLE QUOTATION MARK"),
    ('‚', '\'', "SINGLE LOW-9 QUOTATION MARK"),
    ('´', '\'', "ACUTE ACCENT"),
    // signs
    ('＞', '>', "FULLWIDTH GREATER-THAN SIGN"),
    ('＜', '<', "FULLWIDTH LESS-THAN SIGN"),
    ('＝', '=', "FULLWIDTH EQUALS SIGN"),
    ('＋', '+', "FULLWIDTH PLUS SIGN"),
    ('，', ',', "FULLWIDTH COMMA"),
    ('：', ':', "FULLWIDTH COLON"),
    ('；', ';', "FULLWIDTH SEMICOLON"),
    ('．', '.', "FULLWIDTH FULL STOP"),
    ('（', '(', "FULLWIDTH LEFT PARENTHESIS"),
    ('）', ')', "FULLWIDTH RIGHT PARENTHESIS"),
    ('｛', '{', "FULLWIDTH LEFT CURLY BRACKET"),
    ('｝', '}', "FULLWIDTH RIGHT CURLY BRACKET"),
    ('％', '%', "FULLWIDTH PERCENT SIGN"),
    ('＂', '"', "FULLWIDTH QUOTATION MARK"),
    // Cyrillic
    ('а', 'a', "CYRILLIC SMALL LETTER A"),
    ('в', 'b', "CYRILLIC SMALL LETTER VE"),
    ('е', 'e', "CYRILLIC SMALL LETTER IE"),
    ('ё', 'e', "CYRILLIC SMALL LETTER IO"),
    ('і', 'i', "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ('ї', 'i', "CYRILLIC SMALL LETTER YI"),
    ('ј', 'j', "CYRILLIC SMALL LETTER JE"),
    ('к', 'k', "CYRILLIC SMALL LETTER KA"),
    ('ѕ', 's', "CYRILLIC SMALL LETTER DZE"),
    ('м', 'm', "CYRILLIC SMALL LETTER EM"),
    ('о', 'o', "CYRILLIC SMALL LETTER O"),
    ('р', 'p', "CYRILLIC SMALL LETTER ER"),
    ('с', 'c', "CYRILLIC SMALL LETTER ES"),
    ('т', 't', "CYRILLIC SMALL LETTER TE"),
    ('у', 'y', "CYRILLIC SMALL LETTER U"),
    ('х', 'x', "CYRILLIC SMALL LETTER HA"),
    ('һ', 'h', "CYRILLIC SMALL LETTER SHHA"),
    ('ԁ', 'd', "CYRILLIC SMALL LETTER KOMI DE"),
    ('А', 'A', "CYRILLIC CAPITAL LETTER A"),
    ('В', 'B', "CYRILLIC CAPITAL LETTER VE"),
    ('Е', 'E', "CYRILLIC CAPITAL LETTER IE"),
    ('Ѕ', 'S', "CYRILLIC CAPITAL LETTER DZE"),
    ('І', 'I', "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ('Ј', 'J', "CYRILLIC CAPITAL LETTER JE"),
    ('К', 'K', "CYRILLIC CAPITAL LETTER KA"),
    ('М', 'M', "CYRILLIC CAPITAL LETTER EM"),
    ('Н', 'H', "CYRILLIC CAPITAL LETTER EN"),
    ('О', 'O', "CYRILLIC CAPITAL LETTER O"),
    ('Р', 'P', "CYRILLIC CAPITAL LETTER ER"),
    ('С', 'C', "CYRILLIC CAPITAL LETTER ES"),
    ('Т', 'T', "CYRILLIC CAPITAL LETTER TE"),
    ('У', 'Y', "CYRILLIC CAPITAL LETTER U"),
    ('Х', 'X', "CYRILLIC CAPITAL LETTER HA"),
    // Greek
    ('α', 'a', "GREEK SMALL LETTER ALPHA"),
    ('ι', 'i', "GREEK SMALL LETTER IOTA"),
    ('κ', 'k', "GREEK SMALL LETTER KAPPA"),
    ('ν', 'v', "GREEK SMALL LETTER NU"),
    ('ο', 'o', "GREEK SMALL LETTER OMICRON"),
    ('ρ', 'p', "GREEK SMALL LETTER RHO"),
    ('υ', 'u', "GREEK SMALL LETTER UPSILON"),
    ('χ', 'x', "GREEK SMALL LETTER CHI"),
    ('Α', 'A', "GREEK CAPITAL LETTER ALPHA"),
    ('Β', 'B', "GREEK CAPITAL LETTER BETA"),
    ('Ε', 'E', "GREEK CAPITAL LETTER EPSILON"),
    ('Ζ', 'Z', "GREEK CAPITAL LETTER ZETA"),
    ('Η', 'H', "GREEK CAPITAL LETTER ETA"),
    ('Ι', 'I', "GREEK CAPITAL LETTER IOTA"),
    ('Κ', 'K', "GREEK CAPITAL LETTER KAPPA"),
    ('Μ', 'M', "GREEK CAPITAL LETTER MU"),
    ('Ν', 'N', "GREEK CAPITAL LETTER NU"),
    ('Ο', 'O', "GREEK CAPITAL LETTER OMICRON"),
    ('Ρ', 'P', "GREEK CAPITAL LETTER RHO"),
    ('Τ', 'T', "GREEK CAPITAL LETTER TAU"),
    ('Υ', 'Y', "GREEK CAPITAL LETTER UPSILON"),
    ('Χ', 'X', "GREEK CAPITAL LETTER CHI"),
    // Latin beyond ASCII
    ('ı', 'i', "LATIN SMALL LETTER DOTLESS I"),
    ('ſ', 's', "LATIN SMALL LETTER LONG S"),
    ('ɑ', 'a', "LATIN SMALL LETTER ALPHA"),
    ('ɡ', 'g', "LATIN SMALL LETTER SCRIPT G"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_have_names() {
        assert_eq!(named('а'), "U+0430 CYRILLIC SMALL LETTER A");
        assert_eq!(named('２'), "U+FF12 FULLWIDTH DIGIT TWO");
        assert_eq!(named('ｂ'), "U+FF42 FULLWIDTH LATIN SMALL LETTER B");
        assert_eq!(named('“'), "U+201C LEFT DOUBLE QUOTATION MARK");
        assert_eq!(named('東'), "U+6771");
        assert_eq!(skeleton("budgеt"), "budget");
        assert!(ALIKE.iter().all(|(c, plain, _)| !c.is_ascii() && plain.is_ascii()));
    }
}
