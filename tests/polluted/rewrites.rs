//! The same table, written otherwise.

use super::{Column, Encoding, Harm, Kind, Language, Role, Table, Variant, cents, words, written};

/// A way to write a table otherwise; `None` where it makes no sense for it.
type Rewrite = Box<dyn Fn(&Table) -> Option<Table>>;

/// Of so many pairs of rewrites, one is tried.
const EVERY: usize = 5;

/// Every rewrite, and pairs of rewrites of two groups.
pub fn all(clean: &Table) -> Vec<Variant> {
    let groups = groups();
    let variant = |name: String, table: Table| Variant { name, table, harm: Harm::Nothing };
    let mut variants = Vec::new();
    let mut pair = 0_usize;
    for (place, group) in groups.iter().enumerate() {
        for (name, rewrite) in group {
            let Some(table) = rewrite(clean) else { continue };
            variants.push(variant(name.clone(), table.clone()));
            for (other, again) in groups.iter().skip(place + 1).flatten() {
                pair += 1;
                if !pair.is_multiple_of(EVERY) {
                    continue;
                }
                variants.extend(again(&table).map(|table| variant(format!("{name} + {other}"), table)));
            }
        }
    }
    variants
}

/// In the order in which two of them are made.
fn groups() -> Vec<Vec<(String, Rewrite)>> {
    vec![headings(), added(), rows(), values(), orders(), surroundings(), bytes()]
}

fn named(name: &str, rewrite: impl Fn(&Table) -> Option<Table> + 'static) -> (String, Rewrite) {
    (name.to_owned(), Box::new(rewrite))
}

fn headings() -> Vec<(String, Rewrite)> {
    let each = |name: &str, change: fn(&str) -> String| {
        named(name, move |table| {
            let mut table = table.clone();
            table.columns.iter_mut().for_each(|column| column.heading = change(&column.heading));
            Some(table)
        })
    };
    let mut rewrites = vec![
        each("capitals", str::to_uppercase),
        each("lower case", str::to_lowercase),
        each("padded headings", |heading| format!("  {heading} ")),
        each("no accents", |heading| heading.replace('É', "E").replace(['é', 'è'], "e").replace('°', "o")),
    ];
    for language in Language::ALL {
        for second in [false, true] {
            rewrites.push(named(&format!("{language:?} headings, second {second}"), move |table| {
                let is_known = |column: &Column| words::heading(column.role, language, second).is_some();
                table.columns.iter().any(is_known).then(|| in_language(table, language, second))
            }));
        }
    }
    rewrites
}

/// The table with the headings of a language.
pub fn in_language(table: &Table, language: Language, second: bool) -> Table {
    let mut table = table.clone();
    for column in &mut table.columns {
        if let Some(heading) = words::heading(column.role, language, second) {
            heading.clone_into(&mut column.heading);
        }
    }
    table
}

/// A row of totals over some rows; the word stands in the first column that holds no amount.
pub fn total(table: &Table, word: &'static str, from: usize, to: usize) -> impl Fn(&Column) -> String + use<> {
    let sum = |role: Role| written(table.cents(role).iter().skip(from).take(to - from).sum());
    let first = table.columns.iter().find(|column| !column.role.is_amount()).map(|column| column.role);
    // Balances of months are not added up.
    let is_summed = |role: &Role| role.is_amount() && !matches!(role, Role::Receivables | Role::Overdue);
    let summed = table.columns.iter().map(|column| column.role).filter(is_summed);
    let sums: Vec<(Role, String)> = summed.map(|role| (role, sum(role))).collect();
    move |column| {
        let sum = sums.iter().find(|(role, _)| *role == column.role).map(|(_, sum)| sum.clone());
        let label = (Some(column.role) == first).then(|| word.to_owned());
        sum.or(label).unwrap_or_default()
    }
}

fn rows() -> Vec<(String, Rewrite)> {
    let totalled = |name: &str, word: &'static str, is_first: bool| {
        named(name, move |table| {
            let mut rewritten = table.clone();
            let row = total(table, word, 0, table.rows());
            rewritten.insert_row(if is_first { 0 } else { table.rows() }, row);
            (table.kind != Kind::Books).then_some(rewritten)
        })
    };
    let inserted = |name: &str, every: usize, heading: bool| {
        named(name, move |table| {
            let mut rewritten = table.clone();
            for at in (1..table.rows()).rev().filter(|at| at.is_multiple_of(every)) {
                rewritten.insert_row(at, |column| if heading { column.heading.clone() } else { String::new() });
            }
            Some(rewritten)
        })
    };
    vec![
        totalled("totals last", "Total", false),
        totalled("totals first", "Total", true),
        totalled("unlabelled totals last", "", false),
        totalled("unlabelled totals first", "", true),
        named("subtotals", |table| {
            let mut rewritten = table.clone();
            let half = table.rows() / 2;
            rewritten.insert_row(table.rows(), total(table, "Total général", 0, table.rows()));
            rewritten.insert_row(table.rows(), total(table, "Sous-total", half, table.rows()));
            rewritten.insert_row(half, total(table, "Sous-total", 0, half));
            (table.kind != Kind::Books).then_some(rewritten)
        }),
        inserted("a blank row", 4, false),
        inserted("blank rows", 2, false),
        inserted("heading repeated", 4, true),
    ]
}

/// The table with the cells of some columns written otherwise.
fn each_cell(table: &Table, is_meant: fn(Role) -> bool, change: impl Fn(&str) -> Option<String>) -> Option<Table> {
    let mut rewritten = table.clone();
    let columns = rewritten.columns.iter_mut().filter(|column| is_meant(column.role));
    let mut count = 0;
    for cell in columns.flat_map(|column| &mut column.cells) {
        if let Some(other) = change(cell) {
            *cell = other;
            count += 1;
        }
    }
    (count > 0).then_some(rewritten)
}

