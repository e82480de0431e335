//! `files`: what there is to work with, and the text of a rule file. In: a path, or nothing; out: names, texts, columns; of
//! data no more than the names of its columns.

use leadrules_engine::data::{Input, ReadOptions, read_columns};
use leadrules_language::text::yes_no;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::input;
use super::check::is_none;
use super::refused::{Answer, Refused};
use super::session::{Session, Use};
use super::write::hash;

/// At most this many files or columns are named.
const SHOWN: usize = 100;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    /// A rule file to read, or a file of data whose columns are asked for; without it, what files there are.
    path: Option<String>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Files {
    /// The folders of this server; paths are below them.
    folders: Vec<String>,
    /// Rule files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<String>,
    /// Files of leads or events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    data: Vec<String>,
    /// How many more there are.
    #[serde(skip_serializing_if = "is_none")]
    more: usize,
    /// The rule file that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<File>,
    /// The columns of the data that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<Vec<String>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct File {
    path: String,
    text: String,
    /// What `write` asks for to replace the file.
    hash: String,
}

/// Lists files, or reads one.
pub(super) fn files(session: &Session, asked: &Asked) -> Answer<Files> {
    let answer = Files { folders: session.roots(), ..Files::default() };
    let Some(path) = &asked.path else {
        let (mut rules, mut data) = (session.listed(Use::Rules), session.listed(Use::Data));
        let more = rules.len().saturating_sub(SHOWN) + data.len().saturating_sub(SHOWN);
        rules.truncate(SHOWN);
        data.truncate(SHOWN);
        return Ok(Files { rules, data, more, ..answer });
    };
    if input::is_data(std::path::Path::new(path)) {
        let found = session.find(path, Use::Data)?;
        let columns = columns(session, &found)?;
        let more = columns.len().saturating_sub(SHOWN);
        return Ok(Files { columns: Some(columns.into_iter().take(SHOWN).collect()), more, ..answer });
    }
    let found = session.find(path, Use::Rules)?;
    let text = session.text(&found)?;
    Ok(Files { file: Some(File { path: session.name(&found), hash: hash(&text), text }), ..answer })
}

/// The names of the columns of a file, if names are what stands there.
pub(super) fn columns(session: &Session, path: &std::path::Path) -> Answer<Vec<String>> {
    let name = session.name(path);
    let columns = read_columns(&Input::path(path), &ReadOptions::default()).map_err(|error| {
        let why = if session.show_leads { format!(": {error}") } else { String::new() };
        Refused::new(format!("{name} can't be read{why}"), "ask the user to run `leadrules init` on it, which says why")
    })?;
    let with_digits = columns.names.iter().filter(|name| name.contains(|c: char| c.is_ascii_digit())).count();
    let are_names = columns.names.iter().all(|name| is_name(name)) && with_digits * 2 <= columns.names.len().max(4);
    if !session.show_leads && !are_names {
        return Err(Refused::new(
            format!("the first row of {name} holds no names of columns, so it seems to be a lead, and is not shown"),
            "ask the user to put a row with the names of the columns on top",
        ));
    }
    Ok(columns.names)
}

/// Whether a text is rather the name of a column than a value: an address, a number, a date, yes or no.
fn is_name(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_name = letters > 0 && digits <= letters.min(6) && !text.contains('@') && text.chars().count() <= 80;
    text.is_empty() || (is_name && yes_no(text).is_none())
}
