//! What is suggested can be used: in the language, in canonical form, within the limits asked for, and better on leads that
//! nothing was learnt from.

use std::fmt::Write as _;

use leadrules::RuleSet;
use leadrules_decide::backtest::{self, Judge};
use leadrules_decide::outcome::{self, Outcome};
use leadrules_decide::sample::{self, Part, Wanted};
use leadrules_decide::suggest::{Learner, Refused, Settings, Suggestion, is_held_out};
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::run::{EventSource, Fields, Request};
use leadrules_language::format;
use leadrules_language::ir::{Part as RulePart, Rules};
use leadrules_language::load::{self, Loaded};
use leadrules_language::parse;
use leadrules_language::source::Sources;
use leadrules_language::types::Truth;

use crate::files;

const SETTINGS: Settings = Settings {
    score: None,
    ignored: Vec::new(),
    rules: 25,
    holdout: 0.3,
    seed: 1,
    keep_signs: false,
    signs_of: Vec::new(),
};

fn loaded(text: &str) -> Loaded {
    load::load("my.leadrules", text.to_owned(), &mut |path| Err(format!("there is no {path}")))
}

fn each(rules: &Rules, outcome: &Outcome, leads: &Input, take: &mut dyn FnMut(Part)) {
    let options = ReadOptions::default();
    let (events, as_of) = (EventSource::None, 1_795_000_000_000_000);
    let request = Request { rules, leads, options: &options, events, keep: &[], as_of, rule_points: true, trace: true };
    let wanted = Wanted { request, outcome: Some(outcome), at: None, fields: Fields::All };
    sample::each(&wanted, take, &mut |_| ()).expect("the leads can be read");
}

fn suggest(text: &str, condition: &str, leads: &Input, settings: Settings) -> Result<Suggestion, Refused> {
    let loaded = loaded(text);
    let (rules, outcome) = outcome::read(&loaded, condition).expect("the outcome can be used");
    let mut learner = Learner::new(&rules, settings)?;
    each(&rules, &outcome, leads, &mut |part| learner.add(&part));
    learner.finish(&loaded, &outcome)
}

/// How well the first score of a rule file ranks the leads that are held out.
fn area(text: &str, condition: &str, leads: &Input, settings: &Settings) -> f64 {
    let (rules, outcome) = outcome::read(&loaded(text), condition).expect("the outcome can be used");
    let mut judge = Judge::new(&rules);
    each(&rules, &outcome, leads, &mut |mut part| {
        for (key, outcome) in part.leads.keys.iter().zip(&mut part.outcome) {
            if !is_held_out(key.unwrap_or_default(), settings.seed, settings.holdout) {
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
                // The range holds whatever a lead can have.
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

/// 4,000 leads of which `size` (10 and more) and `land` (not DE) decide, and `dice` and `noise` say nothing.
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
    // The best lead has all points that the score can give.
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
    assert!(matches!(none, Err(Refused::Nothing)), "{none:?}");
    let few = suggest(&rules, "won", &Input::bytes("few", "id,size,land,dice,noise,won\na,1,BE,1,yes,yes\n"), SETTINGS);
    assert!(matches!(few, Err(Refused::TooFew { .. })), "{few:?}");
    let ignored = vec!["sizes".to_owned()];
    assert!(matches!(suggest(&rules, "won", &leads, Settings { ignored, ..SETTINGS }), Err(Refused::NoField(_))));
}

/// 1,200 leads of which `x` decides: the more of it, the surer. All have some, so the rule counts for each of them.
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
            Err(Refused::Nothing) => text.clone(),
            Err(other) => panic!("{rule}: {other}"),
        };
        assert!(after.contains("\n  x => +") || after.contains("\n  x  => +"), "{after}");
        let (before, now) = (area(&text, "won", &leads, &SETTINGS), area(&after, "won", &leads, &SETTINGS));
        assert!(now >= before - 0.005 && now > 0.65, "{rule}: {before} before, {now} after\n{after}");
    }
}
