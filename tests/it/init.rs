//! Whatever the data, `init` gives a rule file that passes `check`, is in canonical form, and scores every row.
#![expect(clippy::unwrap_used, reason = "a test, in functions that several tests share")]

use std::path::Path;
use std::process::Output;

fn leadrules(folder: &Path, args: &[&str]) -> Output {
    crate::files::program().current_dir(folder).args(args).output().unwrap()
}

/// The text of a file; empty if it is not there.
fn read(path: &Path) -> String {
    #[expect(clippy::disallowed_methods, reason = "tests open files")]
    std::fs::read_to_string(path).unwrap_or_default()
}

/// Runs `init`, `check`, `fmt --check` and `score` on a file; returns the rule file.
fn through(name: &str, text: &[u8], events: Option<&str>, rows: usize) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
    let mut log: Vec<&str> = Vec::new();
    if let Some(events) = events {
        std::fs::write(folder.join("events.csv"), events).unwrap();
        log = vec!["--events", "events.csv"];
    }
    let run = |args: &[&str], more: &[&str]| {
        let done = leadrules(&folder, &[args, more].concat());
        let made = read(&folder.join("my.leadrules"));
        let said = [done.stdout.as_slice(), done.stderr.as_slice()].map(String::from_utf8_lossy).concat();
        assert!(done.status.success(), "{name}: {args:?}\n{said}\n{made}");
        String::from_utf8(done.stdout).unwrap()
    };
    run(&["init", name, "-o", "my.leadrules", "--force"], &log);
    run(&["check", "my.leadrules", "--data", name], &log);
    run(&["fmt", "--check", "my.leadrules"], &[]);
    let scored = run(&["score", "my.leadrules", name, "-q", "--format", "ndjson"], &log);
    assert_eq!(scored.lines().count(), rows, "{name}");
    read(&folder.join("my.leadrules"))
}

fn csv(name: &str, text: &str, rows: usize) -> String {
    through(&format!("{name}.csv"), text.as_bytes(), None, rows)
}

#[test]
fn headers_of_all_kinds() {
    csv("blank", "id,,,name\n1,a,b,An\n2,c,d,Bo\n", 2);
    csv("doubled", "id,Name,name,NAME\n1,a,b,c\n2,d,e,f\n", 2);
    csv(
        "reserved",
        "id,Not,and,stage,excluded,profile,score,lead,count,activity,yes\n1,a,b,c,d,e,f,g,h,i,j\n2,b,c,d,e,f,g,h,i,j,k\n",
        2,
    );
    csv("signs", "id,\"a \"\"quoted\"\" one\",a\\b,50%,#,Größe (m²),数量\n1,a,b,1,2,3,4\n2,b,c,3,4,5,6\n", 2);
    csv("padded", " id , name \n1, An \n2,Bo\n", 2);
    let long = "a very long question that somebody put into a form and that became a column ".repeat(4);
    csv("long", &format!("id,{long},{long}2\n1,x,y\n2,y,z\n"), 2);
    let wide: Vec<String> = (0..300).map(|at| format!("c{at}")).collect();
    csv("wide", &format!("{}\n{}\n", wide.join(","), vec!["7"; 300].join(",")), 1);
}

