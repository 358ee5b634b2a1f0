//! The page's side (页面): Node, its packages, its build.

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::step;

/// The page's folder.
pub fn folder() -> PathBuf {
    crate::root().join("www")
}

/// Brings the npm packages up to the lock file.
pub fn packages() -> Result<()> {
    step::output(step::command("node").arg("--version"))
        .context("Node.js is needed (version 20.19 or later), from nodejs.org or the system's packages")?;
    let changed = |file: &str| -> Option<SystemTime> { folder().join(file).metadata().ok()?.modified().ok() };
    // npm leaves its own copy of the lock file there when it is done.
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    step::run("npm ci", step::command("npm").current_dir(folder()).args(["ci", "--no-audit", "--no-fund"]))?;
    Ok(())
}

/// A program from the npm packages.
pub fn tool(name: &str) -> std::process::Command {
    let mut tool = step::command(folder().join("node_modules/.bin").join(name));
    tool.current_dir(folder());
    tool
}
