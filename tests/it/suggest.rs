//! What is suggested can be used: it is in the language, in canonical form, within the limits asked for, and better on
//! leads that nothing was learnt from.

use std::fmt::Write as _;

use leadrules::RuleSet;
use leadrules_decide::backtest::{self, Judge};
use leadrules_decide::outcome::{self, Outcome};
use leadrules_decide::sample::{self, Part, Wanted};
use leadrules_decide::statistic::logistic;
use leadrules_decide::suggest::{
    Learner, Quoted, Refused, Seen, Settings, Suggestion, Times, Trial, Used, by_key, candidates, with_trials,
};
use leadrules_decide::whom::Whom;
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::run::{EventSource, Fields, Request};
use leadrules_language::format;
use leadrules_language::ir::{Part as RulePart, Rules};
use leadrules_language::load::{self, Loaded};
use leadrules_language::parse;
use leadrules_language::source::Sources;
use leadrules_language::types::Truth;
use leadrules_language::words::{Locale, Text};

use crate::files;

const SETTINGS: Settings = Settings {
    score: None,
    ignored: Vec::new(),
    trusted: Vec::new(),
    at: None,
    rules: 25,
    holdout: 0.3,
    latest: true,
    seed: 1,
    keep_signs: false,
    signs_of: Vec::new(),
    language: Locale::English,
};

fn loaded(text: &str) -> Loaded {
    load::load("my.leadrules", text.to_owned(), &mut |path| Err(Text::verbatim(format!("there is no {path}"))))
}

fn each(rules: &Rules, outcome: &Outcome, leads: &Input, take: &mut dyn FnMut(Part)) {
    let options = ReadOptions::default();
    let (events, as_of) = (EventSource::None, 1_795_000_000_000_000);
    let request = Request {
        rules,
        leads,
        options: &options,
        events,
        keep: &[],
        as_of,
        rule_points: true,
        trace: true,
        accounts: None,
    };
    let wanted = Wanted {
        request,
        whom: Whom::Leads,
        outcome: Some(outcome),
        at: None,
        asked: &[],
        draw: false,
        fields: Fields::All,
    };
    sample::each(&wanted, take, &mut |_| ()).expect("the leads can be read");
}

fn suggest(text: &str, condition: &str, leads: &Input, settings: Settings) -> Result<Suggestion, Refused> {
    let loaded = loaded(text);
    let (rules, outcome) = outcome::read(&loaded, condition).expect("the outcome can be used");
    let mut learner = Learner::new(&rules, settings, Vec::new())?;
    each(&rules, &outcome, leads, &mut |part| learner.add(&part));
    learner.finish(&loaded, &outcome, &mut untried)
}

/// Where no lines are tried.
fn untried(_: &Trial<'_>) -> Result<Vec<Vec<f32>>, Refused> {
    unreachable!("no lines are tried")
}

/// How well the first score of a rule file ranks the leads that are held out.
fn area(text: &str, condition: &str, leads: &Input, settings: &Settings) -> f64 {
    let (rules, outcome) = outcome::read(&loaded(text), condition).expect("the outcome can be used");
    let mut judge = Judge::new(&rules);
    each(&rules, &outcome, leads, &mut |mut part| {
        for (key, outcome) in part.leads.keys.iter().zip(&mut part.outcome) {
            if !by_key(key.unwrap_or_default(), settings.seed, settings.holdout) {
                *outcome = Truth::Unknown;
            }
        }
        judge.add(&part);
    });
    judge.finish(backtest::Settings::default()).scores[0].area.expect("both kinds of lead").auc
}

fn is_canonical(text: &str) -> bool {
    let mut sources = Sources::default();
    let id = sources.add("", text.to_owned());
    let (file, findings) = parse::parse(&sources, id);
    findings.is_empty() && format::format(&file) == text
}

fn signups() -> (String, Input) {
    let leads = Input::path("examples/signups/signups.csv");
    (files::read(std::path::Path::new("examples/signups/signups.leadrules")), leads)
}

