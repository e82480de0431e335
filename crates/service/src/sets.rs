//! Which files are the first ones of rule sets, so that a file that others take in is judged as part of these. In: the
//! names and texts of files; out: names. Whether a file is there at all is said when its set is read.

use std::collections::{BTreeMap, BTreeSet};

use leadrules_language::load::{beside, tidy};

/// What each of the known files takes in, by name.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    files: BTreeMap<String, Vec<String>>,
}

impl Taken {
    /// Notes a file as it is now.
    pub fn note(&mut self, name: &str, text: &str) {
        self.files.insert(tidy(name), taken(name, text));
    }

    /// Forgets a file.
    pub fn forget(&mut self, name: &str) {
        self.files.remove(&tidy(name));
    }

    /// The first files of the sets that this one is part of: those that lead to it and that no other takes in. Files that
    /// take each other in, in a circle, have no first one; each is judged by itself then.
    #[must_use]
    pub fn first(&self, name: &str) -> BTreeSet<String> {
        let name = tidy(name);
        let (mut above, mut open) = (BTreeSet::from([name.clone()]), vec![name.clone()]);
        let mut first = BTreeSet::new();
        while let Some(file) = open.pop() {
            let mut by = self.files.iter().filter(|(other, taken)| **other != file && taken.contains(&file)).peekable();
            if by.peek().is_none() {
                first.insert(file);
                continue;
            }
            open.extend(by.filter(|(other, _)| above.insert((*other).clone())).map(|(other, _)| other.clone()));
        }
        if first.is_empty() {
            first.insert(name);
        }
        first
    }
}

/// The names of the files that a text takes in. It may be a text that nobody could read yet, so that only lines that begin
/// with `use` are looked at.
fn taken(name: &str, text: &str) -> Vec<String> {
    let path = |line: &str| {
        let (path, _) = line.trim_start().strip_prefix("use")?.trim_start().strip_prefix('"')?.split_once('"')?;
        Some(tidy(&beside(name, path)))
    };
    text.lines().filter_map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(files: &[(&str, &str)], of: &str) -> Vec<String> {
        let mut taken = Taken::default();
        for (name, text) in files {
            taken.note(name, text);
        }
        taken.first(of).into_iter().collect()
    }

    #[test]
    fn a_part_belongs_to_all_sets_that_take_it_in() {
        let files = [
            ("/a/one.leadrules", "use \"parts/x.leadrules\""),
            ("/a/two.leadrules", "  use \"./parts/y.leadrules\" # ours"),
            ("/a/parts/y.leadrules", "use \"../parts/x.leadrules\""),
            ("/a/parts/x.leadrules", ""),
        ];
        assert_eq!(first(&files, "/a/parts/x.leadrules"), ["/a/one.leadrules", "/a/two.leadrules"]);
        assert_eq!(first(&files, "/a/two.leadrules"), ["/a/two.leadrules"]);
    }

    #[test]
    fn files_in_a_circle_are_judged_by_themselves() {
        let files = [("a", "use \"b\""), ("b", "use \"a\"")];
        assert_eq!(first(&files, "a"), ["a"]);
        assert_eq!(first(&files, "b"), ["b"]);
    }
}
