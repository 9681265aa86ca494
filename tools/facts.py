#!/usr/bin/env python3
"""Holds a sample of the built-in catalogue against texts that carry the instrument's own head.

    tools/facts.py DATA VIENDAN [--sample N] [--seed N]

DATA is the folder with collected data (it holds documents/*.jsonl.gz), VIENDAN the program. Number, type, issuer, date
and title are read from the head of the text by this script alone, not by the program, and compared with the record of
that number (and year). Every difference is printed, then the share of records and of facts that are equal.

What counts as equal: spelling of tones (Ủy = Uỷ, hoá = hóa), case, spaces and line breaks, dashes, quotation marks, the
type repeated in front of the title, and in front of an issuer the office of its head ("Bộ trưởng Bộ Y tế"). Left out
are texts whose head lacks one of the five facts, and records that the catalogue does not have: they are counted.
Exits with 1 when fewer than 99 % of the facts are equal.
"""
import argparse
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

FILES = ["vbpl_central_phanba", "congbao_hrmaster"]
TYPES = ["NGHỊ ĐỊNH", "THÔNG TƯ LIÊN TỊCH", "THÔNG TƯ", "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "LUẬT", "BỘ LUẬT",
         "PHÁP LỆNH", "CÔNG ĐIỆN", "THÔNG BÁO"]
BODY = re.compile(r"^(Căn cứ|Thực hiện|Theo đề nghị|Xét|Điều 1|Chương I\b|_{3,}|-{3,}|—+|\*)", re.I)
OFFICE = re.compile(r"^(BỘ TRƯỞNG|CHÍNH PHỦ$|THỦ TƯỚNG|THỐNG ĐỐC|QUỐC HỘI$|TỔNG THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG)")
DATE = re.compile(r"(?:,|\s)\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.I)


def fold(text):
    """Small letters without tone marks, single spaces, plain punctuation left out."""
    text = unicodedata.normalize("NFD", (text or "").replace("Ð", "Đ")).lower().replace("đ", "d")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9/]+", " ", text).split())


def head(text):
    """The five facts as the head of a text gives them, or None where it lacks one."""
    text = unicodedata.normalize("NFC", text).replace("Ð", "Đ")
    lines = [re.sub(r"\s+", " ", line).strip(" *#") for line in text[:6000].split("\n")]
    lines = [line for line in lines if line and not re.match(r"^(\d+|CÔNG BÁO/Số.*|VĂN BẢN QUY PHẠM PHÁP LUẬT)$", line)]
    number = date = kind = issuer = None
    title = []
    capitals = []
    for line in lines[:60]:
        if kind is None:
            found = re.search(r"Số\s*:\s*(\d+[a-zđ]?(?:\.\d+)?/(?:\d{4}/)?[A-ZĐ][\w&.-]*\w)(?!-)\s*(?:$|\s)", line)
            if found and number is None:
                number = found[1]
            found = DATE.search(line)
            if found and date is None:
                date = "%s-%02d-%02d" % (found[3], int(found[2]), int(found[1]))
            if number and date and line in TYPES:
                kind = line
            elif number is None and line == line.upper() and not line.startswith(("CỘNG HÒA", "CỘNG HOÀ")):
                if re.search("[A-ZĐ]{2}", fold(line).upper()):
                    capitals.append(line.split("CỘNG H")[0].strip(" -"))
        elif BODY.match(line) or (title and OFFICE.match(line) and title[-1] != title[-1].upper()):
            break
        else:
            title.append(line)
            if len(title) > 14:
                return None
    # The gazette repeats the issuer above the head: the last run of lines that is not said twice.
    seen = []
    for line in capitals:
        seen.append(line)
    issuer = " ".join(seen)
    for cut in range(1, len(seen)):
        if fold(" ".join(seen[:cut])) == fold(" ".join(seen[cut:])):
            issuer = " ".join(seen[cut:])
    if not (number and date and kind and issuer and title):
        return None
    return {"number": number, "type": kind, "issuer": issuer, "issued": date, "title": " ".join(title)}


def same(field, known, said):
    a, b = fold(known), fold(said)
    if field == "title":
        # "Nghị định quy định …", "Về việc …" are written with and without the first words.
        front = r"^(nghi dinh|thong tu lien tich|thong tu|quyet dinh|nghi quyet|bo luat|luat|phap lenh|chi thi)\s+"
        a, b = (re.sub(front, "", t) for t in (a, b))
    if field == "issuer":
        # Joint issuers stand in any order on the page.
        return a == b or sorted(a.split()) == sorted(b.split()) or b.endswith(a)
    return a == b


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("data")
    arguments.add_argument("viendan")
    arguments.add_argument("--sample", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=20)
    options = arguments.parse_args()
    heads = {}
    texts = 0
    for name in FILES:
        with gzip.open(os.path.join(options.data, "documents", name + ".jsonl.gz"), "rt", encoding="utf-8") as rows:
            for row in rows:
                row = json.loads(row)
                texts += 1
                found = head(row["text"])
                if found and not re.search(r"-(UBND|HĐND)$|VBHN", found["number"]):
                    heads.setdefault((fold(found["number"]), found["issued"][:4]), found)
    with tempfile.TemporaryDirectory() as empty:
        environment = dict(os.environ, VIENDAN_DATA_DIR=empty)
        export = subprocess.run([options.viendan, "catalogue", "export"], env=environment, capture_output=True, check=True)
    records = {}
    for line in export.stdout.decode().splitlines():
        record = json.loads(line)
        year = (record.get("issued") or str(record.get("year") or ""))[:4]
        numbered = re.search(r"/(\d{4})/", record.get("number") or "")
        key = (fold(record.get("number")), numbered[1] if numbered else year)
        records.setdefault(key, []).append(record)
    known = [(found, records[key]) for key, found in sorted(heads.items()) if key in records]
    print(f"{texts} texts, {len(heads)} with a whole head, of these {len(known)} in the catalogue")
    sample = random.Random(options.seed).sample(known, min(options.sample, len(known)))
    equal = facts = whole = 0
    for said, candidates in sample:
        # Two instruments may bear one number: the nearer one is meant.
        def agreeing(record):
            return [f for f in said if same(f, record.get(f), said[f])]
        record = max(candidates, key=lambda r: len(agreeing(r)))
        agrees = agreeing(record)
        facts += len(said)
        equal += len(agrees)
        whole += len(agrees) == len(said)
        for field in said:
            if field not in agrees:
                sure = "confirmed" if field in record.get("confirmed", []) else "unconfirmed"
                print(f"{said['number']} {field} ({sure})\n  catalogue: {record.get(field)}\n  text:      {said[field]}")
    share = 100 * equal / max(facts, 1)
    print(f"{equal} of {facts} facts equal: {share:.1f} %; {whole} of {len(sample)} records wholly")
    return 0 if share >= 99 else 1


if __name__ == "__main__":
    sys.exit(main())
