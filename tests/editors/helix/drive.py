#!/usr/bin/env python3
"""Drives a real Helix in tmux with editors/helix/*.toml as its configuration, typing keys as a user does.

    drive.py HX SERVER OUT_DIR

The screens and Helix's log (with the whole traffic) go to OUT_DIR.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
CONFIG = HERE.parents[2] / "editors/helix"
EXPECTED = json.loads((HERE.parent / "expected.json").read_text("utf-8"))
WAIT_SECONDS = 10

hx, server, out = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), pathlib.Path(sys.argv[3])
work = pathlib.Path(tempfile.mkdtemp(prefix="viendan-hx-"))
passed = failed = 0


class Hx:
    """Helix in a tmux of its own, which no other tmux on the machine knows of."""

    # Plain text, so that the language that our languages.toml defines is tried too.
    draft = work / "draft/draft.txt"
    log = work / "helix.log"
    picked = work / "picked"

    def __init__(self):
        for folder in ("bin", "draft", "config/helix"):
            (work / folder).mkdir(parents=True)
        (work / "bin/viendan").symlink_to(server)
        shutil.copy(HERE.parent / "draft.md", self.draft)
        (work / "draft/viendan.toml").touch()
        shutil.copy(CONFIG / "languages.toml", work / "config/helix")
        shutil.copy(CONFIG / "config.toml", work / "config/helix")
        self.env = {
            **os.environ,
            "PATH": f"{work}/bin:{os.environ['PATH']}",
            "XDG_CONFIG_HOME": f"{work}/config",
            "XDG_DATA_HOME": f"{work}/data",
            "XDG_CACHE_HOME": f"{work}/cache",
            "TERM": "xterm-256color",
            # Else tmux garbles Vietnamese.
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }
        self.env.pop("TMUX", None)
        line = shlex.join([hx, "-vv", "--log", str(self.log), str(self.draft)])
        self.tmux("new-session", "-d", "-s", "hx", "-x", "120", "-y", "30", "-c", str(self.draft.parent), line)

    def tmux(self, *args):
        command = ["tmux", "-u", "-S", f"{work}/tmux.sock", "-f", "/dev/null", *args]
        done = subprocess.run(command, env=self.env, check=True, capture_output=True, timeout=20)
        return done.stdout.decode("utf-8")

    def end(self):
        subprocess.run(["tmux", "-S", f"{work}/tmux.sock", "kill-server"], env=self.env, capture_output=True)

    def keys(self, *names):
        self.tmux("send-keys", "-t", "hx", *names)

    def type(self, text):
        self.tmux("send-keys", "-t", "hx", "-l", text)

    def command(self, text):
        """A line for one of Helix's prompts: `:command`, `/search`."""
        self.type(text)
        self.keys("Enter")

    def normal(self):
        """Back to normal mode; what follows Escape at once would be read as an Alt key."""
        self.keys("Escape")
        until(lambda: " NOR " in self.screen() and not self.card())

    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "hx")

    def card(self):
        """The text in the popup's frame (`popup-border` in our config.toml), without the draft behind it."""
        return "\n".join(re.findall(r"│(.*?)│", self.screen()))

    def saved(self):
        try:
            return self.draft.read_text("utf-8")
        except FileNotFoundError:
            return ""  # Helix writes another file and renames it

    def position(self):
        """Line and column of the cursor, read from the status line."""
        at = re.search(r" sel +(\d+):(\d+) *$", self.screen(), re.MULTILINE)
        return (int(at[1]), int(at[2])) if at else (None, None)

    def selection(self):
        """What is selected, asked of Helix itself."""
        self.picked.unlink(missing_ok=True)
        self.command(f":pipe-to cat > {self.picked}.part && mv {self.picked}.part {self.picked}")
        return self.picked.read_text("utf-8") if until(self.picked.exists) else None


