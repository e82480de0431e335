//! Agreements as people read them: what is to be signed, what has changed, and in one line whether what is run was agreed.

use leadrules_language::codes;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::{Covered, LabelBody, Rules, Stage};
use leadrules_language::page::{Page, Style, Tone};
use leadrules_language::source::one_line;

use super::{Part, Party, Signature, Status};
use crate::diff::Edit;

/// In one line whether what is run was agreed; nothing where there is nothing to agree on.
#[must_use]
pub fn remark(statuses: &[Status]) -> Option<String> {
    let one = |status: &Status| {
        let signed = status.parties.iter().map(|Party { party, signature }| match signature {
            Signature::Holds { on } => format!("{party} on {}", day(on)),
            Signature::Changed { on, .. } => format!("{party} on {}, who must sign again", day(on)),
            Signature::Never => format!("{party} has not signed"),
            Signature::Unreadable { .. } => format!("what {party} signed can't be read"),
        });
        let signed: Vec<String> = signed.collect();
        let word = if status.is_agreed() { "agreed" } else { "not agreed" };
        format!("{word}: \"{}\" ({})", status.title, signed.join("; "))
    };
    (!statuses.is_empty()).then(|| statuses.iter().map(one).collect::<Vec<_>>().join("\n"))
}

fn day(on: &str) -> &str {
    &on[..on.len().min(10)]
}

/// What is to be signed, in sentences.
#[must_use]
pub fn shown(rules: &Rules, status: &Status, style: Style) -> String {
    let mut page = Page::new(style);
    let agreement = &rules.agreements[status.at];
    page.sided(Tone::Head, 0, &format!("\"{}\"", status.title), "");
    page.line(2, &format!("between {}", list(&agreement.parties)));
    if let Some(review) = &status.review {
        page.line(2, &format!("to be looked at again by {review}"));
    }
    page.gap();
    let wants = |part: &Covered| agreement.covers.contains(part) || agreement.covers.contains(&Covered::Everything);
    let of_stages = agreement.covers.iter().any(|part| matches!(part, Covered::Stage(_)));
    if wants(&Covered::Stages) || of_stages {
        page.sided(Tone::Head, 0, "who is at which stage", "");
        for step in rules.stages.steps.iter().rev() {
            page.line(2, &format!("{} {}", step.name, asks(rules, step)));
        }
        page.line(2, &format!("{} otherwise", rules.stages.none));
    }
    if wants(&Covered::Exclude) || wants(&Covered::Stages) {
        for line in &rules.exclusions {
            let asked = one_line(rules.text(line.condition.span));
            page.line(2, &format!("set apart, because \"{}\", if {asked}", line.reason));
        }
    }
    for (id, score) in (0..).map(leadrules_language::ir::ScoreId).zip(&rules.scores) {
        if wants(&Covered::Score(id)) {
            let rules = score.parts().iter().map(leadrules_language::ir::Part::rule_count).sum::<usize>();
            page.line(0, &format!("the score {}, by {rules} rules, as they are written", score.name));
        }
    }
    for (id, label) in (0..).map(leadrules_language::ir::LabelId).zip(&rules.labels) {
        if !wants(&Covered::Label(id)) {
            continue;
        }
        page.sided(Tone::Head, 0, &format!("what {} says", label.name), "");
        match &label.body {
            LabelBody::Joined(parts) => {
                let names: Vec<String> = parts.iter().map(|part| rules.label(*part).name.clone()).collect();
                page.line(2, &format!("{}, one after the other", list(&names)));
            }
            LabelBody::Lines { lines, otherwise } => {
                for (condition, text) in lines {
                    page.line(2, &format!("\"{text}\" if {}", one_line(rules.text(condition.span))));
                }
                if let Some(text) = otherwise {
                    page.line(2, &format!("\"{text}\" otherwise"));
                }
            }
        }
    }
    for (at, promise) in rules.promises.iter().enumerate() {
        if wants(&Covered::Promise(at)) {
            page.sided(Tone::Head, 0, &format!("the promise \"{}\"", promise.title), "");
            for line in &promise.lines {
                page.line(2, &format!("{} {}", line.word(), one_line(rules.text(line.condition.span))));
            }
        }
    }
    page.line(0, &format!("all that these are made of counts with them; meaning {}", status.meaning));
    page.into_text()
}

