//! What whole notices are held against (公告规则): the names by which a rule is switched off.

use kanyan::{Lang, notice};
use serde::Serialize;

/// One rule in words.
#[derive(Serialize)]
pub struct RuleInfo {
    code: &'static str,
    severity: &'static str,
    message: &'static str,
    ground: &'static str,
}

/// Every rule, in the order of `kanyan::notice::rules`.
pub fn rule_infos(lang: Lang) -> Vec<RuleInfo> {
    notice::rules()
        .iter()
        .map(|rule| RuleInfo {
            code: rule.code,
            severity: rule.severity.name(),
            message: rule.pattern(lang),
            ground: rule.ground,
        })
        .collect()
}
