//! The HTML report: it needs nothing else, describes its charts, takes names as names, and puts rules in sentences.

use std::path::Path;

fn report(name: &str, args: &[&str]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    let done = crate::files::program()
        .current_dir(crate::files::root())
        .arg("report")
        .args(args)
        .arg("-o")
        .arg(&path)
        .output()
        .expect("the program is there");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    crate::files::read(path)
}

fn inbound() -> String {
    let (rules, leads) = ("examples/inbound/inbound.leadrules", "examples/inbound/leads.csv");
    report(
        "inbound",
        &[rules, leads, "--events", "examples/inbound/events.csv", "--as-of", "2026-11-23", "--keep", "name"],
    )
}

fn signups() -> String {
    let (rules, leads) = ("examples/signups/signups.leadrules", "examples/signups/signups.csv");
    let more = ["--outcome", "customer", "--at", "decided_on", "--previous", rules, "--as-of", "2026-11-23"];
    report("signups", &[&[rules, leads], &more[..]].concat())
}

/// The tags of a page, in order, without what is in them.
fn tags(html: &str) -> Vec<&str> {
    let after_style = html.split("</style>").nth(1).expect("a style");
    after_style.split('<').skip(1).map(|rest| rest.split('>').next().expect("a tag ends")).collect()
}

#[test]
fn it_says_whether_the_rules_were_agreed() {
    let agreed = "agreed: &#34;what marketing hands over, and sales takes up&#34; (marketing on ";
    let html = inbound();
    assert!(
        html.contains(agreed) || html.contains(&agreed.replace("&#34;", "&quot;")),
        "{}",
        &html[..html.find("<main>").unwrap_or(0)]
    );
    assert!(!signups().contains("agreed:"));
}

#[test]
fn a_report_needs_nothing_else() {
    for html in [inbound(), signups()] {
        let lower = html.to_lowercase();
        for word in ["src=", "href=\"http", "@import", "url(", "<script", "<link", "<iframe", "javascript:"] {
            assert!(!lower.contains(word), "the page has `{word}`");
        }
        for media in ["prefers-color-scheme: dark", "@media print", "width=device-width"] {
            assert!(html.contains(media), "the page lacks `{media}`");
        }
        for link in html.match_indices("href=\"#").map(|(at, start)| &html[at + start.len()..]) {
            let id = link.split('"').next().expect("a link ends");
            assert!(html.contains(&format!("id=\"{id}\"")), "a link to `{id}`, which is not there");
        }
    }
}

#[test]
fn tags_of_a_report_are_closed() {
    for html in [inbound(), signups()] {
        // What is opened before the style: the page and its head.
        let mut open = vec!["html", "head"];
        for tag in tags(&html) {
            let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().expect("a name");
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name), "</{name}> closes another");
            } else if !tag.ends_with('/') && !tag.starts_with('!') {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?} stay open");
    }
}

#[test]
fn every_chart_says_what_it_shows() {
    for (html, charts) in [(inbound(), 4), (signups(), 2)] {
        let drawn: Vec<&str> = html.split("<svg ").skip(1).collect();
        assert_eq!(drawn.len(), charts);
        for svg in drawn {
            assert!(svg.split('>').next().expect("a tag ends").contains("role=\"img\""), "a chart is an image");
            let title = svg.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
            assert!(title.len() > 40 && title.contains("chart") | title.contains("map"), "{title}");
        }
    }
}

