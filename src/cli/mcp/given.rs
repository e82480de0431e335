//! The rules that a call speaks of: a file, or a draft that is not saved yet. In: paths and texts; out: a rule set with all
//! that was found in it.

use std::collections::BTreeMap;

use leadrules_language::calendar::Instant;
use leadrules_language::check::{self, Checked};
use leadrules_language::codes::Severity;
use leadrules_language::ir::Rules;
use leadrules_language::load::tidy;
use leadrules_language::words::Text;
use schemars::JsonSchema;
use serde::Deserialize;

use super::super::args::instant;
use super::finding::one_line;
use super::refused::{Answer, Refused};
use super::session::{Session, Use};

/// Rules: a file that is saved (`path`), or a draft (`text`).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub(super) struct Given {
    /// The rule file, below a folder of this server, such as "scoring.leadrules". Beside `text`: where the draft would stand.
    pub(super) path: Option<String>,
    /// The text of a draft, which counts in place of what is saved.
    pub(super) text: Option<String>,
    /// Further files of the draft, if it takes in others by `use` that are not saved yet or changed.
    pub(super) further: Option<Vec<FileGiven>>,
}

/// A file of a draft.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub(super) struct FileGiven {
    /// Where it would stand.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
}

/// A rule set that was read.
pub(super) struct Set {
    /// What was found in it.
    pub(super) checked: Checked,
}

/// Texts that count in place of what is saved, by their tidied names.
pub(super) type Drafts = BTreeMap<String, String>;

/// The most bytes of a draft.
const LONGEST: usize = 1 << 20;

/// What a draft is called that has no place yet.
const DRAFT: &str = "draft.leadrules";

impl Given {
    /// Reads the rules.
    pub(super) fn read(&self, session: &Session) -> Answer<Set> {
        let (name, drafts) = self.drafts(session)?;
        if let Some(text) = drafts.get(&tidy(&name)) {
            return Ok(read(session, &name, text.clone(), &drafts));
        }
        let text = session.text(&session.find(&name, Use::Rules)?)?;
        Ok(read(session, &name, text, &drafts))
    }

    /// The name of the first file, and the texts that are given.
    pub(super) fn drafts(&self, session: &Session) -> Answer<(String, Drafts)> {
        let mut drafts = Drafts::new();
        let name = match (&self.path, &self.text) {
            (None, None) => {
                return Err(Refused::new(
                    "there are no rules in this call",
                    "give `path`, the name of a rule file (`files` lists them), or `text`, a draft",
                ));
            }
            (Some(path), None) => session.name(&session.find(path, Use::Rules)?),
            (None, Some(_)) => DRAFT.to_owned(),
            (Some(path), Some(_)) => session.name(&session.target(path)?),
        };
        drafts.extend(self.text.as_ref().map(|text| (tidy(&name), text.clone())));
        for file in self.further.iter().flatten() {
            drafts.insert(tidy(&session.name(&session.target(&file.path)?)), file.text.clone());
        }
        if drafts.values().map(String::len).sum::<usize>() > LONGEST {
            return Err(Refused::new(
                "the draft is longer than a MiB",
                "keep long lists in a file (`list NAME from \"names.txt\"`), and rules to what people can read",
            ));
        }
        Ok((name, drafts))
    }

    /// Reads rules that can be run, for a tool that looks at leads alone.
    pub(super) fn usable(&self, session: &Session) -> Answer<(Set, Rules)> {
        let (set, rules) = self.about_both(session)?;
        without_accounts(&rules)?;
        Ok((set, rules))
    }

    /// The same for a tool that looks at accounts too.
    pub(super) fn about_both(&self, session: &Session) -> Answer<(Set, Rules)> {
        let set = self.read(session)?;
        let rules = set.usable()?;
        Ok((set, rules))
    }
}

/// Reads the rule set whose first file this is.
pub(super) fn read(session: &Session, name: &str, text: String, drafts: &Drafts) -> Set {
    let checked = check::read(name, text, &mut |path| further(session, path, drafts));
    Set { checked }
}

/// The text of a file that rules name: a draft, a rule file, or a list.
pub(super) fn further(session: &Session, path: &str, drafts: &Drafts) -> Result<String, Text> {
    if let Some(text) = drafts.get(&tidy(path)) {
        return Ok(text.clone());
    }
    let is_rules = path.to_ascii_lowercase().ends_with(".leadrules");
    let found = session.find(path, if is_rules { Use::Rules } else { Use::List });
    let text = found
        .and_then(|found| session.text(&found))
        .map_err(|refused| Text::verbatim(refused.to_string().replace('\n', " ")))?;
    // A table of leads taken in as a list would be told entry by entry.
    if !is_rules && !session.show_leads && is_table(&text) {
        let why = "it is a table of several columns, as leads are; a list is a .txt with one entry a line, or a .csv of one column";
        return Err(Text::verbatim(why));
    }
    Ok(text)
}

/// Whether a text has several columns, or is JSON.
fn is_table(text: &str) -> bool {
    let lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()).take(20);
    let bare = lines.map(|line| line.split('"').step_by(2).collect::<String>());
    let heads: Vec<String> = bare.collect();
    let first = heads.first().map(String::as_str).unwrap_or_default();
    // A comma may be part of a name, but hardly of each.
    let has_commas = heads.len() > 1 && heads.iter().all(|line| line.contains(','));
    has_commas || first.contains([';', '\t', '|']) || first.trim_start().starts_with(['{', '['])
}

impl Set {
    /// The rules, if they have no errors.
    pub(super) fn usable(&self) -> Answer<Rules> {
        if let Some(rules) = self.checked.rules.as_ref().filter(|_| !self.checked.has_errors()) {
            return Ok(rules.clone());
        }
        let errors: Vec<String> = self
            .checked
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| one_line(self.checked.sources(), finding))
            .collect();
        let more = errors.len().saturating_sub(3);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let shown = errors[..errors.len().min(3)].join("; ");
        Err(Refused::new(
            format!("the rules have errors, so nothing was run: {shown}{more}"),
            "`check` says all that is wrong, and `fix` mends what is certain",
        ))
    }
}

/// Refuses rules about accounts where only leads are looked at.
pub(super) fn without_accounts(rules: &Rules) -> Answer<()> {
    if rules.accounts.is_none() {
        return Ok(());
    }
    Err(Refused::new(
        "the rules are about accounts too, which this tool does not look at yet",
        "`check`, `prove`, `score` and `explain` (without `to`) look at them",
    ))
}

/// The instant that is asked for, or now.
pub(super) fn as_of(given: Option<&String>, rules: &Rules) -> Answer<Instant> {
    instant(given.map(String::as_str), rules).map_err(|_| {
        Refused::new(
            format!("`{}` is no instant for as_of", given.map_or("", String::as_str)),
            "write a day (2026-11-23) or a time (2026-11-23T12:00Z), or leave it out for now",
        )
    })
}
