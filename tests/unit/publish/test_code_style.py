"""The colours of code: one for each role, legible on either ground, and on paper without colours."""

from __future__ import annotations

import re

import pytest

from tests.small_site import shipped_files
from tests.unit.publish.test_style import COLOURS, contrast, palettes
from toolkit.markdown.code_highlighting import ROLES
from toolkit.publish.theme import load_theme

SHIPPED = shipped_files()
RULES = re.sub(r"/\*.*?\*/", "", SHIPPED["static/code.css"].decode(), flags=re.DOTALL)
DARK, PRINT = "prefers-color-scheme: dark", "@media print"


def colours(media: str) -> dict[str, str]:
    """Return the colours that the rules for a kind of screen or paper give."""
    part = RULES.partition(media)[2] if media else RULES
    return dict(COLOURS.findall(part.partition("}")[0]))


def test_each_role_has_a_rule_and_a_colour_on_every_ground() -> None:
    rules = re.findall(r"^\.hl-(\w+) \{\n  color: var\(--code-(\w+)\);\n\}", RULES, re.MULTILINE)
    assert rules == [(role, role) for role in ROLES]
    for media in ("", DARK, PRINT):
        assert list(colours(media)) == [f"code-{role}" for role in ROLES], media


@pytest.mark.parametrize("media", ["", DARK], ids=["light", "dark"])
def test_code_can_be_read_on_its_ground(media: str) -> None:
    ground = palettes()[media == DARK]
    low = {
        (name, paper): round(contrast(colour, ground[paper]), 2)
        for name, colour in colours(media).items()
        for paper in ("raised", "paper")
        if contrast(colour, ground[paper]) < 5
    }
    assert low == {}


def test_printed_code_is_black_and_grey() -> None:
    assert set(colours(PRINT).values()) == {"#000", "#444"}
    assert contrast("#444444", "#ffffff") > 9


def test_variables_have_no_weight_so_that_a_root_of_the_users_wins() -> None:
    assert re.findall(r"^ *(.*:root.*) \{$", RULES, re.MULTILINE) == [":where(:root)"] * 3
    assert "!important" not in RULES
    assert not re.search(r"url\(|@import|https?:|\b(?:left|right)\b", RULES)


def test_a_style_ends_with_the_colours_of_code_where_they_are_asked_for() -> None:
    plain, coloured = load_theme(SHIPPED), load_theme(SHIPPED, highlight_code=True)
    style, code = SHIPPED["static/style.css"], SHIPPED["static/code.css"]
    files = {"style.css", "icon.svg", "languages.js", "toolkit-search.js"}
    assert plain.static.keys() == coloured.static.keys() == files
    assert plain.static["style.css"] == style
    assert coloured.static["style.css"] == style + b"\n" + code
    assert (plain.highlight_code, coloured.highlight_code) == (False, True)
