//! The types of instruments by identity: a row of the table instead of its name.

use super::types::{InstrumentType, types};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

/// A type of the table of types: its row. In data and on the screen it is the name. Ordered by name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TypeId(pub(super) u8);

macro_rules! type_ids {
    ($($constant:ident = $name:literal,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($constant),+ }

        /// The types of the table by name. A test compares them with the table.
        impl TypeId {
            $(#[doc = $name] pub const $constant: Self = Self(Row::$constant as u8);)+

            /// The names, in the order of the table.
            const NAMES: &'static [&'static str] = &[$($name),+];
        }
    };
}

type_ids! {
    HIEN_PHAP = "Hiến pháp",
    BO_LUAT = "Bộ luật",
    LUAT = "Luật",
    PHAP_LENH = "Pháp lệnh",
    LENH = "Lệnh",
    SAC_LENH = "Sắc lệnh",
    SAC_LUAT = "Sắc luật",
    NGHI_QUYET_LIEN_TICH = "Nghị quyết liên tịch",
    NGHI_QUYET = "Nghị quyết",
    NGHI_DINH = "Nghị định",
    QUYET_DINH = "Quyết định",
    THONG_TU_LIEN_TICH = "Thông tư liên tịch",
    THONG_TU_LIEN_BO = "Thông tư liên bộ",
    THONG_TU = "Thông tư",
    CHI_THI = "Chỉ thị",
    VAN_BAN_HOP_NHAT = "Văn bản hợp nhất",
    QUY_CHE = "Quy chế",
    QUY_DINH = "Quy định",
    DIEU_LE = "Điều lệ",
    THONG_CAO = "Thông cáo",
    THONG_BAO = "Thông báo",
    HUONG_DAN = "Hướng dẫn",
    CHUONG_TRINH = "Chương trình",
    KE_HOACH = "Kế hoạch",
    PHUONG_AN = "Phương án",
    DE_AN = "Đề án",
    DU_AN = "Dự án",
    BAO_CAO = "Báo cáo",
    BIEN_BAN = "Biên bản",
    TO_TRINH = "Tờ trình",
    HOP_DONG = "Hợp đồng",
    CONG_VAN = "Công văn",
    VAN_BAN = "Văn bản",
    CONG_DIEN = "Công điện",
    BAN_GHI_NHO = "Bản ghi nhớ",
    BAN_THOA_THUAN = "Bản thỏa thuận",
    GIAY_UY_QUYEN = "Giấy ủy quyền",
    GIAY_MOI = "Giấy mời",
    GIAY_GIOI_THIEU = "Giấy giới thiệu",
    GIAY_NGHI_PHEP = "Giấy nghỉ phép",
    PHIEU_GUI = "Phiếu gửi",
    PHIEU_CHUYEN = "Phiếu chuyển",
    PHIEU_BAO = "Phiếu báo",
    BAN_SAO_Y = "Bản sao y",
    BAN_TRICH_SAO = "Bản trích sao",
    BAN_SAO_LUC = "Bản sao lục",
    KET_LUAN = "Kết luận",
    THONG_TRI = "Thông tri",
    QUY_HOACH = "Quy hoạch",
    THONG_BAO_KET_LUAN = "Thông báo kết luận",
    HIEP_DINH = "Hiệp định",
    CONG_UOC = "Công ước",
    NGHI_DINH_THU = "Nghị định thư",
}

impl TypeId {
    /// The type of a name in any letter case and tone style: "THÔNG BÁO" → Thông báo.
    pub fn of_name(name: &str) -> Option<Self> {
        types().by_name(name).map(|t| t.id)
    }

    /// The name: "Nghị định".
    pub const fn as_str(self) -> &'static str {
        Self::NAMES[self.0 as usize]
    }

    /// The row of the table of types.
    pub fn row(self) -> &'static InstrumentType {
        types().get(self)
    }

    /// Whether acts of the type are known by a name of their own ("Luật Đất đai"), which begins with the type: laws, codes
    /// and ordinances.
    pub const fn is_law(self) -> bool {
        matches!(self, Self::LUAT | Self::BO_LUAT | Self::PHAP_LENH)
    }
}

/// "Văn bản": an instrument of which nothing more is said.
impl Default for TypeId {
    fn default() -> Self {
        Self::VAN_BAN
    }
}

impl Ord for TypeId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for TypeId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypeId({})", self.as_str())
    }
}

impl fmt::Display for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for TypeId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// A word of a text is compared with the name.
impl PartialEq<str> for TypeId {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for TypeId {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<TypeId> for &str {
    fn eq(&self, other: &TypeId) -> bool {
        *self == other.as_str()
    }
}

impl Serialize for TypeId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for TypeId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <Cow<'de, str>>::deserialize(deserializer)?;
        Self::of_name(&name).ok_or_else(|| serde::de::Error::custom(format!("no type of instruments: {name}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_are_the_rows_of_the_table() {
        let table: Vec<&str> = types().iter().map(|t| t.name.as_str()).collect();
        assert_eq!(table, TypeId::NAMES);
        assert!(types().iter().all(|t| t.id.as_str() == t.name));
    }

    #[test]
    fn a_type_is_written_as_its_name() {
        assert_eq!(TypeId::of_name("nghị ĐỊNH"), Some(TypeId::NGHI_DINH));
        assert_eq!(serde_json::to_string(&TypeId::LUAT).unwrap(), "\"Luật\"");
        assert_eq!(serde_json::from_str::<TypeId>("\"Luật\"").unwrap(), TypeId::LUAT);
        assert!(serde_json::from_str::<TypeId>("\"Luât\"").is_err());
        assert!(TypeId::THONG_TU == "Thông tư" && TypeId::THONG_TU != "Thông");
    }
}
