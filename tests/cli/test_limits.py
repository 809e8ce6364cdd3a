"""What strangers send costs bounded work, and what is too much is said in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import polib
import pytest

from tests.cli.project import MakeProject, Project, first_lines
from toolkit.check import text_view
from toolkit.check.text_view import TextView

_T = TypeVar("_T")

PO = "locales/es/LC_MESSAGES/a.po"
HOSTILE = (
    "<script>alert({n})</script>",
    "[x](javascript:alert({n}))",
    "x\n\n# y{n}\n\n```",
    "<div onclick=x{n}>",
    "[guide]: https://evil.example/{n}",
    "| a{n} | b |\n|---|---|",
    "*" * 50 + "{n}",
    "[" * 50 + "{n}",
    "![x](https://evil.example/{n}.gif)",
    "\u202e{n}",
)


def article(count: int) -> str:
    return "".join(f"Word{n} of a text.\n\n" for n in range(count))


def attacked(project: MakeProject, count: int) -> Project:
    made = project({"source/a.md": article(count)}, "es")
    made.done("extract")
    catalog = polib.pofile(str(made.root / PO), wrapwidth=0)
    for number, entry in enumerate(catalog):
        entry.msgstr = HOSTILE[number % len(HOSTILE)].format(n=number)
    made.write(PO, str(catalog))
    return made


def measured(read: Callable[..., _T], longest: list[int]) -> Callable[..., _T]:
    """Return a function that notes how long the longest text is that is read."""

    def reading(text: str, *arguments: object) -> _T:
        longest[0] = max(longest[0], len(text))
        return read(text, *arguments)

    return reading


def test_a_translation_of_many_megabytes_is_withheld(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = project({"source/a.md": "A text.\n\n*More*.\n"}, "es")
    made.done("extract")
    made.translate(PO, {"A text.": "[" * 50_000_000, "*More*.": "*Más*."})
    size = (made.root / PO).stat().st_size
    longest = [0]
    for name in ("read_inline", "scan_inline"):
        monkeypatch.setattr(f"toolkit.check.text_view.{name}", measured(getattr(text_view, name), longest))
    for command in ("check", "status", "extract"):
        made.run(command)
    assert 0 < longest[0] < 100  # no rule has read it
    ran = made.run("build")
    assert ran.code == 1
    assert first_lines(ran.err) == [
        f"{PO}:26:1: error[message-length] the translation has 50,000,000 characters; the limit is 100,000; "
        "the page shows the source text"
    ]
    assert "message-length under [limits]" in ran.err
    assert len(ran.err) < 1_000
    assert "<p><em>Más</em>.</p>" in made.read("output/html/es/a.html")
    assert (made.root / PO).stat().st_size == size


def test_the_limit_of_a_translation_can_be_set(project: MakeProject) -> None:
    made = project({"source/a.md": "A text.\n", "toolkit.toml": "[limits]\nmessage-length = 75\n"}, "es")
    made.done("extract")
    made.translate(PO, {"A text.": "Un texto. " * 8})
    assert made.run("build").code == 1
    made.write("toolkit.toml", "[limits]\nmessage-length = 80\n")
    assert made.run("build").code == 0


def test_many_hostile_translations_take_work_in_proportion(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = attacked(project, 2_000)
    views = 0
    once = TextView.__init__

    def counting(self: TextView, *arguments: object, **options: object) -> None:
        nonlocal views
        views += 1
        once(self, *arguments, **options)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(TextView, "__init__", counting)
    made.run("check")
    assert views < 2_000 * 2 * 8
    ran = made.run("build")
    assert ran.code == 1
