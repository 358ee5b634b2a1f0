//! Code of a contract or certificate of rural land (农村土地承包经营权证代码): 18 digits and a letter.
//!
//! | characters | meaning                                                | source                      |
//! |------------|--------------------------------------------------------|-----------------------------|
//! | 1–6        | county (行政区划代码)                                  | GB/T 35958—2018; GB/T 2260  |
//! | 7–9        | township (乡镇街道)                                    | GB/T 35958—2018             |
//! | 10–12      | village (村)                                           | GB/T 35958—2018             |
//! | 13–14      | group (组), 00 for the village itself                  | GB/T 35958—2018             |
//! | 15–18      | household (承包方)                                     | GB/T 35958—2018             |
//! | 19         | J family contract (家庭承包), Q any other              | codes seen                  |
//!
//! Contract, register and certificate share the code. It has no check digit, but the notice nearly always says
//! which group the household is in (`常明村十组`), and the code says it too.

use super::{Confidence, Kind, Number, Of, chars};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{numerals, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "land_contract", ["土地承包经营权证代码", "land contract code"])
    .written("19位：县级行政区划6＋乡镇3＋村3＋组2＋承包方4＋承包方式1（J家庭承包、Q其他方式），组号与文中“某组”核对")
    .source(Confidence::Likely, "GB/T 35958—2018（原NY/T 2538—2014）；GB/T 2260")
    .code_for("^[0-9]{18}[JQjq]$", looks_like, check);

/// Where the group stands.
const GROUP: std::ops::Range<usize> = 12..14;

/// Is it whole, with a known county and letter?
pub fn fits(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 19
        && bytes[..18].iter().all(u8::is_ascii_digit)
        && matches!(bytes[18], b'J' | b'Q' | b'j' | b'q')
        && regions::known(&chars::part(&bytes[..6]))
}

fn looks_like(value: &str) -> bool {
    // Longer than the old local numbers, and digits but for the last letter and two slips.
    chars::mostly_digits(value.trim_end_matches(['J', 'Q', 'j', 'q']), 16..21)
        && (17..=21).contains(&value.len())
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let Some(code) = chars::exactly::<19>(number.value) else {
        out.wrong(Flaw::Length(&[19]), chars::whole(number.value));
        return out;
    };
    if chars::stray(&code[..18], |_, c| c.is_ascii_digit(), Judgement::wrong, &mut out) {
        return out;
    }
    match code[18] {
        letter @ (b'J' | b'Q' | b'j' | b'q') => {
            chars::lower_case(number.value, &mut out);
            out.fact(Fact::ContractForm(letter.to_ascii_uppercase()));
        }
        _ => out.doubt(Flaw::KindLetter, 18..19),
    }
    let region: [u8; 6] = chars::part(&code[..6]);
    if !regions::province_known([region[0], region[1]]) {
        out.doubt(Flaw::Province, 0..2);
    } else if regions::known(&region) {
        out.proved = true;
        out.fact(Fact::Region(region));
    } else {
        out.doubt(Flaw::Region, 0..6);
    }
    let group = value_of(&code[GROUP]) as u8;
    out.fact(Fact::VillageGroup(group));
    out.fact(Fact::Household(value_of(&code[14..18])));

    let said: Vec<u64> = [number.before, number.after].into_iter().flat_map(groups).collect();
    if said.contains(&group.into()) {
        out.proved = true;
    } else if !said.is_empty() && group != 0 {
        // A village that contracts itself (00) has its households in groups all the same.
        out.doubt(Flaw::Words, GROUP);
    }
    out
}

/// The digits' value; digits they are.
fn value_of(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |value, d| value * 10 + u16::from(d - b'0'))
}

