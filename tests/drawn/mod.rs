//! Drawn numbers and drawn slips (虚构号码与笔误): made-up numbers of every kind that has arithmetic, right by arithmetic
//! of its own, and what people, keyboards and readers of print do to them.
//!
//! | left out                                   | because                                                    |
//! |--------------------------------------------|------------------------------------------------------------|
//! | `masked_id`                                | what would be computed is masked                           |
//! | `institution_credit_code`                  | the rule of its check character is not known               |
//! | `account_permit`, `invoice_number` …       | a table or a length proves a part, and no sum holds the rest |
//! | `lawyer_licence`, `teacher_certificate` …  | fields that are read one by one, and no sum                |
//! | `transport_qualification`                  | an identity number, and found as one                        |
//! | `other_certificate`                        | nobody knows what it is                                    |
//!
//! `resident_id_15`, the physicians' older form and `invoice_code` have a calendar or a table and no sum: they stand
//! here to show how little that tells.

// The measuring and the tests each use their own part of this.
#![allow(dead_code, unused_imports)]

pub mod arithmetic;
pub mod numbers;
pub mod places;
pub mod random;
pub mod seen;
pub mod slips;

pub use random::Random;
pub use slips::{HOWS, How};

/// A kind with the way its numbers are drawn.
#[derive(Clone, Copy)]
pub struct Sort {
    /// Its name in the table of results.
    pub name: &'static str,
    /// The id of the kind.
    pub kind: &'static str,
    /// The words before the number.
    pub label: &'static str,
    /// The day of publication.
    pub today: &'static str,
    /// What may stand at each place: see [`Sort::class`].
    pub shape: &'static str,
    /// Draws one.
    pub draw: fn(&mut Random) -> String,
    /// Where the date of birth has its month, if it has one.
    pub month: Option<usize>,
}

const fn sort(
    name: &'static str,
    kind: &'static str,
    label: &'static str,
    shape: &'static str,
    draw: fn(&mut Random) -> String,
) -> Sort {
    Sort { name, kind, label, today: "2026-09-01", shape, draw, month: None }
}

const fn of_a_person(sort: Sort, month: usize) -> Sort {
    Sort { month: Some(month), ..sort }
}

