"""What the comment lines of an entry say: notes, places, flags, and a translator's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# gettext (since 0.22) writes a file name with white space between U+2068 and U+2069.
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069[^ \t\r\f\v]*|[^ \t\r\f\v]+")


_FUZZY = re.compile(r"(?<![^\s,])fuzzy(?![^\s,])")


class Comments(NamedTuple):
    """The comment lines of one entry, sorted by what they are, without their markers."""

    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    fuzzy: bool = False


NO_COMMENTS = Comments()


def read_comments(lines: str) -> Comments:
    """Return what comment lines say; blank lines among them are passed over.

    ``#=`` introduces flags since gettext 0.26, ``#!`` has always done so.
    """
    notes: list[str] = []
    places: list[str] = []
    comments: list[str] = []
    flags: list[str] = []
    fuzzy = False
    for line in lines.split("\n"):
        found = line.strip(" \t\r\f\v") if line[:1] != "#" else line.rstrip("\r")
        if not found:
            continue
        kind = found[1:2]
        if kind == ".":
            notes.append(found[3:] if found[2:3] == " " else found[2:])
        elif kind == ":":
            places.append(found[2:].strip(" \t\r\f\v"))
        elif kind in {",", "=", "!"}:
            # Parted by commas for people, but gettext looks for its words between blanks too.
            fuzzy = fuzzy or ("fuzzy" in found and _FUZZY.search(found[2:]) is not None)
            flags += [flag for part in found[2:].split(",") if (flag := part.strip(" \t\r\f\v"))]
        else:
            comments.append(found[2:] if kind == " " else found[1:])
    return Comments(tuple(notes), _references(" ".join(places)), tuple(comments), tuple(flags), fuzzy)


def translator_comment(line: str) -> str | None:
    """Return what a translator's comment line says, or nothing of a line with another marker."""
    if line[1:2] in {".", ":", ",", "=", "!"}:
        return None
    found = line.rstrip("\r")
    return found[2:] if found[1:2] == " " else found[1:]


def without_fuzzy(flags: Iterable[str]) -> tuple[str, ...]:
    """Return the flags without the word that makes an entry fuzzy, also where it stands between blanks."""
    left = [" ".join(_FUZZY.sub("", flag).split()) if "fuzzy" in flag else flag for flag in flags]
    return tuple([flag for flag in left if flag])


def _references(places: str) -> tuple[str, ...]:
    if "\u2068" in places:
        # Joined over the lines first: older programs break the line inside such a name.
        found = _REFERENCE.findall(places)
        return tuple([place.replace("\u2068", "").replace("\u2069", "") for place in found])
    return tuple([place for place in places.replace("\t", " ").split(" ") if place])
