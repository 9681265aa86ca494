//! The ways to damage a correct sentence.
//!
//! A damage is left out only where it contradicts no fact: where it makes the number of another act that fits the
//! sentence as well, or where nothing is known that could show it. Each function that leaves something out says why.

use crate::draw::Draw;
use crate::samples::{DAY, Sample, long_date};
use time::Duration;
use viendan::catalogue::{Catalogue, Fact, RelationKind, Validity, clauses};
use viendan::check::Code;
use viendan::cite::Number;
use viendan::law::{AgencyKind, agencies, places};

/// A damaged text.
pub struct Damaged {
    pub text: String,
    /// The correct text, where it is another than that of the sample.
    pub original: Option<String>,
    /// Other texts that are as right, where the damaged text doesn't show which was there: each successor of a split
    /// agency.
    pub as_right: Vec<String>,
}

type Do = fn(&Sample, &mut Draw, &Catalogue) -> Option<Damaged>;

pub struct Damage {
    pub name: &'static str,
    /// The codes under which it may be reported.
    pub codes: &'static [Code],
    pub damage: Do,
}

const fn damage(name: &'static str, codes: &'static [Code], damage: Do) -> Damage {
    Damage { name, codes, damage }
}

/// What another serial contradicts: the date, title or name next to it, or the catalogue.
const OTHER_SERIAL: &[Code] = &[
    Code::DateMismatch,
    Code::TitleMismatch,
    Code::LawNameNumberMismatch,
    Code::UnknownInstrument,
    Code::UnknownInCompleteSeries,
];

/// What another year contradicts too.
const OTHER_YEAR: &[Code] = &[
    Code::YearDateMismatch,
    Code::YearOutOfRange,
    Code::TermYearMismatch,
    Code::TitleMismatch,
    Code::LawNameNumberMismatch,
    Code::UnknownInstrument,
    Code::UnknownInCompleteSeries,
];

/// What another issuer in the symbol contradicts: the issuer that is named, else what another serial does.
const OTHER_ISSUER: &[Code] = &[
    Code::IssuerSymbolMismatch,
    Code::DateMismatch,
    Code::TitleMismatch,
    Code::UnknownInstrument,
    Code::UnknownInCompleteSeries,
];