fn values() -> Vec<(String, Rewrite)> {
    let amounts = |name: &str, change: fn(i64) -> String| {
        named(name, move |table| each_cell(table, Role::is_amount, |cell| cents(cell).map(change)))
    };
    let days = |name: &str, change: fn(&str, &str, &str) -> String| {
        named(name, move |table| {
            each_cell(table, Role::is_day, |cell| {
                let (day, month_and_year) = cell.split_once('/')?;
                let (month, year) = month_and_year.split_once('/')?;
                Some(change(day, month, year))
            })
        })
    };
    vec![
        amounts("euro signs", |cents| format!("{} €", written(cents))),
        amounts("thousands by spaces", |cents| grouped(cents, ' ')),
        amounts("decimal points", |cents| written(cents).replace(',', ".")),
        days("ISO days", |day, month, year| format!("{year}-{month}-{day}")),
        days("days with points", |day, month, year| format!("{day}.{month}.{year}")),
        days("years of two digits", |day, month, year| {
            format!("{day}/{month}/{}", year.chars().skip(2).collect::<String>())
        }),
        days("days in words", |day, month, year| {
            let names = ["", "janvier", "février", "mars", "avril", "mai"];
            let name = month.parse().ok().and_then(|month: usize| names.get(month)).copied().unwrap_or_default();
            format!("{day} {name} {year}")
        }),
    ]
}

/// `1234,50` as `1 234,50`.
fn grouped(cents: i64, mark: char) -> String {
    let text = written(cents);
    let digits = text.find(',').unwrap_or(text.len());
    let before = |place: usize| place > 0 && place < digits && (digits - place).is_multiple_of(3);
    let pieces = text.char_indices().map(|(place, char)| {
        if before(place) && !text.starts_with('-') { format!("{mark}{char}") } else { char.to_string() }
    });
    pieces.collect()
}

/// What a column does to a table, its heading, and what each row has in it.
type Added = (&'static str, &'static str, fn(usize) -> String);

fn added() -> Vec<(String, Rewrite)> {
    let columns: [Added; 4] =
        [
            ("a blank column", "", |_| String::new()),
            ("an unused text", "Commentaire", |row| {
                if row.is_multiple_of(3) { "à relancer".to_owned() } else { String::new() }
            }),
            ("an unused number", "Code postal", |row| format!("{}", 69_001 + 137 * row)),
            ("an unused amount", "Prix unitaire", |row| written(1190 + 731 * i64::try_from(row).unwrap_or(0))),
        ];
    let place = |(name, heading, cell): (&'static str, &'static str, fn(usize) -> String)| {
        [("left", 0), ("middle", 2), ("right", usize::MAX)].map(move |(side, at)| {
            named(&format!("{name} at the {side}"), move |table| {
                let cells = (0..table.rows()).map(cell).collect();
                Some(table.clone().with_column(at, Column::other(heading, cells)))
            })
        })
    };
    columns.into_iter().flat_map(place).collect()
}

fn orders() -> Vec<(String, Rewrite)> {
    let order = |name: &str, change: fn(&mut Vec<Column>)| {
        named(name, move |table| {
            let mut table = table.clone();
            change(&mut table.columns);
            Some(table)
        })
    };
    vec![
        order("columns reversed", |columns| columns.reverse()),
        order("columns turned by one", |columns| columns.rotate_left(1)),
        order("columns turned by two", |columns| columns.rotate_left(2)),
        order("columns turned back", |columns| columns.rotate_right(1)),
        order("columns by heading", |columns| columns.sort_by(|a, b| a.heading.cmp(&b.heading))),
        order("neighbours swapped", |columns| columns.chunks_mut(2).for_each(<[Column]>::reverse)),
    ]
}

fn surroundings() -> Vec<(String, Rewrite)> {
    let around = |name: &str, above: &'static [&'static str], below: &'static [&'static str]| {
        named(name, move |table| {
            let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
            let table = Table { above: lines(above), below: lines(below), ..table.clone() };
            (table.kind != Kind::Books).then_some(table)
        })
    };
    vec![
        around("a title", &["Situation clients"], &[]),
        around("three titles", &["Société Exemple", "12 rue des Lilas 69003 Lyon", "Export comptable"], &[]),
        around("a title and a blank line", &["Situation clients", ""], &[]),
        around("a note below", &[], &["", "Montants en euros"]),
    ]
}

fn bytes() -> Vec<(String, Rewrite)> {
    let changed = |name: &str, change: fn(&mut Table)| {
        named(name, move |table| {
            let mut table = table.clone();
            change(&mut table);
            table.bytes().is_some().then_some(table)
        })
    };
    vec![
        changed("a mark before", |table| table.encoding = Encoding::Utf8Bom),
        changed("UTF-16", |table| table.encoding = Encoding::Utf16),
        changed("Windows-1252", |table| table.encoding = Encoding::Windows1252),
        changed("CR LF", |table| table.line_end = "\r\n"),
        changed("CR", |table| table.line_end = "\r"),
        changed("quotes", |table| table.is_quoted = true),
        changed("commas and quotes", |table| (table.delimiter, table.is_quoted) = (',', true)),
        changed("tabs", |table| table.delimiter = '\t'),
        changed("bars", |table| table.delimiter = '|'),
        changed("trailing delimiters", |table| table.trailing = 2),
        changed("a line that names the delimiter", |table| {
            table.above.insert(0, format!("sep={}", table.delimiter));
        }),
    ]
}
