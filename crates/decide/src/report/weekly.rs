//! The parts of the page that answer what marketing and sales ask every week: who moved, are leads called in time, where should the
//! bar be, what became of those who entered a stage, is it still right, and how do sources compare. In: what the commands of these
//! names found; out: what the template shows.

use serde::Serialize;

use super::gather::Gatherer;
use super::sentence::spoken;
use super::words::{DriftFrom, MovedSince, ResponseTo, Weekly};
use crate::backtest::{interval, percent};
use crate::bars::{self, BarJudged, Judged};
use crate::cohorts::{Cohort, Cohorts, Onward};
use crate::entry::{span_of_days, span_of_hours};
use crate::reason::Moved;
use crate::statistic::{Rate, deviations};
use leadrules_language::ir::Rules;
use leadrules_language::page::share;
use leadrules_language::text::{counted, grouped};
use leadrules_language::words::Text;

/// How many rows of a list stand open; the others are folded away.
const OPEN: usize = 10;

/// At most this many rows are listed.
const LISTED: usize = 100;

/// A share and its interval, as people read them.
pub(super) fn with_interval(rate: Rate) -> String {
    match rate.rate {
        Some(_) => format!("{} ({})", percent(rate.rate), interval(rate)),
        None => "–".to_owned(),
    }
}

/// A table: the heads of its columns, its rows, and how many of its columns (from the first) hold texts.
#[derive(Debug, Default, Serialize)]
pub(super) struct Table {
    heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// Rows that are folded away.
    rest: Vec<Vec<String>>,
    texts: usize,
    /// What is not listed at all.
    more: Option<String>,
}

impl Table {
    pub(super) fn new(texts: usize, heads: &[&str]) -> Self {
        Self { heads: heads.iter().map(|&head| head.to_owned()).collect(), texts, ..Self::default() }
    }

    /// Folds away what is beyond the first rows, and leaves out what is beyond many.
    pub(super) fn folded(mut self) -> Self {
        let more = self.rows.len().saturating_sub(LISTED);
        self.rows.truncate(LISTED);
        self.rest = self.rows.split_off(self.rows.len().min(OPEN));
        self.more = (more > 0).then(|| grouped(more as u64));
        self
    }
}

/// A part of the page: what it says, and a table.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    id: &'static str,
    title: String,
    said: Vec<String>,
    tables: Vec<(String, Table)>,
    /// Whether the tables are folded away, since what is said is the answer.
    folded: bool,
}

/// The answers, in the order of the page.
pub(super) fn answers(gathered: &Gatherer<'_>, weekly: &Weekly<'_>) -> Vec<Answer> {
    let moved = weekly.moved.as_ref().map(|asked| moved(gathered, asked));
    let response = weekly.response.as_ref().map(|asked| response(gathered, asked));
    let bars = weekly.bars.filter(|judged| !judged.bars.is_empty()).map(bars_part);
    let cohorts = weekly.cohorts.map(|(cohorts, outcome)| cohorts_part(cohorts, outcome));
    let drift = weekly.drift.as_ref().map(drift);
    [moved, response, bars, by(gathered, weekly), cohorts, drift].into_iter().flatten().collect()
}

/// What each answer comes to in a sentence, for the top of the page.
pub(super) fn sentences(rules: &Rules, weekly: &Weekly<'_>) -> Vec<String> {
    let moved = weekly.moved.as_ref().map(|asked| moved_said(rules, asked));
    let response = weekly.response.as_ref().map(response_said);
    let bars = weekly.bars.and_then(|judged| judged.bars.iter().rev().find_map(bar_said));
    let cohorts = weekly.cohorts.map(|(cohorts, _)| cohorts_said(cohorts));
    let drift = weekly.drift.as_ref().map(drift_said);
    [moved, response, bars, cohorts, drift].into_iter().flatten().collect()
}

fn moved_said(rules: &Rules, MovedSince { since, moved }: &MovedSince<'_>) -> String {
    let top = rules.stages.steps.last().map_or("", |step| step.name.as_str());
    let is_at_top = |moved: &&Moved| rules.stages.name(moved.now) == top;
    let (up, down): (Vec<&Moved>, Vec<&Moved>) = moved.iter().partition(|moved| moved.is_up());
    if moved.is_empty() {
        return format!("Since {since} no lead has moved.");
    }
    let at_top = up.iter().copied().filter(is_at_top).count() as u64;
    format!(
        "Since {since} {} up ({} to {top}), and {} down.",
        counted(up.len() as u64, "lead went", "leads went"),
        grouped(at_top),
        grouped(down.len() as u64)
    )
}

