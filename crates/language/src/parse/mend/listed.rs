//! Lists of names: the parties of an agreement, what it covers, the scores that leads are ranked by. People part them by `and`, and leave
//! out what kind of thing a text in quotes is.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::context::Context;
use crate::parse::lex::Kind;
use crate::words::say;

/// `between marketing and sales`
pub fn ands(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let is_list = broken.context == Context::Agreement || broken.context == Context::File && broken.word(1) == "by";
    if !is_list {
        return;
    }
    let ands = broken.positions(|broken, at| at > 0 && matches!(broken.lower(at).as_str(), "and" | "&" | "+"));
    let Some(&first) = ands.first() else { return };
    let written = broken.word(first);
    let found = Candidate::new(
        &codes::LR0106,
        broken.range(first, first),
        say!("names are parted by `,`, not `{written}`", written),
    )
    .label(say!("another word for it"))
    .help(say!("Write a comma between them."))
    .title(say!("write `{text}`", text = ","));
    out.push(ands.iter().fold(found, |found, at| found.edit(broken.tokens[at - 1].end..broken.tokens[*at].end, ",")));
}

/// `covers "sales can call"`
pub fn titles(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    if broken.context != Context::Agreement || broken.word(0) != "covers" {
        return;
    }
    let bare = broken.positions(|broken, at| broken.kind(at) == Some(Kind::Text) && broken.word(at - 1) != "promise");
    let Some(&first) = bare.first() else { return };
    let title = broken.word(first);
    let found =
        Candidate::new(&codes::LR0106, broken.range(first, first), say!("a promise is covered as `promise \"…\"`"))
            .label(say!("what is it?"))
            .help(say!("Write `promise {title}`.", title))
            .title(say!("write `promise` before it"));
    out.push(bare.iter().fold(found, |found, at| {
        let start = broken.tokens[*at].start;
        found.edit(start..start, "promise ")
    }));
}