pub const DAMAGES: &[Damage] = &[
    damage("serial: digits swapped", OTHER_SERIAL, serial_swapped),
    damage("serial: digit changed", OTHER_SERIAL, serial_changed),
    damage("serial: O for 0", &[Code::OcrConfusion], |s, _, _| {
        serial(s, |n| n.contains('0').then(|| n.replacen('0', "O", 1)))
    }),
    damage("serial: l for 1", &[Code::OcrConfusion], |s, _, _| {
        serial(s, |n| n.contains('1').then(|| n.replacen('1', "l", 1)))
    }),
    damage("serial: zero lost", &[Code::LeadingZeroNumber], |s, _, _| {
        serial(s, |n| n.strip_prefix('0').map(str::to_owned))
    }),
    damage("serial: zero too many", &[Code::PaddedNumber], |s, _, _| {
        serial(s, |n| Some(format!("0{n}")).filter(|n| n.len() == 3))
    }),
    damage("year: another", OTHER_YEAR, year_changed),
    damage("year: digits swapped", OTHER_YEAR, |s, _, _| {
        year(s, |y| Some(format!("{}{}{}{}", &y[..1], &y[2..3], &y[1..2], &y[3..])))
    }),
    damage("year: two digits", &[Code::TwoDigitYear], |s, _, _| year(s, |y| Some(y[2..].to_owned()))),
    damage("year: missing", &[Code::MissingYear], year_missing),
    damage("year: doubled", &[Code::DuplicatedPart], |s, _, _| year(s, |y| Some(format!("{y}/{y}")))),
    damage("year: behind the symbol", &[Code::YearLast], year_last),
    damage("year of a law: another", &[Code::WrongLawYear], law_year),
    damage("symbol: Eth for Đ", &[Code::EthForDStroke], |s, _, _| {
        symbol(s, |y| y.contains('Đ').then(|| y.replacen('Đ', "\u{D0}", 1)))
    }),
    damage("symbol: D for Đ", &[Code::AsciiDInCode], |s, _, _| {
        symbol(s, |y| y.contains('Đ').then(|| y.replacen('Đ', "D", 1)))
    }),
    damage("symbol: Cyrillic letter", &[Code::OcrConfusion], |s, _, _| {
        symbol(s, |y| y.contains('C').then(|| y.replacen('C', "С", 1)))
    }),
    damage("symbol: small letters", &[Code::LowercaseSymbol, Code::MixedCaseCode], |s, _, _| {
        symbol(s, |y| Some(y.to_lowercase()))
    }),
    damage("symbol: TTG for TTg", &[Code::MixedCaseCode], |s, _, _| {
        symbol(s, |y| y.contains("TTg").then(|| y.replace("TTg", "TTG")))
    }),
    damage("symbol: type changed", &[Code::TypeSymbolMismatch], type_code_changed),
    damage("symbol: issuer changed", OTHER_ISSUER, issuer_code_changed),
    damage(
        "symbol: last letter lost",
        &[Code::TruncatedSymbol, Code::UnknownAgencyCode, Code::IssuerSymbolMismatch, Code::UnknownInstrument],
        |s, _, _| symbol(s, |y| y.starts_with("NĐ-").then(|| y[..y.len() - 1].to_owned())),
    ),
    damage("symbol: letter doubled", &[Code::TruncatedSymbol, Code::UnknownAgencyCode], |s, _, _| {
        symbol(s, |y| y.starts_with("NĐ-").then(|| format!("{y}P")))
    }),
    damage("symbol: another term", &[Code::TermYearMismatch], term_changed),
    damage("symbol: issuers reordered", &[Code::JointIssuerOrder], joint_reordered),
    damage("mark: en dash", &[Code::DashLookalike], |s, _, _| {
        symbol(s, |y| y.contains('-').then(|| y.replacen('-', "–", 1)))
    }),
    damage("mark: no-break hyphen", &[Code::DashLookalike], |s, _, _| {
        symbol(s, |y| y.contains('-').then(|| y.replacen('-', "\u{2011}", 1)))
    }),
    damage("mark: fraction slash", &[Code::SlashLookalike], |s, _, _| {
        number(s, |n| Some(n.replacen('/', "\u{2044}", 1)))
    }),
    damage("mark: slash lost", &[Code::MissingSlash], |s, _, _| number(s, |n| replace_last(n, '/', ""))),
    damage("mark: blank behind the slash", &[Code::SpaceInNumber], |s, _, _| number(s, |n| replace_last(n, '/', "/ "))),
    damage("mark: blanks around the hyphen", &[Code::SpaceInNumber], |s, _, _| {
        number(s, |n| n.contains('-').then(|| n.replacen('-', " - ", 1)))
    }),
    damage("mark: no-break space", &[Code::SpaceInNumber], |s, _, _| number(s, |n| replace_last(n, '/', "/\u{A0}"))),
    damage("mark: separators of the Party", &[Code::WrongSeparatorState], separators_swapped),
    damage("word: type changed", &[Code::TypeSymbolMismatch], type_word_changed),
    damage("word: “số” doubled", &[Code::DoubledSo], |s, _, _| {
        text(s, &format!("số {}", s.parts.number), &format!("số số {}", s.parts.number))
    }),
    damage("word: colon behind “số”", &[Code::ColonAfterSo], |s, _, _| {
        text(s, &format!("số {}", s.parts.number), &format!("số: {}", s.parts.number))
    }),
    damage("word: “số” lost", &[Code::MissingSo], |s, _, _| {
        text(s, &format!("{} số {}", s.parts.kind, s.parts.number), &format!("{} {}", s.parts.kind, s.parts.number))
    }),
    damage("issuer: another", &[Code::IssuerSymbolMismatch], issuer_changed),
    damage("issuer: Quốc hội for its Committee", &[Code::OrdinanceOfAssembly, Code::IssuerSymbolMismatch], ordinance),
    damage("date: day changed", &[Code::DateMismatch], date_moved),
    damage("date: day and month swapped", &[Code::DateMismatch, Code::InvalidDate], date_swapped),
    damage("date: another year", &[Code::YearDateMismatch], date_year),
    damage("date: not in the calendar", &[Code::InvalidDate, Code::DateMismatch], date_impossible),
    damage("date: zero of the day lost", &[Code::DateLeadingZero], |s, _, _| {
        text(s, &s.parts.date, &s.parts.date.replace("ngày 0", "ngày "))
    }),
    damage("title: of another act", &[Code::TitleMismatch], title_changed),
    damage("title: another law's number", &[Code::LawNameNumberMismatch], law_name_changed),
    damage("article: beyond the last", &[Code::NoSuchArticle], article_beyond),
    damage("clause: beyond the last", &[Code::NoSuchClause], clause_beyond),
    damage("point: letter f", &[Code::NoSuchLetter], |s, draw, _| {
        // Someone meant the sixth letter in Latin order, or the neighbour on the keyboard.
        let right = if draw.below(2) == 0 { "điểm e khoản" } else { "điểm g khoản" };
        instead(s, "điểm a khoản", right, "điểm f khoản")
    }),
    damage("point: letter w", &[Code::NoSuchLetter], |s, _, _| {
        instead(s, "điểm a khoản", "điểm x khoản", "điểm w khoản")
    }),
    damage("path: from large to small", &[Code::ProvisionOrder], |s, _, _| {
        text(s, &format!("điểm a khoản 1 {}", s.parts.article), &format!("{} khoản 1 điểm a", s.parts.article))
    }),
    damage("path: commas", &[Code::ProvisionComma], |s, _, _| {
        text(s, &format!("điểm a khoản 1 {}", s.parts.article), &format!("điểm a, khoản 1, {}", s.parts.article))
    }),
    damage("path: letter case", &[Code::ProvisionCase], |s, _, _| {
        text(s, &format!("khoản 1 {}", s.parts.article), &format!("khoản 1 {}", s.parts.article.to_lowercase()))
    }),
    damage("act: the one that it replaced", &[Code::ExpiredInstrument, Code::BasisExpired], predecessor),
    damage("body: abolished", &[Code::AbolishedAgencyDuty], body_abolished),
    damage("body: a province that was merged", &[Code::MergedProvince], province_merged),
];

