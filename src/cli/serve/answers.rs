//! The calls of the service. In: leads as JSON; out: what the rules make of them, each in its place: what can't be scored is an error
//! there, and the others are scored.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use leadrules::{AsOf, ScoredAccount, ScoredLead, ScoredValue, Scorer, unread};
use leadrules_engine::engine::SingleOutcome;
use leadrules_language::decimal::Amount;
use leadrules_language::ir::{Field, Rules, StageId};
use leadrules_server::{Call, HeaderName, HeaderValue, Lines, Reply, Service};
use serde::{Serialize, Serializer};
use serde_json::json;
use serde_json::value::RawValue;

use super::live::{Live, Version};
use super::openapi;

/// Up to so many leads are scored one by one; more, as a file would be.
const FEW: usize = 64;

/// Which rules answered, and as of when.
static RULES: HeaderName = HeaderName::from_static("leadrules-rules");
static AS_OF: HeaderName = HeaderName::from_static("leadrules-as-of");

/// Answers calls by the rules as they are.
pub(super) struct Answers {
    live: Arc<Live>,
}

/// By which rules and as of when something is answered.
struct By {
    version: Arc<Version>,
    as_of: AsOf,
    /// The same as it is said.
    instant: String,
    explains: bool,
}

impl Answers {
    pub(super) fn new(live: Arc<Live>) -> Self {
        Self { live }
    }

    /// What a call asks for.
    fn by(&self, call: &Call<'_>) -> Result<By, Reply> {
        let version = self.live.now();
        let mut as_of = self.live.as_of();
        let mut explains = false;
        for (name, value) in call.query {
            match name.as_str() {
                "as_of" => {
                    as_of = version.rules.as_of(value).map_err(|error| Reply::problem(400, &error.to_string()))?;
                }
                "rules" => {
                    explains = match value.as_str() {
                        "true" => true,
                        "false" => false,
                        _ => {
                            return Err(Reply::problem(
                                400,
                                "`rules` is true or false: whether the rules that gave points are named.",
                            ));
                        }
                    };
                }
                other => {
                    return Err(Reply::problem(
                        400,
                        &format!("There is no parameter `{other}`; there are `as_of` and `rules`."),
                    ));
                }
            }
        }
        Ok(By { version, as_of, instant: as_of.to_string(), explains })
    }
}

impl Service for Answers {
    fn answer(&self, call: &Call<'_>) -> Reply {
        let wanted = match call.path {
            "/v1/score" | "/v1/score/account" | "/v1/explain" => "POST",
            "/v1/rules" | "/openapi.json" => "GET",
            path => {
                return Reply::problem(
                    404,
                    &format!("There is nothing at `{path}`; `GET /openapi.json` says what there is."),
                );
            }
        };
        if call.method != wanted {
            return Reply::problem(405, &format!("`{}` is called with {wanted}.", call.path))
                .with(HeaderName::from_static("allow"), HeaderValue::from_static(wanted));
        }
        let by = match self.by(call) {
            Ok(by) => by,
            Err(refused) => return refused,
        };
        let mut reply = match call.path {
            "/v1/score" => by.score(call.body),
            "/v1/score/account" => by.score_account(call.body),
            "/v1/explain" => by.explain(call.body),
            "/v1/rules" => by.rules(),
            _ => Reply::json(200, openapi::document(by.version.rules.rules()).to_string()),
        };
        reply.headers.extend(by.headers());
        reply
    }

    fn lines(&self, call: &Call<'_>) -> Result<Box<dyn Lines>, Reply> {
        if (call.method, call.path) != ("POST", "/v1/score") {
            return Err(Reply::problem(415, "Lines of JSON are taken by `POST /v1/score` alone."));
        }
        Ok(Box::new(self.by(call)?))
    }

    fn ready(&self) -> Reply {
        let version = self.live.now();
        let refused = self.live.refused();
        let said = json!({ "ready": true, "rules": version.hash, "since": version.since, "refused": refused });
        Reply::json(200, format!("{said}\n"))
    }

