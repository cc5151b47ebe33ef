//! The browsers of the tests: Chromium and its driver, and for the page Firefox and `WebKit` too.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::debian;

/// Chromium and `ChromeDriver`.
pub struct Browser {
    /// The browser that people have: what is measured and shown is.
    pub chromium: PathBuf,
    /// The same engine without windows, which Playwright starts itself. Tests of the page take two thirds of the time in it. Where
    /// it is not to be had, the browser.
    pub headless: PathBuf,
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
    debian::install(
        &["chromium", "chromium-driver", "chromium-headless-shell"],
        "the tests need Chromium and ChromeDriver: install them (Debian: `apt-get install chromium chromium-driver`) or \
         name them in CHROMIUM and CHROMEDRIVER",
    )?;
    find().context("apt-get installed Chromium and ChromeDriver, but they are not on the PATH")
}

/// The browsers beside Chromium, in which the page is to give the same figures.
pub struct Others {
    /// Firefox, which is driven without a driver.
    pub firefox: PathBuf,
    /// What starts `WebKit`, the browser that stands in for Safari.
    pub webkit_driver: PathBuf,
    /// The screen that `WebKit` is shown on: it does not start without one.
    pub xvfb: PathBuf,
}

impl Others {
    /// How the tests and the measures of the page are told where they are.
    pub fn variables(&self) -> [(&'static str, &Path); 3] {
        [("FIREFOX", &self.firefox), ("WEBKITWEBDRIVER", &self.webkit_driver), ("XVFB", &self.xvfb)]
    }
}

/// Finds Firefox, `WebKit` and what they need, installing Debian's where allowed.
///
/// # Errors
///
/// One line naming what to install.
pub fn find_or_install_others() -> Result<Others> {
    if let Some(others) = find_others() {
        return Ok(others);
    }
    debian::install(
        &["firefox-esr", "webkit2gtk-driver", "xvfb"],
        "the tests of the page need Firefox, WebKitWebDriver and Xvfb: install them (Debian: `apt-get install firefox-esr \
         webkit2gtk-driver xvfb`) or name them in FIREFOX, WEBKITWEBDRIVER and XVFB",
    )?;
    find_others().context("apt-get installed Firefox, WebKitWebDriver and Xvfb, but they are not on the PATH")
}

fn find_others() -> Option<Others> {
    Some(Others {
        firefox: locate("FIREFOX", &["firefox-esr", "firefox"])?,
        webkit_driver: locate("WEBKITWEBDRIVER", &["WebKitWebDriver"])?,
        xvfb: locate("XVFB", &["Xvfb"])?,
    })
}

/// Finds the spreadsheet of `LibreOffice`, which computes the formulas of workbooks again, installing Debian's where allowed.
///
/// # Errors
///
/// One line naming what to install.
pub fn find_or_install_office() -> Result<PathBuf> {
    let find = || locate("LOCALC", &["localc"]);
    if let Some(office) = find() {
        return Ok(office);
    }
    debian::install(
        &["libreoffice-calc"],
        "the tests of workbooks need LibreOffice Calc: install it (Debian: `apt-get install libreoffice-calc`) or name its `localc` \
         in LOCALC",
    )?;
    find().context("apt-get installed LibreOffice Calc, but `localc` is not on the PATH")
}

fn find() -> Option<Browser> {
    let chromium = locate("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
    Some(Browser {
        headless: locate("CHROMIUM_HEADLESS", &["chromium-headless-shell"]).unwrap_or_else(|| chromium.clone()),
        chromium,
        driver: locate("CHROMEDRIVER", &["chromedriver"])?,
    })
}

/// The program that the variable names, else the first of the names on the PATH.
pub fn locate(variable: &str, names: &[&str]) -> Option<PathBuf> {
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
