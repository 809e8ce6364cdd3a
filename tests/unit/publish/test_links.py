from __future__ import annotations

import pytest

from tests.small_site import Elements, small_site
from toolkit.model.finding import Place
from toolkit.publish.links import Asset

DOCUMENTS = {
    "a": "# A\n\nSee [b](guides/b.md).\n",
    "guides/b": "# B\n\nBack to [a](../a.md#a).\n",
}


def only_page(body: str) -> tuple[list[str], str, list[str]]:
    """Return the links of a page, its Markdown edition and the messages about it."""
    site = small_site({"dir/page": body, "other": "# Other\n", "dir/index": "# Start\n"})
    return hrefs_of(site.html("en/dir/page")), site.markdown("en/dir/page"), site.messages()


def hrefs_of(html: str) -> list[str]:
    text = html.partition('<div class="text">')[2].rpartition("</div>\n</article>")[0]
    found = Elements(text).found
    return [str(attrs.get("href", attrs.get("src"))) for tag, attrs in found if tag in ("a", "img")]


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("../other.md", "../other.html"),
        ("../other.md#other", "../other.html#other"),
        ("../other.md?x=1#other", "../other.html?x=1#other"),
        ("../dir/../other.md", "../other.html"),
        ("../%6Fther.md", "../other.html"),
        ("page.md", "page.html"),
        ("./", "index.html"),
        ("../dir/", "index.html"),
        ("https://example.org/other.md", "https://example.org/other.md"),
        ("//example.org/other.md", "//example.org/other.md"),
        ("/other.md", "/other.md"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("?x", "?x"),
        ("#top", "#top"),
    ],
)
def test_a_link_leads_to_the_page_of_its_document_and_stays_in_markdown(written: str, linked: str) -> None:
    text = f"see [it]({written})\n"
    assert only_page(text) == ([linked], text, [])


def test_a_link_to_a_folder_leads_to_its_index_by_either_name() -> None:
    text = "[own](./) [other](../other/) [both](../both/)\n"
    names = ("dir/_index", "other/_index", "both/index", "both/_index")
    site = small_site({"dir/page": text, **dict.fromkeys(names, "# Start\n")})
    assert hrefs_of(site.html("en/dir/page")) == [
        *("_index.html", "../other/_index.html", "../both/index.html"),
    ]
    assert (site.markdown("en/dir/page"), site.messages()) == (text, [])


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "missing.md",
            'the link "missing.md" leads to source/dir/missing.md, which is no document of the project',
        ),
        ("../../../up.md", 'the link "../../../up.md" leads outside the project'),
        ("a%5Cb.svg", 'the link "a\\b.svg" is no path that every system can read'),
        ("a%FF.svg", 'the link "a\ufffd.svg" is no path that every system can read'),
        ("%2Fetc/hosts", 'the link "/etc/hosts" is no path that every system can read'),
        ("images/", 'the link "images/" leads to a folder that has no index.md'),
        ("../.env", 'the link "../.env" leads to a hidden file, which is not published'),
        ("../../.git/config", 'the link "../../.git/config" leads to a hidden file, which is not published'),
    ],
)
def test_a_link_to_nowhere_is_left_and_reported(written: str, message: str) -> None:
    text = f"first\nsee [it]({written})\n"
    assert only_page(text) == ([written], text, [f"source/dir/page.md:2:10 dead-link: {message}"])


def test_a_fragment_must_be_the_id_of_a_heading() -> None:
    text = "# Dose\n\n[a](#dose) [b](#doze) [c](../other.md#x) <i id='raw'></i>[d](#raw)\n"
    assert only_page(text)[2] == [
        'source/dir/page.md:3:16 dead-fragment: the link "#doze": no heading of this page has the id "doze"',
        'source/dir/page.md:3:27 dead-fragment: the link "../other.md#x": no heading of'
        " the page other has the id"
        ' "x"',
    ]


def test_a_fragment_is_compared_decoded() -> None:
    assert only_page("# Größe\n\n[a](#größe) [b](#gr%C3%B6%C3%9Fe)\n")[2] == []


def test_a_file_is_copied_to_where_the_unchanged_destination_finds_it() -> None:
    site = small_site({"dir/page": "# P\n\n![x](images/x%20y.svg?v=1) [pdf](../p.pdf)\n"})
    place = [Place("source/dir/page.md", 3, column) for column in (6, 34)]
    assert site.assets == [
        Asset("source/dir/images/x y.svg", "html/en/dir/images/x y.svg", place[0]),
        Asset("source/dir/images/x y.svg", "markdown/en/dir/images/x y.svg", place[0]),
        Asset("source/p.pdf", "html/en/p.pdf", place[1]),
        Asset("source/p.pdf", "markdown/en/p.pdf", place[1]),
    ]
    assert [asset.place for asset in site.assets] == [place[0], place[0], place[1], place[1]]
    assert hrefs_of(site.html("en/dir/page")) == ["images/x%20y.svg?v=1", "../p.pdf"]
    assert site.findings == []


