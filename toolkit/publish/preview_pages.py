"""What the preview shows beside the pages: its own pages, and the panel that it adds to theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape
from typing import Final, NamedTuple

from toolkit.model.finding import Finding, Place
from toolkit.model.locale import LocaleTag
from toolkit.model.printable import printable
from toolkit.publish.interface_words import InterfaceWords
from toolkit.publish.theme import load_theme

_META = re.compile(r"""<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_IS_POLICY = re.compile(r"""\shttp-equiv\s*=\s*["']?content-security-policy\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""(\scontent\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_BODY_END = re.compile(r"</body\s*>", re.IGNORECASE)
_FALLBACK: Final = "default-src"


class ShownFinding(NamedTuple):
    """A finding as templates show it."""

    place: str
    url: str
    """Opens the place in an editor; empty where nobody said how."""
    severity: str
    rule: str
    message: str
    hint: str


def _nowhere(place: Place) -> str:
    return ""


def shown(findings: Iterable[Finding], url: Callable[[Place], str] = _nowhere) -> tuple[ShownFinding, ...]:
    """Return findings for a template, without characters that cannot be seen.

    ``url`` gives the address that opens a place in an editor, or nothing.
    """
    return tuple(
        ShownFinding(
            printable(str(one.place)) if one.place.path else "",
            url(one.place),
            one.severity.value,
            one.rule,
            "\n".join(map(printable, one.message.split("\n"))),
            printable(one.hint),
        )
        for one in findings
    )


class PreviewPages:
    """The templates of the preview; a project's theme has no part in them, so that it cannot break them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take the files that ship in ``preview/``, by name."""
        self._theme = load_theme({f"templates/{name}": data for name, data in files.items()})
        self._words = InterfaceWords(LocaleTag("en"), {})

    def render(self, template: str, **values: object) -> str:
        """Return a page of the preview, or a part of one; values are escaped."""
        return self._theme.render(template, self._words, values)


def with_panel(html: str, head: str, panel: str, allowed: Mapping[str, str]) -> str:
    """Return a page with something more at the end of its head, and of its body.

    ``allowed`` has, by directive, the source that the page's policy is to allow besides; a page without a
    policy gets none.
    """
    end = _HEAD_END.search(html)
    start, rest = (html[: end.start()], html[end.start() :]) if end else ("", html)
    start = _META.sub(lambda found: _meta_allowing(found[0], allowed), start)
    cut = max((close.start() for close in _BODY_END.finditer(rest)), default=len(rest))
    return f"{start}{head}{rest[:cut]}{panel}{rest[cut:]}"


def _meta_allowing(tag: str, allowed: Mapping[str, str]) -> str:
    if not _IS_POLICY.search(tag):
        return tag
    return _CONTENT.sub(
        lambda found: f'{found[1]}"{_allowing(found[2] or found[3] or "", allowed)}"', tag, count=1
    )


def _allowing(written: str, allowed: Mapping[str, str]) -> str:
    """Return a policy, as an attribute has it, that allows these sources besides."""
    policy: dict[str, list[str]] = {}
    for directive in unescape(written).split(";"):
        words = directive.split()
        if words:
            policy.setdefault(words[0].lower(), words[1:])
    for name, source in allowed.items():
        if name in policy or _FALLBACK in policy:  # else everything is allowed
            before = policy.get(name, policy.get(_FALLBACK, []))
            policy[name] = [*(one for one in before if one.lower() != "'none'"), source]
    return escape("; ".join(" ".join((name, *sources)) for name, sources in policy.items()))
