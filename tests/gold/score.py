#!/usr/bin/env python3
"""How much of annotated texts the recogniser finds, a kind at a time; fails below the floors.

    tests/gold/score.py [--floors SET] [--only NAME] [--misses] PROGRAM [FOLDER]

FOLDER (this one, if not given) holds NAME.txt and NAME.gold.jsonl; the format and the rule of scoring are in README.md.
The floors are those of SET in floors.json. `--misses` lists every row that is missed or has another value, and every
mention that no row has."""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ("number", "name", "provision", "agency")
# Combining acute, grave, hook, tilde and dot below.
TONES = {"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"}


def syllable(match):
    """A syllable with its tone mark after the letters, so that "hoá" and "hóa" are equal."""
    letters, tones = [], []
    for c in unicodedata.normalize("NFD", match.group()):
        (tones if c in TONES else letters).append(c)
    return "".join(letters + tones)


def fold(text):
    """Without what does not count: case, place of tone marks, kinds of dashes and of D with stroke, runs of blanks."""
    text = re.sub(r"\w+", syllable, unicodedata.normalize("NFC", text))
    text = re.sub("[\u2010-\u2015]", "-", text).replace("\u00d0", "\u0110").replace("\u00f0", "\u0111")
    return " ".join(text.lower().split())


def fold_number(text):
    return fold(text).replace(" ", "").lstrip("0")


def value(row):
    """What must be equal for a mention to be right."""
    if row["kind"] == "provision":
        return frozenset(map(fold, row.get("paths") or ()))
    text = row.get("canonical") or row["text"]
    if row["kind"] == "number":
        return fold_number(text)
    if row["kind"] == "name":
        return re.sub(r"( năm)? \d{4}$", "", unicodedata.normalize("NFC", fold(text)).replace("nam\u0306", "năm"))
    return fold(text)


def share(a, b):
    """The common part of two spans as a share of both together."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, common) / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def read_rows(path, text):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        if text[row["start"] : row["end"]] != row["text"]:
            raise SystemExit(f"{path.name}: {row['start']} is not “{row['text']}”")
    return rows


def extract(program, path):
    run = subprocess.run([program, "extract", str(path)], capture_output=True, encoding="utf-8", check=False)
    if run.returncode:
        raise SystemExit(f"{program} extract {path.name} ended with {run.returncode}: {run.stderr.strip()[-500:]}")
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()]


def pair(rows, found):
    """Each row with the mention that covers it best, by half or more, or none; and the mentions left over."""
    left, pairs = list(found), []
    for row in rows:
        best = max(left, key=lambda mention: share(row, mention), default=None)
        if best is not None and share(row, best) >= 0.5:
            left.remove(best)
            pairs.append((row, best))
        else:
            pairs.append((row, None))
    return pairs, left


def score(folder, program, only, tell):
    totals = {kind: collections.Counter() for kind in KINDS}
    documents = sorted(folder.glob(f"{only or '*'}.gold.jsonl"))
    for path in documents:
        document = path.with_name(path.name.removesuffix(".gold.jsonl") + ".txt")
        # As it stands in the file: offsets count line ends too.
        gold = read_rows(path, document.read_bytes().decode("utf-8"))
        mentions = extract(program, document)
        for kind in KINDS:
            count = totals[kind]
            pairs, false = pair([r for r in gold if r["kind"] == kind], [m for m in mentions if m["kind"] == kind])
            count["gold"] += len(pairs)
            count["found"] += sum(1 for m in mentions if m["kind"] == kind)
            for row, mention in pairs:
                right = mention is not None and value(mention) == value(row)
                count["right"] += right
                if not right:
                    tell(document.stem, kind, "missed" if mention is None else "other value", row, mention)
                if kind == "provision" and mention is not None and row.get("of"):
                    count["spans"] += 1
                    hit = fold_number(mention.get("of") or "") == fold_number(row["of"])
                    count["targets"] += hit
                    if not hit:
                        tell(document.stem, kind, "other target", row, mention)
            for mention in false:
                tell(document.stem, kind, "false", None, mention)
    return len(documents), totals


def f1(count):
    if not count["right"]:
        return 0.0
    precision, recall = count["right"] / count["found"], count["right"] / count["gold"]
    return 2 * precision * recall / (precision + recall)


def describe(row):
    if row is None:
        return "-"
    return f"“{' '.join(row['text'].split())}” = {'; '.join(row['paths']) if 'paths' in row else row.get('canonical')} of {row.get('of', '-')}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--floors", default="here")
    parser.add_argument("--only")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("program")
    parser.add_argument("folder", nargs="?", default=HERE, type=pathlib.Path)
    options = parser.parse_args()
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))[options.floors]

    def tell(document, kind, what, row, mention):
        if options.misses:
            print(f"{document}: {kind}, {what}: {describe(row)} / {describe(mention)}")

    documents, totals = score(options.folder, options.program, options.only, tell)
    faults = []
    if documents < floors["texts"]:
        faults.append(f"{documents} annotated texts in {options.folder}, {floors['texts']} expected")
    for kind in KINDS:
        count, reached = totals[kind], f1(totals[kind])
        print(f"{kind:10} rows {count['gold']:4} found {count['found']:4} right {count['right']:4}  F1 {reached:.4f}")
        if reached < floors[kind]:
            faults.append(f"{kind}: F1 {reached:.4f}, at least {floors[kind]}")
    count = totals["provision"]
    targets = count["targets"] / count["spans"] if count["spans"] else 0.0
    print(f"targets    {count['targets']} of {count['spans']}  {targets:.4f}")
    if targets < floors["targets"]:
        faults.append(f"targets: {targets:.4f}, at least {floors['targets']}")
    for fault in faults:
        print(f"tests/gold/score.py: {fault}", file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
