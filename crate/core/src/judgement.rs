//! What a kind says of one number (判断): verdicts, problems and facts.
//!
//! Values only: the sentences are made from them by [`crate::words`] when a report is written out. Nothing here knows of
//! anything else in the crate.

/// The language of the sentences (语言).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The tag as reports carry it: `zh-CN` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }
}

/// How much was proved (结论), from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// 已验: a check character, a table or a cross-check agrees, and nothing speaks against it.
    Verified,
    /// 合式: the shape fits; there is nothing to compute.
    Plausible,
    /// 存疑: unusual, or two fields disagree, or the sources are unsure.
    Doubtful,
    /// 有误: breaks the standard beyond doubt.
    Wrong,
}

impl Verdict {
    /// The verdict that follows: the heaviest problem decides, then what is proved without it.
    pub fn of(heaviest: Option<Severity>, otherwise: Verdict) -> Verdict {
        match heaviest {
            Some(Severity::Wrong) => Verdict::Wrong,
            Some(Severity::Doubtful) => otherwise.max(Verdict::Doubtful),
            Some(Severity::Hint) | None => otherwise,
        }
    }

    /// The stable name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Verified => "verified",
            Verdict::Plausible => "plausible",
            Verdict::Doubtful => "doubtful",
            Verdict::Wrong => "wrong",
        }
    }
}

/// How heavy a problem is (轻重).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth showing; changes no verdict.
    Hint,
    /// Makes the finding doubtful.
    Doubtful,
    /// Makes the finding wrong.
    Wrong,
}

impl Severity {
    /// The stable name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Doubtful => "doubtful",
            Severity::Wrong => "wrong",
        }
    }
}

/// One thing that speaks against a number (问题), with its place.
///
/// Inside [`crate::kinds`] `start` and `end` count characters of the compact value from 0; in a
/// [`crate::Finding`] they count like the finding itself. `pick` crosses from the one to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What is off.
    pub flaw: Flaw,
    /// How heavy it is.
    pub severity: Severity,
    /// Where it starts.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// The place in characters of the compact value from 0, also in a finding: 第几位, as the words say it.
    pub span: std::ops::Range<usize>,
}

/// What of a person must not be printed in full (个人信息).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Personal {
    /// An identity number of 18 or 15 digits, by itself or inside another number.
    IdentityNumber,
    /// A bank card.
    BankCard,
    /// The account of a person.
    Account,
    /// The birth certificate of a child that is named.
    BirthCertificate,
}

impl Personal {
    /// The stable name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Personal::IdentityNumber => "identity-number",
            Personal::BankCard => "bank-card",
            Personal::Account => "account",
            Personal::BirthCertificate => "birth-certificate",
        }
    }
}

