//! Options from JavaScript (选项), read strictly: a call that is wrong gets a sentence, not a guess.
//!
//! By hand: a reader for any value brings words for every type that it may meet, and the writing of fractions alone
//! weighs as much as a dozen kinds of numbers.

use kanyan::{Lang, Options};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Given;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn today(this: &Given) -> JsValue;

    type TypeError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str) -> TypeError;
}

/// `{ lang, today }`.
pub fn read(options: JsValue) -> Result<Options, JsValue> {
    if !options.is_object() {
        return Err(type_error("options: not an object { lang, today }"));
    }
    let given: Given = options.unchecked_into();
    let lang = lang(&given.lang())?;
    let Some(day) = given.today().as_string() else {
        return Err(type_error("options: today is no string YYYY-MM-DD"));
    };
    match day.parse() {
        Ok(today) => Ok(Options { lang, today }),
        Err(_) => {
            Err(type_error(&format!("options: today is \"{day}\", no day of the calendar as YYYY-MM-DD")))
        }
    }
}

/// `"zh"` or `"en"`.
pub fn lang(lang: &JsValue) -> Result<Lang, JsValue> {
    match lang.as_string().as_deref() {
        Some("zh") => Ok(Lang::Zh),
        Some("en") => Ok(Lang::En),
        _ => Err(type_error("lang: neither \"zh\" nor \"en\"")),
    }
}

fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}
