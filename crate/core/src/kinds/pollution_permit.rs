//! Number of a permit or registration for discharging pollutants (排污许可证编号, 固定污染源排污登记编号): 22 characters.
//!
//! | characters | meaning                                                        | source                  |
//! |------------|----------------------------------------------------------------|-------------------------|
//! | 1–18       | credit code of the unit, or a code beginning with H9 or hb where it has none | HJ 608—2017; the rules on trial of 2016 |
//! | 19–21      | number of the unit's site, from 001                            | HJ 608—2017             |
//! | 22         | mark (标识码), a letter, in the rules of 2016 a digit too       | HJ 608—2017, permits seen |
//!
//! What stood on permits before 2017 each province numbered in its own way.

use super::chars;
use super::{Confidence, Kind, Number, Of, uscc};
use crate::judgement::{Flaw, Judgement};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "pollution_permit", ["排污许可证编号", "pollutant discharge permit number"])
        .written("22位：统一社会信用代码18＋场所顺序号3＋标识码1，信用代码按其校验码核对")
    .source(Confidence::Sure, "HJ 608—2017 排污单位编码规则；固定污染源编码规则（试行）2016")
        .code_for("^(?:[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y][0-9]{7}[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{8}[0-9Xx][0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]|[Hh][9Bb][0-9A-Za-z]{16})[0-9]{3}[0-9A-Za-z]$", looks_like, check);

fn looks_like(value: &str) -> bool {
    (20..=24).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().filter(u8::is_ascii_digit).count() >= 10
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let Some(code) = chars::exactly::<22>(value) else {
        let mut out = Judgement::default();
        // Provinces' old numbers may be as long.
        let known = uscc::agrees(value.get(..18).unwrap_or_default());
        let enter = if known { Judgement::wrong } else { Judgement::doubt };
        enter(&mut out, Flaw::Length(&[22]), chars::whole(value));
        return out;
    };
    let mut out = match &code[..2] {
        // A unit without a credit code.
        b"H9" | b"h9" | b"HB" | b"hb" => Judgement::default(),
        _ => uscc::KIND.check(&Number { value: value.get(..18).unwrap_or_default(), ..*number }),
    };
    // What cannot stand in the credit code is told of there.
    let may_stand = |i, c: u8| match i {
        0..18 => true,
        18..21 => c.is_ascii_digit(),
        _ => c.is_ascii_alphanumeric(),
    };
    chars::stray(&code, may_stand, Judgement::wrong, &mut out);
    if code[21].is_ascii_lowercase() {
        out.hint(Flaw::LowerCase, 21..22);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Fact, Verdict};
    use crate::kinds::testing::{judge, slips};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                         91110000000000000E0015  // the rules of 2016
            verified                         91220104MA0Y1A2B3Q001P  92220182MA15T6K3XP002X
            verified; hint lower-case 21-22  91220104MA0Y1A2B3Q001w
            plausible                        H9220102000000012a001P  hb220102500000123X001Z
            wrong check-char 17-18; doubtful inner-check-char 16-17  91220104MA0Y1A2B4Q001P
            doubtful inner-check-char 16-17  91220104MA0Y1A2B4U001P
            wrong charset 10-11              91220104MAOY1A2B3Q001P
            wrong charset 18-19              91220104MA0Y1A2B3QO01P
            wrong charset 20-21              91220104MA0Y1A2B3Q01PP
            wrong length 0-21                91220104MA0Y1A2B3Q01P
            wrong length 0-23                91220104MA0Y1A2B3Q0001P
            doubtful length 0-20             22010220160000000012
            doubtful length 0-0              ∅
            like                             91220104MA0Y1A2B3Q001P  91220104MA0Y1A2B3Q01P
            like                             91220104MA0Y1A2B3Q0001P
            unlike                           91220104MA0Y1A2B3Q  220102-2016-000123
            unlike                           91220104********3Q001P  吉环排证字第0123号  ∅
            ",
        );
        assert!(judge(&KIND, "91220104MA0Y1A2B3Q001P").facts.contains(&Fact::Region(*b"220104")));
    }

    /// No slip in the credit code passes; behind it there is nothing to reckon.
    #[test]
    fn slips_show() {
        let good = "91220104MA0Y1A2B3Q001P";
        for slip in slips(good) {
            let out = judge(&KIND, &slip);
            if slip.len() != good.len() || slip[..18] != good[..18] {
                assert!(out.verdict() >= Verdict::Doubtful, "{slip}");
            }
        }
    }
}
