//! One pass over the leads of a report, and what its files are called. In: data and what is asked of it; out: batches, and what
//! reading them noticed.

use std::path::Path;

use leadrules_decide::outcome::Outcome;
use leadrules_decide::sample::{self, Noticed, Part, Wanted};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::{Fields, Request};
use leadrules_language::ir::{Cond, Rules};

use super::super::data::Data;
use super::super::exit::{Failure, shown};
use super::super::progress::Progress;

/// What is asked of the data.
#[derive(Copy, Clone)]
pub(super) struct Asked<'a> {
    pub(super) rules: &'a Rules,
    pub(super) whom: Whom,
    pub(super) keep: &'a [String],
    pub(super) outcome: Option<&'a Outcome>,
    pub(super) at: Option<&'a str>,
    pub(super) draw: bool,
    /// What is asked of each lead beside the outcome.
    pub(super) conditions: &'a [Cond],
    /// Whether fields are asked that no rule looks at.
    pub(super) all: bool,
}

/// Reads all leads, batch by batch.
pub(super) fn each(
    data: &Data,
    asked: Asked<'_>,
    progress: &mut Progress,
    take: &mut dyn FnMut(Part),
) -> Result<Noticed, Failure> {
    let request = Request { keep: asked.keep, ..data.request(asked.rules) };
    let wanted = Wanted {
        request,
        whom: asked.whom,
        outcome: asked.outcome,
        at: asked.at,
        asked: asked.conditions,
        draw: asked.draw,
        fields: if asked.all { Fields::All } else { Fields::Needed },
    };
    sample::each(&wanted, take, &mut |step| progress.step(step)).map_err(Failure::new)
}

/// The name of a file without its folders, which only mean something on this machine.
pub(super) fn name(path: &Path) -> String {
    path.file_name()
        .filter(|_| path != Path::new("-"))
        .map_or_else(|| shown(path), |name| name.to_string_lossy().into())
}
