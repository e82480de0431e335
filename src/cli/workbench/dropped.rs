//! Files that were dropped on the page: they are in memory, since a page does not say where they came from. In: the parts of
//! a form; out: a desk.

use leadrules_decide::init;
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_language::calendar::Instant;
use leadrules_server::Part;
use leadrules_service::desk::{Desk, Files, Opening, Sample, Source};
use leadrules_service::draft::{Draft, File};

use super::super::world;

/// No files but those that were dropped.
#[derive(Debug, Default)]
struct Dropped {
    files: Vec<File>,
}

impl Files for Dropped {
    fn read(&self, name: &str) -> Result<String, String> {
        let wanted = base_name(name);
        let found = self.files.iter().find(|file| base_name(&file.name) == wanted);
        found.map(|file| file.text.clone()).ok_or_else(|| format!("{name} was not dropped on the page"))
    }

    fn write(&self, name: &str, _: &str) -> Result<(), String> {
        Err(format!("{name} was dropped on the page, which does not say where it is: download it instead"))
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

/// A desk with these files. The error is a sentence.
pub(super) fn open(parts: Vec<Part>) -> Result<Desk, String> {
    let (mut rules, mut leads, mut events) = (Vec::new(), None, None);
    for part in parts {
        let name = base_name(part.file_name.as_deref().unwrap_or("data")).to_owned();
        match part.name.as_str() {
            "rules" => {
                let text =
                    String::from_utf8(part.bytes).map_err(|_| format!("{name} is no rule file: it is not UTF-8"))?;
                rules.push(File { name, text });
            }
            "leads" => leads = Some(Input::bytes(name, part.bytes)),
            "events" => events = Some(Input::bytes(name, part.bytes)),
            "sample" => return sample(&String::from_utf8_lossy(&part.bytes)),
            other => return Err(format!("the page sent something unknown: {other}")),
        }
    }
    if rules.is_empty() {
        let leads = leads.as_ref().ok_or("drop a file of leads, a rule file, or both")?;
        rules.push(first_rules(leads, events.as_ref())?);
    }
    Ok(desk_of(rules, leads, events))
}

fn first_rules(leads: &Input, events: Option<&Input>) -> Result<File, String> {
    let options = ReadOptions::default();
    let (name, events_name) = (leads.name(), events.map(Input::name));
    let sources = init::Sources { leads: &name, events: events_name.as_deref() };
    let first = init::read((leads, &options), events.map(|events| (events, &options)), sources);
    let stem = name.split('.').next().unwrap_or("my");
    first.map(|first| File { name: format!("{stem}.leadrules"), text: first.text }).map_err(|error| error.to_string())
}

fn desk_of(rules: Vec<File>, leads: Option<Input>, events: Option<Input>) -> Desk {
    let dropped = Dropped { files: rules.clone() };
    // The first is the one that no other takes in.
    let first = (0..rules.len()).find(|&at| {
        let named = |file: &File| file.text.contains(&format!("use \"{}\"", rules[at].name));
        !rules.iter().any(named)
    });
    let first = rules[first.unwrap_or(0)].clone();
    let draft = Draft::new(&[first], &|name| dropped.read(name), None);
    let as_of = world::now();
    let source = leads.map(|leads| Source {
        leads,
        options: ReadOptions::default(),
        without_events: events.is_none() && draft.rules().is_none_or(|rules| rules.log.is_some()),
        events: events.map(|events| (events, ReadOptions::default())),
        keep: Vec::new(),
    });
    let opening =
        Opening { files: draft.files(), source, as_of, outcome: None, version: version(), samples: samples() };
    Desk::new(opening, Box::new(dropped))
}

/// A sample to look around with.
fn sample(name: &str) -> Result<Desk, String> {
    if name != SAMPLE {
        return Err(format!("there is no sample {name}"));
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
    let dropped = Dropped { files: vec![rules.clone(), list] };
    let source = Source {
        leads,
        options: ReadOptions::default(),
        events: Some((events, ReadOptions::default())),
        without_events: false,
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
