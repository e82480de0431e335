//! Objects as nearly all files write them, read in one pass. In: the text of an object; out: its cells, or nothing if
//! something is unusual (an escape in a name, an entry of the events that is not an object, anything that is not JSON):
//! then `serde_json` reads the object from its start and has the last word. It accepts everything that is accepted
//! here, and both give the same cells: property tests check this, and the fuzz target `readers` passes through here.

use super::frame::{JsonCell, JsonFrame, JsonRow, Row, Slot, Table};
use super::prefixes::Prefixes;
use crate::data::simd::not_plain;

/// How deeply lists and objects may be nested; `serde_json` gives up at 128.
const DEEPEST: usize = 64;

/// A place in the text of an object.
struct Scan<'t> {
    text: &'t str,
    at: usize,
}

/// The events of a lead while they are being read.
pub(super) struct Nested<'s, 't> {
    pub(super) events: &'s mut JsonFrame<'t>,
    pub(super) table: &'s mut Table,
}

/// Reads an object into the row at hand of `frame`, and its events into theirs. If it returns `false`, the row holds
/// values that reading the object again will replace, and the events are as they were.
pub(super) fn object<'t>(
    text: &'t str,
    frame: &mut JsonFrame<'t>,
    table: &mut Table,
    mut nested: Option<Nested<'_, 't>>,
) -> bool {
    let (owners, events) = (frame.owners.len(), nested.as_ref().map_or(0, |nested| nested.events.rows));
    let mut scan = Scan { text, at: 0 };
    let read = scan.object(frame, table, nested.as_mut()).is_some() && scan.at == text.len();
    if !read {
        frame.owners.truncate(owners);
        table.repeated.clear();
        if let Some(Nested { events: frame, table }) = nested {
            table.repeated.clear();
            frame.rows = events;
            frame.columns.iter_mut().for_each(|column| column.truncate(events));
        }
    }
    read
}

