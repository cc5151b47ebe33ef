//! Texts that hold a table in something else: a web page, lines quoted whole, frames, columns set by spaces.

use std::fmt::Write as _;

use super::pasted;

/// What a table is held in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// A table of a web page, which many programs save under the name of a workbook.
    Html,
    /// Every line is one quoted cell.
    QuotedLines,
    /// Cells in a frame of lines.
    Framed,
    /// The letters of a sheet stand above its columns, the numbers before its rows, set apart by this.
    Numbered(char),
    /// Columns set apart by spaces.
    Aligned,
}

impl Envelope {
    /// What the text that starts so is held in; `None` for a table that is one already.
    #[must_use]
    pub fn of(head: &str) -> Option<Self> {
        let start: String = head.chars().take(3000).collect::<String>().to_ascii_lowercase();
        let start = start.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
        let is_page = start.starts_with("<html") || start.starts_with("<!doctype html") || start.starts_with("<table");
        if is_page || (start.starts_with('<') && start.contains("<table")) {
            return Some(Self::Html);
        }
        let lines: Vec<&str> = head.lines().filter(|line| !line.trim().is_empty()).take(100).collect();
        if lines.len() < 2 {
            return None;
        }
        let most = |is: fn(&str) -> bool| lines.iter().filter(|line| is(line)).count() * 5 >= lines.len() * 4;
        if most(is_quoted_line) {
            return Some(Self::QuotedLines);
        }
        if pasted::is_framed(&lines) {
            return Some(Self::Framed);
        }
        if let Some(delimiter) = pasted::numbered(&lines) {
            return Some(Self::Numbered(delimiter));
        }
        super::aligned::is_aligned(&lines).then_some(Self::Aligned)
    }

    /// The table as text with tabs; each row on the line it stood on, or in a page on one of its own.
    #[must_use]
    pub fn table(self, text: &str) -> String {
        match self {
            Self::Html => html(text),
            Self::QuotedLines => {
                let inner = |line: &str| {
                    let line = line.trim();
                    line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line).replace("\"\"", "\"")
                };
                let lines: Vec<String> = text.lines().map(inner).collect();
                let delimiter = [';', '\t', '|', ',']
                    .into_iter()
                    .max_by_key(|sign| (lines.iter().filter(|line| line.contains(*sign)).count(), *sign != ','));
                lines.iter().map(|line| cut(line, delimiter.unwrap_or(','))).collect::<Vec<_>>().join("\n")
            }
            Self::Framed => text.lines().map(pasted::framed_row).collect::<Vec<_>>().join("\n"),
            Self::Numbered(delimiter) => {
                let row = |line: &str| cut(pasted::without_number(line, delimiter), delimiter);
                text.lines().map(row).collect::<Vec<_>>().join("\n")
            }
            Self::Aligned => super::aligned::table(text),
        }
    }
}

/// `"a;b;""c"""`: quoted as a whole, with a delimiter inside.
fn is_quoted_line(line: &str) -> bool {
    let inner = line.trim().strip_prefix('"').and_then(|line| line.strip_suffix('"'));
    inner.is_some_and(|inner| !inner.replace("\"\"", "").contains('"') && inner.contains([';', ',', '\t', '|']))
}

/// A line in quotes of its own, cut at its delimiter.
fn cut(line: &str, delimiter: char) -> String {
    let mut cells = String::with_capacity(line.len());
    let mut is_quoted = false;
    for char in line.chars() {
        match char {
            '"' => is_quoted = !is_quoted,
            char if char == delimiter && !is_quoted => cells.push('\t'),
            '\t' => cells.push(' '),
            char => cells.push(char),
        }
    }
    cells
}

/// The rows of the tables of a page, cells without their marks.
fn html(text: &str) -> String {
    let mut page = Page::default();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(start).unwrap_or((rest, ""));
        page.text(before);
        let end =
            if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { tag.find('>').map(|end| end + 1) };
        let Some((tag, after)) = end.and_then(|end| tag.split_at_checked(end)) else { break };
        page.tag(tag.trim_start_matches('<').trim_end_matches('>'));
        rest = after;
    }
    page.end_row();
    page.rows
}

