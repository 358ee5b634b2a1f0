//! Bank areas (人民银行地区代码): look-ups in `data/bank_areas.tsv`.
//!
//! Four digits: 2 to 5 of an account permit's approval number (核准号), 4 to 7 of a bank's number (联行号).
//! The one list there is is partial, so a code that is not in it is a question, no proof.

use crate::tables::regions;
use crate::tables::table::Table;

static AREAS: Table = Table::new(include_str!("../../data/bank_areas.tsv"));

/// A bank area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankArea {
    /// Its name.
    pub name: &'static str,
    /// The division (GB/T 2260), if it is one.
    pub division: Option<&'static str>,
}

/// Looks up the four digits.
pub fn area(code: &[u8; 4]) -> Option<BankArea> {
    let code = std::str::from_utf8(code).ok()?;
    let [_, division, own_name] = AREAS.find(code)?.columns();
    let name = match <&[u8; 6]>::try_from(division.as_bytes()) {
        Ok(division) if own_name.is_empty() => regions::rows(division).last()?.name,
        _ => own_name,
    };
    Some(BankArea { name, division: (!division.is_empty()).then_some(division) })
}

/// Is the area in the list?
pub fn known(code: &[u8; 4]) -> bool {
    std::str::from_utf8(code).is_ok_and(|code| AREAS.has(code))
}

/// The area's name.
pub fn name(code: &[u8; 4]) -> Option<&'static str> {
    area(code).map(|area| area.name)
}

/// The province that the first two digits stand for, also of a code in no list.
pub fn province(code: &[u8; 4]) -> Option<&'static str> {
    let two = match &code[..2] {
        b"10" => "11",
        b"11" => "12",
        b"12" | b"13" | b"14" | b"15" => "13",
        b"16" | b"17" | b"18" => "14",
        b"19" | b"20" => "15",
        b"22" | b"23" => "21",
        b"24" | b"25" => "22",
        b"26" | b"27" => "23",
        b"29" => "31",
        b"30" | b"31" => "32",
        b"33" | b"34" => "33",
        b"36" | b"37" => "34",
        b"39" | b"40" => "35",
        b"42" | b"43" => "36",
        b"45" | b"46" | b"47" => "37",
        b"49" | b"50" | b"51" => "41",
        b"52" | b"53" | b"54" => "42",
        b"55" | b"56" => "43",
        b"58" | b"59" | b"60" => "44",
        b"61" | b"62" | b"63" => "45",
        b"64" => "46",
        b"65" | b"66" | b"67" | b"68" => "51", // and 重庆, a part of it when the codes were given
        b"70" | b"71" => "52",
        b"73" | b"74" | b"75" => "53",
        b"77" | b"78" => "54",
        b"79" | b"80" => "61",
        b"82" | b"83" => "62",
        b"85" => "63",
        b"87" => "64",
        b"88" | b"89" | b"90" => "65",
        _ => return None,
    };
    regions::province(two.as_bytes().try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn four(text: &str) -> [u8; 4] {
        text.as_bytes().try_into().expect("four digits")
    }

    #[test]
    fn table() {
        AREAS.assert_sorted(4..=4, 3);
        assert_eq!(AREAS.rows().count(), 2118);
        for row in AREAS.rows() {
            let key = row.key();
            let area = area(&four(key)).expect(key);
            assert!(known(&four(key)), "{row:?}");
            assert!(!area.name.is_empty(), "{row:?}");
            if let Some(division) = area.division {
                assert!(regions::known(division.as_bytes().try_into().expect("six digits")), "{row:?}");
            }
        }
        assert_eq!(AREAS.rows().filter(|row| row.columns::<2>()[1].is_empty()).count(), 4);
    }

    /// Areas of banks' numbers and of permits whose place is known.
    #[test]
    fn names() {
        for (code, name, division) in [
            ("2462", Some("靖宇县"), Some("220622")),
            ("2434", Some("公主岭市"), Some("220184")),
            ("2410", Some("长春市"), Some("220100")),
            ("1000", Some("北京市"), Some("110000")),
            ("2900", Some("上海市"), Some("310000")),
            ("3310", Some("杭州市"), Some("330100")),
            ("3610", Some("合肥市"), Some("340100")),
            ("5210", Some("武汉市"), Some("420100")),
            ("5840", Some("深圳市"), Some("440300")),
            ("6620", Some("遂宁县"), Some("510900")),
            ("1243", Some("滦县"), Some("130223")),
            ("5956", Some("大亚湾营业部"), None),
            ("2463", Some("长白县"), Some("220623")),
            ("2469", None, None),
            ("0000", None, None),
            ("246O", None, None),
        ] {
            let area = area(&four(code));
            assert_eq!(area.map(|a| a.name), name, "{code}");
            assert_eq!(known(&four(code)), name.is_some(), "{code}");
            assert_eq!(area.and_then(|a| a.division), division, "{code}");
        }
    }

    #[test]
    fn provinces() {
        for row in AREAS.rows() {
            let [code, division] = row.columns();
            let Ok(division) = <[u8; 6]>::try_from(division.as_bytes()) else { continue };
            let province = regions::province([division[0], division[1]]);
            let want = if province == Some("重庆市") { Some("四川省") } else { province };
            if !matches!(province, Some("香港特别行政区" | "澳门特别行政区")) && code != "6530"
            {
                assert_eq!(super::province(&four(code)), want, "{code}");
            }
        }
        assert_eq!(province(&four("2469")), Some("吉林省"));
        assert_eq!(province(&four("2100")), None);
    }
}
