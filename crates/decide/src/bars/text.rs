//! Where stages could begin, as a person reads it.

use super::{BarJudged, Judged, Place};
use crate::backtest::{interval, percent};
use crate::whom::Whom;
use leadrules_language::page::{Column, Page, Row, Style, share};
use leadrules_language::text::grouped;

/// At most about this many places of a bar are shown.
const SHOWN: i64 = 15;

/// The bars as text; `what` says of which outcome of whom, where there is one, and `when` as of which instant.
#[must_use]
pub fn render(judged: &Judged, (whom, what): (Whom, Option<&str>), when: &str, style: Style) -> String {
    let mut page = Page::new(style);
    let all = judged.all;
    match what {
        Some(what) => {
            let (conversions, leads) = (grouped(all.conversions), grouped(all.leads));
            page.head(&format!("{what}: {conversions} of {leads} {}, {}", whom.many(), percent(all.rate)));
        }
        None => page.head(&whom.counted(judged.leads)),
    }
    page.line(2, &format!("each {} seen {when}", whom.one()));
    let unknown = judged.leads - all.leads;
    if what.is_some() && unknown > 0 {
        let (unknown, of, many) = (grouped(unknown), grouped(judged.leads), whom.many());
        page.line(
            2,
            &format!("what became of {unknown} of {of} {many} is unknown: they count as {many}, and in no rate"),
        );
    }
    if let (Some(by), Some(days)) = (&judged.by, judged.days) {
        page.line(2, &format!("they came within {days:.0} days, as `{by}` says"));
    }
    for bar in &judged.bars {
        self::bar(&mut page, (judged, whom), bar, what.is_some());
    }
    page.into_text()
}

fn bar(page: &mut Page, (judged, whom): (&Judged, Whom), bar: &BarJudged, with_outcome: bool) {
    let (stage, score, now) = (&bar.stage, &bar.score, bar.now.0);
    page.head(&format!("{stage} begins at {score} {now}; the rest of what it asks for stays as it is"));
    let sure = format!("{:.0} % interval", judged.confidence * 100.0);
    let by_week = bar.places.iter().any(|place| place.a_week.is_some());
    let mut columns = vec![Column::Right(8), Column::Right(9), Column::Right(9)];
    let mut names = vec![score.as_str(), whom.many(), "of all"];
    if by_week {
        columns.push(Column::Right(7));
        names.push("a week");
    }
    if with_outcome {
        columns.extend([9, 7, 16, 7, 16].map(Column::Right));
        names.extend(["convert", "rate", &sure, "kept", &sure]);
    }
    columns.push(Column::Left(0));
    names.push("");
    let mut rows = vec![Row::names(names)];
    for place in shown(bar) {
        let of_all = share(place.leads, judged.leads);
        let mut cells = vec![place.at.0.to_string(), grouped(place.leads), of_all];
        if by_week {
            cells.push(place.a_week.map_or_else(String::new, |leads| format!("{leads:.1}")));
        }
        if with_outcome {
            let Place { rate, kept, .. } = place;
            cells.extend([grouped(rate.conversions), percent(rate.rate), interval(*rate), percent(kept.rate)]);
            cells.push(interval(*kept));
        }
        cells.push(remark(bar, place));
        rows.push(Row::plain(cells));
    }
    page.table(2, &columns, &rows);
    for choice in bar.wanted.iter().filter(|choice| choice.at.is_none()) {
        page.notice(&format!("{}: no place of this bar gives that", choice.what));
    }
}

/// `now`, and what is wanted that this place gives.
#[must_use]
pub fn remark(bar: &BarJudged, place: &Place) -> String {
    let now = (place.at == bar.now).then(|| "now".to_owned());
    let wanted = bar.wanted.iter().filter(|choice| choice.at == Some(place.at)).map(|choice| choice.what.clone());
    now.into_iter().chain(wanted).collect::<Vec<_>>().join(", ")
}

/// The places that are worth a line: round ones that lie evenly, those with a remark, and where all leads are.
#[must_use]
pub fn shown(bar: &BarJudged) -> Vec<&Place> {
    let points = |place: &Place| place.at.0.0;
    let (Some(first), Some(last)) = (bar.places.first().map(points), bar.places.last().map(points)) else {
        return Vec::new();
    };
    let steps = [1, 2, 5].into_iter().cycle().zip([1, 1, 1, 10, 10, 10, 100, 100, 100, 1000, 1000, 1000]);
    let mut steps = steps.map(|(one, ten)| 100 * one * ten);
    let step = steps.find(|step| (last - first) / step <= SHOWN).unwrap_or(last - first + 1);
    let all = i64::try_from(bar.places.len()).unwrap_or(i64::MAX) <= SHOWN;
    let mut next = i64::MIN;
    let mut shown = Vec::new();
    for place in &bar.places {
        let is_due = points(place) >= next;
        if all || is_due || !remark(bar, place).is_empty() {
            shown.push(place);
        }
        if is_due {
            next = (points(place).div_euclid(step) + 1) * step;
        }
    }
    shown
}