fn moved(gathered: &Gatherer<'_>, asked: &MovedSince<'_>) -> Answer {
    let rules = gathered.rules;
    let mut heads = vec!["lead"];
    heads.extend(gathered.settings.keep.iter().map(String::as_str));
    heads.extend(["before", "now", "because of"]);
    let mut table = Table::new(heads.len(), &heads);
    let stage = |stage| rules.stages.name(stage).to_owned();
    table.rows.extend(asked.moved.iter().map(|moved| {
        let kept = moved.kept.iter().map(|text| text.clone().unwrap_or_default());
        let before = moved.before.map_or_else(|| "new".to_owned(), stage);
        std::iter::once(moved.key.to_string())
            .chain(kept)
            .chain([before, stage(moved.now), spoken(&moved.reason.to_string())])
            .collect()
    }));
    let said = "Those that rose come first. Fields are taken as they are today.".to_owned();
    answer("moved", &format!("Who moved since {}", asked.since), vec![said], vec![(String::new(), table.folded())])
}

pub(super) fn answer(id: &'static str, title: &str, said: Vec<String>, tables: Vec<(String, Table)>) -> Answer {
    Answer { id, title: title.to_owned(), said, tables, folded: false }
}

fn response_said(ResponseTo { response, .. }: &ResponseTo<'_>) -> String {
    let (stage, all) = (&response.stage, &response.all);
    let half = match all.median_hours {
        Some(hours) => format!("Half of the leads are called within {} of becoming {stage}", span_of_hours(hours)),
        None => format!("Fewer than half of the leads that became {stage} have been called"),
    };
    let in_time = all.in_time.zip(response.within_hours).map_or_else(String::new, |(rate, within)| {
        format!(", and {} within the promised {}", with_interval(rate), span_of_hours(within))
    });
    let overdue = if response.within_hours.is_some() && all.waiting > 0 {
        let late = if all.overdue == all.waiting { "all".to_owned() } else { grouped(all.overdue) };
        format!(", {late} of them for longer than was promised")
    } else {
        String::new()
    };
    format!("{half}{in_time}; {} now{overdue}.", counted(all.waiting, "waits", "wait"))
}

fn response(gathered: &Gatherer<'_>, asked: &ResponseTo<'_>) -> Answer {
    let ResponseTo { response, touch, by } = asked;
    let with_promise = response.within_hours.is_some();
    let mut tables = Vec::new();
    if let Some(by) = by {
        let mut heads = vec![*by, "leads", "called", "half within"];
        heads.extend(with_promise.then_some("in time"));
        heads.push("wait");
        let mut table = Table::new(1, &heads);
        table.rows.extend(response.groups.iter().map(|group| {
            let leads = group.entered - group.unknown - group.touched_before;
            let half = group.median_hours.map_or_else(|| "–".to_owned(), |hours| span_of_hours(hours).to_string());
            let mut cells = vec![group.name.to_string(), grouped(leads), grouped(group.touched), half];
            cells.extend(group.in_time.map(with_interval));
            cells.push(grouped(group.waiting));
            cells
        }));
        tables.push((String::new(), table.folded()));
    }
    if !response.waiting.is_empty() {
        let mut heads = vec!["lead"];
        heads.extend(gathered.settings.keep.iter().map(String::as_str));
        heads.extend(["stage", "since", "for"]);
        let mut table = Table::new(heads.len(), &heads);
        table.rows.extend(response.waiting.iter().map(|lead| {
            let kept = lead.kept.iter().map(|text| text.clone().unwrap_or_default());
            let since = lead.since.get(..10).unwrap_or(&lead.since).to_owned();
            let late = if lead.is_overdue { " (overdue)" } else { "" };
            let waits = format!("{}{late}", span_of_hours(lead.hours));
            std::iter::once(lead.key.to_string()).chain(kept).chain([lead.stage.clone(), since, waits]).collect()
        }));
        tables.push(("Who waits now, the longest first".to_owned(), table.folded()));
    }
    let all = &response.all;
    let mut said = vec![format!(
        "From entering {} to the first “{}”: {} called.",
        response.stage,
        spoken(touch),
        counted(all.touched, "lead was", "leads were")
    )];
    if all.touched_before > 0 {
        let before = counted(all.touched_before, "lead had", "leads had");
        said.push(format!("{before} been called before that, and are left out."));
    }
    answer("response", "Are leads called in time", said, tables)
}

