//! A course as an SVG.

use super::Timeline;
use crate::chart::{self, Band, Mark, Series};
use leadrules_language::ir::StageId;
use leadrules_language::words::{Locale, Text, say};

/// The course as an SVG: a line for each score, the stages below, and a line to mark now.
#[must_use]
pub fn svg(timeline: &Timeline, locale: Locale) -> String {
    let course = &timeline.course;
    let series = timeline.shown.scores.iter().enumerate().map(|(at, name)| Series {
        name: name.clone(),
        points: course.iter().filter_map(|state| Some((state.instant, state.scores[at]?.0.0))).collect(),
    });
    let mut bands: Vec<Band> = Vec::new();
    for (at, state) in course.iter().enumerate() {
        let end = course.get(at + 1).map_or(state.instant, |next| next.instant);
        if let Some(band) = bands.last_mut().filter(|band| band.name == state.stage) {
            band.to = end;
            continue;
        }
        let level = match state.level {
            StageId::None | StageId::Excluded => 0,
            StageId::Step(step) => usize::from(step) + 1,
        };
        bands.push(Band { name: state.stage.clone(), level, from: state.instant, to: end });
    }
    let key = timeline.key.as_deref().map_or_else(|| say!("a lead"), Text::verbatim);
    let day = |instant| timeline.shown.day(instant);
    let (stage, as_of) = (&timeline.now.stage, day(timeline.now.instant));
    let title = match &timeline.falls {
        Some(fall) => say!(
            "{key}: {stage} as of {as_of}; if nothing happens it is {then} on {day}",
            key,
            stage,
            as_of,
            then = &fall.stage,
            day = day(fall.instant)
        ),
        None => say!("{key}: {stage} as of {as_of}", key, stage, as_of),
    };
    chart::course(&chart::Course {
        title: title.in_locale(locale),
        series: series.collect(),
        bands,
        levels: timeline.shown.stages.len(),
        mark: Some(Mark { name: say!("now").in_locale(locale), at: timeline.now.instant }),
        day: &|instant| day(instant).in_locale(locale),
        note: timeline.note.in_locale(locale),
        locale,
    })
}
