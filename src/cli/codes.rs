//! `leadrules codes`: the page of a finding, or the list of all. In: a code; out: its page as plain text.

use std::fmt::Write;

use leadrules_language::codes::{ALL, Code, Severity, find};
use leadrules_language::diagnostic;
use leadrules_language::text::wrap;

use super::exit::{Exit, Failure};
use super::terminal::{Paint, Stream, Terminal, say};

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
    let out = &terminal.out;
    let Some(wanted) = args.code.as_deref() else {
        say(&list(ALL.iter().copied(), out))?;
        return Ok(Exit::Fine);
    };
    if let Some(code) = find(wanted) {
        say(&page(code, out))?;
        return Ok(Exit::Fine);
    }
    let start = wanted.to_ascii_uppercase();
    let family: Vec<&Code> = ALL.iter().copied().filter(|code| code.id.starts_with(&start)).collect();
    if !start.is_empty() && !family.is_empty() {
        say(&list(family.into_iter(), out))?;
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

fn list<'a>(codes: impl Iterator<Item = &'a Code>, out: &Stream) -> String {
    let mut text = String::new();
    let mut family = "";
    for code in codes {
        let of = &code.id[..4];
        if of != family {
            let title = FAMILIES.iter().find(|(id, _)| *id == of).map_or("", |(_, title)| title);
            let gap = if family.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}", out.paint(&format!("{of} {title}"), Paint::Head));
            family = of;
        }
        let word = format!("{:<7}", code.severity.word());
        let _ = writeln!(text, "  {}  {}  {}", code.id, out.paint(&word, paint(code.severity)), code.title);
    }
    text
}

/// The colour of a severity.
pub(super) fn paint(severity: Severity) -> Paint {
    match severity {
        Severity::Advice => Paint::Advice,
        Severity::Warning => Paint::Warning,
        Severity::Error => Paint::Error,
    }
}

/// A page without its Markdown: the heading in bold, fences left out, paragraphs wrapped.
fn page(code: &Code, out: &Stream) -> String {
    let mut text = String::new();
    let mut paragraph = String::new();
    let mut fenced = false;
    let width = out.text_width();
    for line in code.page.lines() {
        let fence = line.trim_start().starts_with("```");
        if fence || fenced || line.starts_with("    ") || line.is_empty() || line.starts_with(['#', '-', '|']) {
            flush(&mut paragraph, width, &mut text);
        }
        if fence {
            fenced = !fenced;
        } else if fenced {
            let _ = writeln!(text, "    {line}");
        } else if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim();
            let _ = writeln!(text, "{}", out.paint(heading, Paint::Head));
        } else if line.is_empty() || line.starts_with("    ") {
            let _ = writeln!(text, "{line}");
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
        }
    }
    flush(&mut paragraph, width, &mut text);
    text
}

/// Writes a paragraph in lines of at most `width`.
fn flush(paragraph: &mut String, width: usize, text: &mut String) {
    if !paragraph.is_empty() {
        let indent = if paragraph.starts_with("- ") { "  " } else { "" };
        for (at, line) in wrap(paragraph, width - indent.len()).iter().enumerate() {
            text.push_str(if at == 0 { "" } else { indent });
            text.push_str(line);
            text.push('\n');
        }
    }
    paragraph.clear();
}
