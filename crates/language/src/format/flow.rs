//! One statement as text that may be broken into lines. In: words, and the places where a line may end, the outermost
//! having the lowest level; out: lines that fit, if possible. What the words mean is not known here.

/// Lines aim to be no longer than this, in characters.
pub const WIDTH: usize = 100;

/// Lines of a statement after the first are indented this much further.
const HANGING: usize = 4;

/// A text with places where it may be broken.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// Pieces, each with the level of the break before it.
    pieces: Vec<(u8, String)>,
}

impl Flow {
    pub fn new(text: impl Into<String>) -> Self {
        Self { pieces: vec![(0, text.into())] }
    }

    /// Adds text right after what is there.
    pub fn push(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some((_, last)) => last.push_str(text),
            None => self.pieces.push((0, text.to_owned())),
        }
    }

    /// Adds a blank where the line may be broken, and text.
    pub fn soft(&mut self, level: u8, text: &str) {
        self.pieces.push((level, text.to_owned()));
    }

    /// Adds another text right after what is there; its breaks are `deeper` levels down.
    pub fn append(&mut self, other: Self, deeper: u8) {
        let mut pieces = other.pieces.into_iter();
        if let Some((_, first)) = pieces.next() {
            self.push(&first);
        }
        self.pieces.extend(pieces.map(|(level, text)| (level.saturating_add(deeper), text)));
    }

    /// On one line.
    pub fn line(&self) -> String {
        let texts: Vec<&str> = self.pieces.iter().map(|(_, text)| text.as_str()).collect();
        texts.join(" ")
    }

    /// In lines that fit after `indent` blanks; the first is not indented, the others are indented further.
    pub fn lines(&self, indent: usize) -> String {
        let pieces: Vec<(u8, &str)> = self.pieces.iter().map(|(level, text)| (*level, text.as_str())).collect();
        let room = WIDTH.saturating_sub(indent);
        let mut lines = Vec::new();
        fill(&pieces, room, &mut lines);
        lines.join(&format!("\n{}", " ".repeat(indent + HANGING)))
    }
}

/// Fills lines: broken at the lowest level present, and at deeper ones only where a line is still too long.
fn fill(pieces: &[(u8, &str)], room: usize, lines: &mut Vec<String>) {
    let whole = joined(pieces);
    let room_here = if lines.is_empty() { room } else { room.saturating_sub(HANGING) };
    let lowest = pieces.iter().skip(1).map(|(level, _)| *level).min();
    let Some(lowest) = lowest.filter(|_| width(&whole) > room_here) else {
        lines.push(whole);
        return;
    };
    let mut parts: Vec<&[(u8, &str)]> = Vec::new();
    let mut from = 0;
    for at in 1..=pieces.len() {
        if at == pieces.len() || pieces[at].0 == lowest {
            parts.push(&pieces[from..at]);
            from = at;
        }
    }
    let mut line: Vec<(u8, &str)> = Vec::new();
    for part in parts {
        let mut longer = line.clone();
        longer.extend_from_slice(part);
        let room_here = if lines.is_empty() { room } else { room.saturating_sub(HANGING) };
        if line.is_empty() || width(&joined(&longer)) <= room_here {
            line = longer;
        } else {
            finish(&line, lowest, room, lines);
            line = part.to_vec();
        }
    }
    finish(&line, lowest, room, lines);
}

/// A line that may still be too long: it is broken further unless it was already broken at this level.
fn finish(line: &[(u8, &str)], level: u8, room: usize, lines: &mut Vec<String>) {
    if line.iter().skip(1).any(|(other, _)| *other == level) {
        lines.push(joined(line));
    } else {
        fill(line, room, lines);
    }
}

fn joined(pieces: &[(u8, &str)]) -> String {
    let texts: Vec<&str> = pieces.iter().map(|(_, text)| *text).collect();
    texts.join(" ")
}

/// How many characters wide a text is.
pub fn width(text: &str) -> usize {
    text.chars().count()
}