def until(condition, seconds=WAIT_SECONDS):
    end = time.monotonic() + (2 if failed else seconds)  # after a first failure the rest is likely lost too
    while not (got := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return got


def check(name, ok, seen=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    print(f"{'ok' if ok else 'NOT OK'} - {name}" + (f"\n{seen}" if seen and not ok else ""), flush=True)
    return ok


def keep(name, text):
    (out / f"helix-{name}.txt").write_text(text, encoding="utf-8")


def diagnostic(helix):
    want = EXPECTED["diagnostic"]
    check("a finding is marked in the gutter", until(lambda: "●" in helix.screen()), helix.screen())
    # The picker of diagnostics, narrowed down to our code; Enter goes there and selects the range.
    helix.keys("Space", "d")
    helix.type(f"%code {want['code']}")
    rows = lambda: [row for row in helix.screen().splitlines() if row.count(want["code"]) and "%code" not in row]
    check("one diagnostic with the code", until(lambda: len(rows()) == 1), helix.screen())
    keep("diagnostics", helix.screen())
    helix.keys("Enter")
    until(lambda: helix.position()[0] == want["line"] + 1)
    keep("diagnostic", helix.screen())
    draft = helix.draft.read_text("utf-8").splitlines()[want["line"]]
    places = {(want["line"] + 1, draft.index(text) + len(text), text) for text in want["texts"]}
    # The cursor stands on the selection's last letter.
    seen = (*helix.position(), helix.selection())
    check("diagnostic at its place", seen in places, f"{seen}, not one of {places}\n{helix.screen()}")


def hover(helix):
    want = EXPECTED["hover"]
    helix.keys("g", "g")
    helix.command("/" + want["on"])
    until(lambda: helix.position()[0] == want["line"] + 1)
    helix.keys("Space", "k")
    until(lambda: all(text in helix.card() for text in want["contains"]))
    for text in want["contains"]:
        check(f"hover says {text}", text in helix.card(), helix.screen())
    keep("hover", helix.screen())
    helix.normal()


def completion(helix, want):
    asked = want.get("asked")
    helix.keys("g", "e", "o")
    helix.type(want["typed"])
    if asked:
        helix.keys("C-x")

    def offered():
        """Which row of the menu, counted from 1, has the label: the menu hangs under the line being typed."""
        rows = helix.screen().splitlines()
        typed = next((i for i, row in enumerate(rows) if want["typed"] in row), len(rows))
        return next((i for i, row in enumerate(rows[typed:]) if want["label"] in row), 0)

    row = until(offered)
    keep(f"completion-{'asked' if asked else 'typed'}", helix.screen())
    how = "when asked" if asked else "while typing"
    if not check(f"completion offers {want['label']} {how}", row, helix.screen()):
        helix.normal()
        return
    # Nothing is selected until C-n.
    for _ in range(row):
        helix.keys("C-n")
    helix.keys("Enter")
    helix.normal()
    helix.command(":write")
    taken = until(lambda: helix.saved().endswith(f"\n{want['line']}\n"))
    check(f"completion taken: {want['line']}", taken, f"{helix.saved()}\n{helix.screen()}")


def main():
    helix = Hx()
    try:
        check("the draft is open", until(lambda: "QUYẾT ĐỊNH" in helix.screen()), helix.screen())
        diagnostic(helix)
        hover(helix)
        for want in EXPECTED["completions"]:
            completion(helix, want)
        helix.command(":quit!")
        # With -vv the log has the whole traffic; Debian's Helix has no grammars (that is an error to it),
        # and after "exit" it always finds the stream closed.
        log = helix.log.read_text("utf-8", "replace").split('"method":"exit"')[0]
        errors = [line for line in log.splitlines() if " [ERROR] " in line and "tree-sitter parser" not in line]
        check("no error in Helix's log", not errors, "\n".join(errors))
    finally:
        helix.end()
        if helix.log.exists():
            shutil.copy(helix.log, out / "helix-lsp.log")


# So that `timeout` too lets the finally blocks end what was started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    main()
except Exception as problem:  # noqa: BLE001: whatever it is, it is one failure, and the summary follows
    check("the script ran through", False, repr(problem))
finally:
    time.sleep(0.1)  # Helix may still be writing
    shutil.rmtree(work, ignore_errors=True)
print(f"helix: {passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
