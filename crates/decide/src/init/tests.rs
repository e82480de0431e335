//! Small tables, and what is made of them.

mod known;

use std::fmt::Write;

use super::log::{Unsaid, merge};
use super::profile::Column;
use super::{Accounts, Log, Nesting, Profile, Quoted, Roles, Sources, write};
use leadrules_engine::data::cell::Cell;
use leadrules_engine::data::{Input, ReadOptions, Table, read_columns, read_table};
use leadrules_language::words::Locale;

fn profile(csv: &str) -> Profile {
    let mut lines = csv.lines().map(|line| line.split('|'));
    let mut profile = Profile::new(lines.next().unwrap().map(str::to_owned));
    for line in lines {
        for (column, cell) in line.enumerate() {
            profile.columns[column].add(&Cell::Text(cell));
        }
    }
    profile
}

/// A file of leads alone, in English.
fn of_leads() -> Sources<'static> {
    Sources { leads: "leads.csv", events: None, accounts: None, quoted: Quoted::All, language: Some(Locale::English) }
}

fn made(csv: &str) -> String {
    read_well(write(&profile(csv), None, (None, None), of_leads()))
}

/// The text, after making sure that every line of it can be read.
fn read_well(text: String) -> String {
    let mut sources = leadrules_language::source::Sources::default();
    let id = sources.add("made.leadrules", text);
    let (_, findings) = leadrules_language::parse::parse(&sources, id);
    let shown: Vec<String> = findings
        .iter()
        .map(|f| leadrules_language::diagnostic::render(f, &sources, leadrules_language::page::Style::default()))
        .collect();
    assert!(findings.is_empty(), "{}", shown.join("\n"));
    sources.file(id).text.clone()
}

/// A table with one column, each value the given number of times.
fn column(name: &str, values: &[(&str, usize)]) -> String {
    let mut table = format!("{name}\n");
    for (value, times) in values {
        table.push_str(&format!("{value}\n").repeat(*times));
    }
    table
}

