//! Titles that were read in running text, where they may be cut, or run on into the sentence. One that looks so is withheld:
//! no title is better than a wrong one.

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::claims::Rank;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use viendan::catalogue::normalise;
use viendan::text::fold;

/// Withholds the titles from citations that are cut or run on, and those of lists that run on.
pub fn withhold(builders: &mut Builders, report: &mut Report) {
    let endings = Endings::learn(&builders.all);
    for builder in &mut builders.all {
        let year = builder.number.as_ref().and_then(|n| n.year).or(builder.year);
        let own = builder.number.as_ref().map(|n| fold::words(&n.canonical()));
        builder.title.0.retain(|claim| {
            let reason = match claim.rank {
                Rank::Derived | Rank::Cited => fault(&claim.value, year, own.as_deref())
                    .or_else(|| endings.is_cut(&claim.value).then_some("title that was cut")),
                Rank::List => fault(&claim.value, year, own.as_deref())
                    .or_else(|| normalise::is_cut(&claim.value).then_some("title that was cut")),
                _ => None,
            };
            if let Some(reason) = reason {
                report.drop(reason);
            }
            reason.is_none()
        });
    }
}

/// How titles end: learnt from those that good sources give whole.
#[derive(Default)]
struct Endings {
    /// By the last two words: how many titles end with them, and how many go on after them.
    pairs: FxHashMap<String, (u32, u32)>,
    words: FxHashMap<String, (u32, u32)>,
}

impl Endings {
    fn learn(all: &[InstrumentBuilder]) -> Self {
        let mut endings = Self::default();
        for claim in all.iter().flat_map(|b| &b.title.0).filter(|c| c.rank <= Rank::Official) {
            endings.add(&claim.value);
        }
        endings
    }

    fn add(&mut self, title: &str) {
        let folded = fold::words(title);
        let words: Vec<&str> = folded.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let ends = at + 1 == words.len();
            let count = |known: &mut (u32, u32)| if ends { known.0 += 1 } else { known.1 += 1 };
            count(self.words.entry((*word).to_owned()).or_default());
            if at > 0 {
                count(self.pairs.entry(format!("{} {word}", words[at - 1])).or_default());
            }
        }
    }

    /// Whether a title ends where titles do not end: "… xử phạt vi phạm hành", "… mức lương tối thiểu đối với người lao".
    fn is_cut(&self, title: &str) -> bool {
        let folded = fold::words(title);
        let mut words = folded.rsplit(' ');
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let never =
            |known: Option<&(u32, u32)>, often: u32| known.is_some_and(|(ends, goes)| *ends == 0 && *goes >= often);
        never(self.pairs.get(&format!("{before} {last}")), 3) || never(self.words.get(last), 8)
    }
}

/// What shows that a title is more than a title, or less.
fn fault(title: &str, year: Option<u16>, own: Option<&str>) -> Option<&'static str> {
    // "… và Thông tư số 13/2016/TT-BGTVT": the next citation. An act that amends several names them in its title.
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)[,;]? (và|hoặc|của) (các )?(bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư)( liên tịch)?( số)? \d",
        )
    });
    static SEVERAL: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(về (việc )?|thông tư |luật |nghị định |pháp lệnh |quyết định )*(sửa đổi|bổ sung|bãi bỏ|thay thế|hủy bỏ|đính chính|hướng dẫn|quy định chi tiết|hợp nhất|gia hạn|kéo dài|ngưng)",
        )
    });
    // The sentence goes on.
    static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)(như\ sau|nêu\ trên|nói\ trên|trên\ đây|dưới\ đây|hết\ hiệu\ lực|có\ hiệu\ lực|kể\ từ\ ngày|nay\ được|nay\ là|trừ\ trường\ hợp
            |không\ còn\ (giá\ trị|hiệu\ lực|phù\ hợp)|pháp\ luật\ (có\ )?liên\ quan|pháp\ luật\ hiện\ hành|này\ có|để\ hướng\ dẫn\ thực\ hiện|văn\ bản\ (sửa\ đổi|có\ liên\ quan)
            |theo\ đó|trong\ đó|cụ\ thể\ là|căn\ cứ\ (vào|luật|nghị|quy)|:\ \d|;\ căn\ cứ|,\ căn\ cứ|được\ thực\ hiện\ (theo|như)|phải\ được|thì\ |\[|\])",
        )
    });
    static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"\d/((?:19|20)\d\d)/\p{Lu}"));
    let count = |c: char| title.matches(c).count();
    if count('(') != count(')') || count('“') != count('”') || count('"') % 2 == 1 {
        return Some("title with a bracket or quotation that is open");
    }
    // A line that tells of an act of a later year runs on, or is another act's.
    let later = YEAR.captures_iter(title).filter_map(|c| c[1].parse::<u16>().ok());
    if year.is_some_and(|year| later.into_iter().any(|named| named > year)) {
        return Some("title that names a later act");
    }
    if own.is_some_and(|own| fold::words(title).contains(own)) {
        return Some("title that names its own number");
    }
    if SENTENCE.is_match(title) || (NEXT.is_match(title) && !SEVERAL.is_match(title)) {
        return Some("title that runs on");
    }
    None
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_ends_where_titles_go_on_is_cut() {
        let mut endings = Endings::default();
        for field in ["đất đai", "y tế", "giao thông", "văn hóa"] {
            endings.add(&format!("Quy định xử phạt vi phạm hành chính trong lĩnh vực {field}"));
        }
        assert!(endings.is_cut("Quy định về xử phạt vi phạm hành"));
        assert!(!endings.is_cut("Quy định xử phạt vi phạm hành chính trong lĩnh vực y tế"));
        assert!(!endings.is_cut("Về việc công bố từ chưa gặp"), "nothing is known of it");
    }

    #[test]
    fn a_title_that_runs_on_is_seen() {
        for (title, year) in [
            ("Quy định về đăng ký phương tiện và Thông tư số 13/2013/TT-BGTVT quy định về bến", 2013),
            ("Về vệ sinh an toàn kể từ ngày Thông tư này được ban hành", 2007),
            ("Về đăng ký doanh nghiệp: 01 bản chụp", 2015),
            ("Hướng dẫn điều kiện thành lập theo Thông tư số 08/2014/TT-BKHCN", 2010),
            ("Hướng dẫn về công tác (lưu trữ", 2010),
        ] {
            assert!(fault(title, Some(year), None).is_some(), "{title}");
        }
        for title in [
            "Sửa đổi, bổ sung một số điều của Nghị định số 10/2010/NĐ-CP và Nghị định số 11/2011/NĐ-CP",
            "Quy định về quản lý khu công nghiệp và khu kinh tế",
        ] {
            assert_eq!(fault(title, Some(2020), Some("30/2020/nđ-cp")), None, "{title}");
        }
    }
}
