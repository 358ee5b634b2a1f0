//! Dates as tables (日期用例).

use super::*;
use crate::judgement::{Severity, Verdict};
use crate::kinds::testing::{chars, judge_read, reading, reads_beside_signs, rows, takes_any_text, thursday};

#[test]
fn reads() {
    reading(
        read,
        "
        ⟦2024年4月9日⟧,  ⟦2024年04月09日⟧  于⟦24年4月9日⟧  ⟦2024.4.9⟧。  (⟦2024-04-09⟧)  ⟦2024/4/9⟧
        ⟦2024-04-09⟧T08:00  ⟦2024.4.9⟧.  ⟦2024.4.9⟧-2024.5.9  2024.4.9-⟦2024.5.9⟧
        ⟦2024-04-09⟧-2024-05-09  2024-04-09-⟦2024-05-09⟧  ⟦二〇二四年四月九日⟧  ⟦二零二四年四月九日⟧
        ⟦二O二四年十二月三十一日⟧  ⟦二○二六年十月一日⟧  ⟦二**四年一月廿三日⟧  ⟦贰零贰肆年零肆月零玖日⟧
        ⟦贰零贰肆年零壹拾月零贰拾日⟧  ⟦4月9日⟧上午9时30分  ⟦4月9号⟧  ⟦四月九日⟧  ⟦十一月十一日⟧
        ⟦2024年4月⟧  ⟦2024年4月⟧份  ⟦2024年3月⟧底  ⟦2024年4月⟧至6月  ⟦二〇二四年四月⟧  ⟦2024年元月5日⟧
        ⟦2024年四月9日⟧  1.⟦2024年4月9日⟧  今年⟦4月9日⟧  ⟦4月9-12日⟧  ⟦2024年4月9日⟧至12日  ⟦4月9、10日⟧
        ⟦2024年4月9日(星期二)⟧  ⟦2024年4月9日(周二)⟧9:00  ⟦2024年4月9日星期二⟧上午
        ⟦2024年4月9日周二⟧上午  ⟦2024年4月9日周二⟧  ⟦2024年4月9日⟧周一鸣  ⟦2024年4月9日⟧(星期二上午9时)
        ⟦2024.4.9(周二)⟧  ⟦2024年4月⟧9号楼
        // Not in the calendar, but meant as dates.
        ⟦2024年4月31日⟧  ⟦2024年13月1日⟧  ⟦2024-04-31⟧  ⟦13月1日⟧  ⟦20244年4月9日⟧  ⟦202年4月9日⟧
        ",
    );
}

#[test]
fn reads_beside_every_sign() {
    reads_beside_signs(read, "%+", &["2024年4月9日", "四月九日", "2024年4月"]);
}

#[test]
fn refuses() {
    reading(
        read,
        "
        |  |月  |2017年  |10日  |4月  |4月份  |3月底  |12个月  |2024年12个月  第|4月9日  |20240409
        |2024-04-0912  |2024-04-09-12  |2024.4.9.1  |2024.4.9a  A|2024.4.9  1-|2024-4-9  1.|2024.4.9
        |2024.4-9  |2024-15-03  |1024.4.9  |24.4.9  |192.168.1.1  |2024.4  |24年4月  |3年6个月
        12|2024年4月9日  2|024年4月9日  二十|四月九日  农历|四月九日  农历|2024年四月初九
        |2024年四月初九  民国|24年4月9日  民国24年|4月9日  光绪二十年|三月五日  |9:00  |上午  |4月9
        |4月9栋  |4月9号楼  |四个月  |百万元  |123456789012年4月9日
        ",
    );
}