/// What can be off (差错): one closed list for all kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// `length`: not as many characters as the standard wants (the possible lengths).
    Length(&'static [u8]),
    /// `charset`: a character that cannot stand at this place.
    Charset,
    /// `lower-case`: a letter that should be a capital.
    LowerCase,
    /// `check-char`: the (outer) check character does not agree with the rest.
    CheckChar,
    /// `inner-check-char`: the check character inside (organisation code in a credit code) does not agree.
    InnerCheckChar,
    /// `authority`: no such pair of registering authority and kind of body.
    Authority,
    /// `province`: the first two digits of the region belong to no province.
    Province,
    /// `region`: the region is in no list of divisions, of today or before.
    Region,
    /// `birth-date`: the date of birth is no day of the calendar.
    BirthDate,
    /// `birth-range`: born after the day of publication, or before 1900.
    BirthRange,
    /// `mask-length`: kept and masked characters together are not as many as the number has.
    MaskLength(&'static [u8]),
    /// `old-form`: a form that is no longer issued (15-digit identity number).
    OldForm,
    /// `kind-letter`: the letter that tells the kind is none of the known ones (J, L, Z; J, Q).
    KindLetter,
    /// `words`: the number says one thing, the words beside it another.
    Words,
    /// `bank-area`: the bank area is in no list.
    BankArea,
    /// `version`: a version that is never issued (00).
    Version,
    /// `level`: a level or category that does not exist.
    Level,
    /// `year`: a year that cannot be (qualified before 20, after publication …).
    Year,
    /// `range-order`: the range ends before it starts.
    RangeOrder,
    /// `range-width`: first and last number of the range have different lengths.
    RangeWidth,
    /// `count`: the stated count is not the range's (what the range gives).
    Count {
        /// As the text states it.
        stated: u64,
        /// As the range gives it.
        counted: u64,
    },
    /// `no-such-day`: no day of the calendar.
    NoSuchDay,
    /// `no-such-month`: no month of the calendar.
    NoSuchMonth,
    /// `weekday`: the stated weekday is not the day's (the day's true weekday, Monday = 1).
    Weekday(u8),
    /// `two-digit-year`: the year is written with two digits.
    TwoDigitYear,
    /// `numeral-style`: a sign that is unusual here (零 or O for 〇, mixed 佰 and 百).
    NumeralStyle,
    /// `amount-form`: the amount in capitals breaks the writing rules.
    AmountForm(AmountForm),
    /// `amounts-disagree`: figures and capitals are two different amounts.
    AmountsDisagree {
        /// The amount in capitals, in hundredths (分).
        capitals: u128,
        /// The amount in figures, likewise.
        figures: u128,
    },
    /// `row-sum`: a total is not what the other amounts of its row come to.
    RowSum {
        /// What they come to, in hundredths (分).
        parts: u128,
    },
    /// `column-sum`: a total is not what the rows of its column come to.
    ColumnSum {
        /// What they come to, in hundredths (分).
        parts: u128,
    },
    /// `telephone-area`: no such area code.
    TelephoneArea,
    /// `telephone-prefix`: a mobile segment or first digit that is not in use.
    TelephonePrefix,
    /// `prefix`: the letters or digits it starts with are others (what it should start with).
    Prefix(&'static [&'static str]),
    /// `shape`: not written as this kind is (a number that is, as an example).
    Shape(&'static str),
    /// `contradiction`: two parts of the number say two things (a province's sign and its digits).
    Contradiction,
    /// `inner-date`: the year and month, or the date, inside the number is none.
    InnerDate,
    /// `leading-zero`: a zero in front that is not written here.
    LeadingZero,
    /// `brackets`: the year stands in other brackets than this kind is written with (its own pair).
    Brackets(&'static str),
    /// `unfilled`: a form's open place, where nothing was filled in.
    Unfilled,
    /// `quoted`: a correction says that this was printed wrongly, so what speaks against it should.
    Quoted,
}

/// Which rule for amounts in capitals (大写金额) is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AmountForm {
    /// Ends at 元 without 整 or 正.
    NoZheng,
    /// 整 or 正 after 分.
    ZhengAfterFen,
    /// A 零 is missing between two places.
    ZeroMissing,
    /// A 零 too many.
    ZeroExtra,
    /// 角 or 分 behind 零: 零角 is 零 alone.
    EmptyPlace,
    /// 万 or 亿 twice, or places out of order.
    Order,
    /// Thousands separators in the wrong places, or too many decimals.
    Grouping,
}

/// What a number says (所载), read out of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fact {
    /// `region`: a division code of six digits, looked up when worded; also one in no list.
    Region([u8; 6]),
    /// `authority`: registering authority and kind of body of a credit code (two characters).
    Authority([u8; 2]),
    /// `org-code`: the organisation code inside (nine characters).
    OrgCode([u8; 9]),
    /// `registrant`: what the seventh digit of a registration number tells.
    Registrant(u8),
    /// `birth`: date of birth, as far as it shows.
    Birth {
        /// The year.
        year: u16,
        /// The month, if it shows.
        month: Option<u8>,
        /// The day, if it shows.
        day: Option<u8>,
    },
    /// `sex`: from the odd or even serial.
    Sex(Sex),
    /// `mask`: how many characters are kept and how many are masked.
    Mask {
        /// Characters still to be read.
        kept: u8,
        /// Characters masked.
        masked: u8,
    },
    /// `nationality`: ISO 3166 code, letters or digits, as in the number.
    Nationality([u8; 3]),
    /// `qualified`: year of a qualification.
    Qualified(u16),
    /// `province`: two digits.
    Province([u8; 2]),
    /// `level`: physician (1) or assistant (2).
    PhysicianLevel(u8),
    /// `category`: the physician's field (two digits).
    PhysicianCategory([u8; 2]),
    /// `village-group`: the group (组) of a land contract, 0 for the village itself.
    VillageGroup(u8),
    /// `household`: the household's number within the group.
    Household(u16),
    /// `contract-form`: J family contract (家庭承包), Q other forms.
    ContractForm(u8),
    /// `account-kind`: J basic, L temporary, Z special.
    AccountKind(u8),
    /// `bank-area`: the central bank's area code, looked up when worded.
    BankArea([u8; 4]),
    /// `issuing-bank`: the bank that a card number's first digits belong to (its name in Chinese).
    IssuingBank(&'static str),
    /// `issued`: year of an invoice batch.
    InvoiceYear(u16),
    /// `year`: the year in the number: of issue, of registration, of the case.
    Year(u16),
    /// `month`: the year and month in the number.
    YearMonth(u16, u8),
    /// `meaning`: what a digit or letter stands for in the kind's own table.
    Meaning {
        /// The digit or letters as in the number.
        sign: &'static str,
        /// What it stands for, in Chinese and in English.
        words: [&'static str; 2],
    },
    /// `check-agrees`: the check character that a reader cannot see agrees (VIN, container).
    CheckAgrees,
    /// `possible-places`: a single slip at so many places would explain what is wrong; too many to say which.
    PossiblePlaces(u8),
    /// `count`: how many numbers a range holds.
    Count(u64),
    /// `amount`: the amount in hundredths of the currency's unit.
    Amount {
        /// Hundredths (分).
        fen: u128,
        /// The currency as ISO 4217 writes it.
        currency: &'static str,
    },
    /// `date`: a date, as far as it is written.
    Date {
        /// The year, if written.
        year: Option<u16>,
        /// The month.
        month: u8,
        /// The day, if written.
        day: Option<u8>,
    },
    /// `weekday`: the day's weekday, Monday = 1.
    Weekday(u8),
    /// `period`: a length of time.
    Period {
        /// How many.
        count: u32,
        /// Of what.
        unit: PeriodUnit,
    },
    /// `telephone-area`: the area code, looked up when worded.
    TelephoneArea(String),
    /// `mobile`: the operator the segment was given to (its name in Chinese).
    MobileSegment(&'static str),
    /// `service-number`: a service number (400, 800, 95…, 12345).
    ServiceNumber,
    /// `agrees`: the figures and the capitals beside it are the same amount.
    AmountsAgree,
    /// `row`: the name of the table's row whose sum is off.
    Row(String),
    /// `column`: the name of the table's column whose sum is off.
    Column(String),
}

/// Man or woman, as an identity number's serial tells (性别).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// 男
    Male,
    /// 女
    Female,
}

/// The unit of a period (期限单位).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodUnit {
    /// 日, 天
    Day,
    /// 个工作日
    WorkingDay,
    /// 周, 星期
    Week,
    /// 个月
    Month,
    /// 年
    Year,
    /// 小时
    Hour,
}

/// What a kind's check says of one number (判断); see [`crate::kinds::Kind`].
///
/// Places count characters of the compact value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// What speaks against it.
    pub problems: Vec<Problem>,
    /// What it says.
    pub facts: Vec<Fact>,
    /// A check character, a table or a cross-check agrees.
    pub proved: bool,
    /// It prints something about a person in full.
    pub exposed: Option<Exposed>,
}

