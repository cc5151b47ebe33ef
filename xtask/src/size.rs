//! The size budget: what the first screen costs to download.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::project;

/// When a file of `dist/` is downloaded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Use {
    /// Counted: whatever is not known to come later.
    FirstScreen,
    /// Chunks imported on demand, what only they need, and modules of the engine that are fetched later.
    OnDemand,
    /// The service worker, the single file, the samples, what is for hosts and for other sites: never part of opening the page.
    Apart,
}

/// Prints the compressed size of every published file, compares the first screen with the budget in
/// `www/size-budget.json`, and returns what it printed.
///
/// # Errors
///
/// The first screen is above its budget.
pub fn check() -> Result<String> {
    let on_demand = on_demand_files()?;
    let mut files = BTreeSet::new();
    for path in files_below(&project::dist())? {
        let name = path.strip_prefix(project::dist())?.to_string_lossy().replace('\\', "/");
        files.insert((use_of(&name, &on_demand), name, compressed_size(&path)?));
    }
    let total: usize = files.iter().filter(|(when, ..)| *when == Use::FirstScreen).map(|(.., size)| size).sum();
    let budget = budget()?;
    let table = format!("{}   {total:>9} B  first screen, gzip (budget {budget} B)\n", table(&files));
    print!("{table}");
    if total > budget {
        bail!("the first screen is {total} B compressed, {} B above its budget of {budget} B", total - budget);
    }
    Ok(table)
}

/// What the repository says about the budget: the bytes, the chunks that count although they are imported on demand,
/// by their sources, since the page asks for them at once (of the languages, the largest), and the sources of the files that do not count
/// although the page knows their address from the start.
fn settings() -> Result<Value> {
    read_json(&project::www().join("size-budget.json"))
}

fn budget() -> Result<usize> {
    let budget = settings()?;
    let bytes = budget.get("firstScreenGzipBytes").and_then(Value::as_u64);
    Ok(usize::try_from(bytes.context("www/size-budget.json gives no firstScreenGzipBytes")?)?)
}

fn table(files: &BTreeSet<(Use, String, usize)>) -> String {
    let titles = [
        (Use::FirstScreen, "first screen"),
        (Use::OnDemand, "on demand (not counted)"),
        (Use::Apart, "apart (not counted)"),
    ];
    let mut lines = Vec::new();
    for (when, title) in titles {
        lines.push(format!("   {title}\n"));
        let such = files.iter().filter(|(found, ..)| *found == when);
        lines.extend(such.map(|(_, name, size)| format!("   {size:>9} B  {name}\n")));
    }
    lines.concat()
}

fn use_of(name: &str, on_demand: &BTreeSet<String>) -> Use {
    const APART: [&str; 7] = [
        "sw.js",
        "encours.html",
        "third-party.txt",
        "_headers",
        ".htaccess",
        // An example for other sites, and what a telephone asks for once the page is put among its applications.
        "embedding.html",
        "apple-touch-icon.png",
    ];
    let is_apart = APART.contains(&name) || name.starts_with("workbox-") || name.starts_with("samples/");
    if is_apart {
        Use::Apart
    } else if on_demand.contains(name) {
        Use::OnDemand
    } else {
        Use::FirstScreen
    }
}

/// The files that only dynamic imports reach, from Vite's manifest.
///
/// The manifest is of no use to visitors, so it is taken out of `dist/` here.
fn on_demand_files() -> Result<BTreeSet<String>> {
    let directory = project::dist().join(".vite");
    let manifest = read_json(&directory.join("manifest.json"))?;
    fs::remove_dir_all(&directory).context("cannot remove dist/.vite")?;
    let chunks: BTreeMap<String, Value> = serde_json::from_value(manifest).context("Vite's manifest is no table")?;
    let settings = settings()?;
    let mut on_demand = only_on_demand(&chunks, &texts(&settings, "onDemandButAtOnce").collect());
    on_demand.extend(built_from(&chunks, texts(&settings, "atOnceButOnDemand"))?);
    Ok(on_demand)
}

