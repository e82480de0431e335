//! The text of a rule file as it grows. In: lines of the language, and what is said to people beside them; out: the text, its comments
//! in one language.

use leadrules_language::words::{Locale, Text};

/// No line is longer than this, if it can be helped.
pub(super) const WIDTH: usize = 100;

/// The text so far.
#[derive(Debug)]
pub(super) struct Out {
    text: String,
    locale: Locale,
}

impl Out {
    /// Nothing yet.
    pub(super) fn new(locale: Locale) -> Self {
        Self { text: String::new(), locale }
    }

    /// All of it.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A text in the language of the file.
    pub(super) fn say(&self, text: &Text) -> String {
        text.in_locale(self.locale)
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.line("");
    }

    /// Lines of the language.
    pub(super) fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A comment so far from the margin; each line of it by itself.
    pub(super) fn comment(&mut self, indent: &str, text: &Text) {
        for line in self.say(text).lines() {
            self.line(&format!("{indent}# {line}"));
        }
    }

    /// A remark of a list of comments, in as many lines as it takes.
    pub(super) fn listed(&mut self, text: &Text) {
        let mut written = String::from("  #  ");
        for word in self.say(text).split(' ') {
            if written.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&written);
                written = String::from("  #    ");
            }
            written.push(' ');
            written.push_str(word);
        }
        self.line(&written);
    }
}
