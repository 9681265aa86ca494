//! Bodies that every place has: an agency only with a place, which the text names with it ("UBND tỉnh Phú Thọ"), with the
//! last of a list ("Tỉnh ủy, HĐND, UBND tỉnh Phú Thọ"), or in its header ("Sở Tài chính" in an instrument of Phú Thọ).

use super::AgencyName;
use super::place::{Place, is_region};
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::law::LocalAgencyId;
use crate::lexicon::{Home, words};

/// A list of bodies that share a place has at most so many.
const LONGEST_LIST: usize = 6;

impl<'a> Cursor<'a> {
    /// A local agency with its place: "UBND tỉnh Phú Thọ", "Sở TTTT TP. HCM", "Công an Hà Nội". Its own name is at
    /// `at..own_end`.
    pub(super) fn local_agency(self, at: usize, own_end: usize, id: LocalAgencyId) -> Option<AgencyName> {
        let own = id.row().name.as_str();
        if !self.is_capital(at) && !own.contains(' ') {
            return None;
        }
        if let Some(place) = self.place_with_larger(own_end, own) {
            return Some(local_name(own, place, false));
        }
        // Without a place of its own it is a class, unless something else tells which one is meant.
        // "ủy ban nhân dân Thành phố" of a scan: the unit shows that the own one is meant.
        let own_unit = || self.is_capital(own_end) && self.administrative_unit(own_end).is_some();
        if !(self.is_capital(at) || self.is_headed(at) || own_unit()) || self.is_one_of_many(at) {
            return None;
        }
        if let Some(place) = self.shared_place(own_end, own) {
            return Some(local_name(own, Place { end: own_end, ..place }, true));
        }
        let (end, home) = self.at_home(at, own_end, own)?;
        Some(local_name(own, Place::home(end, home), true))
    }

    /// The place that the text names after a local agency's own name, with the larger ones that it lies in: "xã Tân Phú, huyện
    /// Châu Thành, tỉnh Bến Tre".
    fn place_with_larger(self, own_end: usize, own: &str) -> Option<Place> {
        // "UBND.TP Hồ Chí Minh"
        let dot = self.is(own_end, words::DOT)
            && self.is_glued(own_end)
            && self.is_glued(own_end + 1)
            && self.administrative_unit(own_end + 1).is_some();
        let mut place = self.place(own_end + usize::from(dot)).or_else(|| self.place_in_name(own_end, own))?;
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
        Some(place)
    }

    /// "Huyện ủy Đông Anh": the unit is in the agency's name.
    fn place_in_name(self, own_end: usize, own: &str) -> Option<Place> {
        let name = own.to_lowercase().strip_suffix(" ủy")?.to_owned();
        let unit = ["huyện", "quận", "thị"].into_iter().find(|unit| name.ends_with(unit))?;
        if self.token(own_end).is_some_and(|t| t.begins_line()) {
            return None;
        }
        let place = self.place_of_unit(unit, own_end)?;
        Some(Place { name: place.name.strip_prefix(unit)?.trim_start().to_owned(), id: None, ..place })
    }

    /// The place of the last of several local agencies that share it: "Tỉnh ủy, HĐND và UBND tỉnh Cao Bằng", from the token
    /// after the name of one of them.
    fn shared_place(self, own_end: usize, own: &str) -> Option<Place> {
        use words as w;
        if !own.contains(' ') {
            return None;
        }
        let mut end = own_end;
        for _ in 0..LONGEST_LIST {
            if !self.is_any(end, &[w::COMMA, w::VA, w::AMPERSAND, w::DASH, w::SLASH]) {
                return None;
            }
            let mut next = end + 1;
            next += usize::from(self.is(next, w::VA));
            next += usize::from(self.is(next, w::PHO_DEPUTY));
            if self.token(next).is_none_or(|t| t.has(EMPTY_LINE)) {
                return None;
            }
            if let Some((head_end, _)) = self.phrases(next).head {
                next = head_end;
            }
            let (name_end, id) = self.phrases(next).local?;
            let other = id.row().name.as_str();
            let place = self.place_with_larger(name_end, other).or_else(|| {
                let (end, home) = self.at_home(next, name_end, other).filter(|(end, _)| *end > name_end)?;
                Some(Place::home(end, home))
            });
            if let Some(place) = place {
                return fits(own, &place.unit, place.id.is_some()).then_some(place);
            }
            end = name_end;
        }
        None
    }

