//! Titles that were read in running text, where they may be cut, or run on into the sentence. One that looks so is withheld:
//! no title is better than a wrong one.

mod endings;

use super::Report;
use super::builder::Builders;
use super::claims::Rank;
use endings::Endings;
use regex::Regex;
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
        for claim in &mut builder.title.0 {
            if let Some(at) = own_day(&claim.value).filter(|_| !claim.rank.confirms()) {
                claim.value.truncate(at);
            }
        }
        builder.title.0.retain(|claim| {
            let reason = match claim.rank {
                Rank::Derived | Rank::Cited => fault(&claim.value, year, own.as_deref())
                    .or_else(|| endings.is_cut(&claim.value).then_some("title that was cut"))
                    .or_else(|| lacks_subject(&claim.value).then_some("title that was cut"))
                    .or_else(|| ends_with_type(&claim.value).then_some("title that was cut"))
                    .or_else(|| is_shortened(&claim.value, year).then_some("title that somebody shortened"))
                    .or_else(|| repeats_type(&claim.value, number.as_ref()).then_some("title that runs on"))
                    .or_else(|| endings.is_abbreviated(&claim.value).then_some("title with an abbreviation")),
                Rank::List => fault(&claim.value, year, own.as_deref())
                    .or_else(|| normalise::is_cut(&claim.value).then_some("title that was cut"))
                    .or_else(|| is_shortened(&claim.value, year).then_some("title that somebody shortened"))
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
            r"(?i)^(?:về (?:việc )?)?(?:quy định chi tiết|hướng dẫn)(?: về| việc)?(?:, bổ sung)?(?: thi hành| thực hiện| và hướng dẫn thi hành)?(?: (?:một số|các) (?:điều|điểm|nội dung|quy định))?(?: của| tại)?(?: (?:nghị định|quyết định)(?: số)? \d\S*(?: ngày \d\S*)?(?:,| và))* $",
        )
    });
    // "sửa đổi, bổ sung một số quy định về … tại Thông tư số …" has said it before, "một số quy định tại Thông tư số …" has not.
    static TOLD: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)\b(?:kèm theo|quy định|quy chế|quy chuẩn|danh mục|điều lệ)\b"));
    let Some(last) = LAST.captures(title) else { return false };
    let before = last.get(0).map_or("", |whole| &title[..whole.start()]);
    let told = before.trim_end();
    let told = told.strip_suffix(" tại").or_else(|| told.strip_suffix(" của")).unwrap_or(told);
    let told = told.strip_suffix(" một số quy định").unwrap_or(told);
    let is_bare = (AMENDS.is_match(title) && !TOLD.is_match(told)) || GUIDES.is_match(before);
    is_bare && !SUBJECT.is_match(&last[1])
}

/// "Hướng dẫn thực hiện Nghị định thư": the title goes on with what that is about.
fn ends_with_type(title: &str) -> bool {
    const TYPES: [&str; 12] = [
        "nghi dinh thu",
        "hiep dinh",
        "cong uoc",
        "nghi quyet",
        "nghi dinh",
        "chi thi",
        "ket luan",
        "thong tu",
        "luat",
        "phap lenh",
        "quy dinh",
        "huong dan",
    ];
    let folded = fold::search(title);
    TYPES.iter().any(|kind| folded.strip_suffix(kind).is_some_and(|rest| rest.ends_with(' ')))
        && !["quy pham phap luat", "phap luat", "luat su"].iter().any(|end| folded.ends_with(end))
}

/// "Sửa đổi lệ phí trước bạ": since Luật số 80/2015/QH13 an act that amends another names it.
fn is_shortened(title: &str, year: Option<u16>) -> bool {
    static AMENDS: LazyLock<Regex> = LazyLock::new(|| regex(r"^Sửa đổi(?:, bổ sung)? \p{Ll}"));
    static AMENDED: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)\d|một số|\b(?:điều|khoản|phụ lục|quy định|quy chế|quy chuẩn|danh mục|luật|nghị định|nghị quyết|thông tư|quyết định|điều lệ|biểu)\b",
        )
    });
    year.is_some_and(|year| year > 2016) && AMENDS.is_match(title) && !AMENDED.is_match(title)
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

