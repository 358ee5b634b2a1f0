//! The page's side (页面): Node, its packages, its build.

use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::{step, wasm};

/// The page's folder.
pub fn folder() -> PathBuf {
    crate::root().join("www")
}

/// Where the built page lies: the site, and `kanyan.html` beside it.
pub fn dist() -> PathBuf {
    folder().join("dist")
}

/// Brings the npm packages up to the lock file.
pub fn packages() -> Result<()> {
    step::output(step::command("node").arg("--version"))
        .context("Node.js is needed (version 20.19 or later), from nodejs.org or the system's packages")?;
    let changed = |file: &str| -> Option<SystemTime> { folder().join(file).metadata().ok()?.modified().ok() };
    // npm leaves its own copy of the lock file there when it is done.
    if changed("node_modules/.package-lock.json") < changed("package-lock.json") {
        step::run("npm ci", npm().args(["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds the engine and both forms of the page.
pub fn build() -> Result<()> {
    wasm::build(None)?;
    step::run("page: site and kanyan.html", npm().args(["run", "build"]))?;
    Ok(())
}

/// npm in the page's folder.
pub fn npm() -> Command {
    let mut npm = step::command("npm");
    npm.current_dir(folder());
    npm
}

/// A program from the npm packages.
pub fn tool(name: &str) -> Command {
    let mut tool = step::command(folder().join("node_modules/.bin").join(name));
    tool.current_dir(folder());
    tool
}
