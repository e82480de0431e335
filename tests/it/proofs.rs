//! Holds the proofs to exhaustive enumeration: on small rule files made up from seeds, every lead that could exist is
//! scored by the reference evaluator, and least, most, totals, stages and promises must be the same, with none
//! undecided.

mod among;
mod claims;
mod companies;
mod rare;
mod small;
mod times;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use leadrules_language::analyze::{self, Promised, Reach, Witness};
use leadrules_language::calendar::Instant;
use leadrules_language::check::Checked;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::reference::{Lead, LeadOutcome, evaluate};
use leadrules_language::types::Truth;

use self::rare::Known;
use crate::generate::{self, Dice};
use crate::properties::number;
use crate::rules::{self, read};
use crate::share;

/// What all leads together get.
#[derive(Default)]
struct All {
    totals: Vec<BTreeSet<Points>>,
    unknown: Vec<bool>,
    stages: BTreeSet<StageId>,
    broken: BTreeSet<usize>,
}

impl All {
    fn note(&mut self, outcome: &LeadOutcome) {
        self.totals.resize(outcome.scores.len(), BTreeSet::new());
        self.unknown.resize(outcome.scores.len(), false);
        for (at, score) in outcome.scores.iter().enumerate() {
            match score.points {
                Some(points) => _ = self.totals[at].insert(points),
                None => self.unknown[at] = true,
            }
        }
        self.stages.insert(outcome.stage);
        for (at, lines) in outcome.promises.iter().enumerate() {
            if lines.contains(&false) {
                self.broken.insert(at);
            }
        }
    }
}

fn enumerated(rules: &Rules, leads: &small::Leads) -> All {
    let mut all = All::default();
    for lead in &leads.leads {
        for events in &leads.events {
            all.note(&evaluate(rules, leads.as_of, lead, rules.log.is_some().then_some(events)));
        }
    }
    all
}

fn compare(text: &str, rules: &Rules, leads: &small::Leads) -> Result<(), String> {
    let all = enumerated(rules, leads);
    let proof = analyze::prove(rules, leads.as_of);
    let wrong = |what: String| Err(format!("{what}\n{text}"));
    for (at, score) in proof.scores.iter().enumerate() {
        let name = &rules.scores[at].name;
        let (Some(least), Some(most)) = (all.totals[at].first(), all.totals[at].last()) else {
            match score.most {
                Reach::Never => continue,
                _ => return wrong(format!("{name} is never known, but {:?}", score.most)),
            }
        };
        for (what, expected, found) in [("least", least, &score.least), ("most", most, &score.most)] {
            let Reach::Proved((points, witness)) = found else {
                return wrong(format!("{what} of {name} is {expected}, but {found:?}"));
            };
            if points != expected || witness.outcome(rules).scores[at].points != Some(*expected) {
                return wrong(format!("{what} of {name} is {expected}, but {points} is proved"));
            }
        }
        let Reach::Proved(totals) = &score.totals else {
            return wrong(format!("totals of {name}: {:?}", score.totals));
        };
        let expected: Vec<Points> = all.totals[at].iter().copied().collect();
        if *totals != expected {
            return wrong(format!("totals of {name} are {expected:?}, but {totals:?} are proved"));
        }
    }
    for stage in &proof.stages {
        let name = rules.stages.name(stage.stage);
        match (&stage.reached, all.stages.contains(&stage.stage)) {
            (Reach::Never, false) => {}
            (Reach::Proved(witness), true) if witness.outcome(rules).stage == stage.stage => {}
            (found, reached) => return wrong(format!("stage {name} is reached: {reached}, but {found:?}")),
        }
    }
    for (at, promise) in proof.promises.iter().enumerate() {
        match (promise, all.broken.contains(&at)) {
            (Promised::Kept, false) => {}
            (Promised::Broken(line, witness), true) if !witness.outcome(rules).promises[at][*line] => {}
            (found, broken) => return wrong(format!("promise {at} is broken: {broken}, but {found:?}")),
        }
    }
    written_again(rules, &proof).or_else(wrong)
}

