//! The project's own commands: `cargo xtask setup | build | serve | dev | test | fuzz | bench | pictures | release |
//! sectors | warehouse`.
//!
//! They install everything they need except rustup and Node, so that a fresh clone needs nothing else by hand.
#![allow(clippy::print_stdout, reason = "a command-line tool answers on its output")]

mod bench;
mod beside;
mod browser;
mod build;
mod debian;
mod dev;
mod fuzz;
mod licences;
mod packages;
mod process;
mod project;
mod release;
mod sectors;
mod serve;
mod setup;
mod size;
mod test;
mod warehouse;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
usage: cargo xtask <command>

  setup                    install the wasm target and the npm packages
  build                    build the site and the single file into dist/
  serve [--port N]         build quickly, then serve dist/ on 127.0.0.1 (port 8080)
        [--base /PATH/]      under this path instead of /
        [--no-build]         serve dist/ as it is
  dev   [--port N]         the page with hot reload, over an engine that is built again when its sources change
  test  [--bless]          run every check; --bless rewrites tests/*.d.ts
        native|wasm|unit|page|warehouse|packages [FILTER]
                             only the tests of the engine on this machine or in WebAssembly, or those of the page
                             without a browser or in Chromium (the main path in Firefox and WebKit too), as it is
                             in dist/, of the queries, or of the packages; whose name or file matches
        built [--bless]      build everything, and check all of it but what needs a browser
  fuzz  [TARGET...]        random bytes against the import: import, number, date, dialect, xml, pdf, zip (all)
        [--seconds N]        of each (60)
  bench                    the speed of the import, in Chromium and natively
        [--lines N]          of each file (1,000,000; ten times as many where it is streamed)
        [--rounds N]         readings of each after the first (5)
        [--only NAME,NAME]   some of encours, papaparse, udsv, d3-dsv, duckdb, in Chromium
        [--stream]           only the list that is never wholly in memory (10,000,000 lines)
        [--figures]          only the reports on 1,000,000 invoices
        [--scenarios]        only the scenarios on them
        [--growth]           only how reading and answering grow with a list, in Chromium, Firefox and WebKit (to 10,000,000)
        [--einvoices]        only electronic invoices, beside a JavaScript parser and in the page (10,000 of them)
        [--page]             only the page in use, and what Lighthouse says of it
        [--warehouse]        100,000,000 invoices (or --lines N) in DuckDB, and their extracts in the page
  pictures                 those of the README anew, of the page in dist/
  release                  everything that is handed out for the version in Cargo.toml, in target/release-VERSION/
  sectors FILE.csv         the quartiles of sectors anew from the dataset ratios_inpi_bce_sectors
        --date YYYY-MM-DD    the day it was taken on
  warehouse                the SQL of warehouse/ anew from its templates
        --spark              the queries on Spark beside the engine, for some minutes
        --dbt                the package of dbt on DuckDB beside the queries";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        bail!("no command given\n\n{USAGE}");
    };
    match (command.as_str(), rest) {
        ("setup", []) => setup::setup(),
        ("build", []) => build::build().map(drop),
        ("serve", options) => serve::serve(&serve::Options::parse(options)?),
        ("dev", []) => dev::dev(5173),
        ("dev", [flag, port]) if flag == "--port" => dev::dev(port.parse()?),
        ("test", []) => test::test(test::Bindings::Compare),
        ("test", [flag]) if flag == "--bless" => test::test(test::Bindings::Bless),
        ("test", [name]) if name == "built" => test::built(test::Bindings::Compare),
        ("test", [name, flag]) if name == "built" && flag == "--bless" => test::built(test::Bindings::Bless),
        ("test", [name]) if let Some(part) = test::Part::named(name) => test::part(part, None),
        ("test", [name, filter]) if let Some(part) = test::Part::named(name) => test::part(part, Some(filter)),
        ("fuzz", options) => fuzz::fuzz(&fuzz::Options::parse(options)?),
        ("bench", options) => bench::bench(&bench::Options::parse(options)?),
        ("pictures", []) => test::pictures(),
        ("release", []) => release::release(),
        ("sectors", [csv, flag, date]) if flag == "--date" => sectors::update(Path::new(csv), date),
        ("warehouse", []) => warehouse::generate(),
        ("warehouse", [flag]) if flag == "--spark" => warehouse::test_on_spark(),
        ("warehouse", [flag]) if flag == "--dbt" => warehouse::test_with_dbt(),
        // Cargo calls this one, for each wasm test binary: see .cargo/config.toml.
        ("wasm-runner", _) => wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("`{}` is not understood\n\n{USAGE}", arguments.join(" ")),
    }
}