fn text(s: &Sample, part: &str, by: &str) -> Option<Damaged> {
    s.with(part, by).filter(|text| *text != s.text).map(|text| Damaged { text, original: None, as_right: Vec::new() })
}

/// Damages a part that the sample does not have: `right` takes the place of `part` before `by` does.
fn instead(s: &Sample, part: &str, right: &str, by: &str) -> Option<Damaged> {
    Some(Damaged { text: s.with(part, by)?, original: Some(s.with(part, right)?), as_right: Vec::new() })
}

/// Damages all of the number.
fn number(s: &Sample, change: impl FnOnce(&str) -> Option<String>) -> Option<Damaged> {
    text(s, &s.parts.number, &change(&s.parts.number)?)
}

/// Damages the serial, which is all before the first slash.
fn serial(s: &Sample, change: impl FnOnce(&str) -> Option<String>) -> Option<Damaged> {
    number(s, |n| {
        let (serial, rest) = n.split_once('/')?;
        Some(format!("{}/{rest}", change(serial)?))
    })
}

/// Damages the year of the number.
fn year(s: &Sample, change: impl FnOnce(&str) -> Option<String>) -> Option<Damaged> {
    number(s, |n| {
        let mut parts = n.splitn(3, '/');
        let (serial, year, symbol) = (parts.next()?, parts.next()?, parts.next()?);
        Some(format!("{serial}/{}/{symbol}", change(year)?))
    })
}

/// Damages the symbol, which is all after the last slash.
fn symbol(s: &Sample, change: impl FnOnce(&str) -> Option<String>) -> Option<Damaged> {
    number(s, |n| {
        let (rest, symbol) = n.rsplit_once('/')?;
        Some(format!("{rest}/{}", change(symbol)?))
    })
}

fn replace_last(text: &str, mark: char, by: &str) -> Option<String> {
    let (before, after) = text.rsplit_once(mark)?;
    Some(format!("{before}{by}{after}"))
}

/// Whether the sentence gives more than the number, so that another number contradicts it.
fn is_identified(s: &Sample) -> bool {
    s.text.contains(&s.parts.date) || !s.parts.name.is_empty()
}

