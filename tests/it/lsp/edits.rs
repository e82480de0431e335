//! Random edits, counted in UTF-16: after each, the server has the text that the editor has, and finds in it what a fresh
//! reading does.

use leadrules_language::check;
use leadrules_language::words::Text;
use serde_json::{Value, json};

use super::editor::{Editor, edit};

/// A small generator, so that a failure can be seen again.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).expect("it is below")
    }
}

const PIECES: &[&str] = &[
    "",
    "",
    "x",
    " ",
    "\n",
    "\r\n",
    "é",
    "😀",
    "\"",
    "{",
    "}",
    "=> +5",
    "budget > 9",
    "# né\n",
    "country is BE",
    "define d = ",
    ",",
    "  consent => +10 each\n",
    "naïve_é",
    "\u{301}",
];

/// A text as UTF-16, by lines: what an editor has.
fn lines(text: &[u16]) -> Vec<(usize, usize)> {
    let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
    while at < text.len() {
        let wide = match (text[at], text.get(at + 1)) {
            (13, Some(10)) => 2,
            (10 | 13, _) => 1,
            _ => 0,
        };
        if wide > 0 {
            lines.push((start, at));
            start = at + wide;
        }
        at += wide.max(1);
    }
    lines.push((start, text.len()));
    lines
}

fn place(text: &[u16], random: &mut Random) -> ((usize, usize), usize) {
    let lines = lines(text);
    let line = random.below(lines.len());
    let (start, end) = lines[line];
    let mut at = start + random.below(end - start + 1);
    // Not between the halves of a character.
    if at < text.len() && (0xdc00..0xe000).contains(&text[at]) {
        at -= 1;
    }
    ((line, at - start), at)
}

#[test]
fn any_edits_leave_the_text_and_its_findings_as_a_fresh_reading_has_them() {
    let first = crate::files::read("examples/inbound/inbound.leadrules");
    let mut text: Vec<u16> = first.encode_utf16().collect();
    let mut editor = Editor::open_folder("edits", &[]);
    editor.open("a.leadrules", &first);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..crate::share::edits(2_000) {
        if text.len() > 6_000 {
            text = first.encode_utf16().collect();
            editor.change("a.leadrules", &[json!({ "text": first })]);
        }
        let ((from, one), (to, other)) = (place(&text, &mut random), place(&text, &mut random));
        let near = one.abs_diff(other) < 40;
        let ((from, one), (to, other)) = if near { ((from, one), (to, other)) } else { ((from, one), (from, one)) };
        let piece = PIECES[random.below(PIECES.len())];
        let ((start, begin), (stop, end)) =
            if one <= other { ((from, one), (to, other)) } else { ((to, other), (from, one)) };
        text.splice(begin..end, piece.encode_utf16());
        editor.change("a.leadrules", &[edit(start, stop, piece)]);
        if round % 100 == 99 {
            let found = editor.found("a.leadrules");
            let whole = String::from_utf16(&text).expect("characters are whole");
            let fresh = check::read("a.leadrules", whole.clone(), &mut |_| Err(Text::verbatim("there is none")));
            let wanted: Vec<(String, Value)> = fresh
                .findings
                .iter()
                .map(|finding| (finding.code.id.to_owned(), start_of(&whole, finding.span().start as usize)))
                .collect();
            let has = |(code, start): &(String, Value)| {
                found.iter().any(|found| found["code"] == json!(code) && found["range"]["start"] == *start)
            };
            for one in &wanted {
                assert!(has(one), "round {round}: {one:?} is not among {found:?} in\n{whole}");
            }
            let errors = |found: &&Value| found["severity"] == json!(1);
            let is_error = |finding: &&leadrules_language::diagnostic::Diagnostic| {
                finding.severity == leadrules_language::codes::Severity::Error
            };
            assert_eq!(found.iter().filter(errors).count(), fresh.findings.iter().filter(is_error).count(), "{whole}");
        }
    }
    editor.close();
}

/// The place of a byte, as an editor counts.
fn start_of(text: &str, byte: usize) -> Value {
    let units: Vec<u16> = text[..byte].encode_utf16().collect();
    let all: Vec<u16> = text.encode_utf16().collect();
    let lines = lines(&all);
    let line = lines.iter().rposition(|(start, _)| *start <= units.len()).unwrap_or(0);
    json!({ "line": line, "character": units.len() - lines[line].0 })
}
