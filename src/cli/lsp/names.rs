//! The names of files: editors speak of URIs, rule sets of paths. In: either; out: the other. A text without a file (a new one, say)
//! is called what its URI is.

use leadrules_language::load::tidy;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a URI's path as it is.
const SPELT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':').remove(b'@');

/// The path of a file, or the URI of what is none.
pub(super) fn name(uri: &str) -> String {
    let Some(path) = uri.strip_prefix("file://") else { return tidy(uri) };
    let path = path.strip_prefix("localhost").unwrap_or(path);
    let path = percent_decode_str(path).decode_utf8_lossy();
    let bare = path.strip_prefix('/').filter(|bare| has_drive(bare));
    tidy(bare.unwrap_or(&path))
}

/// The URI of a path.
pub(super) fn uri(name: &str) -> String {
    let path = utf8_percent_encode(name, SPELT);
    match () {
        () if name.starts_with('/') => format!("file://{path}"),
        () if has_drive(name) => format!("file:///{path}"),
        () => name.to_owned(),
    }
}

/// Whether a name is that of a file on this machine.
pub(super) fn is_path(name: &str) -> bool {
    name.starts_with('/') || has_drive(name)
}

/// `c:/rules`
fn has_drive(path: &str) -> bool {
    let mut bytes = path.bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && bytes.next() == Some(b':')
        && bytes.next() == Some(b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for path in ["/a/b c/né😀#1%.leadrules", "c:/rules/a.leadrules", "untitled:Untitled-1"] {
            assert_eq!(name(&uri(path)), path);
        }
        assert_eq!(name("file:///c%3A/rules/a.leadrules"), "c:/rules/a.leadrules");
        assert_eq!(name("file:///a/./b/../c.leadrules"), "/a/c.leadrules");
    }
}
