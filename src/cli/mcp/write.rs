//! `write`: saves rule files that hold. In: texts and where they go; out: files, or why they are refused: errors, failing
//! tests, promises that can be broken, a file that changed meanwhile, another rule set that would break.

use leadrules_language::load::tidy;
use leadrules_service::sets::Taken;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::written;
use super::check::{Checked, judged};
use super::given::{Drafts, FileGiven, Given, Set, read};
use super::refused::{Answer, Refused};
use super::session::{Session, Use};

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    /// Where the file goes, below a folder of this server; its name ends in .leadrules.
    path: String,
    /// Its whole text.
    text: String,
    /// To write over a file that is there: its hash, as `files` gave it when it was read.
    replaces: Option<String>,
    /// Further files of the same rule set, written together with it or not at all.
    further: Option<Vec<One>>,
    /// The instant from which proofs are seen; now without it.
    as_of: Option<String>,
}

/// A further file.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
struct One {
    path: String,
    text: String,
    /// To write over a file that is there: its hash.
    replaces: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Written {
    written: Vec<Saved>,
    /// What was found in them.
    checked: Checked,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Saved {
    path: String,
    /// What it is now, for the next `replaces`.
    hash: String,
}

/// What a text is known by.
pub(super) fn hash(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Saves rule files.
pub(super) fn write(session: &Session, asked: Asked) -> Answer<Written> {
    if !session.allow_write {
        return Err(Refused::new(
            "this server may not write",
            "give the text to the user, who saves it; or the user starts the server with --allow-write",
        ));
    }
    let first = One { path: asked.path.clone(), text: asked.text.clone(), replaces: asked.replaces.clone() };
    let all: Vec<One> = std::iter::once(first).chain(asked.further.clone().into_iter().flatten()).collect();
    if let Some(empty) = all.iter().find(|one| one.text.trim().is_empty()) {
        return Err(Refused::new(format!("`{}` would be empty", empty.path), "give the whole text of the file"));
    }
    let mut targets = Vec::new();
    for one in &all {
        let target = session.target(&one.path)?;
        if targets.contains(&target) {
            return Err(Refused::new(format!("`{}` stands here twice", one.path), "give each file once"));
        }
        fresh(session, one, &target)?;
        targets.push(target);
    }
    let given = Given {
        path: Some(asked.path),
        text: Some(asked.text),
        further: asked
            .further
            .map(|more| more.into_iter().map(|one| FileGiven { path: one.path, text: one.text }).collect()),
    };
    let (name, drafts) = given.drafts(session)?;
    let checked = holds(session, &name, &drafts, asked.as_of.as_ref())?;
    let mut saved = Vec::new();
    for (one, target) in all.iter().zip(&targets) {
        written::write_file(target, one.text.as_bytes()).map_err(|failure| {
            let before = if saved.is_empty() { "nothing was written" } else { "the files before it were written" };
            Refused::failure(&failure, &format!("{before}; the user can look at the rights of the folder"))
        })?;
        saved.push(Saved { path: session.name(target), hash: hash(&one.text) });
    }
    Ok(Written { written: saved, checked })
}

/// Whether what is there is what was read.
fn fresh(session: &Session, one: &One, target: &std::path::Path) -> Answer<()> {
    let there = if target.exists() { Some(hash(&session.text(target)?)) } else { None };
    match (there, &one.replaces) {
        (None, None) => Ok(()),
        (Some(there), Some(replaces)) if there == *replaces => Ok(()),
        (None, Some(_)) => Err(Refused::new(
            format!("`{}` is not there any more, so it can't be replaced", one.path),
            "leave `replaces` out to write it anew",
        )),
        (Some(_), None) => Err(Refused::new(
            format!("`{}` is there, and nothing was written", one.path),
            "read it with `files`, and give its hash as `replaces` to write over it; or give another path",
        )),
        (Some(_), Some(_)) => Err(Refused::new(
            format!("`{}` has changed since that hash, and nothing was written", one.path),
            "read it again with `files`, and carry over what others changed",
        )),
    }
}

/// Checks all rule sets that the files would be part of, and refuses what does not hold.
fn holds(session: &Session, name: &str, drafts: &Drafts, as_of: Option<&String>) -> Answer<Checked> {
    let mut taken = Taken::default();
    for file in session.listed(Use::Rules) {
        if let Ok(text) = session.find(&file, Use::Rules).and_then(|found| session.text(&found)) {
            taken.note(&file, &text);
        }
    }
    for (file, text) in drafts {
        taken.note(file, text);
    }
    let first: Vec<String> = drafts.keys().flat_map(|file| taken.first(file)).collect();
    let mut own = None;
    let mut looked = Vec::new();
    for set in first {
        if looked.contains(&set) {
            continue;
        }
        let text = |drafts: &Drafts| match drafts.get(&set) {
            Some(text) => Ok(text.clone()),
            None => session.text(&session.find(&set, Use::Rules)?),
        };
        let checked = judged(session, &mut read(session, &set, text(drafts)?, drafts), as_of)?;
        // What was wrong before may stay wrong: it is the work of others.
        let others = !drafts.contains_key(&set) && {
            let nothing = Drafts::new();
            let before: &mut Set = &mut read(session, &set, text(&nothing)?, &nothing);
            !judged(session, before, as_of)?.ok
        };
        if !checked.ok && !others {
            return Err(refusal(&set, &checked));
        }
        if own.is_none() || set == tidy(name) {
            own = Some(checked);
        }
        looked.push(set);
    }
    own.ok_or_else(|| Refused::new("there is nothing to write", "give `path` and `text`"))
}

fn refusal(set: &str, checked: &Checked) -> Refused {
    let failed = checked.tests.as_ref().map_or(&[][..], |tests| tests.failed.as_slice());
    let failed = failed.iter().map(|test| format!("the test \"{}\" fails: {}", test.title, test.expected.join("; ")));
    let wrong: Vec<String> = checked.worst().chain(failed).collect();
    let more = wrong.len().saturating_sub(5);
    let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    Refused::new(
        format!(
            "nothing was written, since {set} does not hold:\n  {}{more}",
            wrong[..wrong.len().min(5)].join("\n  ")
        ),
        format!("`check` shows all of it; {}", checked.next),
    )
}
