//! Titles of legal instruments: what they do, to what, where.

use super::Dice;

const OPENINGS: [&str; 16] = [
    "Quy định về",
    "Phê duyệt",
    "Ban hành Quy chế",
    "Về việc",
    "Hướng dẫn",
    "Quy định chi tiết một số điều của Luật",
    "Sửa đổi, bổ sung một số điều của Quy định",
    "Ban hành Quy định",
    "Phê duyệt Quy hoạch chi tiết",
    "Ban hành Kế hoạch",
    "Về tăng cường công tác",
    "Phê duyệt điều chỉnh",
    "Công bố Danh mục",
    "Quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí",
    "Bãi bỏ một số văn bản về",
    "Thành lập Ban Chỉ đạo",
];

const ACTIONS: [&str; 24] = [
    "quản lý",
    "sử dụng",
    "thực hiện",
    "xây dựng",
    "phát triển",
    "hỗ trợ",
    "kiểm tra",
    "thanh tra",
    "đào tạo",
    "bảo vệ",
    "cấp phép",
    "tiếp nhận",
    "phân cấp",
    "giám sát",
    "cải cách",
    "bồi thường",
    "thu hồi",
    "quy hoạch",
    "xử phạt",
    "tổ chức",
    "đấu giá",
    "cung cấp",
    "phòng ngừa",
    "ứng dụng",
];

const THINGS: [&str; 96] = [
    "đất đai",
    "ngân sách nhà nước",
    "tài sản công",
    "công tác văn thư",
    "thủ tục hành chính",
    "cán bộ, công chức",
    "viên chức",
    "bảo hiểm xã hội",
    "bảo hiểm y tế",
    "giáo dục phổ thông",
    "giáo dục nghề nghiệp",
    "môi trường",
    "tài nguyên nước",
    "khoáng sản",
    "rừng phòng hộ",
    "thủy sản",
    "chăn nuôi",
    "trồng trọt",
    "thú y",
    "an toàn thực phẩm",
    "giao thông đường bộ",
    "hàng hải",
    "đường thủy nội địa",
    "hàng không dân dụng",
    "đường sắt",
    "nhà ở xã hội",
    "kinh doanh bất động sản",
    "khu công nghiệp",
    "khu kinh tế",
    "đầu tư công",
    "đầu tư nước ngoài",
    "doanh nghiệp nhỏ và vừa",
    "hợp tác xã",
    "thuế giá trị gia tăng",
    "thuế thu nhập cá nhân",
    "hải quan",
    "chứng khoán",
    "tổ chức tín dụng",
    "ngoại hối",
    "giá dịch vụ",
    "phí và lệ phí",
    "kế toán",
    "kiểm toán",
    "đấu thầu",
    "quốc phòng toàn dân",
    "dân quân tự vệ",
    "an ninh mạng",
    "phòng cháy và chữa cháy",
    "cư trú",
    "xuất cảnh, nhập cảnh",
    "hộ tịch",
    "công chứng",
    "luật sư",
    "trợ giúp pháp lý",
    "thi hành án dân sự",
    "hòa giải ở cơ sở",
    "khiếu nại, tố cáo",
    "phòng, chống tham nhũng",
    "tiếp công dân",
    "di sản văn hóa",
    "thể dục, thể thao",
    "du lịch",
    "báo chí",
    "xuất bản",
    "viễn thông",
    "công nghệ thông tin",
    "chuyển đổi số",
    "dữ liệu dân cư",
    "khoa học và công nghệ",
    "sở hữu trí tuệ",
    "đo lường",
    "năng lượng nguyên tử",
    "điện lực",
    "dầu khí",
    "xăng dầu",
    "hóa chất",
    "vật liệu nổ công nghiệp",
    "thương mại điện tử",
    "quản lý thị trường",
    "xúc tiến thương mại",
    "người có công với cách mạng",
    "trẻ em",
    "người cao tuổi",
    "người khuyết tật",
    "bình đẳng giới",
    "dân tộc thiểu số",
    "tín ngưỡng, tôn giáo",
    "giảm nghèo bền vững",
    "nông thôn mới",
    "việc làm",
    "an toàn, vệ sinh lao động",
    "tiền lương",
    "khám bệnh, chữa bệnh",
    "dược",
    "phòng, chống dịch bệnh",
    "hiến máu",
];

