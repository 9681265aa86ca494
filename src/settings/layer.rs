//! The keys and values as users write them, in TOML or JSON. Every key may be absent, or null in JSON: then the layer below
//! decides. The schema is made from these types.

use super::{AsOf, Checking, Severity, Trace};
use crate::document::Regime;
use crate::i18n::{Language, date};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use time::Date;

/// One source of settings.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
#[schemars(
    title = "viendan.toml",
    description = "Thiết lập của viendan cho một thư mục. / Settings of viendan for a folder.",
    extend("additionalProperties" = false)
)]
pub(super) struct Layer {
    #[schemars(
        with = "Language",
        description = "Ngôn ngữ của thông báo. / Language of messages.",
        extend("default" = "vi")
    )]
    pub language: Option<Lenient<Language>>,
    #[schemars(
        with = "AsOfValue",
        description = "Ngày dùng để xét hiệu lực: document (ngày của dự thảo, nếu không có thì hôm nay), today, hoặc YYYY-MM-DD. / The day on which validity is judged: document (the draft's own date, else today), today, or YYYY-MM-DD.",
        extend("default" = "document")
    )]
    pub as_of: Option<Lenient<AsOfValue>>,
    #[schemars(with = "RegimeValue", description = "Loại dự thảo. / Kind of draft.", extend("default" = "auto"))]
    pub regime: Option<Lenient<RegimeValue>>,
    #[schemars(
        with = "Vec<PathBuf>",
        description = "Danh mục văn bản bổ sung (.jsonl, .csv, .db). / Further catalogues of instruments (.jsonl, .csv, .db).",
        extend("default" = [])
    )]
    pub catalogues: Option<Lenient<Vec<PathBuf>>>,
    #[schemars(
        with = "Vec<PathBuf>",
        description = "Thư mục chứa toàn văn văn bản. / Folders with texts of instruments.",
        extend("default" = [])
    )]
    pub library: Option<Lenient<Vec<PathBuf>>>,
    #[schemars(
        with = "BTreeMap<String, SeverityValue>",
        description = "Mức độ theo mã quy tắc. / Severity by rule code.",
        extend("default" = {}, "propertyNames" = { "pattern": "^[a-z][a-z0-9-]*$" }, "examples" = [{ "missing-so": "off" }])
    )]
    pub rules: Option<Lenient<BTreeMap<String, Lenient<SeverityValue>>>>,
    #[schemars(
        with = "Vec<String>",
        description = "Mã quy tắc, số ký hiệu hoặc mẫu đường dẫn được bỏ qua. / Rule codes, numbers or path globs that are ignored.",
        extend("default" = [])
    )]
    pub ignore: Option<Lenient<Vec<String>>>,
    #[schemars(with = "CompletionLayer")]
    pub completion: Option<Lenient<CompletionLayer>>,
    #[schemars(
        with = "Checking",
        description = "Lúc kiểm tra: typing (khi gõ), rest (khi ngừng gõ), save (khi lưu), manual (chỉ khi yêu cầu). / When drafts are checked: typing, rest (when typing stops), save, manual (on demand only).",
        extend("default" = "typing")
    )]
    pub checking: Option<Lenient<Checking>>,
    #[schemars(
        with = "bool",
        description = "Hiện tên hoặc tình trạng hiệu lực sau số ký hiệu. / Shows title or status behind a bare number.",
        extend("default" = true)
    )]
    pub inlay_hints: Option<Lenient<bool>>,
    #[schemars(
        with = "bool",
        description = "Hiện số lần viện dẫn phía trên mỗi điều. / Shows counts above articles and the heading.",
        extend("default" = true)
    )]
    pub code_lens: Option<Lenient<bool>>,
    #[schemars(
        with = "bool",
        description = "Tô màu số ký hiệu, tên văn bản, điều khoản, cơ quan. / Colours numbers, names, provisions and agencies.",
        extend("default" = true)
    )]
    pub semantic_tokens: Option<Lenient<bool>>,
    #[schemars(
        with = "Trace",
        description = "Phần trao đổi với trình soạn thảo được ghi vào nhật ký. / What of the traffic with the editor is logged.",
        extend("default" = "off")
    )]
    pub trace: Option<Lenient<Trace>>,
    /// All other keys.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

/// The settings of completion.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
#[schemars(
    description = "Gợi ý khi gõ. / Completion.",
    extend("additionalProperties" = false)
)]
pub(super) struct CompletionLayer {
    #[schemars(
        with = "NonZeroUsize",
        description = "Số gợi ý tối đa mỗi lần. / The most items that a completion request returns.",
        extend("default" = 50)
    )]
    pub limit: Option<Lenient<NonZeroUsize>>,
    /// All other keys.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

/// A value, or what is there instead.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Lenient<T> {
    Good(T),
    Wrong(serde_json::Value),
}

impl<T> Lenient<T> {
    pub fn good(self) -> Option<T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Wrong(_) => None,
        }
    }

    pub fn wrong(&self) -> Option<&serde_json::Value> {
        match self {
            Self::Good(_) => None,
            Self::Wrong(value) => Some(value),
        }
    }
}

/// `document`, `today` or a day.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum AsOfValue {
    Document,
    Today,
    Day(Date),
}

impl TryFrom<String> for AsOfValue {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "document" => Ok(Self::Document),
            "today" => Ok(Self::Today),
            day => date::parse_iso(day).map(Self::Day).ok_or("neither `document` nor `today` nor YYYY-MM-DD"),
        }
    }
}

impl JsonSchema for AsOfValue {
    fn schema_name() -> Cow<'static, str> {
        "AsOf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^(document|today|\d{4}-\d{2}-\d{2})$",
            "examples": ["document", "today", "2026-11-24"],
        })
    }
}

impl From<AsOfValue> for AsOf {
    fn from(value: AsOfValue) -> Self {
        match value {
            AsOfValue::Document => Self::Document,
            AsOfValue::Today => Self::Today,
            AsOfValue::Day(day) => Self::Day(day),
        }
    }
}

/// The kind of a draft; `auto` leaves it to the document.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum RegimeValue {
    Auto,
    Administrative,
    Normative,
    Party,
    Contract,
    None,
}

impl From<RegimeValue> for Option<Regime> {
    fn from(value: RegimeValue) -> Self {
        match value {
            RegimeValue::Auto => None,
            RegimeValue::Administrative => Some(Regime::Administrative),
            RegimeValue::Normative => Some(Regime::Normative),
            RegimeValue::Party => Some(Regime::Party),
            RegimeValue::Contract => Some(Regime::Contract),
            RegimeValue::None => Some(Regime::None),
        }
    }
}

/// The severity of a rule, or `off`.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum SeverityValue {
    Off,
    Hint,
    Information,
    Warning,
    Error,
}

impl From<SeverityValue> for Option<Severity> {
    fn from(value: SeverityValue) -> Self {
        match value {
            SeverityValue::Off => None,
            SeverityValue::Hint => Some(Severity::Hint),
            SeverityValue::Information => Some(Severity::Information),
            SeverityValue::Warning => Some(Severity::Warning),
            SeverityValue::Error => Some(Severity::Error),
        }
    }
}
