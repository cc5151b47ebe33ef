//! Electronic invoices, and the list they come to.
#![cfg(all(feature = "einvoices", not(target_arch = "wasm32")))]
#![allow(clippy::indexing_slicing, reason = "what is not there fails the test")]

mod documents;

use documents::{Made, cii_document, message, pdf, zip};
use encours::import::einvoices::{Choices, Content, Gathered, Reader, Refusal};
use encours::import::source::{ImportOptions, Kind};
use encours::import::{self, Combined, Data, combine};
use encours::issue::IssueCode;
use encours::ledger::{Invoice, Standing};
use proptest::prelude::*;

fn gathered(files: &[(&str, Vec<u8>)]) -> Gathered {
    Gathered::of(&read(files), &Choices::default())
}

fn read(files: &[(&str, Vec<u8>)]) -> Reader {
    let mut reader = Reader::default();
    for (name, bytes) in files {
        reader.file(name, bytes);
    }
    reader
}

/// The cells of the rows that matter here: number, due date, customer, amount, paid, open, status, settled.
fn told(gathered: &Gathered) -> Vec<String> {
    let rows = gathered.sales.iter().map(|row| {
        let cells = row.cells();
        [0, 3, 4, 7, 9, 10, 11, 12].map(|at: usize| cells[at].clone()).join("|")
    });
    rows.collect()
}

fn has(gathered: &Gathered, code: IssueCode) -> bool {
    gathered.issues.iter().any(|issue| issue.code == code)
}

fn xml(made: &Made) -> Vec<u8> {
    made.ubl().into_bytes()
}

fn cashed(number: &str, when: &str, amounts: &[&str]) -> (&'static str, Vec<u8>) {
    ("status.xml", message(number, "212", when, amounts).into_bytes())
}

