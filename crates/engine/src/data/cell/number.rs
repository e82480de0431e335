//! Numbers as data writes them: `1234.5`, `1,234.5`, `1.234,5`, `€ 12`, `12 EUR`, `1e5`, `(12)`, `12-`, `11.1%`. In: a text or a typed number; out:
//! millionths, and whether it was rounded. A binary fraction means the decimal that its shortest text gives.

use std::cmp::Ordering;

use super::why::Why;
use leadrules_language::decimal::{Decimal, NotANumber, SCALE, VALUE_LIMIT};

/// A number in millionths, and whether it was rounded because it had more than six decimal places.
pub type Number = Result<(i64, bool), Why>;

const WHOLE: i64 = 1_000_000;
const LIMIT: i64 = 1_000_000_000_000 * WHOLE;

/// Which mark comes before the decimal places.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// Reads a trimmed text.
///
/// # Errors
/// When it is not a number or is too large.
pub fn read(text: &str, mark: Mark) -> Number {
    match plain(text.as_bytes(), if mark == Mark::Point { b'.' } else { b',' }) {
        Some(value) => Ok((value, false)),
        None => full(text, mark),
    }
}

/// Digits, with at most twelve before and six after the mark: nearly every number there is.
#[inline]
fn plain(bytes: &[u8], mark: u8) -> Option<i64> {
    let (negative, digits) = match bytes.first()? {
        b'-' => (true, &bytes[1..]),
        _ => (false, bytes),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0_i64;
    let mut places = None;
    for &byte in digits {
        if byte.is_ascii_digit() {
            value = value * 10 + i64::from(byte - b'0');
            places = places.map(|count| count + 1);
        } else if byte == mark && places.is_none() {
            places = Some(0);
        } else {
            return None;
        }
    }
    const POWERS: [i64; 7] = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
    let count: usize = places.unwrap_or(0);
    // A mark by itself, more than six places, or more than twelve digits before the mark are left to `full`.
    if (places.is_some() && digits.len() == 1) || count > 6 || digits.len() - count > 12 + usize::from(places.is_some())
    {
        return None;
    }
    let value = value * POWERS[count];
    Some(if negative { -value } else { value })
}

/// Every form: signs, currencies, groups of thousands, exponents.
fn full(text: &str, mark: Mark) -> Number {
    if is_word(text.as_bytes()) {
        return Err(Why::NotANumber);
    }
    let (text, percent) = text.strip_suffix('%').map_or((text, false), |before| (before.trim_end(), true));
    let (negative, body) = strip(text).ok_or(Why::NotANumber)?;
    let (mark, other) = match mark {
        Mark::Point => ('.', ','),
        Mark::Comma => (',', '.'),
    };
    let body = match without_dashes(body) {
        // The mark before the dashes was the decimal one.
        Some(amount) if amount.contains(mark) => return Err(Why::NotANumber),
        Some(amount) => amount,
        None => body,
    };
    let (mantissa, exponent) = match body.find(['e', 'E']) {
        Some(at) => (&body[..at], Some(exponent(&body[at + 1..]).ok_or(Why::NotANumber)?)),
        None => (body, None),
    };
    let (whole, fraction) = mantissa.split_once(mark).unwrap_or((mantissa, ""));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Why::NotANumber);
    }
    let whole = ungroup(whole, other).ok_or(Why::NotANumber)?;
    if whole.is_empty() && fraction.is_empty() {
        return Err(Why::NotANumber);
    }
    let written = match (exponent, percent) {
        (None, false) => format!("{whole}.{fraction}"),
        (exponent, percent) => shift(&whole, fraction, exponent.unwrap_or(0) - if percent { 2 } else { 0 }),
    };
    let (value, rounded) = match Decimal::parse(&written) {
        Ok(parsed) => parsed,
        Err(NotANumber::Form) => return Err(Why::NotANumber),
        Err(NotANumber::TooLarge) => return Err(Why::TooLarge),
    };
    let value = i64::try_from(value.0).map_err(|_| Why::TooLarge)?;
    Ok((if negative { -value } else { value }, rounded))
}

/// Whether it begins with letters that are no currency's: at most three of them come before a number, and fewer only before
/// a sign such as `$`. Nearly every text that is no number is told by this.
fn is_word(text: &[u8]) -> bool {
    match text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count() {
        0 | 3 => false,
        letters @ (1 | 2) => text.get(letters).is_none_or(|&byte| byte.is_ascii() && byte != b'$'),
        _ => true,
    }
}

