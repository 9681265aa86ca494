//! Titles without what is no title.

use super::letters::{is_capitals, small_letters};
use super::regex;
use crate::cite::Number;
use crate::law::TypeId;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// A title of a list, without what its editor added: "do … ban hành", "có hiệu lực từ …". `None` where nothing is left.
pub fn listed_title(raw: &str, number: Option<&Number>) -> Option<String> {
    static ADDED: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)(,?\ (do|của)\ (bộ|thủ\ tướng|chính\ phủ|chủ\ nhiệm|cục|tổng|thống\ đốc|ủy\ ban|uỷ\ ban|chủ\ tịch|hội\ đồng|chánh|viện|tỉnh|thành\ phố|bảo\ hiểm|giám\ đốc|thanh\ tra|trưởng|ban|quốc\ hội|liên)\ .{2,160}?\ ban\ hành\.?$
            |\ *\((sau\ đây|dưới\ đây|gọi\ tắt|có\ hiệu\ lực|được\ sửa|hết\ hiệu\ lực).*$
            |\ (sau\ đây|dưới\ đây)\ (gọi|viết|được).*$
            |[,;]?\ (có|hết)\ hiệu\ lực(\ thi\ hành)?\ (kể\ )?(từ|vào).*$
            |,\ (kể\ từ\ ngày|hướng\ dẫn\ tại).*$
            |[,;]\ (luật|nghị\ định|thông\ tư|quyết\ định|nghị\ quyết|pháp\ lệnh)\ số\ .*$
            |,?\ ban\ hành\ ngày\ \d.*$
            |,\ ngày\ \d{1,2}[/.-]\d{1,2}[/.-]\d{4}\ của\ .*$
            |\ và\ các\ văn\ bản\ (sửa\ đổi|hướng\ dẫn).*$)",
        )
    });
    let tidy = fold::tidy(raw);
    title(&ADDED.replace(&tidy, ""), number)
}

/// A title without what is no title: type, number and date in front. `None` where nothing is left.
pub fn title(raw: &str, number: Option<&Number>) -> Option<String> {
    // "Nghị quyết số 30c/NQ-CP năm 2011 về …": the type and number that the title repeats.
    static FRONT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)^(quyết\ định|nghị\ định|nghị\ quyết(\ liên\ tịch)?|thông\ tư(\ liên\ (tịch|bộ))?|chỉ\ thị|thông\ báo|kế\ hoạch|văn\ bản\ hợp\ nhất|pháp\ lệnh|bộ\ luật|luật|lệnh|công\ văn)
            (\ số)?[\ :]*\d[^\ ]*(/|-)[^\ ]*
            ([\ ]*(năm\ \d{4}|ngày\ \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày\ \d{1,2}\ tháng\ \d{1,2}\ năm\ \d{4}))?[\ ,:;-]*",
        )
    });
    static EMPTY: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(law|decree|decision|circular|resolution|joint circular|ordinance|directive|order)\b.*\d|^(năm \d{4}|ban hành|quy định|về việc|hướng dẫn|của .*|ngày .*|và .*|\W*)$",
        )
    });
    let tidy = fold::tidy(raw);
    let mut text = FRONT.replace(&tidy, "").into_owned();
    // "năm 2024 phê duyệt …" where the number stood before.
    static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^năm \d{4} "));
    text = YEAR.replace(&text, "").into_owned();
    let text = text.trim().trim_matches(|c: char| {
        matches!(c, '"' | '“' | '”' | ',' | ';' | ':' | '-' | '.' | '*' | '\\') || c.is_whitespace()
    });
    // A quotation that opens and does not close lost its end with the trimming.
    let text =
        if text.matches('“').count() > text.matches('”').count() { format!("{text}”") } else { text.to_owned() };
    let text = if text.matches('"').count() % 2 == 1 && !text.ends_with('"') { text + "\"" } else { text };
    if text.chars().count() < 4 || EMPTY.is_match(&text) || !text.chars().any(|c| c.is_lowercase() || c.is_uppercase())
    {
        return None;
    }
    if number.is_some_and(|n| fold::search(&text) == fold::search(&n.canonical())) {
        return None;
    }
    let text = if is_capitals(&text) { small_letters(&text) } else { text };
    // Longer ones ran on into the sentence.
    if text.chars().count() > 700 {
        return None;
    }
    Some(fold::first_capital(&text))
}