fn asks(rules: &Rules, step: &Stage) -> String {
    let own = one_line(rules.text(step.own().span));
    match step.kept() {
        Some(kept) => format!("if {own}; {}", one_line(rules.text(kept.span))),
        None => format!("if {own}"),
    }
}

fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// The state of the agreements: who has signed, and what has changed since.
#[must_use]
pub fn render(statuses: &[Status], style: Style) -> String {
    let mut page = Page::new(style);
    for status in statuses {
        page.sided(Tone::Head, 0, &format!("\"{}\"", status.title), "");
        for Party { party, signature } in &status.parties {
            match signature {
                Signature::Holds { on } => page.line(2, &format!("{party} signed on {}: it still holds", day(on))),
                Signature::Never => page.line(2, &format!("{party} has not signed")),
                Signature::Unreadable { path, why } => {
                    page.line(2, &format!("what {party} signed can't be read: {path}: {why}"));
                }
                Signature::Changed { on, parts, edits } => {
                    page.line(2, &format!("{party} signed on {}; since then", day(on)));
                    for edit in edits {
                        page.line(4, &edited(edit));
                    }
                    for part in by_lead(parts) {
                        for one in &part {
                            page.line(4, &moved(one));
                        }
                        for line in &part[0].lead {
                            page.line(8, line);
                        }
                    }
                }
            }
        }
        page.gap();
    }
    page.into_text()
}

/// The same for a pull request: who must sign, and why.
#[must_use]
pub fn markdown(statuses: &[Status]) -> String {
    let mut out = String::new();
    for status in statuses {
        let word = if status.is_agreed() { "agreed" } else { "**not agreed**" };
        out.push_str(&format!("### Agreement \"{}\": {word}\n\n", status.title));
        for Party { party, signature } in &status.parties {
            out.push_str(&match signature {
                Signature::Holds { on } => format!("- {party} signed on {}; it still holds\n", day(on)),
                Signature::Never => format!("- **{party} must sign**: they never did\n"),
                Signature::Unreadable { path, why } => format!("- **{party} must sign again**: {path}: {why}\n"),
                Signature::Changed { parts, edits, .. } => {
                    let mut text = format!("- **{party} must sign again**\n");
                    for edit in edits {
                        text.push_str(&format!("  - {}\n", edited(edit)));
                    }
                    for part in by_lead(parts) {
                        for one in &part {
                            text.push_str(&format!("  - {}\n", moved(one)));
                        }
                        let lead = &part[0].lead;
                        if !lead.is_empty() {
                            text.push_str(&format!("\n    ```\n    {}\n    ```\n", lead.join("\n    ")));
                        }
                    }
                    text
                }
            });
        }
        out.push('\n');
    }
    out
}