#[derive(Default)]
struct Page {
    rows: String,
    row: Vec<String>,
    cell: Option<String>,
    span: usize,
    has_row: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.push_str(&unescaped(text));
        }
    }

    fn tag(&mut self, tag: &str) {
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        match name.trim_end_matches('/').to_ascii_lowercase().as_str() {
            "tr" => {
                self.end_row();
                self.has_row = true;
            }
            "/tr" | "/table" => self.end_row(),
            "td" | "th" => {
                self.end_cell();
                self.cell = Some(String::new());
                self.span = attribute(attributes, "colspan").unwrap_or(1).clamp(1, 256);
            }
            "/td" | "/th" => self.end_cell(),
            "br" | "p" | "div" => self.text(" "),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        if let Some(cell) = self.cell.take() {
            let clean = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            self.row.push(clean);
            self.row.extend(std::iter::repeat_n(String::new(), self.span.saturating_sub(1)));
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if self.has_row || !self.row.is_empty() {
            let _ = writeln!(self.rows, "{}", self.row.join("\t"));
        }
        self.row.clear();
        self.has_row = false;
    }
}

fn attribute(attributes: &str, name: &str) -> Option<usize> {
    let lower = attributes.to_ascii_lowercase();
    let rest = lower.split_once(name)?.1.trim_start().strip_prefix('=')?;
    rest.trim_start_matches(['"', '\'', ' ']).split(|char: char| !char.is_ascii_digit()).next()?.parse().ok()
}

fn unescaped(text: &str) -> String {
    const NAMED: [(&str, &str); 26] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&euro;", "€"),
        ("&eacute;", "é"),
        ("&egrave;", "è"),
        ("&ecirc;", "ê"),
        ("&agrave;", "à"),
        ("&acirc;", "â"),
        ("&ccedil;", "ç"),
        ("&ocirc;", "ô"),
        ("&ucirc;", "û"),
        ("&icirc;", "î"),
        ("&Eacute;", "É"),
        ("&deg;", "°"),
        ("&rsquo;", "’"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&uuml;", "ü"),
        ("&ouml;", "ö"),
        ("&auml;", "ä"),
        ("&ntilde;", "ñ"),
        ("&pound;", "£"),
    ];
    if !text.contains('&') {
        return text.replace(['\t', '\r', '\n'], " ");
    }
    let mut text = text.replace(['\t', '\r', '\n'], " ");
    for (name, char) in NAMED {
        text = text.replace(name, char);
    }
    while let Some(start) = text.find("&#") {
        let Some(end) = text.get(start..).and_then(|rest| rest.find(';')) else { break };
        let code = text.get(start + 2..start + end).unwrap_or_default();
        let number =
            code.strip_prefix(['x', 'X']).map_or_else(|| code.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
        let Some(char) = number.and_then(char::from_u32) else { break };
        text.replace_range(start..=start + end, &char.to_string());
    }
    text.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_page_becomes_rows() {
        let page = "<html><body><table><tr><th>Mois</th><th colspan=2>CA&nbsp;TTC</th></tr>\n<tr><td>2025-01</td><td>1&nbsp;200,00 &euro;</td><td>&#233;t&eacute; &amp; co</td></tr></table>";
        assert_eq!(Envelope::of(page), Some(Envelope::Html));
        assert_eq!(Envelope::Html.table(page), "Mois\tCA TTC\t\n2025-01\t1 200,00 €\tété & co\n");
    }

    #[test]
    fn lines_quoted_whole_are_unwrapped() {
        let text = "\"mois;ca\"\n\"2025-01;\"\"1 200\"\"\"";
        assert_eq!(Envelope::of(text), Some(Envelope::QuotedLines));
        assert_eq!(Envelope::QuotedLines.table(text), "mois\tca\n2025-01\t1 200");
    }

    #[test]
    fn columns_set_by_spaces_are_cells() {
        let text = "Mois       CA TTC    Encours\n2025-01    1 200     3 000\n2025-02    1 300     3 100";
        assert_eq!(Envelope::of(text), Some(Envelope::Aligned));
        assert_eq!(Envelope::Aligned.table(text).lines().next(), Some("Mois\tCA TTC\tEncours"));
        assert_eq!(Envelope::of("a;b\n1;2"), None);
        assert_eq!(Envelope::of("Bonjour,\nvoici la liste."), None);
    }
}
