from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.layout import DEFAULT_LAYOUT, PRESETS, parse_layout
from toolkit.model.locale import LocaleTag

EN, BR = LocaleTag("en"), LocaleTag.parse("pt_BR")


@pytest.mark.parametrize(
    ("layout", "english", "brazilian"),
    [
        ("{locale}/{path}", "en/guides/a.md", "pt-BR/guides/a.md"),
        ("{locale}/{path}.md", "en/guides/a.md", "pt-BR/guides/a.md"),
        ("{path}.{locale}.md", "guides/a.en.md", "guides/a.pt-BR.md"),
        ("content/{locale-lower}/{path}", "content/en/guides/a.md", "content/pt-br/guides/a.md"),
        ("{path}/{locale}", "guides/a/en.md", "guides/a/pt-BR.md"),
        ("{path}.{locale-gettext}", "guides/a.en.md", "guides/a.pt_BR.md"),
        ("hugo", "guides/a.en.md", "guides/a.pt-br.md"),
        ("mkdocs-i18n", "guides/a.md", "guides/a.pt-BR.md"),
        (
            "docusaurus",
            "docs/guides/a.md",
            "i18n/pt-BR/docusaurus-plugin-content-docs/current/guides/a.md",
        ),
    ],
)
def test_a_layout_gives_each_page_its_path(layout: str, english: str, brazilian: str) -> None:
    made = parse_layout(layout, EN)
    assert (made.path("guides/a", EN), made.path("guides/a", BR)) == (english, brazilian)


def test_hugo_gets_the_page_of_a_section_under_its_own_name() -> None:
    names = ("index", "a/index", "a/b/index", "a/b/c", "d/index", "e/f/index", "g", "h/xindex")
    made = parse_layout("hugo", EN, names)
    assert [made.path(name, BR) for name in names] == [
        *("_index.pt-br.md", "a/_index.pt-br.md", "a/b/_index.pt-br.md", "a/b/c.pt-br.md"),
        *("d/index.pt-br.md", "e/f/index.pt-br.md", "g.pt-br.md", "h/xindex.pt-br.md"),
    ]
    for other in ("mkdocs-i18n", "docusaurus", "{path}.{locale}"):
        paths = [parse_layout(other, EN, names).path(name, BR) for name in names]
        assert [path for path in paths if "_index" in path] == []


def test_the_default_is_the_pattern_of_folders() -> None:
    assert parse_layout("{locale}/{path}") == DEFAULT_LAYOUT
    assert DEFAULT_LAYOUT.has_folders
    assert [name for name in PRESETS if parse_layout(name).has_folders] == []


@pytest.mark.parametrize(
    ("layout", "problem"),
    [
        ("", '"" is no layout; known are hugo, mkdocs-i18n, docusaurus, and patterns with {path}'),
        ("hugoo", '"hugoo" is no layout; did you mean "hugo"?'),
        ("{path}", "{locale} must stand in it, or all languages would be one file"),
        ("{locale}", "{path} must stand in it once"),
        ("{path}{path}{locale}", "{path} must stand in it once"),
        ("{lang}/{path}", "{lang} is not known; write {path} and {locale}"),
        ("../{locale}/{path}", '"../{locale}/{path}" would leave the output folder, or has an empty part'),
        (
            "{locale}/../../{path}",
            '"{locale}/../../{path}" would leave the output folder, or has an empty part',
        ),
        ("/{locale}/{path}", '"/{locale}/{path}" would leave the output folder, or has an empty part'),
        ("{locale}//{path}", '"{locale}//{path}" would leave the output folder, or has an empty part'),
        ("C:{locale}/{path}", '"C:{locale}/{path}" has a character or a hidden part that no page can have'),
        ("a\\{locale}/{path}", '"a\\{locale}/{path}" has a character or a hidden part that no page can have'),
        (".{locale}/{path}", '".{locale}/{path}" has a character or a hidden part that no page can have'),
        ("{locale}/{path}}", '"{locale}/{path}}" has a character or a hidden part that no page can have'),
        ("{locale}./{path}", '"{locale}./{path}" has a part that ends with a dot or a space'),
    ],
)
def test_what_gives_no_safe_paths_is_refused(layout: str, problem: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_layout(layout)
    assert str(caught.value) == problem


@given(
    st.lists(
        st.sampled_from(("{path}", "{locale}", "{locale-lower}", "/", ".", "..", "x", "\\", " ", ":")),
        max_size=8,
    )
)
def test_no_layout_leaves_its_folder(pieces: list[str]) -> None:
    try:
        layout = parse_layout("".join(pieces), EN)
    except ValueError:
        return
    parts = layout.path("guides/a", BR).split("/")
    assert not {"", ".", ".."}.intersection(parts)
    assert layout.path("guides/a", BR).endswith(".md")
    assert layout.path("guides/a", BR) != layout.path("guides/a", EN)
