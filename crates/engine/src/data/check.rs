//! What data shows about the rules that read it: missing columns, values that do not fit, options and kinds of event
//! that never occur or are not declared. In: the reports of a reader that read every field; out: findings, with edits
//! of the rule file if one would mend it.

mod edits;
mod nouns;

use crate::columns::{Need, Needed};
use crate::data::cell::Why;
use crate::data::cell::number::{self, Mark};
use crate::data::dialect::Format;
use crate::data::events::read_events;
use crate::data::fit::{Unfit, are_keyless};
use crate::data::fitness::Fitness;
use crate::data::input::{Error, Input, ReadOptions};
use crate::data::leads::read_leads;
use crate::data::report::{Counted, EventsReport, FieldReport, Misfit, MissingColumn, OpenQuotes, Place, ReadReport};
use leadrules_language::calendar::form::{COMMON_FORMS, Epoch, Form};
use leadrules_language::codes::{self, Severity};
use leadrules_language::diagnostic::{Diagnostic, nearest};
use leadrules_language::ir::{About, Field, Log, Rules};
use leadrules_language::source::{Span, quoted};
use leadrules_language::text;
use leadrules_language::types::Type;
use leadrules_language::words::{Text, say};
pub(crate) use nouns::Noun;

/// At most this many names are listed in one message.
const NAMED: usize = 8;

/// A text that is not an option counts as frequent if it is in at least this many rows, and in at least one of this
/// many known ones.
const FREQUENT: (u64, u64) = (3, 200);

/// Reads all the data and says what it shows about the rules; what `fitness` refuses is an error.
///
/// # Errors
/// When a file can't be read.
pub fn check(
    (rules, about): (&Rules, About),
    leads: (&Input, &ReadOptions),
    events: Option<(&Input, &ReadOptions)>,
    fitness: Option<&Fitness>,
) -> Result<Vec<Diagnostic>, Error> {
    // What leads and accounts ask of each other is not in the data.
    let need = |field: &Field| if field.columns.is_empty() { Need::Nothing } else { Need::Values };
    let mut needed = Needed {
        fields: rules.fields.iter().map(need).collect(),
        properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
        events: rules.log.is_some() && events.is_none(),
    };
    let mut reader = read_leads(leads.0, rules, &needed, &[], leads.1)?;
    reader.by_ref().try_for_each(|batch| batch.map(drop))?;
    let mut log = None;
    if let Some((input, options)) = events.filter(|_| rules.log.is_some()) {
        needed.events = true;
        let mut reader = read_events(input, rules, &needed, options)?;
        reader.by_ref().try_for_each(|batch| batch.map(drop))?;
        log = Some(reader.report().clone());
    }
    Ok(findings((rules, about), reader.report(), log.as_ref(), fitness))
}

/// What the reports of leads, and of a log of its own, show about the rules; or of accounts, about what is said of these.
#[must_use]
pub fn findings(
    (rules, about): (&Rules, About),
    leads: &ReadReport,
    log: Option<&ReadReport>,
    fitness: Option<&Fitness>,
) -> Vec<Diagnostic> {
    let mut ctx = Ctx { rules, about, fitness, findings: Vec::new() };
    let read = rules.fields.iter().zip(&leads.fields).filter(|(_, report)| report.read);
    let read = read.map(|(field, _)| field.name.as_str());
    let unfit = fitness.and_then(|fitness| fitness.unfit(&leads.missing_columns, read, objects(leads)));
    if let (Some(Unfit::All), Some(first)) = (&unfit, rules.fields.first()) {
        ctx.findings.push(no_column(first, leads, about));
        return ctx.findings;
    }
    ctx.fields(about.into(), &rules.fields, leads, unfit.as_ref());
    ctx.keys(leads);
    ctx.rows(about.into(), rules.fields.first().map(|field| field.span), leads);
    if let Some(declared) = &rules.log {
        match (log, &leads.events) {
            (Some(report), _) => {
                let unfit = fitness.and_then(|fitness| fitness.unfit_log(&report.missing_columns, objects(report)));
                ctx.fields(Noun::Events, &declared.properties, report, unfit.as_ref());
                ctx.rows(Noun::Events, declared.kinds.first().map(|kind| kind.span), report);
                ctx.events(declared, report.events.as_ref());
            }
            (None, Some(nested)) => {
                let (fields, missing) = (nested.properties.clone(), nested.missing_columns.clone());
                let report = ReadReport { fields, missing_columns: missing, ..ReadReport::default() };
                ctx.fields(Noun::Events, &declared.properties, &report, None);
                ctx.events(declared, Some(nested));
            }
            (None, None) => {}
        }
    }
    let mut findings = ctx.findings;
    leadrules_language::diagnostic::sort(&mut findings);
    findings
}

