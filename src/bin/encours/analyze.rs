//! Prints the report of files that belong together, in lines or as JSON. Every convention can be set, as in `--conventions
//! '{"ceiSales":"monthlyAverage","agingBounds":[15,45]}'`.
//!
//! `--list` prints the invoice list that electronic invoices come to instead, and with `--json` each document as it was read.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;
use std::str::FromStr;

use encours::conventions::FecSales;
use encours::data::Loaded;
use encours::import::einvoices::{Choices, Gathered, Reader};
use encours::import::source::ImportOptions;
use encours::issue::Issue;
use encours::report::{Report, ReportRequest};
use encours::session::{Answer, Question};
use rust_decimal::Decimal;

use super::files;
use super::printed::printed;

const USAGE: &str = "usage: encours analyze FILE… [--as-of yyyy-mm-dd] [--window months] [--vat percent] [--term days] \
                     [--receivables amount] [--sales amount] [--sales-by-entries] [--compare-to yyyy-mm-dd] \
                     [--conventions json] [--list] [--json]";

/// What was asked on the command line.
struct Arguments {
    files: Vec<String>,
    request: ReportRequest,
    is_json: bool,
    is_list: bool,
}

/// Runs the command with these arguments.
pub fn main(arguments: impl Iterator<Item = String>) -> ExitCode {
    match run(arguments) {
        Ok((text, code)) => printed(&text, code),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What is printed, and whether it is what was asked for: a script must not take a list of findings for a report.
fn run(given: impl Iterator<Item = String>) -> Result<(String, ExitCode), Box<dyn Error>> {
    let Some(arguments) = arguments(given)? else { return Ok((USAGE.to_owned(), ExitCode::SUCCESS)) };
    if arguments.is_list {
        return Ok((list(&arguments)?, ExitCode::SUCCESS));
    }
    let (mut session, loaded) = files::read(&arguments.files, &ImportOptions::default())?;
    if !loaded.usable {
        let found = if arguments.is_json { serde_json::to_string_pretty(&loaded)? } else { unusable(&loaded) };
        return Ok((found, ExitCode::FAILURE));
    }
    let text = match session.ask(Question::Report(arguments.request))? {
        Answer::Report(report) if !arguments.is_json => text(&report)?,
        answer => serde_json::to_string_pretty(&answer)?,
    };
    Ok((text, ExitCode::SUCCESS))
}

/// The arguments; `None` where they ask how it is used.
fn arguments(mut given: impl Iterator<Item = String>) -> Result<Option<Arguments>, Box<dyn Error>> {
    let (mut files, mut request, mut is_json, mut is_list) = (Vec::new(), ReportRequest::default(), false, false);
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument} needs a value\n{USAGE}"));
        match argument.as_str() {
            "--json" => is_json = true,
            "--list" => is_list = true,
            "--help" | "-h" => return Ok(None),
            "--as-of" => request.as_of = Some(value()?.parse().map_err(|_| "--as-of needs a date, yyyy-mm-dd")?),
            "--compare-to" => {
                request.compare_to = Some(value()?.parse().map_err(|_| "--compare-to needs a date, yyyy-mm-dd")?);
            }
            // All of them at once, in the names of the report; those left out are the usual ones.
            "--conventions" => {
                request.conventions =
                    serde_json::from_str(&value()?).map_err(|error| format!("--conventions: {error}"))?;
            }
            "--window" => request.conventions.window_months = number("--window", &value()?)?,
            "--vat" => request.conventions.vat_percent = Some(number("--vat", &value()?)?),
            "--term" => request.conventions.term_days = Some(number("--term", &value()?)?),
            "--receivables" => request.balances.receivables = Some(number("--receivables", &value()?)?),
            "--sales" => request.balances.sales = Some(number("--sales", &value()?)?),
            "--sales-by-entries" => request.conventions.fec_sales = FecSales::SalesEntries,
            _ if argument.starts_with("--") => return Err(format!("unknown option {argument}\n{USAGE}").into()),
            _ => files.push(argument),
        }
    }
    if files.is_empty() {
        return Err(USAGE.into());
    }
    Ok(Some(Arguments { files, request, is_json, is_list }))
}

/// The number that an option was given.
fn number<T: FromStr>(option: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{option} needs a number, not `{text}`"))
}

