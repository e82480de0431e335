//! Files that were dropped on the page: they are in memory, since a page does not say where they came from. In: the parts of
//! a form; out: a desk.

use leadrules_decide::agreement::Copy;
use leadrules_decide::init;
use leadrules_engine::data::{Before, Input, ReadOptions};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use leadrules_language::words::{Locale, Text, say};
use leadrules_server::Part;
use leadrules_service::desk::{Desk, Files, Opening, Sample, Source};
use leadrules_service::draft::{Draft, File};

use super::super::world;

/// No files but those that were dropped.
#[derive(Debug, Default)]
struct Dropped {
    files: Vec<File>,
    signed: Vec<Copy>,
}

impl Files for Dropped {
    fn read(&self, name: &str) -> Result<String, Text> {
        let wanted = base_name(name);
        let found = self.files.iter().find(|file| base_name(&file.name) == wanted);
        found.map(|file| file.text.clone()).ok_or_else(|| say!("{name} was not dropped on the page", name))
    }

    fn write(&self, name: &str, _: &str) -> Result<(), Text> {
        Err(say!("{name} was dropped on the page, which does not say where it is: download it instead", name))
    }

    fn signed(&self, _: &Rules) -> Result<Vec<Copy>, Text> {
        Ok(self.signed.clone())
    }

    fn can_write(&self) -> bool {
        false
    }
}

/// A desk with nothing on it yet.
pub(super) fn desk(as_of: Instant) -> Desk {
    let opening =
        Opening { files: Vec::new(), source: None, as_of, outcome: None, version: version(), samples: samples() };
    Desk::new(opening, Box::<Dropped>::default())
}

fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The samples that there are.
fn samples() -> Vec<Sample> {
    let rows = |text: &str| text.lines().count().saturating_sub(1);
    vec![Sample { name: SAMPLE.to_owned(), leads: rows(LEADS), events: rows(EVENTS) }]
}

/// The language that the page speaks, as one of the parts says.
pub(super) fn language(parts: &[Part]) -> Locale {
    let said = parts.iter().find(|part| part.name == "language");
    said.and_then(|part| Locale::named(&String::from_utf8_lossy(&part.bytes))).unwrap_or_default()
}

/// A desk with these files. The error is a sentence.
pub(super) fn open(parts: Vec<Part>) -> Result<Desk, Text> {
    let (mut rules, mut leads, mut events, mut accounts) = (Vec::new(), None, None, None);
    for part in parts {
        let name = base_name(part.file_name.as_deref().unwrap_or("data")).to_owned();
        match part.name.as_str() {
            "rules" => {
                let text = String::from_utf8(part.bytes)
                    .map_err(|_| say!("{name} is no rule file: it is not UTF-8", name = &name))?;
                rules.push(File { name, text });
            }
            "leads" => leads = Some(Input::bytes(name, part.bytes)),
            "events" => events = Some(Input::bytes(name, part.bytes)),
            "accounts" => accounts = Some(Input::bytes(name, part.bytes)),
            "sample" => return sample(&String::from_utf8_lossy(&part.bytes)),
            "language" => {}
            other => return Err(Text::verbatim(format!("the page sent something unknown: {other}"))),
        }
    }
    let plain = |input| (input, ReadOptions { before: Before::IfMarked, ..ReadOptions::default() });
    if rules.is_empty() {
        let leads = leads.ok_or_else(|| say!("drop a file of leads, a rule file, or both"))?;
        return desk_with_first_rules(plain(leads), events.map(plain), accounts.map(plain));
    }
    desk_of(rules, leads.map(plain), (events.map(plain), accounts.map(plain)))
}

/// An input, and how it is read.
type Read = (Input, ReadOptions);

