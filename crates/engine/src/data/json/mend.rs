//! Objects that are JSON except for an odd place: half a character, NaN, a control character, a stray backslash. In: a
//! text; out: the text with these places put right, each with what was there. It is called only if a text can't be read
//! as it is.

use leadrules_language::words::{Text, say};

use super::super::report::shorten;

/// An odd place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Odd {
    /// The byte at which it is.
    pub(super) at: usize,
    /// What was there, in which member, and how it was read.
    pub(super) said: Text,
}

/// What people and programs write for a number that is not a number.
const NO_NUMBERS: [&str; 6] = ["-Infinity", "Infinity", "NaN", "nan", "-inf", "inf"];

/// The text with its odd places put right; `None` if there are none.
pub(super) fn mend(text: &str) -> Option<(String, Vec<Odd>)> {
    let mut mending = Mending { text, at: 0, kept: 0, made: String::new(), name: "", odd: Vec::new() };
    mending.run();
    mending.made.push_str(&text[mending.kept..]);
    (!mending.odd.is_empty()).then_some((mending.made, mending.odd))
}

struct Mending<'t> {
    text: &'t str,
    at: usize,
    /// How far the text has been copied to `made`.
    kept: usize,
    made: String,
    /// The name of the member at hand.
    name: &'t str,
    odd: Vec<Odd>,
}

impl Mending<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'"' => self.string(),
                b'N' | b'I' | b'-' | b'n' | b'i' => self.word(),
                _ => self.at += 1,
            }
        }
    }

    /// Puts `new` in place of the next bytes.
    fn put(&mut self, bytes: usize, new: &str, what: Text) {
        self.odd.push(Odd { at: self.at, said: say!("{what} in \"{name}\"", what, name = shorten(self.name)) });
        self.made.push_str(&self.text[self.kept..self.at]);
        self.made.push_str(new);
        self.at += bytes;
        self.kept = self.at;
    }

    fn word(&mut self) {
        let (before, rest) = self.text.split_at(self.at);
        let found = NO_NUMBERS.iter().find(|word| rest.starts_with(**word));
        let opens = |text: &str| text.trim_end().ends_with([':', '[', ',']);
        let ends = |text: &str| text.trim_start().is_empty() || text.trim_start().starts_with([',', ']', '}']);
        match found.filter(|word| opens(before) && ends(&rest[word.len()..])) {
            Some(word) => self.put(word.len(), "null", say!("{word}, which is unknown,", word = *word)),
            None => self.at += 1,
        }
    }

    fn string(&mut self) {
        let start = self.at + 1;
        self.at = start;
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'"' => break,
                b'\\' => self.escape(),
                0..=0x1f => self.put(1, &format!("\\u{byte:04x}"), say!("a control character")),
                _ => self.at += 1,
            }
        }
        let inside = self.text.get(start..self.at).unwrap_or_default();
        self.at += 1;
        let is_name = self.text.get(self.at..).is_some_and(|rest| rest.trim_start().starts_with(':'));
        if is_name {
            self.name = inside;
        }
    }

    fn escape(&mut self) {
        let code = |at: usize| {
            let digits = self.text.get(at..)?.strip_prefix("\\u")?.get(..4)?;
            digits
                .bytes()
                .all(|digit| digit.is_ascii_hexdigit())
                .then(|| u32::from_str_radix(digits, 16).ok())
                .flatten()
        };
        match (self.text.as_bytes().get(self.at + 1), code(self.at), code(self.at + 6)) {
            (_, Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => self.at += 12,
            (_, Some(0xd800..=0xdfff), _) => {
                self.put(6, "\\ufffd", say!("half a character, read as {sign},", sign = "\u{fffd}"));
            }
            (_, Some(_), _) => self.at += 6,
            (Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't'), ..) => self.at += 2,
            _ => self.put(1, "\\\\", say!("a stray backslash")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[test]
    fn odd_places_are_put_right() {
        for (text, made, said) in [
            (r#"{"a":"Bo \ud83d"}"#, r#"{"a":"Bo \ufffd"}"#, r#"half a character, read as �, in "a""#),
            (r#"{"a":"\ude00x"}"#, r#"{"a":"\ufffdx"}"#, r#"half a character, read as �, in "a""#),
            (
                r#"{"a":"\ud83d\ud83d\ude00"}"#,
                r#"{"a":"\ufffd\ud83d\ude00"}"#,
                r#"half a character, read as �, in "a""#,
            ),
            (r#"{"b": NaN }"#, r#"{"b": null }"#, r#"NaN, which is unknown, in "b""#),
            (r#"{"b":[1,-Infinity]}"#, r#"{"b":[1,null]}"#, r#"-Infinity, which is unknown, in "b""#),
            ("{\"b\":\"x\ty\"}", r#"{"b":"x\u0009y"}"#, r#"a control character in "b""#),
            (r#"{"b":"C:\xy"}"#, r#"{"b":"C:\\xy"}"#, r#"a stray backslash in "b""#),
        ] {
            let (mended, odd) = mend(text).unwrap();
            assert_eq!((mended.as_str(), odd.len(), odd[0].said.to_string().as_str()), (made, 1, said), "{text}");
        }
        for text in
            [r#"{"a":"\ud83d\ude00 NaN","n":null,"x":-1}"#, r#"{"a":"\\ud83d"}"#, r#"{"a":nano}"#, "{\"a", "\"\\"]
        {
            assert_eq!(mend(text).filter(|(made, _)| serde_json::from_str::<Value>(made).is_ok()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_json_stays_as_it_is(texts in prop::collection::vec(any::<String>(), 0..4), number in any::<f64>()) {
            let value = serde_json::json!({ "NaN": texts, "n": number, "\\": [null, true, "-inf"] });
            prop_assert_eq!(mend(&value.to_string()), None);
        }

        #[test]
        fn any_text_can_be_asked(text in "[\\\\\"u{}:,\\[\\]NaIndfiy08d\u{1}é -]{0,40}") {
            mend(&text);
        }
    }
}
