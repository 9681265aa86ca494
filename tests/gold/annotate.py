#!/usr/bin/env python3
"""Makes the annotated texts of this folder from `marked/`: NAME.txt and NAME.gold.jsonl from marked/NAME.txt.

    tests/gold/annotate.py            writes them
    tests/gold/annotate.py --check    fails when one is missing or differs

A reference is marked in the text as ‹LETTER TEXT | VALUE | TARGET›:

    ‹n 168/2024 | 168/2024/NĐ-CP›                     a number; its correct form, where that is not the text
    ‹m Luật Đất đai năm 2024 | Luật Đất đai›          a name; the name without the year
    ‹p điểm a, b khoản 1 Điều 5 | điểm a khoản 1 Điều 5; điểm b khoản 1 Điều 5 | this›    a run of provisions; paths; target
    ‹a Thủ tướng | Thủ tướng Chính phủ›               an agency; its full name

Offsets of rows are code points, from 0, half-open."""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
KINDS = {"n": "number", "m": "name", "p": "provision", "a": "agency"}
MARK = re.compile(r"‹([nmpa]) ([^‹›|]+)(?:\|([^‹›|]*))?(?:\|([^‹›|]*))?›")


def value(kind, text, given):
    """What the mark gives, else the text itself, without line breaks."""
    text = " ".join(text.split())
    if kind == "provision":
        return {"paths": [path.strip() for path in (given or text).split(";")]}
    return {"canonical": given or (text.replace(" ", "") if kind == "number" else text)}


def annotated(marked):
    """The plain text and the rows of a marked one."""
    plain, rows, done = "", [], 0
    for mark in MARK.finditer(marked):
        plain += marked[done : mark.start()]
        kind, text = KINDS[mark[1]], mark[2].strip()
        row = {"kind": kind, "start": len(plain), "end": len(plain) + len(text), "text": text}
        row |= value(kind, text, (mark[3] or "").strip())
        if kind == "provision":
            row["of"] = (mark[4] or "").strip()
            if not row["of"]:
                raise SystemExit(f"no target: {mark[0]}")
        rows.append(row)
        plain += text
        done = mark.end()
    plain += marked[done:]
    if "‹" in plain or "›" in plain:
        raise SystemExit(f"a mark that cannot be read: {plain[max(0, plain.find('‹') - 20):][:80]}")
    return plain, rows


def main():
    stale = []
    for path in sorted((HERE / "marked").glob("*.txt")):
        plain, rows = annotated(path.read_text(encoding="utf-8"))
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        for name, content in ((f"{path.stem}.txt", plain), (f"{path.stem}.gold.jsonl", lines)):
            target = HERE / name
            if sys.argv[1:] != ["--check"]:
                target.write_text(content, encoding="utf-8")
            elif not target.exists() or target.read_text(encoding="utf-8") != content:
                stale.append(name)
    if stale:
        raise SystemExit(f"not as marked/ says, run tests/gold/annotate.py: {', '.join(stale)}")


if __name__ == "__main__":
    main()