/// A number that is not the act's own: whether it is known under the same date or title does not matter, but an act
/// without date and title doesn't show that it is meant.
fn other_number(s: &Sample, by: &str, catalogue: &Catalogue) -> Option<Damaged> {
    if !is_identified(s) && !catalogue.by_number(by).is_empty() {
        return None;
    }
    text(s, &s.parts.number, by)
}

fn serial_swapped(s: &Sample, _: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let (serial, rest) = s.parts.number.split_once('/')?;
    let mut digits: Vec<char> = serial.chars().collect();
    let len = digits.len();
    if len < 2 || digits[len - 1] == digits[len - 2] || digits[len - 1] == '0' && len == 2 {
        return None;
    }
    digits.swap(len - 1, len - 2);
    other_number(s, &format!("{}/{rest}", digits.iter().collect::<String>()), catalogue)
}

fn serial_changed(s: &Sample, draw: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let (serial, rest) = s.parts.number.split_once('/')?;
    let last = serial.bytes().last()? - b'0';
    let other = (usize::from(last) + 1 + draw.below(9)) % 10;
    let serial = format!("{}{other}", &serial[..serial.len() - 1]);
    let fits = !serial.trim_start_matches('0').is_empty();
    fits.then(|| other_number(s, &format!("{serial}/{rest}"), catalogue))?
}

fn year_changed(s: &Sample, draw: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let (serial, rest) = s.parts.number.split_once('/')?;
    let (_, symbol) = rest.split_once('/')?;
    s.instrument.as_ref()?;
    let other = s.parts.year - 1 - draw.below(3) as u16;
    other_number(s, &format!("{serial}/{other}/{symbol}"), catalogue)
}

fn year_missing(s: &Sample, _: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let must = matches!(s.parts.kind.as_str(), "Nghị định" | "Thông tư" | "Thông tư liên tịch");
    must.then(|| number(s, |n| Some(n.replacen(&format!("/{}/", s.parts.year), "/", 1))))?
}

fn year_last(s: &Sample, _: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let year = format!("/{}/", s.parts.year);
    let plain = !s.parts.number.contains("QH");
    plain.then(|| number(s, |n| Some(format!("{}/{}", n.replacen(&year, "/", 1), s.parts.year))))?
}

/// A year in which no law of the name was passed, between the years that are known.
fn law_year(s: &Sample, draw: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let laws = catalogue.by_name(&s.parts.name);
    let years: Vec<u16> = laws.iter().filter_map(|law| law.year).collect();
    let first = *years.iter().min()?;
    let other = s.parts.year + 1 + draw.below(3) as u16;
    let amended = laws.iter().any(|law| {
        law.related(RelationKind::AmendedBy)
            .any(|r| r.target.contains(&format!("/{other}/")) || r.date.is_some_and(|d| d.year() == i32::from(other)))
    });
    if years.contains(&other) || other < first || other > 2025 || amended {
        return None;
    }
    text(s, &format!("{} năm {}", s.parts.name, s.parts.year), &format!("{} năm {other}", s.parts.name))
}

fn type_code_changed(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let others = ["NĐ", "NQ", "QĐ", "TT", "CT"];
    symbol(s, |y| {
        let (code, issuer) = y.split_once('-')?;
        let other = *draw.one(&others);
        (code != "TTLT" && code != other).then(|| format!("{other}-{issuer}"))
    })
}

const MINISTRIES: [&str; 8] = ["BTC", "BCT", "BYT", "BXD", "BTP", "BGDĐT", "BKHCN", "BQP"];

fn issuer_code_changed(s: &Sample, draw: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let (rest, code) = s.parts.number.rsplit_once('-')?;
    let other = *draw.one(&MINISTRIES);
    if s.parts.kind != "Thông tư" || code == other {
        return None;
    }
    let by = format!("{rest}-{other}");
    let named = s.text.contains(&format!("của {}", s.parts.issuer));
    if named { text(s, &s.parts.number, &by) } else { other_number(s, &by, catalogue) }
}

fn term_changed(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    number(s, |n| {
        let (rest, term) = n.rsplit_once("QH")?;
        let term: u8 = term.parse().ok()?;
        let other = if draw.below(2) == 0 { term - 1 } else { term + 1 };
        let year = s.parts.year;
        (!viendan::law::assembly_terms(year).contains(&other)).then(|| format!("{rest}QH{other}"))
    })
}

