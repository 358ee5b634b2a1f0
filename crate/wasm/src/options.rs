//! Options from JavaScript (选项), read strictly: a call that is wrong gets a sentence, not a guess.

use std::fmt;

use kanyan::notice::Off;
use kanyan::{Date, Lang, Options};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use wasm_bindgen::prelude::*;

#[derive(Deserialize)]
#[serde(expecting = "an object { lang, today }")]
struct Given {
    lang: GivenLang,
    #[serde(deserialize_with = "day")]
    today: Date,
    #[serde(default)]
    rules: Option<GivenRules>,
}

#[derive(Deserialize)]
#[serde(expecting = "rules as an object { off }")]
struct GivenRules {
    #[serde(deserialize_with = "off")]
    off: Off,
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

fn off<'de, D: Deserializer<'de>>(given: D) -> Result<Off, D::Error> {
    // Any, not a list: a string in its place is then told by our words.
    given.deserialize_any(Codes)
}

struct Codes;

impl<'de> Visitor<'de> for Codes {
    type Value = Off;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rules.off as a list of codes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut given: A) -> Result<Off, A::Error> {
        let mut codes: Vec<String> = Vec::new();
        while let Some(code) = given.next_element()? {
            codes.push(code);
        }
        Off::these(codes.iter().map(String::as_str))
            .map_err(|code| A::Error::custom(format!("rules.off names {code:?}, which is no rule")))
    }
}

/// `{ lang, today, rules? }`.
pub fn read(options: JsValue) -> Result<Options, JsValue> {
    let given: Given =
        serde_wasm_bindgen::from_value(options).map_err(|error| type_error("options", &error))?;
    let off = given.rules.map_or_else(Off::default, |rules| rules.off);
    Ok(Options { lang: given.lang.into(), off, ..Options::on(given.today) })
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
