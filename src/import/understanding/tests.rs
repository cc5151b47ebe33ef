//! Each step of the understanding on small tables, and on made-up ones.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::blocks::{self, Block};
use super::marks::{Marks, marks};
use super::relations::{self, Relation, Values};
use super::row_roles::{self, Columns};
use super::sheet::{RawRow, Row, Sheet};
use super::{
    ColumnType, Found, RowRole, Split, Table, across, best_join, crosstab, dialects, profile::Profile, profiles,
    surplus, understand,
};
use crate::import::dialect::{Dialect, Quote};
use crate::import::field::Field;
use crate::import::source::{Delimiter, Encoding, ImportOptions, Kind};
use crate::issue::IssueCode;

fn sheet(text: &str) -> Sheet {
    let rows = text.lines().zip(1..).map(|(line, number)| RawRow {
        line: number,
        cells: line.split(';').map(|cell| cell.trim().to_owned()).collect(),
    });
    Sheet::of(&rows.collect::<Vec<_>>(), (None, None))
}

/// The first table of a text.
fn table(text: &str) -> Table {
    let understanding = understand(text.as_bytes(), true, Encoding::Utf8, &ImportOptions::default());
    understanding.tables.into_iter().next().expect("a table")
}

/// What the rows below the heading of the only block are.
fn roles(text: &str) -> Vec<RowRole> {
    let sheet = sheet(text);
    let blocks = blocks::split(&sheet, None);
    let block = blocks.first().expect("a block");
    let rows: Vec<&Row> = block.rows.iter().filter_map(|place| sheet.rows.get(*place)).collect();
    row_roles::classify(&rows, Columns::of(&profiles(block, &rows, sheet.writing))).roles
}

