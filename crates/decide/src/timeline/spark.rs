//! A line of blocks for numbers over time: a chart for where there can only be text.

/// A number for each column of a chart that is `width` wide, from a course of (when, what) in order: the last value in
/// the stretch of time of each column. `None` before the first.
pub fn columns(course: &[(i64, Option<i64>)], width: usize) -> Vec<Option<i64>> {
    let (Some((first, _)), Some((last, _))) = (course.first(), course.last()) else { return Vec::new() };
    let length = i128::from(last - first).max(1);
    let wide = i128::try_from(width.max(1)).expect("a terminal is not so wide");
    let mut columns = Vec::with_capacity(width);
    let mut next = 0;
    let mut value = None;
    for column in 0..wide {
        let end = i128::from(*first) + length * (column + 1) / wide;
        while let Some((at, what)) = course.get(next).filter(|(at, _)| i128::from(*at) <= end) {
            (value, next) = (*what, next + 1);
            let _ = at;
        }
        columns.push(value);
    }
    columns
}

/// The column in which an instant lies.
pub fn column_of(course: &[(i64, Option<i64>)], width: usize, at: i64) -> usize {
    let (Some((first, _)), Some((last, _))) = (course.first(), course.last()) else { return 0 };
    let length = i128::from(last - first).max(1);
    let column = (i128::from(at - first) * i128::try_from(width).unwrap_or(0) - 1).max(0) / length;
    usize::try_from(column).unwrap_or(0).min(width.saturating_sub(1))
}

/// The blocks of numbers between `least` and `most`; a blank where there is no number.
pub fn blocks(columns: &[Option<i64>], least: i64, most: i64, unicode: bool) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    const ASCII: [char; 8] = ['_', '.', ':', '-', '=', '+', '*', '#'];
    let blocks = if unicode { BLOCKS } else { ASCII };
    let room = i128::from(most - least);
    let block = |value: &Option<i64>| match value {
        None => ' ',
        Some(value) if room > 0 => {
            let level = i128::from(value - least) * 7 / room;
            blocks[usize::try_from(level.clamp(0, 7)).unwrap_or(0)]
        }
        Some(_) => blocks[0],
    };
    columns.iter().map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_in_columns() {
        let course = [(0, Some(0)), (50, Some(10)), (100, Some(5))];
        assert_eq!(columns(&course, 4), [Some(0), Some(10), Some(10), Some(5)]);
        assert_eq!(blocks(&columns(&course, 4), 0, 10, true), "▁██▄");
        assert_eq!(column_of(&course, 4, 51), 2);
        assert_eq!(column_of(&course, 4, 100), 3);
    }
}
