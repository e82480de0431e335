//! Why a statement can't be read, in the author's words, and the edit that mends it. In: a broken statement; out: one
//! finding, and the statement as it was meant, where that is certain. Each guess is tried: it counts only if the edited
//! statement can be read, or can be read further.

mod broken;
mod leads;
pub mod limits;
mod listed;
mod marks;
pub mod merge;
mod numbers;
mod parts;
mod place;
mod quotes;
mod shape;
pub mod signs;
mod spans;
mod sql;
pub mod units;
pub mod words;

use std::ops::Range;

use super::kept;
use super::lex::{self, Token};
use super::names::Names;
use super::patch::Patch;
use super::reader::{Failure, Form, Reader};
use super::split::Chunk;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::say;
use broken::{Broken, Candidate};

/// At most this many things are mended on one line.
const ROUNDS: usize = 8;

/// The guesses, the surest first.
const MENDERS: [fn(&Broken<'_>, &mut Vec<Candidate>); 41] = [
    marks::wide,
    marks::listed,
    quotes::foreign,
    quotes::unpaired,
    sql::like,
    sql::case,
    leads::worked_out,
    leads::numbers,
    leads::heads,
    leads::called,
    shape::formula,
    numbers::dates,
    signs::ranges,
    signs::between,
    signs::at_least,
    spans::units,
    spans::once,
    spans::fractions,
    spans::without_unit,
    numbers::numbers,
    parts::shares,
    parts::members,
    shape::outcome,
    shape::doubled,
    signs::foreign,
    shape::braces,
    listed::ands,
    listed::titles,
    words::otherwise,
    words::negations,
    words::has,
    words::reserved,
    words::phrases,
    words::slips,
    shape::arrow,
    shape::mixed,
    shape::where_brackets,
    shape::brackets,
    signs::blanks,
    quotes::bare,
    shape::commas,
];

/// Where a statement that can be read says something that is certainly not meant: `1,000`, which is two values, or
/// `else`, which is a name.
pub fn trap(source: &str, tokens: &[Token], names: &Names<'_>) -> Option<usize> {
    numbers::parted_thousands(source, tokens).or_else(|| words::lonely_else(source, tokens, names))
}

/// The finding about a statement that `form` could not read, and the statement itself if it is clear what it should be.
pub fn explain<T>(reader: &Reader<'_>, chunk: &Chunk, form: Form<T>, failure: Failure) -> (Diagnostic, Option<T>) {
    let at = match failure {
        Failure::Finding(finding) => return (*finding, None),
        Failure::At(at) => at,
    };
    let mut search = Search {
        reader,
        chunk,
        text: &reader.source[chunk.head.range()],
        edits: Vec::new(),
        first: None,
        stated: None,
        sure: true,
    };
    if reader.guesses.get() == 0 {
        return (search.give_up(at), None);
    }
    if let Some(found) = place::misplaced(&search.broken(search.text, at)) {
        return (search.finding(&found, &found.edits, None), None);
    }
    let mut at = at;
    for _ in 0..ROUNDS {
        match search.round(form, at) {
            Round::Mended(finding, node) => return (finding, node),
            Round::Further(next) => at = next,
            Round::Stuck => break,
        }
    }
    (search.give_up(at), None)
}

/// How a round of guesses went.
enum Round<T> {
    /// The statement can be read now.
    Mended(Diagnostic, Option<T>),
    /// It can be read up to this byte of the edited text.
    Further(usize),
    /// No guess helped.
    Stuck,
}

/// An edit of the original text.
type Edit = (Range<usize>, String);

struct Search<'a> {
    reader: &'a Reader<'a>,
    chunk: &'a Chunk,
    text: &'a str,
    /// What has been mended so far, as edits of the original text.
    edits: Vec<Edit>,
    /// The first thing that was mended, which the finding is about.
    first: Option<Candidate>,
    /// Something that is true whether or not an edit mends the line.
    stated: Option<Candidate>,
    /// Whether everything that was mended is certainly meant.
    sure: bool,
}