#[test]
fn suggestions_are_in_the_language_and_within_their_limits() {
    let (text, leads) = signups();
    for seed in 1..4 {
        for rules in [3, 6, 25] {
            for keep_signs in [false, true] {
                let settings = Settings { seed, rules, keep_signs, ..SETTINGS };
                let suggestion =
                    suggest(&text, "customer", &leads, settings.clone()).expect("there is something to say");
                let after = &suggestion.edited.after;
                let set = RuleSet::from_text(after).unwrap_or_else(|findings| panic!("{findings}\n{after}"));
                assert!(is_canonical(after), "{after}");
                let points: Vec<i64> = set.rules().rules().iter().map(|(_, rule)| rule.gain.points().0).collect();
                assert!(points.iter().filter(|points| **points != 0).count() <= rules, "{after}");
                assert!(points.iter().all(|points| points % 100 == 0), "whole points: {after}");
                if keep_signs {
                    for change in &suggestion.changes {
                        let to = change.to.map_or(0, |to| to.0.0);
                        assert!(to == 0 || to.signum() == change.from.0.0.signum(), "{change:?}");
                    }
                }
                // The range covers whatever a lead can have.
                let score = &set.rules().scores[0];
                let of = |part: &RulePart, pick: fn(i64, i64) -> i64| {
                    part.rules().iter().map(|rule| rule.cap.unwrap_or(rule.gain.points()).0).fold(0, pick)
                };
                let least: i64 = score.parts().iter().map(|part| of(part, i64::min)).sum();
                assert!(score.range.low.is_none_or(|low| low.0 <= least), "{after}");
            }
        }
    }
}

#[test]
fn suggestions_do_better_on_leads_that_nothing_was_learnt_from() {
    let (text, leads) = signups();
    for seed in 1..4 {
        let settings = Settings { seed, ..SETTINGS };
        let suggestion = suggest(&text, "customer", &leads, settings.clone()).expect("there is something to say");
        let (before, after) =
            (area(&text, "customer", &leads, &settings), area(&suggestion.edited.after, "customer", &leads, &settings));
        assert!(after > before, "seed {seed}: {before} before, {after} after");
    }
}

/// 4,000 leads for which `size` (10 and more) and `land` (not DE) decide, and `dice` and `noise` say nothing.
fn made_up() -> (String, Input) {
    let mut csv = String::from("id,size,land,dice,noise,won\n");
    let mut state = 7_u64;
    let mut below = |end: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % end
    };
    for id in 0..4000 {
        let (size, land) = (below(40), ["BE", "NL", "DE"][usize::try_from(below(3)).expect("of three")]);
        let share = 10 + if size >= 10 { 40 } else { 0 } + if land == "DE" { 0 } else { 20 };
        let noise = if below(2) == 0 { "yes" } else { "no" };
        let won = if below(100) < share { "yes" } else { "no" };
        let _ = writeln!(csv, "L{id},{size},{land},{},{noise},{won}", below(6));
    }
    let rules = "leadrules 1\n\nlead {\n  id text key\n  size integer 0..\n  land choice { BE, NL, DE }\n  \
                 dice integer 0..5\n  noise yes/no\n  won yes/no, outcome\n}\n\nscore fit 0..100 {\n}\n";
    (rules.to_owned(), Input::bytes("made up", csv))
}

#[test]
fn only_what_decides_earns_points() {
    let (rules, leads) = made_up();
    let suggestion = suggest(&rules, "won", &leads, SETTINGS).expect("there is something to say");
    assert_eq!(suggestion.lines.len(), 2, "{:?}", suggestion.lines);
    assert!(suggestion.lines[0].starts_with("size 10.. => +"), "{:?}", suggestion.lines);
    assert!(suggestion.lines[1].starts_with("land in BE, NL => +"), "{:?}", suggestion.lines);
    assert_eq!(suggestion.range, None);
    // The best lead has all the points that the score can give.
    let set = RuleSet::from_text(&suggestion.edited.after).expect("in the language");
    assert_eq!(set.rules().rules().iter().map(|(_, rule)| rule.gain.points().0).sum::<i64>(), 10_000);
}

