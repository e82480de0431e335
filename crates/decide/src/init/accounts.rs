//! What a first rule file says of accounts. In: the leads, and the accounts' own data if there is any; out: the block `account`, with a
//! score and stages of accounts where there is data of them; without, the same as a proposal in comments, since not everybody
//! looks at companies.

use leadrules_language::source::quoted;
use leadrules_language::words::{Text, say};

use super::belonging::{By, free_mail, joined, shared};
use super::declared::{self, field_lines, shared_missing};
use super::field::Field;
use super::guess::{Guess, Kind, guesses};
use super::names::{Names, snake};
use super::out::Out;
use super::profile::{Column, Profile};
use super::starters::{POINTS, ideas, live_fields};

/// The accounts' own data, and how its rows and the leads belong together.
#[derive(Debug)]
pub struct Accounts {
    profile: Profile,
    by: By,
    key: usize,
}

impl Accounts {
    /// The accounts of these leads; none if no column of the leads bears a key that they have.
    #[must_use]
    pub fn new(profile: Profile, leads: &Profile) -> Option<Self> {
        let (by, key) = joined(leads, &guesses(leads), &profile)?;
        Some(Self { profile, by, key })
    }

    /// Their data.
    pub(super) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// How many there are.
    pub(super) fn rows(&self) -> u64 {
        self.profile.rows()
    }

    /// The column of the leads that bears their key as it stands, and whether both are whole numbers.
    pub(super) fn borne(&self, leads: &Profile) -> Option<(usize, bool)> {
        let By::Key(at) = self.by else { return None };
        Some((at, leads.columns[at].are_whole() && self.profile.columns[self.key].are_whole()))
    }

    /// Writes the block, a score of what is known, and stages. `names` are those of leads, with which the list of free mail shares one set.
    pub(super) fn write(&self, out: &mut Out, leads: &[Field<'_>], names: &mut Names, keep: impl Fn(&mut Guess, u64)) {
        let mut own = Names::default();
        let score = own.give(&out.say(&say!("account_fit")), "account_fit");
        let are_numbers = leads[self.by.column()].guess.kind == (Kind::Integer { comma: false });
        let fields: Vec<Field<'_>> = self
            .profile
            .columns
            .iter()
            .zip(guesses(&self.profile))
            .enumerate()
            .map(|(at, (column, mut guess))| {
                keep(&mut guess, column.rows);
                let is_key = at == self.key;
                if is_key {
                    guess.kind = if are_numbers { Kind::Integer { comma: false } } else { Kind::Text };
                }
                let mut field = Field::new(column, guess, own.give(&column.name, "field"), is_key, None);
                // Only leads have a stage before.
                field.is_stage = false;
                field
            })
            .collect();
        let everywhere = shared_missing(&fields);
        let (by, list) = belongs(self.by, &leads[self.by.column()], names, out);
        out.gap();
        let said = say!(
            "Companies. Leads that share one are an account of which rules can speak, too; what is known of it comes from\ndata of its \
             own (--accounts)."
        );
        out.comment("", &said);
        if let Some(list) = &list {
            out.line(list);
        }
        out.line("account {");
        declared::empty_words(out, &everywhere);
        declared::fields(out, &fields, &everywhere);
        out.line(&format!("\n  {by}\n}}\n"));
        out.comment("", &say!("What a company is, and what its leads do together."));
        out.line(&format!("score {score} of account 0.. {{"));
        for field in live_fields(&fields) {
            out.line(&format!("  {} is known => +{POINTS}", field.name));
        }
        out.gap();
        out.comment("  ", &say!("Rules of your own could look like these:"));
        for idea in ideas(&fields) {
            out.comment("  ", &idea);
        }
        out.line("  # count of leads where (stage at least MQL) => +10 each, up to 30");
        out.line("}\n\nstages of account {");
        let (target, engaged) = (out.say(&say!("Target")), out.say(&engaged()));
        out.line(&format!("  {score} >= {POINTS} => {target}"));
        out.line(&format!("  {score} >= {POINTS} and any lead where (stage at least Lead) => {engaged}\n}}"));
    }
}

/// The stage of companies whose leads do something.
fn engaged() -> Text {
    say!("Engaged")
}

/// Proposes accounts where leads share companies, in comments.
pub(super) fn propose(out: &mut Out, leads: &Profile, fields: &[Field<'_>], names: &mut Names) {
    let guessed: Vec<Guess> = fields.iter().map(|field| field.guess.clone()).collect();
    let key = fields.iter().position(|field| field.is_key);
    let Some(by) = shared(leads, &guessed, key) else { return };
    let bearer = &fields[by.column()];
    let (by_line, list) = belongs(by, bearer, names, out);
    let (said, key) = match by {
        By::Key(_) => (
            say!(
                "Leads that share a `{field}` seem to work for one company. Rules can speak of it: take the `#` away from\nwhat follows, and \
                 add what is known of companies from data of their own (--accounts, here and of `score`).",
                field = &bearer.name
            ),
            key_line(bearer.column, bearer.guess.kind == (Kind::Integer { comma: false })),
        ),
        By::Domain(_) => (
            say!(
                "Leads that have addresses at the same domain seem to work for one company. Rules can speak of it: take the `#` away \
                 from\nwhat follows, and add what is known of companies from data of their own (--accounts, here and of `score`)."
            ),
            "domain text key".to_owned(),
        ),
    };
    out.gap();
    out.comment("", &said);
    let list = list.map_or_else(String::new, |list| list + "\n");
    let (heat, engaged) = (out.say(&say!("account_heat")), out.say(&engaged()));
    let block = format!(
        "{list}account {{\n  {key}\n  {by_line}\n}}\n\nscore {heat} of account 0.. {{\n  count of leads where (stage at least Lead) => +5 \
         each, up to 20\n}}\n\nstages of account {{\n  {heat} >= 10 => {engaged}\n}}\n"
    );
    for written in block.lines() {
        out.line(format!("# {written}").trim_end());
    }
}

/// The key of accounts, called as the leads' column is without the company: `id`.
fn key_line(column: &Column, are_numbers: bool) -> String {
    let name = snake(&column.name);
    let short = name.rsplit('_').next().filter(|word| *word != name).unwrap_or("id");
    let kind = if are_numbers { Kind::Integer { comma: false } } else { Kind::Text };
    let rest = if short == column.name { String::new() } else { format!(", from {}", quoted(&column.name)) };
    field_lines(short, &kind, true, "", &rest, "").concat()
}

/// `leads by …`, and the list that it needs.
fn belongs(by: By, bearer: &Field<'_>, names: &mut Names, out: &Out) -> (String, Option<String>) {
    match by {
        By::Key(_) => (format!("leads by {}", bearer.name), None),
        By::Domain(_) => {
            let list = names.give(&out.say(&say!("free_mail")), "free_mail");
            let domains: Vec<String> = free_mail(bearer.column).into_iter().map(quoted).collect();
            (
                format!("leads by {}.domain except {list}", bearer.name),
                Some(format!("list {list} {{ {} }}\n", domains.join(", "))),
            )
        }
    }
}
