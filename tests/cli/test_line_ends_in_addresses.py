"""A line end in an address is none until it is placed: such a translation is withheld in every block."""

from __future__ import annotations

import pytest

from tests.cli.project import MakeProject

ATTACKS = [
    "[pay](https://evil.example/login?\nx)",
    "[pay](<https://evil.example/\nx>)",
    "![i](https://evil.example/\nq)",
    "[x](//evil.example/\n)",
]
BLOCKS = {
    "paragraph": "Hello\n",
    "heading": "# Hello\n",
    "setext heading": "Hello\n=====\n",
    "cell": "| Hello |\n|---|\n| x |\n",
    "term": "Hello\n: x\n",
    "quoted item": "> - Hello\n",
}


@pytest.mark.parametrize("translation", ATTACKS)
@pytest.mark.parametrize("source", BLOCKS.values(), ids=BLOCKS)
def test_it_leads_nowhere(project: MakeProject, source: str, translation: str) -> None:
    made = project({"source/a.md": source + "\nStays.\n"}, "es")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/a.po", {"Hello": translation, "Stays.": "Queda."})
    ran = made.run("build")
    page = made.read("output/html/es/a.html") + made.read("output/markdown/es/a.md")
    assert "Queda." in page
    assert "evil.example" not in page
    assert (ran.code, "error[" in ran.err) == (1, True)