/// Parts that one lead shows, together.
fn by_lead(parts: &[Part]) -> Vec<Vec<&Part>> {
    let mut groups: Vec<Vec<&Part>> = Vec::new();
    for part in parts {
        match groups.iter_mut().find(|group| group[0].lead == part.lead) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    groups
}

/// An edit in a line: what it is, whose, before and after.
fn edited(edit: &Edit) -> String {
    let owner = edit.owner.as_ref().map_or(String::new(), |owner| format!(" (kept by {owner})"));
    let line = |line: &Option<String>| line.as_ref().map(|line| format!("`{}`", one_line(line)));
    let turn = match (line(&edit.before), line(&edit.after)) {
        (Some(before), Some(after)) if before == after => format!("{before} means something else"),
        (Some(before), Some(after)) => format!("{before} became {after}"),
        (Some(before), None) => format!("{before} is gone"),
        (None, Some(after)) => format!("{after} is new"),
        (None, None) => "changed".to_owned(),
    };
    format!("{}{owner}: {turn}", edit.named())
}

/// What is not the same in a line.
fn moved(part: &Part) -> String {
    match (&part.turn, &part.undecided) {
        (Some((before, after)), _) if part.lead.is_empty() => format!("{}: {before} became {after}", part.part),
        (Some((before, after)), _) => format!("{}: this lead was {before} and is {after}", part.part),
        (None, Some(why)) => {
            format!(
                "{}: what is written differs, and whether a lead is treated otherwise is not decided: {why}",
                part.part
            )
        }
        (None, None) => part.part.clone(),
    }
}

/// Why a signature does not hold, for a finding.
fn why(parts: &[Part], edits: &[Edit], command: &str) -> String {
    const MOST: usize = 5;
    let mut lines: Vec<String> = edits.iter().take(MOST).map(edited).collect();
    if edits.len() > MOST {
        lines.push(format!("and {} more edits", edits.len() - MOST));
    }
    let shown = parts.iter().map(|part| &part.lead).find(|lead| !lead.is_empty());
    lines.extend(parts.iter().map(|part| match &part.turn {
        // Only one lead is shown below.
        Some((before, after)) if !part.lead.is_empty() && Some(&part.lead) != shown => {
            format!("{}: another lead, which `sign` shows, was {before} and is {after}", part.part)
        }
        _ => moved(part),
    }));
    format!("{}. Look at it together, and sign again with {command}, or take it back.", lines.join(". "))
}

/// What `check` says of copies that parties signed and nobody agrees on any more: by whom, and under which title.
#[must_use]
pub fn forgotten(rules: &Rules, copies: &[(String, String)]) -> Vec<Diagnostic> {
    let span = leadrules_language::source::Span { end: 1, ..leadrules_language::source::Span::default() };
    let is_named = |by: &str, title: &str| {
        let same = rules.agreements.iter().find(|agreement| agreement.title == title);
        same.is_some_and(|agreement| agreement.parties.iter().any(|party| party == by))
    };
    let gone = copies.iter().filter(|(by, title)| !is_named(by, title));
    gone.map(|(by, title)| {
        let is_there = rules.agreements.iter().any(|agreement| agreement.title == *title);
        let what = if is_there {
            format!("{by} signed \"{title}\", and is no party of it any more")
        } else {
            format!("{by} signed \"{title}\", and the rules have no such agreement any more")
        };
        let span = rules.agreements.iter().find(|agreement| agreement.title == *title).map_or(span, |agreement| agreement.span);
        Diagnostic::new(&codes::LR0807, what, span, "no longer agreed").help(
            "Put it back; or if all agree that it ends, take the signed copy out of the folder, in a change that is reviewed.",
        )
    })
    .collect()
}

/// What `check` says of agreements: who has not signed, what has changed since, what is due.
#[must_use]
pub fn findings(rules: &Rules, statuses: &[Status]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let file = rules.sources.iter().next().map_or("", |(_, file)| file.path.as_str());
    let file = if file.contains(' ') { format!("\"{file}\"") } else { file.to_owned() };
    for status in statuses {
        let span = rules.agreements[status.at].span;
        for Party { party, signature } in &status.parties {
            let command = format!("`leadrules sign {file} --as {party}`");
            match signature {
                Signature::Holds { .. } => {}
                Signature::Never => found.push(
                    Diagnostic::new(&codes::LR0806, format!("{party} has not signed"), span, "not agreed yet")
                        .help(format!("{command} shows what is agreed, and writes the signed copy.")),
                ),
                Signature::Unreadable { path, why } => found.push(
                    Diagnostic::new(&codes::LR0806, format!("what {party} signed can't be read"), span, "not known")
                        .help(format!(
                            "{path}: {why}. Take it from the repository again, or sign anew with {command}."
                        )),
                ),
                Signature::Changed { on, parts, edits } => {
                    let mut finding = Diagnostic::new(
                        &codes::LR0807,
                        format!("what {party} signed on {} has changed", &on[..on.len().min(10)]),
                        span,
                        parts.iter().map(|part| part.part.as_str()).collect::<Vec<_>>().join(", "),
                    )
                    .help(why(parts, edits, &command));
                    if let Some(part) = parts.iter().find(|part| !part.lead.is_empty()) {
                        finding = finding.witness(part.lead.join("\n"));
                    }
                    found.push(finding);
                }
            }
        }
        if status.is_due {
            let day = status.review.as_deref().unwrap_or_default();
            found.push(
                Diagnostic::new(
                    &codes::LR0808,
                    format!("\"{}\" is due for review since {day}", status.title),
                    span,
                    "",
                )
                .help("Look at it together, and write the day of the next review."),
            );
        }
    }
    found
}
