//! `cargo xtask slips`: how often the slip in a wrong number is found (笔误实验), for every kind that has arithmetic.

use std::fs;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::step;

/// Where the table stands in the documentation.
const TABLE: &str = "crate/core/src/slips.md";

/// Draws numbers and slips, measures, prints the table, and puts it into the documentation if asked.
pub fn slips(count: u32, seed: u64, write: bool) -> Result<()> {
    let mut bench = step::command("cargo");
    bench.args(["bench", "--quiet", "--locked", "--package", "kanyan", "--bench", "slips", "--"]);
    bench.args(["--count", &count.to_string(), "--seed", &seed.to_string()]);
    // The times go to the screen alone: they are this computer's.
    let output = bench.stderr(Stdio::inherit()).output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("the measuring failed: {}", output.status);
    }
    let table = String::from_utf8(output.stdout).context("the table")?;
    print!("{table}");
    if write {
        fs::write(crate::root().join(TABLE), &table).with_context(|| format!("cannot write {TABLE}"))?;
        println!("\nwritten: {TABLE}");
    }
    Ok(())
}
