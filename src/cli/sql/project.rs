//! A dbt project as it is found: which tables its files declare as sources. In: the folder that a model is written to; out:
//! what is declared, and where. Nothing is written here.

use std::path::{Path, PathBuf};

use leadrules_language::sql::dbt::Declared;
use leadrules_language::words::say;
use saphyr::{LoadableYamlNode, Yaml};

use crate::cli::exit::shown;
use crate::cli::terminal::{Terminal, note};
use crate::cli::world;

/// The file that makes a folder a dbt project.
const PROJECT: &str = "dbt_project.yml";

/// All tables that the project around `folder` declares, except in `own`, which is written anew.
pub(super) fn declared(folder: &Path, own: &Path, terminal: &Terminal) -> Vec<Declared> {
    let mut files = Vec::new();
    for folder in folders(folder) {
        schemas(&folder, &mut files);
    }
    files.sort();
    let own = own.canonicalize().ok();
    files.retain(|path| own.is_none() || path.canonicalize().ok() != own);
    let mut all = Vec::new();
    for path in files {
        let Ok(text) = world::read_text(&path) else { continue };
        if let Some(found) = sources(&text) {
            all.extend(found);
        } else if text.contains("sources:") {
            let said = say!("{path} can't be read: tables that it declares are not known", path = shown(&path));
            note(&(terminal.remark(&said) + "\n"));
        }
    }
    all
}

/// The folders in which the project keeps its models; `folder` itself if there is no project around it.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let whole = if folder.is_absolute() { folder.to_owned() } else { Path::new(".").join(folder) };
    let there = whole.ancestors().find(|path| path.is_dir()).and_then(|path| path.canonicalize().ok());
    let Some(there) = there else { return Vec::new() };
    let Some(project) = there.ancestors().find(|path| path.join(PROJECT).is_file()) else { return vec![there] };
    let text = world::read_text(&project.join(PROJECT)).unwrap_or_default();
    let named: Vec<PathBuf> = Yaml::load_from_str(&text)
        .ok()
        .and_then(|documents| {
            let paths = documents.first()?.as_mapping_get("model-paths")?.as_sequence()?;
            Some(paths.iter().filter_map(Yaml::as_str).map(|path| project.join(path)).collect())
        })
        .unwrap_or_default();
    if named.is_empty() { vec![project.join("models")] } else { named }
}

/// The files below a folder that may describe models.
fn schemas(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => schemas(&path, files),
            Ok(_) if path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml") => files.push(path),
            _ => {}
        }
    }
}

/// The tables that a file declares; `None` if it can't be read.
fn sources(text: &str) -> Option<Vec<Declared>> {
    let documents = Yaml::load_from_str(text).ok()?;
    let mut all = Vec::new();
    for source in documents.first().map_or(&[][..], |file| entries(file, "sources")) {
        let Some(name) = word(source, "name") else { continue };
        for table in entries(source, "tables") {
            let Some(called) = word(table, "name") else { continue };
            all.push(Declared {
                source: name.to_owned(),
                database: word(source, "database").map(str::to_owned),
                schema: word(source, "schema").unwrap_or(name).to_owned(),
                table: called.to_owned(),
                identifier: word(table, "identifier").unwrap_or(called).to_owned(),
            });
        }
    }
    Some(all)
}

fn entries<'a>(node: &'a Yaml<'a>, name: &str) -> &'a [Yaml<'a>] {
    node.as_mapping_get(name).and_then(Yaml::as_sequence).map_or(&[], Vec::as_slice)
}

fn word<'a>(node: &'a Yaml<'a>, name: &str) -> Option<&'a str> {
    node.as_mapping_get(name).and_then(Yaml::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_declares() {
        let text = "version: 2\nsources:\n  - name: salesforce\n    schema: raw\n    tables:\n      - name: contacts\n        \
                    identifier: leads_v2\n      - {name: events}\n  - name: empty\nmodels: [{name: x}]\n";
        let found = sources(text).expect("it can be read");
        let lies = |of: &Declared| format!("{}.{} in {}.{}", of.source, of.table, of.schema, of.identifier);
        let found: Vec<String> = found.iter().map(lies).collect();
        assert_eq!(found, ["salesforce.contacts in raw.leads_v2", "salesforce.events in raw.events"]);
        assert_eq!(sources("").map(|all| all.len()), Some(0));
        assert!(sources("sources: [").is_none());
    }
}
