//! Kinds of mistakes with sentences of each kind: what is wrong is marked with ⟦…⟧, nothing is marked where all is right.

use super::*;

pub const PLAN: &str =
    "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 45/KH-UBND\nNghệ An, ngày 10 tháng 3 năm 2026\n\nKẾ HOẠCH\nVề lưu trữ\n\n";

/// Checks that a rule marks in each text what is between the brackets, and nothing else.
pub fn marks(code: Code, before: &str, texts: &[&str], after: &str) {
    let mut faults = Vec::new();
    for marked in texts {
        let expected: Vec<&str> = marked.split('⟦').skip(1).filter_map(|part| part.split('⟧').next()).collect();
        let text = format!("{before}{}{after}", marked.replace(['⟦', '⟧'], ""));
        let rules = std::iter::once((code.as_str().to_owned(), Some(code.rule().severity))).collect();
        let found = findings(&text, &Settings { rules, ..Settings::default() });
        let seen: Vec<&str> = found.iter().filter(|f| f.code == code).map(|f| f.span.of(&text)).collect();
        if seen != expected {
            faults.push(format!("{marked}: {seen:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sections_and_annexes_that_the_draft_does_not_have() {
    let after = "\n\nI. MỤC ĐÍCH\n1. Thống nhất.\nII. NỘI DUNG\n1. Thu thập.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì.\n\nPhụ lục I\nMẪU BÁO CÁO\n\nPhụ lục II\nDANH MỤC";
    marks(
        Code::InternalTargetMissing,
        PLAN,
        &[
            "Bảo đảm thống nhất theo Mục ⟦VI⟧ Kế hoạch này.",
            "Thực hiện theo Phần ⟦IV⟧ Kế hoạch này.",
            "Nội dung tại Mục ⟦V⟧ của Kế hoạch này được rà soát.",
            "Báo cáo theo Phụ lục ⟦III⟧ ban hành kèm theo Kế hoạch này.",
            "Theo biểu mẫu tại Phụ lục ⟦V⟧ kèm theo Kế hoạch này.",
            "Danh mục tại Phụ lục ⟦IV⟧ của Kế hoạch này.",
            "Thực hiện theo Mục II và Mục III Kế hoạch này.",
            "Báo cáo theo Phụ lục I ban hành kèm theo Kế hoạch này.",
            "Theo Mục VI Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026.",
            "Theo Phụ lục VII ban hành kèm theo Nghị định số 30/2020/NĐ-CP.",
            "Theo Phụ lục A kèm theo Hợp đồng của các bên.",
            "Theo Mục 4 Chương II Nghị định số 30/2020/NĐ-CP.",
        ],
        after,
    );
}

#[test]
fn every_missing_unit_of_a_list_is_reported() {
    let head = "BỘ NỘI VỤ\nSố: 5/2024/TT-BNV\n\nTHÔNG TƯ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ gồm đơn.\n2. ";
    let tail = "\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.";
    marks(
        Code::InternalTargetMissing,
        head,
        &[
            "Hồ sơ theo khoản ⟦5⟧ Điều này và Điều ⟦9⟧ Thông tư này nộp trực tiếp.",
            "Hồ sơ theo khoản 1 Điều này và Điều 2 Thông tư này nộp trực tiếp.",
        ],
        tail,
    );
}

#[test]
fn amendments_of_a_list_count_on() {
    let draft = |list: &str| {
        format!(
            "CHÍNH PHỦ\nSố:      /2025/NĐ-CP\nHà Nội, ngày 20 tháng 10 năm 2025\n\nNGHỊ ĐỊNH\nVề lưu trữ\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP\n{list}\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành kể từ ngày 15 tháng 12 năm 2025."
        )
    };
    let gaps = |list: &str| {
        let text = draft(list);
        findings(&text, &Settings::default()).iter().filter(|f| f.code == Code::NumberingGap).count()
    };
    assert_eq!(gaps("1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Văn bản điện tử.”.\n3. Bãi bỏ khoản 3 Điều 6."), 1);
    assert_eq!(gaps("1. Bãi bỏ khoản 2 Điều 5.\n2. Bãi bỏ khoản 3 Điều 6.\n2. Bãi bỏ khoản 4 Điều 7."), 1);
    assert_eq!(gaps("1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Văn bản điện tử.”.\n2. Bãi bỏ khoản 3 Điều 6."), 0);
    // New text without quotation marks.
    assert_eq!(gaps("1. Sửa đổi Điều 5 như sau:\n4. Văn bản điện tử gồm bản gốc.\n5. Bản sao.\n2. Bãi bỏ Điều 6."), 0);
}

#[test]
fn a_decree_changes_no_law() {
    let head = "CHÍNH PHỦ\nSố:      /2025/NĐ-CP\nHà Nội, ngày 20 tháng 10 năm 2025\n\nNGHỊ ĐỊNH\nVề lưu trữ\n\nĐiều 1. Phạm vi\n1. Nghị định này quy định về lưu trữ.\n";
    marks(
        Code::AmendWrongIssuer,
        head,
        &[
            "2. Nghị định này bãi bỏ khoản 2 Điều 5 ⟦Luật Lưu trữ năm 2024⟧.",
            "2. Bãi bỏ Điều 9 ⟦Luật Đất đai⟧.",
            "2. Sửa đổi, bổ sung khoản 1 Điều 3 của ⟦Luật Đầu tư năm 2020⟧.",
            "2. Bãi bỏ các khoản 1 và 2 Điều 5 ⟦Luật Lưu trữ năm 2024⟧.",
            "2. Bãi bỏ các thủ tục quy định tại Điều 5 Luật Lưu trữ năm 2024.",
            "2. Hồ sơ bị hủy bỏ theo Luật Lưu trữ năm 2024.",
            "2. Luật sửa đổi, bổ sung một số điều của Luật Đầu tư năm 2020 được áp dụng.",
            "2. Việc sửa đổi thực hiện theo Điều 5 Luật Lưu trữ năm 2024.",
            "2. Bãi bỏ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.",
            "2. Quy định chi tiết khoản 2 Điều 5 Luật Lưu trữ năm 2024.",
        ],
        "",
    );
}

#[test]
fn points_of_an_article_without_their_clause() {
    marks(
        Code::PointWithoutClause,
        PLAN,
        &[
            "Thực hiện theo ⟦điểm a Điều 23⟧ Luật Lưu trữ năm 2024.",
            // A unit with a figure right below an article is a clause.
            "Thực hiện theo ⟦điểm 6 Điều 1⟧ Nghị định số 30/2020/NĐ-CP.",
            "Thực hiện theo khoản 6 Điều 1 Nghị định số 30/2020/NĐ-CP.",
        ],
        "",
    );
}

#[test]
fn references_that_lack_a_part() {
    marks(
        Code::IncompleteProvision,
        PLAN,
        &[
            "Thực hiện theo ⟦khoản 2⟧ của Nghị định số 30/2020/NĐ-CP.",
            "Căn cứ ⟦khoản 1⟧ Nghị định số 102/2024/NĐ-CP để lập danh sách.",
            "Mức chi theo ⟦điểm a khoản 3⟧ Luật Đất đai năm 2024.",
            "Theo Điều 5 Luật Lưu trữ năm 2024 và ⟦khoản 2⟧ của Nghị định số 30/2020/NĐ-CP.",
            "Hồ sơ quy định tại ⟦1⟧ Điều 23 Luật Lưu trữ năm 2024.",
            "Thực hiện theo ⟦3⟧ Điều 5 Nghị định số 30/2020/NĐ-CP.",
            "Theo quy định tại ⟦a⟧ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.",
            "Thực hiện theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.",
            "Tại Điều 5, khoản 1 và khoản 2 của Nghị định số 30/2020/NĐ-CP.",
            "Theo các khoản từ 1 đến 3 Điều 44 Luật Đất đai năm 2024.",
            "Theo khoản 1 và 2 Điều 23 Luật Lưu trữ năm 2024.",
            "Theo khoản 2 Chỉ thị số 12/CT-UBND ngày 05 tháng 01 năm 2026.",
            "Sửa đổi khoản 2 của Nghị định số 30/2020/NĐ-CP.",
            "Công bố tại 02 Điều 5 và 6 của Quy chế.",
            "Khẩu hiệu ghi “theo 1 Điều 23 Luật Lưu trữ” trên bìa.",
        ],
        "",
    );
}

#[test]
fn ranges_after_the_word_of_their_level() {
    marks(
        Code::RangeReversed,
        PLAN,
        &[
            "Theo các khoản từ ⟦3 đến 1⟧ Điều 44 Luật Đất đai năm 2024.",
            "Theo các điều từ ⟦12 đến 9⟧ Luật Lưu trữ năm 2024.",
            "Theo các khoản từ 1 đến 3 Điều 44 Luật Đất đai năm 2024.",
            "Tài khoản từ 500 đến 100 nghìn đồng.",
        ],
        "",
    );
}

#[test]
fn a_unit_that_a_list_names_twice() {
    marks(
        Code::RepeatedUnit,
        PLAN,
        &[
            "Theo khoản 1, ⟦1⟧ Điều 5 Luật Lưu trữ năm 2024.",
            "Theo khoản 1, 2 và ⟦khoản 1⟧ Điều 5 Luật Lưu trữ năm 2024.",
            "Theo điểm a, điểm b và ⟦điểm a⟧ khoản 2 Điều 5 Luật Lưu trữ năm 2024.",
            "Theo các điểm c, d, ⟦d⟧, e khoản 2 Điều 5 Luật Lưu trữ năm 2024.",
            "Theo Điều 5, Điều 7 và ⟦Điều 5⟧ Luật Lưu trữ năm 2024.",
            // Another unit of the same number, of another article, or with a letter.
            "Theo điểm a, b khoản 1, điểm a khoản 2 Điều 5 Luật Lưu trữ năm 2024.",
            "Theo khoản 1 Điều 5, khoản 1 Điều 6 Luật Lưu trữ năm 2024.",
            "Theo khoản 1, khoản 1a Điều 5 Luật Lưu trữ năm 2024.",
            // Amounts.
            "Theo khoản 1 và 1 người làm chứng.",
            "Hồ sơ theo khoản 1 Điều 5, 5 bản chính.",
        ],
        "",
    );
}

#[test]
fn an_issuer_before_the_number_is_compared_too() {
    marks(
        Code::IssuerSymbolMismatch,
        PLAN,
        &[
            "⟦Chính phủ⟧ ban hành Quyết định số 28/2018/QĐ-TTg về văn bản điện tử.",
            "⟦Bộ Y tế⟧ đã ban hành Thông tư số 78/2021/TT-BTC.",
            "⟦Bộ Tài chính⟧ ban hành Thông tư số 25/2022/TT-BTP.",
            "Thực hiện các Quyết định của ⟦Chính phủ⟧: số 28/2018/QĐ-TTg.",
            "Thủ tướng Chính phủ ban hành Quyết định số 28/2018/QĐ-TTg.",
            "Bộ Tài chính đã ban hành Thông tư số 78/2021/TT-BTC.",
            "Bộ Y tế trình Chính phủ ban hành Nghị định số 30/2020/NĐ-CP.",
            "Bộ Y tế hướng dẫn Thông tư số 78/2021/TT-BTC.",
            "Theo Thông tư của Bộ Y tế và Thông tư số 78/2021/TT-BTC.",
            "Thực hiện các Nghị định của Chính phủ: số 30/2020/NĐ-CP; số 102/2024/NĐ-CP.",
        ],
        "",
    );
}

#[test]
fn numbers_of_agencies_that_had_ended() {
    marks(
        Code::AbolishedAgencyNumber,
        PLAN,
        &[
            "Theo Quyết định số ⟦12/2025/QĐ-UBND⟧ ngày 05 tháng 9 năm 2025 của Ủy ban nhân dân huyện Nam Đàn.",
            "Theo Tờ trình số ⟦512/TTr-STNMT⟧ ngày 10 tháng 9 năm 2025 của Sở Tài nguyên và Môi trường.",
            "Theo Quyết định số 12/2025/QĐ-UBND ngày 05 tháng 5 năm 2025 của Ủy ban nhân dân huyện Nam Đàn.",
            "Theo Tờ trình số 512/TTr-STNMT ngày 10 tháng 01 năm 2025 của Sở Tài nguyên và Môi trường.",
            "Theo Quyết định số 12/2025/QĐ-UBND ngày 05 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh Nghệ An.",
        ],
        "",
    );
}

#[test]
fn merged_provinces_in_lists_of_addressees() {
    marks(
        Code::MergedProvince,
        PLAN,
        &[
            "Kính gửi: Ủy ban nhân dân các tỉnh ⟦Bắc Giang⟧, ⟦Hà Nam⟧.",
            "- Ủy ban nhân dân các tỉnh ⟦Quảng Nam⟧, Nghệ An;",
            "Ủy ban nhân dân các tỉnh Nghệ An, ⟦Hà Nam⟧ có trách nhiệm phối hợp.",
            "- Ủy ban nhân dân các tỉnh, thành phố;",
            "Năm 2024, trước khi sắp xếp, Ủy ban nhân dân các tỉnh Bắc Giang, Hà Nam phối hợp.",
        ],
        "",
    );
}

#[test]
fn an_old_act_in_another_paragraph_than_its_successor_was_forgotten() {
    let severity = |text: &str| {
        let text = format!("{PLAN}{text}");
        let found = findings(&text, &Settings::default());
        found.iter().filter(|f| f.code == Code::ExpiredInstrument).map(|f| f.severity).collect::<Vec<_>>()
    };
    let forgotten = "Thực hiện theo Nghị định số 102/2024/NĐ-CP.\n\nHồ sơ lập theo Nghị định số 43/2014/NĐ-CP.";
    assert!(severity(forgotten).iter().all(|s| *s >= Severity::Warning) && severity(forgotten).len() == 1);
    let known = "Hồ sơ lập theo Nghị định số 43/2014/NĐ-CP, nay theo Nghị định số 102/2024/NĐ-CP.";
    assert!(severity(known).iter().all(|s| *s < Severity::Warning));
}

#[test]
fn a_title_of_another_act_behind_a_right_number() {
    marks(
        Code::TitleMismatch,
        PLAN,
        &[
            "Theo Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Chính phủ ⟦quy định xử phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ và đường sắt⟧.",
            "Theo Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Chính phủ ⟦quy định chi tiết thi hành một số điều của Luật Nhà ở⟧.",
            "Theo Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Chính phủ quy định chi tiết thi hành một số điều của Luật Đất đai.",
            "Theo Điều 10 Nghị định số 100/2019/NĐ-CP ngày 30 tháng 12 năm 2019 của Chính phủ quy định mức phạt tiền năm triệu đồng;",
        ],
        "",
    );
}

#[test]
fn tables_letters_and_annexes_give_the_parts_of_a_citation_in_other_ways() {
    marks(
        Code::FirstCitationIncomplete,
        PLAN,
        &[
            "Thực hiện theo Nghị định số ⟦30/2020/NĐ-CP⟧.",
            "Nghị định số 30/2020/NĐ-CP",
            "| 1 | Nghị định số 30/2020/NĐ-CP | 05/3/2020 |",
        ],
        "",
    );
}

#[test]
fn a_draft_with_a_blank_day_takes_effect_after_its_month_begins() {
    let draft = |day: &str, from: &str| {
        format!(
            "CHÍNH PHỦ\nSố:      /2025/NĐ-CP\nHà Nội, {day}\n\nNGHỊ ĐỊNH\nVề lưu trữ\n\nĐiều 1. Phạm vi\nNghị định này quy định về lưu trữ.\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành kể từ {from}."
        )
    };
    let early = |day: &str, from: &str| {
        let found = findings(&draft(day, from), &Settings::default());
        found.iter().filter(|f| f.code == Code::EffectiveTooEarly).count()
    };
    assert_eq!(early("ngày 20 tháng 10 năm 2025", "ngày 15 tháng 12 năm 2024"), 1);
    assert_eq!(early("ngày      tháng 10 năm 2025", "ngày 01 tháng 01 năm 2025"), 1);
    assert_eq!(early("ngày      tháng 10 năm 2025", "ngày 01 tháng 11 năm 2025"), 0);
    assert_eq!(early("ngày 20 tháng 10 năm 2025", "ngày 15 tháng 12 năm 2025"), 0);
}

/// Long, so that it isn't taken for a part of a draft.
fn page(head: &str, sentence: &str) -> String {
    format!("{head}{sentence}\n\n{}", "Cơ quan thuế trả lời bạn đọc về việc lập hồ sơ và nộp hồ sơ.\n\n".repeat(40))
}

#[test]
fn old_texts_and_pages_are_judged_by_the_law_of_their_time() {
    let sentence = "Theo Nghị định số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014, Thông tư số 21/2015/TT-BTC và Luật số 77/2015/QH13, hồ sơ nộp trực tiếp.";
    let alarms = |text: &str| {
        let found = findings(text, &Settings::default());
        found.iter().filter(|f| f.code == Code::ExpiredInstrument).count()
    };
    assert_eq!(alarms(&page("", sentence)), 0);
    assert_eq!(alarms(&page("---\ndate: Mon, 29 Apr 2019 13:00:00 +0700\n---\n\n", sentence)), 0);
    assert_eq!(alarms(sentence), 2);
}

#[test]
fn pages_have_a_style_of_their_own() {
    let slight = |text: &str| {
        let found = findings(text, &Settings::default());
        found.iter().filter(|f| f.severity < Severity::Warning).count()
    };
    let sentence = "Nghị định 30/2020 và Nghị định 102/2024/NĐ-CP nêu rõ việc này.";
    assert_eq!(slight(&page("", sentence)), 0);
    assert_ne!(slight(sentence), 0);
}

#[test]
fn an_article_of_a_former_law_is_none_too_many_in_a_text_without_day() {
    let record = |line| serde_json::from_str::<Record>(line).unwrap().into_instrument().unwrap();
    let laws = [
        r#"{"number":"33/2005/QH11","type":"Bộ luật","title":"Bộ luật Dân sự","issued":"2005-06-14","expired":"2017-01-01","status":"expired","articles":777,"confirmed":["status","articles","title"]}"#,
        r#"{"number":"91/2015/QH13","type":"Bộ luật","title":"Bộ luật Dân sự","issued":"2015-11-24","effective":"2017-01-01","articles":689,"confirmed":["status","articles","title"]}"#,
    ];
    let catalogue = Catalogue::of(laws.into_iter().map(record)).unwrap();
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let missing = |text: &str| {
        let document = Document::read(text, Format::Plain, &vocabulary);
        let found = check(&document, &catalogue, &Settings::default());
        found.iter().filter(|f| f.code == Code::NoSuchArticle).count()
    };
    let sentence = "Bồi thường theo Điều 719 Bộ luật Dân sự.";
    assert_eq!(missing(&page("", sentence)), 0);
    assert_eq!(missing(sentence), 1);
    assert_eq!(missing(&page(PLAN, sentence)), 1);
    assert_eq!(missing("Bồi thường theo Điều 719 Bộ luật Dân sự năm 2015."), 1);
}

/// Boards of the Party and of the State have one code.
#[test]
fn boards_number_as_the_party_or_as_the_state() {
    marks(
        Code::WrongSeparatorState,
        PLAN,
        &[
            "Thực hiện Kế hoạch số 01-KH/BCĐTW ngày 21 tháng 3 năm 2025 của Ban Chỉ đạo Trung ương.",
            "Thực hiện Kế hoạch số 12-KH/BCĐ ngày 21 tháng 3 năm 2025 của Ban Chỉ đạo.",
            "Thực hiện Kế hoạch số 12/KH-BCĐ ngày 21 tháng 3 năm 2025 của Ban Chỉ đạo.",
        ],
        "",
    );
}

const REPORT: &str =
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 45/BC-UBND\nLào Cai, ngày 10 tháng 3 năm 2026\n\nBÁO CÁO\nVề khoáng sản\n\n";

#[test]
fn what_was_done_under_a_law_or_by_a_body_of_then_is_history() {
    marks(
        Code::ExpiredInstrument,
        REPORT,
        &[
            "Thực hiện ⟦Luật Đất đai năm 2013⟧, các sở lập quy hoạch hằng năm.",
            "Thực hiện Luật Đất đai năm 2013, Ủy ban nhân dân tỉnh đã triển khai khoanh định khu vực cấm.",
            "Theo Luật Đất đai năm 2013, tỉnh đã thu hồi ba giấy phép.",
            "Như đã nêu, việc cấp phép thực hiện theo ⟦Luật Đất đai năm 2013⟧.",
        ],
        "",
    );
    marks(
        Code::AbolishedAgencyDuty,
        REPORT,
        &[
            "Giao ⟦Bộ Tài nguyên và Môi trường⟧ thẩm định hồ sơ.",
            "Có Tờ trình số 67/TTr-UBND ngày 12/7/2023 gửi Bộ Tài nguyên và Môi trường thẩm định.",
            "Theo Luật Khoáng sản ngày 17 tháng 11 năm 2010, ⟦Bộ Tài nguyên và Môi trường⟧ thẩm định hồ sơ.",
            "Sau Công văn ngày 12/7/2023, giao ⟦Bộ Tài nguyên và Môi trường⟧ thẩm định hồ sơ.",
        ],
        "",
    );
}

#[test]
fn enterprises_number_as_they_like() {
    marks(
        Code::AsciiDInCode,
        REPORT,
        &[
            "Theo Nghị định số 30/2020/⟦ND⟧-CP của Chính phủ.",
            "Công ty TNHH Duy Cương tại Văn bản số 26/CV-DC ngày 15/4/2026; Công ty Miền Tây tại Văn bản số 27/CV-DC.",
        ],
        "",
    );
    marks(
        Code::UnexpectedYear,
        REPORT,
        &[
            "Tại Công văn số 26/⟦2026⟧/CV-SCT ngày 15/4/2026.",
            "Công ty TNHH Lương Việt tại Công văn số 05/2026/CV-LV ngày 21/4/2026.",
            "Công văn số 05/2026/CV-LV của Công ty TNHH Lương Việt.",
        ],
        "",
    );
    marks(
        Code::TypeSymbolMismatch,
        REPORT,
        &[
            "Theo ⟦Tờ trình⟧ số 11/TT-SNV ngày 24/01/2025 của Sở Nội vụ.",
            "Theo Tờ trình số 011/TT-LĐCL ngày 24/01/2025 của Liên đoàn Cầu lông tỉnh.",
        ],
        "",
    );
    marks(Code::PaddedNumber, REPORT, &["Theo Tờ trình số 011/TT-LĐCL ngày 24/01/2025 của Liên đoàn Cầu lông."], "");
}

#[test]
fn a_capital_begins_a_cell() {
    marks(
        Code::ProvisionCase,
        REPORT,
        &[
            "Thực hiện theo ⟦Khoản⟧ 3 Điều 67 Luật Trồng trọt.",
            "1\tLuật Trồng trọt\t- Khoản 3 Điều 67\tKhoản 3 Điều 51\tSở Nông nghiệp",
            "| Luật Trồng trọt | Khoản 3 Điều 67 | Sở Nông nghiệp |",
        ],
        "",
    );
}

#[test]
fn the_last_basis_of_a_letter_ends_with_a_full_stop() {
    let letter = "SỞ CÔNG THƯƠNG\nSố: 45/SCT-KT\nLào Cai, ngày 10 tháng 3 năm 2026\n\nKính gửi: Công ty A\n\n";
    marks(
        Code::BasisPunctuation,
        letter,
        &[
            "Căn cứ Luật Đầu tư năm 2025⟦.⟧\nCăn cứ Luật Đất đai năm 2024;\nCăn cứ hồ sơ.\n\nSở có ý kiến như sau:",
            "Căn cứ Luật Đất đai năm 2024;\nCăn cứ hồ sơ.\nSau khi xem xét, Sở có ý kiến như sau:",
            "Căn cứ Luật Đất đai năm 2024;\nCăn cứ hồ sơ.\nThực hiện Phiếu chuyển của Văn phòng, Sở có ý kiến như sau:",
        ],
        "",
    );
}

#[test]
fn the_word_of_a_unit_or_type_twice() {
    marks(
        Code::DuplicatedPart,
        REPORT,
        &[
            "Theo ⟦Điều ⟧Điều 463 Bộ luật Dân sự.",
            "Theo ⟦khoản ⟧khoản 3 Điều 47 Bộ luật Lao động.",
            "Theo ⟦Nghị định ⟧Nghị định số 85/2016/NĐ-CP.",
            "Theo Điều 463 và Điều 464 Bộ luật Dân sự, khoản 1 và khoản 2 Điều 5.",
        ],
        "",
    );
}

#[test]
fn a_clause_without_its_word_after_a_point_and_in_contracts() {
    let contract = "HỢP ĐỒNG DỊCH VỤ\nSố: 12/HĐ-ABC\nHôm nay, ngày 10 tháng 3 năm 2026\n\n";
    let texts = [
        "Thực hiện theo ⟦1⟧ Điều 294 Luật Thương mại.",
        "Thuộc trường hợp của điểm i ⟦1⟧ Điều 64 Luật Đất đai.",
        "Thuộc trường hợp của điểm i khoản 1 Điều 64 Luật Đất đai.",
    ];
    marks(Code::IncompleteProvision, contract, &texts, "");
    marks(Code::IncompleteProvision, REPORT, &texts, "");
}

#[test]
fn a_law_that_a_regulation_speaks_of_is_not_the_regulation() {
    let head = "BỆNH VIỆN A\nSố: 5/QĐ-BVA\nHà Nội, ngày 10 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nVề quy chế\n\n\
                Căn cứ Luật Đất đai năm 2024;\n\nĐiều 1. Công khai\n1. Phòng A công khai.\n2. ";
    marks(
        Code::InternalTargetMissing,
        head,
        &[
            "Niêm yết theo khoản ⟦4⟧ Điều 1 Quyết định này.",
            "Theo Điều 46 Luật Đất đai, niêm yết theo điểm a khoản 4 Điều 1 của Luật này.",
        ],
        "\nĐiều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày ký.",
    );
}

#[test]
fn a_body_after_the_issuer_of_an_act_is_no_issuer() {
    marks(
        Code::AbolishedAgencyDuty,
        REPORT,
        &[
            "Thực hiện Nghị định số 30/2020/NĐ-CP của Chính phủ trong lĩnh vực của ⟦Bộ Tài nguyên và Môi trường⟧.",
            "Thực hiện Thông tư số 10/2021/TT-BTNMT của Bộ Tài nguyên và Môi trường.",
        ],
        "",
    );
}

#[test]
fn an_annex_with_its_heading_on_the_same_line() {
    let after = "\n\nI. MỤC ĐÍCH\n1. Thống nhất.\nII. NỘI DUNG\n1. Thu thập.\n\n### PHỤ LỤC. PHÂN CÔNG\n\n1. Sở Nội vụ";
    marks(
        Code::InternalTargetMissing,
        PLAN,
        &[
            "Phân công tại Phụ lục ⟦4⟧ kèm theo Kế hoạch này.",
            "Phân công tại Phụ lục ⟦4⟧ kèm theo Kế hoạch hành động này.",
            "Phân công tại Phụ lục kèm theo Kế hoạch này.",
        ],
        after,
    );
}

/// Luật 22/2023/QH15 Điều 96 khoản 1: a tender that was approved before goes on under the former law.
#[test]
fn a_contract_may_be_based_on_the_former_law_on_tendering() {
    let of = |day: &str, basis: &str| {
        let text =
            format!("HỢP ĐỒNG MUA SẮM\nSố: 12/HĐ-BV\nHôm nay, {day}\n\nCăn cứ {basis};\n\nĐiều 1. Hàng hóa\nMáy in.\n");
        let found = findings(&text, &Settings::default());
        found.iter().filter(|f| f.code == Code::BasisExpired).map(|f| f.severity).collect::<Vec<_>>()
    };
    let law = "Luật Đấu thầu số 43/2013/QH13 ngày 26/11/2013";
    assert_eq!(of("ngày 02 tháng 4 năm 2024", law), [Severity::Information]);
    assert_eq!(of("ngày 02 tháng 4 năm 2026", law), [Severity::Warning]);
    assert_eq!(of("ngày 02 tháng 12 năm 2024", "Luật Đất đai số 45/2013/QH13 ngày 29/11/2013"), [Severity::Warning]);
}
