//! A change that means nothing never asks for a new signature; a change that moves a lead that could exist always does, with such a lead.

use leadrules_decide::agreement::{Copy, Signature, copy, findings, status};
use leadrules_language::calendar::Instant;
use leadrules_language::check::{self, Checked};
use leadrules_language::words::Text;

use crate::{files, share};

const AGREED: &str = "tests/agreement/agreed.leadrules";

fn read(text: &str) -> Checked {
    check::read("my.leadrules", text.to_owned(), &mut |path| Err(Text::verbatim(format!("there is no {path}"))))
}

/// The changes of a file: what becomes what.
fn changes(path: &str) -> Vec<(String, String)> {
    let text = files::read(path);
    let one = |change: &str| {
        let (before, after) = change.trim_end_matches('\n').split_once("\n=====>").expect("an arrow");
        (before.to_owned(), after.trim_start_matches('\n').to_owned())
    };
    text.split("\n----\n").skip(1).map(one).collect()
}

/// What sales signed, seen by the changed rules.
fn after(change: &(String, String)) -> (Signature, String) {
    let text = files::read(AGREED);
    let (before, after) = change;
    assert!(text.contains(before.as_str()), "{before} is not in the file");
    let edited = text.replacen(before.as_str(), after, 1);
    let (signed, now) = (read(&text), read(&edited));
    let as_of = as_of(&signed);
    let copies = [Copy {
        path: "sales".to_owned(),
        party: "sales".to_owned(),
        text: copy(&signed, "what marketing hands over", "sales", as_of),
    }];
    let rules = now.rules.as_ref().unwrap_or_else(|| panic!("{before} => {after}: {:#?}", now.findings));
    let statuses = status(&now, rules, &copies, as_of);
    let party = statuses[0].parties.iter().find(|party| party.party == "sales").expect("sales is a party");
    let said = findings(rules, &statuses).iter().map(|finding| finding.code.id).collect::<Vec<_>>().join(" ");
    (party.signature.clone(), said)
}

fn as_of(checked: &Checked) -> Instant {
    let rules = checked.rules.as_ref().expect("no errors");
    rules.zone.parse_as_of("2026-11-23").expect("a day")
}

