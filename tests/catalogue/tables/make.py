"""Makes the small tables of this folder, of the shape that public data sets have; the rows are made up or common knowledge.

    python3 -m pip install pyarrow && python3 make.py
    python3 make.py --large FOLDER [ROWS RELATIONS]

With `--large` it writes, instead of these, tables of the size that the national database's have (170,000 acts, 1,000,000 relations)
into a folder: to measure how long `viendan catalogue import FOLDER` takes and how much memory.
"""
import datetime
import os
import random
import sqlite3
import sys

import pyarrow as pa
import pyarrow.parquet as pq

COLUMNS = ["id", "title", "so_ky_hieu", "ngay_ban_hanh", "loai_van_ban", "ngay_co_hieu_luc", "ngay_het_hieu_luc",
           "co_quan_ban_hanh", "nguoi_ky", "tinh_trang_hieu_luc"]
ROWS = [
    (101, "Về công tác văn thư", "9030 /2004/ND-CP", "08/04/2004", "Nghị định", "01/05/2004", "05/03/2020", "Chính phủ", None,
     "Hết hiệu lực toàn bộ"),
    (102, "VỀ CÔNG TÁC VĂN THƯ ĐIỆN TỬ", "9030/2020/NÐ-CP", "05/03/2020", "Nghị Định", "05/03/2020", "01/01/0001", "Chính phủ", "",
     "Còn hiệu lực"),
    (103, "Về kỳ họp", "9031/2020/NQ-CP", "06/03/2020", "Nghị Quyết", "", None, "None", None, "Không xác định"),
    (104, "Không có số", "None", "01/01/2020", "Văn bản khác", None, None, None, None, "Còn hiệu lực"),
]


def small():
    """The tables that tests read."""
    table = pa.table({name: pa.array([row[at] for row in ROWS]) for at, name in enumerate(COLUMNS)})
    pq.write_table(table, "metadata.parquet", compression="snappy", row_group_size=2)
    pq.write_table(table, "metadata-v2.parquet", compression="zstd", use_dictionary=False, data_page_version="2.0")
    relations = pa.table({
        "doc_id": pa.array([101, 102, 103]), "other_doc_id": pa.array([102, 101, 102]),
        "relationship": pa.array(["Văn bản quy định hết hiệu lực", "Văn bản hết hiệu lực", "Văn bản căn cứ"]),
    })
    pq.write_table(relations, "relationships.parquet", compression="zstd")
    laws = pa.table({
        "id": pa.array(["9045/2019/QH14"]), "title": pa.array(["Luật Thử nghiệm"]), "type": pa.array(["law"]),
        "issue_date": pa.array([datetime.date(2019, 11, 20)]), "when": pa.array([datetime.datetime(2019, 11, 20)]),
    })
    pq.write_table(laws, "laws.parquet", compression="gzip")
    base = sqlite3.connect("vanban.sqlite")
    base.execute("CREATE TABLE van_ban (so_hieu TEXT, trich_yeu TEXT, ngay_ban_hanh TEXT, tinh_trang TEXT)")
    base.execute("INSERT INTO van_ban VALUES ('9044/2021/TT-BNV', 'Về thử nghiệm', '2021-05-06', 'Còn hiệu lực')")
    base.commit()


WORDS = ("quy định quản lý nhà nước về đất đai thuế xây dựng y tế giáo dục môi trường hải quan lao động tiền lương bảo hiểm xã hội đầu tư "
         "doanh nghiệp ngân sách hỗ trợ phê duyệt kế hoạch điều chỉnh bổ sung danh mục thủ tục hành chính phân cấp ủy quyền tổ chức").split()
SYMBOLS = [("Quyết định", "QĐ-UBND", 45), ("Nghị quyết", "NQ-HĐND", 15), ("Quyết định", "QĐ-BYT", 8), ("Thông tư", "TT-BTC", 12),
           ("Thông tư", "TT-BCT", 6), ("Nghị định", "NĐ-CP", 8), ("Quyết định", "QĐ-TTg", 6)]
PROVINCES = ["Sơn La", "Nghệ An", "Cà Mau", "Hà Nội", "Lào Cai", "Cần Thơ", "Đồng Nai", "Gia Lai"]
KINDS = ["Văn bản căn cứ", "Văn bản dẫn chiếu", "Văn bản hết hiệu lực", "Văn bản quy định hết hiệu lực", "Văn bản HD, QĐ chi tiết",
         "Văn bản được sửa đổi", "Văn bản sửa đổi", "Văn bản được bổ sung", "Văn bản liên quan khác"]


def large(folder, rows, relations):
    """Tables as large as those of the national database; the same for the same size."""
    dice = random.Random(14)
    os.makedirs(folder, exist_ok=True)
    columns = {name: [] for name in COLUMNS}
    for n in range(rows):
        kind, symbol, _ = dice.choices(SYMBOLS, [share for *_, share in SYMBOLS])[0]
        day = datetime.date(1995, 1, 1) + datetime.timedelta(days=int(31 * 365 * dice.random() ** 0.6))
        local = symbol.endswith(("UBND", "HĐND"))
        body = "Ủy ban nhân dân" if symbol.endswith("UBND") else "Hội đồng nhân dân"
        issuer = f"{body} tỉnh {dice.choice(PROVINCES)}" if local else None
        values = [str(n + 1), " ".join(dice.choice(WORDS) for _ in range(dice.randint(8, 40))), f"{n // 8 + 1}/{day.year}/{symbol}",
                  f"{day:%d/%m/%Y}", kind, f"{day + datetime.timedelta(days=45):%d/%m/%Y}", None, issuer, "Nguyễn Văn A",
                  dice.choice(["Còn hiệu lực", "Hết hiệu lực toàn bộ", "Hết hiệu lực một phần", None])]
        for name, value in zip(COLUMNS, values):
            columns[name].append(value)
    pq.write_table(pa.table(columns), os.path.join(folder, "metadata.parquet"), compression="zstd")
    pairs = [(dice.randint(1, rows), dice.randint(1, rows), dice.choice(KINDS)) for _ in range(relations)]
    table = pa.table({"doc_id": [str(a) for a, _, _ in pairs], "other_doc_id": [str(b) for _, b, _ in pairs],
                      "relationship": [kind for *_, kind in pairs]})
    pq.write_table(table, os.path.join(folder, "relationships.parquet"), compression="zstd")


if sys.argv[1:2] == ["--large"]:
    large(sys.argv[2], *[int(n) for n in sys.argv[3:5]] or [170_000, 1_000_000])
else:
    small()
