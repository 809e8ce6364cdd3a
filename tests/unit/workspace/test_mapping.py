from __future__ import annotations

import io

import pytest
from babel.messages.frontend import parse_mapping_cfg

from toolkit.errors import ConfigError
from toolkit.workspace.mapping import Section, parse_mapping

CONFIG = """\
# what is translated
[extractors]
md = toolkit.catalog.babel_extraction:extract_markdown
[ignore: source/drafts/**]
[md:source/guides/**.md]
dialect = gfm
Front_Matter = title
    hero.alt
[ markdown : source/**.md ]
[jinja2: templates/**.html]
trimmed = true
[python: source/**.md]
silent = false
"""


def test_sections_are_read_with_their_lines_and_resolved_methods() -> None:
    assert parse_mapping(CONFIG, "babel.cfg") == (
        Section("ignore", "source/drafts/**", {}, 4),
        Section(
            "toolkit.catalog.babel_extraction:extract_markdown",
            "source/guides/**.md",
            {"dialect": "gfm", "front_matter": "title\nhero.alt"},
            5,
        ),
        Section("markdown", "source/**.md", {"silent": "false"}, 9),
        Section("jinja2", "templates/**.html", {"trimmed": "true"}, 10),
        Section("python", "source/**.md", {"silent": "false"}, 12),
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_babel_reads_the_same_methods_patterns_and_options(newline: str) -> None:
    text = CONFIG.replace("\n", newline)
    methods, options = parse_mapping_cfg(io.StringIO(text, newline=None), "babel.cfg")  # type: ignore[no-untyped-call]
    sections = parse_mapping(text, "babel.cfg")
    assert [(section.pattern, section.method) for section in sections] == methods
    assert {section.pattern: dict(section.options) for section in sections} == options


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [
        ("source/**.md", "source"),
        ("./source/**.md", "source"),
        ("^source/a/*.md", "source/a"),
        ("**.md", ""),
        ("so*/x/**.md", ""),
        ("source/a?/**.md", "source"),
        ("docs/readme.md", "docs"),
        ("readme.md", ""),
    ],
)
def test_the_literal_folder_of_a_pattern(pattern: str, folder: str) -> None:
    assert Section("markdown", pattern, {}, 1).literal_folder == folder


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("x = 1\n", "the file does not begin with a [section]", 1),
        ("[a: b]\n\nnonsense\n", "the line is neither a [section] nor an option = value", 3),
        ("[a: b]\n[a: b]\n", "[a: b] stands twice", 2),
        ("[a: b]\nx = 1\nx = 2\n", '"x" stands twice in [a: b]', 3),
        ("\n[markdown]\n", "[markdown] names no method and pattern", 2),
        ("[: x]\n", "[: x] names no method and pattern", 1),
        ("[markdown:]\n", "[markdown:] names no method and pattern", 1),
        ("[markdown: ***.md]\n", '"***.md" is not a pattern', 1),
    ],
)
def test_what_cannot_be_understood_is_placed(text: str, message: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_mapping(text, "babel.cfg")
    error = caught.value
    assert (error.message, error.line, error.path, error.rule) == (message, line, "babel.cfg", "babel-cfg")
