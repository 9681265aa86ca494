//! A body without the title of its head: of the tables, a part of another body, or one with a name of its own. Of what is
//! read at a token the longest holds, so that a listed name never wins over a longer one that is there.

use super::{AgencyName, Holder};
use crate::cite::grammar::cursor::{Cursor, Phrases};
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::law::{AgencyId, AgencyKind, roman_value};
use crate::lexicon::words;
use crate::text::fold;

/// "Văn phòng Ban Thường vụ Đảng ủy …": a body has at most so many parts in front.
const MOST_PARTS: usize = 3;

impl Cursor<'_> {
    /// The body that begins at a token.
    pub(super) fn body(self, at: usize) -> Option<AgencyName> {
        self.body_with_parts(at, MOST_PARTS)
    }

    fn body_with_parts(self, at: usize, parts: usize) -> Option<AgencyName> {
        if self.token(at).is_none_or(|t| t.kind != Kind::Word) {
            return None;
        }
        if !self.may_begin_agency(at) && !self.is_headed(at) {
            return None;
        }
        let phrases = self.phrases(at);
        let listed = self.listed(at, &phrases);
        let part = if parts > 0 { self.part(&phrases, parts) } else { None };
        let form = self.form_of_agency(at, &phrases);
        // A listed name goes on only with words that names are made longer by.
        let named = self.named_agency(at).filter(|named| {
            listed.as_ref().is_none_or(|listed| named.end <= listed.end || self.lengthens(at, listed.end))
        });
        // Of equal ones a form holds: "Trợ lý TTCP" is not of the inspectorate.
        let longest = [form, listed, part, named]
            .into_iter()
            .flatten()
            .reduce(|best, next| if next.end > best.end { next } else { best });
        longest.or_else(|| self.abbreviated(at)).or_else(|| self.with_slips(at))
    }

    /// Whether the words after a listed name at `at..end` can make it that of another body: "Cục Thuế doanh nghiệp lớn", "Cục Dân số
    /// và Gia đình", but not "Cục Quản lý xuất nhập cảnh danh sách …", "Cục Viễn thông và doanh nghiệp".
    fn lengthens(self, at: usize, end: usize) -> bool {
        use words as w;
        const LONGEST: usize = 3;
        if self.is(at, w::SO_DEPARTMENT) {
            let joined = self.is_any(end, &[w::VA, w::DASH, w::AMPERSAND, w::COMMA]);
            return joined && self.is_capital(end + 1) && !self.begins_kind(end + 1);
        }
        if !self.is_any(at, &[w::CUC, w::TONG]) {
            return true;
        }
        if self.is_any(end, &[w::VA, w::DASH, w::AMPERSAND]) {
            return self.is_capital(end + 1) && !self.begins_kind(end + 1);
        }
        self.is_capital(end) || end - at <= LONGEST + usize::from(self.is(at, w::TONG))
    }

    /// "Trưởng ban Chỉ đạo …", "Chi cục trưởng chi cục Kiểm lâm": after a title a body may begin with a small letter.
    pub(super) fn is_headed(self, at: usize) -> bool {
        at > 0
            && (self.is_any(at - 1, &[words::TRUONG, words::TICH, words::NHIEM])
                || matches!(self.slice(at - 1), "đốc" | "ĐỐC"))
            && self.token(at).is_some_and(|t| !t.begins_line())
    }

    /// The agency of the tables that owns a committee.
    pub(super) fn owner(self, at: usize) -> Option<AgencyName> {
        self.listed(at, &self.phrases(at))
    }

    /// An agency of the tables: a central one, or a local one with its place.
    fn listed(self, at: usize, phrases: &Phrases) -> Option<AgencyName> {
        let local = phrases.local.and_then(|(end, id)| self.local_agency(at, end, id));
        let central =
            phrases.agency.and_then(|(end, id, full)| self.central_agency(at, end, id, full, phrases.reached));
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

    /// An agency of the table whose name is at `at..end`. `reached` is how far the longest name reaches that the text begins.
    fn central_agency(self, at: usize, end: usize, id: AgencyId, full: bool, reached: usize) -> Option<AgencyName> {
        let row = id.row();
        let end = end - usize::from(self.is(end - 1, words::DANG) && self.begins_part_of_party(end - 1));
        if !self.is_capital(at) && !self.is_headed(at) && !may_be_small(row.kind, end - at) {
            return None;
        }
        if !full && end - at <= 3 && self.is_all_capitals(at, end) && !self.is_written_as_code(at, end) {
            return None;
        }
        // "Bộ thông tin cho người khiếu nại": a verb, where no such ministry exists now.
        if row.kind == AgencyKind::Ministry
            && row.to.is_some()
            && self.is_capital(at)
            && !self.is_capital(at + 1)
            && end == at + 3
        {
            return None;
        }
        // "Bộ Lao động - Thương" at a cut: a body that does not exist is worse than none.
        let cut = row.kind == AgencyKind::Ministry
            && (end..reached).any(|i| self.token(i).is_some_and(|t| t.kind == Kind::Word && !t.is(words::VA)));
        // "Ban Bí thư Trung ương Đoàn" is of another organisation.
        let of_other = row.kind == AgencyKind::Party
            && self.is(end - 1, words::UONG)
            && self.is_any(end, &[words::DOAN_UNION, words::HOI])
            && self.is_capital(end);
        if cut || of_other {
            return None;
        }
        let name = &row.name;
        // "Kiểm toán nhà nước khu vực III", "Ngân hàng Nhà nước Khu vực 5"
        if let Some(("khu vực", unit_end)) = self.administrative_unit(end)
            && let Some(region) = self.place_of_unit("khu vực", unit_end)
        {
            let canonical = format!("{} {}", name.trim_end_matches(" Việt Nam"), region.name);
            return Some(AgencyName { full, ..AgencyName::new(region.end, canonical) });
        }
        // "Kiểm toán nhà nước chuyên ngành Ib"
        if name == "Kiểm toán nhà nước"
            && self.is(end + 1, words::NGANH)
            && fold::syllable(self.slice(end)) == "chuyên"
            && roman_value(self.slice(end + 2).trim_end_matches(['a', 'b'])).is_some()
        {
            let canonical = format!("{name} chuyên ngành {}", self.slice(end + 2));
            return Some(AgencyName { full, ..AgencyName::new(end + 3, canonical) });
        }
        let of_members = row.kind == AgencyKind::Organisation && !self.begins_committee(at);
        // "Thủ tướng CP"
        let end = if name == "Thủ tướng Chính phủ" && self.slice(end) == "CP" {
            end + 1
        } else {
            self.after_this_state(end)
        };
        let is_office = ["Thủ tướng", "Chủ tịch", "Tổng Kiểm toán", "Tổng Thanh tra", "Tổng Thư ký"];
        let holder = if is_office.iter().any(|office| name.starts_with(office)) { Holder::Head } else { Holder::Body };
        Some(AgencyName { agency: Some(id), full, holder, of_members, ..AgencyName::new(end, name.clone()) })
    }

    /// Whether the name of an organisation begins as that of its central body: "Trung ương Hội …", "Ủy ban Trung ương …",
    /// "Tổng Liên đoàn …".
    fn begins_committee(self, at: usize) -> bool {
        use words as w;
        self.is_any(at, &[w::TRUNG, w::UY, w::BAN])
            || self.words_at(at, &[w::TONG, w::LIEN])
            || self.words_at(at, &[w::TONG, w::CONG])
            || self.words_at(at, &[w::DOAN_UNION, w::CHU])
            || ["UB", "TLĐ"].iter().any(|code| self.slice(at).starts_with(code))
    }

    /// Whether a code in capitals is written as a word, not in a number's symbol.
    fn is_written_as_code(self, at: usize, end: usize) -> bool {
        // Names in capitals have blanks between their words.
        (at + 1..end).any(|i| !self.is_glued(i)) || !self.is_in_symbol(at, end)
    }

    /// A form of an agency that is no name of it: "TTg", "CP" after "thuộc", a short form that the document defines.
    fn form_of_agency(self, at: usize, phrases: &Phrases) -> Option<AgencyName> {
        let (end, index) = phrases.agency_form?;
        let form = self.vocabulary().form(index);
        let is_behind = at > 0 && self.is_any(at - 1, &form.behind);
        if !form.behind.is_empty() && !is_behind {
            return None;
        }
        let written = self.span(at, end).of(self.text());
        let is_code = !form.form.contains(' ') && form.form.chars().filter(|c| c.is_uppercase()).count() > 1;
        if is_code && (written != form.form || self.is_in_symbol(at, end)) {
            return None;
        }
        let holder = if form.canonical.starts_with("Phó ") { Holder::Deputy } else { Holder::Body };
        let name = AgencyName::new(end, form.canonical.clone());
        Some(AgencyName { agency: form.agency, place: form.place, full: false, holder, ..name })
    }

    /// A standing part or office with the body that it is of: "Văn phòng Tỉnh ủy Hà Giang", "Đoàn Chủ tịch Trung ương Hội
    /// Nông dân Việt Nam".
    fn part(self, phrases: &Phrases, parts: usize) -> Option<AgencyName> {
        let (end, index, of_party) = phrases.part?;
        if self.token(end).is_none_or(|t| t.has(EMPTY_LINE)) || !self.is_capital(end) && !self.may_begin_agency(end) {
            return None;
        }
        let body = self.body_with_parts(end, parts - 1)?;
        let of_committee = || {
            ["Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Trung ương", "Quân ủy"]
                .iter()
                .any(|committee| body.canonical.starts_with(committee))
        };
        if (of_party && !of_committee()) || body.holder != Holder::Body && body.canonical != "Tổng Bí thư" {
            return None;
        }
        let part = match self.vocabulary().part(index) {
            "VP" => "Văn phòng",
            "TT" | "TT." => "Thường trực",
            "BTV" | "BTV." => "Ban Thường vụ",
            "UBKT" => "Ủy ban Kiểm tra",
            "Cơ quan CSĐT" => "Cơ quan Cảnh sát điều tra",
            "HĐTP" => "Hội đồng Thẩm phán",
            part => part,
        };
        let canonical = format!("{part} {}", body.canonical);
        Some(AgencyName { canonical, agency: None, of_members: false, ..body })
    }
}

/// Whether an agency of a kind whose name has so many tokens is recognised with a small first letter.
fn may_be_small(kind: AgencyKind, tokens: usize) -> bool {
    use AgencyKind as K;
    tokens >= 3
        && matches!(
            kind,
            K::Central
                | K::Ministry
                | K::MinisterialLevel
                | K::GovernmentAgency
                | K::GeneralDepartment
                | K::Court
                | K::Procuracy
                | K::Organisation
                | K::Other
        )
}
