//! A rule set's files: the first one and those it takes in by `use`, and the entries of `list … from`. In: a path, its
//! text, and a function that reads further files; out: sources, parsed files, entries and findings. No file is opened here.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ast::{File, Item, List, ListSource, Statement, Text};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::parse;
use crate::source::{FileId, Sources, Span};
use crate::text;
use crate::words::{self, say};

/// Everything that one rule set is made of, as written.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The texts of the files.
    pub sources: Arc<Sources>,
    /// The files, the one given first.
    pub files: Vec<(FileId, File)>,
    /// Which file a `use` takes in, by the span of its path; each file once.
    pub uses: HashMap<Span, FileId>,
    /// The entries of `list … from`, by the span of the path, for those that could be read.
    pub lists: HashMap<Span, Vec<String>>,
    /// Whether a file named by `use` could not be read: any name may be declared there.
    pub incomplete: bool,
    /// What was found while reading the files.
    pub findings: Vec<Diagnostic>,
}

impl Loaded {
    /// All statements in the order in which they count: those of a file that is taken in come in place of its `use`.
    #[must_use]
    pub fn statements(&self) -> Vec<&Statement<Item>> {
        let mut statements = Vec::new();
        if let Some((first, _)) = self.files.first() {
            self.collect(*first, &mut statements);
        }
        statements
    }

    /// The same with the statements of one more text, which come at the end of the first file. It takes in no further
    /// files.
    #[must_use]
    pub fn with(&self, path: &str, text: String) -> Self {
        let mut sources = Sources::clone(&self.sources);
        let id = sources.add(path, text);
        let (file, findings) = parse::parse(&sources, id);
        let mut more = Self { sources: Arc::new(sources), ..self.clone() };
        more.findings.extend(findings);
        if let Some((_, first)) = more.files.first_mut() {
            first.body.statements.extend(file.body.statements);
        }
        more
    }

    fn collect<'a>(&'a self, id: FileId, into: &mut Vec<&'a Statement<Item>>) {
        let Some((_, file)) = self.files.iter().find(|(other, _)| *other == id) else { return };
        for statement in &file.body.statements {
            into.push(statement);
            if let Item::Use(path) = &statement.node
                && let Some(&used) = self.uses.get(&path.span)
            {
                self.collect(used, into);
            }
        }
    }
}

/// Takes in the file at `path`, whose text is `text`, and all the files it uses. `read` gives the text of a further
/// file by its path, or says in a few words why it can't.
#[must_use]
pub fn load(path: &str, text: String, read: &mut dyn FnMut(&str) -> Result<String, words::Text>) -> Loaded {
    let mut loader = Loader {
        read,
        sources: Sources::default(),
        files: Vec::new(),
        uses: HashMap::new(),
        lists: HashMap::new(),
        incomplete: false,
        findings: Vec::new(),
        known: HashMap::new(),
        open: Vec::new(),
    };
    loader.take_in(&tidy(path), path, text, None);
    let Loader { sources, files, uses, lists, incomplete, findings, .. } = loader;
    Loaded { sources: Arc::new(sources), files, uses, lists, incomplete, findings }
}

struct Loader<'a> {
    read: &'a mut dyn FnMut(&str) -> Result<String, words::Text>,
    sources: Sources,
    files: Vec<(FileId, File)>,
    uses: HashMap<Span, FileId>,
    lists: HashMap<Span, Vec<String>>,
    incomplete: bool,
    findings: Vec<Diagnostic>,
    /// Files already taken in, by their path.
    known: HashMap<String, FileId>,
    /// The files that led here, each with the place of the `use` that took it in.
    open: Vec<(FileId, Option<Span>)>,
}

impl Loader<'_> {
    fn take_in(&mut self, key: &str, path: &str, text: String, by: Option<Span>) -> FileId {
        let id = self.sources.add(path, text);
        self.known.insert(key.to_owned(), id);
        self.open.push((id, by));
        let (file, findings) = parse::parse(&self.sources, id);
        self.findings.extend(findings);
        let (mut uses, mut lists) = (Vec::new(), Vec::new());
        for statement in &file.body.statements {
            match &statement.node {
                Item::Use(path) => uses.push(path.clone()),
                Item::List(List { source: ListSource::File(path), .. }) => lists.push(path.clone()),
                Item::List(List { source: ListSource::Inline { .. }, .. })
                | Item::Version(_)
                | Item::TimeZone(_)
                | Item::Lead(_)
                | Item::Account(_)
                | Item::Events(_)
                | Item::Ignore(_)
                | Item::Define(_)
                | Item::Exclude(..)
                | Item::Score(_)
                | Item::Stages(..)
                | Item::Label(_)
                | Item::Promise(_)
                | Item::Rank(_)
                | Item::Agreement(_)
                | Item::Test(_) => {}
            }
        }
        self.files.push((id, file));
        for path in &lists {
            self.list(path);
        }
        for path in &uses {
            self.follow(path);
        }
        self.open.pop();
        id
    }

    fn follow(&mut self, path: &Text) {
        let found = beside(&self.sources.file(path.span.file).path, &path.value);
        let key = tidy(&found);
        if let Some(&id) = self.known.get(&key) {
            if let Some(at) = self.open.iter().position(|(open, _)| *open == id) {
                self.circle(path, at);
            }
            return;
        }
        match (self.read)(&found) {
            Ok(text) => {
                let id = self.take_in(&key, &found, text, Some(path.span));
                self.uses.insert(path.span, id);
            }
            Err(why) => {
                self.incomplete = true;
                self.findings.push(unreadable(path, &found, &why));
            }
        }
    }

    /// Files that use each other, from the open file at index `at` back to itself.
    fn circle(&mut self, path: &Text, at: usize) {
        let first = words::Text::verbatim(&self.sources.file(self.open[at].0).path);
        let further = self.open[at + 1..].iter().map(|(id, _)| &self.sources.file(*id).path).chain([&path.value]);
        let chain = further.fold(first, |chain, file| say!("{chain} uses {file}", chain, file));
        let mut finding = Diagnostic::new(
            &codes::LR0152,
            say!("these files take each other in, in a circle"),
            path.span,
            say!("leads back to a file that is still being read"),
        )
        .help(say!(
            "{chain}: put what both need into a third file that uses neither of them, and take that in from both.",
            chain
        ));
        for by in self.open[at + 1..].iter().filter_map(|(_, by)| *by) {
            finding = finding.also(by, say!("on the way from here"));
        }
        self.findings.push(finding);
    }

    fn list(&mut self, path: &Text) {
        let found = beside(&self.sources.file(path.span.file).path, &path.value);
        let is_csv = found.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        match (self.read)(&found) {
            Ok(text) => {
                let entries = if is_csv { first_cells(&text) } else { text.lines().map(str::to_owned).collect() };
                let entries =
                    entries.iter().map(|entry| text::clean(entry).into_owned()).filter(|entry| !entry.is_empty());
                self.lists.insert(path.span, entries.collect());
                self.sources.add_list(found.as_str());
            }
            Err(why) => self.findings.push(unreadable(path, &found, &why)),
        }
    }
}