/// A witness written as a test reads back as the same lead.
fn written_again(rules: &Rules, proof: &analyze::Proof) -> Result<(), String> {
    let mut witnesses: Vec<&Witness> = Vec::new();
    for score in &proof.scores {
        for end in [&score.least, &score.most] {
            if let Reach::Proved((_, witness)) = end {
                witnesses.push(witness);
            }
        }
    }
    let sources = &rules.sources;
    let (_, main) = sources.iter().next().expect("the file");
    for witness in witnesses.into_iter().filter(|witness| witness.is_writable()) {
        let outcome = witness.outcome(rules);
        let expected = vec![format!("stage is {}", small::stage_name(rules, outcome.stage))];
        let text = format!("{}\n{}", main.text, witness.as_test(rules, "a witness", &expected));
        let checked = read("again", text.clone());
        let Some(again) = &checked.rules else {
            return Err(format!("{}\n{text}", rules::rendered(&checked, &checked.findings)));
        };
        let test = again.tests.last().expect("it was written");
        let (truths, other) = leadrules_language::reference::test(again, test);
        if truths.iter().any(|truth| *truth != Truth::True) || other.scores != outcome.scores {
            return Err(format!("comes out otherwise when it is written:\n{}", witness.lines(rules).join("\n")));
        }
    }
    Ok(())
}

fn run(files: impl Iterator<Item = u64>, make: fn(&mut Dice) -> small::File) {
    let mut wrong = Vec::new();
    for seed in files {
        let file = make(&mut Dice(seed));
        let checked = read("small", file.text.clone());
        let Some(rules) = &checked.rules else {
            panic!("{}\n{}", rules::rendered(&checked, &checked.findings), file.text)
        };
        let leads = small::leads(rules, &file);
        if let Err(difference) = compare(&file.text, rules, &leads) {
            wrong.push(format!("seed {seed}: {difference}"));
        }
    }
    let heads: Vec<&str> = wrong.iter().map(|text| text.lines().next().unwrap_or("")).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}\nthe first:\n{}", wrong.len(), heads.join("\n"), wrong[0]);
}

#[test]
fn proofs_on_fields_are_those_of_all_leads() {
    run(share::of(0..300), small::of_fields);
}

#[test]
fn proofs_on_counts_of_events_are_those_of_all_leads() {
    run(share::of(1000..1050), small::of_events);
}

#[test]
fn proofs_on_what_counts_once_are_those_of_all_leads() {
    run(share::of(3000..3060), small::of_once);
}

#[test]
fn proofs_on_days_that_windows_cut_are_those_of_all_leads() {
    run(share::of(4000..4080), small::of_cut_days);
}

#[test]
fn as_many_days_and_pages_as_count_are_told_apart() {
    for (bucket, most, is_sure) in [("day", 100, true), ("page", 100, true), ("month", 150, true), ("day", 1000, false)]
    {
        let text = format!(
            "leadrules 1\nlead {{\n  id text key\n}}\nevents {{\n  visit {{ page text }}\n}}\nscore heat {{\n  \
             visit => +1 once per {bucket}, up to {most}\n}}\nstages {{\n  heat >= {most} => Best\n}}\n"
        );
        let checked = read("many", text);
        let rules = rules::usable(&checked);
        let proof = analyze::prove(rules, rules.zone.parse_as_of("2026-11-28").expect("a day"));
        match &proof.scores[0].most {
            Reach::Proved((points, _)) => assert!(is_sure && points.0 == most * 100, "{bucket}: {points}"),
            other => assert!(!is_sure, "{bucket}: {other:?}"),
        }
        assert!(!matches!(proof.stages[1].reached, Reach::Never), "{bucket}: {most} can be reached");
    }
}

