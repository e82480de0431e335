//! The parts of the page that answer what marketing and sales ask every week: who moved, are leads called in time, where should the
//! bar be, what became of those who entered a stage, is it still right, and how do sources compare. In: what the commands of these
//! names found; out: what the template shows.

use super::answer::{Answer, Table, answer, in_words, with_interval};
use super::gather::Gatherer;
use super::sentence::spoken;
use super::since::{cohorts_part, cohorts_said, drift_part, drift_said};
use super::words::{MovedSince, ResponseTo, Weekly, Words};
use crate::bars::{self, BarJudged, Judged};
use crate::entry::span_of_hours;
use crate::reason::Moved;
use crate::response::Response;
use crate::statistic::{Rate, deviations};
use leadrules_language::ir::Rules;
use leadrules_language::words::{Locale, Text, Value, say};

/// The answers, in the order of the page.
pub(super) fn answers(gathered: &Gatherer<'_>, words: &Words<'_>) -> Vec<Answer> {
    let (weekly, locale) = (&words.weekly, words.locale);
    let moved = weekly.moved.as_ref().map(|asked| moved(gathered, asked, locale));
    let response = weekly.response.as_ref().map(|asked| response(gathered, asked, locale));
    let bars = weekly.bars.filter(|judged| !judged.bars.is_empty()).map(|judged| bars_part(judged, locale));
    let cohorts = weekly.cohorts.map(|(cohorts, outcome)| cohorts_part(cohorts, outcome, locale));
    let drift = weekly.drift.as_ref().map(|drift| drift_part(drift, locale));
    [moved, response, bars, by(gathered, weekly, locale), cohorts, drift].into_iter().flatten().collect()
}

/// What each answer comes to in a sentence, for the top of the page.
pub(super) fn sentences(rules: &Rules, words: &Words<'_>) -> Vec<Text> {
    let weekly = &words.weekly;
    let moved = weekly.moved.as_ref().map(|asked| moved_said(rules, asked));
    let response = weekly.response.as_ref().map(|asked| response_said(asked.response));
    let bars = weekly.bars.and_then(|judged| judged.bars.iter().rev().find_map(bar_said));
    let cohorts = weekly.cohorts.map(|(cohorts, _)| cohorts_said(cohorts));
    let drift = weekly.drift.as_ref().map(|drift| drift_said(drift, words.locale));
    [moved, response, bars, cohorts, drift].into_iter().flatten().collect()
}

/// A day as somebody wrote it, or an instant.
fn day(written: &str) -> Text {
    match written.split('-').map(str::len).collect::<Vec<_>>()[..] {
        [4, 2, 2] => Text::moment(written),
        _ => Text::verbatim(written),
    }
}

fn moved_said(rules: &Rules, MovedSince { since, moved }: &MovedSince<'_>) -> Text {
    let top = rules.stages.steps.last().map_or("", |step| step.name.as_str());
    let is_at_top = |moved: &&Moved| rules.stages.name(moved.now) == top;
    let (up, down): (Vec<&Moved>, Vec<&Moved>) = moved.iter().partition(|moved| moved.is_up());
    let since = day(since);
    if moved.is_empty() {
        return say!("Since {since} no lead has moved.", since);
    }
    say!(
        "Since {since} {up} {up|lead went|leads went} up ({reached} to {top}), and {down} down.",
        since,
        up = up.len(),
        reached = up.iter().copied().filter(is_at_top).count(),
        top,
        down = down.len()
    )
}

fn moved(gathered: &Gatherer<'_>, asked: &MovedSince<'_>, locale: Locale) -> Answer {
    let rules = gathered.rules;
    let mut heads = vec![say!("lead")];
    heads.extend(gathered.settings.keep.iter().map(|name| Text::verbatim(name.as_str())));
    heads.extend([say!("before"), say!("now"), say!("because of")]);
    let mut table = Table::new(locale, heads.len(), heads);
    for moved in asked.moved {
        let kept = moved.kept.iter().map(|text| Text::verbatim(text.as_deref().unwrap_or_default()));
        let before = moved.before.map_or_else(|| say!("new"), |stage| Text::verbatim(rules.stages.name(stage)));
        let last = [before, Text::verbatim(rules.stages.name(moved.now)), in_words(&moved.reason.clone(), locale)];
        table.add(std::iter::once(moved.key.clone()).chain(kept).chain(last));
    }
    let said = say!("Those that rose come first. Fields are taken as they are today.");
    let title = say!("Who moved since {since}", since = day(asked.since));
    answer(locale, "moved", &title, &[said], vec![(Text::empty(), table.folded())])
}