/// How many objects the rows are; `None` if they are rows of a table.
fn objects(report: &ReadReport) -> Option<u64> {
    match report.dialect.format {
        Format::Json | Format::Ndjson => Some(report.rows),
        Format::Csv | Format::Parquet | Format::Sheet | Format::Arrow => None,
    }
}

/// Reports that the data has none of the columns that rules look at.
fn no_column(first: &Field, leads: &ReadReport, about: About) -> Diagnostic {
    let wanted: Vec<String> = leads.missing_columns.iter().flat_map(|missing| missing.wanted.clone()).collect();
    let help = say!(
        "The columns are {columns}; the rules look for {wanted}. Such data is refused: is it the right file, is the mark between \
         cells another one (--delimiter), do the names stand in another row (--header-row)?",
        columns = some(&leads.columns, 20),
        wanted = some(&wanted, 20)
    );
    let message =
        say!("none of the columns of the {leads} is one that the rules speak of", leads = Noun::from(about).many());
    refused(Diagnostic::new(&codes::LR0901, message, first.span, say!("columns are named from here on")).help(help))
}

/// The finding, adding that such data is not scored.
fn refused(mut finding: Diagnostic) -> Diagnostic {
    finding.severity = Severity::Error;
    finding
}

struct Ctx<'a> {
    rules: &'a Rules,
    about: About,
    fitness: Option<&'a Fitness>,
    findings: Vec<Diagnostic>,
}

