//! Bodies with names of their own, which no table can hold all of: departments (*cục*) and committees. A kind word begins
//! them, and the name runs on as long as words of it follow.

use super::local::local_name;
use super::place::Place;
use super::{AgencyName, abbreviation};
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, EMPTY_LINE, Kind, Token};
use crate::law::{agencies, roman_value};
use crate::lexicon::{Continuation, Word, words};
use crate::text::fold;

/// A name has at most so many tokens.
const LONGEST_NAME: usize = 40;
/// So many words in small letters are at most in one stretch of a name.
const MOST_SMALL: usize = 20;
/// A line break inside a name is followed by a capital only where the line before is so long, in bytes.
const LONG_LINE: usize = 50;

/// How a kind of names is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// "Cục Thuế doanh nghiệp lớn": a comma ends it.
    Department,
    /// "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí": a comma before a small letter does not end it.
    Committee,
}

impl Cursor<'_> {
    /// A body by its kind word and its own name.
    pub(super) fn named_agency(self, at: usize) -> Option<AgencyName> {
        use words as w;
        let token = self.token(at)?;
        if token.is(w::CUC) {
            return self.department(at + 1, "Cục");
        }
        if token.is(w::TONG) && self.is(at + 1, w::CUC) {
            return self.department(at + 2, "Tổng cục");
        }
        if token.is(w::CHI) && self.is(at + 1, w::CUC) {
            return self.local_department(at, at + 2, "Chi cục");
        }
        if token.is(w::SO_DEPARTMENT) {
            // "Sở QH-KT TP.HCM"
            return self.abbreviation_of("Sở", at + 1).or_else(|| self.local_department(at, at + 1, "Sở"));
        }
        if token.is(w::BAN) {
            return match self.token(at + 2)?.word {
                w::CHI_DAO if self.is(at + 1, w::CHI2) => self.committee(at, at + 3, "Ban Chỉ đạo", false),
                w::HUY_COMMAND if self.is(at + 1, w::CHI2) => self.committee(at, at + 3, "Ban Chỉ huy", false),
                _ => self.board(at),
            };
        }
        if token.is(w::UY) && self.is(at + 1, w::BAN) && !self.is(at + 2, w::NHAN) {
            return self.committee(at, at + 2, "Ủy ban", true);
        }
        // The councils of companies are none of the State.
        let of_company =
            || matches!(fold::words(self.span(at + 2, at + 4).of(self.text())).as_str(), "quản trị" | "thành viên");
        if token.is(w::HOI)
            && self.is(at + 1, w::DONG)
            && !self.is(at + 2, w::NHAN)
            && !(self.token(at + 3).is_some() && of_company())
        {
            return self.committee(at, at + 2, "Hội đồng", true);
        }
        if token.is(w::THUE) && self.words_at(at + 1, &[w::CO_ORGAN, w::SO_DEPARTMENT]) {
            return self.local_tax_office(at);
        }
        if self.slice(at) == "UB" {
            return self.committee(at, at + 1, "Ủy ban", true);
        }
        if token.is(w::BCD) {
            return self.committee(at, at + 1, "Ban Chỉ đạo", false);
        }
        if token.is(w::TO) && self.is(at + 1, w::CONG) && fold::syllable(self.slice(at + 2)) == "tác" {
            return self.committee(at, at + 3, "Tổ công tác", false);
        }
        None
    }

    /// "Cục Thuế doanh nghiệp lớn", with its place. Its kind word ends before the token `from`.
    pub(super) fn department(self, from: usize, kind: &str) -> Option<AgencyName> {
        let end = self.department_end(from)?;
        // "Cục Quản lý Thực phẩm và Dược phẩm Hoa Kỳ"
        let names_state = |i: usize| self.is_capital(i) && self.phrases(i).foreign_state == Some(end);
        if self.is_of_other_state(end) || (from + 1..end).any(names_state) {
            return None;
        }
        let written = self.own_name(from, end);
        let name = AgencyName::new(end, format!("{kind} {written}"));
        let Some(place) = self.administrative_unit(end).and_then(|_| self.place(end)) else {
            return self.is_whole_department(from, end).then(|| with_record(name));
        };
        Some(local_name(&name.canonical, place, false))
    }

    /// The end of the name of a department. It begins with a capital; a code that no table holds is no name.
    fn department_end(self, from: usize) -> Option<usize> {
        let first = self.token(from).filter(|t| t.kind == Kind::Word && !t.has(EMPTY_LINE))?;
        let begins = self.is_capital(from) && !first.is(words::TRUONG) && !first.begins_line();
        // "Cục PTDN", "Cục II", but not "Cục Y tế", "Chi cục THADS"
        let known = abbreviation::is_in_names(self.slice(from))
            || (self.slice(from) == "Y" && fold::syllable(self.slice(from + 1)) == "tế");
        let code = !known
            && self.is_all_capitals(from, from + 1)
            && (fold::letters(self.slice(from)) == 1 || !self.is_all_capitals(from - 1, from) || self.is_code(from));
        if !begins || code || self.administrative_unit(from).is_some() {
            return None;
        }
        self.name_end(from, Rule::Department)
    }

    /// A word in capitals that is no syllable: it has no vowel.
    fn is_code(self, at: usize) -> bool {
        !fold::search(self.slice(at)).contains(['a', 'e', 'i', 'o', 'u', 'y'])
    }

    /// Whether a name of a department is one body: "Cục Thuế nơi …", "Cục Thuế tỉnh" are classes.
    fn is_whole_department(self, from: usize, end: usize) -> bool {
        let local = self.phrases(from - 1).local.is_some_and(|(local_end, _)| local_end == end);
        !local && !self.makes_class(end, local) && !self.is_any(from.wrapping_sub(2), &[words::CAC, words::NHUNG])
    }

    /// A department that every place has, under a name that no table holds: "Chi cục Thủy lợi tỉnh Nam Định".
    fn local_department(self, at: usize, from: usize, kind: &str) -> Option<AgencyName> {
        // The stock exchanges are companies.
        if self.slice(from + 1) == "dịch" && self.slice(from) == "Giao" {
            return None;
        }
        let end = self.department_end(from)?;
        let own = format!("{kind} {}", self.own_name(from, end));
        if let Some(place) = self.place(end) {
            return Some(local_name(&own, place, false));
        }
        if kind == "Chi cục" && self.ends_with_proper_name(from, end) {
            return Some(AgencyName::new(end, own));
        }
        let (end, home) = self.at_home(at, end, &own)?;
        Some(local_name(&own, Place::home(end, home), true))
    }

    /// "Chi cục Hải quan cửa khẩu Móng Cái", "Chi cục Kiểm lâm vùng II": a name or figure behind small words is that of one body.
    fn ends_with_proper_name(self, from: usize, end: usize) -> bool {
        let last = end - 1;
        let is_name = |i: usize| {
            self.is_capital(i) && (self.slice(i).contains(char::is_lowercase) || roman_value(self.slice(i)).is_some())
        };
        let first = (from..end).rev().find(|&i| !is_name(i)).map_or(from, |i| i + 1);
        first <= last
            && first > from + 1
            && !self.is_any(first - 1, &[words::VA, words::COMMA, words::DASH])
            && !self.is_all_capitals(from, end)
            && matches!(
                fold::syllable(self.slice(first - 1)).as_str(),
                "khẩu"
                    | "cảng"
                    | "vùng"
                    | "vực"
                    | "khu"
                    | "bay"
                    | "chứa"
                    | "nước"
                    | "điện"
                    | "đập"
                    | "sông"
                    | "đảo"
            )
    }

    /// "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng", "Ủy ban Quốc gia về chuyển đổi số", "Ban Chỉ huy Phòng thủ dân sự tỉnh
    /// Quảng Bình". Its kind word is at `at..from`. `national` says that only those of the State as a whole have names.
    fn committee(self, at: usize, from: usize, kind: &str, national: bool) -> Option<AgencyName> {
        use words as w;
        let heads_board = self.is(at, w::BAN) && at > 0 && self.is(at - 1, w::TRUONG);
        if !self.is_capital(at) && !heads_board {
            return None;
        }
        // "Ban Chỉ đạo 389 quốc gia", "Ban Chỉ đạo 35 tỉnh Lào Cai"
        let numbered = from + usize::from(!national && self.digits(from, 4).is_some());
        let scope_end = self.scope(numbered);
        let mut end = scope_end;
        let mut scoped = scope_end > numbered;
        // What tells that the name is whole, and not the bare kind word with a verb after it.
        let mut sure = scoped;
        let field = scope_end;
        // "BAN CHỈ ĐẠO TRUNG ƯƠNG / VỀ PHÁT TRIỂN …"
        let about_in_capitals = self.is(field, w::VE) && self.is_all_capitals(at, field + 1);
        let goes_on =
            |t: &Token| t.kind == Kind::Word && !t.has(EMPTY_LINE) && (self.goes_over_line(field) || about_in_capitals);
        if self.token(field).is_some_and(goes_on) {
            let about = usize::from(self.is(field, w::VE) && (!self.is_capital(field) || about_in_capitals));
            let at_place = numbered > from && self.begins_place(field);
            let begins = !at_place && (about > 0 || self.begins_field(field, kind, scoped));
            if begins && let Some(field_end) = self.name_end(field + about, Rule::Committee) {
                end = field_end;
                // Each place has its commands: "Ban Chỉ huy Bộ đội Biên phòng" alone is a class.
                sure |= about > 0
                    || (self.is_capital(field) && kind != "Ban Chỉ huy")
                    || self.ends_with_proper_name(field, end);
                let last = self.scope(end);
                scoped |= last > end || self.ends_with_scope(end);
                sure |= last > end || self.ends_with_scope(end);
                end = last;
            }
        }
        let owned = self.is(end, w::CUA) && self.is_capital(end + 1);
        if national && !scoped || end == from && (national || !owned) {
            return None;
        }
        let written = if end > from { self.own_name(from, end) } else { String::new() };
        // "của Chính phủ", "Bộ Y tế"
        let owner_at = end + usize::from(self.is(end, w::CUA));
        if self.is_capital(owner_at)
            && !self.token(owner_at).is_some_and(|t| t.has(EMPTY_LINE))
            && !(scoped && owner_at == end)
            && self.goes_over_line(owner_at)
            && let Some(owner) = self.owner(owner_at).filter(|owner| !owner.of_members)
        {
            let of = if owner_at > end { "của " } else { "" };
            let field = if written.is_empty() { written } else { fold::first_small(&written) + " " };
            let mut canonical = format!("{kind} {field}{of}{}", owner.canonical);
            let mut end = owner.end;
            // "Ban Chỉ đạo của Chính phủ về phát triển …"
            if self.is(end, w::VE)
                && !self.is_capital(end)
                && let Some(field_end) = self.name_end(end + 1, Rule::Committee)
            {
                canonical = format!("{canonical} về {}", self.own_name(end + 1, field_end));
                end = field_end;
            }
            let name = AgencyName { end, canonical, agency: None, ..owner };
            return Some(with_record(name));
        }
        if national && end == scope_end {
            return None;
        }
        let own = format!("{kind} {written}");
        if let Some(place) = self.place(end).filter(|_| self.is_place_of_committee(end)) {
            return Some(local_name(&own, place, false));
        }
        if let Some(home) = self.home()
            && let Some(end) = self.unit_of_home(end, home)
        {
            return Some(local_name(&own, Place::home(end, home), true));
        }
        // "Ban Chỉ huy … tỉnh", "Ban Chỉ đạo … các cấp": a class.
        let unnamed = end == from || (end == scope_end && self.words_at(end - 2, &[w::LIEN, w::NGANH]));
        let class = unnamed || self.begins_place(end) || self.is_any(end, &[w::CAP, w::CAC, w::SO_DEPARTMENT]);
        (sure && !class).then(|| with_record(AgencyName::new(end, own)))
    }

    /// Whether the name of a committee's field begins at a token: with a capital; in small letters where more tells that it is a
    /// name.
    fn begins_field(self, at: usize, kind: &str, scoped: bool) -> bool {
        if self.is_capital(at) {
            return !self.begins_other(at);
        }
        let ends = self.continuation(at).is_some_and(|(_, what)| what == Continuation::Ends);
        let goes_on = scoped && kind.starts_with("Ban Chỉ đạo") && self.continuation(at).is_some();
        !ends && !goes_on
    }

    fn is_place_of_committee(self, at: usize) -> bool {
        self.administrative_unit(at).is_some() || self.phrases(at).place.is_some()
    }

    /// The token after words that say for which area a committee is: "liên ngành Trung ương", "Quốc gia".
    fn scope(self, at: usize) -> usize {
        use words as w;
        let mut end = at;
        loop {
            if !self.goes_over_line(end) {
                return end;
            }
            end = if self.words_at(end, &[w::QUOC, w::GIA])
                || self.words_at(end, &[w::TRUNG, w::UONG])
                || self.words_at(end, &[w::LIEN, w::NGANH])
                || (self.words_at(end, &[w::NHA, w::NUOC]) && self.is_capital(end))
            {
                end + 2
            } else if self.is(end, w::TW) || matches!(self.slice(end), "TƯ" | "QG") {
                end + 1
            } else {
                return end;
            };
        }
    }

    fn ends_with_scope(self, end: usize) -> bool {
        use words as w;
        end >= 2
            && (self.words_at(end - 2, &[w::QUOC, w::GIA])
                || self.words_at(end - 2, &[w::TRUNG, w::UONG])
                || self.words_at(end - 2, &[w::NHA, w::NUOC])
                || matches!(self.slice(end - 1), "TW" | "TƯ" | "QG"))
    }

    /// The end of a body's own name, which begins at a token.
    fn name_end(self, from: usize, rule: Rule) -> Option<usize> {
        use words as w;
        let capitals = self.is_all_capitals(from - 1, from + 1);
        let mut end = from;
        let mut at = from;
        let mut small = 0;
        // What follows "và" or a comma was looked at there.
        let mut joined = None;
        while at < from + LONGEST_NAME
            && let Some(token) = self.token(at)
        {
            if at > from && (!self.goes_over_line(at) || self.follows_column_gap(at) || self.is_motto(at)) {
                break;
            }
            let joint = token.is(w::VA) || token.is(w::COMMA) || token.is(w::DASH) || token.is(w::AMPERSAND);
            if joint {
                if at == from || !self.goes_on_after(at, from, rule) {
                    break;
                }
                at += 1;
                joined = Some(at);
                continue;
            }
            if token.kind != Kind::Word || token.is(w::CUA) || (at > from && self.makes_class_of_names(at, rule)) {
                break;
            }
            if rule == Rule::Committee && at > from && self.scope(at) > at && self.is_last_scope(at) {
                end = self.scope(at);
                break;
            }
            let capital = token.has(CAPITAL);
            // "Cục Hậu cần", "Cục Cảnh sát giao thông"
            let continuation = self.continuation(at).filter(|_| capitals || !capital || at == from);
            if let Some((length, Continuation::Belongs)) = continuation {
                at += length;
                end = at;
                continue;
            }
            if at > from || !capital {
                match continuation {
                    Some((_, Continuation::EndsAfterName)) if end == from => {}
                    Some(_) if joined != Some(at) => break,
                    _ => {}
                }
            }
            if at > from && capital && (self.begins_other(at) || self.begins_person(at, capitals)) {
                break;
            }
            if at > from && self.begins_place(at) {
                break;
            }
            small = if capital { 0 } else { small + 1 };
            if small > MOST_SMALL {
                break;
            }
            at += 1;
            end = at;
        }
        (end > from).then_some(end)
    }

    /// Whether a word for the area of a committee ends its name: "… Trung ương", but "Trung ương Đoàn" is another name.
    fn is_last_scope(self, at: usize) -> bool {
        use words as w;
        let end = self.scope(at);
        let is_of_an_association = self.is_capital(end) && self.is_any(end, &[w::DOAN_UNION, w::HOI]);
        !self.is_any(end, &[w::GIAI]) && !is_of_an_association
    }

    /// "Ban Chỉ huy … các cấp", "… cấp huyện", "… sở - ban - ngành": words after a name that make it a class.
    fn makes_class_of_names(self, at: usize, rule: Rule) -> bool {
        use words as w;
        if self.is_capital(at) {
            return false;
        }
        let several =
            [w::CAP, w::BO_MINISTRY, w::SO_DEPARTMENT, w::NGANH, w::TINH, w::HUYEN, w::DIA, w::CO_ORGAN, w::DON];
        // "Cục Nhà giáo và Cán bộ quản lý cơ sở giáo dục"
        let several_offices = self.is(at, w::SO_DEPARTMENT) && !self.is(at - 1, w::CO_ORGAN);
        self.is(at, w::CAP)
            || several_offices
            || (self.is(at, w::CAC) && (rule == Rule::Department || self.is_any(at + 1, &several)))
    }

    /// Whether a name that begins at `from` goes on after "và", a comma or a dash at a token.
    fn goes_on_after(self, joint: usize, from: usize, rule: Rule) -> bool {
        use words as w;
        let capitals = self.is_all_capitals(from - 1, from + 1);
        let next = joint + 1;
        let Some(token) = self.token(next).filter(|t| t.kind == Kind::Word && !t.has(EMPTY_LINE)) else { return false };
        let comma = self.is(joint, w::COMMA);
        let small = !token.has(CAPITAL);
        // "Phòng, chống", "Khám, chữa bệnh", "Quản lý, giám sát"
        if comma
            && (self.is_any(joint - 1, &[w::PHONG, w::KHAM])
                || (self.is(joint - 1, w::LY) && self.words_at(next, &[w::GIAM, w::SAT])))
        {
            return true;
        }
        let ends = |what: Option<(usize, Continuation)>| what.is_some_and(|(_, what)| what != Continuation::Belongs);
        if token.is(w::CAC) || (ends(self.continuation(next)) && (small || capitals)) {
            return false;
        }
        if !small && (self.begins_other(next) || (rule == Rule::Department && self.begins_kind(next))) {
            return false;
        }
        if !comma {
            // "Ủy ban Quốc gia tìm kiếm cứu nạn và Hệ thống …": another thing.
            return small || capitals || self.is_capital(from) || !self.is(joint, w::VA);
        }
        rule == Rule::Committee
            && small
            && !self.is_any(next, &[w::DON, w::CO_ORGAN, w::NGANH, w::BO_MINISTRY, w::SO_DEPARTMENT])
    }

    /// What the words at a token make of a name in front of them.
    pub(super) fn continuation(self, at: usize) -> Option<(usize, Continuation)> {
        self.vocabulary().continuation(self.token(at)?.word, |n| self.word_at(at + n))
    }

    /// Whether a name that has begun goes on at a token, if that is first on its line: after a connector, with a small letter, or
    /// where a paragraph is broken into long lines.
    fn goes_over_line(self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        if token.has(EMPTY_LINE) {
            return false;
        }
        if !token.begins_line() || at == 0 {
            return true;
        }
        let joint: [Word; 4] = [words::VA, words::COMMA, words::DASH, words::AMPERSAND];
        if self.is_any(at - 1, &joint) || self.is(at, words::VA) {
            return true;
        }
        if !self.is_capital(at) {
            return token.kind == Kind::Word;
        }
        let before = &self.text()[..self.tokens()[at - 1].end as usize];
        let line = before.rfind('\n').map_or(before, |n| &before[n + 1..]).trim_start();
        line.len() >= LONG_LINE && line.contains(char::is_lowercase) && !self.begins_other(at)
    }

    /// Whether another agency, title or unit begins at a word with a capital.
    pub(super) fn begins_other(self, at: usize) -> bool {
        use words as w;
        if self.is_any(at, &[w::CUC, w::VU, w::SO_DEPARTMENT, w::DANG]) {
            return true;
        }
        let phrases = self.phrases(at);
        let several = |end: usize| end > at + 1;
        // "… và Đề án 06"
        let act = phrases.kind.is_some_and(|(end, _, abbreviated)| {
            !abbreviated && (self.is_digits(end) || self.is(end, w::SO)) && !self.is_all_capitals(at, end)
        });
        if act {
            return true;
        }
        phrases.head.is_some_and(|(end, _)| several(end))
            || phrases.agency.is_some_and(|(end, _, _)| several(end) || self.is_all_capitals(at, end))
            || phrases.local.is_some_and(|(end, _)| end > at + 2)
            || self.words_at(at, &[w::UY, w::BAN])
            || self.words_at(at, &[w::BAN, w::CHI2])
            || self.words_at(at, &[w::TONG, w::CUC])
    }

    /// Whether a word with a capital begins the name of another body or organisation, after "và".
    pub(super) fn begins_kind(self, at: usize) -> bool {
        use words as w;
        self.begins_other(at)
            || self.is_any(
                at,
                &[w::BO_MINISTRY, w::VIEN, w::HOI, w::DOAN_UNION, w::TONG, w::NGAN, w::KHO, w::TOA, w::TRUONG],
            )
            || self.phrases(at).local.is_some_and(|(end, _)| end > at + 1)
            || ["Trung", "Tập", "Liên", "Trường", "Doanh"].contains(&self.slice(at))
            || (self.is(at, w::CONG) && ["ty", "đoàn", "an"].contains(&self.slice(at + 1)))
    }

    /// "Nguyễn Văn A" after an office: the holder's name.
    fn begins_person(self, at: usize, capitals: bool) -> bool {
        const FAMILIES: [&str; 24] = [
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương", "Lý", "Đinh", "Trương", "Trịnh", "Tạ", "Tô", "Đoàn", "Mai", "Vương",
        ];
        !capitals && self.is_capital(at + 1) && FAMILIES.contains(&self.slice(at))
    }

    /// Whether a place with its unit begins at a token.
    fn begins_place(self, at: usize) -> bool {
        self.administrative_unit(at).is_some_and(|(unit, end)| {
            // "xã hội", "thị trường" are no units.
            let bare = matches!(unit, "tỉnh" | "thành phố" | "huyện" | "quận")
                && (!self.is_capital(at) || self.is_all_capitals(at, end));
            bare || self.place(at).is_some()
        }) || (self.is_capital(at) && self.phrases(at).place.is_some_and(|(end, _)| end > at + 1))
    }

    /// A body's own name as it is written, on one line; a name in capitals as in running text.
    pub(super) fn own_name(self, from: usize, end: usize) -> String {
        let written = self.span(from, end).of(self.text());
        let tidy = abbreviation::spelt_out(&fold::tidy(&written.replace('*', "")));
        if end > from && self.is_all_capitals(from - 1, end) {
            let small = fold::first_capital(&tidy.to_lowercase());
            return small
                .replace("việt nam", "Việt Nam")
                .replace("quốc gia", "Quốc gia")
                .replace("trung ương", "Trung ương");
        }
        tidy
    }
}

/// A body with the name and row of the table, where that has it under the name that was read.
pub(super) fn with_record(name: AgencyName) -> AgencyName {
    let Some(id) = agencies().by_name(&name.canonical).first().copied().filter(|id| !id.row().kind.is_class()) else {
        return name;
    };
    AgencyName { canonical: id.row().name.clone(), agency: Some(id), ..name }
}
