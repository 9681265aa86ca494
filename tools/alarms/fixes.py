#!/usr/bin/env python3
"""Applies the fixes of findings in documents, one at a time, and looks whether each does what it says: its finding goes
away, and no new one comes, counted once at warning and above and once at any severity.

    python3 tools/alarms/fixes.py FOLDER [--program target/release/viendan] [--per 20] [--seed 1] [--failures]

FOLDER holds text files, or collections (`*.jsonl.gz` with a row's `text`). Of each rule so many findings are drawn.
A fix that is one of several ways out (the year of the number or that of the date) is judged like any other."""

import argparse
import collections
import gzip
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

BATCH = 300


def texts(folder):
    """The texts of a folder with a name each."""
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(".jsonl.gz"):
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for index, line in enumerate(lines):
                    yield f"{path.name.split('.')[0]}-{index}", json.loads(line)["text"]
        elif path.suffix in (".txt", ".md"):
            yield path.stem, path.read_bytes().decode("utf-8")


def check(program, files):
    """The findings of files, by file."""
    found = collections.defaultdict(list)
    for start in range(0, len(files), BATCH):
        command = [program, "check", "--format", "json", "--min-severity", "hint", "--config", "/dev/null"]
        ran = subprocess.run([*command, *files[start : start + BATCH]], capture_output=True, encoding="utf-8", check=False)
        if ran.returncode not in (0, 1):
            sys.exit(f"{program} check: {ran.stderr.strip()[-500:]}")
        for finding in map(json.loads, ran.stdout.splitlines()):
            found[finding["file"]].append(finding)
    return found


def applied(text, edits):
    for edit in sorted(edits, key=lambda e: -e["start"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    return text


def places(finding, edits):
    """The offsets of a finding in the fixed text, as offsets of the first one: an edited stretch counts as a whole."""
    start, end = finding["start"], finding["end"]
    shift = 0
    for edit in sorted(edits, key=lambda e: e["start"]):
        here, length = edit["start"] + shift, len(edit["text"])
        if end < here:
            break
        if start <= here + length:
            return min(start, here) - shift, max(edit["end"], end - shift - length + edit["end"] - edit["start"]), True
        shift += length - (edit["end"] - edit["start"])
    return start - shift, end - shift, False


ORDER = ("hint", "information", "warning", "error")


def fault(finding, edits, before, after):
    """What is wrong with a fix, if anything, and how severe: what stays, else the most severe of what is new."""
    worst = None
    for later in after:
        start, end, touched = places(later, edits)
        near = [f for f in before if f["code"] == later["code"] and f["start"] <= end and start <= f["end"]]
        if touched and later["code"] == finding["code"] and any(f is finding for f in near):
            return f"stays: {later['message'][:150]}", "error"
        # Told once for each instrument: now at its next mention.
        moved = later["code"] == finding["code"] and later["instrument"] == finding["instrument"] and not touched
        if not near and not moved:
            new = f"new {later['code']} ({later['severity']}): {later['message'][:150]}", later["severity"]
            worst = max(worst or new, new, key=lambda w: ORDER.index(w[1]))
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--program", default="target/release/viendan")
    parser.add_argument("--per", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="take only every so-manieth text")
    parser.add_argument("--failures", action="store_true", help="show them")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, known = pathlib.Path(name), {}
        for index, (label, text) in enumerate(texts(args.folder)):
            if index % args.every == 0:
                path = folder / f"{index}-{label}.txt"
                path.write_text(text, encoding="utf-8", newline="")
                known[str(path)] = text
        found = check(args.program, list(known))
        by_code = collections.defaultdict(list)
        for file, findings in found.items():
            for finding in findings:
                for n, fix in enumerate(finding["fixes"]):
                    by_code[finding["code"]].append((file, finding, n, fix))
        order = lambda c: hashlib.sha256(f"{args.seed} {pathlib.Path(c[0]).name} {c[1]['start']} {c[2]}".encode()).digest()
        drawn = [c for code in sorted(by_code) for c in sorted(by_code[code], key=order)[: args.per]]
        variants = {}
        for n, (file, _, _, fix) in enumerate(drawn):
            path = folder / f"fixed-{n}.txt"
            path.write_text(applied(known[file], fix["edits"]), encoding="utf-8", newline="")
            variants[n] = str(path)
        after = check(args.program, list(variants.values()))
        tried, good, strict = collections.Counter(), collections.Counter(), collections.Counter()
        for n, (file, finding, _, fix) in enumerate(drawn):
            wrong = fault(finding, fix["edits"], found[file], after[variants[n]])
            tried[finding["code"]] += 1
            strict[finding["code"]] += wrong is None
            good[finding["code"]] += wrong is None or wrong[1] in ("hint", "information")
            if wrong and args.failures:
                place = f"{pathlib.Path(file).stem}:{finding['line']}"
                print(f"{finding['code']} {place} {finding['text'][:60]!r} {fix['title']}\n    {wrong[0]}")
    share = lambda n: f"{n.total()} ({100 * n.total() / max(1, tried.total()):.1f} %)"
    print("| class | fixes tried | nothing new at warning and above | nothing new at all |\n|---|--:|--:|--:|")
    for code in sorted(tried):
        print(f"| `{code}` | {tried[code]} | {good[code]} | {strict[code]} |")
    print(f"| all | {tried.total()} | {share(good)} | {share(strict)} |")


if __name__ == "__main__":
    main()
