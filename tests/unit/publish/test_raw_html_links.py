from __future__ import annotations

from tests.small_site import small_site
from toolkit.model.finding import Place
from toolkit.publish.links import Asset

PAGE = """\
# P

<video poster="p.jpg"><source
  src="../v.mp4?x=1#t=2"></video>

See <a href="data%20x.csv">the data</a> and <img srcset="s.png 1x, l.png 2x" alt="two sizes">.
"""


def test_a_file_in_raw_html_is_copied_to_where_the_unchanged_tag_finds_it() -> None:
    site = small_site({"dir/page": PAGE})
    files = (
        ("dir/data x.csv", 6, 5),
        ("dir/l.png", 6, 45),
        ("dir/p.jpg", 3, 1),
        ("dir/s.png", 6, 45),
        ("v.mp4", 3, 23),
    )
    assert [(asset, asset.place) for asset in site.assets] == [
        (Asset(f"source/{path}", f"{edition}/en/{path}", place), place)
        for path, *position in files
        for place in [Place("source/dir/page.md", *position)]
        for edition in ("html", "markdown")
    ]
    assert site.findings == []
    assert site.markdown("en/dir/page") == PAGE
    html = site.html("en/dir/page")
    assert '<video poster="p.jpg"><source\n  src="../v.mp4?x=1#t=2"></video>' in html
    assert (
        '<a href="data%20x.csv">the data</a> and <img srcset="s.png 1x, l.png 2x" alt="two sizes">.' in html
    )


def test_a_translation_has_the_files_of_its_source_and_no_findings_of_them() -> None:
    text = '# A\n\nSee <img src="a.png" alt="x">.\n\n<a href=".env">e</a> <a href="b.md#c">b</a>\n'
    translated = 'Siehe <img src="a.png" alt="ein x">.'
    site = small_site(
        {"a": text, "b": "# B\n"}, {"de": {'See <img src="a.png" alt="x">.': translated, "A": "Ah"}}
    )
    assert translated in site.html("de/a")
    assert [(asset.output_path, asset.place) for asset in site.assets] == [
        (f"{edition}/{locale}/a.png", Place("source/a.md", 3, column))
        for locale, column in (("en", 5), ("de", 0))
        for edition in ("html", "markdown")
    ]
    assert site.messages() == [
        'source/a.md:5:1 dead-link: the href ".env" in raw HTML leads to a hidden file,'
        " which is not published",
        'source/a.md:5:22 dead-fragment: the link "b.md#c": no heading of the page b has the id "c"',
    ]


def test_what_cannot_be_copied_for_raw_html_is_reported() -> None:
    text = (
        '<a href="../../up.csv">\n<a href="gone.md">\n<a href="images/">\n<a href="b.html">\n'
        '<img src="../../../../x.png">\n'
    )
    site = small_site({"a": text, "b": "# B\n"}, folder="docs/en/src")
    place = "docs/en/src/a.md"
    assert site.messages() == [
        f'{place}:1:1 dead-link: the href "../../up.csv" in raw HTML leads outside output/html/',
        f'{place}:1:1 dead-link: the href "../../up.csv" in raw HTML leads outside output/markdown/',
        f'{place}:2:1 dead-link: the href "gone.md" in raw HTML leads to docs/en/src/gone.md,'
        " which is no document of the project",
        f'{place}:3:1 dead-link: the href "images/" in raw HTML leads to a folder that has no index.md',
        f'{place}:4:1 dead-link: the href "b.html" in raw HTML would overwrite output/html/en/b.html',
        f'{place}:5:1 dead-link: the src "../../../../x.png" in raw HTML leads outside the project',
    ]


def test_addresses_that_need_no_file_are_left_without_a_word() -> None:
    text = (
        '<a href="#raw" id="raw">a</a> <a href="?x">b</a> <img src="/x.png"> <img src="//c.org/x.png">\n'
        '<img src="data:image/png;base64,AA"> <a href="mailto:a@b.org">c</a> <base href="x/">\n'
    )
    site = small_site({"a": f"# A\n\n{text}\n<p>\n{text}</p>\n"})
    assert (site.assets, site.findings) == ([], [])


