//! Holds leads that are kept in memory to the same leads read from their files: whatever is made of them is the same.

use leadrules_decide::{diff, replay};
use leadrules_engine::data::write::{Encoded, Explain, Format, Layout, encode};
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::hold;
use leadrules_engine::run::{self, EventSource, Request};
use leadrules_engine::shelf::Filling;
use leadrules_language::ir::Rules;

use crate::decide::EXAMPLES;
use crate::rules::{self, read, read_file};

/// What comes out for a request, as CSV with the points of every rule, and who breaks promises.
fn scored(request: &Request<'_>) -> String {
    let request = Request { rule_points: true, ..*request };
    let layout = Layout::new(request.rules, request.keep, Explain::Columns);
    let mut text = Vec::new();
    let mut take = |results, _| {
        let Encoded::Text(rows) = encode(Format::Csv, &layout, results) else { unreachable!("CSV is text") };
        text.extend(rows);
        Ok(())
    };
    let scoring = run::score(&request, &mut |_| ()).expect("it can be read");
    let report = scoring.for_each(&mut take, &mut |_| ()).expect("it can be read");
    let counts = report.counts;
    let counted = format!("{:?} {:?} {:?} {:?}", counts.stages, counts.exclusions, counts.fired, counts.broken);
    format!("{}{counted}\n", String::from_utf8(text).expect("CSV is UTF-8"))
}

/// Whether kept leads give what leads from their files do.
fn same(rules: &[&Rules], leads: &Input, events: Option<&Input>, keep: &[String]) {
    // All in memory, all written, and some of both.
    for room in [usize::MAX, 0, 1_000, 20_000] {
        same_within(room, rules, leads, events, keep);
    }
}

fn same_within(room: usize, rules: &[&Rules], leads: &Input, events: Option<&Input>, keep: &[String]) {
    let options = ReadOptions::default();
    let source = events.map_or(EventSource::Leads, |events| EventSource::Log(events, &options));
    let as_of = rules[0].zone.parse_as_of("2026-11-23").expect("a day");
    let of = |rules| Request {
        rules,
        leads,
        options: &options,
        events: source,
        keep,
        as_of,
        rule_points: false,
        trace: false,
        accounts: None,
    };
    let kept = hold::read(&of(rules[0]), Filling::within(room), &mut |_| ()).expect("it can be read");
    let held = |rules| Request { leads: &kept.input, events: kept.source(), ..of(rules) };
    for rules in rules {
        assert_eq!(scored(&held(rules)), scored(&of(rules)));
        let cases = |request: &Request<'_>| {
            replay::read(request, replay::Extra::default(), &mut |_| true, &mut |_| ()).expect("it can be read")
        };
        assert_eq!(cases(&held(rules)), cases(&of(rules)));
        let everybody = |request: &Request<'_>| {
            let all = replay::Everybody::read(request, replay::Extra::default(), &mut |_| ()).expect("it can be read");
            let first = all.first(as_of);
            (all.chunks().into_iter().flat_map(|chunk| all.cases(chunk)).collect::<Vec<_>>(), first)
        };
        let plain = cases(&of(rules));
        let times = plain.iter().flat_map(|case| &case.events).flatten().map(|event| event.time);
        let first = times.filter(|time| *time <= as_of).min();
        assert_eq!(everybody(&of(rules)), (plain.clone(), first));
        assert_eq!(everybody(&held(rules)), (plain, first));
    }
    let moves = |old, new| serde_json::to_string(&diff::moves(&old, &new, &[], &mut |_| ()).expect("both can be run"));
    let [old, .., new] = rules else { return };
    assert_eq!(moves(held(old), held(new)).expect("plain data"), moves(of(old), of(new)).expect("plain data"));
}

#[test]
fn kept_examples_are_what_their_files_are() {
    for (path, leads, events) in EXAMPLES {
        let checked = read_file(std::path::Path::new(path));
        let edited = crate::files::read(path).replace("=> +10", "=> +11").replace(">= 40", ">= 41");
        let edited = read(path, edited);
        let input = |path: &str| Input::path(crate::files::root().join(path));
        let events = events.map(input);
        same(&[rules::usable(&checked), rules::usable(&edited)], &input(leads), events.as_ref(), &[]);
    }
}

