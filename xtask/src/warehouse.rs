//! The SQL of the warehouse: one text of each query, in the dialect of each engine, and its tests against the engine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use minijinja::{Environment, UndefinedBehavior, path_loader};

use crate::{browser, debian, process, project, setup};

const DIALECTS: [&str; 5] = ["duckdb", "postgres", "spark", "snowflake", "bigquery"];
/// The Spark that the queries are run on.
const PYSPARK: &str = "pyspark==4.0.1";

const QUERIES: [&str; 6] = ["checks", "monthly_series", "grouped_invoices", "dso", "aging", "days_to_pay"];

fn folder() -> PathBuf {
    project::root().join("warehouse")
}

/// Writes every query in every dialect.
///
/// # Errors
///
/// A template that cannot be rendered, or a file that cannot be written.
pub fn generate() -> Result<()> {
    for (path, text) in rendered()? {
        fs::create_dir_all(path.parent().context("a query has a folder")?)?;
        fs::write(&path, text).with_context(|| format!("{}", path.display()))?;
    }
    Ok(())
}

/// Runs the queries on `DuckDB` and `PostgreSQL` beside the engine.
///
/// # Errors
///
/// A figure that differs, or an engine that cannot be installed.
pub fn test(filter: Option<&str>) -> Result<()> {
    let programs = find_or_install_postgres()?;
    let mut oracle = oracle("dot")?;
    oracle.args(filter.map(|filter| format!("--test-name-pattern={filter}")));
    process::run(oracle.env("POSTGRES_BIN", programs))
}

/// Runs the queries on Spark beside the engine: minutes, for a few ledgers.
///
/// # Errors
///
/// Those of [`test`].
pub fn test_on_spark() -> Result<()> {
    let python = find_or_install_spark()?;
    process::run(oracle("spec")?.env("SPARK_PYTHON", python).env("ENGINES", "spark").env("LEDGERS", "3"))
}

/// The test that holds the queries to the engine.
fn oracle(reporter: &str) -> Result<Command> {
    let tests = project::root().join("tests/warehouse");
    setup::install_packages(&tests)?;
    process::run(project::cargo().args(["build", "--example", "ask"]))?;
    let mut oracle = Command::new("node");
    oracle.args(["--test", &format!("--test-reporter={reporter}")]).current_dir(&tests);
    oracle.env("ENCOURS_ASK", project::target()?.join("debug/examples/ask"));
    Ok(oracle)
}

/// A Python that has Spark, in an environment of its own.
fn find_or_install_spark() -> Result<PathBuf> {
    let environment = project::target()?.join("spark");
    let python = environment.join("bin/python");
    if browser::locate("JAVA", &["java"]).is_none() {
        debian::install(
            &["openjdk-17-jre-headless"],
            "Spark needs Java 17: install it (Debian: `apt-get install openjdk-17-jre-headless`)",
        )?;
    }
    if !python.exists() {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&environment).status();
        if !made.is_ok_and(|status| status.success()) {
            debian::install(
                &["python3-venv"],
                "Spark needs Python 3 with venv: install it (Debian: `apt-get install python3-venv`)",
            )?;
            process::run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
        }
    }
    process::run(Command::new(&python).args(["-m", "pip", "install", "--quiet", PYSPARK]))?;
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

fn rendered() -> Result<Vec<(PathBuf, String)>> {
    let mut queries = Vec::new();
    for dialect in DIALECTS {
        let templates = templates(dialect);
        for query in QUERIES {
            let text = templates.get_template(&format!("{query}.sql"))?.render(());
            let text = text.with_context(|| format!("{query} for {dialect}"))?;
            // A line that held only what a template says is left out.
            let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
            queries.push((folder().join(dialect).join(format!("{query}.sql")), format!("{}\n", lines.join("\n"))));
        }
    }
    Ok(queries)
}

/// The templates, with the words of one dialect as `dialect.sql`.
fn templates(dialect: &'static str) -> Environment<'static> {
    let load = path_loader(folder().join("template"));
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_loader(move |name| match name {
        "dialect.sql" => load(&format!("dialects/{dialect}.sql")),
        _ => load(name),
    });
    templates
}

#[cfg(test)]
mod tests {
    use std::fs;

    #[test]
    fn the_queries_are_what_their_templates_make() -> anyhow::Result<()> {
        for (path, text) in super::rendered()? {
            let kept = fs::read_to_string(&path)?;
            assert_eq!(kept, text, "{}: run `cargo xtask warehouse`", path.display());
        }
        Ok(())
    }
}
