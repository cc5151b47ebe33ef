//! Modules depend one way only: data comes in at the top of the list and leaves at its end.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

/// The modules of the crate. Each may use those above it.
const ORDER: [&str; 32] = [
    // Helpers without a domain.
    "order",
    // How values cross the boundary.
    "wire",
    // Words and numbers.
    "issue",
    "error",
    "bounds",
    "money",
    "period",
    "conventions",
    "rates",
    "cut",
    // The shapes of data.
    "series",
    "ledger",
    "fec",
    "aged_balance",
    // Bytes to data.
    "import",
    // Where data is asked, and what it is asked of.
    "at",
    "data",
    // Figures of one history.
    "measures",
    // Answers.
    "behaviour",
    "terms",
    "customers",
    "segments",
    "benchmark",
    "targets",
    "report",
    "scenario",
    "calculators",
    "quick",
    "catalogue",
    // Files that leave the page.
    "export",
    // Everything that can be asked.
    "session",
    // JavaScript.
    "wasm",
];

#[test]
fn imports_go_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, text) in files(&src) {
        let from = name.split(['/', '.']).next().unwrap_or_default();
        // The command is a user of the crate like any other.
        if from == "lib" || from == "bin" {
            continue;
        }
        let place = ORDER.iter().position(|known| *known == from);
        let Some(place) = place else {
            wrong.push(format!("{name} belongs to no module of the list"));
            continue;
        };
        for to in used(&text) {
            seen += 1;
            let is_above = ORDER.iter().take(place + 1).any(|known| *known == to);
            if !is_above {
                wrong.push(format!("{name} uses `{to}`, which does not stand above `{from}`"));
            }
        }
    }
    assert!(seen > 200, "{seen} imports were found: they are written in another way than this test reads");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules that a file names, as the first part of a path from the root of the crate; prose is left out.
fn used(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = code.flat_map(|line| line.split("crate::").skip(1));
    paths.map(|path| path.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()).collect()
}

/// Every source file below a folder, by its path there.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(folder).expect("a path below").to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    found
}