    fn figures(&self) -> Vec<(&'static str, &'static str, f64)> {
        #[expect(clippy::cast_precision_loss, reason = "rules change rarely")]
        let count = |of: &std::sync::atomic::AtomicU64| of.load(Ordering::Relaxed) as f64;
        vec![
            ("leadrules_rules_taken_total", "How often other rules were taken", count(&self.live.taken)),
            (
                "leadrules_rules_refused_total",
                "How often rules were not taken, since they have errors",
                count(&self.live.failed),
            ),
            (
                "leadrules_rules_current",
                "Whether the rules that answer are those of the files as they are",
                f64::from(u8::from(self.live.refused().is_none())),
            ),
        ]
    }

    fn calls(&self) -> &'static [&'static str] {
        &["/v1/score", "/v1/score/account", "/v1/explain", "/v1/rules", "/openapi.json"]
    }
}

/// A lead that was scored.
#[derive(Serialize)]
struct Scored<'a, S, L> {
    key: Option<&'a str>,
    stage: &'a str,
    excluded: Option<&'a str>,
    scores: S,
    labels: L,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<&'a [ScoredValue<Amount>]>,
    /// What of the lead could not be read, and is unknown to every rule.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    unread: &'a [String],
}

/// An account that was scored, and its leads.
#[derive(Serialize)]
struct WithLeads<A, L> {
    #[serde(flatten)]
    scored: A,
    leads: Vec<L>,
}

/// Values by their names, in the order of the rules.
struct Named<I>(I);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)> + Clone> Serialize for Named<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.clone())
    }
}

/// What became of an element: a lead, or why it is none.
type Made = Result<String, String>;

impl By {
    /// For all that is not one usual lead.
    fn scorer(&self) -> Scorer {
        self.version.scorer.at(self.as_of)
    }

    fn headers(&self) -> [(HeaderName, HeaderValue); 2] {
        let instant = HeaderValue::from_str(&self.instant).expect("an instant has digits, letters and signs");
        [(RULES.clone(), self.version.named.clone()), (AS_OF.clone(), instant)]
    }

    /// The answer around what was made.
    fn around(&self, name: &str, made: &str) -> Reply {
        let parts =
            ["{\"rules\":\"", &self.version.hash, "\",\"as_of\":\"", &self.instant, "\",\"", name, "\":", made, "}\n"];
        Reply::json(200, parts.concat())
    }

    /// One lead, or a list of them.
    fn score(&self, body: &[u8]) -> Reply {
        self.one_or_many(body, "lead", &|one| self.one(one), &|elements| self.many(elements))
    }

    /// One account with its leads, or a list of such.
    fn score_account(&self, body: &[u8]) -> Reply {
        let Some(scorer) = &self.version.accounts else {
            return Reply::problem(
                404,
                "The rules say nothing about accounts; they are declared by `account { … }`. `POST /v1/score` scores leads.",
            );
        };
        let scorer = scorer.at(self.as_of);
        let one = |element: &str| {
            let (scored, unread) = scorer.score_json_noticing(element).map_err(|error| error.to_string())?;
            Ok(self.said_of_account(&scored, &unread))
        };
        self.one_or_many(body, "account", &one, &|elements| elements.iter().map(|element| one(element)).collect())
    }

