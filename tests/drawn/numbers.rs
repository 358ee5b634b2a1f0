//! Made-up numbers that are right (虚构的有效号码), drawn as the real ones are spread, as far as that is known.

use super::arithmetic::{self, BASE_31, BASE_36, VEHICLE};
use super::places::{BANK_AREAS, CITIES, COUNTIES, COUNTIES_OF_ALL_YEARS, gave_numbers};
use super::random::Random;

/// Registering authorities and kinds of bodies, in thousandths: companies, then individual businesses, the rest as
/// notices have them.
const AUTHORITIES: [(&str, usize); 16] = [
    ("91", 640),
    ("92", 200),
    ("93", 40),
    ("52", 28),
    ("12", 28),
    ("51", 16),
    ("N2", 10),
    ("54", 8),
    ("11", 8),
    ("81", 6),
    ("31", 5),
    ("55", 4),
    ("53", 3),
    ("13", 2),
    ("G1", 1),
    ("J1", 1),
];

/// A region as registrars use it: 2 % their own, which no list has, a quarter a city's or a province's.
fn registrar(random: &mut Random) -> String {
    if random.in_1000(20) {
        loop {
            let code =
                format!("{}{}{}", &random.one(&CITIES)[..4], random.char("0123456789"), random.digits(1));
            if !COUNTIES_OF_ALL_YEARS.contains(&code.as_str()) && !CITIES.contains(&code.as_str()) {
                return code;
            }
        }
    }
    (*if random.in_1000(250) { random.one(&CITIES) } else { random.one(&COUNTIES) }).to_string()
}

/// An organisation code: of older bodies digits, of those since 2015 a series of letters. Four in five of those in
/// credit codes are digits: then 23.7 % of the credit codes are digits throughout, as measured.
fn organisation_of(pair: &str, random: &mut Random) -> String {
    let series = match pair {
        "91" | "92" | "93" => "MA",
        "51" | "52" | "53" => "MJ",
        "31" => "MD",
        "N2" => "MF",
        _ => "MB",
    };
    let body = if random.in_1000(808) {
        random.digits(8)
    } else {
        format!("{series}{}{}", random.digits(1), random.chars(BASE_31, 5))
    };
    let check = arithmetic::organisation(&body);
    body + &check.to_string()
}

fn organisation(random: &mut Random) -> String {
    organisation_of("91", random)
}

/// A credit code.
pub fn credit_code(random: &mut Random) -> String {
    let pair = random.weighted(&AUTHORITIES);
    with(format!("{pair}{}{}", registrar(random), organisation_of(pair, random)), arithmetic::credit)
}

/// An organisation code by itself, with its hyphen.
pub fn org_code(random: &mut Random) -> String {
    let code = organisation(random);
    format!("{}-{}", &code[..8], &code[8..])
}

/// A registration number: four in ten of companies, five of individuals.
pub fn registration_number(random: &mut Random) -> String {
    let sort = random.weighted(&[("0", 15), ("1", 5), ("2", 20), ("3", 5), ("4", 5), ("6", 50)]);
    with(format!("{}{sort}{}", registrar(random), random.digits(7)), arithmetic::mod_11_10)
}

/// A tax registration of a body: the last were given out when organisation codes began to have letters.
pub fn tax_registration(random: &mut Random) -> String {
    let (region, body) = (registrar(random), random.digits(8));
    let check = arithmetic::organisation(&body);
    format!("{region}{body}{check}")
}

/// An importer's code.
pub fn trade_enterprise_code(random: &mut Random) -> String {
    random.one(&CITIES)[..4].to_string() + &organisation(random)
}

/// A pollutant permit: a credit code, a site, a mark.
pub fn pollution_permit(random: &mut Random) -> String {
    let site = random.weighted(&[("001", 90), ("002", 8), ("003", 2)]);
    format!("{}{site}{}", credit_code(random), random.char("PQRUVWXYZ"))
}

