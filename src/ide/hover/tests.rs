use super::*;
use crate::i18n::Language;
use crate::ide::sample::{catalogue, document, settings};

fn card(marked: &str, catalogue: &Catalogue) -> (String, String) {
    let (document, offset) = document(marked, catalogue);
    match hover(&document, catalogue, offset, &settings()) {
        Some(hover) => (document.slice(hover.span), hover.markdown),
        None => ("nothing".to_owned(), String::new()),
    }
}

#[test]
fn an_instrument_in_force() {
    let (span, card) = card("theo Nghị định số 30/20|20/NĐ-CP ngày 05/3/2020", &catalogue());
    assert_eq!(span, "30/2020/NĐ-CP");
    assert_eq!(
        card,
        "### Nghị định 30/2020/NĐ-CP\nVề công tác văn thư\n\n\
         **Còn hiệu lực** vào ngày 24/11/2026 · Chính phủ · ban hành 05/3/2020 · hiệu lực 05/3/2020\n\n\
         _Theo quan hệ với các văn bản khác: Thay thế Nghị định 110/2004/NĐ-CP (Về công tác văn thư)._\n\n\
         - 38 điều, 7 chương\n\n\
         _Nguồn: Bộ pháp điển; đã đối chiếu số, tên, ngày ban hành. \
         Chưa đối chiếu: ngày hiệu lực, tình trạng hiệu lực._"
    );
}

#[test]
fn the_type_word_and_the_date_belong_to_the_number() {
    let c = catalogue();
    for text in
        ["theo Nghị đ|ịnh số 30/2020/NĐ-CP", "Nghị định s|ố 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP ngày 05/3/20|20"]
    {
        assert_eq!(card(text, &c).0, "30/2020/NĐ-CP", "{text}");
    }
    assert_eq!(card("theo| quy định", &c).0, "nothing");
}

#[test]
fn an_expired_instrument_names_its_successor_first() {
    let (_, card) = card("Nghị định 110/|2004/NĐ-CP", &catalogue());
    let status = card.lines().nth(3).unwrap();
    assert!(
        status.starts_with("**Hết hiệu lực từ 05/3/2020**, thay bằng Nghị định 30/2020/NĐ-CP · Chính phủ"),
        "{card}"
    );
}

#[test]
fn a_pinpoint_opens_with_its_unit() {
    let c = catalogue();
    let (span, unit) = card("Căn cứ tại Mục| 5 Thông báo 169/TB-VPCP năm 2023 thì", &c);
    assert_eq!(span, "Mục 5");
    assert!(unit.starts_with("### Mục 5. Xử lý nghiêm cán bộ, công chức\n\nYêu cầu chấm dứt"), "{unit}");
    assert!(
        unit.contains("Thuộc **Thông báo 169/TB-VPCP** · Kết luận tại Phiên họp thứ tư · **Chưa rõ hiệu lực**"),
        "{unit}"
    );
    let (span, whole) = card("Căn cứ tại Mục 5 Thông báo 169/|TB-VPCP năm 2023 thì", &c);
    assert_eq!(span, "169/TB-VPCP");
    assert!(whole.starts_with("### Thông báo 169/TB-VPCP\n"), "{whole}");
    assert!(whole.contains("Kết luận về cải cách hành chính."), "{whole}");
    assert!(whole.contains("**Mục 5** · Xử lý nghiêm"), "{whole}");
}

#[test]
fn articles_that_are_not_known_or_not_there() {
    let c = catalogue();
    let (_, unknown) = card("Điều| 5 Nghị định số 30/2020/NĐ-CP", &c);
    assert!(unknown.contains("Danh mục chưa có nội dung của Điều 5."), "{unknown}");
    let (_, beyond) = card("Điều| 700 Bộ luật Dân sự năm 2015", &c);
    assert!(beyond.contains("có 689 điều; cần kiểm tra Điều 700"), "{beyond}");
}