#[test]
fn what_is_ignored_earns_nothing() {
    let (rules, leads) = made_up();
    let rules = rules.replace("{\n}\n", "{\n  size >= 20 => +7\n}\n");
    let ignored = vec!["size".to_owned()];
    let suggestion =
        suggest(&rules, "won", &leads, Settings { ignored, ..SETTINGS }).expect("there is something to say");
    assert!(!suggestion.edited.after.contains("size >="), "{}", suggestion.edited.after);
    assert!(suggestion.lines.iter().all(|line| !line.contains("size")), "{:?}", suggestion.lines);
}

#[test]
fn nothing_is_suggested_from_nothing() {
    let (rules, leads) = made_up();
    let ignored = ["size", "land"].map(str::to_owned).to_vec();
    let none = suggest(&rules, "won", &leads, Settings { ignored, ..SETTINGS });
    assert!(matches!(none, Err(Refused::Nothing { .. })), "{none:?}");
    let few = suggest(&rules, "won", &Input::bytes("few", "id,size,land,dice,noise,won\na,1,BE,1,yes,yes\n"), SETTINGS);
    assert!(matches!(few, Err(Refused::TooFew { .. })), "{few:?}");
    let ignored = vec!["sizes".to_owned()];
    assert!(matches!(suggest(&rules, "won", &leads, Settings { ignored, ..SETTINGS }), Err(Refused::NoField(_))));
}

/// 1,200 leads for which `x` decides: the more of it, the surer. All have some, so the rule counts for each of them.
fn graded() -> Input {
    let mut csv = String::from("id,x,won\n");
    let mut state = 11_u64;
    let mut below = |end: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % end
    };
    for id in 0..1200 {
        let x = 1 + below(12);
        let won = if below(100) < 5 + 6 * x { "yes" } else { "no" };
        let _ = writeln!(csv, "L{id},{x},{won}");
    }
    Input::bytes("graded", csv)
}

#[test]
fn a_graded_rule_that_every_lead_meets_survives() {
    let lead = "leadrules 1\n\nlead {\n  id text key\n  x integer 0..\n  won yes/no, outcome\n}\n\nscore s 0..100 {\n";
    for rule in ["x => +5 each", "x => +5 each, up to 40", "x => +3 per 2", "x => +9 each, up to 900"] {
        let text = format!("{lead}  {rule}\n}}\n");
        let leads = graded();
        let after = match suggest(&text, "won", &leads, SETTINGS) {
            Ok(suggestion) => suggestion.edited.after,
            Err(Refused::Nothing { .. }) => text.clone(),
            Err(other) => panic!("{rule}: {other}"),
        };
        assert!(after.contains("\n  x => +") || after.contains("\n  x  => +"), "{after}");
        let (before, now) = (area(&text, "won", &leads, &SETTINGS), area(&after, "won", &leads, &SETTINGS));
        assert!(now >= before - 0.005 && now > 0.65, "{rule}: {before} before, {now} after\n{after}");
    }
}

/// Numbers below a limit, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// 3,000 leads with many fields, none of which says anything; different leads for each `seed`.
fn noise(seed: u64) -> Input {
    let mut dice = Dice(seed);
    let mut csv = String::from("id,a,b,c,d,e,f,g,h,won\n");
    for id in 0..3000 {
        let _ = write!(csv, "L{id}");
        for end in [40, 500, 7] {
            let number = dice.below(end);
            csv += &if dice.below(10) == 0 { ",".to_owned() } else { format!(",{number}") };
        }
        for end in [3, 12, 25] {
            let _ = write!(csv, ",o{}", dice.below(end));
        }
        for _ in 0..3 {
            csv += if dice.below(3) == 0 { ",yes" } else { ",no" };
        }
        csv.push('\n');
    }
    Input::bytes("noise", csv)
}

#[test]
fn noise_gives_no_rules_nineteen_times_of_twenty() {
    let options = |end: u64| (0..end).map(|at| format!("o{at}")).collect::<Vec<_>>().join(", ");
    let rules = format!(
        "leadrules 1\n\nlead {{\n  id text key\n  a integer\n  b integer\n  c integer\n  d choice {{ {} }}\n  \
         e choice {{ {} }}\n  f choice {{ {} }}\n  g yes/no\n  h yes/no\n  won yes/no, outcome\n}}\n\nscore fit \
         0..100 {{\n  a is known => +3\n  c >= 3 => +5\n}}\n",
        options(3),
        options(12),
        options(25)
    );
    let found = (0..20).filter(|seed| {
        let suggestion = suggest(&rules, "won", &noise(1000 + seed), SETTINGS);
        !matches!(suggestion, Err(Refused::Nothing { .. }))
    });
    assert!(found.count() <= 1, "rules from noise");
}

