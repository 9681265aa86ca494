#!/usr/bin/env python3
"""Counts how many facts of a list of wrong ones the built-in catalogue has right by now.

    tools/wrong_facts.py LIST VIENDAN [--certainty WORD] [--all] [--show]

LIST is a file of JSON Lines (.gz or not) whose rows say what was wrong in the catalogue at some time: `number`, `type`,
`field`, what it had (`catalogue`), what is `right`, and how certain that is (`certainty`). VIENDAN is the program; its
built-in catalogue alone is asked. The list is a measure: it is not read by anything that makes the catalogue.

Prints right and all rows by kind and field, for the rows whose certainty begins with WORD ("high"); `--all` takes every
row, `--show` prints those that are still wrong. Ends of acts are counted once more: status, first day without force, and
what ended it. Exits with 1 when fewer than 95 % are right.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata


def fold(text):
    """Small letters without tone marks, single spaces, no punctuation."""
    text = unicodedata.normalize("NFD", (text or "").replace("Ð", "Đ")).lower().replace("đ", "d")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9/]+", " ", text).split())


def bare(title):
    """A title without what may or may not stand before it: the type, "Về việc", "Ban hành"."""
    front = r"^(nghi dinh|thong tu lien tich|thong tu|quyet dinh|nghi quyet|bo luat|luat|phap lenh|chi thi|ve viec|ve|viec)\s+"
    title, before = fold(title), None
    while title != before:
        before, title = title, re.sub(front, "", title)
    return title


def is_title(known, right):
    """Whether a title says what the right one says. None is no wrong title."""
    if known is None:
        return False
    a, b = bare(known), bare(right)
    return a == b or (min(len(a), len(b)) > 40 and (a.startswith(b) or b.startswith(a)))


def export(program):
    with tempfile.TemporaryDirectory() as empty:
        environment = dict(os.environ, VIENDAN_DATA_DIR=empty)
        lines = subprocess.run([program, "catalogue", "export"], env=environment, capture_output=True, check=True).stdout
    return [json.loads(line) for line in lines.decode().splitlines()]


class Catalogue:
    def __init__(self, records):
        self.records = records
        self.by_number = collections.defaultdict(list)
        self.targets = collections.Counter()
        for record in records:
            self.by_number[self.key(record.get("number"))].append(record)
            for relation in record.get("relations", []):
                self.targets[relation["target"]] += 1

    @staticmethod
    def key(number):
        return re.sub(r"^0+", "", (number or "").upper().replace(" ", "").replace("Ð", "Đ"))

    def of(self, row):
        """The records of the row's number, those of its type first."""
        found = self.by_number.get(self.key(row["number"]), [])
        return sorted(found, key=lambda r: r.get("type") != row.get("type"))


def related(record, kinds):
    return {r["target"] for r in record.get("relations", []) if r["kind"] in kinds}


ENDED_BY = {"replaced-by", "repealed-by"}


def judge(row, catalogue):
    """True, False, or None where the row says nothing that can be compared."""
    field, right = row["field"], row["right"] if "right" in row else None
    records = catalogue.of(row)
    record = records[0] if records else None
    if field == "record":
        phantom = re.match(r"(phantom or misread|duplicate)", right)
        if phantom and right.startswith("duplicate"):
            return not any(r.get("type") == row["type"] for r in records)
        if phantom:
            return not records
        day = re.match(r"(\d{4}-\d\d-\d\d)", row.get("note", ""))
        return bool(day) and any(r.get("issued") == day[1] for r in records)
    if field == "relation":
        if right.startswith("misread"):
            return catalogue.targets[row["number"]] == 0
        moved = re.match(r"target (\S+) -> (\S+)", right)
        if moved:
            targets = {r["target"] for x in records for r in x.get("relations", [])}
            return moved[1] not in targets and (moved[2] == "misread" or moved[2] in targets)
        reversed_ = re.match(r'"(\S+) (\S+)" is reversed', right)
        if reversed_:
            return all(reversed_[2] not in related(x, {reversed_[1]}) for x in records)
        missing = re.match(r"(\S+) (\S+) .*is missing", right)
        return any(missing[2] in related(x, {missing[1]}) for x in records) if missing else None
    if row["kind"] == "defective title":
        return not any(fold(x.get("title")) == fold(row["catalogue"]) for x in records)
    if field == "number":
        if any(r.get("number") == row["number"] for r in records):
            return False
        return bool(catalogue.by_number.get(catalogue.key(right)))
    if field == "type":
        return bool(records) and all(r.get("type") == right for r in records)
    if record is None:
        return False
    if field == "replaced-by":
        return any(right in related(x, ENDED_BY) for x in records)
    if field == "summary":
        day = re.search(r"(\d{4})-(\d\d)-(\d\d)", right)
        written = f"{int(day[3])}/{int(day[2])}/{day[1]}"
        summary = re.sub(r"\b0(\d)", r"\1", record.get("summary") or "")
        return written in summary
    if field == "title":
        return any(is_title(x.get("title"), right) for x in records)
    return any(x.get(field) == right for x in records)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("list")
    arguments.add_argument("viendan")
    arguments.add_argument("--certainty", default="high")
    arguments.add_argument("--all", action="store_true")
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    opened = gzip.open if options.list.endswith(".gz") else open
    with opened(options.list, "rt", encoding="utf-8") as rows:
        rows = [json.loads(line) for line in rows]
    catalogue = Catalogue(export(options.viendan))
    counts = collections.defaultdict(lambda: [0, 0])
    ends = collections.Counter()
    for row in rows:
        if not options.all and not row["certainty"].startswith(options.certainty):
            continue
        is_right = judge(row, catalogue)
        if is_right is None:
            continue
        count = counts[row["kind"], row["field"]]
        count[1] += 1
        count[0] += is_right
        if row["field"] == "status" and row.get("right") == "expired" and row.get("by"):
            records = catalogue.of(row)
            ends["all"] += 1
            ends["status"] += any(r.get("status") == "expired" for r in records)
            ends["date"] += any(r.get("expired") == row.get("expired") for r in records)
            ends["successor"] += any(row["by"] in related(r, ENDED_BY) for r in records)
        if options.show and not is_right:
            had = [{k: r.get(k) for k in ("type", row["field"], "issued") if r.get(k)} for r in catalogue.of(row)]
            print(f"{row['number']} {row['kind']} {row['field']}: {row.get('right')} <- {row.get('source')}\n    {had}")
    right, all_ = (sum(c[n] for c in counts.values()) for n in (0, 1))
    for (kind, field), (good, of) in sorted(counts.items()):
        print(f"{good:>5} of {of:>4}  {kind}: {field}")
    print(f"{right:>5} of {all_:>4}  all: {100 * right / max(all_, 1):.1f} %")
    if ends["all"]:
        print("of {all} acts that ended: status {status}, day {date}, successor {successor}".format(**ends))
    return 0 if right >= 0.95 * all_ else 1


if __name__ == "__main__":
    sys.exit(main())
