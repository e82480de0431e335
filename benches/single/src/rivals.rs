//! The same rules in the languages of two rule engines. In: leads; out: what each engine says about them. Each engine
//! gets the form it prefers: instants as numbers, job titles in lower case, caps and ranges where they cost it least.

use std::sync::Arc;

use cel::{Context, Env, Program, Value as CelValue};
use serde_json::{Value, json};
use zen_engine::model::DecisionContent;
use zen_engine::{Decision, DecisionEngine, Variable};

use crate::Answer;
use crate::leads::{DAY, Plain, TODAY};

/// Rule by rule: when it gives points (in signs common to both languages, where there are any), and how many.
const PROFILE: [(&str, i64); 23] = [
    ("name != null && email != null", 3),
    ("phone != null && company != null", 2),
    ("employees != null && employees >= 100 && employees <= 200", 20),
    ("employees != null && employees >= 50 && employees <= 99", 10),
    ("employees != null && employees >= 201 && employees <= 1000", 10),
    ("employees != null && employees < 10", -10),
    ("country in ['BE', 'NL', 'LU']", 10),
    ("country in ['DE', 'FR']", 5),
    ("industry in ['software', 'manufacturing', 'logistics']", 10),
    ("industry == 'education'", -5),
    ("HAS(title, 'director')", 10),
    ("HAS(title, 'manager')", 6),
    ("HAS(title, 'owner')", 12),
    ("HAS(title, 'student')", -15),
    (
        "email != null && (ENDS(email, '@gmail.com') || ENDS(email, '@hotmail.com') || ENDS(email, '@outlook.com') || \
         ENDS(email, '@yahoo.com'))",
        -5,
    ),
    ("budget != null && budget >= 10000.0", 10),
    ("budget != null && budget >= 5000.0 && budget < 10000.0", 5),
    ("source in ['referral', 'partner']", 8),
    ("source == 'paid'", 2),
    ("revenue != null && revenue >= 1000000.0 && revenue <= 10000000.0", 6),
    ("revenue != null && revenue > 10000000.0", 10),
    ("consent == false", -20),
    ("created_at >= 20750 && created_at <= 20780", 3),
];

/// Rule by rule: which events count, the points for each, and how many count at most.
const ENGAGEMENT: [(&str, i64, i64); 11] = [
    ("e.event == 'email_opened' && SINCE(90)", 1, 10),
    ("e.event == 'email_clicked' && SINCE(90)", 3, 15),
    ("e.event == 'ebook_downloaded'", 10, 20),
    ("e.event == 'webinar_attended' && e.minutes != null && e.minutes >= 20.0", 50, 50),
    ("e.event == 'webinar_registered'", 5, 5),
    ("e.event == 'video_watched' && e.minutes != null && e.minutes >= 2.0", 4, 12),
    ("e.event == 'page_viewed' && e.page == '/pricing' && SINCE(30)", 5, 15),
    ("e.event == 'page_viewed'", 1, 10),
    ("e.event == 'form_submitted'", 8, 16),
    ("e.event == 'demo_requested'", 40, 40),
    ("e.event == 'unsubscribed'", -30, -30),
];

fn since(text: &str) -> String {
    let mut text = text.to_owned();
    for days in [30, 60, 90] {
        let first = (TODAY - days) * DAY;
        text = text.replace(&format!("SINCE({days})"), &format!("e.at >= {first} && e.at <= {}", TODAY * DAY));
    }
    text
}

fn stage(profile: i64, engagement: i64) -> &'static str {
    if profile >= 40 && engagement >= 60 {
        "SQL"
    } else if profile >= 20 && engagement >= 10 {
        "MQL"
    } else {
        "Lead"
    }
}

/// A lead in the form that the others prefer.
pub fn input(lead: &Plain) -> Value {
    let event = |event: &crate::leads::PlainEvent| json!({"event": event.event, "at": event.at, "minutes": event.minutes, "page": event.page});
    json!({
        "name": lead.name, "email": lead.email, "phone": lead.phone, "company": lead.company, "country": lead.country,
        "industry": lead.industry, "employees": lead.employees, "revenue": lead.revenue, "budget": lead.budget,
        "title": lead.job_title.to_lowercase(), "source": lead.source, "created_at": lead.created_at, "consent": lead.consent,
        "events": lead.events.iter().map(event).collect::<Vec<_>>(),
    })
}

/// zen-engine: a graph of one node with all rules.
pub struct Zen {
    decision: Decision,
    leads: Vec<Variable>,
}

