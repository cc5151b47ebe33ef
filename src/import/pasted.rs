//! What programs paste along with a table: frames drawn around its cells, the letters and numbers of a sheet.

/// Is it a table in a frame, `│ F1 │ 1200 │`?
#[must_use]
pub fn is_framed(lines: &[&str]) -> bool {
    let framed = lines.iter().filter(|line| line.matches(is_bar).count() >= 2).count();
    framed >= 2 && lines.iter().all(|line| line.contains(is_frame)) || framed * 10 >= lines.len() * 7
}

/// The cells of a line in a frame; a line of frame alone has none.
#[must_use]
pub fn framed_row(line: &str) -> String {
    if line.chars().all(|char| is_frame(char) || char.is_whitespace()) {
        return String::new();
    }
    let inner = line.trim().trim_start_matches(is_bar).trim_end_matches(is_bar);
    inner.split(is_bar).map(str::trim).collect::<Vec<_>>().join("\t")
}

const fn is_bar(char: char) -> bool {
    matches!(char, '│' | '┃' | '║' | '┆' | '┊')
}

const fn is_frame(char: char) -> bool {
    matches!(char, '\u{2500}'..='\u{257f}')
}

/// The delimiter of a table that has the letters of the columns above it and the numbers of the rows before them.
#[must_use]
pub fn numbered(lines: &[&str]) -> Option<char> {
    let (first, rest) = lines.split_first()?;
    let is_lettered = |delimiter: &char| {
        let mut cells = first.split(*delimiter);
        let is_corner = cells.next().is_some_and(|corner| corner.trim().is_empty());
        let cells: Vec<&str> = cells.map(str::trim).collect();
        let is_letter = |(place, cell): (usize, &&str)| cell.len() == 1 && cell.bytes().next() == letter(place);
        is_corner && (2..=26).contains(&cells.len()) && cells.iter().enumerate().all(is_letter)
    };
    let delimiter = ['\t', ';', ',', '|'].into_iter().find(is_lettered)?;
    let numbers: Vec<u32> = rest.iter().filter_map(|line| line.split(delimiter).next()?.trim().parse().ok()).collect();
    let grows = numbers.windows(2).all(|pair| pair.first() < pair.last());
    (grows && numbers.len() >= 2 && numbers.len() * 10 >= rest.len() * 9).then_some(delimiter)
}

fn letter(place: usize) -> Option<u8> {
    u8::try_from(place).ok().and_then(|place| b'A'.checked_add(place))
}

/// A row without its number; the letters make no row.
#[must_use]
pub fn without_number(line: &str, delimiter: char) -> &str {
    match line.split_once(delimiter) {
        Some((number, rest)) if number.trim().parse::<u32>().is_ok() => rest,
        Some((corner, _)) if corner.trim().is_empty() => "",
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_no_cells() {
        assert!(is_framed(&["┌────┬────┐", "│ F1 │ 12 │", "│ F2 │    │", "└────┴────┘"]));
        assert_eq!(framed_row("│ F2 │    │"), "F2\t");
        assert_eq!(framed_row("├────┼────┤"), "");
        assert!(!is_framed(&["a;b", "1;2"]));
    }

    #[test]
    fn letters_and_numbers_of_a_sheet_are_no_cells() {
        assert_eq!(numbered(&[";A;B", "1;Mois;CA", "2;2025-01;1200"]), Some(';'));
        assert_eq!(numbered(&[";A;B", "x;Mois;CA", "y;2025-01;1200"]), None);
        assert_eq!(without_number("2;2025-01;1200", ';'), "2025-01;1200");
        assert_eq!(without_number(";A;B", ';'), "");
    }
}