/// What a number prints about a person in full, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposed {
    /// What it is.
    pub what: Personal,
    /// The whole personal number inside, in characters of the compact value from 0.
    pub span: std::ops::Range<usize>,
}

// Fifty kinds call these, and what they do is not worth fifty copies.
impl Judgement {
    /// Adds a problem that breaks the standard beyond doubt.
    #[inline(never)]
    pub fn wrong(&mut self, flaw: Flaw, span: std::ops::Range<usize>) {
        self.add(flaw, Severity::Wrong, span);
    }

    /// Adds a problem that must be looked at.
    #[inline(never)]
    pub fn doubt(&mut self, flaw: Flaw, span: std::ops::Range<usize>) {
        self.add(flaw, Severity::Doubtful, span);
    }

    /// Adds a remark that changes no verdict.
    #[inline(never)]
    pub fn hint(&mut self, flaw: Flaw, span: std::ops::Range<usize>) {
        self.add(flaw, Severity::Hint, span);
    }

    /// Adds a fact.
    #[inline(never)]
    pub fn fact(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// Says that a personal number is printed in full.
    #[inline(never)]
    pub fn expose(&mut self, what: Personal, span: std::ops::Range<usize>) {
        self.exposed = Some(Exposed { what, span });
    }

    /// The verdict that follows: the heaviest problem decides, then the proof.
    pub fn verdict(&self) -> Verdict {
        let proof = if self.proved { Verdict::Verified } else { Verdict::Plausible };
        Verdict::of(self.problems.iter().map(|p| p.severity).max(), proof)
    }

    /// Adds a problem of this weight.
    #[inline(never)]
    pub fn add(&mut self, flaw: Flaw, severity: Severity, span: std::ops::Range<usize>) {
        self.problems.push(Problem { flaw, severity, start: span.start, end: span.end, span });
    }
}
