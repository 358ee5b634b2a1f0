//! Words for a number with none behind them (空项): `身份证号：，声明作废`.
//!
//! Signs in the place of a number are told where numbers are, see [`crate::notice::holes`]. Here nothing stands there at all:
//! the sentence goes on behind the colon.

use std::ops::Range;

use super::Context;
use super::rules;
use crate::judgement::Severity;
use crate::notice::holes::label_before;

/// What a label for a number ends in: 证号, 号码, 代码, 电话, 手机, 传真, 金额.
const ENDS: [char; 6] = ['号', '码', '话', '机', '真', '额'];

/// Says where a number was left out.
pub fn check(context: &mut Context) {
    let body = context.body;
    let open: Vec<Range<usize>> = body
        .signs(|sign| sign == ':')
        .filter_map(|(colon, _)| {
            let (_, label) = label_before(&body.compact[..colon])?;
            let named = label.ends_with(ENDS) && body.compact[..colon].ends_with(&label);
            named.then(|| colon - label.len()..colon + 1)
        })
        .collect();
    for range in open {
        let words = body.compact[range.clone()].replace(':', "：");
        let place = context.place(range);
        context.say(rules::UNFILLED, Severity::Doubtful, place, vec![], &[&words]);
    }
}
