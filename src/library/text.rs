//! The record of an instrument from its text: header, title, structure, effect, relations, and a summary in its own words.

use super::units::{Units, tidy};
use crate::catalogue::{Instrument, Provision, Relation, RelationKind, normalise};
use crate::cite::{Family, Level, Number, calendar_day};
use crate::document::{Document, Owner, PlacedMention, Regime};
use crate::files::FileCause;
use crate::i18n::{Localized, Localizer};
use crate::law::TypeId;
use crate::text::fold::{self, first_capital, first_small};
use std::sync::Arc;
use std::sync::LazyLock;
use time::Date;

/// Why a file gave no record. The text is for logs; the command line says it in the user's language.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Refusal {
    /// The file cannot be read; the cause alone.
    #[error("{0}")]
    Unreadable(Arc<FileCause>),
    #[error("no number was recognised in the header")]
    NoNumber,
    #[error("the type of number {number} was not recognised")]
    NoType { number: String },
    #[error("the date of issue of number {number} was not recognised")]
    NoDate { number: String },
}

impl Localized for Refusal {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Unreadable(cause) => cause.localized(localizer),
            Self::NoNumber => localizer.text("error-text-no-number", &[]),
            Self::NoType { number } => localizer.text("error-text-no-type", &[("number", number)]),
            Self::NoDate { number } => localizer.text("error-text-no-date", &[("number", number)]),
        }
    }
}

/// The longest summary that is taken from a text, in characters.
const SUMMARY: usize = 500;

/// Reads the record from a document; `text` is its text.
pub fn instrument(document: &Document, text: &str) -> Result<Instrument, Refusal> {
    let header = document.header();
    let Some(number) = header.number.as_ref().filter(|_| header.regime() != Regime::Contract) else {
        return Err(Refusal::NoNumber);
    };
    let head = text.get(..head_end(document, text)).unwrap_or(text);
    let Some(kind) = kind(head, number, header.kind) else {
        return Err(Refusal::NoType { number: number.canonical() });
    };
    if number.year.is_none() && header.date.is_none() {
        return Err(Refusal::NoDate { number: number.canonical() });
    }
    let units = Units::of(document, text);
    let issued = header.date.or_else(|| adopted(text, units.end));
    let effective = effect(document, text, &units, issued);
    let mut relations = relations(document, text, &units, number);
    for relation in &mut relations {
        relation.date = effective;
    }
    let provisions: Vec<Provision> = units
        .list
        .iter()
        .map(|u| Provision { path: u.path.clone(), heading: u.heading.clone(), summary: None, text: u.words.clone() })
        .collect();
    let issuer = number.issuer().filter(|_| !number.is_local()).or_else(|| header.issuer.clone()).or(number.issuer());
    let year = number.year.or_else(|| issued.and_then(|d| u16::try_from(d.year()).ok()));
    Ok(Instrument {
        number: Some(number.canonical()),
        kind,
        issuer,
        issued,
        effective,
        year,
        title: title(head, kind),
        relations,
        articles: units.articles,
        chapters: Some(units.chapters).filter(|&n| n > 0 && units.articles.is_some()),
        summary: summary(&provisions),
        provisions,
        ..Instrument::default()
    })
}

/// The type: the number's; where laws and resolutions share a symbol, the word in the header.
fn kind(head: &str, number: &Number, of_head: Option<&str>) -> Option<TypeId> {
    const SHARED: [TypeId; 5] =
        [TypeId::BO_LUAT, TypeId::LUAT, TypeId::PHAP_LENH, TypeId::NGHI_QUYET, TypeId::HIEN_PHAP];
    let named =
        |kind: &TypeId| lines(head).iter().any(|l| is_capitals(l) && fold::words(l) == fold::words(kind.as_str()));
    let of_head = of_head.and_then(TypeId::of_name);
    if matches!(number.family, Family::Assembly | Family::StandingCommittee) {
        return SHARED.into_iter().find(named).or(of_head.filter(|k| SHARED.contains(k)));
    }
    number.kind().map(|k| k.id).or(of_head)
}