#[test]
fn names_are_names_whatever_is_in_them() {
    let hostile = "<script>alert('x')</script>&\"<b>";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let quoted = format!("\"{}\"", hostile.replace('"', "\"\""));
    let text = hostile.replace('"', "\\\"");
    let rules = format!(
        "leadrules 1\nlead {{\n  id text key\n  kind choice {{ \"{text}\", other }}, from \"{text}\"\n  size integer\n}}\n\
         score fit 0..10 {{\n  kind is \"{text}\" => +5 as \"{text}\", because \"{text}\"\n}}\n\
         score heat 0..10 {{\n  size >= 3 => +5\n}}\n\
         exclude {{\n  size > 100 => \"{text}\"\n}}\nstages {{\n  fit >= 5 => \"{text}\"\n}}\n\
         label who {{\n  fit >= 5 => \"{text}\"\n  otherwise => \"other\"\n}}\n"
    );
    let leads = format!("id,{quoted},size\n{quoted},{quoted},5\nb,odd {quoted},many <i>\nc,other,200\n");
    let (rules_path, leads_path) = (folder.join("hostile.leadrules"), folder.join("hostile.csv"));
    std::fs::write(&rules_path, rules).expect("a file can be written");
    std::fs::write(&leads_path, leads).expect("a file can be written");
    let paths = [rules_path.to_str().expect("UTF-8"), leads_path.to_str().expect("UTF-8")];
    let html = report("hostile", &[&paths[..], &["--title", hostile, "--keep", hostile]].concat());
    assert!(!html.to_lowercase().contains("<script"), "a name became a script");
    assert!(!html.contains("<b>") && !html.contains("<i>"), "a name became a tag");
    assert!(html.matches("&lt;script&gt;").count() >= 8, "the names are shown");
}

#[test]
fn rules_are_sentences() {
    let html = inbound();
    for sentence in [
        "employees is between 50 and 99",
        "job title mentions",
        "at least one “webinar attended” where its minutes is at least 20",
        "at least one “demo requested” (halving every 30 days)",
        "for each “ebook downloaded” (once for its title",
        "no activity in the last 60 days",
        "profile is at least 20 and engagement is at least 10",
        "country is BE, NL or LU",
    ] {
        assert!(html.contains(sentence), "no sentence “{sentence}”");
    }
    // Nothing is lost on the way: there are as many rules as in the file.
    let rules = crate::files::read("examples/inbound/inbound.leadrules");
    let set = leadrules::RuleSet::from_files("inbound", rules, &mut |_| Ok("rival.example\n".to_owned()))
        .expect("it is fine");
    assert_eq!(html.matches("<td class=\"points\">").count(), set.rules().rule_count());
}

#[test]
fn the_backtest_and_the_moves_are_in_it() {
    let html = signups();
    assert!(html.contains("customer: 299 of 871 leads, 34.3 %"), "the backtest");
    assert!(html.contains("2026-07"), "its months");
    assert!(html.contains("0 leads have another stage"), "nobody moves between two same files");
    assert!(!inbound().contains("id=\"backtest\""), "no backtest without an outcome");
}

/// The keys of the first leads, in order.
fn first_leads(html: &str) -> Vec<String> {
    let table = html.split("id=\"top\"").nth(1).expect("the first leads").split("</section>").next().expect("it ends");
    let rows = table.split("<tr>").skip(2);
    rows.filter_map(|row| Some(row.split('>').nth(1)?.split('<').next()?.trim().to_owned())).collect()
}

#[test]
fn the_first_leads_are_open_ones_by_the_score_that_counts() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("first-leads");
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    let (rules, leads) = (folder.join("r.leadrules"), folder.join("leads.csv"));
    let text = "leadrules 1\nlead {\n  id text key\n  size number\n  visits number\n  won yes/no, outcome\n}\n\
        score fit 0..100 {\n  size => +1 per 1, up to 100\n}\nscore heat 0..100 {\n  visits => +1 per 1, up to 100\n}\n\
        score total = 0.1 * fit + heat\nstages {\n  fit >= 1 or heat >= 1 => MQL\n}\n";
    let data = |won: [&str; 4]| {
        let rows = [("big", "90", "1"), ("keen", "10", "40"), ("won", "90", "90"), ("lost", "80", "80")];
        let line = |((id, size, visits), won): ((&str, &str, &str), &str)| format!("{id},{size},{visits},{won}\n");
        let rows: String = rows.into_iter().zip(won).map(line).collect();
        std::fs::write(&leads, format!("id,size,visits,won\n{rows}")).expect("it can be written");
    };
    std::fs::write(&rules, text).expect("it can be written");
    let first = |more: &[&str]| {
        let paths = [&rules, &leads].map(|path| path.to_str().expect("a plain path"));
        let args = [&paths[..], &["--no-events", "--outcome", "won", "--as-of", "2026-11-23"], more].concat();
        first_leads(&report("first-leads", &args))
    };
    // By the computed score, not by the sum of all: 40 and 10 make 41, 1 and 90 make 10.
    data(["", "", "yes", "no"]);
    assert_eq!(first(&[]), ["keen", "big"]);
    assert_eq!(first(&["--order-by", "fit"]), ["big", "keen"]);
    // If all are decided, those that did not convert.
    data(["no", "no", "yes", "no"]);
    assert_eq!(first(&[]), ["lost", "keen", "big"]);
}

