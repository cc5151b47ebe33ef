//! A list that is read in pieces gives what it gives when it is read from end to end.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use encours::import::source::ImportOptions;
use encours::import::{Data, Finished, Imported, Importer, Part, PieceReader};
use encours::ledger::{CURRENCY, ENTITY, Invoice, Ledger};

/// Bytes that everything is understood from, and one more.
const HEAD: usize = (1 << 18) + 1;

/// A list of so many invoices; `odd` adds a row now and then that rows alone do not tell.
fn list(invoices: usize, odd: impl Fn(usize) -> Option<&'static str>) -> String {
    let mut text = String::from("number;customer;region;issue date;due date;amount incl tax;paid on;currency;status\n");
    let mut random = fastrand::Rng::with_seed(7);
    for place in 0..invoices {
        let (day, month) = (1 + random.u32(..28), 1 + random.u32(..12));
        let customer = format!("Client {}", random.u32(..400));
        let region = ["Nord", "Sud", "Est"].get(random.usize(..3)).copied().unwrap_or_default();
        let currency = if random.u32(..50) == 0 { "USD" } else { "EUR" };
        let paid = if random.bool() { format!("2025-{month:02}-28") } else { String::new() };
        let status = if random.u32(..40) == 0 { "disputed" } else { "" };
        for _ in 0..if random.u32(..6) == 0 { 2 } else { 1 } {
            let (sign, cents) = (if random.u32(..40) == 0 { "-" } else { "" }, random.u32(..900_000));
            let (whole, cents) = (cents / 100, cents % 100);
            let dates = format!("2025-{month:02}-{day:02};2025-{month:02}-28");
            writeln!(
                text,
                "F{place:06};{customer};{region};{dates};{sign}{whole}.{cents:02};{paid};{currency};{status}"
            )
            .expect("room in memory");
        }
        text += odd(place).unwrap_or_default();
    }
    text
}

fn finished(importer: Importer, text: &str) -> Imported {
    match importer.finish() {
        Finished::Done(done) => *done,
        Finished::Again(mut again) => {
            again.push(text.as_bytes());
            match again.finish() {
                Finished::Done(done) => *done,
                Finished::Again(_) => panic!("a third reading"),
            }
        }
    }
}

fn whole(text: &str, options: &ImportOptions) -> Imported {
    let mut importer = Importer::new(options.clone());
    importer.push(text.as_bytes());
    finished(importer, text)
}

/// Reads it in pieces; how many were joined.
fn parted(text: &str, count: usize, options: &ImportOptions) -> (Imported, usize) {
    let bytes = text.as_bytes();
    let mut cuts: Vec<usize> = (1..count)
        .map(|cut| {
            let about = bytes.len() * cut / count;
            about + bytes[about..].iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1)
        })
        .collect();
    cuts.push(bytes.len());
    let mut importer = Importer::new(options.clone());
    importer.push(&bytes[..cuts[0]]);
    let mut joined = 0;
    let mut reader = PieceReader::of(&bytes[..HEAD], options.clone());
    for pair in cuts.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let part = reader.as_mut().filter(|_| importer.may_be_parted()).and_then(|reader| {
            let skipped = reader.push(&bytes[from..to]);
            let part = reader.finish(to == bytes.len())?;
            Some((skipped, Part::of_bytes(&part.to_bytes()).expect("what was written")))
        });
        match part {
            None => importer.push(&bytes[from..to]),
            Some((skipped, part)) => {
                importer.push(&bytes[from..from + skipped]);
                if importer.join(part) {
                    joined += 1;
                } else {
                    importer.push(&bytes[from + skipped..to]);
                }
            }
        }
    }
    (finished(importer, text), joined)
}

fn ledger(imported: &Imported) -> &Ledger {
    match &imported.data {
        Some(Data::Ledger(ledger)) => ledger,
        other => panic!("no list of invoices: {other:?}"),
    }
}

/// Invoices with their customer, region and number; findings; the source.
type Seen = (Vec<(Invoice, String, Vec<u8>)>, Vec<String>, String);

/// Everything that can be seen of what was read.
fn seen(imported: &Imported) -> Seen {
    let ledger = ledger(imported);
    let row = |(invoice, number): (Invoice, &[u8])| {
        let name = ledger.customer_name(invoice.customer).unwrap_or_default().to_owned();
        let said = |of: &str| ledger.segments().value_of(of, invoice.labels).unwrap_or_default().to_owned();
        (invoice, format!("{name} {} {} {}", said("region"), said(ENTITY), said(CURRENCY)), number.to_vec())
    };
    let issues = imported.issues.list().iter().map(|issue| format!("{issue:?}")).collect();
    (ledger.invoices().zip(ledger.numbers()).map(row).collect(), issues, format!("{:?}", imported.source))
}

