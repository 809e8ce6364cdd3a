"""Links of a Markdown edition lead to the files of their layout."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import pytest

from tests.small_site import SmallSite, small_site
from toolkit.model.layout import PRESETS

DOCUMENTS = {
    "index": "# Start\n\n[a](guides/a.md#a) <a href='guides/a.md'>a</a> [only](guides/only.md)\n",
    "guides/a": (
        "# A\n\n[home](../index.md) [d](deep/d.md) [only](only.md) ![i](i.png) [x][r]\n\n"
        "[r]: ./deep/../only.md#only 'T'\n"
    ),
    "guides/only": "# Only\n\n[a](a.md) [self](only.md#only) ![o](../o.png)\n",
    "guides/deep/d": '# D\n\n[up](../../index.md)\n\n<p><img srcset="../i.png 1x, e.png 2x"></p>\n',
}
TRANSLATIONS = {
    "pt_BR": {"Start": "Início", "A": "Á", "D": "Dê"},
    "fr": {"Start": "Début", "A": "À"},
}
LAYOUTS = (*PRESETS, "{locale}/{path}", "{path}.{locale}.md", "x/{path}/{locale-lower}", "{locale}-{path}")
_ADDRESS = re.compile(r"\]\(([^)]*)\)|^\[r\]: (\S+)|(?:href='|srcset=\"|, )([^ '\"]+)", re.MULTILINE)


def addresses(text: str) -> list[str]:
    return [next(filter(None, match)) for match in _ADDRESS.findall(text)]


def markdown_pages(site: SmallSite) -> dict[str, str]:
    return {path: text.decode() for path, text in site.outputs.items() if path.startswith("markdown/")}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_link_of_every_edition_leads_to_a_file(layout: str) -> None:
    site = small_site(DOCUMENTS, TRANSLATIONS, layout=layout)
    assert site.findings == []
    pages = markdown_pages(site)
    assert len(pages) == 4 + 3 + 2
    there = {*pages, *(asset.output_path for asset in site.assets)}
    checked = 0
    for path, text in pages.items():
        for address in addresses(text):
            target = unquote(address.partition("#")[0])
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in there
            checked += 1
    assert checked == 3 + 5 + 3 + 3 + 2 * (3 + 5) + 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_page_names_the_copy_beside_it_whose_links_lead_to_files_below_html(layout: str) -> None:
    site = small_site(DOCUMENTS, TRANSLATIONS, layout=layout)
    copies = {path: text.decode() for path, text in site.outputs.items() if re.match("html/.*\\.md", path)}
    assert len(copies) == 4 + 3 + 2
    there = {*copies, *(asset.output_path for asset in site.assets)}
    for path, text in copies.items():
        page = site.outputs[path.replace(".md", ".html")].decode()
        assert f'<link rel="alternate" type="text/markdown" href="{posixpath.basename(path)}">' in page
        for address in addresses(text):
            target = unquote(address.partition("#")[0])
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in there
    # A language's folder is laid out as that of the default editions is.
    plain = markdown_pages(small_site(DOCUMENTS, TRANSLATIONS))
    assert copies == {f"html/{path.removeprefix('markdown/')}": text for path, text in plain.items()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_html_stays_where_it_was(layout: str) -> None:
    def html(site: SmallSite) -> dict[str, bytes]:
        return {path: content for path, content in site.outputs.items() if path[:5] == "html/"}

    wanted = small_site(DOCUMENTS, TRANSLATIONS)
    assert html(small_site(DOCUMENTS, TRANSLATIONS, layout=layout)) == html(wanted)


def test_a_link_leads_to_the_same_language_where_it_can() -> None:
    site = small_site(DOCUMENTS, TRANSLATIONS, layout="hugo")
    assert addresses(markdown_pages(site)["markdown/guides/a.pt-br.md"]) == [
        "../_index.pt-br.md",
        "deep/d.pt-br.md",
        "only.en.md",
        "i.png",
        "only.en.md#only",
    ]


def test_an_edition_that_no_layout_changes_keeps_its_bytes() -> None:
    site = small_site(DOCUMENTS, {}, layout="docusaurus")
    assert {path.removeprefix("markdown/docs/"): text for path, text in markdown_pages(site).items()} == {
        f"{name}.md": text for name, text in DOCUMENTS.items()
    }
