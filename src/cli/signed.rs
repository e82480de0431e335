//! The copies that parties have signed, which lie beside the rule file. In: the path of a rule file; out: where its copies are, and
//! what they say.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use leadrules_decide::agreement::{self, Copy, Status};
use leadrules_language::calendar::Instant;
use leadrules_language::check::Checked;
use leadrules_language::ir::Rules;

use super::exit::{Failure, shown};
use super::revision::Revision;
use super::world;

/// The end of the name of a folder with signed copies.
pub(super) const FOLDER: &str = "signed";

/// The folder with the copies of this rule file: `my.signed` beside `my.leadrules`.
pub(super) fn folder(rules: &Path) -> PathBuf {
    rules.with_extension(FOLDER)
}

/// Where a party's copy is; where there are several agreements, each has a folder.
pub(super) fn place(rules: &Path, all: &Rules, agreement: usize, party: &str) -> PathBuf {
    let folder = folder(rules);
    let own = folder.join(slug(&all.agreements[agreement].title));
    (if all.agreements.len() > 1 { own } else { folder }).join(format!("{party}.leadrules"))
}

/// A title as the name of a folder.
fn slug(title: &str) -> String {
    let words: String = title.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

/// All copies of this rule file.
pub(super) fn copies(rules: &Path, all: &Rules) -> Result<Vec<Copy>, Failure> {
    let revision = Revision::of(rules);
    let mut copies = Vec::new();
    for (at, agreement) in all.agreements.iter().enumerate() {
        for party in &agreement.parties {
            // Where it is now, and where it was while there was one agreement.
            let alone = folder(rules).join(format!("{party}.leadrules"));
            let mut places = vec![place(rules, all, at, party), alone];
            places.dedup();
            for path in places {
                let text = match &revision {
                    Some(revision) => revision.beside(&path)?,
                    None => there(&path)?,
                };
                copies.extend(text.map(|text| Copy { path: shown(&path), party: party.clone(), text }));
            }
        }
    }
    Ok(copies)
}

/// All copies beside a rule file, whether or not its agreements name them: who signed, and under which title.
pub(super) fn all(rules: &Path) -> Vec<(String, String)> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        paths
    };
    let folder = folder(rules);
    let within = entries(&folder).into_iter().filter(|path| path.is_dir()).flat_map(|path| entries(&path));
    let files = entries(&folder).into_iter().chain(within.collect::<Vec<_>>());
    let is_copy = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "leadrules");
    let signed = |path: PathBuf| {
        let text = world::read_text(&path).ok()?;
        agreement::signed_by(&text).map(|(by, title)| (by.to_owned(), title.to_owned()))
    };
    files.filter(is_copy).filter_map(signed).collect()
}

/// The text of a file; `None` if there is none.
fn there(path: &Path) -> Result<Option<String>, Failure> {
    match world::read_text(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::reading(path, &error)),
    }
}

/// Whether the agreements of a rule file hold, seen from an instant.
pub(super) fn status(path: &Path, checked: &Checked, rules: &Rules, as_of: Instant) -> Result<Vec<Status>, Failure> {
    if rules.agreements.is_empty() || path == Path::new("-") {
        return Ok(Vec::new());
    }
    Ok(agreement::status(checked, rules, &copies(path, rules)?, as_of))
}
