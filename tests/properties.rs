//! What holds for every text (性质): ranges in order, on character borders, problems inside them.

mod marked;

use kanyan::{Date, Options, Report, Verdict};
use marked::{Notice, corpus};
use proptest::prelude::*;

fn check(text: &str) -> Report {
    kanyan::check(text, &Options::on(today()))
}

fn today() -> Date {
    "2024-04-11".parse().expect("a day of the calendar")
}

/// What the core promises of every report, whatever the text.
fn sound(text: &str) -> Result<(), String> {
    let Ok(report) = std::panic::catch_unwind(|| check(text)) else {
        return Err(format!("panics on {text:?}"));
    };
    let mut last = 0;
    for finding in &report.findings {
        let fail = |what: &str| Err(format!("{what}: {finding:?} in {text:?}"));
        if finding.start < last || finding.start >= finding.end {
            return fail("out of order or empty");
        }
        last = finding.end;
        let Some(number) = text.get(finding.start..finding.end) else {
            return fail("not on character borders");
        };
        // The small x of what was left open is written as the large one.
        let open = finding.problems.iter().any(|p| matches!(p.flaw, kanyan::Flaw::Unfilled));
        let read = if open { number.replace(['x', 'ｘ'], "X") } else { number.to_string() };
        if !is_value_of(&finding.value, &read) {
            return fail("the value is not the text folded");
        }
        for p in &finding.problems {
            let inside = finding.start <= p.start && p.start <= p.end && p.end <= finding.end;
            let Some(place) = text.get(p.start..p.end).filter(|_| inside) else {
                return fail("a problem outside");
            };
            let span: String = finding.value.chars().skip(p.span.start).take(p.span.len()).collect();
            if !is_value_of(&span, place) {
                return fail("a problem at two places");
            }
        }
        for s in &finding.suggestions {
            let inside = finding.start <= s.start && s.start <= s.end && s.end <= finding.end;
            if !inside
                || text.get(s.start..s.end).is_none()
                || s.value == finding.value && s.replacement.is_empty() && s.start == s.end
            {
                return fail("a suggestion outside, or of nothing");
            }
        }
    }
    // Every eighth, for the time it takes.
    if text.len().is_multiple_of(8) && report != check(text) {
        return Err(format!("two reports for {text:?}"));
    }
    Ok(())
}

/// Is this value the text with blanks left out and its characters folded one for one?
fn is_value_of(value: &str, text: &str) -> bool {
    let glyphs = text.chars().filter(|c| !is_blank(*c));
    glyphs.clone().count() == value.chars().count() && glyphs.zip(value.chars()).all(|(c, v)| folds_to(c, v))
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}')
        || matches!(c, '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{180E}')
}

/// Is the sign the decomposition of a small form?
fn small_form(c: char, v: char) -> bool {
    "﹐,﹑、﹒.﹔;﹕:﹖?﹗!﹘-﹙(﹚)﹛{﹜}﹝〔﹞〕﹟#﹠&﹡*﹢+﹣-﹤<﹥>﹦=﹨\\﹩$﹪%﹫@"
        .contains(&format!("{c}{v}"))
}

fn folds_to(c: char, v: char) -> bool {
    let ascii = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // The small forms, by their decompositions in Unicode.
        '\u{FE50}'..='\u{FE6B}' if small_form(c, v) => v,
        '〜' => '~',
        '￥' => '¥',
        '×' | '✕' | 'х' | 'Х' | 'Ⅹ' | 'ⅹ' if v == 'x' => 'x',
        // A hole's signs, and radicals, which the table of ideographs leads to one ideograph each.
        '×' if v == 'X' => 'X',
        '【' if v == '[' => '[',
        '】' if v == ']' => ']',
        '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' if ('一'..='\u{9FFF}').contains(&v) => v,
        _ => c,
    };
    ascii == v || (v == '*' && "﹡∗✱×✕xX●■□○〇…#?".contains(ascii)) || (v == '-' && c == '一')
}

/// Cuts of a text at character borders: every prefix and suffix, and pieces from the middle, at most about
/// `most` of each.
fn cuts(text: &str, most: usize) -> Vec<&str> {
    let borders: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let len = borders.len();
    let stride = len.div_ceil(most);
    let mut cuts = Vec::new();
    for i in (0..len).step_by(stride) {
        cuts.extend([&text[..borders[i]], &text[borders[i]..]]);
    }
    let stride = (len * len / 2).div_ceil(most).isqrt().max(1);
    for i in (1..len).step_by(stride) {
        cuts.extend((i..len).step_by(stride).map(|j| &text[borders[i]..borders[j]]));
    }
    cuts
}

#[test]
fn every_cut_gives_a_sound_report() {
    for notice in corpus() {
        let most = if notice.text.len() > 4000 { 20 } else { 80 };
        for cut in cuts(&notice.text, most) {
            sound(cut).unwrap_or_else(|e| panic!("{}: {e}", notice.place));
        }
    }
}

