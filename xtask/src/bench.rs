//! The speed of the import, beside that of other parsers in Chromium, on a file larger than memory should hold, and
//! natively; of the figures drawn from it; and of the page.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{run, step};
use crate::{browser, build, project, setup};

/// A list that is streamed has as many lines as this many of those that are compared.
const STREAMED: u32 = 10;

/// One of the measures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Stream,
    Figures,
    Scenarios,
    Page,
    EInvoices,
    Warehouse,
    Growth,
}

/// What the user asked for.
pub struct Options {
    lines: Option<u32>,
    rounds: u32,
    only: Option<String>,
    /// All of them, unless one is named.
    part: Option<Part>,
}

impl Options {
    /// Reads `[--lines N] [--rounds N] [--only NAME,NAME] [--stream | --figures | --scenarios | --page | --einvoices |
    /// --growth | --warehouse]`.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { lines: None, rounds: 5, only: None, part: None };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
            let count = |text: &String| {
                let count = text.parse().ok().filter(|count| *count > 0);
                count.with_context(|| format!("`{text}` is no count"))
            };
            match argument.as_str() {
                "--lines" => options.lines = Some(count(value()?)?),
                "--rounds" => options.rounds = count(value()?)?,
                "--only" => options.only = Some(value()?.clone()),
                "--stream" => options.part = Some(Part::Stream),
                "--figures" => options.part = Some(Part::Figures),
                "--scenarios" => options.part = Some(Part::Scenarios),
                "--page" => options.part = Some(Part::Page),
                "--einvoices" => options.part = Some(Part::EInvoices),
                "--growth" => options.part = Some(Part::Growth),
                "--warehouse" => options.part = Some(Part::Warehouse),
                other => bail!("`{other}` is not an option of bench"),
            }
        }
        if options.part.is_some() && options.only.is_some() {
            bail!("--only names parsers, of which the other options measure none");
        }
        Ok(options)
    }
}

/// Builds the engine as it is published, and prints what it and others take to read made-up files.
///
/// Figures are printed, not asserted: they are the machine's as much as ours.
///
/// # Errors
///
/// The step that failed; also when a contender did not read a whole file.
pub fn bench(options: &Options) -> Result<()> {
    let directory = project::www().join("bench");
    step("setup", || setup::setup().and_then(|()| setup::install_packages(&directory)))?;
    let browser = step("browser", browser::find_or_install)?;
    let node = || {
        let mut node = Command::new("node");
        node.current_dir(&directory).env("CHROMIUM", &browser.chromium);
        node
    };
    let lines = options.lines.unwrap_or(1_000_000);
    let rounds = options.rounds.to_string();
    let measure = |file: &str, lines: Option<u32>| {
        let mut program = node();
        program.args([file, "--rounds", &rounds]);
        program.args(given(lines));
        program
    };
    let compare = || {
        let mut program = measure("run.js", Some(lines));
        program.args(options.only.iter().flat_map(|names| ["--only", names]));
        run(&mut program)
    };
    let stream = |lines: u32| {
        step("a list larger than memory should hold", || run(node().args(["stream.js", "--lines", &lines.to_string()])))
    };
    let figures = || step("the figures of a long list", || run(&mut measure("figures.js", Some(lines))));
    let scenarios =
        || step("scenarios of a long list and of a short one", || run(&mut measure("scenarios.js", Some(lines))));
    // Of a list that people have, unless told otherwise.
    let page = || step("the page in use", || run(&mut measure("page.js", options.lines)));
    let growth = || {
        let others = browser::find_or_install_others()?;
        let mut program = node();
        program.arg("growth.js").args(given(options.lines));
        program.env("CHROMEDRIVER", &browser.driver).envs(others.variables());
        step("how it grows, in three browsers", || run(&mut program))
    };
    let e_invoices = || step("electronic invoices", || run(&mut measure("e-invoices.js", options.lines)));

    step("engine", build::engine)?;
    if options.only.is_none() && !matches!(options.part, Some(Part::Figures | Part::Scenarios | Part::Growth)) {
        step("page", build::page)?;
    }
    step("types", || run(node().args(["../node_modules/typescript/bin/tsc", "--project", "."])))?;
    match options.part {
        Some(Part::Figures) => return figures(),
        Some(Part::Scenarios) => return scenarios(),
        Some(Part::Stream) => return stream(options.lines.unwrap_or(1_000_000 * STREAMED)),
        Some(Part::Page) => return page(),
        Some(Part::EInvoices) => return e_invoices(),
        Some(Part::Growth) => return growth(),
        Some(Part::Warehouse) => return step("a warehouse", || warehouse(options.lines, &browser.chromium)),
        None => {}
    }
    step("beside other parsers", compare)?;
    if options.only.is_some() {
        return Ok(());
    }
    page()?;
    e_invoices()?;
    figures()?;
    scenarios()?;
    growth()?;
    stream(lines.saturating_mul(STREAMED))?;
    step("native", || run(project::cargo().arg("bench")))
}

/// The lines that a measure is told to make, if it is.
fn given(lines: Option<u32>) -> impl Iterator<Item = String> {
    lines.into_iter().flat_map(|lines| ["--lines".to_owned(), lines.to_string()])
}

/// What the queries take inside `DuckDB`, and the page of their extracts: by default of a hundred million invoices.
fn warehouse(lines: Option<u32>, chromium: &Path) -> Result<()> {
    let tests = project::root().join("tests/warehouse");
    setup::install_packages(&tests)?;
    let mut scale = Command::new("node");
    scale.arg("scale.js").current_dir(&tests).env("CHROMIUM", chromium);
    run(scale.envs(lines.map(|lines| ("LINES", lines.to_string()))))
}
