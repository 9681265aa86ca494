//! Titles that were read in running text, where they may be cut, or run on into the sentence. One that looks so is withheld:
//! no title is better than a wrong one.

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::claims::Rank;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use viendan::catalogue::normalise;
use viendan::cite::Number;
use viendan::text::fold;

/// Withholds the titles from citations that are cut or run on, and those of lists that run on.
pub fn withhold(builders: &mut Builders, report: &mut Report) {
    let endings = Endings::learn(&builders.all);
    for builder in &mut builders.all {
        let year = builder.number.as_ref().and_then(|n| n.year).or(builder.year);
        let own = builder.number.as_ref().map(|n| fold::words(&n.canonical()));
        let number = builder.number.clone();
        builder.title.0.retain(|claim| {
            let reason = match claim.rank {
                Rank::Derived | Rank::Cited => fault(&claim.value, year, own.as_deref())
                    .or_else(|| endings.is_cut(&claim.value).then_some("title that was cut"))
                    .or_else(|| lacks_subject(&claim.value).then_some("title that was cut"))
                    .or_else(|| repeats_type(&claim.value, number.as_ref()).then_some("title that runs on"))
                    .or_else(|| endings.is_abbreviated(&claim.value).then_some("title with an abbreviation")),
                Rank::List => fault(&claim.value, year, own.as_deref())
                    .or_else(|| normalise::is_cut(&claim.value).then_some("title that was cut"))
                    .or_else(|| repeats_type(&claim.value, number.as_ref()).then_some("title that runs on")),
                _ => None,
            };
            if let Some(reason) = reason {
                report.drop(reason);
            }
            reason.is_none()
        });
    }
}

/// How many titles end with some words, and how many go on after them.
type Count = (u32, u32);

/// How titles end: learnt from those that good sources give whole.
#[derive(Default)]
struct Endings {
    /// By the last three, two words, and the last one.
    last: [FxHashMap<String, Count>; 3],
    /// By the first words, up to [`OPENING`] of them.
    first: FxHashMap<String, Count>,
    /// Words in capitals.
    capitals: FxHashMap<String, u32>,
}

/// Of as many words the beginning of a title is looked up.
const OPENING: usize = 8;

/// Hardly a title has no more words.
const SHORT: usize = 5;

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
        for at in 0..words.len() {
            let ends = at + 1 == words.len();
            let count = |known: &mut Count| if ends { known.0 += 1 } else { known.1 += 1 };
            for (known, before) in self.last.iter_mut().zip([2, 1, 0]) {
                if at >= before {
                    count(known.entry(words[at - before..=at].join(" ")).or_default());
                }
            }
            if at < OPENING {
                count(self.first.entry(words[..=at].join(" ")).or_default());
            }
        }
        for word in capitals(title) {
            *self.capitals.entry(word.to_owned()).or_default() += 1;
        }
    }

    /// Whether a title ends where titles do not end: "… xử phạt vi phạm hành", "… mức lương tối thiểu đối với người lao", or is
    /// no more than the beginning of several: "Quy định về điều kiện".
    fn is_cut(&self, title: &str) -> bool {
        let folded = fold::words(title);
        let words: Vec<&str> = folded.split(' ').collect();
        let tail = |n: usize| words[words.len().saturating_sub(n)..].join(" ");
        let of = |known: &FxHashMap<String, Count>, text: &str| known.get(text).copied().unwrap_or_default();
        let [triples, pairs, singles] = &self.last;
        let never = |(ends, goes): Count, often: u32| ends == 0 && goes >= often;
        let pair = of(pairs, &tail(2));
        let (ends, goes) = of(singles, &tail(1));
        never(of(triples, &tail(3)), 10)
            || never(pair, 3)
            || never((ends, goes), 8)
            || (pair.0 == 0 && goes >= 40 && ends * 60 <= goes)
            || never(of(&self.first, &folded), if words.len() <= SHORT { 1 } else { 3 })
    }

    /// "… của mạng lưới tư vấn cho DNNVV": whoever cites shortens, the act itself doesn't.
    fn is_abbreviated(&self, title: &str) -> bool {
        capitals(title).any(|word| !self.capitals.contains_key(word))
    }
}