/// What is wanted of a bar, where it would lie for that.
fn bar_said(bar: &BarJudged) -> Option<String> {
    let choice = bar.wanted.first()?;
    let wanted = choice.what.to_string();
    let wanted = wanted.trim_start_matches("capacity ");
    let what = match wanted.split_once('/') {
        Some((leads, time)) => format!("{leads} leads a {time}"),
        None => format!("{wanted} leads"),
    };
    let (stage, score, now) = (&bar.stage, spoken(&bar.score), bar.now.0);
    Some(match choice.at {
        Some(at) if at == bar.now => {
            format!("With time for {what} the bar of {stage} lies where it should, at {score} {now}.")
        }
        Some(at) => format!("With time for {what} the bar of {stage} could lie at {score} {} (now {now}).", at.0),
        None => {
            format!("With time for {what} no place of the bar of {stage} on {score} is high enough (now {now}).")
        }
    })
}

fn bars_part(judged: &Judged) -> Answer {
    let with_outcome = judged.all.leads > 0;
    let table = |bar: &BarJudged| {
        let by_week = bar.places.iter().any(|place| place.a_week.is_some());
        let mut heads = vec!["points", "leads"];
        heads.extend(by_week.then_some("a week"));
        if with_outcome {
            heads.extend(["convert", "of all that convert"]);
        }
        heads.push("remark");
        let mut table = Table::new(0, &heads);
        table.rows.extend(bars::shown(bar).into_iter().map(|place| {
            let mut cells = vec![place.at.0.to_string(), grouped(place.leads)];
            if by_week {
                cells.push(place.a_week.map_or_else(String::new, |leads| format!("{leads:.1}")));
            }
            if with_outcome {
                cells.extend([with_interval(place.rate), with_interval(place.kept)]);
            }
            cells.push(bars::remark(bar, place).to_string());
            cells
        }));
        (format!("{} from which points of {} on", bar.stage, spoken(&bar.score)), table)
    };
    let mut said: Vec<String> = judged.bars.iter().rev().find_map(bar_said).into_iter().collect();
    said.push(
        "Leads at the stage or a higher one, for each place of its bar; all else that it asks for stays.".to_owned(),
    );
    let tables = judged.bars.iter().rev().map(table).collect();
    Answer { folded: true, ..answer("bars", "Where the bar could be", said, tables) }
}

/// Leads parted by what they are told apart by.
fn by(gathered: &Gatherer<'_>, weekly: &Weekly<'_>) -> Option<Answer> {
    let by = weekly.by?;
    let top = gathered.rules.stages.steps.last().map(|step| step.name.as_str());
    let with_outcome = gathered.decided > 0;
    let z = deviations(super::CONFIDENCE);
    let at_top = top.map(|top| format!("at {top}"));
    let mut heads = vec![by, "leads", "of all"];
    heads.extend(at_top.as_deref());
    if with_outcome {
        heads.push("converted");
    }
    let mut table = Table::new(1, &heads);
    let mut groups: Vec<_> = gathered.groups.iter().collect();
    groups.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.leads));
    table.rows.extend(groups.into_iter().map(|(name, counts)| {
        let mut cells = vec![name.clone(), grouped(counts.leads), share(counts.leads, gathered.counts.leads)];
        if top.is_some() {
            cells.push(with_interval(Rate::new(counts.at_top, counts.leads, z)));
        }
        if with_outcome {
            cells.push(with_interval(Rate::new(counts.converted, counts.decided, z)));
        }
        cells
    }));
    Some(answer("by", &format!("By {}", spoken(by)), Vec::new(), vec![(String::new(), table.folded())]))
}

/// The name of a place that leads went on to, and how many did.
fn onward(cohort: &Cohort) -> impl Iterator<Item = &Onward> {
    cohort.stages.iter().chain(&cohort.outcome)
}

