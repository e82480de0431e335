//! Forms in which data writes dates. In: a form as the rules give it; out: the same, or a finding that says what is wrong with it.

use super::findings::Findings;
use crate::ast;
use crate::calendar::form::{Form, Needed, NoForm};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::words::{Text, say};

/// The form, if it can be understood; else a finding with this help.
pub(super) fn checked(form: &ast::Text, help: Text, findings: &mut Findings<'_>) -> Option<String> {
    match Form::new(&form.value) {
        Ok(_) => Some(form.value.clone()),
        Err(why) => {
            findings.push(Diagnostic::bare(&codes::LR0221, said(why), form.span).help(help));
            None
        }
    }
}

fn said(why: NoForm) -> Text {
    match why {
        NoForm::UnknownUnit => say!(
            "the form does not say what is counted; the forms of such numbers are `epoch s` (1795161600), \
             `epoch ms` (1795161600000) and `epoch us`"
        ),
        NoForm::NoPart(word) => {
            say!("`{word}` is not a part of a date; the parts are dd, mm, mmm, yyyy, yy, hh, mm, ss and am", word)
        }
        NoForm::Lacks(needed) => say!("the form does not say where the {name} stands", name = name(needed)),
        NoForm::HasTwice(needed) => say!("the form has the {name} twice", name = name(needed)),
        NoForm::HasTimeTwice => say!("the form has the time twice"),
        NoForm::LacksHours => say!("the form does not say where the hours (hh) stand"),
    }
}

fn name(needed: Needed) -> Text {
    match needed {
        Needed::Day => say!("day (dd)"),
        Needed::Month => say!("month (mm)"),
        Needed::Year => say!("year (yyyy)"),
    }
}
