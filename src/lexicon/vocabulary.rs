//! What the recogniser knows: single words ([`Lexicon`]) and phrases over them, a trie.
//!
//! Most words of a text begin nothing that the recogniser looks for, and of those that could most are not followed by the
//! second word of a phrase. Both are seen without a step in the trie: the first by a table over the words
//! ([`Vocabulary::begins`]), the second by a set of bits at each node ([`Vocabulary::begins_phrase`]).

use super::table::{Lexicon, Word};
use super::words;
use crate::law::{AgencyId, AgencyKind, LocalAgencyId, PlaceId, TypeId, agencies, local_agencies, places, types};
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A named instrument for the recogniser: "Luật Đất đai", "Đề án 06".
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct NamedInstrument {
    /// As it is written in texts: "BLDS".
    pub form: String,
    /// The official name without year: "Bộ luật Dân sự".
    pub canonical: String,
    /// An abbreviation or nickname.
    pub informal: bool,
    /// The canonical number, where the form means one instrument only ("Đề án 06" → `06/QĐ-TTg`).
    pub number: Option<String>,
}

/// Index of a named instrument in its vocabulary.
pub type NameId = u32;

/// A form by which a text calls an agency: a well-known one ("TTg"), or one that a document defines ("Cục HQHP").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyForm {
    pub form: String,
    /// The official name of the agency or office.
    pub canonical: String,
    pub agency: Option<AgencyId>,
    /// The province of a local agency.
    pub place: Option<PlaceId>,
    /// It means the agency only after one of these words: "thuộc CP". Empty: everywhere.
    pub behind: Vec<Word>,
}

/// The place whose agencies a text means where it names none: that of the local agency that issues it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// "tỉnh", "thành phố", "huyện" …
    pub unit: String,
    /// With its unit: "tỉnh Lạng Sơn".
    pub name: String,
    /// Whether it is a province or a city under the central government.
    pub is_province: bool,
}

/// What a document gives the recogniser that reads its blocks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// Short names of instruments that it defines.
    pub names: Vec<NamedInstrument>,
    /// Short forms of agencies that it defines.
    pub agencies: Vec<AgencyForm>,
    pub home: Option<Home>,
}

/// What a word does where an agency's name could continue with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuation {
    /// It ends the name: "Cục Viễn thông **chủ trì**".
    Ends,
    /// It ends the name unless the name begins with it: "Ban Chỉ đạo **thực hiện** …", "Cục Viễn thông **thực hiện**".
    EndsAfterName,
    /// It belongs to the name, though a word in it ends names: "Cục Cảnh sát **giao thông**".
    Belongs,
}

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// A type word.
    Type { id: TypeId, abbreviated: bool },
    /// An agency; `full` when it is the official name.
    Agency { id: AgencyId, full: bool },
    /// Title of the head of agencies ("Bộ trưởng", "Chủ tịch"): index into the vocabulary's titles.
    Head(u16),
    /// An agency that every place has.
    Local(LocalAgencyId),
    /// A compound that only looks as if it held a word of the grammar: "tài khoản", "thời điểm".
    Compound,
    /// A named instrument.
    Name(NameId),
    /// A province or centrally governed city by its name alone.
    Place(PlaceId),
    /// The name of a state: another one, or this one.
    State { foreign: bool },
    /// A standing part or office of an agency ("Thường trực", "Văn phòng"): index into the vocabulary's parts. Some are
    /// parts of committees of the Party only.
    Part { index: u16, of_party: bool },
    /// A form of an agency: index into the vocabulary's forms.
    AgencyForm(u16),
}

/// A node of the trie.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The phrases that end here.
    pub phrases: Vec<Phrase>,
    /// A bit for each word that continues from here, see [`bit`]: where it is not set, no edge needs to be looked for.
    onward: u64,
}

