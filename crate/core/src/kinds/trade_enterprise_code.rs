//! Code of an importer or exporter (进出口企业代码): four digits of its place, its organisation code.
//!
//! | characters | meaning                                                          | source        |
//! |------------|------------------------------------------------------------------|---------------|
//! | 1–4        | province, and prefecture or `00`                                 | WM 1—1999     |
//! | 5–13       | organisation code with its check character, no hyphen            | GB 11714—1997 |
//!
//! It stands on the record form of a foreign trader (对外贸易经营者备案登记表), whose own number has eight digits.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of, Rule};
use crate::{Fact, Flaw, Judgement, checksum, regions};

/// The kind.
pub static KIND: Kind = Kind {
    id: "trade_enterprise_code",
    names: ["进出口企业代码", "import and export enterprise code"],
    grammar: "13位：省市4（或省2＋00）＋组织机构代码9（末位校验）",
    source: "WM 1—1999 中华人民共和国进出口企业代码规范；GB 11714—1997",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    of: Of::Body,
    ..Kind::PLAIN
};

fn looks_like(value: &str) -> bool {
    (12..=14).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().take(4).filter(u8::is_ascii_digit).count() >= 3
        && value.bytes().filter(u8::is_ascii_digit).count() >= 5
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    let Some(mut code) = chars::exactly::<13>(value) else {
        out.doubt(Flaw::Length(&[13]), chars::whole(value));
        return out;
    };
    code.make_ascii_uppercase();
    let may_stand = |i, c: u8| match i {
        0..=3 => c.is_ascii_digit(),
        12 => c.is_ascii_digit() || c == b'X',
        _ => c.is_ascii_alphanumeric(),
    };
    if chars::stray(&code, may_stand, Judgement::doubt, &mut out) {
        return out;
    }
    chars::lower_case(value, &mut out);
    let place: [u8; 4] = part(&code[..4]);
    if regions::province_known([place[0], place[1]]) {
        out.fact(Fact::Province([place[0], place[1]]));
    } else {
        out.doubt(Flaw::Province, 0..2);
    }
    out.fact(Fact::OrgCode(part(&code[4..])));
    if checksum::org_code(&code[4..12]) == Some(code[12]) {
        out.proved = true;
    } else {
        out.doubt(Flaw::InnerCheckChar, 12..13);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, slips, told};

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 3] = ["2200716045829", "2201MA17ABCD2", "4403412345670"];

    #[test]
    fn table() {
        use Verdict::{Doubtful, Verified};
        for (value, verdict, want) in [
            (GOOD[0], Verified, ""),
            (GOOD[1], Verified, ""),
            (GOOD[2], Verified, ""),
            ("2200MA15T6K3X", Verified, ""),
            ("2201ma17abcd2", Verified, "hint lower-case 4-12"),
            ("2200716045828", Doubtful, "doubtful inner-check-char 12-13"),
            ("9900716045829", Doubtful, "doubtful province 0-2"),
            ("22O0716045829", Doubtful, "doubtful charset 2-3"),
            ("220071604582A", Doubtful, "doubtful charset 12-13"),
            ("220071604582", Doubtful, "doubtful length 0-12"),
            ("22007160458299", Doubtful, "doubtful length 0-14"),
            ("", Doubtful, "doubtful length 0-0"),
        ] {
            let out = judge(&KIND, value);
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        assert_eq!(judge(&KIND, GOOD[0]).facts, [Fact::Province(*b"22"), Fact::OrgCode(*b"716045829")]);
        for value in odd_values() {
            judge(&KIND, &value);
            looks_like(&value);
        }
    }

    /// Characters that are equal modulo 11 look alike to the check.
    #[test]
    fn slips_in_the_organisation_code() {
        let value = |c: char| c.to_digit(36).map(|v| v % 11);
        for good in GOOD {
            for slip in slips(good) {
                let pairs = || slip.chars().zip(good.chars());
                let alike = slip.len() == good.len()
                    && pairs().all(|(a, b)| a == b || a.is_ascii_alphanumeric() && value(a) == value(b));
                if slip.get(..4) == Some(&good[..4]) && !alike {
                    assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Doubtful, "{good} {slip}");
                }
            }
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("2200716045829", true),
            ("2201MA17ABCD2", true),
            ("220071604582", true),
            ("22O0716045829", true),
            ("22007160458", false),
            ("2200-716045829", false),
            ("ABCD716045829", false),
            ("", false),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
    }
}
