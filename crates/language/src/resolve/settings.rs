//! What follows an award or a group's title: points, caps, decays, dates. In: settings as written; out: their values, or
//! a finding that says why they can't be.

use crate::ast::{self, SettingKind};
use crate::calendar::{Day, Period};
use crate::codes;
use crate::decimal::{Decimal, Points};
use crate::diagnostic::Diagnostic;
use crate::ir::{Decay, DecayShape};
use crate::source::Span;
use crate::words::say;

use super::resolver::Resolver;

/// A rule gives fewer points than this (in hundredths) at a time: 10^9 points.
const POINTS_LIMIT: i64 = 100_000_000_000;

/// The settings of an award or a group, each at most once.
#[derive(Default)]
pub(super) struct Settings<'a> {
    pub up_to: Option<&'a ast::Number>,
    pub down_to: Option<&'a ast::Number>,
    pub decay: Option<&'a ast::Setting>,
    pub title: Option<&'a ast::Text>,
    pub because: Option<&'a ast::Text>,
    pub by: Option<&'a ast::Name>,
    pub from: Option<&'a ast::Date>,
    pub until: Option<&'a ast::Date>,
    pub best: Option<Span>,
}

impl<'a> Resolver<'a> {
    /// Points of at most two decimal places, and not too many.
    pub(super) fn points(&mut self, number: &ast::Number) -> Option<Points> {
        let Some(points) = number.value.to_points() else {
            let finding =
                Diagnostic::new(&codes::LR0608, say!("points have at most two places"), number.span, say!("too fine"));
            let rounded = number.value.round_to_points();
            self.findings.push(match rounded {
                Some(points) => {
                    let text = if number.written.starts_with('+') { points.signed() } else { points.to_string() };
                    finding
                        .help(say!(
                            "Scores are added up and shown with two places, so that nothing is lost on the way."
                        ))
                        .fix(say!("write `{text}`", text = &text), number.span, text)
                }
                None => finding.help(say!("Scores are added up and shown with two places.")),
            });
            return None;
        };
        if points.0.unsigned_abs() >= POINTS_LIMIT.unsigned_abs() {
            self.findings.push(
                Diagnostic::bare(&codes::LR0608, say!("that is too many points"), number.span)
                    .help(say!("Points stay below 1,000,000,000 either way.")),
            );
            return None;
        }
        Some(points)
    }

    /// The cap of a rule, which has the sign of its points; the outer `None` means that there is a finding.
    #[expect(clippy::option_option, reason = "no cap, and a broken one")]
    pub(super) fn cap(&mut self, points: Points, settings: &Settings<'a>) -> Option<Option<Points>> {
        let mut cap = Some(None);
        for (number, word, other, fits, message, help) in [
            (
                settings.up_to,
                "up to",
                "down to",
                points >= Points::ZERO,
                say!("`up to` can't hold points that are taken away"),
                say!("A rule that takes points away has its limit with `down to`."),
            ),
            (
                settings.down_to,
                "down to",
                "up to",
                points <= Points::ZERO,
                say!("`down to` can't hold points that are given"),
                say!("A rule that gives points has its limit with `up to`."),
            ),
        ] {
            let Some(number) = number else { continue };
            let most = self.points(number)?;
            if !fits {
                let turned = Points(-most.0.abs() * if other == "down to" { 1 } else { -1 });
                self.findings.push(Diagnostic::bare(&codes::LR0609, message, number.span).help(help).guess(
                    say!("write `{text}`", text = format!("{other} {turned}")),
                    self.with_word(number.span, word),
                    format!("{other} {turned}"),
                ));
                return None;
            }
            cap = Some(Some(most));
        }
        cap
    }

    /// The number of a cap, together with the words before it.
    fn with_word(&self, number: Span, word: &str) -> Span {
        let before = &self.declared.sources.file(number.file).text[..number.range().start];
        match before.rfind(word) {
            Some(start) if before[start..].trim_end() == word => Span::new(number.file, start, number.range().end),
            _ => number,
        }
    }