#[test]
fn keys_that_repeat_or_are_missing_keep_their_events() {
    let checked = read(
        "odd",
        "leadrules 1\nlead { id text key; size integer }\nevents { id from \"No\"; opened; viewed { page text } }\n\
         score s { size 1..9 => +1; opened => +2 each, up to 50; viewed => +5 once per page; no activity => -1 }\n\
         stages { s >= 5 => Warm }\npromise \"low\" { never s > 6 }\n"
            .to_owned(),
    );
    let leads = "id,size,owner\nA,1,x\nB,,y\nA,20,x\n,3,z\nD,4,\nE,5,x\n";
    let events = "No,lead,event,time,page\n1,A,opened,2026-11-01,\n2,B,viewed,2026-11-02,p\n2,B,viewed,2026-11-02,p\n\
                  3,A,viewed,2026-10-01,p\n4,X,opened,2026-11-01,\n5,X,opened,2026-11-01,\n6,,opened,2026-11-01,\n\
                  7,D,opened,2027-01-01,\n8,E,other,2026-11-01,\n9,Y,opened,2026-11-01,\n1,A,opened,2026-11-01,\n";
    let (leads, events) = (Input::bytes("leads.csv", leads), Input::bytes("events.csv", events));
    same(&[rules::usable(&checked)], &leads, Some(&events), &["owner".to_owned()]);
    let options = ReadOptions::default();
    let rules = rules::usable(&checked);
    let request = over_log(rules, &leads, &events, &options);
    let kept = hold::read(&request, Filling::default(), &mut |_| ()).expect("it can be read");
    let report = run::score(&request, &mut |_| ()).expect("it can be read");
    let report = report.for_each(&mut |_, _| Ok(()), &mut |_| ()).expect("it can be read");
    let (kept, read) = (kept.log.expect("there is a log"), report.log.expect("there is a log"));
    assert_eq!(kept.strangers, read.strangers);
    assert_eq!(kept.set_aside.repeated, read.set_aside.repeated);
}

/// Rules over leads and a log.
fn over_log<'a>(rules: &'a Rules, leads: &'a Input, events: &'a Input, options: &'a ReadOptions) -> Request<'a> {
    Request {
        rules,
        leads,
        options,
        events: EventSource::Log(events, options),
        keep: &[],
        as_of: rules.zone.parse_as_of("2026-11-23").expect("a day"),
        rule_points: false,
        trace: false,
        accounts: None,
    }
}

/// In JSON, only some batches of a log may have ids: here the first rows have none, then many have some, then none again.
#[test]
fn a_log_of_which_only_some_batches_have_ids_keeps_all_its_events() {
    let checked = read(
        "ids",
        "leadrules 1\nlead { id text key }\nevents { lead from \"lead\"; event from \"event\"; time from \"at\"; id from \"no\"; opened; viewed { page text } }\n\
         score s { opened => +1 each; viewed => +1 once per page; viewed where page is \"p7\" => +3 each }\n"
            .to_owned(),
    );
    let leads =
        std::iter::once("id".to_owned()).chain((0..7).map(|lead| format!("L{lead}"))).collect::<Vec<_>>().join("\n");
    let row = |at: usize| {
        let id = if (14_000..26_000).contains(&at) { format!(r#","no":"e{}""#, at / 2) } else { String::new() };
        let kind = if at.is_multiple_of(3) { "viewed" } else { "opened" };
        let pad = "x".repeat(200);
        format!(
            r#"{{"lead":"L{}","event":"{kind}","at":"2026-11-01","page":"p{}"{id},"pad":"{pad}"}}"#,
            at / 2 % 9,
            at % 50
        )
    };
    let events = (0..40_000).map(row).collect::<Vec<_>>().join("\n");
    let (leads, events) = (Input::bytes("leads.csv", leads), Input::bytes("events.ndjson", events));
    let rules = rules::usable(&checked);
    let options = ReadOptions::default();
    let request = over_log(rules, &leads, &events, &options);
    for room in [usize::MAX, 0, 20_000] {
        let kept = hold::read(&request, Filling::within(room), &mut |_| ()).expect("it can be read");
        let held = Request { leads: &kept.input, events: kept.source(), ..request };
        assert_eq!(scored(&held), scored(&request), "{room}");
    }
}
