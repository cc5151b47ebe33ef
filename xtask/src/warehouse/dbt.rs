//! The queries as models of a package of dbt, which has templates of its own in the same language: those of the queries
//! go into it as they are, the words of the dialects as its macros.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{DIALECTS, QUERIES, folder, without_blanks};

const IMPORT: &str = "{% import \"dialect.sql\" as d %}";
const MACRO: &str = "{% macro ";

/// The models and macros, by their paths.
pub fn package() -> Result<Vec<(PathBuf, String)>> {
    let package = folder().join("dbt");
    let words = words()?;
    let mut files = vec![(package.join("macros/dialects.sql"), macros(&words)?)];
    for query in QUERIES {
        let text = included(&format!("{query}.sql"))?;
        files.push((package.join(format!("models/encours_{query}.sql")), without_blanks(&as_model(&text, &words))));
    }
    Ok(files)
}

fn template(name: &str) -> Result<String> {
    let path = folder().join("template").join(name);
    fs::read_to_string(&path).with_context(|| format!("{}", path.display()))
}

/// A template with what it includes in its place.
fn included(name: &str) -> Result<String> {
    let mut text = template(name)?.replace(IMPORT, "");
    while let Some((before, rest)) = text.split_once("{% include \"") {
        let (part, after) = rest.split_once("\" %}").context("an include ends")?;
        text = format!("{before}{}{after}", included(part)?);
    }
    Ok(text)
}

/// A query whose tables are those that the package knows.
fn as_model(text: &str, words: &[Word]) -> String {
    let mut text = text.to_owned();
    for Word { name, .. } in words {
        text = text.replace(&format!("d.{name}("), &format!("encours.{name}("));
    }
    for table in ["invoices", "payments"] {
        text = text.replace(&format!("FROM {table}"), &format!("FROM {{{{ source('encours', '{table}') }}}}"));
    }
    text.replace("CROSS JOIN parameters", "CROSS JOIN {{ ref('encours_parameters') }} AS parameters")
}

/// A word of the dialects.
struct Word {
    name: String,
    /// What it is said of.
    arguments: String,
}

/// The words, as the first dialect lists them.
fn words() -> Result<Vec<Word>> {
    let [first, ..] = DIALECTS;
    let lines = template(&format!("dialects/{first}.sql"))?;
    let words = lines.lines().filter_map(|line| {
        let (name, rest) = line.strip_prefix(MACRO)?.split_once('(')?;
        let (arguments, _) = rest.split_once(')')?;
        Some(Word { name: name.to_owned(), arguments: arguments.to_owned() })
    });
    Ok(words.collect())
}

/// The words of every dialect, of which dbt takes those of the engine it speaks to.
fn macros(words: &[Word]) -> Result<String> {
    let mut lines = vec!["{# One word, in the dialect of the engine. #}\n".to_owned()];
    lines.extend(words.iter().map(|Word { name, arguments }| {
        let said = format!("{{{{ adapter.dispatch('{name}', 'encours')({arguments}) }}}}");
        format!("{MACRO}{name}({arguments}) %}}{said}{{% endmacro %}}\n")
    }));
    for dialect in DIALECTS {
        let own = template(&format!("dialects/{dialect}.sql"))?;
        lines.push(own.replace(MACRO, &format!("{MACRO}{dialect}__")));
    }
    Ok(lines.concat())
}
