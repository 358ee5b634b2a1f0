//! Debian's packages (Debian 软件包): what is missing is installed when we may, or named in one line.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::step;

/// Installs packages.
///
/// # Errors
/// When this is no Debian or we are not root, with the line to type.
pub fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("this is no Debian: please install what its packages {list} hold");
    }
    if step::output(step::command("id").arg("-u"))?.trim() != "0" {
        bail!("please install: sudo apt-get install {list}");
    }
    let get = |arguments: &[&str]| {
        let mut get = step::command("apt-get");
        get.env("DEBIAN_FRONTEND", "noninteractive").arg("-q").args(arguments);
        get
    };
    step::timed(&format!("apt-get install {list}"), || {
        let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
        // The package lists may be missing or older than the archive: then they are fetched, once.
        if step::output(&mut get(&arguments)).is_err() {
            step::output(&mut get(&["update"])).context("apt-get update")?;
            step::output(&mut get(&arguments))?;
        }
        Ok(())
    })
}
