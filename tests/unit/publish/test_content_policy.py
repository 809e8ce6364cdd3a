from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_site import Elements, shipped_files, small_site
from toolkit.errors import ConfigError
from toolkit.markdown.page_loads import Load, PageLoads, page_loads
from toolkit.publish.content_policy import ContentPolicy, content_policy
from toolkit.publish.theme import load_theme

STRICT = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy_in(html: str) -> str:
    head = html.partition("</head>")[0] + "</head></html>"
    (policy,) = (one for name, one in Elements(head).found if "http-equiv" in one)
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert html.index("Content-Security-Policy") < html.index("<link")
    return policy["content"] or ""


def of_source(markdown: str) -> str:
    return policy_in(small_site({"a": markdown}).html("en/a"))


ALLOWED = {
    "a text": STRICT,
    "![x](a.png)": STRICT,
    "![x](https://img.example:8080/a.png)": STRICT.replace(
        "img-src 'self'", "img-src 'self' https://img.example:8080"
    ),
    "<img src='//user@IMG.example\\a;b'>": STRICT.replace("img-src 'self'", "img-src 'self' img.example"),
    "![x](https://bücher.example/a.png)": STRICT.replace(
        "img-src 'self'", "img-src 'self' https://xn--bcher-kva.example"
    ),
    "<img src='data:image/png;base64,AA'>": STRICT.replace("img-src 'self'", "img-src 'self' data:"),
    '<img src="https://x.example;script-src *"><img src="https://a b,c\'/">': STRICT,
    "<p style='color: red'>x</p>": STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    "<form action='https://f.example/x'></form>": STRICT.replace(
        "form-action 'none'", "form-action https://f.example"
    ),
    "<iframe src='https://v.example/e/1'></iframe>": STRICT.replace(
        "; base-uri", "; frame-src https://v.example; base-uri"
    ),
    "<a href='javascript:x'>x</a>": STRICT,
    "<script src='https://cdn.example/lib@1/x,y.js?v=1'></script>": STRICT.replace(
        "script-src 'none'", "script-src https://cdn.example/lib@1/x%2Cy.js"
    )
    + "; connect-src 'self'",
    "<script>x</script>": STRICT.replace("script-src 'none'", f"script-src {hashed('x')}")
    + "; connect-src 'self'",
    "<p onclick='a &amp; b'>x</p>": STRICT.replace(
        "script-src 'none'", f"script-src 'unsafe-hashes' {hashed('a & b')}"
    )
    + "; connect-src 'self'",
    "<base href='https://b.example/'><img src='a.png'>": STRICT.replace(
        "base-uri 'none'", "base-uri https://b.example"
    ).replace("img-src 'self'", "img-src 'self' https://b.example"),
}


@pytest.mark.parametrize("markdown", ALLOWED)
def test_a_policy_allows_what_the_source_has_and_no_more(markdown: str) -> None:
    assert of_source(markdown + "\n") == ALLOWED[markdown]


def test_a_translation_has_the_policy_of_its_source() -> None:
    markdown = "![x](https://img.example/a.png)\n\n<script>x</script>\n\nText.\n\nMore.\n"
    translations = {
        "es": {"Text.": "![y](https://evil.example/b.png) <i style='x'>Texto</i>", "More.": "Más."}
    }
    site = small_site({"a": markdown}, {**translations, "de": {"Text.": "Wort."}})
    policies = {policy_in(site.html(f"{tag}/a")) for tag in ("en", "es", "de")}
    assert len(policies) == 1
    assert "evil" not in policies.pop()


def test_every_page_of_a_site_has_a_policy() -> None:
    site = small_site({"guides/a": "one\n", "b": "![x](https://i.example/x)\n"}, {"es": {"one": "uno"}})
    pages = {path: content.decode() for path, content in site.outputs.items() if path.endswith(".html")}
    del pages["html/en/b.html"]
    assert len(pages) > 4
    # Only the choice of languages has a script, and that in a file of its own.
    assert {path: policy_in(html) for path, html in pages.items()} == dict.fromkeys(pages, STRICT) | {
        "html/index.html": STRICT.replace("script-src 'none'", "script-src 'self'")
    }


def test_a_theme_may_allow_more() -> None:
    block = (
        '{% block content_policy %}{{ content_policy.also("script-src", "\'self\'")'
        '.also("font-src", "https://fonts.example") }}{% endblock %}'
    )
    page = shipped_files()["templates/page.html"] + block.encode()
    theme = load_theme({**shipped_files(), "templates/page.html": page})
    policy = policy_in(small_site({"a": "one\n"}, theme=theme).html("en/a"))
    assert policy == STRICT.replace("script-src 'none'", "script-src 'self'").replace(
        "; base-uri", "; font-src https://fonts.example; base-uri"
    )


def test_a_theme_that_writes_no_source_is_told() -> None:
    page = shipped_files()["templates/page.html"]
    page += b'{% block content_policy %}{{ content_policy.also("img-src", "*; script-src *") }}{% endblock %}'
    files = {**shipped_files(), "templates/page.html": page}
    with pytest.raises(ConfigError, match="ValueError: no directive and sources of a policy: img-src"):
        small_site({"a": "one\n"}, theme=load_theme(files, own=frozenset({"page.html"})))


ADDRESSES = st.one_of(
    st.text(),
    st.from_regex(r"\A(https?:)?//[^/]{0,12}/?.{0,8}\Z"),
    st.text(alphabet="htps:/\\@;,' *\t\nx.%&#", max_size=30),
)


@given(st.lists(st.tuples(st.sampled_from(Load), ADDRESSES)), st.lists(st.text()), st.lists(st.text()))
def test_no_address_writes_a_policy_of_its_own(
    addresses: list[tuple[Load, str]], scripts: list[str], handlers: list[str]
) -> None:
    policy = content_policy(PageLoads(frozenset(addresses), frozenset(scripts), frozenset(handlers)))
    written = str(policy)
    source = (
        r"'(none|self|sha256-[\w+/]+=*|unsafe-hashes)'|data:|blob:|(https?://)?[a-z0-9.-]+(:\d+)?(/[!-~]*)?"
    )
    directive = rf"[a-z-]+( ({source}))+"
    assert re.fullmatch(rf"{directive}(; {directive})*", written)
    directives = [part.split(" ")[0] for part in written.split("; ")]
    assert len(directives) == len(set(directives))
    assert all(sources == ("'none'",) or "'none'" not in sources for sources in policy.sources.values())


@given(st.text())
def test_a_policy_of_any_html_can_be_made(html: str) -> None:
    assert str(content_policy(page_loads(html))).startswith("default-src 'none'; script-src ")


def test_adding_nothing_changes_nothing() -> None:
    assert ContentPolicy().also("script-src") == ContentPolicy()