/// What can begin at a word.
#[derive(Debug, Clone, Copy, Default)]
struct Start {
    /// As [`Entry::onward`] of the node after the word.
    onward: u64,
    /// The node after the word, 0 where no phrase begins with it.
    node: u32,
    /// Whether the word is a phrase of its own.
    ends: bool,
    /// Whether anything of the grammar can begin at it: [`Self::SMALL`] in small letters, [`Self::CAPITAL`] with a capital.
    opens: u8,
}

impl Start {
    /// Only type words, compounds and what is no phrase need no capital.
    const SMALL: u8 = 1;
    const CAPITAL: u8 = 2;
    /// A name may begin with it whose marks are missing or wrong.
    const SLIPS: u8 = 4;
}

/// The words after the first, and what they do.
type Continued = (Box<[Word]>, Continuation);

/// Everything the recogniser is given: words, phrases, names.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    lexicon: Lexicon,
    /// Edges of the trie but those of its root.
    edges: FxHashMap<(u32, Word), u32>,
    /// The edges of the root, by number of the word.
    starts: Vec<Start>,
    nodes: Vec<Entry>,
    names: Vec<NamedInstrument>,
    /// The laws by their type word and the first letters of the words behind it.
    laws: FxHashMap<String, Vec<NameId>>,
    heads: Vec<String>,
    parts: Vec<&'static str>,
    forms: Vec<AgencyForm>,
    home: Option<Home>,
    /// By their first word: the other words, and what they do.
    continuations: FxHashMap<Word, Vec<Continued>>,
}

impl Vocabulary {
    /// The vocabulary of the built-in tables and the names given.
    pub fn new(names: impl IntoIterator<Item = NamedInstrument>) -> Self {
        let mut v = Self::default();
        v.nodes.push(Entry::default());
        v.add_grammar();
        v.add_types();
        v.add_agencies();
        v.add_heads();
        v.add_local_agencies();
        v.add_parts();
        v.add_forms();
        v.add_lists();
        v.add_continuations();
        v.add_places();
        v.add_names(names);
        for word in include_str!("../../data/lexicon/common-words.txt").lines() {
            v.lexicon.ignore(word);
        }
        for word in include_str!("../../data/lexicon/broken-words.txt").lines() {
            v.lexicon.let_break(word);
        }
        v
    }

    /// The same vocabulary with what one document carries to all its blocks.
    pub fn with(&self, carried: &Carried) -> Self {
        let mut v = self.clone();
        v.add_names(carried.names.iter().cloned());
        for form in &carried.agencies {
            v.add_form(form.clone());
        }
        v.home.clone_from(&carried.home);
        v
    }

    /// The words of the grammar, which keep their numbers.
    fn add_grammar(&mut self) {
        for (text, word) in words::ALL {
            self.lexicon.number(text, *word);
        }
        for (text, word) in words::MISREAD {
            self.lexicon.number(text, *word);
        }
        for word in words::OPENING {
            self.start(*word).opens = Start::SMALL | Start::CAPITAL;
        }
        for word in words::OPENING_SMALL {
            self.start(*word).opens = Start::SMALL | Start::CAPITAL;
        }
        for word in words::OPENING_CAPITAL {
            self.start(*word).opens |= Start::CAPITAL;
        }
        for word in words::WITH_SLIPS {
            let word = self.lexicon.intern(word);
            self.start(word).opens |= Start::CAPITAL | Start::SLIPS;
        }
    }

    fn add_types(&mut self) {
        for t in types().iter() {
            let id = t.id;
            self.add(&t.name, Phrase::Type { id, abbreviated: false });
            if t.normative || matches!(t.name.as_str(), "Chỉ thị" | "Công văn") {
                for misread in misread_forms(&t.name) {
                    self.add(&misread, Phrase::Type { id, abbreviated: false });
                }
            }
            for short in &t.abbreviations {
                self.add(short, Phrase::Type { id, abbreviated: true });
            }
        }
    }

