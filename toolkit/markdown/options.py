"""The options of a ``[markdown: …]`` section of ``babel.cfg`` become ``MarkdownOptions``."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from toolkit.errors import ConfigError
from toolkit.markdown.dialects.registry import DIALECTS
from toolkit.model.document import MarkdownOptions
from toolkit.model.nearest import did_you_mean

_KNOWN = ("dialect", "front_matter", "math", "html", "code", "encoding")
_BABELS_OWN = ("keywords", "add_comments")  # pybabel acts on them itself and hands them on
_KEY_PATH = re.compile(r"[^\s,.\[\]]+(\[\])?(\.[^\s,.\[\]]+(\[\])?)*")


def parse_options(mapping: Mapping[str, object]) -> MarkdownOptions:
    """Return the options of a section; a key that is not given keeps its default.

    ``dialect`` is one of ``DIALECTS``; ``front_matter`` lists key paths (``title``, ``tags[]``, ``hero.alt``)
    between spaces or commas, and may be empty; ``math`` is ``yes``, ``no`` or ``auto``; ``html`` is ``text``
    or ``copy``; ``code`` is ``copy``, ``comments`` or ``strings``. Raises ``ConfigError`` (``babel-cfg``,
    without a path: the caller knows it) for unknown keys and bad values.
    """
    defaults = MarkdownOptions()
    dialect, front_matter, math = defaults.dialect, defaults.front_matter, defaults.math
    html, code = defaults.html, defaults.code
    for key, value in mapping.items():
        if key in _BABELS_OWN:
            continue
        text = str(value).strip()
        if key == "dialect":
            dialect = _dialect(text)
        elif key == "front_matter":
            front_matter = _key_paths(text)
        elif key == "math":
            math = _yes_or_no(key, text)
        elif key == "html":
            html = _one_of(key, text, ("text", "copy"))
        elif key == "code":
            code = _one_of(key, text, ("copy", "comments", "strings"))
        elif key == "encoding":
            _check_encoding(text)
        else:
            hint = did_you_mean(key, _KNOWN) or f"known options: {', '.join(_KNOWN)}"
            raise ConfigError(f'unknown option "{key}"', rule="babel-cfg", hint=hint)
    return MarkdownOptions(dialect, front_matter, math, html=html, code=code)


def _dialect(text: str) -> str:
    if text not in DIALECTS:
        hint = did_you_mean(text, DIALECTS) or f"known dialects: {', '.join(DIALECTS)}"
        raise ConfigError(f'unknown dialect "{text}"', rule="babel-cfg", hint=hint)
    return text


def _yes_or_no(key: str, text: str) -> bool | None:
    known = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False, "auto": None}
    if text.lower() not in known:
        hint = "write yes, no, or auto for what the dialect has"
        raise ConfigError(f'{key}: "{text}" is neither yes nor no', rule="babel-cfg", hint=hint)
    return known[text.lower()]


def _one_of(key: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        hint = did_you_mean(text, known) or f"write {' or '.join(known)}"
        raise ConfigError(f'{key}: "{text}" is not known', rule="babel-cfg", hint=hint)
    return text


def _key_paths(text: str) -> tuple[str, ...]:
    paths = tuple(dict.fromkeys(text.replace(",", " ").split()))
    for path in paths:
        if not _KEY_PATH.fullmatch(path):
            raise ConfigError(
                f'front_matter: "{path}" is not a key path',
                rule="babel-cfg",
                hint="write keys with dots between them and [] after a list: title, tags[], hero.alt",
            )
    return paths


def _check_encoding(text: str) -> None:
    """Refuse any encoding but UTF-8, which is what documents are read as."""
    try:
        name = codecs.lookup(text).name
    except LookupError:
        name = text
    if name != "utf-8":
        raise ConfigError(f'encoding: "{text}" is not supported', rule="babel-cfg", hint="use utf-8")
