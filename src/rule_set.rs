//! The library's front door: a rule set from text, prepared for an instant, and leads scored and explained with it. In:
//! texts, JSON or Arrow record batches; out: serde types. All that is done here is to connect the rooms.

use std::fmt;
use std::sync::Arc;

use arrow_array::{Array, RecordBatch};
use arrow_schema::SchemaRef;

use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::data::{Fitness, ReadReport, leads_from_batches, leads_from_json};
use leadrules_engine::engine::{Ledger, Options, Plan, Single};
use leadrules_language::analyze;
use leadrules_language::calendar::Instant;
use leadrules_language::diagnostic::{Diagnostic, has_errors, render, sort};
use leadrules_language::explain::{Explanation, explain};
use leadrules_language::ir::{KindId, Rules};
use leadrules_language::lead::{Event as PlainEvent, Lead as PlainLead};
use leadrules_language::load::load;
use leadrules_language::page::Style;
use leadrules_language::resolve::resolve;
use leadrules_language::source::Sources;
use leadrules_language::words::Text;
use leadrules_language::{sql, testing};

use crate::{AccountScorer, AsOf, Error, ErrorKind, Folders, JsonScorer, Lead, ScoredLead, SqlOptions, TestReport};

/// A rule set that can be used, with what was found about it.
#[derive(Debug, Clone)]
pub struct RuleSet {
    rules: Arc<Rules>,
    findings: Findings,
}

/// What was found about a rule set, and the texts it is about.
#[derive(Debug, Clone)]
pub struct Findings {
    /// The texts.
    pub sources: Arc<Sources>,
    /// The findings, sorted by place.
    pub list: Vec<Diagnostic>,
}

impl fmt::Display for Findings {
    /// As a person reads them, without colours.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.iter().try_for_each(|finding| f.write_str(&render(finding, &self.sources, Style::default())))
    }
}

impl std::error::Error for Findings {}

impl RuleSet {
    /// A rule set that is contained in one text; `use` and lists from files find nothing.
    ///
    /// # Errors
    /// The findings, if one of them is an error.
    pub fn from_text(text: &str) -> Result<Self, Findings> {
        Self::from_files("rules", text.to_owned(), &mut |path| Err(format!("there is no file {path} here")))
    }