fn field(name: &str, values: &[(&str, usize)]) -> String {
    let text = made(&column(name, values));
    let block = text.split("lead {\n").nth(1).unwrap().split("\n}\n").next().unwrap();
    block
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

#[test]
fn types_are_guessed_from_all_values() {
    assert_eq!(field("Converted", &[("1", 4), ("0", 9)]), "converted yes/no, from \"Converted\", outcome");
    assert_eq!(field("Deal", &[("yes", 4), ("no", 9)]), "deal yes/no, from \"Deal\", outcome");
    assert_eq!(field("visits", &[("0", 4), ("1", 9)]), "visits integer 0..  # 0 to 1");
    assert_eq!(field("budget", &[("1.234,5", 4), ("12", 9)]), "budget number decimal comma  # 12 to 1,234.5");
    assert_eq!(field("budget", &[("1,234.5", 4), ("12", 9)]), "budget number  # 12 to 1,234.5");
    assert_eq!(field("Created", &[("2026-01-02", 1), ("2026-11-02", 1)]), "created date, from \"Created\"");
    assert_eq!(field("at", &[("23/11/2026", 1), ("02/11/2026", 1)]), "at date as \"dd/mm/yyyy\"");
    assert_eq!(
        field("at", &[("03/11/2026", 1), ("02/11/2026", 1)]),
        "at date as \"dd/mm/yyyy\"  # or is it \"mm/dd/yyyy\"? All values fit both"
    );
    assert_eq!(field("phone", &[("+32 2 000 00 00", 1), ("02 000 00 00", 1)]), "phone text");
    assert_eq!(field("postcode", &[("01067", 1), ("10115", 1)]), "postcode text");
}

#[test]
fn placeholders_are_found() {
    assert_eq!(
        field("pdays", &[("999", 90), ("3", 5), ("6", 4), ("27", 1)]),
        "pdays integer 0.., missing 999  # 3 to 27; known for 10 %"
    );
    assert_eq!(
        field("age", &[("31", 9), ("n/a", 2), ("44", 1)]),
        "age integer 0.., missing \"n/a\"  # 31 to 44; known for 83 %"
    );
    assert_eq!(
        field("default", &[("no", 90), ("unknown", 9), ("yes", 1)]),
        "default yes/no, missing \"unknown\"  # known for 91 %"
    );
    // A country code is not an empty cell.
    assert!(field("country", &[("NA", 4), ("BE", 6)]).starts_with("country choice { BE, NA }"));
}

#[test]
fn options_are_sorted_and_their_spellings_joined() {
    assert_eq!(
        field("source", &[("Google", 30), ("google", 2), ("real  estate", 3), ("real estate", 9), ("02.Medium", 4)]),
        "source choice { Google, \"real estate\" (\"real  estate\"), \"02.Medium\" }"
    );
}

#[test]
fn lists_are_seen_by_their_marks() {
    assert_eq!(field("tags", &[("a; b", 5), ("a", 5), ("b;c", 5), ("a;c", 2)]), "tags list of choice { a, b, c }");
}

#[test]
fn a_table_without_use_still_gives_a_file() {
    for table in ["a\n", "a\nx\nx\n", "id\n1\n2\n", "Converted\nyes\nno\nno\nyes\n"] {
        let text = made(table);
        assert!(text.contains("stages {"), "{text}");
    }
}

#[test]
fn a_log_of_one_day_has_its_time_and_what_is_unsaid_is_named() {
    let leads = profile("Record ID|Name\n1|An\n2|Bo\n3|Cy");
    let find = |csv: &str| Roles::find(&profile(csv), &leads, Nesting::Apart);
    let one_day = "Record ID|Event|Time\n1|demo|2026-11-20\n2|visit|2026-11-20\n3|visit|2026-11-20";
    assert_eq!(find(one_day), Ok(Roles { lead: Some(0), event: 1, time: 2, id: None }));
    for (day, form) in [("20/11/2026", Some("dd/mm/yyyy")), ("2026-11-20", None)] {
        let events = profile(&one_day.replace("2026-11-20", day));
        let roles = Roles::find(&events, &leads, Nesting::Apart).unwrap();
        assert_eq!(Log::new(events, roles).time_form(), form);
    }
    let one_kind = "Record ID|Event|Time\n1|visit|2026-11-20\n2|visit|2026-11-21";
    assert_eq!(find(one_kind).map(|roles| roles.event), Ok(1));
    // A name that says nothing.
    assert_eq!(find("Record ID|Wat|Dag\n1|demo|2026-11-20\n2|visit|2026-11-20").map(|roles| roles.event), Ok(1));
    assert_eq!(find("Record ID|Event|Time\n1|demo|once\n2|visit|twice"), Err(Unsaid::Time));
    assert_eq!(find("Time|Email\n2026-11-20|a@x.be\n2026-11-20|b@x.be"), Err(Unsaid::Event));
    assert_eq!(find("Event|Time\ndemo|2026-11-20\nvisit|2026-11-20"), Err(Unsaid::Lead));
}

fn events(table: &str) -> Profile {
    let (input, options) = (Input::bytes("events.csv", table.to_owned()), ReadOptions::default());
    let columns = read_columns(&input, &options).unwrap();
    let mut events = Profile::new(columns.names.clone());
    let gather = |table: &Table<'_>| {
        let mut part = Profile::new(columns.names.clone());
        part.add_table(table);
        part
    };
    read_table(&input, &options, &columns, gather, |part| events.merge(part)).unwrap();
    events
}

