"""Whatever a msgstr holds, both editions have the tags, attributes, addresses and ids of their source only.

Pages are planned in memory by the code that a build runs; what they hold is read by parsers that are not
ours: Python's for HTML, and markdown-it as it ships for Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from tests.html_parts import Parts, html_parts
from tests.laws.attack_pieces import attacks
from tests.small_site import SmallSite, small_site
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions

COMMON = """---
title: A title
description: "What it's about"
---

# The *first* heading

A text with a [link](https://good.example/a "Its title"), `code` and **bold** words.

A second text, <sub>small</sub>, [by label][guide], and ![a picture](picture.png).

> A quote of <b class="x">bold</b> words: <https://good.example/auto>.

- An item
- Another item with [a place](#guide)
  1. A nested item

## Guide

<div class="box" id="box">
<p title="A tip">Text in <i>HTML</i></p>
<img src="https://img.example/a.png" alt="An image">
</div>

A plain last text.

[guide]: https://good.example/guide "The guide"
"""
TABLE = """
| A head | Another |
|--------|---------|
| A cell | [c](d.md) |

See[^n].

[^n]: A note.
"""
DOCUMENTS = {
    "commonmark": COMMON,
    "gfm": COMMON + TABLE + "\n> [!NOTE]\n> An alert\n\n- [ ] A task\n\n~~gone~~ text\n",
    "mkdocs": COMMON
    + TABLE
    + '\n!!! note "A title of a box"\n    Text of a box\n\nText with HTML{: .x }\n'
    + "\n*[HTML]: Markup\n\nA term\n:   A meaning\n",
    "myst": COMMON
    + TABLE
    + "\n```{note}\nText of a note\n```\n\n(target)=\n\nA {ref}`role` and $x^2$.\n"
    + "\n:::{tip} A title\nMore\n:::\n",
    "hugo": COMMON
    + TABLE
    + '\n{{< figure src="a.png" >}}\n\nText with {{< ref "b.md" >}} in it.\n\n$$\nx\n$$\n',
    "docusaurus": COMMON.replace('<div class="box"', '<div className="box"')
    .replace("<https://good.example/auto>", "good")
    .replace('<b class="x">', "<b>")
    .replace(' alt="An image">', ' alt="An image" />')
    + TABLE
    + "\n:::tip A title\n\nText of a tip with {props.x}\n\n:::\n\n<Tabs>\n\nIn a tab\n\n</Tabs>\n",
    "jekyll": COMMON
    + TABLE
    + "\n{% if page.x %}\n\nText with {{ page.y }} in it.\n\n{% endif %}\n"
    + "\nA text\n{: .notice }\n\nMore {:.x}\n",
}
LABELS = ("guide", "n", "new", "GUIDE", "1")
HARMLESS = Parts(
    tags={"em", "strong", "code", "del", "s", "br", "span", "sub", "sup"},
    attributes={("code", "dir"), ("code", "translate"), ("a", "title"), ("img", "title"), ("img", "alt")},
    values={("code", "dir", "ltr"), ("code", "translate", "no")},
)
"""What marks of emphasis and code make, and texts that people read."""
_EXAMPLES = 20
PHASES = tuple(phase for phase in Phase if phase is not Phase.explain)
_LONG = 1_000
_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_BODY = re.compile(r'<div class="text">\n(.*)</div>\n(?:<section class="about".*)?</article>', re.DOTALL)
_TEMPLATES = {
    "mkdocs": r"\{\{|\{%|\{#|\}\}|%\}|\{:|^[ \t]*;*-+8<-+",
    "hugo": r"\{\{|\}\}",
    "docusaurus": r"(?<!\\)[{}]|^(?:import|export) ",
    "jekyll": r"\{\{|\{%|\}\}|%\}|\{:",
}
"""What programs of a dialect read before Markdown, or in place of it."""


def options(dialect: str) -> MarkdownOptions:
    return MarkdownOptions(dialect)


@cache
def messages(dialect: str) -> tuple[str, ...]:
    parsed = parse_document(Document("a", "source/a.md", DOCUMENTS[dialect], options(dialect)))
    return tuple(dict.fromkeys(segment.key.text for segment in parsed.segments))


def site(dialect: str, texts: dict[str, str]) -> SmallSite:
    return small_site({"a": DOCUMENTS[dialect]}, {"es": texts}, options=options(dialect))


@cache
def calm(dialect: str) -> tuple[Parts, Parts]:
    """Return the parts of the source's page and of calm translations of it, and of their bodies."""
    texts = messages(dialect)
    anchor = f"{texts[-1]} x"  # a page with nothing translated is held back
    sites = [site(dialect, {texts[-1]: anchor}), site(dialect, dict(zip(texts, texts, strict=True)))]
    pages = [html_of(one, path) for one in sites for path in ("en/a", "es/a")]
    whole = body = HARMLESS
    for page in pages:
        whole, body = whole | html_parts(page), body | html_parts(body_of(page))
    return whole, body


def html_of(site: SmallSite, path: str) -> str:
    """Return a page; the ways to its first passages that wait are others where others wait."""
    return re.sub(r'href="#toolkit-passage-\d+"', 'href="#toolkit-passage-1"', site.html(path))


def body_of(page: str) -> str:
    found = _BODY.search(page)
    assert found
    return found[1]


@cache
def reader(dialect: str) -> MarkdownIt:
    """Return a reader of Markdown that is not ours, with what most programs of the dialect read."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    if dialect != "commonmark":
        parser.use(footnote_plugin)
    if dialect in ("mkdocs", "jekyll"):
        parser.use(attrs_plugin).use(attrs_block_plugin).use(deflist_plugin)
    if dialect == "myst":
        parser.use(myst_role_plugin)
    return parser


def rendered(dialect: str, markdown: str) -> Parts:
    return html_parts(reader(dialect).render(_FRONT.sub("", markdown, count=1)))


def front_matter(markdown: str) -> dict[str, type]:
    found = _FRONT.match(markdown)
    assert found
    return {key: type(value) for key, value in yaml.safe_load(found[1]).items()}


def check(dialect: str, translations: dict[str, str]) -> None:
    """Assert that no translation adds anything to either edition."""
    source = DOCUMENTS[dialect]
    last = messages(dialect)[-1]
    built = site(dialect, {**translations, last: f"{last} x"})
    whole, body = calm(dialect)
    page = html_of(built, "es/a")
    assert html_parts(page).beyond(whole) == Parts()
    assert html_parts(body_of(page)).beyond(body) == Parts()
    markdown = built.markdown("es/a")
    allowed = rendered(dialect, source) | HARMLESS
    assert rendered(dialect, markdown).beyond(allowed) == Parts()
    assert front_matter(markdown) == front_matter(source)
    if dialect in _TEMPLATES:
        pattern = re.compile(_TEMPLATES[dialect], re.MULTILINE)
        added = Counter(pattern.findall(body_text(markdown))) - Counter(pattern.findall(body_text(source)))
        assert added == Counter()
    assert f"{last} x" in markdown


def body_text(markdown: str) -> str:
    return _FRONT.sub("", markdown, count=1)


@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_no_translation_adds_anything(dialect: str, request: pytest.FixtureRequest) -> None:
    examples = _LONG if request.config.getoption("--long") else _EXAMPLES
    texts = messages(dialect)[:-1]

    @settings(max_examples=examples, phases=PHASES)
    @given(
        st.lists(attacks(DOCUMENTS[dialect].split("\n"), LABELS), min_size=len(texts), max_size=len(texts))
    )
    def attacked(drawn: list[str]) -> None:
        check(dialect, dict(zip(texts, drawn, strict=True)))

    attacked()


@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_a_calm_translation_passes_and_is_published(dialect: str) -> None:
    texts = messages(dialect)
    check(dialect, dict(zip(texts, texts, strict=True)))
    assert "Un texto calmo." in site(dialect, {"A plain last text.": "Un texto calmo."}).markdown("es/a")


def test_what_would_be_added_is_seen() -> None:
    """Each check fails where its part of the page is other than it should be."""
    whole, _ = calm("gfm")
    for html in ("<script>", "<b onclick=x>", '<a href="https://evil.example">', '<p id="x">', "<!-- x -->"):
        assert html_parts(html).beyond(whole) != Parts()
