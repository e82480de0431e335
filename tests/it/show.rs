//! What came out for several leads as a plain table, one lead per column, so that many rules and few leads read well.

use leadrules_language::ir::Rules;
use leadrules_language::reference::LeadOutcome;
use leadrules_language::types::Truth;

/// The table of these leads, each under its name.
pub fn table(rules: &Rules, leads: &[(String, LeadOutcome)]) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |head: String, cell: &dyn Fn(&LeadOutcome) -> String| {
        let cells: Vec<String> = leads.iter().map(|(_, outcome)| cell(outcome)).collect();
        rows.push(std::iter::once(head).chain(cells).collect());
    };
    for (at, score) in rules.scores.iter().enumerate() {
        row(format!("score {}", score.name), &|outcome| {
            let score = outcome.scores[at];
            let points = score.points.map_or("unknown".to_owned(), |points| points.to_string());
            let uncut = score.uncut.filter(|_| score.uncut != score.points).map(|uncut| format!(" of {uncut}"));
            let unknown =
                if score.unknown_rules > 0 { format!(" ({} no data)", score.unknown_rules) } else { String::new() };
            format!("{points}{}{unknown}", uncut.unwrap_or_default())
        });
        for (id, (_, rule)) in rules.rules().iter().enumerate().filter(|(_, (of, _))| of.name == score.name) {
            row(format!("  {}", short(&rule.title)), &|outcome| {
                let rule = outcome.rules[id];
                let points = match (rule.in_force, rule.truth) {
                    (false, _) => "not in force".to_owned(),
                    (true, Truth::False) => "-".to_owned(),
                    (true, Truth::Unknown) => "no data".to_owned(),
                    (true, Truth::True) => rule.counted.signed(),
                };
                let more = if rule.capped == rule.raw { String::new() } else { format!(" of {}", rule.raw.signed()) };
                let beaten = if rule.counted == rule.capped {
                    String::new()
                } else {
                    format!(" (not the best: {})", rule.capped.signed())
                };
                format!("{points}{more}{beaten}")
            });
        }
    }
    for at in 0..leads.first().map_or(0, |(_, outcome)| outcome.groups.len()) {
        row(format!("group {}", at + 1), &|outcome| {
            let group = outcome.groups[at];
            let more = if group.capped == group.raw { String::new() } else { format!(" of {}", group.raw.signed()) };
            format!("{}{more}", group.capped.signed())
        });
    }
    for (at, label) in rules.labels.iter().enumerate() {
        row(format!("label {}", label.name), &|outcome| {
            outcome.labels[at].as_ref().map_or("unknown".to_owned(), |text| format!("\"{text}\""))
        });
    }
    if !rules.stages.steps.is_empty() || !rules.exclusions.is_empty() {
        row("stage".to_owned(), &|outcome| rules.stages.name(outcome.stage).to_owned());
    }
    if !rules.exclusions.is_empty() {
        row("excluded".to_owned(), &|outcome| {
            outcome.exclusion.map_or(String::new(), |at| format!("\"{}\"", rules.exclusions[at].reason))
        });
    }
    if leads.iter().any(|(_, outcome)| outcome.overflowed) {
        row("too large".to_owned(), &|outcome| if outcome.overflowed { "yes" } else { "" }.to_owned());
    }
    let head: Vec<String> = std::iter::once(String::new()).chain(leads.iter().map(|(name, _)| name.clone())).collect();
    aligned(std::iter::once(head).chain(rows).collect())
}

/// A title, cut if it is long.
fn short(title: &str) -> String {
    const MOST: usize = 60;
    if title.chars().count() <= MOST { title.to_owned() } else { title.chars().take(MOST - 1).chain(['…']).collect() }
}

fn aligned(rows: Vec<Vec<String>>) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}"));
        text += cells.collect::<Vec<_>>().join(" | ").trim_end();
        text.push('\n');
    }
    text
}
