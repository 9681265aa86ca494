"""A small client of the Language Server Protocol over stdio: enough to open a document, type in it and await diagnostics."""
import json
import os
import pathlib
import queue
import subprocess
import threading
import time

FULL = 1


class Silent(Exception):
    """The server did not answer in time, or ended."""


class Client:
    def __init__(self, command, language):
        self.language = language
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.writing = threading.Lock()
        self.answers, self.diagnostics = queue.Queue(), queue.Queue()
        self.requests = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        out = self.process.stdout
        while True:
            length = None
            while line := out.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self.answers.put(None)
                self.diagnostics.put(None)
                return
            body = out.read(length)
            # The moment at which the message is complete, before this client spends time on parsing it.
            now = time.perf_counter()
            message = json.loads(body)
            if "method" in message and "id" in message:
                asked = message["method"] == "workspace/configuration"
                result = [None] * len(message["params"]["items"]) if asked else None
                self._send(encode({"id": message["id"], "result": result}))
            elif "id" in message:
                self.answers.put(message)
            elif message.get("method") == "textDocument/publishDiagnostics":
                self.diagnostics.put((now, message["params"]))

    def _send(self, data):
        with self.writing:
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def notify(self, method, params):
        """Sends a notification; returns the moment before the first byte left."""
        data = encode({"method": method, "params": params})
        start = time.perf_counter()
        self._send(data)
        return start

    def request(self, method, params, seconds=60):
        self.requests += 1
        self._send(encode({"id": self.requests, "method": method, "params": params}))
        try:
            answer = self.answers.get(timeout=seconds)
        except queue.Empty:
            answer = None
        if answer is None:
            raise Silent(method)
        return answer.get("result")

    def start(self, root):
        result = self.request("initialize", {
            "processId": os.getpid(),
            "rootUri": pathlib.Path(root).as_uri(),
            "workspaceFolders": [{"uri": pathlib.Path(root).as_uri(), "name": "bench"}],
            "capabilities": {
                "general": {"positionEncodings": ["utf-16"]},
                "textDocument": {"synchronization": {}, "publishDiagnostics": {"versionSupport": True}},
                "workspace": {"configuration": True, "workspaceFolders": True},
            },
        })
        sync = result["capabilities"].get("textDocumentSync")
        self.sync = sync.get("change", 0) if isinstance(sync, dict) else sync
        self.notify("initialized", {})

    def open(self, path, text, seconds):
        """Opens a text under a name; returns the milliseconds to its first diagnostics, and these."""
        self.uri, self.version, self.lines = pathlib.Path(path).as_uri(), 1, text.split("\n")
        document = {"uri": self.uri, "languageId": self.language, "version": 1, "text": text}
        return self._await(self.notify("textDocument/didOpen", {"textDocument": document}), seconds)

    def type(self, line, column, letter, seconds):
        """Types a letter; returns the milliseconds to the first diagnostics of the new text, and these. A server that does not take changes
        piece by piece gets the whole text, as an editor would send it."""
        self.version += 1
        self.lines[line] = self.lines[line][:column] + letter + self.lines[line][column:]
        if self.sync == FULL:
            change = {"text": "\n".join(self.lines)}
        else:
            place = {"line": line, "character": column}
            change = {"range": {"start": place, "end": place}, "text": letter}
        document = {"uri": self.uri, "version": self.version}
        return self._await(self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]}), seconds)

    def _await(self, start, seconds):
        end = time.monotonic() + seconds
        while True:
            try:
                received = self.diagnostics.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                received = None
            if received is None:
                raise Silent("diagnostics")
            now, params = received
            # Without a version: the diagnostics that come after the change.
            if params["uri"] == self.uri and params.get("version", self.version) == self.version:
                return (now - start) * 1000, params["diagnostics"]

    def settle(self, seconds):
        """Drops what comes late after opening."""
        time.sleep(seconds)
        while not self.diagnostics.empty():
            self.diagnostics.get()

    def peak_memory(self):
        """The largest resident set in MB, where the system tells it."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return None
        return next((round(int(row.split()[1]) / 1024, 1) for row in status.splitlines() if row.startswith("VmHWM")), None)

    def stop(self):
        try:
            self.request("shutdown", None, 5)
            self.notify("exit", None)
            self.process.wait(5)
        except (Silent, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()


def encode(message):
    body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body
