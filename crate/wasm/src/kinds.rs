//! What is checked (核验范围), for the page's own list.

use std::borrow::Cow;

use kanyan::Lang;
use kanyan::kinds::{self, Confidence};
use serde::Serialize;

/// One kind of number in words.
#[derive(Serialize)]
pub struct KindInfo {
    id: &'static str,
    name: &'static str,
    grammar: Cow<'static, str>,
    source: &'static str,
    confidence: &'static str,
}

/// Every kind, in the order of `kanyan::kinds::all`.
pub fn kind_infos(lang: Lang) -> Vec<KindInfo> {
    kinds::all()
        .iter()
        .map(|kind| KindInfo {
            id: kind.id,
            name: kind.name(lang),
            grammar: kind.grammar(),
            source: kind.source,
            confidence: match kind.confidence {
                Confidence::Sure => "sure",
                Confidence::Likely => "likely",
                Confidence::Weak => "weak",
            },
        })
        .collect()
}