#[test]
fn a_log_may_number_its_events_under_any_name() {
    let leads = profile("Contact|Name\nc1|An\nc2|Bo\nc3|Cy");
    let rows = ["c1,visit,2026-01-01T10:00:00Z", "c1,visit,2026-01-02T10:00:00Z", "c2,visit,2026-01-02T11:00:00Z"];
    let number = |header: &str, numbers: [&str; 3]| {
        let rows: String = rows.iter().zip(numbers).map(|(row, number)| format!("{number},{row}\n")).collect();
        let roles = Roles::find(&events(&format!("{header},Contact,Event,Time\n{rows}")), &leads, Nesting::Apart);
        roles.unwrap().id == Some(0)
    };
    let uuids = [
        "6f9619ff-8b86-d011-b42d-00c04fc964f1",
        "6f9619ff-8b86-d011-b42d-00c04fc964f2",
        "6f9619ff-8b86-d011-b42d-00c04fc964f3",
    ];
    for (header, numbers) in [
        ("id", ["1", "2", "3"]),
        ("Activiteit-ID", ["A1", "A2", "A3"]),
        ("Activity GUID", uuids),
        ("Prospect Activity Key", ["7", "8", "9"]),
        ("hs_object", uuids),
        ("Volgnummer", ["1", "2", "3"]),
    ] {
        assert!(number(header, numbers), "{header}");
    }
    for (header, numbers) in [
        ("Amount", ["12.50", "13", "9.95"]),
        ("Minutes", ["12", "13", "9"]),
        ("Subject", ["Offer no 1", "Offer no 2", "Hello"]),
        ("Note id", ["first of all", "second of all", "the third"]),
        ("Campaign ID", ["1", "1", "2"]),
        ("Mail", ["a@x.be", "b@x.be", "c@x.be"]),
        ("Link", ["https://x.be/a1", "https://x.be/b2", "https://x.be/c3"]),
    ] {
        assert!(!number(header, numbers), "{header}");
    }
}

fn log(table: &str, events: Profile, roles: Roles) -> Log {
    let (input, options) = (Input::bytes("events.csv", table.to_owned()), ReadOptions::default());
    let columns = read_columns(&input, &options).unwrap();
    let mut log = Log::new(events, roles);
    let places: Vec<Option<usize>> = (0..columns.names.len()).map(Some).collect();
    let mut filled = log.nothing();
    read_table(&input, &options, &columns, |table| log.look(table, &places), |part| merge(&mut filled, part)).unwrap();
    log.set(filled);
    log
}

#[test]
fn options_belong_to_the_kind_that_has_them() {
    let leads = profile("Contact|Name\n1|An\n2|Bo\n3|Cy");
    let made = |rows: [(&str, &[&str]); 3]| {
        let mut table = String::from("When,Contact,Activity,Result\n");
        for (kind, results) in rows {
            for (at, result) in results.iter().cycle().take(12).enumerate() {
                table += &format!("2026-01-01T10:00:{at:02}Z,{},{kind},{result}\n", at % 3 + 1);
            }
        }
        let events = events(&table);
        let roles = Roles::find(&events, &leads, Nesting::Apart).unwrap();
        let log = log(&table, events, roles);
        read_well(write(
            &leads,
            None,
            (Some(&log), None),
            Sources {
                leads: "leads.csv",
                events: Some("events.csv"),
                accounts: None,
                quoted: Quoted::All,
                language: Some(Locale::English),
            },
        ))
    };
    // Each has options of its own.
    let text = made([("Call", &["interested", "not now"]), ("Survey", &["good", "bad"]), ("Visit", &[""])]);
    assert!(text.contains("call_result choice { interested, \"not now\" }, from \"Result\""), "{text}");
    assert!(text.contains("survey_result choice { bad, good }, from \"Result\""), "{text}");
    assert!(text.contains("visit from \"Visit\"  # 12"), "{text}");
    // Some in common, also by way of a third: one property.
    let text = made([("Call", &["yes", "no"]), ("Survey", &["no", "later"]), ("Visit", &["Later", "never"])]);
    assert_eq!(text.matches("result choice { ").count(), 3, "{text}");
    assert!(!text.contains("call_result") && text.contains("never"), "{text}");
    // A single value is not another choice.
    let text = made([("Call", &["interested", "not now"]), ("Survey", &["done"]), ("Visit", &[""])]);
    assert!(!text.contains("call_result") && text.contains("done"), "{text}");
}

