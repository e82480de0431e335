//! What parties have agreed on, and whether what they signed still holds. In: rules, and the copies that parties signed; out: for
//! each agreement and party whether it signed, and what has changed since: proved, with a lead that is treated otherwise.

mod text;

use leadrules_language::analyze::{self, Reach};
use leadrules_language::bundle;
use leadrules_language::calendar::{Instant, format_day, format_instant};
use leadrules_language::check::{self, Checked};
use leadrules_language::codes::Severity;
use leadrules_language::ir::{Agreement, Covered, LabelId, Rules, ScoreId};
use leadrules_language::load::Loaded;
use leadrules_language::words::{Text, say};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::diff::{self, Edit};

pub use text::{findings, forgotten, markdown, remark, render, shown};

/// The first words of a signed copy.
const SIGNED: &str = "# Signed by ";
const TITLE: &str = "# Agreement: ";
const MEANING: &str = "# Meaning: ";

/// A copy that a party signed, as it was found.
#[derive(Clone, Debug)]
pub struct Copy {
    /// Where it is, for people.
    pub path: String,
    /// Who signed, by the file's name.
    pub party: String,
    /// What it says.
    pub text: String,
}

/// Whether an agreement holds.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// Its title.
    pub title: String,
    /// What it covers, as written.
    pub covers: Vec<String>,
    /// From when on it is to be looked at again.
    pub review: Option<String>,
    /// Whether that day has come.
    pub is_due: bool,
    /// A short fingerprint of what the rules mean.
    pub meaning: String,
    /// In the order they are named.
    pub parties: Vec<Party>,
    #[serde(skip)]
    at: usize,
}

/// A party of an agreement.
#[derive(Clone, Debug, Serialize)]
pub struct Party {
    /// Its name.
    pub party: String,
    /// What it signed.
    #[serde(flatten)]
    pub signature: Signature,
}

/// What a party signed.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "signed", rename_all = "snake_case")]
pub enum Signature {
    /// Nothing.
    Never,
    /// A copy that can't be read any more.
    Unreadable {
        /// Where it is.
        path: String,
        /// Why.
        #[serde(serialize_with = "in_english")]
        why: Text,
    },
    /// What the rules still mean.
    Holds {
        /// When.
        on: String,
    },
    /// Something else.
    Changed {
        /// When.
        on: String,
        /// What is not the same.
        parts: Vec<Part>,
        /// The edits since.
        edits: Vec<Edit>,
    },
}

/// A part that is not the same.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which.
    pub part: Text,
    /// A lead that is treated otherwise, in the lines of a test.
    pub lead: Vec<String>,
    /// What becomes of it, before and after.
    pub turn: Option<(Text, Text)>,
    /// Why it is not known whether there is such a lead; what is written decides then.
    pub undecided: Option<Text>,
}

/// In English.
impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let turn = self.turn.as_ref().map(|(before, after)| (before.to_string(), after.to_string()));
        let mut written = serializer.serialize_struct("Part", 4)?;
        written.serialize_field("part", &self.part.to_string())?;
        written.serialize_field("lead", &self.lead)?;
        written.serialize_field("turn", &turn)?;
        written.serialize_field("undecided", &self.undecided.as_ref().map(Text::to_string))?;
        written.end()
    }
}

fn in_english<S: Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(text)
}

impl Status {
    /// Whether all parties have signed what the rules mean.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.parties.iter().all(|party| matches!(party.signature, Signature::Holds { .. }))
    }
}

/// The copy that a party signs: who, when, what, and the whole set as one canonical file.
#[must_use]
pub fn copy(checked: &Checked, title: &str, party: &str, now: Instant) -> String {
    format!(
        "{SIGNED}{party} on {}\n{TITLE}{title}\n{MEANING}{}\n\n{}",
        format_instant(now),
        fingerprint(&bundle::meaning(&checked.loaded)),
        whole(checked)
    )
}

/// The whole set as one file that can be read again: a list from a file holds texts, or numbers if rules ask them of numbers.
fn whole(checked: &Checked) -> String {
    let loaded = &checked.loaded;
    let errors = |numbers: &[String]| {
        let text = bundle::text(loaded, &|name| numbers.iter().any(|other| other == name));
        let read =
            check::read("signed.leadrules", text.clone(), &mut |file| Err(say!("{file} is no part of it", file)));
        (read.findings.iter().filter(|finding| finding.severity == Severity::Error).count(), text)
    };
    let mut numbers = Vec::new();
    let mut best = errors(&numbers);
    for list in bundle::lists_of_digits(loaded) {
        numbers.push(list);
        let other = errors(&numbers);
        if other.0 < best.0 {
            best = other;
        } else {
            numbers.pop();
        }
    }
    best.1
}

/// Who signed a copy, and under which agreement, as it says itself.
#[must_use]
pub fn signed_by(text: &str) -> Option<(&str, &str)> {
    let (by, _) = head(text, SIGNED)?.split_once(" on ")?;
    Some((by, head(text, TITLE)?))
}

