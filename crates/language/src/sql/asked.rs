//! What leads and accounts ask each other, in the steps of a query. In: a side of the two, and what is wanted of it; out: columns and steps
//! that hold it.

use super::expr::Expr;
use super::query::{Column, Step, column};
use super::side::{
    ACCOUNT_KEY, OF_ACCOUNT, OF_LEAD, OfAccounts, OfLeads, ROW_OF_KEY, Side, Wanted, asked, folds, known, number, over,
    takes,
};
use super::writer::{Form, LEADS, Row, Writer};
use crate::ir::{Accounts, Gathered, OfAccount, Over, Subject};
use crate::types::Type;
use crate::words::say;

impl<'a> Writer<'a> {
    /// Keeps the names of columns that only queries of this side have.
    pub(super) fn own_names(&self) -> &'static [&'static str] {
        match self.side {
            Side::Alone => &[],
            Side::Lead(_) => &[ACCOUNT_KEY],
            Side::Account(_) => &[LEADS, OF_ACCOUNT, OF_LEAD, ROW_OF_KEY],
        }
    }

    /// The column of a value that no column of the table has, if it is such a one.
    pub(super) fn given(&mut self, subject: Subject, form: Form) -> Option<String> {
        let (Subject::Field(id) | Subject::FieldDomain(id)) = subject else { return None };
        let source = match self.side {
            Side::Alone => return None,
            Side::Lead(side) => {
                let at = side.accounts.asked.iter().position(|asked| asked.field == id)?;
                self.of_account(side, at)
            }
            Side::Account(side) => match side.accounts.gathered.iter().position(|gathered| gathered.field == id) {
                Some(at) => self.over_leads(side, at),
                None if side.table.is_none() && id != side.accounts.key => self.nothing(&self.rules.field(id).ty),
                None => return None,
            },
        };
        let form = if form == Form::Known { Form::Plain } else { form };
        if let Some(name) = self.values.get(&(subject, form)) {
            return Some(name.clone());
        }
        let field = self.rules.field(id);
        let is_text = field.ty.holds_text() || matches!(subject, Subject::FieldDomain(_));
        let is_whole = form == Form::Plain && matches!(subject, Subject::Field(_));
        let sql = if is_whole || !is_text { source } else { self.typed(field, subject, form, &source) };
        let name = self.names.free(self.dialect, &field.name);
        match self.side {
            Side::Lead(_) | Side::Alone => self.asked.push(column(&name, sql)),
            Side::Account(_) => {
                self.asked.push(column(&name, sql));
                self.lead.push(column(&name, name.clone()));
            }
        }
        self.values.insert((subject, form), name.clone());
        Some(name)
    }

    /// Unknown, as a value of a type.
    fn nothing(&self, ty: &Type) -> String {
        let dialect = self.dialect;
        let ty = match ty {
            Type::Text | Type::Email | Type::Choice(_) => dialect.text_type().to_owned(),
            Type::Number(_) | Type::Integer(_) => dialect.decimal_type(18, 6),
            Type::YesNo => "BOOLEAN".to_owned(),
            Type::Date(_) => "DATE".to_owned(),
            Type::ListOfText { .. } | Type::ListOfChoice { .. } => dialect.list_type(),
        };
        format!("CAST(NULL AS {ty})")
    }

    /// The key of an account, a text, as a value of its type.
    fn as_key(&self, accounts: &Accounts, key: &str) -> String {
        match accounts.rules.field(accounts.key).ty.numbers() {
            Some(_) => format!("CAST({key} AS {})", self.dialect.decimal_type(18, 6)),
            None => key.to_owned(),
        }
    }

    /// What leads ask of their account, in the step that joins it to them.
    fn of_account(&self, side: OfLeads<'_>, at: usize) -> String {
        let wanted = side.accounts.asked[at];
        let key = format!("belonging.{ACCOUNT_KEY}");
        let nothing = self.nothing(&self.rules.field(wanted.field).ty);
        if wanted.turn > side.turn {
            return nothing;
        }
        let found = side.known.map(|_| format!("a.{}", asked(at)));
        match wanted.of {
            OfAccount::Itself => format!("CASE WHEN {key} IS NOT NULL THEN TRUE END"),
            // An account that only leads name has a key all the same.
            OfAccount::Field(id) if id == side.accounts.key => {
                let key = self.as_key(side.accounts, &key);
                found.map_or(key.clone(), |found| format!("COALESCE({found}, {key})"))
            }
            OfAccount::Field(_) | OfAccount::Score(_) | OfAccount::Label(_) | OfAccount::Stage => {
                found.unwrap_or(nothing)
            }
        }
    }

    /// What accounts ask over their leads, in the step that joins that to them.
    fn over_leads(&self, side: OfAccounts<'_>, at: usize) -> String {
        let wanted = &side.accounts.gathered[at];
        if side.leads_steps.is_none() {
            return self.nothing(&self.rules.field(wanted.field).ty);
        }
        let (over, known) = (format!("g.{}", over(at)), format!("g.{}", known(at)));
        match wanted.of {
            Over::Count | Over::CountOthers => format!("COALESCE({over}, 0)"),
            Over::Total(_) => self.dialect.narrowed(&Expr::atom(format!("COALESCE({over}, 0)")), 24, 6).to_string(),
            Over::Average(_) => self.average(&over, &known).to_string(),
            Over::Highest(_) | Over::Lowest(_) => over,
        }
    }

    /// The steps and columns that give the other side what it asks; `None` if it is the results that are wanted.
    pub(super) fn between(
        &mut self,
        wanted: &Wanted<'_>,
        steps: &mut Vec<Step>,
        before: &mut String,
    ) -> Option<Vec<Column>> {
        match (*wanted, self.side) {
            (Wanted::OfLeads(places), Side::Lead(side)) => {
                Some(self.for_accounts(side.accounts, places, steps, before))
            }
            (Wanted::OfAccounts(places), Side::Account(side)) => {
                let mut out = vec![column(ACCOUNT_KEY, "lead_key")];
                for &at in places {
                    let sql = match side.accounts.asked[at].of {
                        OfAccount::Itself => continue,
                        OfAccount::Field(id) => self.value(Subject::Field(id), Form::Plain),
                        OfAccount::Score(id) => self.scores.get(&id.0).cloned().unwrap_or_default(),
                        OfAccount::Label(id) => self.labels.get(&id.0).cloned().unwrap_or_default(),
                        OfAccount::Stage => "stage".to_owned(),
                    };
                    out.push(column(&asked(at), sql));
                }
                Some(out)
            }
            (Wanted::Results | Wanted::OfLeads(_) | Wanted::OfAccounts(_), _) => None,
        }
    }

    fn for_accounts(
        &mut self,
        accounts: &Accounts,
        places: &[usize],
        steps: &mut Vec<Step>,
        before: &mut String,
    ) -> Vec<Column> {
        let mut out = vec![column("lead_key", "lead_key"), column(ACCOUNT_KEY, ACCOUNT_KEY)];
        out.push(column("excluded", "excluded"));
        let mut made = Vec::new();
        for &at in places {
            let Gathered { filter, of, .. } = &accounts.gathered[at];
            let filter = filter.as_ref().map(|filter| (takes(at), self.cond(filter, Row::Lead), filter.span));
            let of = of.quantity().map(|of| (number(at), self.quantity(of, Row::Lead), of.span));
            for (name, sql, span) in filter.into_iter().chain(of) {
                let own = self.names.free(self.dialect, &name);
                let note = Some(self.rules.text(span).to_owned());
                made.push(Column { name: own.clone(), sql: sql.to_string(), note });
                out.push(column(&name, own));
            }
        }
        self.step(steps, "for_account", "what accounts ask of each lead", made, before);
        out
    }

    /// The steps after `lead` that find the account of each lead, and what it asks of it; `before` is the last step.
    pub(super) fn account_steps(&mut self, steps: &mut Vec<Step>, key: Option<String>, before: &mut String) {
        let (Side::Lead(side), Some(key)) = (self.side, key) else { return };
        let key = vec![column(ACCOUNT_KEY, key)];
        self.step(steps, "belonging", "the account of each lead", key, before);
        let columns = std::mem::take(&mut self.asked);
        if columns.is_empty() {
            return;
        }
        let mut from = vec!["FROM belonging".to_owned()];
        from.extend(
            side.known.map(|known| format!("LEFT JOIN {known} AS a ON a.{ACCOUNT_KEY} = belonging.{ACCOUNT_KEY}")),
        );
        steps.push(Step::selecting("asking", "what a lead asks of its account", Some("belonging"), &columns, from));
        "asking".clone_into(before);
    }

    /// The key of the account of a lead, as far as that is asked for.
    pub(super) fn account_key(&mut self, wanted: &Wanted<'_>) -> Option<String> {
        let Side::Lead(side) = self.side else { return None };
        if matches!(wanted, Wanted::Results) && self.asked.is_empty() {
            return None;
        }
        let accounts = side.accounts;
        let field = self.field_of(accounts.by)?;
        let ty = if matches!(accounts.by, Subject::FieldDomain(_)) { &Type::Text } else { &field.ty };
        let plain = self.value(accounts.by, Form::Plain);
        let key = accounts.rules.field(accounts.key);
        let (shown, folded) = match (ty, &key.ty) {
            (Type::Text, Type::Text) | (Type::Email, Type::Text | Type::Email) => {
                (plain, self.value(accounts.by, Form::Folded))
            }
            (Type::Choice(_), Type::Text | Type::Choice(_)) => (plain.clone(), self.folded(&plain)),
            (Type::Integer(_), Type::Integer(_)) => {
                let (whole, text) = (self.dialect.decimal_type(18, 0), self.dialect.text_type());
                let shown = format!("CAST(CAST({plain} AS {whole}) AS {text})");
                (shown.clone(), shown)
            }
            _ => {
                self.refuse(
                    Some(key.span),
                    say!(
                        "leads that belong to an account by a {kind}, where its key is a {other}",
                        kind = ty.word(),
                        other = key.ty.word()
                    ),
                    say!("give both the same type: a text, an email, a choice, or an integer"),
                );
                return None;
            }
        };
        let own = if folds(self.rules, accounts) {
            self.folding.any_letter = true;
            self.folding.tells_sigmas = true;
            folded.clone()
        } else {
            shown
        };
        if accounts.except.is_empty() {
            return Some(own);
        }
        let except = super::dialect::texts_of(self.dialect, &accounts.except);
        Some(format!("CASE WHEN {folded} NOT IN ({except}) THEN {own} END"))
    }

    /// The columns that tell accounts apart.
    pub(super) fn read_account_key(&mut self, side: OfAccounts<'a>) {
        let key = self.rules.field(side.accounts.key);
        let source = format!("l.{}", self.dialect.name(&key.columns[0]));
        let shown = self.key(key, &source);
        if folds(side.leads, side.accounts) && key.ty != Type::Email {
            self.folding.any_letter = true;
            self.folding.tells_sigmas = true;
            let folded = self.folded(&shown);
            self.lead_cells.insert(0, column("lead_key", folded));
            let found = self.names.free(self.dialect, "key as found");
            self.lead_cells.insert(1, column(&found, shown));
            self.lead.insert(0, column(&found, found.clone()));
            self.key_as_found = Some(found);
        } else {
            self.lead_cells.insert(0, column("lead_key", shown));
        }
        // Wherever accounts are asked for, the same row must be the one that counts.
        for id in side.told_apart.iter().filter(|_| side.table.is_some()) {
            self.cell(Subject::Field(*id));
        }
        if side.leads_steps.is_some() {
            self.lead.push(column(LEADS, LEADS));
        }
    }

    /// The column that says of which lead an event is, and what joins the accounts of leads to it: those of leads that count.
    pub(super) fn read_account_events(&mut self, side: OfAccounts<'_>, source: &str) {
        let (Some((members, _)), Some(key)) = (side.leads_steps, side.leads.key) else { return };
        let lead = self.key(side.leads.field(key), source);
        self.event_cells.push(column("lead_key", lead));
        // Only columns are compared: Spark joins by nothing that calls Java. And `counts` is not asked for: Spark 4.3 loses a column that
        // a step works out itself where several of its readers filter by it (PLAN_VALIDATION_FAILED_RULE_IN_BATCH).
        let whose = format!(
            "SELECT lead_key AS {OF_LEAD}, {ACCOUNT_KEY} AS {OF_ACCOUNT} FROM {members} \
             WHERE excluded IS NULL AND {ROW_OF_KEY} = 1"
        );
        self.account_events = Some(format!("JOIN ({whose}) AS m ON m.{OF_LEAD} = event_cells.lead_key"));
    }

    /// The steps that bring together the accounts of the table and those that only leads name.
    pub(super) fn account_rows(&mut self, steps: &mut Vec<Step>, side: OfAccounts<'_>) {
        let cells = std::mem::take(&mut self.lead_cells);
        let key = self.cells.get(&Subject::Field(side.accounts.key));
        let of_leads = |cell: &Column| {
            let key_of_leads = format!("g.{ACCOUNT_KEY}");
            if Some(&cell.name) == key {
                Some(self.as_key(side.accounts, &key_of_leads))
            } else {
                let is_key = cell.name == "lead_key" || Some(&cell.name) == self.key_as_found.as_ref();
                is_key.then_some(key_of_leads)
            }
        };
        let has_leads = side.leads_steps.is_some();
        let mut columns: Vec<Column> = Vec::new();
        for cell in &cells {
            let found = side.table.map(|_| format!("c.{}", cell.name));
            let sql = match (found, of_leads(cell).filter(|_| has_leads)) {
                (Some(found), Some(named)) => format!("COALESCE({found}, {named})"),
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => continue,
            };
            columns.push(column(&cell.name, sql));
        }
        if has_leads {
            columns.push(column(LEADS, format!("COALESCE(g.{LEADS}, 0)")));
        }
        columns.append(&mut self.asked);
        let mut from = Vec::new();
        if let Some(table) = side.table {
            let table = format!("FROM {} AS l", self.dialect.table(table));
            steps.push(Step::selecting(
                "lead_cells",
                "the table of accounts, texts cut and numbers exact",
                None,
                &cells,
                vec![table],
            ));
            let order = side.told_apart.iter().filter_map(|id| self.cells.get(&Subject::Field(*id)).cloned());
            let order: Vec<String> = order.chain(["lead_key".to_owned()]).collect();
            let rank = format!("ROW_NUMBER() OVER (PARTITION BY lead_key ORDER BY {})", order.join(", "));
            steps.push(Step::selecting(
                "lead_ranks",
                "of the rows of an account one counts",
                Some("lead_cells"),
                &[column(ROW_OF_KEY, rank)],
                vec!["FROM lead_cells".to_owned()],
            ));
            from.push(format!("FROM (SELECT * FROM lead_ranks WHERE lead_key IS NULL OR {ROW_OF_KEY} = 1) AS c"));
        }
        if let Some((_, gathered)) = side.leads_steps {
            from.push(match side.table {
                Some(_) => format!("FULL JOIN {gathered} AS g ON g.{ACCOUNT_KEY} = c.lead_key"),
                None => format!("FROM {gathered} AS g"),
            });
        }
        steps.push(Step::selecting("lead_rows", "accounts, with what is asked over their leads", None, &columns, from));
    }
}
