#!/usr/bin/env python3
"""Adds viendan to a languages.toml of Helix, and leaves the rest of it as it is; puts config.toml beside it where none is.

    merge.py [FILE]        (default: ~/.config/helix/languages.toml)

What languages.toml beside this script has is added: a language that FILE lacks as a whole, and to one that FILE has only the
server, in front of those that it names. Comments and order are kept; the old file is kept as FILE.old. A second run changes
nothing.
"""

import os
import pathlib
import re
import sys
import tomllib

SERVER = "viendan"
OURS = pathlib.Path(__file__).resolve().with_name("languages.toml")
# The header of a table, with the comments right above it.
HEADER = re.compile(r"(?:^[ \t]*#.*\n)*^[ \t]*\[\[?[\w. -]+\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
SERVERS = re.compile(r"^([ \t]*language-servers[ \t]*=[ \t]*\[)[ \t]*(?=(.|\n))", re.MULTILINE)


def chunks(text):
    """The file as pieces, each from one header of a table to the next."""
    starts = [0, *(match.start() for match in HEADER.finditer(text) if match.start() > 0), len(text)]
    return [text[a:b] for a, b in zip(starts, starts[1:])]


def table(chunk):
    """What a piece says; `{}` for a part of a list over several lines, which only looks like a piece."""
    try:
        return tomllib.loads(chunk)
    except tomllib.TOMLDecodeError:
        return {}


def language(chunk):
    found = table(chunk).get("language")
    return found[0] if isinstance(found, list) and "name" in found[0] else None


def with_server(chunk, servers):
    """The piece of a language with our server in front; `servers` are those of Helix's own, for a piece that names none."""
    if SERVER in str(language(chunk).get("language-servers", "")):
        return chunk
    if SERVERS.search(chunk):
        comma = {"]": "", "\n": ","}
        return SERVERS.sub(lambda m: f'{m[1]}"{SERVER}"' + comma.get(m[2], ", "), chunk, count=1)
    line = "language-servers = [" + ", ".join(f'"{name}"' for name in servers) + "]\n"
    return re.sub(r"^([ \t]*name[ \t]*=.*\n)", lambda m: m[1] + line, chunk, count=1, flags=re.MULTILINE)


def merged(text, ours):
    pieces = chunks(text)
    for chunk in chunks(ours):
        mine = language(chunk)
        if mine is None:
            if SERVER in table(chunk).get("language-server", {}) and SERVER not in tomllib.loads(text).get("language-server", {}):
                pieces.append("\n" + chunk)
            continue
        at = next((i for i, piece in enumerate(pieces) if (language(piece) or {}).get("name") == mine["name"]), None)
        if at is None:
            pieces.append("\n" + chunk)
        else:
            pieces[at] = with_server(pieces[at], mine["language-servers"])
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).lstrip("\n")


def main():
    folder = pathlib.Path(os.environ.get("XDG_CONFIG_HOME") or pathlib.Path.home() / ".config")
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else folder / "helix/languages.toml"
    text = path.read_text("utf-8") if path.exists() else ""
    tomllib.loads(text)  # What is broken already is left to its owner.
    new = merged(text if not text or text.endswith("\n") else text + "\n", OURS.read_text("utf-8"))
    every = {l["name"]: l for l in tomllib.loads(new)["language"]}
    assert all(SERVER in str(every[l["name"]]["language-servers"]) for l in tomllib.loads(OURS.read_text("utf-8"))["language"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if new == text:
        print(f"{path}: viendan đã có sẵn / is there already")
    else:
        if text:
            path.with_name(path.name + ".old").write_text(text, "utf-8")
        path.write_text(new, "utf-8")
        print(f"{path}: đã thêm viendan / added")
    settings(path.with_name("config.toml"))


def settings(path):
    """How findings are shown: a matter of taste, so a config.toml that is there is left alone."""
    ours = OURS.with_name("config.toml")
    if not path.exists():
        path.write_text(ours.read_text("utf-8"), "utf-8")
        print(f"{path}: đã tạo / made")
    elif "inline-diagnostics" not in path.read_text("utf-8"):
        print(f"{path}: giữ nguyên; nên thêm những gì có trong / left as it is; consider adding what is in {ours}")


main()