fn same(text: &str, count: usize) -> usize {
    same_under(&ImportOptions::default(), text, count)
}

fn same_under(options: &ImportOptions, text: &str, count: usize) -> usize {
    let (expected, (found, joined)) = (whole(text, options), parted(text, count, options));
    let (expected, found) = (seen(&expected), seen(&found));
    assert_eq!(found.0.len(), expected.0.len());
    for (found, expected) in found.0.iter().zip(&expected.0) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.1, expected.1);
    assert_eq!(found.2, expected.2);
    joined
}

#[test]
fn plain_rows_are_joined() {
    let text = list(20_000, |_| None);
    for count in 2..6 {
        assert_eq!(same(&text, count), count - 1, "{count} pieces");
    }
}

#[test]
fn what_rows_alone_do_not_tell_is_read_by_the_first() {
    let total = list(20_000, |place| (place == 15_000).then_some("Total;;;;;123.45;;;\n"));
    assert_eq!(same(&total, 4), 2);
    let rejected = list(20_000, |place| (place == 15_000).then_some("F;C;Nord;2025-13-45;2025-01-01;1.00;;EUR;\n"));
    assert_eq!(same(&rejected, 4), 2);
}

#[test]
fn a_cut_inside_a_quoted_cell_is_mended() {
    let text = list(20_000, |place| {
        (place % 7 == 3)
            .then_some("F9;\"Un client\nsur deux lignes\nou trois\";Nord;2025-03-04;2025-04-04;10.00;;EUR;\n")
    });
    for count in 2..9 {
        same(&text, count);
    }
}

#[test]
fn numbers_out_of_order_are_found_again() {
    let text = list(20_000, |place| {
        (place % 5_000 == 4_999).then_some("F000100;Client 1;Nord;2025-03-04;2025-04-04;10.00;;EUR;\n")
    });
    assert_eq!(same(&text, 3), 2);
}

#[test]
fn what_is_open_in_part_and_what_stands_for_several_is_joined() {
    let mut random = fastrand::Rng::with_seed(11);
    let mut text = String::from("customer;region;issue date;due date;amount incl tax;amount open;invoice count\n");
    for place in 0..90_000 {
        let (customer, region) = (random.u32(..5_000), random.u32(..40));
        let (amount, day) = (random.u32(1..90_000), 1 + random.u32(..28));
        let open = [0, amount, amount / 3].get(random.usize(..3)).copied().unwrap_or_default();
        // Few of the last rows stand for more than one: the columns of counts and segments end before the others.
        let count = if place < 60_000 { random.u32(1..4) } else { 1 };
        let dates = format!("2025-{:02}-{day:02};2026-01-{day:02}", 1 + place / 8_000);
        writeln!(text, "Client {customer};Région {region};{dates};{amount}.00;{open}.00;{count}")
            .expect("room in memory");
    }
    for count in 2..5 {
        assert_eq!(same(&text, count), count - 1, "{count} pieces");
    }
}

#[test]
fn invoices_keep_their_currency_and_entity() {
    let text = list(20_000, |_| None);
    let options =
        ImportOptions { every_currency: true, entity: Some("Nord et fils".to_owned()), ..ImportOptions::default() };
    assert_eq!(same_under(&options, &text, 4), 3);
}

#[test]
fn equal_rows_are_told_wherever_the_bytes_are_cut() {
    let mut text = String::from("number;customer;issue date;due date;amount incl tax\n");
    for place in 0..20_000 {
        for _ in 0..=(place % 2) {
            writeln!(text, "F{place:06};Client 9;2025-03-04;2025-04-04;{place}.00\n").expect("room in memory");
        }
    }
    for count in 2..9 {
        same(&text, count);
    }
    let pushed = |size: usize| {
        let mut importer = Importer::new(ImportOptions::default());
        text.as_bytes().chunks(size).for_each(|bytes| importer.push(bytes));
        seen(&finished(importer, &text))
    };
    let expected = pushed(text.len());
    for size in [70_001, 65_536, 12_345] {
        assert_eq!(pushed(size).1, expected.1, "{size} bytes at a time");
    }
}

#[test]
fn a_customer_called_total_is_one_like_others() {
    let mut text = String::from("customer;number;issue date;due date;amount incl tax\n");
    for place in 0..40_000 {
        let customer = if place % 50 == 0 { "TOTAL ENERGIES" } else { "Martin" };
        writeln!(text, "{customer};F{place:06};2025-03-04;2025-04-04;{place}.00").expect("room in memory");
    }
    assert_eq!(same(&text, 4), 3);
}