/// 3,000 leads that came day by day: `size` always decides; `rate` is the same throughout a month and meant something
/// only in the first months; `closed` is filled in for those that won; `origin` is often unknown, and leads without it
/// win more often.
fn over_time() -> (String, Input) {
    let mut dice = Dice(3);
    let mut csv = String::from("id,row,created,size,rate,closed,origin,won\n");
    for id in 0..3000_u64 {
        let (year, month, day) = (2024 + id / 1800, 1 + id / 150 % 12, 1 + id % 28);
        let (size, unknown) = (dice.below(50), dice.below(4) == 0);
        let rate = (month * 37) % 11;
        let early = if year == 2024 && rate > 5 { 20 } else { 0 };
        let share = 10 + size + early + if unknown { 15 } else { 0 };
        let won = dice.below(100) < share;
        let closed = if won { format!("{year}-{month:02}-{day:02}") } else { String::new() };
        let origin =
            if unknown { "" } else { ["Fair", "Mail", "Search"][usize::try_from(dice.below(3)).expect("small")] };
        let won = if won { "yes" } else { "no" };
        let _ = writeln!(csv, "L{id},{},{year}-{month:02}-{day:02},{size},{rate},{closed},{origin},{won}", id + 70_000);
    }
    let rules = "leadrules 1\n\nlead {\n  id text key\n  row integer\n  created date\n  size integer\n  rate integer\n  closed \
                 date\n  origin choice { Fair, Mail, Search }\n  won yes/no, outcome\n}\n\nscore fit 0..100 {\n}\n";
    (rules.to_owned(), Input::bytes("over time", csv))
}

#[test]
fn the_latest_are_held_out_and_what_only_says_when_is_left_aside() {
    let (rules, leads) = over_time();
    let suggestion = suggest(&rules, "won", &leads, SETTINGS).expect("there is something to say");
    assert!(suggestion.which.to_string().contains("`created` is 2025-"), "{}", suggestion.which);
    assert!((850..950).contains(&suggestion.held_out), "{}", suggestion.held_out);
    let aside: Vec<&str> = suggestion.left_aside.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(aside, ["row", "created", "rate"], "{:?}", suggestion.left_aside);
    assert!(suggestion.lines.iter().any(|line| line.contains("size")), "{:?}", suggestion.lines);
    assert!(suggestion.lines.iter().any(|line| line.starts_with("origin is unknown => +")), "{:?}", suggestion.lines);
    let by_key =
        suggest(&rules, "won", &leads, Settings { latest: false, ..SETTINGS }).expect("there is something to say");
    assert!(by_key.which.to_string().contains("--seed 1"), "{}", by_key.which);
}

#[test]
fn what_tells_too_much_is_named_and_left_out() {
    let (rules, leads) = over_time();
    let suggestion = suggest(&rules, "won", &leads, SETTINGS).expect("there is something to say");
    let [leak] = &suggestion.leaks[..] else { panic!("{:?}", suggestion.leaks) };
    assert_eq!((leak.field.as_str(), leak.used), ("closed", Used::No));
    assert!(leak.auc > 0.99 && leak.why.to_string().contains("the time of the outcome itself"), "{leak:?}");
    assert!(suggestion.lines.iter().all(|line| !line.contains("closed")), "{:?}", suggestion.lines);
    let trusted = Settings { trusted: vec!["closed".to_owned()], ..SETTINGS };
    assert_eq!(suggest(&rules, "won", &leads, trusted).expect("still").leaks[0].used, Used::Trusted);
}