/// Where some leads are not tried, or much is undecided: nothing that is claimed is refuted by those that are tried.
fn run_unrefuted(files: impl Iterator<Item = u64>, make: fn(&mut Dice) -> small::File) {
    let mut wrong = Vec::new();
    for seed in files {
        let file = make(&mut Dice(seed));
        let checked = read("small", file.text.clone());
        let rules = rules::usable(&checked);
        let leads = small::leads(rules, &file);
        let of =
            |lead: &Lead| leads.events.iter().map(|events| (lead.clone(), Some(events.clone()))).collect::<Vec<_>>();
        let all: Vec<Known> = leads.leads.iter().flat_map(of).collect();
        let claims = false_claims(&checked, leads.as_of, &all, &mut Asked::default());
        if let Some(first) = claims.first() {
            wrong.push(format!("seed {seed}: {first}\n{}", file.text));
        }
    }
    let heads: Vec<&str> = wrong.iter().map(|text| text.lines().next().unwrap_or("")).collect();
    assert!(wrong.is_empty(), "{} refuted:\n{}\nthe first:\n{}", wrong.len(), heads.join("\n"), wrong[0]);
}

#[test]
fn proofs_on_points_that_fade_once_a_day_are_refuted_by_no_lead() {
    run_unrefuted(share::of(5000..5060), small::of_fading_days);
}

#[test]
fn proofs_on_what_counts_once_in_windows_are_refuted_by_no_lead() {
    run_unrefuted(share::of(6000..6100), small::of_once_in_windows);
}

#[test]
fn proofs_on_points_that_fade_are_those_of_all_leads() {
    run(share::of(2000..2120), small::of_fading);
}

/// The file after an edit: a digit has changed, or a line is gone.
fn edited(text: &str, dice: &mut Dice) -> String {
    let (head, tail) = text.split_at(text.find("score fit").expect("a file has scores"));
    let tail = if dice.one_in(3) {
        let lines: Vec<&str> = tail.lines().collect();
        let rules: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains("=>")).collect();
        let gone = rules[dice.below(rules.len())];
        let left = lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| *line);
        left.collect::<Vec<_>>().join("\n")
    } else {
        let digits: Vec<usize> = tail.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[dice.below(digits.len())];
        let other = dice.pick(&["0", "1", "3", "6", "9"]);
        format!("{}{other}{}", &tail[..at], &tail[at + 1..])
    };
    format!("{head}{tail}\n")
}

fn differ(old: &Rules, new: &Rules, leads: &small::Leads) -> Result<(), String> {
    let mut moves: BTreeSet<(StageId, StageId)> = BTreeSet::new();
    let mut scores: BTreeSet<String> = BTreeSet::new();
    for lead in &leads.leads {
        for events in &leads.events {
            let came = |rules: &Rules| evaluate(rules, leads.as_of, lead, rules.log.is_some().then_some(events));
            let (was, is) = (came(old), came(new));
            moves.insert((was.stage, is.stage));
            for (at, score) in old.scores.iter().enumerate() {
                let there = new.scores.iter().position(|other| other.name == score.name);
                if there.is_some_and(|there| was.scores[at].points != is.scores[there].points) {
                    scores.insert(score.name.clone());
                }
            }
        }
    }
    let found = analyze::differences(old, new, leads.as_of).map_err(|why| why.to_string())?;
    for one in &found.moves {
        let is_there = moves.contains(&(one.before, one.after));
        match (&one.found, is_there) {
            (Reach::Never, false) => {}
            (Reach::Proved(seen), true)
                if seen.before.outcome(old).stage == one.before && seen.after.outcome(new).stage == one.after => {}
            (other, _) => return Err(format!("{:?} to {:?}: {is_there}, but {other:?}", one.before, one.after)),
        }
    }
    for (name, found) in &found.scores {
        match (found, scores.remove(name)) {
            (Reach::Never, false) | (Reach::Proved(_), true) => {}
            (other, differs) => return Err(format!("{name} differs: {differs}, but {other:?}")),
        }
    }
    if scores.is_empty() { Ok(()) } else { Err(format!("{scores:?} differ and are taken for the same")) }
}

