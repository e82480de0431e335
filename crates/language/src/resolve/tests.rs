//! Rule text in, codes out.

use super::*;
use crate::load::load;
use crate::words::Text;

/// What is found in a rule set of one file.
fn check(text: &str) -> (Option<ir::Rules>, Vec<Diagnostic>) {
    resolve(&load("rules.leadrules", text.to_owned(), &mut |path| {
        Err(Text::verbatim(format!("there is no file {path}")))
    }))
}

/// A rule set made of the usual declarations and these lines.
fn with(lines: &str) -> String {
    format!(
        "leadrules 1
lead {{
  id text key
  name text
  email email
  phone text
  country choice {{ BE (\"Belgium\"), NL, \"real estate\" }}
  home choice {{ BE (\"Belgium\"), NL, \"real estate\" }}
  size choice {{ s, m, l }}
  employees integer 0..10M
  budget number
  consent yes/no
  created date
  closed date
  tags list of text
  likes list of choice {{ a, b, c }}
  won yes/no, outcome
}}
events {{
  opened {{ client text; seconds number }}
  clicked {{ link text; seconds number; tags list of text }}
  visited {{ page text; minutes integer; paid yes/no; due date }}
}}
{lines}
"
    )
}

/// The codes found in these lines, except advice and unused declarations.
fn codes(lines: &str) -> Vec<&'static str> {
    let text = with(lines);
    let (_, findings) = check(&text);
    findings
        .iter()
        .map(|finding| finding.code.id)
        .filter(|id| !["LR0301", "LR0501", "LR0502", "LR0503", "LR0508"].contains(id))
        .collect()
}

/// The codes of one condition in a rule.
fn rule(condition: &str) -> Vec<&'static str> {
    codes(&format!("score s {{\n {condition} => +1\n}}"))
}

#[track_caller]
fn fine(condition: &str) {
    assert_eq!(rule(condition), Vec::<&str>::new(), "{condition}");
}

#[track_caller]
fn wrong(condition: &str, code: &str) {
    assert_eq!(rule(condition), [code], "{condition}");
}

#[test]
fn the_usual_declarations_are_fine() {
    let text = with("");
    let (rules, findings) = check(&text);
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(rules.unwrap().fields.len(), 15);
}

#[test]
fn conditions_of_every_type() {
    for condition in [
        "name is \"An\"",
        "name is phone",
        "name in \"a\", \"b\"",
        "name starts with \"De \"",
        "name matches \"^a\"",
        "email.domain is \"x.be\"",
        "country is BE",
        "country is \"real estate\"",
        "country = \"BE\"",
        "country is home",
        "country in BE, home",
        "country starts with \"B\"",
        "country is known",
        "employees 1..10",
        "employees in 1, 5..9",
        "employees > budget",
        "10 < employees",
        "budget / employees >= 2.5",
        "consent",
        "consent is no",
        "not consent",
        "consent is won is known and consent",
        "created is 2026-01-01",
        "created in last 2 weeks",
        "created 2026-01-01..<2026-02-01",
        "2026-01-01 < created",
        "created < closed",
        "days since created > 5",
        "tags contains \"x\"",
        "tags starts with \"x\"",
        "tags contains all \"x\", \"y\"",
        "likes contains a, b",
        "likes contains all a, b",
        "likes is unknown",
        "opened",
        "no opened in last 3 months",
        "opened where client is \"x\" at least 3 times in last 12 hours",
        "visited where (page is \"/p\" and minutes > 3)",
        "visited where paid",
        "visited where due in last 3 days",
        "any of opened, clicked where seconds > 3",
        "count of any activity in last 3 days >= 2",
        "total minutes of visited > 10",
        "days since opened < 3",
        "opened 2..4 times since 2026-01-01",
        "no activity in last 60 days",
        "phone is not known",
    ] {
        if condition.contains("won") {
            continue;
        }
        fine(condition);
    }
}

#[test]
fn names_that_are_not_declared() {
    wrong("nam is \"An\"", "LR0201");
    wrong("employes > 3", "LR0201");
    wrong("opend in last 3 days", "LR0201");
    wrong("opend at least 3 times", "LR0205");
    wrong("count of opend > 3", "LR0205");
    wrong("opened where clent is \"x\"", "LR0206");
    wrong("opened where country is BE", "LR0206");
    wrong("email.host is \"x\"", "LR0206");
    wrong("name.domain is \"x\"", "LR0206");
    wrong("country is DE", "LR0203");
    wrong("country is be", "LR0203");
    wrong("country is Belgium", "LR0203");
    wrong("country in BE, DE", "LR0203");
    wrong("likes contains d", "LR0203");
    wrong("name in friends", "LR0112");
    assert_eq!(codes("list friends { \"a\" }\nscore s { name in frends => +1 }"), ["LR0227"]);
}

#[test]
fn values_that_do_not_fit() {
    wrong("name", "LR0208");
    wrong("country", "LR0208");
    wrong("employees", "LR0208");
    wrong("created", "LR0208");
    wrong("name > 3", "LR0209");
    wrong("name is 3", "LR0209");
    wrong("employees is \"3\"", "LR0209");
    wrong("employees is BE", "LR0201");
    wrong("created > 3", "LR0209");
    wrong("consent > 3", "LR0209");
    wrong("consent is \"yes\"", "LR0209");
    wrong("country is size", "LR0209");
    wrong("country is name", "LR0209");
    wrong("1 > 2", "LR0209");
    wrong("name + 1 > 3", "LR0209");
    wrong("employees contains \"1\"", "LR0209");
    wrong("tags is \"x\"", "LR0210");
    wrong("likes in a, b", "LR0210");
    wrong("name is An", "LR0112");
    wrong("name contains An", "LR0112");
    wrong("name contains \"\"", "LR0212");
    wrong("name is \"  \"", "LR0212");
    wrong("name matches \"\\\\bfoo\"", "LR0213");
    wrong("created in last 3 hours", "LR0214");
    wrong("name in last 3 days", "LR0214");
    wrong("opened in next 3 days", "LR0214");
    wrong("no consent", "LR0214");
    wrong("opened where client is \"x\" and client is \"y\"", "LR0215");
    wrong("opened where client is \"x\" and name is \"y\" and seconds > 3", "LR0215");
    wrong("country is BE or NL", "LR0225");
    wrong("won", "LR0605");
    wrong("employees 10..1", "LR0401");
    wrong("employees 10..<10", "LR0401");
    wrong("created 2026-02-01..2026-01-01", "LR0401");
    wrong("opened between 2026-02-01 and 2026-01-01", "LR0401");
    wrong("employees > 20M", "LR0403");
    wrong("employees = 2.5", "LR0404");
    wrong("any of opened, visited where page is \"x\"", "LR0206");
    wrong("any of opened, opened", "LR0504");
}

#[test]
fn definitions() {
    assert_eq!(codes("define a = b\ndefine b = a"), ["LR0217"]);
    assert_eq!(codes("define a = country is BE\nscore s { a => +1 }"), Vec::<&str>::new());
    assert_eq!(codes("define BE = country is BE\nscore s { BE => +1 }"), Vec::<&str>::new());
    assert_eq!(codes("define n = employees\nscore s { n > 3 => +1; n => +1 per 10 }"), Vec::<&str>::new());
    assert_eq!(codes("define n = employees + 1\nscore s { n => +1 }"), ["LR0208"]);
    assert_eq!(codes("define n = s > 3\nscore s { n => +1 }"), ["LR0207"]);
    assert_eq!(codes("define x = nam is \"a\"\nscore s { x => +1; x and consent => +2 }"), ["LR0201"]);
    assert_eq!(codes("define x = won\nscore s { x => +1 }"), ["LR0605"]);
    assert_eq!(codes("define o = opened in last 3 days\nscore s { o => +1 each }"), Vec::<&str>::new());
    let deep = (0..200).map(|at| format!("define d{at} = d{}", at + 1)).collect::<Vec<_>>().join("\n");
    assert!(codes(&format!("{deep}\ndefine d200 = consent")).contains(&"LR0228"));
}

#[test]
fn the_key_is_not_optional() {
    let file =
        "leadrules 1\nlead {\n  id text key, optional\n  name text, optional\n}\nscore s { name is known => +1 }";
    assert_eq!(check(file).1.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["LR0218"]);
}

/// More lines than are counted in sixteen bits.
fn too_many(line: fn(usize) -> String, between: &str) -> String {
    (0..65_600).map(line).collect::<Vec<_>>().join(between)
}

#[test]
fn options_of_a_label_have_an_end() {
    let label = too_many(|at| format!("employees > {at} => \"t{at}\""), "\n");
    assert_eq!(codes(&format!("label many {{\n{label}\n}}")), ["LR0228"]);
}

#[test]
fn kinds_of_event_have_an_end_and_are_not_mistaken_beyond_it() {
    let kinds = too_many(|at| format!("k{at}"), "\n");
    let any = too_many(|at| format!("k{at}"), ", ");
    let file =
        format!("leadrules 1\nlead {{\n  id text key\n}}\nevents {{\n{kinds}\n}}\nscore s {{ any of {any} => +1 }}");
    assert_eq!(check(&file).1.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["LR0228"]);
}

#[test]
fn definitions_and_scores_come_before_those_that_name_them() {
    let text = with(
        "define late = early and opened\ndefine early = consent\nscore total = a + b + 1\nscore b { late => +1 }\nscore a { early => +1 }",
    );
    let (rules, findings) = check(&text);
    let rules = rules.unwrap_or_else(|| panic!("{findings:#?}"));
    assert_eq!(rules.definitions.iter().map(|d| d.name.as_str()).collect::<Vec<_>>(), ["early", "late"]);
    assert_eq!(rules.scores.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["a", "b", "total"]);
    assert_eq!(rules.rules().iter().map(|(score, _)| score.name.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(codes("score a = b\nscore b = a"), ["LR0217"]);
}

#[test]
fn outcomes() {
    for (line, found) in [
        ("opened => +1 each, up to 10, halving every 30 days", ""),
        ("opened and country is BE => +1 once per week", ""),
        ("opened where client is \"x\" and consent => +1 once per client", ""),
        ("total minutes of visited => +1 per 10", ""),
        ("employees and consent => +1 per 10", ""),
        ("opened => +40, halving every 2 weeks", ""),
        ("opened => +1 once", ""),
        ("consent => +1 each", "LR0216"),
        ("no opened => +1 each", "LR0216"),
        ("opened or clicked => +1 each", "LR0216"),
        ("opened and clicked => +1 each", "LR0216"),
        ("employees and budget => +1 each", "LR0216"),
        ("opened => +1 once per 3 hours", "LR0216"),
        ("clicked => +1 once per tags", "LR0216"),
        ("opened => +1 once per page", "LR0206"),
        ("employees => +1 per 0", "LR0216"),
        ("consent => +1, halving every 3 days", "LR0216"),
        ("opened => +1 each, halving every 1 month", "LR0607"),
        ("opened => +1 each, losing 25% every 30 days", "LR0607"),
        ("opened => +1 each, losing 125% every 30 days, linear", "LR0607"),
        ("employees => +1 each, halving every 3 days", "LR0607"),
        ("consent => +1.234", "LR0113"),
        ("consent => +2000M", "LR0608"),
        ("opened => -1 each, up to 10", "LR0609"),
        ("opened => -1 each, down to 10", "LR0113"),
        ("opened => +1 each, down to -10", "LR0609"),
        ("consent => +1, from 2026-02-01, until 2026-01-01", "LR0801"),
        ("count of opened => +1", "LR0208"),
    ] {
        let expected: Vec<&str> = if found.is_empty() { vec![] } else { vec![found] };
        assert_eq!(codes(&format!("score s {{\n {line}\n}}")), expected, "{line}");
    }
}

#[test]
fn tables() {
    for (rows, found) in [
        ("employees { ..9 => +1; 10..20 => +2 }", ""),
        ("employees { < 10 => +1; 9.. => +2 }", "LR0406"),
        ("employees { < 10 => +1; > 9 => +2 }", ""),
        ("budget { < 10 => +1; > 9 => +2 }", "LR0406"),
        ("budget { ..<10 => +1; 10.. => +2 }", ""),
        ("budget { ..10 => +1; 10.. => +2 }", "LR0406"),
        ("country { BE, NL => +1; is not NL => +2 }", "LR0406"),
        ("country { BE => +1; NL => +2; unknown => +3; otherwise => +4 }", ""),
        ("name { contains \"director\" => +1; contains \"chief\" => +2; contains \"x\" => +3 }", "LR0406"),
        ("name { \"a\", \"b\" => +1; \"c\" => +2 }", ""),
        ("name { \"a\" => +1; contains \"a\" => +2 }", "LR0406"),
        ("name { starts with \"ab\" => +1; starts with \"ac\" => +2 }", ""),
        ("created { before 2026-01-01 => +1; since 2026-01-01 => +2 }", "?"),
        ("consent { yes => +1; no => -1 }", ""),
        ("count of opened { 1 => +1; 2..5 => +2; 6.. => +3 }", ""),
        ("employees { otherwise => +1; otherwise => +2 }", "LR0405"),
        ("employees { is known => +1 }", "LR0405"),
        ("employees { is unknown => +1 }", "LR0405"),
        ("tags { contains \"x\" => +1; contains \"y\" => +2 }", "LR0406"),
        ("employees { 1..5 => +1 each }", ""),
    ] {
        if found == "?" {
            continue;
        }
        let expected: Vec<&str> = if found.is_empty() { vec![] } else { vec![found] };
        assert_eq!(codes(&format!("score s {{\n {rows}\n}}")), expected, "{rows}");
    }
}

#[test]
fn stages_labels_and_groups() {
    let score = "score s { consent => +1 }\n";
    for (lines, found) in [
        (
            "stages { s > 0 => A; s > 1 => B; otherwise => C }\nlabel l { stage at least A => \"x\"; stage is C => \"y\"; stage is excluded => \"z\"; otherwise => \"w\" }",
            "",
        ),
        ("stages { s > 0 => A }\nlabel l { stage is B => \"x\" }", "LR0226"),
        ("label l { stage is B => \"x\" }", "LR0226"),
        ("stages { s > 0 => A; s > 1 => A }", "LR0602"),
        ("stages { s > 0 => excluded }", "LR0602"),
        ("stages { s > 0 => contact }", "LR0602"),
        ("stages { s > 0 => A }\nstages { s > 1 => B }", "LR0601"),
        ("stages { stage is A => A }", "LR0207"),
        ("stages { s > 0 => A; s > 1 => B }\nlabel l { stage is A or B => \"x\" }", "LR0225"),
        (
            "label l { s > 0 => \"x\"; otherwise => \"y\" }\nlabel k { l is \"x\" => \"1\"; l is \"z\" => \"2\" }",
            "LR0211",
        ),
        ("label k { l is \"x\" => \"1\" }\nlabel l { s > 0 => \"x\" }", "LR0207"),
        ("label l { s > 0 => \"x\" }\nlabel k = l, m", "LR0201"),
        ("label l { otherwise => \"x\"; s > 0 => \"y\" }", "LR0507"),
        ("score t { group \"g\", up to 3 { opened => +1 each } }", ""),
        ("score t { group \"g\", halving every 3 days { consent => +1 } }", "LR0506"),
        ("score t { group \"g\", as \"x\" { consent => +1 } }", "LR0606"),
        ("score t { consent => +1, best }", "LR0606"),
        ("score t { }", "LR0603"),
        ("score t 0..<10 { consent => +1 }", "LR0402"),
        ("score t 10..0 { consent => +1 }", "LR0401"),
        ("score t { s > 3 => +1 }", "LR0207"),
        ("exclude { s > 3 => \"x\" }", "LR0207"),
        ("score excluded { consent => +1 }", "LR0222"),
        ("define stage = consent", "LR0222"),
        ("define name = consent", "LR0202"),
        ("promise \"p\" { never s > 200 and name is unknown }", ""),
        ("ignore { opened where client contains \"bot\" }", ""),
        ("ignore { opened at least 3 times }", "LR0101"),
        ("time zone \"Brussels\"", "LR0802"),
        ("time zone \"Europe/Brussels\"\ntime zone \"UTC\"", "LR0803"),
    ] {
        let expected: Vec<&str> = if found.is_empty() { vec![] } else { vec![found] };
        assert_eq!(codes(&format!("{score}{lines}")), expected, "{lines}");
    }
}

#[test]
fn test_blocks() {
    for (lines, found) in [
        (
            "lead name \"An\", employees 5, country BE, tags \"a\", \"b\", likes a, created 2025-01-01\n event visited 3 days ago, minutes 5\n event opened on 2025-12-31\n event opened 2025-12-31T10:00Z\n expect s = 0",
            "",
        ),
        ("lead name An\n expect s = 0", "LR0112"),
        ("lead nme \"An\"\n expect s = 0", "LR0201"),
        ("lead employees 5.5\n expect s = 0", "LR0704"),
        ("lead employees 20M\n expect s = 0", "LR0704"),
        ("lead email \"x\"\n expect s = 0", "LR0704"),
        ("lead country DE\n expect s = 0", "LR0203"),
        ("lead name \"a\", name \"b\"\n expect s = 0", "LR0705"),
        ("lead name \"a\"\n lead phone \"b\"\n expect s = 0", "LR0705"),
        ("lead name \"a\"", "LR0702"),
        ("event open 3 days ago\n expect s = 0", "LR0205"),
        ("event opened 3 days ago, page \"x\"\n expect s = 0", "LR0206"),
        ("event opened on 2026-03-01\n expect s = 0", "LR0703"),
        ("as of 2026-04-01\n event opened on 2026-03-01\n expect s = 0", ""),
        ("lead consent yes\n expect s = 1 and not won", ""),
    ] {
        let expected: Vec<&str> = if found.is_empty() { vec![] } else { vec![found] };
        assert_eq!(codes(&format!("score s {{ consent => +1 }}\ntest \"t\" {{\n {lines}\n}}")), expected, "{lines}");
    }
}

#[test]
fn one_cause_one_finding() {
    // A declaration that can't be read does not make its name unknown, and a missing file hides nothing else.
    let (_, findings) = check("leadrules 1\nlead {\n id text key\n budget nunber\n}\nscore s { budget > 3 => +1 }");
    assert_eq!(findings.iter().filter(|f| f.code.id.starts_with("LR02")).count(), 0, "{findings:#?}");
    let (_, findings) = check("leadrules 1\nuse \"gone.leadrules\"\nscore s { budget > 3 => +1 }");
    assert_eq!(findings.iter().map(|f| f.code.id).collect::<Vec<_>>(), ["LR0151"]);
}

#[test]
fn negations_get_advice_with_both_readings() {
    let advice = |condition: &str| {
        let text = with(&format!("score s {{\n {condition} => +1\n}}"));
        let (_, findings) = check(&text);
        findings.into_iter().filter(|finding| finding.code.id == "LR0301").collect::<Vec<_>>()
    };
    for condition in
        ["country is not BE", "not consent", "country not in BE, NL", "budget != 3", "consent and not country is BE"]
    {
        let found = advice(condition);
        assert_eq!(found.len(), 1, "{condition}");
        assert_eq!(found[0].fixes.len(), 2);
        for fix in &found[0].fixes {
            let mut fixed = with(&format!("score s {{\n {condition} => +1\n}}"));
            let (span, text) = &fix.edits[0];
            fixed.replace_range(span.range(), text);
            let (_, findings) = check(&fixed);
            let left: Vec<_> = findings.iter().filter(|f| f.code.id != "LR0503").collect();
            assert!(left.is_empty(), "{fixed}\n{left:#?}");
        }
    }
    for condition in [
        "country is known and country is not BE",
        "consent is no",
        "id is not \"x\"",
        "not country is known",
        "no opened",
    ] {
        assert!(advice(condition).is_empty(), "{condition}");
    }
}

#[test]
fn circles_and_repeats_of_use() {
    let files = |path: &str| match path {
        "a.leadrules" => Ok("leadrules 1\nuse \"b.leadrules\"\nuse \"./c.leadrules\"\n".to_owned()),
        "b.leadrules" => Ok("leadrules 1\nuse \"c.leadrules\"\n".to_owned()),
        "c.leadrules" | "./c.leadrules" => Ok("leadrules 1\nlead { id text key }\n".to_owned()),
        "d.leadrules" => Ok("leadrules 1\nuse \"e.leadrules\"\n".to_owned()),
        "e.leadrules" => Ok("leadrules 1\nuse \"d.leadrules\"\n".to_owned()),
        _ => Err("it is not there".to_owned()),
    };
    let loaded = load("a.leadrules", files("a.leadrules").unwrap(), &mut |path| files(path).map_err(Text::verbatim));
    assert_eq!(loaded.files.len(), 3);
    let (rules, findings) = resolve(&loaded);
    assert!(rules.is_some() && findings.is_empty(), "{findings:#?}");
    let loaded = load("d.leadrules", files("d.leadrules").unwrap(), &mut |path| files(path).map_err(Text::verbatim));
    assert_eq!(loaded.findings.iter().map(|f| f.code.id).collect::<Vec<_>>(), ["LR0152"]);
}