    /// The place of the document for a local agency without one, in a definite, singular form: "Ủy ban nhân dân tỉnh", "Sở Tài
    /// chính", "TM. ỦY BAN NHÂN DÂN". The first value is the token after the name.
    pub(super) fn at_home(self, at: usize, own_end: usize, own: &str) -> Option<(usize, &'a Home)> {
        use words as w;
        let home = self.home()?;
        if !fits(own, &home.unit, home.is_province) || own == "Ngân hàng Nhà nước chi nhánh" || self.is_one_of_many(at)
        {
            return None;
        }
        if let Some(end) = self.unit_of_home(own_end, home) {
            return Some((end, home));
        }
        if self.makes_class(own_end, true) || self.administrative_unit(own_end).is_some() {
            return None;
        }
        let whole_name = own.starts_with("Sở ")
            || own.starts_with("Phòng ")
            || matches!(own, "Tỉnh ủy" | "Thành ủy" | "Huyện ủy" | "Quận ủy" | "Thị ủy")
            || matches!(own, "Ban Dân tộc" | "Ban Tổ chức chính quyền" | "Thường trực Hội đồng nhân dân")
            || own == "Văn phòng Ủy ban nhân dân"
            || (own.starts_with("Chi cục ") && home.is_province && !is_of_districts(own));
        let council = matches!(own, "Ủy ban nhân dân" | "Hội đồng nhân dân");
        let signs = || {
            let after_mark = at >= 2 && self.is(at - 1, w::DOT) && self.is_any(at - 2, &[w::TM]);
            let begins = self.token(at).is_some_and(|t| t.begins_line()) || after_mark || self.follows_column_gap(at);
            // "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in one line
            let office = || {
                after_mark
                    && (self.words_at(own_end, &[w::CHU, w::TICH])
                        || matches!(self.slice(own_end), "KT" | "TUQ" | "TL"))
            };
            let ends =
                self.token(own_end).is_none_or(|t| t.begins_line()) || self.follows_column_gap(own_end) || office();
            self.is_all_capitals(at, own_end) && begins && ends
        };
        // "CHỦ TỊCH ỦY BAN NHÂN DÂN", "Chủ tịch Ủy ban nhân dân quyết định"
        let headed = || at >= 2 && self.words_at(at - 2, &[w::CHU, w::TICH]);
        (whole_name || (council && (signs() || headed()))).then_some((own_end, home))
    }

    /// The bare unit of the document's place after a local agency's own name, and nothing that makes it a class: "Ủy ban nhân dân
    /// tỉnh", but not "Ủy ban nhân dân tỉnh, thành phố".
    pub(super) fn unit_of_home(self, own_end: usize, home: &Home) -> Option<usize> {
        use words as w;
        let (unit, end) = self.administrative_unit(own_end)?;
        if unit != home.unit || self.token(own_end).is_some_and(|t| t.begins_line() && t.has(EMPTY_LINE)) {
            return None;
        }
        let next = end + usize::from(self.is_any(end, &[w::COMMA, w::VA, w::HOAC, w::SLASH, w::DASH]));
        let listed = next > end && self.administrative_unit(next).is_some_and(|(other, _)| other != "khu vực");
        let several = self.words_at(end, &[w::TRUC, w::THUOC]) || self.is_any(end, &[w::KHAC]);
        // "thành phố Đà Lạt" in an instrument of a province is another place, which was not read as one.
        let named = self.is_capital(end)
            && self.token(end).is_some_and(|t| t.kind == Kind::Word && !t.begins_line())
            && !self.is_all_capitals(own_end, end)
            && self.place_of_unit(unit, end).is_some();
        (!listed && !several && !named).then_some(end)
    }

    /// "các Sở Tài chính", "mỗi Ủy ban nhân dân tỉnh": words in front make it a class.
    fn is_one_of_many(self, at: usize) -> bool {
        use words as w;
        at > 0 && self.is_any(at - 1, &[w::CAC, w::NHUNG, w::MOI, w::MOT])
    }

    /// Words after an agency's name that make it a class of agencies. `local` says that every place has one.
    pub(super) fn makes_class(self, at: usize, local: bool) -> bool {
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
            && !self.token(at + 2).is_some_and(|t| t.kind == Kind::Digits || is_region(self.slice(at + 2)))
    }
}

/// Whether each district of a province has one.
fn is_of_districts(own: &str) -> bool {
    matches!(own, "Chi cục Thuế" | "Chi cục Thi hành án dân sự" | "Chi cục Thống kê" | "Chi cục Hải quan")
}

/// The name of a local agency at a place. `told` says that other words tell the place: then none of it is here to be corrected.
pub(super) fn local_name(own: &str, place: Place, told: bool) -> AgencyName {
    // "Tỉnh ủy Yên Bái", "Thành ủy Hà Nội": the unit is in the agency's name.
    let name = match place.id {
        Some(id) if own.ends_with("ủy") => id.row().name.clone(),
        None if own.ends_with("ủy") && told => {
            place.name.strip_prefix(&*place.unit).unwrap_or(&place.name).trim_start().to_owned()
        }
        _ => place.name.clone(),
    };
    let canonical = format!("{own} {name}");
    let end = place.end;
    if told {
        return AgencyName { full: false, ..AgencyName::new(end, canonical) };
    }
    let locality =
        Home { unit: place.unit.clone(), is_province: place.id.is_some() && place.is_single(), name: place.name };
    AgencyName { place: place.id, locality: Some(Box::new(locality)), ..AgencyName::new(end, canonical) }
}

/// Whether bodies of a name are at the level of a place.
pub(super) fn fits(own: &str, unit: &str, is_province: bool) -> bool {
    let last = own.rsplit(' ').take(2).collect::<Vec<_>>();
    match last.as_slice() {
        ["ủy", "Tỉnh"] => unit == "tỉnh",
        ["ủy", "Thành"] => unit == "thành phố",
        ["ủy", "Huyện"] => unit == "huyện",
        ["ủy", "Quận"] => unit == "quận",
        ["ủy", "Thị"] => unit == "thị xã",
        _ if own.starts_with("Sở ") => is_province,
        _ if own.starts_with("Phòng ") => !is_province,
        _ => true,
    }
}
