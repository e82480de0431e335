//! What rules give: points, how often, and the settings after them; and the lines that say so.

use super::{Builder, Built, all, find, first, has, must, no_other};
use crate::ast::{
    self, AgreementLine, Award, Covered, CoveredWhat, Exclusion, Kept, LabelLine, LosingShape, Matcher, Number, Period,
    PromiseLine, Row, Setting, SettingKind, StageLine, Times,
};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::{Text, say};
use leadrules_grammar::{Piece, Rule};

impl Builder<'_> {
    /// `condition => award`
    pub fn rule(&mut self, line: &Piece<'_>) -> Built<ast::Rule> {
        let left = self.term(&must(line, Rule::condition))?;
        Ok(ast::Rule { left, award: self.award(&must(line, Rule::award))? })
    }

    /// `matcher => award`
    pub fn row(&mut self, line: &Piece<'_>) -> Built<Row> {
        let head = first(line.clone());
        let span = self.span(&head);
        let matcher = match head.as_rule() {
            Rule::k_otherwise => Matcher::Otherwise(span),
            Rule::k_unknown => Matcher::Unknown(span),
            Rule::row_entries => Matcher::Entries(self.entries(&head)?, span),
            Rule::tail => Matcher::Tail(self.tail(&head)?, span),
            _ => no_other(&head),
        };
        Ok(Row { matcher, award: self.award(&must(line, Rule::award))? })
    }

    /// `group "title", up to 20`
    pub fn group(&mut self, head: &Piece<'_>) -> Built<(ast::Text, Vec<Setting>)> {
        let title = self.text(&must(head, Rule::text));
        let mut options = Vec::new();
        for setting in all(head, Rule::setting) {
            options.push(self.setting(&setting)?);
        }
        self.no_setting_twice(&options)?;
        Ok((title, options))
    }

    /// The subject of a table.
    pub fn subject(&mut self, head: &Piece<'_>) -> Built<ast::Expr> {
        self.quantity(&must(head, Rule::sum))
    }

    fn award(&mut self, piece: &Piece<'_>) -> Built<Award> {
        let points = self.points(&must(piece, Rule::points))?;
        let times = find(piece, Rule::times).map(|times| self.times(&first(times))).transpose()?;
        let mut options = Vec::new();
        for part in piece.clone().into_inner() {
            match part.as_rule() {
                Rule::setting => options.push(self.setting(&part)?),
                Rule::as_title => options.push(self.titled(&part)),
                Rule::points | Rule::times => {}
                _ => no_other(&part),
            }
        }
        self.no_setting_twice(&options)?;
        Ok(Award { points, times, options, span: self.span(piece) })
    }

    fn titled(&self, piece: &Piece<'_>) -> Setting {
        Setting { kind: SettingKind::As(self.text(&must(piece, Rule::text))), span: self.span(piece) }
    }

    /// A number of points: at most two decimal places.
    fn points(&mut self, piece: &Piece<'_>) -> Built<Number> {
        let number = self.number(piece)?;
        if let Some(text) = number.written.strip_suffix('%') {
            return Err(Box::new(
                Diagnostic::new(
                    &codes::LR0113,
                    say!("points are no share: `{written}`", written = &number.written),
                    number.span,
                    say!("a percentage"),
                )
                .help(say!(
                    "`{written}` is {value}. Say how many points are meant.",
                    written = &number.written,
                    value = number.value
                ))
                .guess(say!("write `{text}`", text), number.span, text),
            ));
        }
        if number.value.to_points().is_some() {
            return Ok(number);
        }
        let rounded = number.value.round_to_points().unwrap_or_default();
        let text = format!("{}{rounded}", if number.written.starts_with('+') { "+" } else { "" });
        Err(Box::new(
            Diagnostic::new(
                &codes::LR0113,
                say!("`{written}` has more than two decimal places", written = &number.written),
                number.span,
                say!("points"),
            )
            .help(say!("Points are exact, with two places at most."))
            .fix(say!("write `{text}`", text = &text), number.span, text),
        ))
    }

    fn times(&mut self, piece: &Piece<'_>) -> Built<Times> {
        let span = self.span(piece);
        Ok(match piece.as_rule() {
            Rule::k_each => Times::Each(span),
            Rule::k_once => Times::Once(span),
            Rule::per => Times::Per(self.number(&must(piece, Rule::unsigned))?),
            Rule::once_per => {
                if let Some(period) = find(piece, Rule::period) {
                    Times::OncePer(self.interval(&period)?)
                } else if let Some(unit) = find(piece, Rule::unit) {
                    Times::OncePer(Period { count: 1, unit: super::literal::unit(&unit), span: self.span(&unit) })
                } else {
                    Times::OncePerValue(self.name(&must(piece, Rule::name)))
                }
            }
            _ => no_other(piece),
        })
    }

    fn setting(&mut self, piece: &Piece<'_>) -> Built<Setting> {
        let inner = first(piece.clone());
        let span = self.span(piece);
        let kind = match inner.as_rule() {
            Rule::up_to => SettingKind::UpTo(self.points(&must(&inner, Rule::unsigned))?),
            Rule::down_to => SettingKind::DownTo(self.floor(&must(&inner, Rule::number))?),
            Rule::halving => SettingKind::Halving(self.interval(&must(&inner, Rule::period))?),
            Rule::fading => SettingKind::Fading(self.interval(&must(&inner, Rule::period))?),
            Rule::losing => SettingKind::Losing {
                share: self.number(&must(&inner, Rule::unsigned))?,
                every: self.interval(&must(&inner, Rule::period))?,
                shape: if has(&inner, Rule::k_compound) {
                    Some(LosingShape::Compound)
                } else {
                    has(&inner, Rule::k_linear).then_some(LosingShape::Linear)
                },
            },
            Rule::as_title => return Ok(self.titled(&inner)),
            Rule::because => SettingKind::Because(self.text(&must(&inner, Rule::text))),
            Rule::by => SettingKind::By(self.name(&must(&inner, Rule::name))),
            Rule::from_date => SettingKind::From(self.date(&must(&inner, Rule::date))?),
            Rule::until_date => SettingKind::Until(self.date(&must(&inner, Rule::date))?),
            Rule::k_best => SettingKind::Best,
            _ => no_other(&inner),
        };
        Ok(Setting { kind, span })
    }

    /// `down to -20`: a number that is not positive.
    fn floor(&mut self, piece: &Piece<'_>) -> Built<Number> {
        let number = self.points(piece)?;
        if number.value <= Decimal::ZERO {
            return Ok(number);
        }
        let written = format!("-{}", number.written);
        Err(Box::new(
            Diagnostic::new(
                &codes::LR0113,
                say!("`down to {points}` needs a minus", points = &number.written),
                number.span,
                say!("the lowest that points can sink to"),
            )
            .help(say!("`down to` limits what minus points can take away, so its number is negative."))
            .fix(say!("write `{text}`", text = &written), number.span, written),
        ))
    }

    fn no_setting_twice(&self, options: &[Setting]) -> Built<()> {
        for (at, option) in options.iter().enumerate() {
            let Some(before) = options[..at].iter().find(|before| topic(&before.kind) == topic(&option.kind)) else {
                continue;
            };
            let written = |span: Span| &self.source[span.range()];
            let start = self.source[..option.span.start as usize].trim_end_matches(super::super::lex::is_blank);
            let start = start.strip_suffix(',').unwrap_or(start).len();
            let said = (written(before.span), written(option.span));
            return Err(Box::new(
                Diagnostic::new(
                    &codes::LR0114,
                    say!(
                        "{what} is said twice: `{first}` and `{second}`",
                        what = topic(&option.kind),
                        first = said.0,
                        second = said.1
                    ),
                    option.span,
                    say!("the second"),
                )
                .also(before.span, say!("the first"))
                .help(say!("A rule takes one of them."))
                .fix(
                    say!("leave out `{text}`", text = said.1),
                    Span::new(self.file, start, option.span.end as usize),
                    "",
                ),
            ));
        }
        Ok(())
    }

    pub fn exclusion(&mut self, line: &Piece<'_>) -> Built<Exclusion> {
        let condition = self.condition(&must(line, Rule::condition))?;
        Ok(Exclusion { condition, reason: self.text(&must(line, Rule::text)) })
    }

    pub fn stage(&mut self, line: &Piece<'_>) -> Built<StageLine> {
        let condition = find(line, Rule::condition).map(|condition| self.condition(&condition)).transpose()?;
        let kept = find(line, Rule::kept).map(|kept| self.kept(&kept)).transpose()?;
        let former = find(line, Rule::synonyms).map_or(Vec::new(), |former| self.texts(&former));
        Ok(StageLine { condition, stage: self.option_name(must(line, Rule::option_name)), former, kept })
    }

    fn kept(&mut self, piece: &Piece<'_>) -> Built<Kept> {
        let condition = find(piece, Rule::condition).map(|condition| self.condition(&condition)).transpose()?;
        Ok(Kept { condition, span: self.span(piece) })
    }

    pub fn label_line(&mut self, line: &Piece<'_>) -> Built<LabelLine> {
        let condition = find(line, Rule::condition).map(|condition| self.condition(&condition)).transpose()?;
        Ok(LabelLine { condition, text: self.text(&must(line, Rule::text)) })
    }

    pub fn agreement_line(&mut self, line: &Piece<'_>) -> Built<AgreementLine> {
        let inner = first(line.clone());
        Ok(match inner.as_rule() {
            Rule::between_parties => {
                AgreementLine::Between(all(&inner, Rule::name).map(|name| self.name(&name)).collect())
            }
            Rule::covers => {
                AgreementLine::Covers(all(&inner, Rule::covered).map(|covered| self.covered(&covered)).collect())
            }
            Rule::review_by => AgreementLine::Review(self.date(&must(&inner, Rule::date))?),
            _ => no_other(&inner),
        })
    }

    fn covered(&self, piece: &Piece<'_>) -> Covered {
        let name = || self.name(&must(piece, Rule::name));
        let what = if has(piece, Rule::k_stage) {
            CoveredWhat::Stage(self.option_name(must(piece, Rule::option_name)))
        } else if has(piece, Rule::k_score) {
            CoveredWhat::Score(name())
        } else if has(piece, Rule::k_label) {
            CoveredWhat::Label(name())
        } else if has(piece, Rule::k_promise) {
            CoveredWhat::Promise(self.text(&must(piece, Rule::text)))
        } else if has(piece, Rule::k_stages) {
            CoveredWhat::Stages
        } else if has(piece, Rule::k_exclude) {
            CoveredWhat::Exclude
        } else {
            CoveredWhat::Everything
        };
        Covered { what, span: self.span(piece) }
    }

    pub fn promise_line(&mut self, line: &Piece<'_>) -> Built<PromiseLine> {
        let condition = self.condition(&must(line, Rule::condition))?;
        Ok(PromiseLine { always: has(line, Rule::k_always), condition })
    }
}

/// What a setting is about: an award can't have two settings on the same topic.
fn topic(kind: &SettingKind) -> Text {
    match kind {
        SettingKind::UpTo(_) => say!("the upper limit"),
        SettingKind::DownTo(_) => say!("the lower limit"),
        SettingKind::Halving(_) | SettingKind::Fading(_) | SettingKind::Losing { .. } => say!("how points grow old"),
        SettingKind::As(_) => say!("the title"),
        SettingKind::Because(_) => say!("the reason"),
        SettingKind::By(_) => say!("the owner"),
        SettingKind::From(_) => say!("the first day"),
        SettingKind::Until(_) => say!("the last day"),
        SettingKind::Best => Text::verbatim("`best`"),
    }
}