impl Ctx<'_> {
    fn fields(&mut self, of: Noun, fields: &[Field], read: &ReadReport, unfit: Option<&Unfit<'_>>) {
        let is_refused = |name: &str| match unfit {
            Some(Unfit::Key(key)) => key.name == name,
            Some(Unfit::Some(missing)) => missing.iter().any(|missing| missing.name == name),
            Some(Unfit::All) | None => false,
        };
        for (field, report) in fields.iter().zip(&read.fields).filter(|(_, report)| report.read) {
            if let Some(missing) = read.missing_columns.iter().find(|missing| missing.name == field.name) {
                if !field.optional {
                    self.missing_column(of, field, missing, &read.columns, is_refused(&field.name));
                }
                continue;
            }
            let before = self.findings.len();
            self.misfits(of, field, report);
            self.thousands(field, report);
            self.options(of, field, report);
            if self.fitness.is_some_and(|fitness| fitness.is_too_odd(&field.name, report)) {
                let about_values = [codes::LR0902.id, codes::LR0904.id];
                let found = self.findings.drain(before..).collect::<Vec<_>>();
                self.findings.extend(found.into_iter().map(|mut finding| {
                    if !about_values.contains(&finding.code.id) {
                        return finding;
                    }
                    let more = say!("They are so many that such data is refused, unless --max-invalid allows it.");
                    finding.help = finding.help.map(|help| help.and_then(more));
                    refused(finding)
                }));
            }
        }
    }

    fn missing_column(
        &mut self,
        of: Noun,
        field: &Field,
        missing: &MissingColumn,
        columns: &[String],
        is_refused: bool,
    ) {
        let name = &field.name;
        let leads = of.many();
        let message = match missing.wanted.as_slice() {
            [only] if only == name => say!("the {leads} have no column `{name}`", leads = &leads, name),
            wanted => say!(
                "the {leads} have no column {columns}, which `{name}` is read from",
                leads = &leads,
                columns = any_of(wanted),
                name
            ),
        };
        let what = match &missing.near {
            Some(near) => say!("Is it the column `{near}`?", near),
            None if columns.is_empty() => say!("Name its column with `from`."),
            None => say!("Name its column with `from`; the columns are {columns}.", columns = some(columns, 20)),
        };
        let mut help =
            say!("`{name}` is unknown for all {leads}, so no rule on it gives points.", name, leads).and_then(what);
        let is_key = self.fitness.is_some_and(|fitness| fitness.key.as_ref() == Some(name));
        if is_refused {
            help = help.and_then(if is_key {
                say!("Such data is refused: this column tells them apart.")
            } else {
                say!(
                    "Such data is refused, unless the field is `optional` or --missing-columns unknown says that it is unknown \
                     of all."
                )
            });
        }
        let mut finding = Diagnostic::new(&codes::LR0901, message, field.span, say!("no such column")).help(help);
        if is_refused {
            finding = refused(finding);
        }
        if let Some(near) = &missing.near {
            finding =
                finding.guess_all(say!("read it from {column}", column = quoted(near)), vec![edits::from(field, near)]);
        }
        self.findings.push(finding);
    }

    fn misfits(&mut self, of: Noun, field: &Field, report: &FieldReport) {
        // Options have findings of their own, unless what is there instead of them is rare.
        let frequent: u64 = self.frequent(report).iter().map(|(_, count)| *count).sum();
        let count = report.invalid.count.saturating_sub(frequent);
        if count == 0 {
            return;
        }
        let all = report.known + report.invalid.count;
        let name = &field.name;
        let message = say!("{count} of {all} values of `{name}` {count|does|do} not fit", count, all, name);
        let example = |(place, misfit): &(Place, Misfit)| {
            let (text, why) = (quoted(&misfit.text), misfit.why.said());
            say!("{text} in {place} is {why}", text, place = place.said(), why)
        };
        let examples = Text::row(report.invalid.examples.iter().map(example).collect(), "; ");
        let mut help = say!("{examples}. Such values are unknown to every rule.", examples);
        let texts: Vec<&str> = report.invalid.examples.iter().map(|(_, misfit)| misfit.text.as_str()).collect();
        let mut fix = None;
        match &field.ty {
            Type::Number(ty) | Type::Integer(ty) if !ty.decimal_comma => {
                let reads = |text: &&str| number::read(text, Mark::Comma).is_ok();
                if report
                    .invalid
                    .examples
                    .iter()
                    .all(|(_, misfit)| matches!(misfit.why, Why::NotANumber | Why::Fraction))
                    && texts.iter().all(reads)
                {
                    help = help.and_then(say!("They can be read with a decimal comma: `1.234,5`."));
                    let at = field.places.ty.after();
                    fix = Some((say!("read numbers with a decimal comma"), at, " decimal comma".to_owned()));
                }
            }
            Type::Date(ty)
                if ty.form.is_none()
                    && report.invalid.examples.iter().all(|(_, misfit)| misfit.why == Why::NotADate) =>
            {
                // A time after the day does no harm to a date.
                let days: Vec<&str> = texts.iter().map(|text| text.split(' ').next().unwrap_or(text)).collect();
                let forms = forms_of(&days);
                help = with_forms(help, &forms, "date");
                if let [form] = forms.as_slice() {
                    let at = field.places.ty.after();
                    fix = Some((say!("say how dates are written"), at, format!(" as {}", quoted(form))));
                }
            }
            _ => {}
        }
        let label = say!("a field of {all} {leads}", all, leads = of.many());
        let mut finding = Diagnostic::new(&codes::LR0902, message, field.span, label).help(help);
        if let Some((title, at, addition)) = fix {
            finding = finding.guess(title, at, addition);
        }
        self.findings.push(finding);
    }

    /// Numbers such as `12.500`, all of which may be thousands as well.
    fn thousands(&mut self, field: &Field, report: &FieldReport) {
        let (Type::Number(ty), Some(count)) = (&field.ty, report.thousands.all()) else { return };
        // What is out of range by a thousand can't have been meant.
        let most = report.thousands.most().saturating_mul(1000);
        if ty.range.high.is_some_and(|high| high.0 < i128::from(most)) {
            return;
        }
        let name = &field.name;
        let (message, help, label) = if ty.decimal_comma {
            (
                say!(
                    "all {count} values of `{name}` with a comma have three digits behind it, as thousands have",
                    count,
                    name
                ),
                say!(
                    "`12,500` is read as twelve and a half. If thousands are meant, leave out `decimal comma`. A range for the \
                     field (`0..50`) says that they are not."
                ),
                say!("read with a decimal comma"),
            )
        } else {
            (
                say!(
                    "all {count} values of `{name}` with a point have three digits behind it, as thousands have",
                    count,
                    name
                ),
                say!(
                    "`12.500` is read as twelve and a half. If thousands are meant, write `decimal comma` behind the type. A \
                     range for the field (`0..50`) says that they are not."
                ),
                say!("read with a decimal point"),
            )
        };
        let finding = Diagnostic::new(&codes::LR0916, message, field.span, label).help(help);
        self.findings.push(if ty.decimal_comma {
            finding
        } else {
            finding.guess(say!("read numbers with a decimal comma"), field.places.ty.after(), " decimal comma")
        });
    }

    fn options(&mut self, of: Noun, field: &Field, report: &FieldReport) {
        let Some(choice) = field.ty.options() else { return };
        let name = &field.name;
        let frequent = self.frequent(report);
        if !frequent.is_empty() {
            let values = with_counts(frequent.iter().copied(), frequent.len());
            let message = say!("values of `{name}` are none of its options: {values}", name, values);
            let help = say!(
                "Such {leads} have no `{name}` for the rules. Declare each as an option, as another word for one, \
                 `option (\"…\")`, or as `missing` if it stands for an empty cell.",
                leads = of.many(),
                name
            );
            let label = say!("its options do not cover the data");
            let mut finding = Diagnostic::new(&codes::LR0904, message, field.span, label).help(help);
            let texts: Vec<&str> = frequent.iter().map(|(text, _)| text.as_str()).collect();
            if let Some((at, addition)) = edits::more_options(field, &texts) {
                finding = finding.guess(say!("declare them as options"), at, addition);
            }
            self.findings.push(finding);
        }
        let unseen =
            choice.options.iter().enumerate().filter(|(at, _)| report.seen.get(*at).copied().unwrap_or(0) == 0);
        let unseen: Vec<String> = unseen.map(|(_, option)| option.name.clone()).collect();
        if report.known > 0 && !unseen.is_empty() {
            let (lead, options) = (of.one(), some_of(&unseen, NAMED));
            let message = say!("no {lead} is {options} in `{name}`", lead, options, name);
            let help = say!(
                "Rules on it give nothing on this data. If the data has another word for it, declare that: `option (\"…\")`."
            );
            let finding = Diagnostic::new(&codes::LR0903, message, field.span, say!("has options that never come"));
            self.findings.push(finding.help(help));
        }
    }

    fn frequent<'r>(&self, report: &'r FieldReport) -> Vec<&'r (String, u64)> {
        let all = report.known + report.invalid.count;
        let is_frequent = |count: u64| count >= FREQUENT.0 && count * FREQUENT.1 >= all;
        report.unlisted.iter().filter(|(_, count)| is_frequent(*count)).collect()
    }

    fn keys(&mut self, report: &ReadReport) {
        let Some(key) = self.rules.key else { return };
        let field = self.rules.field(key);
        let name = &field.name;
        if report.missing_columns.iter().any(|missing| missing.name == *name) {
            return;
        }
        let repeated = &report.repeated_keys;
        if repeated.count > 0 {
            let message = match (self.about, repeated.count) {
                (About::Lead, 1) => say!("a lead has the same `{name}` as an earlier one", name),
                (About::Account, 1) => say!("an account has the same `{name}` as an earlier one", name),
                (about, count) => {
                    let leads = Noun::from(about).many();
                    say!("{count} {leads} have the same `{name}` as an earlier one", count, leads, name)
                }
            };
            let example =
                |(place, key): &(Place, String)| say!("{key} in {place}", key = quoted(key), place = place.said());
            let examples = Text::row(repeated.examples.iter().map(example).collect(), ", ");
            let help = match self.about {
                About::Lead => say!(
                    "{examples}. Each row is scored by itself, all of them with the same events. Take out what is there twice, \
                     or make the field that tells leads apart the key.",
                    examples
                ),
                About::Account => say!(
                    "{examples}. Leads belong to the first such row; the others have none. Take out what is there twice, or \
                     make the field that tells accounts apart the key.",
                    examples
                ),
            };
            self.findings.push(Diagnostic::new(&codes::LR0907, message, field.span, say!("the key")).help(help));
        }
        let keyless = &report.keyless;
        if keyless.count > 0 {
            let message = match (self.about, keyless.count) {
                (About::Lead, 1) => say!("a lead has no `{name}`", name),
                (About::Account, 1) => say!("an account has no `{name}`", name),
                (about, count) => {
                    say!("{count} {leads} have no `{name}`", count, leads = Noun::from(about).many(), name)
                }
            };
            let places = Text::row(keyless.examples.iter().map(|(place, ())| place.said()).collect(), ", ");
            let is_refused = self.fitness.is_some() && are_keyless(report);
            let so = match self.about {
                _ if is_refused => say!(
                    "Nothing tells them apart, so such data is refused: name the right column with `from`, or read it as it \
                     stands, as `text key`."
                ),
                About::Lead => say!("They are scored, but no event can be theirs."),
                About::Account => say!("They are scored, but no lead can be theirs."),
            };
            let help = say!("In {places}.", places).and_then(so);
            let finding = Diagnostic::new(&codes::LR0908, message, field.span, say!("the key")).help(help);
            self.findings.push(if is_refused { refused(finding) } else { finding });
        }
    }

    /// What is odd about whole rows, reported where the rules begin to mention them.
    fn rows(&mut self, of: Noun, at: Option<Span>, report: &ReadReport) {
        let Some(at) = at else { return };
        let leads = of.many();
        let label = say!("the {leads} are read here", leads = &leads);
        if let Some(help) = open_quotes(&report.open_quotes) {
            let message = match report.open_quotes.cells.count {
                1 => say!("a quote in the {leads} is probably never closed", leads = &leads),
                count => say!("{count} quotes in the {leads} are probably never closed", count, leads = &leads),
            };
            self.findings.push(Diagnostic::new(&codes::LR0913, message, at, label.clone()).help(help));
        }
        if let Some(said) = report.repeated_names_said() {
            let message = say!("an object of the {leads} says something twice", leads);
            let help = say!("{said}. Look at what writes the file: what stands there first is lost.", said);
            self.findings.push(Diagnostic::new(&codes::LR0914, message, at, label).help(help));
        }
    }

    fn events(&mut self, log: &Log, report: Option<&EventsReport>) {
        let (Some(report), Some(first)) = (report, log.kinds.first()) else { return };
        for (kind, _) in log.kinds.iter().zip(&report.kinds).filter(|(_, count)| **count == 0 && report.rows > 0) {
            let message = say!("no event of the data is {kinds}", kinds = any_of(&kind.texts));
            let others = report.unknown_kinds.iter().map(|(text, _)| text.as_str());
            let alike = |name: &str| text::key(name).replace(['_', '-'], " ");
            let near = others
                .clone()
                .find(|other| kind.texts.iter().any(|text| alike(text) == alike(other)))
                .or_else(|| kind.texts.iter().find_map(|text| nearest(text, others.clone())));
            let mut help = say!("Rules on it give nothing on this data.");
            if let Some(near) = near {
                help = help.and_then(say!("Does the log call it {near}?", near = quoted(near)));
            }
            let mut finding = Diagnostic::new(&codes::LR0905, message, kind.span, say!("never happens")).help(help);
            if let Some(near) = near {
                let (at, addition) = edits::kind_from(kind, near);
                finding = finding.guess(say!("read it from {column}", column = quoted(near)), at, addition);
            }
            self.findings.push(finding);
        }
        if !report.unknown_kinds.is_empty() {
            let kinds = with_counts(&report.unknown_kinds, report.unknown_kinds.len());
            let message = say!("events of kinds that are not declared: {kinds}", kinds);
            let help = say!(
                "They count for `any activity` and `no activity`, and for nothing else. Declare the kinds that say something \
                 about a lead, or leave them so."
            );
            let finding = Diagnostic::new(&codes::LR0906, message, first.span, say!("kinds are declared here"));
            self.findings.push(finding.help(help));
        }
        self.left_out(log, report);
    }

    fn left_out(&mut self, log: &Log, report: &EventsReport) {
        let texts = |counted: &Counted| {
            let example = |(place, text): &(Place, String)| {
                if text.is_empty() {
                    place.said()
                } else {
                    Text::row(vec![place.said(), Text::verbatim(quoted(text))], " ")
                }
            };
            Text::row(counted.examples.iter().map(example).collect(), ", ")
        };
        let places = Text::row(report.without_kind.examples.iter().map(|(place, ())| place.said()).collect(), ", ");
        let mut parts = Vec::new();
        let mut part = |count: u64, said: Text| parts.extend((count > 0).then_some(said));
        let count = report.without_lead.count;
        let examples = texts(&report.without_lead);
        part(count, say!("{count} do not say whose they are ({examples})", count, examples));
        let count = report.without_kind.count;
        part(count, say!("{count} do not say what happened ({examples})", count, examples = places));
        let count = report.without_time.count;
        let examples = texts(&report.without_time);
        part(count, say!("{count} have a time that can't be read ({examples})", count, examples));
        let count = report.not_events.count;
        let examples = texts(&report.not_events);
        part(count, say!("{count} are no objects ({examples})", count, examples));
        let Some(first) = log.kinds.first().filter(|_| !parts.is_empty()) else { return };
        let count =
            report.without_lead.count + report.without_kind.count + report.without_time.count + report.not_events.count;
        let message = match count {
            1 => say!("an event of the data can't be used"),
            count => say!("{count} events of the data can't be used", count),
        };
        let parts = Text::row(parts, "; ");
        let mut help = say!("{parts}. They are left out, so leads may score too low.", parts);
        let times: Vec<&str> = report.without_time.examples.iter().map(|(_, text)| text.as_str()).collect();
        if log.time_form.is_none() {
            help = with_forms(help, &forms_of(&times), "time from …");
        }
        let is_refused = self.fitness.is_some_and(|fitness| fitness.are_too_odd(report));
        if is_refused {
            help = help.and_then(say!("They are so many that such data is refused, unless --max-invalid allows it."));
        }
        let finding = Diagnostic::new(&codes::LR0909, message, first.span, say!("the event log")).help(help);
        self.findings.push(if is_refused { refused(finding) } else { finding });
    }
}

