//! Every check, in the order in which a failure costs least to find.

use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::beside::Beside;
use crate::browser::{Browser, Others};
use crate::process::{run, step};
use crate::{browser, build, fuzz, packages, project, setup, warehouse};

const WASM: [&str; 4] = ["--package", "encours", "--target", "wasm32-unknown-unknown"];

/// The command is tried with the rest.
const COMMAND: [&str; 2] = ["--features", "encours/command"];

/// What to do with the types that the engine shows to JavaScript.
#[derive(Clone, Copy)]
pub enum Bindings {
    /// They must be those in `tests/*.d.ts`.
    Compare,
    /// `tests/*.d.ts` are rewritten.
    Bless,
}

impl Bindings {
    /// The command that does it.
    fn built(self) -> &'static [&'static str] {
        match self {
            Self::Compare => &["test", "built"],
            Self::Bless => &["test", "built", "--bless"],
        }
    }
}

/// A part of the checks, for the work between two commits.
#[derive(Clone, Copy)]
pub enum Part {
    /// The engine's tests on this machine.
    Native,
    /// Those in WebAssembly, in Chromium.
    Wasm,
    /// Those of the page that need no browser.
    Unit,
    /// Those of the page as it is in `dist/`, in Chromium; those of its main path in Firefox and `WebKit` too.
    Page,
    /// The queries of `warehouse/`, on `DuckDB` and `PostgreSQL`.
    Warehouse,
    /// The packages for npm and cargo, as their users get them.
    Packages,
}

impl Part {
    /// The part of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "native" => Some(Self::Native),
            "wasm" => Some(Self::Wasm),
            "unit" => Some(Self::Unit),
            "page" => Some(Self::Page),
            "warehouse" => Some(Self::Warehouse),
            "packages" => Some(Self::Packages),
            _ => None,
        }
    }
}

/// Runs the tests of one part, of those whose name or file matches the filter.
///
/// # Errors
///
/// The tests fail, or `page` is asked for before the page was ever built.
pub fn part(part: Part, filter: Option<&str>) -> Result<()> {
    match part {
        Part::Native => native(filter),
        Part::Wasm => {
            setup::setup()?;
            wasm(&browser::find_or_install()?, filter)
        }
        Part::Unit => {
            setup::setup()?;
            // They ask the engine what it knows.
            if !project::engine_package().join("made-for").is_file() {
                build::engine_quickly()?;
            }
            unit(filter)
        }
        Part::Warehouse => warehouse::test(filter),
        Part::Packages => packages::test(),
        Part::Page => {
            if !project::dist().join("index.html").is_file() {
                bail!("there is no page in dist/ yet: run `cargo xtask build` first");
            }
            let office = browser::find_or_install_office()?;
            page(&browser::find_or_install()?, &browser::find_or_install_others()?, &office, filter)
        }
    }
}

