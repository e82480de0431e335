//! Which language the reader wants. In: what was typed, what `leadrules.toml` says, what the system says; out: a locale for people.
//! Texts within what programs read stay English unless another language was typed.

use std::ffi::OsString;

use clap::ValueEnum;
use leadrules_language::words::Locale;

use super::terminal::{ColourChoice, Terminal};
use super::{project, world};

/// A language.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    // English
    En,
    // Dutch
    Nl,
    // French
    Fr,
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Nl => Self::Dutch,
            Language::Fr => Self::French,
        }
    }
}

/// Who reads.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reader {
    /// The language of what people read.
    pub(crate) locale: Locale,
    /// The language that was typed, which is that of texts within what programs read, too.
    pub(crate) typed: Option<Locale>,
}

impl Reader {
    /// Who typed this: the language that was typed, else that of `leadrules.toml`, else that of the system, else English.
    pub(super) fn of(arguments: &[OsString], program: clap::Command) -> Self {
        let typed = typed(arguments);
        let locale = typed.or_else(|| project::language(arguments, program)).or_else(world::locale).unwrap_or_default();
        Self { locale, typed }
    }

    /// What its streams can show.
    pub(super) fn terminal(self, colour: ColourChoice) -> Terminal {
        Terminal::detect(colour, self.locale, self.typed.unwrap_or_default())
    }

    /// Somebody who typed nothing.
    #[cfg(feature = "workbench")]
    pub(super) fn of_system() -> Self {
        Self { locale: world::locale().unwrap_or_default(), typed: None }
    }
}

/// The language that was typed, looked for by hand: also where the rest of the command line can't be read.
fn typed(arguments: &[OsString]) -> Option<Locale> {
    let mut arguments =
        arguments.iter().skip(1).take_while(|argument| *argument != "--").map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let value = match argument {
            Some("--language") => arguments.next().flatten(),
            Some(argument) => argument.strip_prefix("--language="),
            None => None,
        };
        if let Some(language) = value.and_then(|value| Language::from_str(value, false).ok()) {
            return Some(language.into());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_was_typed() {
        let typed = |line: &str| typed(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(typed("leadrules check x --language nl"), Some(Locale::Dutch));
        assert_eq!(typed("leadrules --language=fr check x"), Some(Locale::French));
        assert_eq!(typed("leadrules check --language de x"), None);
        assert_eq!(typed("leadrules check -- --language nl"), None);
        assert_eq!(typed("leadrules check x"), None);
    }
}
