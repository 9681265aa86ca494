//! The header of a document: type, number, date, issuer; and which regime its references follow.

mod day;
pub(super) mod lines;

pub use day::WrittenDay;

use super::blocks::Block;
use crate::cite::{ItemLevel, MentionKind, Number};
use crate::law::types;
use crate::text::{Span, fold};
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;
use time::Date;

/// The header of a document, as far as it has one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Header {
    /// Name of the type: "Nghị định", "Quyết định", "Hợp đồng".
    pub kind: Option<&'static str>,
    /// The number of the document itself.
    pub number: Option<Number>,
    /// From "Hà Nội, ngày … tháng … năm …" or another line that says it.
    pub date: Option<Date>,
    /// The first and last day that it can be, where only month or year are filled in.
    pub period: Option<(Date, Date)>,
    /// Name of the agency that issues the document.
    pub issuer: Option<String>,
    /// Byte offset of the end of the header: mentions before it are the document's own.
    pub end: usize,
    /// Where the number of the document itself is.
    pub number_span: Option<Span>,
    /// Its head says "ĐẢNG CỘNG SẢN VIỆT NAM", as all documents of the Party do, and none of the State.
    pub of_party: bool,
    /// A consolidated text (văn bản hợp nhất): not a draft, but an amended act with notes on what amended it.
    pub consolidated: bool,
}

/// Which rules of style hold for a draft (they contradict each other).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Regime {
    /// Nghị định 30/2020/NĐ-CP.
    Administrative,
    /// Normative instruments; the date decides between 78/2025/NĐ-CP (from 1 April 2025) and 34/2016/NĐ-CP.
    Normative,
    /// Hướng dẫn 05-HD/VPTW.
    Party,
    /// Contracts: only what holds for all is checked.
    Contract,
    /// Articles, memos, anything else: only what holds for all is checked.
    #[default]
    None,
}

/// What has been read of the title, "THÔNG TƯ CỦA BỘ TÀI CHÍNH SỐ 12/2011/TT-BTC NGÀY … VỀ …".
#[derive(Default)]
struct Title {
    /// The type has been read.
    has_begun: bool,
    /// The subject has begun: numbers and days are those of other acts from now on.
    names_a_subject: bool,
}

/// How the subject in a title in capitals begins.
const SUBJECT: [&str; 10] =
    ["VỀ ", "V/v", "SỬA ĐỔI", "BAN HÀNH", "QUY ĐỊNH", "HƯỚNG DẪN", "PHÊ DUYỆT", "THỰC HIỆN", "BÃI BỎ", "TRIỂN KHAI"];

/// How many blocks the header of a document has at most.
const HEAD: usize = 40;

impl Header {
    /// The year in the number of the document, where the day that it gives is of an earlier year: one of the two is mistyped.
    pub fn contradicted_year(&self) -> Option<u16> {
        let year = self.number.as_ref().and_then(|number| number.year)?;
        self.date.filter(|date| date.year() < i32::from(year) && !self.consolidated).map(|_| year)
    }