/// The groups that a text names: `十组`, `第10组`, `三社`, `2村民小组`.
fn groups(text: &[char]) -> Vec<u64> {
    let mut all = Vec::new();
    for (i, unit) in text.iter().enumerate() {
        if !matches!(unit, '组' | '社' | '队') {
            continue;
        }
        let mut head = &text[..i];
        for word in ["小", "村民", "居民", "生产"] {
            let len = word.chars().count();
            if head.len() >= len && head[head.len() - len..].iter().copied().eq(word.chars()) {
                head = &head[..head.len() - len];
            }
        }
        let numeral = |c: &char| c.is_ascii_digit() || numerals::is_numeral(*c);
        let numeral = &head[head.iter().rposition(|c| !numeral(c)).map_or(0, |i| i + 1)..];
        let read = match numerals::figures(numeral) {
            Some((value, len)) => (len == numeral.len()).then_some(value.into()),
            None => numerals::read(numeral).filter(|n| n.len == numeral.len() && !n.broken).map(|n| n.value),
        };
        all.extend(read);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{judge, odd_values, slips};
    use crate::testing::gives;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                         220381100205120034J  // a division that was
            verified                         220184100205120034J  220184100205120034Q
            verified; hint lower-case 18-19  220184100205120034j
            doubtful kind-letter 18-19       2201841002051200341  220184100205120034I
            doubtful kind-letter 18-19       220184100205120034O
            doubtful region 0-6              220199100205120034J
            doubtful province 0-2            990184100205120034J
            doubtful kind-letter 18-19; doubtful province 0-2  990184100205120034X
            wrong length 0-18                220184100205120034  22018410020512003J
            wrong length 0-20                2201841002051200034J
            wrong charset 14-16              22018410020512OO34J
            wrong charset 14-15              !22018410020512-034J  !22018410020512组034J
            wrong length 0-0                 ∅
            like                             220184100205120034  // the letter lost
            like                             22018410020512003J  2201841002051200341
            like                             2201841002051200034J
            unlike                           2203810012345  // the old local form
            unlike                           083164  91220104MA0Y1A2B3Q  ∅
            exposed  no one
            ",
        );
        let want =
            [Fact::ContractForm(b'J'), Fact::Region(*b"220184"), Fact::VillageGroup(12), Fact::Household(34)];
        assert_eq!(judge(&KIND, "220184100205120034J").facts, want);
    }

    #[test]
    fn group_against_the_words() {
        KIND.judges(
            "
            ∅                     八组、十组⟦220112002210100007J⟧  // any of them
            ∅                     常明村十组⟦220112002210000007J⟧  // the village itself
            ∅                     双阳区平湖街道常明村十组村民⟦220112002210100007J⟧
            ∅                     双阳区平湖街道常明村10组村民⟦220112002210100007J⟧
            ∅                     第十组⟦220112002210100007J⟧  常明村⟦220112002210100007J⟧属十村民小组
            ∅                     三社社员⟦220112002210030007J⟧  二十一组⟦220112002210210007J⟧
            ∅                     清算组⟦220112002210100007J⟧合作社  220112002210100007J
            doubtful words 12-14  常明村八组⟦220112002210100007J⟧  常明村一组⟦220112002210100007J⟧二组
            ",
        );
        // The words alone prove it too, but never against the county.
        assert!(KIND.judges("doubtful  十组⟦220199002210100007J⟧")[0].1.proved);
    }

    #[test]
    fn reading_groups() {
        gives(
            |text| {
                groups(&text.chars().collect::<Vec<_>>())
                    .iter()
                    .map(u64::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            },
            "
            10   十组
            3 4  第3组和四社
            12   12村民小组
            7    七生产队
            11   拾壹组
            ∅    工作组、合作社、清算组  组  ∅  99999999999组
            ",
        );
    }

    #[test]
    fn no_slip_in_the_length_or_letters_passes() {
        let good = "220184100205120034J";
        assert!(fits(good) && looks_like(good));
        for slip in slips(good) {
            let verdict = judge(&KIND, &slip).verdict();
            if slip.chars().count() != 19 || slip.chars().take(18).any(|c| !c.is_ascii_digit()) {
                assert_eq!(verdict, Verdict::Wrong, "{slip}");
            }
        }
        for value in odd_values() {
            assert!(!looks_like(&value) || value.is_ascii(), "{value}");
        }
    }
}
