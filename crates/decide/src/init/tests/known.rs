//! Leads of which it is known what became of them: what is marked `outcome`, what rules are made of, and of what none are.

use std::fmt::Write;

use super::super::{Crossing, Profile, Quoted, Sources, write};
use leadrules_engine::data::{Input, ReadOptions, Table, read_columns, read_table};

/// What a column has in a row, and whether the lead converted.
type Cells<'a> = &'a dyn Fn(usize, bool) -> String;

/// A table of so many rows; `row` gives the cells of each. Rows at multiples of three are those that converted.
fn table(header: &str, rows: usize, row: impl Fn(usize, bool) -> String) -> String {
    let mut table = format!("{header}\n");
    for at in 0..rows {
        writeln!(table, "{}", row(at, at % 3 == 0)).unwrap();
    }
    table
}

fn made(csv: &str) -> String {
    let (input, options) = (Input::bytes("leads.csv", csv.to_owned()), ReadOptions::default());
    let columns = read_columns(&input, &options).unwrap();
    let mut profile = Profile::new(columns.names.clone());
    let gather = |table: &Table<'_>| {
        let mut part = Profile::new(columns.names.clone());
        part.add_table(table);
        part
    };
    read_table(&input, &options, &columns, gather, |part| profile.merge(part)).unwrap();
    let places: Vec<Option<usize>> = (0..columns.names.len()).map(Some).collect();
    let crossed = Crossing::new(&profile).map(|crossing| {
        let mut counts = crossing.nothing();
        read_table(&input, &options, &columns, |table| crossing.look(table, &places), |part| counts.merge(part))
            .unwrap();
        (crossing, counts)
    });
    super::read_well(write(
        &profile,
        crossed.as_ref(),
        (None, None),
        Sources {
            leads: "leads.csv",
            events: None,
            accounts: None,
            quoted: Quoted::All,
            language: Some(leadrules_language::words::Locale::English),
        },
    ))
}

/// The lines of the score, live and proposed.
fn rules(text: &str) -> Vec<String> {
    let score = text.split("score profile").nth(1).unwrap().split("\n}").next().unwrap();
    let rules = score.lines().filter(|line| line.contains("=> "));
    rules.map(|line| line.trim().trim_start_matches("# ").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn speaks_of(text: &str, field: &str) -> bool {
    rules(text).iter().any(|rule| rule.split(' ').next() == Some(field))
}

/// The declaration of a field.
fn declared<'t>(text: &'t str, field: &str) -> &'t str {
    text.lines().map(str::trim).find(|line| line.split(' ').next() == Some(field)).unwrap_or_default()
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

#[test]
fn what_is_known_because_of_the_outcome_is_marked_and_no_rule_is_made_of_it() {
    let of = |column: &str, rows: usize, cell: Cells<'_>| {
        made(&table(&format!("id,{column},won"), rows, |at, won| format!("L{at},{},{}", cell(at, won), yes_no(won))))
    };
    let winners = |cell: &'static str| {
        move |at: usize, won: bool| if won { cell.replace('#', &format!("{:02}", at % 28 + 1)) } else { String::new() }
    };
    let call = |at: usize, won: bool| (at % 50 + if won { 60 } else { 20 }).to_string();
    let tags = |at: usize, won: bool| match (at % 10, won) {
        (0, _) | (_, false) => ["Ringing", "Busy", "Will revert"][at % 3].to_owned(),
        (_, true) => "Closed by Horizzon".to_owned(),
    };
    let lost = |at: usize, won: bool| if won { "" } else { ["price", "no budget"][at % 2] }.to_owned();
    let cases: [(&str, &str, Cells<'_>); 8] = [
        ("signed_on", "signed_on", &winners("2026-03-#")),
        ("Contract-ID", "contract_id", &winners("C-77#")),
        ("Amount", "amount", &winners("12#")),
        ("Onboarding", "onboarding", &winners("planned")),
        ("Call duration", "call_duration", &call),
        ("Tags", "tags", &tags),
        ("Competitor", "competitor", &lost),
        ("Lost because", "lost_because", &lost),
    ];
    for (column, field, cell) in cases {
        for rows in [30, 300] {
            let text = of(column, rows, cell);
            // Of few leads values say little, only who has one at all.
            let is_seen = rows == 300 || !["call_duration", "tags"].contains(&field);
            assert_eq!(declared(&text, field).contains(", outcome"), is_seen, "{field}\n{text}");
            assert_eq!(text.contains(&format!("#   {field}: ")), is_seen, "{field}\n{text}");
            assert!(!is_seen || !speaks_of(&text, field), "{field}\n{text}");
            assert!(declared(&text, "won").ends_with("yes/no, outcome"), "{text}");
        }
        // Of hardly any leads it may be chance.
        let text = of(column, 9, cell);
        assert!(!declared(&text, field).contains(", outcome"), "{field}\n{text}");
    }
    let text = of("signed_on", 300, &winners("2026-03-#"));
    let why = "signed_on: filled in for 100 % of the leads that converted and 0 % of the others: it may be the time of the outcome";
    assert!(text.replace("\n  #    ", "").contains(why), "{text}");
}

