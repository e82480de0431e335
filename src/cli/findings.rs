//! Findings in the forms that people and programs read. In: findings and the texts they are about; out: text. The
//! findings themselves were settled before.

mod found;
pub(super) mod github;
mod json;
mod sarif;

use found::Place;
pub(super) use found::{Counts, Found};

use std::collections::BTreeMap;

use clap::ValueEnum;
use leadrules_language::diagnostic::{self, Diagnostic};
use leadrules_language::visible;
use leadrules_language::words::{Locale, Text, say};

use super::args::Form;
use super::terminal::Stream;

/// A form of findings beside text, their lines underlined, and JSON, which docs/cli.md describes.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Further {
    /// One line each, path:line:column, for editors
    Plain,
    /// For code scanning (SARIF 2.1.0)
    Sarif,
    /// For GitHub Actions, which shows them beside the changed lines
    Github,
}

/// A form of findings.
pub(super) type Format = Form<Further>;

/// All findings in one form, without counts and praise.
pub(super) fn write(format: Format, sets: &[Found<'_>], out: &Stream) -> String {
    match format {
        Form::Text => sets.iter().map(|set| read(set, out)).collect(),
        Form::Further(Further::Plain) => each(sets, |set, finding| plain(set, finding, out.style.locale)),
        Form::Json => json::write(sets, out.in_programs),
        Form::Further(Further::Sarif) => sarif::write(sets, out.in_programs),
        Form::Further(Further::Github) => each(sets, |set, finding| github::command(set, finding, out.style.locale)),
    }
}

/// At most this many findings of a kind are shown to a person.
const SHOWN: usize = 20;

/// The findings of a set as a person reads them: the first of each kind, and how many more there are.
fn read(set: &Found<'_>, out: &Stream) -> String {
    let mut text = String::new();
    let mut counts: BTreeMap<&str, (usize, Text)> = BTreeMap::new();
    for finding in set.findings {
        let (count, _) = counts.entry(finding.code.id).or_insert_with(|| (0, finding.code.said()));
        *count += 1;
        if *count <= SHOWN {
            text += &diagnostic::render(finding, set.sources, out.style);
            text.push('\n');
        }
    }
    for (code, (count, title)) in counts.into_iter().filter(|(_, (count, _))| *count > SHOWN) {
        let rest = say!(
            "and {more} more of {code} ({title}); `leadrules check --format plain` lists them all",
            more = count - SHOWN,
            code,
            title
        );
        text += &rest.in_locale(out.style.locale);
        text += "\n\n";
    }
    text
}

fn each(sets: &[Found<'_>], show: impl Fn(&Found<'_>, &Diagnostic) -> String) -> String {
    sets.iter().flat_map(|set| set.findings.iter().map(|finding| show(set, finding))).collect()
}

/// `path:line:column: error[LR0201]: message`
fn plain(set: &Found<'_>, finding: &Diagnostic, locale: Locale) -> String {
    let place = Place::of(set.sources, finding.span());
    let (path, word, code) = (visible::line(place.path), finding.severity.said().in_locale(locale), finding.code.id);
    format!(
        "{path}:{}:{}: {word}[{code}]: {}\n",
        place.line,
        place.column,
        one_line(&finding.message.in_locale(locale))
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