#[test]
fn every_form_of_an_invoice_says_the_same() {
    let made = Made {
        due: vec![("2026-02-28".into(), Some("400.00".into())), ("2026-03-31".into(), Some("800.00".into()))],
        ..Made::default()
    };
    let zugferd1 = made
        .cii()
        .replace(
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "urn:ferd:CrossIndustryDocument:invoice:1p0",
        )
        .replace("CrossIndustryInvoice", "CrossIndustryDocument")
        .replace("r:ExchangedDocument", "r:HeaderExchangedDocument")
        .replace("r:SupplyChainTradeTransaction", "r:SpecifiedSupplyChainTradeTransaction")
        .replace("ApplicableHeaderTrade", "ApplicableSupplyChainTrade")
        .replace("SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation");
    let lower = format!("\r\n{}", made.ubl());
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(lower.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let forms = [
        ("a.xml", xml(&made)),
        ("b.xml", made.cii().into_bytes()),
        ("c.pdf", made.pdf(false)),
        ("d.pdf", made.pdf(true)),
        ("e.xml", zugferd1.into_bytes()),
        ("f", wide),
        ("g.zip", zip(&[("in/a.xml", &xml(&made))])),
        ("h.zip", zip(&[("inner.zip", &zip(&[("x.pdf", &made.pdf(true))]))])),
    ];
    for form in &forms {
        let found = gathered(std::slice::from_ref(form));
        let expected =
            ["F1|2026-02-28|Client SA|400.00|||payment unknown|", "F1|2026-03-31|Client SA|800.00|||payment unknown|"];
        assert_eq!(told(&found), expected, "{}", form.0);
        assert!(!found.payments_known);
    }
    let all = gathered(&forms);
    assert_eq!(all.sales.len(), 2);
    assert!(has(&all, IssueCode::InvoiceTwice));
    assert!(!has(&all, IssueCode::CopiesDiffer));
}

#[test]
fn what_was_cashed_is_paid_on_its_day() {
    let other = Made { number: "F2".into(), ..Made::default() };
    let files = [
        ("1", xml(&Made::default())),
        ("2", xml(&other)),
        cashed("F1", "20260301120000", &["300.00", "200.00"]),
        // The same message for somebody else, and one more payment.
        cashed("F1", "20260301120000", &["300.00", "200.00"]),
        cashed("F1", "20260315120000", &["900.00"]),
        cashed("F1", "20260320120000", &["-200.00"]),
    ];
    let found = gathered(&files);
    assert_eq!(
        told(&found),
        [
            "F1|2026-02-09|Client SA|500.00|500.00|0.00|paid|2026-03-01",
            "F1|2026-02-09|Client SA|700.00|700.00|0.00|paid|2026-03-15",
            "F2|2026-02-09|Client SA|1200.00|0.00|1200.00|open|",
        ]
    );
    assert!(has(&found, IssueCode::StatusesTwice) && has(&found, IssueCode::NotCashedTakenOpen));
    assert!(found.payments_known);
}

#[test]
fn a_message_that_says_no_day_became_true_when_it_was_written() {
    let whole = message("F1", "212", "20260301120000", &["1200.00"]);
    let date = "<m:IssueDateTime><u:DateTimeString format=\"204\">20260301120000</u:DateTimeString></m:IssueDateTime>";
    let head = format!("<r:ExchangedDocument>{date}</r:ExchangedDocument><r:AcknowledgementDocument>");
    let undated = whole.replace(date, "").replace("<r:AcknowledgementDocument>", &head);
    assert_ne!(whole, undated);
    let found = gathered(&[("1", xml(&Made::default())), ("2", undated.into_bytes())]);
    assert_eq!(told(&found), ["F1|2026-02-09|Client SA|1200.00|1200.00|0.00|paid|2026-03-01"]);
}

#[test]
fn the_latest_message_says_where_an_invoice_stands() {
    let cases: [(&[(&str, &str)], &str); 8] = [
        (&[("200", "20260111100000"), ("203", "20260112100000")], "open"),
        (&[("207", "20260115100000"), ("203", "20260112100000")], "disputed"),
        (&[("207", "20260115100000"), ("205", "20260120100000")], "open"),
        (&[("206", "20260115100000")], "disputed"),
        (&[("210", "20260115100000"), ("203", "20260120100000")], "void"),
        (&[("220", "20260115100000")], "void"),
        (&[("225", "20260115100000")], "factored"),
        (&[("225", "20260115100000"), ("228", "20260120100000")], "open"),
    ];
    for (messages, expected) in cases {
        let other = Made { number: "F2".into(), ..Made::default() };
        let mut files = vec![("1", xml(&Made::default())), ("2", xml(&other)), cashed("F2", "20260301000000", &[])];
        files.extend(messages.iter().map(|(code, when)| ("s", message("F1", code, when, &[]).into_bytes())));
        let found = gathered(&files);
        assert_eq!(found.sales.first().map(|row| row.status), Some(expected), "{messages:?}");
        assert!(has(&found, IssueCode::CashedWithoutAmount));
    }
}

#[test]
fn credits_reduce_whatever_their_sign() {
    let credit = Made { number: "A1".into(), type_code: "381", due: Vec::new(), ..Made::default() };
    let minus = |text: &str| format!("-{text}");
    let negative = Made {
        number: "A2".into(),
        type_code: "380",
        excl: minus("1000.00"),
        tax: minus("200.00"),
        incl: minus("1200.00"),
        payable: minus("1200.00"),
        ..credit.clone()
    };
    let asked = Made { number: "A3".into(), type_code: "381", ..negative.clone() };
    let files = [("1", xml(&credit)), ("2", xml(&negative)), ("3", asked.cii().into_bytes())];
    let reader = read(&files);
    let found = Gathered::of(&reader, &Choices::default());
    assert!(found.sales.iter().all(|row| row.cells()[7] == "-1200.00"));
    assert!(has(&found, IssueCode::NegativeCreditNotes));
    let raised = Gathered::of(&reader, &Choices { negative_credits_raise: true, ..Choices::default() });
    assert_eq!(
        raised.sales.iter().map(|row| row.cells()[7].clone()).collect::<Vec<_>>(),
        ["-1200.00", "-1200.00", "1200.00"]
    );
}

#[test]
fn a_deposit_counts_once_by_either_way() {
    let deposit = Made {
        number: "AC1".into(),
        type_code: "386",
        due: vec![("2026-01-05".into(), None)],
        excl: "300.00".into(),
        tax: "60.00".into(),
        incl: "360.00".into(),
        payable: "360.00".into(),
        ..Made::default()
    };
    let deducted = Made {
        number: "F9".into(),
        issued: "2026-02-10".into(),
        prepaid: Some("360.00".into()),
        payable: "840.00".into(),
        preceding: Some(("AC1".into(), Some("386"))),
        ..Made::default()
    };
    let net =
        Made { excl: "700.00".into(), tax: "140.00".into(), incl: "840.00".into(), prepaid: None, ..deducted.clone() };
    for last in [deducted, net] {
        let found = gathered(&[("1", xml(&deposit)), ("2", last.cii().into_bytes())]);
        let sum: rust_decimal::Decimal = found.sales.iter().map(|row| row.amount).sum();
        let excl: rust_decimal::Decimal = found.sales.iter().filter_map(|row| row.excl_tax).sum();
        assert_eq!((sum.to_string(), excl.to_string()), ("1200.00".into(), "1000.00".into()));
        assert_eq!(
            found.sales.first().and_then(|row| row.settled).map(|day| day.to_string()).as_deref(),
            Some("2026-01-05")
        );
    }
}

#[test]
fn a_corrected_invoice_replaces_another_with_what_was_cashed_of_it() {
    let corrected = Made {
        number: "F2".into(),
        type_code: "384",
        issued: "2026-01-20".into(),
        preceding: Some(("F1".into(), None)),
        ..Made::default()
    };
    let files = [
        ("1", xml(&Made::default())),
        ("2", xml(&corrected)),
        ("s", message("F1", "220", "20260120000000", &[]).into_bytes()),
        cashed("F1", "20260118000000", &["100.00"]),
    ];
    let found = gathered(&files);
    assert_eq!(
        told(&found),
        [
            "F2|2026-02-09|Client SA|100.00|100.00|0.00|paid|2026-01-18",
            "F2|2026-02-09|Client SA|1100.00|0.00|1100.00|open|",
        ]
    );
}

#[test]
fn sales_are_told_from_purchases() {
    let sale = |number: &str, buyer| Made { number: number.into(), buyer, ..Made::default() };
    let purchase = Made {
        number: "P1".into(),
        seller: ("Fournisseur", "333333333"),
        buyer: ("Moi SAS", "111111111"),
        ..Made::default()
    };
    let self_billed = Made { number: "S1".into(), type_code: "389", ..sale("S1", ("Grand SA", "444444444")) };
    let stray = Made { seller: ("X", "555555555"), buyer: ("Y", "666666666"), ..Made::default() };
    let files = [
        ("1", xml(&sale("F1", ("Client SA", "222222222")))),
        ("2", xml(&sale("F2", ("CLIENT S.A.", "222222222")))),
        ("3", xml(&sale("F3", ("Client SA", "222222222")))),
        ("4", xml(&self_billed)),
        ("5", xml(&purchase)),
        ("6", xml(&stray)),
    ];
    let reader = read(&files);
    let found = Gathered::of(&reader, &Choices::default());
    let numbers =
        |rows: &[encours::import::einvoices::Row]| rows.iter().map(|row| row.number.clone()).collect::<Vec<_>>();
    assert_eq!(
        (numbers(&found.sales), numbers(&found.purchases)),
        (["F1", "F2", "F3", "S1"].map(String::from).to_vec(), vec!["P1".to_owned()])
    );
    // One customer, whatever it calls itself.
    assert!(found.sales.iter().take(3).all(|row| row.customer == "Client SA"));
    assert!(has(&found, IssueCode::DocumentsOfOthers) && has(&found, IssueCode::CompanyFound));
    let chosen = Choices { companies: vec!["333333333".into()], ..Choices::default() };
    assert_eq!(numbers(&Gathered::of(&reader, &chosen).sales), ["P1"]);
}

#[test]
fn terms_in_words_and_vat_on_receipt_are_understood() {
    let made = Made { due: Vec::new(), terms: Some("30 jours fin de mois"), point: Some("72"), ..Made::default() };
    let found = gathered(&[("1", made.cii().into_bytes())]);
    assert_eq!(told(&found), ["F1|2026-02-28|Client SA|1200.00|||payment unknown|"]);
    assert!(has(&found, IssueCode::DueFromTerms));
    assert_eq!(found.vat_on_receipt, Some(true));
}

#[test]
fn what_documents_say_twice_is_compared() {
    let wrong = Made { number: "F2".into(), incl: "1250.00".into(), payable: "1250.00".into(), ..Made::default() };
    // One of 1,100 in lines, of which 100 are taken off, and one that takes them off without saying so.
    let reduced = |number: &str, lines: &str, said: &str| {
        let made = Made { number: number.into(), ..Made::default() };
        let total = "<b:TaxExclusiveAmount>1000.00</b:TaxExclusiveAmount>";
        let off = format!("{total}<b:AllowanceTotalAmount>{said}</b:AllowanceTotalAmount>");
        let said = made.ubl().replace(total, &off);
        said.replace("<b:LineExtensionAmount>1000.00<", &format!("<b:LineExtensionAmount>{lines}<")).into_bytes()
    };
    let found = gathered(&[
        ("1", xml(&Made::default())),
        ("2", xml(&wrong)),
        ("3", reduced("F3", "1100.00", "100.00")),
        ("4", reduced("F4", "1100.00", "0.00")),
    ]);
    let counts = found.proofs.map(|proof| (proof.documents, proof.hold));
    assert_eq!(counts, [(4, 4), (4, 3), (4, 3), (4, 4)]);
    let [_, net, taxed, _] = found.proofs;
    assert_eq!((net.expected.to_string(), net.found.to_string()), ("4100.00".into(), "4000.00".into()));
    assert_eq!((taxed.expected.to_string(), taxed.found.to_string()), ("4800.00".into(), "4850.00".into()));
}

#[test]
fn hostile_files_are_refused_by_name_and_the_rest_is_read() {
    let good = Made::default();
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>".to_owned() + &good.ubl();
    let outside = good.ubl().replace("<b:ID>F1", "<b:ID>&file;");
    let cut = good.ubl().into_bytes()[..900].to_vec();
    let deep = cii_document(&("<m:A>".repeat(200) + &"</m:A>".repeat(200)));
    let swelling = vec![b' '; 40 << 20];
    let mut bomb = zip(&[("big.xml", &swelling), ("../../good.xml", &xml(&good))]);
    let nested = zip(&[("b.zip", &zip(&[("c.zip", &zip(&[("d.xml", &xml(&good))]))]))]);
    let two = xml(&good).into_iter().chain(xml(&Made { number: "F2".into(), ..Made::default() })).collect();
    let order = good.ubl().replace("xsd:Invoice-2", "xsd:Order-2");
    let files = [
        ("laughs.xml", laughs.into_bytes(), Some(Refusal::DocumentType)),
        ("outside.xml", outside.into_bytes(), Some(Refusal::Damaged)),
        ("cut.xml", cut, Some(Refusal::Damaged)),
        ("deep.xml", deep.into_bytes(), Some(Refusal::TooLarge)),
        ("bomb.zip", std::mem::take(&mut bomb), Some(Refusal::TooLarge)),
        ("nested.zip", nested, Some(Refusal::NestedTooDeep)),
        ("two.xml", two, None),
        ("order.xml", order.into_bytes(), Some(Refusal::NoInvoice)),
        ("none.pdf", pdf("notes.txt", b"nothing", true), Some(Refusal::NoInvoice)),
        ("odd-name.pdf", pdf("weird name.bin", good.cii().as_bytes(), true), None),
        ("damaged.pdf", b"%PDF-1.4 4 0 obj <</Length 9999>> stream".to_vec(), Some(Refusal::Damaged)),
        (
            "locked.pdf",
            [good.pdf(false)[..40].to_vec(), b"trailer <</Encrypt 5 0 R>>".to_vec()].concat(),
            Some(Refusal::Encrypted),
        ),
        ("page.html", b"<!doctype html><html></html>".to_vec(), None),
        ("empty.xml", Vec::new(), None),
    ];
    for (name, bytes, why) in &files {
        let reader = read(&[(name, bytes.clone())]);
        if name == &"page.html" {
            // A page declares a type too; nobody took it for an invoice.
            continue;
        }
        assert_eq!(reader.refused().first().map(|(_, why)| *why), *why, "{name}");
    }
    let everything: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes, _)| (*name, bytes.clone())).collect();
    let found = gathered(&everything);
    assert_eq!(found.sales.iter().map(|row| row.number.as_str()).collect::<Vec<_>>(), ["F1", "F2"]);
}

