//! `leadrules codes`: the page of a finding, or the list of all codes. In: a code; out: its page as plain text.

use leadrules_language::codes::{ALL, Code, Severity, find};
use leadrules_language::diagnostic;
use leadrules_language::page::{Page, Style, Tone};
use leadrules_language::words::{Text, say};

use super::exit::{Exit, Failure};
use super::terminal::{Terminal, say};

/// Explain what a finding means
///
/// Every finding of `leadrules check` has a code. This shows what it means, why it matters, an example, and how to mend
/// it. Without a code it lists them all.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules codes            list every code
  leadrules codes LR0201     explain one
  leadrules codes LR02       list those of one family")]
pub(super) struct Args {
    /// The code, such as LR0201, or the start of one
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Prints the page, or the list.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let style = terminal.out.style;
    let Some(wanted) = args.code.as_deref() else {
        say(&list(ALL.iter().copied(), style))?;
        return Ok(Exit::Fine);
    };
    if let Some(code) = find(wanted) {
        say(&page(code, style))?;
        return Ok(Exit::Fine);
    }
    let start = wanted.to_ascii_uppercase();
    let family: Vec<&Code> = ALL.iter().copied().filter(|code| code.id.starts_with(&start)).collect();
    if !start.is_empty() && !family.is_empty() {
        say(&list(family.into_iter(), style))?;
        return Ok(Exit::Fine);
    }
    Err(Failure::new(match diagnostic::nearest(wanted, ALL.iter().map(|code| code.id)) {
        None => say!("there is no code {code}; `leadrules codes` lists them all", code = wanted),
        Some(near) => say!("there is no code {code}; did you mean {near}?", code = wanted, near),
    }))
}

/// What the first four characters of a code stand for.
fn family(of: &str) -> Text {
    match of {
        "LR01" => say!("reading the file"),
        "LR02" => say!("names and types"),
        "LR03" => say!("missing data"),
        "LR04" => say!("ranges and tables"),
        "LR05" => say!("dead or doubled rules"),
        "LR06" => say!("scores and stages"),
        "LR07" => say!("promises and tests"),
        "LR08" => say!("owners and dates"),
        "LR09" => say!("the data"),
        _ => Text::empty(),
    }
}

fn list<'a>(codes: impl Iterator<Item = &'a Code>, style: Style) -> String {
    let mut page = Page::new(style);
    let severity = |severity: Severity| severity.said().in_locale(style.locale);
    let words = [Severity::Advice, Severity::Warning, Severity::Error].map(severity);
    let width = words.iter().map(|word| word.chars().count()).max().unwrap_or_default();
    let mut before = "";
    for code in codes {
        let of = &code.id[..4];
        if of != before {
            page.head(&format!("{of} {}", family(of).in_locale(style.locale)));
            before = of;
        }
        let word = style.tint(tone(code.severity), &format!("{:<width$}", severity(code.severity)));
        page.line(2, &format!("{}  {word}  {}", code.id, code.said().in_locale(style.locale)));
    }
    page.into_text()
}

/// The tone of a severity.
fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Advice => Tone::Advice,
        Severity::Warning => Tone::Warning,
        Severity::Error => Tone::Error,
    }
}

/// A page without its Markdown: headings in bold, fences left out, paragraphs wrapped.
fn page(code: &Code, style: Style) -> String {
    let mut page = Page::new(style);
    let mut paragraph = String::new();
    let mut fenced = false;
    for line in code.page(style.locale).lines() {
        let fence = line.trim_start().starts_with("```");
        if fence || fenced || line.starts_with("    ") || line.is_empty() || line.starts_with(['#', '-', '|']) {
            flush(&mut paragraph, &mut page);
        }
        if fence {
            fenced = !fenced;
        } else if fenced {
            page.line(4, line);
        } else if let Some(heading) = line.strip_prefix('#') {
            page.toned(Tone::Head, 0, heading.trim_start_matches('#').trim());
        } else if line.is_empty() || line.starts_with("    ") {
            page.line(0, line);
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
        }
    }
    flush(&mut paragraph, &mut page);
    page.into_text()
}

/// Writes a paragraph; a list item that is too long continues below its own text.
fn flush(paragraph: &mut String, page: &mut Page) {
    if !paragraph.is_empty() {
        page.wrapped(0, if paragraph.starts_with("- ") { 2 } else { 0 }, paragraph);
    }
    paragraph.clear();
}
