//! Random bytes against the import, with what they reach in the code telling which to vary next (libFuzzer).
//!
//! Stable Rust does it, without cargo-fuzz: the compiler's own coverage pass is asked for by name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::process::{run, step};
use crate::{browser, debian, process, project};

/// A program of `tests/fuzz/`, and the bytes an input of it may have.
struct Target {
    name: &'static str,
    longest: u32,
}

const TARGETS: [Target; 7] = [
    Target { name: "import", longest: 4096 },
    Target { name: "number", longest: 64 },
    Target { name: "date", longest: 64 },
    Target { name: "dialect", longest: 1024 },
    Target { name: "xml", longest: 8192 },
    Target { name: "pdf", longest: 8192 },
    Target { name: "zip", longest: 8192 },
];

/// What libFuzzer needs to know of the code: which edges are passed, and what is compared with what.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// What the user asked for.
pub struct Options {
    targets: Vec<&'static Target>,
    seconds: u32,
}

impl Options {
    /// Reads `[TARGET…] [--seconds N]`.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let (mut targets, mut seconds) = (Vec::new(), 60);
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            if argument == "--seconds" {
                let given = arguments.next().context("--seconds needs a number")?;
                seconds = given.parse().with_context(|| format!("`{given}` is no number of seconds"))?;
            } else {
                let known = TARGETS.iter().find(|target| target.name == argument);
                targets.push(known.with_context(|| format!("`{argument}` is neither a target nor an option of fuzz"))?);
            }
        }
        if targets.is_empty() {
            targets.extend(&TARGETS);
        }
        Ok(Self { targets, seconds })
    }

    /// Every target for a moment, as part of the tests.
    pub fn short() -> Self {
        Self { targets: TARGETS.iter().collect(), seconds: 10 }
    }
}

/// Builds the targets and runs them one after the other.
///
/// What they learn stays in `target/fuzz/corpus/` for the next time; the committed seeds are where they start.
///
/// # Errors
///
/// A target crashed, hung or took too much memory: the input that did it is saved, and named.
pub fn fuzz(options: &Options) -> Result<()> {
    let directory = project::target()?.join("fuzz");
    let built = step("fuzz targets", || build(&directory))?;
    for target in &options.targets {
        step(&format!("fuzz: {}", target.name), || attack(target, options.seconds, &directory, &built))?;
    }
    Ok(())
}

/// Compiles the targets, and answers where they are.
fn build(directory: &Path) -> Result<PathBuf> {
    if browser::locate("CXX", &["c++", "g++", "clang++"]).is_none() {
        debian::install(
            &["g++"],
            "libFuzzer is compiled from C++: install a C++ compiler (Debian: `apt-get install g++`) or name one in CXX",
        )?;
    }
    run(&mut cargo("build", directory)?)?;
    Ok(directory.join("build").join(host()?).join("release"))
}

/// Holds the targets to what the rest of the code is held to.
///
/// # Errors
///
/// One is not formatted, or clippy has something to say.
pub fn lint() -> Result<()> {
    run(project::cargo().args(["fmt", "--check", "--manifest-path"]).arg(package().join("Cargo.toml")))?;
    run(cargo("clippy", &project::target()?.join("fuzz"))?.args(["--", "-D", "warnings"]))
}

/// Cargo on the targets, with the flags that libFuzzer needs.
fn cargo(command: &str, directory: &Path) -> Result<Command> {
    let mut cargo = project::cargo();
    cargo
        .args([command, "--release", "--locked", "--bins", "--manifest-path"])
        .arg(package().join("Cargo.toml"))
        // Named, so that the flags do not reach build scripts, which have no libFuzzer to call.
        .args(["--target", &host()?, "--target-dir"])
        .arg(directory.join("build"))
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("RUSTFLAGS", COVERAGE.join(" "));
    Ok(cargo)
}

fn attack(target: &Target, seconds: u32, directory: &Path, built: &Path) -> Result<()> {
    let corpus = directory.join("corpus").join(target.name);
    let crashes = directory.join("crashes").join(target.name);
    for needed in [&corpus, &crashes] {
        fs::create_dir_all(needed).with_context(|| format!("cannot create {}", needed.display()))?;
    }
    let start = SystemTime::now();
    let mut program = Command::new(built.join(target.name));
    program
        .args(["-verbosity=0", "-print_final_stats=1", "-timeout=10", "-rss_limit_mb=2048"])
        .args([format!("-max_len={}", target.longest), format!("-max_total_time={seconds}")])
        // A directory, by the slash at its end.
        .arg(format!("-artifact_prefix={}", crashes.join("").display()))
        .args([corpus, package().join("seeds").join(target.name)]);
    let output = program.output().with_context(|| format!("cannot start the fuzz target {}", target.name))?;
    let log = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        println!("   {} inputs tried", statistic(&log, "number_of_executed_units").unwrap_or("?"));
        return Ok(());
    }
    eprintln!("{log}");
    match newest_since(&crashes, start) {
        Some(input) => bail!("{} failed on the input saved as {}", target.name, input.display()),
        None => bail!("{} failed ({}) and saved no input", target.name, output.status),
    }
}

/// A line `stat::name: value` of what libFuzzer prints at the end.
fn statistic<'a>(log: &'a str, name: &str) -> Option<&'a str> {
    log.lines().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
}

fn package() -> PathBuf {
    project::root().join("tests/fuzz")
}

/// The platform that programs are compiled for when nothing is said.
fn host() -> Result<String> {
    let version = process::output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let Some(host) = host else { bail!("rustc does not say what it compiles for") };
    Ok(host.to_owned())
}

fn newest_since(directory: &Path, start: SystemTime) -> Option<PathBuf> {
    let files = fs::read_dir(directory).ok()?.flatten();
    let dated = files.filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path())));
    dated.filter(|(modified, _)| *modified >= start).max().map(|(_, path)| path)
}