    /// What was sent, scored: something by itself, or each of a list in its place.
    fn one_or_many(
        &self,
        body: &[u8],
        name: &str,
        one: &dyn Fn(&str) -> Made,
        many: &dyn Fn(&[&str]) -> Vec<Made>,
    ) -> Reply {
        let text = match text(body, name) {
            Ok(text) => text,
            Err(refused) => return refused,
        };
        if !text.starts_with('[') {
            return match one(text) {
                Ok(made) => self.around(name, &made),
                Err(why) => Reply::problem(422, &why),
            };
        }
        match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(elements) => {
                let elements: Vec<&str> = elements.into_iter().map(RawValue::get).collect();
                let made: Vec<String> = many(&elements).into_iter().map(in_place).collect();
                self.around(&format!("{name}s"), &format!("[{}]", made.join(",")))
            }
            Err(error) => Reply::problem(400, &format!("This is no JSON: {error}.")),
        }
    }

    /// Elements, each in its place.
    fn many(&self, elements: &[&str]) -> Vec<Made> {
        // Many at once; where there is anything to say of one, one by one.
        if elements.len() > FEW
            && elements.iter().all(|element| element.starts_with('{'))
            && let Ok((leads, report)) = self.scorer().score_json_noticing(&format!("[{}]", elements.join(",")))
            && leads.len() == elements.len()
            && unread(self.version.rules.rules(), &report).is_empty()
        {
            return leads.iter().map(|lead| Ok(self.said(lead, &[]))).collect();
        }
        elements.iter().map(|element| self.one(element)).collect()
    }

    fn one(&self, element: &str) -> Made {
        let singles = &self.version.singles;
        let usual = if self.explains {
            singles.score(element, self.as_of).map(|lead| self.said(&lead, &[]))
        } else {
            singles.look(element, self.as_of, |key, outcome| self.said_of(key, outcome))
        };
        if let Some(lead) = usual {
            return Ok(lead);
        }
        if !element.starts_with('{') {
            return Err(match serde_json::from_str::<serde_json::Value>(element) {
                Ok(_) => "A lead is an object, as in {\"email\": \"an@brewery.example\"}.".to_owned(),
                Err(error) => format!("This is no JSON: {error}."),
            });
        }
        if let Err(error) = serde_json::from_str::<&RawValue>(element) {
            return Err(format!("This is no JSON: {error}."));
        }
        let (leads, report) = self.scorer().score_json_noticing(element).map_err(|error| error.to_string())?;
        match leads.as_slice() {
            [lead] => Ok(self.said(lead, &unread(self.version.rules.rules(), &report))),
            _ => Err("This is no lead: nothing is in it.".to_owned()),
        }
    }

    fn said(&self, lead: &ScoredLead, unread: &[String]) -> String {
        said(&self.named(lead, self.key(lead.key.as_deref()), unread))
    }

    /// The same of an account and its leads.
    fn said_of_account(&self, scored: &ScoredAccount, unread: &[String]) -> String {
        let account = &scored.account;
        let leads = scored.leads.iter().map(|lead| self.named(lead, self.key(lead.key.as_deref()), &[]));
        said(&WithLeads { scored: self.named(account, account.key.as_deref(), unread), leads: leads.collect() })
    }

    /// A lead or an account, everything by its name.
    fn named<'a>(
        &self,
        lead: &'a ScoredLead,
        key: Option<&'a str>,
        unread: &'a [String],
    ) -> Scored<'a, impl Serialize, impl Serialize> {
        Scored {
            key,
            stage: &lead.stage,
            excluded: lead.excluded.as_deref(),
            scores: Named(lead.scores.iter().map(|score| (&score.name, score.value))),
            labels: Named(lead.labels.iter().map(|label| (&label.name, &label.value))),
            rules: self.explains.then_some(lead.rules.as_slice()),
            unread,
        }
    }

    /// The same of a lead in which nothing was unusual, without its rules.
    fn said_of(&self, key: Option<&str>, outcome: &SingleOutcome) -> String {
        let rules = self.version.rules.rules();
        let scores = rules.scores.iter().zip(&outcome.scores);
        let labels = rules.labels.iter().zip(&outcome.labels);
        said(&Scored {
            key: self.key(key),
            stage: rules.stages.name(outcome.stage.unwrap_or(StageId::None)),
            excluded: outcome.exclusion.map(|at| rules.exclusions[at].reason.as_str()),
            scores: Named(scores.map(|(score, points)| (&score.name, points.map(Amount)))),
            labels: Named(labels.map(|(label, text)| (&label.name, text))),
            rules: None,
            unread: &[],
        })
    }

    /// What tells a lead apart; where no field is the key, its place in what was sent does.
    fn key<'k>(&self, key: Option<&'k str>) -> Option<&'k str> {
        key.filter(|_| self.version.rules.rules().key.is_some())
    }

    /// Why a lead has its scores.
    fn explain(&self, body: &[u8]) -> Reply {
        let text = match text(body, "lead") {
            Ok(text) => text,
            Err(refused) => return refused,
        };
        if let Err(error) = serde_json::from_str::<&RawValue>(text) {
            return Reply::problem(400, &format!("This is no JSON: {error}."));
        }
        if !text.starts_with('{') {
            return Reply::problem(422, "One lead is explained at a time: send an object.");
        }
        match self.scorer().explain_json(text).as_deref() {
            Ok([one]) => self.around("explanation", &serde_json::to_string(one).expect("plain data becomes JSON")),
            Ok(_) => Reply::problem(422, "This is no lead: nothing is in it."),
            Err(error) => Reply::problem(422, &error.to_string()),
        }
    }

    /// What the rules take and give.
    fn rules(&self) -> Reply {
        let version = &self.version;
        let rules = version.rules.rules();
        let names = |names: Vec<&str>| json!(names);
        let fields = |rules: &Rules| {
            let one = |field: &Field| json!({ "name": field.name, "from": field.columns, "type": field.ty.word() });
            rules.declared().map(|(_, field)| one(field)).collect::<Vec<_>>()
        };
        let mut document = json!({
            "rules": version.hash,
            "since": version.since,
            "as_of": self.instant,
            "fields": fields(rules),
            "events": rules.log.as_ref().map_or_else(Vec::new, |log| log.kinds.iter().map(|kind| kind.name.clone()).collect()),
            "scores": names(rules.scores.iter().map(|score| score.name.as_str()).collect()),
            "stages": names(rules.stages.steps.iter().map(|step| step.name.as_str()).collect()),
            "labels": names(rules.labels.iter().map(|label| label.name.as_str()).collect()),
        });
        if let Some(accounts) = &rules.accounts {
            let about = &accounts.rules;
            document["accounts"] = json!({
                "fields": fields(about),
                "scores": names(about.scores.iter().map(|score| score.name.as_str()).collect()),
                "stages": names(about.stages.steps.iter().map(|step| step.name.as_str()).collect()),
                "labels": names(about.labels.iter().map(|label| label.name.as_str()).collect()),
            });
        }
        Reply::json(200, format!("{document}\n"))
    }
}

