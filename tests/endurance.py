#!/usr/bin/env python3
"""An hour of editing over 200 documents: memory stays flat, no handles are left behind, no diagnostics are lost.

    tests/endurance.py PROGRAM                            an hour, 100,000 edits, 200 documents
    tests/endurance.py PROGRAM --seconds 60 --edits 2000  a short run

Documents are opened, edited, asked about, saved, closed and opened again, at an even pace; every edit plants or mends one mistake, and
now and then it is checked that the server has told of exactly those that are there. The resident size is taken after the first
minute (or the first third of a shorter run) and at the end; it may grow by three tenths. Prints a line every minute and a table at
the end; fails with what was wrong.
"""

import argparse
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time

WRONG = "Căn cứ Nghị định số 30/2020/NÐ-CP;\n"
RIGHT = "Theo khoản 2 Điều 5 Luật Đất đai năm 2024 và Nghị định số 78/2025/NĐ-CP của Chính phủ.\n"
CODE = "eth-for-d-stroke"
GROWTH = 1.3


class Server:
    """The server and what it has said."""

    def __init__(self, program, home):
        environment = dict(os.environ, XDG_CACHE_HOME=f"{home}/cache", VIENDAN_DATA_DIR=f"{home}/data")
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([program, "lsp"], stdin=pipe, stdout=pipe, env=environment)
        self.answers, self.published, self.count = queue.Queue(), {}, 0
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        out = self.process.stdout
        while header := out.readline():
            length = int(header.split(b":")[1])
            out.readline()
            message = json.loads(out.read(length))
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                found = sum(d["code"] == CODE for d in params["diagnostics"])
                self.published[params["uri"]] = (params.get("version"), found)
            elif "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})
            elif "id" in message:
                self.answers.put(message)

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.count += 1
        self.send({"id": self.count, "method": method, "params": params})
        answer = self.answers.get(timeout=60)
        assert answer["id"] == self.count, answer
        if "error" in answer:
            raise SystemExit(f"{method}: {answer['error']}")
        return answer["result"]

    def status(self):
        """The resident size in kB, and the handles that are open."""
        with open(f"/proc/{self.process.pid}/status") as lines:
            resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        return resident, len(os.listdir(f"/proc/{self.process.pid}/fd"))


class Draft:
    """A document as the editor has it: lines, and which of them are wrong."""

    def __init__(self, number, length):
        self.uri, self.number, self.length = f"file:///drafts/{number}.md", number, length
        self.version, self.is_open = 0, False

    def open(self, server):
        self.wrong = [n % 7 == self.number % 7 for n in range(self.length)]
        self.version, self.is_open = self.version + 1, True
        text = "".join(WRONG if wrong else RIGHT for wrong in self.wrong)
        document = {"uri": self.uri, "languageId": "markdown", "version": self.version, "text": text}
        server.notify("textDocument/didOpen", {"textDocument": document})

    def edit(self, server, chance):
        """A line is written anew: comes, goes, becomes wrong or right."""
        at, kind = chance.randrange(len(self.wrong)), chance.random()
        wrong = chance.random() < 0.3
        new = WRONG if wrong else RIGHT
        if kind < 0.2 and len(self.wrong) > self.length // 2:
            end, new, self.wrong[at : at + 1] = at + 1, "", []
        elif kind < 0.4 and len(self.wrong) < self.length * 2:
            end, self.wrong[at:at] = at, [wrong]
        else:
            end, self.wrong[at] = at + 1, wrong
        self.version += 1
        place = {"start": {"line": at, "character": 0}, "end": {"line": end, "character": 0}}
        identity = {"uri": self.uri, "version": self.version}
        changes = [{"range": place, "text": new}]
        server.notify("textDocument/didChange", {"textDocument": identity, "contentChanges": changes})

    def ask(self, server, chance):
        document = {"textDocument": {"uri": self.uri}}
        at = {**document, "position": {"line": chance.randrange(len(self.wrong)), "character": 24}}
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
        asked = [
            ("textDocument/hover", at),
            ("textDocument/completion", at),
            ("textDocument/documentSymbol", document),
            ("textDocument/semanticTokens/full", document),
            ("textDocument/codeLens", document),
            ("textDocument/references", {**at, "context": {"includeDeclaration": True}}),
            ("textDocument/codeAction", {**document, "range": whole, "context": {"diagnostics": []}}),
        ]
        server.request(*chance.choice(asked))

    def close(self, server):
        self.is_open = False
        server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})

    def check(self, server):
        """All that is wrong has been told, for this version."""
        expected = (self.version, sum(self.wrong)) if self.is_open else (None, 0)
        until = time.monotonic() + 60
        while server.published.get(self.uri) != expected:
            if time.monotonic() > until:
                raise SystemExit(f"{self.uri}: {server.published.get(self.uri)} instead of {expected}")
            time.sleep(0.005)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("--seconds", type=float, default=3600)
    arguments.add_argument("--edits", type=int, default=100_000)
    arguments.add_argument("--documents", type=int, default=200)
    arguments.add_argument("--lines", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as home:
        server = Server(given.program, home)
        text = {"publishDiagnostics": {"versionSupport": True}, "completion": {"completionItem": {}}}
        text["codeAction"] = {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}}
        server.request("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": text}})
        server.notify("initialized", {})
        server.request("workspace/symbol", {"query": "x"})
        drafts = [Draft(number, given.lines) for number in range(given.documents)]
        for draft in drafts:
            draft.open(server)
        for draft in drafts:
            draft.check(server)
        start = time.monotonic()
        settled, first, told, highest = min(60, given.seconds / 3), None, 0, 0
        for count in range(1, given.edits + 1):
            draft = chance.choice(drafts)
            if not draft.is_open:
                draft.open(server)
            draft.edit(server, chance)
            if chance.random() < 0.1:
                draft.ask(server, chance)
            # What is wrong at the cursor is told when nobody has typed there for a moment: this waits.
            if chance.random() < 0.005:
                draft.check(server)
            if chance.random() < 0.02:
                draft.close(server)
                draft.check(server)
            if chance.random() < 0.01:
                server.notify("textDocument/didSave", {"textDocument": {"uri": draft.uri}})
            if (wait := start + given.seconds * count / given.edits - time.monotonic()) > 0:
                time.sleep(wait)
            now = time.monotonic() - start
            if first is None and now >= settled:
                first = server.status()
            if now >= 60 * (told + 1):
                told += 1
                print(f"{told} min: {count} edits, {server.status()[0] >> 10} MiB, {server.status()[1]} handles", flush=True)
            if count % 1000 == 0:
                highest = max(highest, server.status()[0])
        for draft in drafts:
            draft.check(server)
        last = server.status()
        first = first or last
        took = time.monotonic() - start
        print(f"{given.edits} edits of {given.documents} documents in {took:.0f} s")
        print(f"resident: {first[0] >> 10} MiB at first, {last[0] >> 10} MiB at the end, {highest >> 10} MiB at most")
        print(f"handles: {first[1]} at first, {last[1]} at the end")
        server.request("shutdown", None)
        server.notify("exit", None)
        assert server.process.wait(10) == 0, "the server did not end well"
        if last[0] > first[0] * GROWTH:
            raise SystemExit(f"memory grew {last[0] / first[0]:.2f} times")
        if last[1] > first[1]:
            raise SystemExit(f"{last[1] - first[1]} handles were left open")
        print("flat")


if __name__ == "__main__":
    sys.exit(main())