#[test]
fn what_can_move_is_what_moves_among_all_leads() {
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for (seeds, make) in [(0..240, small::of_fields as fn(&mut Dice) -> small::File), (1000..1025, small::of_events)] {
        for seed in share::of(seeds) {
            let mut dice = Dice(seed);
            let file = make(&mut dice);
            let other = edited(&file.text, &mut dice);
            let (old, new) = (read("old", file.text.clone()), read("new", other.clone()));
            let (Some(old), Some(new)) = (&old.rules, &new.rules) else { continue };
            compared += 1;
            if let Err(difference) = differ(old, new, &small::leads(old, &file)) {
                wrong.push(format!("seed {seed}: {difference}\n{}\n{other}", file.text));
            }
        }
    }
    let heads: Vec<&str> = wrong.iter().map(|text| text.lines().next().unwrap_or("")).collect();
    assert!(compared > share::of_number(150), "only {compared} pairs of files could be made");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}\nthe first:\n{}", wrong.len(), heads.join("\n"), wrong[0]);
}

/// One rule on visits, one stage.
fn on_visits(list: &str, condition: &str) -> String {
    format!(
        "leadrules 1\nlead {{\n  id text key\n}}\nevents {{\n  visit {{ page text }}\n}}\n{list}\
         score s {{\n  {condition} => +10\n}}\nstages {{\n  s >= 10 => Hot\n}}\n"
    )
}

#[test]
fn filters_with_the_same_letters_and_other_lists_ask_other_things() {
    let text = |page: &str| on_visits(&format!("list targets {{ \"{page}\" }}\n"), "visit where page in targets");
    let (old, new) = (read("old", text("pricing")), read("new", text("demo")));
    let (old, new) = (rules::usable(&old), rules::usable(&new));
    let as_of = old.zone.parse_as_of("2026-01-01").expect("a day");
    let found = analyze::differences(old, new, as_of).expect("they can be compared");
    let moves: Vec<(&str, &str)> = (found.moves.iter())
        .filter(|one| matches!(one.found, Reach::Proved(_)))
        .map(|one| (old.stages.name(one.before), new.stages.name(one.after)))
        .collect();
    assert_eq!(moves, [("contact", "Hot"), ("Hot", "contact")], "{found:?}");
    assert!(matches!(found.scores.as_slice(), [(_, Reach::Proved(_))]), "{found:?}");
}

/// The cases about promises: which of theirs are broken, each by a lead that the reference confirms, and which are kept.
#[test]
fn promises_of_the_cases_are_kept_or_broken() {
    for (case, broken) in [
        ("never-and-always", &[false][..]),
        ("counts-without-an-end", &[true]),
        ("points-that-fade-for-years", &[true, true]),
        ("values-that-stand-for-an-empty-cell", &[false, true]),
    ] {
        let checked = rules::read_file(format!("tests/cases/promises/{case}.leadrules").as_ref());
        let rules = rules::usable(&checked);
        let as_of = rules.zone.parse_as_of("2026-11-23").expect("a day");
        let proof = analyze::prove(rules, as_of);
        for (at, promise) in proof.promises.iter().enumerate() {
            match promise {
                Promised::Kept => assert!(!broken[at], "{case}: promise {at} is kept"),
                Promised::Broken(line, witness) => {
                    assert!(
                        broken[at] && !witness.outcome(rules).promises[at][*line],
                        "{case}: promise {at} is broken"
                    );
                }
                Promised::Undecided(why) => panic!("{case}: promise {at} is not decided: {why}"),
            }
        }
        assert_eq!(proof.promises.len(), broken.len(), "{case}");
        for stage in &proof.stages {
            let is_never = matches!(stage.reached, Reach::Never);
            let is_empty = case == "values-that-stand-for-an-empty-cell" && rules.stages.name(stage.stage) == "Hot";
            assert_eq!(is_never, is_empty, "{case}: {:?}", stage.stage);
        }
    }
}

