//! Agencies and office holders, at full length: "Bộ trưởng Bộ Y tế", "Ủy ban nhân dân tỉnh Phú Thọ".

use super::lexer::{CAPITAL, EMPTY_LINE, Kind};
use super::reader::Reader;
use super::{AgencyRef, MentionKind};
use crate::law::{agencies, local_bodies, places};
use crate::lexicon::words;
use crate::text::fold;

/// An agency that begins at some token.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Index of the token behind it.
    pub end: usize,
    pub canonical: String,
    pub agency: Option<usize>,
    pub place: Option<usize>,
    pub full: bool,
}

impl Reader<'_> {
    /// Reads the agency that begins here, if one does.
    pub(super) fn agency(&mut self) -> bool {
        let at = self.at;
        if !self.is_capital(at) {
            return false;
        }
        let Some(found) = self.agency_at(at) else {
            // A local body without its place is a class: nothing inside it is a body of its own ("Ủy ban Mặt trận Tổ quốc
            // Việt Nam các cấp").
            return match self.phrases(at).local {
                Some((end, _)) => {
                    self.at = end;
                    true
                }
                None => false,
            };
        };
        if at > 0 && self.is(at - 1, words::PHO_DEPUTY) && is_office(&found.canonical) {
            return self.deputy(at, &found);
        }
        let span = self.span(at, found.end);
        let reference =
            AgencyRef { canonical: found.canonical, agency: found.agency, place: found.place, full: found.full };
        self.push(span, MentionKind::Agency(reference));
        self.at = found.end;
        true
    }

    /// The agency that begins at a token.
    pub(super) fn agency_at(&self, at: usize) -> Option<Found> {
        if !self.is_capital(at) || self.tokens[at].kind != Kind::Word {
            return None;
        }
        if let Some(found) = self.steering_committee(at) {
            return Some(found);
        }
        let phrases = self.phrases(at);
        // "Bộ trưởng" + "Bộ Y tế"; the head of a body that is an agency of its own ("Thủ tướng Chính phủ") is longer.
        if let Some((head_end, head)) = phrases.head
            && phrases.agency.is_none_or(|(end, _, _)| end <= head_end)
            && let Some(body) = self.body_at(head_end)
        {
            return Some(Found { canonical: format!("{} {}", self.vocabulary.head(head), body.canonical), ..body });
        }
        self.body_at(at)
    }

    /// A body without its head: from the table, or a local body with its place.
    fn body_at(&self, at: usize) -> Option<Found> {
        if !self.is_capital(at) {
            return None;
        }
        let phrases = self.phrases(at);
        let local = phrases.local.and_then(|(end, index)| self.with_place(end, index));
        let central = phrases.agency.map(|(end, index, full)| {
            let index = usize::from(index);
            let name = &agencies().get(index).name;
            // "Kiểm toán nhà nước khu vực III", "Ngân hàng Nhà nước Khu vực 5"
            if let Some(("khu vực", unit_end)) = self.unit(end)
                && let Some((end, region, _)) = self.place_of_unit("khu vực", unit_end)
            {
                let canonical = format!("{} {region}", name.trim_end_matches(" Việt Nam"));
                return Found { end, canonical, agency: None, place: None, full };
            }
            Found { end: self.behind_this_state(end), canonical: name.clone(), agency: Some(index), place: None, full }
        });
        // "Quốc hội Lào", "Chính phủ Hoa Kỳ": bodies of other states issue nothing here.
        let central = central.filter(|c| !self.is_foreign(c.end));
        match (local, central) {
            (Some(l), Some(c)) => Some(if c.end > l.end { c } else { l }),
            (Some(l), None) => Some(l),
            (None, Some(c)) => {
                // "Ngân hàng Nhà nước Khu vực" is a class.
                (!self.is_class_behind(c.end, phrases.local.is_some())).then_some(c)
            }
            (None, None) => None,
        }
    }

    /// "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Bộ Y tế Việt Nam": the state belongs to the name.
    fn behind_this_state(&self, end: usize) -> usize {
        let named = self.is(end, words::NUOC);
        let at = end + usize::from(named);
        let Some(first) = self.tokens.get(at).filter(|t| t.has(CAPITAL) && !t.has(EMPTY_LINE)) else { return end };
        let Some(state_end) = self.phrases(at).this_state else { return end };
        // "BỘ TÀI CHÍNH   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" is the head of a letter, with the motto beside the body.
        let motto = first.begins_line() || !self.span(at, state_end).of(self.text).contains(char::is_lowercase);
        if motto && !named { end } else { state_end }
    }

    /// Whether another state is named behind a body: "Chính phủ Nhật Bản", "Quốc hội nước Cộng hòa Pháp".
    fn is_foreign(&self, end: usize) -> bool {
        use words as w;
        let at = end + usize::from(self.is(end, w::CUA));
        let at = at + usize::from(self.is(at, w::NUOC));
        if !self.is_capital(at) || self.tokens[at].begins_line() {
            return false;
        }
        // "Cộng hòa …" with any name but that of this state.
        if self.are(at, &[w::CONG_ADD, w::HOA]) {
            return !self.is(at + 2, w::XA) && !self.is(at + 2, w::MIEN);
        }
        let Some(state_end) = self.phrases(at).foreign_state else { return false };
        // "Kho bạc Nhà nước Mỹ Tho": one syllable before another capital is part of another name.
        let goes_on =
            self.tokens.get(state_end).is_some_and(|t| t.has(CAPITAL) && t.kind == Kind::Word && !t.begins_line());
        state_end > at + 1 || !goes_on
    }

    /// Words behind a body's name that make it a class of bodies.
    fn is_class_behind(&self, at: usize, local: bool) -> bool {
        // "Cục Thuế các tỉnh", "Cục Hải quan nơi …", "Cục Thuế tỉnh, thành phố"
        if local
            && ([words::CAC, words::NOI_WHERE, words::TINH, words::CAP].iter().any(|w| self.is(at, *w))
                || self.are(at, &[words::DIA, words::PHUONG]))
        {
            return true;
        }
        // "Ngân hàng Nhà nước chi nhánh tỉnh"
        if self.are(at, &[words::CHI, words::NHANH]) {
            return true;
        }
        self.are(at, &[words::KHU, words::VUC])
            && !self.tokens.get(at + 2).is_some_and(|t| {
                t.kind == Kind::Digits || self.slice(at + 2).chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
            })
    }

    /// A local body is an agency only with its place: "UBND tỉnh Phú Thọ", "Sở TTTT TP. HCM", "Công an Hà Nội".
    fn with_place(&self, body_end: usize, body: u16) -> Option<Found> {
        let body = local_bodies().get(usize::from(body));
        // "Huyện ủy Đông Anh": the unit is in the body's name.
        let party_unit =
            ["huyện", "quận", "thị"].into_iter().find(|unit| body.name.to_lowercase().ends_with(&format!("{unit} ủy")));
        let place = self.place(body_end).or_else(|| {
            let unit = party_unit.filter(|_| !self.tokens.get(body_end).is_some_and(|t| t.begins_line()))?;
            let (end, name, _) = self.place_of_unit(unit, body_end)?;
            Some((end, name.strip_prefix(unit)?.trim_start().to_owned(), None))
        });
        let Some((mut end, mut place_name, mut place)) = place else {
            // "Thanh tra Bộ Tài chính", "Đảng ủy Bộ Tư pháp"
            let owned = matches!(body.name.as_str(), "Thanh tra" | "Đảng ủy" | "Ban Thường vụ Đảng ủy");
            let owner = owned.then(|| self.phrases(body_end).agency).flatten()?;
            let owner_agency = agencies().get(usize::from(owner.1));
            let canonical = format!("{} {}", body.name, owner_agency.name);
            return self.is_capital(body_end).then_some(Found {
                end: owner.0,
                canonical,
                agency: None,
                place: None,
                full: true,
            });
        };
        // "xã Tân Phú, huyện Châu Thành, tỉnh Bến Tre"
        loop {
            let next = end + usize::from(self.is(end, words::COMMA));
            if self.unit(next).is_none() {
                break;
            }
            let Some((further_end, further, further_place)) = self.place(next) else { break };
            place_name = format!("{place_name}, {further}");
            place = further_place.or(place);
            end = further_end;
        }
        // "Tỉnh ủy Yên Bái", "Thành ủy Hà Nội": the unit is in the body's name.
        if body.name.ends_with("ủy")
            && let Some(place) = place
        {
            place_name.clone_from(&places().get(place).name);
        }
        Some(Found { end, canonical: format!("{} {place_name}", body.name), agency: None, place, full: true })
    }

    /// A place at a token: with its unit ("tỉnh Phú Thọ", "Quận 1"), or a province's name alone.
    fn place(&self, at: usize) -> Option<(usize, String, Option<usize>)> {
        // "TP. HCM", "TP.HCM": an alias holds the unit.
        if self.is(at, words::TP)
            && let Some((end, index)) = self.phrases(at).place
        {
            let index = usize::from(index);
            return Some((end, places().get(index).full_name(), Some(index)));
        }
        if let Some((unit, unit_end)) = self.unit(at) {
            return self.place_of_unit(unit, unit_end);
        }
        if !self.is_capital(at) {
            return None;
        }
        let (end, index) = self.phrases(at).place?;
        let index = usize::from(index);
        Some((end, places().get(index).full_name(), Some(index)))
    }

    /// The word for a unit of administration, spelt out, and the token behind it.
    fn unit(&self, at: usize) -> Option<(&'static str, usize)> {
        use words as w;
        let dot = |end: usize| end + usize::from(self.is(end, w::DOT));
        if self.tokens.get(at).is_none_or(|t| t.has(EMPTY_LINE)) {
            return None;
        }
        Some(if self.is(at, w::TINH) {
            ("tỉnh", at + 1)
        } else if self.are(at, &[w::THANH, w::PHO]) {
            ("thành phố", at + 2)
        } else if self.is(at, w::TP) {
            ("thành phố", dot(at + 1))
        } else if self.is(at, w::HUYEN) {
            ("huyện", at + 1)
        } else if self.is(at, w::QUAN_DISTRICT) {
            ("quận", at + 1)
        } else if self.are(at, &[w::THI, w::XA]) {
            ("thị xã", at + 2)
        } else if self.are(at, &[w::THI, w::TRAN]) {
            ("thị trấn", at + 2)
        } else if self.is(at, w::XA) {
            ("xã", at + 1)
        } else if self.is(at, w::PHUONG) {
            ("phường", at + 1)
        } else if self.are(at, &[w::DAC, w::KHU]) {
            ("đặc khu", at + 2)
        } else if self.are(at, &[w::KHU, w::VUC]) {
            ("khu vực", at + 2)
        } else {
            // "Q.1", "P. Bến Nghé", "H. Củ Chi"
            let unit = match self.slice(at) {
                "Q" => "quận",
                "P" => "phường",
                "H" => "huyện",
                "X" => "xã",
                "TX" => "thị xã",
                "TT" => "thị trấn",
                _ => return None,
            };
            if !self.is(at + 1, w::DOT) || !self.is_glued(at + 1) {
                return None;
            }
            (unit, at + 2)
        })
    }

    /// The name behind the word for a unit: a province of the table, else one to four words with capitals, else digits.
    fn place_of_unit(&self, unit: &'static str, at: usize) -> Option<(usize, String, Option<usize>)> {
        if let Some(digits) = self.tokens.get(at).filter(|t| t.kind == Kind::Digits && t.end - t.start <= 2) {
            let digits = digits.span().of(self.text);
            // "Tòa án nhân dân khu vực 1 - Hà Nội"
            if unit == "khu vực"
                && self.is(at + 1, words::DASH)
                && self.is_capital(at + 2)
                && let Some((end, index)) = self.phrases(at + 2).place
            {
                let place = usize::from(index);
                return Some((end, format!("{unit} {digits} - {}", places().get(place).name), Some(place)));
            }
            let of_city = matches!(unit, "quận" | "phường" | "khu vực");
            return of_city.then(|| (at + 1, format!("{unit} {digits}"), None));
        }
        if !self.is_capital(at) {
            return None;
        }
        if unit == "khu vực" {
            // "Kho bạc Nhà nước khu vực VI"; without a number it is a class.
            let roman = self.slice(at);
            return roman
                .chars()
                .all(|c| matches!(c, 'I' | 'V' | 'X'))
                .then(|| (at + 1, format!("{unit} {roman}"), None));
        }
        if matches!(unit, "tỉnh" | "thành phố")
            && let Some((end, index)) = self.phrases(at).place
        {
            let place = places().get(usize::from(index));
            let name =
                if place.name == "Hồ Chí Minh" { place.full_name() } else { format!("{unit} {}", place.name) };
            return Some((end, name, Some(usize::from(index))));
        }
        let mut end = at;
        while end < at + 4
            && self.is_capital(end)
            && self.tokens[end].kind == Kind::Word
            && !self.tokens[end].has(EMPTY_LINE)
            && !(self.tokens[end].begins_line() && self.begins_other_phrase(end))
            && (end == at || self.unit(end).is_none())
        {
            end += 1;
        }
        if end == at {
            return None;
        }
        let text = crate::text::fold::tidy(self.span(at, end).of(self.text));
        let name = if text.chars().all(|c| !c.is_lowercase()) { title_case(&text) } else { text };
        Some((end, format!("{unit} {name}"), None))
    }

    /// Whether a line goes on with a body or office of its own, as in the columns of a list of addressees.
    fn begins_other_phrase(&self, at: usize) -> bool {
        let phrases = self.phrases(at);
        phrases.head.is_some() || phrases.agency.is_some() || phrases.local.is_some() || phrases.kind.is_some()
    }

    /// "Ban Chỉ đạo cải cách hành chính của Chính phủ": a steering committee at full length, up to the body that it belongs
    /// to. "Ban Chỉ đạo" alone is none.
    fn steering_committee(&self, at: usize) -> Option<Found> {
        use words as w;
        let ban = if self.is(at, w::BAN) {
            at
        } else if self.are(at, &[w::TRUONG, w::BAN]) {
            at + 1
        } else {
            return None;
        };
        if !self.are(ban + 1, &[w::CHI2, w::CHI_DAO]) {
            return None;
        }
        let mut i = ban + 3;
        let limit = i + 24;
        while i < limit {
            let token = self.tokens.get(i)?;
            if token.has(EMPTY_LINE) || !(token.kind == Kind::Word || token.is(w::COMMA) || token.is(w::DASH)) {
                return None;
            }
            // The clause goes on: "Ban Chỉ đạo … báo cáo Thủ tướng Chính phủ".
            let verb = [w::DO, w::DE, w::TRINH, w::THEO, w::GIUP, w::LA, w::VA].iter().any(|x| token.is(*x))
                || self.are(i, &[w::BAO, w::CAO])
                || self.are(i, &[w::QUYET, w::DINH])
                || self.are(i, &[w::CHU, w::TRI]);
            if verb && !self.are(i, &[w::VA]) || (token.is(w::VA) && self.body_at(i + 1).is_some()) {
                return None;
            }
            let behind = i + usize::from(self.is(i, w::CUA));
            if let Some(owner) = self.body_at(behind).filter(|o| o.end > behind) {
                let middle = crate::text::fold::tidy(
                    &self.text[self.tokens[ban + 3].start as usize..self.tokens[behind].start as usize],
                );
                let middle = fold::first_small(&middle);
                let head = if ban > at { "Trưởng Ban" } else { "Ban" };
                let canonical = format!("{head} Chỉ đạo {middle} {}", owner.canonical);
                return Some(Found { end: owner.end, canonical, agency: None, place: owner.place, full: true });
            }
            i += 1;
        }
        None
    }

    /// "Phó Chủ tịch UBND tỉnh X", "Phó Thủ tướng": a deputy issues nothing; the body stays a body.
    fn deputy(&mut self, at: usize, found: &Found) -> bool {
        self.at = found.end;
        if let Some((head_end, _)) = self.phrases(at).head
            && let Some(body) = self.body_at(head_end)
        {
            let span = self.span(head_end, body.end);
            let reference =
                AgencyRef { canonical: body.canonical, agency: body.agency, place: body.place, full: body.full };
            self.push(span, MentionKind::Agency(reference));
        }
        true
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

/// "PHÚ THỌ" → "Phú Thọ".
fn title_case(text: &str) -> String {
    text.split(' ')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|c| c.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect::<String>())
                .unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ")
}
