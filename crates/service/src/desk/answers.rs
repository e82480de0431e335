//! The calls that are answered at once.

use std::sync::Arc;

use leadrules_decide::agreement::{self, Status};
use leadrules_decide::diff;
use leadrules_engine::data::write::{Explain, Fit, Format, Layout, Writer};
use leadrules_language::analyze::{self, Promised};
use leadrules_language::calendar::{Zone, format_instant};
use leadrules_language::codes;
use leadrules_language::format;
use leadrules_language::parse;
use leadrules_language::source::{Sources, one_line};
use leadrules_language::testing;
use leadrules_language::words::{Locale, Text, say, written_in};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json as value;

use super::{Answer, Data, Desk, Found, Refused, Scored, hash, json, side};
use crate::accounts::{Account, Accounts};
use crate::draft::{File, Finding, Undecided};
use crate::leads::{self, Filter, Sort, Table, Window, place, starts};
use crate::place::Place;
use crate::settled::Settled;
use crate::single::Single;
use crate::words::words;

#[derive(Deserialize)]
struct Texts {
    texts: Vec<String>,
    /// The language of the findings: `nl`.
    #[serde(default)]
    language: String,
}

#[derive(Deserialize)]
struct Row {
    row: u32,
    /// Of a timeline: how many days ahead.
    #[serde(default = "month")]
    ahead: u32,
    #[serde(default)]
    stage: String,
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
struct Key {
    key: String,
    /// Of a timeline: how many days ahead.
    #[serde(default = "month")]
    ahead: u32,
    #[serde(default)]
    stage: String,
}

fn month() -> u32 {
    30
}

#[derive(Deserialize)]
struct At {
    texts: Vec<String>,
    file: usize,
    #[serde(default)]
    at: usize,
}

#[derive(Deserialize)]
struct Code {
    code: String,
    /// The language of its page: `nl`.
    #[serde(default)]
    language: String,
}

#[derive(Deserialize)]
struct Draft {
    text: String,
    base: String,
}

#[derive(Deserialize)]
struct Save {
    files: Vec<Draft>,
}

#[derive(Deserialize)]
struct List {
    #[serde(default)]
    filter: Filter,
    #[serde(default)]
    sort: Option<Sort>,
    #[serde(default)]
    most: Option<usize>,
}

/// A file as the page has it.
#[derive(Serialize)]
struct Shown {
    name: String,
    text: String,
    hash: String,
    saves: bool,
}

/// The leads as the page has them.
#[derive(Debug, Serialize)]
pub(super) struct DataShown {
    name: String,
    events_name: Option<String>,
    leads: u64,
    events: u64,
    read_as: Text,
    columns: Vec<String>,
    notices: Vec<Text>,
}

impl DataShown {
    /// Of these.
    pub(super) fn new(data: &Data) -> Self {
        let kept = &data.kept;
        Self {
            name: base_name(&data.source.leads.name()),
            events_name: data.source.events.as_ref().map(|(events, _)| base_name(&events.name())),
            leads: kept.leads(),
            events: kept.events,
            read_as: kept.report.dialect.said(),
            columns: data.source.keep.clone(),
            notices: notices(kept),
        }
    }
}

#[derive(Serialize)]
struct Proved {
    findings: Vec<Finding>,
    undecided: Vec<Undecided>,
    tests: Vec<TestShown>,
    promises: Vec<PromiseShown>,
    agreements: Vec<Status>,
    /// Why it is not known whether the rules were agreed.
    unread: Option<Text>,
}

#[derive(Serialize)]
struct TestShown {
    title: String,
    passed: bool,
    #[serde(flatten)]
    place: Option<Place>,
    failures: Vec<Text>,
}

#[derive(Serialize)]
struct PromiseShown {
    title: String,
    says: String,
    state: &'static str,
    witness: Option<String>,
}

impl Desk {
    /// Answers a call.
    ///
    /// # Errors
    /// If there is no such call, it was called wrongly, or can't be answered.
    pub fn answer(&self, call: &str, body: &[u8]) -> Result<Answer, Refused> {
        written_in(spoken(body), || self.answered(call, body))
    }