#[test]
fn units_of_the_document_itself() {
    let text =
        "Điều 1. Phạm vi điều chỉnh\n\nQuy định này có hai điều.\n\nĐiều 2. Trách nhiệm\n\n1. Thực hiện Đi|ều 1.\n";
    let (_, unit) = card(text, &catalogue());
    assert!(unit.starts_with("### Điều 1 của văn bản này"), "{unit}");
    assert!(unit.contains("Phạm vi điều chỉnh"), "{unit}");
}

#[test]
fn several_of_a_number_are_listed_without_summary() {
    let c = catalogue();
    let (_, list) = card("theo Quyết định số 06/|QĐ-TTg", &c);
    assert!(
        list.starts_with("### Có 2 văn bản mang số 06/QĐ-TTg\n\n- **06/01/2023** · Quyết định 06/QĐ-TTg"),
        "{list}"
    );
    let (_, one) = card("theo Quyết định số 06/|QĐ-TTg năm 2022", &c);
    assert!(one.contains("dữ liệu về dân cư"), "{one}");
}

#[test]
fn a_number_that_is_not_in_the_catalogue() {
    let (_, card) = card("theo Thông tư số 45/|2031/TT-BTP", &catalogue());
    assert!(card.starts_with("### Thông tư 45/2031/TT-BTP\n\n**Không có trong danh mục**"), "{card}");
    assert!(card.contains("Theo ký hiệu: Bộ Tư pháp"), "{card}");
}

#[test]
fn names_with_their_year() {
    let c = catalogue();
    let (span, new) = card("theo Luật Đất| đai năm 2024 thì", &c);
    assert_eq!(span, "Luật Đất đai năm 2024");
    assert!(new.starts_with("### Luật Đất đai 31/2024/QH15\n\n**Còn hiệu lực**"), "{new}");
    let (_, old) = card("theo Luật Đất| đai năm 2013 thì", &c);
    assert!(old.contains("**Hết hiệu lực từ 01/8/2024**, thay bằng Luật Đất đai 31/2024/QH15"), "{old}");
}

#[test]
fn agencies_with_period_and_successors() {
    let c = Catalogue::empty();
    let (span, ended) = card("trình Bộ Thông tin| và Truyền thông xem xét", &c);
    assert_eq!(span, "Bộ Thông tin và Truyền thông");
    assert!(
        ended.starts_with("### Bộ Thông tin và Truyền thông\n\nmã BTTTT · thuộc Chính phủ · đứng đầu: Bộ trưởng"),
        "{ended}"
    );
    assert!(ended.contains("**Không còn từ 01/3/2025**, theo 176/2025/QH15 · từ 08/8/2007 đến 28/02/2025"), "{ended}");
    assert!(
        ended.contains("- kế thừa: Bộ Khoa học và Công nghệ; Bộ Văn hóa, Thể thao và Du lịch; Bộ Công an"),
        "{ended}"
    );
    let (_, now) = card("trình Bộ Nội| vụ xem xét", &c);
    assert!(now.contains("**Đang hoạt động** vào ngày 24/11/2026 (từ 05/8/2002)"), "{now}");
    assert!(now.contains("Cơ quan cùng tên trước đây: từ 06/6/1975 đến 06/5/1998"), "{now}");
    assert!(now.contains("Bộ Lao động - Thương binh và Xã hội (đến 28/02/2025)"), "{now}");
}

#[test]
fn an_agency_is_shown_as_it_was_on_the_day_of_the_draft() {
    let c = Catalogue::empty();
    let marked = "CHÍNH PHỦ\nSố: 15/2014/NĐ-CP\nHà Nội, ngày 20 tháng 01 năm 2014\n\nNGHỊ ĐỊNH\n\nGiao Bộ Nông nghiệp| và Phát triển nông thôn và Bộ Nội vụ.\n";
    let of = |marked: &str| {
        let (document, offset) = document(marked, &c);
        hover(&document, &c, offset, &Settings::default()).unwrap().markdown
    };
    let ended = of(marked);
    assert!(
        ended.contains("Sau ngày của văn bản này: không còn từ 01/3/2025; kế thừa: Bộ Nông nghiệp và Môi trường"),
        "{ended}"
    );
    let now = of(&marked.replace('|', "").replace("Bộ Nội vụ", "Bộ Nội| vụ"));
    assert!(!now.contains("Bộ Lao động - Thương binh và Xã hội"), "{now}");
}

