//! Regular expressions as each engine reads them: all know the small syntax that rules may use, but they differ in what
//! `.` and `$` mean.

/// A text in which every character stands for itself.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() && c != '_' {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A pattern of the rules, in which `.` is anything but a line feed and `$` the very end of the text.
pub(super) fn written((any, end): (&str, &str), pattern: &str) -> String {
    let mut written = String::new();
    let mut chars = pattern.chars().peekable();
    let mut depth = 0_u32;
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                written.push(c);
                written.extend(chars.next());
            }
            '[' => {
                depth += 1;
                written.push(c);
                // A bracket that comes first in a class stands for itself.
                if chars.peek() == Some(&'^') {
                    written.extend(chars.next());
                }
                if chars.peek() == Some(&']') {
                    chars.next();
                    written.push_str("\\]");
                }
            }
            ']' => {
                depth = depth.saturating_sub(1);
                written.push(c);
            }
            '.' if depth == 0 => written.push_str(any),
            '$' if depth == 0 => written.push_str(end),
            _ => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_and_ends() {
        assert_eq!(written((".", "$"), "a.b$"), "a.b$");
        assert_eq!(written(("[^\\n]", "\\z"), "a.[.$]\\.$"), "a[^\\n][.$]\\.\\z");
        assert_eq!(written(("[^\\n]", "$"), "[]a]."), "[\\]a][^\\n]");
    }

    #[test]
    fn texts_stand_for_themselves() {
        assert_eq!(escaped("c++ é_"), "c\\+\\+ é_");
    }
}
