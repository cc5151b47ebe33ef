//! What is handed out for a version: the site, the single file, both packages, licences, sizes, checksums.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::process::step;
use crate::{build, packages, project, size};

/// Makes everything anew in `target/release-VERSION/`.
///
/// # Errors
///
/// A version without a section in `CHANGELOG.md`, or the step that failed.
pub fn release() -> Result<()> {
    let version = packages::version()?;
    let changes = fs::read_to_string(project::root().join("CHANGELOG.md")).context("CHANGELOG.md")?;
    ensure!(
        changes.lines().any(|line| line.starts_with(&format!("## {version}"))),
        "CHANGELOG.md has no section for {version}, which Cargo.toml says is the version"
    );
    let sizes = build::build()?;
    let folder = project::target()?.join(format!("release-{version}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let named = |end: &str| folder.join(format!("encours-{version}{end}"));
    step("site", || zipped(&project::dist(), &named("-site.zip")))?;
    fs::copy(project::dist().join("encours.html"), named(".html"))?;
    step("packages", || {
        for package in [packages::npm()?, packages::krate()?] {
            let name = package.file_name().context("a package has a name")?;
            fs::copy(&package, folder.join(name))?;
        }
        Ok(())
    })?;
    fs::copy(project::dist().join("third-party.txt"), folder.join("third-party.txt"))?;
    fs::copy(project::www().join("hosting/nginx.conf"), folder.join("nginx.conf"))?;
    fs::write(folder.join("sizes.txt"), sizes)?;
    fs::write(folder.join("SHA256SUMS"), checksums(&folder)?)?;
    println!("\n{}", fs::read_to_string(folder.join("SHA256SUMS"))?);
    println!("{}", folder.display());
    Ok(())
}

/// The files of a folder but the single file, the same bytes whenever it is made.
fn zipped(folder: &Path, archive: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(File::create(archive)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for path in size::files_below(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        if name != "encours.html" {
            zip.start_file(name, options)?;
            io::copy(&mut File::open(&path)?, &mut zip)?;
        }
    }
    zip.finish()?;
    Ok(())
}

/// As `sha256sum` prints them and checks them again.
fn checksums(folder: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = size::files_below(folder)?;
    files.sort();
    let mut text = String::new();
    for file in files {
        let hash = Sha256::digest(fs::read(&file)?);
        for byte in hash {
            write!(text, "{byte:02x}")?;
        }
        writeln!(text, "  {}", file.strip_prefix(folder)?.to_string_lossy())?;
    }
    Ok(text)
}
