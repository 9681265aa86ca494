"""Documents of any size for the keystroke bench: made-up drafts in Vietnamese, the same for the same size and seed.

Each is a decision with numbered articles, clauses and points. About every third sentence has a reference; the acts are
ones that everybody knows. One of them is always cited in full, which is reported as too long from the second time on: some
findings for every 100 kB, as in a real draft. Line MARKER, in the middle, has an act with a misspelt symbol and two misspelt English words at
its end: whatever is typed at the start of that line moves what a checker of either kind reports, so that every key is
followed by new diagnostics."""
import random

ACTS = [
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Luật Đất đai năm 2024",
    "Luật Ban hành văn bản quy phạm pháp luật năm 2025",
    "Bộ luật Dân sự năm 2015",
    "Bộ luật Lao động năm 2019",
    "Luật Doanh nghiệp năm 2020",
    "Nghị định số 78/2025/NĐ-CP",
    "Luật Tổ chức chính quyền địa phương",
]
WHO = [
    "Bộ Tài chính", "Bộ Nội vụ", "Bộ trưởng Bộ Tư pháp", "Văn phòng Chính phủ", "Ủy ban nhân dân tỉnh Nghệ An",
    "đơn vị chủ trì", "người đứng đầu cơ quan", "tổ chức, cá nhân có liên quan", "cơ quan được giao nhiệm vụ",
]
DOES = [
    "chịu trách nhiệm rà soát hồ sơ", "hướng dẫn việc lập danh mục", "tổ chức kiểm tra định kỳ", "công khai kết quả thực hiện",
    "bố trí kinh phí trong dự toán được giao", "lưu trữ tài liệu theo thời hạn bảo quản", "báo cáo tình hình trước ngày 15 hằng tháng",
    "phối hợp giải quyết vướng mắc phát sinh", "cập nhật dữ liệu lên hệ thống dùng chung", "phân công người theo dõi",
]
HOW = [
    "bảo đảm đúng tiến độ, chất lượng và hiệu quả", "không làm phát sinh thêm thủ tục", "trên cơ sở ý kiến của các bên",
    "trong phạm vi chức năng, nhiệm vụ được giao", "kể cả trường hợp hồ sơ nộp qua mạng", "sau khi đã lấy ý kiến bằng văn bản",
]
HEADINGS = ["Phạm vi áp dụng", "Nguyên tắc thực hiện", "Trách nhiệm của các đơn vị", "Trình tự giải quyết", "Chế độ báo cáo", "Kinh phí"]
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 1234/QĐ-UBND\nNghệ An, ngày 12 tháng 5 năm 2025\n\nQUYẾT ĐỊNH\n"
    "Về việc ban hành quy định quản lý hồ sơ\n\n"
)
MARKER = "Ghi chú cho người soạn thảo, đối chiếu với Nghị định số 30/2020/ND-CP, teh recieve.\n"


def sentence(draw):
    subject = draw.choice(WHO)
    text = f"{subject[0].upper()}{subject[1:]} {draw.choice(DOES)}, {draw.choice(HOW)}"
    kind = draw.randrange(9)
    if kind == 0:
        text += f" theo {draw.choice(ACTS)}"
    elif kind == 1:
        text += f" theo quy định tại khoản {draw.randint(1, 3)} Điều {draw.randint(1, 30)} {draw.choice(ACTS)}"
    elif kind == 2:
        text += " và theo khoản 1 Điều này"
    return text + ". "


def article(number, draw):
    lines = [f"Điều {number}. {draw.choice(HEADINGS)}"]
    for clause in range(1, draw.randint(3, 5)):
        lines.append(f"{clause}. " + "".join(sentence(draw) for _ in range(draw.randint(1, 3))).strip())
        if draw.randrange(3) == 0:
            lines += [f"{point}) {sentence(draw).strip()}" for point in "abc"]
    return "\n".join(lines) + "\n\n"


def document(size, seed=1):
    """A draft of about `size` bytes, and the line (from 0) that keys are typed at the start of."""
    draw = random.Random(seed)
    parts, length, number, line = [HEAD], len(HEAD.encode()), 0, None
    while length < size:
        if line is None and length >= size // 2:
            parts.append(MARKER)
            line = "".join(parts).count("\n") - 1
            length += len(MARKER.encode())
        number += 1
        parts.append(article(number, draw))
        length += len(parts[-1].encode())
    if line is None:
        parts.append(MARKER)
        line = "".join(parts).count("\n") - 1
    return "".join(parts), line