/// The lines of a header without marks of emphasis.
fn lines(head: &str) -> Vec<String> {
    head.lines().map(|l| tidy(l).trim_matches(['*', '#', '_', ' ', '|']).to_owned()).collect()
}

fn is_capitals(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| !c.is_lowercase())
}

/// Where the header ends: before the first "Căn cứ" or unit.
fn head_end(document: &Document, text: &str) -> usize {
    let unit = document.outline().units.first().map_or(text.len(), |u| u.span.start);
    let basis = ["\nCăn cứ ", "\n*Căn cứ ", "\n_Căn cứ "].iter().filter_map(|b| text.find(b)).min();
    basis.unwrap_or(text.len()).min(unit).min(document.header().end.max(1).saturating_add(2000))
}

/// The title: what is written below the type word of the header, or after it on its line. For a law its name.
fn title(head: &str, kind: TypeId) -> Option<String> {
    let folded = fold::words(kind.as_str());
    let lines = lines(head);
    let at = lines
        .iter()
        .rposition(|l| is_capitals(l) && fold::words(l) == folded)
        .or_else(|| lines.iter().rposition(|l| is_capitals(l) && fold::words(l).starts_with(&format!("{folded} "))))?;
    let mut words: Vec<&str> = Vec::new();
    if fold::words(&lines[at]) != folded {
        // The type's words in front.
        let skip = folded.split(' ').count();
        words.extend(lines[at].split(' ').skip(skip));
    }
    for line in &lines[at + 1..] {
        if words.is_empty() && line.chars().all(|c| !c.is_alphanumeric()) {
            continue;
        }
        if line.is_empty() || ends_title(line, words.is_empty()) {
            break;
        }
        words.extend(line.split(' '));
    }
    let written = words.join(" ");
    let written = written.trim_end_matches(['.', ';', ':', '-', '–', ' ']);
    if written.is_empty() || written.chars().count() > 800 {
        return None;
    }
    let title = if is_capitals(written) { normalise::with_names(written) } else { first_capital(written) };
    Some(match kind.is_law() {
        true if title.starts_with("Sửa đổi") => format!("{kind} {}", first_small(&title)),
        true => format!("{kind} {title}"),
        false => title,
    })
}

/// Whether a line follows the title; `first` says that nothing of the title has been read yet.
fn ends_title(line: &str, first: bool) -> bool {
    static UNIT: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(r"^(?:Điều \d|Chương [IVX\d]|CHƯƠNG [IVX\d]|Phần |PHẦN |Số:|Căn cứ |Kính gửi|\(Ban hành|QUYẾT NGHỊ|QUYẾT ĐỊNH:)")
            .expect("the pattern is well formed")
    });
    // The issuer, who decides: folded, for there are two ways to set the tone of "Uỷ ban".
    const ISSUERS: [&str; 11] = [
        "chính phủ",
        "bộ trưởng",
        "thủ tướng",
        "quốc hội",
        "ủy ban",
        "hội đồng",
        "chủ tịch",
        "thống đốc",
        "chánh án",
        "viện trưởng",
        "tổng ",
    ];
    let issuer = || is_capitals(line) && ISSUERS.iter().any(|i| fold::words(line).starts_with(&fold::words(i)));
    line.chars().all(|c| !c.is_alphanumeric())
        || UNIT.is_match(line)
        || (!first && (issuer() || ["Theo ", "Xét ", "Thực hiện "].iter().any(|b| line.starts_with(b))))
}

/// "… thông qua ngày 27 tháng 11 năm 2024": the date of a law, which has none in its header.
fn adopted(text: &str, from: usize) -> Option<Date> {
    static ADOPTED: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(
            r"này (?:đã )?được[^.]{0,200}?thông qua\s+ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
        )
        .expect("the pattern is well formed")
    });
    let rest = text.get(from..).unwrap_or_default();
    date_of(&ADOPTED.captures(rest)?)
}

