//! Data as people have it: what the program says about it, and what `init` makes of it.
#![expect(clippy::unwrap_used, reason = "a test, in functions that several tests share")]

use std::path::{Path, PathBuf};

const RULES: &str = "leadrules 1\nlead {\n  id text key\n  email email, from \"email\", \"properties.email\"\n  seats integer, from \
                     \"seats\", \"properties.seats\"\n}\nscore fit 0..50 {\n  seats >= 5 => +20\n  email is known => +1\n}\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reading").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("my.leadrules"), RULES).unwrap();
    folder
}

/// What the program wrote, and what it said.
fn run(folder: &Path, args: &[&str]) -> (String, String) {
    let done = crate::files::program().current_dir(folder).args(args).output().unwrap();
    // Long lines are wrapped.
    let said = String::from_utf8_lossy(&done.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    (String::from_utf8_lossy(&done.stdout).into_owned(), said)
}

/// Leads 1 and 2, of which the first has 8 seats.
fn is_read(name: &str, text: &[u8], words: &[&str]) {
    let folder = folder(name);
    std::fs::write(folder.join(name), text).unwrap();
    let (scored, said) = run(&folder, &["score", "my.leadrules", name, "--as-of", "2026-11-23"]);
    let scores: Vec<&str> = scored.lines().skip(1).map(|line| line.split(",contact").next().unwrap()).collect();
    assert_eq!(scores, ["1,21", "2,1"], "{name}: {said}");
    assert!(words.iter().all(|word| said.contains(word)), "{name}: {said}");
    // What `init` makes of it can score it.
    let (_, said) = run(&folder, &["init", name, "-o", "made.leadrules"]);
    let (scored, said_of_made) = run(&folder, &["score", "made.leadrules", name, "-q", "--format", "ndjson"]);
    assert_eq!(scored.lines().count(), 2, "{name}: {said} {said_of_made}");
}

const ROWS: &str = "id;email;seats\n1;a@x.be;8\n2;b@x.be;3\n";

#[test]
fn tables() {
    let found = "the header was found in row";
    is_read("plain.csv", ROWS.as_bytes(), &["CSV (semicolon, UTF-8, LF)"]);
    is_read("titles.csv", format!("Leads\nof today\n\n{ROWS}").as_bytes(), &[found, "4, under 3 rows of titles"]);
    is_read("blank.csv", format!("\n{ROWS}").as_bytes(), &[found, "2, under 1 blank row"]);
    is_read("remark.csv", format!("# exported by a CRM\n{ROWS}").as_bytes(), &[found]);
    is_read(
        "again.csv",
        format!("{ROWS}\u{feff}id;email;seats\n").as_bytes(),
        &["1 with the header again", "(line 4)"],
    );
    is_read(
        "odd.csv",
        &[&b"id;email;seats;city\n1;a@x.be;8;Bel\xc5\x93il\n"[..], b"2;b@x.be;3;Li\xe8ge\n"].concat(),
        &["UTF-8", "1 not in UTF-8, read as Windows-1252: \"Liège\" (line 3)"],
    );
}

#[test]
fn objects() {
    let (one, two) = (r#"{"id":"1","email":"a@x.be","seats":8}"#, r#"{"id":"2","email":"b@x.be","seats":3}"#);
    let nested = |id: u8, seats: u8| {
        let letter = if id == 1 { 'a' } else { 'b' };
        format!(r#"{{"id":"{id}","properties":{{"email":"{letter}@x.be","seats":"{seats}"}}}}"#)
    };
    let (nested_one, nested_two) = (nested(1, 8), nested(2, 3));
    is_read("list.json", format!("[{one},\n{two}]").as_bytes(), &["read as JSON"]);
    is_read("lines.json", format!("{one}\n{two}\n").as_bytes(), &["read as NDJSON"]);
    is_read("jq.json", format!("{one}\n{two}\n").replace(',', ",\n").as_bytes(), &["read as JSON"]);
    is_read("pages.json", format!("[{one}]\n[{two}]\n").as_bytes(), &["read as JSON"]);
    is_read("result.json", format!(r#"{{"result":[{one},{two}],"errors":[]}}"#).as_bytes(), &["(list “result”)"]);
    let answer = |objects: &str| format!("{{\"results\":[{objects}],\"paging\":{{\"next\":{{\"after\":\"2\"}}}}}}\n");
    is_read("nested.json", answer(&format!("{nested_one},{nested_two}")).as_bytes(), &["(list “results”)"]);
    for name in ["paged.json", "paged.ndjson", "paged"] {
        is_read(name, (answer(&nested_one) + &answer(&nested_two)).as_bytes(), &["(list “results”)"]);
    }
    let graph = format!(r#"{{"data":{{"leads":{{"edges":[{{"node":{one}}},{{"node":{two}}}]}}}}}}"#);
    is_read("graph.json", graph.as_bytes(), &["(list “data.leads.edges.node”)"]);

    let half = two.replace("b@x.be\"", "b@x.be\",\"name\":\"Bo \\ud83d\"");
    is_read("half.ndjson", format!("{one}\n{half}\n").as_bytes(), &[]);
    let odd = two.replace("\"seats\":3", "\"seats\":NaN");
    let unknown = "1 odd value in JSON: NaN, which is unknown, in \"seats\" (line 2)";
    is_read("nan.ndjson", format!("{one}\n{odd}\n").as_bytes(), &[unknown]);
    is_read("nan.json", format!("[{one},\n{odd}]\n").as_bytes(), &[unknown]);
    let broken = "1 line that can't be read as JSON, left out: \"{\"id\":\"3\",}\" (line 2)";
    is_read("broken.ndjson", format!("{one}\n{{\"id\":\"3\",}}\n{two}\n").as_bytes(), &[broken]);
}

#[test]
fn init_names_what_is_within_objects() {
    let folder = folder("within");
    let lead =
        r#"{"Id":"1","attributes":{"type":"Lead","url":"/1"},"properties":{"email":"a@x.be","owner":{"name":"Bo"}}}"#;
    std::fs::write(folder.join("leads.json"), format!("{{\"records\":[{lead}]}}")).unwrap();
    let (made, _) = run(&folder, &["init", "leads.json"]);
    assert!(made.contains("from \"properties.email\"") && made.contains("from \"properties.owner.name\""), "{made}");
    assert!(made.contains("\n  email") && !made.contains("attributes"), "{made}");
}

#[test]
fn what_is_not_whole_is_refused() {
    let folder = folder("refused");
    let lines = |count: usize, broken: usize| {
        let line = |at| {
            if at < broken {
                "{\"id\":}\n".to_owned()
            } else {
                format!("{{\"id\":\"{at}\",\"seats\":1,\"email\":\"\"}}\n")
            }
        };
        (0..count).map(line).collect::<String>()
    };
    for (name, text, words) in [
        ("cut.ndjson", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\",\"se".to_owned(), "line 3"),
        ("most.ndjson", lines(4, 2), "line 1"),
        ("many.ndjson", lines(100, 21), "21 of 100 lines can't be read as JSON, the first in line 1"),
        ("lists.json", "{\"a\":[{\"x\":1}],\"b\":[{\"x\":1}]}".to_owned(), "several lists (`a`, `b`)"),
        ("sorted.csv", "1;a@x.be;8\n2;b@x.be;3\nid;email;seats\n".to_owned(), "--header-row 3"),
        ("no-names.csv", "1;a@x.be;8\n2;b@x.be;3\n".to_owned(), "--header-row"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
        let (scored, said) = run(&folder, &["score", "my.leadrules", name, "-q"]);
        assert!(scored.is_empty() && said.contains(words), "{name}: {said}");
    }
    let (_, said) = run(&folder, &["init", "no-names.csv"]);
    assert!(said.contains("looks like data") && said.contains("--header-row 1"), "{said}");
    let (scored, _) = run(&folder, &["score", "my.leadrules", "many.ndjson", "-q", "--max-invalid", "21%"]);
    assert_eq!(scored.lines().count(), 80);
    let (scored, said) = run(&folder, &["score", "my.leadrules", "sorted.csv", "-q", "--header-row", "3"]);
    assert_eq!(scored.lines().count(), 1, "{said}");
}

#[test]
fn leads_that_nothing_tells_apart_are_refused() {
    let folder = folder("keys");
    std::fs::write(folder.join("integer.leadrules"), RULES.replace("id text key", "id integer key")).unwrap();
    let write = |name: &str, ids: [&str; 2]| {
        std::fs::write(folder.join(name), format!("id;email;seats\n{};a@x.be;8\n{};b@x.be;3\n", ids[0], ids[1]))
            .unwrap();
    };
    write("blank.csv", ["", " "]);
    write("half.csv", ["", "2"]);
    write("long.csv", ["9999999999001", "9999999999002"]);
    std::fs::write(folder.join("kept.csv"), "as it was").unwrap();
    for (rules, leads, words) in [
        ("my.leadrules", "blank.csv", &["the column `id` is blank in every row", "`from`"][..]),
        ("integer.leadrules", "long.csv", &["2 values of `id`", "\"9999999999001\" in line 2", "`id text key`"]),
    ] {
        let (_, said) = run(&folder, &["score", rules, leads, "-q", "-o", "kept.csv"]);
        assert!(words.iter().all(|word| said.contains(word)), "{leads}: {said}");
        let (scored, _) = run(&folder, &["score", rules, leads, "-q"]);
        assert_eq!(scored, "", "{leads}");
    }
    #[expect(clippy::disallowed_methods, reason = "tests open files")]
    let kept = std::fs::read_to_string(folder.join("kept.csv")).unwrap();
    assert_eq!(kept, "as it was");
    for (rules, leads) in [("my.leadrules", "half.csv"), ("my.leadrules", "long.csv")] {
        let (scored, said) = run(&folder, &["score", rules, leads, "-q"]);
        assert_eq!(scored.lines().count(), 3, "{leads}: {said}");
    }
}

#[test]
fn what_does_not_count_of_events_is_said_wherever_they_stand() {
    let folder = folder("aside");
    let rules = "leadrules 1\nlead {\n  id text key\n}\nevents {\n  demo { minutes number }\n  mail\n}\nignore {\n  mail\n}\n\
                 score heat {\n  demo => +5 each\n  demo where minutes > 3 => +1\n}\n";
    std::fs::write(folder.join("my.leadrules"), rules).unwrap();
    // For each lead the same event three times, once with other minutes; an ignored one; one that is yet to come; and
    // one with the number of another.
    let events = |lead: u8| {
        [
            ("demo", "01", 5),
            ("demo", "01", 5),
            ("demo", "01", 9),
            ("mail", "02", 0),
            ("demo", "29", 1),
            ("demo", "03", 2),
        ]
        .map(|(kind, day, minutes)| {
            let id = if day == "01" || day == "03" { format!("e{lead}") } else { format!("{day}-{lead}") };
            (id, kind, format!("2026-11-{day}T10:00:00Z"), minutes)
        })
    };
    let (mut nested, mut leads, mut log) = (String::new(), String::new(), String::from("id,lead,event,time,minutes\n"));
    for lead in 0..5 {
        leads += &format!("{{\"id\":\"{lead}\"}}\n");
        let object = |(id, kind, time, minutes): (String, &str, String, u8)| {
            log += &format!("{id},{lead},{kind},{time},{minutes}\n");
            format!("{{\"id\":\"{id}\",\"event\":\"{kind}\",\"time\":\"{time}\",\"minutes\":{minutes}}}")
        };
        nested += &format!("{{\"id\":\"{lead}\",\"events\":[{}]}}\n", events(lead).map(object).join(","));
    }
    for (name, text) in [("nested.ndjson", nested), ("leads.ndjson", leads), ("log.csv", log)] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let mut all = Vec::new();
    for files in [&["nested.ndjson"][..], &["leads.ndjson", "--events", "log.csv"]] {
        let (scored, said) = run(&folder, &[&["score", "my.leadrules", "--as-of", "2026-11-23"], files].concat());
        for words in [
            "30 events",
            "5 later than this instant, left out",
            "5 ignored, as the rules say",
            "10 rows repeat the number, lead, kind and time of another, each such event counted once",
            "5 of these say something else in its properties",
            "5 events have the number of another event of the same lead",
        ] {
            assert!(said.contains(words), "{files:?} {words}: {said}");
        }
        let (found, _) = run(&folder, &[&["check", "my.leadrules", "--as-of", "2026-11-23", "--data"], files].concat());
        assert!(found.contains("LR0915"), "{files:?}: {found}");
        all.push(scored);
    }
    assert_eq!(all[0], all[1]);
}
