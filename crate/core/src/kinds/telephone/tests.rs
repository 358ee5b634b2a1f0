//! Telephones as tables (电话用例).

use super::*;
use crate::judgement::{Severity, Verdict};
use crate::kinds::testing::{judge_read, reading, reads_beside_signs, rows, takes_any_text};

#[test]
fn reads_without_a_label() {
    reading(
        read,
        "
        联系人:吴建民⟦13904310026⟧  ⟦139-0431-0026⟧,  ⟦+8613904310026⟧  ⟦86-13904310026⟧
        ⟦8613904310026⟧  ⟦139****0026⟧)  ⟦134****0026⟧)  ⟦0431-85012345⟧,  ⟦(0431)85012345⟧
        ⟦(027)59313970⟧  ⟦(0431)-85012345⟧  ⟦027-5931-3970⟧  ⟦0431--85012345⟧  ⟦0431-85012345-836⟧
        ⟦0431-85012345转836⟧分机  ⟦0431-85012345⟧、85012346  ⟦13904310026⟧/13804310027  ⟦400-123-4567⟧
        ⟦400-1234567⟧  ⟦4008-123-456⟧  ⟦13904310026-9100⟧,  ⟦139-0431-0026转9100⟧
        ",
    );
}

#[test]
fn reads_behind_a_label() {
    reading(
        read,
        "
        电话:⟦13904310026⟧  电话⟦85012345⟧,  联系电话:⟦8501234⟧  电话:⟦043185012345⟧
        电话:⟦85012345-836⟧  电话:⟦85012345转836⟧  电话变更为⟦88354986-836⟧
        联系电话“⟦139431000266⟧”应为  Tel:⟦85012345⟧  TEL.⟦85012345⟧  电话(传真):⟦85012345⟧
        电话(微信同号)⟦13904310026⟧  电话:王经理⟦85012345⟧  电话:0431-85012345、⟦85012346⟧
        电话:(0431)85012345转2,85012346/⟦85012347⟧  电话:⟦+86-431-85012345⟧  服务热线:⟦4001234567⟧
        热线⟦95588⟧  请拨打⟦12345⟧  举报电话:⟦12315⟧。  电话⟦110⟧  电话:⟦1390431002⟧
        电话:⟦139043100266⟧  电话:⟦0440-8501234⟧  电话:⟦431-85012345⟧  电话:⟦85012345⟧QQ
        拨打部门⟦12315⟧热线  ⟦12348⟧热线  联系人:许工⟦7190766⟧  城建股:⟦7190766⟧许工
        电话:市农业局,⟦86650788⟧  电话:市文旅局公共文化股:⟦5222333⟧  监督电话:办公室5222333、纪检组⟦5222334⟧
        电话:⟦139****026⟧  电话:⟦+1-212-5550123⟧  电话:⟦0085221234567⟧
        ",
    );
}

