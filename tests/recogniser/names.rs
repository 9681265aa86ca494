//! Names: the longest one, commas within, doubled words, persons, years, nicknames.

use super::notation::{reads, reads_nothing};

#[test]
fn the_longest_name_is_the_name() {
    reads([
        "theo ⟦Luật Giáo dục⟧ và ⟦Luật Giáo dục nghề nghiệp⟧.",
        "theo ⟦Luật Giáo dục đại học⟧ hiện hành.",
        "theo ⟦Bộ luật Tố tụng dân sự⟧ và ⟦Bộ luật Dân sự⟧.",
        "theo ⟦Luật Tổ chức Chính phủ⟧ và ⟦Luật Tổ chức chính quyền địa phương⟧.",
        "theo ⟦Luật Ban hành văn bản quy phạm pháp luật⟧.",
    ]);
}

#[test]
fn names_hold_commas() {
    reads([
        "theo ⟦Luật Phòng, chống tham nhũng⟧ và ⟦Luật Thi đua, khen thưởng⟧.",
        "theo ⟦Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam⟧.",
        "theo ⟦Luật Thực hành tiết kiệm, chống lãng phí⟧.",
    ]);
}

#[test]
fn a_law_on_lawyers_and_a_lawyer() {
    reads(["theo ⟦Luật Luật sư⟧ hiện hành.", "Luật sư Nguyễn Văn A hành nghề theo ⟦Luật Luật sư⟧."]);
    reads_nothing(["Luật sư có quyền bào chữa.", "mời luật sư tham gia tố tụng."]);
}

#[test]
fn a_law_that_amends_another_is_marked_by_the_other() {
    reads([
        "Luật sửa đổi, bổ sung một số điều của ⟦Luật Đất đai⟧ quy định.",
        "LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA ⟦LUẬT ĐẤT ĐAI → Luật Đất đai⟧",
        "theo ⟦§ khoản 26 Điều 1 · unknown⟧ Luật sửa đổi, bổ sung một số điều của ⟦Luật Xây dựng⟧, ⟦§ Điều 3 · Luật Nhà ở⟧ ⟦Luật Nhà ở⟧.",
        "theo ⟦§ khoản 26 Điều 1 · 62/2020/QH14⟧ của Luật sửa đổi, bổ sung một số điều của ⟦Luật Xây dựng⟧ số ⟦# 62/2020/QH14⟧.",
    ]);
    reads_nothing(["theo Luật sửa đổi năm 2018."]);
}

#[test]
fn addresses_of_the_web_are_no_prose() {
    reads([
        "Xem https://vanban.example/BLDS-2015/Hiến-pháp và www.vanban.example/BLHS?x=Điều-5 hoặc ⟦Luật Nhà ở⟧.",
        "Xem <https://vanban.example/BLDS> hoặc ⟦Luật Nhà ở⟧.",
    ]);
}

#[test]
fn years_belong_to_the_name() {
    reads([
        "theo ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "theo ⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧.",
        "theo ⟦Hiến pháp năm 2013 → Hiến pháp · 2013⟧.",
        "theo ⟦Hiến pháp 2013 → Hiến pháp · 2013⟧.",
        "theo ⟦Luật Giáo dục nghề nghiệp · 2014⟧ ngày 27 tháng 11 năm 2014;",
        "theo ⟦Hiến pháp⟧ và pháp luật.",
    ]);
}

#[test]
fn a_number_beside_the_name_is_a_mention_of_its_own() {
    reads([
        "Căn cứ ⟦Luật Điện lực⟧ số ⟦# 61/2024/QH15⟧;",
        "Căn cứ ⟦Bộ luật Dân sự⟧ số ⟦# 91/2015/QH13⟧;",
        "Luật số ⟦# 35/2018/QH14⟧ sửa đổi.",
    ]);
}

#[test]
fn abbreviations_and_nicknames() {
    reads([
        "theo ⟦BLDS 2015 → Bộ luật Dân sự · 2015⟧.",
        "theo ⟦BLHS → Bộ luật Hình sự⟧ và ⟦BLTTDS → Bộ luật Tố tụng dân sự⟧.",
        "triển khai ⟦Đề án 06⟧ của ⟦@ Chính phủ⟧.",
    ]);
}

#[test]
fn names_in_capitals_small_letters_and_over_lines() {
    reads([
        "HƯỚNG DẪN THI HÀNH ⟦LUẬT ĐẤT ĐAI → Luật Đất đai⟧",
        "theo ⟦Bộ luật tố tụng hình sự → Bộ luật Tố tụng hình sự⟧.",
        "theo ⟦Luật Tổ chức chính\nquyền địa phương → Luật Tổ chức chính quyền địa phương⟧.",
        "theo ⟦Luật Hoà giải, đối thoại tại Toà án → Luật Hòa giải, đối thoại tại Tòa án⟧.",
    ]);
}

#[test]
fn a_law_unknown_to_the_catalogue_ends_before_its_number_or_year() {
    reads([
        "Căn cứ ⟦Luật Quản lý vườn ươm số⟧ số ⟦# 99/2031/QH17⟧;",
        "theo ⟦Luật Chăm sóc mèo hoang năm 2029 → Luật Chăm sóc mèo hoang · 2029⟧.",
    ]);
}

#[test]
fn law_in_general_is_no_name() {
    reads_nothing([
        "theo quy định của pháp luật về đất đai.",
        "trừ trường hợp luật khác có quy định.",
        "luật tố tụng và điều ước quốc tế.",
        "Luật này có hiệu lực.",
    ]);
}

#[test]
fn short_names_that_the_document_defines() {
    reads([
        "⟦Luật Đầu tư theo phương thức đối tác công tư⟧ (sau đây gọi là ⟦Luật PPP → Luật Đầu tư theo phương thức đối tác công tư⟧).\n\nTheo ⟦§ Điều 5 · Luật Đầu tư theo phương thức đối tác công tư⟧ ⟦Luật PPP → Luật Đầu tư theo phương thức đối tác công tư⟧.",
    ]);
}

#[test]
fn programmes_under_their_popular_number() {
    reads([
        "thực hiện ⟦Chương trình 135⟧, ⟦Đề án 844⟧ và ⟦Đề án 06⟧.",
        "Chương trình 100 nghìn cây xanh, Chương trình 2025, Chương trình 150 ngày, Đề án 12 trang, chương trình 135.",
    ]);
}