/// A title as it is written after a number in running text, without how the sentence continues. `None` where what is
/// written there isn't a title.
pub fn cited_title(raw: &str, number: &Number) -> Option<String> {
    static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)(\ và\ các\ (văn\ bản|quy\ định)\ (sửa\ đổi|hướng\ dẫn|pháp\ luật|hiện\ hành|bổ\ sung|khác)
            |\ *\|
            |\ \d{1,2}/\d{1,2}/\d{4}\ (?-i:\p{Lu})
            |,?\ (thì|trong\ đó|và\ theo|và\ quy\ định\ tại|và\ hướng\ dẫn\ tại|theo\ quy\ định\ tại)\ 
            |,?\ (đã\ )?được\ (sửa\ đổi|thay\ thế|bổ\ sung|bãi\ bỏ|ban\ hành|đính\ chính|hợp\ nhất)).*$",
        )
    });
    static NONE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)^(về\ việc\ )?(ban\ hành|quy\ định|hướng\ dẫn|sửa\ đổi|bổ\ sung|sửa\ đổi,\ bổ\ sung)(\ bản|\ kèm\ theo)?$
            # A place, or the sentence going on.
            |^(quy\ định|hướng\ dẫn|sửa\ đổi|bổ\ sung|ban\ hành|công\ bố)(,\ bổ\ sung|,\ thay\ thế)*\ (tại|theo|hiện\ hành|của\ pháp\ luật|kèm\ theo|nêu|trên|khác|trước|hoặc)\b
            |^(sửa\ đổi|bổ\ sung|sửa\ đổi,\ bổ\ sung|bãi\ bỏ)\ (điểm|khoản)\ [^đ]*$
            |(thông\ tư|nghị\ định|luật|quyết\ định|nghị\ quyết|pháp\ lệnh|quy\ chế|quy\ định)\ này\b
            |^thực\ hiện\ như\ sau
            # A table, or the page that the text was taken from.
            |công\ báo/số|tải\ về|lược\ đồ
            # Words broken by a page that was read letter by letter.
            |(^|\ )(ngh|th|đ|ch|tr|nh|ph|kh|gi|ng|qu)\ ",
        )
    });
    // A number that a line broke: "156/2013/TT- BTC".
    static BROKEN: LazyLock<Regex> = LazyLock::new(|| regex(r"(/\p{Lu}+-) (\p{Lu}{2})"));
    // Day and issuer are written after the title too: "… khu du lịch ngày 19/05/2022 của Bộ …". Those of an act that the title
    // names belong to it.
    static DATED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i) ngày \d{1,2}/\d{1,2}/\d{4} của .*$"));
    static ACT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)\b(luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị)\b|\d/"));
    let tidy = fold::tidy(raw);
    let tidy = BROKEN.replace_all(&tidy, "$1$2");
    let text = GOES_ON.replace(&tidy, "");
    let text = match DATED.find(&text) {
        Some(dated) if !ACT.is_match(&text[..dated.start()]) => text[..dated.start()].to_owned(),
        _ => text.into_owned(),
    };
    // A bracket that was not opened here closes one around the citation.
    let mut depth = 0i32;
    let closed = text.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth < 0
    });
    let text = &text[..closed.map_or(text.len(), |(at, _)| at)];
    listed_title(text, Some(number)).filter(|t| !NONE.is_match(t))
}

/// Whether a title that was read from running text broke off: it ends with a word that asks for another, or is hardly one.
pub fn is_cut(title: &str) -> bool {
    let folded = fold::words(title);
    // "Luật Dân số", "Quy chế làm việc" end as they should.
    const WHOLE: [&str; 9] = [
        "dân số",
        "làm việc",
        "cao bằng",
        "đổi số",
        "công nghệ số",
        "chính phủ số",
        "phế quản",
        "tiếp theo",
        "giao tiếp",
    ];
    if WHOLE.iter().any(|end| folded.ends_with(end)) {
        return false;
    }
    let last = folded.rsplit(' ').next().unwrap_or_default();
    title.chars().count() < if folded.starts_with("luật ") { 8 } else { 12 }
        || matches!(
            last,
            "số" | "về"
                | "của"
                | "và"
                | "các"
                | "theo"
                | "tại"
                | "cho"
                | "với"
                | "từ"
                | "trong"
                | "do"
                | "là"
                | "được"
                | "bằng"
                | "đối"
                | "hoặc"
                | "quản"
                | "cải"
                | "giải"
                | "ngày"
                | "việc"
                | "tiếp"
                | "tục"
        )
        || folded.ends_with(" một số")
        || folded.ends_with(" quy định")
        || folded.ends_with(" một số điều")
}