/// Reads one object that stands for itself, and gives each of its events to `happened`; nothing if something is unusual: then the
/// object is read as a row, which has the last word.
pub(in crate::data) fn one<'t>(
    text: &'t str,
    (row, table): (&mut JsonRow<'t>, &mut Table),
    (event, event_table): (&mut JsonRow<'t>, &mut Table),
    mut happened: impl FnMut(&JsonRow<'t>) -> Option<()>,
) -> Option<()> {
    let mut scan = Scan { text, at: 0 };
    scan.members(table, |scan, slot| {
        if !slot.events {
            return scan.member(slot, row);
        }
        scan.events(|scan| {
            event.clear();
            scan.members(event_table, |scan, slot| scan.member(slot, event))?;
            happened(event)
        })
    })?;
    let is_usual = table.repeated.is_empty() && event_table.repeated.is_empty();
    (is_usual && scan.at == text.len()).then_some(())
}

impl<'t> Scan<'t> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes this byte, after blanks.
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.blanks();
        self.take(byte)
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.byte() == Some(byte)).then(|| self.at += 1)
    }

    /// After a member or an entry: whether another follows.
    fn more(&mut self, end: u8) -> Option<bool> {
        self.blanks();
        let byte = self.byte()?;
        self.at += 1;
        match byte {
            b',' => Some(true),
            _ if byte == end => Some(false),
            _ => None,
        }
    }

    fn object(
        &mut self,
        frame: &mut JsonFrame<'t>,
        table: &mut Table,
        mut nested: Option<&mut Nested<'_, 't>>,
    ) -> Option<()> {
        self.members(table, |scan, slot| {
            if let (true, Some(nested)) = (slot.events, nested.as_deref_mut()) {
                frame.has_events = true;
                let owner = u32::try_from(frame.rows).ok()?;
                return scan.events(|scan| {
                    scan.object(nested.events, nested.table, None)?;
                    nested.events.end_row();
                    frame.owners.push(owner);
                    Some(())
                });
            }
            scan.member(slot, frame)
        })
    }

    /// The members of an object, each given to `take` where its value begins.
    #[inline]
    fn members(&mut self, table: &mut Table, mut take: impl FnMut(&mut Self, &mut Slot) -> Option<()>) -> Option<()> {
        self.expect(b'{')?;
        for index in 0.. {
            let start = self.at;
            let slot = if let Some((slot, prefix)) = table.prefixed(index, &self.text.as_bytes()[start..]) {
                self.at += prefix;
                slot
            } else {
                let Some(slot) = self.name(table, index)? else { break };
                self.blanks();
                table.learn(slot, index, &self.text[start..self.at]);
                slot
            };
            self.blanks();
            take(self, &mut table.slots[slot])?;
        }
        Some(())
    }

    /// The value of a member, put where it is wanted.
    #[inline]
    fn member(&mut self, slot: &mut Slot, into: &mut impl Row<'t>) -> Option<()> {
        let mut beside = JsonCell::Missing;
        let cell = match slot.targets.as_slice() {
            [] if slot.inside.is_none() => return self.pass(&mut slot.passed),
            &[(target, rank)] => into.place(target, rank).unwrap_or(&mut beside),
            [] | [..] => &mut beside,
        };
        self.value(cell)?;
        if slot.inside.is_some() && matches!(cell, JsonCell::Object(_)) {
            return None;
        }
        if let several @ [_, _, ..] = slot.targets.as_slice() {
            for &(target, rank) in several {
                into.set(target, rank, beside.clone());
            }
        }
        Some(())
    }

    /// The slot of the next member, whose name and colon are passed; none if the object ends here.
    fn name(&mut self, table: &mut Table, index: usize) -> Option<Option<usize>> {
        self.blanks();
        if self.take(b'}').is_some() {
            return Some(None);
        }
        if index > 0 {
            self.take(b',')?;
        }
        self.expect(b'"')?;
        let (name, escaped) = self.string()?;
        self.expect(b':')?;
        (!escaped).then(|| Some(table.slot(name, index)))
    }

    /// A list of events, or nothing; each is read by `one`.
    fn events(&mut self, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.byte() == Some(b'n') {
            return self.word("null");
        }
        self.take(b'[')?;
        self.blanks();
        if self.take(b']').is_some() {
            return Some(());
        }
        loop {
            self.blanks();
            one(self)?;
            if !self.more(b']')? {
                return Some(());
            }
        }
    }

    /// Reads a value into `cell`: written where it stays, since the processor waits for what is copied right after it was written.
    fn value(&mut self, cell: &mut JsonCell<'t>) -> Option<()> {
        let start = self.at;
        match self.byte()? {
            b'"' => {
                self.at += 1;
                let (inside, escaped) = self.string()?;
                if escaped {
                    let raw = &self.text[start..self.at];
                    *cell = JsonCell::Decoded(serde_json::from_str::<String>(raw).ok()?.into_boxed_str());
                } else {
                    *cell = JsonCell::Text(inside);
                }
            }
            b't' => {
                self.word("true")?;
                *cell = JsonCell::Truth(true);
            }
            b'f' => {
                self.word("false")?;
                *cell = JsonCell::Truth(false);
            }
            b'n' => {
                self.word("null")?;
                *cell = JsonCell::Missing;
            }
            first @ (b'[' | b'{') => {
                self.skip(0)?;
                let raw = &self.text[start..self.at];
                *cell = if first == b'[' { JsonCell::Array(raw) } else { JsonCell::Object(raw) };
            }
            _ => {
                self.number()?;
                *cell = JsonCell::Number(&self.text[start..self.at]);
            }
        }
        Some(())
    }

    /// Skips a value that nothing asks for; the objects in it, if it is one or a list of them, are likely to look like the last.
    fn pass(&mut self, prefixes: &mut Prefixes) -> Option<()> {
        match self.byte()? {
            b'{' => self.pass_object(prefixes, 0),
            b'[' => self.events(|scan| if scan.byte()? == b'{' { scan.pass_object(prefixes, 1) } else { scan.skip(1) }),
            _ => self.skip(0),
        }
    }

    fn pass_object(&mut self, prefixes: &mut Prefixes, depth: usize) -> Option<()> {
        self.take(b'{')?;
        for index in 0.. {
            let start = self.at;
            if let Some(prefix) = prefixes.at(index, &self.text.as_bytes()[start..]) {
                self.at += prefix;
            } else {
                self.blanks();
                if self.take(b'}').is_some() {
                    break;
                }
                if index > 0 {
                    self.expect(b',')?;
                    self.blanks();
                }
                if self.byte() != Some(b'"') {
                    return None;
                }
                self.skip(depth)?;
                self.expect(b':')?;
                self.blanks();
                prefixes.learn(index, &self.text[start..self.at]);
            }
            self.blanks();
            self.skip(depth + 1)?;
        }
        Some(())
    }

    /// Skips a value.
    fn skip(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match self.byte()? {
            b'"' => {
                let start = self.at;
                self.at += 1;
                if self.string()?.1 {
                    serde_json::from_str::<serde::de::IgnoredAny>(&self.text[start..self.at]).ok()?;
                }
                Some(())
            }
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            open @ (b'[' | b'{') => {
                let end = if open == b'[' { b']' } else { b'}' };
                self.at += 1;
                self.blanks();
                if self.take(end).is_some() {
                    return Some(());
                }
                loop {
                    self.blanks();
                    if open == b'{' {
                        if self.byte() != Some(b'"') {
                            return None;
                        }
                        self.skip(depth)?;
                        self.expect(b':')?;
                        self.blanks();
                    }
                    self.skip(depth + 1)?;
                    if !self.more(end)? {
                        return Some(());
                    }
                }
            }
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text.as_bytes()[self.at..].starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    /// The rest of a string after its opening quote: its content, and whether it contains escapes.
    fn string(&mut self) -> Option<(&'t str, bool)> {
        let (start, mut escaped) = (self.at, false);
        loop {
            self.plain();
            match self.byte()? {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    self.at += 2;
                }
                0..=0x1f => return None,
                _ => self.at += 1,
            }
        }
        let inside = self.text.get(start..self.at)?;
        self.at += 1;
        Some((inside, escaped))
    }

    /// Skips bytes that stand for themselves.
    #[inline]
    fn plain(&mut self) {
        while let Some(bytes) = self.text.as_bytes().get(self.at..).and_then(<[u8]>::first_chunk) {
            let found = not_plain(bytes);
            if found != 0 {
                self.at += found.trailing_zeros() as usize;
                return;
            }
            self.at += bytes.len();
        }
        self.plain_eights();
    }

    /// The same near the end of the text, eight bytes at a time.
    fn plain_eights(&mut self) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x8080_8080_8080_8080;
        // The lowest byte that is marked is less than `least`; those above it may be marked because of its borrow.
        let under = |word: u64, least: u64| word.wrapping_sub(ONES * least) & !word & HIGH;
        while let Some(bytes) = self.text.as_bytes().get(self.at..).and_then(<[u8]>::first_chunk::<8>) {
            let word = u64::from_le_bytes(*bytes);
            let found = under(word ^ (ONES * u64::from(b'"')), 1)
                | under(word ^ (ONES * u64::from(b'\\')), 1)
                | under(word, 0x20);
            if found != 0 {
                self.at += found.trailing_zeros() as usize / 8;
                return;
            }
            self.at += 8;
        }
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<()> {
        let _ = self.take(b'-');
        if self.take(b'0').is_none() {
            self.digits()?;
        }
        if self.take(b'.').is_some() {
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::{Ask, JsonBlock, JsonFrame, JsonText, Reader, Wanted};
    use crate::data::projection::ProjectedColumn;

    fn ask() -> Ask {
        let wanted = |names: &[&str]| {
            let wanted = |name: &&str| ProjectedColumn {
                names: vec![(*name).to_owned(), "z".to_owned()],
                ..ProjectedColumn::default()
            };
            Arc::new(Wanted::new(&names.iter().map(wanted).collect::<Vec<_>>()))
        };
        Ask { wanted: wanted(&["a", "b", "c.d"]), events: Some(wanted(&["a", "t"])), opens: false }
    }

    fn show(frame: &JsonFrame<'_>) -> String {
        format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            frame.columns, frame.rows, frame.owners, frame.names, frame.not_events, frame.repeated, frame.events
        )
    }

    /// What both readers make of these lines; they must agree.
    fn both(lines: &str) -> Result<String, String> {
        let text = JsonText::new(JsonBlock::Lines(lines.as_bytes().to_vec()));
        let read = |reader| text.frame_by(&ask(), "x", reader).map(|frame| show(&frame)).map_err(|e| e.to_string());
        let (own, other) = (read(Reader::Fast), read(Reader::Serde));
        assert_eq!(own, other, "{lines}");
        own
    }

    #[test]
    fn reads_what_serde_reads() {
        for lines in [
            "{\"a\":1,\"b\":2}\n{\"b\":1,\"a\":2}\n{\"a\":1,\"b\":2}\n{\"b\":1,\"x\":[{\"y\":1,\"z\":2}],\"a\":2}",
            r#"{"a":1,"b":"x","events":[{"a":"p","t":2.5e-3},{"t":null}]}"#,
            "{ \"a\" : -0 , \"x\":[1,{\"y\":[]},{}], \"b\":\"caf\u{e9} \\\"q\\\" \\u00e9\" }\n{\"b\":true}\n\n{}",
            r#"{"c":{"d":5},"a":[1,2],"b":{"x":1}}"#,
            r#"{"z":1,"a":2,"a":3,"events":null}"#,
            r#"{"a":1,"a":2,"events":[{"t":1,"t":2,"a":1,"a":1}],"c":{"d":1,"d":2,"e":1,"e":2},"x":1,"x":{}}"#,
            r#"{"a":"0123456789abcdef\n","\u0061":7}"#,
            r#"{"events":[1,"x",{"a":1},[{"a":2}]]}"#,
            r#"{"events":{"a":1}}"#,
            "{\"a\":\"tab\tinside\"}",
        ] {
            let _ = both(lines);
        }
        for broken in [
            // What stood before a value among others, where there is none before it, and the reverse.
            "{\"a\":1,\"b\":2}\n{\"b\":1,\"a\":2}\n{,\"b\":1,\"a\":2}",
            "{\"a\":1,\"b\":2}\n{\"b\":1,\"a\":2}\n{\"b\":1\"a\":2}",
            "{\"x\":[{\"y\":1,\"z\":2},{,\"z\":2}]}",
            "{\"x\":[{\"y\":1,\"z\":2},{\"y\":1\"z\":2}]}",
            r#"{"a":01}"#,
            r#"{"a":1,}"#,
            r#"{"a":.5}"#,
            r#"{"a":1} x"#,
            r#"{"x":"\q"}"#,
            r#"{"x":[1,]}"#,
        ] {
            assert!(both(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_repeated_name_is_told_each_time() {
        let lines = [
            r#"{"a":1,"b":2,"a":3,"x":1}"#,
            r#"{"a":1,"b":2,"a":3,"x":1}"#,
            r#"{"a":1,"b":2,"x":1}"#,
            r#"{"b":1,"a":2,"b":3,"b":4}"#,
            r#"{"x":1,"x":2,"events":[{"t":1,"a":1},{"t":1,"t":2}]}"#,
            r#"{"c":{"d":1,"d":2},"a":1}"#,
            r#"{"x":1,"\u0078":2}"#,
        ];
        let text = JsonText::new(JsonBlock::Lines(lines.join("\n").into_bytes()));
        for reader in [Reader::Fast, Reader::Serde] {
            let frame = text.frame_by(&ask(), "x", reader).unwrap();
            let told: Vec<_> =
                frame.repeated.examples.iter().map(|(place, name)| (place.line, name.as_str())).collect();
            assert_eq!((told, frame.repeated.count), (vec![(1, "a"), (2, "a"), (4, "b")], 8));
        }
        both(&lines.join("\n")).unwrap();
    }

    fn alike_object() -> impl Strategy<Value = String> {
        let or_odd = |usual: &'static str, odd: &'static [&'static str]| prop_oneof![20 => Just(usual), 1 => prop::sample::select(odd)];
        let member = (
            prop::sample::select(&["a", "b", "x", "t", "much longer than sixteen"][..]),
            or_odd(":", &["", " : ", "::"]),
            prop::sample::select(&["1", "null", "\"v\"", "[]", "{\"d\":1}", "\"\\n\"", "01"][..]),
            or_odd(",", &["", ", ", " ,", ",,"]),
        );
        (or_odd("{", &["{,", "{ ", " {"]), prop::collection::vec(member, 0..5), or_odd("}", &[",}", " }", ""]))
            .prop_map(|(open, members, close)| {
                let mut object = open.to_owned();
                for (index, (name, colon, value, comma)) in members.into_iter().enumerate() {
                    let comma = if index > 0 { comma } else { "" };
                    object.push_str(&format!("{comma}\"{name}\"{colon}{value}"));
                }
                object + close
            })
    }

    proptest! {
        #[test]
        fn near_json(lines in r#"(\{("(a|b|z|events|t|c)":(1|-?0?[0-9]\.?[0-9]?e?|"[xé\\n"]{0,9}"|true|null|\[\{"a":1\}?(,\{"t":"y"\})?\]|\{"d":[0-9]\}),?){0,3}\}\n?){1,3}"#) {
            let _ = both(&lines);
        }

        /// Several objects with the same names, one after the other, in this order or that: most of them well formed.
        #[test]
        fn alike(objects in prop::collection::vec(alike_object(), 2..7), passed in any::<bool>()) {
            let lines = if passed { format!("{{\"x\":[{}]}}", objects.join(",")) } else { objects.join("\n") };
            let _ = both(&lines);
            let _ = both(&format!("{{\"events\":[{}]}}", objects.join(",")));
        }

        #[test]
        fn anything(lines in r#"[{}\[\]:,"\\a1e .\-tn]{0,30}"#) {
            let _ = both(&lines);
        }
    }
}