impl Lines for By {
    fn headers(&self) -> Vec<(HeaderName, HeaderValue)> {
        Self::headers(self).into()
    }

    fn answer(&mut self, lines: &[u8]) -> Vec<u8> {
        let lines: Vec<&[u8]> = lines.split(|byte| *byte == b'\n').collect();
        let lines = lines.into_iter().map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
        let texts: Vec<Result<&str, String>> =
            lines.map(|line| std::str::from_utf8(line).map_err(|_| "This line is not UTF-8.".to_owned())).collect();
        let good: Vec<&str> = texts.iter().filter_map(|text| text.as_ref().ok().copied()).collect();
        let mut made = self.many(&good).into_iter();
        let mut answers = String::new();
        for text in texts {
            let one = text.and_then(|_| made.next().expect("one for each"));
            answers.push_str(&in_place(one));
            answers.push('\n');
        }
        answers.into_bytes()
    }
}

fn said(lead: &impl Serialize) -> String {
    serde_json::to_string(lead).expect("plain data becomes JSON")
}

/// A lead, or an error in its place.
fn in_place(made: Made) -> String {
    made.unwrap_or_else(|error| json!({ "error": error }).to_string())
}

/// What was sent as text; `what` is what should be.
fn text<'b>(body: &'b [u8], what: &str) -> Result<&'b str, Reply> {
    let text = std::str::from_utf8(body).map_err(|_| Reply::problem(400, "What was sent is not UTF-8."))?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Reply::problem(400, &format!("Nothing was sent: send one {what} as JSON, or a list of {what}s.")));
    }
    Ok(text)
}