/// An amount as the tables here write it.
fn written(cents: i64) -> String {
    format!("{}{},{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100)
}

#[test]
fn of_delimiters_and_quotes_those_win_that_give_a_table() {
    let best = |text: &str| {
        let dialect = dialects::candidates(text.as_bytes(), Encoding::Utf8, None).first().map(|best| best.dialect);
        dialect.map(|Dialect { delimiter, quote, width }| (delimiter, quote, width))
    };
    assert_eq!(best("Client;Solde\nAlba;1,50\nBrun;2,75\n"), Some((Delimiter::Semicolon, Quote::Double, 2)));
    assert_eq!(best("Client,Solde\n\"Alba, fils\",1.50\nBrun,2.75\n"), Some((Delimiter::Comma, Quote::Double, 2)));
    // Inches, not quotes: read as such they would swallow a row.
    let inches = "Article;Prix;Stock\nÉcran 27\";210,00;3\nÉcran 24\";150,00;5\nCâble;9,00;7\nSouris;12,00;4\n";
    assert_eq!(best(inches).map(|(delimiter, _, width)| (delimiter, width)), Some((Delimiter::Semicolon, 3)));
    let head = dialects::head(inches.as_bytes(), true, Dialect::from(Delimiter::Semicolon), Encoding::Utf8);
    assert_eq!(head.rows.len(), 5);
}

#[test]
fn titles_headings_and_tables_are_told_apart() {
    let sheet = sheet(
        "Situation clients\n\nN° facture;Date;Montant\nF1;02/01/2025;10,00\n\nN° facture;Date;Montant\nF2;03/01/2025;20,00\n\
         Montant;Date;N° facture\n30,00;04/01/2025;F3\n",
    );
    let blocks = blocks::split(&sheet, None);
    let shape = |block: &Block| (block.titles.len(), block.headings.clone(), block.rows.len(), block.repeats.len());
    let headings = |names: [&str; 3]| names.map(str::to_owned).to_vec();
    let expected = [
        (1, headings(["N° facture", "Date", "Montant"]), 2, 1),
        (0, headings(["Montant", "Date", "N° facture"]), 1, 0),
    ];
    assert_eq!(blocks.iter().map(shape).collect::<Vec<_>>(), expected);
}

#[test]
fn headings_of_two_rows_are_joined() {
    let sheet = sheet("Client;Échéances;;Solde\n;Non échu;Échu\nAlba;10,00;5,00;15,00\nBrun;1,00;2,00;3,00\n");
    let blocks = blocks::split(&sheet, None);
    let headings = &blocks.first().expect("a block").headings;
    assert!(headings.iter().any(|heading| heading.contains("Non échu")), "{headings:?}");
    assert_eq!(blocks.len(), 1);
}

#[test]
fn months_side_by_side_become_rows() {
    let months = sheet("Poste;01/2025;02/2025\nCA TTC;100,00;120,00\nEncours clients;50,00;60,00\n");
    let turned = across::turned(&months).expect("a turned table");
    assert_eq!(turned, "Mois\tCA TTC\tEncours clients\n2025-01\t100,00\t50,00\n2025-02\t120,00\t60,00\n");
    assert_eq!(across::turned(&sheet("Client;Solde\nAlba;1,00\n")), None);
}

#[test]
fn years_by_months_and_customers_by_months_become_rows() {
    let told = |text: &str| crosstab::told(&sheet(text), None);
    let by_year = "CA TTC (k€);;\nMois;2024;N-1 (2023)\nJanvier;1;2\nFévrier;3;4\nMars;;5\nTotal;4;11\n";
    let rows = "2023-01\t2\n2023-02\t4\n2023-03\t5\n2024-01\t1\n2024-02\t3\n2024-03\t\n";
    assert_eq!(told(by_year), Some(format!("Mois\tCA TTC (k€)\n{rows}")));
    let measures = "Mois;Budget 2025;Réalisé 2025;Réalisé 2024\njanv;1;2;3\nfévr;4;5;6\nmars;7;8;9\n";
    let rows = "2024-01\t\t3\n2024-02\t\t6\n2024-03\t\t9\n2025-01\t1\t2\n2025-02\t4\t5\n2025-03\t7\t8\n";
    assert_eq!(told(&format!("Ventes\n{measures}")), Some(format!("Mois\tBudget\tCA Réalisé\n{rows}")));
    let one = told("Mois;CA 2025;Encours 2025\njanv;1;2\nfévr;3;4\nmars;5;6\n");
    assert_eq!(one.as_deref(), Some("Mois\tCA\tEncours\n2025-01\t1\t2\n2025-02\t3\t4\n2025-03\t5\t6\n"));
    let down = "Revenue;;;;\nExercice;Jan;Feb;Mar;Total\n2024;1;2;3;6\n2025;4;5;;9\n";
    let rows = "2024-01\t1\n2024-02\t2\n2024-03\t3\n2025-01\t4\n2025-02\t5\n2025-03\t\n";
    assert_eq!(told(down), Some(format!("Mois\tCA\n{rows}")));
    // What is called a total is one if it adds up, or else a customer.
    let by_customer = "Ventes HT;;\nClient;janv. 2025;févr. 2025\nAlba;1;2\nTotal Gaz;;3\nTotal;1;5\ndont export;1;\n";
    assert_eq!(told(by_customer).as_deref(), Some("Mois\tCA HT\n2025-01\t1,0000\n2025-02\t5,0000\n"));
    let by_seller = "Ventes;;\nClient;01/2025;02/2025\nAlba;1;2\nTotal Zoé;1;2\nBrun;2;\nTotal Paul;2;\nTotal;3;2\n";
    assert_eq!(told(by_seller).as_deref(), Some("Mois\tCA\n2025-01\t3,0000\n2025-02\t2,0000\n"));
}

#[test]
fn other_tables_are_no_years_by_months() {
    for text in [
        // Quarters, what customers owe by its months, amounts that could be years, days, years that are not the same.
        "Trimestre;2024;2025\n1;10;20\n2;30;40\n3;50;60\n4;70;80\n",
        "Solde par client;;\nClient;janv. 2025;févr. 2025\nAlba;1;2\n",
        "Mois;CA;Encours\n2024;2031;2035\n2025;2040;2050\n",
        "Client;01/01/2024;01/01/2025\n1;10;20\n2;30;40\n12;30;40\n",
        "Mois;Saison 2023-2024;Saison 2024-2025\njanv;1;2\nfévr;3;4\nmars;5;6\n",
        // What is said of sales and is none, customers of which some are parts of others.
        "Marge sur CA;;\nMois;2024;2025\njanv;1;2\nfévr;3;4\nmars;5;6\n",
        "Achats TTC;;\nMois;2024;2025\njanv;1;2\nfévr;3;4\nmars;5;6\n",
        "Ventes;;\nClient;janv. 2025;févr. 2025\nGroupe Alba;3;3\nAlba Nord;1;2\nAlba Sud;2;1\nTotal;3;3\n",
        "Mois;CA 2025;Encours\njanv;1;2\nfévr;3;4\nmars;5;6\n",
    ] {
        assert_eq!(crosstab::told(&sheet(text), None), None, "{text}");
    }
}

#[test]
fn a_column_is_what_most_of_its_cells_are() {
    let kind = |heading: &str, cells: &str| {
        let rows = sheet(&cells.replace(' ', "\n"));
        Profile::of(0, heading, rows.rows.iter(), rows.writing).kind
    };
    assert_eq!(kind("Date", "02/01/2025 03/01/2025 abc 05/01/2025"), ColumnType::Date);
    assert_eq!(kind("Montant", "10,50 11,20 n/c 9,30"), ColumnType::Number);
    assert_eq!(kind("Mois", "2025-01 2025-02 2025-03"), ColumnType::Month);
    assert_eq!(kind("Client", "Alba Brun Cour"), ColumnType::Text);
    // Eight digits are days under a heading of days, and numbers otherwise.
    assert_eq!(kind("Date", "20250102 20250103"), ColumnType::Date);
    assert_eq!(kind("", "- - -"), ColumnType::Empty);
}

#[test]
fn amounts_that_count_to_a_day_of_nothing_are_amounts() {
    // As days, 25569 is the first of Unix, and 75000 lies in 2105.
    let cells = sheet("25569;29221;75000;01/01/1970;19700101;31/12/9999");
    let row = cells.rows.first().expect("a row");
    let blank: Vec<bool> = row.cells.iter().map(|cell| cell.is_blank).collect();
    assert_eq!(blank, [false, false, false, true, true, true]);
    assert_eq!(row.units(2), Some(75_000_000));
}

#[test]
fn marks_are_yes_and_no_or_ticks() {
    let of = |texts: &[&str]| marks(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
    assert_eq!(of(&["oui", "non"]), Some(Marks::YesNo));
    assert_eq!(of(&["x"]), Some(Marks::Ticks));
    assert_eq!(of(&["payée", "en litige"]), None);
}

#[test]
fn a_total_is_proved_by_its_sum_and_not_by_its_word() {
    use RowRole::{Detail, Total};
    let balance = "Client;Non échu;Échu;Solde\nAlba;10,13;5,20;15,33\nBrun;7,41;2,07;9,48\n";
    assert_eq!(roles(&format!("{balance};17,54;7,27;24,81\n")), [Detail, Detail, Total]);
    let customer = format!("{balance}TOTAL ENERGIES;3,19;4,40;7,59\nDoux;1,11;0,02;1,13\n");
    assert_eq!(roles(&customer), [Detail; 4]);
}

#[test]
fn a_surplus_cell_is_joined_where_text_stands() {
    let types = [ColumnType::Text, ColumnType::Date, ColumnType::Number];
    let writing = sheet("").writing;
    assert_eq!(best_join(&["Alba", "fils", "02/01/2025", "10,00"], 1, &types, writing), 0);
    let mut joined =
        sheet("Client;Date;Montant\nAlba;fils;02/01/2025;10,00\nBrun;03/01/2025;20,00\nCour;04/01/2025;5,00\n");
    let blocks = blocks::split(&joined, None);
    assert_eq!(surplus::join_all(&mut joined, blocks.first().expect("a block"), 3), (1, 0));
    assert_eq!(joined.rows.get(1).map(|row| row.text(0)), Some("Alba fils"));
}

#[test]
fn parts_that_must_not_be_added_are_found() {
    let split = |text: &str| table(text).parts.map(|parts| (parts.split, parts.kept));
    let planned = "Mois;Type;CA TTC\n2025-01;Réel;100,00\n2025-02;Réel;110,00\n2025-03;Prévision;120,00\n";
    assert_eq!(split(planned), Some((Split::Planned, vec!["réel".to_owned()])));
    let group = "Mois;Entité;CA TTC\n2025-01;Nord;100,00\n2025-01;Sud;50,00\n2025-01;Groupe;150,00\n\
                 2025-02;Nord;80,00\n2025-02;Sud;70,00\n2025-02;Groupe;150,00\n";
    assert_eq!(split(group), Some((Split::Group, vec!["groupe".to_owned()])));
    let entities =
        "Mois;Entité;CA TTC\n2025-01;Nord;100,00\n2025-01;Sud;50,00\n2025-02;Nord;80,00\n2025-02;Sud;70,00\n";
    assert_eq!(split(entities).map(|(split, _)| split), Some(Split::Entities));
    let both = "Mois;Entité;Segment;CA TTC\n2025-01;A;Nord;100,00\n2025-01;A;Sud;50,00\n2025-01;B;Nord;10,00\n\
                2025-02;A;Nord;80,00\n2025-02;A;Sud;70,00\n2025-02;B;Nord;20,00\n";
    assert_eq!(split(both).map(|(split, _)| split), Some(Split::Entities));
    let gap = both.replace("2025-02;A;Sud;70,00\n", "");
    assert_eq!(split(&gap).map(|(split, _)| split), Some(Split::Gaps));
    assert_eq!(split("Mois;CA TTC\n2025-01;100,00\n2025-02;110,00\n"), None);
}

#[test]
fn each_kind_is_read_by_what_its_columns_are() {
    let read = |text: &str| table(text).kind;
    assert_eq!(read("N° facture;Date;Montant TTC\nF1;02/01/2025;10,00\nF2;03/01/2025;11,00\n"), Some(Kind::Invoices));
    assert_eq!(read("Mois;CA TTC;Encours\n2025-01;10,00;9,00\n2025-02;11,00;8,00\n"), Some(Kind::Series));
    let aged = "Client;Non échu;1-30 jours;Solde\nAlba;10,00;5,00;15,00\nBrun;1,00;2,00;3,00\n";
    assert_eq!(read(aged), Some(Kind::AgedBalance));
    let in_rows = "Tranche;Montant\nNon échu;10,00\n1-30 jours;5,00\n31-60 jours;2,00\n";
    assert_eq!(read(in_rows), Some(Kind::AgedBalance));
}

#[test]
fn sums_decide_which_amount_is_meant() {
    // Whatever stands first, the amount with the tax on it is the one that is owed.
    let list = table(
        "N° facture;Date;HT;TVA;TTC\nF1;02/01/2025;100,00;20,00;120,00\nF2;03/01/2025;50,00;10,00;60,00\nF3;05/01/2025;30,00;6,00;36,00\n",
    );
    assert_eq!(list.column(Field::Amount), Some(4));
    assert!(list.relations.iter().any(|found| found.relation == Relation::Tax([2, 3])));
}

#[test]
fn what_stays_unexplained_is_doubted() {
    let codes = |text: &str| table(text).doubts.iter().map(|doubt| doubt.what).collect::<Vec<_>>();
    let unexplained = "N° facture;Date;Montant TTC;Valeur\nF1;02/01/2025;100,00;712,10\nF2;03/01/2025;50,00;33,40\nF3;05/01/2025;30,00;801,00\n";
    assert!(codes(unexplained).contains(&IssueCode::AmountNotUsed), "{:?}", codes(unexplained));
    let net = "N° facture;Date;Montant HT;Réglée le\nF1;02/01/2025;100,00;\nF2;03/01/2025;50,00;09/01/2025\n";
    assert!(codes(net).contains(&IssueCode::AmountsExclTax), "{:?}", codes(net));
}

/// Amounts, row by row, and whether a cell of the row is to be spoiled.
fn amounts(columns: usize) -> impl Strategy<Value = Vec<(Vec<i64>, bool)>> {
    let row = (prop::collection::vec(100_i64..1_000_000, columns), prop::bool::weighted(0.02));
    prop::collection::vec(row, 12..120)
}

/// The relations between columns that are made from each row; where a row is spoiled, its first made column is wrong.
fn found(rows: &[(Vec<i64>, bool)], further: impl Fn(&[i64]) -> Vec<i64>) -> Vec<Found> {
    let made: Vec<Vec<i64>> = rows
        .iter()
        .map(|(given, is_spoiled)| {
            let mut row = given.clone();
            let mut more = further(given);
            if let Some(first) = more.first_mut().filter(|_| *is_spoiled) {
                *first += 99_990;
            }
            row.append(&mut more);
            row.into_iter().map(|cents| cents * 10).collect()
        })
        .collect();
    let width = made.first().map_or(0, Vec::len);
    let column = |at: usize| (at, made.iter().map(|row| row.get(at).copied()).collect());
    relations::find(&Values::of((0..width).map(column).collect()))
}

fn has(found: &[Found], relation: &Relation) -> bool {
    found.iter().any(|found| found.relation == *relation)
}

proptest! {
    #[test]
    fn sums_are_found_where_two_cells_in_a_hundred_are_wrong(rows in amounts(2)) {
        let found = found(&rows, |row| vec![row.iter().sum()]);
        prop_assert!(has(&found, &Relation::Sum([0, 1, 2])), "{found:?}");
    }

    #[test]
    fn taxes_are_found_where_two_cells_in_a_hundred_are_wrong(rows in amounts(1)) {
        let found = found(&rows, |row| row.iter().map(|base| (base * 20 + 50) / 100).collect());
        prop_assert!(has(&found, &Relation::Tax([0, 1])), "{found:?}");
    }

    #[test]
    fn totals_are_found_where_two_cells_in_a_hundred_are_wrong(rows in amounts(5)) {
        let found = found(&rows, |row| vec![row.iter().sum()]);
        prop_assert!(has(&found, &Relation::Total((0..5).collect(), 5)), "{found:?}");
    }

    #[test]
    fn nothing_is_found_between_amounts_that_nothing_ties(rows in amounts(6)) {
        prop_assert_eq!(found(&rows, |_| Vec::new()), []);
    }

    /// Subtotals of groups and a total of all, whatever they are called; and nothing else.
    #[test]
    fn totals_of_any_depth_are_told_by_their_sums(
        groups in prop::collection::vec(prop::collection::vec((100_i64..900_000, 100_i64..900_000), 3..7), 2..6),
        word in "[A-Z][a-z]{3,9}",
    ) {
        let mut text = "N° facture;Date;HT;Port\n".to_owned();
        let mut expected = Vec::new();
        let mut all = (0, 0);
        for (place, group) in groups.iter().enumerate() {
            for (row, (one, other)) in group.iter().enumerate() {
                let _ = writeln!(text, "F{place}{row};02/01/2025;{};{}", written(*one), written(*other));
                expected.push(RowRole::Detail);
            }
            let sum = group.iter().fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
            all = (all.0 + sum.0, all.1 + sum.1);
            let _ = writeln!(text, "{word};;{};{}", written(sum.0), written(sum.1));
            expected.push(RowRole::Total);
        }
        let _ = writeln!(text, "{word};;{};{}", written(all.0), written(all.1));
        expected.push(RowRole::Total);
        prop_assert_eq!(roles(&text), expected, "{}", text);
    }

    /// However a table is cut, its cells are those that were written.
    #[test]
    fn cells_come_back_from_any_dialect(
        rows in prop::collection::vec(prop::collection::vec("[A-Z][a-z ;,|\"']{0,8}[a-z]", 3), 4..20),
        delimiter in prop::sample::select(Delimiter::ALL.to_vec()),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.char().to_string());
        let text: String = rows.iter().map(|row| line(row) + "\n").collect();
        let best = dialects::candidates(text.as_bytes(), Encoding::Utf8, None).first().map(|best| best.dialect);
        let dialect = best.expect("a dialect");
        prop_assert_eq!((dialect.delimiter, dialect.quote), (delimiter, Quote::Double));
        let head = dialects::head(text.as_bytes(), true, dialect, Encoding::Utf8);
        let cells: Vec<Vec<String>> = head.rows.into_iter().map(|row| row.cells).collect();
        let trimmed: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
        prop_assert_eq!(cells, trimmed);
    }

    /// A row with a delimiter too many keeps its day and its amount.
    #[test]
    fn a_surplus_cell_shifts_no_amount(name in "[A-Z][a-z]{2,8}", other in "[a-z]{2,8}", cents in 1_i64..9_999_999) {
        let types = [ColumnType::Text, ColumnType::Date, ColumnType::Number];
        let cells = [name.as_str(), other.as_str(), "02/01/2025", &written(cents)];
        prop_assert_eq!(best_join(&cells, 1, &types, sheet("").writing), 0);
    }
}

#[test]
fn balances_are_those_of_customers_where_half_of_them_are_more_than_their_invoices() {
    let customers = |proved: usize| {
        let mut text = String::from("Facture;Client;Date;Montant;Solde client\n");
        for customer in 0..10 {
            let more = i64::from(customer < proved);
            for row in 0..2 {
                let amount = 10_000 + more * 1_100 * row;
                let _ = writeln!(
                    text,
                    "F{customer}{row};Client {customer};1{customer}/01/2025;{};{}",
                    written(amount),
                    written(20_000 + 1_100 * more + i64::try_from(customer).unwrap_or(0))
                );
            }
        }
        text
    };
    let is_found = |proved| {
        let relations = table(&customers(proved)).relations;
        relations.iter().any(|found| matches!(found.relation, Relation::BalanceOf([1, 4])))
    };
    assert!(is_found(10));
    assert!(is_found(5));
    assert!(!is_found(4));
}