/// The forms that can read all the texts: if there are several, each is a guess.
fn forms_of(texts: &[&str]) -> Vec<&'static str> {
    let reads = |form: &&str| {
        let form = Form::new(form);
        let Ok(form) = form else { return false };
        texts.iter().all(|text| match form.epoch() {
            Some(epoch) => Epoch::likely(text.trim()) == Some(epoch),
            None => form.parse(text.trim()).is_some(),
        })
    };
    let are_timed = texts.iter().any(|text| text.contains(':'));
    let forms = COMMON_FORMS.iter().copied().filter(|form| form.contains("hh") == are_timed);
    if texts.is_empty() { Vec::new() } else { forms.filter(reads).collect() }
}

/// Adds what to write after `before` so that the texts can be read.
fn with_forms(help: Text, forms: &[&str], before: &str) -> Text {
    let written = forms.iter().map(|form| Text::verbatim(format!("`{before} as {}`", quoted(form))));
    match written.reduce(|one, other| say!("{one} or with {other}", one, other)) {
        None => help,
        Some(form) if forms.len() == 1 => help.and_then(say!("They can be read with {form}.", form)),
        Some(forms) => help.and_then(say!("They can be read with {forms}: say which is meant.", forms)),
    }
}

/// `` `a`, `b`, … ``
fn some(names: &[String], most: usize) -> Text {
    let mut shown: Vec<Text> = names.iter().take(most).map(|name| Text::verbatim(format!("`{name}`"))).collect();
    if names.len() > most {
        shown.push(Text::verbatim("…"));
    }
    Text::row(shown, ", ")
}

