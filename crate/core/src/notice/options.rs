//! What a check needs to know besides the text (选项).

use super::Off;
use crate::judgement::Lang;
use crate::tables::date::Date;

/// What a check needs to know besides the text (选项).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of the sentences.
    pub lang: Lang,
    /// The day of publication (见报日). Never the clock: the same text and day give the same report.
    pub today: Date,
    /// The rules for whole notices that are switched off.
    pub off: Off,
}

impl Options {
    /// Chinese, every rule, for this day of publication.
    pub fn on(today: Date) -> Options {
        Options { lang: Lang::Zh, today, off: Off::default() }
    }
}
