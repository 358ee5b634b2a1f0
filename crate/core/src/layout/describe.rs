//! A shape in words, for the list of what is checked (样式的说法).

use std::fmt;

use super::{Item, Shape, What};

/// Nobody reads a line with more forms than this.
const SHOWN: usize = 3;

impl fmt::Display for Shape {
    /// The shape in words, for the list of what is checked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, form) in self.forms().iter().take(SHOWN).enumerate() {
            if i > 0 {
                f.write_str("；或")?;
            }
            write_form(form, f)?;
        }
        let more = if self.forms().len() > SHOWN { "等" } else { "" };
        write!(f, "{more}；如{}", self.example)
    }
}

fn write_form(form: &[Item], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut literal = false;
    for (i, item) in form.iter().enumerate() {
        if let What::Literal(ch) = item.what {
            if i > 0 && !literal {
                f.write_str("＋")?;
            }
            write!(f, "{ch}")?;
            literal = true;
            continue;
        }
        if i > 0 {
            f.write_str("＋")?;
        }
        literal = false;
        let name = match item.what {
            What::Digit => "位数字",
            What::Capital => "位字母",
            What::Either => "位字母或数字",
            What::Han => "个汉字",
            What::Set(_) => "位",
            What::Region => "6位行政区划",
            What::Province => "2位省份",
            What::Prefecture => "4位地区",
            What::Sign => "省份简称",
            What::Year => "4位年份",
            What::ShortYear => "2位年份",
            What::Month => "6位年月",
            What::Date => "8位日期",
            What::Id => "18位身份证号码",
            What::HongKong => "1位校验码",
            What::Literal(_) => "",
        };
        match item.what {
            What::Digit | What::Capital | What::Either | What::Han | What::Set(_) => {
                write!(f, "{}", item.least)?;
                if item.least != item.most {
                    write!(f, "至{}", item.most)?;
                }
                f.write_str(name)?;
                if let What::Set(set) = item.what {
                    write!(f, "（{set}）")?;
                }
            }
            _ => f.write_str(name)?,
        }
    }
    Ok(())
}
