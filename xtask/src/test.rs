//! Every check, in the order in which a failure costs least to find.

use std::fs;
use std::net::TcpListener;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{run, step};
use crate::{browser, build, fuzz, project, setup};

const WASM: [&str; 4] = ["--package", "encours", "--target", "wasm32-unknown-unknown"];

/// What to do with the types that the engine shows to JavaScript.
#[derive(Clone, Copy)]
pub enum Bindings {
    /// They must be those in `tests/engine.d.ts`.
    Compare,
    /// `tests/engine.d.ts` is rewritten.
    Bless,
}

/// Runs every check, stopping at the first that fails.
///
/// # Errors
///
/// Names the step that failed.
pub fn test(bindings: Bindings) -> Result<()> {
    step("setup", || setup::setup().and_then(|()| setup::install_components()))?;
    let browser = step("browser", browser::find_or_install)?;

    step("formatting", || run(cargo(&["fmt", "--all"]).arg("--check")))?;
    step("clippy, native", || run(cargo(&["clippy", "--workspace", "--all-targets"]).args(["--", "-D", "warnings"])))?;
    step("clippy, wasm", || run(cargo(&["clippy", "--all-targets"]).args(WASM).args(["--", "-D", "warnings"])))?;
    step("tests, native", || run(&mut cargo(&["test", "--workspace"])))?;
    fuzz::fuzz(&fuzz::Options::short())?;
    step("fuzz targets: format, clippy", fuzz::lint)?;
    step("tests, wasm in Chromium", || {
        run(cargo(&["test", "--test", "wasm"])
            .args(WASM)
            .env("CHROMEDRIVER", &browser.driver)
            .env_remove("NO_HEADLESS"))
    })?;
    step("documentation", || run(cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings")))?;

    build::build()?;
    step("types of the engine", || check_bindings(bindings))?;
    step("page: format, lint, types", || run(project::npm().args(["run", "--silent", "check"])))?;
    step("page: end to end", || {
        let mut playwright = project::npm();
        playwright.args(["exec", "--", "playwright", "test"]);
        run(playwright.env("CHROMIUM", &browser.chromium).env("E2E_PORT", free_port()?.to_string()))
    })?;

    println!("\nall steps passed");
    Ok(())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = project::cargo();
    command.args(arguments);
    command
}

/// The generated types are what the page relies on, so a change of them must show in a review.
fn check_bindings(bindings: Bindings) -> Result<()> {
    let committed = project::root().join("tests/engine.d.ts");
    let generated = fs::read(project::engine_package().join("encours.d.ts")).context("the engine has no types")?;
    match bindings {
        Bindings::Bless => fs::write(&committed, generated).context("cannot write tests/engine.d.ts"),
        Bindings::Compare if fs::read(&committed).ok() == Some(generated) => Ok(()),
        Bindings::Compare => bail!(
            "tests/engine.d.ts is not what the engine shows to JavaScript; if the change is meant, run \
             `cargo xtask test --bless`"
        ),
    }
}

/// A port that nothing uses, so that tests of two checkouts can run side by side.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}
