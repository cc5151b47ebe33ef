//! Where things are in the checkout.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// The root of the checkout that the command was given in.
///
/// `cargo run` says which one; the program itself may have been compiled in another that shares the target directory.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The page: sources, npm packages and their configuration.
pub fn www() -> PathBuf {
    root().join("www")
}

/// What is published.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The modules of the engine as the page imports them: wasm, its JavaScript and its types.
pub fn engine_package() -> PathBuf {
    www().join("src/engine/pkg")
}

/// Cargo's target directory, wherever the user's settings put it.
pub fn target() -> Result<PathBuf> {
    let metadata = metadata(&["--no-deps"])?;
    let directory = metadata.get("target_directory").and_then(|value| value.as_str());
    Ok(directory.context("cargo metadata names no target directory")?.into())
}

/// What cargo says of the workspace and its packages.
pub fn metadata(options: &[&str]) -> Result<serde_json::Value> {
    let metadata = process::output(cargo().args(["metadata", "--format-version", "1"]).args(options))?;
    serde_json::from_str(&metadata).context("cargo metadata is not JSON")
}

/// Cargo, at the root.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    command
}

/// npm, in `www`.
pub fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(www());
    command
}
