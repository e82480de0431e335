//! Rules: read from files or texts, and asked. In: paths and texts; out: a rule set, and what it says of itself.

use std::collections::HashMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use leadrules::{Dialect, Folders, RuleSet, SqlAsOf, SqlOptions};
use leadrules_language::source::whole_text;
use leadrules_language::sql::{AccountData, Of, Previous};
use pyo3::exceptions::{PyFileNotFoundError, PyOSError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict};
use sha2::{Digest, Sha256};

use crate::difference::Difference;
use crate::error::{self, DataError};
use crate::finding::Finding;
use crate::scorer::Scorer;
use crate::tests::TestReport;
use crate::threads::detached;
use crate::{finding, given, instant};

/// A rule set: what makes a good lead.
///
/// `Rules("my.leadrules")` reads a rule file, and the files that it names, from its folder and below. `allow` names further
/// folders that they may be read from.
///
/// Raises `RulesError` if the rules have errors, `FileNotFoundError` or another `OSError` if the file can't be read.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Rules {
    pub set: Arc<RuleSet>,
    /// Its texts by their names, the first file first: what it is made of.
    texts: Vec<(String, String)>,
    hash: String,
}

/// A field of leads, as rules declare it.
#[pyclass(frozen, get_all, module = "leadrules")]
#[derive(Debug)]
pub struct Field {
    /// Its name in the rules.
    name: String,
    /// Its type, in the word that rules have for it: `"text"`, `"integer"`, `"choice"`, …
    r#type: String,
    /// The columns of the data that it is read from: the first of them that is there.
    columns: Vec<String>,
    /// Whether it tells leads apart.
    is_key: bool,
    /// Whether its column may be missing.
    optional: bool,
}

