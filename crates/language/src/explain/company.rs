//! Why an account has its scores and its stage, lead by lead. In: an account and its leads, evaluated; out: the explanation of the
//! account, and what each lead adds to what is asked over all of them.

use serde::Serialize;

use super::{Explanation, explain_evaluated, page as explained};
use crate::calendar::Instant;
use crate::ir::{Accounts, Over, Rules};
use crate::page::{Page, Style, Tone};
use crate::reference::{Company, Evaluation};
use crate::types::Truth;
use crate::words::{Text, say};

/// Everything about one account.
#[derive(Clone, Debug, Serialize)]
pub struct AccountExplanation {
    /// The account itself.
    pub account: Explanation,
    /// What is asked over its leads, in the order it is written.
    pub over_leads: Vec<OverLeads>,
    /// Its leads, in the order of the data.
    pub leads: Vec<Member>,
}

/// Something that is asked over the leads of an account.
#[derive(Clone, Debug, Serialize)]
pub struct OverLeads {
    /// As it is written.
    pub text: String,
    /// Its value; `None` if it is unknown.
    pub value: Option<Text>,
    /// The leads that it is about, those that are set apart left out.
    pub leads: Vec<Taken>,
}

/// A lead's part in it.
#[derive(Clone, Debug, Serialize)]
pub struct Taken {
    /// The lead's key.
    pub lead: Option<String>,
    /// What it adds: its number; `None` where leads are counted, and where it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Text>,
}

/// A lead of an account.
#[derive(Clone, Debug, Serialize)]
pub struct Member {
    /// Its key.
    pub key: Option<String>,
    /// Its scores, in the order they are written; `None` for those that are unknown.
    pub scores: Vec<Option<Text>>,
    /// Its stage.
    pub stage: String,
    /// Why it is set apart and does not count, if it is.
    pub excluded: Option<String>,
}

/// Explains an account; `keys` are those of its leads.
#[must_use]
pub fn explain_account(
    rules: &Rules,
    accounts: &Accounts,
    as_of: Instant,
    (key, keys): (String, &[Option<String>]),
    company: &Company,
) -> AccountExplanation {
    let account = &company.account;
    let evaluation = Evaluation::new(&accounts.rules, as_of, &account.lead, account.events.as_deref());
    let leads: Vec<Evaluation<'_>> =
        company.leads.iter().map(|lead| Evaluation::new(rules, as_of, &lead.lead, lead.events.as_deref())).collect();
    let counted = || keys.iter().zip(&leads).filter(|(_, lead)| lead.outcome().exclusion.is_none());
    let over_leads = accounts.gathered.iter().map(|gathered| {
        let field = accounts.rules.field(gathered.field);
        let value = account.lead.fields[usize::from(gathered.field.0)].as_ref();
        let takes =
            |lead: &Evaluation<'_>| gathered.filter.as_ref().is_none_or(|filter| lead.truth(filter) == Truth::True);
        let parts = counted().filter(|(_, lead)| takes(lead) != (gathered.of == Over::CountOthers));
        let part = |(key, lead): (&Option<String>, &Evaluation<'_>)| Taken {
            lead: key.clone(),
            value: gathered.of.quantity().and_then(|of| lead.value(of)).map(Text::figure),
        };
        OverLeads {
            text: field.name.clone(),
            value: value.map(|value| value.said(&field.ty)),
            leads: parts.map(part).collect(),
        }
    });
    let member = |(key, lead): (&Option<String>, &Evaluation<'_>)| {
        let outcome = lead.outcome();
        Member {
            key: key.clone(),
            scores: outcome.scores.iter().map(|score| score.points.map(Text::figure)).collect(),
            stage: rules.stages.name(outcome.stage).to_owned(),
            excluded: outcome.exclusion.map(|at| rules.exclusions[at].reason.clone()),
        }
    };
    AccountExplanation {
        over_leads: over_leads.collect(),
        leads: keys.iter().zip(&leads).map(member).collect(),
        account: explain_evaluated(Some(key), &evaluation),
    }
}

/// The explanation of an account as text.
#[must_use]
pub fn render_account(rules: &Rules, explanation: &AccountExplanation, style: Style) -> String {
    let mut page = Page::new(style);
    page.take_in(0, explained(&explanation.account, style));
    let say = |text: Text| text.in_locale(style.locale);
    let known = |value: &Option<Text>| say(value.clone().unwrap_or_else(|| say!("unknown")));
    let named = |key: &Option<String>| say(key.as_ref().map_or_else(|| say!("a lead without a key"), Text::verbatim));
    page.toned(Tone::Head, 0, &say(say!("what is asked over its leads")));
    for over in &explanation.over_leads {
        page.sided(Tone::Plain, 2, &over.text, &known(&over.value));
        let part = |part: &Taken| {
            let key = named(&part.lead);
            part.value.as_ref().map_or_else(|| key.clone(), |value| format!("{key}: {}", value.in_locale(style.locale)))
        };
        if !over.leads.is_empty() {
            page.line(4, &over.leads.iter().map(part).collect::<Vec<_>>().join(", "));
        }
    }
    page.toned(Tone::Head, 0, &say(say!("its leads")));
    for lead in &explanation.leads {
        let scores = rules.scores.iter().zip(&lead.scores);
        let scores: Vec<String> = scores.map(|(score, points)| format!("{} {}", score.name, known(points))).collect();
        let stage = say(match &lead.excluded {
            Some(reason) => say!("{stage} ({reason}; does not count)", stage = &lead.stage, reason),
            None => Text::verbatim(&lead.stage),
        });
        page.sided(Tone::Plain, 2, &format!("{}  {}", named(&lead.key), scores.join(", ")), &stage);
    }
    if explanation.leads.is_empty() {
        page.line(2, &say(say!("none")));
    }
    page.into_text()
}
