//! The browser for tests and figures (浏览器): Debian's Chromium with a Chinese font, or another named by `CHROMIUM`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{apt, step};

const DEBIAN: &str = "/usr/bin/chromium";

/// The browser's path; what is missing is installed when it may be.
pub fn find() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        if !named.exists() {
            bail!("CHROMIUM names {}, which is not there", named.display());
        }
        return Ok(named);
    }
    let mut missing = Vec::new();
    if !Path::new(DEBIAN).exists() {
        missing.push("chromium");
    }
    // Where fonts are managed otherwise there is no `fc-list`, and there are Chinese fonts.
    if step::output(step::command("fc-list").arg(":lang=zh-cn")).is_ok_and(|fonts| fonts.trim().is_empty())
        || missing.contains(&"chromium")
    {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        apt::install(&missing)?;
    }
    Ok(PathBuf::from(DEBIAN))
}
