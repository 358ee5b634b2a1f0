//! The door (门): the core for JavaScript. Two functions, plain objects out, nothing to free.
//!
//! The contract is `api.d.ts` beside this crate; wasm-bindgen puts it into the glue's own typings as it stands.
//!
//! # The glue
//!
//! `cargo xtask wasm` writes `www/wasm/kanyan.js` (an ES module), its typings and `kanyan_bg.wasm`. Start it with
//! `initSync({ module })`, where `module` is the binary's bytes or a compiled `WebAssembly.Module`. It fetches nothing by
//! itself and knows no address.
//!
//! # After a panic
//!
//! A panic is written to the console with its file and line, and then the call throws a `WebAssembly.RuntimeError`. The
//! instance must not be called again: its memory may be half changed. The glue keeps its instance in the module's own
//! variables, so a fresh engine is a fresh evaluation of the glue: the page bundles it as a function and calls that again
//! (`www/build/glue.ts`).

use kanyan::Report;
use wasm_bindgen::prelude::*;

mod kinds;
mod objects;
mod options;
mod utf16;

pub use kinds::{KindInfo, kind_infos};
pub use objects::packed;
pub use utf16::to_utf16;

#[wasm_bindgen(typescript_custom_section)]
const API: &str = include_str!("../api.d.ts");

/// Makes a panic readable before the instance stops.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// Checks a text (核验). The range of everything counts UTF-16 units.
///
/// # Errors
/// A `TypeError` for options that cannot be read.
#[wasm_bindgen(skip_typescript)]
pub fn check(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = options::read(options)?;
    Ok(objects::plain(&report(text, &options)))
}

/// Everything that is checked (核验范围), in a stable order.
///
/// # Errors
/// A `TypeError` for a language that is none of ours.
#[wasm_bindgen(skip_typescript)]
pub fn kinds(lang: JsValue) -> Result<JsValue, JsValue> {
    Ok(objects::plain(&kind_infos(options::lang(lang)?)))
}

/// The report as JavaScript gets it, before it becomes objects.
pub fn report(text: &str, options: &kanyan::Options) -> Report {
    let mut report = kanyan::check(text, options);
    to_utf16(text, &mut report);
    report
}