/// What the page says first.
fn said(html: &str) -> Vec<&str> {
    let sentences = html.split("<p class=\"said\">").skip(1);
    sentences.map(|rest| rest.split("</p>").next().expect("a paragraph ends")).collect()
}

#[test]
fn it_begins_with_what_people_ask() {
    assert_eq!(said(&inbound()), ["3 leads are at SQL: call them."]);
    assert_eq!(
        said(&signups()),
        [
            "188 leads are at Call, and it is known what became of each.",
            "52.1 % (45.0 to 59.2 %) of the leads at Call converted, and 35.7 % (31.2 to 40.5 %) of those at Watch: that is \
             more, and more than chance.",
            "Of the 299 leads with “customer”, 98 were at Call: 32.8 % (27.7 to 38.3 %).",
            "What became of leads was known from 2026-01 to 2026-11.",
            "No lead has another stage than by signups.leadrules.",
        ]
    );
    let rules = ["examples/first-hour/next.leadrules", "examples/first-hour/leads.csv"];
    let more = ["--events", "examples/first-hour/events.csv", "--as-of", "2026-11-23"];
    let previous = ["--previous", "examples/first-hour/first.leadrules"];
    assert_eq!(
        said(&report("first-hour", &[&rules[..], &more, &previous].concat())),
        [
            "1 lead is at Call: call it.",
            "3 leads have another stage than by first.leadrules: 2 from Call to Warm, 1 from contact to Warm.",
        ]
    );
    // So few leads can't tell stages apart.
    let few = ["tests/cmd/pace.leadrules", "tests/cmd/pace.csv", "--events", "tests/cmd/pace-events.csv"];
    let html = report("few", &[&few[..], &["--outcome", "won", "--as-of", "2026-02-01"]].concat());
    let said = said(&html);
    assert_eq!(said[0], "4 leads are at Hot; what becomes of 2 of them is open: call these.");
    assert!(said[1].ends_with("these figures do not tell whether that is more."), "{said:?}");
}

/// The cells of the tables of a part of the page, row by row.
fn rows(html: &str, id: &str) -> Vec<String> {
    let part =
        html.split(&format!("id=\"{id}\"")).nth(1).expect("the part").split("</section>").next().expect("it ends");
    let cells = |row: &str| {
        let cells = row.split("</t").filter_map(|cell| cell.rsplit_once('>')).map(|(_, text)| text.trim());
        cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
    };
    part.split("<tr>").skip(1).map(|row| cells(row.split("</tr>").next().expect("a row ends"))).collect()
}