impl Zen {
    pub fn new(leads: &[Plain]) -> Self {
        let own = |text: &str| {
            let text = text
                .replace("HAS(", "contains(")
                .replace("ENDS(", "endsWith(")
                .replace("&&", "and")
                .replace("||", "or");
            text.replace("e.", "#.").replace('\'', "\"")
        };
        let mut expressions = Vec::new();
        let mut add = |key: String, value: String| {
            expressions.push(json!({"id": key, "key": key, "value": value}));
            key
        };
        let profile: Vec<String> =
            PROFILE.iter().map(|(when, points)| format!("({} ? {points} : 0)", own(when))).collect();
        add("profile".to_owned(), format!("max([0, min([100, {}])])", profile.join(" + ")));
        let counted = |(which, each, most): &(&str, i64, i64)| {
            let least = if *each > 0 { "min" } else { "max" };
            format!("{least}([{each} * count(events, {}), {most}])", own(&since(which)))
        };
        let quiet = format!("(none(events, {}) ? -15 : 0)", own(&since("SINCE(60)")));
        let engagement: Vec<String> = ENGAGEMENT.iter().map(counted).chain([quiet]).collect();
        add("engagement".to_owned(), format!("max([0, min([200, {}])])", engagement.join(" + ")));
        let graph = json!({
            "nodes": [
                {"id": "in", "type": "inputNode", "name": "in"},
                {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": expressions}},
                {"id": "out", "type": "outputNode", "name": "out"},
            ],
            "edges": [
                {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
                {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
            ],
        });
        let content: DecisionContent = serde_json::from_value(graph).expect("a graph");
        let mut decision = DecisionEngine::default().create_decision(content.into()).expect("a decision");
        decision.compile();
        Self { decision, leads: leads.iter().map(|lead| input(lead).into()).collect() }
    }

    pub fn score(&self, at: usize) -> Answer {
        self.score_input(self.leads[at].clone())
    }

    /// Scores a lead in the form of [`input`].
    pub fn score_input(&self, lead: Variable) -> Answer {
        let response = pollster::block_on(self.decision.evaluate(lead)).expect("it evaluates");
        let points = |name: &str| {
            let value = response.result.dot(name).expect("a sum").to_value();
            value.as_i64().or_else(|| value.as_f64().map(|value| value as i64)).expect("a whole number")
        };
        let (profile, engagement) = (points("profile"), points("engagement"));
        (profile, engagement, stage(profile, engagement))
    }
}

/// cel: an expression for each score.
pub struct Cel {
    profile: Program,
    engagement: Program,
    leads: Vec<Context<'static, 'static>>,
}

impl Cel {
    pub fn new(leads: &[Plain]) -> Self {
        let own = |text: &str| {
            let mut text = text.to_owned();
            for (sign, method) in [("HAS(", "contains"), ("ENDS(", "endsWith")] {
                while let Some(at) = text.find(sign) {
                    let inside = &text[at + sign.len()..];
                    let end = inside.find(')').expect("it ends");
                    let (subject, wanted) = inside[..end].split_once(", ").expect("two");
                    text = format!("{}{subject}.{method}({wanted}{}", &text[..at], &inside[end..]);
                }
            }
            text
        };
        let mut env = Env::stdlib();
        cel::extensions::math(&mut env).expect("an empty place for it");
        let env = Arc::new(env);
        let compile = |text: String| env.compile(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let profile: Vec<String> =
            PROFILE.iter().map(|(when, points)| format!("({} ? {points} : 0)", own(when))).collect();
        let counted = |(which, each, most): &(&str, i64, i64)| {
            let least = if *each > 0 { "least" } else { "greatest" };
            format!("math.{least}({each} * events.filter(e, {}).size(), {most})", since(which))
        };
        let quiet = format!("(events.exists(e, {}) ? 0 : -15)", since("SINCE(60)"));
        let engagement: Vec<String> = ENGAGEMENT.iter().map(counted).chain([quiet]).collect();
        let profile = compile(format!("math.greatest(0, math.least(100, {}))", profile.join(" + ")));
        let engagement = compile(format!("math.greatest(0, math.least(200, {}))", engagement.join(" + ")));
        let context = |lead: &Plain| {
            let mut context = Context::with_env(Arc::clone(&env));
            let Value::Object(fields) = input(lead) else { unreachable!("it is an object") };
            for (name, value) in fields {
                context.add_variable(name, value).expect("a plain value");
            }
            context
        };
        Self { profile, engagement, leads: leads.iter().map(context).collect() }
    }

    pub fn score(&self, at: usize) -> Answer {
        let points = |program: &Program| match program.execute(&self.leads[at]) {
            Ok(CelValue::Int(points)) => points,
            other => panic!("no whole number: {other:?}"),
        };
        let (profile, engagement) = (points(&self.profile), points(&self.engagement));
        (profile, engagement, stage(profile, engagement))
    }
}