#[test]
fn names_and_words_say_how_it_ended() {
    let outcomes = |column: &str, values: &[&str]| {
        let text = made(&table(&format!("id,{column}"), 40, |at, _| format!("L{at},{}", values[at % values.len()])));
        (text.contains(", outcome"), rules(&text).len())
    };
    for (column, values) in [
        ("Became a customer", &["yes", "no"][..]),
        ("klant_geworden", &["ja", "nee"]),
        ("Opportunity won", &["true", "false"]),
        ("won_date", &["2026-01-02", "", "2026-02-01"]),
        ("deal_closed_at", &["2026-01-02", "", "2026-02-01"]),
        ("Decided on", &["2026-01-02", "2026-02-01"]),
        ("Close reason", &["price", "", "features"]),
        ("Customer since", &["2026-01-02", "", "2026-02-01"]),
        ("Deal stage", &["Open", "Closed Won", "Closed Lost"]),
        ("lifecyclestage", &["lead", "customer", "marketingqualifiedlead"]),
        ("Lead status", &["New", "Converted", "Nurture"]),
    ] {
        assert!(outcomes(column, values).0, "{column}");
        // What says that a lead is there at all.
        assert!(outcomes(column, values).1 <= 1, "{column}");
    }
    for (column, values) in [
        ("Status", &["New", "Open", "No customer"][..]),
        ("Source", &["Customer", "Web", "Fair"]),
        ("Existing customer", &["yes", "no"]),
        ("Created", &["2026-01-02", "2026-02-01"]),
        ("Reason of visit", &["price", "service"]),
    ] {
        assert!(!outcomes(column, values).0, "{column}");
    }
}

#[test]
fn the_outcome_is_found_whatever_form_it_has() {
    // What is known of winners only, beside each form that says who they are.
    for (column, won, lost) in [
        ("Converted", "1", "0"),
        ("Deal stage", "Closed Won", "Open"),
        ("Result", "WON", "lost"),
        ("won_at", "2026-02-03", ""),
        ("won", "yes", ""),
    ] {
        let text = made(&table(&format!("id,Seats,{column}"), 90, |at, is_won| {
            let (seats, end) = if is_won { (at.to_string(), won) } else { (String::new(), lost) };
            format!("L{at},{seats},{end}")
        }));
        assert!(declared(&text, "seats").contains(", outcome"), "{column}\n{text}");
    }
    // Who left, or that it is over, does not say that it went well.
    let text =
        made(&table("id,Seats,churned", 90, |at, won| format!("L{at},{},{}", if won { "5" } else { "" }, yes_no(won))));
    assert!(!declared(&text, "seats").contains(", outcome"), "{text}");
}