/// The words of a title in capitals, but for parts of numbers and Roman numerals.
fn capitals(title: &str) -> impl Iterator<Item = &str> {
    title.split([' ', ',', ';', '(', ')', '“', '”', '"', '.']).filter(|word| {
        word.chars().count() > 2
            && word.chars().all(char::is_uppercase)
            && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
    })
}

/// "Sửa đổi, bổ sung một số điều của Thông tư số 36/2014/TT-NHNN ngày … của Thống đốc …": what that one is about is missing.
fn lacks_subject(title: &str) -> bool {
    static LAST: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)\b(?:nghị định|thông tư liên tịch|thông tư|quyết định)(?: số)? \d\S*(?: ngày (?:\d[\d/.-]*|\d+ tháng \d+ năm) ?\d*)?((?: của \D*)?)$",
        )
    });
    static SUBJECT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)\b(?:quy định|hướng dẫn|về|ban hành|sửa đổi|bổ sung|kèm theo|liên quan)\b"));
    static AMENDS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^(?:về (?:việc )?)?(?:sửa đổi|bổ sung)"));
    // "Hướng dẫn thi hành một số điều của Quyết định số …"
    static GUIDES: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(?:về (?:việc )?)?(?:quy định chi tiết|hướng dẫn)(?: về| việc)?(?: thi hành| thực hiện| và hướng dẫn thi hành)?(?: (?:một số|các) (?:điều|nội dung|quy định))?(?: của| tại)? $",
        )
    });
    // "sửa đổi, bổ sung một số quy định về … tại Thông tư số …" has said it before.
    static TOLD: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)\b(?:kèm theo|quy định|quy chế|quy chuẩn|danh mục|điều lệ)\b"));
    let Some(last) = LAST.captures(title) else { return false };
    let before = last.get(0).map_or("", |whole| &title[..whole.start()]);
    let is_bare = (AMENDS.is_match(title) && !TOLD.is_match(before)) || GUIDES.is_match(before);
    is_bare && !SUBJECT.is_match(&last[1])
}

