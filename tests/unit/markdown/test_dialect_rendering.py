"""What the HTML edition shows of the constructs of the dialects."""

from __future__ import annotations

import pytest

from tests.unit.markdown.dialect_cases import parsed
from toolkit.markdown.constructs.anchors import anchors
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.edition import make_edition
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.model.document import MarkdownOptions


def html(dialect: str, text: str, words: PageWords | None = None, math: bool | None = None) -> str:
    document = parsed(text, MarkdownOptions(dialect, math=math))
    settings = RenderSettings(source_heading_ids(document), words=words or PageWords())
    return render_html(make_edition(document, {}), settings).body


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        (
            "docusaurus",
            ":::tip[A *b*]\nc\n:::\n",
            '<aside class="admonition tip" role="note">\n'
            '<p class="admonition-title">A <em>b</em></p>\n<p>c</p>\n</aside>\n',
        ),
        (
            "docusaurus",
            ":::info\nc\n:::\n",
            '<aside class="admonition info" role="note">\n'
            '<p class="admonition-title">Note</p>\n<p>c</p>\n</aside>\n',
        ),
        ("docusaurus", ":::tabs\nc\n:::\n", '<div class="tabs">\n<p>c</p>\n</div>\n'),
        ("docusaurus", ":::{.x}\nc\n:::\n", "<div>\n<p>c</p>\n</div>\n"),
        (
            "mkdocs",
            '???+ danger "B"\n    c\n',
            '<details class="danger" open>\n<summary class="admonition-title">B</summary>\n'
            "<p>c</p>\n</details>\n",
        ),
        (
            "mkdocs",
            "??? tip\n    c\n",
            '<details class="tip">\n<summary class="admonition-title">Tip</summary>\n<p>c</p>\n</details>\n',
        ),
        ("mkdocs", "*[A]: b c\n", ""),
        (
            "mkdocs",
            "## The A-B {#a}\n\n| C++ |\n| - |\n| (A) _A_ A_A |\n\n*[A]: first\n\n*[A]: last\n*[C++]: d\n",
            '<h2 id="a">The <abbr title="last">A</abbr>-B</h2>\n'
            '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<thead>\n<tr>\n'
            '<th scope="col"><abbr title="d">C++</abbr></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td>(<abbr title="last">A</abbr>) <em><abbr title="last">A</abbr></em> A_A</td>\n'
            "</tr>\n</tbody>\n</table>\n</div>\n",
        ),
        ("jekyll", "*[W3C]: World\n\nThe W3C.\n", '<p>The <abbr title="World">W3C</abbr>.</p>\n'),
        ("gfm", "*[A]: b\n\nA\n", "<p>*[A]: b</p>\n<p>A</p>\n"),
        ("mkdocs", "H~2~O ~~x~~ [a](b){ .c }\n", '<p>H<sub>2</sub>O <s>x</s> <a href="b">a</a></p>\n'),
        ("mkdocs", "## A {: #b .c }\n", '<h2 id="b">A</h2>\n'),
        ("hugo", '{{< x alt="a *b* &amp;" >}}\n', "<p>a *b* &amp;amp;</p>\n"),
        ("hugo", "{{< x >}}\n\na\n\n{{< /x >}}\n", "<p>a</p>\n"),
        (
            "hugo",
            'a {{< x "b" >}}\n',
            '<p>a <code class="template" dir="ltr" translate="no">{{&lt; x &quot;b&quot; &gt;}}</code></p>\n',
        ),
        ("docusaurus", "import a from 'b';\n\n<X>\n\na\n\n</X>\n\n{/* b */}\n", "<p>a</p>\n"),
        ("docusaurus", "<p>a *b*</p>\n", "<p>a <em>b</em></p>\n"),
        ("docusaurus", "a } b\n", "<p>a } b</p>\n"),
        ("myst", "(A b)=\n% b\n+++\n\nc\n", '<a id="a-b"></a>\n<p>c</p>\n'),
        ("mkdocs", "a\n{: #b .c }\n", '<p>a</p>\n<a id="b"></a>\n'),
        ("hugo", "a\n{.c}\n", "<p>a</p>\n"),
        ("docusaurus", ":::x{#b}\n:::\n", '<div class="x" id="b">\n</div>\n'),
        (
            "myst",
            "a {b}`c` $d$\n",
            '<p>a <code class="template" dir="ltr" translate="no">{b}`c`</code> '
            '<span class="math" dir="ltr" translate="no">$d$</span></p>\n',
        ),
        ("myst", "$$\na < b\n$$\n", '<div class="math" dir="ltr" translate="no">$$\na &lt; b\n$$</div>\n'),
        (
            "myst",
            "```{eval-rst}\na\n```\n",
            '<pre dir="ltr" translate="no" tabindex="0"><code class="language-eval-rst">a\n</code></pre>\n',
        ),
        ("commonmark", "~~a~~ [^1]\n", "<p>~~a~~ [^1]</p>\n"),
    ],
)
def test_constructs_of_the_dialects_become_html(dialect: str, text: str, expected: str) -> None:
    assert html(dialect, text) == expected


