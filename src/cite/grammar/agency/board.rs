//! Boards of the Party's centre, of its committees and of People's Councils: "Ban Nội chính Trung ương", "Ban Pháp chế Hội đồng nhân dân
//! tỉnh Sơn La". Their field is a name of its own; the body that they are of ends it.

use super::AgencyName;
use super::local::local_name;
use super::named::with_record;
use super::place::Place;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::{Continuation, words};
use crate::text::fold;

/// The field of a board has at most so many tokens.
const LONGEST: usize = 8;

impl Cursor<'_> {
    /// The board whose "Ban" is at a token.
    pub(super) fn board(self, at: usize) -> Option<AgencyName> {
        // "Trưởng ban Tổ chức Trung ương"
        let headed = at > 0 && self.is(at - 1, words::TRUONG);
        // "BAN HÀNH QUY CHẾ CỦA HỘI ĐỒNG NHÂN DÂN TỈNH …"
        if !(self.is_capital(at) || headed) || !self.is_capital(at + 1) || self.is(at + 1, words::HANH) {
            return None;
        }
        self.board_of_zones(at)
            .or_else(|| self.board_of_centre(at))
            .or_else(|| self.board_of_committee(at))
            .or_else(|| self.board_at_home(at))
    }

    /// "Ban Quản lý Khu kinh tế Nghi Sơn", "Ban Quản lý các khu chế xuất và công nghiệp Hà Nội": its zones have a name, or a place.
    fn board_of_zones(self, at: usize) -> Option<AgencyName> {
        const MOST_WORDS: usize = 9;
        let manages = matches!(self.slice(at + 1), "Quản" | "quản" | "QUẢN") && self.is(at + 2, words::LY);
        let zones = at + 3 + usize::from(self.is(at + 3, words::CAC));
        if !manages || !self.is(zones, words::KHU) {
            return None;
        }
        // The kind of the zones, of which only the first word may have a capital: "Khu kinh tế", "Khu Công nghệ cao".
        let is_kind = |i: usize| {
            let small = !self.is_capital(i) || i == zones + 1;
            // "Ban Quản lý Khu kinh tế gửi Sở"
            let says = i > zones + 1 && self.continuation(i).is_some_and(|(_, what)| what == Continuation::Ends);
            small && !says && self.token(i).is_some_and(|t| t.kind == Kind::Word && !t.begins_line())
        };
        let name = (zones + 1..zones + MOST_WORDS).find(|&i| !is_kind(i))?;
        if name < zones + 3 {
            return None;
        }
        let own = format!("Ban Quản lý {}", self.own_name(at + 3, name));
        if let Some(place) = self.place(name) {
            return Some(local_name(&own, place, false));
        }
        let is_name =
            |i: usize| self.is_capital(i) && self.token(i).is_some_and(|t| t.kind == Kind::Word && !t.begins_line());
        let end = (name..name + MOST_WORDS).find(|&i| !is_name(i))?;
        (end > name).then(|| AgencyName::new(end, format!("{own} {}", self.own_name(name, end))))
    }

    /// "Thuế cơ sở 5 tỉnh Đồng Nai": since 2025.
    pub(super) fn local_tax_office(self, at: usize) -> Option<AgencyName> {
        let number = self.digits(at + 3, 3)?;
        let own = format!("Thuế cơ sở {number}");
        if let Some(place) = self.place(at + 4) {
            return Some(local_name(&own, place, false));
        }
        let home = self.home().filter(|home| home.is_province)?;
        Some(local_name(&own, Place::home(at + 4, home), true))
    }

    /// "Ban Chính sách, chiến lược Trung ương", "Ban Nội chính Trung ương": a board of the Party's centre.
    fn board_of_centre(self, at: usize) -> Option<AgencyName> {
        use words as w;
        // "các Ban Đảng Trung ương"
        if self.is_any(at + 1, &[w::BI, w::THUONG, w::DANG]) {
            return None;
        }
        let begins_centre = |i: usize| {
            (self.words_at(i, &[w::TRUNG, w::UONG]) && self.is_capital(i)) || self.is(i, w::TW) || self.slice(i) == "TƯ"
        };
        let centre = (at + 2..at + LONGEST).find(|&i| begins_centre(i))?;
        let end = centre + if self.is(centre, w::TRUNG) { 2 } else { 1 };
        let of_other = self.is_any(end, &[w::DOAN_UNION, w::HOI]) && self.is_capital(end);
        if !self.is_field(at + 1, centre) || of_other {
            return None;
        }
        let end = end + usize::from(self.is(end, w::DANG) && self.is_capital(end) && !self.begins_part_of_party(end));
        let canonical = format!("Ban {} Trung ương", self.own_name(at + 1, centre));
        Some(with_record(AgencyName::new(end, canonical)))
    }

    /// "Ban Kinh tế - Ngân sách của Hội đồng nhân dân tỉnh Sơn La": a board of a council or of a committee of the Party.
    fn board_of_committee(self, at: usize) -> Option<AgencyName> {
        const WITH_BOARDS: [&str; 7] =
            ["Hội đồng nhân dân", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy"];
        let begins = |i: usize| {
            let local = self.phrases(i).local;
            self.is_capital(i) && local.is_some_and(|(_, id)| WITH_BOARDS.contains(&id.row().name.as_str()))
        };
        let owner = (at + 2..at + LONGEST).find(|&i| begins(i))?;
        let field_end = owner - usize::from(self.is(owner - 1, words::CUA));
        if !self.is_field(at + 1, field_end) {
            return None;
        }
        let body = self.owner(owner)?;
        let of = if field_end < owner { "của " } else { "" };
        let canonical = format!("Ban {} {of}{}", self.own_name(at + 1, field_end), body.canonical);
        Some(AgencyName { canonical, agency: None, ..body })
    }

    /// "BAN CHẤP HÀNH TRUNG ƯƠNG⏎ĐẢNG ĐOÀN QUỐC HỘI": whether "Đảng" at a token begins another body, on the next line.
    pub(super) fn begins_part_of_party(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.begins_line()) && self.phrases(at).part.is_some()
    }

    /// "Ban Kinh tế - Ngân sách" in an instrument of a province: of its People's Council.
    fn board_at_home(self, at: usize) -> Option<AgencyName> {
        const FIELDS: [(&str, usize); 3] = [("pháp chế", 2), ("kinh tế - ngân sách", 5), ("văn hóa - xã hội", 5)];
        let home = self.home()?;
        let (end, field) = FIELDS.iter().find_map(|(field, length)| {
            let end = at + 1 + length;
            self.token(end - 1)?;
            let is_it = fold::tidy(self.span(at + 1, end).of(self.text())).to_lowercase() == *field;
            is_it.then(|| (end, self.own_name(at + 1, end)))
        })?;
        let own = format!("Ban {field} Hội đồng nhân dân");
        (!self.is(end, words::CUA)).then(|| local_name(&own, Place::home(end, home), true))
    }

    /// Whether the tokens can be the field of a board.
    fn is_field(self, from: usize, until: usize) -> bool {
        let is_name = |i: usize| {
            let token = &self.tokens()[i];
            !token.has(EMPTY_LINE)
                && (token.kind == Kind::Word || token.is(words::COMMA) || token.is(words::DASH))
                && !token.is(words::CUA)
                && !(i > from && self.is_capital(i) && self.begins_other(i))
        };
        from < until && (from..until).all(is_name)
    }
}
