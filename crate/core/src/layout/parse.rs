//! A shape as the table writes it, read into its items (样式的读法); see [the grammar](super).

use super::{Form, Item, What};

pub(super) fn read_form(form: &'static str) -> Form {
    let mut items: Form = Vec::new();
    let mut rest = form;
    while let Some(first) = rest.chars().next() {
        let field = rest.strip_prefix('{').and_then(|r| r.split_once('}'));
        let item = field.and_then(|(field, _)| read_field(field));
        rest = match (first, item, field) {
            (_, Some(item), Some((_, after))) => {
                items.push(item);
                after
            }
            ('?', _, _) if !items.is_empty() => {
                if let Some(last) = items.last_mut() {
                    last.least = 0;
                }
                &rest[1..]
            }
            _ => {
                items.push(Item { what: What::Literal(first), least: 1, most: 1 });
                &rest[first.len_utf8()..]
            }
        };
    }
    items
}

fn read_field(field: &'static str) -> Option<Item> {
    let (class, times) = field.split_once('*').unwrap_or((field, ""));
    let what = match class {
        "9" => What::Digit,
        "A" => What::Capital,
        "X" => What::Either,
        "文" => What::Han,
        "region" => What::Region,
        "province" => What::Province,
        "prefecture" => What::Prefecture,
        "sign" => What::Sign,
        "year" => What::Year,
        "yy" => What::ShortYear,
        "month" => What::Month,
        "date" => What::Date,
        "id" => What::Id,
        "hk" => What::HongKong,
        _ => What::Set(class.strip_prefix('[')?.strip_suffix(']')?),
    };
    let width = what.width();
    let (least, most) = match times.split_once('-') {
        Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
        None if times.is_empty() => (width, width),
        None => (times.parse().ok()?, times.parse().ok()?),
    };
    Some(Item { what, least, most })
}
