//! What is shipped beside our own code, and under which licences.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use spdx::{Expression, LicenseItem};

use crate::process::output;
use crate::setup::WASM_TARGET;
use crate::{build, project};

/// Something that is shipped.
struct Part {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// Everything that is shipped, with the texts of its licences, for `dist/third-party.txt`.
///
/// # Errors
///
/// A licence that is not accepted, or a part of which none is known.
pub fn third_party() -> Result<String> {
    let accepted = accepted()?;
    let mut text = String::from("What Encours is made with, and the licences of its parts.\n");
    for part in shipped()? {
        let Part { name, version, licence, folder } = &part;
        ensure!(is_one_of(&accepted, licence)?, "{name} {version} is under {licence}, which is not accepted");
        write!(text, "\n{}\n{name} {version}: {licence}\n", "─".repeat(80))?;
        for file in licence_files(folder)? {
            write!(text, "\n{}\n", fs::read_to_string(&file).with_context(|| file.display().to_string())?.trim())?;
        }
    }
    Ok(text)
}

fn shipped() -> Result<Vec<Part>> {
    let mut parts = crates()?;
    parts.extend(npm_packages()?);
    Ok(parts)
}

/// Crates that are compiled into the modules: what the tree names, with what the metadata says of it.
fn crates() -> Result<Vec<Part>> {
    let tree = output(
        project::cargo()
            .args(["tree", "--package", "encours", "--edges", "normal,no-proc-macro", "--target", WASM_TARGET])
            .args([
                "--no-default-features",
                "--features",
                build::TOGETHER.feature,
                "--prefix",
                "none",
                "--format",
                "{p}",
            ]),
    )?;
    let metadata = project::metadata(&[])?;
    let mut known = BTreeMap::new();
    for package in metadata.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let text = |key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let folder = Path::new(&text("manifest_path")).parent().map(Path::to_path_buf).unwrap_or_default();
        let part = Part { name: text("name"), version: text("version"), licence: text("license"), folder };
        known.insert(format!("{} v{}", part.name, part.version), part);
    }
    let mut named: Vec<String> =
        tree.lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
    named.sort();
    named.dedup();
    let shipped = named.iter().filter(|name| !name.starts_with("encours ")).filter(|name| !name.is_empty());
    shipped.map(|name| known.remove(name).with_context(|| format!("cargo says nothing of {name}"))).collect()
}

/// npm packages that the page may take in: those that are not for development alone.
fn npm_packages() -> Result<Vec<Part>> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(project::www().join("package-lock.json"))?)?;
    let packages = lock.get("packages").and_then(Value::as_object).context("the lock file has no packages")?;
    let is = |package: &Value, key: &str| package.get(key).and_then(Value::as_bool).unwrap_or(false);
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut parts = Vec::new();
    for (place, package) in packages.iter().filter(|(place, package)| !place.is_empty() && !is(package, "dev")) {
        let folder = project::www().join(place);
        // What is for another system is not installed.
        if is(package, "optional") && !folder.exists() {
            continue;
        }
        let name = place.rsplit_once("node_modules/").map_or(place.as_str(), |(_, name)| name).to_owned();
        parts.push(Part { name, version: text(package, "version"), licence: text(package, "license"), folder });
    }
    Ok(parts)
}

/// Licences under which code may be handed out with ours.
fn accepted() -> Result<Vec<String>> {
    let rules: toml::Table = fs::read_to_string(project::root().join("deny.toml"))?.parse()?;
    let allowed = rules.get("licenses").and_then(|licences| licences.get("allow")).and_then(toml::Value::as_array);
    let names = allowed.context("deny.toml allows no licence")?.iter();
    Ok(names.filter_map(toml::Value::as_str).map(str::to_owned).collect())
}

fn is_one_of(accepted: &[String], licence: &str) -> Result<bool> {
    let expression = Expression::parse(licence).with_context(|| format!("{licence:?} is no licence"))?;
    Ok(expression.evaluate(|asked| match &asked.license {
        LicenseItem::Spdx { id, .. } => accepted.iter().any(|accepted| accepted == id.name),
        LicenseItem::Other { .. } => false,
    }))
}

/// The texts that lie in the folder of a package.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} is not there", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let is_text = ["licen", "copying", "notice", "unlicense"].iter().any(|start| name.starts_with(start));
        if is_text && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
