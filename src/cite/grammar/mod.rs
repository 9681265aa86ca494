//! The grammar: what may be written at a token.
//!
//! A **production** is a method of [`Cursor`] in a file of its own. It is given the token that it begins at and, where that
//! matters, the [`Context`] of what was read before; it returns what it found with the index of the token after it, and
//! changes nothing. Productions call one another freely: what a date is, is the same after a number and after a name.
//!
//! | file | reads | for example |
//! | --- | --- | --- |
//! | [`number`] | a number and symbol by itself | `30/2020/NĐ-CP` |
//! | [`cited_number`] | a number that the text cites | `Nghị định số 30/2020/NĐ-CP` |
//! | [`enumeration`] | what numbers of a list share | `số 12, 13 và 15/QĐ-UBND` |
//! | [`bare_number`] | a number without its symbol | `Nghị định 168` |
//! | [`form`] | numbers that are none of an instrument | `Mẫu số 01/TB-KTT` |
//! | [`name`] | an instrument without number | `Luật Đất đai năm 2024` |
//! | [`amendment`] | titles and sentences that amend | `Luật sửa đổi, bổ sung …` |
//! | [`attributes`], [`date`] | what follows a number or name | `ngày 05/3/2020 của Chính phủ về …` |
//! | [`provision`] | a run of provisions | `điểm a, b khoản 1 Điều 5` |
//! | [`agency`] | an agency or office | `Bộ trưởng Bộ Y tế` |
//! | [`item`] | the label of an item of the draft | `Điều 5.`, `a)` |
//! | [`quotation`], [`short_name`] | other cues | `“`, `sau đây gọi tắt là …` |

pub mod agency;
mod amendment;
mod attributes;
mod bare_number;
pub mod cited_number;
pub mod context;
pub mod cursor;
mod date;
mod enumeration;
mod form;
pub mod item;
pub mod name;
pub mod number;
pub mod provision;
mod quotation;
pub mod short_name;

pub use agency::Agency;
pub use bare_number::is_cited_by_serial;
pub use cited_number::{CitedNumber, Digits, is_letter};
pub use context::{Anchor, Context, Reference};
pub use cursor::{Cursor, Source};
pub use item::ItemLabel;
pub use name::{CitedName, Name};
pub use provision::{Lead, Run};
pub use short_name::ShortName;
