"""The published documents that false alarms are counted in: which rows are taken, on which day each is judged."""

import datetime
import gzip
import json
import pathlib
import re

# Left out: questions and answers that a machine wrote or that are wrong on purpose.
LEFT_OUT = ("qa_tokaizy", "qa_vlegal_bench")
# Collections that hold notes and program files beside published texts; a text shows the motto of the state, a number, or
# the free library that it was taken from.
MIXED = ("legal_md_nacha", "misc_small_sources")
# Whole texts of instruments as they were published, without marks of a crawler between the words.
OFFICIAL = ("congbao_hrmaster", "vbpl_central_phanba", "laws_docx_tuankiet", "tvpl_vbpl_review", "phapdien_by_instrument")

_DAY = r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
# "Hà Nội, ngày 05 tháng 3 năm 2020": the place stands right before.
_PLACED = re.compile(r"[^\W\d_][,.]?\s*ngày\s+" + _DAY)
_GAZETTE = re.compile(r"CÔNG BÁO/Số[^/\n]*/Ngày (\d{1,2})-(\d{1,2})-(\d{4})")


def _day(match):
    try:
        return datetime.date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _iso(text):
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None


class Document:
    """A published document: `key` is its collection with its row, from 0."""

    def __init__(self, key, number, text, day):
        self.key, self.number, self.text, self.day = key, number, text, day

    @property
    def source(self):
        return self.key.split(":")[0]

    @property
    def words(self):
        return len(self.text.split())


def issue_days(metadata):
    """The day of issue by number, from the lists of instruments; numbers that several instruments bear are left out."""
    days = {}
    for name in ("phapdien_instruments", "document_headers", "catalogue"):
        for path in sorted(metadata.glob(name + ".jsonl*")):
            with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    if row.get("number") and (day := _iso(row.get("issued"))):
                        days.setdefault(row["number"].replace("Ð", "Đ"), set()).add(day)
    return {number: min(all_days) for number, all_days in days.items() if len(all_days) == 1 or "/20" in number}


def _heading_day(text):
    """The day in the letterhead: before the first basis or article, behind the place."""
    head = text[:3000]
    end = re.search(r"Căn cứ |Điều 1\.", head)
    found = _PLACED.search(head[: end.start()] if end else head)
    before = head[: found.start()] if found else ""
    # In a title the date is that of what is amended.
    return None if re.search(r"(?i)sửa đổi|hợp nhất", before) else _day(found)


def _latest_day(text):
    """The latest day that the text names before the collections were made: a text without a date is not older."""
    named = map(_day, re.finditer(r"ngày\s+" + _DAY, text))
    return max((day for day in named if day and day < datetime.date(2026, 7, 1)), default=None)


def _own_day(row, days):
    """The day of the row itself, of its letterhead, of its number in the lists, of its page in the gazette;
    else the last day of its number's year, the latest day that it names."""
    text, number = row["text"], row.get("number") or ""
    if not number and (own := re.search(r"[Ss]ố:? *(\d+/\d{4}/[\wĐ&-]+)", text[:600])):
        number = own[1]
    number = number.replace("Ð", "Đ")
    if day := _iso(row.get("issued")):
        return day
    gazette = _day(_GAZETTE.search(text[:2000]))
    if gazette and re.search("VĂN BẢN HỢP NHẤT", text[:2000] + text[-6000:]):
        return gazette
    if day := _heading_day(text):
        return day
    if day := days.get(number, gazette):
        return day
    if year := re.search(r"/((?:19|20)\d\d)/", number):
        return datetime.date(int(year[1]), 12, 31)
    return _latest_day(text)


def documents(data):
    """All documents under `data`/documents, in order."""
    days = issue_days(data / "metadata")
    for path in sorted((data / "documents").glob("*.jsonl.gz")):
        source = path.name.split(".")[0]
        if source in LEFT_OUT:
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for index, line in enumerate(lines):
                row = json.loads(line)
                text = row["text"]
                published = row.get("number") or "Độc lập" in text[:2000] or "wikisource" in text[:400]
                if source in MIXED and not published:
                    continue
                yield Document(f"{source}:{index}", row.get("number"), text, _own_day(row, days))


if __name__ == "__main__":
    import collections
    import sys

    count, undated = collections.Counter(), []
    for document in documents(pathlib.Path(sys.argv[1])):
        count[document.source] += 1
        if not document.day:
            undated.append((document.key, document.number, document.text[:100]))
    print(count, len(undated))
    for row in undated[:40]:
        print(row)
