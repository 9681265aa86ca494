//! Answers of the catalogue, kept while draft and catalogue are the same: a document asks for the same act again and again.

use crate::catalogue::{Context, Resolution};
use crate::cite::Number;
use rustc_hash::{FxHashMap, FxHasher};
use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What makes two references by number the same question to the catalogue.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Question<'q> {
    pub number: &'q Number,
    pub kind: Option<&'static str>,
    pub date: Option<(u16, u8, u8)>,
    pub year: Option<u16>,
    pub issuer: Option<&'q str>,
    pub title: Option<&'q str>,
}

/// The same for a name: its years and date.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct NameQuestion<'q> {
    pub name: &'q str,
    pub year: Option<u16>,
    pub said: Option<u16>,
    pub date: Option<(u16, u8, u8)>,
}

/// The hash of a question. It is wide enough that two questions never share one.
type Key = (u64, u64);

/// The answers that were given so far.
#[derive(Debug)]
pub struct Memo {
    context: Context,
    numbers: RefCell<FxHashMap<Key, Arc<Resolution>>>,
    names: RefCell<FxHashMap<Key, Arc<Resolution>>>,
}

impl Memo {
    /// No answers yet. `context` is what the draft says of itself.
    pub fn new(context: Context) -> Self {
        Self { context, numbers: RefCell::default(), names: RefCell::default() }
    }

    /// The date and issuer of the draft, with which the catalogue resolves references.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The answer to a question about a number; `answer` is called only for a new question.
    pub fn number(&self, question: &Question<'_>, answer: impl FnOnce() -> Resolution) -> Arc<Resolution> {
        recall(&self.numbers, question, answer)
    }

    /// The answer to a question about a name; `answer` is called only for a new question.
    pub fn name(&self, question: &NameQuestion<'_>, answer: impl FnOnce() -> Resolution) -> Arc<Resolution> {
        recall(&self.names, question, answer)
    }
}

/// How many answers are kept. With more, a long session starts again from none.
const MOST: usize = 50_000;

fn recall(
    kept: &RefCell<FxHashMap<Key, Arc<Resolution>>>,
    question: &impl Hash,
    answer: impl FnOnce() -> Resolution,
) -> Arc<Resolution> {
    let key = wide_hash(question);
    if let Some(known) = kept.borrow().get(&key) {
        return Arc::clone(known);
    }
    let answer = Arc::new(answer());
    let mut kept = kept.borrow_mut();
    if kept.len() >= MOST {
        kept.clear();
    }
    kept.insert(key, Arc::clone(&answer));
    answer
}

/// A hash so wide that two things never share one.
pub fn wide_hash(question: &impl Hash) -> (u64, u64) {
    let hash = |seed: u64| {
        let mut hasher = FxHasher::default();
        seed.hash(&mut hasher);
        question.hash(&mut hasher);
        hasher.finish()
    };
    (hash(0x9E37_79B9_7F4A_7C15), hash(0xC2B2_AE3D_27D4_EB4F))
}