    fn add_agencies(&mut self) {
        // Of several agencies of one name ("Chính phủ" of 1945 and of today) the present one comes first.
        let mut in_order: Vec<_> = agencies().iter().collect();
        in_order.sort_by_key(|(_, agency)| agency.to.is_some());
        for (id, agency) in in_order {
            // Classes, and agencies that issue nothing: only their codes are of use.
            if agency.kind.is_class() {
                continue;
            }
            self.add_with_variants(&agency.name, Phrase::Agency { id, full: true });
            self.add_loose(&agency.name, Phrase::Agency { id, full: false });
            for alias in agency.aliases.iter().filter(|alias| !names_the_state(alias)) {
                self.add_with_variants(alias, Phrase::Agency { id, full: false });
            }
            if agency.to.is_none_or(|to| to.year() >= CODES_IN_USE) {
                for code in agency.codes.iter().filter(|code| is_written_in_prose(code, agency.kind)) {
                    self.add(code, Phrase::Agency { id, full: false });
                }
            }
        }
    }

    /// Standing parts and offices of agencies.
    fn add_parts(&mut self) {
        for (list, of_party) in [
            (include_str!("../../data/lexicon/agency-parts.txt"), false),
            (include_str!("../../data/lexicon/party-parts.txt"), true),
        ] {
            for part in list.lines() {
                self.add(part, Phrase::Part { index: self.parts.len() as u16, of_party });
                self.parts.push(part);
            }
        }
    }

    /// Well-known forms of agencies that are no names: a line is the form, the name, the words that must be in front.
    fn add_forms(&mut self) {
        for line in include_str!("../../data/lexicon/agency-short-forms.txt").lines() {
            let mut fields = line.split('\t');
            let (Some(form), Some(canonical)) = (fields.next(), fields.next()) else { continue };
            let behind = fields.next().unwrap_or_default().split_whitespace();
            let behind = behind.map(|word| self.lexicon.intern(word)).collect();
            let agency = agencies().by_name(canonical).first().copied();
            self.add_form(AgencyForm {
                form: form.to_owned(),
                canonical: canonical.to_owned(),
                agency,
                place: None,
                behind,
            });
        }
    }

    fn add_form(&mut self, form: AgencyForm) {
        self.add(&form.form, Phrase::AgencyForm(self.forms.len() as u16));
        self.forms.push(form);
    }

    /// The titles of heads of agencies, each once.
    fn add_heads(&mut self) {
        let heads = agencies().iter().filter_map(|(_, a)| a.head.as_deref());
        let of_local = local_agencies().iter().filter_map(|(_, b)| b.head.as_deref());
        let others = include_str!("../../data/lexicon/titles.txt").lines();
        for head in heads.chain(of_local).chain(others) {
            if !self.heads.iter().any(|h| h == head) {
                self.add(head, Phrase::Head(self.heads.len() as u16));
                self.heads.push(head.to_owned());
            }
        }
    }

    fn add_local_agencies(&mut self) {
        for (id, agency) in local_agencies().iter() {
            for form in std::iter::once(&agency.name).chain(&agency.forms) {
                self.add_with_variants(form, Phrase::Local(id));
                self.add_loose(form, Phrase::Local(id));
            }
        }
    }

    /// Compounds and names of states.
    fn add_lists(&mut self) {
        for (list, what) in [
            (include_str!("../../data/lexicon/compounds.txt"), Phrase::Compound),
            (include_str!("../../data/lexicon/foreign-states.txt"), Phrase::State { foreign: true }),
            (include_str!("../../data/lexicon/this-state.txt"), Phrase::State { foreign: false }),
        ] {
            for phrase in list.lines() {
                self.add(phrase, what);
            }
        }
    }

