"""A directive that does nothing is a warning of every command that reads the articles, once."""

from __future__ import annotations

import pytest

from tests.cli.project import MakeProject, first_lines

TEXT = "# A\n\n<!-- i18n:skp -->\n\nText\n\n> <!-- i18n:skip-start -->\n>\n> Left alone\n"


@pytest.mark.parametrize("command", ["extract", "status", "build"])
def test_a_directive_without_effect_is_reported_once_by(command: str, project: MakeProject) -> None:
    made = project({"source/a.md": TEXT, "source/b.md": "# B\n"}, "es", "fr")
    made.run("extract")
    ran = made.run(command)
    assert (ran.code, first_lines(ran.err)) == (
        0,
        [
            'source/a.md:3:1: warning[directive] there is no directive "i18n:skp"; it does nothing',
            "source/a.md:7:3: warning[directive] everything from here to the end of the file is left alone",
        ],
    )
    assert '\n    did you mean "i18n:skip"?\n' in ran.err
    assert "Left alone" not in made.read("locales/a.pot")


def test_translators_read_how_long_a_text_may_be(project: MakeProject) -> None:
    made = project({"source/a.md": "<!-- i18n:max-length: 12 -->\n\nOpen\n"}, "es")
    made.done("extract")
    for path in ("locales/a.pot", "locales/es/LC_MESSAGES/a.po"):
        assert "#. type: paragraph\n#. max length: 12 characters\n" in made.read(path)
