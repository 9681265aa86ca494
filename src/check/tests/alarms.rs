//! Correct sentences that once caused a false alarm, one for each cause.

use super::*;

/// What is reported in a text at warning or above.
fn alarms(text: &str, day: Option<time::Date>) -> Vec<String> {
    let as_of = day.map_or(settings::AsOf::Document, settings::AsOf::Day);
    let found = findings(text, &Settings { as_of, ..Settings::default() });
    let found: Vec<Finding> = found.into_iter().filter(|f| f.severity >= Severity::Warning).collect();
    reported(&found, text)
}

#[test]
fn right_sentences_make_no_alarm() {
    let sentences = [
        // A name that ends in "số".
        "Căn cứ Luật Dân số số 113/2025/QH15;",
        "Thực hiện Luật Công nghiệp công nghệ số số 71/2025/QH15.",
        // Cells of a table that were run together.
        "Quy định chi tiết thi hành Luật Căn cước70/2024/NĐ-CP ngày 25 tháng 6 năm 2024.",
        "Hướng dẫn thi hành Luật Quản lý thuế80/2021/TT-BTC80/2021/TT-BTC.",
        "Mẫu số 01 ban hành kèm theo Thông tư số 105/2020/TT-BTC1 bản chính.",
        "Người lái xe mang theo theo quy định của Luật Đường bộ năm 2024; hồ sơ kèm theo theo Mẫu số 02.",
        // Clauses were called points; the day of the text is not known.
        "Theo điểm 1 Điều 9 Nghị quyết số 01/2000/NQ-HĐTP.",
        // Names of files and numbers of standards.
        "Phu luc kem theo Thong tu so 342015TT-NHNN sua doi.doc",
        "Quy chuẩn kỹ thuật quốc gia ký hiệu QCVN 04-05:2022/TT-BNNPTNT.",
        // A heading in capitals.
        "ĐỀ NGHỊ HỖ TRỢ THEO QUYẾT ĐỊNH SỐ 28/2021/QĐ-TTG",
        // A blank inside the year; the number of a clause glued to the term.
        "Mẫu số 4 kèm theo Nghị định số 87/2025/NĐ-CP; căn cứ Luật Đất đai số 31/2024/QH151. Phạm vi áp dụng.",
        // A law whose name is not known, in front of one that is.
        "Trường hợp tại Điều 199 của Luật Lúa gạo, khoản 1 Điều 4 của Luật Tiếp công dân thì theo luật chung.",
        // A date of a table's next cell; English.
        "Được thay thế bởi Thông tư số 13/2024/TT-BLĐTBXH\n01/02/2025",
        "Shown as prescribed in Clause 1 Article 18 Decree No.\n99/2022/ND-CP.",
        // A decision under a law that has ended.
        "Viên chức được bổ nhiệm sang ngạch mới từ chức danh theo Nghị định số 110/2004/NĐ-CP thì giữ bậc lương.",
        // Old forms.
        "Thông tư số 13/TT-LB hướng dẫn khám sức khỏe.",
        "Thông tri số 297/TT-TW ngày 20 tháng 4 năm 1974 của Ban Bí thư.",
        // A steering committee of the state.
        "Công văn số 174/CV-BCĐ ngày 02 tháng 12 năm 2025 của Ban Chỉ đạo.",
        // The agency that approved an amount isn't the issuer.
        "Mức hỗ trợ theo Điều 6 Nghị định số 45/2012/NĐ-CP do Bộ Công Thương phê duyệt.",
        // The Assembly of the ninth term was in office until the summer.
        "Pháp lệnh Bộ đội biên phòng số 02/1997/PL-UBTVQH9.",
        // A joint circular whose year is wrong only in its date.
        "Thông tư liên tịch số 17/2014/TTLT-BLĐTBXH-BTC hướng dẫn trợ cấp một lần.",
        // A routine decision.
        "QUỐC HỘI\nLuật số: 12/2030/QH16\n\nLUẬT\nHÒA GIẢI\n\nTòa án ra quyết định công nhận. Quyết định này có hiệu lực ngay.",
        // A word that a blank broke.
        "Theo quy định tại Luật s ố 64/2014/QH13 và Nghị định s ố 30/2020/NĐ-CP.",
        // A date that the numbers of an enumeration share.
        "Theo yêu cầu tại Nghị quyết số 01/NQ-CP và Nghị quyết số 02/NQ-CP ngày 08 tháng 01 năm 2026 của Chính phủ.",
        // A short name that the draft defines.
        "Theo Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Cán bộ, công chức ngày 29 tháng 4 năm 2003 (dưới đây gọi chung là Pháp lệnh Cán bộ, công chức năm 2003). Áp dụng Điều 8 của Pháp lệnh Cán bộ, công chức năm 2003.",
        // The digit one for the letter of a point; rows of a table with each cell on a line of its own.
        "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ gồm:\na) Đơn;\nb) Bản sao;\nc) Ảnh;\nd) Phí;\nđ) Lệ phí;\ne) Sổ;\ng) Thẻ;\nh) Biên lai;\ni) Biên bản;\nk) Báo cáo;\n1) Tờ khai;\nm) Giấy tờ khác.\n2. Định mức như sau:\nTT\nĐịnh mức\n1.\nHồ sơ mới\nTT\nĐịnh mức\n3.\nHồ sơ cũ\n3. Phí theo quy định.\nĐiều 2. Hiệu lực",
        // The units of an article that lost its line breaks.
        "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\n\nĐiều 1. Phạm vi\n1. Thông tư này quy định hồ sơ.\n2. Trừ khoản 3 Điều này, hồ sơ nộp trực tuyến.3. Hồ sơ mật nộp trực tiếp.\nĐiều 2. Hiệu lực",
    ];
    let faults: Vec<String> = sentences
        .iter()
        .flat_map(|s| alarms(s, None).into_iter().map(move |reported| format!("{s}\n   {reported}")))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_consolidated_text_is_no_draft() {
    let text = "LUẬT\nVĂN THƯ\n\nLuật Văn thư số 1/2019/QH14 ngày 14 tháng 6 năm 2019 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2020, được sửa đổi, bổ sung bởi:\n\nLuật số 2/2025/QH15 ngày 25 tháng 6 năm 2025 của Quốc hội.\n\nCăn cứ Nghị định số 110/2004/NĐ-CP;\n\nĐiều 1. Trách nhiệm\nBộ Lao động - Thương binh và Xã hội có trách nhiệm hướng dẫn.";
    assert_eq!(alarms(text, Some(time::macros::date!(2026 - 01 - 15))), Vec::<String>::new());
}

#[test]
fn bases_of_attached_forms_are_not_ranked() {
    let text = "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\nHà Nội, ngày 10 tháng 01 năm 2024\n\nTHÔNG TƯ\nVề hồ sơ\n\nCăn cứ Luật Quản lý thuế ngày 13 tháng 6 năm 2019;\n\nĐiều 1. Phạm vi\nThông tư này quy định hồ sơ.\n\nĐiều 2. Hiệu lực thi hành\n\nMẫu số 01\n\nĐƠN ĐỀ NGHỊ\n\nCăn cứ Thông tư số 4/2023/TT-BTC;";
    assert_eq!(alarms(text, None), Vec::<String>::new());
}

#[test]
fn lists_of_statistics_and_formulas_are_no_clauses() {
    let text = "BỘ NỘI VỤ\nSố: 5/2024/TT-BNV\nHà Nội, ngày 10 tháng 01 năm 2024\n\nTHÔNG TƯ\nVề chỉ tiêu\n\nĐiều 1. Điểm\n1. Điểm tính theo công thức:\n3.ĐTB + 2.ĐTN\n2. Điểm làm tròn.\n07. Giáo dục\n3. Kết quả ghi vào sổ.\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực kể từ ngày ký.";
    assert_eq!(alarms(text, None), Vec::<String>::new());
}

#[test]
fn a_draft_that_cites_an_act_and_its_successor_knows_both() {
    let both = "Nhiệm kỳ lưu trữ theo Nghị định số 110/2004/NĐ-CP, nay theo Nghị định số 30/2020/NĐ-CP.";
    assert_eq!(alarms(both, Some(time::macros::date!(2024 - 01 - 15))), Vec::<String>::new());
    let one = "Nhiệm kỳ lưu trữ theo Nghị định số 110/2004/NĐ-CP.";
    assert_eq!(alarms(one, Some(time::macros::date!(2024 - 01 - 15))).len(), 1);
}

#[test]
fn titles_that_run_on_into_the_sentence_are_no_alarm() {
    let text = "Thời hạn lưu hồ sơ theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về thời hạn bảo quản hồ sơ điện tử tại cơ quan.";
    assert_eq!(alarms(text, None), Vec::<String>::new());
}

#[test]
fn another_act_of_the_same_number_is_not_reported_as_a_wrong_date() {
    let reported = |text: &str| findings(text, &Settings::default()).iter().map(|f| f.code).collect::<Vec<_>>();
    // The same title: only the date is wrong.
    let slip = "Theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 4 năm 2020 của Chính phủ về công tác văn thư.";
    assert!(reported(slip).contains(&Code::DateMismatch), "{:?}", reported(slip));
    let another = "Theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 4 năm 2020 của Chính phủ về kinh doanh thuốc lá.";
    assert!(!reported(another).contains(&Code::DateMismatch), "{:?}", reported(another));
}

#[test]
fn a_broken_year_is_no_missing_one() {
    let found = findings("Theo Nghị định số 30/202 0/NĐ-CP về công tác văn thư.", &Settings::default());
    let codes: Vec<Code> = found.iter().filter(|f| f.severity >= Severity::Warning).map(|f| f.code).collect();
    assert_eq!(codes, [Code::SpaceInNumber]);
}

#[test]
fn a_day_glued_to_a_number_is_read() {
    let text = "Thực hiện Nghị quyết số 02/NQ-CPngày 01 tháng 01 năm 2020.";
    let codes: Vec<Code> = findings(text, &Settings::default()).iter().map(|f| f.code).collect();
    assert!(!codes.contains(&Code::AmbiguousNumber), "{codes:?}");
}

#[test]
fn an_apostrophe_closes_no_quotation() {
    let text = "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\n\nĐiều 1. Sửa đổi Thông tư số 6/2020/TT-BTC\n1. Bổ sung khoản 9 Điều 2 như sau:\n“9. Xếp hạng của Moody’s được công nhận.\n10. Theo khoản 25 Điều 1 Thông tư này.”\n2. Bãi bỏ Điều 7.\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.";
    let codes = findings(text, &Settings::default()).into_iter().map(|f| f.code).collect::<Vec<_>>();
    assert!(!codes.contains(&Code::InternalTargetMissing), "{codes:?}");
}

#[test]
fn points_read_loosely_are_no_missing_targets() {
    let article = |last: &str| {
        format!(
            "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ gồm:\na) Đơn;\nb) Tờ khai;\nc) Bản sao.\n2. Hồ sơ bổ sung gồm:\na) Đơn;\nb) Tờ khai.\n3. {last}\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký."
        )
    };
    let missing = |last: &str| {
        let found = findings(&article(last), &Settings::default());
        found.iter().filter(|f| f.code == Code::InternalTargetMissing).count()
    };
    // "2" may be all of the clause.
    assert_eq!(missing("Hồ sơ theo điểm c khoản 1, 2 Điều này nộp trực tiếp."), 0);
    assert_eq!(missing("Hồ sơ theo điểm c khoản 2 Điều này nộp trực tiếp."), 1);
}

#[test]
fn a_symbol_cut_by_a_blank_is_corrected_as_a_whole() {
    let text = "Theo Nghị định số 30/2020/NĐ-C P về công tác văn thư.";
    let found = findings(text, &Settings::default());
    assert_eq!(found.iter().filter(|f| f.code == Code::TruncatedSymbol).count(), 0);
    let cut = found.iter().find(|f| f.code == Code::SpaceInNumber).expect("the blank is reported");
    assert_eq!((cut.span.of(text), cut.fixes[0].edits[0].text.as_str()), (" ", ""));
}

/// The message would name something that isn't a number.
#[test]
fn no_blank_is_reported_in_a_number_whose_end_is_not_known() {
    let reported =
        |text: &str| findings(text, &Settings::default()).iter().filter(|f| f.code == Code::SpaceInNumber).count();
    assert_eq!(reported("Theo Luật số 27/2008/Q H 1 2 ngày 14 tháng 11 năm 2008 của Quốc hội."), 0);
    assert_eq!(reported("Theo Nghị định số 99/2022/N Đ-CP/If the applicant is a person."), 0);
    assert_eq!(reported("Theo Quyết định số 06/Q Đ-TTg của Thủ tướng Chính phủ."), 1);
}

/// What is reported at warning or above with a catalogue of these acts: number, day of issue, day of effect.
fn alarms_among(acts: &[(&str, &str, &str)], text: &str) -> Vec<String> {
    let instrument = |&(number, issued, effective): &(&str, &str, &str)| {
        let line = format!(
            r#"{{"number":"{number}","type":"Thông tư","issuer":"Bộ Tài chính","issued":"{issued}","effective":"{effective}","confirmed":["number","type","issuer","issued","effective"]}}"#
        );
        serde_json::from_str::<Record>(&line).unwrap().into_instrument().unwrap()
    };
    let catalogue = Catalogue::of(acts.iter().map(instrument)).unwrap();
    let document = Document::read(text, Format::Plain, vocabulary());
    let found = check(&document, &catalogue, &Settings::default());
    let found: Vec<Finding> = found.into_iter().filter(|f| f.severity >= Severity::Warning).collect();
    reported(&found, text)
}

#[test]
fn a_day_that_the_day_of_effect_confirms_is_no_alarm() {
    // In force from 8 June, so issued by 24 April: the catalogue has a slip.
    let acts = [("9/2020/TT-BTC", "2020-04-27", "2020-06-08")];
    let on = |day: &str| alarms_among(&acts, &format!("Theo Thông tư số 9/2020/TT-BTC ngày {day} năm 2020.")).len();
    assert_eq!(on("24 tháng 4"), 0);
    assert_eq!(on("20 tháng 5"), 1);
}

#[test]
fn a_day_that_the_numbers_around_confirm_is_no_alarm() {
    let acts = [
        ("188/2014/TT-BTC", "2014-12-10", "2015-02-01"),
        ("192/2014/TT-BTC", "2014-12-12", "2015-02-01"),
        ("195/2014/TT-BTC", "2014-10-17", "2015-02-01"),
        ("196/2014/TT-BTC", "2014-12-18", "2015-02-01"),
    ];
    let on = |day: &str| alarms_among(&acts, &format!("Theo Thông tư số 195/2014/TT-BTC ngày {day} năm 2014.")).len();
    assert_eq!(on("17 tháng 12"), 0);
    assert_eq!(on("17 tháng 5"), 1);
}

#[test]
fn a_slip_in_the_symbol_is_reported_once() {
    let codes = |text: &str| -> Vec<Code> {
        let found = findings(text, &Settings::default());
        found.iter().filter(|f| f.severity >= Severity::Warning).map(|f| f.code).collect()
    };
    assert_eq!(codes("Theo Nghị định số 151/2017/CĐ-CP về tài sản công."), [Code::TypeSymbolMismatch]);
    assert_eq!(codes("Thay thế Thông tư số 11/2012/QĐ-NHNN về mạng máy tính."), [Code::TypeSymbolMismatch]);
    assert_eq!(codes("Luật Thuế giá trị gia tăng số 31/2013/NĐ-CP ngày 19/6/2013."), [Code::TypeSymbolMismatch]);
    // The law that is named is of that day: its number is wrong, not the day.
    let law = "Căn cứ Luật An toàn thông tin mạng số 91/2015/QH13 ngày 19 tháng 11 năm 2015;";
    assert_eq!(codes(law), [Code::LawNameNumberMismatch]);
}

#[test]
fn a_year_in_place_of_the_serial_is_reported_as_such() {
    let reported = alarms("Theo Nghị định số 2020/NĐ-CP ngày 05 tháng 3 năm 2020.", None);
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert!(reported[0].contains("thiếu số thứ tự"), "{reported:?}");
}

#[test]
fn a_letter_that_the_list_has_may_be_cited() {
    let list = "Điều 2. Hồ sơ\n1. Hồ sơ gồm:\ne) Đơn;\nf) Tờ khai;\ng) Bản sao.\n";
    let cited = "2. Giấy tờ tại điểm f khoản 1 Điều 2 Thông tư này nộp trực tiếp.";
    let count =
        |text: &str| findings(text, &Settings::default()).iter().filter(|f| f.code == Code::NoSuchLetter).count();
    assert_eq!(count(&format!("{list}{cited}")), 0);
    assert_eq!(count(cited), 1);
}

#[test]
fn a_heading_that_lost_its_line_break_leaves_no_gap() {
    let draft = |second: &str| {
        format!(
            "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\nVề hồ sơ\n\nĐiều 1. Phạm vi\nThông tư này quy định hồ sơ.{second}Hồ sơ gồm đơn.\n\nĐiều 3. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký."
        )
    };
    assert_eq!(alarms(&draft(" **Điều 2. Hồ sơ** \n"), None), Vec::<String>::new());
    assert_eq!(alarms(&draft(" "), None).len(), 1);
}

#[test]
fn a_number_that_continues_after_an_unknown_issuer_is_not_corrected() {
    let reported = alarms("Số: 102/2025/NQLT - UBTVQH15 - CP - BANABC", None);
    assert_eq!(reported, Vec::<String>::new());
}

#[test]
fn a_day_next_to_that_of_a_list_that_no_document_cites_is_no_alarm() {
    let acts = [("9/2020/TT-BTC", "2020-04-09", "2020-05-25")];
    let on = |day: &str| alarms_among(&acts, &format!("Theo Thông tư số 9/2020/TT-BTC ngày {day} năm 2020.")).len();
    assert_eq!((on("10 tháng 4"), on("12 tháng 4")), (0, 1));
}

#[test]
fn a_clause_that_lost_its_line_break_leaves_no_gap() {
    let draft = |clause: &str| {
        format!(
            "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\nHà Nội, ngày 10 tháng 01 năm 2024\n\nTHÔNG TƯ\nVề hồ sơ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ nộp trực tiếp.{clause}\n3. Hồ sơ lưu tại Bộ.\n\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký."
        )
    };
    assert_eq!(alarms(&draft("2. Hồ sơ gồm đơn."), None), Vec::<String>::new());
    assert_eq!(alarms(&draft(""), None).len(), 1);
}

#[test]
fn a_heading_whose_word_is_misspelt_is_reported_as_such() {
    let text = "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\nHà Nội, ngày 10 tháng 01 năm 2024\n\nTHÔNG TƯ\nVề hồ sơ\n\nĐiều 1. Phạm vi\nThông tư này quy định hồ sơ.\n\nĐiền 2. Hồ sơ\nHồ sơ gồm đơn.\n\nĐiều 3. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.";
    let found = findings(text, &Settings::default());
    let found: Vec<&Finding> = found.iter().filter(|f| f.severity >= Severity::Warning).collect();
    assert_eq!(found.iter().map(|f| (f.code, f.span.of(text))).collect::<Vec<_>>(), [(Code::NumberingGap, "Điền")]);
    assert_eq!(found[0].fixes[0].edits[0].text, "Điều");
}

#[test]
fn clauses_of_an_article_that_was_replaced_are_no_missing_targets() {
    let draft = |cited: &str| {
        format!(
            "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\n\nĐiều 1. Đối tượng\n1. Người nộp thuế.\n2. Cơ quan thuế.\n\nĐiều 2. Chuyển tiếp\n{cited}\n\nĐiều 3. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký."
        )
    };
    let missing = |cited: &str| alarms(&draft(cited), None).len();
    assert_eq!(
        missing(
            "1. Theo khoản 21 Điều 1 Thông tư này.\n2. Theo khoản 22 Điều 1 Thông tư này.\n3. Theo khoản 23 Điều 1 Thông tư này."
        ),
        0
    );
    assert_eq!(missing("1. Theo khoản 3 Điều 1 Thông tư này.\n2. Theo khoản 2 Điều 1 Thông tư này."), 1);
}

#[test]
fn a_clause_with_a_comma_after_its_number_is_found() {
    let text = "BỘ TÀI CHÍNH\nSố: 5/2024/TT-BTC\n\nTHÔNG TƯ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ nộp trực tiếp.\n2. Hồ sơ gồm đơn.\n3, Hồ sơ lưu tại Bộ.\n\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký, trừ khoản 3 Điều 1 Thông tư này.";
    assert_eq!(alarms(text, None), Vec::<String>::new());
}

#[test]
fn all_letters_of_another_alphabet_are_corrected_at_once() {
    // The last two letters are Cyrillic.
    let text = "Theo Nghị định số 30/2020/NĐ-\u{421}\u{420} về công tác văn thư.";
    let found = findings(text, &Settings::default());
    let foreign = found.iter().find(|f| f.code == Code::OcrConfusion).expect("they are reported");
    assert_eq!(with_fix_applied(text, &foreign.fixes[0]), "Theo Nghị định số 30/2020/NĐ-CP về công tác văn thư.");
}

/// How often a rule finds something.
fn count(code: Code, text: &str) -> usize {
    findings(text, &Settings::default()).iter().filter(|f| f.code == code).count()
}

#[test]
fn articles_beyond_the_end_of_a_text_that_breaks_off_are_not_missing() {
    let draft = |kind: &str, cited: &str, end: &str| {
        format!(
            "BỘ XÂY DỰNG\nSố: 5/2025/TT-BXD\n\nTHÔNG TƯ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ gồm đơn.\n2. Hồ sơ theo {cited} {kind} này.\n\nĐiều 2. Trình tự\n1. Nộp hồ sơ.\n2. Nhận hồ sơ.{end}"
        )
    };
    let closing = "\n\nĐiều 3. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.";
    let recipients = "\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.";
    for (cited, end, expected) in [
        ("Điều 13", "", 0),
        ("Điều 13, Điều 14", "", 0),
        ("khoản 2 Điều 9", "", 0),
        ("điểm a khoản 1 Điều 31", "\n3. Trả kết", 0),
        ("khoản 7 Điều 2", "", 1),
        ("Điều 13", closing, 1),
        ("khoản 2 Điều 9", closing, 1),
        ("Điều 13", recipients, 1),
    ] {
        assert_eq!(count(Code::InternalTargetMissing, &draft("Thông tư", cited, end)), expected, "{cited} {end}");
    }
}

#[test]
fn words_that_are_inserted_into_another_act_cite_its_articles() {
    let draft = |heading: &str, words: &str| {
        format!(
            "CHÍNH PHỦ\nSố: 5/2025/NĐ-CP\n\nNGHỊ ĐỊNH\n\nĐiều 1. {heading}\n1. {words}\n2. Hồ sơ lưu tại cơ quan.\n\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày ký."
        )
    };
    for (heading, words, expected) in [
        (
            "Bổ sung cụm từ",
            "Bổ sung cụm từ \", trừ Điều 29 của Nghị định này\" vào sau cụm từ \"kéo nhau\" tại Điều 6.",
            0,
        ),
        (
            "Thay thế cụm từ",
            "Thay thế cụm từ \"tại Điều 31 Nghị định này\" bằng cụm từ \"tại Điều 32 Nghị định này\".",
            0,
        ),
        ("Từ ngữ", "Cụm từ \"theo Điều 40 Nghị định này\" tại Điều 6 Nghị định số 30/2020/NĐ-CP được bãi bỏ.", 0),
        (
            "Sửa đổi, bổ sung Nghị định số 30/2020/NĐ-CP",
            "Khoản 2 Điều 9 được sửa đổi như sau: Hồ sơ theo Điều 28 Nghị định này.",
            0,
        ),
        ("Sửa đổi Điều 6", "“Điều 6. Hồ sơ theo khoản 3 Điều 28 của Nghị định này.”", 0),
        ("Hồ sơ", "Hồ sơ theo Điều 28 Nghị định này.", 1),
        ("Hồ sơ", "Hồ sơ \"mật\" theo Điều 28 Nghị định này nộp \"trực tiếp\".", 1),
        ("Phạm vi", "Hồ sơ \"mật\" theo Điều 12 của Nghị định này.", 1),
    ] {
        assert_eq!(count(Code::InternalTargetMissing, &draft(heading, words)), expected, "{heading}: {words}");
    }
}

#[test]
fn numbers_in_names_of_files_are_no_slips() {
    for (line, expected) in [
        ("| 21-hd-mttq-bau-cu.htm | Hướng dẫn bầu cử | 2025 |", 0),
        ("| a | Nghị định 147_2026_NĐ-CP_ Hướng dẫn cơ chế.html | 2026 |", 0),
        ("file_nguon: \"Nghị định số 238-2026-NĐ-CP của Chính phủ.txt\"", 0),
        ("nguon: `Thông tư 12_2016_TT-BTC.odt` (bản gốc)", 0),
        ("Xem “Nghị định số 30-2020-NĐ-CP.pdf” kèm theo.", 0),
        ("Phu luc Thong tu 12_2016_TT-BTC.docx", 0),
        ("Theo Nghị định số 30-2020-NĐ-CP về công tác văn thư.", 1),
        ("| Nghị định số 30-2020-NĐ-CP | ban-goc.txt |", 1),
    ] {
        let found = alarms(line, None).len();
        assert_eq!(found.min(1), expected, "{line}: {:?}", alarms(line, None));
    }
}

#[test]
fn a_cited_letter_keeps_its_symbol() {
    let letter = |number: &str, text: &str| {
        format!("BỘ NỘI VỤ\nSố: {number}\nHà Nội, ngày 10 tháng 3 năm 2026\n\nKính gửi: Sở Nội vụ các tỉnh.\n\n{text}")
    };
    for (number, text, expected) in [
        ("123/CV-BNV", "Bộ Nội vụ đề nghị báo cáo.", 1),
        ("45/CV-TCCB", "Đề nghị các Sở báo cáo.", 1),
        ("123/BNV-CCVC", "Theo Công văn số 101/CV-HNDN ngày 02 tháng 02 năm 2026 của Hội Nữ doanh nhân.", 0),
        ("123/BNV-CCVC", "Phúc đáp Công văn số 12/CV-HH của Hiệp hội Vận tải.", 0),
        ("123/BNV-CCVC", "Xét đề nghị của Công ty A tại Công văn số 7/CV-CTA.", 0),
        ("123/BNV-CCVC", "Tiếp theo Công văn số 99/CV-SNV của Sở Nội vụ.", 0),
        ("123/BNV-CCVC", "Bộ Nội vụ đề nghị báo cáo.", 0),
    ] {
        assert_eq!(count(Code::CongvanTypeCode, &letter(number, text)), expected, "{number}: {text}");
    }
}

#[test]
fn an_act_that_is_in_force_when_the_draft_takes_effect_may_be_cited() {
    let draft = |before: &str, effect: &str| {
        format!(
            "{before}BỘ TÀI CHÍNH\nSố: 5/2025/TT-BTC\nHà Nội, ngày 20 tháng 12 năm 2025\n\nTHÔNG TƯ\nVề hồ sơ\n\nĐiều 1. Hồ sơ\nHồ sơ theo Luật Đầu tư số 143/2025/QH15.\n\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực {effect}."
        )
    };
    for (before, effect, expected) in [
        ("", "thi hành kể từ ngày 01 tháng 3 năm 2026", 0),
        ("", "thi hành từ ngày 15 tháng 4 năm 2026", 0),
        ("", "từ ngày 01/7/2026", 0),
        ("", "kể từ ngày 01 tháng 02 năm 2026", 1),
        ("", "từ ngày ký ban hành", 1),
        ("", "kể từ ngày 31 tháng 12 năm 2025", 1),
        ("---\nngay_co_hieu_luc: \"2026-03-01\"\n---\n\n", "như trên", 0),
    ] {
        assert_eq!(count(Code::NotYetInForce, &draft(before, effect)), expected, "{before} {effect}");
    }
}

#[test]
fn an_issuer_said_before_a_number_is_said() {
    let plan = |sentence: &str| {
        format!(
            "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 5/QĐ-UBND\nLào Cai, ngày 10 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nVề việc phê duyệt Điều lệ\n\nĐiều 1. {sentence}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
        )
    };
    for (sentence, expected) in [
        (
            "Phê duyệt theo đề nghị của Chủ tịch Hiệp hội Doanh nghiệp tỉnh tại Tờ trình số 01/TTr-HHDN ngày 02 tháng 3 năm 2026.",
            0,
        ),
        ("Phê duyệt theo đề nghị của Liên hiệp Thanh niên tại Tờ trình số 02/TTr-LHTN ngày 02 tháng 3 năm 2026.", 0),
        ("Phê duyệt theo đề nghị của Câu lạc bộ Hưu trí tại Tờ trình số 03/TTr-CLB ngày 02 tháng 3 năm 2026.", 0),
        ("Phê duyệt theo báo cáo của Trưởng đoàn Kiểm tra tại Báo cáo số 04/BC-ĐKT ngày 02 tháng 3 năm 2026.", 0),
        ("Phê duyệt theo quy định của Luật Đất đai tại Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024.", 1),
        ("Phê duyệt theo Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024.", 1),
    ] {
        assert_eq!(count(Code::FirstCitationIncomplete, &plan(sentence)), expected, "{sentence}");
    }
}
