//! The days on which the law on instruments, agencies and places changed, each with its source in law.

use time::Date;
use time::macros::date;

/// The law of 2015 on normative instruments takes effect: no more joint circulars of ministries, and a repeal must list what
/// it repeals (Luật 80/2015/QH13 Điều 172; Điều 12 khoản 2).
pub const LAW_ON_NORMATIVE_INSTRUMENTS_2015: Date = date!(2016 - 07 - 01);

/// The decree on clerical work takes effect: the form of administrative documents (Nghị định 30/2020/NĐ-CP Điều 37).
pub const DECREE_ON_CLERICAL_WORK_2020: Date = date!(2020 - 03 - 05);

/// Ministries are merged; departments of provinces follow (Nghị quyết 176/2025/QH15).
pub const MINISTRIES_MERGED: Date = date!(2025 - 03 - 01);

/// The law of 2025 on normative instruments and the decrees on it take effect: normative drafts give laws by number and
/// leave out dates (Luật 64/2025/QH15 Điều 72; Nghị định 78/2025/NĐ-CP).
pub const LAW_ON_NORMATIVE_INSTRUMENTS_2025: Date = date!(2025 - 04 - 01);

/// The law of 2025 on normative instruments is amended: what guides an act that ends loses its force with it again (Luật
/// 87/2025/QH15, amending Luật 64/2025/QH15 Điều 57 khoản 2).
pub const LAW_ON_NORMATIVE_INSTRUMENTS_AMENDED: Date = date!(2025 - 07 - 01);

/// The district level ends, and provinces are merged (Luật 72/2025/QH15 Điều 51; Nghị quyết 202/2025/QH15).
pub const TWO_LEVEL_LOCAL_GOVERNMENT: Date = date!(2025 - 07 - 01);