    /// Words with which an agency's name ends or goes on.
    fn add_continuations(&mut self) {
        for (list, what) in [
            (include_str!("../../data/lexicon/predicates.txt"), Continuation::Ends),
            (include_str!("../../data/lexicon/predicates-after-name.txt"), Continuation::EndsAfterName),
            (include_str!("../../data/lexicon/nouns-like-predicates.txt"), Continuation::Belongs),
        ] {
            for line in list.lines() {
                let mut words = line.split(' ').map(|word| self.lexicon.intern(word));
                if let Some(first) = words.next() {
                    let rest = words.collect();
                    self.continuations.entry(first).or_default().push((rest, what));
                }
            }
        }
        for of_word in self.continuations.values_mut() {
            of_word.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    fn add_places(&mut self) {
        for (id, place) in places().iter() {
            self.add(&place.name, Phrase::Place(id));
            for alias in &place.aliases {
                self.add(alias, Phrase::Place(id));
            }
        }
    }

    fn add_names(&mut self, names: impl IntoIterator<Item = NamedInstrument>) {
        for name in names {
            let id = self.names.len() as NameId;
            self.add_with_variants(&name.form, Phrase::Name(id));
            // "Luật Hôn nhân gia đình", "Luật Trồng trọt & Chăn nuôi"
            self.add_loose(&name.form, Phrase::Name(id));
            if !name.informal
                && let Some((kind, subject)) = subject_of_law(&name.canonical)
            {
                let key = format!("{kind} {}", initials(subject));
                self.laws.entry(key).or_default().push(id);
            }
            self.names.push(name);
        }
    }

    /// The words of the vocabulary.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The named instrument of an index. Panics for an index of another vocabulary.
    pub fn name(&self, id: NameId) -> &NamedInstrument {
        &self.names[id as usize]
    }

    /// The laws of a type word ("luật") whose words begin with these letters.
    pub fn laws_of(&self, kind: &str, letters: &str) -> &[NameId] {
        self.laws.get(&format!("{kind} {letters}")).map_or(&[], Vec::as_slice)
    }

    /// The title of a head of agencies as it is properly written.
    pub fn head(&self, index: u16) -> &str {
        &self.heads[index as usize]
    }

    /// A standing part or office of agencies as it is properly written.
    pub fn part(&self, index: u16) -> &'static str {
        self.parts[usize::from(index)]
    }

    /// The form of an agency at an index. Panics for an index of another vocabulary.
    pub fn form(&self, index: u16) -> &AgencyForm {
        &self.forms[usize::from(index)]
    }

    /// What words do where an agency's name could continue with them, and how many they are: the longest that begin with
    /// `first`; `next` gives the word so many further.
    pub fn continuation(&self, first: Word, next: impl Fn(usize) -> Word) -> Option<(usize, Continuation)> {
        let of_word = self.continuations.get(&first)?;
        let is_there = |rest: &[Word]| rest.iter().enumerate().all(|(n, word)| next(n + 1) == *word);
        of_word.iter().find(|(rest, _)| is_there(rest)).map(|(rest, what)| (rest.len() + 1, *what))
    }

    /// The place whose agencies the text means where it names none.
    pub fn home(&self) -> Option<&Home> {
        self.home.as_ref()
    }

    /// Whether a phrase begins with the word.
    #[inline]
    pub fn starts_phrase(&self, word: Word) -> bool {
        self.starts.get(word.0 as usize).is_some_and(|start| start.node != 0)
    }

    /// Whether a phrase may begin with a word and the one after it. If not, no phrase does.
    #[inline]
    pub fn begins_phrase(&self, first: Word, second: impl FnOnce() -> Word) -> bool {
        let Some(start) = self.starts.get(first.0 as usize) else { return false };
        if start.node == 0 || start.ends {
            return start.ends;
        }
        let second = second();
        start.onward & bit(second) != 0 && self.edges.contains_key(&(start.node, second))
    }

    /// Whether anything of the grammar can begin at a word: a phrase or one of [`words::OPENING`].
    #[inline]
    pub fn begins(&self, word: Word, capital: bool) -> bool {
        // Without a branch: neither the word nor its case can be foreseen.
        self.starts.get(word.0 as usize).is_some_and(|start| (start.opens >> u8::from(capital)) & 1 != 0)
    }

    /// Whether an agency's name may begin with a word whose marks are missing or wrong.
    pub fn begins_with_slips(&self, word: Word) -> bool {
        self.starts.get(word.0 as usize).is_some_and(|start| start.opens & Start::SLIPS != 0)
    }

    /// One step in the trie: from a node (0 is the root) by a word.
    #[inline]
    pub fn step(&self, node: u32, word: Word) -> Option<u32> {
        if node == 0 {
            return self.starts.get(word.0 as usize).map(|start| start.node).filter(|node| *node != 0);
        }
        if self.nodes[node as usize].onward & bit(word) == 0 {
            return None;
        }
        self.edges.get(&(node, word)).copied()
    }

    /// What ends at a node.
    #[inline]
    pub fn at(&self, node: u32) -> &Entry {
        &self.nodes[node as usize]
    }

    /// The phrase itself and, where it holds commas or dashes, without them and with each other: "Phòng, chống" and
    /// "Phòng chống", "Lao động - Thương binh" and "Lao động, Thương binh".
    fn add_with_variants(&mut self, phrase: &str, what: Phrase) {
        self.add(phrase, what);
        if phrase.contains(',') {
            self.add(&phrase.replace(',', ""), what);
            self.add(&phrase.replace(',', " -"), what);
        }
        if phrase.contains('-') || phrase.contains('–') {
            self.add(&phrase.replace(['-', '–'], ""), what);
            self.add(&phrase.replace(" -", ","), what);
        }
    }

    /// The name of an agency as it is often written loosely: "Bộ Tài nguyên Môi trường", "Sở Giáo dục - Đào tạo".
    fn add_loose(&mut self, name: &str, what: Phrase) {
        if name.matches(" và ").count() == 1 {
            for joint in [" ", " - ", " & ", ", "] {
                self.add(&name.replace(" và ", joint), what);
            }
        }
    }

    fn add(&mut self, phrase: &str, what: Phrase) {
        let mut node = 0u32;
        let mut words = Vec::new();
        for piece in pieces(phrase) {
            let word = self.lexicon.intern(piece);
            words.push(word);
            let new = self.nodes.len() as u32;
            let next = if node == 0 {
                let start = self.start(word);
                start.opens |= match what {
                    Phrase::Type { .. } | Phrase::Compound => Start::SMALL | Start::CAPITAL,
                    _ => Start::CAPITAL,
                };
                if start.node == 0 {
                    start.node = new;
                }
                start.node
            } else {
                self.nodes[node as usize].onward |= bit(word);
                *self.edges.entry((node, word)).or_insert(new)
            };
            if next == new {
                self.nodes.push(Entry::default());
            }
            node = next;
        }
        if let [first, rest @ ..] = words.as_slice() {
            let start = self.start(*first);
            match rest.first() {
                Some(second) => start.onward |= bit(*second),
                None => start.ends = true,
            }
        }
        let phrases = &mut self.nodes[node as usize].phrases;
        if node != 0 && !phrases.contains(&what) {
            phrases.push(what);
        }
    }

    fn start(&mut self, word: Word) -> &mut Start {
        let at = word.0 as usize;
        if self.starts.len() <= at {
            self.starts.resize(at + 1, Start::default());
        }
        &mut self.starts[at]
    }
}

/// The type word of a law, in small letters, and the rest of its name. None for an amending law.
pub fn subject_of_law(name: &str) -> Option<(&'static str, &str)> {
    let (kind, subject) = [("bộ luật", "Bộ luật "), ("luật", "Luật "), ("pháp lệnh", "Pháp lệnh ")]
        .into_iter()
        .find_map(|(kind, prefix)| Some((kind, name.strip_prefix(prefix)?)))?;
    (!subject.to_lowercase().starts_with("sửa đổi")).then_some((kind, subject))
}

/// The first letters of the words of a name, small, without "và".
pub fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && *word != "và");
    words.filter_map(initial).collect()
}

