"""Blocks of raw HTML composed from what authors write, and translations that would break out of them."""

from __future__ import annotations

from hypothesis import strategies as st

Draw = st.DrawFn

_WORDS = (
    *(
        "alpha",
        "Bravo charlie",
        "d",
        "日本",
        "déjà",
        "5 %",
        "42",
        "*x*",
        "`y`",
        "[z](w)",
        "# e",
        "1. f",
        "- g",
    ),
    *(
        "&amp;",
        "&nbsp;",
        "&copy",
        "a &lt; b",
        "a < b",
        "x\u00a0y",
        "x\u2028y",
        "\n",
        "\n  ",
        "\t",
        "|",
        "{{ v }}",
    ),
)
_WORD = st.sampled_from(_WORDS)
_TEXT = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
_VALUES = (
    *(
        '"A picture"',
        "'An \"x\"'",
        "Bare",
        '"It\'s &amp; so"',
        '""',
        '"5"',
        '"two\n  lines"',
        "'a > b'",
        '"&lt;b>"',
    ),
)
_NAMES = ("alt", "title", "aria-label", "placeholder", "class", "href", "data-x", "TITLE")
_SPACE = st.sampled_from((" ", "  ", "\n  ", "\t"))


@st.composite
def _attributes(draw: Draw) -> str:
    names = draw(st.lists(st.sampled_from(_NAMES), max_size=2))
    return "".join(
        f"{draw(_SPACE)}{name}{draw(st.sampled_from(('=', '=', ' = ')))}{draw(st.sampled_from(_VALUES))}"
        for name in names
    )


@st.composite
def _pair(draw: Draw, name: st.SearchStrategy[str], inner: st.SearchStrategy[str]) -> str:
    tag = draw(name)
    extra = draw(st.sampled_from(("", "", "", "", "", ' translate="no"', ' class="a notranslate"')))
    return f"<{tag}{extra}{draw(_attributes())}>{draw(inner)}</{tag}>"


@st.composite
def _alone(draw: Draw) -> str:
    return f"<{draw(st.sampled_from(('img', 'br', 'input', 'hr', 'wbr')))}{draw(_attributes())}>"


_INLINE_NAME = st.sampled_from(("b", "a", "em", "span", "code", "kbd", "B", "sup"))
_BLOCK_NAME = st.sampled_from(("p", "div", "td", "li", "summary", "figcaption", "h2", "option", "pre", "svg"))
_COPIED = st.sampled_from(
    (
        *("<!-- a <b>remark</b> -->", "<script>let a = '<p>';</script>", "<style>p { a: b }</style>"),
        *("<?php echo 1; ?>", "<![CDATA[ x ]]>", "<textarea>y</textarea>", "<!x>", "<pre>z\n  z</pre>"),
        *("</b>", "<i>", "<p>", "</p>", "</x>", "<a id='x'></a>", "<!-- open", "</"),
    )
)
_LEAF = st.one_of(_TEXT, _TEXT, _TEXT, _alone())


def _several(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.tuples(part, st.sampled_from(("", " ", "\n", "\n    "))), min_size=1, max_size=4).map(
        lambda found: "".join(text + gap for text, gap in found)
    )


_SENTENCE = _several(st.one_of(_LEAF, _LEAF, _pair(_INLINE_NAME, _several(_LEAF))))
_CONTENT = _several(st.one_of(_SENTENCE, _pair(_BLOCK_NAME, _SENTENCE), _COPIED))
_START = st.sampled_from(("<!-- x --> ", "<b>\n", '<img alt="y">\n', "</p>", "<pre></pre>"))
_HTML = st.one_of(
    _pair(st.sampled_from(("div", "p", "table", "details", "figure")), _CONTENT),
    _pair(st.sampled_from(("div", "section")), _CONTENT),
    st.tuples(_START, _CONTENT).map("".join),
)
_PREFIXES = st.sampled_from(
    (("", ""), ("", ""), ("> ", "> "), ("- ", "  "), ("1. > ", "   > "), ("-\t", "\t"))
)


@st.composite
def html_documents(draw: Draw) -> str:
    """Return a document of blocks of HTML, in containers and beside Markdown."""
    parts = []
    for html in draw(st.lists(_HTML, min_size=1, max_size=3)):
        first, other = draw(_PREFIXES)
        lines = html.split("\n")
        parts.append("\n".join((other if n else first) + line for n, line in enumerate(lines)))
        parts.append(draw(st.sampled_from(("", "Text\n", "- Item\n", "# Heading\n"))))
    newline = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    return "\n\n".join(parts).replace("\n", newline)


HTML_DOCUMENTS = html_documents()

_HOSTILE = (
    *(
        "<b>x</b>",
        "</div>",
        "</p><p>",
        "<script>alert(1)</script>",
        "`<script>`",
        "<svg/onload=x()>",
        "<img src=x",
    ),
    *(
        "<img src=x onerror=y>",
        "<!--",
        "-->",
        "<!-- x -->",
        "<![CDATA[x]]>",
        "]]>",
        "<?x?>",
        "?>",
        "<!x>",
        "</pre>",
    ),
    *(
        "</",
        "<",
        "a <",
        "<3",
        "&lt;b&gt;",
        "&",
        "&amp",
        "&#60;b>",
        "a\n\nb",
        "a\n<div>",
        "\n\n",
        "a\r\rb",
        "\0",
    ),
    *(
        '"',
        "'",
        '" onclick="x()',
        "' onclick='x()",
        '"><b>',
        "a > b",
        "a=b",
        "`",
        "/",
        "a/",
        "=",
        " ",
        "\u00a0",
    ),
    *(
        "# a",
        "- a",
        "> a",
        "| a |",
        "1. a",
        "[x]: y",
        "```",
        "===",
        "---",
        "</style>",
        "</script>",
        "<plaintext>",
    ),
    *("<a href='javascript:x()'>y</a>", "<A HREF=//x>y</A>", "<b", "<b ", "</b", "<b/>", "</b >", "<B>x</B>"),
)
_ONE = st.sampled_from(_HOSTILE)
HTML_TRANSLATIONS = st.one_of(
    _ONE,
    st.tuples(
        st.sampled_from(_HOSTILE), st.sampled_from(("", " ", "\n", "x")), st.sampled_from(_HOSTILE)
    ).map("".join),
    st.lists(st.sampled_from((*"ab <>/\"'=&!-\n`", "</", "<!--", "-->")), max_size=10).map("".join),
)
"""What would end a block, a tag or a value if it were copied as it is."""
