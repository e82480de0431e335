//! The sentences in other languages. In: a sentence of the code and what stands at its places; out: the sentence of the
//! catalogue. Fluent (<https://projectfluent.org>) chooses among its wordings, by a count or by a word.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::filled::Filled;
use super::id::id;
use super::locale::Locale;
use super::number;

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Dutch));
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::French));

/// The sentences of a language, as the build script puts them together.
fn sentences(locale: Locale) -> &'static str {
    match locale {
        Locale::English => "",
        Locale::Dutch => include_str!(concat!(env!("OUT_DIR"), "/nl.ftl")),
        Locale::French => include_str!(concat!(env!("OUT_DIR"), "/fr.ftl")),
    }
}

/// A sentence in a language, if its catalogue has it.
pub(super) fn say(locale: Locale, english: &str, places: &[Filled]) -> Option<String> {
    let bundle = match locale {
        Locale::English => return None,
        Locale::Dutch => &*DUTCH,
        Locale::French => &*FRENCH,
    };
    let pattern = bundle.get_message(&id(english))?.value()?;
    let mut arguments = FluentArgs::with_capacity(places.len());
    for filled in places {
        arguments.set(Cow::Borrowed(filled.place), argument(filled));
    }
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    errors.is_empty().then_some(said)
}

#[expect(clippy::cast_precision_loss, reason = "counts are smaller than what a double counts")]
fn argument(filled: &Filled) -> FluentValue<'static> {
    match filled.count {
        Some(count) => FluentValue::Number(FluentNumber::new(count as f64, FluentNumberOptions::default())),
        None => FluentValue::String(Cow::Owned(filled.said.clone())),
    }
}

fn bundle(locale: Locale) -> Bundle {
    let language: LanguageIdentifier = locale.tag().parse().expect("a tag of a language is one");
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(match locale {
        Locale::English => None,
        Locale::Dutch => Some(|value, _| written(value, Locale::Dutch)),
        Locale::French => Some(|value, _| written(value, Locale::French)),
    });
    // What can't be read is left out, and said in English; the tests read all of it.
    let read = FluentResource::try_new(sentences(locale).to_owned()).unwrap_or_else(|(read, _)| read);
    bundle.add_resource_overriding(read);
    bundle
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was made of a count")]
fn written(value: &FluentValue, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(count) => Some(number::count(count.value as u64, locale)),
        _ => None,
    }
}
