//! Agencies and office holders, at full length: "Bộ trưởng Bộ Y tế", "Ủy ban nhân dân tỉnh Phú Thọ".

mod committee;
mod place;
mod state;

use super::cursor::Cursor;
use crate::cite::lexer::Kind;
use crate::cite::model::AgencyRef;
use crate::law::{AgencyId, LocalAgencyId, PlaceId};
use crate::lexicon::words;
use crate::text::Span;
use place::Place;

/// What an agency's name makes of the words at a token.
#[derive(Debug)]
pub struct Agency {
    /// The agency that is mentioned; none where the words name a class of agencies.
    pub mention: Option<(Span, AgencyRef)>,
    /// Index of the token after it.
    pub end: usize,
}

/// The name of an agency.
#[derive(Debug, Clone)]
pub struct AgencyName {
    /// Index of the token after it.
    pub end: usize,
    pub canonical: String,
    pub agency: Option<AgencyId>,
    pub place: Option<PlaceId>,
    pub full: bool,
}

impl From<AgencyName> for AgencyRef {
    fn from(name: AgencyName) -> Self {
        Self { canonical: name.canonical, agency: name.agency, place: name.place, full: name.full }
    }
}

impl Cursor<'_> {
    /// The agency that begins at a token, as it is mentioned.
    pub fn agency(self, at: usize) -> Option<Agency> {
        if !self.is_capital(at) {
            return None;
        }
        let Some(name) = self.agency_name(at) else {
            // A local agency without its place is a class: nothing inside it is an agency of its own ("Ủy ban Mặt trận Tổ
            // quốc Việt Nam các cấp").
            return self.phrases(at).local.map(|(end, _)| Agency { mention: None, end });
        };
        if at > 0 && self.is(at - 1, words::PHO_DEPUTY) && is_office(&name.canonical) {
            return Some(Agency { mention: self.agency_of_deputy(at), end: name.end });
        }
        let end = name.end;
        Some(Agency { mention: Some((self.span(at, end), name.into())), end })
    }

    /// "Phó Chủ tịch UBND tỉnh X", "Phó Thủ tướng": a deputy issues nothing, but the agency is mentioned.
    fn agency_of_deputy(self, at: usize) -> Option<(Span, AgencyRef)> {
        let (head_end, _) = self.phrases(at).head?;
        let name = self.agency_without_head(head_end)?;
        Some((self.span(head_end, name.end), name.into()))
    }

    /// The name of an agency or office that begins at a token.
    pub fn agency_name(self, at: usize) -> Option<AgencyName> {
        if !self.is_capital(at) || self.tokens()[at].kind != Kind::Word {
            return None;
        }
        if let Some(committee) = self.steering_committee(at) {
            return Some(committee);
        }
        let phrases = self.phrases(at);
        // "Bộ trưởng" + "Bộ Y tế"; an office that is in the table itself ("Thủ tướng Chính phủ") is longer than its head.
        if let Some((head_end, head)) = phrases.head
            && phrases.agency.is_none_or(|(end, _, _)| end <= head_end)
            && let Some(name) = self.agency_without_head(head_end)
        {
            return Some(AgencyName {
                canonical: format!("{} {}", self.vocabulary().head(head), name.canonical),
                ..name
            });
        }
        self.agency_without_head(at)
    }

    /// An agency without its head: of the table ("Bộ Y tế"), or a local one with its place ("Sở Y tế Hà Nội").
    fn agency_without_head(self, at: usize) -> Option<AgencyName> {
        if !self.is_capital(at) {
            return None;
        }
        let phrases = self.phrases(at);
        let local = phrases.local.and_then(|(end, id)| self.local_agency(end, id));
        let central = phrases.agency.map(|(end, id, full)| self.central_agency(end, id, full));
        // "Quốc hội Lào", "Chính phủ Hoa Kỳ": agencies of other states issue nothing here.
        let central = central.filter(|c| !self.is_of_other_state(c.end));
        match (local, central) {
            (Some(l), Some(c)) => Some(if c.end > l.end { c } else { l }),
            (Some(l), None) => Some(l),
            // "Ngân hàng Nhà nước Khu vực" is a class.
            (None, Some(c)) => (!self.makes_class(c.end, phrases.local.is_some())).then_some(c),
            (None, None) => None,
        }
    }

    /// An agency of the table whose name ends before the token `end`.
    fn central_agency(self, end: usize, id: AgencyId, full: bool) -> AgencyName {
        let name = &id.row().name;
        // "Kiểm toán nhà nước khu vực III", "Ngân hàng Nhà nước Khu vực 5"
        if let Some(("khu vực", unit_end)) = self.administrative_unit(end)
            && let Some(region) = self.place_of_unit("khu vực", unit_end)
        {
            let canonical = format!("{} {}", name.trim_end_matches(" Việt Nam"), region.name);
            return AgencyName { end: region.end, canonical, agency: None, place: None, full };
        }
        AgencyName { end: self.after_this_state(end), canonical: name.clone(), agency: Some(id), place: None, full }
    }

    /// A local agency is an agency only with its place: "UBND tỉnh Phú Thọ", "Sở TTTT TP. HCM", "Công an Hà Nội". Its own name
    /// ends before the token `own_end`.
    fn local_agency(self, own_end: usize, id: LocalAgencyId) -> Option<AgencyName> {
        let own = &id.row().name;
        let place = self.place(own_end).or_else(|| {
            // "Huyện ủy Đông Anh": the unit is in the agency's name.
            let name = own.to_lowercase().strip_suffix(" ủy")?.to_owned();
            let unit = ["huyện", "quận", "thị"].into_iter().find(|unit| name.ends_with(unit))?;
            if self.token(own_end).is_some_and(|t| t.begins_line()) {
                return None;
            }
            let place = self.place_of_unit(unit, own_end)?;
            Some(Place { name: place.name.strip_prefix(unit)?.trim_start().to_owned(), id: None, ..place })
        });
        let Some(mut place) = place else {
            // "Thanh tra Bộ Tài chính", "Đảng ủy Bộ Tư pháp"
            let owned = matches!(own.as_str(), "Thanh tra" | "Đảng ủy" | "Ban Thường vụ Đảng ủy");
            let (end, owner, _) = owned.then(|| self.phrases(own_end).agency).flatten()?;
            let canonical = format!("{own} {}", owner.row().name);
            let name = AgencyName { end, canonical, agency: None, place: None, full: true };
            return self.is_capital(own_end).then_some(name);
        };
        // "xã Tân Phú, huyện Châu Thành, tỉnh Bến Tre"
        loop {
            let next = place.end + usize::from(self.is(place.end, words::COMMA));
            if self.administrative_unit(next).is_none() {
                break;
            }
            let Some(larger) = self.place(next) else { break };
            place.name = format!("{}, {}", place.name, larger.name);
            place.id = larger.id.or(place.id);
            place.end = larger.end;
        }
        // "Tỉnh ủy Yên Bái", "Thành ủy Hà Nội": the unit is in the agency's name.
        if own.ends_with("ủy")
            && let Some(id) = place.id
        {
            place.name.clone_from(&id.row().name);
        }
        let canonical = format!("{own} {}", place.name);
        Some(AgencyName { end: place.end, canonical, agency: None, place: place.id, full: true })
    }

    /// Words after an agency's name that make it a class of agencies. `local` says that every place has one.
    fn makes_class(self, at: usize, local: bool) -> bool {
        use words as w;
        // "Cục Thuế các tỉnh", "Cục Hải quan nơi …", "Cục Thuế tỉnh, thành phố"
        if local
            && (self.is_any(at, &[w::CAC, w::NOI_WHERE, w::TINH, w::CAP]) || self.words_at(at, &[w::DIA, w::PHUONG]))
        {
            return true;
        }
        // "Ngân hàng Nhà nước chi nhánh tỉnh"
        if self.words_at(at, &[w::CHI, w::NHANH]) {
            return true;
        }
        self.words_at(at, &[w::KHU, w::VUC])
            && !self.token(at + 2).is_some_and(|t| t.kind == Kind::Digits || place::is_region(self.slice(at + 2)))
    }
}

/// Whether the name is that of an office holder.
fn is_office(canonical: &str) -> bool {
    [
        "Thủ tướng",
        "Chủ tịch",
        "Tổng Giám đốc",
        "Giám đốc",
        "Cục trưởng",
        "Tổng cục trưởng",
        "Chánh",
        "Viện trưởng",
        "Bộ trưởng",
        "Thống đốc",
        "Chủ nhiệm",
        "Tổng Thanh tra",
        "Trưởng",
        "Tổng Kiểm toán",
        "Bí thư",
        "Tư lệnh",
    ]
    .iter()
    .any(|head| canonical.starts_with(head))
}
