//! What a report is asked beside the rules: who moved, are leads called in time, where should a bar be, what became of a month's
//! leads, is it still right. In: options, rules and data; out: what the commands of these names find. Nothing is judged here.

use std::path::PathBuf;

use leadrules_decide::bars::{self, Judged};
use leadrules_decide::cohorts::{self, Cohorts};
use leadrules_decide::drift::{self, Drift, Side};
use leadrules_decide::entry::By;
use leadrules_decide::outcome::Outcome;
use leadrules_decide::reason::{self, Moved};
use leadrules_decide::report::{self, DriftFrom, MovedSince, ResponseTo};
use leadrules_decide::response::{self, Response, Touch};
use leadrules_decide::sample::{Noticed, Part};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{FieldId, Rules};
use leadrules_language::visible;
use leadrules_language::words::say;

use super::super::args::{Capacity, capacity, span};
use super::super::data::{Data, OverLeads};
use super::super::exit::Failure;
use super::super::progress::Progress;
use super::super::terminal::Terminal;
use super::super::{bars as bars_command, entered, response as response_command};
use super::read::{Asked, each, name};

/// How sure intervals are.
const CONFIDENCE: f64 = 0.95;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "What is asked every week")]
pub(super) struct WeeklyArgs {
    /// Who moved since this day, and why
    #[arg(long, value_name = "DAY")]
    since: Option<String>,

    /// Whether leads of the highest stage are called in time: kinds of events that count as a call, or a date field
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    touch: Vec<String>,

    /// Within what time that was promised, as in `2 days` or `4h`
    #[arg(long, value_name = "TIME", value_parser = span, requires = "touch")]
    within: Option<i64>,

    /// How leads compare by this label or field, such as their source or owner
    #[arg(long, value_name = "LABEL")]
    pub(super) by: Option<String>,

    /// Where the bars would lie for so many leads: of all in the data, or in a time as in 50/week
    #[arg(long, value_name = "N", value_parser = capacity)]
    capacity: Option<Capacity>,

    /// What became of those who entered this stage, month by month
    #[arg(long, value_name = "STAGE")]
    cohorts: Option<String>,

    /// Leads of before, for whether these are still like them
    #[arg(long, value_name = "LEADS")]
    pub(super) before: Option<PathBuf>,
}

/// What was found.
#[derive(Default)]
pub(super) struct Found<'a> {
    moved: Option<(&'a str, Vec<Moved>)>,
    response: Option<(Response, &'a [String])>,
    cohorts: Option<Cohorts>,
    drift: Option<(Drift, [String; 2])>,
    bars: Option<Judged>,
    by: Option<&'a str>,
}

/// What is gathered while leads pass by.
pub(super) struct Gathering<'a> {
    bars: bars::Gather<'a>,
    drift: Option<drift::Gather<'a>>,
    since: Option<Instant>,
    by: Option<By>,
    touch: Option<Touch>,
    step: Option<usize>,
}

impl Gathering<'_> {
    /// Whether fields are asked that no rule looks at.
    pub(super) fn asks_all_fields(&self) -> bool {
        self.drift.is_some() || matches!(self.by, Some(By::Field(_)))
    }

    /// What leads are told apart by.
    pub(super) fn by(&self) -> Option<By> {
        self.by
    }

    /// What bars ask of each lead.
    pub(super) fn asked(&self) -> Vec<leadrules_language::ir::Cond> {
        self.bars.asked()
    }

    /// Takes in a batch of leads as they are now.
    pub(super) fn add(&mut self, part: &Part) {
        if let Some(drift) = &mut self.drift {
            drift.add(part, |_| Some(Side::Now));
        }
    }

    /// Takes in a batch of leads as the outcome is judged.
    pub(super) fn add_judged(&mut self, part: &Part) {
        self.bars.add(part);
    }
}

impl WeeklyArgs {
    /// Refuses to follow accounts over time.
    fn at_one_instant(&self, rules: &Rules) -> Result<(), Failure> {
        let asked = [
            ("--since", self.since.is_some()),
            ("--touch", !self.touch.is_empty()),
            ("--cohorts", self.cohorts.is_some()),
            ("--before", self.before.is_some()),
        ];
        match asked.into_iter().find(|(_, is_asked)| *is_asked && rules.accounts.is_some()) {
            None => Ok(()),
            Some((option, _)) => Err(Failure::new(say!(
                "{option}: the rules are about accounts too, which a report does not follow over time yet; leave it out, and the rest of the \
                 report is written",
                option
            ))),
        }
    }

