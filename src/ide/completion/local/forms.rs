//! What the agencies of places are called, without the place: the bodies of the table, their heads and deputies, the parts and boards
//! that they have, and how often documents name each; the forms of the names of places.

use crate::ide::completion::office::{deputy, documents_that_name, titled};
use crate::law::{LocalAgency, Place, agency_usage, local_agencies, places};
use crate::text::fold;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;

/// A form of the name of an agency or of an office of it, without the place.
pub struct Form {
    /// `None` for a board, of which the table has none.
    pub agency: Option<&'static LocalAgency>,
    /// Folded.
    pub words: Vec<String>,
    /// "Chủ tịch Ủy ban nhân dân".
    pub proper: String,
    /// "UBND": an abbreviation, never a word of prose.
    pub abbreviated: bool,
    pub is_office: bool,
    /// In how many documents it is named, at whatever place.
    pub documents: u32,
}

/// Short forms of titles: "CT UBND".
const SHORT_TITLES: [(&str, &str); 4] =
    [("CT", "Chủ tịch"), ("PCT", "Phó Chủ tịch"), ("GĐ", "Giám đốc"), ("PGĐ", "Phó Giám đốc")];

/// The boards of a People's Council (Luật 72/2025/QH15 on the organisation of local government).
const BOARDS: [&str; 5] =
    ["Ban Pháp chế", "Ban Kinh tế - Ngân sách", "Ban Văn hóa - Xã hội", "Ban Dân tộc", "Ban Đô thị"];

/// The parts of a committee of the Party in a province (Quy định 137-QĐ/TW, năm 2023; the Propaganda and the Mass Mobilisation
/// Commissions are one since 2025), each with the title of its head.
const PARTY_PARTS: [(&str, &str); 7] = [
    ("Văn phòng", "Chánh Văn phòng"),
    ("Thường trực", ""),
    ("Ban Thường vụ", ""),
    ("Ban Tổ chức", "Trưởng Ban Tổ chức"),
    ("Ban Tuyên giáo và Dân vận", "Trưởng Ban Tuyên giáo và Dân vận"),
    ("Ban Nội chính", "Trưởng Ban Nội chính"),
    ("Ủy ban Kiểm tra", "Chủ nhiệm Ủy ban Kiểm tra"),
];

/// Boards and bodies that provinces form beside the agencies of the table, and the title of the head: of civil defence (Luật Phòng
/// thủ dân sự 18/2023/QH15), before it of natural disasters (Luật Phòng, chống thiên tai 33/2013/QH13) and of floods and storms
/// (Nghị định 14/2010/NĐ-CP); councils that other laws ask for; organisations of the Front.
const FORMED: [(&str, &str); 17] = [
    ("Ban Chỉ huy Phòng thủ dân sự", "Trưởng Ban"),
    ("Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn", "Trưởng Ban"),
    ("Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn", "Trưởng Ban"),
    ("Ban Chỉ huy Phòng, chống lụt, bão", "Trưởng Ban"),
    ("Ban Chỉ đạo Cải cách hành chính", "Trưởng Ban"),
    ("Ban Chỉ đạo Chuyển đổi số", "Trưởng Ban"),
    ("Ban Chỉ đạo Phòng, chống tham nhũng, lãng phí, tiêu cực", "Trưởng Ban"),
    ("Hội đồng Thi đua - Khen thưởng", "Chủ tịch"),
    ("Hội đồng phối hợp phổ biến, giáo dục pháp luật", "Chủ tịch"),
    ("Hội đồng nghĩa vụ quân sự", "Chủ tịch"),
    ("Trung tâm Phục vụ hành chính công", "Giám đốc"),
    ("Ủy ban bầu cử", "Chủ tịch"),
    ("Hội Nông dân", "Chủ tịch"),
    ("Hội Liên hiệp Phụ nữ", "Chủ tịch"),
    ("Hội Cựu chiến binh", "Chủ tịch"),
    ("Văn phòng Đăng ký đất đai", "Giám đốc"),
    ("Bộ Tư lệnh", "Tư lệnh"),
];

/// Departments that no province has had since it carried out Nghị định 171/2004/NĐ-CP and Nghị định 13/2008/NĐ-CP.
const FORMER: [&str; 15] = [
    "Sở Thương mại",
    "Sở Thương mại và Du lịch",
    "Sở Công nghiệp",
    "Sở Thủy sản",
    "Sở Lâm nghiệp",
    "Sở Nông nghiệp",
    "Sở Địa chính",
    "Sở Nhà đất",
    "Sở Tài nguyên, Môi trường và Nhà đất",
    "Sở Khoa học, Công nghệ và Môi trường",
    "Sở Tài chính - Vật giá",
    "Sở Văn hóa - Thông tin",
    "Sở Thể dục thể thao",
    "Sở Bưu chính, Viễn thông",
    "Sở Giao thông công chính",
];
const FORMER_UNTIL: Date = date!(2008 - 12 - 31);

/// All forms, in the order of the table.
pub fn forms() -> &'static [Form] {
    static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
        let mut forms: Vec<Form> = Vec::new();
        for (_, agency) in local_agencies().iter() {
            of_agency(agency, &mut forms);
        }
        for (name, head) in FORMED {
            let mut add = |proper: String| forms.push(Form::new(None, &proper, proper.clone(), true, false));
            add(name.to_owned());
            add(titled(head, name));
            add(titled(&deputy(head), name));
            if name.starts_with("Ban ") {
                add(format!("Thường trực {name}"));
                add(format!("Văn phòng {name}"));
            }
        }
        forms
    });
    &FORMS
}