fn date_of(found: &regex::Captures<'_>) -> Option<Date> {
    let part = |n: usize| found.get(n)?.as_str().parse().ok();
    calendar_day(part(1)?, part(2)?, part(3)?)
}

/// "Nghị định này có hiệu lực thi hành kể từ ngày 05 tháng 3 năm 2020" or "từ ngày ký"; the first such sentence outside
/// quotations. A term ("sau 45 ngày") is not counted out.
fn effect(document: &Document, text: &str, units: &Units, issued: Option<Date>) -> Option<Date> {
    static EFFECT: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(
            r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Thông tư liên tịch|Chỉ thị|Quy định|Lệnh) này\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?,?(?:\s+kể)?\s+từ\s+ngày\s+(?:(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(ký))",
        )
        .expect("the pattern is well formed")
    });
    // New text of another act, quoted in an amending one, may say when that one took effect.
    let own = |at: usize| {
        let unit = document.outline().units.iter().rev().find(|u| u.span.start <= at);
        unit.is_none_or(|u| !text[u.span.end..at].contains(['“', '"']))
    };
    let all = EFFECT.captures_iter(text.get(..units.end)?);
    let found = all.into_iter().find(|c| c.get(0).is_some_and(|m| own(m.start())))?;
    if found.get(4).is_some() { issued } else { date_of(&found) }
}

/// The instruments that the text replaces, repeals or amends, as whole sentences of its own say it.
fn relations(document: &Document, text: &str, units: &Units, own: &Number) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    let head = head_end(document, text);
    // Numbers whose articles are cited: what happens to those does not happen to the act.
    let mut in_part: Vec<(usize, usize)> = Vec::new();
    let mut add = |kind: RelationKind, number: &Number| {
        let target = number.canonical();
        if number.key() != own.key() && !out.iter().any(|r| r.kind == kind && r.target == target) {
            out.push(Relation { kind, target, date: None, note: None });
        }
    };
    for placed in document.mentions().filter(|l| !l.quoted && l.span().start < units.end) {
        let Some(run) = placed.mention.provision() else { continue };
        if let Some(owner) = document.owner_mention(&placed) {
            // A name beside a number is cited in part with it.
            let named = if let Owner::Here(mention) = placed.owner { *mention as usize } else { owner.in_block };
            in_part.extend([(owner.block, named), (owner.block, owner.in_block)]);
            if let Some(number) = owner.number().filter(|_| run.amending) {
                add(RelationKind::Amends, number);
            }
        }
    }
    for placed in document.mentions().filter(|l| !l.quoted && l.span().start < units.end) {
        let (Some(reference), Some(number)) = (placed.mention.number(), placed.number()) else { continue };
        // Acts that amended the one that is meant, and the document's own number.
        if reference.amending || reference.header || number.issuers.is_empty() {
            continue;
        }
        let partly = in_part.contains(&(placed.block, placed.in_block));
        if let Some(kind) = done_to(document, &placed, partly, head) {
            add(kind, number);
        }
    }
    out
}