/// Whether a title begins like that of an act that names several others: "Sửa đổi, bổ sung …", "Hướng dẫn …".
fn names_several(title: &str) -> bool {
    static SEVERAL: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(về (việc )?|thông tư |luật |nghị định |pháp lệnh |quyết định )*(sửa đổi|bổ sung|bãi bỏ|thay thế|hủy bỏ|đính chính|hướng dẫn|quy định chi tiết|hợp nhất|gia hạn|kéo dài|ngưng)",
        )
    });
    SEVERAL.is_match(title)
}

/// Where the day and the issuer of the act itself begin, behind its title: "… tại Thành phố Hồ Chí Minh ngày 29/9/2020 của Chính
/// phủ", not "… Nghị định số 10/2010/NĐ-CP ngày …".
fn own_day(title: &str) -> Option<usize> {
    static DATED: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(\S+)( ngày (?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}) của (?:Chính phủ|Thủ tướng|Bộ|Quốc hội|Ủy ban)[^,;\d]*)$",
        )
    });
    const DATED_WORDS: [&str; 11] =
        ["định", "tư", "quyết", "luật", "thị", "lệnh", "luận", "báo", "bản", "trình", "kiến"];
    let found = DATED.captures(title)?;
    let before = &found[1];
    let is_own = !before.contains(|c: char| c.is_ascii_digit()) && !DATED_WORDS.contains(&before);
    found.get(2).filter(|_| is_own).map(|day| day.start())
}

/// Whether a title goes on with the next act of an enumeration, lists a thing twice, or begins once more.
fn goes_on(title: &str) -> bool {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        regex(r", (?:Bộ luật|Luật) [^,;]+ năm \d{4}$| và các (?:Nghị quyết|Nghị định|Thông tư|Luật) |[,;] nay$")
    });
    static CUT_DAY: LazyLock<Regex> = LazyLock::new(|| regex(r" ngày \d{1,2}(?:/\d{1,2})?$"));
    let is_listed_twice = title.split(", ").collect::<Vec<_>>().windows(2).any(|pair| {
        let (first, second) = (pair[0], pair[1]);
        second.contains(' ') && (first == second || first.strip_suffix(second).is_some_and(|rest| rest.ends_with(' ')))
    });
    is_listed_twice
        || CUT_DAY.is_match(title)
        || (!names_several(title) && (NAMED.is_match(title) || begins_again(title)))
}

/// "Về nhập khẩu hàng hóa theo Hiệp định giữa Nghị định về nhập khẩu hàng hóa theo Hiệp định …"
fn begins_again(title: &str) -> bool {
    const OPENERS: [&str; 9] = ["về", "việc", "quy", "định", "ban", "hành", "nghị", "thông", "tư"];
    let folded = fold::words(title);
    let words: Vec<&str> = folded.split(' ').collect();
    let start = words.iter().take_while(|word| OPENERS.contains(*word)).count();
    let Some(opening) = words.get(start..start + 6) else { return false };
    (start + 3..words.len()).any(|at| {
        let names_type =
            words[..at].ends_with(&["nghị", "định", "về"]) || words[..at].ends_with(&["thông", "tư", "về"]);
        names_type && words[at..].starts_with(opening)
    })
}