#[test]
fn values_of_all_kinds() {
    csv("one", "id\n1\n", 1);
    csv("constant", "id,a\n1,x\n1,x\n1,x\n", 3);
    csv("empty-columns", "id,a,b\n1,,\n2,,\n", 2);
    csv("outcome-only", "Converted\nyes\nno\nyes\nno\n", 4);
    csv("ragged", "id,a,b\n1,x\n2,y,z,w\n3,p,q\n", 3);
    csv("quotes", "id,a\n1,\"x\"\"y\"\n2,\"b\\c\"\n3,\"line\nbreak\"\n4,\"x\"\"y\"\n5,\"b\\c\"\n6,\"x\"\"y\"\n", 6);
    csv("mixed", "id,a\n1,5\n2,about 7\n3,\n4,n/a\n5,5.5\n", 5);
    csv("words", "id,a\n1,yes\n2,unknown\n3,not\n4,yes\n5,not\n6,is\n7,is\n8,yes\n9,unknown\n", 9);
    csv("same-but-case", "id,a\n1,BE\n2,be\n3,Be\n4,NL\n5,nl\n6,BE\n", 6);
    csv("tabs", "id\ta;b\n1\tx;y\n2\tz\n", 2);
    let many: Vec<String> = (0..3000).map(|at| format!("{at},v{at},{}\n", at % 7)).collect();
    csv("many", &format!("id,name,grade\n{}", many.concat()), 3000);
    let dates = csv("dates", "id,seen,due\n1,2026-01-02,31/12/2026\n2,2026-01-03 10:00,01/02/2026\n", 2);
    assert!(dates.contains("date as \"dd/mm/yyyy\""), "{dates}");
    let comma = csv("comma", "id;omzet\n1;1.234,50\n2;12,5\n3;900\n", 3);
    assert!(comma.contains("number decimal comma"), "{comma}");
}