/// What the sentence around a number does to the whole instrument.
fn done_to(document: &Document, placed: &PlacedMention<'_>, partly: bool, head: usize) -> Option<RelationKind> {
    let (start, block) = document.block_of(placed);
    let at = placed.span();
    let before = &block[..at.start - start];
    let behind = &block[at.end - start..];
    let sentence = before.rfind([';']).map_or(before, |cut| &before[cut + 1..]);
    let sentence = sentence.rfind(". ").map_or(sentence, |cut| &sentence[cut + 2..]);
    let lower = sentence.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let in_title = at.start < head
        || document
            .outline()
            .units
            .iter()
            .any(|u| u.level == Level::Article && u.heading.start <= at.start && at.end <= u.heading.end);
    let last = |word: &str| lower.rfind(word);
    let (replaces, repeals, amends) = (last("thay thế"), last("bãi bỏ"), last("sửa đổi, bổ sung"));
    let latest = replaces.max(repeals).max(amends);
    if !partly && latest.is_some() {
        // "… này thay thế Nghị định số …", "Thay thế Thông tư số …": not "thay thế cụm từ", nor what someone else did.
        let subject = |at: usize| lower[..at].trim_end().is_empty() || lower[..at].contains(" này ");
        let of = |at: usize| {
            lower[at..].contains("cụm từ") || lower[at..].contains("từ ngữ") || lower[at..].contains("phụ lục")
        };
        match latest {
            at if at == replaces && at.is_some_and(|at| subject(at) && !of(at)) => return Some(RelationKind::Replaces),
            at if at == repeals && at.is_some_and(|at| !of(at)) => {
                let whole =
                    repeals.is_some_and(|at| !lower[at..].contains("một số") && !lower[at..].contains("một phần"));
                return Some(if whole { RelationKind::Repeals } else { RelationKind::Amends });
            }
            at if at == amends && in_title => return Some(RelationKind::Amends),
            _ => {}
        }
    }
    if partly {
        return None;
    }
    // "Nghị định số … hết hiệu lực thi hành kể từ ngày Nghị định này có hiệu lực thi hành".
    let end = behind.find(['.', ';']).unwrap_or(behind.len());
    let rest = behind[..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let by_this = rest.contains("hết hiệu lực") && rest.contains("này có hiệu lực");
    (by_this && !rest.contains("trừ")).then_some(RelationKind::Repeals)
}

/// The text in its own words: what it regulates, else how it begins. Marked as taken from the text.
fn summary(provisions: &[Provision]) -> Option<String> {
    let scope = provisions.iter().position(|p| {
        p.path.level() == Some(Level::Article)
            && p.heading.as_deref().is_some_and(|h| fold::words(h).starts_with("phạm vi điều chỉnh"))
    });
    let first = scope.or_else(|| provisions.iter().position(|p| p.text.is_some()))?;
    let of_first = &provisions[first].path;
    let mut out = String::new();
    for p in provisions[first..].iter().take_while(|p| scope.is_none() || p.path.is_in(of_first)) {
        let Some(words) = &p.text else { continue };
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&words.replace('\n', " "));
        if out.chars().count() > SUMMARY {
            break;
        }
    }
    if let Some((end, _)) = out.char_indices().nth(SUMMARY) {
        let end = out[..end].rfind(' ').unwrap_or(end);
        out.truncate(end);
        out.push_str(" …");
    }
    (!out.is_empty()).then(|| format!("{EXTRACTED}{out}"))
}