#[test]
fn odd_amounts_and_letters_are_read() {
    let made = Made {
        excl: "1000.00000000".into(),
        incl: "1.2E3".into(),
        payable: "+1200.0".into(),
        buyer: ("Café & Fils", "222222222"),
        ..Made::default()
    };
    let text = made.ubl().replace("Café & Fils", "Caf\u{e9} &amp; Fils").replace("UTF-8", "ISO-8859-1");
    let latin: Vec<u8> = text.chars().map(|char| u8::try_from(u32::from(char)).expect("a Latin letter")).collect();
    assert_eq!(told(&gathered(&[("1", latin)])), ["F1|2026-02-09|Café & Fils|1200.00|||payment unknown|"]);
}

#[test]
fn an_archive_is_read_in_pieces_of_any_size() {
    let files: Vec<(String, Vec<u8>)> = (0..20)
        .map(|at| (format!("f/{at}.xml"), xml(&Made { number: format!("F{at:02}"), ..Made::default() })))
        .collect();
    let listed: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let bytes = zip(&listed);
    for size in [1, 7, 100, 5000, bytes.len()] {
        let mut reader = Reader::default();
        let base = bytes.len() - 200;
        let start = reader.archive("a.zip", &bytes[base..], base).expect_err("the directory is longer");
        reader.archive("a.zip", &bytes[start..], start).expect("the directory");
        bytes.chunks(size).for_each(|piece| {
            reader.push(piece);
        });
        reader.finish();
        assert_eq!(reader.documents().len(), 20, "{size}");
        assert!(reader.documents().iter().all(|document| matches!(document.content, Content::Invoice(_))));
    }
}

