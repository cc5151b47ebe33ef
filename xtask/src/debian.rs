//! What is missing, installed where that is allowed: by root on Debian.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Installs Debian packages, or says what to install by hand.
///
/// # Errors
///
/// `otherwise` where nothing may be installed.
pub fn install(packages: &[&str], otherwise: &str) -> Result<()> {
    if !is_root_on_debian() {
        bail!("{otherwise}");
    }
    process::run(Command::new("apt-get").args(["update", "--quiet"]))?;
    process::run(
        Command::new("apt-get")
            .args(["install", "--quiet", "--yes", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn is_root_on_debian() -> bool {
    let is_debian = fs::exists("/etc/debian_version").unwrap_or(false);
    is_debian && process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
