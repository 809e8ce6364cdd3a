"""What is marked in code, and which language a fence names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.markdown.dialect_cases import parsed
from toolkit.markdown import code_lexing
from toolkit.markdown.code_highlighting import highlighted, unhighlighted
from toolkit.markdown.edition import make_edition
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.model.document import MarkdownOptions

BOX = '<pre dir="ltr" translate="no" tabindex="0">'
MARKED = '<span class="hl-type">print</span>'
CODE = {
    "rust": (
        "/// Doc\n#[derive(Debug)]\nfn main() {\n    let x: u8 = 5; // five\n    // more\n"
        '    println!("a < {x}", true);\n}\n',
        '<span class="hl-comment">/// Doc</span>\n<span class="hl-attribute">#[derive(Debug)]</span>\n'
        '<span class="hl-keyword">fn</span> <span class="hl-name">main</span>() {\n'
        '    <span class="hl-keyword">let</span> x: <span class="hl-type">u8</span> = '
        '<span class="hl-number">5</span>; <span class="hl-comment">// five\n    // more</span>\n'
        '    <span class="hl-name">println!</span>(<span class="hl-string">&quot;a &lt; {x}&quot;</span>, '
        '<span class="hl-number">true</span>);\n}\n',
    ),
    "python": (
        '@get("/")\ndef f(self, n: int = 0) -> str:\n    """Doc."""\n'
        '    return "a" if n else self.x  # note\n',
        '<span class="hl-attribute">@get</span>(<span class="hl-string">&quot;/&quot;</span>)\n'
        '<span class="hl-keyword">def</span> <span class="hl-name">f</span>('
        '<span class="hl-keyword">self</span>, n: <span class="hl-type">int</span> = '
        '<span class="hl-number">0</span>) -&gt; <span class="hl-type">str</span>:\n'
        '    <span class="hl-comment">&quot;&quot;&quot;Doc.&quot;&quot;&quot;</span>\n'
        '    <span class="hl-keyword">return</span> <span class="hl-string">&quot;a&quot;</span> '
        '<span class="hl-keyword">if</span> n <span class="hl-keyword">else self</span>.x  '
        '<span class="hl-comment"># note</span>\n',
    ),
    "html": (
        '<!-- c -->\n<a href="x?a&amp;b" hidden>T &lt; u</a>\n<script>let a = 1;</script>\n',
        '<span class="hl-comment">&lt;!-- c --&gt;</span>\n&lt;<span class="hl-name">a</span> '
        '<span class="hl-attribute">href</span>=<span class="hl-string">&quot;x?a&amp;amp;b&quot;</span> '
        '<span class="hl-attribute">hidden</span>&gt;T <span class="hl-attribute">&amp;lt;</span> u'
        '&lt;/<span class="hl-name">a</span>&gt;\n&lt;<span class="hl-name">script</span>&gt;'
        '<span class="hl-keyword">let</span> a = <span class="hl-number">1</span>;'
        '&lt;/<span class="hl-name">script</span>&gt;\n',
    ),
    "diff": (
        "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n+more\n same\n",
        '<span class="hl-removed">--- a</span>\n<span class="hl-added">+++ b</span>\n'
        '<span class="hl-name">@@ -1 +1 @@</span>\n<span class="hl-removed">-old</span>\n'
        '<span class="hl-added">+new\n+more</span>\n same\n',
    ),
    "console": (
        '$ cd "a b" && echo $HOME  # go\nout put\n',
        '<span class="hl-prompt">$</span> <span class="hl-type">cd</span> '
        '<span class="hl-string">&quot;a b&quot;</span> &amp;&amp; <span class="hl-type">echo</span> '
        '<span class="hl-attribute">$HOME</span>  <span class="hl-comment"># go</span>\nout put\n',
    ),
}


@pytest.mark.parametrize("language", CODE)
def test_code_is_marked_by_what_its_pieces_are(language: str) -> None:
    code, expected = CODE[language]
    assert highlighted(language, code) == expected


@pytest.mark.parametrize(
    ("dialect", "fence"),
    [
        ("gfm", "```python\n{}```\n"),
        ("gfm", "~~~~ Python,ignore\n{}~~~~\n"),
        ("gfm", "```py title='a.py'\n{}```\n"),
        ("mkdocs", '```py title="a.py" hl_lines="1 2"\n{}```\n'),
        ("mkdocs", '``` {{ .python .numberLines title="a" }}\n{}```\n'),
        ("mkdocs", "```{{.python}}\n{}```\n"),
        ("mkdocs", "```{{#a .python}}\n{}```\n"),
        ("docusaurus", "```py {{1,3}} showLineNumbers\n{}```\n"),
        ("hugo", "```python {{linenos=table}}\n{}```\n"),
        ("myst", "```{{code-block}} python\n:linenos:\n\n{}```\n"),
        ("myst", ":::{{code}} Python\n{}:::\n"),
        ("myst", "```{{code-cell}} python\n---\ntags: [a]\n---\n{}```\n"),
        ("jekyll", "> ```python\n> {}> ```\n"),
    ],
)
def test_a_fence_names_its_language_in_the_way_of_its_dialect(dialect: str, fence: str) -> None:
    assert MARKED in html(dialect, fence.format("print(1)\n"))


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("gfm", "```\nprint(1)\n```\n"),
        ("gfm", "```text\nprint(1)\n```\n"),
        ("gfm", "```unheard-of\nprint(1)\n```\n"),
        ("gfm", "```{.unheard-of .python}\nprint(1)\n```\n"),
        ("gfm", "```title=python\nprint(1)\n```\n"),
        ("gfm", "```python\n```\n"),
        ("gfm", "```python\na\n```\n"),
        ("gfm", "    print(1)\n"),
        ("gfm", "`print(1)`{.python}\n"),
        ("gfm", '<pre><code class="language-python">print(1)\n</code></pre>\n'),
        ("gfm", "```python\n" + 1000 * "print(1)  #\n" + "```\n"),
        ("myst", "```{code-block}\nprint(1)\n```\n"),
        ("myst", "```{eval-rst} python\nprint(1)\n```\n"),
        ("hugo", '{{< highlight python "linenos=table" >}}\nprint(1)\n{{< /highlight >}}\n'),
        ("jekyll", "{% highlight python %}\nprint(1)\n{% endhighlight %}\n"),
    ],
)
def test_code_in_no_known_language_and_code_that_is_too_long_stays_as_it_is(dialect: str, text: str) -> None:
    assert html(dialect, text) == html(dialect, text, highlight_code=False)


def test_a_marked_block_is_the_block_with_marks() -> None:
    text = "- > ```rust,ignore\n  > let x;\n  > ```\n"
    expected = (
        f"<ul>\n<li>\n<blockquote>\n{BOX}"
        '<code class="language-rust,ignore"><span class="hl-keyword">let</span> x;\n</code></pre>\n'
        "</blockquote>\n</li>\n</ul>\n"
    )
    assert html("gfm", text) == expected
    assert html("gfm", text, highlight_code=False) == unhighlighted(expected)


def test_a_translated_comment_is_marked_as_the_comment_it_is() -> None:
    document = parsed('```python\nprint("a")  # go\n```\n', MarkdownOptions(code="comments"))
    (segment,) = document.segments
    edition = make_edition(document, {segment.key: "<b>اذهب</b>"})
    marked = '<span class="hl-comment"># &lt;b&gt;اذهب&lt;/b&gt;</span>\n</code></pre>\n'
    assert render_html(edition, RenderSettings(highlight_code=True)).body.endswith(marked)


@pytest.mark.parametrize("tokens", [[(0, "a")], [(0, "a"), (1, " "), (2, "b"), (3, "\n"), (4, "\n")]])
def test_code_that_a_lexer_gives_back_otherwise_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tokens: list[tuple[int, str]]
) -> None:
    class Lexer:
        def get_tokens_unprocessed(self, code: str) -> Iterator[tuple[int, tuple[str], str]]:
            yield from ((start, ("Keyword",), text) for start, text in tokens)

    monkeypatch.setattr(code_lexing, "_lexer", lambda *_: Lexer())
    assert highlighted(f"lossy {len(tokens)}", "a b\n") == ""


def test_only_marks_of_ours_are_taken_away() -> None:
    html = '<span class="hl-other">a</span><span class="hl-string"><b>c</b></span>'
    assert unhighlighted(html) == html


def html(dialect: str, text: str, *, highlight_code: bool = True) -> str:
    edition = make_edition(parsed(text, MarkdownOptions(dialect)), {})
    return render_html(edition, RenderSettings(highlight_code=highlight_code)).body