#[test]
fn local_agencies_with_the_history_of_their_place() {
    let c = Catalogue::empty();
    let (_, card_of_old) = card("của UBND tỉnh Bình| Dương", &c);
    assert!(
        card_of_old.starts_with("### Ủy ban nhân dân tỉnh Bình Dương\n\nCơ quan của địa phương · mã UBND"),
        "{card_of_old}"
    );
    assert!(
        card_of_old.contains("**tỉnh Bình Dương không còn từ 01/7/2025**, sáp nhập vào Thành phố Hồ Chí Minh"),
        "{card_of_old}"
    );
    assert!(card_of_old.contains("theo 202/2025/QH15"), "{card_of_old}");
    let (_, merged) = card("của Ủy ban nhân dân tỉnh Phú| Thọ", &c);
    assert!(merged.contains("tỉnh Phú Thọ: từ 01/7/2025, hợp nhất từ"), "{merged}");
}

#[test]
fn cards_speak_english_on_request_and_stay_short() {
    let c = catalogue();
    let english = Settings { language: Language::English, ..settings() };
    let (document, offset) = document("Nghị định 30/|2020/NĐ-CP", &c);
    let card = hover(&document, &c, offset, &english).unwrap().markdown;
    assert!(card.contains("**In force** on 24 November 2026 · Chính phủ · issued 5 March 2020"), "{card}");
    assert!(card.contains("- 38 articles, 7 chapters"), "{card}");
    assert!(card.lines().count() <= 15, "{card}");
}

#[test]
fn markup_in_facts_stays_text() {
    assert_eq!(card::escape("a*b_c [x](y) <z>"), "a\\*b\\_c \\[x\\](y) \\<z\\>");
}

#[test]
fn the_builtin_catalogue_knows_the_article() {
    let c = Catalogue::builtin().unwrap();
    let (_, unit) = card("Căn cứ tại Mục 5| Thông báo 169/TB-VPCP năm 2023 có đề cập", &c);
    assert!(unit.starts_with("### Mục 5. "), "{unit}");
    assert!(unit.contains("Thông báo 169/TB-VPCP"), "{unit}");
    let (_, whole) = card("Nghị định số 30/2020/|NĐ-CP", &c);
    assert!(whole.contains("**Còn hiệu lực**"), "{whole}");
}

/// The header has no date, so both judge on the last day of its year, on which the decree of 2004 was in force.
#[test]
fn the_card_and_the_findings_judge_on_the_same_day() {
    let c = catalogue();
    let marked = "CHÍNH PHỦ\nSố: 15/2018/NĐ-CP\n\nNGHỊ ĐỊNH\nVề lưu trữ\n\nCăn cứ Nghị định số 110/|2004/NĐ-CP ngày 08 tháng 4 năm 2004;\n";
    let (document, offset) = document(marked, &c);
    let settings = Settings::default();
    let card = hover(&document, &c, offset, &settings).unwrap().markdown;
    assert!(!card.contains("Hết hiệu lực"), "{card}");
    let codes: Vec<&str> = crate::check::check(&document, &c, &settings).iter().map(|f| f.code.as_str()).collect();
    assert!(!codes.iter().any(|code| code.contains("expired")), "{codes:?}");
    let later = Settings { as_of: crate::settings::AsOf::Day(time::macros::date!(2021 - 01 - 01)), ..settings };
    let card = hover(&document, &c, offset, &later).unwrap().markdown;
    assert!(card.contains("**Hết hiệu lực từ 05/3/2020**"), "{card}");
    let codes: Vec<&str> = crate::check::check(&document, &c, &later).iter().map(|f| f.code.as_str()).collect();
    assert!(codes.iter().any(|code| code.contains("expired")), "{codes:?}");
}