#[pymethods]
impl Field {
    fn __repr__(&self) -> String {
        format!("<Field {}: {}>", self.name, self.r#type)
    }
}

type ReadFurther<'a> = dyn FnMut(&str) -> Result<String, String> + 'a;

impl Rules {
    fn new(py: Python<'_>, path: String, text: String, read: &mut ReadFurther<'_>) -> PyResult<Self> {
        let mut texts = vec![(path.clone(), text.clone())];
        let mut take = |name: &str| {
            let text = read(name)?;
            texts.push((name.to_owned(), text.clone()));
            Ok(text)
        };
        let set = RuleSet::from_files(&path, text, &mut take).map_err(|findings| error::rules(py, &findings))?;
        Ok(Self { set: Arc::new(set), hash: hash(&texts), texts })
    }
}

/// What rules are known by: the SHA-256 of all texts, with the names of all but the first.
fn hash(texts: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    for (at, (name, text)) in texts.iter().enumerate() {
        for part in [if at == 0 { "" } else { name }, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[pymethods]
impl Rules {
    #[new]
    #[pyo3(signature = (path, *, allow=Vec::new()))]
    fn from_path(py: Python<'_>, path: PathBuf, allow: Vec<PathBuf>) -> PyResult<Self> {
        let failed = |path: &PathBuf, cause: std::io::Error| {
            let said = format!("{}: {}", path.display(), plain(&cause));
            match cause.kind() {
                std::io::ErrorKind::NotFound => PyFileNotFoundError::new_err(said),
                _ => PyOSError::new_err(said),
            }
        };
        let text = File::open(&path).and_then(whole_text).map_err(|cause| failed(&path, cause))?;
        let mut folders = Folders::of(&path).map_err(|cause| failed(&path, cause))?;
        for folder in &allow {
            folders.allow(folder).map_err(|cause| failed(folder, cause))?;
        }
        let mut further = |path: &str| match folders.find(path.as_ref()) {
            Ok(Some(found)) => File::open(found).and_then(whole_text).map_err(|cause| plain(&cause)),
            Ok(None) => Err("it lies outside of the folder of the first rule file; if the rules may read it, say \
                             `allow=[…]` with the folder that it lies in"
                .to_owned()),
            Err(cause) => Err(plain(&cause)),
        };
        Self::new(py, path.to_string_lossy().into_owned(), text, &mut further)
    }

    /// Rules that are contained in one text, known to messages as `name`; `use` and lists from files find nothing.
    ///
    /// Raises `RulesError` if they have errors.
    #[staticmethod]
    #[pyo3(signature = (text, *, name="rules"))]
    fn from_text(py: Python<'_>, text: String, name: &str) -> PyResult<Self> {
        Self::new(py, name.to_owned(), text, &mut |path| Err(format!("there is no file {path} here")))
    }

    /// Rules from texts by their paths. The first is the first file; `use` and lists name the others by their paths from the same
    /// folder.
    ///
    /// Raises `RulesError` if they have errors, `ValueError` if there is no file.
    #[staticmethod]
    fn from_files(py: Python<'_>, files: &Bound<'_, PyAny>) -> PyResult<Self> {
        let files: Vec<(String, String)> =
            files.call_method0("items")?.try_iter()?.map(|item| item?.extract()).collect::<PyResult<_>>()?;
        let Some((path, text)) = files.first().cloned() else {
            return Err(PyValueError::new_err("there is no file: give at least one path with its text"));
        };
        let texts: HashMap<String, String> = files.into_iter().collect();
        let mut read = |path: &str| {
            let there = || texts.keys().cloned().collect::<Vec<_>>().join(", ");
            texts.get(path).cloned().ok_or_else(|| format!("there is no file {path} here; there are {}", there()))
        };
        Self::new(py, path, text, &mut read)
    }

    /// The path or name of the first file.
    #[getter]
    fn path(&self) -> &str {
        &self.texts[0].0
    }

    /// The SHA-256 of all texts of the rules, by which `leadrules serve` knows them too.
    #[getter]
    fn hash(&self) -> &str {
        &self.hash
    }

    /// The fields of leads, in the order they are declared.
    #[getter]
    fn fields(&self) -> Vec<Field> {
        let rules = self.set.rules();
        let field = |(id, field): (_, &leadrules_language::ir::Field)| Field {
            name: field.name.clone(),
            r#type: field.ty.word().to_owned(),
            columns: field.columns.clone(),
            is_key: rules.key == Some(id),
            optional: field.optional,
        };
        rules.declared().map(field).collect()
    }

    /// The kinds of event that the rules declare.
    #[getter]
    fn events(&self) -> Vec<String> {
        self.set.rules().log.iter().flat_map(|log| log.kinds.iter().map(|kind| kind.name.clone())).collect()
    }

    /// The names of the scores.
    #[getter]
    fn scores(&self) -> Vec<String> {
        self.set.rules().scores.iter().map(|score| score.name.clone()).collect()
    }

    /// The names of the labels.
    #[getter]
    fn labels(&self) -> Vec<String> {
        self.set.rules().labels.iter().map(|label| label.name.clone()).collect()
    }

    /// The names of the stages, the highest first.
    #[getter]
    fn stages(&self) -> Vec<String> {
        self.set.rules().stages.steps.iter().rev().map(|step| step.name.clone()).collect()
    }

    /// Warnings and advice that reading the rules gave; `check` finds more.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Finding>>> {
        finding::list(py, self.set.findings())
    }

    /// Everything that `leadrules check` finds, also what takes a proof: stages that no lead can reach, promises that can be
    /// broken. It is seen from `as_of`, now without it.
    #[pyo3(signature = (as_of=None))]
    fn check<'py>(&self, py: Python<'py>, as_of: Option<&Bound<'py, PyAny>>) -> PyResult<Vec<Bound<'py, Finding>>> {
        let as_of = instant::or_now(&self.set, as_of)?;
        let found = detached(py, |_| self.set.check(as_of))?;
        finding::list(py, &found)
    }

    /// Runs the tests in the rules: all, or those whose title holds `title`.
    #[pyo3(signature = (title=None))]
    fn test(&self, py: Python<'_>, title: Option<&str>) -> PyResult<TestReport> {
        let report = detached(py, |_| {
            let wanted = title.map(leadrules_language::text::fold);
            leadrules_language::testing::run(self.set.rules(), &|title| {
                wanted.as_ref().is_none_or(|wanted| leadrules_language::text::fold(title).contains(wanted))
            })
        })?;
        TestReport::new(py, &report)
    }

    /// The first file in its canonical form, as `leadrules fmt` writes it.
    fn format(&self) -> String {
        leadrules::format(&self.texts[0].1)
    }

    /// The rules as one query, for `"duckdb"`, `"postgres"`, `"spark"`, `"snowflake"` or `"bigquery"`.
    ///
    /// `leads` and `events` are tables; `events=False` says that there are none. `as_of` is an instant, `"current_timestamp"`
    /// (whenever the query runs) or `"parameter"` (given to the query). With `explain`, the points of each rule come out too.
    /// For rules that ask for the stage before, `previous` is the table of the last results, or `False` for the first run.
    ///
    /// Raises `SqlError` if the dialect can't do the same, `ValueError` if there is no such dialect.
    #[pyo3(signature = (dialect, *, as_of=None, leads="leads", events=None, explain=false, previous=None))]
    #[expect(clippy::too_many_arguments, reason = "each is an option that is given or not")]
    fn sql(
        &self,
        py: Python<'_>,
        dialect: &str,
        as_of: Option<&Bound<'_, PyAny>>,
        leads: &str,
        events: Option<&Bound<'_, PyAny>>,
        explain: bool,
        previous: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let dialect = Dialect::of_id(dialect).ok_or_else(|| {
            let known: Vec<&str> = Dialect::ALL.iter().map(|dialect| dialect.id()).collect();
            PyValueError::new_err(format!("there is no dialect `{dialect}`; there are {}", known.join(", ")))
        })?;
        let as_of = match as_of.and_then(|as_of| as_of.extract::<String>().ok()).as_deref() {
            Some("current_timestamp") => SqlAsOf::CurrentTimestamp,
            Some("parameter") => SqlAsOf::Parameter,
            _ => SqlAsOf::At(instant::or_now(&self.set, as_of)?.micros()),
        };
        let (events, previous) = (Table::of(events)?, Table::of(previous)?);
        let options = SqlOptions {
            dialect,
            as_of,
            leads,
            events: match &events {
                Table::NotGiven => Some("events"),
                Table::None => None,
                Table::Named(name) => Some(name),
            },
            of: Of::Leads,
            accounts: AccountData::default(),
            event_id: None,
            explain,
            previous: match &previous {
                Table::NotGiven => Previous::Marked,
                Table::None => Previous::Nobody,
                Table::Named(name) => Previous::Table(name),
            },
        };
        self.set.sql(&options).map_err(|refused| error::facade(py, &refused))
    }

    /// What changes if `new` takes the place of these rules, seen from `as_of` (now without it).
    ///
    /// Without `leads`: which moves between stages are possible at all, for any lead that could exist. With them (and `events`,
    /// and `previous`, as in `Scorer.score`): who of them moves, and whose edits decide it.
    #[pyo3(signature = (new, leads=None, events=None, *, as_of=None, previous=None))]
    fn diff(
        &self,
        py: Python<'_>,
        new: &Bound<'_, Self>,
        leads: Option<&Bound<'_, PyAny>>,
        events: Option<&Bound<'_, PyAny>>,
        as_of: Option<&Bound<'_, PyAny>>,
        previous: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Difference> {
        let new = &new.get().set;
        let as_of = instant::or_now(new, as_of)?.micros();
        let (old, new) = (self.set.rules(), new.rules());
        if old.accounts.is_some() || new.accounts.is_some() {
            return Err(DataError::new_err("the rules are about accounts too, which `diff` does not look at yet"));
        }
        match leads {
            None => Difference::possible(py, old, new, as_of),
            Some(leads) => {
                let asking = if new.before.is_some() { new } else { old };
                let (data, before) = (given::Data::new(leads, events)?, given::before(asking, previous)?);
                Difference::moves(py, old, new, as_of, data, before)
            }
        }
    }

    /// Prepares the rules to score leads as of an instant: `"2026-11-23"` or a `date` (the last microsecond of that day in the
    /// time zone of the rules), or a text or `datetime` with a time, which is in the time zone of the rules unless it says
    /// otherwise.
    ///
    /// Raises `ValueError` if it is no instant.
    fn at(&self, as_of: &Bound<'_, PyAny>) -> PyResult<Scorer> {
        Ok(Scorer::new(Arc::clone(&self.set), instant::of(&self.set, as_of)?))
    }

    fn __repr__(&self) -> String {
        format!("<Rules {}: {} for {}>", self.path(), self.scores().join(", "), self.stages().join(", "))
    }

    /// The texts, by which they are made again: for `pickle`, and so for other processes.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyDict>,))> {
        let texts = PyDict::new(py);
        for (name, text) in &self.texts {
            texts.set_item(name, text)?;
        }
        Ok((py.get_type::<Self>().getattr("from_files")?, (texts,)))
    }
}

/// What was said of a table of a query.
enum Table {
    NotGiven,
    None,
    Named(String),
}

impl Table {
    fn of(given: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        Ok(match given {
            None => Self::NotGiven,
            Some(given) if given.is_instance_of::<PyBool>() && !given.is_truthy()? => Self::None,
            Some(given) => Self::Named(given.extract()?),
        })
    }
}

/// A rule file in its canonical form, as `leadrules fmt` writes it.
///
/// Raises `RulesError` if it can't be read.
#[pyfunction]
pub fn format(py: Python<'_>, text: String) -> PyResult<String> {
    use leadrules_language::diagnostic::has_errors;
    let mut sources = leadrules_language::source::Sources::default();
    let file = sources.add("rules", text);
    let (read, list) = leadrules_language::parse::parse(&sources, file);
    if has_errors(&list) {
        return Err(error::rules(py, &leadrules::Findings { sources: Arc::new(sources), list }));
    }
    Ok(leadrules_language::format::format(&read))
}

fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        std::io::ErrorKind::InvalidData => "it is not text in UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