/// Whether the agreements of these rules hold, seen from an instant.
#[must_use]
pub fn status(checked: &Checked, rules: &Rules, copies: &[Copy], as_of: Instant) -> Vec<Status> {
    if rules.agreements.is_empty() {
        return Vec::new();
    }
    let meaning = bundle::meaning(&checked.loaded);
    let today = rules.zone.day_of(as_of);
    let of = |(at, agreement): (usize, &Agreement)| {
        // Parties that signed the same text are compared once.
        let mut compared: Vec<(String, Since)> = Vec::new();
        Status {
            title: agreement.title.clone(),
            covers: agreement.covers.iter().map(|part| named(rules, part)).collect(),
            review: agreement.review.map(format_day),
            is_due: agreement.review.is_some_and(|day| day <= today),
            meaning: fingerprint(&meaning),
            parties: agreement
                .parties
                .iter()
                .map(|party| Party {
                    party: party.clone(),
                    signature: signature(
                        ((rules, &checked.loaded), &meaning, as_of),
                        agreement,
                        &of_party(copies, agreement, party),
                        &mut compared,
                    ),
                })
                .collect(),
            at,
        }
    };
    rules.agreements.iter().enumerate().map(of).collect()
}

/// The copies of this party under this agreement.
fn of_party<'a>(copies: &'a [Copy], agreement: &Agreement, party: &str) -> Vec<&'a Copy> {
    let is_it =
        |copy: &&Copy| copy.party == party && head(&copy.text, TITLE).is_none_or(|title| title == agreement.title);
    copies.iter().filter(is_it).collect()
}

/// What stands behind these words at the top of a copy.
fn head<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let top = text.trim_start_matches('\u{feff}').lines().take_while(|line| line.starts_with('#'));
    top.map(str::trim_end).find_map(|line| line.strip_prefix(words))
}

/// What has changed since something was signed.
type Since = (Vec<Part>, Vec<Edit>);

fn signature(
    ((rules, loaded), meaning, as_of): ((&Rules, &Loaded), &str, Instant),
    agreement: &Agreement,
    copies: &[&Copy],
    compared: &mut Vec<(String, Since)>,
) -> Signature {
    let [copy, ..] = copies else { return Signature::Never };
    let unreadable = |why: Text| Signature::Unreadable { path: copy.path.clone(), why };
    let Some((by, on)) = head(&copy.text, SIGNED).and_then(|said| said.split_once(" on ")) else {
        return unreadable(say!("its first line does not say who signed, and when"));
    };
    if by != copy.party {
        return unreadable(say!("it was signed by {by}, not by {party}", by, party = &copy.party));
    }
    let on = on.to_owned();
    let signed = check::read(&copy.path, copy.text.clone(), &mut |file| Err(say!("{file} is no part of it", file)));
    let Some(old) = &signed.rules else {
        let first = signed.findings.first().map_or_else(Text::empty, |finding| finding.message.clone());
        return unreadable(say!("it has errors: {first}", first));
    };
    let before = old.agreements.iter().find(|other| other.title == agreement.title);
    let terms =
        before.map(|other| (other.covers.iter().map(|part| named(old, part)).collect::<Vec<_>>(), &other.parties));
    let text = format!("{}{terms:?}", bundle::meaning(&signed.loaded));
    let known = compared.iter().find(|(other, _)| *other == text).map(|(_, since)| since.clone());
    let (parts, edits) = known.unwrap_or_else(|| {
        let since = since((&signed, old), ((rules, loaded), meaning, as_of), agreement);
        compared.push((text, since.clone()));
        since
    });
    if parts.is_empty() { Signature::Holds { on } } else { Signature::Changed { on, parts, edits } }
}

fn since(
    (signed, old): (&Checked, &Rules),
    ((rules, loaded), meaning, as_of): ((&Rules, &Loaded), &str, Instant),
    agreement: &Agreement,
) -> Since {
    let covered = |rules: &Rules, agreement: &Agreement| {
        let mut parts: Vec<String> = agreement.covers.iter().map(|part| named(rules, part)).collect();
        parts.sort_unstable();
        parts
    };
    let mut parts: Vec<Part> = Vec::new();
    let before = old.agreements.iter().find(|other| other.title == agreement.title);
    let parties = |of: &Agreement| {
        let mut parties = of.parties.clone();
        parties.sort_unstable();
        parties.join(", ")
    };
    for (part, before, now) in [
        (
            say!("what is covered"),
            before.map(|other| covered(old, other).join(", ")).unwrap_or_default(),
            covered(rules, agreement).join(", "),
        ),
        (say!("who agrees"), before.map(parties).unwrap_or_default(), parties(agreement)),
    ] {
        if before != now {
            let turn = Some((Text::verbatim(before), Text::verbatim(now)));
            parts.push(Part { part, lead: Vec::new(), turn, undecided: None });
        }
    }
    if bundle::meaning(&signed.loaded) != meaning {
        parts.extend(changed(old, rules, agreement, as_of));
    }
    if parts.is_empty() {
        return (parts, Vec::new());
    }
    // What rules use is named itself.
    let mut edits = diff::edits_between(old, rules, as_of);
    edits.extend(diff::declared(&bundle::declarations(&signed.loaded), &bundle::declarations(loaded)));
    (parts, edits)
}