fn joint_reordered(s: &Sample, _: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let mut parsed = Number::parse(&s.parts.number)?;
    if parsed.issuers.len() < 2 {
        return None;
    }
    parsed.issuers.reverse();
    let by = parsed.canonical();
    catalogue.by_number(&by).is_empty().then(|| text(s, &s.parts.number, &by))?
}

fn separators_swapped(s: &Sample, _: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let swapped = number(s, |n| {
        let (rest, symbol) = n.rsplit_once('/')?;
        let (kind, issuer) = symbol.split_once('-')?;
        Some(format!("{rest}-{kind}/{issuer}"))
    });
    swapped.filter(|_| s.parts.kind != "Thông tư liên tịch")
}

fn type_word_changed(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let others = ["Nghị định", "Nghị quyết", "Quyết định", "Thông tư", "Chỉ thị"];
    let other = *draw.one(&others);
    // A law is identified by its name.
    let fits = !s.parts.name.is_empty() || s.parts.kind.starts_with(other);
    let (old, new) = (format!("{} số", s.parts.kind), format!("{other} số"));
    (!fits).then(|| text(s, &old, &new))?
}

fn issuer_changed(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let others = ["Chính phủ", "Thủ tướng Chính phủ", "Bộ Tài chính", "Bộ Y tế", "Bộ Quốc phòng", "Quốc hội"];
    let other = *draw.one(&others);
    let several = s.parts.issuer.contains(", ");
    let (old, new) = (format!("của {}", s.parts.issuer), format!("của {other}"));
    (!several && !s.parts.issuer.is_empty() && other != s.parts.issuer).then(|| text(s, &old, &new))?
}

/// An ordinance of the Assembly's Committee that is ascribed to the Assembly.
fn ordinance(s: &Sample, _: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let is_ordinance = s.parts.kind == "Pháp lệnh" && s.text.contains(&s.parts.date);
    let of = |body: &str| format!("{} của {body}", s.parts.date);
    is_ordinance.then(|| instead(s, &s.parts.date, &of("Ủy ban Thường vụ Quốc hội"), &of("Quốc hội")))?
}

fn date_moved(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let issued = s.instrument.as_ref()?.issued?;
    let other = issued + Duration::days(1 + draw.below(20) as i64);
    (other.year() == issued.year()).then(|| text(s, &s.parts.date, &long_date(other)))?
}

fn date_swapped(s: &Sample, _: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let issued = s.instrument.as_ref()?.issued?;
    let (day, month) = (issued.day(), u8::from(issued.month()));
    let other = format!("ngày {month:02} tháng {day} năm {}", issued.year());
    let plain = day > 2 && day <= 12 && day != month;
    plain.then(|| text(s, &s.parts.date, &other))?
}

fn date_year(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    s.instrument.as_ref()?;
    let other = s.parts.year - 1 - draw.below(2) as u16;
    let by = s.parts.date.replace(&format!("năm {}", s.parts.year), &format!("năm {other}"));
    text(s, &s.parts.date, &by)
}

fn date_impossible(s: &Sample, _: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let issued = s.instrument.as_ref()?.issued?;
    let (month, day) = match u8::from(issued.month()) {
        2 => ("02".to_owned(), 30),
        month @ (4 | 6 | 9 | 11) => (month.to_string(), 31),
        _ => return None,
    };
    text(s, &s.parts.date, &format!("ngày {day} tháng {month} năm {}", issued.year()))
}

fn title_changed(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let about = [
        "về phòng cháy, chữa cháy rừng đặc dụng",
        "về quản lý chợ nổi và bến thuyền",
        "về trang phục của thuyền viên",
        "về giá dịch vụ lưu kho lạnh",
    ];
    let ruling = ["quy định chế độ phụ cấp đối với nhạc công", "quy định việc bảo quản tranh sơn mài"];
    // "Nghị định … quy định việc …" may name one of many things that an act regulates; in a basis, and with "về", it is
    // its title.
    let as_title = s.text.contains("Căn cứ ") && draw.below(2) == 0;
    let title: &&str = if as_title { draw.one(&ruling) } else { draw.one(&about) };
    text(s, &s.parts.title, title)
}

