//! Agreements as people read them: what is to be signed, what has changed, and in one line whether what is run was agreed.

use leadrules_language::codes;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::{Covered, LabelBody, Rules, Stage};
use leadrules_language::page::{Page, Style, Tone};
use leadrules_language::source::one_line;
use leadrules_language::words::{Junction, Locale, Text, Value, say};

use super::{Part, Party, Signature, Status};
use crate::diff::Edit;

/// In one line whether what is run was agreed; nothing where there is nothing to agree on.
#[must_use]
pub fn remark(statuses: &[Status]) -> Option<Text> {
    let one = |status: &Status| {
        let signed = status.parties.iter().map(|Party { party, signature }| match signature {
            Signature::Holds { on } => say!("{party} on {day}", party, day = day(on)),
            Signature::Changed { on, .. } => say!("{party} on {day}, who must sign again", party, day = day(on)),
            Signature::Never => say!("{party} has not signed", party),
            Signature::Unreadable { .. } => say!("what {party} signed can't be read", party),
        });
        let signed = signed.reduce(|one, other| say!("{one}; {other}", one, other));
        let (title, signed) = (&status.title, signed.unwrap_or_else(Text::empty));
        if status.is_agreed() {
            say!("agreed: \"{title}\" ({signed})", title, signed)
        } else {
            say!("not agreed: \"{title}\" ({signed})", title, signed)
        }
    };
    (!statuses.is_empty()).then(|| Text::row(statuses.iter().map(one).collect(), "\n"))
}

fn day(on: &str) -> Text {
    Text::moment(&on[..on.len().min(10)])
}

/// What is to be signed, in sentences.
#[must_use]
pub fn shown(rules: &Rules, status: &Status, style: Style) -> String {
    let mut page = Page::new(style);
    let agreement = &rules.agreements[status.at];
    page.sided(Tone::Head, 0, &format!("\"{}\"", status.title), "");
    let parties = list(&agreement.parties);
    page.line(2, &page.say(&say!("between {parties}", parties)));
    if let Some(review) = &status.review {
        page.line(2, &page.say(&say!("to be looked at again by {day}", day = Text::moment(review))));
    }
    page.gap();
    let wants = |part: &Covered| agreement.covers.contains(part) || agreement.covers.contains(&Covered::Everything);
    let of_stages = agreement.covers.iter().any(|part| matches!(part, Covered::Stage(_)));
    if wants(&Covered::Stages) || of_stages {
        page.sided(Tone::Head, 0, &page.say(&say!("who is at which stage")), "");
        for step in rules.stages.steps.iter().rev() {
            page.line(2, &page.say(&asks(rules, step)));
        }
        page.line(2, &page.say(&say!("{stage} otherwise", stage = &rules.stages.none)));
    }
    if wants(&Covered::Exclude) || wants(&Covered::Stages) {
        for line in &rules.exclusions {
            let (reason, condition) = (&line.reason, one_line(rules.text(line.condition.span)));
            page.line(2, &page.say(&say!("set apart, because \"{reason}\", if {condition}", reason, condition)));
        }
    }
    for (id, score) in (0..).map(leadrules_language::ir::ScoreId).zip(&rules.scores) {
        if wants(&Covered::Score(id)) {
            let rules = score.parts().iter().map(leadrules_language::ir::Part::rule_count).sum::<usize>();
            let text = say!("the score {score}, by {rules} rules, as they are written", score = &score.name, rules);
            page.line(0, &page.say(&text));
        }
    }
    for (id, label) in (0..).map(leadrules_language::ir::LabelId).zip(&rules.labels) {
        if !wants(&Covered::Label(id)) {
            continue;
        }
        page.sided(Tone::Head, 0, &page.say(&say!("what {label} says", label = &label.name)), "");
        match &label.body {
            LabelBody::Joined(parts) => {
                let labels: Vec<String> = parts.iter().map(|part| rules.label(*part).name.clone()).collect();
                page.line(2, &page.say(&say!("{labels}, one after the other", labels = list(&labels))));
            }
            LabelBody::Lines { lines, otherwise } => {
                for (condition, text) in lines {
                    let condition = one_line(rules.text(condition.span));
                    page.line(2, &page.say(&say!("\"{text}\" if {condition}", text, condition)));
                }
                if let Some(text) = otherwise {
                    page.line(2, &page.say(&say!("\"{text}\" otherwise", text)));
                }
            }
        }
    }
    for (at, promise) in rules.promises.iter().enumerate() {
        if wants(&Covered::Promise(at)) {
            page.sided(Tone::Head, 0, &page.say(&say!("the promise \"{promise}\"", promise = &promise.title)), "");
            for line in &promise.lines {
                page.line(2, &format!("{} {}", line.word(), one_line(rules.text(line.condition.span))));
            }
        }
    }
    let text = say!("all that these are made of counts with them; meaning {meaning}", meaning = &status.meaning);
    page.line(0, &page.say(&text));
    page.into_text()
}

