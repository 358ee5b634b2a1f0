//! `cargo xtask dist`: what is given away (发布), `www/dist/` with the site and `kanyan.html`, and how large it is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{page, step, wasm};

/// Raw, gzip -9 and brotli -11 sizes, by Node, which has both packers.
const PACK: &str = "const { readFileSync } = require('fs'), z = require('zlib');
for (const file of process.argv.slice(1)) {
  const raw = readFileSync(file), big = { params: { [z.constants.BROTLI_PARAM_LGWIN]: 24, [z.constants.BROTLI_PARAM_SIZE_HINT]: raw.length } };
  console.log(raw.length, z.gzipSync(raw, { level: 9 }).length, z.brotliCompressSync(raw, big).length);
}";

/// Builds all and prints the sizes against the goals.
pub fn dist() -> Result<()> {
    page::build()?;
    sizes()
}

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

fn sizes() -> Result<()> {
    let mut files = vec![wasm::folder().join("kanyan_bg.wasm")];
    list(&page::dist(), &mut files)?;
    let sizes = pack(&files)?;
    println!("{:<44} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    let mut site = Size::default();
    for (file, size) in files.iter().zip(&sizes) {
        let name = file.strip_prefix(crate::root()).unwrap_or(file).display().to_string();
        row(&name, *size, "");
        if file.starts_with(page::dist()) && !file.ends_with("kanyan.html") {
            site = Size {
                raw: site.raw + size.raw,
                gzip: site.gzip + size.gzip,
                brotli: site.brotli + size.brotli,
            };
        }
    }
    let of =
        |name: &str| files.iter().zip(&sizes).find(|(file, _)| file.ends_with(name)).map(|(_, size)| *size);
    println!();
    let binary = of("kanyan_bg.wasm").context("no binary was built")?;
    row("binary with its tables", binary, goal(binary.brotli, 150_000, "150 KB brotli"));
    row("the site, binary and all", site, goal(site.brotli, 300_000, "300 KB brotli"));
    let alone = of("kanyan.html").context("no kanyan.html was built")?;
    row("kanyan.html", alone, goal(alone.raw, 5_000_000, "5 MB raw"));
    Ok(())
}

fn row(name: &str, size: Size, note: impl std::fmt::Display) {
    let line = format!("{name:<44} {:>9} {:>9} {:>9}  {note}", size.raw, size.gzip, size.brotli);
    println!("{}", line.trim_end());
}

fn goal(is: usize, at_most: usize, words: &str) -> String {
    format!("goal {words}: {}", if is <= at_most { "reached" } else { "MISSED" })
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn pack(files: &[PathBuf]) -> Result<Vec<Size>> {
    let printed = step::output(step::command("node").arg("-e").arg(PACK).arg("--").args(files))?;
    printed
        .lines()
        .map(|line| {
            let mut numbers = line.split(' ').map(str::parse);
            let mut next = || anyhow::Ok(numbers.next().context("three sizes a line")??);
            Ok(Size { raw: next()?, gzip: next()?, brotli: next()? })
        })
        .collect()
}