#[test]
fn the_list_is_read_back_to_the_same_sums() {
    let made = Made {
        prepaid: Some("200.00".into()),
        payable: "1000.00".into(),
        due: vec![("2026-02-28".into(), Some("500.00".into())), ("2026-03-31".into(), Some("500.00".into()))],
        ..Made::default()
    };
    let credit = Made { number: "A1".into(), type_code: "381", due: Vec::new(), ..Made::default() };
    let files = [("1", xml(&made)), ("2", xml(&credit)), cashed("F1", "20260305000000", &["700.00"])];
    let found = gathered(&files);
    let imported = import::read(found.text().as_bytes(), &ImportOptions::default());
    assert_eq!(imported.source.kind, Some(Kind::Invoices));
    assert_eq!(imported.source.rows.rejected + imported.source.rows.ignored, 0, "{:?}", imported.issues.list());
    let Some(Data::Ledger(ledger)) = imported.data else { unreachable!("a list") };
    let sum = |of: fn(&encours::ledger::Invoice) -> i64| ledger.invoices().map(|invoice| of(&invoice)).sum::<i64>();
    assert_eq!((sum(|invoice| invoice.amount.units()), sum(|invoice| invoice.open.units())), (0, -900_000));
    assert_eq!(ledger.invoices().filter(|invoice| invoice.settled.is_some()).count(), 3);
}

/// An invoice of this number and type that names another.
fn of_type(number: &str, type_code: &'static str, preceding: Option<&str>) -> Made {
    Made { number: number.into(), type_code, preceding: preceding.map(|of| (of.into(), None)), ..Made::default() }
}

fn status(number: &str, code: &str, when: &str, cashed: &[&str]) -> (&'static str, Vec<u8>) {
    ("s.xml", message(number, code, when, cashed).into_bytes())
}

/// Numbers with their amounts and where they stand.
fn standing(files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let rows = gathered(files).sales;
    rows.iter().map(|row| format!("{} {} {}", row.number, row.amount.normalize(), row.status)).collect()
}

