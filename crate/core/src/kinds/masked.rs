//! Numbers of which a part is masked (部分遮盖), of the kinds that say nothing of masks themselves: what shows is judged.

use super::{Kind, Number};
use crate::judgement::{Fact, Flaw, Judgement};

/// Judges a value with mask signs: its length, and the parts in front of the first mask that can be looked up by
/// themselves. A check character proves nothing where a character is missing, so nothing is ever verified.
pub(crate) fn check(kind: &Kind, number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let masked = number.value.bytes().filter(|&b| b == b'*').count();
    let total = number.value.chars().count();
    let shown = number.value.chars().take_while(|&c| c != '*').count();
    out.fact(Fact::Mask { kept: count(total - masked), masked: count(masked) });
    let filled = number.value.replace('*', "0");
    for problem in kind.check(&Number { value: &filled, ..*number }).problems {
        match problem.flaw {
            // Four signs for whatever was masked are common.
            Flaw::Length(lengths) => {
                let short = lengths.iter().any(|&len| usize::from(len) > total);
                let enter = if masked == 4 && short { Judgement::hint } else { Judgement::doubt };
                enter(&mut out, Flaw::MaskLength(lengths), 0..total);
            }
            Flaw::Charset
            | Flaw::Authority
            | Flaw::Province
            | Flaw::Region
            | Flaw::KindLetter
            | Flaw::Prefix(_)
                if problem.end <= shown =>
            {
                out.problems.push(problem);
            }
            _ => {}
        }
    }
    out
}

fn count(characters: usize) -> u8 {
    u8::try_from(characters).unwrap_or(u8::MAX)
}

#[cfg(test)]
#[test]
fn table() {
    use super::testing::{today, told};
    use super::{uscc, vin};
    for (kind, value, want) in [
        (&uscc::KIND, "91220104MA0Y****3Q", ""),
        (&uscc::KIND, "91220104**********", ""),
        (&uscc::KIND, "91220104MA0Y*****3Q", "doubtful mask-length 0-19"),
        (&uscc::KIND, "91220104****3Q", "hint mask-length 0-14"),
        (&uscc::KIND, "91990104MA0Y****3Q", "doubtful province 2-4"),
        (&uscc::KIND, "9I220104MA0Y****3Q", "wrong charset 1-2"),
        (&vin::KIND, "LFV2A****", "hint mask-length 0-9"),
    ] {
        let out = check(kind, &Number::bare(value, today()));
        assert_eq!(told(&out), want, "{value}");
        assert!(!out.proved && out.exposed.is_none(), "{value}");
    }
}
