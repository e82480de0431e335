//! The language of the reader: what was typed, else what stands beside the rules, else what the system is set to; what programs
//! read stays English unless a language was typed.

use crate::files;

const RULES: &str = "leadrules 1\n\nlead {\n  id  text key\n}\n\nscore fit {\n  employees 100.. => +10\n}\n";

/// What `check` says of rules with a mistake.
fn said(name: &str, settings: &str, system: &[(&str, &str)], arguments: &[&str]) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder of the test");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).expect("a file of the test");
    };
    write("my.leadrules", RULES);
    if !settings.is_empty() {
        write("leadrules.toml", settings);
    }
    let mut program = files::program();
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        program.env_remove(name);
    }
    program.envs(system.iter().copied());
    let done = program.current_dir(&folder).args(["check", "my.leadrules"]).args(arguments).output().expect("it runs");
    String::from_utf8(done.stdout).expect("text")
}

const ENGLISH: &str = "a name that is not declared";
const DUTCH: &str = "een naam die niet aangegeven is";
const FRENCH: &str = "un nom non déclaré";

/// What stands in `leadrules.toml`, what the system is set to, what is typed, and what is said then.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str], &'static str);

#[test]
fn the_language_is_what_was_typed_or_written_or_set() {
    let dutch = "language = 'nl'\n";
    let cases: &[Case] = &[
        ("", &[], &[], ENGLISH),
        ("", &[("LANG", "nl_BE.UTF-8")], &[], DUTCH),
        ("", &[("LANG", "nl_BE.UTF-8"), ("LC_MESSAGES", "fr_BE.UTF-8")], &[], FRENCH),
        ("", &[("LC_ALL", "C.UTF-8"), ("LC_MESSAGES", "fr_BE.UTF-8")], &[], ENGLISH),
        ("", &[("LC_ALL", ""), ("LANG", "fr_FR")], &[], FRENCH),
        ("", &[("LANG", "de_DE.UTF-8")], &[], ENGLISH),
        (dutch, &[("LANG", "fr_BE.UTF-8")], &[], DUTCH),
        (dutch, &[("LANG", "fr_BE.UTF-8")], &["--language", "en"], ENGLISH),
        (dutch, &[], &["--language=fr"], FRENCH),
    ];
    for (at, (settings, system, arguments, wanted)) in cases.iter().enumerate() {
        let github = said(&format!("reader-{at}"), settings, system, &[&["--format", "github"], *arguments].concat());
        assert!(github.contains(wanted), "{settings} {system:?} {arguments:?}: {github}");
    }
}

#[test]
fn programs_read_english_unless_a_language_was_typed() {
    for format in ["json", "sarif"] {
        let of = |name: &str, arguments: &[&str]| {
            said(name, "language = 'nl'\n", &[("LANG", "fr_BE.UTF-8")], &[&["--format", format], arguments].concat())
        };
        let (usual, typed) =
            (of(&format!("reader-{format}"), &[]), of(&format!("reader-{format}-typed"), &["--language", "nl"]));
        assert!(usual.contains(ENGLISH) && !usual.contains(DUTCH), "{usual}");
        assert!(typed.contains(DUTCH), "{typed}");
    }
}
