#!/usr/bin/env python3
"""tests/gold.py GOLD_DIR PROGRAM: runs GOLD_DIR/score.py over all annotated texts and over the seed article alone, and
fails when a kind falls below what the recogniser has reached."""
import pathlib
import re
import subprocess
import sys
import tempfile

# kind: (all texts, the question-and-answer article)
LEAST = {"number": (0.995, 1.0), "name": (0.98, 0.85), "provision": (0.98, 1.0), "agency": (0.97, 0.95)}
LEAST_TARGETS = 0.97
SEED = "00-hoi-dap-thong-bao-169"


def scores(folder, program):
    run = subprocess.run(
        [sys.executable, str(gold / "score.py"), str(folder), program, "extract"], capture_output=True, text=True
    )
    print(run.stdout, end="")
    found = {m[1]: float(m[2]) for m in re.finditer(r"^(\w+) .*F1 ([\d.]+)", run.stdout, re.M)}
    targets = re.search(r"of (\d+)/(\d+)", run.stdout)
    return found, int(targets[1]) / int(targets[2]) if targets else 0.0


gold, program = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve())
documents = list(gold.glob("*.gold.jsonl"))
faults = [] if len(documents) >= 20 else [f"only {len(documents)} annotated texts in {gold}"]

print("all texts")
found, targets = scores(gold, program)
faults += [f"{k}: F1 {found.get(k, 0)} < {least}" for k, (least, _) in LEAST.items() if found.get(k, 0) < least]
if targets < LEAST_TARGETS:
    faults.append(f"targets: {targets:.4f} < {LEAST_TARGETS}")

print("the seed article")
with tempfile.TemporaryDirectory() as folder:
    for ending in (".txt", ".gold.jsonl"):
        pathlib.Path(folder, SEED + ending).write_bytes((gold / (SEED + ending)).read_bytes())
    found, _ = scores(folder, program)
faults += [f"seed article, {k}: F1 {found.get(k, 0)} < {least}" for k, (_, least) in LEAST.items() if found.get(k, 0) < least]

for fault in faults:
    print(f"tests/gold.py: {fault}", file=sys.stderr)
sys.exit(bool(faults))