#[test]
fn what_is_read_otherwise_is_not_the_same() {
    let text = |columns: &str| {
        format!(
            "leadrules 1\nlead {{\n  id text key\n  employees integer 0..1000{columns}\n}}\nscore s 0..50 {{\n  employees ..9 => +20\n}}\n\
             stages {{\n  s >= 20 => Small\n}}\n"
        )
    };
    let old = read("old", text(""));
    let old = rules::usable(&old);
    let as_of = old.zone.parse_as_of("2026-11-23").expect("a day");
    for (columns, same) in [("", Some(true)), (", missing 0", None), (", from \"Staff\"", None)] {
        let new = read("new", text(columns));
        let found = leadrules_decide::diff::possible(old, rules::usable(&new), as_of);
        assert_eq!((found.same, found.read_otherwise.is_some()), (same, same.is_none()), "{columns}: {found:?}");
        assert!(found.moves.is_empty(), "{columns}: {found:?}");
    }
}

#[test]
fn filters_that_differ_in_the_blanks_of_a_text_ask_other_things() {
    let text = on_visits("", "visit where page is \"a  b\" and not (visit where page is \"a b\")");
    let checked = rules::check("blanks", text);
    assert!(checked.findings.is_empty(), "{}", rules::rendered(&checked, &checked.findings));
}

/// How many questions were asked, and how many were not decided, by reason.
#[derive(Default)]
struct Asked {
    all: usize,
    undecided: BTreeMap<String, usize>,
}

impl Asked {
    fn note<T>(&mut self, reach: &Reach<T>) {
        self.all += 1;
        if let Reach::Undecided(_, reason) = reach {
            self.undecided(&reason.to_string());
        }
    }

    fn add(&mut self, other: Self) {
        self.all += other.all;
        for (reason, count) in other.undecided {
            *self.undecided.entry(reason).or_default() += count;
        }
    }

    /// Counts a reason, ignoring the author's words in it.
    fn undecided(&mut self, reason: &str) {
        let plain: Vec<&str> =
            reason.split('`').enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, text)| text).collect();
        *self.undecided.entry(plain.join("…")).or_default() += 1;
    }

    fn shown(&self) -> String {
        let all: usize = self.undecided.values().sum();
        let reasons: String = self.undecided.iter().map(|(reason, count)| format!("\n  {count} {reason}")).collect();
        format!("{all} of {} questions undecided{reasons}", self.all)
    }
}

/// What is claimed about a rule set and proved false by these leads: `cannot`, `always`, `kept`.
fn false_claims(checked: &Checked, as_of: Instant, leads: &[Known], asked: &mut Asked) -> Vec<String> {
    let rules = rules::usable(checked);
    let came: Vec<LeadOutcome> =
        leads.iter().map(|(lead, events)| evaluate(rules, as_of, lead, events.as_deref())).collect();
    let mut wrong = Vec::new();
    let proof = analyze::prove(rules, as_of);
    for (at, score) in proof.scores.iter().enumerate() {
        let name = &rules.scores[at].name;
        for end in [&score.least, &score.most] {
            asked.note(end);
        }
        for points in came.iter().filter_map(|outcome| outcome.scores[at].points) {
            for (end, is_least) in [(&score.least, true), (&score.most, false)] {
                match end {
                    Reach::Never => wrong.push(format!("{name} is never known, but {points}")),
                    Reach::Proved((end, _)) if if is_least { *end > points } else { *end < points } => {
                        wrong.push(format!(
                            "{} of {name} is {end}, but {points}",
                            if is_least { "least" } else { "most" }
                        ));
                    }
                    Reach::Proved(_) | Reach::Undecided(..) => {}
                }
            }
            match &score.totals {
                Reach::Proved(totals) if !totals.contains(&points) => {
                    wrong.push(format!("{name} never totals {points}"));
                }
                Reach::Never => wrong.push(format!("{name} has no totals")),
                Reach::Proved(_) | Reach::Undecided(..) => {}
            }
        }
    }
    for stage in &proof.stages {
        asked.note(&stage.reached);
        let reached = came.iter().any(|outcome| outcome.stage == stage.stage);
        if reached && matches!(stage.reached, Reach::Never) {
            wrong.push(format!("no lead is {}", rules.stages.name(stage.stage)));
        }
    }
    for (at, promise) in proof.promises.iter().enumerate() {
        asked.all += 1;
        if let Promised::Undecided(reason) = promise {
            asked.undecided(&reason.to_string());
        }
        if matches!(promise, Promised::Kept) && came.iter().any(|outcome| outcome.promises[at].contains(&false)) {
            wrong.push(format!("promise {at} is kept"));
        }
    }
    wrong.extend(claims::refuted(checked, as_of, leads, &came));
    wrong
}