/// A desk with leads, and a first rule file made from them. The error is a sentence.
pub(super) fn desk_with_first_rules(leads: Read, events: Option<Read>, accounts: Option<Read>) -> Result<Desk, Text> {
    let named = |input: &Input| base_name(&input.name()).to_owned();
    let name = named(&leads.0);
    let (events_name, accounts_name) =
        (events.as_ref().map(|read| named(&read.0)), accounts.as_ref().map(|read| named(&read.0)));
    let sources = init::Sources {
        leads: &name,
        events: events_name.as_deref(),
        accounts: accounts_name.as_deref(),
        quoted: init::Quoted::All,
        language: None,
    };
    let log = events.as_ref().map(|(events, options)| (events, options));
    let listed = accounts.as_ref().map(|(accounts, options)| (accounts, options));
    let first = init::read((&leads.0, &leads.1), log, listed, sources).map_err(Text::from)?;
    let stem = name.split('.').next().unwrap_or("my");
    let rules = File { name: format!("{stem}.leadrules"), text: first.text };
    desk_of(vec![rules], Some(leads), (events, accounts))
}

/// The error is a sentence.
fn desk_of(
    rules: Vec<File>,
    leads: Option<Read>,
    (events, accounts): (Option<Read>, Option<Read>),
) -> Result<Desk, Text> {
    let dropped = Dropped { files: rules.clone(), signed: Vec::new() };
    // The first is the one that no other takes in.
    let first = (0..rules.len()).find(|&at| {
        let named = |file: &File| file.text.contains(&format!("use \"{}\"", rules[at].name));
        !rules.iter().any(named)
    });
    let first = rules[first.unwrap_or(0)].clone();
    let draft = Draft::new(&[first], &|name| dropped.read(name), None);
    if let (Some((accounts, _)), Some(rules)) = (&accounts, draft.rules())
        && rules.accounts.is_none()
    {
        return Err(say!(
            "{file} holds accounts, and the rules say nothing about any: declare them with `account {{ … }}`, or leave the file out",
            file = accounts.name()
        ));
    }
    let source = leads.map(|leads| Source { accounts, ..Source::new(leads, events, draft.rules()) });
    let (files, as_of) = (draft.files(), world::now());
    let opening = Opening { files, source, as_of, outcome: None, version: version(), samples: samples() };
    Ok(Desk::new(opening, Box::new(dropped)))
}

/// A sample to look around with.
fn sample(name: &str) -> Result<Desk, Text> {
    if name != SAMPLE {
        return Err(Text::verbatim(format!("there is no sample {name}")));
    }
    let rules = File {
        name: "inbound.leadrules".to_owned(),
        text: include_str!("../../../examples/inbound/inbound.leadrules").to_owned(),
    };
    let list = File {
        name: "competitors.txt".to_owned(),
        text: include_str!("../../../examples/inbound/competitors.txt").to_owned(),
    };
    let (leads, events) = (Input::bytes("leads.csv", LEADS), Input::bytes("events.csv", EVENTS));
    let dropped = Dropped { files: vec![rules.clone(), list], signed: SIGNED.map(copy).to_vec() };
    let source = Source {
        leads,
        options: ReadOptions::default(),
        events: Some((events, ReadOptions::default())),
        without_events: false,
        accounts: None,
        keep: Vec::new(),
    };
    let opening = Opening {
        files: vec![rules],
        source: Some(source),
        as_of: SAMPLE_AS_OF,
        outcome: None,
        version: version(),
        samples: samples(),
    };
    Ok(Desk::new(opening, Box::new(dropped)))
}

/// Who signed the sample, and what.
const SIGNED: [(&str, &str); 2] = [
    ("marketing", include_str!("../../../examples/inbound/inbound.signed/marketing.leadrules")),
    ("sales", include_str!("../../../examples/inbound/inbound.signed/sales.leadrules")),
];

fn copy((party, text): (&str, &str)) -> Copy {
    Copy { path: format!("{SAMPLE}.signed/{party}.leadrules"), party: party.to_owned(), text: text.to_owned() }
}

const LEADS: &str = include_str!("../../../examples/inbound/leads.csv");
const EVENTS: &str = include_str!("../../../examples/inbound/events.csv");

/// The name of the sample.
const SAMPLE: &str = "inbound";

/// The instant at which the sample's data ends: 2026-11-23, in its zone, in microseconds since 1970.
const SAMPLE_AS_OF: Instant = 1_795_474_800_000_000;

/// A file's name without its folders.
fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