    /// Reads the header from the first blocks of a document. The second value is how many blocks were read.
    pub(super) fn read<'b>(blocks: impl Iterator<Item = &'b Block>) -> (Self, usize) {
        let mut header = Self::default();
        let (mut offset, mut looked_at) = (0, 0);
        let mut title = Title::default();
        let mut is_over = false;
        for block in blocks.take(HEAD) {
            looked_at += 1;
            let body = block.reading.cues.iter().any(|c| {
                matches!(&c.kind, crate::cite::CueKind::Item(item) if matches!(item.level, ItemLevel::Article | ItemLevel::Chapter | ItemLevel::Part))
            });
            if looked_at == 1 && block.text.starts_with("---") {
                header.take_day(block.text.lines().find_map(day::of_front_matter));
            }
            // The day of a contract or of minutes may come after the bases.
            if header.date.is_none() {
                let day = block.text.lines().find_map(|line| day::of_meeting(line, header.kind == Some("Biên bản")));
                header.take_day(day);
            }
            if is_over {
                if body || header.date.is_some() {
                    break;
                }
                continue;
            }
            let begins_bases = super::blocks::begins_with(&block.text, "Căn cứ");
            if !begins_bases {
                header.read_lines(&block.text, &mut title);
            }
            header.consolidated |= is_of_consolidated(&block.text);
            header.of_party |= !is_over && block.text.contains("ĐẢNG CỘNG SẢN VIỆT NAM");
            for mention in &block.reading.mentions {
                match &mention.kind {
                    MentionKind::Number(n) if n.header && header.number.is_none() => {
                        header.number = Some(n.number.clone());
                        header.number_span = Some(mention.span.shifted(offset));
                        if header.kind.is_none() {
                            header.kind = n.number.kind().map(|k| k.name.as_str());
                        }
                    }
                    MentionKind::Agency(a)
                        if header.issuer.is_none()
                            && mention.span.of(&block.text).chars().all(|c| !c.is_lowercase()) =>
                    {
                        header.issuer = Some(a.canonical.clone());
                    }
                    _ => {}
                }
            }
            offset += block.text.len();
            is_over = body || super::blocks::begins_with(&block.text, "Căn cứ");
            if body || (is_over && header.date.is_some()) {
                break;
            }
            if !is_over {
                header.end = offset;
            }
        }
        if let Some(kind) = header.number.as_ref().and_then(Number::kind) {
            header.kind = Some(kind.name.as_str());
        }
        header.consolidated |= header.kind == Some("Văn bản hợp nhất");
        (header, looked_at)
    }

    fn take_day(&mut self, day: Option<WrittenDay>) {
        match day {
            Some(WrittenDay::Day(day)) => self.date = self.date.or(Some(day)),
            Some(WrittenDay::Between(from, to)) => {
                let before = self.period.map(|(from, to)| WrittenDay::Between(from, to));
                if WrittenDay::Between(from, to).is_closer_than(before) {
                    self.period = Some((from, to));
                }
            }
            None => {}
        }
    }

    /// Lines that consist of a type word in capitals, and those that say the day.
    fn read_lines(&mut self, text: &str, title: &mut Title) {
        for line in joined_dates(text).lines() {
            // Marks of emphasis, and what is left of the borders of a table.
            let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '*' | '#' | '_'));
            if line.is_empty() || line.len() > 200 {
                continue;
            }
            if self.kind.is_none() && line.chars().all(|c| !c.is_lowercase()) {
                let folded = fold::words(line);
                let begins =
                    |name: &str| folded.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
                let named = types().iter().filter(|t| begins(&t.folded));
                self.kind = named.max_by_key(|t| t.name.len()).map(|t| t.name.as_str());
            }
            if self.date.is_none() {
                self.take_day(day::of_line(line));
            }
            if self.date.is_none() && !title.names_a_subject {
                self.take_day(day::of_title_line(line, !title.has_begun));
            }
            title.has_begun |= self.kind.is_some();
            title.names_a_subject |= SUBJECT.iter().any(|word| line.starts_with(word));
        }
    }

    /// The regime that the header shows.
    pub fn regime(&self) -> Regime {
        let Some(kind) = self.kind else { return Regime::None };
        if kind == "Hợp đồng" {
            return Regime::Contract;
        }
        match &self.number {
            Some(n) if n.family == crate::cite::Family::Party => Regime::Party,
            _ if self.of_party => Regime::Party,
            // "Số: 12/2023/TB-PC": companies write the year in the numbers of all their documents.
            Some(n) if n.year.is_some() && types().by_name(kind).is_none_or(|t| t.normative) => Regime::Normative,
            _ if matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh" | "Nghị định" | "Thông tư" | "Thông tư liên tịch") => {
                Regime::Normative
            }
            Some(_) => Regime::Administrative,
            // "Số: …/QĐ-SNV" in a draft that has no number yet.
            None if self.date.is_some() || self.issuer.is_some() => Regime::Administrative,
            None => Regime::None,
        }
    }
}

/// Types of documents that are written in sections, not in articles.
const WITHOUT_ARTICLES: [&str; 13] = [
    "Công văn",
    "Công điện",
    "Thông báo",
    "Thông báo kết luận",
    "Kế hoạch",
    "Hướng dẫn",
    "Báo cáo",
    "Tờ trình",
    "Chỉ thị",
    "Kết luận",
    "Chương trình",
    "Phương án",
    "Biên bản",
];

/// Whether documents of a type are written in sections, not in articles.
pub(super) fn is_without_articles(kind: &str) -> bool {
    WITHOUT_ARTICLES.contains(&kind)
}

/// The text with the line breaks taken out that stand in "Hà Nội, ngày 27⏎tháng 11 năm 2025".
fn joined_dates(text: &str) -> Cow<'_, str> {
    static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(,\s*ngày[ \t]*[\d.…_]*)\s*\n\s*(tháng)|(,\s*ngày[^\n]{0,20}tháng[ \t]*[\d.…_]*)\s*\n\s*(năm)|(,)\s*\n\s*(ngày\s)")
            .expect("the pattern is well formed")
    });
    if text.contains("ngày") { BROKEN.replace_all(text, "$1$3$5 $2$4$6") } else { Cow::Borrowed(text) }
}

/// Whether a paragraph of the header shows a consolidated text: its heading in the gazette, or the list of what amended
/// the act, "Luật Thanh niên số …, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi:".
fn is_of_consolidated(text: &str) -> bool {
    if text.contains("VĂN BẢN HỢP NHẤT") {
        return true;
    }
    // "bởi:"
    let ends_so = |colon: usize| text[..colon].trim_end().ends_with('i');
    if !memchr::memchr_iter(b':', text.as_bytes()).any(ends_so) {
        return false;
    }
    // Text taken from a page may have blanks inside words.
    let close: String = text.split_whitespace().collect();
    close.contains("cóhiệulực") && close.contains("đượcsửađổi,bổsungbởi:")
}
