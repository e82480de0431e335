//! Models for a dbt project as it is found: what it has is used rather than declared a second time.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::files;

const RULES: &str = "leadrules 1\nlead {\n  id integer key\n  size number\n}\nevents { demo }\nscore fit {\n  size > 10 => +5\n  \
                     demo => +2\n}\nstages { fit >= 5 => Warm }\n";

fn project(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dbt").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for inner in ["transform/staging", "transform/scores", "target"] {
        std::fs::create_dir_all(folder.join(inner)).expect("cargo's own folder can be written to");
    }
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("it can be written");
    write("my.leadrules", RULES);
    write("dbt_project.yml", "name: mine\nmodel-paths: [\"transform\"]\n");
    // What dbt has copied is not something that the project declares.
    write("target/copied.yml", "sources:\n  - name: crm\n    tables:\n      - name: events\n");
    folder
}

fn sql(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(["sql", "my.leadrules", "--dialect", "duckdb"]).args(args);
    command.output().expect("the program is there")
}

fn model(folder: &Path, args: &[&str]) -> (String, String) {
    let done = sql(folder, &[&["--dbt", "transform/scores"], args].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let read = |ending: &str| files::read(folder.join("transform/scores/scored_leads").with_extension(ending));
    (read("sql"), read("yml"))
}

#[test]
fn a_model_is_a_model() {
    let folder = project("models");
    let (query, schema) =
        model(&folder, &["--leads", "ref('stg_leads')", "--events", "{{ ref('crm', \"stg_events\") }}"]);
    assert!(query.contains("FROM {{ ref('stg_leads') }} AS l\n"), "{query}");
    assert!(query.contains("FROM {{ ref('crm', 'stg_events') }} AS e\n"), "{query}");
    assert!(!schema.contains("sources:"), "{schema}");
    let (query, schema) = model(&folder, &["--leads", "ref(stg_leads)", "--events", "crm.events"]);
    assert!(query.contains("{{ ref('stg_leads') }}") && query.contains("{{ source('crm', 'events') }}"), "{query}");
    assert!(schema.contains("- name: \"events\"") && !schema.contains("- name: \"leads\""), "{schema}");
}

#[test]
fn a_source_that_is_there_is_not_declared_again() {
    let folder = project("sources");
    let declared =
        |table: &str, schema: &str| schema.contains(&format!("      - name: \"{table}\"\n        description"));
    let (_, schema) = model(&folder, &["--leads", "crm.leads", "--events", "crm.events"]);
    assert!(declared("leads", &schema) && declared("events", &schema), "{schema}");
    // The same once more: its own file does not count.
    let (_, again) = model(&folder, &["--leads", "crm.leads", "--events", "crm.events"]);
    assert_eq!(schema, again);
    // A second model of the same tables.
    let (query, _) = model(&folder, &["--leads", "crm.leads", "--events", "crm.events", "--name", "other"]);
    let other = files::read(folder.join("transform/scores/other.yml"));
    assert!(!other.contains("sources:") && query.contains("source('crm', 'leads')"), "{other}");
    std::fs::remove_file(folder.join("transform/scores/other.yml")).unwrap();

    let theirs = "version: 2\nsources:\n  - name: hubspot\n    schema: crm\n    tables:\n      - name: contacts\n        \
                  identifier: leads\n";
    std::fs::write(folder.join("transform/staging/sources.yaml"), theirs).unwrap();
    let (query, schema) = model(&folder, &["--leads", "crm.leads", "--events", "crm.events"]);
    assert!(query.contains("{{ source('hubspot', 'contacts') }} AS l"), "{query}");
    assert!(!declared("leads", &schema) && declared("events", &schema), "{schema}");
    let (query, schema) = model(&folder, &["--leads", "source('hubspot', 'contacts')", "--no-events"]);
    assert!(query.contains("{{ source('hubspot', 'contacts') }} AS l") && !schema.contains("sources:"), "{query}");
}

const COMPANIES: &str = "leadrules 1\nlead {\n  id text key\n  company text\n}\naccount {\n  id text key\n  size number\n  leads by \
                         company\n}\nscore fit of account {\n  size > 10 => +5\n  count of leads >= 2 => +2\n}\nstages {\n  \
                         account.fit >= 5 => Warm\n}\n";

#[test]
fn accounts_have_a_model_of_their_own() {
    let folder = project("accounts");
    let rules = folder.join("my.leadrules");
    std::fs::write(&rules, COMPANIES).unwrap();
    let (query, schema) = model(&folder, &["--leads", "crm.leads", "--accounts", "erp.companies"]);
    let scores = folder.join("transform/scores");
    let accounts = files::read(scores.join("scored_accounts.sql"));
    for query in [&query, &accounts] {
        assert!(query.contains("{{ source('crm', 'leads') }}"), "{query}");
        assert!(query.contains("{{ source('erp', 'companies') }}"), "{query}");
    }
    assert!(schema.contains("- name: \"crm\"") && schema.contains("- name: \"erp\""), "{schema}");
    let accounts = files::read(scores.join("scored_accounts.yml"));
    assert!(!accounts.contains("sources:") && accounts.contains("What each account scores"), "{accounts}");
    assert!(accounts.contains("how many leads count as the account's"), "{accounts}");
    // A name of one's own is that of the leads.
    model(&folder, &["--accounts", "ref('stg_companies')", "--name", "night"]);
    assert!(files::read(scores.join("night_accounts.sql")).contains("{{ ref('stg_companies') }}"));

    let said = |args: &[&str]| {
        let done = sql(&folder, args);
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    let there = ["--dbt", "transform/scores"];
    let (code, why) = said(&[&there[..], &["--accounts", "ref('scored_accounts')"]].concat());
    assert!(code == Some(1) && why.contains("can't read itself"), "{why}");
    let (code, why) = said(&[]);
    assert!(code == Some(2) && why.contains("--no-accounts"), "{why}");
    std::fs::write(&rules, RULES).unwrap();
    let (code, why) = said(&["--of", "accounts"]);
    assert!(code == Some(2) && why.contains("account { … }"), "{why}");
}

#[test]
fn what_can_not_be_says_what_to_write() {
    let folder = project("refused");
    let said = |args: &[&str]| {
        let done = sql(&folder, args);
        assert_eq!(done.status.code(), Some(1), "{args:?}");
        assert!(done.stdout.is_empty(), "{args:?}");
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
    let there = ["--dbt", "transform/scores"];
    let with = |args: &[&'static str]| [&there[..], args].concat();
    assert!(said(&["--leads", "ref('stg_leads')"]).contains("add --dbt FOLDER"));
    assert!(said(&with(&["--leads", "ref('a', v=2)"])).contains("write ref('stg_leads')"));
    assert!(said(&with(&["--leads", "ref('scored_leads')"])).contains("can't read itself"));
    for read in [["--leads", "crm.scored"], ["--events", "Scored"]] {
        let said = said(&[&read[..], &["--create", "table", "--name", "scored"]].concat());
        assert!(said.contains("give what it creates another name"), "{said}");
    }
    std::fs::write(folder.join("transform/staging/odd.yml"), "sources: [\n").unwrap();
    let done = sql(&folder, &with(&[]));
    assert!(String::from_utf8_lossy(&done.stderr).contains("odd.yml can't be read"), "{done:?}");
}
