//! What has drifted, as a person reads it.

use super::{Drift, Shares};
use crate::statistic::Area;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::words::{Text, Value, say};

/// At most this many rules and fields are shown, those that shifted most.
const SHOWN: usize = 10;

/// The drift as text; `sides` says which leads are held against which.
#[must_use]
pub fn render(drift: &Drift, sides: &Text, style: Style) -> String {
    let mut page = Page::new(style);
    page.head(&page.say(sides));
    if drift.drifted.is_empty() {
        let limit = Text::figure(Value::Rounded(drift.limit.to_string()));
        page.line(2, &page.say(&say!("nothing has shifted by {limit} or more, beyond chance", limit)));
    } else {
        page.notice(&page.say(&say!("drifted: {what}", what = Text::row(drift.drifted.clone(), ", "))));
    }
    page.head(&page.say(&say!("stages, shifted by {index}", index = index(drift.stages.shift.index))));
    let mut rows = vec![names(&page, &[Text::empty(), say!("before"), say!("now")])];
    rows.extend(drift.stages.shares.iter().map(|(name, shares)| {
        let [was, is] = shares.map(|share| page.say(&Text::percent(share, 1)));
        Row::plain([name.clone(), was, is])
    }));
    page.table(2, &[Column::Left(0), Column::Right(8), Column::Right(8)], &rows);
    scores(&mut page, drift);
    shares(&mut page, &say!("rules: for how many leads each fired"), &drift.rules);
    shares(&mut page, &say!("fields: of how many leads each is unknown"), &drift.unknown);
    shares(&mut page, &say!("fields: of how many leads each can't be read"), &drift.invalid);
    page.into_text()
}

fn names(page: &Page, names: &[Text]) -> Row {
    let names: Vec<String> = names.iter().map(|name| page.say(name)).collect();
    Row::names(names.iter().map(String::as_str))
}

fn scores(page: &mut Page, drift: &Drift) {
    let is_ranked = drift.scores.iter().any(|score| score.areas.iter().any(Option::is_some));
    page.head(&page.say(&if is_ranked {
        say!("scores: their mean, how far their points have shifted, and how well they rank (AUC)")
    } else {
        say!("scores: their mean, how far their points have shifted")
    }));
    let mut heads = vec![Text::empty(), say!("before"), say!("now"), say!("shift")];
    let mut columns = vec![Column::Left(0), Column::Right(8), Column::Right(8), Column::Right(7)];
    if is_ranked {
        heads.extend([say!("AUC"), say!("now")]);
        columns.extend([Column::Right(7), Column::Right(7)]);
    }
    let mut rows = vec![names(page, &heads)];
    for score in &drift.scores {
        let [was, is] = score.means.map(|mean| mean.map_or_else(|| Text::verbatim("–"), |mean| Text::rounded(mean, 1)));
        let mut cells = vec![Text::verbatim(score.name.as_str()), was, is, index(score.shift.index)];
        if is_ranked {
            let area = |area: Option<Area>| area.map_or_else(Text::empty, |area| Text::rounded(area.auc, 3));
            cells.extend(score.areas.map(area));
        }
        rows.push(Row::plain(cells.iter().map(|cell| page.say(cell))));
    }
    page.table(2, &columns, &rows);
}

/// Those that have shifted at all, the furthest first.
fn shares(page: &mut Page, head: &Text, of: &[Shares]) {
    let mut moved: Vec<&Shares> = of.iter().filter(|shares| shares.shift.is_sure).collect();
    if of.is_empty() {
        return;
    }
    moved.sort_by(|one, other| other.shift.index.total_cmp(&one.shift.index));
    page.head(&page.say(head));
    let rest = of.len() - moved.len().min(SHOWN);
    if !moved.is_empty() {
        let mut rows = vec![names(page, &[say!("before"), say!("now"), say!("shift")])];
        for shares in moved.iter().take(SHOWN) {
            let [was, is] = shares.shares.map(|share| page.say(&Text::percent(share, 1)));
            let name = page.fit(&shares.name, 60);
            rows.push(Row::plain([was, is, page.say(&index(shares.shift.index)), shares.score.clone(), name]));
        }
        page.table(2, &[Column::Right(8), Column::Right(8), Column::Right(7), Column::Left(0), Column::Left(0)], &rows);
    }
    if moved.is_empty() {
        page.line(2, &page.say(&say!("all {count} as before, for all that so many leads can tell", count = rest)));
    } else if rest > 0 {
        page.line(2, &page.say(&say!("the other {count} as before, or shifted less", count = rest)));
    }
}

fn index(index: f64) -> Text {
    Text::rounded(index, 3)
}