/// The lines with a number in them, cut everywhere.
#[test]
fn every_cut_around_a_number_gives_a_sound_report() {
    for Notice { place, text, marks, .. } in corpus() {
        for mark in marks.iter().take(6) {
            let from = text[..mark.start].char_indices().rev().nth(6).map_or(0, |(i, _)| i);
            let to = text[mark.end..].char_indices().nth(3).map_or(text.len(), |(i, _)| mark.end + i);
            for cut in cuts(&text[from..to], 80) {
                sound(cut).unwrap_or_else(|e| panic!("{place}: {e}"));
            }
        }
    }
}

/// One good number of each kind: what stands before it, the number.
const GOOD: [(&str, &str, &str); 24] = [
    ("uscc", "统一社会信用代码", "91220182716045829C"),
    ("org_code", "组织机构代码", "71604582-9"),
    ("registration_number", "营业执照注册号", "220102000012345"),
    ("resident_id", "身份证号", "220104199003072310"),
    ("resident_id_15", "身份证号", "220102610307231"),
    ("masked_id", "身份证号", "2201041990********"),
    ("residence_permit", "港澳居民居住证号码", "810000199408230021"),
    ("foreigner_card", "外国人永久居留身份证号码", "911398199312310023"),
    ("physician_certificate", "医师资格证书编码", "20182211022038119930418204X"),
    ("land_contract", "农村土地承包经营权证代码", "220112002210100007J"),
    ("land_contract_old", "土地承包证编号", "2203810070582"),
    ("account_permit", "开户许可证核准号", "Z2462000062402"),
    ("bank_account", "账号", "921001040035100"),
    ("bank_card", "银行卡号", "6228481234567890128"),
    ("invoice_code", "发票代码", "022002300111"),
    ("invoice_number", "发票号码", "00244217"),
    ("receipt_number", "收据号", "00251306"),
    ("serial_number", "流水号", "083164"),
    ("amount", "人民币", "241800元"),
    ("seal_code", "公章防伪编码", "2203811725406"),
    ("telephone", "电话", "0431-85012345"),
    ("date", "自", "2024年4月9日"),
    ("period", "旷工", "45天"),
    ("other_certificate", "工作证号", "220182001234"),
];

