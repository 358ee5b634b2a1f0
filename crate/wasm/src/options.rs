//! Options from JavaScript (选项), read strictly: a call that is wrong gets a sentence, not a guess.

use kanyan::{Date, Lang, Options};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Only our own names are read; anything else in the object is left alone.
    #[wasm_bindgen(typescript_type = "Options")]
    type Given;
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn today(this: &Given) -> JsValue;

    type TypeError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str) -> TypeError;
}

/// `{ lang, today }`.
pub fn read(options: &JsValue) -> Result<Options, JsValue> {
    if !options.is_object() {
        return Err(type_error("options must be an object { lang, today }"));
    }
    let given: &Given = options.unchecked_ref();
    Ok(Options { lang: lang(&given.lang())?, today: today(&given.today())? })
}

/// `"zh"` or `"en"`.
pub fn lang(lang: &JsValue) -> Result<Lang, JsValue> {
    match lang.as_string().as_deref() {
        Some("zh") => Ok(Lang::Zh),
        Some("en") => Ok(Lang::En),
        _ => Err(type_error("lang must be \"zh\" or \"en\"")),
    }
}

fn today(today: &JsValue) -> Result<Date, JsValue> {
    today
        .as_string()
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| type_error("today must be a day of the calendar written as YYYY-MM-DD"))
}

fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}
