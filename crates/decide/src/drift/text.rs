//! What has drifted, as a person reads it.

use super::{Drift, Shares};
use crate::statistic::Area;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::text::grouped;

/// At most this many rules and fields are shown, those that shifted most.
const SHOWN: usize = 10;

/// The drift as text; `before` and `now` say which leads stand on each side.
#[must_use]
pub fn render(drift: &Drift, [before, now]: [&str; 2], style: Style) -> String {
    let mut page = Page::new(style);
    let [was, is] = drift.leads.map(grouped);
    page.head(&format!("{is} leads {now}, held against {was} {before}"));
    if drift.drifted.is_empty() {
        page.line(2, &format!("nothing has shifted by {} or more, beyond chance", drift.limit));
    } else {
        page.notice(&format!("drifted: {}", drift.drifted.join(", ")));
    }
    page.head(&format!("stages, shifted by {}", index(drift.stages.shift.index)));
    let mut rows = vec![Row::names(["", "before", "now"])];
    rows.extend(
        drift.stages.shares.iter().map(|(name, [was, is])| Row::plain([name.clone(), percent(*was), percent(*is)])),
    );
    page.table(2, &[Column::Left(0), Column::Right(8), Column::Right(8)], &rows);
    scores(&mut page, drift);
    shares(&mut page, "rules: for how many leads each fired", &drift.rules);
    shares(&mut page, "fields: of how many leads each is unknown", &drift.unknown);
    shares(&mut page, "fields: of how many leads each can't be read", &drift.invalid);
    page.into_text()
}

fn scores(page: &mut Page, drift: &Drift) {
    let is_ranked = drift.scores.iter().any(|score| score.areas.iter().any(Option::is_some));
    let ranked = if is_ranked { ", and how well they rank (AUC)" } else { "" };
    page.head(&format!("scores: their mean, how far their points have shifted{ranked}"));
    let mut names = vec!["", "before", "now", "shift"];
    let mut columns = vec![Column::Left(0), Column::Right(8), Column::Right(8), Column::Right(7)];
    if is_ranked {
        names.extend(["AUC", "now"]);
        columns.extend([Column::Right(7), Column::Right(7)]);
    }
    let mut rows = vec![Row::names(names)];
    for score in &drift.scores {
        let [was, is] = score.means.map(|mean| mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean:.1}")));
        let mut cells = vec![score.name.clone(), was, is, index(score.shift.index)];
        if is_ranked {
            let area = |area: Option<Area>| area.map_or_else(String::new, |area| format!("{:.3}", area.auc));
            cells.extend(score.areas.map(area));
        }
        rows.push(Row::plain(cells));
    }
    page.table(2, &columns, &rows);
}

/// Those that have shifted at all, the furthest first.
fn shares(page: &mut Page, head: &str, of: &[Shares]) {
    let mut moved: Vec<&Shares> = of.iter().filter(|shares| shares.shift.is_sure).collect();
    if of.is_empty() {
        return;
    }
    moved.sort_by(|one, other| other.shift.index.total_cmp(&one.shift.index));
    page.head(head);
    let rest = of.len() - moved.len().min(SHOWN);
    if !moved.is_empty() {
        let mut rows = vec![Row::names(["before", "now", "shift", "", ""])];
        for shares in moved.iter().take(SHOWN) {
            let [was, is] = shares.shares.map(percent);
            let name = page.fit(&shares.name, 60);
            rows.push(Row::plain([was, is, index(shares.shift.index), shares.score.clone(), name]));
        }
        page.table(2, &[Column::Right(8), Column::Right(8), Column::Right(7), Column::Left(0), Column::Left(0)], &rows);
    }
    let rest = grouped(rest as u64);
    if moved.is_empty() {
        page.line(2, &format!("all {rest} as before, for all that so many leads can tell"));
    } else if rest != "0" {
        page.line(2, &format!("the other {rest} as before, or shifted less"));
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn index(index: f64) -> String {
    format!("{index:.3}")
}
