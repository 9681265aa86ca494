"""A real Helix: what is special about its keys and its screen."""

import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from terminal import EDITORS, Terminal, until  # noqa: E402: only now it can be found


class Helix(Terminal):
    """The drafts are plain text, so that the language that our languages.toml defines is tried too."""

    def __init__(self, program, server):
        super().__init__(server)
        self.log = self.work / "helix.log"
        # As somebody who has settings already: editors/helix/merge.py puts ours in, and its config.toml beside them.
        own = self.work / "config/helix/languages.toml"
        own.parent.mkdir()
        own.write_text('[[language]]\nname = "markdown"\nlanguage-servers = ["marksman"]\n', "utf-8")
        subprocess.run(["python3", str(EDITORS / "helix/merge.py"), str(own)], check=True, capture_output=True)
        self.start(program, "-vv", "--log", str(self.log), str(self.draft))

    def command(self, text):
        """A line for one of Helix's prompts: `:command`, `/search`."""
        self.paste(text)
        self.keys("Enter")

    def normal(self):
        """Back to normal mode; what follows Escape at once would be read as an Alt key."""
        self.keys("Escape")
        until(lambda: " NOR " in self.screen() and not self.card())

    def card(self):
        """The text in the popup's frame (`popup-border` in our config.toml), without the draft behind it."""
        return "\n".join(re.findall(r"│(.*?)│", self.screen()))

    def menu(self, label, typed):
        """Which row of the menu, counted from 1, has the label: the menu hangs under the line being typed. 0: none."""
        rows = self.screen().splitlines()
        line = max((i for i, row in enumerate(rows) if typed in row), default=len(rows))
        return next((i for i, row in enumerate(rows[line + 1 :], 1) if label in row), 0)

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
