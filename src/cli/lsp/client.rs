//! What an editor can do, as it says when a conversation begins. In: its greeting; out: what of it matters here.

use std::path::PathBuf;

use super::names;
use super::protocol::types::{InitializeParams, PositionEncodingKind, WorkspaceFolders};
use super::settings::{Settings, Show};
use leadrules_language::words::Locale;
use leadrules_service::lines::Units;
use serde_json::Value;

/// An editor.
#[derive(Debug, Default)]
pub(super) struct Client {
    /// What it counts columns in.
    pub units: Units,
    /// Whether it takes edits with the versions that they are for.
    pub takes_versions: bool,
    /// The language of its surface, if it says so: English if we don't speak it.
    pub locale: Option<Locale>,
    /// Whether it tells of files that change outside of it.
    pub watches: bool,
    /// What it can be told to ask for anew: hints, lenses.
    pub refreshes: [bool; 2],
    /// The folders that are open.
    pub folders: Vec<PathBuf>,
    /// How what data says is shown, unless its settings say so.
    shows: Option<Show>,
    settings: Settings,
}

impl Client {
    /// Reads its greeting.
    pub(super) fn new(greeting: InitializeParams) -> Self {
        let encodings = greeting.capabilities.general.and_then(|general| general.position_encodings);
        let is_utf8 = encodings.unwrap_or_default().contains(&PositionEncodingKind::UTF8);
        let text = greeting.capabilities.text_document.unwrap_or_default();
        let workspace = greeting.capabilities.workspace.unwrap_or_default();
        let edits = workspace.workspace_edit.and_then(|edits| edits.document_changes);
        let watched = workspace.did_change_watched_files;
        let hints = workspace.inlay_hint.and_then(|hints| hints.refresh_support);
        let lenses = workspace.code_lens.and_then(|lenses| lenses.refresh_support);
        #[expect(deprecated, reason = "older editors give nothing else")]
        let root = greeting.root_uri;
        let folders = match greeting.workspace_folders_initialize_params.workspace_folders {
            Some(WorkspaceFolders::WorkspaceFolderList(folders)) => {
                folders.into_iter().map(|folder| folder.uri).collect()
            }
            Some(WorkspaceFolders::Null) | None => root.into_iter().collect::<Vec<_>>(),
        };
        let folders = folders.iter().map(|uri| names::name(&uri.0)).filter(|name| names::is_path(name));
        Self {
            units: if is_utf8 { Units::Utf8 } else { Units::Utf16 },
            takes_versions: edits.unwrap_or_default(),
            locale: greeting.locale.map(|named| Locale::named(&named).unwrap_or_default()),
            watches: watched.and_then(|watched| watched.dynamic_registration).unwrap_or_default(),
            refreshes: [hints.unwrap_or_default(), lenses.unwrap_or_default()],
            folders: folders.map(PathBuf::from).collect(),
            shows: match (text.inlay_hint, text.code_lens) {
                (None, Some(_)) => Some(Show::Lenses),
                (Some(_), _) | (None, None) => None,
            },
            settings: greeting.initialization_options.map(|said| Settings::new(&said)).unwrap_or_default(),
        }
    }

    /// Takes in other settings; says whether they are others.
    pub(super) fn set(&mut self, said: &Value) -> bool {
        let before = std::mem::replace(&mut self.settings, Settings::new(said));
        before != self.settings
    }

    /// How what data says is shown: behind lines where the editor can do that, above them where it can do only that.
    pub(super) fn show(&self) -> Show {
        self.settings.facts().or(self.shows).unwrap_or(Show::Hints)
    }

    /// The leads that its settings name.
    pub(super) fn data(&self) -> Option<(PathBuf, Vec<std::ffi::OsString>)> {
        self.settings.data(self.folders.first().map(PathBuf::as_path))
    }
}