/// The last touch, when the type is settled: laws get their name.
pub fn finish_title(kind: TypeId, title: String) -> String {
    if kind == TypeId::HIEN_PHAP {
        // The type is part of the name.
        return title;
    }
    if !kind.is_law() {
        // "Thông tư quy định …" repeats the type.
        let rest = title.strip_prefix(kind.as_str()).and_then(|r| r.strip_prefix(' '));
        return match rest.filter(|r| r.chars().next().is_some_and(char::is_lowercase)) {
            Some(rest) if kind != TypeId::VAN_BAN_HOP_NHAT => fold::first_capital(rest),
            _ => title,
        };
    }
    static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\s+(năm\s+)?(19|20)\d\d$"));
    static AMENDED: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:Luật |Bộ luật |Pháp lệnh )(.*) sửa đổi$"));
    let title = YEAR.replace(&title, "").into_owned();
    let bare = ["Luật ", "luật ", "Bộ luật ", "Bộ Luật ", "bộ luật ", "Pháp lệnh ", "pháp lệnh "]
        .iter()
        .find_map(|p| title.strip_prefix(p))
        // The law on lawyers: "Luật Luật sư".
        .filter(|rest| fold::words(rest) != "sư")
        .unwrap_or(&title);
    let folded = fold::search(bare);
    if folded.starts_with("sua doi") || folded.starts_with("bo sung") || folded.starts_with("bai bo") {
        return format!("{kind} {}", fold::first_small(bare));
    }
    let named = format!("{kind} {}", fold::first_capital(bare));
    match AMENDED.captures(&named) {
        Some(c) => format!("{kind} sửa đổi, bổ sung một số điều của {kind} {}", &c[1]),
        None => named,
    }
}

/// Whether the instrument decides on single persons or cases: it is in no catalogue, and its title may name them.
pub fn is_on_persons(kind: TypeId, number: Option<&Number>, title: &str) -> bool {
    // Anything of a local agency that isn't normative.
    if number.is_some_and(|n| n.is_local() && n.year.is_none()) {
        return true;
    }
    static PERSON: LazyLock<Regex> =
        LazyLock::new(|| regex(r"\b([Ôô]ng|[Bb]à|[Đđ]ồng chí)( \([^)]*\))?:? \p{Lu}\p{Ll}"));
    static CASE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(về việc |về )?(bổ nhiệm|miễn nhiệm|điều động|luân chuyển|cho thôi|khen thưởng|tặng (thưởng|bằng|cờ|danh hiệu)|truy tặng|kỷ luật|thi hành kỷ luật|nghỉ hưu|phê chuẩn kết quả (bầu|miễn)|cho nhập|cho thôi quốc tịch|thu hồi đất|giao đất|cho thuê đất)\b",
        )
    });
    PERSON.is_match(title) || (matches!(kind, TypeId::QUYET_DINH | TypeId::NGHI_QUYET) && CASE.is_match(title))
}

#[cfg(test)]
mod tests {
    use super::super::number_of as n;
    use super::*;

    #[test]
    fn titles_lose_what_is_no_title() {
        for (raw, clean) in [
            ("Quyết định 1649/QĐ-UBND năm 2024 phê duyệt Đề án", Some("Phê duyệt Đề án")),
            (
                "Quyết định 4888/QĐ-BYT năm 2019 về phê duyệt Đề án y tế thông minh do Bộ trưởng Bộ Y tế ban hành",
                Some("Về phê duyệt Đề án y tế thông minh"),
            ),
            ("Thông tư số 15/2025/TT-BVHTTDL sửa đổi một số điều", Some("Sửa đổi một số điều")),
            ("về kiểm kê quỹ đất (dưới đây gọi là Chỉ thị số 31/CT-TTg) thì xác định", Some("Về kiểm kê quỹ đất")),
            ("Ban hành \"Danh mục giống cây trồng\"", Some("Ban hành \"Danh mục giống cây trồng\"")),
            ("Decree 60/2016/ND-CP", None),
            ("quy định", None),
        ] {
            assert_eq!(listed_title(raw, None).as_deref(), clean, "{raw}");
        }
        let own = "Bãi bỏ một số văn bản do Bộ trưởng Bộ Y tế ban hành";
        assert_eq!(title(own, None).as_deref(), Some(own), "the act's own words are left whole");
    }

