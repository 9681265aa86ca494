#!/usr/bin/env python3
"""Counts what `viendan check` reports at warning and above in published documents, and keeps what reading them gave.

    tools/alarms/alarms.py [--data ../shared/data] [--program target/release/viendan] run
    tools/alarms/alarms.py draw [--seed 1] [--per 20] [--code CODE] [--unread]    findings with what surrounds them
    tools/alarms/alarms.py judge CODE KEY right|wrong|open REASON                 (KEY: as `draw` prints it)
    tools/alarms/alarms.py report [--seed 1] [--per 20]                           writes tools/alarms/README.md

Every document is judged on its own day (corpus.py says which that is). `run` leaves its findings in target/alarms."""

import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import corpus  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOUND = ROOT / "target" / "alarms"
VERDICTS = HERE / "verdicts.jsonl"
AROUND = 1200
BATCH = 400


def check(program, files, day):
    """The findings in files, all judged on one day, or each on the day that it shows."""
    command = [program, "check", "--format", "json", "--min-severity", "warning", "--config", "/dev/null"]
    command += ["--as-of", day.isoformat()] if day else []
    ran = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)
    if ran.returncode not in (0, 1):
        sys.exit(f"{program} check: {ran.stderr.strip()[-500:]}")
    return map(json.loads, ran.stdout.splitlines())


def run(args):
    """Checks all documents; writes the findings, and the documents' days and words."""
    FOUND.mkdir(parents=True, exist_ok=True)
    by_day = collections.defaultdict(list)
    known = {}
    with tempfile.TemporaryDirectory() as folder:
        for document in corpus.documents(args.data):
            path = pathlib.Path(folder, document.key.replace(":", "-") + ".txt")
            path.write_text(document.text, encoding="utf-8", newline="")
            known[str(path)] = document
            by_day[document.day].append(str(path))
        found = []
        for day, files in by_day.items():
            for start in range(0, len(files), BATCH):
                found += check(args.program, files[start : start + BATCH], day)
    seen = collections.Counter()
    with (FOUND / "findings.jsonl").open("w", encoding="utf-8") as out:
        for f in found:
            document = known[f["file"]]
            # The key holds no sentence: the document, the text that is marked as far as it fits, how many came before.
            place = f"{document.key} {f['text'][:48]!r}"
            seen[f["code"], place] += 1
            key = f"{place} {seen[f['code'], place]}"
            before = document.text[max(0, f["start"] - AROUND) : f["start"]]
            after = document.text[f["end"] : f["end"] + AROUND]
            row = {"key": key, "code": f["code"], "severity": f["severity"], "number": document.number}
            row |= {"day": document.day and document.day.isoformat(), "source": document.source}
            row |= {"before": before, "text": f["text"], "after": after, "message": f["message"]}
            row |= {"instrument": f["instrument"], "start": f["start"]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    with (FOUND / "documents.jsonl").open("w", encoding="utf-8") as out:
        for document in known.values():
            row = {"key": document.key, "day": document.day and document.day.isoformat(), "words": document.words}
            out.write(json.dumps(row) + "\n")
    print(f"{len(known)} documents, {len(found)} findings")


def rows(path):
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def by_code():
    classes = collections.defaultdict(list)
    for finding in rows(FOUND / "findings.jsonl"):
        classes[finding["code"]].append(finding)
    return classes


def drawn(findings, seed, per):
    """A sample that a seed decides: of each class so many, or all. What stays is drawn again after a change."""
    order = lambda f: hashlib.sha256(f"{seed} {f['code']} {f['key']}".encode()).digest()
    return sorted(findings, key=order)[:per]


def verdicts():
    return {(v["code"], v["key"]): v for v in rows(VERDICTS)}


def draw(args):
    known = verdicts()
    for code, findings in sorted(by_code().items()):
        if args.code and code not in args.code.split(","):
            continue
        sample = drawn(findings, args.seed, args.per)
        print(f"\n===== {code}: {len(sample)} of {len(findings)}")
        for f in sample:
            verdict = known.get((code, f["key"]))
            if args.unread and verdict:
                continue
            print(f"\n-- {f['key']} | {f['number']} | {f['day']} | {f['severity']} {verdict['verdict'] if verdict else ''}")
            print((f["before"] + "⟦" + f["text"] + "⟧" + f["after"]).replace("\n", "⏎"))
            print("   →", f["message"])


def judge(args):
    known = verdicts()
    number = next((f["number"] for f in by_code()[args.code] if f["key"] == args.key), None)
    known[args.code, args.key] = {
        "code": args.code, "key": args.key, "number": number, "verdict": args.verdict, "reason": args.reason,
    }
    write_verdicts(known)


def write_verdicts(known):
    with VERDICTS.open("w", encoding="utf-8") as out:
        for verdict in sorted(known.values(), key=lambda v: (v["code"], v["key"])):
            out.write(json.dumps(verdict, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--program", default=str(ROOT / "target" / "release" / "viendan"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run")
    for name in ("draw", "report"):
        command = commands.add_parser(name)
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--per", type=int, default=20)
        if name == "draw":
            command.add_argument("--code")
            command.add_argument("--unread", action="store_true")
    command = commands.add_parser("judge")
    command.add_argument("code")
    command.add_argument("key")
    command.add_argument("verdict", choices=("right", "wrong", "open"))
    command.add_argument("reason")
    args = parser.parse_args()
    if args.command == "report":
        import report

        report.write(args, by_code(), verdicts(), rows(FOUND / "documents.jsonl"), drawn)
    else:
        {"run": run, "draw": draw, "judge": judge}[args.command](args)


if __name__ == "__main__":
    main()