/// The sign, and what is left once sign and currency are removed from both ends.
fn strip(text: &str) -> Option<(bool, &str)> {
    // Bookkeepers write negative amounts in brackets, or with the sign at the end.
    let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    // `1.250,-` has no cents.
    let behind =
        text.strip_suffix(['-', '\u{2212}']).filter(|before| bracketed.is_none() && !before.ends_with(NO_CENTS));
    let is_negative = bracketed.is_some() || behind.is_some();
    let mut rest = bracketed.or(behind).unwrap_or(text);
    let (mut negative, mut currency) = (is_negative.then_some(true), false);
    loop {
        rest = rest.trim_start();
        if negative.is_none() && rest.starts_with(['+', '-', '\u{2212}']) {
            let mut chars = rest.chars();
            negative = Some(chars.next() != Some('+'));
            rest = chars.as_str();
        } else if let Some(after) = (!currency).then(|| currency_before(rest)).flatten() {
            currency = true;
            rest = after;
        } else {
            break;
        }
    }
    rest = rest.trim_end();
    if let Some(before) = (!currency).then(|| currency_after(rest)).flatten() {
        rest = before.trim_end();
    }
    rest.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',').then_some((negative.unwrap_or(false), rest))
}

/// What stands before a dash in place of cents; or one dash, of two.
const NO_CENTS: [char; 6] = ['.', ',', '-', '\u{2212}', '\u{2013}', '\u{2014}'];

/// A round amount without the dashes that stand in place of its cents: `1.250,-`, `500.\u{2013}`, `1250,--`.
fn without_dashes(text: &str) -> Option<&str> {
    let before = text.trim_end_matches(&NO_CENTS[2..]);
    let dashes = text[before.len()..].chars().count();
    let amount = before.strip_suffix(&NO_CENTS[..2]).filter(|_| (1..=2).contains(&dashes));
    amount.filter(|amount| amount.ends_with(|c: char| c.is_ascii_digit()))
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '$' | '¢' | '£' | '¤' | '¥' | '฿' | 'ƒ' | '\u{20a0}'..='\u{20cf}' | '﹩' | '＄' | '￠' | '￡' | '￥' | '￦'
    )
}

fn currency_before(text: &str) -> Option<&str> {
    // `US$`, `A$`, `R$`: at most two letters before the sign.
    let sign = text.char_indices().take(3).find(|&(_, c)| is_sign(c));
    if let Some((at, c)) = sign
        && text[..at].bytes().all(|b| b.is_ascii_uppercase())
    {
        return Some(&text[at + c.len_utf8()..]);
    }
    text.get(..3).filter(|code| is_code(code)).map(|_| &text[3..])
}

fn currency_after(text: &str) -> Option<&str> {
    let last = text.chars().next_back()?;
    if is_sign(last) {
        return Some(&text[..text.len() - last.len_utf8()]);
    }
    let at = text.len().checked_sub(3)?;
    text.get(at..).filter(|code| is_code(code)).map(|_| &text[..at])
}

/// The ISO 4217 codes of money in use, in the order of the alphabet.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG \
    HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD \
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF \
    SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS \
    VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

fn is_code(text: &str) -> bool {
    let Ok(bytes) = <[u8; 3]>::try_from(text.as_bytes()) else { return false };
    let code = bytes.map(|byte| byte.to_ascii_uppercase());
    // Each code and the blank after it take four bytes.
    let (mut low, mut high) = (0, CODES.len().div_ceil(4));
    while low < high {
        let middle = usize::midpoint(low, high);
        match CODES.as_bytes()[4 * middle..4 * middle + 3].cmp(&code) {
            Ordering::Less => low = middle + 1,
            Ordering::Equal => return true,
            Ordering::Greater => high = middle,
        }
    }
    false
}

/// Whether a whole number, without blanks around it, may be meant as thousands: `1.000` where the point marks decimals.
#[must_use]
pub fn looks_grouped(text: &str, mark: Mark) -> bool {
    let mark = if mark == Mark::Point { b'.' } else { b',' };
    matches!(text.as_bytes(), [.., before, point, b'0', b'0', b'0'] if *point == mark && before.is_ascii_digit())
}