/// The first letter of a word, small and without its tone: that of "Ủy" is "u".
pub fn initial(word: &str) -> Option<char> {
    let without_tone = word.chars().next()?.to_lowercase().nfd().filter(|c| !is_tone(*c)).nfc();
    without_tone.into_iter().next()
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Codes of agencies that ended before this year are hardly written as words.
const CODES_IN_USE: i32 = 2020;

/// Whether a code is used for an agency in running text: "BTC", "TCHQ". Shorter ones and others mean too many things.
fn is_written_in_prose(code: &str, kind: AgencyKind) -> bool {
    let letters = code.chars().count();
    match kind {
        AgencyKind::Ministry => letters >= 3 && code.starts_with('B'),
        AgencyKind::MinisterialLevel => letters >= 4,
        AgencyKind::GeneralDepartment => letters >= 3 && code.starts_with("TC"),
        _ => false,
    }
}

/// Whether a form of an agency only adds the State's name to another: the grammar reads that by itself.
fn names_the_state(form: &str) -> bool {
    ["Cộng hòa xã hội chủ nghĩa Việt Nam", "CHXHCN Việt Nam"].iter().any(|state| form.ends_with(state))
}

/// The bit of a word in the set of words that continue from a node.
const fn bit(word: Word) -> u64 {
    1 << (word.0 % 64)
}

/// A name of two syllables and more as scans have it: one syllable without its tone or without any mark ("Nghị đinh", "Thông
/// tu", "Quyêt định").
fn misread_forms(name: &str) -> Vec<String> {
    let syllables: Vec<&str> = name.split(' ').collect();
    let without = |syllable: &str, dropped: fn(char) -> bool| -> String {
        syllable.nfd().filter(|c| !dropped(*c)).nfc().collect()
    };
    let mut forms = Vec::new();
    for (n, syllable) in syllables.iter().enumerate().filter(|_| syllables.len() > 1) {
        for misread in [without(syllable, is_tone), without(syllable, is_combining_mark)] {
            let form = [&syllables[..n], &[misread.as_str()], &syllables[n + 1..]].concat().join(" ");
            if form != name && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// A phrase cut as the lexer cuts text: runs of letters, runs of digits, single marks.
fn pieces(phrase: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut chars = phrase.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let class = |c: char| {
            if c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c) {
                1
            } else if c.is_ascii_digit() {
                2
            } else {
                0
            }
        };
        let mut end = start + c.len_utf8();
        if class(c) != 0 {
            while let Some(&(at, next)) = chars.peek() {
                if class(next) != class(c) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        out.push(&phrase[start..end]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_grammar_have_their_numbers() {
        let v = Vocabulary::new([]);
        for (text, word) in words::ALL {
            if text.chars().all(char::is_alphabetic) && words::ALL.iter().filter(|(t, _)| t == text).count() == 1 {
                assert_eq!(v.lexicon().word(text), *word, "{text}");
            }
        }
    }

    #[test]
    fn a_word_is_known_in_any_spelling() {
        let v = Vocabulary::new([]);
        let uy = v.lexicon().word("ủy");
        for spelling in ["Uỷ", "UỶ", "ủy", "Ủy", "u\u{309}y", "uy\u{309}"] {
            assert_eq!(v.lexicon().word(spelling), uy, "{spelling}");
        }
        assert_eq!(v.lexicon().word("Ðiều"), words::DIEU);
        assert_eq!(v.lexicon().word("ĐIỀU"), words::DIEU);
        assert_eq!(v.lexicon().word("xyz"), Word::NONE);
    }
}
