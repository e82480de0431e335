//! Where stages could begin, as a person reads it.

use super::{BarJudged, Judged, Place};
use crate::backtest::{all_converted, interval, many, percent, sure};
use crate::whom::Whom;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::words::{Text, say};

/// At most about this many places of a bar are shown.
const SHOWN: i64 = 15;

/// The bars as text; `what` says of which outcome of whom, where there is one, and `seen` as of which instant.
#[must_use]
pub fn render(judged: &Judged, (whom, what): (Whom, Option<&str>), seen: &Text, style: Style) -> String {
    let mut page = Page::new(style);
    let all = judged.all;
    page.head(&page.say(&match what {
        Some(what) => all_converted(whom, what, all),
        None => whom.either(
            say!("{leads} {leads|lead|leads}", leads = judged.leads),
            say!("{accounts} {accounts|account|accounts}", accounts = judged.leads),
        ),
    }));
    page.line(2, &page.say(seen));
    let (unknown, of) = (judged.leads - all.leads, judged.leads);
    if what.is_some() && unknown > 0 {
        page.line(
            2,
            &page.say(&whom.either(
                say!(
                    "what became of {unknown} of {of} leads is unknown: they count as leads, and in no rate",
                    unknown,
                    of
                ),
                say!(
                    "what became of {unknown} of {of} accounts is unknown: they count as accounts, and in no rate",
                    unknown,
                    of
                ),
            )),
        );
    }
    if let (Some(by), Some(days)) = (&judged.by, judged.days) {
        let text = say!("they came within {days} days, as `{by}` says", days = Text::rounded(days, 0), by);
        page.line(2, &page.say(&text));
    }
    for bar in &judged.bars {
        self::bar(&mut page, (judged, whom), bar, what.is_some());
    }
    page.into_text()
}

fn bar(page: &mut Page, (judged, whom): (&Judged, Whom), bar: &BarJudged, with_outcome: bool) {
    let (stage, score, now) = (&bar.stage, &bar.score, bar.now.0);
    let text = say!("{stage} begins at {score} {now}; the rest of what it asks for stays as it is", stage, score, now);
    page.head(&page.say(&text));
    let sure = sure(judged.confidence);
    let by_week = bar.places.iter().any(|place| place.a_week.is_some());
    let mut columns = vec![Column::Right(8), Column::Right(9), Column::Right(9)];
    let mut names = vec![Text::verbatim(score.as_str()), many(whom), say!("of all")];
    if by_week {
        columns.push(Column::Right(7));
        names.push(say!("a week"));
    }
    if with_outcome {
        columns.extend([9, 7, 16, 7, 16].map(Column::Right));
        names.extend([say!("convert"), say!("rate"), sure.clone(), say!("keeps"), sure]);
    }
    columns.push(Column::Left(0));
    let names: Vec<String> = names.iter().map(|name| page.say(name)).collect();
    let mut rows = vec![Row::names(names.iter().map(String::as_str))];
    for place in shown(bar) {
        let of_all = Text::share(place.leads, judged.leads);
        let mut cells = vec![Text::figure(place.at.0), Text::figure(place.leads), of_all];
        if by_week {
            cells.push(place.a_week.map_or_else(Text::empty, |leads| Text::rounded(leads, 1)));
        }
        if with_outcome {
            let Place { rate, kept, .. } = place;
            cells.extend([Text::figure(rate.conversions), percent(rate.rate), interval(*rate), percent(kept.rate)]);
            cells.push(interval(*kept));
        }
        cells.push(remark(bar, place));
        rows.push(Row::plain(cells.iter().map(|cell| page.say(cell))));
    }
    page.table(2, &columns, &rows);
    for choice in bar.wanted.iter().filter(|choice| choice.at.is_none()) {
        page.notice(&page.say(&say!("{what}: no place of this bar gives that", what = &choice.what)));
    }
}

/// `now`, and what is wanted that this place gives.
#[must_use]
pub fn remark(bar: &BarJudged, place: &Place) -> Text {
    let now = (place.at == bar.now).then(|| say!("now"));
    let wanted = bar.wanted.iter().filter(|choice| choice.at == Some(place.at)).map(|choice| choice.what.clone());
    Text::row(now.into_iter().chain(wanted).collect(), ", ")
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