    #[test]
    fn titles_in_running_text_end_where_the_sentence_goes_on() {
        for (raw, clean) in [
            ("về việc ban hành", None),
            ("hướng dẫn tại Thông tư này do ngân sách nhà nước bảo đảm", None),
            ("quy định hiện hành của pháp luật", None),
            ("sửa đổi, bổ sung theo Quyết định số 34/2008/QĐ-NHNN", None),
            (
                "sửa đổi Thông tư số 156/2013/TT- BTC ngày 06/11/2013 của Bộ Tài chính",
                Some("Sửa đổi Thông tư số 156/2013/TT-BTC ngày 06/11/2013 của Bộ Tài chính"),
            ),
            ("về quy chế hoạt động 14/9/2007 Nội dung khác", Some("Về quy chế hoạt động")),
            ("quy định việc quản lý bến đò ngày 05/01/2022 của Bộ Xây dựng", Some("Quy định việc quản lý bến đò")),
            ("về lập, th ẩm định quy hoạch đô thị", None),
            ("về thành lập Trung tâm) thuộc thẩm quyền", Some("Về thành lập Trung tâm")),
            ("quy định về giá đất thì phải điều chỉnh", Some("Quy định về giá đất")),
            ("về phòng, chống vi rút (HIV/AIDS) ở người", Some("Về phòng, chống vi rút (HIV/AIDS) ở người")),
        ] {
            assert_eq!(cited_title(raw, &n("30/2020/NĐ-CP")).as_deref(), clean, "{raw}");
        }
    }

    #[test]
    fn laws_have_names() {
        assert_eq!(finish_title(TypeId::LUAT, "Bảo hiểm xã hội".into()), "Luật Bảo hiểm xã hội");
        assert_eq!(finish_title(TypeId::LUAT, "Luật sư".into()), "Luật Luật sư");
        assert_eq!(finish_title(TypeId::LUAT, "Luật Luật sư".into()), "Luật Luật sư");
        assert_eq!(finish_title(TypeId::BO_LUAT, "Bộ Luật lao động".into()), "Bộ luật Lao động");
        assert_eq!(finish_title(TypeId::LUAT, "Luật Phòng bệnh 2025".into()), "Luật Phòng bệnh");
        assert_eq!(
            finish_title(TypeId::LUAT, "Sửa đổi, bổ sung một số điều của Luật Giáo dục".into()),
            "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục"
        );
    }

    #[test]
    fn decisions_on_persons_are_seen() {
        assert!(is_on_persons(TypeId::QUYET_DINH, Some(&n("12/QĐ-UBND")), "Phê duyệt quy hoạch"));
        assert!(is_on_persons(TypeId::QUYET_DINH, Some(&n("12/QĐ-BYT")), "Về việc bổ nhiệm viên chức"));
        assert!(is_on_persons(TypeId::QUYET_DINH, Some(&n("12/QĐ-TTg")), "Phê chuẩn đối với ông Nguyễn Văn A"));
        assert!(!is_on_persons(TypeId::QUYET_DINH, Some(&n("05/2022/QĐ-UBND")), "Quy định về bổ nhiệm viên chức"));
    }

    #[test]
    fn titles_that_broke_off_are_seen() {
        for cut in ["Về công", "Sửa đổi, bổ sung một số điều của Thông tư số", "Hướng dẫn thi hành một số quy định về"]
        {
            assert!(is_cut(cut), "{cut}");
        }
        assert!(!is_cut("Về công tác văn thư"));
        for whole in ["Luật Dân số", "Luật Tố cáo", "Ban hành Quy chế làm việc", "Quy định chi tiết Luật Chuyển đổi số"]
        {
            assert!(!is_cut(whole), "{whole}");
        }
    }
}