/// A decree with an outline and amendments: of Điều 5, of Điều 9 from 2027 on, and one that names no article.
fn outlined() -> Catalogue {
    let record = r#"{"number":"77/2019/NĐ-CP","issuer":"Chính phủ","issued":"2019-10-10","effective":"2019-11-25","status":"partly-expired","title":"Về tổ hợp tác","articles":30,"chapters":2,"url":"https://vbpl.vn/77","provisions":[{"path":"Chương I","heading":"Quy định chung"},{"path":"Chương II","heading":"Tổ chức của tổ hợp tác"},{"path":"Chương III","heading":"Quản lý nhà nước"},{"path":"Điều 5","heading":"Điều kiện"},{"path":"Điều 6","heading":"Thành viên"}],"relations":[{"kind":"amended-by","target":"1/2021/NĐ-CP","date":"2021-03-01","note":"khoản 2 Điều 5"},{"kind":"amended-by","target":"2/2027/NĐ-CP","date":"2027-03-01","note":"bãi bỏ Điều 9"}]}"#;
    let whole = r#"{"number":"78/2019/NĐ-CP","issued":"2019-10-10","status":"in-force","provisions":[{"path":"Điều 5","heading":"Nguyên tắc"}],"relations":[{"kind":"amended-by","target":"1/2021/NĐ-CP","date":"2021-03-01"}]}"#;
    let plain = r#"{"number":"79/2019/NĐ-CP","issued":"2019-10-10","status":"in-force","provisions":[{"path":"Điều 5","heading":"Nguyên tắc"}]}"#;
    let read = |json: &str| {
        let record: crate::catalogue::record::Record = serde_json::from_str(json).unwrap();
        record.into_instrument().unwrap()
    };
    Catalogue::of([record, whole, plain].map(read)).unwrap()
}

#[test]
fn an_act_without_a_summary_shows_its_contents_and_its_page() {
    let (_, card) = card("theo Nghị định số 77/|2019/NĐ-CP", &outlined());
    let contents = "Văn bản gồm 30 điều, 2 chương:\n- Chương II. Tổ chức của tổ hợp tác\n- Chương III. Quản lý nhà nước\n- … và 1 chương nữa";
    assert!(card.contains(contents), "{card}");
    assert!(!card.contains("chưa có tóm tắt"), "{card}");
    assert!(card.ends_with("[Trang chính thức](https://vbpl.vn/77)"), "{card}");
}

#[test]
fn a_clause_shows_the_heading_of_its_article_and_what_became_of_that() {
    let c = outlined();
    for (text, head, force) in [
        (
            "khoản| 2 Điều 5 Nghị định số 77/2019/NĐ-CP",
            "### Khoản 2 Điều 5 · Điều kiện\n\n",
            "Khoản 2 Điều 5 được sửa đổi, bổ sung bởi 01/2021/NĐ-CP từ 01/3/2021.",
        ),
        (
            "Điều| 6 Nghị định số 77/2019/NĐ-CP",
            "### Điều 6. Thành viên\n\n",
            "Điều 6 còn hiệu lực vào ngày 24/11/2026; danh mục không ghi nhận sửa đổi nào.",
        ),
        (
            "Điều| 5 Nghị định số 78/2019/NĐ-CP",
            "### Điều 5. Nguyên tắc\n\n",
            "Văn bản đã được sửa đổi, bổ sung bởi 01/2021/NĐ-CP; danh mục chưa ghi rõ có sửa Điều 5 hay không.",
        ),
        ("Điều| 5 Nghị định số 79/2019/NĐ-CP", "### Điều 5. Nguyên tắc\n\n", "Điều 5 còn hiệu lực vào ngày 24/11/2026"),
    ] {
        let (_, unit) = card(text, &c);
        assert!(unit.starts_with(head) && unit.contains(force), "{text}\n{unit}");
        assert!(!unit.contains("chưa có nội dung"), "{unit}");
    }
}