impl Search<'_> {
    fn broken<'t>(&'t self, text: &'t str, at: usize) -> Broken<'t> {
        Broken::new(text, at, self.chunk, &self.reader.names)
    }

    fn round<T>(&mut self, form: Form<T>, at: usize) -> Round<T> {
        let before = Patch::new(self.text, &self.edits);
        let broken = self.broken(&before.text, at);
        let mut candidates = Vec::new();
        for mender in MENDERS {
            mender(&broken, &mut candidates);
        }
        shape::single(&broken, &mut candidates);
        let reached = before.original(at);
        let mut furthest: Option<(usize, usize, Candidate, Vec<Edit>)> = None;
        let mut rest = candidates.into_iter();
        while let Some(candidate) = rest.next() {
            if candidate.edits.is_empty() {
                if self.first.is_none() && self.stated.is_none() {
                    self.stated = Some(original(&candidate, &before));
                }
                continue;
            }
            let Some(edits) = self.with(&candidate, &before) else { continue };
            let patch = Patch::new(self.text, &edits);
            if !self.reader.may_guess(patch.text.len()) {
                break;
            }
            let (progress, next) = match self.reader.attempt(self.chunk, &patch.text, Some(&patch), form) {
                Ok(_) if self.is_trap(&patch.text).is_some() => {
                    let next = self.is_trap(&patch.text).unwrap_or_default();
                    (patch.original(next), next)
                }
                Ok(read) => {
                    let spoken = self.first.take().unwrap_or_else(|| original(&candidate, &before));
                    let finding = self.finding(&spoken, &edits, Some(&candidate));
                    let finding = self.other_readings(finding, &candidate, rest, form, &before);
                    let is_sure = matches!(&finding.fixes[..], [only] if only.sure);
                    return Round::Mended(finding, is_sure.then_some(read.node));
                }
                Err(Failure::Finding(_)) => (usize::MAX, patch.text.len()),
                Err(Failure::At(next)) => (patch.original(next), next),
            };
            let is_better = furthest.as_ref().is_none_or(|(best, ..)| progress > *best);
            if candidate.alone && (progress > reached || candidate.certain) && is_better {
                furthest = Some((progress, next, candidate, edits));
            }
        }
        let Some((progress, next, candidate, edits)) = furthest else { return Round::Stuck };
        self.sure &= candidate.sure;
        self.first.get_or_insert(original(&candidate, &before));
        self.edits = edits;
        if progress == usize::MAX { Round::Stuck } else { Round::Further(next) }
    }

    /// Where a text that can be read is certainly not meant that way.
    fn is_trap(&self, text: &str) -> Option<usize> {
        trap(text, &lex::lex(text), &self.reader.names)
    }

    /// Adds the alternative edits of the same place, if it can be read in several ways.
    fn other_readings<T>(
        &self,
        mut finding: Diagnostic,
        chosen: &Candidate,
        rest: impl Iterator<Item = Candidate>,
        form: Form<T>,
        before: &Patch,
    ) -> Diagnostic {
        if !["LR0109", "LR0110", "LR0115"].contains(&chosen.code.id) {
            return finding;
        }
        for other in rest.filter(|other| other.code == chosen.code && other.span == chosen.span) {
            let Some(edits) = self.with(&other, before) else { continue };
            let patch = Patch::new(self.text, &edits);
            if self.reader.may_guess(patch.text.len())
                && self.reader.attempt(self.chunk, &patch.text, Some(&patch), form).is_ok()
            {
                finding.fixes.extend(self.finding(&other, &edits, None).fixes);
            }
        }
        finding
    }

    /// The edits so far and those of `candidate`, unless they touch each other.
    fn with(&self, candidate: &Candidate, before: &Patch) -> Option<Vec<Edit>> {
        let mut edits = self.edits.clone();
        for (range, text) in &original(candidate, before).edits {
            let meets = |(other, _): &Edit| {
                range.start < other.end.max(other.start + 1) && other.start < range.end.max(range.start + 1)
            };
            if edits.iter().any(meets) {
                return None;
            }
            edits.push((range.clone(), text.clone()));
        }
        Some(edits)
    }

    /// What is said when no edit makes the line readable.
    fn give_up(&self, at: usize) -> Diagnostic {
        if let Some(stated) = &self.stated {
            return self.finding(stated, &[], None);
        }
        if let Some(first) = &self.first {
            return self.finding(first, &first.edits, None);
        }
        self.finding(&place::unreadable(&self.broken(self.text, at)), &[], None)
    }

    /// A finding about `spoken` that offers `edits`, the last of which are those of `last`.
    fn finding(&self, spoken: &Candidate, edits: &[Edit], last: Option<&Candidate>) -> Diagnostic {
        let base = self.chunk.head.start as usize;
        let span = |range: &Range<usize>| Span::new(self.reader.file, base + range.start, base + range.end);
        let mut finding =
            Diagnostic::new(spoken.code, spoken.message.clone(), span(&spoken.span), spoken.label.clone());
        if !spoken.help.is_empty() {
            finding = finding.help(spoken.help.clone());
        }
        if edits.is_empty() {
            return finding;
        }
        let title = match last {
            Some(last) if last.title != spoken.title => {
                say!("{first}, and {second}", first = &spoken.title, second = &last.title)
            }
            Some(_) | None => spoken.title.clone(),
        };
        let sure = self.sure
            && spoken.sure
            && last.is_some_and(|last| last.sure)
            && kept::keeps(self.text, &Patch::new(self.text, edits).text, &self.reader.names);
        let edits = edits.iter().map(|(range, text)| (span(range), text.clone())).collect();
        if sure { finding.fix_all(title, edits) } else { finding.guess_all(title, edits) }
    }
}

/// A candidate with its ranges in the original text.
fn original(candidate: &Candidate, patch: &Patch) -> Candidate {
    let map = |range: &Range<usize>| {
        let start = patch.original(range.start);
        start..patch.original(range.end).max(start)
    };
    let mut mapped = candidate.clone();
    mapped.span = map(&candidate.span);
    mapped.edits = candidate
        .edits
        .iter()
        .map(|(range, text)| shrunk(patch, range, text))
        .map(|(range, text)| (map(&range), text))
        .collect();
    mapped
}

/// An edit without the parts at its ends that do not change, so that edits of one line collide less often.
fn shrunk(patch: &Patch, range: &Range<usize>, text: &str) -> Edit {
    let old = &patch.text[range.clone()];
    let same = |(one, other): &(char, char)| one == other;
    let front: usize = old.chars().zip(text.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (&old[front..], &text[front..]);
    let back: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (range.start + front..range.end - back, new[..new.len() - back].to_owned())
}
