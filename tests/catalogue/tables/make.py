"""Makes the small tables of this folder, of the shape that public data sets have; the rows are made up or common knowledge.

    python3 -m pip install pyarrow && python3 make.py
"""
import datetime
import sqlite3

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
