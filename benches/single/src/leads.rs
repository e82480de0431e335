//! Leads that are the same in each run, and what `leadrules` makes of them. In: a number; out: a lead with ten events.

use leadrules::RuleSet;
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::StageId;
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::{Type, Value};

/// 2026-11-23 in days and in seconds.
pub const TODAY: i64 = 20_780;
pub const DAY: i64 = 86_400;

/// A lead as a form or a queue would bring it.
#[derive(Debug)]
pub struct Plain {
    pub name: Option<&'static str>,
    pub email: Option<String>,
    pub phone: Option<&'static str>,
    pub company: Option<&'static str>,
    pub country: &'static str,
    pub industry: &'static str,
    pub employees: Option<i64>,
    pub revenue: Option<f64>,
    pub budget: Option<f64>,
    pub job_title: &'static str,
    pub source: &'static str,
    /// In days since 1970-01-01.
    pub created_at: i64,
    pub consent: bool,
    pub events: Vec<PlainEvent>,
}

#[derive(Debug)]
pub struct PlainEvent {
    pub event: &'static str,
    /// In seconds since 1970-01-01.
    pub at: i64,
    pub minutes: Option<f64>,
    pub page: Option<&'static str>,
}

/// Numbers that look random but are the same in each run (a linear congruential generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).expect("a place")]
    }

    /// `None` for one in `one_of`, otherwise the value.
    fn known<T>(&mut self, one_of: u64, value: T) -> Option<T> {
        (self.below(one_of) > 0).then_some(value)
    }
}

pub fn lead(at: u64) -> Plain {
    let mut numbers = Numbers(at.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
    let n = &mut numbers;
    for _ in 0..4 {
        n.below(1);
    }
    let domain = n.of(&["gmail.com", "acme.com", "yahoo.com", "noord.nl", "example.org"]);
    let (employees, revenue, budget) = (n.below(400), n.below(40_000_000), n.below(60));
    let mut events: Vec<PlainEvent> = (0..10).map(|_| event(n)).collect();
    events.sort_by_key(|event| event.at);
    Plain {
        name: n.known(20, "Anna Peeters"),
        email: n.known(20, format!("user{at}@{domain}")),
        phone: n.known(5, "+32 412345678"),
        company: n.known(8, "Noord Logistics BV"),
        country: n.of(&["BE", "NL", "LU", "DE", "FR", "US", "SE"]),
        industry: n.of(&["software", "manufacturing", "logistics", "education", "finance", "media"]),
        employees: n.known(7, i64::try_from(employees).expect("few")),
        revenue: n.known(5, revenue as f64 + 0.5),
        budget: n.known(5, budget as f64 * 250.0),
        job_title: n.of(&["Sales Manager", "Managing Director", "Co-owner", "PhD student", "CTO", "Buyer"]),
        source: n.of(&["organic", "paid", "referral", "partner", "event"]),
        created_at: TODAY - i64::try_from(n.below(90)).expect("few"),
        consent: n.below(10) > 0,
        events,
    }
}

fn event(n: &mut Numbers) -> PlainEvent {
    let kinds = [
        "email_opened",
        "email_opened",
        "page_viewed",
        "page_viewed",
        "email_clicked",
        "video_watched",
        "ebook_downloaded",
        "webinar_registered",
        "form_submitted",
        "webinar_attended",
        "unsubscribed",
        "demo_requested",
    ];
    let event = n.of(&kinds);
    let minutes = matches!(event, "video_watched" | "webinar_attended").then(|| n.below(60) as f64 / 2.0);
    let page = matches!(event, "page_viewed" | "form_submitted").then(|| n.of(&["/", "/pricing", "/blog"]));
    let back = i64::try_from(n.below(150) * 86_400 + n.below(86_400) + 1).expect("days");
    PlainEvent { event, at: TODAY * DAY - back, minutes, page }
}

fn number(value: f64) -> Value {
    // Halves and quarters: exact in both.
    Value::Number(Decimal((value * 1_000_000.0).round() as i128))
}

/// The lead in the form that the rule set takes.
pub fn of_rules(rules: &RuleSet, plain: &Plain) -> (Lead, Vec<Event>) {
    let (mut lead, mut events) = (rules.plain_lead(), Vec::new());
    for (field, value) in rules.rules().fields.iter().zip(&mut lead.fields) {
        let text = |text: &str| Some(Value::Text(text.to_owned()));
        let choice = |name: &str| match &field.ty {
            Type::Choice(choice) => {
                let place = choice.options.iter().position(|option| option.name == name).expect("an option");
                Some(Value::Choice(u16::try_from(place).expect("few options")))
            }
            other => panic!("{other:?} is no choice"),
        };
        *value = match field.name.as_str() {
            "lead_id" => text("L1"),
            "name" => plain.name.and_then(text),
            "email" => plain.email.as_deref().and_then(text),
            "phone" => plain.phone.and_then(text),
            "company" => plain.company.and_then(text),
            "country" => choice(plain.country),
            "industry" => choice(plain.industry),
            "employees" => plain.employees.map(|count| number(count as f64)),
            "revenue" => plain.revenue.map(number),
            "budget" => plain.budget.map(number),
            "job_title" => text(plain.job_title),
            "source" => choice(plain.source),
            "created_at" => Some(Value::Date(i32::try_from(plain.created_at).expect("a day"))),
            "consent" => Some(Value::Truth(plain.consent)),
            other => panic!("the rules have a field `{other}`"),
        };
    }
    let log = rules.rules().log.as_ref().expect("the rules have a log");
    for plain in &plain.events {
        let mut event = rules.plain_event(plain.event, plain.at * 1_000_000).expect("the rules know it");
        for (property, value) in log.properties.iter().zip(&mut event.properties) {
            *value = match property.name.as_str() {
                "minutes" => plain.minutes.map(number),
                "page" => plain.page.map(|page| Value::Text(page.to_owned())),
                other => panic!("the rules have a property `{other}`"),
            };
        }
        events.push(event);
    }
    (lead, events)
}

/// The name of a stage that is not the highest.
pub fn stage(rules: &RuleSet, stage: Option<StageId>) -> &'static str {
    let name = match stage {
        Some(StageId::Step(at)) => rules.rules().stages.steps[usize::from(at)].name.as_str(),
        _ => "Lead",
    };
    ["MQL", "SQL"].into_iter().find(|known| *known == name).unwrap_or("Lead")
}
