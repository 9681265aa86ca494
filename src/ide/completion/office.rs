//! What agencies and offices are called: the agencies of the tables, their heads, deputies and offices, and what documents name
//! besides. The grammar is that of the recogniser: a title, or a part, in front of a body.

use crate::law::{Agency, AgencyKind, agencies, agency_usage, local_agencies, places};
use crate::lexicon::{agency_parts, titles};
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// An agency or office.
#[derive(Debug, Clone)]
pub struct Office {
    /// Without marks, in small letters.
    pub folded: Box<str>,
    /// What is written for it: for an alias the name.
    pub name: Box<str>,
    /// As it is called: an alias, or the name.
    pub form: Box<str>,
    /// The agency of the table that it is or belongs to.
    pub body: Option<&'static Agency>,
    pub role: Role,
    /// How many documents name it.
    pub documents: u32,
}

/// What an office is of its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Body,
    Head,
    Deputy,
    /// "Văn phòng Bộ Y tế", "Đảng ủy Chính phủ": the words in front of the body's name.
    Part,
}

/// All that are called by a name of their own, in the order of their folded forms; agencies of places are in
/// [`super::local`].
pub fn offices() -> &'static [Office] {
    static ALL: LazyLock<Vec<Office>> = LazyLock::new(all);
    &ALL
}

/// How many documents name an agency or office.
pub fn documents_that_name(name: &str) -> u32 {
    static COUNTS: LazyLock<FxHashMap<&'static str, u32>> =
        LazyLock::new(|| agency_usage().iter().map(|named| (named.name.as_str(), named.documents)).collect());
    COUNTS.get(name).copied().unwrap_or_default()
}

/// The offices whose forms begin with the folded text.
pub fn beginning_with(folded: &str) -> &'static [Office] {
    let all = offices();
    let from = all.partition_point(|o| &*o.folded < folded);
    let count = all[from..].partition_point(|o| o.folded.starts_with(folded));
    &all[from..from + count]
}

/// A title in front of a body: "Bộ trưởng" + "Bộ Y tế". Where the title ends as the body begins these words are written once:
/// "Tổng Thanh tra" + "Thanh tra Chính phủ", "Trưởng ban" + "Ban Dân tộc".
pub fn titled(title: &str, body: &str) -> String {
    let of_title: Vec<&str> = title.split(' ').collect();
    let of_body: Vec<&str> = body.split(' ').collect();
    let is_same = |(a, b): (&&str, &&str)| fold::words(a) == fold::words(b);
    let is_shared = |&n: &usize| of_title[of_title.len() - n..].iter().zip(&of_body).all(is_same);
    let shared = (1..of_title.len().min(of_body.len() + 1)).rev().find(is_shared).unwrap_or_default();
    format!("{} {body}", of_title[..of_title.len() - shared].join(" "))
}

/// The title of the deputies of a head: "Thứ trưởng", "Phó Cục trưởng".
pub fn deputy(head: &str) -> String {
    if head == "Bộ trưởng" { "Thứ trưởng".to_owned() } else { format!("Phó {head}") }
}

/// What may be in front of a body that the tables give no such part or office: "Đoàn Chủ tịch", "Trưởng", "Phó Bí thư".
pub struct Front {
    /// Folded.
    pub words: Vec<String>,
    pub written: String,
}

/// The parts, and the titles of heads and deputies, the longest first.
pub fn fronts() -> &'static [Front] {
    static ALL: LazyLock<Vec<Front>> = LazyLock::new(|| {
        let titles = titles().flat_map(|title| [title.to_owned(), deputy(title)]);
        // "VP", "BTV" are read, and written in full.
        let is_written = |part: &&str| part.split(' ').all(|word| word.contains(char::is_lowercase));
        let all = agency_parts().filter(is_written).map(str::to_owned).chain(titles);
        let front = |written: String| {
            let words = fold::search(&written).split(' ').map(str::to_owned).collect();
            Front { words, written }
        };
        let mut all: Vec<Front> = all.map(front).collect();
        all.sort_by_key(|front| std::cmp::Reverse(front.words.len()));
        all
    });
    &ALL
}

/// The offices of an agency with the title of the head in mind.
pub fn office_of(role: Role, body: &Agency, words_in_front: &str) -> Option<String> {
    match role {
        Role::Body => Some(body.name.clone()),
        Role::Head => Some(titled(body.head.as_ref()?, &body.name)),
        Role::Deputy => Some(titled(&deputy(body.head.as_ref()?), &body.name)),
        Role::Part => Some(format!("{words_in_front} {}", body.name)),
    }
}