#[test]
fn it_answers_what_is_asked_every_week() {
    let data = ["tests/cmd/pace.leadrules", "tests/cmd/pace.csv", "--events", "tests/cmd/pace-events.csv"];
    let asked =
        ["--since", "2026-01-20", "--touch", "called", "--within", "2 days", "--capacity", "5", "--by", "owner"];
    let more = ["--cohorts", "Hot", "--before", "tests/cmd/pace.csv", "--outcome", "won", "--as-of", "2026-02-01"];
    let html = report("week", &[&data[..], &asked, &more, &["--keep", "country"]].concat());
    assert_eq!(
        said(&html)[3..],
        [
            "Since 2026-01-20 2 leads went up (2 to Hot), and 1 down.",
            "Fewer than half of the leads that became Hot have been called, and 25.0 % (4.6 to 69.9 %) within the promised \
             2 days; 2 wait now, 1 of them for longer than was promised.",
            "With time for 5 leads the bar of Hot could lie at heat 10 (now 20).",
            "Of the leads that became Hot, 50.0 % (15.0 to 85.0 %) converted.",
            "Nothing has drifted from the leads of pace.csv.",
        ]
    );
    // C and F came to 20 points by two visits each; the visits of A are older than 30 days now.
    assert_eq!(
        rows(&html, "moved"),
        [
            "lead | country | before | now | because of",
            "C | NL | contact | Hot | visit on 2026-01-20 (2 times): heat +20 (visit in last 30 days +20)",
            "F | BE | contact | Hot | visit on 2026-01-31 (2 times): heat +20 (visit in last 30 days +20)",
            "A | BE | Hot | contact | time: heat -20 (visit in last 30 days -20)",
        ]
    );
    assert_eq!(
        rows(&html, "by"),
        [
            "owner | leads | of all | at Hot | converted",
            "Bob | 4 | 57.1 % | 50.0 % (15.0 to 85.0 %) | 50.0 % (9.5 to 90.5 %)",
            "Ann | 3 | 42.9 % | 66.7 % (20.8 to 93.9 %) | 50.0 % (9.5 to 90.5 %)",
        ]
    );
    let response = rows(&html, "response");
    assert_eq!(response[1], "Ann | 3 | 2 | 3 days | 50.0 % (9.5 to 90.5 %) | 1");
    assert_eq!(response.last().expect("who waits"), "F | BE | Hot | 2026-01-31 | 28 hours");
    assert!(rows(&html, "bars").contains(&"20 | 4 | 50.0 % (9.5 to 90.5 %) | 50.0 % (9.5 to 90.5 %) | now".to_owned()));
    // Without being asked, none of it is there.
    assert!(!inbound().contains("class=\"answer\""));
}

#[test]
fn what_can_not_be_answered_is_refused() {
    let refused = |more: &[&str]| {
        let done = crate::files::program()
            .current_dir(crate::files::root())
            .args(["report", "tests/cmd/pace.leadrules", "tests/cmd/pace.csv", "--events", "tests/cmd/pace-events.csv"])
            .args(more)
            .output()
            .expect("the program is there");
        assert_eq!(done.status.code(), Some(1), "{more:?}");
        String::from_utf8(done.stderr).expect("it is UTF-8")
    };
    for (more, says) in [
        (&["--since", "soon"][..], "--since: `soon` is no day; write it as 2026-11-16"),
        (&["--touch", "phoned"], "--touch: `phoned` is neither a kind of event nor a date field"),
        (&["--by", "source"], "--by: there is no label or field `source`; there are `owner`,"),
        (&["--capacity", "5/week"], "--capacity: nothing says when leads came"),
        (&["--cohorts", "MQL"], "--cohorts: there is no stage `MQL`; there are `Warm`, `Hot`"),
        (&["--before", "none.csv"], "none.csv"),
    ] {
        let said = refused(more);
        assert!(said.contains(says), "{more:?}: {said}");
    }
}