#[test]
fn a_rewriting_asks_for_no_new_signature() {
    let rewritings = changes("tests/agreement/rewritings.txt");
    assert!(rewritings.len() >= 60, "{}", rewritings.len());
    let mut tried = share::tried();
    let broken: Vec<String> = rewritings
        .iter()
        .filter(|_| tried.next() == Some(true))
        .filter_map(|change| match after(change) {
            (Signature::Holds { .. }, said) => {
                assert_eq!(said, "LR0806", "marketing has not signed");
                None
            }
            (other, _) => Some(format!("{change:?}: {other:?}")),
        })
        .collect();
    assert!(broken.is_empty(), "{} ask for a new signature:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn an_edit_that_moves_a_lead_asks_for_one_and_shows_it() {
    let edits = changes("tests/agreement/edits.txt");
    assert!(edits.len() >= 60, "{}", edits.len());
    let mut tried = share::of_slow();
    let silent: Vec<String> = edits
        .iter()
        .filter(|_| tried.next() == Some(true))
        .filter_map(|change| match after(change) {
            (Signature::Changed { parts, edits, .. }, said) => {
                let is_shown = parts.iter().any(|part| !part.lead.is_empty());
                let is_told = said.contains("LR0807") && !edits.is_empty();
                (!is_shown || !is_told).then(|| format!("{change:?}: {parts:?} {edits:?} {said}"))
            }
            (other, _) => Some(format!("{change:?}: {other:?}")),
        })
        .collect();
    assert!(silent.is_empty(), "{} do not, or show no lead:\n{}", silent.len(), silent.join("\n"));
}

/// What is the same today may not be so tomorrow, and the same words may be read from another column: neither is called the same.
#[test]
fn another_day_and_another_column_ask_for_a_signature() {
    let changes = [
        ("benelux                      => +15", "benelux => +15, until 2027-06-30"),
        ("created in last 90 days", "created in last 3 months"),
        ("+2 once per day, up to 20", "+2 once per 1 days, up to 20, from 2020-01-01"),
        ("employees  integer 0..10k", "employees  integer 0..10k, from \"Size\""),
        ("budget     number 0..1M", "budget number 0..1M, missing 0"),
        (
            "otherwise                                      => \"nothing\"",
            "created after 2027-01-01 => \"new\"\n  otherwise => \"nothing\"",
        ),
        ("  unsubscribed\n}", "  unsubscribed from \"opt out\"\n}"),
    ];
    let mut tried = share::of_slow();
    for (before, after) in changes.into_iter().filter(|_| tried.next() == Some(true)) {
        let change = (before.to_owned(), after.to_owned());
        assert!(matches!(self::after(&change).0, Signature::Changed { .. }), "{change:?}");
    }
}

/// What stands in a file beside the rules is signed with them: entries are texts or numbers, as rules ask.
/// On this day a month has 31 days: rules that swap the two are the same today, and not tomorrow.
#[test]
fn windows_that_are_as_long_today_are_not_the_same() {
    let text = |one: &str, other: &str| {
        format!(
            "leadrules 1\nlead {{\n  id text key\n}}\nevents {{\n  visit\n}}\nscore heat 0..100 {{\n  visit {one} => +5\n  \
             visit {other} => +10\n}}\nstages {{\n  heat >= 10 => MQL\n}}\n\
             agreement \"a\" {{\n  between marketing, sales\n  covers everything\n}}\n"
        )
    };
    let (signed, now) =
        (read(&text("in last 31 days", "in last 1 month")), read(&text("in last 1 month", "in last 31 days")));
    let as_of = as_of(&signed);
    let copies =
        [Copy { path: "sales".to_owned(), party: "sales".to_owned(), text: copy(&signed, "a", "sales", as_of) }];
    let statuses = status(&now, now.rules.as_ref().expect("no errors"), &copies, as_of);
    let same = status(&signed, signed.rules.as_ref().expect("no errors"), &copies, as_of);
    assert!(matches!(statuses[0].parties[1].signature, Signature::Changed { .. }), "{:?}", statuses[0].parties[1]);
    assert!(matches!(same[0].parties[1].signature, Signature::Holds { .. }));
}

/// Nothing is edited of what these rules say of time, and still today shows no difference where another day does.
#[test]
fn what_hangs_on_the_day_asks_for_a_signature() {
    let edits = [
        ("a => +20, from 2027-01-01\n  b => +20", "s >= 30", "s >= 50"),
        ("days since e <= 40 => +20", "40", "60"),
        ("open since 2026-11-20 => +10, losing 10% every 7 days, linear", "s >= 30", "s >= 50"),
        ("open since 2026-11-22 => +1 once per day", "s >= 30", "s >= 31"),
        ("days since e {\n    0..30 => +30\n    31..60 => +35\n  }", "+35", "+40"),
        ("open in last 1 month => +1 once per day", "s >= 30", "s >= 33"),
        ("a => +5", "never late is \"old\" and a", "never late is \"old\" and b"),
    ];
    for (rules, before, after) in edits {
        let text = format!(
            "leadrules 1\nlead {{\n  id text key\n  a yes/no\n  b yes/no\n  e date 2026-11-01..\n}}\nevents {{\n  open\n}}\n\
             score s 0..100 {{\n  {rules}\n}}\nstages {{\n  s >= 30 => MQL\n}}\n\
             label late {{\n  days since e >= 60 => \"old\"\n  otherwise => \"new\"\n}}\n\
             promise \"p\" {{\n  never late is \"old\" and a\n}}\n\
             agreement \"a\" {{\n  between marketing, sales\n  covers everything\n}}\n"
        );
        let edited = text.replace(before, after);
        assert_ne!(text, edited);
        let (signed, now) = (read(&text), read(&edited));
        let as_of = as_of(&signed);
        let copies =
            [Copy { path: "sales".to_owned(), party: "sales".to_owned(), text: copy(&signed, "a", "sales", as_of) }];
        let asked = |checked: &Checked| {
            let statuses = status(checked, checked.rules.as_ref().expect("no errors"), &copies, as_of);
            matches!(statuses[0].parties[1].signature, Signature::Changed { .. })
        };
        assert!(asked(&now) && !asked(&signed), "{edited}");
    }
}

#[test]
fn lists_from_files_are_signed_as_rules_ask_for_them() {
    let text = "leadrules 1\nlead { id text key; employees integer 0..100; zip text }\nlist sizes from \"sizes.txt\"\n\
                list zips from \"zips.txt\"\nscore fit { employees in sizes => +5; zip in zips => +5 }\n\
                agreement \"a\" { between marketing, sales; covers everything }\n";
    let read = |sizes: &str| {
        let mut files = |path: &str| Ok(if path == "sizes.txt" { sizes.to_owned() } else { "1000\n9000\n".to_owned() });
        check::read("my.leadrules", text.to_owned(), &mut files)
    };
    let signed = read("5\n10\n");
    let as_of = as_of(&signed);
    let copies =
        [Copy { path: "sales".to_owned(), party: "sales".to_owned(), text: copy(&signed, "a", "sales", as_of) }];
    let of = |now: &Checked| {
        let rules = now.rules.as_ref().expect("no errors");
        status(now, rules, &copies, as_of)[0].parties[1].signature.clone()
    };
    assert!(matches!(of(&signed), Signature::Holds { .. }), "{:?}", of(&signed));
    let other = read("5\n11\n");
    assert!(matches!(of(&other), Signature::Changed { .. }), "{:?}", of(&other));
}

/// Who covers everything hears of what is gone.
#[test]
fn what_is_gone_asks_for_a_signature() {
    let promise = "promise \"sales can reach every lead\" {\n  \
                   never stage is SQL and email is unknown and phone is unknown and stage before is new\n}\n";
    let change = (promise.to_owned(), String::new());
    assert!(matches!(self::after(&change).0, Signature::Changed { .. }));
}

/// No rule names the field that has the stage before: it counts all the same where that is read from.
#[test]
fn another_column_of_stages_asks_for_a_signature() {
    let text = "leadrules 1\nlead {\n  id text key\n  a integer 0..10\n  one text, previous stage\n  two text\n}\n\
                score s 0..10 {\n  a => +1 each\n}\nstages {\n  s >= 5 => MQL, kept while s >= 3\n}\n\
                agreement \"x\" {\n  between marketing, sales\n  covers stages\n}\n";
    let signed = read(text);
    let as_of = as_of(&signed);
    let copies =
        [Copy { path: "sales".to_owned(), party: "sales".to_owned(), text: copy(&signed, "x", "sales", as_of) }];
    let holds = |now: &str| {
        let now = read(now);
        let rules = now.rules.as_ref().expect("no errors");
        matches!(status(&now, rules, &copies, as_of)[0].parties[1].signature, Signature::Holds { .. })
    };
    assert!(holds(text));
    assert!(holds(&text.replace("two text", "two text, from \"Two\"")));
    // Nor is it the same if another stage of the data is one of these: who bears it was new before.
    assert!(!holds(&text.replace("=> MQL,", "=> MQL (\"Ready\"),")));
    assert!(!holds(&text.replace("one text, previous", "one text, from \"Stage\", previous")));
    assert!(!holds(
        &text.replace("one text, previous stage", "one text").replace("two text", "two text, previous stage")
    ));
}

/// What is said of a change is what was changed, and no more; and of the lead that is shown, what becomes of it.
#[test]
fn what_is_said_is_what_was_changed() {
    let text = "leadrules 1\nlead {\n  id text key\n  a integer 0..10\n  mail email\n}\nevents {\n  visit\n}\nlist free { \"gmail.com\" }\n\
                exclude {\n  mail.domain in free => \"private\"\n}\n\
                score s 0..100, by marketing {\n  a => +1 each\n  visit => +5 each, up to 20\n}\n\
                stages {\n  s >= 10 => Warm\n  s >= 15 => Hot, kept while s >= 5\n}\n\
                label owner {\n  stage is Hot => \"sales\"\n  otherwise => \"marketing\"\n}\n\
                agreement \"x\" {\n  between marketing, sales\n  covers stages, label owner, exclude\n  review by 2027-03-31\n}\n";
    let signed = read(text);
    let as_of = as_of(&signed);
    let mine =
        |by: &str| Copy { path: "sales".to_owned(), party: "sales".to_owned(), text: copy(&signed, "x", by, as_of) };
    let of = |now: &str, copies: &[Copy]| {
        let now = read(now);
        let rules = now.rules.as_ref().unwrap_or_else(|| panic!("{:#?}", now.findings));
        status(&now, rules, copies, as_of)[0].parties[1].signature.clone()
    };
    for (before, after, named, parts) in [
        ("kept while s >= 5", "kept while s >= 6", "stage Hot", &["stages", "label owner"][..]),
        ("s >= 15 =>", "s >= 14 =>", "stage Hot", &["stages", "label owner"]),
        ("=> \"sales\"", "=> \"us\"", "label owner", &["label owner"]),
        ("\"gmail.com\"", "\"gmail.com\", \"x.be\"", "list free", &["stages", "label owner", "exclude"]),
        ("between marketing, sales", "between finance, sales", "", &["who agrees"]),
        ("covers stages,", "covers", "", &["what is covered"]),
    ] {
        let Signature::Changed { parts: found, edits, .. } = of(&text.replace(before, after), &[mine("sales")]) else {
            panic!("{before} became {after}, and nobody was asked")
        };
        let names: Vec<String> = edits.iter().map(|edit| edit.named().to_string()).collect();
        let wanted: Vec<&str> = Some(named).filter(|named| !named.is_empty()).into_iter().collect();
        assert_eq!(names, wanted, "{before} became {after}");
        let found_parts: Vec<String> = found.iter().map(|part| part.part.to_string()).collect();
        let by_name = |part: &&str| found_parts.iter().any(|found| found == *part);
        assert!(
            parts.iter().all(by_name) && found_parts.len() == parts.len(),
            "{before}: {found_parts:?}, not {parts:?}"
        );
        // All is said of one lead that one lead shows; whoever is set apart is no lead of sales before.
        let leads = found.iter().filter(|part| part.part.to_string() != "label owner" || named != "list free");
        let leads: Vec<_> = leads.map(|part| &part.lead).collect();
        assert!(leads.windows(2).all(|two| two[0] == two[1]), "{found:?}");
    }
    assert!(matches!(of(text, &[mine("sales")]), Signature::Holds { .. }));
    // A copy that somebody else signed is no signature.
    assert!(matches!(of(text, &[mine("marketing")]), Signature::Unreadable { .. }));
}

/// The walk of `docs/agreement.md`: what its commands print is what stands there, but for the day.
#[test]
#[cfg(unix)]
fn the_walk_in_the_docs_is_what_happens() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("walk");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    let rules = folder.join("ready.leadrules");
    let page = files::read("docs/agreement.md");
    let mut walked = String::new();
    let mut runs = 0;
    let mut rest = page.as_str();
    while let Some((before, after)) = rest.split_once("\n```") {
        let (kind, after) = after.split_once('\n').expect("a block has lines");
        let (block, after) = after.split_once("```\n").expect("a block ends");
        let block = match kind {
            "leadrules" => {
                std::fs::write(&rules, block).expect("a file can be written");
                block.to_owned()
            }
            "diff" => {
                let lines: Vec<&str> = block.lines().collect();
                let mut text = text_of(&rules);
                for pair in lines.chunks(2) {
                    let (old, new) = (pair[0].strip_prefix("- "), pair[1].strip_prefix("+ "));
                    let (old, new) = (old.expect("what was"), new.expect("what is"));
                    assert!(text.contains(old), "{old}");
                    text = text.replace(old, new);
                }
                std::fs::write(&rules, text).expect("a file can be written");
                block.to_owned()
            }
            "console" => {
                let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
                let mut said = String::new();
                for command in commands {
                    runs += 1;
                    said += &format!("$ {command}\n{}", printed(&folder, command));
                }
                said
            }
            other => panic!("`{other}` is no block of this page"),
        };
        walked += &format!("{before}\n```{kind}\n{block}```\n");
        rest = after;
    }
    walked += rest;
    assert!(runs >= 8, "{runs}");
    let found = folder.join("agreement.md");
    std::fs::write(&found, &walked).expect("a file can be written");
    assert!(walked == page, "docs/agreement.md says something else than {}, which is what happens", found.display());
}

