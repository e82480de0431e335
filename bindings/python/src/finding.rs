//! What was found about rules. In: the library's findings; out: objects with their code, words and place.

use leadrules::Findings;
use leadrules_language::diagnostic::{Diagnostic, render};
use leadrules_language::page::Style;
use leadrules_language::source::Sources;
use pyo3::prelude::*;

/// Something that was found about rules. `str()` shows it as `leadrules check` does, with the lines it is about.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Finding {
    /// Its code, such as `"LR0201"`; `leadrules codes LR0201` explains it.
    #[pyo3(get)]
    code: String,
    /// `"error"`, `"warning"` or `"advice"`.
    #[pyo3(get)]
    severity: &'static str,
    /// What kind of finding it is, in a few words.
    #[pyo3(get)]
    title: String,
    /// What is wrong, in the author's own names.
    #[pyo3(get)]
    message: String,
    /// Why it matters and what to do; `None` if there is nothing to add.
    #[pyo3(get)]
    help: Option<String>,
    /// The file it is in, as it was named.
    #[pyo3(get)]
    file: String,
    /// Its line, from 1.
    #[pyo3(get)]
    line: usize,
    /// Its column, in characters from 1.
    #[pyo3(get)]
    column: usize,
    /// The line of the place after its last character, from 1.
    #[pyo3(get)]
    end_line: usize,
    /// The column of that place.
    #[pyo3(get)]
    end_column: usize,
    /// A lead that shows it, in the lines of a test; `None` if it takes none.
    #[pyo3(get)]
    witness: Option<String>,
    text: String,
}

impl Finding {
    fn new(finding: &Diagnostic, sources: &Sources) -> Self {
        let span = finding.span();
        let file = sources.file(span.file);
        let (line, column) = file.line_column(span.start as usize);
        let (end_line, end_column) = file.line_column(span.end as usize);
        Self {
            code: finding.code.id.to_owned(),
            severity: finding.severity.word(),
            title: finding.code.title.to_owned(),
            message: finding.message.to_string(),
            help: finding.help.as_ref().map(ToString::to_string),
            file: file.path.clone(),
            line,
            column,
            end_line,
            end_column,
            witness: finding.witness.clone(),
            text: render(finding, sources, Style::default()),
        }
    }
}

#[pymethods]
impl Finding {
    fn __str__(&self) -> &str {
        self.text.trim_end()
    }

    fn __repr__(&self) -> String {
        let Self { code, severity, message, file, line, column, .. } = self;
        format!("<Finding {file}:{line}:{column}: {severity}[{code}]: {message}>")
    }
}

/// The findings as Python objects.
pub fn list<'py>(py: Python<'py>, findings: &Findings) -> PyResult<Vec<Bound<'py, Finding>>> {
    findings.list.iter().map(|finding| Bound::new(py, Finding::new(finding, &findings.sources))).collect()
}