#[test]
fn a_key_of_whole_numbers_is_one_where_nothing_is_lost() {
    let key = |ids: [&str; 3], log_ids: Option<[&str; 3]>| {
        let leads = profile(&format!("Contact ID|Name\n{}|An\n{}|Bo\n{}|Cy", ids[0], ids[1], ids[2]));
        let log = log_ids.map(|ids| {
            let rows: String = ids.iter().map(|id| format!("2026-01-01T10:00:00Z,{id},visit\n")).collect();
            let table = format!("When,Contact ID,Activity\n{rows}");
            let events = events(&table);
            let roles = Roles::find(&events, &leads, Nesting::Apart).unwrap();
            log(&table, events, roles)
        });
        let text = read_well(write(&leads, None, (log.as_ref(), None), of_leads()));
        let line =
            text.lines().find(|line| line.contains(" key, from \"Contact ID\"")).unwrap_or("none").trim().to_owned();
        line.split(' ').nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(key(["1", "20", "300"], None), "integer");
    assert_eq!(key(["0", "1", "999999999999"], None), "integer");
    // As tables with gaps write whole numbers, in one of the two files.
    assert_eq!(key(["1", "20", "300"], Some(["1.0", "20.0", "1.0"])), "integer");
    assert_eq!(key(["1.0", "20.0", "300.0"], Some(["1", "20", "20"])), "integer");
    for ids in [
        ["007", "20", "300"],
        ["+1", "20", "300"],
        ["-1", "20", "300"],
        ["1,000", "20", "300"],
        ["1.5", "20", "300"],
        ["1e3", "20", "300"],
        ["1000000000000", "20", "300"],
        ["9007199254740993001", "20", "300"],
        ["A1", "20", "300"],
        ["", "20", "300"],
    ] {
        let expected = if ids[0].is_empty() { "integer" } else { "text" };
        assert!([expected, ""].contains(&key(ids, None).as_str()), "{ids:?}: {}", key(ids, None));
    }
    assert_eq!(key(["1", "20", "300"], Some(["1", "20", "L20"])), "text");
    assert_eq!(key(["1", "20", "300"], Some(["01", "20", "20"])), "text");
}

#[test]
fn a_log_gives_kinds_with_their_properties() {
    let leads = profile("Contact|Name\nc1|An\nc2|Bo\nc3|Cy");
    let table = "When,Contact ID,Activity,Minutes\n\
                 2026-01-01T10:00:00Z,c1,Webinar Attended,25\n2026-01-02T10:00:00Z,c2,Page viewed,\n\
                 2026-01-03T10:00:00Z,c1,page viewed,\n2026-01-04T10:00:00Z,c9,Page viewed,\n";
    let events = events(table);
    let roles = Roles::find(&events, &leads, Nesting::Apart).unwrap();
    assert_eq!(roles, Roles { lead: Some(1), event: 2, time: 0, id: None });
    let log = log(table, events, roles);
    let text = read_well(write(
        &leads,
        None,
        (Some(&log), None),
        Sources {
            leads: "leads.csv",
            events: Some("events.csv"),
            accounts: None,
            quoted: Quoted::All,
            language: Some(Locale::English),
        },
    ));
    assert!(text.contains("contact text key, from \"Contact\""), "{text}");
    assert!(text.contains("page_viewed from \"Page viewed\"  # 3\n"), "{text}");
    assert!(text.contains("webinar_attended from \"Webinar Attended\" {  # 1\n    minutes "), "{text}");
}

/// A column that has the stage of each lead is the stage before, its values are former names of the steps, and no rule scores on it; where it
/// says who became a customer too, it is known only afterwards as well.
#[test]
fn a_column_of_stages_is_the_stage_before() {
    let hubspot = column(
        "Lifecycle Stage",
        &[("subscriber", 30), ("lead", 40), ("marketingqualifiedlead", 20), ("salesqualifiedlead", 9)],
    );
    let text = made(&hubspot);
    assert!(text.contains("lifecycle_stage text, from \"Lifecycle Stage\", previous stage"), "{text}");
    assert!(text.contains("=> Lead (\"lead\")\n") || text.contains("=> Lead\n"), "{text}");
    assert!(text.contains("#   \"subscriber\", \"salesqualifiedlead\""), "{text}");
    let customers = column("Lead Status", &[("Lead", 40), ("MQL", 30), ("SQL", 20), ("Customer", 12)]);
    let text = made(&customers);
    assert!(text.contains(", outcome, previous stage"), "{text}");
    for none in [
        column("Stage", &[("Seed", 40), ("Series A", 30), ("Series B", 20)]),
        column("Lead Status", &[("Open", 40), ("Working", 30), ("Lead lost", 20)]),
        column("Kind", &[("lead", 40), ("mql", 30)]),
    ] {
        assert!(!made(&none).contains("previous stage"), "{none}");
    }
}

#[test]
fn what_few_leads_have_is_left_out_where_that_is_asked() {
    let mut csv = String::from("id|land|city|size");
    for n in 0..60 {
        let land = if n < 4 { "Malta" } else { ["Belgium", "France"][n % 2] };
        let city = ["Ghent", "Lille"][n % 2];
        csv += &format!("\n{n}|{land}|{city}|{}", 77_000 + n * n);
    }
    let made = |quoted| {
        read_well(write(
            &profile(&csv),
            None,
            (None, None),
            Sources { leads: "leads.csv", events: None, accounts: None, quoted, language: Some(Locale::English) },
        ))
    };
    let (all, common) = (made(Quoted::All), made(Quoted::Common));
    assert!(all.contains("Malta") && all.contains("77,000 to"), "{all}");
    assert!(common.contains("land text  # often \"Belgium\", \"France\""), "{common}");
    assert!(common.contains("choice { Ghent, Lille }"), "all of them are frequent: {common}");
    assert!(!common.contains("Malta") && !common.contains("77,000"), "{common}");
    assert!(common.contains("integer 0.."), "{common}");
}

/// Batches in which nothing is gathered that is settled give what batches give that know of no others.
#[test]
fn what_is_settled_is_not_gathered_again() {
    let mut csv = String::from("key,country,city,amount,day,mixed\n");
    for row in 0..60_000_u32 {
        let country = ["BE", "NL", "n/a", "", "none"][row as usize % 5];
        let (city, day) = (row * 7919 % 5_000, 1 + row % 28);
        let mixed = if row % 3 == 0 { format!("L{row}") } else { format!("x{}", row % 50) };
        writeln!(csv, "K{row},{country},city {city},{},2026-11-{day:02},{mixed}", row % 977).unwrap();
    }
    let (input, options) = (Input::bytes("leads.csv", csv), ReadOptions::default());
    let columns = read_columns(&input, &options).unwrap();
    let all = |knows: bool| {
        let all = std::sync::Mutex::new(Profile::new(columns.names.clone()));
        let mut batches = 0;
        let gather = |table: &Table<'_>| {
            let mut batch = if knows { all.lock().unwrap().batch() } else { Profile::new(columns.names.clone()) };
            batch.add_table(table);
            batch
        };
        let merge = |batch| {
            batches += 1;
            all.lock().unwrap().merge(batch);
        };
        read_table(&input, &options, &columns, gather, merge).unwrap();
        assert!(batches > 3, "{batches}");
        all.into_inner().unwrap()
    };
    let (plain, knowing) = (all(false), all(true));
    for (plain, knowing) in plain.columns.iter().zip(&knowing.columns) {
        let said = |column: &Column| {
            let values: Vec<_> =
                column.values.sorted().into_iter().map(|(value, count)| (value.to_owned(), count)).collect();
            let counts =
                [column.rows, column.filled, column.iso, column.coded, column.point.count, column.order.rising];
            let words = (column.empty_words.total(), column.maybe_empty_words.total(), column.values.many);
            (counts, words, column.forms.clone(), column.longest, column.is_unique(), column.is_nearly_unique(), values)
        };
        assert_eq!(said(plain), said(knowing), "{}", plain.name);
    }
}