/// Runs every check, stopping at the first that fails.
///
/// # Errors
///
/// Names the step that failed.
pub fn test(bindings: Bindings) -> Result<()> {
    step("setup", || setup::setup().and_then(|()| setup::install_components()))?;
    let browser = step("browser", browser::find_or_install)?;
    let others = step("other browsers", browser::find_or_install_others)?;
    let office = step("spreadsheet", browser::find_or_install_office)?;

    step("formatting", || run(cargo(&["fmt", "--all"]).arg("--check")))?;
    step("clippy, native", || {
        run(cargo(&["clippy", "--workspace", "--all-targets"]).args(COMMAND).args(["--", "-D", "warnings"]))
    })?;
    step("clippy, wasm", || run(cargo(&["clippy", "--all-targets"]).args(WASM).args(["--", "-D", "warnings"])))?;
    // Compilers and linters keep one core busy most of the time: two of them at once take little more than half.
    let built = Beside::start("what is handed out, and the page", bindings.built())?;
    native(None)?;
    step("queries of the warehouse", || warehouse::compare(None))?;
    fuzz::fuzz(&fuzz::Options::short())?;
    step("fuzz targets: format, clippy", fuzz::lint)?;
    wasm(&browser, None)?;
    step("documentation", || run(cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings")))?;
    built.end()?;
    page(&browser, &others, &office, None)?;

    println!("\nall steps passed");
    Ok(())
}

/// Builds everything, and checks all of it but what needs a browser.
///
/// # Errors
///
/// Names the step that failed.
pub fn built(bindings: Bindings) -> Result<()> {
    build::build()?;
    step("types of the engine", || check_bindings(bindings))?;
    step("packages for npm and cargo", packages::test)?;
    unit(None)?;
    step("page: format, lint, types", || run(project::npm().args(["run", "--silent", "check"])))
}

fn native(filter: Option<&str>) -> Result<()> {
    step("tests, native", || run(cargo(&["test", "--workspace"]).args(COMMAND).args(filter)))
}

fn wasm(browser: &Browser, filter: Option<&str>) -> Result<()> {
    step("tests, wasm in Chromium", || {
        let mut tests = cargo(&["test", "--test", "wasm"]);
        tests.args(WASM).args(filter);
        run(tests.env("CHROMEDRIVER", &browser.driver).env_remove("NO_HEADLESS"))
    })
}

fn unit(filter: Option<&str>) -> Result<()> {
    step("tests of the page without a browser", || run(project::npm().args(["run", "--silent", "unit"]).args(filter)))
}

fn page(browser: &Browser, others: &Others, office: &Path, filter: Option<&str>) -> Result<()> {
    step("page: end to end", || {
        let mut playwright = project::npm();
        playwright.args(["exec", "--", "playwright", "test"]).args(filter);
        let browsers = [
            ("CHROMIUM", browser.chromium.as_path()),
            ("CHROMIUM_HEADLESS", &browser.headless),
            ("CHROMEDRIVER", &browser.driver),
            ("LOCALC", office),
        ];
        let result = run(playwright.envs(browsers).envs(others.variables()).env("E2E_PORT", free_port()?.to_string()));
        if result.is_err() {
            print_failed_pages()?;
        }
        result
    })
}

/// Takes the pictures of the README anew, of the page in `dist/`.
///
/// # Errors
///
/// No browser, or a page that shows something else.
pub fn pictures() -> Result<()> {
    let mut playwright = project::npm();
    playwright.args(["exec", "--", "playwright", "test", "--config", "pictures.config.ts"]);
    playwright.env("CHROMIUM", browser::find_or_install()?.chromium);
    run(playwright.env("E2E_PORT", free_port()?.to_string()))
}

/// What the page showed when a test failed: often gone when somebody asks, as where the checks run is then thrown away.
fn print_failed_pages() -> Result<()> {
    let tests = project::root().join("test-results");
    for test in fs::read_dir(&tests).into_iter().flatten() {
        if let Ok(shown) = fs::read_to_string(test?.path().join("error-context.md")) {
            println!("\n{shown}");
        }
    }
    Ok(())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = project::cargo();
    command.args(arguments);
    command
}

/// The generated types are what the page relies on, so a change of them must show in a review.
fn check_bindings(bindings: Bindings) -> Result<()> {
    let engine = generated("encours")?;
    check_types(bindings, "engine.d.ts", &engine)?;
    for name in build::module_names().filter(|name| *name != "encours") {
        check_types(bindings, &format!("{name}.d.ts"), &beyond(&generated(name)?, &engine))?;
    }
    Ok(())
}

fn generated(module: &str) -> Result<String> {
    let types = project::engine_package().join(format!("{module}.d.ts"));
    fs::read_to_string(types).with_context(|| format!("the module `{module}` has no types"))
}

/// What a module shows beside that which another one shows as well: each names the types of all requests and answers.
fn beyond(types: &str, others: &str) -> String {
    let known: BTreeSet<&str> = others.split("\n\n").map(str::trim).collect();
    let own: Vec<&str> = types.split("\n\n").map(str::trim).filter(|block| !known.contains(block)).collect();
    own.join("\n\n") + "\n"
}

fn check_types(bindings: Bindings, name: &str, generated: &str) -> Result<()> {
    let committed = project::root().join("tests").join(name);
    match bindings {
        Bindings::Bless => fs::write(&committed, generated).with_context(|| format!("cannot write tests/{name}")),
        Bindings::Compare if fs::read_to_string(&committed).is_ok_and(|types| types == generated) => Ok(()),
        Bindings::Compare => bail!(
            "tests/{name} is not what the engine shows to JavaScript; if the change is meant, run \
             `cargo xtask test --bless`"
        ),
    }
}

/// A port that nothing uses, so that tests of two checkouts can run side by side.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}