fn unreadable(path: &Text, found: &str, why: &words::Text) -> Diagnostic {
    Diagnostic::new(
        &codes::LR0151,
        say!("the file `{path}` can't be read: {why}", path = found, why),
        path.span,
        say!("named here"),
    )
    .help(say!(
        "A path is taken from the folder of the file that names it; check its spelling, and that the file is there."
    ))
}

/// The path of a file that is named in the file at `from`.
#[must_use]
pub fn beside(from: &str, named: &str) -> String {
    if named.starts_with('/') || named.starts_with('\\') || named.get(1..2) == Some(":") {
        return named.to_owned();
    }
    match from.rfind(['/', '\\']) {
        Some(at) => join(&from[..=at], named),
        None => named.to_owned(),
    }
}

/// `folder` ends with a slash. A leading `./` or `../` of the name is resolved as long as the folder has a part left to
/// drop.
fn join(folder: &str, named: &str) -> String {
    let mut folder = folder;
    let mut named = named;
    loop {
        if let Some(rest) = named.strip_prefix("./") {
            named = rest;
        } else if let Some(rest) = named.strip_prefix("../") {
            let parent = folder.trim_end_matches(['/', '\\']);
            let last = parent.rsplit(['/', '\\']).next().unwrap_or(parent);
            if last.is_empty() || last == ".." || last == "." {
                return format!("{folder}{named}");
            }
            folder = &parent[..parent.len() - last.len()];
            named = rest;
        } else {
            return format!("{folder}{named}");
        }
    }
}

/// The path by which a file is known: `a/./b/../c` is `a/c`.
#[must_use]
pub fn tidy(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| !last.is_empty() && *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The first cell of each row of a CSV file, whose first line tells what separates the cells.
fn first_cells(text: &str) -> Vec<String> {
    let head = text.lines().next().unwrap_or_default();
    let unquoted: String = head.split('"').step_by(2).collect();
    let delimiter = [b';', b'\t'].into_iter().find(|&mark| unquoted.contains(char::from(mark))).unwrap_or(b',');
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let mut cells = Vec::new();
    let mut input = text.trim_start_matches('\u{feff}').as_bytes();
    let mut cell = Vec::new();
    let mut buffer = [0; 1024];
    let mut first = true;
    loop {
        let (result, taken, written) = reader.read_field(input, &mut buffer);
        input = &input[taken..];
        if first {
            cell.extend_from_slice(&buffer[..written]);
        }
        match result {
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
            csv_core::ReadFieldResult::Field { record_end } => {
                if first {
                    cells.push(String::from_utf8_lossy(&cell).into_owned());
                    cell.clear();
                }
                first = record_end;
            }
            csv_core::ReadFieldResult::End => return cells,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_from_the_file_that_names_them() {
        assert_eq!(beside("rules/joint.leadrules", "sales.leadrules"), "rules/sales.leadrules");
        assert_eq!(beside("joint.leadrules", "parts/a.txt"), "parts/a.txt");
        assert_eq!(beside("rules/parts/a.leadrules", "../b.txt"), "rules/b.txt");
        assert_eq!(beside("a.leadrules", "../b.txt"), "../b.txt");
        assert_eq!(beside("../x/a.leadrules", "../../b.txt"), "../../b.txt");
        assert_eq!(beside("rules/a.leadrules", "/tmp/b.txt"), "/tmp/b.txt");
        assert_eq!(tidy("a/./b/../c"), "a/c");
        assert_eq!(tidy("../a"), "../a");
    }

    #[test]
    fn the_first_column_of_a_csv_is_the_list() {
        assert_eq!(first_cells("a,1\n\"b, c\",2\n"), ["a", "b, c"]);
        assert_eq!(first_cells("a;1,5\nb;2;3"), ["a", "b"]);
        assert_eq!(first_cells("a\r\nb"), ["a", "b"]);
    }
}
