//! The engine to its wasm modules, the page around it, and the size of the result.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};

use crate::process::{run, step};
use crate::setup::WASM_TARGET;
use crate::{licences, project, setup, size};

/// The features that every browser we support has. `--all-features` makes a module that Chromium refuses.
const WASM_FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// One of the WebAssembly modules that the crate is compiled to.
pub struct Module {
    /// The feature of the crate that says what the module shows to JavaScript, and its name on the page, where the
    /// main one has the name of the crate.
    pub feature: &'static str,
    name: &'static str,
    /// How it is compiled: for speed (`release`) or for size (`small`).
    profile: &'static str,
    optimise: &'static [&'static str],
}

/// All of it in one module, which stands in for each of the others: a compilation instead of five.
pub const TOGETHER: Module =
    Module { feature: "quick,engine,sheets,export,einvoices", name: "encours", profile: "quick", optimise: &[] };

/// What answers a question stays a function: put into its only caller, all answers become a single one, too large for
/// browsers to compile well.
const FAST: [&str; 2] = ["--no-inline=*apart*", "-O3"];

/// What reads data and computes, what the first screen waits for, what opens workbooks, what reads electronic invoices, what
/// writes a workbook.
const MODULES: [Module; 5] = [
    Module { feature: "engine", name: "encours", profile: "release", optimise: &FAST },
    Module { feature: "quick", name: "quick", profile: "small", optimise: &["-Oz"] },
    Module { feature: "sheets", name: "sheets", profile: "release", optimise: &FAST },
    Module { feature: "einvoices", name: "documents", profile: "release", optimise: &FAST },
    Module { feature: "export", name: "export", profile: "small", optimise: &["-Oz"] },
];

/// Builds `dist/` (the site) and `dist/encours.html` (the single file), and checks licences and the size budget. Returns
/// what everything weighs.
///
/// # Errors
///
/// The step that failed; also when the first screen is above its budget, or a licence is not accepted.
pub fn build() -> Result<String> {
    step("setup", setup::setup)?;
    step("engine", engine)?;
    step("page", page)?;
    step("licences", || Ok(fs::write(project::dist().join("third-party.txt"), licences::third_party()?)?))?;
    step("size", size::check)
}

/// Builds the site for a first look: everything works, neither as small nor as fast as what [`build`] makes, and
/// without the single file.
///
/// # Errors
///
/// The step that failed.
pub fn build_quickly() -> Result<()> {
    step("setup", setup::setup)?;
    step("engine", engine_quickly)?;
    step("page", || run(project::npm().args(["run", "--silent", "build:site"])))
}

/// Builds the page around the engine.
pub fn page() -> Result<()> {
    run(project::npm().args(["run", "--silent", "build"]))
}

/// Compiles the modules of the engine and makes the packages that the page imports.
pub fn engine() -> Result<()> {
    let target = project::target()?.join("modules");
    let made = made("full")?;
    // Linking a module keeps one core busy: another one is made on the other. Whichever is free takes the next, the largest first.
    let next = AtomicUsize::new(0);
    let make_modules = || {
        while let Some(module) = MODULES.get(next.fetch_add(1, Ordering::Relaxed)) {
            module.make(&target.join(module.name))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let beside = scope.spawn(make_modules);
        let own = make_modules();
        let beside = beside.join().unwrap_or_else(|_| bail!("a thread that makes modules ended"));
        own.and(beside)
    })?;
    made.keep()
}

/// Makes the same packages of one module, not optimised.
pub fn engine_quickly() -> Result<()> {
    let target = project::target()?.join("modules").join("together");
    let made = made("quick")?;
    let compiled = TOGETHER.compile(&target)?;
    let package = project::engine_package();
    let published = package.join("encours_bg.wasm");
    if !is_current(&published, &compiled) {
        fs::rename(TOGETHER.bind(&compiled, &published)?, &published).context("cannot move the bound module")?;
        for name in module_names().filter(|name| *name != TOGETHER.name) {
            for (from, to) in [("encours.js", ".js"), ("encours.d.ts", ".d.ts"), ("encours_bg.wasm", "_bg.wasm")] {
                let copy = package.join(format!("{name}{to}"));
                fs::copy(package.join(from), copy).context("cannot copy the bound module")?;
            }
        }
    }
    made.keep()
}

/// What the packages were made for: those that were made for something else are made anew.
struct Made {
    file: PathBuf,
    purpose: &'static str,
}

