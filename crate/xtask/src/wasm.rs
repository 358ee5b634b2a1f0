//! The engine for the browser (浏览器引擎): `www/wasm/` with `kanyan_bg.wasm`, its glue `kanyan.js` and typings.
//!
//! Three compilers can make it; the first that works is taken and named:
//!
//! 1. the installed Rust, when it has the target `wasm32-unknown-unknown`;
//! 2. the same after `rustup target add`;
//! 3. Debian's Rust with the standard library's source (`rustc-web` and its companions), where rustup gets no answer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Validator, WasmFeatures};

use crate::{apt, page, step};

const TARGET: &str = "wasm32-unknown-unknown";

/// How it is compiled: see the workspace's `Cargo.toml`.
const PROFILE: &str = "browser";

/// What every browser of our floor knows: Chromium 109, Firefox 115, Safari 16.4.
const FLOOR: WasmFeatures = WasmFeatures::MVP
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SIMD);

/// Where the binary comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Compiler {
    /// The installed Rust, its target there or fetched by rustup.
    Installed,
    /// Debian's Rust, its standard library built from source.
    Debian,
}

/// Where the engine lies for the page.
pub fn folder() -> PathBuf {
    page::folder().join("wasm")
}

/// Builds the engine, if anything in it changed.
pub fn build(compiler: Option<Compiler>) -> Result<()> {
    page::packages()?;
    let (name, mut cargo) = compile(compiler)?;
    step::run(&name, &mut cargo)?;
    let raw = target_folder().join(TARGET).join(PROFILE).join("kanyan_wasm.wasm");
    if !is_newer(&folder().join("kanyan_bg.wasm"), &[&raw, &std::env::current_exe()?]) {
        step::timed("wasm: glue, wasm-opt, check against the oldest browsers", || finish(&raw))?;
    }
    Ok(())
}

fn is_newer(made: &Path, from: &[&Path]) -> bool {
    let time = |path: &Path| path.metadata().and_then(|file| file.modified()).ok();
    time(made).is_some_and(|made| from.iter().all(|from| time(from).is_some_and(|from| from < made)))
}

/// Cargo's folder for what it makes.
pub fn target_base() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::root().join("target"), PathBuf::from)
}

/// A folder of its own: another compiler would throw away the workspace's build.
fn target_folder() -> PathBuf {
    target_base().join("wasm")
}

/// The command that compiles the door, and the step's name, which tells the compiler.
fn compile(compiler: Option<Compiler>) -> Result<(String, Command)> {
    if compiler != Some(Compiler::Debian) {
        if has_target() {
            return Ok((format!("wasm: the installed Rust has {TARGET}"), cargo(step::command("cargo"))));
        }
        let added = step::output(step::command("rustup").args(["target", "add", TARGET]));
        if added.is_ok() && has_target() {
            return Ok((format!("wasm: rustup brought {TARGET}"), cargo(step::command("cargo"))));
        }
        if compiler == Some(Compiler::Installed) {
            bail!("the installed Rust has no target {TARGET}, and rustup cannot bring it");
        }
    }
    Ok((format!("wasm: Debian's Rust builds {TARGET} from source"), debian()?))
}

fn has_target() -> bool {
    let mut rustc = step::command("rustc");
    step::output(rustc.args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

fn cargo(mut cargo: Command) -> Command {
    // Panics name their place; the builder's own folders are nobody's business.
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"),
        PathBuf::from,
    );
    let flags = [
        "-Ctarget-feature=+simd128".to_owned(),
        // A quarter of the usual: 4 % less to fetch for 2 % of the speed; `wasm-opt` inlines the smallest again.
        "-Cllvm-args=-inline-threshold=60".to_owned(),
        format!("--remap-path-prefix={}=cargo", home.display()),
    ];
    cargo
        .args(["build", "--locked", "--profile", PROFILE, "--package", "kanyan-wasm", "--lib"])
        .args(["--target", TARGET, "--target-dir"])
        .arg(target_folder())
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    cargo
}

/// Debian's Rust brings no library for the target but the library's source, and a linker under another name.
fn debian() -> Result<Command> {
    let advice =
        format!("{TARGET} needs rustup's Rust or Debian's packages rustc-web cargo-web rust-web-src");
    if !Path::new("/usr/lib/rustlib/src/rust/library/Cargo.lock").exists()
        || !Path::new("/usr/bin/cargo").exists()
    {
        apt::install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"])
            .with_context(|| advice.clone())?;
    }
    // `rust-lld` is a link to `lld-NN`, which is another package.
    let linker = fs::read_link("/usr/bin/rust-lld").with_context(|| advice.clone())?;
    if !Path::new("/usr/bin").join(&linker).exists() {
        apt::install(&[linker.to_str().context("the linker's name is no text")?])
            .with_context(|| advice.clone())?;
    }
    let mut debian = step::command("/usr/bin/cargo");
    debian
        .env("PATH", "/usr/bin:/bin")
        // Features of the compiler's own workshop: building the library from source is one.
        .env("RUSTC_BOOTSTRAP", "1");
    for name in ["LD_LIBRARY_PATH", "RUSTUP_TOOLCHAIN", "RUSTC", "RUSTC_WRAPPER"] {
        debian.env_remove(name);
    }
    let mut debian = cargo(debian);
    debian.arg("-Zbuild-std=std,panic_abort");
    Ok(debian)
}

/// From the compiler's binary to what the page loads.
fn finish(raw: &Path) -> Result<()> {
    // Aside first: what lies in the page's folder is whole, whatever fails here.
    let made = target_folder().join("glue");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(true).omit_default_module_path(true);
    bindgen.input_path(raw).out_name("kanyan").generate(&made)?;

    let (whole, small) = (made.join("kanyan_bg.wasm"), made.join("kanyan_opt.wasm"));
    let mut opt = page::tool("wasm-opt");
    opt.args(["-O3", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    step::output(opt.args(FEATURES).arg(&whole).arg("-o").arg(&small))?;
    fs::rename(&small, &whole)?;

    let binary = fs::read(&whole)?;
    Validator::new_with_features(FLOOR)
        .validate_all(&binary)
        .context("the binary uses what the oldest browsers of our floor do not know")?;

    if folder().exists() {
        fs::remove_dir_all(folder())?;
    }
    copy(&made, &folder())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), &to)?;
        }
    }
    Ok(())
}

/// The floor again, in wasm-opt's words, so that it neither guesses nor adds.
const FEATURES: [&str; 8] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];
