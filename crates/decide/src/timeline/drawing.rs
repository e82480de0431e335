//! A course as an SVG.

use super::Timeline;
use crate::chart::{self, Band, Mark, Series};
use leadrules_language::ir::StageId;
use leadrules_language::words::Locale;

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
    let key = timeline.key.as_deref().unwrap_or("a lead");
    let ahead = timeline.falls.as_ref().map_or(String::new(), |fall| {
        format!("; if nothing happens it is {} on {}", fall.stage, timeline.shown.day(fall.instant))
    });
    chart::course(&chart::Course {
        title: format!("{key}: {} as of {}{ahead}", timeline.now.stage, timeline.shown.day(timeline.now.instant)),
        series: series.collect(),
        bands,
        levels: timeline.shown.stages.len(),
        mark: Some(Mark { name: "now".to_owned(), at: timeline.now.instant }),
        day: &|instant| timeline.shown.day(instant),
        note: timeline.note.to_owned(),
        locale,
    })
}
