//! Any bytes under any options: no panic, no row lost, no difference made by the pieces they arrive in.
#![no_main]

use chrono::NaiveDate;
use encours::at::At;
use encours::behaviour::{BehaviourRequest, Study, behaviour};
use encours::customers::{CustomerTable, CustomersRequest};
use encours::cut::Cut;
use encours::data::Dataset;
use encours::error::Error;
use encours::import::field::Field;
use encours::import::source::{AmountUnit, ImportOptions, Kind, Repeats};
use encours::import::{Finished, Imported, Importer};
use encours::report::{ReportRequest, report};
use encours::segments::{SegmentTable, SegmentsRequest};
use encours_fuzz::{DATE_ORDERS, DECIMAL_MARKS, DELIMITERS, ENCODINGS, chosen, pieces};
use libfuzzer_sys::fuzz_target;

/// More than the importer waits for before it tells what the bytes are: what comes after is read as it arrives.
const BEYOND_HEAD: usize = 1 << 18;

fuzz_target!(|input: &[u8]| {
    let Some((choices, bytes)) = input.split_first_chunk::<12>() else { return };
    let [kind, encoding, delimiter, mark, order, header, columns, currency, is_long, first_cut, second_cut, _line_end] =
        *choices;
    // What has no byte of its own takes the upper half of another, where digits of a seed choose nothing.
    let options = ImportOptions {
        kind: chosen(kind, &Kind::ALL),
        encoding: chosen(encoding, &ENCODINGS),
        delimiter: chosen(delimiter, &DELIMITERS),
        decimal_mark: chosen(mark, &DECIMAL_MARKS),
        date_order: chosen(order, &DATE_ORDERS),
        has_header: chosen(header, &[true, false]),
        columns: chosen(columns, &Kind::ALL).map(|kind| mapping(kind, (columns >> 4) ^ 3)),
        currency: chosen(currency, &["EUR", "USD", ""]).map(str::to_owned),
        repeats: chosen(order >> 4, &[Repeats::Keep, Repeats::Drop]),
        amount_unit: chosen(mark >> 4, &[AmountUnit::Major, AmountUnit::Minor]),
        sheet: None,
        entity: chosen(kind >> 4, &["A", ""]).map(str::to_owned),
        documents: None,
        every_currency: chosen(encoding >> 4, &[true, false]).unwrap_or_default(),
    };
    let cut_up = pieces(bytes, &[first_cut, second_cut]);
    // A blank row: it is passed over faster than as many empty lines.
    let filler = [b"\n", vec![b' '; BEYOND_HEAD].as_slice(), b"\n"].concat();
    let parts = match cut_up.as_slice() {
        // By one byte only, not by several as in other choices: it makes a run a hundred times as long.
        [first, rest @ ..] if is_long == b'1' => [&[*first, &filler], rest].concat(),
        _ => cut_up,
    };

    let whole = import(&[&parts.concat()], &options);
    let in_pieces = import(&parts, &options);
    assert_eq!(described(&whole), described(&in_pieces), "pieces changed what was read");

    let (loaded, dataset, _) = Dataset::of(vec![whole]);
    let rows = loaded.source.rows;
    assert_eq!(rows.read, rows.accepted + rows.rejected + rows.ignored, "a row was lost");
    assert_eq!(loaded.usable, dataset.is_some());
    assert!(loaded.usable || !loaded.issues.is_empty(), "unusable without a word");
    let mixed = dataset.as_ref().is_some_and(Dataset::has_currencies);
    // Without rates the usual currency is alone; there may be nothing in the one that was chosen.
    let dataset = if mixed { dataset.and_then(|all| all.cut(&Cut::default(), None).ok()) } else { dataset };
    if let Some(dataset) = dataset {
        let at = |as_of| report(&dataset, &ReportRequest { as_of, ..ReportRequest::default() });
        let report = match at(None) {
            // Only balances of one day may leave out which.
            Err(Error::MissingAsOf) if loaded.source.kind == Some(Kind::AgedBalance) => {
                at(NaiveDate::from_epoch_days(20_000))
            }
            Err(Error::NoData) if mixed => return,
            report => report,
        };
        let offered = report.expect("a date nobody can object to").as_of_choices;
        // The earliest date and the latest: the others lie between.
        for as_of in offered.first().into_iter().chain(offered.last()) {
            at(Some(*as_of)).expect("an offered date");
            let baseline = At { as_of: Some(*as_of), ..At::default() };
            if let Ok(table) = CustomerTable::of(&dataset, &baseline, None) {
                drop(table.page(&CustomersRequest { count: 50, ..CustomersRequest::default() }));
            }
            if let Ok(segments) = SegmentTable::of(&dataset, &baseline) {
                let page = segments.page(None, &SegmentsRequest { count: 50, ..SegmentsRequest::default() });
                let page = page.expect("the first segment");
                let mut left = page.totals.receivables;
                page.rows.iter().for_each(|row| left -= row.figures.receivables);
                left -= page.others.map(|others| others.totals.receivables).unwrap_or_default();
                assert!(left.is_zero(), "segments that do not add up");
            }
            if let Ok(study) = Study::at(&dataset, &baseline) {
                drop(behaviour(&dataset, &study, &BehaviourRequest { baseline, ..BehaviourRequest::default() }));
            }
        }
    }
});

/// A mapping of four columns, right or wrong.
fn mapping(kind: Kind, from: u8) -> Vec<Option<Field>> {
    Field::of(kind).iter().copied().map(Some).chain([None]).cycle().skip(usize::from(from)).take(4).collect()
}

fn import(pieces: &[&[u8]], options: &ImportOptions) -> Imported {
    let mut importer = Importer::new(options.clone());
    loop {
        for piece in pieces {
            importer.push(piece);
        }
        match importer.finish() {
            Finished::Done(done) => return *done,
            Finished::Again(again) => importer = *again,
        }
    }
}

fn described(imported: &Imported) -> String {
    format!("{imported:?}")
}
