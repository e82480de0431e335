//! What the author of a file has given names to, judging by its words alone, so that it is known before anything is
//! read. In: tokens; out: names, each with the word after it.

use std::collections::BTreeMap;

use super::lex::{Kind, Token};
use crate::keyword;

/// The words of a file that its author uses as names (fields, kinds of event, options, definitions, scores, stages),
/// each with the word after it, which for a field is its type.
pub type Names<'a> = BTreeMap<&'a str, &'a str>;

/// The names of a file.
pub fn names<'a>(source: &'a str, tokens: &[Token]) -> Names<'a> {
    let mut names = Names::new();
    let (mut block, mut depth, mut choice) = ("", 0_usize, None);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(source));
    let is_word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
    let is_single = |at: usize| !is_word(at + 1) || tokens[at + 1].first;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::OpenBrace => {
                if at > 0 && word(at - 1) == "choice" {
                    choice = Some(depth);
                }
                depth += 1;
            }
            Kind::CloseBrace => {
                depth = depth.saturating_sub(1);
                choice = choice.filter(|open| *open < depth);
            }
            Kind::Word if depth == 0 && token.first => {
                block = token.text(source);
                if matches!(block, "define" | "score" | "label" | "list") && is_word(at + 1) {
                    names.insert(word(at + 1), "");
                }
            }
            Kind::Word if choice.is_some() && is_single(at) && !is_word(at - 1) => {
                names.insert(token.text(source), "");
            }
            Kind::Word if choice.is_some() => {}
            Kind::Word if matches!(block, "lead" | "events") && depth > 0 => {
                let goes_on = token.first && tokens[at - 1].kind == Kind::Comma;
                let begins =
                    token.first && !goes_on || matches!(tokens[at - 1].kind, Kind::OpenBrace | Kind::Semicolon);
                let is_column = depth == 1 && matches!(word(at + 1), "from" | "as") && word(at) != "lead";
                if begins && (block == "lead" || !(is_column || keyword::all().any(|known| known == word(at)))) {
                    names.insert(token.text(source), word(at + 1));
                }
            }
            Kind::Word if block == "stages" && is_single(at) && at > 0 && tokens[at - 1].kind == Kind::Arrow => {
                names.insert(token.text(source), "");
            }
            _ => {}
        }
    }
    names.remove("missing");
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::lex;

    #[test]
    fn names_are_what_was_declared() {
        let text = "lead {\n  total number; of text\n  c choice { EN, \"x\" }\n  missing \"-\"\n}\nevents {\n  lead from \"x\"\n  \
                    open { minutes number }\n}\nscore fit {\n  total > 5 => +1\n}\nstages { fit > 1 => Warm }\n";
        let names: Vec<_> = names(text, &lex::lex(text)).into_keys().collect();
        assert_eq!(names, ["EN", "Warm", "c", "fit", "minutes", "of", "open", "total"]);
    }
}
