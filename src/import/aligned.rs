//! Columns set apart by spaces: cut where all lines of the table are blank, so that an empty cell stays empty.

use std::borrow::Cow;
use std::ops::Range;

use super::understanding::speaks_of_total;

/// Lines that the columns are told from.
const LINES: usize = 2000;

/// Lines among which the heading is looked for.
const HEADING_LINES: usize = 20;

/// The furthest place of a line that is looked at.
const WIDEST: usize = 2000;

/// Columns of a tab stop.
const TAB: usize = 8;

/// Is it a table whose columns are set apart by spaces?
#[must_use]
pub fn is_aligned(lines: &[&str]) -> bool {
    let most = |is: fn(&str) -> bool| lines.iter().filter(|line| is(line)).count() * 2 > lines.len();
    // Padded cells have their delimiter beside the spaces.
    if most(|line| line.contains(['\t', ';', '|'])) || most(|line| line.matches(", ").count() >= 2) {
        return false;
    }
    usual_width(lines).is_some() || Layout::of(lines).is_some()
}

/// The cells of the table, each line on its own.
#[must_use]
pub fn table(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let rows: Vec<String> = if let Some(layout) = Layout::of(lines.get(..LINES).unwrap_or(&lines)) {
        lines.iter().enumerate().map(|(place, line)| layout.row(place, line)).collect()
    } else {
        let filled: Vec<&str> = lines.iter().copied().filter(|line| !line.trim().is_empty()).take(100).collect();
        let width = usual_width(&filled).unwrap_or(0);
        lines.iter().map(|line| row_of_parts(line, width)).collect()
    };
    rows.join("\n")
}

/// The parts of a line between two spaces or more.
fn parts(line: &str) -> Vec<&str> {
    line.trim().split("  ").map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// How many parts seven lines in ten have.
fn usual_width(lines: &[&str]) -> Option<usize> {
    let widths: Vec<usize> = lines.iter().map(|line| parts(line).len()).collect();
    let count = |width: usize| widths.iter().filter(|other| **other == width).count();
    let usual = widths.iter().copied().max_by_key(|width| count(*width))?;
    (usual >= 3 && count(usual) * 10 >= lines.len() * 7).then_some(usual)
}

/// Without places, only the number of parts tells which is which. A line with fewer would shift: it stands whole in
/// each column, so that no amount of it can be read and it is told.
fn row_of_parts(line: &str, width: usize) -> String {
    let parts = parts(line);
    let is_value = parts.iter().any(|part| part.bytes().any(|byte| byte.is_ascii_digit()));
    let is_short = parts.len() > 2 && parts.len() < width;
    if is_short && is_value && !parts.first().is_some_and(|first| speaks_of_total(first)) {
        return vec![line.trim(); width].join("\t");
    }
    parts.join("\t")
}

/// A line with its tabs as spaces up to the next stop.
fn spaced(line: &str) -> Cow<'_, str> {
    if !line.contains('\t') {
        return Cow::Borrowed(line);
    }
    let mut spaced = String::with_capacity(line.len());
    let mut place = 0;
    for char in line.chars() {
        let width = if char == '\t' { TAB - place % TAB } else { 1 };
        place += width;
        spaced.extend(std::iter::repeat_n(if char == '\t' { ' ' } else { char }, width));
    }
    Cow::Owned(spaced)
}

/// Places of the words of a line, counted in characters.
fn words(line: &str) -> Vec<(Range<usize>, &str)> {
    let mut words = Vec::new();
    let mut place = 0;
    for piece in line.split_inclusive(' ') {
        let word = piece.trim();
        let before = piece.chars().take_while(|char| char.is_whitespace()).count();
        let length = word.chars().count();
        if length > 0 {
            words.push((place + before..place + before + length, word));
        }
        place += piece.chars().count();
    }
    words
}

/// Places of the runs of a line: words with one space between them.
fn runs(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, _) in words(line) {
        match runs.last_mut() {
            Some(run) if run.end + 1 >= place.start => run.end = place.end,
            _ => runs.push(place),
        }
    }
    runs
}

/// Does a line hold a rule alone, `-----  ------`?
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|char| !char.is_whitespace()).peekable();
    signs.peek().is_some() && signs.all(|char| matches!(char, '-' | '=' | '_' | '+' | '─' | '═' | '*'))
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Where the columns stand.
struct Layout {
    /// The line of the heading.
    heading: usize,
    /// The places of each column.
    columns: Vec<Range<usize>>,
}

impl Layout {
    /// Columns that a rule below the heading draws, else those between the gutters; `None` without a clean cut.
    fn of(lines: &[&str]) -> Option<Self> {
        Self::ruled(lines).or_else(|| Self::between_gutters(lines))
    }