#[test]
fn numbers_of_records_and_what_is_nearly_the_same_get_no_rules() {
    let header = "id,name,row,back,lead_number,team,rare,news,phone,vat_nr,modified_on,created,birth_date,trial_ends,campaign_id,month,last_activity,gender,deal_owner,contacted,size";
    for header in [header.to_owned(), format!("{header},won")] {
        let text = made(&table(&header, 300, |at, won| {
            let scattered = at * 7919 % 300;
            [
                format!("L{at}"),
                format!("N{at}"),
                (at + 1).to_string(),
                (5000 - 3 * at).to_string(),
                (70_000 + scattered).to_string(),
                if at % 60 == 7 { "B" } else { "A" }.to_owned(),
                if at % 100 == 50 { "12" } else { "" }.to_owned(),
                yes_no(at % 150 == 3).to_owned(),
                (32_470_000_000 + scattered as u64).to_string(),
                (400_000_000 + scattered).to_string(),
                format!("2026-01-{:02}", at % 28 + 1),
                "2026-02-02T10:00:00Z".replace("00Z", if at % 2 == 0 { "00Z" } else { "30Z" }),
                format!("19{:02}-05-17", at % 40 + 50),
                format!("2026-03-{:02}", at % 28 + 1),
                (at % 9 * 100 + 12).to_string(),
                ["jan", "feb"][at % 2].to_owned(),
                ["Mail", "Call"][usize::from(won)].to_owned(),
                ["f", "m"][at % 2].to_owned(),
                ["An", "Bo"][at % 2].to_owned(),
                yes_no(at % 7 == 0).to_owned(),
                (at % 40).to_string(),
                yes_no(at % 3 == 0).to_owned(),
            ][..header.split(',').count()]
                .join(",")
        }));
        for field in header.split(',').filter(|field| !["id", "name", "phone", "vat_nr", "size"].contains(field)) {
            assert!(!speaks_of(&text, field), "{field}\n{text}");
            assert!(["row", "won"].contains(&field) || !declared(&text, field).is_empty(), "{field}\n{text}");
        }
        let left_out: String = text.lines().filter(|line| line.starts_with("  #  ")).collect();
        for field in header.split(',').filter(|field| !["id", "name", "phone", "size", "won"].contains(field)) {
            let is_marked = declared(&text, field).ends_with("outcome");
            assert!(
                is_marked || [' ', '_'].iter().any(|mark| left_out.contains(&format!("{mark}{field}"))),
                "{field}\n{text}"
            );
        }
        // Digits that are no amount.
        assert_eq!(declared(&text, "phone"), "phone text", "{text}");
        assert_eq!(declared(&text, "vat_nr"), "vat_nr text", "{text}");
        assert!(header.ends_with("won") || speaks_of(&text, "size"), "{text}");
    }
}

#[test]
fn rules_are_proposed_where_more_leads_converted() {
    let text = made(&table("id,job,plan,visits,age,optin,no_mail,likes,won", 900, |at, won| {
        let job = if at % 31 == 0 || won && at % 4 == 0 { "student" } else { ["clerk", "nurse"][at % 2] };
        let plan = ["a", "b", "c"][at * 7 % 5 % 3];
        let visits = at % 7 + if won { 2 } else { 0 };
        let age = at % 50 + if won { 20 } else { 35 };
        let optin = yes_no(won == (at % 5 < 3));
        let no_mail = yes_no(!won && at % 2 == 0);
        let likes = ["x;y", "y", "x"][if won { at % 2 } else { 1 + at % 2 }];
        format!("L{at},{job},{plan},{visits},{age},{optin},{no_mail},{likes},{}", yes_no(won))
    }));
    let rules = rules(&text);
    let of = |field: &str| rules.iter().rfind(|rule| rule.starts_with(&format!("{field} "))).map(String::as_str);
    assert_eq!(of("job"), Some("job is student => +10 # 80 % of these converted, 27 % of the others"), "{text}");
    assert_eq!(of("visits"), Some("visits >= 5 => +10 # 50 % of these converted, 23 % of the others"), "{text}");
    assert_eq!(of("no_mail"), Some("no_mail => -10 # 0 % of these converted, 50 % of the others"), "{text}");
    assert_eq!(of("optin"), Some("optin => +5 # 43 % of these converted, 25 % of the others"), "{text}");
    assert_eq!(of("likes"), Some("likes contains y => +5 # 50 % of these converted, 0 % of the others"), "{text}");
    // What has nothing to do with it, and what speaks against it.
    assert_eq!((of("plan"), of("age")), (None, None), "{text}");
}

