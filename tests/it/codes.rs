//! Every finding code has its page, a file that raises it and one that does not; and no page or folder is without a code.

use std::collections::BTreeSet;

use leadrules::codes;

use crate::files;

fn ids() -> BTreeSet<String> {
    codes::ALL.iter().map(|code| code.id.to_owned()).collect()
}

/// The codes that have a page or a folder, by the names that stand in `folder`.
fn named(folder: &str) -> BTreeSet<String> {
    let names = files::children(folder).into_iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    names.filter(|name| name.starts_with("LR")).collect()
}

#[test]
fn every_code_has_a_page_and_a_folder_and_the_other_way_round() {
    assert_eq!(named("docs/codes"), ids(), "docs/codes/");
    assert_eq!(named("tests/cases/codes"), ids(), "tests/cases/codes/");
}

#[test]
fn codes_stand_in_order_once() {
    let ids: Vec<&str> = codes::ALL.iter().map(|code| code.id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted);
}

#[test]
fn a_page_begins_with_its_code_and_is_short() {
    for code in codes::ALL {
        let mut lines = code.page.lines();
        assert_eq!(lines.next(), Some(format!("# {}: {}", code.id, code.title).as_str()));
        let count = lines.count() + 1;
        assert!((8..=40).contains(&count), "docs/codes/{}.md has {count} lines", code.id);
    }
}