/// What `diff` claims about two rule sets and these leads prove false: that none makes a move, that scores mean the
/// same.
fn false_sameness(old: &Rules, new: &Rules, as_of: Instant, came: &[(LeadOutcome, LeadOutcome)]) -> Vec<String> {
    let Ok(differences) = analyze::differences(old, new, as_of) else { return Vec::new() };
    let mut wrong = Vec::new();
    for one in differences.moves.iter().filter(|one| matches!(one.found, Reach::Never)) {
        if came.iter().any(|(was, is)| (was.stage, is.stage) == (one.before, one.after)) {
            wrong.push(format!("no lead moves from {:?} to {:?}", one.before, one.after));
        }
    }
    for (at, score) in new.scores.iter().enumerate() {
        let Some(before) = old.scores.iter().position(|other| other.name == score.name) else { continue };
        let differs = came.iter().any(|(was, is)| was.scores[before].points != is.scores[at].points);
        let found = differences.scores.iter().find(|(name, _)| *name == score.name);
        if differs && !found.is_some_and(|(_, found)| !matches!(found, Reach::Never)) {
            wrong.push(format!("{} means the same in both", score.name));
        }
    }
    wrong
}

fn refuted(file: &rare::Planted, asked: &mut Asked) -> Option<Vec<String>> {
    let (after, before) = (read("rare", file.text.clone()), read("rare", file.before.clone()));
    let (rules, old) = (after.rules.as_ref()?, before.rules.as_ref()?);
    let mut wrong = false_claims(&after, file.as_of, &file.leads, asked);
    let came = |(lead, events): &Known| {
        let of = |rules: &Rules| evaluate(rules, file.as_of, lead, events.as_deref());
        (of(old), of(rules))
    };
    let came: Vec<(LeadOutcome, LeadOutcome)> = file.leads.iter().map(came).collect();
    wrong.extend(false_sameness(old, rules, file.as_of, &came));
    Some(wrong)
}

/// How many files are made up: few here, 60 in the gate, 500 in `.ci/all`, any number by hand (`LEADRULES_PLANTED`).
fn files() -> u64 {
    number("LEADRULES_PLANTED", share::of_number(30))
}

/// The seeds for this many files.
fn seeds(count: u64) -> std::ops::Range<u64> {
    let first = number("LEADRULES_SEED", 0);
    first..first + count
}

/// Holds what is proved about made-up files against their leads.
fn unrefuted(make: fn(u64) -> Option<rare::Planted>) {
    let next = AtomicU64::new(seeds(files()).start);
    let found = Mutex::new((Vec::new(), 0, Asked::default()));
    let search = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if !seeds(files()).contains(&seed) {
                return;
            }
            let mut questions = Asked::default();
            let Some(file) = make(seed) else { continue };
            let Some(false_claims) = refuted(&file, &mut questions) else { continue };
            let mut found = found.lock().expect("no search panicked");
            found.1 += 1;
            found.2.add(questions);
            if !false_claims.is_empty() {
                let lead = &file.leads[0];
                found.0.push(format!("seed {seed}: {}\n{}\n{lead:?}", false_claims.join("; "), file.text));
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| (0..threads).for_each(|_| _ = scope.spawn(search)));
    let (mut wrong, asked, questions) = found.into_inner().expect("no search panicked");
    wrong.sort_unstable();
    let heads: Vec<&str> = wrong.iter().map(|text| text.lines().next().unwrap_or("")).collect();
    assert!(wrong.is_empty(), "{} of {asked} refuted:\n{}\nthe first:\n{}", wrong.len(), heads.join("\n"), wrong[0]);
    assert!(asked * 10 > files() * 8, "only {asked} of {} files could be read", files());
    println!("{asked} files, {}", questions.shown());
}