fn response_said(response: &Response) -> Text {
    let (stage, all) = (&response.stage, &response.all);
    let in_time = all.in_time.map(with_interval).zip(response.within_hours.map(span_of_hours));
    let called = match (all.median_hours.map(span_of_hours), in_time) {
        (Some(half), None) => {
            say!("Half of the leads are called within {half} of becoming {stage}", half, stage)
        }
        (Some(half), Some((rate, promised))) => say!(
            "Half of the leads are called within {half} of becoming {stage}, and {rate} within the promised {promised}",
            half,
            stage,
            rate,
            promised
        ),
        (None, None) => say!("Fewer than half of the leads that became {stage} have been called", stage),
        (None, Some((rate, promised))) => say!(
            "Fewer than half of the leads that became {stage} have been called, and {rate} within the promised {promised}",
            stage,
            rate,
            promised
        ),
    };
    let (leads, late) = (all.waiting, all.overdue);
    let waiting = if response.within_hours.is_none() || leads == 0 {
        say!("{leads} {leads|waits|wait} now", leads)
    } else if late == leads {
        say!("{leads} {leads|waits|wait} now, all of them for longer than was promised", leads)
    } else {
        say!("{leads} {leads|waits|wait} now, {late} of them for longer than was promised", leads, late)
    };
    say!("{called}; {waiting}.", called, waiting)
}

fn response(gathered: &Gatherer<'_>, asked: &ResponseTo<'_>, locale: Locale) -> Answer {
    let ResponseTo { response, touch, by } = asked;
    let with_promise = response.within_hours.is_some();
    let mut tables = Vec::new();
    if let Some(by) = by {
        let mut heads = vec![Text::verbatim(*by), say!("leads"), say!("called"), say!("half within")];
        heads.extend(with_promise.then(|| say!("in time")));
        heads.push(say!("wait"));
        let mut table = Table::new(locale, 1, heads);
        for group in &response.groups {
            let leads = group.entered - group.unknown - group.touched_before;
            let half = group.median_hours.map_or_else(|| Text::verbatim("–"), span_of_hours);
            let first = [group.name.clone(), Text::figure(leads), Text::figure(group.touched), half];
            let in_time = group.in_time.map(with_interval);
            table.add(first.into_iter().chain(in_time).chain([Text::figure(group.waiting)]));
        }
        tables.push((Text::empty(), table.folded()));
    }
    if !response.waiting.is_empty() {
        let mut heads = vec![say!("lead")];
        heads.extend(gathered.settings.keep.iter().map(|name| Text::verbatim(name.as_str())));
        heads.extend([say!("stage"), say!("since"), say!("for")]);
        let mut table = Table::new(locale, heads.len(), heads);
        for lead in &response.waiting {
            let kept = lead.kept.iter().map(|text| Text::verbatim(text.as_deref().unwrap_or_default()));
            let since = day(lead.since.get(..10).unwrap_or(&lead.since));
            let time = span_of_hours(lead.hours);
            let waits = if lead.is_overdue { say!("{time} (overdue)", time) } else { time };
            let last = [Text::verbatim(lead.stage.as_str()), since, waits];
            table.add(std::iter::once(lead.key.clone()).chain(kept).chain(last));
        }
        tables.push((say!("Who waits now, the longest first"), table.folded()));
    }
    let all = &response.all;
    let touches = touch.iter().map(|name| Text::verbatim(spoken(name)));
    let mut said = vec![say!(
        "From entering {stage} to the first “{touch}”: {leads} {leads|lead was|leads were} called.",
        stage = &response.stage,
        touch = touches.reduce(|one, other| say!("{one} or {other}", one, other)).unwrap_or_else(Text::empty),
        leads = all.touched
    )];
    if all.touched_before > 0 {
        said.push(say!(
            "{leads} {leads|lead had|leads had} been called before that, and are left out.",
            leads = all.touched_before
        ));
    }
    answer(locale, "response", &say!("Are leads called in time"), &said, tables)
}