/// The digits of a whole number whose thousands may be separated by `mark`, a blank or an apostrophe, always the same
/// one.
fn ungroup(whole: &str, mark: char) -> Option<String> {
    let Some(parting) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Some(whole.to_owned()) };
    let fits = parting == mark || matches!(parting, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let mut groups = whole.split(parting);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    (fits && (1..=3).contains(&first.len()) && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

fn exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // Beyond a few hundred, every number is too large or zero; the digits need not be counted.
    let size = digits.parse::<i32>().unwrap_or(10_000).min(10_000);
    Some(if text.starts_with('-') { -size } else { size })
}

/// `whole.fraction` times ten to the `exponent`, written out.
fn shift(whole: &str, fraction: &str, exponent: i32) -> String {
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return "0".to_owned();
    }
    let cut = i64::try_from(digits.len() - significant.len()).unwrap_or(i64::MAX);
    // How many of the significant digits come before the point.
    let before = i64::try_from(whole.len()).unwrap_or(i64::MAX) + i64::from(exponent) - cut;
    match usize::try_from(before) {
        Ok(before) if before >= significant.len() => format!("{significant:0<before$}", before = before.min(40)),
        Ok(before) => format!("{}.{}", &significant[..before], &significant[before..]),
        Err(_) => {
            let zeros = usize::try_from(before.unsigned_abs()).unwrap_or(40).min(40);
            format!("0.{}{significant}", "0".repeat(zeros))
        }
    }
}

/// A whole number.
///
/// # Errors
/// When it is too large.
pub fn integer(value: i64) -> Number {
    value.checked_mul(WHOLE).filter(|scaled| scaled.abs() < LIMIT).map(|scaled| (scaled, false)).ok_or(Why::TooLarge)
}

/// A decimal of the data: `value` with this many decimal places.
///
/// # Errors
/// When it is too large.
pub fn decimal(value: i128, places: i8) -> Number {
    let scaled = if let Ok(up) = u32::try_from(6 - i32::from(places)) {
        10_i128.checked_pow(up).and_then(|power| value.checked_mul(power)).map(|scaled| (scaled, false))
    } else {
        let power = 10_i128.checked_pow(places.unsigned_abs().into()).map(|power| power / SCALE);
        Some(power.map_or((0, value != 0), |power| {
            (leadrules_language::decimal::divide_rounded(value, power), value % power != 0)
        }))
    };
    let (scaled, rounded) = scaled.filter(|(scaled, _)| scaled.abs() < VALUE_LIMIT).ok_or(Why::TooLarge)?;
    Ok((i64::try_from(scaled).map_err(|_| Why::TooLarge)?, rounded))
}

/// Such a decimal as it is written.
#[must_use]
pub fn decimal_text(value: i128, places: i8) -> String {
    digits_text(&value.to_string(), places)
}

/// A whole number of any length as it is written when this many of its digits are decimal places.
#[must_use]
pub fn digits_text(number: &str, places: i8) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let Ok(places) = usize::try_from(places) else {
        return format!("{number}{}", "0".repeat(places.unsigned_abs().into()));
    };
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    format!("{sign}{whole}{}{fraction}", if fraction.is_empty() || places == 0 { "" } else { "." })
}