#[test]
fn no_lead_refutes_what_is_proved() {
    unrefuted(rare::planted);
}

#[test]
fn no_lead_refutes_what_is_proved_about_times() {
    unrefuted(times::planted);
}

/// Numbers in a rule file stay below this many hundredths: points may be more.
const WRITABLE: u64 = 100_000_000_000_000;

/// Promises that no lead has exactly the points, the stage and the label that one of these leads has.
fn exactly(rules: &Rules, as_of: Instant, leads: &[Known]) -> String {
    let line = |(at, (lead, events)): (usize, &Known)| {
        let outcome = evaluate(rules, as_of, lead, events.as_deref());
        let points = rules.scores.iter().zip(&outcome.scores);
        let written = points.filter_map(|(score, points)| match points.points {
            Some(points) if points.0.unsigned_abs() < WRITABLE => Some(format!("{} = {points}", score.name)),
            Some(_) => None,
            None => Some(format!("{} is unknown", score.name)),
        });
        let mut parts: Vec<String> = written.collect();
        if outcome.stage != StageId::Excluded && !rules.stages.steps.is_empty() {
            parts.push(format!("stage is \"{}\"", rules.stages.name(outcome.stage)));
        }
        let promise = format!("promise \"planted {at}\" {{ never {} }}\n", parts.join(" and "));
        if parts.is_empty() { String::new() } else { promise }
    };
    leads.iter().take(4).enumerate().map(line).collect()
}

#[test]
fn no_lead_of_made_up_data_refutes_what_is_proved() {
    let (mut wrong, mut asked, mut questions) = (Vec::new(), 0, Asked::default());
    for seed in seeds(files() / 5) {
        let seeds = generate::some(seed);
        let checked = read("made up", generate::file(&seeds));
        let Some(rules) = &checked.rules else { continue };
        let as_of = generate::as_of(&seeds, rules);
        // Proofs assume that it is known what a lead did.
        let mut data = generate::data(&seeds, rules);
        data.leads.retain(|(key, _)| key.is_some());
        if data.events.is_none() && rules.log.is_some() {
            continue;
        }
        let data = data.without_repeats();
        let leads: Vec<Known> =
            data.leads.iter().map(|(key, lead)| (lead.clone(), data.events_of(key.as_deref()))).collect();
        let text = format!("{}{}", generate::file(&seeds), exactly(rules, as_of, &leads));
        let planted = read("made up", text.clone());
        assert!(planted.rules.is_some(), "{}\n{text}", rules::rendered(&planted, &planted.findings));
        let false_claims = false_claims(&planted, as_of, &leads, &mut questions);
        asked += 1;
        if !false_claims.is_empty() {
            wrong.push(format!("seed {seed}: {}\n{text}", false_claims.join("; ")));
        }
    }
    let heads: Vec<&str> = wrong.iter().map(|text| text.lines().next().unwrap_or("")).collect();
    assert!(wrong.is_empty(), "{} of {asked} refuted:\n{}\nthe first:\n{}", wrong.len(), heads.join("\n"), wrong[0]);
    println!("{asked} files, {}", questions.shown());
}

#[test]
fn proofs_on_accounts_are_refuted_by_no_company() {
    let mut all = among::Count::default();
    let mut wrong = Vec::new();
    for seed in seeds(number("LEADRULES_COMPANIES", share::of_number(120))) {
        let text = companies::file(&mut Dice(seed));
        let found = among::wrong(&text, &mut all);
        if !found.is_empty() {
            wrong.push(format!("{seed}: {}\n{text}", found.join("\n")));
        }
    }
    println!("{} files read, {} decided, {} not; {:?}", all.files, all.decided, all.undecided, all.findings);
    assert!(wrong.is_empty(), "{} files\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(all.undecided * 8 < all.decided, "{} of {} are not decided", all.undecided, all.decided);
}