    pub(super) fn dates(&mut self, settings: &Settings<'a>) -> Option<(Option<Day>, Option<Day>)> {
        let mut day = |date: Option<&ast::Date>| match date {
            Some(date) => super::fields::day(date, &mut self.findings).map(Some),
            None => Some(None),
        };
        let (from, until) = (day(settings.from), day(settings.until));
        let (from, until) = (from?, until?);
        if let (Some(first), Some(last), Some(from_date), Some(until_date)) =
            (from, until, settings.from, settings.until)
            && first > last
        {
            let (a, b) =
                (self.findings.text(from_date.span).to_owned(), self.findings.text(until_date.span).to_owned());
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0801,
                    say!("the rule ends before it begins"),
                    until_date.span,
                    say!("the last day"),
                )
                .also(from_date.span, say!("the first day"))
                .help(say!("It holds from the first day to the last, both included, so it never holds."))
                .guess_all(say!("swap the days"), vec![(from_date.span, b), (until_date.span, a)]),
            );
            return None;
        }
        Some((from, until))
    }

    /// A decay, with its period in days.
    pub(super) fn decay(&mut self, setting: &ast::Setting) -> Option<Decay> {
        let (period, shape) = match &setting.kind {
            SettingKind::Halving(period) => (period, DecayShape::Halving),
            SettingKind::Fading(period) => (period, DecayShape::Fading),
            SettingKind::Losing { share, every, shape } => {
                if share.value <= Decimal::ZERO || share.value > Decimal::ONE {
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0607,
                            say!("the loss is a part of the points"),
                            share.span,
                            say!("not between 0% and 100%"),
                        )
                        .help(say!("It is above 0% and at most 100%, as in `losing 25% every 30 days, compound`.")),
                    );
                    return None;
                }
                let Some(shape) = shape else {
                    let words = self.findings.text(setting.span);
                    self.findings.push(
                        Diagnostic::new(&codes::LR0607, say!("of what is the loss a part?"), setting.span, say!("`compound` or `linear` is missing"))
                            .help(
                                say!("`compound` takes it of what is left, so that the points never quite reach 0; `linear` takes it of \
                                 what they were at first."),
                            )
                            .fix(say!("lose of what is left"), setting.span, format!("{words}, compound"))
                            .fix(say!("lose of what it was"), setting.span, format!("{words}, linear")),
                    );
                    return None;
                };
                (
                    every,
                    match shape {
                        ast::LosingShape::Compound => DecayShape::Compound(share.value),
                        ast::LosingShape::Linear => DecayShape::Linear(share.value),
                    },
                )
            }
            SettingKind::UpTo(_)
            | SettingKind::DownTo(_)
            | SettingKind::As(_)
            | SettingKind::Because(_)
            | SettingKind::By(_)
            | SettingKind::From(_)
            | SettingKind::Until(_)
            | SettingKind::Best => return None,
        };
        let days = Period { count: period.count, unit: period.unit }.days().filter(|days| *days > 0);
        let Some(days) = days else {
            let finding = Diagnostic::new(
                &codes::LR0607,
                say!("points fade over days or weeks"),
                period.span,
                say!("not in days"),
            );
            let in_days = match period.unit {
                ast::Unit::Month => period.count.checked_mul(30),
                ast::Unit::Year => period.count.checked_mul(365),
                ast::Unit::Hour | ast::Unit::Day | ast::Unit::Week => None,
            };
            self.findings.push(match in_days {
                Some(days) if days > 0 => finding
                    .help(say!(
                        "Months differ in length, and the same points must come out for events of the same age."
                    ))
                    .fix(say!("write `{text}`", text = format!("{days} days")), period.span, format!("{days} days")),
                _ => finding.help(say!("An age is a number of full days, and at least one must pass.")),
            });
            return None;
        };
        Some(Decay { shape, days })
    }
}

/// The settings by kind; `parse` makes sure that each is there at most once.
pub(super) fn settings(options: &[ast::Setting]) -> Settings<'_> {
    let mut settings = Settings::default();
    for option in options {
        match &option.kind {
            SettingKind::UpTo(number) => settings.up_to = Some(number),
            SettingKind::DownTo(number) => settings.down_to = Some(number),
            SettingKind::Halving(_) | SettingKind::Fading(_) | SettingKind::Losing { .. } => {
                settings.decay = Some(option);
            }
            SettingKind::As(text) => settings.title = Some(text),
            SettingKind::Because(text) => settings.because = Some(text),
            SettingKind::By(name) => settings.by = Some(name),
            SettingKind::From(date) => settings.from = Some(date),
            SettingKind::Until(date) => settings.until = Some(date),
            SettingKind::Best => settings.best = Some(option.span),
        }
    }
    settings
}
