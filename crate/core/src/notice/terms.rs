//! Days that hang on the end of a period (期限届满后): the first meeting of creditors, the bill that falls due.

use crate::kinds;
use std::sync::LazyLock;

use super::dates::{day_to_come, full, number, words};
use super::rules;
use super::scope::Scope;
use super::{Context, periods};
use crate::finding::Finding;
use crate::judgement::Severity;
use crate::tables::date::Date;

/// Compares the days.
pub fn check(context: &mut Context) {
    match context.sort.id {
        "bankruptcy" => meeting(context),
        "public_summons" => due(context),
        _ => {}
    }
}

/// Days from the end of the claims' period within which the court calls the first meeting (企业破产法第六十二条).
const MEETING: i32 = 15;

/// The court's notice of acceptance: the first meeting of creditors comes when the period for claims is over.
fn meeting(context: &mut Context) {
    static COURT: LazyLock<Scope> =
        LazyLock::new(|| Scope::read(["bankruptcy", "", "", "本院+受理|@by:法院+受理", "第二次债权人会议"]));
    if !COURT.holds(context) {
        return;
    }
    let Some((end, _)) = periods::end_of(context, "申报债权|债权申报|申报") else { return };
    let today = context.today;
    let meeting = context.of_kind(&kinds::date::KIND).find(|finding| is_meeting(context, finding));
    let Some((day, place)) = meeting.and_then(|f| Some((day_to_come(f, today)?, f.start..f.end))) else {
        return;
    };
    // A day more or less for the day of the paper.
    if !(-1..=MEETING + 1).contains(&(number(day) - number(end))) {
        let args = [words(day, context.lang), words(end, context.lang)];
        let args = [args[0].as_str(), &args[1]];
        context.say(rules::BANKRUPTCY_MEETING, Severity::Doubtful, place, vec![], &args);
    }
}

/// Is it the day of the first meeting?
fn is_meeting(context: &Context, finding: &Finding) -> bool {
    const FIRST: &str = "第一次债权人会议";
    let at = context.inside(finding);
    let before = context.body.before(at.start, 24);
    let clause = before.rsplit(['。', ';', ',']).next().unwrap_or_default();
    let after = context.body.after(at.end, 40).split(['。', ';']).next().unwrap_or_default();
    clause.contains(FIRST) || clause.ends_with('于') && after.contains(FIRST)
}

/// Days that the period of a public summons goes on behind the day on which the bill is paid.
const DUE: i32 = 15;

/// Labels of the day on which a bill is paid.
const PAID: [&str; 6] = ["付款日", "付款日期", "到期日", "到期日期", "付款期限", "汇票到期日"];

/// A public summons does not end before the bill falls due.
fn due(context: &mut Context) {
    let day = |text: &str| text.parse::<Date>().expect("a day of the calendar");
    let today = context.today;
    let ground = if day("2022-04-10") <= today {
        "民诉法解释第四百四十七条"
    } else if day("2015-02-04") <= today {
        "民诉法解释（2015年）第四百四十九条"
    } else {
        return;
    };
    static COURT: LazyLock<Scope> = LazyLock::new(|| {
        Scope::read(["public_summons", "", "", "本院|@by:法院", "自判决公告|判决如下|终结公示催告"])
    });
    if !COURT.holds(context) {
        return;
    }
    let paid = context.of_kind(&kinds::date::KIND).filter(|finding| {
        let before = context.body.before(context.inside(finding).start, 10);
        let before = before.trim_end_matches([':', '为', '是', '至', '(']);
        PAID.iter().any(|label| before.ends_with(label))
    });
    let Some((paid, place)) =
        paid.filter_map(|f| Some((full(f)?, f.start..f.end))).max_by_key(|(day, _)| *day)
    else {
        return;
    };
    let Some((end, _)) = periods::end_of(context, "申报权利|申报|票据") else { return };
    if number(end) + 1 < number(paid) + DUE {
        let args = [words(end, context.lang), words(paid, context.lang)];
        let args = [args[0].as_str(), &args[1], ground];
        context.say(rules::SUMMONS_DUE, Severity::Doubtful, place, vec![], &args);
    }
}
