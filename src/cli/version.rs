//! `leadrules --version --json`: which program this is, for those who report a mistake or keep many of them.

use serde::Serialize;

use super::json::json;

#[derive(Debug, Serialize)]
struct Version {
    version: &'static str,
    /// None if neither git nor the package said it.
    commit: Option<&'static str>,
    target: &'static str,
    features: Vec<&'static str>,
    /// Whether the page of the workbench is in it.
    page: bool,
}

/// The document.
pub(super) fn version() -> String {
    let features = [
        ("lsp", cfg!(feature = "lsp")),
        ("mcp", cfg!(feature = "mcp")),
        ("parquet", cfg!(feature = "parquet")),
        ("report", cfg!(feature = "report")),
        ("serve", cfg!(feature = "serve")),
        ("sheets", cfg!(feature = "sheets")),
        ("workbench", cfg!(feature = "workbench")),
    ];
    json(&Version {
        version: env!("CARGO_PKG_VERSION"),
        commit: option_env!("LEADRULES_COMMIT"),
        target: env!("LEADRULES_TARGET"),
        features: features.into_iter().filter_map(|(name, is_in)| is_in.then_some(name)).collect(),
        page: has_page(),
    })
}

#[cfg(feature = "workbench")]
fn has_page() -> bool {
    leadrules_server::has_page()
}

#[cfg(not(feature = "workbench"))]
fn has_page() -> bool {
    false
}
