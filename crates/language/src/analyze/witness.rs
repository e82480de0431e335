//! Witnesses: leads that show something. In: cells; out: a lead with its events, confirmed by the reference evaluator,
//! and written in the language's own lines. Nothing is shown that was not confirmed.

use super::space::{Picked, Space};
use crate::calendar::{DAY, Instant, format_day, format_instant};
use crate::decimal::Decimal;
use crate::ir::{Field, FieldId, Rules};
use crate::reference::{self, Event, Lead, LeadOutcome};
use crate::types::Value;
use crate::words::{Locale, say};

/// At most this many events are looked at to leave out those not needed, counting each one every time it is evaluated.
const MOST_LOOKS: usize = 20_000;

/// Up to this many identical lines are each shown.
const MOST_ALIKE: usize = 3;

/// What stands for a lead of which nothing is known.
const NOTHING_KNOWN: &str = "# a lead of which nothing is known";

/// What stands after the line of a lead among others.
pub(super) const SHOWS_IT: &str = "  # shows it";

/// A lead that could exist, and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// What is known of it.
    pub lead: Lead,
    /// What it did, latest first.
    pub events: Vec<Event>,
    /// The instant from which it is seen.
    pub as_of: Instant,
    /// The account and its leads that it is, or is one of, where rules about both show it.
    pub company: Option<Box<Company>>,
}

/// An account and its leads, without what they ask of each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// What is known of the account.
    pub account: Lead,
    /// What is known of its leads, and what they did.
    pub leads: Vec<(Lead, Vec<Event>)>,
    /// Which of the leads shows it; the account without one.
    pub about: Option<usize>,
    /// The lines of a test about it.
    pub lines: Vec<String>,
}

impl Witness {
    /// The lead that was picked.
    pub(super) fn of(space: &Space<'_>, picked: &Picked) -> Self {
        let cells = &picked.cells;
        let rules = space.rules;
        let mut lead = Lead { fields: vec![None; rules.fields.len()] };
        for (id, variable, field) in space.fields() {
            if let Some(cell) = cells.get(variable).copied().flatten() {
                lead.fields[usize::from(id.0)] = field.values[cell].clone();
            }
        }
        for (id, value) in &picked.values {
            lead.fields[usize::from(id.0)].clone_from(value);
        }
        let count = rules.log.as_ref().map_or(0, |log| log.properties.len());
        let mut events: Vec<Event> = Vec::new();
        for cluster in &space.happenings.clusters {
            let Some(cell) = cells.get(cluster.variable).copied().flatten() else { continue };
            for happened in &cluster.events[cell] {
                let mut properties = vec![None; count];
                for (property, value) in &happened.properties {
                    properties[usize::from(property.0)] = Some(value.clone());
                }
                events.push(Event { kind: happened.kind, time: happened.time, id: None, properties });
            }
        }
        events.sort_by_key(|event| std::cmp::Reverse(event.time));
        Self { lead, events, as_of: space.as_of, company: None }
    }

    /// The same with as little known and done as still shows it, as plainly as can be: what happened is moved to now or by whole
    /// days, properties and fields are forgotten, and events are taken out many at a time, then fewer, then one by one
    /// (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002). Where leads are slow to
    /// evaluate, more may be left than is needed.
    pub(super) fn least(mut self, shows: &dyn Fn(&Self) -> bool) -> Self {
        let mut tries = MOST_LOOKS / (self.events.len() + 1);
        self.fewer(shows, &mut tries);
        if self.plainer(shows, &mut tries) {
            self.fewer(shows, &mut tries);
        }
        for at in 0..self.lead.fields.len() {
            if self.lead.fields[at].is_none() {
                continue;
            }
            let known = self.lead.fields[at].take();
            if !shows(&self) {
                self.lead.fields[at] = known;
            }
        }
        self
    }

    /// Takes out events that are not needed.
    fn fewer(&mut self, shows: &dyn Fn(&Self) -> bool, tries: &mut usize) {
        let mut size = self.events.len();
        while size > 0 {
            let mut end = self.events.len();
            while end > 0 && *tries > 0 {
                let start = end.saturating_sub(size);
                let mut fewer = self.clone();
                fewer.events.drain(start..end);
                self.put(fewer, shows, tries);
                end = start;
            }
            size /= 2;
        }
    }

    /// Puts events at plain times, and forgets what they need not say; whether anything changed.
    fn plainer(&mut self, shows: &dyn Fn(&Self) -> bool, tries: &mut usize) -> bool {
        let now = self.as_of;
        let mut all = self.clone();
        all.events.iter_mut().for_each(|event| event.time = now);
        let mut is_changed = all != *self && self.put(all, shows, tries);
        for at in 0..self.events.len() {
            let age = now.saturating_sub(self.events[at].time);
            let days = age / DAY * DAY;
            for time in [now, now.saturating_sub(days), now.saturating_sub(days + DAY)] {
                let time_now = self.events[at].time;
                if time_now == time || (time != now && age % DAY == 0) {
                    continue;
                }
                let mut moved = self.clone();
                moved.events[at].time = time;
                if self.put(moved, shows, tries) {
                    is_changed = true;
                    break;
                }
            }
            for property in 0..self.events[at].properties.len() {
                if self.events[at].properties[property].is_some() {
                    let mut unsaid = self.clone();
                    unsaid.events[at].properties[property] = None;
                    is_changed |= self.put(unsaid, shows, tries);
                }
            }
        }
        self.events.sort_by_key(|event| std::cmp::Reverse(event.time));
        is_changed
    }

    /// Takes the other's place if it shows the same, as long as there are tries left.
    fn put(&mut self, other: Self, shows: &dyn Fn(&Self) -> bool, tries: &mut usize) -> bool {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        let is_shown = shows(&other);
        if is_shown {
            *self = other;
        }
        is_shown
    }