fn all() -> Vec<Office> {
    let mut all: Vec<Office> = Vec::new();
    let mut add = |form: &str, name: &str, body, role| {
        all.push(Office {
            folded: fold::search(form).into(),
            name: name.into(),
            form: form.into(),
            body,
            role,
            documents: documents_that_name(name),
        });
    };
    for (_, body) in agencies().iter().filter(|(_, a)| !a.kind.is_class()) {
        for form in std::iter::once(&body.name).chain(&body.aliases) {
            add(form, &body.name, Some(body), Role::Body);
        }
        if body.head.is_some() {
            for role in [Role::Head, Role::Deputy] {
                if let Some(name) = office_of(role, body, "") {
                    add(&name, &name, Some(body), role);
                }
            }
        }
        if body.kind == AgencyKind::Ministry {
            for part in ["Văn phòng", "Chánh Văn phòng", "Thanh tra", "Chánh Thanh tra", "Đảng ủy"] {
                let name = format!("{part} {}", body.name);
                add(&name, &name, Some(body), Role::Part);
            }
        }
    }
    for named in agency_usage() {
        let (body, role) = part_of(&named.name);
        if !is_of_a_place(&named.name) {
            add(&named.name, &named.name, body, role);
        }
    }
    // Of those of one name, of several periods or from several sources, the first says enough: which of them lives is asked by
    // name.
    all.sort_by(|a, b| (&a.folded, &a.form, a.body.is_none()).cmp(&(&b.folded, &b.form, b.body.is_none())));
    all.dedup_by(|a, b| a.form == b.form && a.name == b.name);
    all
}

/// The agency of the table that a name ends with, and what the words in front make of it.
fn part_of(name: &str) -> (Option<&'static Agency>, Role) {
    let Some((front, id)) = agencies().at_end_of(name) else { return (None, Role::Body) };
    let body = id.row();
    let head = body.head.as_deref().unwrap_or_default();
    // "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"
    let role = match front {
        "" => Role::Body,
        title if title == head || title.starts_with("Bộ trưởng") => Role::Head,
        title if title == deputy(head) => Role::Deputy,
        _ => Role::Part,
    };
    (Some(body), role)
}

/// Whether a name is that of an agency of a place, which [`super::local`] composes, or of a district or commune, of which there are
/// too many.
fn is_of_a_place(name: &str) -> bool {
    const SMALL: [&str; 6] = [" huyện ", " quận ", " thị xã ", " thị trấn ", " xã ", " phường "];
    if SMALL.iter().any(|unit| name.contains(unit)) {
        return true;
    }
    let ends_with_place = || places().iter().any(|(_, place)| name.ends_with(place.name.as_str()));
    let is_local = || local_agencies().iter().any(|(_, local)| name.contains(local.name.as_str()));
    is_local() && ends_with_place()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_and_a_body_share_no_word_twice() {
        for (title, body, name) in [
            ("Bộ trưởng", "Bộ Y tế", "Bộ trưởng Bộ Y tế"),
            ("Tổng Thanh tra", "Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
            ("Tổng Kiểm toán nhà nước", "Kiểm toán nhà nước", "Tổng Kiểm toán nhà nước"),
            ("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân", "Chánh Văn phòng Ủy ban nhân dân"),
            ("Chánh", "Văn phòng Trung ương Đảng", "Chánh Văn phòng Trung ương Đảng"),
            ("Trưởng ban", "Ban Dân tộc", "Trưởng Ban Dân tộc"),
            ("Phó Chủ tịch", "Ủy ban nhân dân", "Phó Chủ tịch Ủy ban nhân dân"),
        ] {
            assert_eq!(titled(title, body), name);
        }
    }

    #[test]
    fn heads_deputies_and_offices_are_called() {
        for (typed, name) in [
            ("bo truong bo y", "Bộ trưởng Bộ Y tế"),
            ("thu truong bo y", "Thứ trưởng Bộ Y tế"),
            ("chanh van phong bo y", "Chánh Văn phòng Bộ Y tế"),
            ("pho cuc truong cuc thue", "Phó Cục trưởng Cục Thuế"),
            ("chanh an toa an nhan dan toi", "Chánh án Tòa án nhân dân tối cao"),
        ] {
            assert!(beginning_with(typed).iter().any(|o| &*o.name == name), "{typed}");
        }
    }

    #[test]
    fn agencies_of_places_are_composed_elsewhere() {
        assert!(is_of_a_place("Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ"));
        assert!(is_of_a_place("Ủy ban nhân dân huyện Châu Thành"));
        assert!(!is_of_a_place("Thanh tra Bộ Y tế"));
        assert!(!is_of_a_place("Bộ Văn hóa, Thể thao và Du lịch"));
    }
}