    /// A rule set whose first file is `text`, known as `path`; `read` gives the text of a file that it names, by a path
    /// relative to the same folder as `path`, or says why it can't.
    ///
    /// # Errors
    /// The findings, if one of them is an error.
    pub fn from_files(
        path: &str,
        text: String,
        read: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> Result<Self, Findings> {
        let loaded = load(path, text, &mut |path| read(path).map_err(Text::verbatim));
        let (rules, list) = resolve(&loaded);
        let findings = Findings { sources: loaded.sources, list };
        match rules {
            Some(rules) if !has_errors(&findings.list) => Ok(Self { rules: Arc::new(rules), findings }),
            _ => Err(findings),
        }
    }

    /// A rule set whose first file is at a path; the files that it names are read too, if they are in its folder or
    /// below. To allow more, give [`RuleSet::from_files`] a function that reads what [`Folders::find`] finds.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] or [`ErrorKind::Unreadable`] if it can't be read, [`ErrorKind::Rules`] if it has errors.
    pub fn from_path(path: impl AsRef<std::path::Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let read = |path: &std::path::Path| std::fs::File::open(path).and_then(leadrules_language::source::whole_text);
        let failed = |cause: std::io::Error| {
            let kind = match cause.kind() {
                std::io::ErrorKind::NotFound => ErrorKind::NotFound,
                _ => ErrorKind::Unreadable,
            };
            Error::new(kind, format!("{}: {cause}", path.display())).because(cause)
        };
        let text = read(path).map_err(failed)?;
        let folders = Folders::of(path).map_err(failed)?;
        let mut further = |path: &str| match folders.find(path.as_ref()) {
            Ok(Some(found)) => read(&found).map_err(|error| error.to_string()),
            Ok(None) => Err("it lies outside of the folder of the first rule file".to_owned()),
            Err(error) => Err(error.to_string()),
        };
        Self::from_files(&path.to_string_lossy(), text, &mut further)
            .map_err(|findings| Error::new(ErrorKind::Rules, findings.to_string()).because(findings))
    }

    /// Everything that `leadrules check` finds, including proofs, seen from an instant: what was found when the text
    /// was read, and what holds for every lead that could exist.
    #[must_use]
    pub fn check(&self, as_of: AsOf) -> Findings {
        let proved = analyze::findings(&self.rules, as_of.micros());
        let mut list = self.findings.list.clone();
        list.extend(proved.found);
        sort(&mut list);
        Findings { sources: self.findings.sources.clone(), list }
    }

    /// Runs the tests that are part of the rules.
    #[must_use]
    pub fn test(&self) -> TestReport {
        testing::run(&self.rules, &|_| true)
    }

    /// The rules as one SQL query.
    ///
    /// # Errors
    /// [`ErrorKind::Refused`], with everything that the dialect can't do in the same way.
    pub fn sql(&self, options: &SqlOptions<'_>) -> Result<String, Error> {
        sql::select(&self.rules, options).map_err(|refused| {
            let text: Vec<String> = refused.iter().map(ToString::to_string).collect();
            Error::new(ErrorKind::Refused, text.join("\n"))
        })
    }

    /// The instant that a text names: a day (its last microsecond in the time zone of the rules) or an ISO 8601 time.
    ///
    /// # Errors
    /// [`ErrorKind::Instant`] if it is neither.
    pub fn as_of(&self, text: &str) -> Result<AsOf, Error> {
        let instant = self.rules.zone.parse_as_of(text).ok_or_else(|| {
            Error::new(
                ErrorKind::Instant,
                format!("`{text}` is no instant; write a day (2026-11-23) or a time (2026-11-23T12:00Z)"),
            )
        })?;
        Ok(AsOf::from_micros(instant))
    }

    /// Prepares the rule set to score leads as of an instant; the leads carry their events.
    #[must_use]
    pub fn scorer(&self, as_of: AsOf) -> Scorer {
        self.prepare(as_of.micros())
    }

    /// Warnings and advice.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The rule set as meant.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Prepares the rule set to score leads as of an instant (microseconds since 1970-01-01T00:00Z); the leads carry
    /// their events. Rules that ask for the stage that a lead had find it in the field that they mark, or else in `stage before`; a lead
    /// without it is new. What they ask of a lead's account, as in `account.account_fit`, is found under that name; a lead without it
    /// has no account.
    #[must_use]
    pub fn prepare(&self, as_of: Instant) -> Scorer {
        let rules = self.with_places();
        let plan = Plan::new(&rules, Options { log: rules.log.is_some(), rule_points: true, trace: true });
        let no_log = plan.no_ledger(as_of);
        let fitness = Fitness::of(&rules, &plan.needed_at(&plan.at(as_of))).for_program();
        Scorer { rules, plan: Arc::new(plan), no_log, fitness: Some(fitness) }
    }

    /// Prepares the rule set for leads that come one at a time, as JSON.
    #[must_use]
    pub fn json_scorer(&self) -> JsonScorer {
        let Scorer { rules, plan, .. } = self.prepare(0);
        JsonScorer::new(rules, plan.needed())
    }

    /// Prepares the rule set to score accounts with their leads, as one JSON object each, as of an instant; `None` if the rules say
    /// nothing about accounts. Rules that ask for the stage that a lead had find it as [`RuleSet::prepare`] says.
    #[must_use]
    pub fn account_scorer(&self, as_of: AsOf) -> Option<AccountScorer> {
        AccountScorer::new(self.with_places(), as_of.micros())
    }

    /// The rules with a place for what no field declares: the stage that a lead had, where none is marked, and what leads ask of
    /// their account.
    fn with_places(&self) -> Arc<Rules> {
        let asked = self.rules.accounts.iter().flat_map(|accounts| &accounts.asked).map(|asked| asked.field);
        let places = self.rules.before.into_iter().chain(asked).map(|field| usize::from(field.0));
        let places: Vec<usize> = places.filter(|place| self.rules.fields[*place].columns.is_empty()).collect();
        if places.is_empty() {
            return Arc::clone(&self.rules);
        }
        let mut rules = Rules::clone(&self.rules);
        for place in places {
            rules.fields[place].columns = vec![rules.fields[place].name.clone()];
        }
        Arc::new(rules)
    }

    /// A lead of which nothing is known, to be filled for [`Scorer::single`].
    #[must_use]
    pub fn plain_lead(&self) -> PlainLead {
        PlainLead { fields: vec![None; self.rules.fields.len()] }
    }

    /// The index of a field in `fields` of [`RuleSet::plain_lead`]; `None` if the rules do not declare it.
    #[must_use]
    pub fn field_place(&self, name: &str) -> Option<usize> {
        self.rules.fields.iter().position(|field| field.name == name)
    }

    /// An event at a time (microseconds since 1970-01-01T00:00Z), of whose properties nothing is known; `None` if the
    /// rules do not declare that kind.
    #[must_use]
    pub fn plain_event(&self, kind: &str, time: Instant) -> Option<PlainEvent> {
        let log = self.rules.log.as_ref()?;
        let kind = log.kinds.iter().position(|other| other.name == kind)?;
        let kind = Some(KindId(u16::try_from(kind).ok()?));
        Some(PlainEvent { kind, time, id: None, properties: vec![None; log.properties.len()] })
    }

    /// The index of a property in `properties` of [`RuleSet::plain_event`]; `None` if the rules do not declare it.
    #[must_use]
    pub fn property_place(&self, name: &str) -> Option<usize> {
        self.rules.log.as_ref()?.properties.iter().position(|property| property.name == name)
    }

    /// Like [`RuleSet::prepare`], as of an instant given as text: a day (its last microsecond in the rule set's time
    /// zone) or an ISO 8601 time. `None` if it is neither.
    #[must_use]
    pub fn prepare_as_of(&self, as_of: &str) -> Option<Scorer> {
        self.rules.zone.parse_as_of(as_of).map(|as_of| self.prepare(as_of))
    }
}

/// A rule set prepared for an instant. It can be shared between threads.
#[derive(Debug)]
pub struct Scorer {
    rules: Arc<Rules>,
    plan: Arc<Plan>,
    no_log: Ledger,
    /// What data handed over as JSON or in batches must hold.
    fitness: Option<Fitness>,
}

impl Scorer {
    /// The same rule set for another instant, without preparing it again.
    #[must_use]
    pub fn at(&self, as_of: AsOf) -> Self {
        let no_log = self.plan.no_ledger(as_of.micros());
        Self { rules: self.rules.clone(), plan: self.plan.clone(), no_log, fitness: self.fitness.clone() }
    }

