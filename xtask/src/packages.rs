//! The engine for other programs: a package for npm and the crate, each tried as its users get it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::process::{output, run};
use crate::project;

/// The modules of the npm package: those that read files and answer questions.
const MODULES: [&str; 3] = ["encours", "sheets", "documents"];
/// The version in the manifest, of which that of the crate takes the place.
const UNNUMBERED: &str = "\"version\": \"0.0.0\"";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The version of the engine, as in `Cargo.toml`.
///
/// # Errors
///
/// Cargo does not answer.
pub fn version() -> Result<String> {
    let metadata = project::metadata(&["--no-deps"])?;
    let packages = metadata.get("packages").and_then(|packages| packages.as_array()).into_iter().flatten();
    let text = |package: &serde_json::Value, key: &str| package.get(key)?.as_str().map(str::to_owned);
    let mut engines = packages.filter(|package| text(package, "name").as_deref() == Some("encours"));
    engines.next().and_then(|engine| text(engine, "version")).context("cargo names no version of encours")
}

/// What is written with the types of the package, its errors among them.
const TYPED: &str = "import { read, type EngineError, type Session } from 'encours';
const session: Session = await read(['month;sales']);
const days: string | undefined = session.ask('report', { asOf: '2025-11-30' }).figures.rollBackDso?.days;
export const code = (error: EngineError): string => `${error.code} ${days}`;
";

/// Packs the npm package from the modules that were built last, and returns its file.
///
/// # Errors
///
/// A module that was not built, or npm's refusal.
pub fn npm() -> Result<PathBuf> {
    let (source, packages) = (project::root().join("npm"), folder()?);
    let package = packages.join("npm");
    if package.exists() {
        fs::remove_dir_all(&package).context("cannot remove the package made before")?;
    }
    let (wasm, schemas) = (package.join("wasm"), package.join("schemas"));
    fs::create_dir_all(&wasm)?;
    fs::create_dir_all(&schemas)?;
    for name in ["index.js", "index.d.ts", "README.md"] {
        copy(&source, &package, name)?;
    }
    for entry in fs::read_dir(source.join("schemas")).context("npm/schemas")? {
        copy(&source.join("schemas"), &schemas, &entry?.file_name().to_string_lossy())?;
    }
    for name in LICENCES {
        copy(&project::root(), &package, name)?;
    }
    for module in MODULES {
        for end in [".js", ".d.ts", "_bg.wasm"] {
            copy(&project::engine_package(), &wasm, &format!("{module}{end}"))?;
        }
    }
    // What compiled crates are licensed under goes with them.
    copy(&project::dist(), &package, "third-party.txt")?;
    // As a text, since the order of what is exported counts.
    let manifest = fs::read_to_string(source.join("package.json"))?;
    ensure!(manifest.contains(UNNUMBERED), "npm/package.json has no {UNNUMBERED}");
    fs::write(package.join("package.json"), manifest.replace(UNNUMBERED, &format!("\"version\": \"{}\"", version()?)))?;
    let mut pack = project::npm();
    pack.current_dir(&package).args(["pack", "--silent", "--pack-destination"]).arg(&packages);
    Ok(packages.join(output(&mut pack)?.trim()))
}

/// Packs the crate, and returns its file.
///
/// # Errors
///
/// Cargo's refusal.
pub fn krate() -> Result<PathBuf> {
    // It is compiled where it is tried, once.
    run(project::cargo().args(["package", "--package", "encours", "--no-verify", "--allow-dirty", "--quiet"]))?;
    Ok(project::target()?.join("package").join(format!("encours-{}.crate", version()?)))
}

/// Runs the example of each README against the package as it is handed out.
///
/// # Errors
///
/// The example fails, or prints something else than it says.
pub fn test() -> Result<()> {
    if !project::engine_package().join("made-for").is_file() {
        bail!("there is no engine for JavaScript yet: run `cargo xtask build` first");
    }
    try_npm(&npm()?)?;
    try_crate(&krate()?)
}

fn try_npm(package: &Path) -> Result<()> {
    let user = fresh("npm-user")?;
    fs::write(user.join("package.json"), "{ \"type\": \"module\", \"private\": true }")?;
    let mut install = project::npm();
    install.current_dir(&user).args(["install", "--silent", "--offline", "--no-audit", "--no-fund"]).arg(package);
    run(&mut install)?;
    let example = code(&project::root().join("npm/README.md"), "js")?;
    fs::write(user.join("example.js"), &example)?;
    let printed = output(std::process::Command::new("node").arg("example.js").current_dir(&user))?;
    // Those who check the types of what they use do so with its types.
    fs::write(user.join("types.ts"), TYPED)?;
    let compiler = project::www().join("node_modules/typescript/bin/tsc");
    let mut types = std::process::Command::new("node");
    types.current_dir(&user).arg(compiler).args(["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext"]);
    run(types.arg("types.ts"))?;
    compare(&example, &printed)
}

fn try_crate(package: &Path) -> Result<()> {
    let user = fresh("crate-user")?;
    run(std::process::Command::new("tar").arg("-xzf").arg(package).arg("-C").arg(&user))?;
    let example = code(&project::root().join("src/README.md"), "rust")?;
    fs::create_dir_all(user.join("src"))?;
    fs::write(
        user.join("src/main.rs"),
        format!("fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{example}Ok(())\n}}\n"),
    )?;
    let dependency = format!("encours = {{ path = \"encours-{}\", default-features = false }}", version()?);
    fs::write(
        user.join("Cargo.toml"),
        format!("[package]\nname = \"user\"\nedition = \"2024\"\n[dependencies]\n{dependency}\n[workspace]\n"),
    )?;
    fs::copy(project::root().join("Cargo.lock"), user.join("Cargo.lock"))?;
    let mut cargo = std::process::Command::new("cargo");
    cargo.current_dir(&user).args(["run", "--quiet", "--target-dir"]).arg(folder()?.join("crate-target"));
    compare(&example, &output(&mut cargo)?)
}

/// What each line that prints says that it prints.
fn compare(example: &str, printed: &str) -> Result<()> {
    let prints = |line: &&str| line.contains("console.log") || line.contains("println!");
    let said: Vec<&str> = example.lines().filter(prints).filter_map(|line| Some(line.rsplit_once("// ")?.1)).collect();
    let found: Vec<&str> = printed.lines().collect();
    ensure!(!said.is_empty() && said == found, "the example says {said:?} and prints {found:?}");
    println!("   {}", found.join(", "));
    Ok(())
}

/// The first block of code of a language in a README.
fn code(readme: &Path, language: &str) -> Result<String> {
    let text = fs::read_to_string(readme)?;
    let (_, rest) = text.split_once(&format!("```{language}\n")).context("the README has no example")?;
    let (example, _) = rest.split_once("```").context("the example does not end")?;
    // What documentation does not show is there for its own test.
    let shown: Vec<&str> = example.lines().filter(|line| !line.starts_with("# ")).collect();
    Ok(shown.join("\n") + "\n")
}

fn copy(from: &Path, to: &Path, name: &str) -> Result<()> {
    fs::copy(from.join(name), to.join(name)).with_context(|| format!("cannot copy {name}"))?;
    Ok(())
}

fn fresh(name: &str) -> Result<PathBuf> {
    let folder = folder()?.join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn folder() -> Result<PathBuf> {
    let folder = project::target()?.join("packages");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
