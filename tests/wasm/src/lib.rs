//! The language as a WebAssembly module. In: the text of a rule file, written by the host into the module's memory; out:
//! what was found in it, or its canonical form, as text. The module imports nothing: no files, clock or threads.

use std::sync::Mutex;

use leadrules_language::words::Text;
use leadrules_language::{analyze, calendar, format, load, parse, resolve, source, sql};

/// The text that was given, and the answer to it.
static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static ANSWER: Mutex<String> = Mutex::new(String::new());

/// Makes room for a text of this many bytes, and returns where the host must write it.
#[unsafe(no_mangle)]
pub extern "C" fn place(bytes: usize) -> *mut u8 {
    let mut text = TEXT.lock().expect("one thread");
    *text = vec![0; bytes];
    text.as_mut_ptr()
}

/// Where the last answer is; its length is what the function that made it returned.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.lock().expect("one thread").as_ptr()
}

fn reply(text: String) -> usize {
    let mut answer = ANSWER.lock().expect("one thread");
    *answer = text;
    answer.len()
}

fn given() -> String {
    String::from_utf8_lossy(&TEXT.lock().expect("one thread")).into_owned()
}

/// Checks the text as of a day, including proofs: one line for each finding, `LR0610 12 what is wrong`.
#[unsafe(no_mangle)]
pub extern "C" fn check() -> usize {
    let loaded = load::load("rules", given(), &mut |path| Err(Text::verbatim(format!("there is no file {path} here"))));
    let (rules, mut found) = resolve::resolve(&loaded);
    if let Some(rules) = &rules {
        let as_of = calendar::Zone::utc().parse_as_of("2026-11-23").expect("a day");
        found.extend(analyze::findings(rules, as_of).found);
    }
    let line = |finding: &leadrules_language::diagnostic::Diagnostic| {
        let span = finding.span();
        let (line, _) = loaded.sources.file(span.file).line_column(span.range().start);
        format!("{} {line} {}\n", finding.code.id, finding.message)
    };
    reply(found.iter().map(line).collect())
}

/// Writes the text in its canonical form.
#[unsafe(no_mangle)]
pub extern "C" fn canonical() -> usize {
    let mut sources = source::Sources::default();
    let file = sources.add("rules", given());
    reply(format::format(&parse::parse(&sources, file).0))
}

/// Writes the rules as a query for `DuckDB`, as of the same day; or why not, if they can't be.
#[unsafe(no_mangle)]
pub extern "C" fn query() -> usize {
    let loaded = load::load("rules", given(), &mut |path| Err(Text::verbatim(format!("there is no file {path} here"))));
    let Some(rules) = resolve::resolve(&loaded).0 else { return reply("the rules are wrong".to_owned()) };
    let options = sql::Options {
        dialect: sql::Dialect::DuckDb,
        as_of: sql::AsOf::At(rules.zone.parse_as_of("2026-11-23").expect("a day")),
        leads: "leads",
        events: rules.log.as_ref().map(|_| "events"),
        of: sql::Of::Leads,
        accounts: sql::AccountData::NotSaid,
        event_id: None,
        explain: false,
        previous: sql::Previous::Marked,
    };
    reply(
        sql::select(&rules, &options)
            .unwrap_or_else(|refused| refused.iter().map(|refusal| format!("{refusal}\n")).collect()),
    )
}
