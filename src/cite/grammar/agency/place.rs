//! Places as they follow a local agency: "tỉnh Phú Thọ", "Quận 1", "TP. HCM", "khu vực 1 - Hà Nội".

use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::law::{PlaceId, places};
use crate::lexicon::{Home, words};
use crate::text::fold;

/// A place that was read.
#[derive(Debug, Clone)]
pub struct Place {
    /// Index of the token after it.
    pub end: usize,
    /// The word for its unit: "tỉnh".
    pub unit: String,
    /// With the word for its unit: "tỉnh Phú Thọ".
    pub name: String,
    /// The row of the table of places, for a province.
    pub id: Option<PlaceId>,
}

impl Place {
    /// A province of the table, under its full name.
    fn province((end, id): (usize, PlaceId)) -> Self {
        Self { end, unit: id.row().unit.clone(), name: id.row().full_name(), id: Some(id) }
    }

    /// The place of the document; the name of the agency that is of it ends before the token `end`.
    pub fn home(end: usize, home: &Home) -> Self {
        Self { end, unit: home.unit.clone(), name: home.name.clone(), id: None }
    }

    /// Whether it is one unit, not one within a larger one.
    pub fn is_single(&self) -> bool {
        !self.name.contains(',')
    }
}

impl Cursor<'_> {
    /// A place at a token: with its unit ("tỉnh Phú Thọ", "Quận 1"), or a province's name alone.
    pub(super) fn place(self, at: usize) -> Option<Place> {
        // "TP. HCM", "TP.HCM": an alias holds the unit.
        if self.is(at, words::TP)
            && let Some(found) = self.phrases(at).place
        {
            return Some(Place::province(found));
        }
        if let Some((unit, unit_end)) = self.administrative_unit(at) {
            return self.place_of_unit(unit, unit_end);
        }
        // A centred heading is broken with an empty line: "Ủy ban nhân dân\n\ntỉnh Thái Bình".
        if self.token(at).is_some_and(|t| t.has(EMPTY_LINE)) {
            let (unit, unit_end) = self.written_unit(at)?;
            return self.place_of_unit(unit, unit_end).filter(|place| place.id.is_some());
        }
        // "Bắc bộ", "Nam Bộ": until 1954 the regions had committees.
        if self.is_any(at, &[words::BAC, words::TRUNG, words::NAM_SOUTH])
            && self.is(at + 1, words::BO_MINISTRY)
            && self.is_capital(at)
            && !self.token(at + 1).is_some_and(|t| t.begins_line())
        {
            let region = if self.is(at, words::BAC) {
                "Bắc"
            } else if self.is(at, words::TRUNG) {
                "Trung"
            } else {
                "Nam"
            };
            return Some(Place { end: at + 2, unit: String::new(), name: format!("{region} Bộ"), id: None });
        }
        if !self.is_capital(at) {
            return None;
        }
        // "Liên khu IV", "Liên khu 3"
        if self.words_at(at, &[words::LIEN, words::KHU])
            && (is_region(self.slice(at + 2)) || self.digits(at + 2, 2).is_some())
        {
            let name = format!("Liên khu {}", self.slice(at + 2));
            return Some(Place { end: at + 3, unit: String::new(), name, id: None });
        }
        self.phrases(at).place.map(Place::province)
    }

    /// The word for a unit of administration, spelt out, and the token after it.
    pub(super) fn administrative_unit(self, at: usize) -> Option<(&'static str, usize)> {
        self.token(at).filter(|t| !t.has(EMPTY_LINE))?;
        self.written_unit(at)
    }

    /// The word for a unit of administration, also after an empty line.
    fn written_unit(self, at: usize) -> Option<(&'static str, usize)> {
        use words as w;
        let token = self.token(at)?;
        Some(match token.word {
            w::TINH => ("tỉnh", at + 1),
            w::THANH if self.is(at + 1, w::PHO) => ("thành phố", at + 2),
            w::TP => ("thành phố", at + 1 + usize::from(self.is(at + 1, w::DOT))),
            w::HUYEN => ("huyện", at + 1),
            w::QUAN_DISTRICT => ("quận", at + 1),
            w::THI if self.is(at + 1, w::XA) => ("thị xã", at + 2),
            w::THI if self.is(at + 1, w::TRAN) => ("thị trấn", at + 2),
            w::XA => ("xã", at + 1),
            w::PHUONG => ("phường", at + 1),
            w::DAC if self.is(at + 1, w::KHU) => ("đặc khu", at + 2),
            w::KHU if self.is(at + 1, w::VUC) => ("khu vực", at + 2),
            _ => return self.abbreviated_unit(at),
        })
    }

    /// "Q.1", "P. Bến Nghé", "H. Củ Chi"; "tinh Quảng Ngãi" with its mark lost.
    fn abbreviated_unit(self, at: usize) -> Option<(&'static str, usize)> {
        if let Some(slip) = self.unit_with_slips(at) {
            return Some(slip);
        }
        // "T.P Cần Thơ"
        if self.slice(at) == "T" && self.is(at + 1, words::DOT) && self.slice(at + 2) == "P" && self.is_glued(at + 2) {
            return Some(("thành phố", at + 3 + usize::from(self.is(at + 3, words::DOT))));
        }
        let unit = match self.slice(at) {
            "Q" => "quận",
            "P" => "phường",
            "H" => "huyện",
            "X" => "xã",
            "TX" => "thị xã",
            "TT" => "thị trấn",
            _ => return None,
        };
        (self.is(at + 1, words::DOT) && self.is_glued(at + 1)).then_some((unit, at + 2))
    }

    /// The name after the word for a unit: a province of the table, else one to four words with capitals, else digits.
    pub(super) fn place_of_unit(self, unit: &'static str, at: usize) -> Option<Place> {
        if let Some(digits) = self.digits(at, 2) {
            // "Tòa án nhân dân khu vực 1 - Hà Nội"
            if unit == "khu vực"
                && self.is(at + 1, words::DASH)
                && self.is_capital(at + 2)
                && let Some((end, id)) = self.phrases(at + 2).place
            {
                let name = format!("{unit} {digits} - {}", id.row().name);
                return Some(Place { end, unit: unit.to_owned(), name, id: Some(id) });
            }
            let of_city = matches!(unit, "quận" | "phường" | "khu vực");
            return of_city.then(|| Place {
                end: at + 1,
                unit: unit.to_owned(),
                name: format!("{unit} {digits}"),
                id: None,
            });
        }
        // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH / Theo đề nghị của …"
        let below_heading = at > 0
            && self.token(at).is_some_and(|t| t.begins_line())
            && self.is_all_capitals(at - 1, at)
            && !self.is_all_capitals(at, at + 1);
        if !self.is_capital(at) || below_heading {
            return None;
        }
        if unit == "khu vực" {
            // "Kho bạc Nhà nước khu vực VI"; without a number it is a class.
            let region = self.slice(at);
            let name = format!("{unit} {region}");
            return is_region(region).then(|| Place { end: at + 1, unit: unit.to_owned(), name, id: None });
        }
        if matches!(unit, "tỉnh" | "thành phố")
            && let Some((end, id)) = self.phrases(at).place.or_else(|| self.province_with_slips(at))
        {
            let place = id.row();
            let name =
                if place.name == "Hồ Chí Minh" { place.full_name() } else { format!("{unit} {}", place.name) };
            return Some(Place { end, unit: unit.to_owned(), name, id: Some(id) });
        }
        let mut end = self.end_of_capitals(at);
        if end == at {
            return None;
        }
        // "tỉnh B-VT" of a judgment: a masked place
        let is_masked = self.is(end, words::DASH) && self.is_glued(end) && self.is_glued(end + 1);
        if is_masked && self.is_capital(end + 1) && self.is_all_capitals(at, end + 2) {
            end += 2;
        }
        let text = fold::tidy(self.span(at, end).of(self.text()));
        // "tỉnh Quảng" at a cut is no place. A masked one is a letter: "tỉnh Y".
        if unit == "tỉnh" && end == at + 1 && fold::letters(&text) > 1 && begins_province(&text) {
            return None;
        }
        // "UBND tỉnh Hà Trung Chiến" in an instrument of a province: a person. All provinces are in the table.
        let may_be_person = unit == "tỉnh" && end > at + 1 && !self.is_capital(at - 1);
        if may_be_person && text.contains(char::is_lowercase) && self.home().is_some_and(|home| home.unit == unit) {
            return None;
        }
        let name = if text.chars().all(|c| !c.is_lowercase()) { title_case(&text) } else { text };
        Some(Place { end, unit: unit.to_owned(), name: format!("{unit} {name}"), id: None })
    }

    /// The token after one to four words with capitals that can be the name of a place.
    fn end_of_capitals(self, at: usize) -> usize {
        // "QUẬN LÊ CHÂN / Bản án số …"
        let heading = self.is_all_capitals(at, at + 1) && fold::letters(self.slice(at)) > 1;
        let below = |i: usize| heading && self.tokens()[i].begins_line() && !self.is_all_capitals(i, i + 1);
        // "COURT: Tòa án nhân dân thành phố Thủ Đức / B: PERSON"
        let label = |i: usize| {
            self.token(i).is_some_and(|t| t.begins_line())
                && fold::letters(self.slice(i)) == 1
                && self.is_any(i + 1, &[words::COLON, words::DOT, words::CLOSE])
        };
        // "XÃ IA DOM / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        let national = |i: usize| self.words_at(i, &[words::CONG_ADD, words::HOA, words::XA]) || self.is_motto(i);
        let continues = |i: usize| {
            !(i > at && national(i))
                && !(i > at && i < self.tokens().len() && (below(i) || label(i)))
                && self.token(i).is_some_and(|t| {
                    t.kind == Kind::Word && !t.has(EMPTY_LINE) && !(t.begins_line() && self.begins_agency_or_type(i))
                })
                && self.is_capital(i)
                && (i == at || self.administrative_unit(i).is_none())
        };
        (at..at + 4).find(|&i| !continues(i)).unwrap_or(at + 4)
    }

    /// Whether a line begins with an agency, office or type word of its own, as in the columns of a list of addressees.
    fn begins_agency_or_type(self, at: usize) -> bool {
        let phrases = self.phrases(at);
        phrases.head.is_some() || phrases.agency.is_some() || phrases.local.is_some() || phrases.kind.is_some()
    }
}

/// Whether a word is the Roman number of a region: "VI" of "Kho bạc Nhà nước khu vực VI".
pub fn is_region(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether a word is only the first one of the name of a province: "Quảng".
fn begins_province(word: &str) -> bool {
    let first = fold::words(word) + " ";
    places().iter().any(|(_, place)| fold::words(&place.name).starts_with(&first))
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

#[cfg(test)]
mod tests {
    use crate::cite::{Markup, read};
    use crate::lexicon::Vocabulary;

    /// A local agency's unit at the end of a line, with another agency on the next: a class, and no place is read.
    #[test]
    fn a_unit_without_a_name_is_no_place() {
        for text in [
            "Điều 10. Ủy ban nhân dân Thành phố\nỦy ban nhân dân Thành phố được thực hiện",
            "TM. ỦY BAN NHÂN DÂN TỈNH \nCHỦ TỊCH \n",
            "THỦ TƯỚNG\nNguyễn Xuân\nPHỤ LỤC\n",
        ] {
            let reading = read(text, &Vocabulary::new([]), Markup::Plain);
            for mention in &reading.mentions {
                assert!(!mention.span.of(text).contains("nhân dân"), "{mention:?}");
            }
        }
    }
}
