//! Correct sentences: templates of this project, filled with instruments of the built-in catalogue whose facts are
//! confirmed.

use crate::draw::Draw;
use time::Date;
use time::macros::date;
use viendan::catalogue::{Catalogue, Fact, Instrument, RelationKind, Validity};
use viendan::cite::Number;
use viendan::law::{TypeId, agencies};

/// The day of the draft that the sentences are in.
pub const DAY: Date = date!(2026 - 06 - 15);

/// A plan of a department: an administrative draft.
const HEAD: &str = "UBND TỈNH NGHỆ AN\nSỞ TƯ PHÁP\nSố: 45/KH-STP\nNghệ An, ngày 15 tháng 6 năm 2026\n\nKẾ HOẠCH\nTheo dõi tình hình thi hành pháp luật\n\n";

/// Parts of a sentence that a damage may look for.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    pub kind: String,
    /// Canonical: "30/2020/NĐ-CP".
    pub number: String,
    pub date: String,
    pub issuer: String,
    pub title: String,
    /// "Điều 5"
    pub article: String,
    pub articles: u32,
    /// Name of a law: "Luật Lưu trữ".
    pub name: String,
    pub year: u16,
}

/// A correct sentence in its draft.
#[derive(Debug, Clone)]
pub struct Sample {
    pub text: String,
    pub parts: Parts,
    pub instrument: Option<Instrument>,
}

/// Only the sentence, to be shown.
pub fn body(text: &str) -> &str {
    text.strip_prefix(HEAD).unwrap_or(text)
}

impl Sample {
    fn new(sentence: &str, parts: Parts, instrument: Option<Instrument>) -> Self {
        Self { text: format!("{HEAD}{sentence}\n"), parts, instrument }
    }

    /// The text with one part of the sentence replaced; `None` where the part is not there exactly once.
    pub fn with(&self, part: &str, by: &str) -> Option<String> {
        let body = body(&self.text);
        (!part.is_empty() && body.matches(part).count() == 1).then(|| format!("{HEAD}{}", body.replacen(part, by, 1)))
    }
}

/// Sentences about one instrument, with everything that identifies it.
const FULL: [&str; 8] = [
    "Căn cứ {kind} số {number} {date} của {issuer} {title};",
    "Sở rà soát việc thực hiện {kind} số {number} {date} của {issuer} {title}.",
    "Các phòng phổ biến nội dung {kind} số {number} {date} của {issuer} {title} cho công chức.",
    "Chế độ báo cáo theo {kind} số {number} {date} của {issuer} {title} được giữ nguyên.",
    "Hồ sơ gồm các tài liệu quy định tại {kind} số {number} {date} của {issuer} {title}.",
    "Văn phòng chuẩn bị tài liệu tập huấn {kind} số {number} {date} của {issuer} {title}, xong trong tháng 7.",
    "Đơn vị còn lúng túng khi áp dụng {kind} số {number} {date} của {issuer} {title}.",
    "Mức chi theo đúng {kind} số {number} {date} của {issuer} {title}; thanh toán theo thực tế.",
];

/// Sentences that cite in short.
const SHORT: [&str; 5] = [
    "Việc lập hồ sơ theo quy định tại {kind} số {number} của {issuer}.",
    "Kinh phí bố trí theo {kind} số {number} {date}.",
    "Đối tượng áp dụng theo {kind} số {number} của {issuer} và hướng dẫn của Sở.",
    "Trình tự thực hiện theo {article} {kind} số {number} {date} của {issuer} {title}.",
    "Thời hạn giải quyết theo điểm a khoản 1 {article} {kind} số {number} của {issuer}.",
];

/// Sentences about laws by name.
const LAWS: [&str; 5] = [
    "Căn cứ {name} số {number} {date};",
    "Nhiệm vụ này theo quy định của {name} năm {year}.",
    "Thẩm quyền theo {article} {name} năm {year}.",
    "Công chức thực hiện điểm a khoản 1 {article} {name} số {number}.",
    "Sở hướng dẫn áp dụng {name} số {number} {date} trong toàn ngành.",
];

/// Sentences that give an agency a task.
const TASKS: [&str; 3] = [
    "{agency} có trách nhiệm hướng dẫn thực hiện Kế hoạch này.",
    "Sở báo cáo {agency} kết quả trước tháng 12.",
    "{agency} chủ trì, phối hợp với các bộ kiểm tra việc thực hiện.",
];

fn fill(template: &str, parts: &Parts) -> String {
    template
        .replace("{kind}", &parts.kind)
        .replace("{number}", &parts.number)
        .replace("{date}", &parts.date)
        .replace("{issuer}", &parts.issuer)
        .replace("{title}", &parts.title)
        .replace("{article}", &parts.article)
        .replace("{name}", &parts.name)
        .replace("{year}", &parts.year.to_string())
}