/// A JSON number in its shortest form, without exponent or trailing zeros; one with very many digits is left as it is.
#[must_use]
pub fn shortest(text: &str) -> String {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (mantissa, by) = match digits.find(['e', 'E']) {
        Some(at) => (&digits[..at], exponent(&digits[at + 1..]).filter(|by| by.abs() <= 40)),
        None => (digits, Some(0)),
    };
    let Some(by) = by else { return text.to_owned() };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let written = shift(whole, fraction, by);
    let short = match written.split_once('.') {
        Some((whole, fraction)) => {
            let fraction = fraction.trim_end_matches('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
        }
        None => written,
    };
    if negative && short != "0" { format!("-{short}") } else { short }
}

/// A binary fraction: the decimal that its shortest text gives.
///
/// # Errors
/// When it is no number or too large.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::float_cmp)]
pub fn float(value: f64) -> Number {
    // A decimal of at most fifteen digits is the only one that gives its binary fraction, and so the shortest: a product
    // that is whole and gives the same fraction back must be it.
    const EXACT: f64 = 1e15;
    let millionths = (value * 1e6).round();
    if millionths.abs() < EXACT && millionths / 1e6 == value {
        return Ok((millionths as i64, false));
    }
    let hundredths = (value * 1e2).round();
    if hundredths.abs() < 1e14 && hundredths / 1e2 == value {
        return Ok((hundredths as i64 * 10_000, false));
    }
    if !value.is_finite() {
        return Err(Why::NotANumber);
    }
    if value.abs() >= 1e12 {
        return Err(Why::TooLarge);
    }
    full(&value.to_string(), Mark::Point)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn point(text: &str) -> Number {
        read(text, Mark::Point)
    }

    #[test]
    fn with_a_decimal_point() {
        for (text, value) in [
            ("0", 0),
            ("-0", 0),
            ("1234.5", 1_234_500_000),
            ("1,234.5", 1_234_500_000),
            ("1,234,567", 1_234_567_000_000),
            ("1 234.5", 1_234_500_000),
            ("1\u{a0}234\u{a0}567", 1_234_567_000_000),
            ("1'234.50", 1_234_500_000),
            ("+5", 5_000_000),
            ("\u{2212}5", -5_000_000),
            (".5", 500_000),
            ("5.", 5_000_000),
            ("-.5", -500_000),
            ("€12.50", 12_500_000),
            ("€ 12.50", 12_500_000),
            ("12.50 €", 12_500_000),
            ("-€12", -12_000_000),
            ("€-12", -12_000_000),
            ("EUR 1,234", 1_234_000_000),
            ("1234 usd", 1_234_000_000),
            ("US$5", 5_000_000),
            ("R$ 5", 5_000_000),
            ("1e3", 1_000_000_000),
            ("1.5E+06", 1_500_000_000_000),
            ("25e-1", 2_500_000),
            ("0e99999", 0),
            ("999999999999.999999", 999_999_999_999_999_999),
            ("-999999999999", -999_999_999_999_000_000),
            ("000000000000000000001", 1_000_000),
            ("15%", 150_000),
            ("-2.5 %", -25_000),
            ("1,250%", 12_500_000),
            ("(5)", -5_000_000),
            ("($1,234.50)", -1_234_500_000),
            ("1234-", -1_234_000_000),
            ("CHF 500.-", 500_000_000),
            ("1'250.\u{2014}", 1_250_000_000),
            ("5,000.-", 5_000_000_000),
            ("500,-", 500_000_000),
            ("1\u{2009}234", 1_234_000_000),
        ] {
            assert_eq!(point(text), Ok((value, false)), "{text}");
        }
    }

    #[test]
    fn with_each_code_of_money() {
        for code in CODES.split(' ') {
            assert_eq!(point(&format!("{code} 5")), Ok((5_000_000, false)), "{code}");
            assert_eq!(point(&format!("5 {}", code.to_lowercase())), Ok((5_000_000, false)), "{code}");
        }
        for text in ["AAA 5", "EUX 5", "ZZZ 5", "5 eu", "5 e\u{e9}"] {
            assert_eq!(point(text), Err(Why::NotANumber), "{text}");
        }
    }

    #[test]
    fn with_a_decimal_comma() {
        for (text, value) in [
            ("1.234,5", 1_234_500_000),
            ("1234,5", 1_234_500_000),
            ("1.234", 1_234_000_000),
            ("12,50 €", 12_500_000),
            ("1 234,5", 1_234_500_000),
            ("-1.000.000,25", -1_000_000_250_000),
            ("11,1%", 111_000),
            ("(1.234,50)", -1_234_500_000),
            ("1234,5-", -1_234_500_000),
            ("1.250,-", 1_250_000_000),
            ("€ 1.250,-", 1_250_000_000),
            ("1.250,- €", 1_250_000_000),
            ("-1.250,\u{2013}", -1_250_000_000),
            ("500,--", 500_000_000),
            ("500.-", 500_000_000),
        ] {
            assert_eq!(read(text, Mark::Comma), Ok((value, false)), "{text}");
        }
        for text in ["1234.5", "1.5", "1,234.5", "1.23.456", "1,2,3", "1,250.-", "500,---", ",-", "500--"] {
            assert_eq!(read(text, Mark::Comma), Err(Why::NotANumber), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in [
            "",
            "-",
            ".",
            ",",
            "-.",
            "abc",
            "1,23",
            "1,2345",
            "12,34,567",
            "1,234 567",
            "1.2.3",
            "--1",
            "-1-",
            "€",
            "€ €1",
            "12 abc",
            "1 2",
            "1e",
            "e5",
            "1e5.5",
            "0x10",
            "NaN",
            "inf",
            "1,234.5,6",
            ",5",
            "１２",
            "%",
            "15%%",
            "(5",
            "(-5)",
            "()",
        ] {
            assert_eq!(point(text), Err(Why::NotANumber), "{text}");
        }
    }

    #[test]
    fn places_and_size() {
        assert_eq!(point("1.0000005"), Ok((1_000_001, true)));
        assert_eq!(point("-1.0000005"), Ok((-1_000_001, true)));
        assert_eq!(point("1.00000049"), Ok((1_000_000, true)));
        assert_eq!(point("1.0000000000"), Ok((1_000_000, false)));
        assert_eq!(point("1e-7"), Ok((0, true)));
        assert_eq!(point("5e-7"), Ok((1, true)));
        assert_eq!(point("1e-400"), Ok((0, true)));
        for text in
            ["1000000000000", "-1000000000000", "999999999999.9999996", "1e12", "1e99999999999", "1,000,000,000,000"]
        {
            assert_eq!(point(text), Err(Why::TooLarge), "{text}");
        }
    }

    #[test]
    fn numbers_of_json_in_their_shortest_form() {
        for (text, short) in [
            ("1.0", "1"),
            ("-0", "0"),
            ("-0.0", "0"),
            ("1e3", "1000"),
            ("1.50E-1", "0.15"),
            ("-12.340", "-12.34"),
            ("0.1", "0.1"),
            ("1e30", "1000000000000000000000000000000"),
            ("1e400", "1e400"),
        ] {
            assert_eq!(shortest(text), short, "{text}");
        }
    }

    #[test]
    fn typed_numbers() {
        assert_eq!(integer(-7), Ok((-7_000_000, false)));
        assert_eq!(integer(1_000_000_000_000), Err(Why::TooLarge));
        assert_eq!(integer(i64::MIN), Err(Why::TooLarge));
        assert_eq!(decimal(12_345, 2), Ok((123_450_000, false)));
        assert_eq!(decimal(15, 7), Ok((2, true)));
        assert_eq!(decimal(5, -3), Ok((5_000_000_000, false)));
        assert_eq!(decimal(1, 38), Ok((0, true)));
        assert_eq!(decimal(i128::MAX, 0), Err(Why::TooLarge));
        assert_eq!(float(0.1), Ok((100_000, false)));
        assert_eq!(float(0.1 + 0.2), Ok((300_000, true)));
        assert_eq!(float(5_406_339.17), Ok((5_406_339_170_000, false)));
        assert_eq!(float(999_999_999_999.99), Ok((999_999_999_999_990_000, false)));
        assert_eq!(float(1e-7), Ok((0, true)));
        assert_eq!(float(-0.0), Ok((0, false)));
        assert_eq!(float(1e12), Err(Why::TooLarge));
        assert_eq!(float(f64::NAN), Err(Why::NotANumber));
        assert_eq!(float(f64::INFINITY), Err(Why::NotANumber));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = read(&text, Mark::Point);
            let _ = read(&text, Mark::Comma);
        }

        #[test]
        fn never_panics_on_what_looks_like_numbers(text in "[-+€$ ]{0,2}[0-9., 'eE+-]{0,24}( EUR|€)?") {
            let (mark_point, mark_comma) = (read(&text, Mark::Point), read(&text, Mark::Comma));
            for (value, _) in [mark_point, mark_comma].into_iter().flatten() {
                prop_assert!(value.abs() < LIMIT);
            }
        }

        #[test]
        fn words_are_no_numbers(text in "[A-Za-z$€é]{0,4}[ -]?[0-9.,]{0,4}") {
            prop_assert!(!is_word(text.as_bytes()) || strip(&text).is_none(), "{}", text);
        }

        #[test]
        fn a_float_is_its_shortest_text(value in proptest::num::f64::NORMAL) {
            prop_assert_eq!(float(value), full(&value.to_string(), Mark::Point));
        }

        #[test]
        fn a_float_of_some_size_is_its_shortest_text(value in -1e13..1e13_f64) {
            prop_assert_eq!(float(value), full(&value.to_string(), Mark::Point));
        }

        #[test]
        fn a_decimal_is_the_same_as_text_and_as_float(value in -999_999_999_999_i64..999_999_999_999, places in 0_i8..8) {
            let text = decimal_text(value.into(), places);
            let read = point(&text);
            prop_assert_eq!(read, decimal(value.into(), places));
            prop_assert_eq!(read, full(&text, Mark::Point));
            prop_assert_eq!(read, float(text.parse().expect("a number")));
        }
    }
}
