//! What data shows about the rules that read it: missing columns, values that do not fit, options and kinds of event
//! that never occur or are not declared. In: the reports of a reader that read every field; out: findings, with edits
//! of the rule file if one would mend it.

mod edits;

use crate::columns::{Need, Needed};
use crate::data::cell::Why;
use crate::data::cell::number::{self, Mark};
use crate::data::dialect::Format;
use crate::data::events::read_events;
use crate::data::fit::{Unfit, are_keyless};
use crate::data::fitness::Fitness;
use crate::data::input::{Error, Input, ReadOptions};
use crate::data::leads::read_leads;
use crate::data::report::{Counted, EventsReport, FieldReport, MissingColumn, ReadReport};
use leadrules_language::calendar::form::{COMMON_FORMS, Epoch, Form};
use leadrules_language::codes::{self, Severity};
use leadrules_language::diagnostic::{Diagnostic, nearest};
use leadrules_language::ir::{About, Field, Log, Rules};
use leadrules_language::source::{Span, quoted};
use leadrules_language::text;
use leadrules_language::types::Type;
use leadrules_language::words::say;

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
    ctx.fields(about.many(), &rules.fields, leads, unfit.as_ref());
    ctx.keys(leads);
    ctx.rows(about.many(), rules.fields.first().map(|field| field.span), leads);
    if let Some(declared) = &rules.log {
        match (log, &leads.events) {
            (Some(report), _) => {
                let unfit = fitness.and_then(|fitness| fitness.unfit_log(&report.missing_columns, objects(report)));
                ctx.fields("events", &declared.properties, report, unfit.as_ref());
                ctx.rows("events", declared.kinds.first().map(|kind| kind.span), report);
                ctx.events(declared, report.events.as_ref());
            }
            (None, Some(nested)) => {
                let (fields, missing) = (nested.properties.clone(), nested.missing_columns.clone());
                let report = ReadReport { fields, missing_columns: missing, ..ReadReport::default() };
                ctx.fields("events", &declared.properties, &report, None);
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
    let help = format!(
        "The columns are {}; the rules look for {}. Such data is refused: is it the right file, is the mark between cells \
         another one (--delimiter), do the names stand in another row (--header-row)?",
        list(&leads.columns, 20, ", "),
        list(&wanted, 20, ", ")
    );
    let message = format!("none of the columns of the {} is one that the rules speak of", about.many());
    refused(Diagnostic::new(&codes::LR0901, message, first.span, "columns are named from here on").help(help))
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
    fn fields(&mut self, of: &str, fields: &[Field], read: &ReadReport, unfit: Option<&Unfit<'_>>) {
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
        of: &str,
        field: &Field,
        missing: &MissingColumn,
        columns: &[String],
        is_refused: bool,
    ) {
        let name = &field.name;
        let wanted = list(&missing.wanted, missing.wanted.len(), " or ");
        let message = match missing.wanted.as_slice() {
            [only] if only == name => format!("the {of} have no column `{name}`"),
            _ => format!("the {of} have no column {wanted}, which `{name}` is read from"),
        };
        let mut help = format!("`{name}` is unknown for all {of}, so no rule on it gives points. ");
        match &missing.near {
            Some(near) => help.push_str(&format!("Is it the column `{near}`?")),
            None if columns.is_empty() => help.push_str("Name its column with `from`."),
            None => {
                let names = list(columns, 20, ", ");
                help.push_str(&format!("Name its column with `from`; the columns are {names}."));
            }
        }
        let is_key = self.fitness.is_some_and(|fitness| fitness.key.as_ref() == Some(name));
        if is_refused {
            help.push_str(if is_key {
                " Such data is refused: this column tells them apart."
            } else {
                " Such data is refused, unless the field is `optional` or --missing-columns unknown says that it is unknown of \
                 all."
            });
        }
        let mut finding = Diagnostic::new(&codes::LR0901, message, field.span, "no such column").help(help);
        if is_refused {
            finding = refused(finding);
        }
        if let Some(near) = &missing.near {
            finding = finding.guess_all(format!("read it from {}", quoted(near)), vec![edits::from(field, near)]);
        }
        self.findings.push(finding);
    }

    fn misfits(&mut self, of: &str, field: &Field, report: &FieldReport) {
        // Options have findings of their own, unless what is there instead of them is rare.
        let frequent: u64 = self.frequent(report).iter().map(|(_, count)| *count).sum();
        let count = report.invalid.count.saturating_sub(frequent);
        if count == 0 {
            return;
        }
        let all = report.known + report.invalid.count;
        let name = &field.name;
        let message = format!(
            "{} of {} values of `{name}` {} not fit",
            thousands(count),
            thousands(all),
            if count == 1 { "does" } else { "do" }
        );
        let examples: Vec<String> = report
            .invalid
            .examples
            .iter()
            .map(|(place, misfit)| format!("{} in {place} is {}", quoted(&misfit.text), misfit.why))
            .collect();
        let mut help = format!("{}. Such values are unknown to every rule.", examples.join("; "));
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
                    help.push_str(" They can be read with a decimal comma: `1.234,5`.");
                    let at = field.places.ty.after();
                    fix = Some(("read numbers with a decimal comma", at, " decimal comma".to_owned()));
                }
            }
            Type::Date(ty)
                if ty.form.is_none()
                    && report.invalid.examples.iter().all(|(_, misfit)| misfit.why == Why::NotADate) =>
            {
                // A time after the day does no harm to a date.
                let days: Vec<&str> = texts.iter().map(|text| text.split(' ').next().unwrap_or(text)).collect();
                let forms = forms_of(&days);
                help.push_str(&say_forms(&forms, "date"));
                if let [form] = forms.as_slice() {
                    let at = field.places.ty.after();
                    fix = Some(("say how dates are written", at, format!(" as {}", quoted(form))));
                }
            }
            _ => {}
        }
        let label = format!("a field of {} {of}", thousands(all));
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
        let (mark, written, help) = if ty.decimal_comma {
            ("comma", "12,500", "If thousands are meant, leave out `decimal comma`.")
        } else {
            ("point", "12.500", "If thousands are meant, write `decimal comma` behind the type.")
        };
        let message = format!(
            "all {} values of `{name}` with a {mark} have three digits behind it, as thousands have",
            thousands(count)
        );
        let help = format!(
            "`{written}` is read as twelve and a half. {help} A range for the field (`0..50`) says that they are not."
        );
        let label = format!("read with a decimal {mark}");
        let finding = Diagnostic::new(&codes::LR0916, message, field.span, label).help(help);
        self.findings.push(if ty.decimal_comma {
            finding
        } else {
            finding.guess("read numbers with a decimal comma", field.places.ty.after(), " decimal comma")
        });
    }

    fn options(&mut self, of: &str, field: &Field, report: &FieldReport) {
        let Some(choice) = field.ty.options() else { return };
        let name = &field.name;
        let frequent = self.frequent(report);
        if !frequent.is_empty() {
            let named: Vec<String> = frequent
                .iter()
                .take(NAMED)
                .map(|(text, count)| format!("{} ({})", quoted(text), thousands(*count)))
                .collect();
            let more = if frequent.len() > NAMED { ", …" } else { "" };
            let message = format!("values of `{name}` are none of its options: {}{more}", named.join(", "));
            let help = format!(
                "Such {of} have no `{name}` for the rules. Declare each as an option, as another word for one, \
                 `option (\"…\")`, or as `missing` if it stands for an empty cell."
            );
            let mut finding =
                Diagnostic::new(&codes::LR0904, message, field.span, "its options do not cover the data").help(help);
            let texts: Vec<&str> = frequent.iter().map(|(text, _)| text.as_str()).collect();
            if let Some((at, addition)) = edits::more_options(field, &texts) {
                finding = finding.guess("declare them as options", at, addition);
            }
            self.findings.push(finding);
        }
        let unseen =
            choice.options.iter().enumerate().filter(|(at, _)| report.seen.get(*at).copied().unwrap_or(0) == 0);
        let unseen: Vec<String> = unseen.map(|(_, option)| option.name.clone()).collect();
        if report.known > 0 && !unseen.is_empty() {
            let message = format!("no {} is {} in `{name}`", one(of), list(&unseen, NAMED, " or "));
            let help = "Rules on it give nothing on this data. If the data has another word for it, declare that: \
                        `option (\"…\")`.";
            let finding = Diagnostic::new(&codes::LR0903, message, field.span, "has options that never come");
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
        let (name, one, many) = (&field.name, self.about.one(), self.about.many());
        if report.missing_columns.iter().any(|missing| missing.name == *name) {
            return;
        }
        let repeated = &report.repeated_keys;
        if repeated.count > 0 {
            let message = match repeated.count {
                1 => format!("{one} has the same `{name}` as an earlier one"),
                count => format!("{} {many} have the same `{name}` as an earlier one", thousands(count)),
            };
            let examples: Vec<_> =
                repeated.examples.iter().map(|(place, key)| format!("{} in {place}", quoted(key))).collect();
            let so = match self.about {
                About::Lead => "Each row is scored by itself, all of them with the same events",
                About::Account => "Leads belong to the first such row; the others have none",
            };
            let help = format!(
                "{}. {so}. Take out what is there twice, or make the field that tells {many} apart the key.",
                examples.join(", ")
            );
            self.findings.push(Diagnostic::new(&codes::LR0907, message, field.span, "the key").help(help));
        }
        let keyless = &report.keyless;
        if keyless.count > 0 {
            let message = match keyless.count {
                1 => format!("{one} has no `{name}`"),
                count => format!("{} {many} have no `{name}`", thousands(count)),
            };
            let places: Vec<_> = keyless.examples.iter().map(|(place, ())| place.to_string()).collect();
            let is_refused = self.fitness.is_some() && are_keyless(report);
            let so = if is_refused {
                "Nothing tells them apart, so such data is refused: name the right column with `from`, or read it as it \
                 stands, as `text key`."
            } else {
                match self.about {
                    About::Lead => "They are scored, but no event can be theirs.",
                    About::Account => "They are scored, but no lead can be theirs.",
                }
            };
            let help = format!("In {}. {so}", places.join(", "));
            let finding = Diagnostic::new(&codes::LR0908, message, field.span, "the key").help(help);
            self.findings.push(if is_refused { refused(finding) } else { finding });
        }
    }

    /// What is odd about whole rows, reported where the rules begin to mention them.
    fn rows(&mut self, of: &str, at: Option<Span>, report: &ReadReport) {
        let Some(at) = at else { return };
        if let Some(said) = report.open_quotes.said() {
            let message = match report.open_quotes.cells.count {
                1 => format!("a quote in the {of} is probably never closed"),
                count => format!("{} quotes in the {of} are probably never closed", thousands(count)),
            };
            let help = format!("{}.", capital(&said));
            let finding = Diagnostic::new(&codes::LR0913, message, at, format!("the {of} are read here"));
            self.findings.push(finding.help(help));
        }
        if let Some(said) = report.repeated_names_said() {
            let message = format!("an object of the {of} says something twice");
            let help = format!("{said}. Look at what writes the file: what stands there first is lost.");
            let finding = Diagnostic::new(&codes::LR0914, message, at, format!("the {of} are read here"));
            self.findings.push(finding.help(help));
        }
    }

    fn events(&mut self, log: &Log, report: Option<&EventsReport>) {
        let (Some(report), Some(first)) = (report, log.kinds.first()) else { return };
        for (kind, _) in log.kinds.iter().zip(&report.kinds).filter(|(_, count)| **count == 0 && report.rows > 0) {
            let texts = list(&kind.texts, kind.texts.len(), " or ");
            let message = format!("no event of the data is {texts}");
            let others = report.unknown_kinds.iter().map(|(text, _)| text.as_str());
            let alike = |name: &str| text::key(name).replace(['_', '-'], " ");
            let near = others
                .clone()
                .find(|other| kind.texts.iter().any(|text| alike(text) == alike(other)))
                .or_else(|| kind.texts.iter().find_map(|text| nearest(text, others.clone())));
            let mut help = "Rules on it give nothing on this data.".to_owned();
            if let Some(near) = near {
                help.push_str(&format!(" Does the log call it {}?", quoted(near)));
            }
            let mut finding = Diagnostic::new(&codes::LR0905, message, kind.span, "never happens").help(help);
            if let Some(near) = near {
                let (at, addition) = edits::kind_from(kind, near);
                finding = finding.guess(format!("read it from {}", quoted(near)), at, addition);
            }
            self.findings.push(finding);
        }
        if !report.unknown_kinds.is_empty() {
            let count = report.unknown_kinds.len();
            let named: Vec<String> = report
                .unknown_kinds
                .iter()
                .take(NAMED)
                .map(|(text, count)| format!("{} ({})", quoted(text), thousands(*count)))
                .collect();
            let more = if count > NAMED { ", …" } else { "" };
            let message = format!("events of kinds that are not declared: {}{more}", named.join(", "));
            let help = "They count for `any activity` and `no activity`, and for nothing else. Declare the kinds that say \
                        something about a lead, or leave them so.";
            let finding = Diagnostic::new(&codes::LR0906, message, first.span, "kinds are declared here");
            self.findings.push(finding.help(help));
        }
        self.left_out(log, report);
    }

    fn left_out(&mut self, log: &Log, report: &EventsReport) {
        fn examples<T>(counted: &Counted<T>, show: impl Fn(&T) -> String) -> String {
            let examples: Vec<_> =
                counted.examples.iter().map(|(place, what)| format!("{place}{}", show(what))).collect();
            examples.join(", ")
        }
        let text = |text: &String| if text.is_empty() { String::new() } else { format!(" {}", quoted(text)) };
        let mut parts = Vec::new();
        let mut part = |count: u64, why: &str, examples: String| {
            if count > 0 {
                parts.push(format!("{} {why} ({examples})", thousands(count)));
            }
        };
        part(report.without_lead.count, "do not say whose they are", examples(&report.without_lead, text));
        part(report.without_kind.count, "do not say what happened", examples(&report.without_kind, |()| String::new()));
        part(report.without_time.count, "have a time that can't be read", examples(&report.without_time, text));
        part(report.not_events.count, "are no objects", examples(&report.not_events, text));
        let Some(first) = log.kinds.first().filter(|_| !parts.is_empty()) else { return };
        let count =
            report.without_lead.count + report.without_kind.count + report.without_time.count + report.not_events.count;
        let message = match count {
            1 => "an event of the data can't be used".to_owned(),
            count => format!("{} events of the data can't be used", thousands(count)),
        };
        let mut help = format!("{}. They are left out, so leads may score too low.", parts.join("; "));
        let times: Vec<&str> = report.without_time.examples.iter().map(|(_, text)| text.as_str()).collect();
        if log.time_form.is_none() {
            help.push_str(&say_forms(&forms_of(&times), "time from …"));
        }
        let is_refused = self.fitness.is_some_and(|fitness| fitness.are_too_odd(report));
        if is_refused {
            help.push_str(" They are so many that such data is refused, unless --max-invalid allows it.");
        }
        let finding = Diagnostic::new(&codes::LR0909, message, first.span, "the event log").help(help);
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

/// What to write after `before` so that the texts can be read.
fn say_forms(forms: &[&str], before: &str) -> String {
    let written: Vec<String> = forms.iter().map(|form| format!("`{before} as {}`", quoted(form))).collect();
    match written.as_slice() {
        [] => String::new(),
        [only] => format!(" They can be read with {only}."),
        several => format!(" They can be read with {}: say which is meant.", several.join(" or with ")),
    }
}

fn one(of: &str) -> &str {
    of.strip_suffix('s').unwrap_or(of)
}

/// `` `a`, `b` `` and so on.
fn list(names: &[String], most: usize, between: &str) -> String {
    let shown: Vec<String> = names.iter().take(most).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > most { ", …" } else { "" };
    shown.join(between) + more
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `12,345`
fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