/// What an extracted summary begins with.
pub const EXTRACTED: &str = "(Trích văn bản) ";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::lexicon::Vocabulary;
    use std::sync::Arc;
    use time::macros::date;

    fn read(text: &str) -> Result<Instrument, Refusal> {
        instrument(&Document::read(text, Format::Plain, &Arc::new(Vocabulary::new([]))), text)
    }

    const DECREE: &str = "CHÍNH PHỦ\n_____\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 30/2020/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2020\n\
        NGHỊ ĐỊNH\nVề công tác\nvăn thư\n\nCăn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\nChính phủ ban hành Nghị định.\n\
        Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định về công tác văn thư.\n\
        Điều 2. Đối tượng áp dụng\n1. Cơ quan:\na) Bộ;\nb) Sở.\n2. Tổ chức.\nĐiều 3. Hiệu lực thi hành\n\
        1. Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 4 năm 2020.\n\
        2. Nghị định này thay thế Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ được sửa đổi, bổ sung theo Nghị định số 09/2010/NĐ-CP.\n\
        3. Bãi bỏ Điều 5 Nghị định số 58/2001/NĐ-CP; bãi bỏ Nghị định số 99/2009/NĐ-CP.\n\
        4. Nghị định số 11/2012/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n";

    #[test]
    fn a_decree_is_read() {
        let i = read(DECREE).unwrap();
        assert_eq!(i.label(), "Nghị định 30/2020/NĐ-CP");
        assert_eq!(i.title.as_deref(), Some("Về công tác văn thư"));
        assert_eq!((i.issued, i.effective), (Some(date!(2020 - 03 - 05)), Some(date!(2020 - 04 - 15))));
        assert_eq!((i.articles, i.chapters), (Some(3), Some(1)));
        assert_eq!(i.summary.as_deref(), Some("(Trích văn bản) Nghị định này quy định về công tác văn thư."));
        let of = |path: &str| i.provisions.iter().find(|p| p.path.as_str() == path).unwrap();
        assert_eq!(of("Điều 2").heading.as_deref(), Some("Đối tượng áp dụng"));
        assert_eq!(of("điểm b khoản 1 Điều 2").text.as_deref(), Some("b) Sở."));
        assert_eq!(of("Chương I").heading.as_deref(), Some("QUY ĐỊNH CHUNG"));
        let relations: Vec<(RelationKind, &str)> = i.relations.iter().map(|r| (r.kind, r.target.as_str())).collect();
        assert_eq!(
            relations,
            [
                // In part.
                (RelationKind::Amends, "58/2001/NĐ-CP"),
                (RelationKind::Replaces, "110/2004/NĐ-CP"),
                (RelationKind::Repeals, "99/2009/NĐ-CP"),
                (RelationKind::Repeals, "11/2012/NĐ-CP")
            ]
        );
    }

    #[test]
    fn a_law_is_read_with_its_name_and_the_day_of_adoption() {
        let i = read(
            "QUỐC HỘI\nLuật số: 51/2024/QH15\n\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT BẢO HIỂM Y TẾ\n\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật.\n\
             Điều 1. Sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12\n1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Mức đóng.”.\n\
             Điều 2. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n\
             Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 8 thông qua ngày 27 tháng 11 năm 2024.\nCHỦ TỊCH QUỐC HỘI\n",
        )
        .unwrap();
        assert_eq!(i.title.as_deref(), Some("Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế"));
        assert_eq!((i.issued, i.effective), (Some(date!(2024 - 11 - 27)), Some(date!(2025 - 07 - 01))));
        assert_eq!(i.relations[0].kind, RelationKind::Amends);
        assert_eq!((i.relations[0].target.as_str(), i.articles), ("25/2008/QH12", Some(2)));
    }

    #[test]
    fn titles_end_before_the_issuer_and_go_on_over_lines() {
        assert_eq!(
            title("NGHỊ QUYẾT\nCHƯƠNG TRÌNH LẬP PHÁP\nNĂM 2026\nUỶ BAN THƯỜNG VỤ QUỐC HỘI\n", TypeId::NGHI_QUYET)
                .as_deref(),
            Some("Chương trình lập pháp năm 2026")
        );
        assert_eq!(
            title(" NGHỊ ĐỊNH \nĐiều chỉnh lương hưu \nvà trợ cấp\n \n", TypeId::NGHI_DINH).as_deref(),
            Some("Điều chỉnh lương hưu và trợ cấp")
        );
        assert_eq!(
            title("THÔNG TƯ\n_____\nThực hiện thí điểm\nCăn cứ Luật X;", TypeId::THONG_TU).as_deref(),
            Some("Thực hiện thí điểm")
        );
    }

    #[test]
    fn a_text_without_a_head_is_refused() {
        let refused = read("Điều 1. Một\nTheo Nghị định số 30/2020/NĐ-CP.\n").unwrap_err();
        assert!(matches!(refused, Refusal::NoNumber), "{refused}");
    }
}
