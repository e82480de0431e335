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
use leadrules_language::text::grouped;
use leadrules_language::visible;

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
        Form::Further(Further::Plain) => each(sets, plain),
        Form::Json => json::write(sets),
        Form::Further(Further::Sarif) => sarif::write(sets),
        Form::Further(Further::Github) => each(sets, github::command),
    }
}

/// At most this many findings of a kind are shown to a person.
const SHOWN: usize = 20;

/// The findings of a set as a person reads them: the first of each kind, and how many more there are.
fn read(set: &Found<'_>, out: &Stream) -> String {
    let mut text = String::new();
    let mut counts: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for finding in set.findings {
        let (count, _) = counts.entry(finding.code.id).or_insert((0, finding.code.title));
        *count += 1;
        if *count <= SHOWN {
            text += &diagnostic::render(finding, set.sources, out.style);
            text.push('\n');
        }
    }
    for (code, (count, title)) in counts.into_iter().filter(|(_, (count, _))| *count > SHOWN) {
        let more = grouped((count - SHOWN) as u64);
        text += &format!("and {more} more of {code} ({title}); `leadrules check --format plain` lists them all\n\n");
    }
    text
}

fn each(sets: &[Found<'_>], show: impl Fn(&Found<'_>, &Diagnostic) -> String) -> String {
    sets.iter().flat_map(|set| set.findings.iter().map(|finding| show(set, finding))).collect()
}

/// `path:line:column: error[LR0201]: message`
fn plain(set: &Found<'_>, finding: &Diagnostic) -> String {
    let place = Place::of(set.sources, finding.span());
    let (path, word, code) = (visible::line(place.path), finding.severity.word(), finding.code.id);
    format!("{path}:{}:{}: {word}[{code}]: {}\n", place.line, place.column, one_line(&finding.message))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