const UNITS: [&str; 8] = ["xã", "phường", "huyện", "thị trấn", "cụm công nghiệp", "dự án", "khu dân cư", "tuyến đường"];

const ONSETS: [&str; 24] = [
    "B", "C", "Ch", "D", "Đ", "Gi", "H", "Kh", "L", "M", "N", "Ng", "Nh", "Ph", "Qu", "S", "T", "Th", "Tr", "V", "X",
    "R", "G", "",
];

const RIMES: [&str; 64] = [
    "an", "anh", "ang", "ao", "am", "ai", "âm", "ân", "âu", "ây", "ắc", "ăng", "ần", "ế", "ền", "ên", "ệt", "ính",
    "inh", "iên", "iệp", "iêu", "ôi", "ông", "ồng", "ội", "ộc", "ơn", "ơi", "ợp", "ung", "ũng", "úc", "ương", "ường",
    "ưng", "uyên", "uân", "ạch", "ạnh", "à", "á", "òa", "ỏ", "ó", "ỉ", "ị", "ú", "ự", "ứ", "ệ", "ề", "ổ", "ộ", "ở",
    "ải", "ảng", "ánh", "ắng", "ất", "ậu", "óc", "oan", "ét",
];

pub struct Titles {
    /// Names of places and projects, the rare words of titles.
    names: Vec<String>,
}

impl Titles {
    pub fn new() -> Self {
        let mut dice = Dice::new(7);
        let mut syllables = Vec::new();
        for onset in ONSETS {
            for rime in RIMES {
                let mut syllable = format!("{onset}{rime}");
                if onset.is_empty() {
                    syllable = rime
                        .chars()
                        .next()
                        .into_iter()
                        .flat_map(char::to_uppercase)
                        .chain(rime.chars().skip(1))
                        .collect();
                }
                syllables.push(syllable);
            }
        }
        let names = (0..30_000).map(|_| format!("{} {}", dice.pick(&syllables), dice.pick(&syllables))).collect();
        Self { names }
    }

    /// The title of any instrument: "Ban hành Quy định quản lý đất đai tại xã Hòa Bình, tỉnh Nghệ An".
    pub fn title(&self, dice: &mut Dice, place: Option<&str>) -> String {
        let mut out = OPENINGS[dice.zipf(OPENINGS.len())].to_owned();
        for n in 0..1 + dice.below(3) {
            out.push_str(if n > 0 { ", " } else { " " });
            out.push_str(ACTIONS[dice.zipf(ACTIONS.len())]);
            out.push(' ');
            out.push_str(THINGS[dice.zipf(THINGS.len())]);
        }
        if dice.below(2) == 0 {
            out.push_str(&format!(" {} {}", dice.pick(&UNITS), self.names[dice.zipf(self.names.len())]));
        }
        if let Some(place) = place {
            out.push_str(if dice.below(2) == 0 { ", " } else { " trên địa bàn " });
            out.push_str(place);
        }
        if dice.below(6) == 0 {
            let from = 2000 + dice.below(25);
            out.push_str(&format!(" giai đoạn {from} - {}", from + 5));
        }
        out
    }

    /// The name of a law; every eighth amends another.
    pub fn law(&self, dice: &mut Dice, serial: u32) -> String {
        let thing = dice.pick(&THINGS);
        let mut name: String =
            thing.chars().next().into_iter().flat_map(char::to_uppercase).chain(thing.chars().skip(1)).collect();
        if dice.below(3) == 0 {
            name = format!("{name} và {}", dice.pick(&THINGS));
        }
        if serial.is_multiple_of(8) {
            format!("Luật sửa đổi, bổ sung một số điều của Luật {name}")
        } else {
            format!("Luật {name}")
        }
    }

    pub fn field(&self, dice: &mut Dice) -> String {
        let thing = THINGS[dice.zipf(THINGS.len())];
        thing.chars().next().into_iter().flat_map(char::to_uppercase).chain(thing.chars().skip(1)).collect()
    }
}
