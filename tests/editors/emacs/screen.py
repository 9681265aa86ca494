#!/usr/bin/env python3
"""Types in a real Emacs in tmux, set up as editors/emacs/README.md says, with company's list.

    screen.py EMACS SERVER OUT_DIR

drive.el asks what Emacs knows; here is what a user sees. The screens go to OUT_DIR.
"""

import os
import pathlib
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from terminal import EDITORS, Checks, Terminal, expected, until  # noqa: E402: only now it can be found

EXPECTED = expected()
REACTION_SECONDS = 2
START_SECONDS = 40
check = Checks("emacs-screen", sys.argv[3])


class Emacs(Terminal):
    def __init__(self, program, server):
        super().__init__(server)
        init = self.work / ".emacs.d/init.el"
        init.parent.mkdir()
        init.write_text(
            # What Emacs says while it compiles its own libraries for the first time would come between.
            f"""(setq native-comp-async-report-warnings-errors nil)
(load "{EDITORS}/emacs/viendan.el")
(add-hook 'text-mode-hook #'viendan-ensure)
(add-hook 'text-mode-hook #'visual-line-mode)
(add-hook 'text-mode-hook #'company-mode)
""",
            "utf-8",
        )
        self.start(program, "-nw", str(self.draft))

    def command(self, name):
        self.keys("M-x")
        self.paste(name)
        self.keys("Enter")

    def new_line(self):
        self.keys("M->", "Enter")

    def rows(self):
        """The screen without menu bar, mode lines and echo area; a list of company's covers what is behind it."""
        return self.screen().splitlines()[1:]

    def last_line(self):
        """Of the file: it may be read while it is being written."""
        return self.saved().removesuffix("\n").rpartition("\n")[2]

    def save(self):
        self.keys("C-x", "C-s")


def takes(emacs, how, want, name, key=None):
    """Types in a line of its own, until the list shows the text that Enter puts in; the line must be as wanted."""
    text = want.get("line") or want["begins"]
    # The list shows the text that is put in.
    shown = want["label"] if want["label"] in text else text
    emacs.new_line()
    emacs.type(want["typed"])
    if key:
        emacs.keys(key)
    else:
        listed = lambda: any(shown in row for row in emacs.rows())
        until(listed)
        # What is seen first may be the list of the letter before; on a busy machine it takes long to be replaced.
        time.sleep(REACTION_SECONDS)
        there = until(listed)
        check.keep(name, emacs.screen())
        if not check(f"the list has {shown} {how}", there, emacs.screen()):
            return
        emacs.keys("Enter")
    right = lambda: emacs.last_line() == want["line"] if "line" in want else emacs.last_line().startswith(want["begins"])
    until(lambda: any(text in row for row in emacs.rows()))
    emacs.save()
    check(f"completion taken {how}: {text}", until(right), f"{emacs.saved()}\n{emacs.screen()}")


def main():
    emacs = Emacs(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    try:
        # In a new home Emacs compiles its libraries first.
        if not check("the draft is open", until(lambda: "QUYẾT ĐỊNH" in emacs.screen(), START_SECONDS), emacs.screen()):
            return
        if not check("findings are counted", until(lambda: "Flymake[1 " in emacs.screen(), START_SECONDS), emacs.screen()):
            return
        takes(emacs, "while typing", EXPECTED["typing"], "typing")
        takes(emacs, "while letters are composed", EXPECTED["telex"]["completion"], "telex")
        for number, want in enumerate(EXPECTED["completions"], 1):
            takes(emacs, "while typing", want, f"completion-{number}")

        want = EXPECTED["telex"]["diagnostic"]
        emacs.new_line()
        emacs.type(want["typed"])
        # Company offers nothing here; what is typed is what stands there.
        emacs.save()
        check("composed letters: the draft is as typed", until(lambda: emacs.last_line() == want["line"]), emacs.saved())
        emacs.command("flymake-show-buffer-diagnostics")
        check("composed letters: the finding is listed", emacs.shows(f"[{want['code']}]"), emacs.screen())
        check.keep("findings", emacs.screen())
        emacs.keys("C-x", "1")

        emacs.command("company-mode")
        emacs.shows("mode disabled")
        takes(emacs, "with C-M-i", EXPECTED["telex"]["completion"], "asked", key="C-M-i")
    finally:
        emacs.end()
        emacs.remove()


# So that `timeout` too lets the finally blocks end what was started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    main()
except Exception as problem:  # noqa: BLE001: whatever it is, it is one failure, and the summary follows
    check("the script ran through", False, repr(problem))
sys.exit(check.end())
