use crate::finding::{Fact, Finding, Problem};

pub fn problem(_finding: &Finding, problem: &Problem) -> String {
    format!("{:?}", problem.flaw)
}

pub fn fact(fact: &Fact) -> String {
    format!("{fact:?}")
}