/// The list that documents come to, or the documents themselves, a line each.
fn list(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let mut reader = Reader::default();
    for file in &arguments.files {
        let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        reader.file(files::name_of(file), &bytes);
    }
    if arguments.is_json {
        let lines: Result<Vec<String>, _> = reader.documents().iter().map(serde_json::to_string).collect();
        return Ok(lines?.join("\n"));
    }
    let gathered = Gathered::of(&reader, &Choices::default());
    eprint!("{}", findings(&gathered.issues));
    Ok(gathered.text().trim_end().to_owned())
}

fn unusable(loaded: &Loaded) -> String {
    format!("no figures\n{}", findings(&loaded.issues))
}

fn text(report: &Report) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let rows = report.source.rows;
    writeln!(text, "as of                    {}", report.as_of)?;
    let counts = [rows.read, rows.accepted, rows.rejected, rows.ignored].map(|count| count.to_string());
    let [read, accepted, rejected, ignored] = counts;
    writeln!(
        text,
        "rows                     {read} read = {accepted} accepted + {rejected} rejected + {ignored} ignored"
    )?;
    let figures = &report.figures;
    let best = figures.best_possible_dso.as_ref();
    let late = figures.average_days_delinquent.as_ref();
    let lines = [
        ("receivables", report.receivables.total),
        ("overdue", report.receivables.overdue),
        ("accounting DSO", figures.accounting_dso.as_ref().map(|figure| figure.days)),
        ("roll-back DSO", figures.roll_back_dso.as_ref().map(|figure| figure.days)),
        ("best possible DSO", best.and_then(|figure| figure.days)),
        ("  by roll-back", best.and_then(|figure| figure.roll_back_days)),
        ("average days delinquent", late.and_then(|figure| figure.days)),
        ("  by roll-back", late.and_then(|figure| figure.roll_back_days)),
        ("DSO from terms", figures.dso_split.as_ref().map(|split| split.accounting.term)),
        ("DSO from lateness", figures.dso_split.as_ref().map(|split| split.accounting.late)),
        ("DSO from disputes", figures.dso_split.as_ref().map(|split| split.accounting.disputed)),
        ("collection effectiveness", figures.collection_effectiveness.as_ref().map(|figure| figure.percent)),
        ("turnover", figures.turnover.as_ref().map(|figure| figure.times)),
        ("days late, weighted", figures.days_late.as_ref().and_then(|figure| figure.weighted)),
        ("days to pay, weighted", figures.days_to_pay.as_ref().and_then(|figure| figure.weighted)),
        ("DIO", figures.dio.as_ref().map(|figure| figure.days)),
        ("DPO", figures.dpo.as_ref().map(|figure| figure.days)),
        ("cash conversion cycle", figures.cash_conversion_cycle.as_ref().map(|figure| figure.days)),
        ("working capital", figures.working_capital.as_ref().map(|figure| figure.amount)),
    ];
    for (name, value) in lines {
        writeln!(text, "{name:<24} {}", shown(value))?;
    }
    if let Some(figure) = &figures.roll_back_dso {
        if figure.exhausted {
            writeln!(text, "the history ran out before the receivables: the roll-back DSO is at least that long")?;
        }
        writeln!(text, "\nroll-back trail")?;
        for step in &figure.trail {
            let (month, sales) = (step.month, shown(step.sales));
            writeln!(
                text,
                "  {month}  sales {sales:>16}  taken {:>16}  rest {:>16}  days {}",
                step.taken, step.rest, step.days
            )?;
        }
    }
    for undefined in &report.undefined {
        writeln!(text, "{} is undefined: {}", undefined.figure, undefined.code)?;
    }
    write!(text, "{}", findings(&report.issues))?;
    Ok(text)
}

fn findings(issues: &[Issue]) -> String {
    let finding = |issue: &Issue| {
        let code = serde_json::to_string(&issue.code).unwrap_or_default();
        let line = issue.line.map_or(String::new(), |line| format!(" line {line}"));
        let column = issue.column.map_or(String::new(), |column| format!(" column {column}"));
        let count = issue.count.map_or(String::new(), |count| format!(" ×{count}"));
        let text = issue.text.as_ref().map_or(String::new(), |text| format!(" {text:?}"));
        format!("{:?} {}{line}{column}{count}{text}\n", issue.severity, code.trim_matches('"'))
    };
    issues.iter().map(finding).collect()
}

fn shown(value: Option<Decimal>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}