fn asks(rules: &Rules, step: &Stage) -> Text {
    let (stage, condition) = (&step.name, one_line(rules.text(step.own().span)));
    match step.kept() {
        Some(kept) => {
            say!("{stage} if {condition}; {kept}", stage, condition, kept = one_line(rules.text(kept.span)))
        }
        None => say!("{stage} if {condition}", stage, condition),
    }
}

fn list(names: &[String]) -> Text {
    Text::list(names.iter().map(Text::verbatim), Junction::And)
}

/// The state of the agreements: who has signed, and what has changed since.
#[must_use]
pub fn render(statuses: &[Status], style: Style) -> String {
    let mut page = Page::new(style);
    for status in statuses {
        page.sided(Tone::Head, 0, &format!("\"{}\"", status.title), "");
        for Party { party, signature } in &status.parties {
            match signature {
                Signature::Holds { on } => {
                    page.line(2, &page.say(&say!("{party} signed on {day}: it still holds", party, day = day(on))));
                }
                Signature::Never => page.line(2, &page.say(&say!("{party} has not signed", party))),
                Signature::Unreadable { path, why } => {
                    let text = say!("what {party} signed can't be read: {path}: {why}", party, path, why);
                    page.line(2, &page.say(&text));
                }
                Signature::Changed { on, parts, edits } => {
                    page.line(2, &page.say(&say!("{party} signed on {day}; since then", party, day = day(on))));
                    for edit in edits {
                        page.line(4, &page.say(&edited(edit)));
                    }
                    for part in by_lead(parts) {
                        for one in &part {
                            page.line(4, &page.say(&moved(one)));
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
pub fn markdown(statuses: &[Status], locale: Locale) -> String {
    let say = |text: Text| text.in_locale(locale);
    let mut out = String::new();
    for status in statuses {
        let title = &status.title;
        let head = if status.is_agreed() {
            say!("Agreement \"{title}\": agreed", title)
        } else {
            say!("Agreement \"{title}\": **not agreed**", title)
        };
        out.push_str(&format!("### {}\n\n", say(head)));
        for Party { party, signature } in &status.parties {
            let text = match signature {
                Signature::Holds { on } => say!("{party} signed on {day}; it still holds", party, day = day(on)),
                Signature::Never => say!("**{party} must sign**: they never did", party),
                Signature::Unreadable { path, why } => {
                    say!("**{party} must sign again**: {path}: {why}", party, path, why)
                }
                Signature::Changed { .. } => say!("**{party} must sign again**", party),
            };
            out.push_str(&format!("- {}\n", say(text)));
            let Signature::Changed { parts, edits, .. } = signature else { continue };
            for edit in edits {
                out.push_str(&format!("  - {}\n", say(edited(edit))));
            }
            for part in by_lead(parts) {
                for one in &part {
                    out.push_str(&format!("  - {}\n", say(moved(one))));
                }
                let lead = &part[0].lead;
                if !lead.is_empty() {
                    out.push_str(&format!("\n    ```\n    {}\n    ```\n", lead.join("\n    ")));
                }
            }
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
fn edited(edit: &Edit) -> Text {
    let what = match &edit.owner {
        Some(owner) => say!("{what} (kept by {owner})", what = edit.named(), owner),
        None => edit.named(),
    };
    let line = |line: &Option<String>| line.as_ref().map(|line| format!("`{}`", one_line(line)));
    match (line(&edit.before), line(&edit.after)) {
        (Some(before), Some(after)) if before == after => {
            say!("{what}: {line} means something else", what, line = before)
        }
        (Some(before), Some(after)) => say!("{what}: {before} became {after}", what, before, after),
        (Some(before), None) => say!("{what}: {line} is gone", what, line = before),
        (None, Some(after)) => say!("{what}: {line} is new", what, line = after),
        (None, None) => say!("{what}: changed", what),
    }
}

/// What is not the same in a line.
fn moved(part: &Part) -> Text {
    let what = &part.part;
    match (&part.turn, &part.undecided) {
        (Some((before, after)), _) if part.lead.is_empty() => {
            say!("{what}: {before} became {after}", what, before, after)
        }
        (Some((before, after)), _) => say!("{what}: this lead was {before} and is {after}", what, before, after),
        (None, Some(why)) => say!(
            "{what}: what is written differs, and whether a lead is treated otherwise is not decided: {why}",
            what,
            why
        ),
        (None, None) => what.clone(),
    }
}

/// Why a signature does not hold, for a finding.
fn why(parts: &[Part], edits: &[Edit], command: &str) -> Text {
    const MOST: usize = 5;
    let mut changes: Vec<Text> = edits.iter().take(MOST).map(edited).collect();
    if edits.len() > MOST {
        changes.push(say!("and {more} more edits", more = edits.len() - MOST));
    }
    let shown = parts.iter().map(|part| &part.lead).find(|lead| !lead.is_empty());
    changes.extend(parts.iter().map(|part| match &part.turn {
        // Only one lead is shown below.
        Some((before, after)) if !part.lead.is_empty() && Some(&part.lead) != shown => say!(
            "{what}: another lead, which `sign` shows, was {before} and is {after}",
            what = &part.part,
            before,
            after
        ),
        _ => moved(part),
    }));
    say!(
        "{changes}. Look at it together, and sign again with {command}, or take it back.",
        changes = Text::row(changes, ". "),
        command
    )
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
        let message = if is_there {
            say!("{party} signed \"{title}\", and is no party of it any more", party = by, title)
        } else {
            say!("{party} signed \"{title}\", and the rules have no such agreement any more", party = by, title)
        };
        let span = rules.agreements.iter().find(|agreement| agreement.title == *title).map_or(span, |agreement| agreement.span);
        Diagnostic::new(&codes::LR0807, message, span, say!("no longer agreed")).help(say!(
            "Put it back; or if all agree that it ends, take the signed copy out of the folder, in a change that is reviewed."
        ))
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
        let agreement = &rules.agreements[status.at];
        let span = agreement.span;
        for Party { party, signature } in &status.parties {
            let command = format!("`leadrules sign {file} --as {party}`");
            match signature {
                Signature::Holds { .. } => {}
                Signature::Never => {
                    let message = say!("{party} has not signed", party);
                    let help = say!("{command} shows what is agreed, and writes the signed copy.", command);
                    found.push(Diagnostic::new(&codes::LR0806, message, span, say!("not agreed yet")).help(help));
                }
                Signature::Unreadable { path, why } => {
                    let message = say!("what {party} signed can't be read", party);
                    let help = say!(
                        "{path}: {why}. Take it from the repository again, or sign anew with {command}.",
                        path,
                        why,
                        command
                    );
                    found.push(Diagnostic::new(&codes::LR0806, message, span, say!("not known")).help(help));
                }
                Signature::Changed { on, parts, edits } => {
                    let message = say!("what {party} signed on {day} has changed", party, day = day(on));
                    let label = Text::row(parts.iter().map(|part| part.part.clone()).collect(), ", ");
                    let mut finding =
                        Diagnostic::new(&codes::LR0807, message, span, label).help(why(parts, edits, &command));
                    if let Some(part) = parts.iter().find(|part| !part.lead.is_empty()) {
                        finding = finding.witness(part.lead.join("\n"));
                    }
                    found.push(finding);
                }
            }
        }
        if let Some(day) = agreement.review.filter(|_| status.is_due) {
            let message =
                say!("\"{title}\" is due for review since {day}", title = &status.title, day = Value::Day(day));
            let help = say!("Look at it together, and write the day of the next review.");
            found.push(Diagnostic::bare(&codes::LR0808, message, span).help(help));
        }
    }
    found
}
