//! A small catalogue and texts with a cursor, for the tests of this module.

use crate::catalogue::{Catalogue, Fact, Instrument, Provision, Relation, RelationKind, Status};
use crate::document::{Document, Format};
use crate::law::TypeId;
use crate::lexicon::Vocabulary;
use crate::settings::AsOf;
use crate::settings::Settings;
use std::sync::Arc;
use time::Date;
use time::macros::date;

fn act(kind: &str, number: &str, issued: Date, title: &str, cited: u32) -> Instrument {
    Instrument {
        number: Some(number.to_owned()),
        kind: TypeId::of_name(kind).unwrap(),
        issued: Some(issued),
        year: u16::try_from(issued.year()).ok(),
        title: Some(title.to_owned()),
        cited,
        confirmed: [Fact::Number, Fact::Title, Fact::Issued].into(),
        ..Instrument::default()
    }
}

fn relation(kind: RelationKind, target: &str) -> Relation {
    Relation { kind, target: target.to_owned(), date: None, note: None }
}

/// The catalogue of the tests.
pub fn catalogue() -> Catalogue {
    let in_force = |i: Instrument| Instrument { status: Some(Status::InForce), effective: i.issued, ..i };
    let prime_minister = Some("Thủ tướng Chính phủ".to_owned());
    let notice = Instrument {
        issuer: Some("Văn phòng Chính phủ".to_owned()),
        summary: Some("Kết luận về cải cách hành chính.".to_owned()),
        provisions: vec![Provision {
            path: "Mục 5".into(),
            heading: Some("Xử lý nghiêm cán bộ, công chức".to_owned()),
            summary: Some("Yêu cầu chấm dứt tình trạng sợ trách nhiệm.".to_owned()),
            text: None,
        }],
        ..act("Thông báo", "169/TB-VPCP", date!(2023 - 05 - 15), "Kết luận tại Phiên họp thứ tư", 9)
    };
    let clerical = Instrument {
        issuer: Some("Chính phủ".to_owned()),
        relations: vec![relation(RelationKind::Replaces, "110/2004/NĐ-CP")],
        articles: Some(38),
        chapters: Some(7),
        source: Some("Bộ pháp điển".to_owned()),
        ..in_force(act("Nghị định", "30/2020/NĐ-CP", date!(2020 - 03 - 05), "Về công tác văn thư", 90))
    };
    let old_clerical = Instrument {
        issuer: Some("Chính phủ".to_owned()),
        status: Some(Status::Expired),
        expired: Some(date!(2020 - 03 - 05)),
        relations: vec![relation(RelationKind::ReplacedBy, "30/2020/NĐ-CP")],
        ..act("Nghị định", "110/2004/NĐ-CP", date!(2004 - 04 - 08), "Về công tác văn thư", 40)
    };
    let land = Instrument {
        effective: Some(date!(2024 - 08 - 01)),
        aliases: vec!["Luật Đất đai".to_owned(), "LĐĐ".to_owned()],
        articles: Some(260),
        ..in_force(act("Luật", "31/2024/QH15", date!(2024 - 01 - 18), "Luật Đất đai", 80))
    };
    let land = Instrument { effective: Some(date!(2024 - 08 - 01)), ..land };
    let old_land = Instrument {
        status: Some(Status::Expired),
        expired: Some(date!(2024 - 08 - 01)),
        relations: vec![relation(RelationKind::ReplacedBy, "31/2024/QH15")],
        aliases: vec!["Luật Đất đai".to_owned()],
        ..act("Luật", "45/2013/QH13", date!(2013 - 11 - 29), "Luật Đất đai", 95)
    };
    let civil = Instrument {
        aliases: vec!["BLDS".to_owned(), "Bộ luật Dân sự".to_owned()],
        articles: Some(689),
        ..in_force(act("Bộ luật", "91/2015/QH13", date!(2015 - 11 - 24), "Bộ luật Dân sự", 99))
    };
    let decision = |issued, title| Instrument {
        issuer: prime_minister.clone(),
        ..act("Quyết định", "06/QĐ-TTg", issued, title, 5)
    };
    let all = [
        notice,
        clerical,
        old_clerical,
        land,
        old_land,
        civil,
        decision(date!(2022 - 01 - 06), "Phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư"),
        decision(date!(2023 - 01 - 06), "Phê duyệt kế hoạch khác"),
        act("Nghị định", "301/2025/NĐ-CP", date!(2025 - 11 - 17), "Quy định về một việc khác", 1),
    ];
    Catalogue::of(all).expect("a catalogue in memory")
}

/// Judged on 24 November 2026.
pub fn settings() -> Settings {
    Settings { as_of: AsOf::Day(date!(2026 - 11 - 24)), ..Settings::default() }
}

/// A text with the cursor as `|`.
pub fn document(marked: &str, catalogue: &Catalogue) -> (Document, usize) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    (Document::read(&text, Format::Plain, &Arc::new(Vocabulary::new(catalogue.names()))), offset)
}
