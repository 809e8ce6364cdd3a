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
    text = '# A\n\nSee <img src="a.png" alt="x">.\n\n<a href=".env">e</a> <a href="b.md#b">b</a>\n'
    translated = 'Siehe <img src="a.png" alt="ein x">.'
    site = small_site(
        {"a": text, "b": "# B\n"}, {"de": {'See <img src="a.png" alt="x">.': translated, "A": "Ah"}}
    )
    assert translated in site.html("de/a")
    assert [(asset.output_path, asset.place) for asset in site.assets] == [
        (f"{edition}/{locale}/a.png", Place("source/a.md", 3, 5))
        for locale in ("en", "de")
        for edition in ("html", "markdown")
    ]
    assert site.messages() == [
        'source/a.md:5:1 link-target: the href ".env" in raw HTML leads to a hidden file,'
        " which is not published",
        'source/a.md:5:22 link-target: the href "b.md#b" in raw HTML leads to the Markdown source,'
        " which is not there in the HTML edition",
    ]
    assert site.findings[1].hint == "write it as a Markdown link: [text](b.md)"


def test_what_cannot_be_copied_for_raw_html_is_reported() -> None:
    text = (
        '<a href="../../up.csv">\n<a href="gone.md">\n<a href="images/">\n<a href="b.html">\n'
        '<img src="../../../../x.png">\n'
    )
    site = small_site({"a": text, "b": "# B\n"}, folder="docs/en/src")
    place = "docs/en/src/a.md"
    assert site.messages() == [
        f'{place}:1:1 link-target: the href "../../up.csv" in raw HTML leads outside output/html/',
        f'{place}:1:1 link-target: the href "../../up.csv" in raw HTML leads outside output/markdown/',
        f'{place}:2:1 link-target: the href "gone.md" in raw HTML leads to docs/en/src/gone.md,'
        " which is no document of the project",
        f'{place}:3:1 link-target: the href "images/" in raw HTML leads to a folder that has no index.md',
        f'{place}:4:1 link-target: the href "b.html" in raw HTML would overwrite output/html/en/b.html',
        f'{place}:5:1 link-target: the src "../../../../x.png" in raw HTML leads outside the project',
    ]


def test_addresses_that_need_no_file_are_left_without_a_word() -> None:
    text = (
        '<a href="#raw" id="raw">a</a> <a href="?x">b</a> <img src="/x.png"> <img src="//c.org/x.png">\n'
        '<img src="data:image/png;base64,AA"> <a href="mailto:a@b.org">c</a> <base href="x/">\n'
    )
    site = small_site({"a": f"# A\n\n{text}\n<p>\n{text}</p>\n"})
    assert (site.assets, site.findings) == ([], [])
