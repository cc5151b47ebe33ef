//! Whatever surrounds, rewrites or spoils a clean table, its figures stay, or something is said.
#![cfg(not(target_arch = "wasm32"))]

mod polluted;

use std::fmt::Write as _;

use chrono::NaiveDate;
use encours::at::TypedBalances;
use encours::conventions::Conventions;
use encours::data::Dataset;
use encours::import::source::ImportOptions;
use encours::issue::{IssueCount, Severity};
use encours::report::{Report, ReportRequest, report};
use polluted::random::{self, Arrangement};
use polluted::{CLEAN, Harm, Kind, Table, Variant, variants};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::{Decimal, dec};

/// What must stay.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Figures {
    receivables: Option<Decimal>,
    overdue: Option<Decimal>,
    accounting: Option<Decimal>,
    roll_back: Option<Decimal>,
}

impl Figures {
    fn of(report: &Report) -> Self {
        Self {
            receivables: report.receivables.total,
            overdue: report.receivables.overdue,
            accounting: report.figures.accounting_dso.as_ref().map(|dso| dso.days),
            roll_back: report.figures.roll_back_dso.as_ref().map(|dso| dso.days),
        }
    }

    /// How far the balances are from others, in cents.
    fn distance(&self, other: &Self) -> Decimal {
        let moved = |one: Option<Decimal>, other: Option<Decimal>| {
            (one.unwrap_or_default() - other.unwrap_or_default()).abs() * Decimal::ONE_HUNDRED
        };
        moved(self.receivables, other.receivables).max(moved(self.overdue, other.overdue))
    }
}

/// What a table answered.
struct Answer {
    /// `None` if nothing could be read.
    figures: Option<Figures>,
    /// Findings that something is doubtful.
    loud: Vec<IssueCount>,
}

fn answer(table: &Table) -> Answer {
    let bytes = table.bytes().unwrap_or_default();
    let (loaded, dataset) = Dataset::load(&bytes, &ImportOptions::default());
    let request = ReportRequest {
        as_of: NaiveDate::from_ymd_opt(2025, 3, 31),
        conventions: Conventions { window_months: 3, ..Conventions::default() },
        balances: TypedBalances {
            sales: (table.kind == Kind::Aged).then_some(dec!(36000)),
            ..TypedBalances::default()
        },
        ..ReportRequest::default()
    };
    let report = dataset.and_then(|dataset| report(&dataset, &request).ok());
    let counts = report.as_ref().map_or(&loaded.issue_counts, |report| &report.issue_counts);
    let loud = counts.iter().filter(|count| count.severity != Severity::Info).copied().collect();
    Answer { figures: report.as_ref().map(Figures::of), loud }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Equal,
    /// Other figures, by no more than the row, and a finding; or none, and the reason.
    Told,
    /// Other figures that the row itself asks for.
    Lawful,
    Silent,
}

fn verdict(variant: &Variant, clean: &Figures, known: &[IssueCount]) -> (Verdict, Option<Figures>) {
    let Answer { figures, loud } = answer(&variant.table);
    let is_told = loud.iter().any(|count| !known.contains(count));
    let Some(found) = figures else {
        return (if is_told { Verdict::Told } else { Verdict::Silent }, None);
    };
    let is_within = |cents: i64| found.distance(clean) <= cents.into();
    let verdict = match variant.harm {
        _ if found == *clean => Verdict::Equal,
        Harm::Row(cents) if is_within(cents) && is_told => Verdict::Told,
        Harm::Lawful(cents) if is_within(cents) => Verdict::Lawful,
        Harm::Nothing | Harm::Row(_) | Harm::Lawful(_) => Verdict::Silent,
    };
    (verdict, Some(found))
}