fn of_agency(agency: &'static LocalAgency, forms: &mut Vec<Form>) {
    let bodies = std::iter::once((&agency.name, false)).chain(agency.forms.iter().map(|f| (f, true)));
    for (body, abbreviated) in bodies {
        let mut add = |written: &str, proper: String, is_office: bool, abbreviated: bool| {
            forms.push(Form::new(Some(agency), written, proper, is_office, abbreviated));
        };
        add(body, agency.name.clone(), false, abbreviated);
        for board in BOARDS.iter().filter(|_| agency.name == "Hội đồng nhân dân") {
            let proper = format!("{board} {}", agency.name);
            add(&format!("{board} {body}"), proper.clone(), true, abbreviated);
            add(&format!("Trưởng {board} {body}"), format!("Trưởng {proper}"), true, abbreviated);
        }
        if matches!(agency.name.as_str(), "Tỉnh ủy" | "Thành ủy") {
            for name in PARTY_PARTS.iter().flat_map(|(part, head)| [part, head]).filter(|name| !name.is_empty()) {
                add(&format!("{name} {body}"), format!("{name} {}", agency.name), true, abbreviated);
            }
        }
        if matches!(agency.name.as_str(), "Ủy ban Mặt trận Tổ quốc Việt Nam" | "Liên đoàn Lao động") {
            add(&format!("Ban Thường trực {body}"), format!("Ban Thường trực {}", agency.name), true, abbreviated);
        }
        let Some(head) = &agency.head else { continue };
        // Committees and councils of provinces have a deputy who stands in for the chairman.
        let standing = (head == "Chủ tịch").then(|| format!("{} Thường trực", deputy(head)));
        for title in [head.clone(), deputy(head)].into_iter().chain(standing) {
            let proper = titled(&title, &agency.name);
            add(&titled(&title, body), proper.clone(), true, abbreviated);
            for (short, _) in SHORT_TITLES.iter().filter(|(_, long)| *long == title) {
                add(&format!("{short} {body}"), proper.clone(), true, true);
            }
        }
    }
}

impl Form {
    fn new(
        agency: Option<&'static LocalAgency>,
        written: &str,
        proper: String,
        is_office: bool,
        abbreviated: bool,
    ) -> Self {
        let words = fold::search(written).split(' ').map(str::to_owned).collect();
        let named = |name: &str| {
            let of_name = |(n, _): &&(&str, u32)| n.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
            named_at_places().iter().filter(of_name).map(|(_, documents)| documents).sum::<u32>()
        };
        let body = agency.map_or(0, |agency| named(&agency.name));
        // An office is named less than its body; where no document names it that says how much less than others.
        let documents = if is_office { named(&proper).max(body / 10) } else { body };
        Self { agency, words, proper, abbreviated, is_office, documents }
    }

    /// The last day on which agencies of the name were there.
    pub fn until(&self) -> Option<Date> {
        let former = || FORMER.contains(&self.body()).then_some(FORMER_UNTIL);
        self.agency.and_then(|agency| agency.to).or_else(former)
    }

    /// The name of the body of the table, or of the board.
    pub fn body(&self) -> &str {
        self.agency.map_or(self.proper.as_str(), |agency| agency.name.as_str())
    }

    /// How likely it is to be meant at a place, of all forms and places: the more documents name the form, and agencies of the place.
    /// A few documents more or less say nothing. In doublings.
    pub fn weight_at(&self, place: &Place) -> f32 {
        let at = places().iter().position(|(_, other)| std::ptr::eq(other, place));
        let of_place = at.map_or(0, |at| documents_of_places()[at]);
        let doublings = |documents: u32, blurred: f32| (documents as f32 + blurred).log2();
        doublings(self.documents, 4.0) + doublings(of_place, 1.0)
    }
}

/// What documents name that ends with the name of a place, and how many do.
fn named_at_places() -> &'static [(&'static str, u32)] {
    static NAMED: LazyLock<Vec<(&'static str, u32)>> = LazyLock::new(|| {
        let is_at_place = |name: &str| places().iter().any(|(_, place)| name.ends_with(place.name.as_str()));
        let named = agency_usage().iter().filter(|named| is_at_place(&named.name));
        named.map(|named| (named.name.as_str(), named.documents)).collect()
    });
    &NAMED
}

/// In how many documents the People's Committee of each place is named, in the order of the table.
fn documents_of_places() -> &'static [u32] {
    static DOCUMENTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
        let of = |place: &Place| documents_that_name(&format!("Ủy ban nhân dân {}", place.full_name()));
        places().iter().map(|(_, place)| of(place)).collect()
    });
    &DOCUMENTS
}

/// The folded forms of a place: with its unit, alone, "tp …"; its aliases.
pub struct PlaceForms {
    pub forms: Vec<String>,
    pub aliases: Vec<String>,
}

/// Of every place of the table, in its order.
pub fn place_forms() -> &'static [PlaceForms] {
    static FORMS: LazyLock<Vec<PlaceForms>> = LazyLock::new(|| {
        let of = |place: &Place| {
            let name = fold::search(&place.name);
            let mut forms = vec![format!("{} {name}", fold::search(&place.unit)), name.clone()];
            if place.unit == "thành phố" {
                forms.push(format!("tp {name}"));
            }
            PlaceForms { forms, aliases: place.aliases.iter().map(|a| fold::search(a)).collect() }
        };
        places().iter().map(|(_, place)| of(place)).collect()
    });
    &FORMS
}
