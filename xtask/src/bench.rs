//! The speed of the import beside that of other parsers, in Chromium.

use std::process::Command;

use anyhow::Result;

use crate::process::{run, step};
use crate::{browser, build, project, setup};

/// Builds the engine as it is published, and prints what it and the others take to read a made-up invoice list.
///
/// Figures are printed, not asserted: they are the machine's as much as ours. `www/bench/run.js` reads the options.
///
/// # Errors
///
/// The step that failed; also when a contender did not read the whole list.
pub fn bench(options: &[String]) -> Result<()> {
    let directory = project::www().join("bench");
    step("setup", || setup::setup().and_then(|()| setup::install_packages(&directory)))?;
    let browser = step("browser", browser::find_or_install)?;
    step("engine", build::engine)?;
    let node = || {
        let mut node = Command::new("node");
        node.current_dir(&directory);
        node
    };
    step("types", || run(node().args(["../node_modules/typescript/bin/tsc", "--project", "."])))?;
    step("import of an invoice list", || run(node().arg("run.js").args(options).env("CHROMIUM", &browser.chromium)))
}