/// What a command prints, signed on one day.
#[cfg(unix)]
fn printed(folder: &std::path::Path, command: &str) -> String {
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let mut run = crate::files::program();
    let done = run.current_dir(folder).args(&words).env("COLUMNS", "100").env("NO_COLOR", "1").output();
    let done = done.expect("the program is there");
    let mut said = String::from_utf8_lossy(&done.stdout).into_owned();
    said += &String::from_utf8_lossy(&done.stderr);
    for party in ["marketing", "sales"] {
        let signed = folder.join(format!("ready.signed/{party}.leadrules"));
        let signed = if signed.exists() { text_of(&signed) } else { String::new() };
        if let Some(day) = signed.lines().next().and_then(|line| line.split(" on ").nth(1)?.get(..10)) {
            said = said.replace(day, "2026-12-01");
        }
    }
    let code = done.status.code().filter(|code| *code != 0).map_or(String::new(), |code| format!("exit code {code}\n"));
    format!("{}\n{code}", said.trim_end())
}

#[cfg(unix)]
fn text_of(path: &std::path::Path) -> String {
    String::from_utf8(files::read_bytes(path)).expect("UTF-8")
}

const OF_ACCOUNTS: &str = "leadrules 1
lead { id text key; n number; m number; company_id text }
account { id text key; e number; leads by company_id }
define keen = n > 3
score fit, by sales { n > 3 => +10 }
score other, by sales { m > 3 => +1 }
score big of account, by marketing { e > 1 => +1; count of leads where (keen) => +1 each; highest fit of leads > 5 => +1 }
stages { fit > 5 and account.big > 1 => Hot }
label desk { other > 0 => \"a\"; otherwise => \"b\" }
stages of account { big > 1 => Target }
";

#[test]
fn what_is_said_about_accounts_is_agreed_with_the_rest() {
    let asks = |covers: &str, before: &str, after: &str| {
        let text = format!("{OF_ACCOUNTS}agreement \"x\" {{ between marketing, sales; covers {covers} }}\n");
        assert!(text.contains(before), "{before}");
        let (signed, now) = (read(&text), read(&text.replacen(before, after, 1)));
        let as_of = as_of(&signed);
        let text = copy(&signed, "x", "sales", as_of);
        let copies = [Copy { path: "sales".to_owned(), party: "sales".to_owned(), text }];
        let rules = now.rules.as_ref().unwrap_or_else(|| panic!("{before} => {after}: {:#?}", now.findings));
        let statuses = status(&now, rules, &copies, as_of);
        let party = statuses[0].parties.iter().find(|party| party.party == "sales").expect("sales is a party");
        !matches!(party.signature, Signature::Holds { .. })
    };
    for (before, after) in [
        ("e > 1 => +1", "e > 1 => +2"),
        ("keen = n > 3", "keen = n > 4"),
        ("big > 1 => Target", "big > 2 => Target"),
        ("where (keen)", "where (not keen)"),
        ("leads by company_id", "leads by id"),
        ("e number", "e number, from \"E\""),
        ("highest fit", "lowest fit"),
        ("score fit, by sales { n > 3", "score fit, by sales { n > 4"),
    ] {
        assert!(asks("everything", before, after), "{before} => {after}");
        // The stages of leads ask for the accounts' score, and what is said about accounts is compared as a whole.
        assert!(asks("stages", before, after), "{before} => {after}");
    }
    // What is asked over leads is told apart by how it is written, so that another way to write it asks for a signature too.
    for (before, after, is_asked) in [
        ("e > 1 => +1", "not e <= 1 => +1", false),
        ("{ big > 1 =>", "{ not big <= 1 =>", false),
        ("where (keen)", "where (n > 3)", true),
    ] {
        assert_eq!(asks("everything", before, after), is_asked, "{before} => {after}");
    }
}