/// The text of all comments that propose accounts, without their signs.
fn proposed(text: &str) -> String {
    let lines = text.split("seem to work for one company").nth(1).unwrap_or_default().lines().skip(2);
    lines.map(|line| line.trim_start_matches('#').trim_start_matches(' ')).collect::<Vec<_>>().join("\n")
}

#[test]
fn companies_that_leads_share_are_proposed() {
    let numbered = "id|Company ID\n1|C1\n2|C1\n3|C2\n4|C2\n5|C3\n6|C3\n7|C4";
    let text = made(numbered);
    assert!(text.contains("share a `company_id`"), "{text}");
    let block = proposed(&text);
    assert!(block.starts_with("account {\nid text key, from \"Company ID\"\nleads by company_id\n}"), "{block}");
    read_well(format!("leadrules 1\n{block}"));
    let addresses = "id|Email\n1|an@a.example\n2|bo@a.example\n3|cy@b.example\n4|di@b.example\n5|ed@c.example\n6|fe@C.example\n\
                     7|gi@gmx.de\n8|ho@gmx.de";
    let text = made(addresses);
    assert!(text.contains("have addresses at the same domain"), "{text}");
    let block = proposed(&text);
    assert!(block.contains("\"yahoo.com\", \"gmx.de\" }"), "{block}");
    assert!(block.contains("leads by email.domain except free_mail"), "{block}");
    read_well(format!("leadrules 1\n{block}"));
}