/// Runs every variant of the clean table of that name; fails with the first silent ones.
fn run(name: &str) {
    const SHOWN: usize = 20;
    let (_, table) = CLEAN.iter().find(|(other, _)| *other == name).expect("a clean table");
    let table = table();
    let Answer { figures, loud } = answer(&table);
    let clean = figures.expect("the clean table is read");
    assert!(clean.receivables.is_some() && clean.accounting.is_some(), "{name}: {clean:?}");
    let verdicts: Vec<(Variant, Verdict, Option<Figures>)> = variants(&table)
        .into_iter()
        .map(|variant| {
            let (verdict, found) = verdict(&variant, &clean, &loud);
            (variant, verdict, found)
        })
        .collect();
    let count = |wanted: Verdict| verdicts.iter().filter(|(_, verdict, _)| *verdict == wanted).count();
    let [equal, told, lawful, silent] = [Verdict::Equal, Verdict::Told, Verdict::Lawful, Verdict::Silent].map(count);
    let mut message = format!("{name}: {equal} equal, {told} told, {lawful} lawful, {silent} silent; clean {clean:?}");
    let silent_ones = verdicts.iter().filter(|(_, verdict, _)| *verdict == Verdict::Silent);
    for (variant, _, found) in silent_ones.take(SHOWN) {
        let Variant { name, table, harm } = variant;
        write!(message, "\n\n## {name} ({harm:?}): {found:?}\n{}", table.text()).expect("a string takes it");
    }
    eprintln!("{name}: {equal} equal, {told} told, {lawful} lawful, {silent} silent");
    assert_eq!(silent, 0, "{message}");
}

#[test]
fn an_invoice_list_keeps_its_figures_or_says_why_not() {
    run("list");
}

#[test]
fn a_series_keeps_its_figures_or_says_why_not() {
    run("series");
}

#[test]
fn an_aged_balance_keeps_its_figures_or_says_why_not() {
    run("aged");
}

#[test]
fn books_keep_their_figures_or_say_why_not() {
    run("books");
}

#[test]
fn there_are_enough_variants() {
    let counts = CLEAN.map(|(_, table)| variants(&table()).len());
    assert!(counts.iter().sum::<usize>() >= 1_500, "{counts:?}");
    // Each stands alone: none is written twice under one name.
    for (_, table) in CLEAN {
        let mut names: Vec<String> = variants(&table()).into_iter().map(|variant| variant.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        // Budgets and commissions are called alike in two languages.
        assert!(names.len() + 20 > all, "{} of {all}", names.len());
    }
}

/// The figures of a clean table, and the findings that doubt it; `None` where one has none to compare with.
fn baseline(table: &Table) -> Option<(Figures, Vec<IssueCount>)> {
    let Answer { figures, loud } = answer(table);
    figures.filter(|figures| figures.receivables.is_some()).map(|figures| (figures, loud))
}

/// Arranging a table moves none of its figures.
fn stays_itself(table: &Table, arrangement: &Arrangement) -> Result<(), TestCaseError> {
    let Some((clean, _)) = baseline(table) else { return Err(TestCaseError::reject("nothing to compare")) };
    let arranged = arrangement.of(table);
    prop_assert_eq!(answer(&arranged).figures, Some(clean), "{}", arranged.text());
    Ok(())
}

/// Nor does any variant of it, unless that is told.
fn is_never_silent(table: &Table, place: Index) -> Result<(), TestCaseError> {
    let Some((clean, known)) = baseline(table) else { return Err(TestCaseError::reject("nothing to compare")) };
    let variants = variants(table);
    let Some(variant) = variants.get(place.index(variants.len())) else { return Ok(()) };
    let (verdict, found) = verdict(variant, &clean, &known);
    let Variant { name, table, harm } = variant;
    prop_assert_ne!(verdict, Verdict::Silent, "{} ({:?}): {:?}, not {:?}\n{}", name, harm, found, clean, table.text());
    Ok(())
}

proptest! {
    #[test]
    fn any_list_stays_itself(table in random::list(), arrangement in random::arrangement()) {
        stays_itself(&table, &arrangement)?;
    }

    #[test]
    fn any_series_stays_itself(table in random::series(), arrangement in random::arrangement()) {
        stays_itself(&table, &arrangement)?;
    }

    #[test]
    fn any_aged_balance_stays_itself(table in random::aged(), arrangement in random::arrangement()) {
        stays_itself(&table, &arrangement)?;
    }

    #[test]
    fn any_list_is_never_silent(table in random::list(), place in any::<Index>()) {
        is_never_silent(&table, place)?;
    }

    #[test]
    fn any_series_is_never_silent(table in random::series(), place in any::<Index>()) {
        is_never_silent(&table, place)?;
    }

    #[test]
    fn any_aged_balance_is_never_silent(table in random::aged(), place in any::<Index>()) {
        is_never_silent(&table, place)?;
    }
}