/// Every day of some years reads back, in every way of writing.
#[test]
fn every_day_reads_back() {
    let digit = |n: u32| "〇一二三四五六七八九".chars().nth(n as usize).expect("a digit");
    let capital = |n: u32| "零壹贰叁肆伍陆柒捌玖".chars().nth(n as usize).expect("a digit");
    let numeral = |n: u32| match (n / 10, n % 10) {
        (0, ones) => digit(ones).to_string(),
        (1, 0) => "十".into(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    };
    // 支付结算办法: 零壹, 零壹拾, 壹拾壹, 零贰拾, 贰拾壹.
    let bill = |n: u32, month: bool| match (n / 10, n % 10) {
        (0, ones) if month && ones > 2 => capital(ones).to_string(),
        (0, ones) => format!("零{}", capital(ones)),
        (tens, 0) => format!("零{}拾", capital(tens)),
        (tens, ones) => format!("{}拾{}", capital(tens), capital(ones)),
    };
    let spelled = |year: u32, digit: &dyn Fn(u32) -> char| -> String {
        [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].map(digit).into_iter().collect()
    };
    for year in [1900, 2000, 2023, 2024, 2026] {
        for month in 0..=13u8 {
            for day in 0..=32u8 {
                let (y, m, d) = (u32::from(year), u32::from(month), u32::from(day));
                let real = Date::new(year, month, day).is_some();
                let mut ways = vec![format!("{y}年{m}月{d}日"), format!("{y}年{m:02}月{d:02}号")];
                if m > 0 && d > 0 {
                    let (m, d) = (numeral(m), numeral(d));
                    ways.push(format!("{}年{m}月{d}日", spelled(y, &digit)));
                }
                if real {
                    let (m, d) = (bill(m, true), bill(d, false));
                    ways.push(format!("{}年{m}月{d}日", spelled(y, &capital)));
                }
                if (1..=12).contains(&m) && (1..=31).contains(&d) {
                    ways.push(format!("{y}-{m:02}-{d:02}"));
                    ways.push(format!("{y}.{m}.{d}"));
                    ways.push(format!("{y}/{m}/{d}"));
                }
                for value in ways {
                    let text = chars(&value);
                    assert_eq!(read(&[], &text), Some(text.len()), "{value}");
                    let judgement = judge_read(&KIND, &value);
                    let fact = Fact::Date { year: Some(year), month, day: Some(day) };
                    if real {
                        assert_eq!(judgement.problems, [], "{value}");
                        assert_eq!(judgement.facts.first(), Some(&fact), "{value}");
                        assert_eq!(judgement.verdict(), Verdict::Plausible, "{value}");
                    } else {
                        assert_eq!(judgement.verdict(), Verdict::Wrong, "{value}");
                    }
                }
            }
        }
    }
}

#[test]
fn checks() {
    use Severity::{Doubtful, Hint, Wrong};
    for (value, want) in [
        ("2024年4月9日", &[][..]),
        ("2024年4月31日", &[(Flaw::NoSuchDay, Wrong, 7, 9)]),
        ("2023年2月29日", &[(Flaw::NoSuchDay, Wrong, 7, 9)]),
        ("2024年2月29日", &[]),
        ("2024年4月0日", &[(Flaw::NoSuchDay, Wrong, 7, 8)]),
        ("2024年4月009日", &[]),
        ("2024年4月100日", &[(Flaw::NoSuchDay, Wrong, 7, 10)]),
        ("2024年13月1日", &[(Flaw::NoSuchMonth, Wrong, 5, 7)]),
        ("2024年00月1日", &[(Flaw::NoSuchMonth, Wrong, 5, 7)]),
        ("2024年13月", &[(Flaw::NoSuchMonth, Wrong, 5, 7)]),
        ("2024-04-31", &[(Flaw::NoSuchDay, Wrong, 8, 10)]),
        ("4月31日", &[(Flaw::NoSuchDay, Wrong, 2, 4)]),
        ("2月30日", &[(Flaw::NoSuchDay, Wrong, 2, 4)]),
        ("2月29日", &[]),
        ("四月三十一日", &[(Flaw::NoSuchDay, Wrong, 2, 5)]),
        ("24年4月9日", &[(Flaw::TwoDigitYear, Doubtful, 0, 2)]),
        ("202年4月9日", &[(Flaw::Year, Doubtful, 0, 3)]),
        ("1024年4月9日", &[(Flaw::Year, Doubtful, 0, 4)]),
        ("2204年4月9日", &[(Flaw::Year, Doubtful, 0, 4)]),
        ("1894年7月25日", &[]),
        ("0000年4月9日", &[(Flaw::Year, Wrong, 0, 4)]),
        ("20244年4月9日", &[(Flaw::Year, Wrong, 0, 5)]),
        ("2024年4月9日星期二", &[]),
        ("2024年4月9日(周二)", &[]),
        ("2024年4月9日星期三", &[(Flaw::Weekday(2), Wrong, 11, 12)]),
        ("2024年4月9日(周日)", &[(Flaw::Weekday(2), Wrong, 11, 12)]),
        ("2024年4月31日(周日)", &[(Flaw::NoSuchDay, Wrong, 7, 9)]),
        ("4月9日(星期二)", &[]),
        ("4月9日(星期一)", &[(Flaw::Weekday(2), Doubtful, 7, 8)]),
        ("12月31日(星期日)", &[]),
        ("4月9-12日", &[]),
        ("4月28-31日", &[(Flaw::NoSuchDay, Wrong, 5, 7)]),
        ("4月12-9日", &[(Flaw::RangeOrder, Doubtful, 2, 6)]),
        ("二〇二四年四月九日", &[]),
        ("二零二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("二O二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("二○二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("二0二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("二〇二肆年四月九日", &[(Flaw::NumeralStyle, Hint, 3, 4)]),
        ("二〇二四年4月九日", &[(Flaw::NumeralStyle, Hint, 5, 6)]),
        ("贰零贰肆年零肆月零玖日", &[]),
        ("贰零贰肆年肆月玖日", &[(Flaw::NumeralStyle, Hint, 7, 8)]),
        ("贰零贰肆年壹月拾伍日", &[(Flaw::NumeralStyle, Hint, 5, 6), (Flaw::NumeralStyle, Hint, 7, 9)]),
        ("2024年元月5日", &[]),
    ] {
        assert_eq!(rows(&judge_read(&KIND, value)), want, "{value}");
    }
}

#[test]
fn weekdays() {
    let date = Fact::Date { year: Some(2024), month: 4, day: Some(9) };
    let judgement = judge_read(&KIND, "2024年4月9日(星期二)");
    assert_eq!(judgement.verdict(), Verdict::Verified);
    assert_eq!(judgement.facts, [date.clone(), Fact::Weekday(2)]);
    assert_eq!(judge_read(&KIND, "2024年4月9日").facts, [date, Fact::Weekday(2)]);
    assert_eq!(judge_read(&KIND, "2024年4月").facts, [Fact::Date { year: Some(2024), month: 4, day: None }]);

    // The bracket holds more than the weekday.
    let after = chars("(星期三上午9时)");
    let today = thursday();
    let judgement = check(&Number { after: &after, ..Number::bare("2024年4月9日", today) });
    let problem = &judgement.problems[0];
    assert_eq!((problem.flaw, problem.start, problem.end), (Flaw::Weekday(2), 0, 9));

    // Without a year, on either side of New Year.
    let today = Date::new(2024, 12, 28).expect("a day");
    assert_eq!(check(&Number::bare("1月3日星期五", today)).verdict(), Verdict::Verified);
    assert_eq!(check(&Number::bare("1月3日星期三", today)).verdict(), Verdict::Doubtful);
    let today = Date::new(2025, 1, 3).expect("a day");
    assert_eq!(check(&Number::bare("12月28日星期六", today)).verdict(), Verdict::Verified);
    assert_eq!(check(&Number::bare("12月28日星期四", today)).verdict(), Verdict::Doubtful);
}

#[test]
fn short_years() {
    for (value, year) in
        [("24年4月9日", 2024), ("98年4月9日", 1998), ("34年4月9日", 2034), ("35年4月9日", 1935)]
    {
        let fact = Fact::Date { year: Some(year), month: 4, day: Some(9) };
        assert_eq!(judge_read(&KIND, value).facts.first(), Some(&fact), "{value}");
    }
    // No leap year near the day of publication.
    let today = Date::new(2026, 4, 11).expect("a day");
    let judgement = check(&Number::bare("2月29日", today));
    assert_eq!(judgement.verdict(), Verdict::Doubtful);
}

#[test]
fn total() {
    takes_any_text(
        &KIND,
        read,
        "2001234569年年月月日日号.-/〇零二四九十廿贰肆拾元初O*(星期周)二至、",
        12,
        &[],
    );
}
