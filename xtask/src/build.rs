//! The engine to wasm, the page around it, and the size of the result.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::process::{run, step};
use crate::{project, setup, size};

/// The features that every browser we support has. `--all-features` makes a module that Chromium refuses.
const WASM_FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds `dist/` (the site) and `dist/encours.html` (the single file), and checks the size budget.
///
/// # Errors
///
/// The step that failed; also when the first screen is above its budget.
pub fn build() -> Result<()> {
    step("setup", setup::setup)?;
    step("engine", engine)?;
    step("page", page)?;
    step("size", size::check)
}

/// Builds the page around the engine.
pub fn page() -> Result<()> {
    run(project::npm().args(["run", "--silent", "build"]))
}

/// Compiles the engine and makes the package that the page imports.
pub fn engine() -> Result<()> {
    run(project::cargo().args([
        "build",
        "--release",
        "--package",
        "encours",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    let compiled = project::target()?.join("wasm32-unknown-unknown/release/encours.wasm");
    let package = project::engine_package();
    let module = package.join("encours_bg.wasm");
    if !is_current(&module, &compiled) {
        let unoptimised = bind(&compiled)?;
        optimise(&unoptimised, &module)?;
    }
    Ok(())
}

/// The optimised module is written last and takes a while to make: it is kept as long as neither the compiled engine
/// nor this program, which holds the settings, is newer.
fn is_current(module: &Path, compiled: &Path) -> bool {
    let modified = |file: &Path| fs::metadata(file).and_then(|file| file.modified()).ok();
    let newest_input = std::env::current_exe().ok().and_then(|program| modified(&program)).max(modified(compiled));
    modified(module).unwrap_or(SystemTime::UNIX_EPOCH) > newest_input.unwrap_or_else(SystemTime::now)
}

/// Writes the JavaScript and the types of the engine, and returns its module, not yet optimised.
fn bind(compiled: &Path) -> Result<std::path::PathBuf> {
    let package = project::engine_package();
    if package.exists() {
        fs::remove_dir_all(&package).context("cannot empty the engine package")?;
    }
    let options = [
        "wasm-bindgen",
        "--target",
        "web",
        // The page always says where the module is; the default path would make Vite emit the module twice.
        "--omit-default-module-path",
        "--remove-name-section",
        "--remove-producers-section",
        "--out-name",
        "encours",
        "--out-dir",
    ];
    let arguments = options.iter().map(AsRef::as_ref).chain([package.as_os_str(), compiled.as_os_str()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)?;
    let unoptimised = compiled.with_extension("bound.wasm");
    fs::rename(package.join("encours_bg.wasm"), &unoptimised)
        .or_else(|_| fs::copy(package.join("encours_bg.wasm"), &unoptimised).map(|_| ()))
        .context("cannot move the bound module")?;
    Ok(unoptimised)
}

fn optimise(unoptimised: &Path, module: &Path) -> Result<()> {
    let wasm_opt = project::www().join("node_modules/binaryen/bin/wasm-opt");
    run(Command::new("node").arg(wasm_opt).arg("-O3").args(WASM_FEATURES).arg(unoptimised).arg("-o").arg(module))
}