/// A medical institution.
pub fn medical_institution(random: &mut Random) -> String {
    let sort = random.chars("ABCDEFGHJKLMNPQ", 1) + &random.digits(3);
    format!("{}{}{}{sort}{}", organisation(random), registrar(random), random.digits(2), random.char("129"))
}

/// A day as YYYYMMDD.
fn day(random: &mut Random, first_year: u32, last_year: u32) -> String {
    let (year, month) = (random.between(first_year, last_year), random.between(1, 12));
    let last = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    format!("{year}{month:02}{:02}", random.between(1, last))
}

/// Seventeen characters made of a region, a day of birth and a serial, and their check character.
fn person(region: &str, born: &str, random: &mut Random) -> String {
    with(format!("{region}{born}{:03}", random.between(1, 999)), arithmetic::identity)
}

/// A county of any year since 1984 that gave out numbers to people born on this day.
fn county(born: &str, random: &mut Random) -> &'static str {
    let year = born[..4].parse().expect("a day starts with its year");
    loop {
        let code = COUNTIES_OF_ALL_YEARS[random.below(COUNTIES_OF_ALL_YEARS.len())];
        if gave_numbers(code, year) {
            return code;
        }
    }
}

/// An identity number of somebody between 16 and 90 in 2026, from a county of any year.
pub fn identity_number(random: &mut Random) -> String {
    let born = day(random, 1937, 2009);
    person(county(&born, random), &born, random)
}

/// An identity number of the old form.
pub fn identity_number_15(random: &mut Random) -> String {
    let born = day(random, 1918, 1991);
    format!("{}{}{:03}", county(&born, random), &born[2..], random.between(1, 999))
}

/// A residence permit.
pub fn residence_permit(random: &mut Random) -> String {
    let region = random.weighted(&[("810000", 5), ("820000", 1), ("830000", 4)]);
    let born = day(random, 1937, 2009);
    person(region, &born, random)
}

/// A foreigner's card.
pub fn foreigner_card(random: &mut Random) -> String {
    let nation = random.one(&["840", "826", "392", "410", "276", "250", "124", "036", "643", "356"]);
    let born = day(random, 1937, 2009);
    person(&format!("9{}{nation}", &random.one(&CITIES)[..2]), &born, random)
}

/// A foreigner's card of the older form.
pub fn foreigner_card_15(random: &mut Random) -> String {
    let nation = random.one(&["USA", "GBR", "JPN", "KOR", "DEU", "FRA", "CAN", "AUS", "RUS", "IND"]);
    let place = &random.one(&CITIES)[..4];
    let born = day(random, 1937, 1999);
    with(format!("{nation}{place}{}{}", &born[2..], random.char("01")), arithmetic::machine_readable)
}

/// What stands before the identity number in a physician's certificate.
fn qualified(random: &mut Random, first: u32, last: u32) -> String {
    let province = &random.one(&CITIES)[..2];
    let level = random.weighted(&[("1", 7), ("2", 3)]);
    let field = random.weighted(&[("10", 70), ("20", 8), ("30", 4), ("41", 18)]);
    format!("{}{province}{level}{field}", random.between(first, last))
}

/// A physician's certificate.
pub fn physician_certificate(random: &mut Random) -> String {
    let born = day(random, 1945, 1984);
    qualified(random, 2004, 2024) + &person(county(&born, random), &born, random)
}

/// A physician's certificate of the first years.
pub fn physician_certificate_24(random: &mut Random) -> String {
    let born = day(random, 1935, 1977);
    let head = qualified(random, 1998, 2003);
    let county = county(&born, random);
    format!("{head}{county}{}{:03}", &born[2..], random.between(1, 999))
}

/// A disability certificate.
pub fn disability_certificate(random: &mut Random) -> String {
    format!("{}{}{}", identity_number(random), random.char("1234567"), random.char("1234"))
}

/// A permit for special trades.
pub fn special_work_permit(random: &mut Random) -> String {
    format!("T{}", identity_number(random))
}

/// A food licence: its letters, its class, a region, a serial.
fn food(letters: &str, class: &str, serial: usize, random: &mut Random) -> String {
    let digits = format!("{class}{}{}", registrar(random), random.digits(serial));
    format!("{letters}{}", with(digits, arithmetic::mod_11_10))
}

