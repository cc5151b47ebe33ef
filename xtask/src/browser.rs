//! The browser of the tests: Chromium and its driver.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::process;

/// Chromium and `ChromeDriver`.
pub struct Browser {
    /// The browser, which Playwright starts itself.
    pub chromium: PathBuf,
    /// What starts it for the wasm tests.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, installing Debian's where allowed.
///
/// # Errors
///
/// One line naming what to install.
pub fn find_or_install() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !is_root_on_debian() {
        bail!(
            "the tests need Chromium and ChromeDriver: install them (Debian: `apt-get install chromium \
             chromium-driver`) or name them in CHROMIUM and CHROMEDRIVER"
        );
    }
    process::run(Command::new("apt-get").args(["update", "--quiet"]))?;
    process::run(
        Command::new("apt-get")
            .args(["install", "--quiet", "--yes", "--no-install-recommends", "chromium", "chromium-driver"])
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    find().context("apt-get installed Chromium and ChromeDriver, but they are not on the PATH")
}

fn find() -> Option<Browser> {
    Some(Browser {
        chromium: locate("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?,
        driver: locate("CHROMEDRIVER", &["chromedriver"])?,
    })
}

/// The program that the variable names, else the first of the names on the PATH.
fn locate(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Some(path.into());
    }
    let path = env::var_os("PATH")?;
    let directories: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| directories.iter().map(move |directory| directory.join(name)))
        .find(|program| program.is_file())
}

fn is_root_on_debian() -> bool {
    let is_debian = fs::exists("/etc/debian_version").unwrap_or(false);
    is_debian && process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
