//! The closed-class words that the rules of the grammar are written with. Each has a fixed [`Word`]; all other words of the
//! vocabulary get theirs when it is built.

use super::Word;

macro_rules! words {
    ($($name:ident = $text:literal),+ $(,)?) => {
        #[repr(u32)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "the variants only number the constants")]
        enum Number { Zero, $($name),+ }
        $(#[doc = $text] pub const $name: Word = Word(Number::$name as u32);)+
        /// Every word of the grammar, in the order of its number.
        pub const ALL: &[(&str, Word)] = &[$(($text, $name)),+];
        const _: Number = Number::Zero;
    };
}

/// Words that begin a rule of the grammar without being part of a phrase: units of provisions, the verbs of short
/// names, steering committees.
pub const OPENING: &[Word] =
    &[DIEU, KHOAN, DIEM, MUC, TIEU, CHUONG, PHAN, TIET, DOAN, KHO_STANZA, D_SHORT, K_SHORT, GOI, VIET, CHIEN];

/// How scans have some of these words; none is a word that stands before a label or number.
pub const MISREAD: &[(&str, Word)] = &[
    ("điêu", DIEU),
    ("diều", DIEU),
    ("điéu", DIEU),
    ("diéu", DIEU),
    ("diêu", DIEU),
    ("điểu", DIEU),
    ("khoàn", KHOAN),
    ("khoãn", KHOAN),
    ("khoân", KHOAN),
    ("điêm", DIEM),
    ("diểm", DIEM),
    ("điềm", DIEM),
    ("điễm", DIEM),
    ("khodn", KHOAN),
    // No syllable that ends in t has any of these tones.
    ("tiêt", TIET),
    ("tiét", TIET),
    ("tiềt", TIET),
    ("tiểt", TIET),
    ("tiễt", TIET),
    ("chuơng", CHUONG),
    ("chưong", CHUONG),
    ("sô", SO),
    ("sồ", SO),
    ("sỗ", SO),
    ("sé", SO),
];

/// Words that begin an agency's name in small letters too: "ngân hàng Nhà nước Việt Nam", "bộ tư pháp" in a footer.
pub const OPENING_SMALL: &[Word] = &[
    BO_MINISTRY,
    NGAN,
    KHO,
    UY,
    TOA,
    TONG,
    SO_DEPARTMENT,
    // "chủ tịch UBND tỉnh Hà Nam", "thành ủy Huế", "công an tỉnh Bắc Ninh"
    CHU,
    GIAM,
    BI,
    CUC,
    CHANH,
    VIEN,
    THU,
    THU_HEAD,
    TINH,
    THANH,
    HUYEN,
    QUAN_DISTRICT,
    HOI,
    CONG,
];

/// Words that begin the names of agencies, as they are written with and without their marks.
pub const WITH_SLIPS: &[&str] = &[
    "bộ", "bô", "bo", "tổng", "tông", "tong", "sở", "sơ", "so", "cục", "cuc", "ủy", "uy", "thủ", "thu", "tòa", "toa",
    "viện", "vien", "kho", "ngân", "ngan", "thanh", "văn", "van", "hội", "hôi", "hoi", "chủ", "chu", "chánh", "chanh",
    "giám", "giam", "bảo", "bao", "kiểm", "kiêm", "kiem", "chi", "công", "cong", "quôc", "quoc", "chinh", "chính",
    "ùy", "úy", "ũy", "ụy", "ừy", "ửy",
];

/// Words that begin an agency's name only with a capital: titles, committees.
pub const OPENING_CAPITAL: &[Word] = &[BAN, TRUONG, PHO_DEPUTY, CHI, TO, BCD, CT, PCT, GD_HEAD, PGD, CVP, PCVP, PVP];

words! {
    COMMA = ",", DASH = "-", AMPERSAND = "&", DOT = ".", OPEN = "(", CLOSE = ")",
    SEMICOLON = ";", COLON = ":", SLASH = "/",
    // Units of provisions and their labels.
    DIEU = "điều", KHOAN = "khoản", DIEM = "điểm", MUC = "mục", TIEU = "tiểu", CHUONG = "chương", PHAN = "phần",
    TIET = "tiết", DOAN = "đoạn", KHO_STANZA = "khổ", THU = "thứ", NHAT = "nhất", HAI = "hai", BA = "ba", TU_FOUR = "tư", NAM = "năm", SAU_SIX = "sáu",
    BAY = "bảy", TAM = "tám", CHIN = "chín", MUOI = "mười", D_SHORT = "đ", K_SHORT = "k",
    // Connectors and prepositions.
    CAC = "các", NHUNG = "những", VA = "và", HOAC = "hoặc", CUNG = "cùng", CUNG_ALSO = "cũng", VOI = "với", HAY = "hay", DEN = "đến", TU_FROM = "từ", VAO = "vào", SAU = "sau",
    CUA = "của", TAI = "tại", THEO = "theo", O = "ở", BOI = "bởi", DO = "do", THUOC = "thuộc", TRONG = "trong", LA = "là", DAY = "đây",
    NAY = "này", NEU = "nêu", NOI = "nói", TREN = "trên", VUA = "vừa", DO_THAT = "đó", CU_DETAIL = "cụ", DU_DRAFT = "dự", THAO_DRAFT = "thảo", AN_DRAFT = "án", TRU_EXCEPT = "trừ", TOI = "tới", LAN_BOTH = "lẫn", BAN_COPY = "bản", THE_BODY = "thể", AY = "ấy", GOI = "gọi", TAT = "tắt", CHUNG = "chung", VIET = "viết",
    // Numbers and dates.
    SO = "số", NGAY = "ngày", THANG = "tháng",
    // Titles and amendments.
    VE = "về", QUY = "quy", DINH = "định", SUA = "sửa", DOI = "đổi", BO = "bổ", SUNG = "sung", BAI = "bãi", BO_DROP = "bỏ", THAY = "thay",
    THE = "thế", CUM = "cụm", NHU_COMPARE = "như", DUOC = "được", DA = "đã", HUONG = "hướng", DAN = "dẫn", PHE = "phê",
    DUYET = "duyệt", CONG = "công", BO_PUBLISH = "bố", LAP = "lập", TO = "tổ", CHUC = "chức", CHINH_ADJUST = "chỉnh",
    DINH_CORRECT = "đính", CHINH = "chính", CHI = "chi", HUY = "hủy", CO_HAVE = "có", HET = "hết", HIEU = "hiệu", LUC_FORCE = "lực", THI_THEN = "thì",
    BAN = "ban", HANH = "hành", CANU = "căn", SDBS = "sđbs",
    // The Party's acts, schemes.
    UONG = "ương", KHOA = "khóa", DANG = "đảng", CHIEN = "chiến", LUOC = "lược", THUC = "thực", HIEN = "hiện", TRIEN = "triển",
    KHAI = "khai", GIAI = "giai", NHA = "nhà", THI_EXECUTE = "thi",
    // Types.
    LUAT = "luật", BO_MINISTRY = "bộ", DONG = "đồng", PHAP = "pháp", LENH = "lệnh", HOP = "hợp", DANH = "danh", THUE = "thuế",
    // Agencies, places, states.
    NUOC = "nước", MIEN = "miền", CONG_ADD = "cộng", HOA = "hòa",
    VUC = "vực",
    KHU = "khu", TRUONG = "trưởng", CHI2 = "chỉ", CHI_DAO = "đạo", TINH = "tỉnh", THANH = "thành", PHO = "phố", HUYEN = "huyện",
    QUAN_DISTRICT = "quận", XA = "xã", PHUONG = "phường", THI = "thị", TRAN = "trấn", DAC = "đặc", TRUNG = "trung", TP = "tp", TX = "tx", TT = "tt",
    NHANH = "nhánh", PHU = "phụ", LUC_ANNEX = "lục", KEM = "kèm", PHO_DEPUTY = "phó", NOI_WHERE = "nơi", CAP = "cấp", DIA = "địa", DE = "để", TRINH = "trình", GIUP = "giúp", BAO = "báo", CAO = "cáo",
    CUC = "cục", TONG = "tổng", UY = "ủy", HOI = "hội", QUOC = "quốc", GIA = "gia", TW = "tw",
    LIEN = "liên", NGANH = "ngành", CO_ORGAN = "cơ", QUAN_ORGAN = "quan", NGANG = "ngang", CHANH = "chánh", THUONG = "thường",
    TRUC = "trực", SO_DEPARTMENT = "sở", BAC = "bắc", NAM_SOUTH = "nam", TM = "tm", DOC = "độc",
    DIEN = "điện", TU_ELECTRON = "tử", TTDT = "ttđt", TRAI = "trái", TIN = "tín", TUONG = "tướng", THU_HEAD = "thủ", LY = "lý", KY = "ký",
    PHONG = "phòng", KHAM = "khám", NGAN = "ngân", KHO = "kho", TOA = "tòa", NHAN = "nhân",
    DAN_PEOPLE = "dân", VU = "vụ", VIEN = "viện", TIN_NEWS = "tin", HUY_COMMAND = "huy", MOI = "mỗi", MOT = "một", KHAC = "khác", TICH = "tịch", DICH_SERVICE = "dịch", DOAN_UNION = "đoàn", GIAM = "giám", SAT = "sát", NHIEM = "nhiệm", BI = "bí", DON = "đơn", VIET_NAM = "việt",
    BCD = "bcđ", CT = "ct", PCT = "pct", GD_HEAD = "gđ", PGD = "pgđ", CVP = "cvp", PCVP = "pcvp", PVP = "pvp",
    QUYET = "quyết", CHU = "chủ", TRI = "trì", MAU = "mẫu", BIEU = "biểu", PHIEU = "phiếu",
    // Amounts, which a label is not.
    TRIEU = "triệu", TY = "tỷ", NGHIN = "nghìn", LAN = "lần",
}