/// `` `a` or `b` or `c` ``
fn any_of(names: &[String]) -> Text {
    let names = names.iter().map(|name| Text::verbatim(format!("`{name}`")));
    names.reduce(|one, other| say!("{one} or {other}", one, other)).unwrap_or_else(Text::empty)
}

/// `` `a` or `b`, … ``
fn some_of(names: &[String], most: usize) -> Text {
    let shown = any_of(&names[..names.len().min(most)]);
    if names.len() > most { Text::row(vec![shown, Text::verbatim("…")], ", ") } else { shown }
}

/// The first of `all` texts, each with how often it occurs: `"a" (12), "b" (3), …`.
fn with_counts<'a>(counted: impl IntoIterator<Item = &'a (String, u64)>, all: usize) -> Text {
    let counted = counted.into_iter().take(NAMED);
    let mut shown: Vec<Text> =
        counted.map(|(text, count)| say!("{text} ({count})", text = quoted(text), count = *count)).collect();
    if all > NAMED {
        shown.push(Text::verbatim("…"));
    }
    Text::row(shown, ", ")
}

/// Which quotes are probably never closed, what became of the lines, and what to do; `None` if there are none.
fn open_quotes(quotes: &OpenQuotes) -> Option<Text> {
    Some(match quotes.cells.examples.as_slice() {
        [(place, _)] => say!(
            "A quote opens in {place} and is probably never closed: {lines} {lines|line|lines} after it became part of its cell. \
             Close it, or write it twice if it belongs to the text.",
            place = place.said(),
            lines = quotes.lines
        ),
        _ => Text::row(vec![quotes.said()?, Text::verbatim(".")], ""),
    })
}