fn made(purpose: &'static str) -> Result<Made> {
    let package = project::engine_package();
    let file = package.join("made-for");
    if !fs::read_to_string(&file).is_ok_and(|known| known == purpose) && package.is_dir() {
        fs::remove_dir_all(&package).context("cannot remove the packages of the engine")?;
    }
    Ok(Made { file, purpose })
}

impl Made {
    fn keep(&self) -> Result<()> {
        fs::write(&self.file, self.purpose).context("cannot write to the packages of the engine")
    }
}

/// The names of the packages that the page imports.
pub fn module_names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|module| module.name)
}

impl Module {
    /// Makes the package. Each module has a target directory of its own: their compiled files have the same name, and
    /// cargo would take that of one for that of another.
    fn make(&self, target: &Path) -> Result<()> {
        let compiled = self.compile(target)?;
        let published = project::engine_package().join(format!("{}_bg.wasm", self.name));
        if is_current(&published, &compiled) {
            return Ok(());
        }
        let unoptimised = self.bind(&compiled, &published)?;
        self.optimise(&unoptimised, &published)
    }

    fn compile(&self, target: &Path) -> Result<PathBuf> {
        run(project::cargo()
            // As nothing but a module: what a Rust library has to hold for its users, all of the crate, is not compiled.
            .args(["rustc", "--crate-type", "cdylib", "--package", "encours", "--lib", "--target", WASM_TARGET])
            .args(["--no-default-features", "--features", self.feature, "--profile", self.profile])
            .args(["--config", &self.flags(), "--target-dir"])
            .arg(target))?;
        Ok(target.join(WASM_TARGET).join(self.profile).join("encours.wasm"))
    }

    /// A setting for cargo: no module says where on this machine it was made, so that the same sources are the same bytes
    /// wherever; and in what is built for speed less is put into its callers than compilers do by themselves, since
    /// browsers are slow to compile large functions. It is smaller by a twentieth, and no slower.
    fn flags(&self) -> String {
        let inlining = (self.profile == "release").then_some("-Cllvm-args=-inline-threshold=50");
        let flags = without_places().chain(inlining.map(str::to_owned)).map(|flag| format!("{flag:?}"));
        format!("target.{WASM_TARGET}.rustflags=[{}]", flags.collect::<Vec<_>>().join(", "))
    }

    /// Writes the JavaScript and the types of the module, and returns the module itself, not yet optimised.
    fn bind(&self, compiled: &Path, published: &Path) -> Result<PathBuf> {
        let package = project::engine_package();
        let options = [
            "wasm-bindgen",
            "--target",
            "web",
            // The page always says where the module is; the default path would make Vite emit the module twice.
            "--omit-default-module-path",
            "--remove-producers-section",
            "--out-name",
            self.name,
            "--out-dir",
        ];
        let arguments = options.iter().map(AsRef::as_ref).chain([package.as_os_str(), compiled.as_os_str()]);
        wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)?;
        let unoptimised = compiled.with_extension("bound.wasm");
        fs::rename(published, &unoptimised)
            .or_else(|_| fs::copy(published, &unoptimised).and_then(|_| fs::remove_file(published)))
            .context("cannot move the bound module")?;
        Ok(unoptimised)
    }

    fn optimise(&self, unoptimised: &Path, published: &Path) -> Result<()> {
        let wasm_opt = project::www().join("node_modules/binaryen/bin/wasm-opt");
        let mut node = Command::new("node");
        // The names of functions were kept until here, for what is optimised by name.
        node.arg(wasm_opt).args(self.optimise).arg("--strip-debug").args(WASM_FEATURES);
        run(node.arg(unoptimised).arg("-o").arg(published))
    }
}

/// The flags by which a compiler writes other names for the places of this machine.
fn without_places() -> impl Iterator<Item = String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let places = [(home.map(|home| home.join("registry/src")), "crates"), (Some(project::root()), "encours")];
    places.into_iter().filter_map(|(place, name)| Some(format!("--remap-path-prefix={}={name}", place?.display())))
}

/// The optimised module is written last and takes a while to make: it is kept as long as neither the compiled one nor
/// this program, which holds the settings, is newer.
fn is_current(published: &Path, compiled: &Path) -> bool {
    let modified = |file: &Path| fs::metadata(file).and_then(|file| file.modified()).ok();
    let newest_input = env::current_exe().ok().and_then(|program| modified(&program)).max(modified(compiled));
    modified(published).unwrap_or(SystemTime::UNIX_EPOCH) > newest_input.unwrap_or_else(SystemTime::now)
}
