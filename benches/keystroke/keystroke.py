#!/usr/bin/env python3
"""What a keystroke costs in any language server, from the key to the diagnostics of the text with it.

    keystroke.py run --name NAME --out FILE.json [--sizes 10k,100k,1M] -- SERVER [ARGUMENT...]
    keystroke.py file [--line N] DOCUMENT... -- SERVER [ARGUMENT...]
    keystroke.py plot --out FILE.svg FILE.json...
    keystroke.py table FILE.json...

`run` makes documents of the sizes (prose.py; the same for every server), opens each in a server of its own, types into
the middle letter by letter, waits after each letter for the first diagnostics of that version and writes the times. A
size that a server does not check (viendan: above 8 MiB) is said to be so and not drawn. `plot` draws
the runs, `table` prints them. `file` prints the same table for documents that are handed in.

A server that takes changes piece by piece gets the letter, one that does not gets the whole text: the column `sync` says
which. Nothing else may run on the machine. See README.md here for how the picture of the project was made."""
import argparse
import json
import os
import pathlib
import platform
import statistics
import sys
import tempfile
import time

import client
import plot
import prose

SIZES = "10k,30k,100k,300k,1M,3M,8M,10M"
TYPED = "theo quy định tại khoản 2 Điều 5 của văn bản này, "
# An editor of the user's kind of file; a server for all languages does not look at it.
LANGUAGE = "plaintext"


def size_of(text):
    units = {"k": 1_000, "M": 1_000_000}
    return int(float(text[:-1]) * units[text[-1]]) if text[-1] in units else int(text)


def middle(text):
    """The first line from the middle on that has some text."""
    lines = text.split("\n")
    half = len(lines) // 2
    return next((n for n in range(half, len(lines)) if len(lines[n]) > 8), half)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def measure(command, path, text, line, options, planted):
    """One document in a server of its own. `planted`: the line that is typed in has something to be reported, and a server
    that does not report it did not check the document: its times are left out."""
    row = {"bytes": len(text.encode()), "p50_ms": None}
    server = client.Client(command, LANGUAGE)
    try:
        server.start(os.path.dirname(os.path.abspath(path)))
        row["sync"] = "whole" if server.sync == client.FULL else "piece"
        opened, _ = server.open(os.path.abspath(path), text, options.patience)
        row["open_ms"] = round(opened, 2)
        server.settle(options.settle)
        times, end = [], time.monotonic() + options.seconds
        # The first letters warm up caches and are not counted.
        for n in range(options.warm + options.keys):
            took, diagnostics = server.type(line, n, TYPED[n % len(TYPED)], options.patience)
            if planted and not any(d["range"]["start"]["line"] == line for d in diagnostics):
                row["fault"] = "not checked"
                break
            if n >= options.warm:
                times.append(took)
            if time.monotonic() > end and times:
                break
            time.sleep(options.pause / 1000)
        row["diagnostics"] = len(diagnostics)
        if "fault" not in row:
            row["keys"] = len(times)
            row["p50_ms"] = round(statistics.median(times), 3)
            row["p95_ms"] = round(percentile(times, 0.95), 3)
            row["max_ms"] = round(max(times), 3)
    except (client.Silent, BrokenPipeError) as e:
        row["fault"] = f"no answer: {e}"
    row["peak_mb"] = server.peak_memory()
    server.stop()
    return row


def table(rows):
    columns = ["bytes", "sync", "diagnostics", "open_ms", "keys", "p50_ms", "p95_ms", "max_ms", "peak_mb"]
    named = "document" if any("document" in r for r in rows) else None
    print("".join(f"{c:>12}" for c in columns) + (f"  {named}" if named else ""))
    for r in rows:
        cells = "".join(f"{'-' if r.get(c) is None else r[c]:>12}" for c in columns)
        print(cells + (f"  {r.get('document', '')}" if named else "") + (f"  {r['fault']}" if "fault" in r else ""))


def run(options):
    rows, load = [], round(os.getloadavg()[0], 1)
    with tempfile.TemporaryDirectory() as folder:
        for size in map(size_of, options.sizes.split(",")):
            text, line = prose.document(size, options.seed)
            path = os.path.join(folder, f"draft-{size}.txt")
            pathlib.Path(path).write_text(text, encoding="utf-8")
            rows.append(measure(options.command, path, text, line, options, True))
            print(f"{options.name}: {json.dumps(rows[-1])}", file=sys.stderr)
    result = {
        "name": options.name, "seed": options.seed, "pause_ms": options.pause,
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        # Programs that ran in the minute before: what is measured beside others is no better than this number is small.
        "load_before": load, "rows": rows,
    }
    if options.out:
        pathlib.Path(options.out).write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    table(rows)
    return all(r.get("fault") in (None, "not checked") for r in rows)


def files(options):
    rows = []
    for path in options.documents:
        text = pathlib.Path(path).read_text(encoding="utf-8")
        line = middle(text) if options.line is None else options.line - 1
        rows.append({"document": path, **measure(options.command, path, text, line, options, False)})
    table(rows)
    return all("fault" not in r for r in rows)


def read(paths):
    return [json.loads(pathlib.Path(p).read_text(encoding="utf-8")) for p in paths]


def main():
    arguments, command = sys.argv[1:], []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, command = arguments[:at], arguments[at + 1:]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_subparsers(dest="mode", required=True)
    measuring = argparse.ArgumentParser(add_help=False)
    measuring.add_argument("--keys", type=int, default=60, help="letters that are timed")
    measuring.add_argument("--warm", type=int, default=5, help="letters before these")
    measuring.add_argument("--seconds", type=float, default=30, help="of typing at most, a document")
    measuring.add_argument("--pause", type=float, default=30, help="milliseconds between the diagnostics and the next letter")
    measuring.add_argument("--settle", type=float, default=1, help="seconds after opening")
    measuring.add_argument("--patience", type=float, default=60, help="seconds to wait for diagnostics")
    mode = modes.add_parser("run", parents=[measuring])
    mode.add_argument("--name", required=True)
    mode.add_argument("--out")
    mode.add_argument("--sizes", default=SIZES)
    mode.add_argument("--seed", type=int, default=1)
    mode = modes.add_parser("file", parents=[measuring])
    mode.add_argument("--line", type=int, help="line to type at the start of, from 1; by default in the middle")
    mode.add_argument("documents", nargs="+")
    mode = modes.add_parser("plot")
    mode.add_argument("--out", required=True)
    mode.add_argument("results", nargs="+")
    mode = modes.add_parser("table")
    mode.add_argument("results", nargs="+")
    options = parser.parse_args(arguments)
    options.command = command
    if options.mode in ("run", "file"):
        if not command:
            parser.error("no server: end with -- SERVER [ARGUMENT...]")
        return run(options) if options.mode == "run" else files(options)
    if options.mode == "plot":
        pathlib.Path(options.out).write_text(plot.draw(read(options.results)), encoding="utf-8")
    else:
        for result in read(options.results):
            print(f"{result['name']} ({result['machine']}, load before {result.get('load_before', 'not known')})")
            table(result["rows"])
    return True


if __name__ == "__main__":
    sys.exit(not main())