/// 3,000 leads and what they did before and after they were decided. Recent visits and a recent demo decide; what they
/// did afterwards would give it away.
fn with_events() -> (String, Input, Input) {
    let mut dice = Dice(5);
    let (mut csv, mut log) = (String::from("id,decided,won\n"), String::from("lead,event,time,page,ok\n"));
    let day = |at: u64| format!("{}-{:02}-{:02}", 2024 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
    for id in 0..3000_u64 {
        let decided = 200 + dice.below(400);
        let mut warm = 0.0;
        for _ in 0..dice.below(6) {
            let spans = dice.below(7);
            let age = 30 * spans + 1;
            warm += [1.0, 0.5, 0.25, 0.125, 0.0625, 0.03, 0.015][usize::try_from(spans).expect("small")];
            // Texts as they may come.
            let page = ["\"a\"\"b\\c\"", "x # y", "é; {"][usize::try_from(dice.below(3)).expect("small")];
            let ok = ["yes", "no"][usize::try_from(dice.below(2)).expect("small")];
            let _ = writeln!(log, "L{id},visit,{},{page},{ok}", day(decided - age));
        }
        let demo = (dice.below(4) == 0).then(|| 1 + dice.below(150));
        if let Some(age) = demo {
            let _ = writeln!(log, "L{id},demo,{},,", day(decided - age));
        }
        for _ in 0..dice.below(4) {
            let _ = writeln!(log, "L{id},mail,{},,", day(decided - 1 - dice.below(190)));
        }
        let share = logistic(-2.8 + 1.2 * warm + if demo.is_some_and(|age| age <= 30) { 2.0 } else { 0.0 });
        let won = f64::from(u32::try_from(dice.below(1000)).expect("small")) < 1000.0 * share;
        if won {
            for after in 0..5 {
                let _ = writeln!(log, "L{id},mail,{},,", day(decided + after));
            }
        }
        let _ = writeln!(csv, "L{id},{},{}", day(decided), if won { "yes" } else { "no" });
    }
    let rules = "leadrules 1\n\nlead {\n  id text key\n  decided date, outcome\n  won yes/no, outcome\n}\n\nevents {\n  visit { page \
                 text; ok yes/no }\n  demo\n  mail\n}\n\nscore heat 0..100 {\n}\n";
    (rules.to_owned(), Input::bytes("leads", csv), Input::bytes("log", log))
}

#[test]
fn the_event_log_gives_rules_as_one_would_write_them() {
    let (text, leads, log) = with_events();
    let loaded = loaded(&text);
    let (rules, outcome) = outcome::read(&loaded, "won").expect("the outcome can be used");
    let options = ReadOptions::default();
    let events = EventSource::Log(&log, &options);
    let request = Request {
        rules: &rules,
        leads: &leads,
        options: &options,
        events,
        keep: &[],
        as_of: 0,
        rule_points: true,
        trace: true,
        accounts: None,
    };
    let tried =
        candidates(rules.log.as_ref().expect("a log"), &Seen::read(&request).expect("it can be read"), Quoted::Texts);
    let settings = Settings { at: Some("decided".to_owned()), ..SETTINGS };
    let mut learner = Learner::new(&rules, settings, tried).expect("a score of rules");
    let (at, fields) = (Some("decided"), Fields::All);
    let wanted = Wanted { request, whom: Whom::Leads, outcome: Some(&outcome), at, asked: &[], draw: false, fields };
    sample::each(&wanted, &mut |part| learner.add(&part), &mut |_| ()).expect("they can be read");
    let mut tries = Vec::new();
    let mut try_lines = |trial: &Trial<'_>| {
        let (rules, outcome) =
            outcome::read(&with_trials(&loaded, trial.lines), "won").expect("lines that are tried are in the language");
        let mut times = [Times::new(&rules, &trial.rows), Times::new(&rules, &trial.rows)];
        let wanted = Wanted { request: Request { rules: &rules, ..request }, outcome: Some(&outcome), ..wanted };
        sample::some(&wanted, &trial.rows, &mut |part| times[0].add(&part), &mut |_| ()).expect("they can be read");
        sample::each(&wanted, &mut |part| times[1].add(&part), &mut |_| ()).expect("they can be read");
        let [some, all] = times.map(Times::finish);
        assert_eq!(some, all, "a few leads by themselves get what they get among all");
        tries.push((trial.lines.len(), trial.is_choice));
        Ok::<_, Refused>(all)
    };
    let suggestion = learner.finish(&loaded, &outcome, &mut try_lines).expect("there is something to say");
    assert!(tries[0].0 > tries[1].0 && tries[0].1 && !tries[1].1, "many lines are tried, then a few: {tries:?}");
    let lines = suggestion.lines.join("\n");
    assert!(suggestion.lines.len() <= 4 && !lines.contains("mail"), "{lines}");
    assert!(lines.contains("visit => +") && lines.contains("halving every 30 days"), "{lines}");
    assert!(lines.contains("demo in last 30 days => +"), "{lines}");
    assert!(is_canonical(&suggestion.edited.after), "{}", suggestion.edited.after);
}