    /// `------- ---------- ------`: each column is as wide as its rule.
    fn ruled(lines: &[&str]) -> Option<Self> {
        let is_drawn = |line: &str| is_rule(line) && words(&spaced(line)).len() >= 3;
        let rule = lines.iter().take(HEADING_LINES).position(|line| is_drawn(line)).filter(|rule| *rule > 0)?;
        let columns = words(&spaced(lines.get(rule)?)).into_iter().map(|(place, _)| place).collect();
        let layout = Self { heading: rule - 1, columns };
        layout.is_clean(lines).then_some(layout)
    }

    /// The heading is the line from which on there are most columns.
    fn between_gutters(lines: &[&str]) -> Option<Self> {
        let mut best: Option<Self> = None;
        let headings = lines.iter().enumerate().filter(|(_, line)| !is_rule(line) && runs(&spaced(line)).len() >= 3);
        for (heading, _) in headings.take(HEADING_LINES) {
            let found = [true, false].into_iter().find_map(|is_strict| {
                let layout = Self { heading, columns: gutters(lines.get(heading..)?, is_strict) };
                layout.is_clean(lines).then_some(layout)
            });
            if let Some(found) = found
                && best.as_ref().is_none_or(|best| found.columns.len() > best.columns.len())
            {
                best = Some(found);
            }
        }
        best
    }

    /// Has every column one heading at most, and are nearly all lines cut by them?
    fn is_clean(&self, lines: &[&str]) -> bool {
        let below = || lines.iter().skip(self.heading).filter(|line| !line.trim().is_empty() && !is_rule(line));
        let is_apart = |line: &&&str| {
            let line = spaced(line);
            let runs = runs(&line);
            self.columns.iter().all(|column| runs.iter().filter(|run| overlaps(run, column)).count() <= 1)
                && words(&line).iter().all(|(word, _)| self.columns_of(word).len() == 1)
        };
        let heading = lines.get(self.heading).map(|line| runs(&spaced(line))).unwrap_or_default();
        let is_headed = self.columns.iter().filter(|column| heading.iter().any(|run| overlaps(run, column))).count();
        let rows = below().filter(|line| runs(&spaced(line)).len() >= 2).count();
        let apart = below().filter(is_apart).count();
        is_headed >= 3
            && is_headed * 3 >= self.columns.len() * 2
            && rows >= 2
            && rows * 10 >= below().count() * 6
            && apart * 10 >= below().count() * 8
            && below().next().is_some_and(|heading| is_apart(&heading))
    }

    /// The cells of a line. Words that stand over two columns make a cell of both, which is none of numbers: the row is
    /// told, not shifted.
    fn row(&self, place: usize, line: &str) -> String {
        if place < self.heading || is_rule(line) {
            return parts(line).join("\t");
        }
        let line = spaced(line);
        if let [only] = runs(&line).as_slice()
            && self.columns.iter().filter(|column| overlaps(only, column)).count() != 1
        {
            // A line of words between the rows.
            return line.trim().to_owned();
        }
        let words = words(&line);
        let placed: Vec<Vec<usize>> = words.iter().map(|(place, _)| self.columns_of(place)).collect();
        let is_astray = placed.iter().any(|columns| columns.len() != 1);
        let parts = parts(&line);
        if is_astray && parts.len() == self.columns.len() {
            return parts.join("\t");
        }
        let mut cells = vec![String::new(); self.columns.len()];
        for ((_, word), columns) in words.iter().zip(&placed) {
            for column in columns {
                let Some(cell) = cells.get_mut(*column) else { continue };
                if !cell.is_empty() {
                    cell.push(' ');
                }
                // What may belong to either is a number of neither.
                cell.push_str(word);
                if columns.len() > 1 {
                    cell.push('?');
                }
            }
        }
        cells.join("\t")
    }

    /// The columns that a word stands over; of none, the nearest.
    fn columns_of(&self, word: &Range<usize>) -> Vec<usize> {
        let over: Vec<usize> = (0..self.columns.len())
            .filter(|place| self.columns.get(*place).is_some_and(|column| overlaps(word, column)))
            .collect();
        if !over.is_empty() {
            return over;
        }
        let distance = |column: &Range<usize>| {
            if word.start >= column.end { word.start - column.end } else { column.start.saturating_sub(word.end) }
        };
        let nearest = (0..self.columns.len()).min_by_key(|place| self.columns.get(*place).map(distance));
        nearest.into_iter().collect()
    }
}

