//! The SQL of the warehouse: one text of each query, in the dialect of each engine and as a package of dbt.

mod dbt;
mod engines;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use minijinja::{Environment, UndefinedBehavior, path_loader};

use crate::project;

pub use engines::{compare, test, test_on_spark, test_with_dbt};

const DIALECTS: [&str; 5] = ["duckdb", "postgres", "spark", "snowflake", "bigquery"];
const QUERIES: [&str; 6] = ["checks", "monthly_series", "grouped_invoices", "dso", "aging", "days_to_pay"];

fn folder() -> PathBuf {
    project::root().join("warehouse")
}

/// Writes every query in every dialect.
///
/// # Errors
///
/// A template that cannot be read or rendered, or a file that cannot be written.
pub fn generate() -> Result<()> {
    for (path, text) in all()? {
        fs::create_dir_all(path.parent().context("a query has a folder")?)?;
        fs::write(&path, text).with_context(|| format!("{}", path.display()))?;
    }
    Ok(())
}

/// Everything that is made from the templates, by its path.
fn all() -> Result<Vec<(PathBuf, String)>> {
    let mut files = rendered()?;
    files.extend(dbt::package()?);
    Ok(files)
}

fn rendered() -> Result<Vec<(PathBuf, String)>> {
    let mut queries = Vec::new();
    for dialect in DIALECTS {
        let templates = templates(dialect);
        for query in QUERIES {
            let text = templates.get_template(&format!("{query}.sql"))?.render(());
            let text = text.with_context(|| format!("{query} for {dialect}"))?;
            queries.push((folder().join(dialect).join(format!("{query}.sql")), without_blanks(&text)));
        }
    }
    Ok(queries)
}

/// A line that held only what a template says is left out.
fn without_blanks(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    format!("{}\n", lines.join("\n"))
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
        for (path, text) in super::all()? {
            let kept = fs::read_to_string(&path)?;
            assert_eq!(kept, text, "{}: run `cargo xtask warehouse`", path.display());
        }
        Ok(())
    }
}