#[test]
fn moments_of_one_kind_of_lead_are_refused() {
    let (_, leads) = over_time();
    let rules = "leadrules 1\n\nlead {\n  id text key\n  closed date, outcome\n  size integer\n  won yes/no, outcome\n}\n\nscore fit \
                 0..100 {\n}\n";
    let loaded = loaded(rules);
    let (rules, outcome) = outcome::read(&loaded, "won").expect("the outcome can be used");
    let settings = Settings { at: Some("closed".to_owned()), ..SETTINGS };
    let mut learner = Learner::new(&rules, settings, Vec::new()).expect("a score of rules");
    let options = ReadOptions::default();
    let events = EventSource::None;
    let request = Request {
        rules: &rules,
        leads: &leads,
        options: &options,
        events,
        keep: &[],
        as_of: 0,
        rule_points: true,
        trace: true,
        accounts: None,
    };
    let wanted = Wanted {
        request,
        whom: Whom::Leads,
        outcome: Some(&outcome),
        at: Some("closed"),
        asked: &[],
        draw: false,
        fields: Fields::All,
    };
    sample::each(&wanted, &mut |part| learner.add(&part), &mut |_| ()).expect("they can be read");
    let refused = learner.finish(&loaded, &outcome, &mut untried).expect_err("losers have no moment");
    assert!(
        refused.to_string().contains("`closed` is known of 100.0 % of the leads that converted and of 0.0 %"),
        "{refused}"
    );
}

/// Leads of two years: `x` meant one thing until the last third, and the opposite from then on; `y` always meant the
/// same.
fn turned() -> String {
    let mut dice = Dice(9);
    let mut csv = String::from("id,created,x,y,won\n");
    for id in 0..3000_u64 {
        let (x, y) = (dice.below(100), dice.below(10));
        let for_it = if id < 2080 { x >= 50 } else { x < 50 };
        let share = 10 + 4 * y + if for_it { 40 } else { 0 };
        let won = if dice.below(100) < share { "yes" } else { "no" };
        let _ = writeln!(csv, "L{id},{}-{:02}-{:02},{x},{y},{won}", 2024 + id / 1500, 1 + id / 125 % 12, 1 + id % 28);
    }
    csv
}

#[test]
fn what_ranks_worse_is_written_only_if_the_user_insists() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("suggest-worse");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    let rules = "leadrules 1\n\nlead {\n  id       text key\n  created  date\n  x        integer 0..\n  y        integer 0..\n  won      \
                 yes/no, outcome\n}\n\nscore fit 0..100 {\n  y  => +5 each\n}\n";
    std::fs::write(folder.join("my.leadrules"), rules).expect("it can be written");
    std::fs::write(folder.join("leads.csv"), turned()).expect("it can be written");
    let run = |more: &[&str]| {
        let call =
            [&["suggest", "my.leadrules", "leads.csv", "--outcome", "won", "--as-of", "2026-01-01"][..], more].concat();
        let done = crate::files::program().current_dir(&folder).args(call).output();
        let done = done.expect("the program is there");
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    for option in ["-o", "--patch"] {
        let name = if option == "-o" { "new.leadrules" } else { "new.patch" };
        let (code, said) = run(&[option, name]);
        assert!(
            code == Some(1) && said.contains("ranks worse as suggested (AUC 0.") && said.contains("--force"),
            "{said}"
        );
        assert!(!folder.join(name).exists(), "{name} was not to be written");
        assert_eq!(run(&[option, name, "--force"]).0, Some(0));
        assert!(folder.join(name).exists(), "{name} was to be written");
    }
    // Merely looking at it is fine.
    assert_eq!(run(&[]).0, Some(0));
}
