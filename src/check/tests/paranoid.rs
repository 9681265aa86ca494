//! Edited documents find what a whole run finds, whatever is typed where.

use super::*;
use crate::check::{Checked, Environment, paranoid};
use crate::document::buffer::position;
use crate::document::{Buffer, Change};
use crate::text::Encoding;
use proptest::prelude::*;

/// A draft with something of everything that crosses blocks: header, bases, short names, quotations, amended articles, shortened
/// numbers, suppressed findings.
const DRAFT: &str = "BỘ NỘI VỤ\nSố: 12/2025/TT-BNV\nHà Nội, ngày 05 tháng 5 năm 2025\n\nTHÔNG TƯ\nVề công tác văn thư\n\n\
    Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công \
    tác văn thư (sau đây gọi tắt là Nghị định 30);\n\nĐiều 1. Sửa đổi, bổ sung Nghị định số 110/2004/NĐ-CP\n1. Khoản 2 Điều 5 được \
    sửa đổi như sau:\n“2. Điều này áp dụng theo Nghị định số 110/2004/NĐ–CP.”\n\nĐiều 2. Tổ chức thực hiện\n1. Theo khoản 3 Điều 9 \
    Thông tư này và Nghị định 30.\na) Quyết định số 844/QĐ-TTg ngày 18/5/2016 của Thủ tướng Chính phủ;\nb) Quyết định số 844/QĐ-TTg.\n\
    <!-- viendan: ignore dash-lookalike -->\nNghị định số 30/2020/NĐ–CP.\n\nĐiều 4. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày \
    5/5/2025. Bộ Kế hoạch và Đầu tư có trách nhiệm hướng dẫn.\n\nNơi nhận:\n- Như Điều 2;\n";

fn typed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        &[
            "x",
            " ",
            "\n",
            "\n\n",
            "“",
            "”",
            "Điều 3. ",
            "1. ",
            "30/2020/NĐ-CP",
            "Số: ",
            "ngày 05 tháng 3 năm 2020",
            "Nghị định 30",
            "(sau đây gọi tắt là Luật PPP)",
            "Căn cứ ",
            "```\n",
            "viendan: ignore\n",
            "𝄞",
            "e\u{301}",
            ".",
            ";",
        ][..],
    );
    prop::collection::vec(pieces, 0..3).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edited_draft_finds_what_a_whole_run_finds(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, typed()), 1..6),
    ) {
        let settings = Settings::default();
        let environment = Environment { catalogue: catalogue(), settings: &settings, epoch: 0 };
        let mut buffer = Buffer::new(DRAFT);
        let mut document = Document::read(DRAFT, Format::Markdown, vocabulary());
        let mut checked = Checked::default();
        checked.update(&document, &environment, &|| false);
        for (at, length, new) in edits {
            let end = buffer.rope().len_bytes();
            let from = at.index(end + 1);
            let at = |offset: usize| position(buffer.rope(), offset, Encoding::Utf8);
            let range = Some((at(from), at((from + length).min(end))));
            buffer.apply(&Change { range, text: new }, Encoding::Utf8).expect("the range is in order");
            let Some(dirty) = buffer.take_dirty() else { continue };
            document = Document::updated(Arc::new(document), buffer.rope().clone(), dirty);
            let findings = checked.update(&document, &environment, &|| false).expect("nobody cancels");
            prop_assert_eq!(paranoid::difference(&document, &environment, &findings), None);
        }
    }
}