fn cohorts_said(cohorts: &Cohorts) -> String {
    let parts: Vec<String> = onward(&cohorts.all)
        .map(|got| {
            let to = if got.name == "outcome" { "converted".to_owned() } else { format!("became {}", got.name) };
            let half = match got.median_days {
                None => String::new(),
                Some(0.0) => ", half of them at once".to_owned(),
                Some(days) => format!(", half of them in {}", span_of_days(days)),
            };
            format!("{} {to}{half}", with_interval(got.rate))
        })
        .collect();
    if parts.is_empty() {
        return format!("{} became {}.", counted(cohorts.all.entered, "lead", "leads"), cohorts.stage);
    }
    format!("Of the leads that became {}, {}.", cohorts.stage, parts.join("; and "))
}

fn cohorts_part(cohorts: &Cohorts, outcome: Option<&str>) -> Answer {
    let names: Vec<String> = onward(&cohorts.all)
        .map(|got| if got.name == "outcome" { outcome.unwrap_or("outcome").to_owned() } else { got.name.clone() })
        .collect();
    let mut heads = vec!["month", "entered"];
    for name in &names {
        heads.extend([name.as_str(), "half of them in"]);
    }
    let mut table = Table::new(1, &heads);
    table.rows.extend(cohorts.months.iter().map(|cohort| {
        let mut cells = vec![cohort.month.clone(), grouped(cohort.entered)];
        for got in onward(cohort) {
            cells.extend([
                with_interval(got.rate),
                got.median_days.map_or_else(String::new, |days| span_of_days(days).to_string()),
            ]);
        }
        cells
    }));
    let title = format!("What became of those who became {}", cohorts.stage);
    let mut said = vec![cohorts_said(cohorts)];
    said.push("By the month in which they did. Fields are taken as they are today.".to_owned());
    if cohorts.unknown > 0 {
        said.push(format!("Of {} more nothing says when.", counted(cohorts.unknown, "lead", "leads")));
    }
    if let Some(days) = cohorts.within_days {
        said.push(format!("What came within {} counts, of leads that entered that long ago.", span_of_days(days)));
    }
    Answer { folded: true, ..answer("cohorts", &title, said, vec![("Month by month".to_owned(), table)]) }
}

fn drift_said(DriftFrom { drift, sides: [before, _] }: &DriftFrom<'_>) -> String {
    if drift.drifted.is_empty() {
        return format!("Nothing has drifted from the leads {before}.");
    }
    let shown = drift.drifted.iter().take(3).map(|what| spoken(&what.to_string())).collect::<Vec<_>>().join(", ");
    let more = drift.drifted.len().saturating_sub(3);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("Drifted from the leads {before}: {shown}{more}.")
}

fn drift(asked: &DriftFrom<'_>) -> Answer {
    let DriftFrom { drift, sides: [before, now] } = asked;
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    let mut stages = Table::new(1, &["stage", "before", "now"]);
    stages
        .rows
        .extend(drift.stages.shares.iter().map(|(name, [was, is])| vec![name.clone(), percent(*was), percent(*is)]));
    let mut shifted = Table::new(1, &["what", "before", "now", "shift"]);
    let parts = [("fires: ", &drift.rules), ("unknown: ", &drift.unknown), ("can't be read: ", &drift.invalid)];
    for (what, shares) in parts {
        shifted.rows.extend(shares.iter().filter(|shares| shares.shift.is_more_than(drift.limit)).map(|shares| {
            let [was, is] = shares.shares.map(percent);
            vec![format!("{what}{}", spoken(&shares.name)), was, is, format!("{:.2}", shares.shift.index)]
        }));
    }
    let mut tables = vec![("Stages".to_owned(), stages)];
    if !shifted.rows.is_empty() {
        tables.push(("What drifted".to_owned(), shifted.folded()));
    }
    let [was, is] = drift.leads.map(grouped);
    let mut said = vec![format!("{is} leads {now}, held against {was} {before}.")];
    said.push(if drift.drifted.is_empty() {
        format!("Nothing has shifted by {} (population stability index) or more, beyond chance.", drift.limit)
    } else {
        format!("Drifted: {}.", Text::row(drift.drifted.clone(), ", "))
    });
    Answer { folded: true, ..answer("drift", "Is it still right", said, tables) }
}