#[test]
fn no_rule_is_made_of_a_word_that_only_winners_have() {
    let text = made(&table("id,tags,step,won", 900, |at, won| {
        let is_late = won && at % 2 == 0;
        let tags = if is_late { "Closed by Horizzon;web" } else { ["web", "web;fair", "fair"][at / 3 % 3] };
        let step = if is_late { "Invoice sent" } else { ["Mail", "Demo"][at / 3 % 2] };
        format!("L{at},{tags},{step},{}", yes_no(won))
    }));
    assert!(!rules(&text).join("\n").contains("Horizzon") && !rules(&text).join("\n").contains("Invoice"), "{text}");
}

#[test]
fn what_some_winners_have_and_nobody_else_is_marked() {
    let text = made(&table("id,Partner contract,size,won", 600, |at, won| {
        let contract = if won && at % 5 < 2 { "signed" } else { "" };
        format!("L{at},{contract},{},{}", if at % 2 == 0 { "7" } else { "" }, yes_no(won))
    }));
    assert!(declared(&text, "partner_contract").contains(", outcome"), "{text}");
    assert_eq!(rules(&text), ["size is known => +3"], "{text}");
}

#[test]
fn being_known_gives_points_where_more_leads_converted() {
    let text = made(&table("id,size,budget,sector,source,won", 900, |at, won| {
        let some = |is: bool, value: &str| if is { value.to_owned() } else { String::new() };
        let size = some(at % 2 == 0 || won && at % 5 < 3, "10");
        let budget = some(at % 2 == 0 && !(won && at % 4 == 0), "500");
        let sector = some(at % 2 == 0 || won && at % 5 < 3, "retail");
        format!("L{at},{size},{budget},{sector},web,{}", yes_no(won))
    }));
    // The sector is known of the same leads as the size, the budget of those that did not convert.
    assert_eq!(rules(&text), ["size is known => +3"], "{text}");
}

#[test]
fn points_that_all_leads_get_are_left_out_where_others_tell_more() {
    let of = |outcome: &str| {
        made(&table(&format!("id,name,phone,{outcome}"), 300, |at, won| {
            format!("L{at},N{at},{},{}", if at % 2 == 0 { "+32 2 000 00 00" } else { "" }, yes_no(won))
        }))
    };
    assert_eq!(rules(&of("won")), ["phone is known => +3"]);
    assert_eq!(rules(&of("optin"))[..2], ["name is known => +3", "phone is known => +3"]);
}

#[test]
fn where_being_known_tells_nothing_the_rule_there_is_speaks_of_no_key() {
    let text = made(&table("id,size,won", 300, |at, won| {
        format!("L{at},{},{}", if at % 2 == 0 { "7" } else { "" }, yes_no(won))
    }));
    assert_eq!(rules(&text), ["size is known => +3"], "{text}");
}

#[test]
fn without_an_outcome_the_most_frequent_is_proposed() {
    let text = made(&table("id,job,visits,optin", 90, |at, won| {
        format!("L{at},{},{},{}", ["clerk", "clerk", "nurse", "clerk", "nurse", "cook"][at % 6], at % 9, yes_no(won))
    }));
    for rule in ["job in clerk, nurse => +10", "visits >= 6 => +10", "optin => +5"] {
        assert!(rules(&text).contains(&rule.to_owned()), "{rule}\n{text}");
    }
    assert!(!text.contains("outcome`, since") && !text.contains("Left out"), "{text}");
}
