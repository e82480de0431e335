//! Where the accounts of a run go: a file of their own.

use std::io::BufWriter;
use std::path::Path;

use leadrules_engine::accounts::AccountResults;
use leadrules_engine::data::write::{Explain, Fit, Format, Layout, WriteError, Writer};
use leadrules_language::ir::Rules;
use leadrules_language::words::say;

use super::super::exit::{Failure, shown};
use super::super::output::{self, Asked, Kind, ReadFile};
use super::super::written::Atomic;

/// The forms of such a file, the usual one first.
const FORMATS: [(Kind, Format); 5] = [
    (Kind::Csv, Format::Csv),
    (Kind::Ndjson, Format::Ndjson),
    (Kind::Json, Format::Json),
    (Kind::Parquet, Format::Parquet),
    (Kind::Xlsx, Format::Xlsx),
];

/// A file for accounts.
pub(super) struct Target {
    file: output::Target,
    format: Format,
}

impl Target {
    /// The file that was named, if one was.
    pub(super) fn new(
        path: Option<&Path>,
        force: bool,
        read: &[ReadFile<'_>],
        rules: &Rules,
    ) -> Result<Option<Self>, Failure> {
        let Some(path) = path else { return Ok(None) };
        if rules.accounts.is_none() {
            return Err(Failure::new(say!(
                "--accounts-output {path}: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave \
                 this out",
                path = shown(path)
            )));
        }
        let kinds = FORMATS.map(|(kind, _)| kind);
        let asked = Asked { option: "--accounts-output", kinds: &kinds, format: None, force };
        let file = output::Target::new(Some(path), asked, read)?;
        let file =
            file.ok_or_else(|| Failure::new(say!("--accounts-output: name a file; standard output has the leads")))?;
        file.spares(&rules.sources)?;
        let format = FORMATS.iter().find(|(kind, _)| *kind == file.kind).map_or(Format::Csv, |(_, format)| *format);
        Ok(Some(Self { file, format }))
    }

    /// Writes the accounts, one row each.
    pub(super) fn write(&self, rules: &Rules, accounts: &AccountResults, explain: Explain) -> Result<(), Failure> {
        let Some(about) = &rules.accounts else { return Ok(()) };
        let path = &self.file.path;
        let atomic = Atomic::create(path)?;
        let out = Box::new(BufWriter::with_capacity(1 << 20, atomic.handle()?));
        let fit = Fit::default();
        let failed =
            |error: WriteError| Failure::new(say!("can't write {path}: {why}", path = shown(path), why = error.said()));
        let mut writer = Writer::new(self.format, Layout::of_accounts(about, explain), out, fit).map_err(failed)?;
        for results in &accounts.results {
            writer.write(results.clone()).map_err(failed)?;
        }
        writer.finish().map_err(failed)?;
        atomic.finish()
    }

    /// Where they are written.
    pub(super) fn path(&self) -> String {
        shown(&self.file.path)
    }
}
