"""A program of the terminal in a tmux of its own: keys go in, screens come out."""

import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
EDITORS = HERE.parents[1] / "editors"
WAIT_SECONDS = 10
# Between two letters: fast, as a person goes.
PACE_SECONDS = 0.04


def until(condition, seconds=None):
    """Waits until a condition holds; what it gave last."""
    end = time.monotonic() + (seconds or WAIT_SECONDS)
    while not (got := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return got


def written(text):
    """A text without what a Vietnamese keyboard took back."""
    left = []
    for letter in text:
        if letter == "⌫":
            left.pop()
        else:
            left.append(letter)
    return "".join(left)


def expected():
    return json.loads((HERE / "expected.json").read_text("utf-8"))


class Checks:
    """Counts what is right and what is not, and tells of each."""

    def __init__(self, name, out):
        self.name, self.out = name, pathlib.Path(out)
        self.passed = self.failed = 0

    def __call__(self, name, ok, seen=""):
        global WAIT_SECONDS
        self.passed, self.failed = self.passed + bool(ok), self.failed + (not ok)
        if not ok:
            WAIT_SECONDS = 2  # the rest is likely lost too
        print(f"{'ok' if ok else 'NOT OK'} - {name}" + (f"\n{seen}" if seen and not ok else ""), flush=True)
        if not ok and os.environ.get("STOP_AT_FIRST"):
            raise SystemExit(self.end())
        return ok

    def keep(self, name, text):
        (self.out / f"{self.name}-{name}.txt").write_text(text, encoding="utf-8")

    def end(self):
        """The closing line, and the exit status."""
        print(f"{self.name}: {self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


class Terminal:
    def __init__(self, server):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="viendan-tty-"))
        for folder in ("bin", "draft", "config"):
            (self.work / folder).mkdir()
        (self.work / "bin/viendan").symlink_to(server)
        for name in ("draft", "outline"):
            shutil.copy(HERE / f"{name}.md", self.work / f"draft/{name}.txt")
        self.draft = self.work / "draft/draft.txt"
        (self.work / "draft/viendan.toml").touch()
        self.env = {
            **os.environ,
            "HOME": f"{self.work}",
            "PATH": f"{self.work}/bin:{os.environ['PATH']}",
            "XDG_CONFIG_HOME": f"{self.work}/config",
            "XDG_DATA_HOME": f"{self.work}/data",
            "XDG_CACHE_HOME": f"{self.work}/cache",
            "TERM": "xterm-256color",
            # Else tmux garbles Vietnamese.
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }
        self.env.pop("TMUX", None)

    def start(self, *command):
        """Starts the program in the folder of the drafts."""
        self.tmux("new-session", "-d", "-s", "s", "-x", "120", "-y", "30", "-c", str(self.draft.parent), shlex.join(command))

    def tmux(self, *args):
        command = ["tmux", "-u", "-S", f"{self.work}/tmux.sock", "-f", "/dev/null", *args]
        done = subprocess.run(command, env=self.env, check=True, capture_output=True, timeout=20)
        return done.stdout.decode("utf-8")

    def end(self):
        subprocess.run(["tmux", "-S", f"{self.work}/tmux.sock", "kill-server"], env=self.env, capture_output=True)
        time.sleep(0.1)  # the program may still be writing

    def remove(self):
        shutil.rmtree(self.work, ignore_errors=True)

    def keys(self, *names):
        self.tmux("send-keys", "-t", "s", *names)

    def paste(self, text):
        self.tmux("send-keys", "-t", "s", "-l", text)

    def type(self, text):
        """Letter by letter, at a person's pace. "⌫" is the Backspace with which a Vietnamese keyboard (Telex) takes back the
        letter that the next one replaces: at once, as it does."""
        for letter in text:
            if letter == "⌫":
                self.keys("BSpace")
            else:
                self.paste(letter)
                time.sleep(PACE_SECONDS)

    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "s")

    def shows(self, *texts):
        """Waits until the screen has all of these texts; whether it has."""
        return until(lambda: (lambda screen: all(text in screen for text in texts))(self.screen()))

    def saved(self, path=None):
        try:
            return (path or self.draft).read_text("utf-8")
        except FileNotFoundError:
            return ""  # an editor may write another file and rename it