#[test]
fn no_companies_are_proposed_where_none_are_shared() {
    for none in [
        "id|Company ID\n1|C1\n2|C2\n3|C3\n4|C4",
        "id|Email\n1|an@gmail.com\n2|bo@gmail.com\n3|cy@hotmail.com\n4|di@hotmail.com\n5|e@yahoo.com\n6|f@yahoo.com",
        "id|Company\n1|Brewery\n2|Brewery\n3|Bakery\n4|Bakery\n5|Dairy\n6|Dairy",
    ] {
        assert!(!made(none).contains("account"), "{}", made(none));
    }
}

#[test]
fn data_of_accounts_gives_their_block() {
    let of = |leads: &str, accounts: &str| {
        let leads = profile(leads);
        let accounts = Accounts::new(profile(accounts), &leads);
        accounts.map(|accounts| {
            let names = Sources {
                leads: "l.csv",
                events: None,
                accounts: Some("a.csv"),
                quoted: Quoted::All,
                language: Some(Locale::English),
            };
            read_well(write(&leads, None, (None, Some(&accounts)), names))
        })
    };
    let leads = "id|Firm|Email|Account\n1|7|an@a.example|x\n2|7|bo@a.example|y\n3|8|cy@b.example|x\n4|9|di@gmail.com|y";
    let text = of(leads, "Number|Staff|Lifecycle Stage\n7|12|lead\n8||mql\n9|40|sql").expect("numbers in common");
    assert!(text.contains("from l.csv and a.csv"), "{text}");
    assert!(text.contains("  firm integer 0.., from \"Firm\"") && text.contains("  number integer key"), "{text}");
    assert!(text.contains("  leads by firm\n}"), "{text}");
    assert!(text.contains("  staff is known => +3") && !text.contains("previous stage"), "{text}");
    assert!(!text.contains("\n  account "), "a lead's field is called otherwise: {text}");
    let text = of(leads, "Domain|Staff\na.example|1\nb.example|2\nc.example|3").expect("domains in common");
    assert!(text.contains("  domain text key, from \"Domain\""), "{text}");
    assert!(text.contains("  leads by email.domain except free_mail"), "{text}");
    assert_eq!(of(leads, "Domain|Staff\nq.example|1\nr.example|2"), None);
}