#[test]
fn other_formats() {
    let json = br#"[{"id": 1, "tags": ["a", "b"], "ok": true, "n": 1.5, "deep": {"x": 1}}, {"id": 2, "tags": [], "ok": false}]"#;
    through("leads.json", json, None, 2);
    let nested =
        b"{\"id\": \"a\", \"events\": [{\"event\": \"Opened\", \"time\": \"2026-01-01T10:00:00Z\", \"n\": 2}]}\n\
                   {\"id\": \"b\", \"events\": [{\"event\": \"Clicked\", \"time\": \"2026-01-02T10:00:00Z\"}]}\n";
    let made = through("nested.ndjson", nested, None, 2);
    assert!(made.contains("opened  ") && made.contains("n ") && made.contains("any activity"), "{made}");
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("id;größe\r\n1;3\r\n2;4\r\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    through("utf16.csv", &utf16, None, 2);
}

#[test]
fn logs() {
    let leads = b"Contact ID,Name\nc1,An\nc2,Bo\nc3,Cy\n";
    let log = "Row,When,Contact,What,Score,Ünits\n1,01/02/2026 10:00,c1,E-mail opened,5,1\n\
               2,02/02/2026 11:30,c2,E-mail opened,,2\n3,13/02/2026 09:00,c9,not,7,\n4,14/02/2026 09:00,c1,2nd call,7,\n";
    let made = through("crm.csv", leads, Some(log), 3);
    for part in [
        "lead  from \"Contact\"",
        "event from \"What\"",
        "time  from \"When\" as \"dd/mm/yyyy hh:mm\"",
        "e_mail_opened",
    ] {
        assert!(made.contains(part), "{part}\n{made}");
    }
}

/// Leads of a CRM, some of which were won: with numbers of records, what is filled in afterwards, and what is alike for nearly all.
fn ended(rows: usize, outcome: &str, words: [&str; 2]) -> String {
    let header = "Record ID,row,Company,Industry,Employees,Interests,Newsletter,Won date,Contract,Close reason,Call minutes,Tags,Consent";
    let mut text = format!("{header},{outcome}\n");
    for at in 0..rows {
        let won = at % 4 == 1;
        let day = at % 28 + 1;
        let (date, contract) =
            if won { (format!("2026-05-{day:02}"), format!("C-{at:04}")) } else { Default::default() };
        let reason = if won { "" } else { ["Price", "No budget", ""][at % 3] };
        let tags = if won { "Closed by Horizzon" } else { ["Ringing", "Will revert"][at % 2] };
        let industry = ["Retail", "Software", "Care"][if won { at % 2 } else { at % 3 }];
        let minutes = if won { 20 + at % 9 } else { at % 21 };
        let interests = ["beer;wine", "wine", "", "cider; beer"][at % 4];
        text += &format!(
            "{},{},Firm {at},{industry},{},{interests},{},{date},{contract},{reason},{minutes},{tags},{},{}\n",
            (at * 7919) % 99_991 + 100_000,
            at + 1,
            at * 31 % 97,
            if at % 5 == 0 { "yes" } else { "no" },
            if at == 3 { "no" } else { "yes" },
            words[usize::from(won)],
        );
    }
    text
}

#[test]
fn what_came_of_the_outcome_earns_no_points() {
    for (name, outcome, words) in [
        ("won", "Won", ["no", "yes"]),
        ("stage", "Deal stage", ["Open", "closed won"]),
        ("blank", "is_customer", ["", "1"]),
    ] {
        for rows in [3, 12, 60, 1000] {
            let made = csv(&format!("ended-{name}-{rows}"), &ended(rows, outcome, words), rows);
            let score = made.split("score profile").nth(1).unwrap();
            assert!(!score.contains("won_date") && !score.contains("field_row"), "{made}");
            if rows < 60 {
                continue;
            }
            for field in ["contract", "tags", "call_minutes", "close_reason", "consent", "deal_stage", "is_customer"] {
                let is_seen = rows == 1000 || !["tags", "call_minutes"].contains(&field);
                assert!(!is_seen || !score.contains(&format!("{field} ")), "{field}\n{made}");
            }
        }
    }
}

#[test]
fn a_pipe_gives_the_file_that_a_file_gives() {
    use std::io::Write;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init");
    std::fs::create_dir_all(&folder).unwrap();
    let leads = ended(1000, "Won", ["no", "yes"]);
    std::fs::write(folder.join("piped.csv"), &leads).unwrap();
    let mut piped = crate::files::program()
        .args(["init", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    piped.stdin.take().unwrap().write_all(leads.as_bytes()).unwrap();
    let piped = String::from_utf8(piped.wait_with_output().unwrap().stdout).unwrap();
    let read = String::from_utf8(leadrules(&folder, &["init", "piped.csv"]).stdout).unwrap();
    let without_name =
        |text: &str| text.lines().filter(|line| !line.starts_with("# Made by")).map(str::to_owned).collect::<Vec<_>>();
    assert!(read.contains("contract: filled in for 100 %"), "{read}");
    assert_eq!(without_name(&piped), without_name(&read));
}

#[test]
fn a_fresh_file_of_an_example_is_without_a_remark() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init");
    std::fs::create_dir_all(&folder).unwrap();
    let root = crate::files::root();
    for (leads, events) in [
        ("teams/leads.ndjson", None),
        ("signups/signups.csv", None),
        ("brouwerij/klanten.xlsx", None),
        ("brouwerij/klanten.csv", Some("brouwerij/acties.csv")),
        ("first-hour/leads.csv", Some("first-hour/events.csv")),
        ("inbound/leads.csv", Some("inbound/events.csv")),
    ] {
        let path = |name: &str| root.join("examples").join(name).display().to_string();
        let mut args = vec!["init".to_owned(), path(leads)];
        args.extend(events.into_iter().flat_map(|events| ["--events".to_owned(), path(events)]));
        args.extend(["-o", "fresh.leadrules", "--force"].map(str::to_owned));
        let made = leadrules(&folder, &args.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(made.status.success(), "{leads}: {}", String::from_utf8_lossy(&made.stderr));
        let checked = leadrules(&folder, &["check", "fresh.leadrules"]);
        let said = String::from_utf8_lossy(&checked.stdout);
        assert!(checked.status.success() && said.lines().count() == 1 && said.contains(": fine"), "{leads}: {said}");
    }
}

#[test]
fn comments_are_in_the_language_of_the_data() {
    let rows = |row: fn(usize) -> String| (0..40).map(row).collect::<String>();
    let contacts = rows(|at| format!("{at},An {at},x{at}@y.example,{},{},ja\n", at % 3, 20 * (at % 4)));
    let dutch = format!("Klantnr,Naam,E-mailadres,Sector,Werknemers,Toestemming\n{contacts}");
    let french = format!("Numéro,Nom,Adresse e-mail,Secteur d'activité,Effectif,Langue\n{contacts}");
    let english = format!("Record ID,Name,Email,Industry,Employees,Consent\n{contacts}");
    let mixed = format!("Klantnr,Naam,Email,Industry,Employees,Company size\n{contacts}");
    let languages = [
        ("dutch", dutch, "# Wat een lead is.", "score profiel 0.."),
        ("french", french, "# Ce qu'est un lead.", "score profil 0.."),
        ("english", english, "# What a lead is.", "score profile 0.."),
        ("mixed", mixed, "# What a lead is.", "score profile 0.."),
    ];
    for (name, text, comment, score) in languages {
        let made = csv(name, &text, 40);
        assert!(made.contains(comment) && made.contains(score), "{name}: {made}");
    }
    // What is typed decides, and everything that can be said passes.
    let root = crate::files::root();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init");
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| root.join("examples").join(name).display().to_string();
    for language in ["nl", "fr", "en"] {
        for [leads, events, accounts] in [
            ["brouwerij/klanten.csv", "brouwerij/acties.csv", ""],
            ["inbound/leads.csv", "inbound/events.csv", ""],
            ["companies/people.csv", "companies/events.csv", "companies/companies.csv"],
            ["companies/people.csv", "companies/events.csv", ""],
            ["signups/signups.csv", "", ""],
        ] {
            let mut args = vec!["init".to_owned(), path(leads), "--language".to_owned(), language.to_owned()];
            for (option, file) in [("--events", events), ("--accounts", accounts)] {
                args.extend((!file.is_empty()).then(|| [option.to_owned(), path(file)]).into_iter().flatten());
            }
            args.extend(["-o", "said.leadrules", "--force"].map(str::to_owned));
            let made = leadrules(&folder, &args.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(made.status.success(), "{leads}: {}", String::from_utf8_lossy(&made.stderr));
            let checked = leadrules(&folder, &["check", "said.leadrules"]);
            let said = String::from_utf8_lossy(&checked.stdout);
            assert!(checked.status.success() && said.contains(": fine"), "{leads} {language}: {said}");
        }
    }
}

#[test]
fn data_without_columns_is_refused() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, text) in [("nothing.csv", ""), ("nothing.json", "[]"), ("nothing.ndjson", "")] {
        std::fs::write(folder.join(name), text).unwrap();
        let done = leadrules(folder, &["init", name]);
        assert_eq!(done.status.code(), Some(1), "{name}");
        assert!(String::from_utf8_lossy(&done.stderr).contains(name), "{name}");
    }
}

#[test]
fn the_accounts_own_data_gives_their_block() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init").join("companies");
    std::fs::create_dir_all(&folder).unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/companies");
    for name in ["people.csv", "events.csv", "companies.csv"] {
        std::fs::copy(examples.join(name), folder.join(name)).unwrap();
    }
    let run = |args: &[&str]| {
        let data = ["--events", "events.csv", "--accounts", "companies.csv"];
        let done = leadrules(&folder, &[args, &data].concat());
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{args:?}\n{said}\n{}", read(&folder.join("my.leadrules")));
        said
    };
    let said = run(&["init", "people.csv", "-o", "my.leadrules", "--force"]);
    assert!(said.contains("--events events.csv --accounts companies.csv"), "{said}");
    run(&["check", "my.leadrules", "--data", "people.csv", "--as-of", "2026-11-23"]);
    run(&[
        "score",
        "my.leadrules",
        "people.csv",
        "-o",
        "scored.csv",
        "--accounts-output",
        "accounts.csv",
        "--force",
        "--as-of",
        "2026-11-23",
    ]);
    let text = read(&folder.join("my.leadrules"));
    assert!(text.contains("  leads by email.domain except free_mail\n"), "{text}");
    assert_eq!(read(&folder.join("accounts.csv")).lines().count(), 301);
}