/// What shows that a title is more than a title, or less.
fn fault(title: &str, year: Option<u16>, own: Option<&str>) -> Option<&'static str> {
    // "… và Thông tư số 13/2016/TT-BGTVT": the next citation. An act that amends several names them in its title.
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)[,;]? (và|hoặc|của) (các )?(bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư)( liên tịch)?( số)? \d",
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
            |,?\ hãy\ |sau\ khi\ trừ|:\ (?:nếu|khi|thì)\ |\ và\ nộp\ \d|ngay\ ban\ hanh|theo\ đó|trong\ đó|cụ\ thể\ là|căn\ cứ\ (vào|luật|nghị|quy)|:\ \d|\ và\ (?:được|đã|phải)\ |\ mà\ (?:không|chưa|có|được|phải)\ |;\ căn\ cứ|,\ căn\ cứ|được\ thực\ hiện\ (theo|như)|phải\ được|thì\ |\[|\])",
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
    if SENTENCE.is_match(title) || (NEXT.is_match(title) && !names_several(title)) || goes_on(title) {
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
                "Hướng dẫn thi hành Nghị định số 85/2007/NĐ-CP ngày 25/5/2007 và Nghị định số 106/2010/NĐ-CP ngày 28/10/2010 của Chính phủ",
                true,
            ),
            ("Sửa đổi, bổ sung một số quy định tại Thông tư số 65/2007/TT-BTC ngày 18/6/2007", true),
            ("Sửa đổi, bổ sung một số quy định về thu phí tại Thông tư số 65/2007/TT-BTC ngày 18/6/2007", false),
            (
                "Sửa đổi Quy chế cấp thẻ ban hành kèm theo Quyết định số 45/2006/QĐ-TTg ngày 28/02/2006 của Thủ tướng Chính phủ",
                false,
            ),
        ] {
            assert_eq!(lacks_subject(title), expected, "{title}");
        }
    }

    #[test]
    fn a_title_does_not_end_with_the_type_of_an_act() {
        assert!(ends_with_type("Hướng dẫn thực hiện Nghị định thư"));
        assert!(!ends_with_type("Về xây dựng văn bản quy phạm pháp luật"));
        assert!(!ends_with_type("Quy định chi tiết Luật Luật sư"));
    }

    #[test]
    fn an_act_that_amends_another_names_it() {
        assert!(is_shortened("Sửa đổi lệ phí trước bạ", Some(2026)));
        assert!(!is_shortened("Sửa đổi mức thu lệ phí trước bạ", Some(2004)), "it was not so then");
        assert!(!is_shortened("Sửa đổi, bổ sung một số chế độ phụ cấp", Some(2026)));
        assert!(!is_shortened("Bổ sung Danh mục hàng hóa", Some(2026)));
    }

    #[test]
    fn the_day_of_an_act_is_no_part_of_its_title() {
        let cut = |title: &'static str| own_day(title).map(|at| &title[..at]);
        assert_eq!(
            cut("Về chính quyền đô thị tại Thành phố Hồ Chí Minh ngày 29/09/2020 của Chính phủ"),
            Some("Về chính quyền đô thị tại Thành phố Hồ Chí Minh")
        );
        assert_eq!(
            cut(
                "Thi hành Nghị quyết số 131/2020/QH14 ngày 16/11/2020 của Quốc hội về đô thị tại Huế ngày 29/3/2021 của Chính phủ"
            ),
            Some("Thi hành Nghị quyết số 131/2020/QH14 ngày 16/11/2020 của Quốc hội về đô thị tại Huế")
        );
        assert_eq!(cut("Hướng dẫn Nghị định số 10/2010/NĐ-CP ngày 29 tháng 9 năm 2010 của Chính phủ"), None);
        assert_eq!(cut("Về việc thực hiện Kết luận ngày 12/3/2019 của Bộ Chính trị"), None);
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
            ("Về tăng cường tuần tra tại Biển Đông, hãy phân tích cơ chế phối hợp", 2020),
            ("Về bảo vệ môi trường trong thời kỳ đẩy mạnh công nghiệp hóa, Luật Bảo vệ môi trường năm 2020", 2020),
            ("Quy định tiêu chuẩn nghiệp vụ các ngạch viên chức công tác xã hội, nay", 2010),
            ("Về đào tạo, bồi dưỡng công chức, công chức, viên chức", 2023),
            (
                "Về quản lý nhập khẩu hàng hóa tân trang giữa Nghị định về quản lý nhập khẩu hàng hóa tân trang theo Hiệp định",
                2024,
            ),
            ("Về lệ phí trước bạ và nộp 40% số tiền thu được vào ngân sách nhà nước", 2020),
        ] {
            assert!(fault(title, Some(year), None).is_some(), "{title}");
        }
        for title in [
            "Sửa đổi, bổ sung một số điều của Nghị định số 10/2010/NĐ-CP và Nghị định số 11/2011/NĐ-CP",
            "Quy định về quản lý khu công nghiệp và khu kinh tế",
            "Về việc thực hiện Kết luận ngày 12/3/2019 của Bộ Chính trị",
            "Quy định mức thu phí thẩm định, lệ phí cấp phép thăm dò",
            "Quy định về kê đơn thuốc y học cổ truyền, kê đơn thuốc y học cổ truyền kết hợp với thuốc tân dược",
        ] {
            assert_eq!(fault(title, Some(2020), Some("30/2020/nđ-cp")), None, "{title}");
        }
    }
}
