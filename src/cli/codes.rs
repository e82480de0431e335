//! `leadrules codes`: the page of a finding, or the list of all codes. In: a code; out: its page as plain text.

use leadrules_language::codes::{ALL, Code, Severity, find};
use leadrules_language::diagnostic;
use leadrules_language::page::{Page, Style, Tone};

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
    let hint = diagnostic::nearest(wanted, ALL.iter().map(|code| code.id))
        .map_or_else(|| "`leadrules codes` lists them all".to_owned(), |near| format!("did you mean {near}?"));
    Err(Failure::new(format!("there is no code {wanted}; {hint}")))
}

/// What the first four characters of a code stand for.
const FAMILIES: [(&str, &str); 9] = [
    ("LR01", "reading the file"),
    ("LR02", "names and types"),
    ("LR03", "missing data"),
    ("LR04", "ranges and tables"),
    ("LR05", "dead or doubled rules"),
    ("LR06", "scores and stages"),
    ("LR07", "promises and tests"),
    ("LR08", "owners and dates"),
    ("LR09", "the data"),
];

fn list<'a>(codes: impl Iterator<Item = &'a Code>, style: Style) -> String {
    let mut page = Page::new(style);
    let mut family = "";
    for code in codes {
        let of = &code.id[..4];
        if of != family {
            let title = FAMILIES.iter().find(|(id, _)| *id == of).map_or("", |(_, title)| title);
            page.head(&format!("{of} {title}"));
            family = of;
        }
        let word = style.tint(tone(code.severity), &format!("{:<7}", code.severity.word()));
        page.line(2, &format!("{}  {word}  {}", code.id, code.title));
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
    for line in code.page.lines() {
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