/// What is wanted of a bar, where it would lie for that.
fn bar_said(bar: &BarJudged) -> Option<Text> {
    let choice = bar.wanted.first()?;
    let wanted = choice.what.to_string();
    let wanted = wanted.trim_start_matches("capacity ");
    let (leads, time) = wanted.split_once('/').unwrap_or((wanted, ""));
    let leads = Value::Rounded(leads.to_owned());
    let what = match time {
        "" => say!("{leads} leads", leads),
        "day" => say!("{leads} leads a day", leads),
        "week" => say!("{leads} leads a week", leads),
        "month" => say!("{leads} leads a month", leads),
        _ => say!("{leads} leads a year", leads),
    };
    let (stage, score, now) = (&bar.stage, spoken(&bar.score), bar.now.0);
    Some(match choice.at {
        Some(at) if at == bar.now => {
            say!(
                "With time for {what} the bar of {stage} lies where it should, at {score} {now}.",
                what,
                stage,
                score,
                now
            )
        }
        Some(at) => say!(
            "With time for {what} the bar of {stage} could lie at {score} {points} (now {now}).",
            what,
            stage,
            score,
            points = at.0,
            now
        ),
        None => say!(
            "With time for {what} no place of the bar of {stage} on {score} is high enough (now {now}).",
            what,
            stage,
            score,
            now
        ),
    })
}

fn bars_part(judged: &Judged, locale: Locale) -> Answer {
    let with_outcome = judged.all.leads > 0;
    let table = |bar: &BarJudged| {
        let by_week = bar.places.iter().any(|place| place.a_week.is_some());
        let mut heads = vec![say!("points"), say!("leads")];
        heads.extend(by_week.then(|| say!("a week")));
        if with_outcome {
            heads.extend([say!("convert"), say!("of all that convert")]);
        }
        heads.push(say!("remark"));
        let mut table = Table::new(locale, 0, heads);
        for place in bars::shown(bar) {
            let mut cells = vec![Text::figure(place.at.0), Text::figure(place.leads)];
            if by_week {
                cells.push(place.a_week.map_or_else(Text::empty, |leads| Text::rounded(leads, 1)));
            }
            if with_outcome {
                cells.extend([with_interval(place.rate), with_interval(place.kept)]);
            }
            cells.push(bars::remark(bar, place));
            table.add(cells);
        }
        (say!("{stage} from which points of {score} on", stage = &bar.stage, score = spoken(&bar.score)), table)
    };
    let mut said: Vec<Text> = judged.bars.iter().rev().find_map(bar_said).into_iter().collect();
    said.push(say!("Leads at the stage or a higher one, for each place of its bar; all else that it asks for stays."));
    let tables = judged.bars.iter().rev().map(table).collect();
    Answer { folded: true, ..answer(locale, "bars", &say!("Where the bar could be"), &said, tables) }
}

/// Leads parted by what they are told apart by.
fn by(gathered: &Gatherer<'_>, weekly: &Weekly<'_>, locale: Locale) -> Option<Answer> {
    let by = weekly.by?;
    let top = gathered.rules.stages.steps.last().map(|step| step.name.as_str());
    let with_outcome = gathered.decided > 0;
    let z = deviations(super::CONFIDENCE);
    let mut heads = vec![Text::verbatim(by), say!("leads"), say!("of all")];
    heads.extend(top.map(|stage| say!("at {stage}", stage)));
    if with_outcome {
        heads.push(say!("converted"));
    }
    let mut table = Table::new(locale, 1, heads);
    let mut groups: Vec<_> = gathered.groups.values().collect();
    groups.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.leads));
    for (name, counts) in groups {
        let share = Text::share(counts.leads, gathered.counts.leads);
        let mut cells = vec![name.clone(), Text::figure(counts.leads), share];
        if top.is_some() {
            cells.push(with_interval(Rate::new(counts.at_top, counts.leads, z)));
        }
        if with_outcome {
            cells.push(with_interval(Rate::new(counts.converted, counts.decided, z)));
        }
        table.add(cells);
    }
    let title = say!("By {name}", name = spoken(by));
    Some(answer(locale, "by", &title, &[], vec![(Text::empty(), table.folded())]))
}