/// "Hướng dẫn … và Thông tư số 06/2019/TT-BKHĐT": the next citation. What guides another act guides a higher one.
fn repeats_type(title: &str, own: Option<&Number>) -> bool {
    static NEXT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)[,;]? (?:và|hoặc) (thông tư liên tịch|thông tư|quyết định|nghị định)(?: số)? \d"));
    let folded = fold::search(title);
    let guides = folded.starts_with("huong dan") || folded.starts_with("quy dinh chi tiet");
    let kind = own.and_then(|n| n.kind()).map(|kind| fold::search(&kind.name));
    guides && NEXT.captures_iter(title).any(|found| Some(fold::search(&found[1])) == kind)
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
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"(?i)^(?:(?:ban hành |về )?(?:ngày|số) \d|(?:quy định|hướng dẫn) (?:của|tại|trong|nêu|nói|này)\b)")
    });
    // The sentence goes on.
    static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)(như\ sau|sau\ đây|\ sẽ\ |\ có\ thể\ |hoặc\ (sửa\ đổi|thay\ thế)|nêu\ trên|nói\ trên|trên\ đây|dưới\ đây|hết\ hiệu\ lực|có\ hiệu\ lực|kể\ từ\ ngày|nay\ được|nay\ là|trừ\ trường\ hợp
            |không\ còn\ (giá\ trị|hiệu\ lực|phù\ hợp)|pháp\ luật\ (có\ )?liên\ quan|pháp\ luật\ hiện\ hành|này\ có|để\ hướng\ dẫn\ thực\ hiện|văn\ bản\ (sửa\ đổi|có\ liên\ quan)
            |theo\ đó|trong\ đó|cụ\ thể\ là|căn\ cứ\ (vào|luật|nghị|quy)|:\ \d|\ và\ (?:được|đã|phải)\ |\ mà\ (?:không|chưa|có|được|phải)\ |;\ căn\ cứ|,\ căn\ cứ|được\ thực\ hiện\ (theo|như)|phải\ được|thì\ |\[|\])",
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
    if DAY.is_match(title) {
        return Some("title that is none");
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
        assert!(endings.is_cut("Quy định xử phạt"), "the beginning of several");
    }

    #[test]
    fn a_word_in_capitals_that_no_title_has_is_whoever_cites_s_own() {
        let mut endings = Endings::default();
        endings.add("Quy định thông báo kết quả xét nghiệm HIV dương tính");
        assert!(!endings.is_abbreviated("Hướng dẫn xét nghiệm HIV"));
        assert!(endings.is_abbreviated("Quy định cơ chế tài chính của KBNN"));
        assert!(!endings.is_abbreviated("Sửa đổi Thông tư số 10/2019/TT-BYT"));
    }

    #[test]
    fn an_amending_title_says_what_the_amended_act_is_about() {
        for (title, expected) in [
            ("Sửa đổi, bổ sung một số điều của Thông tư số 36/2014/TT-NHNN", true),
            (
                "Quy định chi tiết thi hành một số điều của Quyết định số 44/2012/QĐ-TTg ngày 15/10/2012 của Thủ tướng Chính phủ",
                true,
            ),
            (
                "Hướng dẫn chính sách đối với người lao động theo Quyết định số 22/2015/QĐ-TTg ngày 22/6/2015 của Thủ tướng Chính phủ",
                false,
            ),
            (
                "Sửa đổi, bổ sung một số điều của Thông tư số 10/2016/TT-BQP ngày 29 tháng 6 năm 2016 của Bộ trưởng Bộ Quốc phòng",
                true,
            ),
            (
                "Sửa đổi, bổ sung một số điều của Nghị định số 10/2020/NĐ-CP ngày 17/01/2020 của Chính phủ về kinh doanh vận tải",
                false,
            ),
            (
                "Sửa đổi Quy chế cấp thẻ ban hành kèm theo Quyết định số 45/2006/QĐ-TTg ngày 28/02/2006 của Thủ tướng Chính phủ",
                false,
            ),
        ] {
            assert_eq!(lacks_subject(title), expected, "{title}");
        }
    }

    #[test]
    fn an_act_guides_no_act_of_its_own_kind() {
        let own = Number::parse("05/2019/TT-BKHĐT");
        assert!(repeats_type(
            "Hướng dẫn hỗ trợ doanh nghiệp và Thông tư số 06/2019/TT-BKHĐT ngày 29/3/2019",
            own.as_ref()
        ));
        assert!(!repeats_type("Hướng dẫn Nghị định số 10/2015/NĐ-CP và Nghị định số 11/2016/NĐ-CP", own.as_ref()));
    }

    #[test]
    fn a_title_that_runs_on_is_seen() {
        for (title, year) in [
            ("Quy định về đăng ký phương tiện và Thông tư số 13/2013/TT-BGTVT quy định về bến", 2013),
            ("Về vệ sinh an toàn kể từ ngày Thông tư này được ban hành", 2007),
            ("Về đăng ký doanh nghiệp: 01 bản chụp", 2015),
            ("Hướng dẫn điều kiện thành lập theo Thông tư số 08/2014/TT-BKHCN", 2010),
            ("Hướng dẫn về công tác (lưu trữ", 2010),
            ("Về quản lý nhà thầu tại Việt Nam mà không phải thực hiện các quy định tại khoản 1", 2004),
            ("Quy định của Luật Ngân sách nhà nước", 1997),
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