#[test]
fn a_letter_is_of_no_kind_that_the_catalogue_collects() {
    for text in ["theo Tờ trình số 83/|TTr-UBND", "Công văn số 5361/|VPCP-KTTH", "Báo cáo số 139/|BC-UBND"]
    {
        let (_, card) = card(text, &catalogue());
        assert!(card.contains("danh mục không thu thập công văn"), "{text}\n{card}");
        assert!(!card.contains("Không có trong danh mục"), "{card}");
    }
}

#[test]
fn an_unknown_number_shows_what_the_sentence_says_of_it() {
    let text = "theo Thông tư số 45/|2031/TT-BTP ngày 01 tháng 7 năm 2031 của Bộ trưởng Bộ Tư pháp về một việc;";
    let (_, card) = card(text, &catalogue());
    assert!(card.contains("Theo chính câu này: ban hành 01/7/2031 · Bộ trưởng Bộ Tư pháp · về một việc"), "{card}");
}

#[test]
fn an_act_that_ended_after_the_draft_says_so() {
    let c = catalogue();
    let marked = "CHÍNH PHỦ\nSố: 15/2018/NĐ-CP\nHà Nội, ngày 05 tháng 6 năm 2018\n\nNGHỊ ĐỊNH\n\nCăn cứ Nghị định số 110/|2004/NĐ-CP ngày 08 tháng 4 năm 2004;\n";
    let (document, offset) = document(marked, &c);
    let card = hover(&document, &c, offset, &Settings::default()).unwrap().markdown;
    let since = "Sau ngày của văn bản này: hết hiệu lực từ 05/3/2020, thay bằng Nghị định 30/2020/NĐ-CP.";
    assert!(card.contains(since), "{card}");
}

#[test]
fn an_office_says_whose_it_is_and_whether_it_leads() {
    let c = Catalogue::empty();
    for (text, line) in [
        ("của Bộ trưởng| Bộ Y tế", "Người đứng đầu Bộ Y tế · mã BYT"),
        ("của Thứ trưởng| Bộ Y tế", "Cấp phó của người đứng đầu Bộ Y tế · mã BYT"),
        ("của Chánh| Văn phòng Bộ Y tế", "Thuộc Bộ Y tế · mã BYT"),
        (
            "của Chủ tịch| Ủy ban nhân dân tỉnh Phú Thọ",
            "Cơ quan của địa phương · Người đứng đầu Ủy ban nhân dân · mã UBND",
        ),
        (
            "của Chánh| Văn phòng Ủy ban nhân dân tỉnh Phú Thọ",
            "Cơ quan của địa phương · Người đứng đầu Văn phòng Ủy ban nhân dân · mã VPUBND",
        ),
    ] {
        let (_, card) = card(text, &c);
        assert!(card.lines().nth(2).is_some_and(|l| l.starts_with(line)), "{text}\n{card}");
    }
}

/// "Khoản này" is the clause that holds the words, not one of that name.
#[test]
fn a_unit_that_is_named_from_inside_of_it_is_shown() {
    let text = "NGHỊ ĐỊNH\nĐiều 1. Một\n1. Hai:\na) Ba;\nb) Bốn theo đi|ểm a khoản này, khoản 1 Điều này.\n";
    let (span, unit) = card(text, &catalogue());
    assert_eq!(span, "điểm a khoản này, khoản 1 Điều này");
    assert!(unit.contains("Ba;"), "{unit}");
    let (_, clause) = card(&text.replace("đi|ểm", "điểm").replace("khoản 1 Điều n", "kho|ản 1 Điều n"), &catalogue());
    assert!(clause.contains("Hai:"), "{clause}");
}