/// "ngày 05 tháng 3 năm 2020"
pub fn long_date(date: Date) -> String {
    let month = u8::from(date.month());
    let month = if month <= 2 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// All samples: every instrument that is fit, in two full sentences and one short; every law in three, every ordinance
/// in all; every central agency in all of theirs.
pub fn all(catalogue: &Catalogue) -> Vec<Sample> {
    let mut draw = Draw::new("samples");
    let mut out = Vec::new();
    let mut instruments: Vec<Instrument> = Vec::new();
    let stopped: Result<(), ()> = catalogue.export(|instrument| {
        instruments.push(instrument.clone());
        Ok(())
    });
    assert_eq!(stopped, Ok(()));
    let mut by_kind = std::collections::BTreeMap::<TypeId, usize>::new();
    for instrument in instruments {
        let Some(parts) = parts_of(&instrument, catalogue, &mut draw) else { continue };
        let count = by_kind.entry(instrument.kind).or_default();
        if *count >= 90 {
            continue;
        }
        *count += 1;
        let templates: Vec<&str> = if parts.name.is_empty() {
            vec![*draw.one(&FULL), *draw.one(&FULL), *draw.one(&SHORT)]
        } else if instrument.kind == TypeId::PHAP_LENH {
            // There are few.
            LAWS.to_vec()
        } else {
            vec![*draw.one(&LAWS), *draw.one(&LAWS), *draw.one(&LAWS)]
        };
        for template in templates {
            if template.contains("{article}") && parts.article.is_empty() {
                continue;
            }
            out.push(Sample::new(&fill(template, &parts), parts.clone(), Some(instrument.clone())));
        }
    }
    for (_, agency) in agencies().iter().filter(|(_, a)| a.kind.is_ministry()) {
        if agency.to.is_some() {
            continue;
        }
        for template in TASKS {
            let parts = Parts { issuer: agency.name.clone(), ..Parts::default() };
            out.push(Sample::new(&template.replace("{agency}", &agency.name), parts, None));
        }
    }
    out
}

/// The parts of an instrument that is in force, whose facts are confirmed and whose number no other has.
fn parts_of(i: &Instrument, catalogue: &Catalogue, draw: &mut Draw) -> Option<Parts> {
    let number = i.number.clone()?;
    let parsed = Number::parse(&number)?;
    let (issued, title) = (i.issued?, i.title.as_deref()?.trim());
    let confirmed = [Fact::Number, Fact::Issued, Fact::Title].iter().all(|&fact| i.is_confirmed(fact));
    let usable = matches!(i.validity(DAY), Validity::InForce | Validity::PartlyExpired)
        && i.is_confirmed(Fact::Status)
        && i.related(RelationKind::SuspendedBy).next().is_none()
        && i.successor().is_none();
    let year = parsed.year.filter(|y| *y >= 2012)?;
    if !confirmed || !usable || catalogue.by_number(&number).len() != 1 || title.chars().count() > 160 {
        return None;
    }
    // Titles that cite other instruments or end oddly are sentences of their own.
    if title.contains(|c: char| c.is_ascii_digit() || matches!(c, '"' | '“' | '(' | '/' | ';')) {
        return None;
    }
    let mut parts = Parts { number, date: long_date(issued), year, ..Parts::default() };
    parts.kind = i.kind.to_string();
    if let Some(articles) = i.articles.filter(|_| i.is_confirmed(Fact::Articles)) {
        parts.articles = articles;
        parts.article = format!("Điều {}", 1 + draw.below(articles as usize));
    }
    match i.kind.as_str() {
        "Luật" | "Bộ luật" | "Pháp lệnh" => {
            let plain = title.starts_with(i.kind.as_str()) && !title.contains("sửa đổi");
            parts.name = plain.then(|| title.to_owned())?;
        }
        "Nghị định" | "Thông tư" | "Quyết định" | "Thông tư liên tịch" => {
            let names: Vec<String> = parsed
                .issuers
                .iter()
                .map(|code| agencies().of_code(code, Some(issued)).map(|a| a.row().name.clone()))
                .collect::<Option<_>>()?;
            parts.issuer = names.join(", ");
            if i.kind == TypeId::QUYET_DINH && parts.issuer != "Thủ tướng Chính phủ" {
                return None;
            }
            let mut letters = title.chars();
            let first = letters.next()?;
            parts.title = format!("{}{}", first.to_lowercase(), letters.as_str());
            let verbs = ["về ", "quy định", "sửa đổi", "ban hành", "hướng dẫn", "bãi bỏ", "phê duyệt"];
            if !verbs.iter().any(|verb| parts.title.starts_with(verb)) {
                return None;
            }
        }
        _ => return None,
    }
    Some(parts)
}
