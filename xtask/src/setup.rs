//! What a fresh clone lacks, installed: the wasm target and the npm packages.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{process, project};

/// What the engine is compiled to for the page.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Node that Vite and `ESLint` accept, as (major, minor).
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Checks rustup and Node, and installs the wasm target and the npm packages where missing.
///
/// # Errors
///
/// One line naming what the user has to install.
pub fn setup() -> Result<()> {
    install_wasm_target()?;
    packages()
}

/// Checks Node, and installs the npm packages where missing: all that the page needs without its engine.
///
/// # Errors
///
/// One line naming what the user has to install.
pub fn packages() -> Result<()> {
    check_node()?;
    install_packages(&project::www())
}

/// Installs the rustup components that the checks need.
pub fn install_components() -> Result<()> {
    let installed = rustup(&["component", "list", "--installed"])?;
    for component in ["clippy", "rustfmt"] {
        if !installed.lines().any(|line| line.starts_with(component)) {
            process::run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn check_node() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let needed = format!("Node {major}.{minor} or newer is needed: https://nodejs.org");
    let version = process::output(Command::new("node").arg("--version")).context(needed.clone())?;
    if parse_node_version(&version).is_none_or(|found| found < OLDEST_NODE) {
        bail!("{needed} (found {})", version.trim());
    }
    Ok(())
}

/// Reads `v20.20.2` as (20, 20).
fn parse_node_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn install_wasm_target() -> Result<()> {
    let installed = rustup(&["target", "list", "--installed"])?;
    if installed.lines().any(|line| line == WASM_TARGET) {
        return Ok(());
    }
    process::run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
}

fn rustup(arguments: &[&str]) -> Result<String> {
    process::output(Command::new("rustup").args(arguments)).context("rustup is needed: https://rustup.rs")
}

/// Installs the npm packages that the lock file of a directory names.
pub fn install_packages(directory: &Path) -> Result<()> {
    if are_packages_current(directory) {
        return Ok(());
    }
    process::run(project::npm().current_dir(directory).args(["ci", "--no-fund", "--no-audit"]))
}

/// npm writes `node_modules/.package-lock.json` last, so an interrupted installation is not taken for a complete one.
fn are_packages_current(directory: &Path) -> bool {
    let modified = |file: &str| fs::metadata(directory.join(file)).and_then(|file| file.modified());
    match (modified("node_modules/.package-lock.json"), modified("package-lock.json")) {
        (Ok(installed), Ok(locked)) => installed >= locked,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::parse_node_version;

    #[test]
    fn node_version_is_read() {
        assert_eq!(parse_node_version("v20.19.4\n"), Some((20, 19)));
        assert_eq!(parse_node_version("20"), None);
    }
}
