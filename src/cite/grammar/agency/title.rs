//! Titles in front of a body, one mention with it: "Bộ trưởng Bộ Y tế", "Phó Chủ nhiệm Văn phòng Chính phủ".

use super::{AgencyName, Holder};
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::EMPTY_LINE;
use crate::lexicon::words;
use smallvec::SmallVec;

/// A title that was read: the token after it, and how it is properly written.
type Title = (usize, String);

impl Cursor<'_> {
    /// A title with the body after it.
    pub(super) fn titled(self, at: usize) -> Option<AgencyName> {
        if let Some(abbreviated) = self.abbreviated_title(at) {
            return Some(abbreviated);
        }
        let deputy = self.is(at, words::PHO_DEPUTY);
        let from = at + usize::from(deputy);
        if deputy && let Some(office) = self.deputy_of_office(from) {
            return Some(office);
        }
        // "Phó VP UBND tỉnh Nam Định": of its chief.
        if deputy && let Some(body) = self.body(from).filter(|body| body.canonical.starts_with("Văn phòng ")) {
            return Some(of_holder("Phó Chánh".to_owned(), body, Holder::Deputy));
        }
        let holder =
            if deputy || self.words_at(from, &[words::THU, words::TRUONG]) { Holder::Deputy } else { Holder::Head };
        // The shorter title leaves more to the body: "Chánh" + "Văn phòng Trung ương Đảng".
        for (end, title) in self.titles(from).into_iter().rev() {
            let written = if deputy { format!("Phó {title}") } else { title.clone() };
            // "Phó Bí thư Thường trực Tỉnh ủy Hà Giang"
            if deputy
                && self.words_at(end, &[words::THUONG, words::TRUC])
                && let Some(body) = self.body_with_title(end + 2, &title)
            {
                return Some(of_holder(format!("{written} Thường trực"), body, holder));
            }
            if let Some(body) = self.body_with_title(end, &title) {
                return Some(of_holder(written, body, holder));
            }
            // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
            if title == "Bộ trưởng"
                && self.is(end, words::COMMA)
                && self.words_at(end + 1, &[words::CHU, words::NHIEM])
                && let Some(second) = self.titled(end + 1)
            {
                return Some(AgencyName { canonical: format!("{title}, {}", second.canonical), ..second });
            }
        }
        None
    }

    /// "PCT UBND tỉnh", "GĐ Sở Nội vụ": titles in lists of addressees.
    fn abbreviated_title(self, at: usize) -> Option<AgencyName> {
        let title = match self.token(at)?.word {
            words::CT => "Chủ tịch",
            words::PCT => "Phó Chủ tịch",
            words::GD_HEAD => "Giám đốc",
            words::PGD => "Phó Giám đốc",
            words::CVP => "Chánh Văn phòng",
            words::PCVP | words::PVP => "Phó Chánh Văn phòng",
            _ => return None,
        };
        if self.slice(at).contains(char::is_lowercase) {
            return None;
        }
        let Some(body) = self.body_with_title(at + 1, title) else { return self.head_beside_deputies(at, title) };
        let holder = if title.starts_with("Phó") { Holder::Deputy } else { Holder::Head };
        Some(of_holder(title.to_owned(), body, holder))
    }

    /// "CT, các PCT UBND tỉnh": the head of the body that the deputies name.
    fn head_beside_deputies(self, at: usize, title: &str) -> Option<AgencyName> {
        use words as w;
        let deputies = match self.token(at)?.word {
            w::CT => w::PCT,
            w::GD_HEAD => w::PGD,
            _ => return None,
        };
        if !self.is_any(at + 1, &[w::COMMA, w::VA, w::SLASH]) {
            return None;
        }
        let next = at + 2 + usize::from(self.is(at + 2, w::CAC));
        if !self.is(next, deputies) {
            return None;
        }
        let body = self.body_with_title(next + 1, title)?;
        let head = of_holder(title.to_owned(), body, Holder::Head);
        Some(AgencyName { end: at + 1, full: false, locality: None, ..head })
    }

    /// "Phó Thủ tướng Chính phủ", "Phó Chủ tịch nước": the office is in the table. `at` is the token after "Phó".
    fn deputy_of_office(self, at: usize) -> Option<AgencyName> {
        let (end, id, full) = self.phrases(at).agency?;
        let office = &id.row().name;
        // "Phó Tổng Thanh tra" alone is a bare title.
        if office.starts_with("Tổng ") && !full {
            return None;
        }
        let is_office = ["Thủ tướng", "Chủ tịch", "Tổng "].iter().any(|title| office.starts_with(title))
            && !office.starts_with("Tổng cục")
            && !office.starts_with("Tổng Liên đoàn");
        if !is_office || !self.is_capital(at) {
            return None;
        }
        let mut canonical = format!("Phó {office}");
        let mut end = end;
        // "Phó Thủ tướng Thường trực Chính phủ"
        if office == "Thủ tướng Chính phủ" && self.words_at(end, &[words::THUONG, words::TRUC]) {
            let government = self.body(end + 2).filter(|body| body.canonical == "Chính phủ");
            end = government.map_or(end + 2, |body| body.end);
            "Phó Thủ tướng Thường trực Chính phủ".clone_into(&mut canonical);
        }
        // "Phó Thủ tướng CP"
        if let Some(form) =
            self.body(end).filter(|body| body.canonical == "Chính phủ" && office == "Thủ tướng Chính phủ")
        {
            end = form.end;
        }
        Some(AgencyName { holder: Holder::Deputy, ..AgencyName::new(end, canonical) })
    }

    /// The titles that begin at a token, the longest first: "Chánh Văn phòng" and "Chánh".
    fn titles(self, at: usize) -> SmallVec<[Title; 2]> {
        let mut found: SmallVec<[Title; 2]> = SmallVec::new();
        if let Some((end, head)) = self.phrases(at).head {
            found.push((end, self.vocabulary().head(head).to_owned()));
        }
        if !self.is_capital(at) && !self.is(at.wrapping_sub(1), words::PHO_DEPUTY) {
            // "giám đốc Sở Y tế tỉnh Hà Tĩnh", but not "trưởng Công an"
            found.retain(|(end, _)| *end > at + 1);
            return found;
        }
        let short = if self.is(at, words::CHANH) {
            "Chánh"
        } else if self.is(at, words::TRUONG) {
            "Trưởng"
        } else if self.is(at, words::TONG) {
            "Tổng"
        } else {
            return found;
        };
        if found.iter().all(|(end, _)| *end > at + 1) {
            found.push((at + 1, short.to_owned()));
        }
        found
    }

    /// The body after a title, where the title fits it.
    fn body_with_title(self, at: usize, title: &str) -> Option<AgencyName> {
        if self.token(at).is_none_or(|t| t.has(EMPTY_LINE)) {
            return None;
        }
        let body = self.body(at)?;
        let is_one_of = |kinds: &[&str]| kinds.iter().any(|kind| body.canonical.starts_with(kind));
        let fits = match title {
            "Chánh" => is_one_of(&["Văn phòng", "Thanh tra"]),
            "Tổng" => is_one_of(&["Kiểm toán nhà nước", "Thanh tra Chính phủ", "Thanh tra Nhà nước"]),
            // "Giám đốc Ngân hàng Nhà nước khu vực" are many.
            "Giám đốc" => body.canonical != "Ngân hàng Nhà nước Việt Nam",
            // "Bí thư" of a committee; its members are none.
            // "Bí thư Trung ương Đảng" is a member of the Secretariat.
            "Bí thư" => !is_one_of(&["Bộ ", "Sở ", "Cục ", "Ban Chấp hành Trung ương Đảng"]),
            _ => true,
        };
        (fits && !body.of_members && body.holder == Holder::Body).then_some(body)
    }
}

/// The holder of an office of a body.
pub(super) fn of_holder(title: String, body: AgencyName, holder: Holder) -> AgencyName {
    AgencyName { canonical: format!("{title} {}", body.canonical), holder, ..body }
}
