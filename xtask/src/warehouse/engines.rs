//! The queries on engines of SQL, beside the engine of this project.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{browser, debian, process, project, setup};

/// The Spark that the queries are run on.
const PYSPARK: &[&str] = &["pyspark==4.0.1"];
/// The dbt that the package is built with. What it depends on is taken built: the source of one of them fetches more.
const DBT: &[&str] = &["--only-binary", ":all:", "dbt-core==1.12.0", "dbt-duckdb==1.11.1"];

/// Runs the queries on `DuckDB` and `PostgreSQL` beside the engine.
///
/// # Errors
///
/// A figure that differs, or an engine that cannot be installed.
pub fn test(filter: Option<&str>) -> Result<()> {
    build_example()?;
    compare(filter)
}

/// The same, once the tests of the engine have compiled it.
///
/// # Errors
///
/// Those of [`test()`].
pub fn compare(filter: Option<&str>) -> Result<()> {
    let programs = find_or_install_postgres()?;
    let mut oracle = oracle("dot")?;
    oracle.args(filter.map(|filter| format!("--test-name-pattern={filter}")));
    process::run(oracle.env("POSTGRES_BIN", programs))
}

/// Runs the queries on Spark beside the engine: minutes, for a few ledgers.
///
/// # Errors
///
/// Those of [`test()`].
pub fn test_on_spark() -> Result<()> {
    if browser::locate("JAVA", &["java"]).is_none() {
        debian::install(
            &["openjdk-17-jre-headless"],
            "Spark needs Java 17: install it (Debian: `apt-get install openjdk-17-jre-headless`)",
        )?;
    }
    let python = python_with("spark", PYSPARK)?;
    build_example()?;
    process::run(oracle("spec")?.env("SPARK_PYTHON", python).env("ENGINES", "spark").env("LEDGERS", "3"))
}

/// Builds the package of dbt on `DuckDB`, runs its tests, and compares its models with the queries.
///
/// # Errors
///
/// A test that fails, a row that differs, or what cannot be installed.
pub fn test_with_dbt() -> Result<()> {
    let python = python_with("dbt", DBT)?;
    let tests = project::root().join("tests/warehouse");
    setup::install_packages(&tests)?;
    process::run(Command::new("node").args(["dbt.js"]).current_dir(&tests).env("DBT_PYTHON", python))
}

/// Compiles what asks the engine.
fn build_example() -> Result<()> {
    process::run(project::cargo().args(["build", "--example", "ask"]))
}

/// The test that holds the queries to the engine.
fn oracle(reporter: &str) -> Result<Command> {
    let tests = project::root().join("tests/warehouse");
    setup::install_packages(&tests)?;
    let mut oracle = Command::new("node");
    oracle.args(["--test", &format!("--test-reporter={reporter}")]).current_dir(&tests);
    oracle.env("ENCOURS_ASK", project::target()?.join("debug/examples/ask"));
    Ok(oracle)
}

/// A Python that has some packages, in an environment of its own.
fn python_with(name: &str, packages: &[&str]) -> Result<PathBuf> {
    let environment = project::target()?.join(name);
    let python = environment.join("bin/python");
    let make = || Command::new("python3").args(["-m", "venv"]).arg(&environment).status();
    if !python.exists() && !make().is_ok_and(|status| status.success()) {
        debian::install(&["python3-venv"], "Python 3 with venv is needed (Debian: `apt-get install python3-venv`)")?;
        process::run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
    }
    process::run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    Ok(python)
}

/// Where the programs of `PostgreSQL` are: Debian keeps those of the server beside the PATH.
fn find_or_install_postgres() -> Result<PathBuf> {
    let find = || {
        let server = browser::locate("INITDB", &["initdb"]).and_then(|initdb| initdb.canonicalize().ok());
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let installed = versions.map(|version| version.path().join("bin/initdb")).filter(|initdb| initdb.exists());
        server.or_else(|| installed.max())?.parent().map(Path::to_path_buf)
    };
    if let Some(programs) = find() {
        return Ok(programs);
    }
    debian::install(
        &["postgresql"],
        "the tests of the warehouse need PostgreSQL: install it (Debian: `apt-get install postgresql`) or name its `initdb` in INITDB",
    )?;
    find().context("apt-get installed PostgreSQL, but `initdb` is not found")
}