    /// What comes out for it.
    #[must_use]
    pub fn outcome(&self, rules: &Rules) -> LeadOutcome {
        let events = rules.log.is_some().then_some(self.events.as_slice());
        reference::evaluate(rules, self.as_of, &self.lead, events)
    }

    /// Its lines for people: what happened many times in the same way is said once, with how many times.
    #[must_use]
    pub fn shown(&self, rules: &Rules) -> Vec<String> {
        condensed(&self.lines(rules), Locale::English)
    }

    /// Its lines, as a test writes them: `lead country BE`, `event visit 3 days ago`.
    #[must_use]
    pub fn lines(&self, rules: &Rules) -> Vec<String> {
        if let Some(company) = &self.company {
            return company.lines.clone();
        }
        let known = |(id, field): (FieldId, &Field)| {
            let value = self.lead.fields[usize::from(id.0)].as_ref()?;
            Some(format!("{} {}", field.name, written(field, value)))
        };
        let fields: Vec<String> = rules.declared().filter_map(known).collect();
        let mut lines = Vec::new();
        if !fields.is_empty() {
            lines.push(format!("lead {}", fields.join(", ")));
        }
        if let Some((field, value)) =
            rules.before.and_then(|id| Some((rules.field(id), self.lead.fields[usize::from(id.0)].as_ref()?)))
        {
            lines.push(format!("was {}", written(field, value)));
        }
        let mut at = 0;
        while at < self.events.len() {
            let line = self.event(rules, &self.events[at]);
            let same = self.events[at..].iter().take_while(|event| self.event(rules, event) == line).count();
            lines.extend(std::iter::repeat_n(line, same));
            at += same;
        }
        if lines.is_empty() {
            lines.push(NOTHING_KNOWN.to_owned());
        }
        lines
    }

    fn event(&self, rules: &Rules, event: &Event) -> String {
        event_line(rules, self.as_of, event, "")
    }

    /// A whole test of it, with the expectations it must meet.
    #[must_use]
    pub fn as_test(&self, rules: &Rules, title: &str, expectations: &[String]) -> String {
        let mut text = format!("test {} {{\n  as of {}\n", quoted(title), format_instant(self.as_of));
        for line in self.lines(rules) {
            text.push_str(&format!("  {line}\n"));
        }
        for expected in expectations {
            text.push_str(&format!("  expect {expected}\n"));
        }
        text + "}\n"
    }

    /// Whether a test can express all of it.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.company.as_ref().is_none_or(|company| company.about.is_none())
            && self.events.iter().all(|event| event.kind.is_some())
    }
}

/// An event as a test writes it: `event visit 3 days ago`; `of` says whose it is, if that has to be said.
pub(super) fn event_line(rules: &Rules, as_of: Instant, event: &Event, of: &str) -> String {
    let time = ago(as_of, event.time);
    let (Some(log), Some(kind)) = (&rules.log, event.kind) else {
        return format!("# an event{of} of a kind that the file does not declare, {time}");
    };
    let mut text = format!("event{of} {} {time}", log.kind(kind).name);
    for (property, value) in log.properties.iter().zip(&event.properties) {
        if let Some(value) = value {
            text.push_str(&format!(", {} {}", property.name, written(property, value)));
        }
    }
    text
}

fn ago(as_of: Instant, time: Instant) -> String {
    let age = as_of.saturating_sub(time);
    let ago = |unit: i64, one: &str, many: &str| {
        (age % unit == 0).then(|| match age / unit {
            1 => format!("1 {one} ago"),
            count => format!("{count} {many} ago"),
        })
    };
    ago(DAY, "day", "days").or_else(|| ago(DAY / 24, "hour", "hours")).unwrap_or_else(|| format_instant(time))
}

/// Lines of a lead for people, with our comments in their language: many identical ones in a row become one, with how many there are.
#[must_use]
pub fn condensed(lines: &[String], locale: Locale) -> Vec<String> {
    let of_alike = |alike: &[String]| match alike {
        [line, ..] if alike.len() > MOST_ALIKE => {
            let times = Decimal::whole(i64::try_from(alike.len()).unwrap_or(i64::MAX));
            vec![say!("{line}  # {times} times", line, times).in_locale(locale)]
        }
        few => few.iter().map(|line| commented(line, locale)).collect(),
    };
    lines.chunk_by(|one, other| one == other).flat_map(of_alike).collect()
}

/// A line with our comment in a language.
fn commented(line: &str, locale: Locale) -> String {
    match line.strip_suffix(SHOWS_IT) {
        Some(line) => say!("{line}  # shows it", line).in_locale(locale),
        None if line == NOTHING_KNOWN => say!("# a lead of which nothing is known").in_locale(locale),
        None => line.to_owned(),
    }
}

/// A value as rules write it.
pub(super) fn written(field: &Field, value: &Value) -> String {
    let option =
        |at: u16| field.ty.options().map_or_else(String::new, |choice| name(&choice.options[usize::from(at)].name));
    match value {
        Value::Text(text) => quoted(text),
        Value::Number(number) => number.to_string(),
        Value::Truth(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        Value::Date(day) => format_day(*day),
        Value::Choice(at) => option(*at),
        Value::Texts(texts) => texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "),
        Value::Choices(options) => options.iter().map(|at| option(*at)).collect::<Vec<_>>().join(", "),
    }
}

/// A text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// The name of an option or a stage; quoted if it is not a name.
pub(super) fn name(text: &str) -> String {
    let is_name = text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || c == '_')
        && !crate::keyword::is_reserved(text);
    if is_name { text.to_owned() } else { quoted(text) }
}