#[test]
fn corrected_invoices_replace_each_other_in_any_order() {
    let (a, b, c) = (of_type("A", "380", None), of_type("B", "384", Some("A")), of_type("C", "384", Some("B")));
    let forward = [("1", xml(&a)), ("2", xml(&b)), ("3", xml(&c))];
    let backward = [("3", xml(&c)), ("2", xml(&b)), ("1", xml(&a))];
    assert_eq!(
        (standing(&forward), standing(&backward)),
        (vec!["C 1200 payment unknown".to_owned()], vec!["C 1200 payment unknown".to_owned()])
    );
    // One that was turned away replaces nothing.
    let rejected = [("1", xml(&a)), ("2", xml(&b)), status("B", "213", "20260120000000", &[])];
    assert_eq!(standing(&rejected), ["A 1200 payment unknown", "B 1200 void"]);
    // What a credit note took back whole needs no replacement.
    let credited = [("1", xml(&a)), ("2", xml(&b)), ("3", xml(&of_type("X", "381", Some("A"))))];
    assert_eq!(standing(&credited), ["A 1200 payment unknown", "B 1200 payment unknown", "X -1200 payment unknown"]);
}

#[test]
fn a_number_may_be_that_of_an_invoice_and_of_a_credit_note() {
    let files = [("1", xml(&of_type("12", "380", None))), ("2", xml(&of_type("12", "381", None)))];
    assert_eq!(standing(&files), ["12 1200 payment unknown", "12 -1200 payment unknown"]);
}

#[test]
fn a_company_is_one_under_all_its_identifiers() {
    let made = Made { seller: ("Moi SAS", "732829320"), ..Made::default() };
    let plain = made.cii().replace(" schemeID=\"0002\"", "");
    let without_vat = plain.replace(
        "<m:SpecifiedTaxRegistration><m:ID schemeID=\"VA\">FR00732829320</m:ID></m:SpecifiedTaxRegistration>",
        "",
    );
    let found = gathered(&[("1", xml(&made)), ("2", without_vat.into_bytes())]);
    assert_eq!(found.sales.len(), 1);
    assert!(has(&found, IssueCode::InvoiceTwice));
    assert_eq!(found.companies.len(), 2);
}

#[test]
fn messages_are_those_of_the_seller_and_count_once() {
    let made = Made::default();
    let other = message("F1", "210", "20260120000000", &[]).replace("111111111", "555555556");
    assert_eq!(standing(&[("1", xml(&made)), ("2", other.into_bytes())]), ["F1 1200 payment unknown"]);
    let twice = [status("F1", "212", "20260301000000", &["600"]), status("F1", "212", "20260301000000", &["600.00"])];
    let files: Vec<_> = [("1", xml(&made))].into_iter().chain(twice).collect();
    assert_eq!(standing(&files), ["F1 600 paid", "F1 600 open"]);
}

/// What files of messages say of a list that has the invoices.
fn said_of(list: &str, files: &[(&str, Vec<u8>)]) -> Combined {
    let found = gathered(files);
    let read = |text: &str| import::read(text.as_bytes(), &ImportOptions::default());
    combine(vec![read(list), read(&found.messages_text())])
}

/// The invoices that all files came to, with their numbers.
fn invoices(combined: &Combined) -> Vec<(String, Invoice)> {
    let list = combined.data.as_ref().and_then(Data::list);
    let pair = |(invoice, number): (Invoice, &[u8])| (String::from_utf8_lossy(number).into_owned(), invoice);
    list.map(|ledger| ledger.invoices().zip(ledger.numbers()).map(pair).collect()).unwrap_or_default()
}

#[test]
fn messages_without_their_invoices_say_where_those_of_a_list_stand() {
    let list = "number;customer;issued;due;amount\nF1;A;2026-01-05;2026-02-04;600\nF2;B;2026-01-06;2026-02-05;300\n";
    let cashed = [status("F1", "212", "20260301000000", &["600"]), status("F1", "212", "20260301000000", &["600.00"])];
    let found = said_of(list, &cashed);
    let settled: Vec<_> =
        invoices(&found).iter().map(|(_, invoice)| invoice.settled.map(|day| day.to_string())).collect();
    assert_eq!(settled, [Some("2026-03-01".to_owned()), None]);
    // One code that is all of them is told from a number by its words.
    let found = said_of(list, &[status("F2", "207", "20260110000000", &[])]);
    let standings: Vec<_> = invoices(&found).iter().map(|(_, invoice)| invoice.standing).collect();
    assert_eq!(standings, [Standing::Undisputed, Standing::Disputed]);
    assert!(!found.issues.list().iter().any(|issue| issue.code == IssueCode::PaymentsAlone));
}

#[test]
fn messages_about_invoices_of_others_are_not_handed_on() {
    let made = Made::default();
    let other = message("F9", "210", "20260120000000", &[]).replace("111111111", "555555556");
    let own = status("F8", "210", "20260120000000", &[]);
    let found = gathered(&[("1", xml(&made)), ("2", other.into_bytes()), own]);
    assert_eq!(found.messages_text().lines().skip(1).collect::<Vec<_>>(), ["F8;210 - refusée;2026-01-20;"]);
}