    /// Refuses what the rules or the data don't have, before anything is read.
    pub(super) fn gathering<'r>(
        &self,
        rules: &'r Rules,
        over: &OverLeads,
        at: Option<&str>,
    ) -> Result<Gathering<'r>, Failure> {
        self.at_one_instant(rules)?;
        let parse = |day: &String| {
            let instant = rules.zone.parse_time(day);
            let day = visible::line(day).into_owned();
            let Some(instant) = instant else {
                return Err(Failure::new(say!("--since: `{day}` is no day; write it as 2026-11-16", day)));
            };
            if instant > over.run.as_of(rules)? {
                return Err(Failure::new(say!(
                    "--since: {day} is later than the instant of the report (--as-of)",
                    day
                )));
            }
            Ok(instant)
        };
        let touch = match self.touch.as_slice() {
            [] => None,
            names => Some(response_command::touch(rules, names, over)?),
        };
        if touch.is_some() {
            // Refused where there is no stage to enter.
            entered::step(rules, None)?;
        }
        let named = |name: &String| {
            rules.stages.steps.iter().position(|step| step.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
                let names: Vec<String> = rules.stages.steps.iter().map(|step| format!("`{}`", step.name)).collect();
                Failure::new(say!(
                    "--cohorts: there is no stage `{stage}`; there are {stages}",
                    stage = visible::line(name).into_owned(),
                    stages = names.join(", ")
                ))
            })
        };
        let bars = bars::Gather::new(rules, None, None, at);
        if self.capacity.is_some() && bars.is_empty() {
            return Err(bars_command::without_bars());
        }
        Ok(Gathering {
            bars,
            drift: self.before.is_some().then(|| drift::Gather::new(rules)),
            since: self.since.as_ref().map(parse).transpose()?,
            by: self.by.as_deref().map(|name| entered::by(rules, name)).transpose()?,
            touch,
            step: self.cohorts.as_ref().map(named).transpose()?,
        })
    }

    /// What is found. `keep` names the columns to show of leads; `noticed` is what reading them came to.
    pub(super) fn find<'a>(
        &'a self,
        gathering: Gathering<'_>,
        over: &OverLeads,
        (rules, data, keep): (&Rules, &Data, &[String]),
        (outcome, at): (Option<&Outcome>, Option<&str>),
        noticed: &Noticed,
        terminal: &Terminal,
    ) -> Result<Found<'a>, Failure> {
        let Gathering { bars, drift, since, by, touch, step } = gathering;
        let mut found = Found { by: self.by.as_deref(), ..Found::default() };
        if let (Some(path), Some(mut gather)) = (&self.before, drift) {
            let before = over.with_leads(path, None, None).once(rules, terminal)?;
            let mut progress = Progress::new(terminal.err.is_terminal);
            let asked = Asked {
                rules,
                whom: Whom::Leads,
                keep: &[],
                outcome,
                at: None,
                draw: false,
                conditions: &[],
                all: true,
            };
            let take = &mut |part: Part| gather.add(&part, |_| Some(Side::Before));
            let before = each(&before, asked, &mut progress, take);
            progress.clear();
            let before = before?;
            if gather.leads().contains(&0) {
                return Err(Failure::new(say!("--before: there are no leads in it, or none to hold against them")));
            }
            let settings = drift::Settings { limit: drift::LIMIT, confidence: drift::CONFIDENCE };
            let drift = gather.finish(settings, Some([&before.leads, &noticed.leads]));
            found.drift = Some((drift, [name(path), name(&over.leads)]));
        }
        if self.capacity.is_some() || outcome.is_some() {
            let capacity = self.capacity.map(|Capacity { leads, days }| (leads, days));
            let judged = bars.finish(bars::Settings { confidence: CONFIDENCE, capacity, rate: None, keeps: None });
            bars_command::in_time(self.capacity, &judged)?;
            found.bars = Some(judged);
        }
        if since.is_none() && touch.is_none() && step.is_none() {
            return Ok(found);
        }
        let request = Request { keep, ..data.request(rules) };
        let day = at.filter(|_| step.is_some()).map(|name| entered::day_field(rules, "--at", name)).transpose()?;
        let of_touch = match &touch {
            Some(Touch::Day(day)) => Some(*day),
            Some(Touch::Events(_)) | None => None,
        };
        let of_group = match by {
            Some(By::Field(field)) => Some(field),
            Some(By::Label(_)) | None => None,
        };
        let of_outcome = outcome.iter().flat_map(|outcome| &outcome.fields).copied();
        let fields: Vec<FieldId> = of_outcome.chain(day).chain(of_touch).chain(of_group).collect();
        let (cases, reached) = entered::read(&request, None, &fields, None, terminal)?;
        let log = !matches!(request.events, EventSource::None);
        if let (Some(then), Some(text)) = (since, &self.since) {
            found.moved = Some((text, reason::moved(rules, log, &cases, then, data.as_of)));
        }
        if let Some(touch) = touch {
            let settings = response::Settings {
                step: entered::step(rules, None)?,
                touch,
                within: self.within,
                by,
                confidence: CONFIDENCE,
                as_of: data.as_of,
            };
            found.response = Some((response::response(rules, &cases, &reached, &settings), self.touch.as_slice()));
        }
        if let Some(step) = step {
            let became = outcome.map(|outcome| entered::outcomes(&request, outcome, &cases));
            let settings = cohorts::Settings { step, within: None, at: day, confidence: CONFIDENCE, as_of: data.as_of };
            found.cohorts = Some(cohorts::cohorts(rules, &cases, &reached, became.as_deref(), &settings));
        }
        Ok(found)
    }
}

impl Found<'_> {
    /// As the report takes it; `outcome` is the outcome in words.
    pub(super) fn words<'w>(&'w self, outcome: Option<&'w str>) -> report::Weekly<'w> {
        report::Weekly {
            moved: self.moved.as_ref().map(|(since, moved)| MovedSince { since, moved }),
            response: (self.response.as_ref()).map(|(response, touch)| ResponseTo { response, touch, by: self.by }),
            bars: self.bars.as_ref(),
            by: self.by,
            cohorts: self.cohorts.as_ref().map(|cohorts| (cohorts, outcome)),
            drift: self.drift.as_ref().map(|(drift, [before, now])| DriftFrom { drift, sides: [before, now] }),
        }
    }
}
