#!/usr/bin/env python3
"""A server with one fault: viendan behind a go-between that spoils what it says.

    server.py FAULT PROGRAM ARGUMENTS...

An editor's test that does not see the fault is no test: `run` tries them all. The fault `none` passes everything on, so that
what fails does so for the fault and not for the go-between.
"""

import copy
import json
import subprocess
import sys
import threading

DIAGNOSTICS = ("textDocument/diagnostic", "textDocument/publishDiagnostics", "workspace/diagnostic")


def each_range(value, change):
    """Calls `change` with each range in a part of a message."""
    if isinstance(value, dict):
        if {"start", "end"} <= value.keys():
            change(value)
        for part in value.values():
            each_range(part, change)
    elif isinstance(value, list):
        for part in value:
            each_range(part, change)


def shifted(value, lines=0, letters=0):
    def change(range_):
        for end in ("start", "end"):
            range_[end]["line"] += lines
            range_[end]["character"] += letters

    each_range(value, change)


def items(answer):
    """The diagnostics or completion items of a message."""
    if isinstance(answer, list):
        return answer
    return (answer or {}).get("items") or (answer or {}).get("diagnostics") or []


def texts_in(value, change):
    """Applies `change` to each text of a part of a message."""
    if isinstance(value, dict):
        return {key: texts_in(part, change) for key, part in value.items()}
    if isinstance(value, list):
        return [texts_in(part, change) for part in value]
    return change(value) if isinstance(value, str) else value


# Each fault takes the method and what it answered (`result`, or the `params` of what the server says by itself), and gives what
# the editor gets instead.
FAULTS = {}


def fault(*methods):
    def keep(spoil):
        FAULTS[spoil.__name__.replace("_", "-")] = (methods, spoil)
        return spoil

    return keep


@fault(*DIAGNOSTICS)
def no_diagnostics(answer):
    for key in ("items", "diagnostics"):
        if key in answer:
            answer[key] = []
    return answer


@fault(*DIAGNOSTICS)
def diagnostics_a_letter_off(answer):
    shifted(items(answer), letters=1)
    return answer


@fault(*DIAGNOSTICS)
def diagnostics_a_line_off(answer):
    shifted(items(answer), lines=1)
    return answer


@fault(*DIAGNOSTICS)
def diagnostics_twice(answer):
    found = items(answer)
    found.extend(copy.deepcopy(found))
    return answer


@fault(*DIAGNOSTICS)
def diagnostics_without_source(answer):
    for one in items(answer):
        one.pop("source", None)
    return answer


@fault(*DIAGNOSTICS)
def diagnostics_without_link(answer):
    for one in items(answer):
        one.pop("codeDescription", None)
    return answer


@fault("textDocument/hover")
def no_hover(answer):
    return None


@fault("textDocument/hover")
def hover_without_its_text(answer):
    if answer:
        answer["contents"] = {"kind": "markdown", "value": "Mục 5"}
    return answer


@fault("textDocument/completion")
def no_completion(answer):
    return []


@fault("textDocument/completion")
def completion_of_numbers_alone(answer):
    """What has no digit is left out: agencies, most names."""
    kept = [item for item in items(answer) if any(letter.isdigit() for letter in item["label"])]
    if isinstance(answer, dict):
        answer["items"] = kept
        return answer
    return kept


@fault("textDocument/completion")
def completion_a_letter_off(answer):
    """The item's text takes one letter too few of what was typed."""
    for item in items(answer):
        for range_ in ranges_of_edit(item):
            range_["start"]["character"] = min(range_["start"]["character"] + 1, range_["end"]["character"])
    return answer


@fault("textDocument/completion")
def completion_behind_the_word(answer):
    """The item's text is put in behind what was typed, not in its place."""
    for item in items(answer):
        for range_ in ranges_of_edit(item):
            range_["start"] = dict(range_["end"])
    return answer


def ranges_of_edit(item):
    edit = item.get("textEdit") or {}
    return [edit[key] for key in ("range", "insert", "replace") if key in edit]


@fault("textDocument/codeAction")
def no_actions(answer):
    return []


@fault("textDocument/codeAction", "codeAction/resolve")
def actions_with_another_text(answer):
    def change(value):
        if isinstance(value, dict):
            if "newText" in value:
                value["newText"] += "x"
            for part in value.values():
                change(part)
        elif isinstance(value, list):
            for part in value:
                change(part)

    change(answer)
    return answer


@fault("textDocument/rename")
def no_rename(answer):
    return None


@fault("textDocument/rename")
def rename_of_the_first_place_alone(answer):
    """The article gets its new number, and what refers to it keeps the old one."""
    for change in (answer or {}).get("documentChanges") or []:
        change["edits"] = sorted(change["edits"], key=lambda edit: edit["range"]["start"]["line"])[:1]
    for uri, edits in ((answer or {}).get("changes") or {}).items():
        answer["changes"][uri] = sorted(edits, key=lambda edit: edit["range"]["start"]["line"])[:1]
    return answer


@fault("textDocument/documentSymbol", "workspace/symbol")
def no_symbols(answer):
    return []


@fault("textDocument/inlayHint")
def no_hints(answer):
    return []


@fault("textDocument/codeLens")
def no_lenses(answer):
    return []


@fault("textDocument/foldingRange")
def no_folds(answer):
    return []


@fault("workspace/executeCommand")
def no_commands(answer):
    return None


# What the editor says and the server does not hear.
UNHEARD = {
    "changes-unheard": ("textDocument/didChange",),
    "settings-unheard": ("workspace/didChangeConfiguration",),
}
SPECIAL = ("none", "dead", "mute")


def read(stream):
    length = None
    while line := stream.readline():
        if line == b"\r\n":
            return json.loads(stream.read(length))
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return None


def write(stream, message):
    body = json.dumps(message, ensure_ascii=False).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()


def to_server(fault_, asked, server):
    """Until the editor ends: what it says, to the server. `asked` gets the method of each question."""
    while (message := read(sys.stdin.buffer)) is not None:
        method = message.get("method")
        if fault_ == "mute" or method in UNHEARD.get(fault_, ()):
            continue
        if method and "id" in message:
            asked[message["id"]] = method
        write(server.stdin, message)
    server.stdin.close()


def to_editor(fault_, asked, server):
    """Until the server ends: what it says, to the editor, spoiled."""
    methods, spoil = FAULTS.get(fault_, ((), None))
    while (message := read(server.stdout)) is not None:
        if "method" in message:
            method, part = message["method"], "params"
        else:
            method, part = asked.pop(message.get("id"), None), "result"
        if method in methods and part in message:
            message[part] = spoil(message[part])
        write(sys.stdout.buffer, message)


def main():
    fault_, *command = sys.argv[1:]
    if fault_ == "list":
        print("\n".join([*SPECIAL, *UNHEARD, *FAULTS]))
        return 0
    if fault_ not in {*SPECIAL, *UNHEARD, *FAULTS}:
        sys.exit(f"server.py: no fault {fault_}")
    if fault_ == "dead":
        return 1
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    asked = {}
    threading.Thread(target=to_server, args=(fault_, asked, server), daemon=True).start()
    try:
        to_editor(fault_, asked, server)
    except BrokenPipeError:
        server.kill()  # the editor is gone
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
