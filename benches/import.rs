//! How fast the import is natively: `cargo bench`. In the browser, beside others: `cargo xtask bench`.
//!
//! Inputs are made while they are read, so that the largest takes no more memory than its ledger. What is timed are the
//! pushes alone, which stand between untimed pieces of work; the loops of benchmark libraries cannot do that.
#![allow(clippy::print_stdout, reason = "a benchmark answers on its output")]

mod made_up;

use std::fs::File;
use std::hint::black_box;
use std::time::{Duration, Instant};

use encours::data::Dataset;
use encours::import::source::{DateOrder, DecimalMark, Encoding, ImportOptions};
use encours::import::{Finished, Importer, date, number};

use made_up::{Fec, InvoiceList, MadeUp};

/// As many bytes as the page's worker hands over at once.
const PIECE: usize = 4 << 20;

/// Short inputs are read again and again for this long.
const ENOUGH: Duration = Duration::from_secs(1);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // For a comparison with what `www/bench` makes up: `cargo bench -- --write fec 10000 FILE`.
    if let [flag, kind, lines, file, ..] = arguments.as_slice()
        && flag == "--write"
    {
        let lines = lines.parse().expect("a number of lines");
        return write(made_up(kind, lines), file);
    }
    println!("{:<14}{:>12}{:>9}{:>9}{:>9}{:>10}", "import of", "rows", "MB", "MB/s", "ns/row", "readings");
    // One of them alone: `cargo bench -- invoices 1000000`.
    if let [kind, lines] = arguments.as_slice() {
        return import(kind, lines.parse().expect("a number of lines"));
    }
    for (kind, lines) in [
        ("invoices", 10_000),
        ("invoices", 100_000),
        ("invoices", 1_000_000),
        ("invoices", 10_000_000),
        ("fec", 10_000),
        ("fec", 1_000_000),
    ] {
        import(kind, lines);
    }
    println!();
    let (comma, utf8) = (DecimalMark::Comma, Encoding::Utf8);
    for cell in ["1234,56", "1 234,56 €", "(1.234,56)"] {
        cell_by_cell("amount", cell, |cell| number::read(cell, comma, utf8));
    }
    for cell in ["2025-01-31", "31/01/2025", "20250131", "31 janv. 2025"] {
        cell_by_cell("date", cell, |cell| date::read(cell, DateOrder::Dmy, utf8));
    }
}

fn made_up(kind: &str, lines: u32) -> Box<dyn MadeUp> {
    if kind == "fec" { Box::new(Fec::new(lines)) } else { Box::new(InvoiceList::new(lines)) }
}

/// One reading of a made-up input.
struct Reading {
    time: Duration,
    bytes: u64,
    accepted: u32,
}

fn import(kind: &str, lines: u32) {
    let (start, mut readings) = (Instant::now(), Vec::new());
    while readings.is_empty() || start.elapsed() < ENOUGH {
        readings.push(read(kind, lines));
    }
    readings.sort_by_key(|reading| reading.time);
    let Some(Reading { time, bytes, accepted }) = readings.get(readings.len() / 2) else { return };
    let megabytes = bytes / 1_000_000;
    if *accepted != lines {
        println!("{kind:<14}{lines:>12}{megabytes:>9}  not read: {accepted} rows accepted");
        return;
    }
    let nanoseconds = time.as_nanos().max(1);
    let (speed, row) = (u128::from(*bytes) * 1000 / nanoseconds, nanoseconds / u128::from(lines));
    println!("{kind:<14}{lines:>12}{megabytes:>9}{speed:>9}{row:>9}{:>10}", readings.len());
}

fn read(kind: &str, lines: u32) -> Reading {
    let mut importer = Importer::new(ImportOptions::default());
    let (mut time, mut bytes, mut piece) = (Duration::ZERO, 0, Vec::new());
    loop {
        let mut made_up = made_up(kind, lines);
        while made_up.piece(PIECE, &mut piece) {
            bytes += u64::try_from(piece.len()).unwrap_or(0);
            let start = Instant::now();
            importer.push(&piece);
            time += start.elapsed();
        }
        let start = Instant::now();
        match importer.finish() {
            Finished::Done(done) => {
                let (loaded, dataset, _) = Dataset::of(vec![*done]);
                time += start.elapsed();
                drop(dataset);
                return Reading { time, bytes, accepted: loaded.source.rows.accepted };
            }
            Finished::Again(again) => {
                time += start.elapsed();
                (importer, bytes) = (*again, 0);
            }
        }
    }
}

fn cell_by_cell<T>(what: &str, cell: &str, read: impl Fn(&[u8]) -> T) {
    const TIMES: u32 = 1_000_000;
    let start = Instant::now();
    for _ in 0..TIMES {
        black_box(read(black_box(cell.as_bytes())));
    }
    println!("{:<26}{:>18} ns", format!("{what} {cell}"), start.elapsed().as_nanos() / u128::from(TIMES));
}

fn write(mut made_up: Box<dyn MadeUp>, file: &str) {
    let mut file = File::create(file).expect("a file that can be written");
    let mut piece = Vec::new();
    while made_up.piece(PIECE, &mut piece) {
        std::io::Write::write_all(&mut file, &piece).expect("room on the disk");
    }
}
