//! Where the objects of a JSON text are: in a list, in a list within the response of a service (`results`,
//! `data.contacts.edges`), on several pages one after the other, or side by side. In: the text, and the names that are
//! looked for; out: the ranges of the objects, and the list that they are in. What is in them is not read here.

use std::fmt;

use hashbrown::HashSet;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::data::utf8::is_blank;
use leadrules_language::text::column_key;

/// The objects of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::data) struct Document {
    /// The start and end of each.
    pub(in crate::data) values: Vec<(usize, usize)>,
    /// The path to the list, if they are in one that is nested in something.
    pub(in crate::data) list: Option<String>,
}

/// Why a text gives no objects.
#[derive(Debug)]
pub(super) enum Wrong {
    /// It is not JSON.
    Syntax(serde_json::Error),
    /// It has these lists, none of which is more likely than the others.
    Several(Vec<String>),
    /// It holds something other than objects.
    NoObjects,
}

impl From<serde_json::Error> for Wrong {
    fn from(error: serde_json::Error) -> Self {
        Self::Syntax(error)
    }
}

/// The lists into which services put what was asked for, the likeliest first.
const LISTS: [&str; 14] = [
    "results",
    "result",
    "records",
    "value",
    "values",
    "data",
    "items",
    "rows",
    "entries",
    "hits",
    "edges",
    "nodes",
    "elements",
    "resources",
];

/// Other names of such lists; leads may have lists of these names too.
const THINGS: [&str; 10] = [
    "leads",
    "contacts",
    "companies",
    "people",
    "persons",
    "prospects",
    "accounts",
    "customers",
    "events",
    "activities",
];

/// What comes beside the objects asked for: what went wrong, and what goes with them.
const BESIDE: [&str; 8] = ["errors", "warnings", "messages", "included", "links", "fields", "columns", "meta"];

/// How deeply a list may be nested in objects.
const DEEPEST: usize = 6;

/// Finds the objects; `known` are the names that the rules mention.
pub(super) fn read(text: &str, known: &[String]) -> Result<Document, Wrong> {
    let known: HashSet<String> = known.iter().map(|name| column_key(name)).collect();
    let search = Search { text, known };
    let text = text.trim_start_matches('\u{feff}');
    let trimmed = text.trim_start().trim_end_matches(|c: char| c.is_whitespace() || c.is_control());
    // Nearly all files are a single piece.
    match trimmed.as_bytes().first() {
        None => return Ok(Document::default()),
        Some(b'[') => {
            if let Ok(entries) = entries(trimmed) {
                return search.array(&entries);
            }
        }
        Some(b'{') => {
            if let Ok(members) = serde_json::from_str::<Members<'_>>(trimmed) {
                return search.one(trimmed, &members);
            }
        }
        Some(_) => return Err(Wrong::NoObjects),
    }
    search.pages(trimmed)
}

/// Whether a text of lines begins with a page of objects rather than with an object.
pub(in crate::data) fn starts_with_page(head: &[u8]) -> bool {
    let text = head.trim_ascii_start();
    let (first, rest) = text.split_at(memchr::memchr(b'\n', text).unwrap_or(text.len()));
    let Ok(first) = std::str::from_utf8(first) else { return false };
    let Ok(members) = serde_json::from_str::<Members<'_>>(first) else { return false };
    let search = Search { text: first, known: HashSet::new() };
    let is_alone = is_blank(rest);
    search.list(&members).is_ok_and(|list| list.is_some_and(|list| is_alone || list.is_sure))
}

/// The list found in an object.
struct List<'t> {
    path: Vec<String>,
    entries: Vec<&'t RawValue>,
    /// Whether the object can't be anything but a page.
    is_sure: bool,
}

struct Search<'t> {
    text: &'t str,
    known: HashSet<String>,
}

impl<'t> Search<'t> {
    fn range(&self, value: &str) -> (usize, usize) {
        let at = value.as_ptr().addr() - self.text.as_ptr().addr();
        (at, at + value.len())
    }

