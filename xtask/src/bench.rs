//! The speed of the import, beside that of other parsers in Chromium, on a file larger than memory should hold, and
//! natively; and of the figures drawn from it.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{run, step};
use crate::{browser, build, project, setup};

/// A list that is streamed has as many lines as this many of those that are compared.
const STREAMED: u32 = 10;

/// What the user asked for.
pub struct Options {
    lines: Option<u32>,
    rounds: u32,
    only: Option<String>,
    is_stream: bool,
    is_figures: bool,
    is_scenarios: bool,
}

impl Options {
    /// Reads `[--lines N] [--rounds N] [--only NAME,NAME] [--stream] [--figures] [--scenarios]`.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options =
            Self { lines: None, rounds: 5, only: None, is_stream: false, is_figures: false, is_scenarios: false };
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
                "--stream" => options.is_stream = true,
                "--figures" => options.is_figures = true,
                "--scenarios" => options.is_scenarios = true,
                other => bail!("`{other}` is not an option of bench"),
            }
        }
        if (options.is_stream || options.is_figures || options.is_scenarios) && options.only.is_some() {
            bail!("--only names parsers, of which --stream, --figures and --scenarios measure none");
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
    let compare = || {
        let mut program = node();
        program.args(["run.js", "--lines", &lines.to_string(), "--rounds", &options.rounds.to_string()]);
        program.args(options.only.iter().flat_map(|names| ["--only", names]));
        run(&mut program)
    };
    let stream = |lines: u32| run(node().args(["stream.js", "--lines", &lines.to_string()]));

    let questions = |file: &str| {
        let mut program = node();
        program.args([file, "--lines", &lines.to_string(), "--rounds", &options.rounds.to_string()]);
        run(&mut program)
    };

    step("engine", build::engine)?;
    let (figures, scenarios) = (|| questions("figures.js"), || questions("scenarios.js"));
    if options.only.is_none() && !options.is_figures && !options.is_scenarios {
        step("page", build::page)?;
    }
    step("types", || run(node().args(["../node_modules/typescript/bin/tsc", "--project", "."])))?;
    if options.is_figures {
        return step("the figures of a long list", figures);
    }
    if options.is_scenarios {
        return step("scenarios of a long list and of a short one", scenarios);
    }
    if options.is_stream {
        let lines = options.lines.unwrap_or(1_000_000 * STREAMED);
        return step("a list larger than memory should hold", || stream(lines));
    }
    step("beside other parsers", compare)?;
    if options.only.is_some() {
        return Ok(());
    }
    step("the figures of a long list", figures)?;
    step("scenarios of a long list and of a short one", scenarios)?;
    step("a list larger than memory should hold", || stream(lines.saturating_mul(STREAMED)))?;
    step("native", || run(project::cargo().arg("bench")))
}