    fn answered(&self, call: &str, body: &[u8]) -> Result<Answer, Refused> {
        match call {
            "session" => Ok(self.session()),
            "movers" => self.movers(&read(body)?),
            "leads" => self.leads(&read(body)?),
            "accounts" => self.accounts(&read(body)?),
            "account" => self.account(&read(body)?, |one, _| Ok(json(&one.explained()))),
            "account-reach" => {
                self.account(&read(body)?, |one, asked| one.reach(&asked.stage).map(|reach| json(&reach)))
            }
            "account-timeline" => self.account(&read(body)?, |one, asked| Ok(json(&one.timeline(asked.ahead)))),
            "explain" => self.single(&read(body)?, |one, _| Ok(json(&one.explained()))),
            "reach" => self.single(&read(body)?, |one, asked| one.reach(&asked.stage).map(|reach| json(&reach))),
            "timeline" => self.single(&read(body)?, |one, asked| one.timeline(asked.ahead).map(|course| json(&course))),
            "test" => self.single(&read(body)?, |one, asked| one.test(&asked.title).map(|test| json(&test))),
            "prove" => Ok(self.prove(&read(body)?)),
            "complete" => self.complete(&read(body)?),
            "format" => formatted(&read(body)?),
            "code" => code(&read(body)?),
            "save" => self.save(&read(body)?),
            "list" => self.list(&read(body)?),
            _ => Err(Refused::NoSuchCall),
        }
    }

    fn session(&self) -> Answer {
        let saved = self.state().saved.clone();
        let draft = self.draft_of(&saved);
        let (data, reads) = {
            let state = self.state();
            (state.data.as_ref().map(|data| DataShown::new(data)), state.data.is_none() && state.source.is_some())
        };
        let zone = draft.rules().map_or_else(Zone::utc, |rules| rules.zone.clone());
        json(&value!({
            "version": self.version,
            "files": self.shown(&saved),
            "data": data,
            "reads": reads,
            "as_of": format_instant(self.as_of),
            "zone": zone.name(),
            "outcome": self.outcome,
            "samples": self.samples,
        }))
    }

    /// What came of the leads by the newest draft.
    fn newest(&self) -> Result<Arc<Scored>, Refused> {
        let wrong = || Refused::Wrong(say!("no draft has been run yet"));
        self.state().newest.clone().ok_or_else(wrong)
    }

    fn movers(&self, asked: &Texts) -> Result<Answer, Refused> {
        let draft = self.draft(&asked.texts);
        let saved = self.state().saved.clone();
        let base = self.draft_of(&saved);
        let (Some(old), Some(new)) = (base.rules(), draft.rules()) else {
            return Err(Refused::Wrong(say!("the rules have errors, so nobody moves")));
        };
        let data = |rules| {
            let data = self.data(rules, &mut |_| ()).map_err(Refused::Failed)?;
            data.ok_or_else(|| Refused::Wrong(say!("there are no leads")))
        };
        let before = Settled::new(&*data(old)?, old, self.as_of).map_err(Refused::Failed)?;
        let after = Settled::new(&*data(new)?, new, self.as_of).map_err(Refused::Failed)?;
        let requests = (before.request(old, self.as_of), after.request(new, self.as_of));
        let moves = diff::moves(&requests.0, &requests.1, &[], &mut |_| ());
        moves.map(|moves| json(&moves)).map_err(|error| Refused::Failed(error.into()))
    }

    /// The rows that pass a filter; they are remembered, since a table is asked for window by window.
    fn found(&self, scored: &Scored, filter: &Filter, sort: Option<&Sort>) -> Result<Arc<Vec<u32>>, Refused> {
        let lock = || scored.found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = &*lock()
            && (&found.filter, found.sort.as_ref()) == (filter, sort)
        {
            return Ok(Arc::clone(&found.rows));
        }
        let rows = Arc::new(self.with_table(scored, |table| table.rows(filter, sort))?);
        *lock() = Some(Found { filter: filter.clone(), sort: sort.cloned(), rows: Arc::clone(&rows) });
        Ok(rows)
    }