/// The columns between places that are blank in all lines, or in nearly all of them.
fn gutters(lines: &[&str], is_strict: bool) -> Vec<Range<usize>> {
    let mut covered = vec![0_usize; WIDEST];
    let mut rows = 0;
    let mut heading = Vec::new();
    for line in lines.iter().filter(|line| !is_rule(line)) {
        let line = spaced(line);
        let runs = runs(&line);
        // A line of words between the rows stands over all columns.
        if runs.len() < 2 {
            continue;
        }
        // The heading counts for all: none of it is ever cut.
        let weight = if rows == 0 { lines.len() } else { 1 };
        rows += 1;
        for (place, _) in words(&line) {
            for count in covered.iter_mut().take(place.end).skip(place.start) {
                *count += weight;
            }
        }
        if heading.is_empty() {
            heading = runs;
        }
    }
    let strays = if is_strict || rows < 8 { 0 } else { (rows / 20).max(1) };
    let is_blank = |place: &usize| covered.get(*place).is_none_or(|count| *count <= strays);
    let mut narrow: Vec<Range<usize>> = Vec::new();
    for place in (0..WIDEST).filter(|place| !is_blank(place)) {
        match narrow.last_mut() {
            Some(column) if column.end == place => column.end = place + 1,
            _ => narrow.push(place..place + 1),
        }
    }
    headed(joined(&narrow, &heading), &heading)
}

/// A gutter of one space may be that of thousands or of a name: it is one of columns only between two headings, where
/// one of them ends or starts.
fn joined(narrow: &[Range<usize>], heading: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, part) in narrow.iter().enumerate() {
        let Some(last) = columns.last_mut() else {
            columns.push(part.clone());
            continue;
        };
        // The end of what stands up to the next gutter of two spaces.
        let mut end = part.end;
        for next in narrow.iter().skip(at + 1) {
            if next.start >= end + 2 {
                break;
            }
            end = next.end;
        }
        let left = heading.iter().rfind(|run| run.end <= last.end && overlaps(run, last));
        let right = heading.iter().find(|run| run.start >= part.start && run.start < end);
        let is_edge = match (left, right) {
            (Some(left), Some(right)) => left.end == last.end || right.start == part.start,
            _ => false,
        };
        let is_inside = heading.iter().any(|run| run.start < last.end && part.start < run.end);
        if part.start >= last.end + 2 || (is_edge && !is_inside) {
            columns.push(part.clone());
        } else {
            last.end = part.end;
        }
    }
    columns
}

/// Values that stand beside their heading, not below it, are a column with it.
fn headed(columns: Vec<Range<usize>>, heading: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_headed = |column: &Range<usize>| heading.iter().any(|run| overlaps(run, column));
    let is_heading_alone = |column: &Range<usize>| heading.iter().any(|run| run == column);
    let mut kept: Vec<Range<usize>> = Vec::new();
    for column in columns {
        match kept.last_mut() {
            Some(last)
                if (is_heading_alone(last) && !is_headed(&column))
                    || (is_heading_alone(&column) && !is_headed(last)) =>
            {
                last.end = column.end;
            }
            _ => kept.push(column),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<String> {
        assert!(is_aligned(lines), "{lines:?}");
        table(&lines.join("\n")).lines().map(|line| line.replace('\t', "|")).collect()
    }

    #[test]
    fn an_empty_cell_stays_empty() {
        let lines =
            ["Mois        CA TTC     Encours", "09/2025       4000        9000", "10/2025                   8000"];
        assert_eq!(rows(&lines), ["Mois|CA TTC|Encours", "09/2025|4000|9000", "10/2025||8000"]);
    }

    #[test]
    fn titles_and_rules_are_no_rows() {
        let lines = [
            "Encours par client au 31/12/2025   page 1",
            "",
            "Client       Échu     Solde",
            "--------  -------  --------",
            "Éric & C            10 000,00",
            "Beta       500,00     700,00",
        ];
        let found = rows(&lines);
        assert_eq!(found.get(2).map(String::as_str), Some("Client|Échu|Solde"));
        assert_eq!(found.get(4).map(String::as_str), Some("Éric & C||10 000,00"));
    }

    #[test]
    fn numbers_wider_than_their_heading_are_cut_where_it_ends() {
        let lines = [
            "Client      Échu     Solde",
            "Alpha   1 000,00 12 000,00",
            "Beta             11 500,00",
            "Eta     2 000,00 13 000,00",
        ];
        assert_eq!(rows(&lines).get(2).map(String::as_str), Some("Beta||11 500,00"));
    }

    #[test]
    fn words_over_two_columns_are_no_number_of_either() {
        let mut lines = vec!["Client    Facture    Montant"];
        lines.extend(["Alpha     F1          100,00"; 20]);
        lines.push("Alpha et fils de 2000       100,00");
        let found = rows(&lines);
        assert_eq!(found.last().map(String::as_str), Some("Alpha et|fils de 2000|100,00"));
    }

    #[test]
    fn other_texts_are_none() {
        assert!(!is_aligned(&["a, b, c", "1, 2, 3"]));
        assert!(!is_aligned(&["Bonjour,", "voici la liste."]));
        assert!(!is_aligned(&["F1   ;  Alpha   ;  100", "F2   ;  Beta    ;  200"]));
    }
}
