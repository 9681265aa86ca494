"""A real Helix in a tmux of its own: keys go in, screens come out."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
CONFIG = HERE.parents[2] / "editors/helix"
WAIT_SECONDS = 10
# Between two letters: fast, as a person goes.
PACE_SECONDS = 0.04


def until(condition, seconds=None):
    """Waits until a condition holds; what it gave last."""
    end = time.monotonic() + (seconds or WAIT_SECONDS)
    while not (got := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return got


class Helix:
    def __init__(self, program, server):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="viendan-hx-"))
        self.log = self.work / "helix.log"
        for folder in ("bin", "draft", "config/helix"):
            (self.work / folder).mkdir(parents=True)
        (self.work / "bin/viendan").symlink_to(server)
        # Plain text, so that the language that our languages.toml defines is tried too.
        for name in ("draft", "outline"):
            shutil.copy(HERE.parent / f"{name}.md", self.work / f"draft/{name}.txt")
        self.draft = self.work / "draft/draft.txt"
        (self.work / "draft/viendan.toml").touch()
        # As somebody who has settings already: editors/helix/merge.py puts ours in.
        own = self.work / "config/helix/languages.toml"
        own.write_text('[[language]]\nname = "markdown"\nlanguage-servers = ["marksman"]\n', "utf-8")
        subprocess.run(["python3", str(CONFIG / "merge.py"), str(own)], check=True, capture_output=True)
        shutil.copy(CONFIG / "config.toml", self.work / "config/helix")
        self.env = {
            **os.environ,
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
        line = shlex.join([program, "-vv", "--log", str(self.log), str(self.draft)])
        self.tmux("new-session", "-d", "-s", "hx", "-x", "120", "-y", "30", "-c", str(self.draft.parent), line)

    def tmux(self, *args):
        command = ["tmux", "-u", "-S", f"{self.work}/tmux.sock", "-f", "/dev/null", *args]
        done = subprocess.run(command, env=self.env, check=True, capture_output=True, timeout=20)
        return done.stdout.decode("utf-8")

    def end(self):
        subprocess.run(["tmux", "-S", f"{self.work}/tmux.sock", "kill-server"], env=self.env, capture_output=True)
        time.sleep(0.1)  # Helix may still be writing

    def remove(self):
        shutil.rmtree(self.work, ignore_errors=True)

    def keys(self, *names):
        self.tmux("send-keys", "-t", "hx", *names)

    def paste(self, text):
        self.tmux("send-keys", "-t", "hx", "-l", text)

    def type(self, text):
        """Letter by letter, at a person's pace. "⌫" is the Backspace with which a Vietnamese keyboard (Telex) takes back the
        letter that the next one replaces: at once, as it does."""
        for letter in text:
            if letter == "⌫":
                self.keys("BSpace")
            else:
                self.paste(letter)
                time.sleep(PACE_SECONDS)

    def command(self, text):
        """A line for one of Helix's prompts: `:command`, `/search`."""
        self.paste(text)
        self.keys("Enter")

    def normal(self):
        """Back to normal mode; what follows Escape at once would be read as an Alt key."""
        self.keys("Escape")
        until(lambda: " NOR " in self.screen() and not self.card())

    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "hx")

    def shows(self, *texts):
        """Waits until the screen has all of these texts; whether it has."""
        return until(lambda: (lambda screen: all(text in screen for text in texts))(self.screen()))

    def card(self):
        """The text in the popup's frame (`popup-border` in our config.toml), without the draft behind it."""
        return "\n".join(re.findall(r"│(.*?)│", self.screen()))

    def menu(self, label, typed):
        """Which row of the menu, counted from 1, has the label: the menu hangs under the line being typed. 0: none."""
        rows = self.screen().splitlines()
        line = max((i for i, row in enumerate(rows) if typed in row), default=len(rows))
        return next((i for i, row in enumerate(rows[line + 1 :], 1) if label in row), 0)

    def saved(self, path=None):
        try:
            return (path or self.draft).read_text("utf-8")
        except FileNotFoundError:
            return ""  # Helix writes another file and renames it

    def position(self):
        """Line and column of the cursor, read from the status line."""
        at = re.search(r" sel +(\d+):(\d+) *$", self.screen(), re.MULTILINE)
        return (int(at[1]), int(at[2])) if at else (None, None)

    def selection(self):
        """What is selected, asked of Helix itself."""
        picked = self.work / "picked"
        picked.unlink(missing_ok=True)
        self.command(f":pipe-to cat > {picked}.part && mv {picked}.part {picked}")
        return picked.read_text("utf-8") if until(picked.exists) else None

    def errors(self):
        """The errors in Helix's log. With -vv it has the whole traffic; Debian's Helix has no grammars (that is an error to it),
        and after "exit" it always finds the stream closed."""
        log = self.log.read_text("utf-8", "replace").split('"method":"exit"')[0]
        return [line for line in log.splitlines() if " [ERROR] " in line and "tree-sitter parser" not in line]


def expected():
    return json.loads((HERE.parent / "expected.json").read_text("utf-8"))
