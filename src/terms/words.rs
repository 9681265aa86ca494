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

words! {
    COMMA = ",", DASH = "-", AMPERSAND = "&", DOT = ".", OPEN = "(", CLOSE = ")",
    SEMICOLON = ";", COLON = ":", SLASH = "/",
    DIEU = "điều", KHOAN = "khoản", DIEM = "điểm", MUC = "mục", TIEU = "tiểu", CHUONG = "chương", PHAN = "phần",
    TIET = "tiết", DOAN = "đoạn", THU = "thứ",
    CAC = "các", NHUNG = "những", VA = "và", HOAC = "hoặc", CUNG = "cùng", DEN = "đến", TU = "từ", VAO = "vào", SAU = "sau",
    CUA = "của", TAI = "tại", NAY = "này", NEU = "nêu", NOI = "nói", TREN = "trên", THEO = "theo", BOI = "bởi",
    SO = "số", NGAY = "ngày", THANG = "tháng", NAM = "năm", DO = "do", BAN = "ban", HANH = "hành", KEM = "kèm", THEO2 = "theo_",
    VE = "về", QUY = "quy", DINH = "định", SUA = "sửa", DOI = "đổi", BO = "bổ", SUNG = "sung", BAI = "bãi", BO_DROP = "bỏ", THAY = "thay",
    THE = "thế", CUM = "cụm", NHU = "như", MOT = "một", DAY = "đây", GOI = "gọi", LA = "là", TAT = "tắt", CHUNG = "chung",
    VIET = "viết", DUOC = "được", DA = "đã", VIEC = "việc", TRONG = "trong", VA_OR = "và/hoặc",
    LUAT = "luật", BO_MINISTRY = "bộ", PHAP = "pháp", LENH = "lệnh", HIEN = "hiến", NGHI = "nghị", QUYET = "quyết",
    THONG = "thông", TU_CIRC = "tư", HOP = "hợp", DONG = "đồng", QUAN = "quan", COQ = "cơ", KHOA = "khóa", KY = "kỳ",
    PHU = "phụ", LUC = "lục", CANU = "căn", CU = "cứ", THUC = "thực", HIEN_DO = "hiện", QUY_CHE = "chế",
    D_ABBR = "đ", K_ABBR = "k", TEN = "tên", BUOC = "bước", CAU = "câu", GACH = "gạch", DAU = "đầu", DONG_LINE = "dòng",
    DIEU_LE = "lệ", TINH = "tỉnh", THANH = "thành", PHO = "phố", HUYEN = "huyện", QUAN_DISTRICT = "quận", XA = "xã",
    PHUONG = "phường", THI = "thị", TRAN = "trấn", DAC = "đặc", KHU = "khu", CAP = "cấp", TP = "tp", TX = "tx", TT = "tt",
    UY = "ủy", NHAN = "nhân", DAN = "dân", HOI = "hội", UBND = "ubnd", HDND = "hđnd", SO_DEPARTMENT = "sở", CHU = "chủ", TICH = "tịch",
    PHO_DEPUTY = "phó", TRUONG = "trưởng", GIAM = "giám", DOC = "đốc", CUC = "cục", CHI = "chi", TONG = "tổng", VIETNAM1 = "việt",
    VIETNAM2 = "nam", CHI_DAO = "đạo", CHI2 = "chỉ", DOAN_DELEGATION = "đoàn", LIEN = "liên", CHIEU = "chiểu", NGHIA = "nghĩa", VU = "vụ", TRUNG = "trung", UONG = "ương",
    TOA = "tòa", AN = "án", VIEN = "viện", KIEM = "kiểm", SAT = "sát", CONG = "công", THANH_INSPECT = "thanh", TRA = "tra", PHONG = "phòng",
    VAN = "văn", CHIEN = "chiến",
}