/// Every kind that has arithmetic.
pub static SORTS: [Sort; 28] = [
    sort("统一社会信用代码", "uscc", "统一社会信用代码", "C9999999CCCCCCCCXC", numbers::credit_code),
    of_a_person(
        sort("公民身份号码", "resident_id", "身份证号码", "99999999999999999X", numbers::identity_number),
        10,
    ),
    of_a_person(
        Sort {
            // Nobody prints one as valid after 2012.
            today: "2008-09-01",
            ..sort(
                "15位身份证号码",
                "resident_id_15",
                "身份证号码",
                "999999999999999",
                numbers::identity_number_15,
            )
        },
        8,
    ),
    sort("组织机构代码", "org_code", "组织机构代码", "BBBBBBBB-X", numbers::org_code),
    sort("工商注册号", "registration_number", "注册号", "999999999999999", numbers::registration_number),
    sort("税务登记证号", "tax_registration", "税务登记证号", "999999BBBBBBBBX", numbers::tax_registration),
    sort(
        "进出口企业代码",
        "trade_enterprise_code",
        "进出口企业代码",
        "9999BBBBBBBBX",
        numbers::trade_enterprise_code,
    ),
    sort(
        "排污许可证编号",
        "pollution_permit",
        "排污许可证编号",
        "C9999999CCCCCCCCXC999A",
        numbers::pollution_permit,
    ),
    sort(
        "医疗机构登记号",
        "medical_institution",
        "医疗机构执业许可证登记号",
        "BBBBBBBBX99999999A9999",
        numbers::medical_institution,
    ),
    of_a_person(
        sort(
            "港澳台居民居住证",
            "residence_permit",
            "港澳台居民居住证号码",
            "99999999999999999X",
            numbers::residence_permit,
        ),
        10,
    ),
    of_a_person(
        sort(
            "外国人永居证（18位）",
            "foreigner_card",
            "外国人永久居留身份证号码",
            "99999999999999999X",
            numbers::foreigner_card,
        ),
        10,
    ),
    of_a_person(
        sort(
            "外国人永居证（15位）",
            "foreigner_card",
            "外国人永久居留身份证号码",
            "AAA999999999999",
            numbers::foreigner_card_15,
        ),
        9,
    ),
    of_a_person(
        sort(
            "医师资格证书（27位）",
            "physician_certificate",
            "医师资格证书编码",
            "99999999999999999999999999X",
            numbers::physician_certificate,
        ),
        19,
    ),
    of_a_person(
        sort(
            "医师资格证书（24位）",
            "physician_certificate",
            "医师资格证书编码",
            "999999999999999999999999",
            numbers::physician_certificate_24,
        ),
        17,
    ),
    of_a_person(
        sort(
            "残疾人证号",
            "disability_certificate",
            "残疾人证号",
            "99999999999999999X99",
            numbers::disability_certificate,
        ),
        10,
    ),
    of_a_person(
        sort(
            "特种作业操作证号",
            "special_work_permit",
            "特种作业操作证号",
            "A99999999999999999X",
            numbers::special_work_permit,
        ),
        11,
    ),
    sort(
        "食品经营许可证（JY）",
        "food_business_licence",
        "食品经营许可证编号",
        "AA99999999999999",
        numbers::food_business_licence,
    ),
    sort(
        "预包装食品备案（YB）",
        "prepackaged_food_filing",
        "仅销售预包装食品备案编号",
        "AA99999999999999",
        numbers::prepackaged_food_filing,
    ),
    sort(
        "食品生产许可证（SC）",
        "food_production_licence",
        "食品生产许可证编号",
        "AA99999999999999",
        numbers::food_production_licence,
    ),
    sort("支付系统行号", "cnaps", "支付系统行号", "999999999999", numbers::bank_number),
    sort(
        "电子商业汇票号码",
        "electronic_draft",
        "电子商业汇票号码",
        "999999999999999999999999999999",
        numbers::electronic_draft,
    ),
    sort("银行卡号", "bank_card", "银行卡号", "9999999999999999999", numbers::bank_card),
    sort("中征码", "loan_card_code", "中征码", "BBB9999999999999", numbers::loan_card_code),
    sort("发票代码", "invoice_code", "发票代码", "999999999999", numbers::invoice_code),
    sort("车辆识别代号", "vin", "车辆识别代号", "VVVVVVVVXVV999999", numbers::vehicle),
    sort(
        "驾驶证、行驶证证芯编号",
        "vehicle_licence_core",
        "机动车行驶证证芯编号",
        "99X9999999999",
        numbers::vehicle_licence_core,
    ),
    sort("集装箱号", "container", "集装箱号", "AAAA9999999", numbers::container),
    sort("船舶IMO编号", "imo_number", "IMO编号", "9999999", numbers::ship),
];

impl Sort {
    /// What may stand at a place, as the shape says: `9` a digit, `X` a digit or X, `A` a capital, `B` either, `C` the
    /// alphabet of credit codes, `V` that of vehicles. Another sign stands for itself.
    pub fn class(&self, at: usize) -> &'static str {
        match self.shape.as_bytes()[at.min(self.shape.len() - 1)] {
            b'9' => "0123456789",
            b'X' => "0123456789X",
            b'A' => &arithmetic::BASE_36[10..],
            b'B' => arithmetic::BASE_36,
            b'C' => arithmetic::BASE_31,
            b'V' => arithmetic::VEHICLE,
            _ => "-",
        }
    }

    /// The places where something is written, not only parted.
    pub fn places(&self) -> Vec<usize> {
        (0..self.shape.len()).filter(|&at| self.class(at) != "-").collect()
    }
}