#[test]
fn who_buys_in_every_document_is_the_company() {
    let supplier = |number: &'static str, name: &'static str, siren: &'static str| Made {
        number: number.into(),
        seller: (name, siren),
        buyer: ("Moi SAS", "111111111"),
        ..Made::default()
    };
    let bought = [supplier("1", "A", "333333333"), supplier("2", "B", "444444442"), supplier("3", "A", "333333333")];
    let files: Vec<_> = bought.iter().map(|made| ("bought", xml(made))).collect();
    let found = gathered(&files);
    assert_eq!((found.sales.len(), found.purchases.len()), (0, 3));
    assert!(has(&found, IssueCode::CompanyUnclear));
    // One seller and one buyer throughout: either may be the company.
    let files = [("1", xml(&bought[0])), ("3", xml(&bought[2]))];
    let found = gathered(&files);
    assert_eq!((found.sales.len(), found.purchases.len()), (2, 0));
    assert!(has(&found, IssueCode::CompanyUnclear));
}

#[test]
fn a_list_beside_the_documents_counts_their_invoices_once() {
    let made = |number: &str| Made { number: number.into(), ..Made::default() };
    let found =
        gathered(&[("1", xml(&made("F1"))), ("2", xml(&made("F2"))), cashed("F1", "20260120000000", &["1200"])]);
    // Other due dates, another spelling of the customer, and one more that is paid.
    let list = "number;customer;issued;due;amount;paid on\nF1;Client;2026-01-10;2026-02-10;1200;\n\
                F2;Client;2026-01-10;2026-02-10;1200;2026-01-25\nF3;Client;2026-01-12;2026-02-12;50;\n";
    let options = |found: &Gathered, reader: &Reader| ImportOptions {
        documents: Some(found.facts(reader)),
        ..ImportOptions::default()
    };
    let reader = read(&[("1", xml(&made("F1")))]);
    let combined = combine(vec![
        import::read(found.text().as_bytes(), &options(&found, &reader)),
        import::read(list.as_bytes(), &ImportOptions::default()),
    ]);
    let told: Vec<_> = invoices(&combined)
        .into_iter()
        .map(|(number, invoice)| (number, invoice.settled.map(|day| day.to_string())))
        .collect();
    let of = |number: &str, day: Option<&str>| (number.to_owned(), day.map(str::to_owned));
    assert_eq!(told, [of("F1", Some("2026-01-20")), of("F2", Some("2026-01-25")), of("F3", None)]);
    let count = |code| combined.issues.list().iter().find(|issue| issue.code == code).and_then(|issue| issue.count);
    assert_eq!(count(IssueCode::OverlapSetAside), Some(2));
    // The message of F2 is missing, but the list says that it is paid.
    assert_eq!(count(IssueCode::NotCashedTakenOpen), Some(1));
}

#[test]
fn purchases_that_are_all_in_dispute_are_no_payables() {
    let bought = Made { seller: ("Fournisseur", "222222222"), buyer: ("Moi SAS", "111111111"), ..Made::default() };
    let dispute = message("F1", "207", "20260120000000", &[]).replace("111111111", "222222222");
    let sold = [1, 2].map(|number| Made { number: format!("V{number}"), ..Made::default() });
    let files = [("1", xml(&sold[0])), ("2", xml(&sold[1])), ("3", xml(&bought)), ("4", dispute.into_bytes())];
    let found = gathered(&files);
    assert_eq!(found.purchases.iter().map(|row| row.status).collect::<Vec<_>>(), ["disputed"]);
    assert!(found.purchase_facts().payments_unknown());
    let options = ImportOptions { documents: Some(found.purchase_facts()), ..ImportOptions::default() };
    let list = import::read(found.text().as_bytes(), &ImportOptions::default());
    let combined = combine(vec![list, import::read(found.purchases_text().as_bytes(), &options)]);
    assert!(combined.purchases.is_some_and(|purchases| purchases.payments_unknown()));
}

#[test]
fn money_given_back_is_taken_by_its_sign() {
    let credit = of_type("A1", "381", None);
    let taken_back = [
        ("1", xml(&credit)),
        status("A1", "212", "20260301000000", &["-1200"]),
        status("A1", "212", "20260401000000", &["1200"]),
    ];
    assert_eq!(standing(&taken_back), ["A1 -1200 open"]);
    assert_eq!(standing(&[("1", xml(&credit)), status("A1", "212", "20260301000000", &["1200"])]), ["A1 -1200 paid"]);
}

#[test]
fn deposits_are_taken_off_as_they_stand() {
    let deposit = |number: &str, type_code, preceding: Option<&str>| Made {
        due: vec![("2026-02-09".into(), None)],
        excl: "300.00".into(),
        tax: "60.00".into(),
        incl: "360.00".into(),
        payable: "360.00".into(),
        ..of_type(number, type_code, preceding)
    };
    let last = Made { prepaid: Some("360.00".into()), payable: "840.00".into(), ..of_type("F9", "380", Some("D1")) };
    let rejected =
        [("1", xml(&deposit("D1", "386", None))), ("2", xml(&last)), status("D1", "213", "20260120000000", &[])];
    assert_eq!(standing(&rejected), ["D1 360 void", "F9 1200 payment unknown"]);
    let corrected =
        [("1", xml(&deposit("D1", "386", None))), ("2", xml(&deposit("D2", "384", Some("D1")))), ("3", xml(&last))];
    assert_eq!(standing(&corrected), ["D2 360 payment unknown", "F9 840 payment unknown"]);
}