def test_a_file_that_would_land_outside_its_edition_or_on_a_page_is_not_copied() -> None:
    site = small_site(
        {"a": "[x](../../up.svg) [y](b.html) [z](../index.html)\n", "B": "b\n"}, folder="docs/en/src"
    )
    assert [asset.output_path for asset in site.assets] == ["markdown/index.html", "markdown/en/b.html"]
    assert site.messages() == [
        'docs/en/src/a.md:1:5 dead-link: the link "../../up.svg" leads outside output/html/',
        'docs/en/src/a.md:1:5 dead-link: the link "../../up.svg" leads outside output/markdown/',
        'docs/en/src/a.md:1:23 dead-link: the link "b.html" would overwrite output/html/en/b.html',
        'docs/en/src/a.md:1:35 dead-link: the link "../index.html" would overwrite output/html/index.html',
    ]


def test_a_link_goes_to_the_source_page_where_the_translation_is_not_published() -> None:
    texts = {"See [b](guides/b.md).": "Siehe [b](guides/b.md)."}
    site = small_site(DOCUMENTS, {"de": texts})
    assert '<a href="../en/guides/b.html" hreflang="en">' in site.html("de/a")
    assert "Siehe [b](../en/guides/b.md).\n" in site.markdown("de/a")
    assert site.markdown("en/a") == DOCUMENTS["a"]
    both = small_site(DOCUMENTS, {"de": {**texts, "B": "Be"}})
    assert '<a href="guides/b.html">' in both.html("de/a")
    assert both.markdown("de/a") == "# A\n\nSiehe [b](guides/b.md).\n"


def test_links_of_every_kind_are_rewritten_by_position() -> None:
    text = (
        "T\n\n[x](<b.md> 'b.md') ![b.md](b.svg) [r][] `[x](b.md)` ^[note [n](b.md#b)]\n\n"
        "| a | [t](b.md\\|) |\r\n|---|---|\r\n| [c](b.md) | d |\r\n\r\n> [r]:\n> b.md 'title'\n"
    )
    site = small_site({"a": text, "b": "# B\n"}, {"de": {"T": "Te"}})
    wanted = text.replace("T\n", "Te\n", 1)
    wanted = wanted.replace("(<b.md> 'b.md')", "(../en/b.md 'b.md')").replace("(b.md#b)]", "(../en/b.md#b)]")
    wanted = wanted.replace("[c](b.md)", "[c](../en/b.md)").replace("> b.md", "> ../en/b.md")
    assert site.markdown("de/a") == wanted
    assert site.outputs["markdown/en/a.md"] == text.encode()


def test_a_name_with_any_characters_is_a_safe_url() -> None:
    site = small_site(
        {"a": "[x](<q (1) %25?/ä&b.md>) [y](q%20%281%29%20%25%3F/%C3%A4&amp;b.md)\n", "q (1) %?/ä&b": "# B\n"}
    )
    assert hrefs_of(site.html("en/a"))[1] == "q%20%281%29%20%25%3F/%C3%A4%26b.html"
    assert "html/en/q (1) %?/ä&b.html" in site.outputs


def test_a_translation_with_destinations_of_its_own_is_withheld_and_publishes_no_file() -> None:
    document = "# A\n\nSee [x](gone.md) and ![y](y.svg).\n"
    texts = {
        "A": "Ä",
        "See [x](gone.md) and ![y](y.svg).": "![y](y.svg) [x](gone.md) [n](new.md) ![s](../pyproject.toml)",
    }
    site = small_site({"a": document}, {"de": texts})
    assert site.messages() == [
        'source/a.md:3:9 dead-link: the link "gone.md" leads to source/gone.md,'
        " which is no document of the project",
    ]
    assert site.markdown("de/a") == document.replace("A", "Ä", 1)
    assert {asset.output_path for asset in site.assets} == {
        f"{kind}/{locale}/y.svg" for kind in ("html", "markdown") for locale in ("en", "de")
    }


def test_every_relative_link_of_a_site_leads_to_an_output() -> None:
    site = small_site(
        {**DOCUMENTS, "c": "![i](i.svg) [b](guides/b.md#b)\n"}, {"de": {"A": "Ah"}, "ar": {"B": "ب"}}
    )
    existing = {*site.outputs, *(asset.output_path for asset in site.assets)}
    checked = 0
    for path, content in site.outputs.items():
        if not path.endswith(".html"):
            continue
        elements = Elements(content.decode())
        ids = list(elements.attribute("id"))
        assert len(ids) == len(set(ids))
        for href in [*elements.attribute("href"), *elements.attribute("src")]:
            target, _, fragment = href.partition("#")
            if target:
                parts = path.split("/")[:-1]
                for step in target.split("/"):
                    parts = parts[:-1] if step == ".." else [*parts, step]
                assert "/".join(parts) in existing
                checked += 1
            else:
                assert fragment in ids
    assert checked > 40