LINKS = """\
# A

<ul>
<li><a class="x" href="guides/b.md?q=1&amp;r#b">b</a></li>
<li><a href='guides/b.md' hreflang="en-GB">b</a> <area href=guides/b.md></li>
<li><iframe src="guides/b.md"></iframe><a href="https://example.org/b.md">x</a></li>
</ul>

> <p>
> <a href="guides/b.md">b</a></p>

See <a href="guides/b.md">b</a>, `<a href="guides/b.md">`.

| <a href="guides/b.md?a\\|b">b</a> |
|---|
"""
TRANSLATED = {
    'See <a href="guides/b.md">b</a>, `<a href="guides/b.md">`.': (
        '`<a href="guides/b.md">`\nund <a href="guides/b.md">be</a>'
    ),
    "b": "b",  # what waits has marks around it
}


def test_a_link_to_an_article_leads_to_its_page_in_the_same_language() -> None:
    site = small_site({"a": LINKS, "guides/b": "# B\n"}, {"de": {**TRANSLATED, "B": "Be"}})
    for locale in ("en", "de"):
        html = site.html(f"{locale}/a")
        assert '<li><a class="x" href="guides/b.html?q=1&amp;r#b">b</a></li>' in html
        assert "<a href='guides/b.html' hreflang=\"en-GB\">b</a> <area href=guides/b.html>" in html
        assert '<iframe src="guides/b.html"></iframe><a href="https://example.org/b.md">' in html
        assert '<p>\n<a href="guides/b.html">b</a></p>' in html
        assert '<a href="guides/b.html?a&#124;b">b</a>' in html
        assert "&lt;a href=&quot;guides/b.md&quot;&gt;" in html
    assert 'und <a href="guides/b.html">be</a>' in site.html("de/a")
    assert site.markdown("en/a") == LINKS
    assert site.markdown("de/a") == LINKS.replace(*next(iter(TRANSLATED.items()))).replace(
        "`\nund", "`\\\nund"
    )
    assert site.findings == []


def test_where_the_article_is_not_translated_the_link_leads_to_the_source_and_says_so() -> None:
    site = small_site({"a": LINKS, "guides/b": "# B\n"}, {"de": TRANSLATED})
    html, markdown = site.html("de/a"), site.markdown("de/a")
    assert '<a class="x" href="../en/guides/b.html?q=1&amp;r#b" hreflang="en">b</a>' in html
    assert "<a href='../en/guides/b.html' hreflang=\"en-GB\">b</a>" in html
    assert '<area href=../en/guides/b.html hreflang="en">' in html
    assert '<iframe src="../en/guides/b.html"></iframe>' in html
    assert '<a href="../en/guides/b.html" hreflang="en">be</a>' in html
    assert '<a class="x" href="../en/guides/b.md?q=1&amp;r#b">b</a>' in markdown
    assert "<area href=../en/guides/b.md>" in markdown
    assert '> <a href="../en/guides/b.md">b</a></p>' in markdown
    assert '`<a href="guides/b.md">`\\\nund <a href="../en/guides/b.md">be</a>' in markdown
    assert '| <a href="../en/guides/b.md?a&#124;b">b</a> |' in markdown
    assert "hreflang" not in markdown.replace('hreflang="en-GB"', "")


def test_fragments_lead_to_ids_of_headings_raw_html_and_footnotes_in_every_page() -> None:
    text = (
        "# A {#top-a}\n\n<p id='raw'><a name=\"anchor\">x</a></p>\n\nA note.[^1] <i id=inline>i</i>"
        " `<i id=code>` ^[inline]\n\n[^1]: It\n\n```\n<p id=fence>\n```\n"
    )
    good = ("top-a", "raw", "anchor", "fn1", "fnref1", "fn2", "inline", "top")
    bad = ("a", "code", "fence", "fn3")
    for prefix in ("", "a.md"):
        own = "".join(f"\n[x]({prefix}#{name}) <a href='{prefix}#{name}'>y</a>\n" for name in (*good, *bad))
        site = small_site({"a": text + own} if not prefix else {"a": text, "b": own}, {"de": {"x": "y"}})
        assert [message.partition("has the id ")[2] for message in site.messages()] == [
            f'"{name}"' for name in bad for _ in range(2)
        ]


def test_parts_of_images_are_no_ids_of_a_page() -> None:
    site = small_site({"a": '<svg><use href="#icon"/><use xlink:href="i.svg#part"/></svg>\n'})
    assert site.findings == []