/// The published files of some sources.
fn built_from<'a>(
    chunks: &BTreeMap<String, Value>,
    sources: impl Iterator<Item = &'a str>,
) -> Result<BTreeSet<String>> {
    let file = |source: &str| chunks.get(source)?.get("file")?.as_str().map(ToOwned::to_owned);
    sources.map(|source| file(source).with_context(|| format!("Vite's manifest has no {source}"))).collect()
}

fn only_on_demand(chunks: &BTreeMap<String, Value>, at_once: &BTreeSet<&str>) -> BTreeSet<String> {
    let entries = |flag: &str| {
        let has_flag = |chunk: &Value| chunk.get(flag).and_then(Value::as_bool).unwrap_or(false);
        chunks.iter().filter(move |(_, chunk)| has_flag(chunk)).map(|(key, _)| key.as_str()).collect::<Vec<_>>()
    };
    let eager = files_reached(chunks, entries("isEntry").into_iter().chain(at_once.iter().copied()).collect());
    let lazy = files_reached(chunks, entries("isDynamicEntry"));
    lazy.difference(&eager).cloned().collect()
}

/// The files of some chunks and of all that they import statically.
fn files_reached<'a>(chunks: &'a BTreeMap<String, Value>, mut to_visit: Vec<&'a str>) -> BTreeSet<String> {
    let mut visited = BTreeSet::new();
    let mut files = BTreeSet::new();
    while let Some(key) = to_visit.pop() {
        let Some(chunk) = chunks.get(key).filter(|_| visited.insert(key.to_owned())) else {
            continue;
        };
        files.extend(chunk.get("file").and_then(Value::as_str).map(ToOwned::to_owned));
        files.extend(texts(chunk, "css").chain(texts(chunk, "assets")).map(ToOwned::to_owned));
        to_visit.extend(texts(chunk, "imports"));
    }
    files
}

fn texts<'a>(chunk: &'a Value, field: &str) -> impl Iterator<Item = &'a str> {
    chunk.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn read_json(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

/// All files of a folder and of those in it.
///
/// # Errors
///
/// A folder that cannot be read.
pub fn files_below(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).with_context(|| format!("cannot read {}", directory.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    // Folders list what is in them in no order that is the same everywhere.
    files.sort();
    Ok(files)
}

fn compressed_size(path: &Path) -> Result<usize> {
    let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&content)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::{Value, json};

    use super::{Use, built_from, only_on_demand, use_of};

    fn chunks() -> BTreeMap<String, Value> {
        BTreeMap::from([
            (
                "main".to_owned(),
                json!({ "file": "main.js", "isEntry": true, "imports": ["shared"], "css": ["main.css"] }),
            ),
            ("shared".to_owned(), json!({ "file": "shared.js" })),
            (
                "chart".to_owned(),
                json!({ "file": "chart.js", "name": "chart", "isDynamicEntry": true, "imports": ["shared", "plot"] }),
            ),
            ("plot".to_owned(), json!({ "file": "plot.js" })),
            ("src/late.wasm".to_owned(), json!({ "file": "assets/late-1.wasm" })),
        ])
    }

    #[test]
    fn what_only_a_dynamic_import_needs_is_on_demand() {
        let on_demand: Vec<String> = only_on_demand(&chunks(), &BTreeSet::new()).into_iter().collect();
        assert_eq!(on_demand, ["chart.js", "plot.js"]);
    }

    #[test]
    fn a_file_of_unknown_use_is_counted() {
        let on_demand = only_on_demand(&chunks(), &BTreeSet::new());
        assert_eq!(use_of("assets/encours.wasm", &on_demand), Use::FirstScreen);
        assert_eq!(use_of("chart.js", &on_demand), Use::OnDemand);
        assert_eq!(use_of("encours.html", &on_demand), Use::Apart);
    }

    #[test]
    fn a_source_leads_to_its_file() {
        let files = built_from(&chunks(), ["src/late.wasm"].into_iter()).unwrap_or_default();
        assert!(files.contains("assets/late-1.wasm"));
        assert!(built_from(&chunks(), ["src/gone.wasm"].into_iter()).is_err());
    }

    #[test]
    fn what_is_asked_for_at_once_counts() {
        assert!(only_on_demand(&chunks(), &BTreeSet::from(["chart"])).is_empty());
    }
}
