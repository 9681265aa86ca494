"""The table of what reading the findings gave: tools/alarms/README.md."""

import collections
import pathlib

import corpus

HERE = pathlib.Path(__file__).resolve().parent
SINCE = "2015"

HEAD = """# What is reported in published documents

`viendan check --min-severity warning` over published documents, each judged on its own day; of every class some findings
are read, with the paragraph and the head of the document, and judged one by one. A published text that has a real slip is
a right finding; what a careful lawyer would be annoyed by, or a message that is not true, is a wrong one.

{history}

    cargo build --release --locked
    python3 tools/alarms/alarms.py --data ../shared/data run
    python3 tools/alarms/alarms.py draw --code CODE          # findings with what stands around them
    python3 tools/alarms/alarms.py judge CODE KEY right|wrong|open REASON
    python3 tools/alarms/alarms.py report --seed {seed} --per {per}

`verdicts.jsonl` holds the verdicts, one a finding: facts only, no sentences. A verdict stays with its finding (class,
document, marked text, how many came before), so that a run after a change shows what is new. `open` counts as not read.
Question sets and machine-written notes are left out (`corpus.py` says which). A document's day is that of its row or
letterhead, else of its number in the lists of instruments, else of its page in the gazette.
"""


def share(right, read):
    return f"{100 * right / read:.1f} %" if read else "–"


def write(args, classes, verdicts, documents, drawn):
    """Writes the report of a drawn sample: classes, then findings by collection."""
    lines = [HEAD.format(seed=args.seed, per=args.per, history=(HERE / "history.md").read_text(encoding="utf-8").strip()), "## Classes", ""]
    lines += ["| class | severity | findings | sample | read | right | wrong | right of read |", "|---|---|--:|--:|--:|--:|--:|--:|"]
    total, weighed = collections.Counter(), 0.0
    for code, findings in sorted(classes.items(), key=lambda item: (-len(item[1]), item[0])):
        sample = drawn(findings, args.seed, args.per)
        count = collections.Counter(verdicts[code, f["key"]]["verdict"] for f in sample if (code, f["key"]) in verdicts)
        read = count["right"] + count["wrong"]
        severities = "/".join(sorted({f["severity"] for f in findings}))
        row = [f"`{code}`", severities, len(findings), len(sample), read, count["right"], count["wrong"], share(count["right"], read)]
        lines.append("| " + " | ".join(map(str, row)) + " |")
        weighed += len(findings) * count["right"] / read if read else 0
        total += collections.Counter(findings=len(findings), sample=len(sample), read=read, right=count["right"], wrong=count["wrong"])
    row = ["all", "", total["findings"], total["sample"], total["read"], total["right"], total["wrong"], share(total["right"], total["read"])]
    lines.append("| " + " | ".join(map(str, row)) + " |")
    lines += ["", f"Weighed by the findings of each class: {share(weighed, total['findings'])} right."]
    lines += ["", "## Collections", "", f"Official texts are marked *; the last columns count those of {SINCE} and later.", ""]
    lines += ["| collection | documents | words | findings | per 10,000 words | words since | findings since | per 10,000 words since |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|--:|"]
    words, late_words, number = collections.Counter(), collections.Counter(), collections.Counter()
    found, late_found = collections.Counter(), collections.Counter()
    for d in documents:
        source = d["key"].split(":")[0]
        for name in [source, "official"] if source in corpus.OFFICIAL else [source]:
            number[name] += 1
            words[name] += d["words"]
            late_words[name] += d["words"] * ((d["day"] or "") >= SINCE)
    for f in (f for findings in classes.values() for f in findings):
        for name in [f["source"], "official"] if f["source"] in corpus.OFFICIAL else [f["source"]]:
            found[name] += 1
            late_found[name] += (f["day"] or "") >= SINCE
    rate = lambda n, w: f"{10_000 * n / w:.2f}" if w else "–"
    for name in sorted(words, key=lambda s: (s == "official", -words[s])):
        mark = "*" if name in corpus.OFFICIAL else ""
        row = [name + mark, number[name], f"{words[name]:,}", found[name], rate(found[name], words[name])]
        row += [f"{late_words[name]:,}", late_found[name], rate(late_found[name], late_words[name])]
        lines.append("| " + " | ".join(map(str, row)) + " |")
    (HERE / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"read {total['read']} of {total['sample']}: {share(total['right'], total['read'])} right")