#[test]
fn accounts_come_with_the_people_behind_them() {
    let companies = "examples/companies";
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("companies.html");
    let run = |more: &[&str]| {
        let mut command = crate::files::program();
        command.current_dir(crate::files::root());
        command.args(["report", "examples/companies/companies.leadrules"]).arg(format!("{companies}/people.csv"));
        command.arg("--events").arg(format!("{companies}/events.csv"));
        command.arg("--accounts").arg(format!("{companies}/companies.csv"));
        command.args(["--as-of", "2026-11-23", "--keep", "Name", "--force", "-o"]).arg(&file);
        command.args(more).output().expect("the program is there")
    };
    let done = run(&[]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let page = crate::files::read(&file);
    assert!(page.contains("8 accounts are at Buying, the highest of their stages."));
    assert!(page.contains("Luc Maes (Hot), Bart Peeters (MQL), Greet Lambert (MQL), Luc Lambert (MQL), 2 more"));
    assert!(page.contains("+30 ideal size"));
    let done = run(&["--since", "2026-11-01"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("--since: the rules are about accounts too"));
}

/// The headings of a page.
fn headings(html: &str) -> Vec<&str> {
    html.split("<h2>").skip(1).map(|rest| rest.split("</h2>").next().expect("a heading ends")).collect()
}

#[test]
fn it_is_in_the_language_of_the_reader() {
    let (rules, leads) = ("examples/inbound/inbound.leadrules", "examples/inbound/leads.csv");
    let inbound = [rules, leads, "--events", "examples/inbound/events.csv", "--as-of", "2026-11-23", "--keep", "name"];
    let rules = ["examples/first-hour/next.leadrules", "examples/first-hour/leads.csv"];
    let more = ["--events", "examples/first-hour/events.csv", "--as-of", "2026-11-23"];
    let previous = ["--previous", "examples/first-hour/first.leadrules"];
    let first_hour = [&rules[..], &more, &previous].concat();
    let companies = [
        "examples/companies/companies.leadrules",
        "examples/companies/people.csv",
        "--events",
        "examples/companies/events.csv",
        "--accounts",
        "examples/companies/companies.csv",
        "--as-of",
        "2026-11-23",
    ];
    let in_language = |name: &str, args: &[&str], language: &str| {
        report(&format!("{name}-{language}"), &[args, &["--language", language]].concat())
    };
    for (language, sentences) in [
        (
            "nl",
            [
                "120 leads van leads.csv, gezien op 23-11-2026 23:59 UTC",
                "employees ligt tussen 50 en 99",
                "budget is minstens 10.000",
                "minstens één keer “webinar attended” (waarvoor geldt: minutes is minstens 20)",
                "voor elke keer “email opened” in de laatste 90 dagen (één keer per dag, hoogstens 10 in totaal)",
                "als dit klopt: profile is minstens 20 en engagement is minstens 10",
                "Van 0 tot 57, gemiddeld 22,62.",
            ],
        ),
        (
            "fr",
            [
                "120 leads de leads.csv, vus au 23&#x2f;11&#x2f;2026 23:59 UTC",
                "employees se situe entre 50 et 99",
                "budget vaut au moins 10\u{202f}000",
                "au moins un événement «\u{a0}webinar attended\u{a0}» (où «\u{a0}minutes\u{a0}» vaut au moins 20)",
                "pour chaque événement «\u{a0}email opened\u{a0}» dans les 90 derniers jours (une fois par jour, au plus 10 en tout)",
                "quand profile vaut au moins 20 et engagement vaut au moins 10",
                "De 0 à 57, en moyenne 22,62.",
            ],
        ),
    ] {
        let html = in_language("inbound", &inbound, language);
        assert!(html.contains(&format!("<html lang=\"{language}\">")));
        for sentence in sentences {
            assert!(html.contains(sentence), "no sentence “{sentence}”");
        }
    }
    assert_eq!(
        said(&in_language("first-hour", &first_hour, "nl")),
        [
            "1 lead staat op Call: bel die.",
            "3 leads hebben een andere fase dan volgens first.leadrules: 2 van Call naar Warm, 1 van contact naar Warm.",
        ]
    );
    assert_eq!(
        said(&in_language("companies", &companies, "fr")),
        [
            "36 leads sont en phase Hot\u{a0}: appelez-les.",
            "8 comptes sont en phase Buying, la plus haute de leurs phases.",
        ]
    );
    // No heading stays English.
    for (name, args) in [("first-hour", &first_hour[..]), ("companies", &companies)] {
        let [english, dutch, french] = ["en", "nl", "fr"].map(|language| in_language(name, args, language));
        for html in [&dutch, &french] {
            assert_eq!(headings(html).len(), headings(&english).len());
            for heading in headings(html) {
                assert!(!headings(&english).contains(&heading) || heading == "Accounts", "“{heading}” is English");
            }
        }
    }
}