    fn ranges(&self, values: &[&'t RawValue]) -> Vec<(usize, usize)> {
        values.iter().map(|value| self.range(value.get())).collect()
    }

    /// A list of objects; or of pages, if those are what holds the names that are looked for.
    fn array(&self, values: &[&'t RawValue]) -> Result<Document, Wrong> {
        let first = values.first().and_then(members);
        let is_page = first.is_some_and(|first| {
            self.fit(&first) == 0
                && self.list(&first).is_ok_and(|list| list.is_some_and(|list| self.fit_of(&list.entries) > 0))
        });
        if is_page { self.all(values) } else { Ok(Document { values: self.ranges(values), list: None }) }
    }

    /// One object: a lead by itself, or something with a list.
    fn one(&self, whole: &'t str, members: &Members<'t>) -> Result<Document, Wrong> {
        Ok(match self.list(members)? {
            Some(list) => Document { values: self.ranges(&list.entries), list: Some(list.path.join(".")) },
            None => Document { values: vec![self.range(whole)], list: None },
        })
    }

    /// Several values one after the other.
    fn pages(&self, text: &'t str) -> Result<Document, Wrong> {
        let values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
        let values: Vec<&RawValue> = values.collect::<Result<_, _>>()?;
        let first = values.first().and_then(members);
        let is_page = first.is_some_and(|first| {
            let found = self.list(&first).ok().flatten();
            found.is_some_and(|list| list.is_sure || (self.fit(&first) == 0 && self.fit_of(&list.entries) > 0))
        });
        if is_page || values.iter().any(|value| value.get().starts_with('[')) {
            return self.all(&values);
        }
        if values.iter().all(|value| value.get().starts_with('{')) {
            Ok(Document { values: self.ranges(&values), list: None })
        } else {
            Err(Wrong::NoObjects)
        }
    }

    /// The objects of all pages.
    fn all(&self, pages: &[&'t RawValue]) -> Result<Document, Wrong> {
        let mut all = Document::default();
        for page in pages {
            if page.get().starts_with('[') {
                all.values.extend(self.ranges(&entries(page.get())?));
                continue;
            }
            let members = members(page).ok_or(Wrong::NoObjects)?;
            // A last page may be empty.
            let same = all.list.as_ref().and_then(|path| at(&members, path));
            let found = match same {
                Some(entries) => Document { values: self.ranges(&entries), list: all.list.clone() },
                None => self.one(page.get(), &members)?,
            };
            all.values.extend(found.values);
            all.list = all.list.or(found.list);
        }
        Ok(all)
    }

    /// How many of the names that are looked for occur in an object.
    fn fit(&self, members: &Members<'t>) -> usize {
        let names: HashSet<String> = members.0.iter().map(|(name, _)| column_key(name)).collect();
        let has = |known: &String| {
            names.contains(known) || known.split_once('.').is_some_and(|(first, _)| names.contains(first))
        };
        self.known.iter().filter(|known| has(known)).count()
    }

    /// The same for the first object of a list.
    fn fit_of(&self, entries: &[&'t RawValue]) -> usize {
        entries.first().and_then(members).map_or(0, |members| self.fit(&members))
    }

    /// The list in an object that holds what was asked for; `None` if the object is itself a lead.
    fn list(&self, members: &Members<'t>) -> Result<Option<List<'t>>, Wrong> {
        let Some(mut list) = self.list_below(members, 0)? else { return Ok(None) };
        let (own, inside) = (self.fit(members), self.fit_of(&list.entries));
        if own > inside {
            return Ok(None);
        }
        list.is_sure &= own == 0 && (inside > 0 || !is_like_a_lead(members));
        Ok(Some(list))
    }

    fn list_below(&self, members: &Members<'t>, depth: usize) -> Result<Option<List<'t>>, Wrong> {
        let lists = members.0.iter().filter(|(_, value)| is_list(value));
        let lists: Vec<_> = lists.filter(|(name, _)| column_key(name) != "events" || depth > 0).collect();
        let filled: Vec<_> = lists.iter().filter(|(_, value)| !is_empty(value)).collect();
        let rank = |name: &str| LISTS.iter().position(|list| *list == column_key(name));
        let found = match filled.as_slice() {
            [] => {
                let is_known = |name: &str| rank(name).is_some() || THINGS.contains(&column_key(name).as_str());
                lists.iter().find(|(name, _)| is_known(name)).copied()
            }
            [one] => Some(**one),
            several => Some(self.likeliest(several.iter().map(|list| **list).collect())?),
        };
        if let Some((name, value)) = found {
            let (path, entries) = nodes(name, entries(value.get())?);
            return Ok(Some(List { path: vec![path], entries, is_sure: rank(name).is_some() }));
        }
        if depth == DEEPEST {
            return Ok(None);
        }
        for (name, value) in &members.0 {
            let around = ["response", "body", "payload", "d", "_embedded", "query", "viewer"];
            let is_around = rank(name).is_some() || around.contains(&column_key(name).as_str()) || members.0.len() == 1;
            if let (true, Some(inner)) = (is_around, self::members(value))
                && let Some(mut list) = self.list_below(&inner, depth + 1)?
            {
                list.path.insert(0, name.clone());
                list.is_sure |= rank(name).is_some();
                return Ok(Some(list));
            }
        }
        Ok(None)
    }

    /// One of several lists: the one whose objects have the most of the names that are looked for, or else by its name.
    fn likeliest<'m>(&self, lists: Vec<&'m (String, &'t RawValue)>) -> Result<&'m (String, &'t RawValue), Wrong> {
        let fit = |value: &'t RawValue| entries(value.get()).map_or(0, |entries| self.fit_of(&entries));
        let most = lists.iter().map(|(_, value)| fit(value)).max().unwrap_or(0);
        let mut likely: Vec<_> = lists.iter().filter(|(_, value)| fit(value) == most).copied().collect();
        if likely.len() > 1 {
            likely.retain(|(name, _)| !BESIDE.contains(&column_key(name).as_str()));
        }
        let named = likely.iter().filter(|(name, _)| LISTS.contains(&column_key(name).as_str()));
        match (likely.as_slice(), named.copied().collect::<Vec<_>>().as_slice()) {
            ([one], _) | (_, [one]) => Ok(one),
            _ => Err(Wrong::Several(lists.iter().map(|(name, _)| name.clone()).collect())),
        }
    }
}

/// The objects in GraphQL's `edges` are its nodes.
fn nodes<'t>(name: &str, entries: Vec<&'t RawValue>) -> (String, Vec<&'t RawValue>) {
    let node = |entry: &&'t RawValue| {
        let members = members(entry)?;
        members.0.into_iter().find(|(name, value)| name == "node" && value.get().starts_with('{')).map(|(_, node)| node)
    };
    match entries.iter().map(node).collect::<Option<Vec<_>>>() {
        Some(nodes) if !nodes.is_empty() => (format!("{name}.node"), nodes),
        _ => (name.to_owned(), entries),
    }
}

/// Whether an object has what leads have and pages do not.
fn is_like_a_lead(members: &Members<'_>) -> bool {
    members.0.iter().any(|(name, _)| matches!(column_key(name).as_str(), "id" | "email" | "e-mail" | "key" | "name"))
}

/// The entries at a path.
fn at<'t>(members: &Members<'t>, path: &str) -> Option<Vec<&'t RawValue>> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let (_, value) = members.0.iter().find(|(other, _)| other == name)?;
    match rest {
        "" | "node" if is_list(value) => Some(nodes(name, entries(value.get()).ok()?).1),
        "" => None,
        rest => at(&self::members(value)?, rest),
    }
}

fn is_list(value: &RawValue) -> bool {
    let inside = value.get().strip_prefix('[').map(str::trim_start);
    inside.is_some_and(|inside| inside.starts_with(['{', ']']))
}

fn is_empty(value: &RawValue) -> bool {
    value.get()[1..].trim_start().starts_with(']')
}

fn entries(raw: &str) -> Result<Vec<&RawValue>, serde_json::Error> {
    serde_json::from_str(raw)
}

fn members<'t>(value: &&'t RawValue) -> Option<Members<'t>> {
    value.get().starts_with('{').then(|| serde_json::from_str(value.get()).ok()).flatten()
}

struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> serde::Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'t> Visitor<'t> for Each {
            type Value = Members<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Each)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, known: &[&str]) -> Result<(Vec<String>, Option<String>), Vec<String>> {
        let known: Vec<String> = known.iter().map(|&name| name.to_owned()).collect();
        match read(text, &known) {
            Ok(document) => {
                let values = document.values.iter().map(|&(start, end)| text[start..end].replace(' ', "")).collect();
                Ok((values, document.list))
            }
            Err(Wrong::Several(names)) => Err(names),
            Err(wrong) => Err(vec![format!("{wrong:?}")]),
        }
    }

    #[test]
    fn objects_stand_in_many_places() {
        let (a, b) = (r#"{"id":1}"#, r#"{"id":2}"#);
        let both = format!("{a},{b}");
        for (text, list) in [
            (format!("[{both}]"), None),
            (format!("{a}\n{b}\n"), None),
            (format!("{a}{b}"), None),
            (format!("[{a}]\n[{b}]"), None),
            (format!(r#"{{"leads": [{both}]}}"#), Some("leads")),
            (format!(r#"{{"anything": [{both}], "total": 2}}"#), Some("anything")),
            (format!(r#"{{"requestId": "x", "result": [{both}], "errors": [], "success": true}}"#), Some("result")),
            (format!(r#"{{"errors": [{{"code": 1}}], "things": [{both}]}}"#), Some("things")),
            (format!(r#"{{"data": [{both}], "included": [{{"type": "x"}}]}}"#), Some("data")),
            (format!(r#"{{"results": [{both}], "paging": {{"next": {{"after": "2"}}}}}}"#), Some("results")),
            (format!(r#"{{"results": [{a}]}} {{"results": [{b}]}} {{"results": []}}"#), Some("results")),
            (format!(r#"{{"d": {{"results": [{both}]}}}}"#), Some("d.results")),
            (format!(r#"{{"_embedded": {{"contacts": [{both}]}}, "_links": {{}}}}"#), Some("_embedded.contacts")),
            (
                format!(
                    r#"{{"data": {{"contacts": {{"edges": [{{"node": {a}}}, {{"node": {b}}}], "pageInfo": {{}}}}}}}}"#
                ),
                Some("data.contacts.edges.node"),
            ),
        ] {
            let wanted = Ok((vec![a.to_owned(), b.to_owned()], list.map(str::to_owned)));
            assert_eq!(found(&text, &[]), wanted, "{text}");
            assert_eq!(found(&text, &["id", "size"]), wanted, "{text}");
        }
        for text in [
            r#"{"id":1,"tags":[]}"#,
            r#"{"id":1,"properties":{"email":"a"},"associations":{"companies":{"results":[{"id":7}]}}}"#,
        ] {
            assert_eq!(found(text, &[]), Ok((vec![text.to_owned()], None)));
        }
        assert_eq!(found(r#"{"result": [], "errors": []}"#, &[]), Ok((vec![], Some("result".into()))));
        assert_eq!(found(r#"{"a": [{}], "b": [{}]}"#, &[]), Err(vec!["a".into(), "b".into()]));
    }

    #[test]
    fn names_tell_leads_from_what_is_in_them() {
        let lead = r#"{"id":1,"notes":[{"text":"x"}]}"#;
        assert_eq!(found(lead, &["id"]), Ok((vec![lead.to_owned()], None)));
        let several = format!("{lead}\n{}", lead.replace('1', "2"));
        assert_eq!(found(&several, &[]).unwrap().0.len(), 2);
        assert_eq!(found(r#"{"a": [{"x": 1}], "b": [{"id": 1}]}"#, &["id"]).unwrap().1.as_deref(), Some("b"));
        let pages = r#"[{"rows": [{"id": 1}]}, {"rows": [{"id": 2}]}]"#;
        assert_eq!(found(pages, &["id"]).unwrap().0, [r#"{"id":1}"#, r#"{"id":2}"#]);
        let nested = r#"[{"id":1,"rows":[{"id":1}]}]"#;
        assert_eq!(found(nested, &["id"]).unwrap().0, [&nested[1..nested.len() - 1]]);
    }

    #[test]
    fn pages_are_known_by_the_first_line() {
        for (text, is) in [
            ("{\"results\": [{\"id\": 1}]}\n{\"results\": []}\n", true),
            ("{\"leads\": [{\"id\": 1}]}\n", true),
            ("{\"leads\": [{\"id\": 1}]}\n{\"leads\": []}\n", false),
            ("{\"id\": 1, \"data\": [{\"x\": 1}]}\n{\"id\": 2}\n", false),
            ("{\"id\": 1}\n{\"id\": 2}\n", false),
        ] {
            assert_eq!(starts_with_page(text.as_bytes()), is, "{text}");
        }
    }
}