#[test]
fn files_of_a_pdf_are_found_wherever_they_are_named() {
    let made = Made::default();
    let pdf = |parts: &[String]| format!("%PDF-1.7\n{}\ntrailer <</Root 1 0 R>>", parts.join("\n")).into_bytes();
    let file = |number: u32, content: &str| {
        format!("{number} 0 obj <</Type/EmbeddedFile/Length {}>>\nstream\n{content}\nendstream endobj", content.len())
    };
    let spec = |number: u32, name: &str, of: u32| format!("{number} 0 obj <</F({name})/EF<</UF {of} 0 R>>>> endobj");
    let catalog = "1 0 obj <</Type/Catalog/Names<</EmbeddedFiles<</Names[(b) 2 0 R]>>>>/AF[3 0 R]>> endobj".to_owned();
    let both = pdf(&[
        catalog,
        spec(2, "b.xml", 4),
        spec(3, "factur-x.xml", 5),
        file(4, "<a/>"),
        file(5, &made.cii()),
        "9 0 obj <</Type/Catalog>> endobj".to_owned(),
    ]);
    let reader = read(&[("x.pdf", both)]);
    let facts = reader.documents().first().and_then(|document| document.pdf.clone()).expect("an invoice");
    assert_eq!((facts.pdf_xml.as_deref(), facts.pdf_via), (Some("factur-x.xml"), Some("AF")));
    // A file inside of it that is a PDF itself, and whose length stands elsewhere.
    let inner = "%PDF-1.4\n5 0 obj <</Length 3>>\nstream\nabc\nendstream endobj\n1 0 obj <</Type/Catalog>> endobj";
    let nested = pdf(&[
        "1 0 obj <</Type/Catalog/Names<</EmbeddedFiles<</Names[(a) 2 0 R (b) 3 0 R]>>>>>> endobj".to_owned(),
        spec(2, "a.pdf", 4),
        spec(3, "factur-x.xml", 5),
        file(5, &made.cii()),
        format!(
            "4 0 obj <</Type/EmbeddedFile/Length 8 0 R>>\nstream\n{inner}\nendstream endobj\n8 0 obj {} endobj",
            inner.len()
        ),
    ]);
    assert_eq!(gathered(&[("y.pdf", nested)]).sales.len(), 1);
    // What leads to itself, and what is looked at again and again, ends.
    let circle = pdf(&[
        "1 0 obj <</Type/Catalog/Names<</EmbeddedFiles 4 0 R>>>> endobj".to_owned(),
        "4 0 obj <</Kids[4 0 R 4 0 R]>> endobj".to_owned(),
    ]);
    let slow = [b"%PDF-1.4\n".to_vec(), b"1 0 obj[(\n".repeat(200_000)].concat();
    assert_eq!(gathered(&[("z.pdf", circle), ("slow.pdf", slow)]).sales.len(), 0);
}

