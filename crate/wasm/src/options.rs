//! Options from JavaScript (选项), read strictly: a call that is wrong gets a sentence, not a guess.

use kanyan::{Date, Lang, Options};
use serde::{Deserialize, Deserializer, de::Error};
use wasm_bindgen::prelude::*;

#[derive(Deserialize)]
#[serde(expecting = "an object { lang, today }")]
struct Given {
    lang: GivenLang,
    #[serde(deserialize_with = "day")]
    today: Date,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(expecting = "\"zh\" or \"en\"", rename_all = "lowercase")]
enum GivenLang {
    Zh,
    En,
}

impl From<GivenLang> for Lang {
    fn from(given: GivenLang) -> Lang {
        match given {
            GivenLang::Zh => Lang::Zh,
            GivenLang::En => Lang::En,
        }
    }
}

fn day<'de, D: Deserializer<'de>>(given: D) -> Result<Date, D::Error> {
    let text = String::deserialize(given)?;
    text.parse()
        .map_err(|_| D::Error::custom(format!("today is {text:?}, no day of the calendar as YYYY-MM-DD")))
}

/// `{ lang, today }`.
pub fn read(options: JsValue) -> Result<Options, JsValue> {
    let given: Given =
        serde_wasm_bindgen::from_value(options).map_err(|error| type_error("options", &error))?;
    Ok(Options { lang: given.lang.into(), today: given.today })
}

/// `"zh"` or `"en"`.
pub fn lang(lang: JsValue) -> Result<Lang, JsValue> {
    let given: GivenLang =
        serde_wasm_bindgen::from_value(lang).map_err(|error| type_error("lang", &error))?;
    Ok(given.into())
}

#[wasm_bindgen]
extern "C" {
    type TypeError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str) -> TypeError;
}

fn type_error(what: &str, error: &serde_wasm_bindgen::Error) -> JsValue {
    let error = error.to_string();
    TypeError::new(&format!("{what}: {}", error.trim_start_matches("Error: "))).into()
}