def test_a_box_without_a_title_gets_one_in_the_language_of_its_words() -> None:
    words = PageWords({"Tip": "Consejo"})
    assert '<p class="admonition-title">Consejo</p>' in html("docusaurus", ":::tip\na\n:::\n", words)
    foreign = PageWords({"Tip": "Tip"}, Language("en", "ltr"))
    expected = '<p class="admonition-title" lang="en" dir="ltr">Tip</p>'
    assert expected in html("docusaurus", ":::tip\na\n:::\n", foreign)


def test_ids_of_a_dialect_are_places_that_links_can_lead_to() -> None:
    text = "(A b)=\n{#c .d}\nText\n\n:::{note}\n:::\n\n{.e}\n## Head {#f}\n"
    assert anchors(parsed(text, MarkdownOptions("myst")).tokens) == {"a-b", "c"}


def test_a_source_text_in_a_tag_says_its_language() -> None:
    document = parsed('{{< x alt="a" >}}\n', MarkdownOptions("hugo"))
    settings = RenderSettings(foreign=Language("en", "ltr"), waiting=frozenset(document.inline))
    body = render_html(make_edition(document, {}), settings).body
    assert body == '<p lang="en" dir="ltr" class="untranslated">a</p>\n'


def test_an_abbreviation_is_shown_with_what_it_stands_for_where_readers_see_text() -> None:
    text = (
        "HTML, XHTML, HTML5, *HTML 5*, `HTML`, ![HTML](b), [HTML](b), &#72;TML.[^1]\n\n[^1]: HTML\n\n"
        '*[HTML]: Hyper "Text" <b> & `Markup`\n*[HTML 5]: one more\n'
    )
    shown = '<abbr title="Hyper &quot;Text&quot; &lt;b&gt; &amp; `Markup`">HTML</abbr>'
    body = html("mkdocs", text)
    assert body.startswith(
        f'<p>{shown}, XHTML, HTML5, <em><abbr title="one more">HTML 5</abbr></em>, '
        '<code dir="ltr" translate="no">HTML</code>, <img src="b" alt="HTML">, '
        f'<a href="b">{shown}</a>, {shown}.<sup'
    )
    assert f"<p>{shown} <a" in body
    assert body.count("<abbr") == 5


def test_the_meaning_of_an_abbreviation_is_translated_or_says_its_language() -> None:
    document = parsed("The W3C.\n\n*[W3C]: World Wide Web Consortium\n", MarkdownOptions("mkdocs"))
    sentence, meaning = (segment.key for segment in document.segments)
    places = {document.segments[number].key: index for index, number in document.inline.items()}
    texts = {sentence: "Le W3C.", meaning: "Consortium"}
    settings = RenderSettings(foreign=Language("en", "ltr"), translated=frozenset(places.values()))
    whole = render_html(make_edition(document, texts), settings).body
    assert whole == '<p>Le <abbr title="Consortium">W3C</abbr>.</p>\n'
    del texts[meaning]
    settings = RenderSettings(foreign=Language("en", "ltr"), translated=frozenset({places[sentence]}))
    partly = render_html(make_edition(document, texts), settings).body
    assert partly == ('<p>Le <abbr title="World Wide Web Consortium" lang="en" dir="ltr">W3C</abbr>.</p>\n')
