//! Classes of banks (行别代码): the first three digits of a bank's number (行号) and of a printed bill (票据号码).
//!
//! | first digit | class                                                              |
//! |-------------|--------------------------------------------------------------------|
//! | 0           | the central bank and the treasury                                  |
//! | 1, 2        | State banks, policy banks                                          |
//! | 3           | other commercial banks                                             |
//! | 4           | cooperatives, the postal bank                                      |
//! | 5, 6, 7     | foreign banks                                                      |
//! | 8           | not given out                                                      |
//! | 9           | others admitted to the payment systems                             |
//!
//! The list has the classes of a printed rule for bank numbers and of a public list of head offices (2018). Where
//! classes are still being given out (3, 5–7, 9) the first digit alone tells.

/// The digits and what they stand for, in Chinese and in English.
type Class = (&'static str, [&'static str; 2]);

static CLASSES: [Class; 36] = [
    ("001", ["中国人民银行", "People's Bank of China"]),
    ("011", ["国库", "State treasury"]),
    ("102", ["中国工商银行", "Industrial and Commercial Bank of China"]),
    ("103", ["中国农业银行", "Agricultural Bank of China"]),
    ("104", ["中国银行", "Bank of China"]),
    ("105", ["中国建设银行", "China Construction Bank"]),
    ("201", ["国家开发银行", "China Development Bank"]),
    ("202", ["中国进出口银行", "Export-Import Bank of China"]),
    ("203", ["中国农业发展银行", "Agricultural Development Bank of China"]),
    ("301", ["交通银行", "Bank of Communications"]),
    ("302", ["中信银行", "China CITIC Bank"]),
    ("303", ["中国光大银行", "China Everbright Bank"]),
    ("304", ["华夏银行", "Hua Xia Bank"]),
    ("305", ["中国民生银行", "China Minsheng Bank"]),
    ("306", ["广发银行", "China Guangfa Bank"]),
    ("307", ["平安银行", "Ping An Bank"]),
    ("308", ["招商银行", "China Merchants Bank"]),
    ("309", ["兴业银行", "Industrial Bank"]),
    ("310", ["上海浦东发展银行", "Shanghai Pudong Development Bank"]),
    ("313", ["城市商业银行", "city commercial bank"]),
    ("314", ["农村商业银行", "rural commercial bank"]),
    ("315", ["恒丰银行", "Evergrowing Bank"]),
    ("316", ["浙商银行", "China Zheshang Bank"]),
    ("317", ["农村合作银行", "rural cooperative bank"]),
    ("318", ["渤海银行", "China Bohai Bank"]),
    ("319", ["徽商银行", "Huishang Bank"]),
    ("320", ["村镇银行", "village and township bank"]),
    ("321", ["重庆三峡银行", "Chongqing Three Gorges Bank"]),
    ("322", ["上海农商银行", "Shanghai Rural Commercial Bank"]),
    ("323", ["民营银行", "private bank"]),
    ("325", ["上海银行", "Bank of Shanghai"]),
    ("401", ["城市信用社", "urban credit cooperative"]),
    ("402", ["农村信用社", "rural credit cooperative"]),
    ("403", ["中国邮政储蓄银行", "Postal Savings Bank of China"]),
    ("501", ["汇丰银行", "HSBC"]),
    ("502", ["东亚银行", "Bank of East Asia"]),
];

/// The classes in which the list is not whole.
static OTHERS: [Class; 5] = [
    ("3", ["商业银行", "commercial bank"]),
    ("5", ["外资银行", "foreign bank"]),
    ("6", ["外资银行", "foreign bank"]),
    ("7", ["外资银行", "foreign bank"]),
    ("9", ["支付系统特许参与者", "participant admitted to the payment systems"]),
];

/// What the three digits stand for; none for digits that are not given out.
pub fn class(code: &[u8; 3]) -> Option<Class> {
    let whole = CLASSES.binary_search_by(|(digits, _)| digits.as_bytes().cmp(&code[..]));
    match whole {
        Ok(found) => Some(CLASSES[found]),
        Err(_) if !code.iter().all(u8::is_ascii_digit) => None,
        Err(_) => OTHERS.iter().find(|(digit, _)| digit.as_bytes() == &code[..1]).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        assert!(CLASSES.is_sorted());
        for (code, want) in [
            (b"102", Some("中国工商银行")),
            (b"001", Some("中国人民银行")),
            (b"403", Some("中国邮政储蓄银行")),
            (b"502", Some("东亚银行")),
            (b"326", Some("商业银行")),
            (b"595", Some("外资银行")),
            (b"904", Some("支付系统特许参与者")),
            (b"106", None),
            (b"204", None),
            (b"404", None),
            (b"800", None),
            (b"000", None),
            (b"3x1", None),
        ] {
            assert_eq!(class(code).map(|(_, words)| words[0]), want, "{code:?}");
        }
    }
}