fn law_name_changed(s: &Sample, draw: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let others =
        ["Luật Thư viện", "Luật Thú y", "Luật Trồng trọt", "Luật Giá", "Luật Biên phòng Việt Nam", "Luật Cạnh tranh"];
    let other = *draw.one(&others);
    let fits = other != s.parts.name && !catalogue.by_name(other).is_empty();
    let (old, new) = (format!("{} số", s.parts.name), format!("{other} số"));
    (fits && s.parts.kind == "Luật").then(|| text(s, &old, &new))?
}

fn article_beyond(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let beyond = s.parts.articles + 1 + draw.below(200) as u32;
    // "Điều 5" is also the beginning of "Điều 55".
    text(s, &format!("{} ", s.parts.article), &format!("Điều {beyond} "))
}

/// A clause that the article does not have, of those whose clauses were counted.
fn clause_beyond(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let instrument = s.instrument.as_ref()?;
    let article: u32 = s.parts.article.strip_prefix("Điều ")?.parse().ok()?;
    let clauses = clauses::of(instrument).filter(|clauses| clauses.is_as_counted(instrument, article, DAY))?;
    let beyond = clauses.count(article)? + 1 + draw.below(20) as u32;
    text(s, &format!("khoản 1 {} ", s.parts.article), &format!("khoản {beyond} {} ", s.parts.article))
}

/// The act that it replaced, with that act's own date and title.
fn predecessor(s: &Sample, _: &mut Draw, catalogue: &Catalogue) -> Option<Damaged> {
    let replaced = s.instrument.as_ref()?.related(RelationKind::Replaces).find_map(|relation| {
        let [old] = catalogue.by_number(&relation.target).try_into().ok()?;
        let ended =
            matches!(old.validity(DAY), Validity::Expired { since: Some(_), .. }) && old.is_confirmed(Fact::Status);
        let same = old.kind == s.parts.kind.as_str() && old.successor().is_some_and(|r| r.target == s.parts.number);
        (ended && same).then_some(old)
    })?;
    let issued = replaced.issued?;
    let title = replaced.title.as_deref()?.trim();
    let mut letters = title.chars();
    let title = format!("{}{}", letters.next()?.to_lowercase(), letters.as_str());
    let mut out = text(s, &s.parts.number, replaced.number.as_deref()?)?;
    if out.text.contains(&s.parts.date) {
        out.text = out.text.replacen(&s.parts.date, &long_date(issued), 1);
    }
    if !s.parts.title.is_empty() {
        out.text = out.text.replacen(&s.parts.title, &title, 1);
    }
    Some(out)
}

/// A ministry that has ended, in place of one of its successors.
fn body_abolished(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    let all: Vec<&str> = agencies()
        .iter()
        .filter(|(_, a)| a.to.is_some_and(|to| to < DAY) && a.kind == AgencyKind::Ministry && a.confirmed)
        .filter(|(_, a)| a.successors.contains(&s.parts.issuer))
        .map(|(_, a)| a.name.as_str())
        .collect();
    if s.instrument.is_some() || all.is_empty() {
        return None;
    }
    let ended: &&str = draw.one(&all);
    let mut out = text(s, &s.parts.issuer, ended)?;
    let successors = agencies().by_name(ended).iter().flat_map(|id| agencies().current_successors(id.row(), DAY));
    out.as_right = successors.filter_map(|name| s.with(&s.parts.issuer, &name)).collect();
    Some(out)
}

/// An agency of a province that was merged into another, where the draft must name the present one.
fn province_merged(s: &Sample, draw: &mut Draw, _: &Catalogue) -> Option<Damaged> {
    // Half of the new provinces have the name of one of the merged provinces.
    let lives_on = |name: &str| places().iter().any(|(_, p)| p.to.is_none() && p.full_name() == name);
    let merged: Vec<(String, &String)> = places()
        .iter()
        .filter(|(_, place)| place.to.is_some_and(|to| to < DAY))
        .filter_map(|(_, place)| Some((place.full_name(), place.successor.as_ref()?)))
        .filter(|(old, new)| !lives_on(old) && lives_on(new))
        .collect();
    let (old, new) = draw.one(&merged);
    let of = |name: &str| format!("Ủy ban nhân dân {name}");
    s.instrument.is_none().then(|| instead(s, &s.parts.issuer, &of(new), &of(old)))?
}