    fn with_table<R>(
        &self,
        scored: &Scored,
        use_it: impl FnOnce(&Table<'_>) -> std::io::Result<R>,
    ) -> Result<R, Refused> {
        let base = self.state().base.clone();
        let own = scored.all();
        let theirs = base.as_ref().map(|base| base.all());
        let held = &scored.settled.leads;
        let before = base.as_ref().zip(theirs.as_ref()).map(|(base, batches)| side(base, batches));
        use_it(&Table::new(&held.leads, &held.kept, side(scored, &own), before)).map_err(|error| unread(&error))
    }

    fn leads(&self, window: &Window) -> Result<Answer, Refused> {
        let scored = self.newest()?;
        let found = self.found(&scored, &window.filter, window.sort.as_ref())?;
        Ok(json(&self.with_table(&scored, |table| table.window(&found, window, scored.generation))?))
    }

    fn accounts(&self, window: &Window) -> Result<Answer, Refused> {
        let scored = self.newest()?;
        let base = self.state().base.clone();
        let own = Accounts::new(scored.rules(), &scored.settled);
        let own = own.ok_or_else(|| Refused::Wrong(say!("the rules say nothing about accounts")))?;
        let saved = base.as_ref().and_then(|base| Accounts::new(base.rules(), &base.settled));
        let shown = own.shown(saved.as_ref(), window, scored.generation).map_err(|error| unread(&error))?;
        Ok(json(&shown))
    }

    fn account(
        &self,
        asked: &Key,
        answer: impl FnOnce(&Account<'_>, &Key) -> Result<Answer, Text>,
    ) -> Result<Answer, Refused> {
        let scored = self.newest()?;
        let request = scored.settled.request(scored.rules(), self.as_of);
        Account::find(&request, &asked.key).and_then(|one| answer(&one, asked)).map_err(Refused::Wrong)
    }

    fn single(
        &self,
        asked: &Row,
        answer: impl FnOnce(&Single<'_>, &Row) -> Result<Answer, Text>,
    ) -> Result<Answer, Refused> {
        let scored = self.newest()?;
        if u64::from(asked.row) >= scored.data.kept.leads() {
            return Err(Refused::Wrong(say!("there is no such lead")));
        }
        let place = place(&starts(&scored.settled.leads.leads), asked.row);
        let request = scored.settled.request(scored.rules(), self.as_of);
        let one = Single::new(&request, &scored.settled.leads.leads, place, asked.row).map_err(Refused::Failed)?;
        answer(&one, asked).map_err(Refused::Wrong)
    }

    fn prove(&self, asked: &Texts) -> Answer {
        let mut draft = self.draft(&asked.texts);
        draft.prove(self.as_of);
        let mut tests = Vec::new();
        let mut promises = Vec::new();
        let (mut agreements, mut unread) = (Vec::new(), None);
        if let Some(rules) = draft.rules().filter(|rules| !rules.agreements.is_empty()) {
            match self.files.signed(rules) {
                Ok(copies) => agreements = agreement::status(&draft.checked, rules, &copies, self.as_of),
                Err(why) => unread = Some(why),
            }
            let said = agreement::findings(rules, &agreements);
            draft.checked.findings.extend(said);
        }
        if let Some(rules) = draft.rules() {
            let report = testing::run(rules, &|_| true);
            let test = |(outcome, test): (&testing::TestOutcome, &leadrules_language::ir::Test)| TestShown {
                title: outcome.title.clone(),
                passed: outcome.passed(),
                place: draft.places.of(test.span),
                failures: outcome
                    .failures
                    .iter()
                    .map(|failure| {
                        say!("{what}: {note}", what = &failure.expected, note = Text::row(failure.came(), ", "))
                    })
                    .chain(outcome.broken().map(|breach| Text::verbatim(&breach.promise)))
                    .collect(),
            };
            tests = report.tests.iter().zip(&rules.tests).map(test).collect();
            let proved = analyze::promises(rules, self.as_of);
            let promise = |rules: &leadrules_language::ir::Rules,
                           promise: &leadrules_language::ir::Promise,
                           proved: &Promised| {
                let line = |line: &leadrules_language::ir::PromiseLine| {
                    format!("{} {}", line.word(), one_line(rules.text(line.condition.span)))
                };
                let (state, witness) = match proved {
                    Promised::Kept => ("proved", None),
                    Promised::Broken(_, witness) => ("broken", Some(witness.shown(rules).join("\n"))),
                    Promised::Undecided(_) => ("undecided", None),
                };
                let says = promise.lines.iter().map(line).collect::<Vec<_>>().join("; ");
                PromiseShown { title: promise.title.clone(), says, state, witness }
            };
            let of_accounts = rules.accounts.iter().map(|accounts| &accounts.rules);
            let all = std::iter::once(rules).chain(of_accounts);
            let all = all.flat_map(|rules| rules.promises.iter().map(move |promise| (rules, promise)));
            promises = all.zip(&proved).map(|((rules, one), proved)| promise(rules, one, proved)).collect();
        }
        let locale = locale(&asked.language);
        let (findings, undecided) = (draft.findings(locale), draft.undecided(locale));
        json(&Proved { findings, undecided, tests, promises, agreements, unread })
    }

    fn complete(&self, asked: &At) -> Result<Answer, Refused> {
        let text = asked.texts.get(asked.file).ok_or_else(|| Refused::Wrong(say!("there is no such file")))?;
        let (readable, data) = {
            let state = self.state();
            (state.readable.clone(), state.data.clone())
        };
        let seen = data.map(|data| data.seen.clone()).unwrap_or_default();
        Ok(json(&words(readable.as_deref(), text, asked.at, &seen)))
    }

    /// Writes what differs; nothing if a file is not what the draft is based on.
    fn save(&self, asked: &Save) -> Result<Answer, Refused> {
        let saved = self.state().saved.clone();
        if asked.files.len() != saved.len() {
            return Err(Refused::Wrong(say!("these are not the files of the set")));
        }
        let on_disk: Vec<File> = saved
            .iter()
            .map(|file| Ok(File { text: self.files.read(&file.name)?, name: file.name.clone() }))
            .collect::<Result<_, Text>>()
            .map_err(Refused::Failed)?;
        let is_as_known = |(draft, file): (&Draft, &File)| draft.base == hash(&file.text);
        if !asked.files.iter().zip(&on_disk).all(is_as_known) {
            self.know(on_disk.clone());
            return Ok(json(&value!({ "kind": "conflict", "files": self.shown(&on_disk) })));
        }
        let drafts = asked.files.iter().zip(&on_disk);
        let now: Vec<File> = drafts
            .map(|(draft, file)| File { text: with_line_ends_of(&file.text, &draft.text), name: file.name.clone() })
            .collect();
        for (draft, _) in now.iter().zip(&on_disk).filter(|(draft, file)| draft.text != file.text) {
            self.files.write(&draft.name, &draft.text).map_err(Refused::Failed)?;
        }
        self.know(now.clone());
        Ok(json(&value!({ "kind": "saved", "files": self.shown(&now) })))
    }

    fn shown(&self, files: &[File]) -> Vec<Shown> {
        let one = |file: &File| Shown {
            name: base_name(&file.name),
            text: with_plain_line_ends(&file.text),
            hash: hash(&file.text),
            saves: self.files.can_write(),
        };
        files.iter().map(one).collect()
    }

    /// Takes these for what is saved.
    fn know(&self, saved: Vec<File>) {
        let mut state = self.state();
        if state.saved != saved {
            state.saved = saved;
            state.base = None;
        }
    }

    fn list(&self, asked: &List) -> Result<Answer, Refused> {
        let scored = self.newest()?;
        let rows = self.found(&scored, &asked.filter, asked.sort.as_ref())?;
        let rows = &rows[..asked.most.unwrap_or(rows.len()).min(rows.len())];
        let held = &scored.settled.leads;
        // Who has only a list must know whom to call.
        let who = leads::who(scored.rules(), &held.leads, rows).map_err(|error| unread(&error))?;
        let mut results = leads::results(&scored.all(), &starts(&held.leads), rows);
        (results.keys, results.kept) = (who.keys, who.columns);
        let keep: Vec<String> = who.names.into_iter().chain(held.kept.iter().cloned()).collect();
        let layout = Layout::new(scored.rules(), &keep, Explain::No);
        workbook(layout, results).map(Answer::Workbook).map_err(|why| Refused::Failed(Text::verbatim(why)))
    }
}

/// Leads that were read wait in a file, and that file is gone.
fn unread(error: &std::io::Error) -> Refused {
    Refused::Failed(say!("the leads that were read can't be read back: {why}", why = error.to_string()))
}

fn workbook(layout: Layout, results: leadrules_engine::columns::Results) -> Result<Vec<u8>, String> {
    let bytes = Shared::default();
    let fit = Fit::default();
    let mut writer =
        Writer::new(Format::Xlsx, layout, Box::new(bytes.clone()), fit).map_err(|error| error.to_string())?;
    writer.write(results).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())?;
    Ok(bytes.take())
}

/// Bytes that a writer fills and its maker keeps.
#[derive(Clone, Default)]
struct Shared(Arc<std::sync::Mutex<Vec<u8>>>);

impl Shared {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

impl std::io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|error| Refused::Wrong(Text::verbatim(error.to_string())))
}

/// A text as a page has it, whose lines end in a single character.
fn with_plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// A page's text with the line ends of the file that it was: of Windows, if the file's first line ends so.
fn with_line_ends_of(file: &str, text: &str) -> String {
    let is_of_windows = file.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'));
    let plain = with_plain_line_ends(text);
    if is_of_windows { plain.replace('\n', "\r\n") } else { plain }
}

/// A file's name without its folders.
fn base_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

/// What reading the leads noticed, each in a sentence.
fn notices(kept: &leadrules_engine::hold::Kept) -> Vec<Text> {
    let mut notices = Vec::new();
    if let Some(log) = &kept.log {
        let strangers = &log.strangers;
        if strangers.leads > 0 {
            notices.push(say!(
                "the log has {events} events of {leads} leads that are not in the data ({examples})",
                events = strangers.events,
                leads = strangers.leads,
                examples = strangers.examples.join(", ")
            ));
        }
    }
    let report = &kept.report;
    for missing in &report.missing_columns {
        notices.push(say!("no column was found for `{name}`: it is unknown of every lead", name = &missing.name));
    }
    notices.extend(report.repeated_names_said());
    notices.extend(report.odd_json_said());
    notices.extend(report.odd_end_said());
    notices.extend(report.odd_cells_said());
    notices
}

fn formatted(asked: &At) -> Result<Answer, Refused> {
    let text = asked.texts.get(asked.file).ok_or_else(|| Refused::Wrong(say!("there is no such file")))?;
    let mut sources = Sources::default();
    let file = sources.add("rules", text.as_str());
    let (parsed, findings) = parse::parse(&sources, file);
    if leadrules_language::diagnostic::has_errors(&findings) {
        return Err(Refused::Wrong(say!("what can't be read can't be put in order; mend the errors first")));
    }
    Ok(json(&value!({ "text": format::format(&parsed) })))
}

/// A language by its name; English if it is none that is spoken.
pub(super) fn locale(language: &str) -> Locale {
    Locale::named(language).unwrap_or_default()
}

/// The language that a page asks for, of any call; English if it asks for none that is spoken.
#[must_use]
pub fn spoken(body: &[u8]) -> Locale {
    #[derive(Deserialize)]
    struct Asked {
        language: String,
    }
    serde_json::from_slice::<Asked>(body).map(|asked| locale(&asked.language)).unwrap_or_default()
}

fn code(asked: &Code) -> Result<Answer, Refused> {
    let page = codes::ALL.iter().find(|code| code.id == asked.code).map(|code| code.page(locale(&asked.language)));
    page.map(|text| json(&value!({ "text": text })))
        .ok_or_else(|| Refused::Wrong(say!("there is no code {code}", code = &asked.code)))
}
