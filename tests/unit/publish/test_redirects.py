"""Pages at old places lead to where the pages stand now, and never take the place of anything."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_site import Elements, SmallSite, small_site

BASE = "https://example.org"


def made(aliases: str, base_url: str = "", **others: str) -> SmallSite:
    documents = {"g/a": f"---\ntitle: Title\naliases: {aliases}\n---\nOne\n", **others}
    return small_site(documents, {"es": {"Title": "Título", "One": "Uno"}, "de": {}}, base_url=base_url)


def stubs(site: SmallSite) -> dict[str, str]:
    """Return where each redirect leads, by its path."""
    found = {}
    for path, content in site.outputs.items():
        if match := re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', content.decode("latin-1")):
            found[path] = match[1]
    return found


def test_a_redirect_is_a_small_page_in_the_language_of_its_target() -> None:
    site = made("[old]", f"{BASE}/x")
    assert (
        site.html("es/old")
        == f"""\
<!doctype html>
<html lang="es" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;none&#39;; \
style-src &#39;self&#39;; img-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=g/a.html">
<link rel="canonical" href="{BASE}/x/es/g/a.html">
<title>Título</title>
</head>
<body>
<main>
<h1><a href="g/a.html">Título</a></h1>
</main>
</body>
</html>
"""
    )
    assert '<link rel="canonical" href="g/a.html">' in made("[old]").html("es/old")


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ("[]", {}),
        ("", {}),
        ("old", {"en/old": "g/a", "es/old": "g/a"}),
        ("[old.html, old.md, old]", {"en/old": "g/a", "es/old": "g/a"}),
        ("[old/]", {"en/old/index": "../g/a", "es/old/index": "../g/a"}),
        ("[g/é%20b]", {"en/g/é b": "a", "es/g/é b": "a"}),
        ("[v1.2]", {"en/v1.2": "g/a", "es/v1.2": "g/a"}),
        ("[/old]", {"old": "en/g/a"}),
        ("[/es/old, /de/old]", {"es/old": "g/a", "de/old": "../en/g/a"}),
        ("[2024, old]", {"en/2024": "g/a", "es/2024": "g/a", "en/old": "g/a", "es/old": "g/a"}),
    ],
)
def test_an_alias_gives_a_page_at_its_path(aliases: str, expected: dict[str, str]) -> None:
    site = made(aliases)
    assert stubs(site) == {f"html/{path}.html": f"{url}.html" for path, url in expected.items()}
    assert site.messages() == []


REFUSED = 'source/g/a.md alias: nothing can lead from the alias "{}" to this page: {}'
UNFIT = "it is no path that every system can have"


@pytest.mark.parametrize(
    ("alias", "problem"),
    [
        ("../old", "it leaves the site"),
        ("/../old", "it leaves the site"),
        ("a/../../old", "it leaves the site"),
        ("%2e%2e/old", "it leaves the site"),
        ("//evil.example/old", "it leaves the site"),
        ("a/../old", UNFIT),
        ("https://example.org/old", UNFIT),
        ("old?x=1", UNFIT),
        ("old#x", UNFIT),
        ("a//b", UNFIT),
        (".well-known/x", UNFIT),
        ("a\\\\b", UNFIT),
        ("a%00b", UNFIT),
        ("a%ffb", UNFIT),
        ("Aux", UNFIT),
        ("/con.html", UNFIT),
        ("com1.old/x", UNFIT),
        ("x" * 201, "it is too long"),
        ("g/a", "output/html/en/g/a.html would be in the way of another page or file"),
        ("G/A.html", "output/html/en/G/A.html would be in the way of another page or file"),
        ("g/a.html/b", "output/html/en/g/a.html/b.html would be in the way of another page or file"),
        ("d", "output/html/en/d.html would be in the way of another page or file"),
        ("/", "output/html/index.html would be in the way of another page or file"),
        ("/es/", "output/html/es/index.html would be in the way of another page or file"),
        ("/de/g/a", "output/html/de/g/a.html would be in the way of another page or file"),
        (
            "/assets/style.css/x",
            "output/html/assets/style.css/x.html would be in the way of another page or file",
        ),
    ],
)
def test_an_alias_that_leaves_the_site_or_is_taken_is_reported_once(alias: str, problem: str) -> None:
    site = made(f'["{alias}"]', d="Text\n")
    assert stubs(site) == {}
    assert site.messages() == [REFUSED.format(alias.replace("\\\\", "\\"), problem)]


def test_of_two_pages_that_want_one_place_the_first_has_it() -> None:
    site = made("[old]", b="---\naliases: [OLD, old.html/x]\n---\nText\n")
    assert stubs(site) == {"html/en/old.html": "g/a.html", "html/es/old.html": "g/a.html"}
    assert [message.partition(":")[0] for message in site.messages()] == ["source/b.md alias"] * 2


def test_a_file_that_a_page_shows_does_not_take_the_place_of_a_redirect() -> None:
    site = made("[old]", b="[x](old.html)\n")
    assert stubs(site) == {"html/en/old.html": "g/a.html", "html/es/old.html": "g/a.html"}
    assert [asset.output_path for asset in site.assets] == ["markdown/en/old.html"]
    assert site.messages() == [
        'source/b.md:1:5 dead-link: the link "old.html" would overwrite output/html/en/old.html'
    ]


def test_aliases_are_the_sources_whatever_a_translation_says() -> None:
    text = "---\naliases: [old]\n---\nOne\n"
    site = small_site({"a": text}, {"es": {"old": "../../x", "One": "Uno"}})
    assert stubs(site) == {"html/en/old.html": "a.html", "html/es/old.html": "a.html"}


def test_a_redirect_to_a_page_mostly_in_the_source_language_names_the_source_as_canonical() -> None:
    text = "---\naliases: [old]\n---\nOne\n\nTwo\n\nThree\n"
    site = small_site({"a": text}, {"es": {"One": "Uno"}}, base_url=BASE)
    assert stubs(site)["html/es/old.html"] == "a.html"
    assert f'<link rel="canonical" href="{BASE}/en/a.html">' in site.html("es/old")


def test_no_redirect_is_in_a_sitemap_or_a_feed() -> None:
    text = "---\ndate: 2026-01-02\naliases: [old, /older]\n---\nOne\n"
    site = small_site({"a": text}, base_url=BASE)
    assert len(stubs(site)) == 2
    files = b"".join(content for path, content in site.outputs.items() if path.endswith(".xml"))
    assert b"a.html" in files
    assert b"old" not in files


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.sampled_from("aG/.%2e\\: é'\"<&"), max_size=8), max_size=4))
def test_whatever_the_aliases_are_every_redirect_is_a_page_of_its_own_in_the_site(aliases: list[str]) -> None:
    quoted = ", ".join("'" + alias.replace("'", "''") + "'" for alias in aliases)
    site = made(f"[{quoted}]")
    found = stubs(site)
    others = {path: text for path, text in site.outputs.items() if path not in found and path[-3:] != ".md"}
    assert others == {path: text for path, text in made("[]").outputs.items() if path[-3:] != ".md"}
    for path in found:
        assert path.startswith("html/")
        assert not {"", ".", ".."} & set(path.split("/"))
        Elements(site.outputs[path].decode())