    /// What data handed over as JSON or in record batches must hold, so that it is not scored as blank: if a column
    /// that rules look at is missing, or too many values do not fit, it is refused ([`ErrorKind::Unfit`]).
    #[must_use]
    pub fn fitness(&self) -> Option<&Fitness> {
        self.fitness.as_ref()
    }

    /// The same, requiring something else of data, or nothing at all.
    ///
    /// ```
    /// use leadrules::{ErrorKind, Fitness, RuleSet};
    ///
    /// let rules = RuleSet::from_text("leadrules 1\nlead { size integer }\nscore fit { size > 9 => +20 }")?;
    /// let scorer = rules.prepare_as_of("2026-11-23").expect("a day");
    /// assert_eq!(scorer.score_json(r#"{"siez": 50}"#).expect_err("no size").kind(), ErrorKind::Unfit);
    /// let fitness = scorer.fitness().map(|asked| Fitness { missing_is_unknown: true, ..asked.clone() });
    /// assert_eq!(scorer.asking(fitness).score_json(r#"{"siez": 50}"#).expect("it is unknown").len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn asking(self, fitness: Option<Fitness>) -> Self {
        Self { fitness, ..self }
    }

    /// Scores one lead.
    ///
    /// # Errors
    /// [`ErrorKind::Name`] if the rules do not declare something that it is given, [`ErrorKind::Value`] if a value does
    /// not fit its field, [`ErrorKind::Instant`] if the time of an event is not a time.
    pub fn score(&self, lead: &Lead) -> Result<ScoredLead, Error> {
        let leads = lead.columns(&self.rules, self.plan.needed())?;
        Ok(ScoredLead::new(&self.rules, &self.score_columns(&leads), 0))
    }

