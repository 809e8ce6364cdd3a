from __future__ import annotations

import re

import pytest

from tests.small_site import shipped_files

STYLE = shipped_files()["static/style.css"].decode()
RULES = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
COLOURS = re.compile(r"--(\w[\w-]*): (#[0-9a-f]{3,6});")


def palettes() -> list[dict[str, str]]:
    light = dict(COLOURS.findall(RULES.partition("@media")[0]))
    dark = dict(COLOURS.findall(RULES.partition("prefers-color-scheme: dark")[2].partition("\n}\n")[0]))
    return [light, {**light, **dark}]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_nothing_in_the_style_knows_left_from_right() -> None:
    physical = (
        r"\b(?:left|right|margin-(?:top|bottom)|padding-(?:top|bottom)|(?:min-|max-)?(?:width|height))\b"
    )
    found = [
        line.strip()
        for line in RULES.split("\n")
        if re.search(physical, line) and "line-height" not in line and not line.strip().startswith("@media")
    ]
    assert found == []


def test_the_pages_load_nothing_from_elsewhere_and_run_nothing_but_the_choice_of_languages() -> None:
    assert not re.search(r"url\(|@import|https?:", RULES.replace('[href^="http"]', ""))
    for name, content in shipped_files().items():
        if name.startswith("templates/"):
            text = content.decode().lower()
            if (
                name == "templates/search.html"
            ):  # the one page that has a script, which is a file of the theme
                text = text.replace('<script src="{{ script_url }}" defer>', "", 1)
            assert not re.search(
                r"<script(?! type=\"application/ld\+json\">)|https?:|\bon\w+=|style=|\|\s*safe",
                text.replace(
                    '<script src="{{ static_url("languages.js") }}" defer></script>',
                    "",
                    name.endswith("/languages.html"),
                ),
            )


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark"])
def test_text_can_be_read_on_either_ground(palette: dict[str, str]) -> None:
    texts = ("ink", "quiet", "accent", "note", "tip", "important", "warning", "caution")
    low = {
        (text, ground): round(contrast(palette[text], palette[ground]), 2)
        for text in texts
        for ground in ("paper", "raised")
        if contrast(palette[text], palette[ground]) < 4.5
    }
    assert low == {}


def test_both_palettes_name_the_same_colours() -> None:
    light, _ = palettes()
    dark = COLOURS.findall(RULES.partition("prefers-color-scheme: dark")[2].partition("\n}\n")[0])
    assert {name for name, _ in dark} == set(light)
