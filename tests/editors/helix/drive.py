#!/usr/bin/env python3
"""Drives a real Helix in tmux with editors/helix/*.toml as its configuration, typing keys as a user does.

    drive.py HX SERVER OUT_DIR

The screens and Helix's log (with the whole traffic) go to OUT_DIR.
"""

import os
import shutil
import signal
import sys

from session import Helix  # first: it says where `terminal` is
from terminal import Checks, expected, until, written

EXPECTED = expected()
check = Checks("helix", sys.argv[3])
keep = check.keep


def to_diagnostic(helix, code):
    """The picker of diagnostics, narrowed down to a code; Enter goes there and selects the range. How many it shows."""
    helix.keys("Space", "d")
    helix.paste(f"%code {code}")
    rows = lambda: [row for row in helix.screen().splitlines() if row.count(code) and "%code" not in row]
    until(lambda: len(rows()) == 1)
    count = len(rows())
    keep("diagnostics", helix.screen())
    helix.keys("Enter")
    return count


def diagnostic(helix, want):
    check("a finding is marked in the gutter", until(lambda: "●" in helix.screen()), helix.screen())
    check("one diagnostic with the code", to_diagnostic(helix, want["code"]) == 1, helix.screen())
    until(lambda: helix.position()[0] == want["line"] + 1)
    keep("diagnostic", helix.screen())
    draft = helix.saved().splitlines()[want["line"]]
    places = {(want["line"] + 1, draft.index(text) + len(text), text) for text in want["texts"]}
    # The cursor stands on the selection's last letter.
    seen = (*helix.position(), helix.selection())
    check("diagnostic at its place", seen in places, f"{seen}, not one of {places}\n{helix.screen()}")


def hover(helix, want):
    helix.keys("g", "g")
    helix.command("/" + want["on"])
    until(lambda: helix.position()[0] == want["line"] + 1)
    helix.keys("Space", "k")
    until(lambda: all(text in helix.card() for text in want["contains"]))
    for text in want["contains"]:
        check(f"hover says {text}", text in helix.card(), helix.screen())
    keep("hover", helix.screen())
    helix.normal()


def completion(helix, how, want, name):
    """Types in a line of its own; takes the item with the label; the line must be as wanted."""
    helix.keys("g", "e", "o")
    helix.type(want["typed"])
    row = until(lambda: helix.menu(want["label"], written(want["typed"])))
    keep(f"completion-{name}", helix.screen())
    if not check(f"completion offers {want['label']} {how}", row, helix.screen()):
        helix.normal()
        return
    # Nothing is selected until C-n.
    for _ in range(row):
        helix.keys("C-n")
    helix.keys("Enter")
    helix.normal()
    helix.command(":write")
    line = lambda: helix.saved().removesuffix("\n").rpartition("\n")[2]
    is_wanted = lambda: line() == want["line"] if "line" in want else line().startswith(want["begins"])
    taken = want.get("line") or want["begins"]
    check(f"completion taken: {taken}", until(is_wanted), f"{helix.saved()}\n{helix.screen()}")


def growing_list(helix, want):
    """The list is there, and right, at every letter, and not only at the last."""
    helix.keys("g", "e", "o")
    begun, rest = want["typed"][: want["from"]], want["typed"][want["from"] :]
    helix.type(begun)
    for letter in rest:
        helix.type(letter)
        begun += letter
        there = until(lambda: helix.menu(want["label"], begun))
        check(f"the list after “{begun}” has {want['label']}", there, helix.screen())
    helix.normal()
    helix.keys("x", "d")


def composed(helix, want):
    """Letters that a Telex keyboard replaces: what is found must be at the place in the text as it is then."""
    helix.keys("g", "e", "o")
    helix.type(want["typed"])
    helix.normal()
    check("composed letters: the finding is there", to_diagnostic(helix, want["code"]) == 1, helix.screen())
    until(lambda: helix.selection() == want["text"], 3)
    check("composed letters: finding at its place", helix.selection() == want["text"], helix.screen())
    helix.command(":write")
    there = until(lambda: helix.saved().endswith(f"\n{want['line']}\n"))
    check("composed letters: the draft is as typed", there, helix.saved())


def action(helix, want):
    to_diagnostic(helix, want["code"])
    helix.keys("Space", "a")
    check(f"code action offers {want['title']}", helix.shows(want["title"]), helix.screen())
    keep("action", helix.screen())
    # The fix of the finding under the cursor comes first, and is selected.
    helix.keys("Enter")
    until(lambda: not helix.card())
    helix.command(":write")
    check("code action applied", until(lambda: want["line"] in helix.saved()), helix.saved())
    gone = until(lambda: "●" not in "".join(row for row in helix.screen().splitlines() if want["line"][:40] in row))
    check("its finding is gone", gone, helix.screen())


def outline(helix, want):
    path = helix.draft.with_name("outline.txt")
    helix.command(f":open {path}")
    hint = f"{want['hint']['after']} ({want['hint']['text']}"
    check("inlay hint on the screen", helix.shows(hint), helix.screen())
    keep("hints", helix.screen())

    helix.keys("Space", "s")
    check("symbol picker lists the units", helix.shows(*want["symbols"]), helix.screen())
    keep("symbols", helix.screen())
    helix.paste(want["symbols"][0])
    until(lambda: want["symbols"][1] not in helix.screen().partition("│")[0])
    helix.keys("Enter")
    first = want["rename"]["lines"][0][0] + 1
    check("the picker goes to the unit", until(lambda: helix.position()[0] == first), helix.screen())

    helix.keys("g", "g")
    helix.command("/^" + want["rename"]["on"])
    until(lambda: helix.position()[0] == first)
    helix.keys("Space", "r")
    helix.shows("rename-to:")
    keep("rename", helix.screen())
    helix.keys("C-u")
    helix.command(want["rename"]["to"])
    helix.shows(want["rename"]["lines"][0][1])
    helix.command(":write")
    lines = lambda: helix.saved(path).splitlines()
    renamed = lambda: all(lines()[n : n + 1] == [line] for n, line in want["rename"]["lines"])
    check("renamed everywhere", until(renamed), f"{helix.saved(path)}\n{helix.screen()}")


def main():
    helix = Helix(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    try:
        if not check("the draft is open", helix.shows("QUYẾT ĐỊNH"), helix.screen()):
            return
        # Without a finding there is no server, and nothing else to wait for.
        if not check("the server is there", until(lambda: "●" in helix.screen()), helix.screen()):
            return
        diagnostic(helix, EXPECTED["diagnostic"])
        hover(helix, EXPECTED["hover"])
        for number, want in enumerate(EXPECTED["completions"], 1):
            completion(helix, "while typing", want, number)
        growing_list(helix, EXPECTED["typing"])
        completion(helix, "while typing", EXPECTED["typing"], "typing")
        completion(helix, "while letters are composed", EXPECTED["telex"]["completion"], "telex")
        composed(helix, EXPECTED["telex"]["diagnostic"])
        action(helix, EXPECTED["action"])
        outline(helix, EXPECTED["outline"])
        helix.command(":quit-all!")
        check("no error in Helix's log", not helix.errors(), "\n".join(helix.errors()))
    finally:
        helix.end()
        if helix.log.exists():
            shutil.copy(helix.log, check.out / "helix-lsp.log")
        helix.remove()


# So that `timeout` too lets the finally blocks end what was started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    main()
except Exception as problem:  # noqa: BLE001: whatever it is, it is one failure, and the summary follows
    check("the script ran through", False, repr(problem))
sys.exit(check.end())