/// Where a finding is, its kind, its verdict.
type Found = (usize, usize, &'static str, Verdict);

/// What stands in one notice changes nothing in the next, however long the text is.
#[test]
fn notices_in_one_text_are_found_as_alone() {
    let notices: Vec<Notice> = corpus().into_iter().filter(|n| n.today == today()).collect();
    let mut text = String::new();
    let mut alone = Vec::new();
    for notice in notices.iter().chain(&notices) {
        for f in check(&notice.text).findings {
            alone.push((text.len() + f.start, text.len() + f.end, f.kind.id, f.verdict));
        }
        text += &notice.text;
        text += "\n\n天晴。\n\n";
    }
    let together: Vec<Found> =
        check(&text).findings.iter().map(|f| (f.start, f.end, f.kind.id, f.verdict)).collect();
    let shown = |rows: &[Found], others: &[Found]| -> String {
        let odd = rows.iter().filter(|row| !others.contains(row));
        odd.map(|row| format!("{} {} {:?}\n", row.2, &text[row.0..row.1], row.3)).collect()
    };
    let (missing, surplus) = (shown(&alone, &together), shown(&together, &alone));
    assert!(alone == together, "only alone:\n{missing}only together:\n{surplus}");
}

/// Kinds that no one could tell without their name.
const NAMED: [&str; 12] = [
    "org_code",
    "registration_number",
    "resident_id_15",
    "land_contract_old",
    "account_permit",
    "bank_account",
    "bank_card",
    "invoice_code",
    "invoice_number",
    "receipt_number",
    "serial_number",
    "seal_code",
];

/// Marks a number may stand next to; those that could be part of one (mask signs, dashes) are left out.
const NEIGHBOURS: &str = "，。、；：？！“”‘’「」『』（）《》〈〉【】〔〕［］｛｝…·,.;:?!\"'()[]{}<>/\\|&@^`=●■◆★√①\u{3000} \n\t\u{A0}\u{AD}\u{200B}\u{FEFF}😀𠮷📞👨\u{200D}👩㎡号";

#[test]
fn any_neighbour_leaves_a_number_its_range() {
    let mut failures = Vec::new();
    for (kind, label, number) in GOOD {
        // Next to a mask, another mask sign belongs to it.
        let own = |c: &char| kind == "masked_id" && "？?…●■".contains(*c);
        // A sentence or an item that ends before the number parts it from its name; before a period a point
        // is a decimal point.
        let apart = |c: char| match kind {
            "period" => c == '.',
            "other_certificate" => "。●■◆★①𠮷".contains(c),
            _ => NAMED.contains(&kind) && "。●■◆★".contains(c),
        };
        for mark in NEIGHBOURS.chars().filter(|c| !own(c)) {
            for (before, after) in [("", mark.to_string()), (&*mark.to_string(), String::new())] {
                if !before.is_empty() && apart(mark) {
                    continue;
                }
                let text = format!("{label}{before}{number}{after}声明作废");
                let start = label.len() + before.len();
                let found = check(&text).findings;
                let right = found.len() == 1
                    && found[0].kind.id == kind
                    && (found[0].start, found[0].end) == (start, start + number.len());
                if !right {
                    let found: Vec<_> = found.iter().map(|f| (f.kind.id, &text[f.start..f.end])).collect();
                    failures.push(format!("{kind} in {text:?}: {found:?}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}\n{} failures", failures.join("\n"), failures.len());
}

/// Says what is amiss where the only finding should be this number after this label.
fn alone_after(kind: &str, label: &str, number: &str, failures: &mut Vec<String>) {
    let text = format!("遗失声明，{label}{number}，声明作废");
    let start = "遗失声明，".len() + label.len();
    let found = check(&text).findings;
    let range = (start, start + number.len());
    if found.len() != 1 || found[0].kind.id != kind || (found[0].start, found[0].end) != range {
        let found: Vec<_> = found.iter().map(|f| (f.kind.id, &text[f.start..f.end])).collect();
        failures.push(format!("{kind} in {text:?}: {found:?}"));
    }
}

/// Columns break numbers anywhere, and pages put blank lines between the lines.
#[test]
fn a_number_broken_anywhere_is_one() {
    let mut failures = Vec::new();
    for (kind, label, number) in GOOD {
        for joint in ["\n", "\n\n", "\n　　", " "] {
            for (at, _) in number.char_indices().skip(1) {
                // Two equal halves may be two numbers, unless the standard knows the length.
                let free = ["receipt_number", "serial_number", "invoice_number", "other_certificate"];
                if !(at * 2 == number.len() && free.contains(&kind)) {
                    let broken = format!("{}{joint}{}", &number[..at], &number[at..]);
                    alone_after(kind, label, &broken, &mut failures);
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}\n{} failures", failures.join("\n"), failures.len());
}

/// Justified lines part every sign, and old layout programs write all of them full-width.
#[test]
fn a_number_in_any_dress_is_the_same() {
    let mut failures = Vec::new();
    for (kind, label, number) in GOOD {
        let wide: String = number.chars().map(widened).collect();
        let apart = |text: &str, by: &str| text.chars().map(String::from).collect::<Vec<_>>().join(by);
        for dressed in [&wide, &apart(number, " "), &apart(&wide, "\u{3000}"), &apart(number, "\u{A0}")] {
            alone_after(kind, label, dressed, &mut failures);
            alone_after(kind, &apart(label, " "), dressed, &mut failures);
            alone_after(kind, &apart(label, "\n\n"), dressed, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{}\n{} failures", failures.join("\n"), failures.len());
}

fn widened(c: char) -> char {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c }
}

/// Characters that numbers and notices are made of, and some that no number has.
fn glyph() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => proptest::char::range('0', '9'),
        2 => proptest::sample::select("XJZQxABN*＊×○〇●… \n\u{3000}\u{A0}-—–～~至，。、：（）().,/¥￥$%".chars().collect::<Vec<_>>()),
        2 => proptest::sample::select("年月日天内元万亿整号第证编码零一二十百壹佰伍仟角分共份张个０９Ｘ".chars().collect::<Vec<_>>()),
        1 => proptest::sample::select("\u{AD}\u{200B}\u{FEFF}\u{FE0F}\u{301}😀𠮷\u{1F468}\u{200D}𝟙²①㎡\0\r\t\u{85}\u{2028}é".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ]
}

/// One slip: at this place of the text (in thousandths), this is done with this character.
fn slip() -> impl Strategy<Value = (usize, u8, char)> {
    (0..1000usize, 0..5u8, glyph())
}

fn slipped(text: &str, slips: &[(usize, u8, char)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for &(place, what, glyph) in slips {
        let at = place * chars.len() / 1000;
        match what {
            _ if at >= chars.len() => chars.push(glyph),
            0 => chars.insert(at, glyph),
            1 => chars[at] = glyph,
            2 => drop(chars.remove(at)),
            3 => {
                let doubled = chars[at..chars.len().min(at + 12)].to_vec();
                chars.splice(at..at, doubled);
            }
            _ => {
                let len = chars.len();
                chars.swap(at, (at + 1) % len);
            }
        }
    }
    chars.into_iter().collect()
}

/// A window of a notice of the corpus, so that slips fall near numbers.
fn passage() -> impl Strategy<Value = String> {
    let texts: Vec<Vec<char>> = corpus().into_iter().map(|n| n.text.chars().collect()).collect();
    (proptest::sample::select(texts), 0..1000usize).prop_map(|(text, place)| {
        let start = place * text.len() / 1000;
        text[start..text.len().min(start + 120)].iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slips_leave_reports_sound(text in passage(), slips in proptest::collection::vec(slip(), 1..12)) {
        sound(&slipped(&text, &slips)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn runs_of_glyphs_give_sound_reports(glyphs in proptest::collection::vec(glyph(), 0..60)) {
        sound(&glyphs.into_iter().collect::<String>()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_text_gives_a_sound_report(text in any::<String>()) {
        sound(&text).map_err(TestCaseError::fail)?;
    }
}