#[test]
fn refuses() {
    reading(
        read,
        "
        |  |(  |+  |+86  |()  |85012345  收据号|00251306  |043185012345  |4001234567  |12345
        |12904310026  |10904310026  |1390431002  |139043100261  1|13904310026  A|13904310026
        |13904310026A  |13904310026-1  |13904310026.50  |139043100260000  |13904310026****
        *|13904310026  +|8613904310026  |0440-8501234  |0431-850123  |0431-850123456
        2023-|0431-85012345  0431-|85012345  |2024-04-09  |2203810070582  电话:|123456  电话:|1234
        电话:|2203811725406000  电话变更公告编号|85012345  电话,编号|85012345  邮编|130000  |139***026
        |(2024)85012345  (|0431)85012345  城建股:|7190766元  办公室5222333、档案局|20240508  火警|120人
        市农业局,|86650788  邮箱:|491234567  电话:0431-85012345,邮箱:|491234567
        ",
    );
}

#[test]
fn reads_beside_every_sign() {
    reads_beside_signs(read, "%", &["13904310026", "0431-85012345", "(0431)85012345", "400-123-4567"]);
}

#[test]
fn checks() {
    use Severity::{Doubtful, Wrong};
    use Verdict::{Plausible, Verified};
    let problem = |value: &str| {
        let judgement = judge_read(&KIND, value);
        (judgement.verdict(), rows(&judgement))
    };
    for (value, want) in [
        ("13904310026", Verified),
        ("139-0431-0026", Verified),
        ("+86139-0431-0026", Verified),
        ("139****0026", Verified),
        ("134****0026", Verified),
        ("1******0026", Plausible),
        ("0431-85012345", Verified),
        ("(0431)85012345", Verified),
        ("043185012345", Verified),
        ("02424450408", Verified),
        ("010-8501-2345", Verified),
        ("0437-5012345", Verified),
        ("0435-5012345", Verified),
        ("0435-85012345", Verified),
        ("+86-431-85012345", Verified),
        ("0431-85012345-836", Verified),
        ("0431-85012345转836", Verified),
        ("0431-12345", Verified),
        ("85012345", Plausible),
        ("85012345-836", Plausible),
        ("8501234", Plausible),
        ("400-123-4567", Plausible),
        ("8001234567", Plausible),
        ("95588", Plausible),
        ("10105757", Plausible),
        ("+85221234567", Plausible),
    ] {
        assert_eq!(problem(value), (want, vec![]), "{value}");
    }
    for (value, flaw, severity, start, end) in [
        ("1390431002", Flaw::Length(&[11]), Wrong, 0, 10),
        ("139043100266", Flaw::Length(&[11]), Wrong, 0, 12),
        ("+861390431002", Flaw::Length(&[11]), Wrong, 3, 13),
        ("139****026", Flaw::MaskLength(&[11]), Doubtful, 0, 10),
        ("15404310026", Flaw::TelephonePrefix, Doubtful, 0, 3),
        ("12904310026", Flaw::TelephonePrefix, Doubtful, 0, 3),
        ("0431-8501234", Flaw::Length(&[8]), Wrong, 5, 12),
        ("0431-850123456", Flaw::Length(&[8]), Wrong, 5, 14),
        ("(0437)85012345", Flaw::Length(&[7]), Wrong, 6, 14),
        ("0435-850123", Flaw::Length(&[7, 8]), Wrong, 5, 11),
        ("0440-8501234", Flaw::TelephoneArea, Doubtful, 0, 4),
        ("(043)85012345", Flaw::TelephoneArea, Doubtful, 1, 4),
        ("0410-85012345", Flaw::TelephoneArea, Doubtful, 0, 4),
        ("431-85012345", Flaw::TelephoneArea, Doubtful, 0, 3),
        ("0431-15012345", Flaw::TelephonePrefix, Doubtful, 5, 6),
        ("0431-95012345", Flaw::TelephonePrefix, Doubtful, 5, 6),
        ("15012345", Flaw::TelephonePrefix, Doubtful, 0, 1),
        ("05012345", Flaw::Length(&[7, 8]), Doubtful, 4, 8),
        ("85012345836", Flaw::Length(&[7, 8]), Doubtful, 0, 11),
        ("850123456", Flaw::Length(&[7, 8]), Doubtful, 0, 9),
        ("400-123-456", Flaw::Length(&[10]), Doubtful, 0, 11),
    ] {
        let (_, found) = problem(value);
        assert_eq!(found.last(), Some(&(flaw, severity, start, end)), "{value}: {found:?}");
        assert!(found.len() <= 2, "{value}: {found:?}");
    }
}

#[test]
fn facts() {
    for (value, want) in [
        ("13904310026", vec![Fact::MobileSegment("中国移动")]),
        ("139****0026", vec![Fact::Mask { kept: 7, masked: 4 }, Fact::MobileSegment("中国移动")]),
        ("0431-85012345", vec![Fact::TelephoneArea("0431".into())]),
        ("+86-431-85012345", vec![Fact::TelephoneArea("0431".into())]),
        ("02424450408", vec![Fact::TelephoneArea("024".into())]),
        ("95588", vec![Fact::ServiceNumber]),
        ("4001234567", vec![Fact::ServiceNumber]),
        ("85012345", vec![]),
    ] {
        assert_eq!(judge_read(&KIND, value).facts, want, "{value}");
    }
}

/// Every area of the catalogue with eight digits, and some with seven: the right length is verified, one more
/// or less is wrong.
#[test]
fn lengths_of_areas() {
    let eight = "010 020 021 022 023 024 025 027 028 029 0311 0371 0377 0379 0411 0431 0432 0451 0510 0511 0512 \
                 0513 0514 0515 0516 0517 0518 0519 0523 0527 0531 0532 0551 0571 0573 0574 0575 0576 0577 0579 \
                 0591 0595 0731 0755 0757 0760 0769 0791 0871 0898";
    let seven =
        "0310 0335 0349 0370 0412 0434 0436 0437 0438 0439 0470 0550 0570 0633 0691 0812 0891 0901 0955 0970";
    for (areas, length) in [(eight, 8), (seven, 7)] {
        for area in areas.split_whitespace() {
            for local in [length - 1, length, length + 1] {
                let digits: String = "850123456".chars().take(local).collect();
                for value in
                    [format!("{area}-{digits}"), format!("({area}){digits}"), format!("{area}{digits}")]
                {
                    let want = if local == length { Verdict::Verified } else { Verdict::Wrong };
                    assert_eq!(judge_read(&KIND, &value).verdict(), want, "{value}");
                }
            }
        }
    }
}

#[test]
fn total() {
    takes_any_text(&KIND, read, "0123456789013458(()-+*转电话:、", 18, &["电话"]);
}