    /// Explains one lead: every rule with its points, and each condition piece by piece.
    ///
    /// # Errors
    /// As [`Scorer::score`].
    pub fn explain(&self, lead: &Lead) -> Result<Explanation, Error> {
        Ok(self.explained(&lead.columns(&self.rules, self.plan.needed())?, 0))
    }

    /// Scores leads in JSON: one object, an array of them, or one per line; each may carry its `events`.
    ///
    /// # Errors
    /// When it is not JSON, or holds something other than objects; [`ErrorKind::Unfit`] when it is not what the rules
    /// are about ([`Scorer::fitness`]). Single values that do not fit are unknown.
    pub fn score_json(&self, json: &str) -> Result<Vec<ScoredLead>, Error> {
        self.score_json_noticing(json).map(|(scored, _)| scored)
    }

    /// The same, with what reading noticed: values that do not fit, events that can't be read.
    ///
    /// # Errors
    /// As [`Scorer::score_json`].
    pub fn score_json_noticing(&self, json: &str) -> Result<(Vec<ScoredLead>, ReadReport), Error> {
        let mut scored = Vec::new();
        let mut reader = leads_from_json(&self.rules, self.plan.needed(), json, self.fitness.as_ref())?;
        for leads in reader.by_ref() {
            let results = self.score_columns(&leads?);
            scored.extend((0..results.rows).map(|row| ScoredLead::new(&self.rules, &results, row)));
        }
        Ok((scored, reader.report().clone()))
    }

    /// Scores leads in Arrow record batches, whose columns are found by the names that the rules give.
    ///
    /// # Errors
    /// [`ErrorKind::Unfit`] when they are not what the rules are about ([`Scorer::fitness`]).
    pub fn score_batches(&self, schema: SchemaRef, batches: Vec<RecordBatch>) -> Result<Vec<Results>, Error> {
        let leads = leads_from_batches(&self.rules, self.plan.needed(), schema, batches, self.fitness.as_ref())?;
        leads.map(|leads| Ok(self.score_columns(&leads?))).collect()
    }

    /// Scores leads that are already typed columns.
    #[must_use]
    pub fn score_columns(&self, leads: &Leads) -> Results {
        self.plan.score(leads, &self.no_log)
    }

    /// Buffers in which leads are scored one at a time from plain values; keep them for the next lead, and have one set
    /// for each thread.
    ///
    /// ```
    /// use leadrules::{Decimal, Points, RuleSet};
    /// use leadrules_language::types::Value;
    ///
    /// let rules = RuleSet::from_text(
    ///     "leadrules 1\nlead { employees integer }\nevents { visit }\n\
    ///      score fit { employees 100..200 => +20 }\nscore interest { visit => +5 each, up to 15 }",
    /// )?;
    /// let scorer = rules.prepare_as_of("2026-11-23").expect("a day");
    /// let mut single = scorer.single();
    /// let mut lead = rules.plain_lead();
    /// lead.fields[rules.field_place("employees").expect("it is declared")] = Some(Value::Number(Decimal::whole(150)));
    /// let visited = rules.plain_event("visit", 1_763_000_000_000_000).expect("it is declared");
    /// let outcome = single.score(&lead, &[visited.clone(), visited]);
    /// assert_eq!(outcome.scores, [Some(Points(20_00)), Some(Points(10_00))]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn single(&self) -> Single<'_> {
        self.plan.single(self.no_log.moment().as_of())
    }

    /// Explains leads in JSON, as [`Scorer::score_json`] takes them.
    ///
    /// # Errors
    /// As [`Scorer::score_json`].
    pub fn explain_json(&self, json: &str) -> Result<Vec<Explanation>, Error> {
        let mut explained = Vec::new();
        for leads in leads_from_json(&self.rules, self.plan.needed(), json, self.fitness.as_ref())? {
            let leads = leads?;
            explained.extend((0..leads.rows).map(|row| self.explained(&leads, row)));
        }
        Ok(explained)
    }

    fn explained(&self, leads: &Leads, row: usize) -> Explanation {
        let key = leads.keys.is_valid(row).then(|| leads.keys.value(row).to_owned());
        let events = self.rules.log.as_ref().map(|_| leads.events_of(row));
        explain(&self.rules, self.no_log.moment().as_of(), key, &leads.lead(row), events.as_deref())
    }
}