#[test]
fn a_workbook_in_an_archive_is_a_table_of_it() {
    use std::io::Write as _;
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let book = zip(&[("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")]);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [("inv.xml", xml(&Made::default())), ("pay.xlsx", book)] {
        archive.start_file(name, stored).expect("a new file");
        archive.write_all(&content).expect("memory takes it");
    }
    let bytes = archive.finish().expect("a whole archive").into_inner();
    let mut reader = read(&[("all.zip", bytes)]);
    assert_eq!(Gathered::of(&reader, &Choices::default()).sales.len(), 1);
    assert_eq!(reader.take_tables().first().map(|(name, _)| name.clone()).as_deref(), Some("all.zip/pay.xlsx"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever form each document comes in, and in whatever order, the list is the same.
    #[test]
    fn any_mix_of_forms_gives_the_same_list(
        facts in prop::collection::vec((1_u32..2_000_000, 1_u32..28, 0_u32..90, 0_u8..5, any::<bool>(), 0_usize..5), 1..12),
        turn in 0_usize..12,
    ) {
        let made: Vec<(Made, u8, bool, usize)> = facts.iter().enumerate().map(|(at, (cents, day, term, form, is_cashed, buyer))| {
            let amount = format!("{}.{:02}", cents / 100, cents % 100);
            let buyers = [("Un", "222222222"), ("Deux", "333333333"), ("Trois", "444444444"), ("Quatre", "555555555"), ("Cinq", "666666666")];
            let due = chrono::NaiveDate::from_ymd_opt(2026, 1, *day).expect("a day") + chrono::Days::new(u64::from(*term));
            let made = Made {
                number: format!("F{at:03}"),
                issued: format!("2026-01-{day:02}"),
                due: vec![(due.to_string(), None)],
                buyer: buyers[*buyer],
                excl: amount.clone(),
                tax: "0.00".into(),
                incl: amount.clone(),
                payable: amount,
                ..Made::default()
            };
            (made, *form, *is_cashed, *buyer)
        }).collect();
        let statuses: Vec<(&str, Vec<u8>)> = made.iter().filter(|(_, _, is_cashed, _)| *is_cashed)
            .map(|(made, ..)| ("s.xml", message(&made.number, "212", "20260401000000", &[&made.payable]).into_bytes()))
            .collect();
        let plain: Vec<(&str, Vec<u8>)> = made.iter().map(|(made, ..)| ("a.xml", xml(made))).chain(statuses.clone()).collect();
        let mut mixed: Vec<(&str, Vec<u8>)> = made.iter().map(|(made, form, ..)| match form {
            0 => ("a.xml", xml(made)),
            1 => ("b.xml", made.cii().into_bytes()),
            2 => ("c.pdf", made.pdf(false)),
            3 => ("d.pdf", made.pdf(true)),
            _ => ("e.zip", zip(&[("x/y.xml", &xml(made))])),
        }).chain(statuses).collect();
        let length = mixed.len();
        mixed.rotate_left(turn % length);
        prop_assert_eq!(gathered(&plain).text(), gathered(&mixed).text());
    }

    /// A list of the same invoices beside the documents changes nothing, however it writes customers and due dates.
    #[test]
    fn a_list_of_the_same_invoices_changes_nothing(
        facts in prop::collection::vec((1_u32..2_000_000, 1_u32..28, any::<bool>(), any::<bool>()), 1..12),
        comes_first in any::<bool>(),
    ) {
        let (mut files, mut rows) = (Vec::new(), vec!["number;customer;issued;due;amount;paid on".to_owned()]);
        for (at, (cents, day, is_cashed, is_listed)) in facts.iter().enumerate() {
            // Of one at least it is known that it is paid.
            let (amount, is_cashed) = (format!("{}.{:02}", cents / 100, cents % 100), *is_cashed || at == 0);
            let (number, issued) = (format!("F{at:03}"), format!("2026-01-{day:02}"));
            let made = Made {
                number: number.clone(),
                issued: issued.clone(),
                excl: amount.clone(),
                tax: "0.00".into(),
                incl: amount.clone(),
                payable: amount.clone(),
                ..Made::default()
            };
            files.push(("a.xml", xml(&made)));
            if is_cashed {
                files.push(("s.xml", message(&number, "212", "20260401000000", &[&amount]).into_bytes()));
            }
            if *is_listed {
                let paid = if is_cashed { "2026-04-01" } else { "" };
                rows.push(format!("{number};Somebody;{issued};2026-05-31;{amount};{paid}"));
            }
        }
        let reader = read(&files);
        let found = Gathered::of(&reader, &Choices::default());
        let options = ImportOptions { documents: Some(found.facts(&reader)), ..ImportOptions::default() };
        let documents = || import::read(found.text().as_bytes(), &options);
        let list = rows.join("\n");
        let beside = || import::read(list.as_bytes(), &ImportOptions::default());
        let both = if comes_first { vec![beside(), documents()] } else { vec![documents(), beside()] };
        let sums = |combined: &Combined| {
            let all = invoices(combined);
            let open = all.iter().filter(|(_, invoice)| invoice.settled.is_none());
            let sum = open.map(|(_, invoice)| i128::from(invoice.open.units())).sum::<i128>();
            (all.len(), sum)
        };
        prop_assert_eq!(sums(&combine(both)), sums(&combine(vec![documents()])));
    }

    /// Nothing makes it fall over.
    #[test]
    fn damaged_documents_never_fell_it(at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 0..12), form in 0_u8..4) {
        let made = Made::default();
        let mut content = match form {
            0 => xml(&made),
            1 => made.pdf(false),
            2 => made.pdf(true),
            _ => zip(&[("a.xml", &xml(&made)), ("b.pdf", &made.pdf(true))]),
        };
        let place = at.index(content.len());
        let end = (place + bytes.len()).min(content.len());
        content.splice(place..end, bytes);
        let _ = gathered(&[("x", content)]).text();
    }
}

#[test]
fn tax_in_two_currencies_says_a_rate() {
    let in_dollars = |number: &str, issued: &str, euros: &str| {
        let made = Made { number: number.into(), issued: issued.into(), ..Made::default() }.ubl();
        let code = |name: &str, currency: &str| format!("<b:{name}CurrencyCode>{currency}</b:{name}CurrencyCode>");
        let tax = format!("<a:TaxTotal><b:TaxAmount currencyID=\"EUR\">{euros}</b:TaxAmount></a:TaxTotal><a:TaxTotal>");
        let made = made
            .replace("\"EUR\"", "\"USD\"")
            .replace(&code("Document", "EUR"), &(code("Document", "USD") + &code("Tax", "EUR")))
            .replace("<a:TaxTotal>", &tax);
        made.into_bytes()
    };
    // Taxes of 200 dollars each: 184 euros in January, 188 in February, 372 of 400 in all.
    let files = [
        ("1", in_dollars("F1", "2026-01-10", "184.00")),
        ("2", in_dollars("F2", "2026-02-10", "188.00")),
        ("3", xml(&Made { number: "F3".into(), ..Made::default() })),
    ];
    let rates = gathered(&files).rates.map(|rates| (rates.into, rates.rates));
    let told = rates.map(|(into, rates)| {
        let of = |rate: &encours::rates::Rate| {
            let month = rate.month.map_or(String::new(), |month| month.to_string());
            format!("{} {month} {}", rate.currency, rate.average.unwrap_or_default().normalize())
        };
        (into, rates.iter().map(of).collect::<Vec<_>>())
    });
    let expected = ["USD  0.93", "USD 2026-01 0.92", "USD 2026-02 0.94"].map(str::to_owned).to_vec();
    assert_eq!(told, Some(("EUR".to_owned(), expected)));
    assert_eq!(gathered(&files[2..]).rates, None);
}
