"""Where links lead in the editions of a language: ``tests/fixtures/links.md`` shows it, case by case."""

from __future__ import annotations

import re

import pytest

from tests.small_site import small_site
from tests.unit.markdown.fixture_files import fixtures, unsigned

_CASES = fixtures("links.md")
_OTHERS = {
    "other": "# Other\n\nIn French too.\n",
    "only": "# Only\n\n<p id='raw'>In English only.</p>\n",
    "dir/index": "# Start\n",
}
_FILES = ("source/dir/photo.fr.png", "source/form.fr.pdf")
_TAG = re.compile(r"<(?:a|area|img|source|video|iframe|object|embed|link|use)\b[^>]*>", re.IGNORECASE)


def shown(source: str) -> str:
    """Return what becomes of the text of the page ``dir/page`` in French.

    That is its Markdown edition, the tags with an address on its HTML page, and what is reported. The site
    has the articles ``other`` in French and English, ``only`` and ``dir/index`` in English, and two files
    made for French.
    """
    documents = {"dir/page": f"# T\n\n{source}", **_OTHERS}
    site = small_site(documents, {"fr": {"T": "Té", "Other": "Autre"}}, localized=_FILES)
    html = site.html("fr/dir/page").partition("</header>\n")[2]
    html = html.partition('<div class="text">')[2].partition('<section class="about"')[0] or html
    tags = "".join(f"html {' '.join(tag.split())}\n" for tag in _TAG.findall(html))
    reported = "".join(f"! {f.place.line - 2}:{f.place.column} {f.message}\n" for f in site.findings)
    return site.markdown("fr/dir/page").removeprefix("# Té\n\n") + "--\n" + tags + reported


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_links_lead_where_their_fixture_shows(title: str, source: str, expected: str) -> None:
    assert shown(unsigned(source)) == expected, title


@pytest.mark.parametrize("source", [source for _, source, _ in _CASES])
def test_the_edition_in_the_source_language_keeps_its_bytes(source: str) -> None:
    text = f"# T\n\n{unsigned(source)}"
    assert small_site({"dir/page": text, **_OTHERS}, localized=_FILES).markdown("en/dir/page") == text


def test_each_case_has_a_title_of_its_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 25
