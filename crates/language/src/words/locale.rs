//! The languages that are spoken, and which of them somebody wants. In: what people, `leadrules.toml` and the system write;
//! out: a locale. Nothing is looked up here.

/// A language, with how numbers and days are written where it is spoken (in Belgium).
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, with ISO 8601 days.
    #[default]
    English,
    /// Dutch.
    Dutch,
    /// French.
    French,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::Dutch, Self::French];

    /// `en`, `nl`, `fr`: ISO 639-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
            Self::French => "fr",
        }
    }

    /// `en-GB`, `nl-BE`, `fr-BE`: the language and where it is spoken, as Unicode's data name it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Dutch => "nl-BE",
            Self::French => "fr-BE",
        }
    }

    /// What a system says of itself: `nl_BE.UTF-8`, `fr-FR`, `nl`. None for other languages, and for `C` and `POSIX`.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let language = text.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| language.eq_ignore_ascii_case(locale.code()))
    }
}
