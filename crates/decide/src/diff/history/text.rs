//! A history as people read it: in a terminal, and in a pull request.

use super::super::markdown::table as markdown_table;
use super::super::text::{HANG, kept_of, more, named, said, table};
use super::{Apart, Crossed, History};
use leadrules_language::page::{Page, Style};
use leadrules_language::words::{Locale, Text, say};

/// What is said of all.
fn summary(history: &History) -> Text {
    let (apart, at_end) = (history.apart, history.apart_at_end);
    match apart {
        0 => say!("On every night every lead is at the same stage by both."),
        _ => say!(
            "{apart} {apart|lead is|leads are} at another stage on some night; on the last one {at_end} {at_end|is|are}.",
            apart,
            at_end
        ),
    }
}

fn nightly() -> Text {
    say!(
        "Each night each file starts from the stage that it gave the night before. Fields are taken as they are today."
    )
}

/// The table of crossings, headings first; `of` is the first of these.
fn crossings(history: &History, of: &str, locale: Locale) -> Vec<Vec<String>> {
    let head = vec![
        Text::verbatim(of),
        say!("reached: before"),
        say!("after"),
        say!("left: before"),
        say!("after"),
        say!("leads that flap: before"),
        say!("after"),
    ];
    let row = |Crossed { stage, before, after }: &Crossed| {
        let numbers = [before.reached, after.reached, before.left, after.left, before.flapping, after.flapping];
        std::iter::once(Text::verbatim(stage)).chain(numbers.map(Text::figure)).collect()
    };
    said(std::iter::once(head).chain(history.stages.iter().map(row)).collect(), locale)
}

/// The lead, with what is passed on of it.
fn who(mover: &Apart, before: &str) -> Text {
    Text::row(vec![named(mover.key.as_ref(), mover.row), Text::verbatim(kept_of(&mover.kept, before))], "")
}

fn course(mover: &Apart) -> Text {
    let (was, is) = &mover.at_end;
    say!(
        "{nights} {nights|night|nights} apart, first on {day}; {before} {before|change|changes} of stage before, {after} after; now {was} before, {is} after",
        nights = mover.nights,
        day = Text::moment(&mover.first),
        before = mover.changes.0,
        after = mover.changes.1,
        was,
        is
    )
}

/// A history as text, with the first `most` of the leads that are treated otherwise.
#[must_use]
pub fn render_history(history: &History, most: usize, style: Style) -> String {
    let mut page = Page::new(style);
    page.head(&page.say(&say!(
        "{leads} {leads|lead|leads} on {nights} {nights|night|nights}, {since} to {until}",
        leads = history.leads,
        nights = history.nights,
        since = Text::moment(&history.since),
        until = Text::moment(&history.until)
    )));
    page.wrapped(2, HANG, &page.say(&summary(history)));
    page.wrapped(2, HANG, &page.say(&nightly()));
    page.head(&page.say(&say!("how often leads come to a stage and fall below it again")));
    table(&mut page, crossings(history, "", style.locale));
    if !history.movers.is_empty() {
        page.head(&page.say(&say!("leads at another stage, those on the most nights first")));
    }
    for mover in history.movers.iter().take(most) {
        page.line(2, &page.say(&who(mover, "  ")));
        page.wrapped(4, HANG, &page.say(&course(mover)));
    }
    more(&mut page, history.movers.len(), most);
    page.into_text()
}

/// A history as Markdown, with the first `most` of the leads that are treated otherwise.
#[must_use]
pub fn markdown_history(history: &History, most: usize, locale: Locale) -> String {
    let say = |text: Text| text.in_locale(locale);
    let title = say!(
        "Night by night: {leads} {leads|lead|leads} on {nights} {nights|night|nights}, {since} to {until}",
        leads = history.leads,
        nights = history.nights,
        since = Text::moment(&history.since),
        until = Text::moment(&history.until)
    );
    let mut page = format!("### {}\n\n**{}** {}\n\n", say(title), say(summary(history)), say(nightly()));
    markdown_table(&mut page, &crossings(history, " ", locale));
    if history.movers.is_empty() {
        return page;
    }
    let head = vec![
        say!("lead"),
        say!("nights apart"),
        say!("first"),
        say!("changes before"),
        say!("after"),
        say!("now before"),
        say!("after"),
    ];
    let row = |mover: &Apart| {
        vec![
            who(mover, ", "),
            Text::figure(mover.nights),
            Text::moment(&mover.first),
            Text::figure(mover.changes.0),
            Text::figure(mover.changes.1),
            Text::verbatim(&mover.at_end.0),
            Text::verbatim(&mover.at_end.1),
        ]
    };
    let rows = std::iter::once(head).chain(history.movers.iter().take(most).map(row)).collect();
    page.push_str(&format!("<details>\n<summary>{}</summary>\n\n", say(say!("Leads at another stage"))));
    markdown_table(&mut page, &said(rows, locale));
    if history.movers.len() > most {
        page.push_str(&format!("{}\n\n", say(say!("and {more} more", more = history.movers.len() - most))));
    }
    page.push_str("</details>\n");
    page
}