fn changed(old: &Rules, new: &Rules, agreement: &Agreement, as_of: Instant) -> Vec<Part> {
    let undecided = |part: Text, why: Text| Part { part, lead: Vec::new(), turn: None, undecided: Some(why) };
    let found = match analyze::parts_changed(old, new, &agreement.covers, as_of) {
        Ok(found) => found,
        Err(why) => return vec![undecided(say!("everything"), why)],
    };
    let mut first: Option<analyze::Seen> = None;
    let mut parts: Vec<Part> = Vec::new();
    for (covered, reach) in found {
        let name = Text::verbatim(named(new, &covered));
        match reach {
            Reach::Never => parts.push(undecided(name, Text::empty())),
            Reach::Undecided(_, why) => parts.push(undecided(name, why)),
            Reach::Proved(seen) => {
                // One lead says all that becomes of it; another is shown for what that one does not show.
                let by_first = first.as_ref().and_then(|seen| Some((turn(old, new, &covered, seen)?, &seen.lines)));
                let (turn, lead) = match by_first {
                    Some((turn, lines)) => (Some(turn), lines.clone()),
                    None => (turn(old, new, &covered, &seen), seen.lines.clone()),
                };
                parts.push(Part { part: name, lead, turn, undecided: None });
                first.get_or_insert(seen);
            }
        }
    }
    if let Some(seen) = &first {
        for covered in all_covered(new, &agreement.covers) {
            let name = Text::verbatim(named(new, &covered));
            let turn = turn(old, new, &covered, seen);
            if turn.is_some() && parts.iter().all(|part| part.part != name || part.undecided.is_some()) {
                parts.push(Part { part: name, lead: seen.lines.clone(), turn, undecided: None });
            }
        }
        // Where one is shown by a lead, those that were not decided say nothing more.
        parts.retain(|part| part.undecided.is_none());
    }
    parts
}

/// All parts that are covered, each by itself.
fn all_covered(rules: &Rules, covers: &[Covered]) -> Vec<Covered> {
    if !covers.contains(&Covered::Everything) {
        return covers.to_vec();
    }
    let scores = (0..).map(ScoreId).take(rules.scores.len()).map(Covered::Score);
    let labels = (0..).map(LabelId).take(rules.labels.len()).map(Covered::Label);
    let promises = (0..rules.promises.len()).map(Covered::Promise);
    std::iter::once(Covered::Stages).chain(scores).chain(labels).chain(promises).collect()
}

/// What becomes of a lead in a part, before and after; `None` where that is the same.
fn turn(old: &Rules, new: &Rules, covered: &Covered, seen: &analyze::Seen) -> Option<(Text, Text)> {
    let (was, is) = (seen.before.outcome(old), seen.after.outcome(new));
    let points =
        |points: Option<leadrules_language::decimal::Points>| points.map_or_else(|| say!("unknown"), Text::figure);
    let text = |text: &Option<String>| text.as_ref().map_or_else(|| say!("unknown"), Text::verbatim);
    let (before, after) = match covered {
        Covered::Score(id) => {
            let at = old.scores.iter().position(|score| score.name == new.score(*id).name)?;
            (points(was.scores[at].points), points(is.scores[usize::from(id.0)].points))
        }
        Covered::Label(id) => {
            let at = old.labels.iter().position(|label| label.name == new.label(*id).name)?;
            (text(&was.labels[at]), text(&is.labels[usize::from(id.0)]))
        }
        Covered::Promise(at) => {
            let before = old.promises.iter().position(|promise| promise.title == new.promises[*at].title)?;
            let said = |kept: bool| if kept { say!("kept") } else { say!("broken") };
            let all = |lines: &[bool]| lines.iter().all(|kept| *kept);
            (said(all(&was.promises[before])), said(all(&is.promises[*at])))
        }
        // Who was not set apart and is not now is none of its business.
        Covered::Exclude if was.exclusion.is_none() && is.exclusion.is_none() => return None,
        Covered::Everything | Covered::Stages | Covered::Exclude | Covered::Stage(_) => {
            (Text::verbatim(old.stages.name(was.stage)), Text::verbatim(new.stages.name(is.stage)))
        }
    };
    (before != after).then_some((before, after))
}

/// A part of the rules, as an agreement names it.
fn named(rules: &Rules, part: &Covered) -> String {
    match part {
        Covered::Everything => "everything".to_owned(),
        Covered::Stages => "stages".to_owned(),
        Covered::Exclude => "exclude".to_owned(),
        Covered::Stage(stage) => format!("stage {}", rules.stages.name(*stage)),
        Covered::Score(id) => format!("score {}", rules.score(*id).name),
        Covered::Label(id) => format!("label {}", rules.label(*id).name),
        Covered::Promise(at) => format!("promise \"{}\"", rules.promises[*at].title),
    }
}

/// Twelve hexadecimal digits that change with the text: to be read aloud, not to be trusted with secrets (FNV-1a).
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{:012x}", hash >> 16)
}
