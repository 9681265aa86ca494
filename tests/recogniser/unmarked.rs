//! Text without diacritics, as it was typed for a method of input, and in encodings of the time before Unicode.

use super::notation::{reads, reads_nothing};

#[test]
fn text_without_diacritics() {
    reads([
        "Theo ⟦Luat Doanh nghiep 2020 → Luật Doanh nghiệp · 2020⟧ va Nghi dinh ⟦# 01/2021/ND-CP → 01/2021/NĐ-CP⟧ thi ho so gom nhung gi?",
        "Can cu ⟦§ khoan 3 Dieu 46 → khoản 3 Điều 46 · Bộ luật Lao động⟧ ⟦Bo luat Lao dong 2019 → Bộ luật Lao động · 2019⟧, tro cap thoi viec duoc tinh theo tien luong.",
        "Muc phat quy dinh tai ⟦§ diem b khoan 4 Dieu 16 → điểm b khoản 4 Điều 16 · 144/2021/NĐ-CP⟧ Nghi dinh ⟦# 144/2021/ND-CP → 144/2021/NĐ-CP⟧.",
        "Xem Thong tu ⟦# 40/2021⟧ va ⟦Luat Thue TNCN → Luật Thuế thu nhập cá nhân⟧.",
        "⟦Luat Cu tru 2020 → Luật Cư trú · 2020⟧ (⟦§ Dieu 27-28 → Điều 27 | Điều 28 · Luật Cư trú⟧) quy dinh ve dang ky tam tru.",
        "Thong tu so ⟦# 80/2021/TT-BTC⟧ ngay 29 thang 9 nam 2021 cua ⟦@ Bo Tai chinh → Bộ Tài chính⟧ huong dan thi hanh",
        "⟦§ Chuong II → Chương II · Luật Đất đai⟧ ⟦Luat Dat dai → Luật Đất đai⟧ quy dinh ve quyen han",
        "Quyet dinh so ⟦# 06/QD-TTg → 06/QĐ-TTg⟧ cua ⟦@ Thu tuong Chinh phu → Thủ tướng Chính phủ⟧ phe duyet De an",
    ]);
    reads_nothing([
        "In accordance with Decree No. 5 and Article 5 of the Law on Land",
        "Hom nay troi dep qua, chung ta di choi nhe ban oi",
        "So dien thoai: 0912 345 678, dia chi: 12 Tran Hung Dao",
    ]);
}

#[test]
fn text_as_it_was_typed() {
    reads([
        "Theo ⟦§ Ddieeuf 5 → Điều 5 · 30/2020/NĐ-CP⟧ Nghij ddinhj soos ⟦# 30/2020/NDD-CP → 30/2020/NĐ-CP⟧ cuar ⟦@ Chinhs phur → Chính phủ⟧",
        "Theo ⟦§ D9ie62u 5 → Điều 5 · 30/2020/NĐ-CP⟧ Nghi5 d9i5nh so61 ⟦# 30/2020/ND9-CP → 30/2020/NĐ-CP⟧ cu3a ⟦@ Chi1nh phu3 → Chính phủ⟧",
    ]);
}

#[test]
fn text_in_an_old_encoding() {
    reads([
        "C¨n cø NghÞ ®Þnh sè ⟦# 30/2020/N§-CP → 30/2020/NĐ-CP⟧ ngµy 05 th¸ng 3 n¨m 2020 cña ⟦@ ChÝnh phñ → Chính phủ⟧ vÒ c«ng t¸c v¨n th\u{AD};",
        "theo ⟦§ kho¶n 2 §iÒu 5 → khoản 2 Điều 5 · Luật Đất đai⟧ ⟦LuËt §Êt ®ai → Luật Đất đai⟧ cña nhµ n\u{AD}íc",
        "Caên cöù Nghò ñònh soá ⟦# 30/2020/NÑ-CP → 30/2020/NĐ-CP⟧ cuûa ⟦@ Chính phuû → Chính phủ⟧;",
        "theo ⟦§ khoaûn 2 Ñieàu 5 → khoản 2 Điều 5 · Luật Đất đai⟧ ⟦Luaät Ñaát ñai → Luật Đất đai⟧ cuûa nhaø nöôùc",
    ]);
}

#[test]
fn words_that_a_scan_misread() {
    reads([
        "tại ⟦§ khoản 1, 3 Điêu này → khoản 1 Điều này | khoản 3 Điều này · this⟧",
        "theo ⟦§ điểm ¡ khoản 2 Điều 9 → điểm i khoản 2 Điều 9 · 78/2014/TT-BTC⟧ Thông tư số ⟦# 78/2014/TT-BTC⟧",
        "Căn cứ ⟦§ khoản 4 Điều 13 · 12/2015/NĐ-CP⟧ Nghị đinh sô ⟦# 12/2015/NĐ-CP⟧ của ⟦@ Chính phủ⟧",
        "quy định của ⟦Luật Bảo hiêm y tế → Luật Bảo hiểm y tế⟧ và ⟦Luật Kế toản → Luật Kế toán⟧",
        "theo ⟦§ khoản 3 Diều 7 → khoản 3 Điều 7 · Luật Quản lý thuế⟧ ⟦Luật Quàn lý thuế → Luật Quản lý thuế⟧",
        "⟦Bộ luật Lao đông → Bộ luật Lao động⟧, ⟦Luật Đât đai → Luật Đất đai⟧, ⟦Luật Đấu thâu → Luật Đấu thầu⟧",
        "theo ⟦§ tiét a điểm 2 → tiết a điểm 2 · 12/2007/TT-BTC⟧ Thông tư số ⟦# 12/2007/TT-BTC⟧; ⟦§ tiêt b khoản 1 Điều 7 → tiết b khoản 1 Điều 7 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ Tiểt (ii) điểm c khodn 3 Điều 8 → tiết ii điểm c khoản 3 Điều 8 · Luật Hải quan⟧ ⟦Luật Hải quan⟧",
        "Căn cứ Nghi định số ⟦# 30/2020/NĐ-CP⟧; Quyêt định số ⟦# 15/QĐ-UBND⟧; Thông tu số ⟦# 80/2021/TT-BTC⟧",
    ]);
    reads_nothing(["thả diều giấy", "nghề điêu khắc này", "luật sư và luật khoa"]);
}