/// A food business licence.
pub fn food_business_licence(random: &mut Random) -> String {
    let class = random.weighted(&[("1", 50), ("2", 45), ("3", 5)]);
    food("JY", class, 6, random)
}

/// A filing for prepackaged food.
pub fn prepackaged_food_filing(random: &mut Random) -> String {
    let class = random.char("123").to_string();
    food("YB", &class, 6, random)
}

/// A food production licence.
pub fn food_production_licence(random: &mut Random) -> String {
    let class = match random.in_1000(60) {
        true => format!("2{:02}", random.between(1, 3)),
        false => format!("1{:02}", random.between(1, 31)),
    };
    food("SC", &class, 4, random)
}

/// A bank's number.
pub fn bank_number(random: &mut Random) -> String {
    let class = random.one(&[
        "102", "103", "104", "105", "301", "302", "303", "304", "305", "306", "307", "308", "309", "310",
        "313", "314", "402", "403",
    ]);
    with(format!("{class}{}{}", random.one(&BANK_AREAS), random.digits(4)), arithmetic::mod_11_10)
}

/// An electronic draft; the rule of its last digit is not known.
pub fn electronic_draft(random: &mut Random) -> String {
    let (bank, entered) = (bank_number(random), day(random, 2010, 2025));
    let sort = random.weighted(&[("1", 4), ("2", 2), ("5", 4), ("6", 2)]);
    format!("{sort}{bank}{entered}{:08}{}", random.below(3_000_000), random.digits(1))
}

/// A bank card of nineteen.
pub fn bank_card(random: &mut Random) -> String {
    let issuer = random.one(&["622202", "621226", "622848", "621700", "622700", "621661", "622260"]);
    with(format!("{issuer}{}", random.digits(12)), arithmetic::luhn)
}

/// A loan card.
pub fn loan_card_code(random: &mut Random) -> String {
    let place = &random.one(&CITIES)[..4];
    let head = if random.in_1000(900) { place[..3].to_string() } else { random.chars(BASE_36, 3) };
    let body = format!("{head}{}{}", &place[3..], random.digits(10));
    let check = arithmetic::loan_card(&body);
    body + &check
}

/// An invoice of twelve digits.
pub fn invoice_code(random: &mut Random) -> String {
    let sort = random.weighted(&[("04", 30), ("05", 10), ("06", 5), ("07", 5), ("11", 40), ("13", 10)]);
    let place = &random.one(&CITIES)[..4];
    format!("0{place}{:02}{:03}{sort}", random.between(17, 25), random.below(20))
}

/// A Chinese vehicle.
pub fn vehicle(random: &mut Random) -> String {
    let maker = format!("L{}", random.chars("ABCDEFGHJKLMNPRSTUVWXYZ", 2));
    let sort = random.chars(VEHICLE, 5);
    let year = random.char("3456789ABCDEFGHJKLMNPRS");
    let code = format!("{maker}{sort}0{year}{}{}", random.char(VEHICLE), random.digits(6));
    let check = arithmetic::vehicle(&code);
    format!("{}{check}{}", &code[..8], &code[9..])
}

/// The blank of a licence.
pub fn vehicle_licence_core(random: &mut Random) -> String {
    let code = format!("{}0{}", &random.one(&CITIES)[..2], random.digits(10));
    let check = arithmetic::blank(&code);
    format!("{}{check}{}", &code[..2], &code[3..])
}

/// A container.
pub fn container(random: &mut Random) -> String {
    loop {
        let body = format!("{}U{}", random.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3), random.digits(6));
        if let Some(check) = arithmetic::container(&body) {
            return format!("{body}{check}");
        }
    }
}

/// A ship.
pub fn ship(random: &mut Random) -> String {
    with(format!("{}{}", random.char("789"), random.digits(5)), arithmetic::ship)
}

fn with(mut body: String, check: fn(&str) -> char) -> String {
    let check = check(&body);
    body.push(check);
    body
}
