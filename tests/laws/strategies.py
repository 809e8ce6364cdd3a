"""Markdown documents composed from constructs, for the laws to hold on."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

Lines = tuple[str, ...]
Draw = st.DrawFn

_PIECES = (
    *(
        "alpha",
        "Bravo charlie",
        "d",
        "日本",
        "カナ文字",
        "déjà",
        "*em phasis*",
        "**strong**",
        "~~gone~~",
        "_u_",
    ),
    *("`code`", "``co`de``", "`a|b`", "[link](to.md)", '[link](<to me> "title")', "[full][ref]", "[ref]"),
    *(
        "[ref][]",
        "[Ref two][]",
        "![alt](pic.png)",
        "![ref]",
        "![alt][ref]",
        "[![alt](p.png)](to)",
        "[un known]",
    ),
    *(
        "<https://example.org/x>",
        "<a@b.org>",
        "<b>bold</b>",
        '<img src="x" alt="y">',
        "<br>",
        "&amp;",
        "&copy;",
    ),
    *(
        "\\*",
        "\\\\",
        "\\[",
        "[^1]",
        "^[note]",
        "a\\|b",
        "a|b",
        "no\u00a0break",
        "1.",
        "-",
        "+",
        "#",
        "##",
        ">",
    ),
    *(
        "===",
        "---",
        ":",
        "~",
        "|",
        "[x]",
        "[ ]",
        "[!NOTE]",
        "{#id}",
        "{.wide}",
        "`",
        "``",
        "<",
        "[",
        "]",
        "\\",
    ),
    *(
        "x\u2028y",
        "x\u0085y",
        "x\x0cy",
        "x\ty",
        "http://bare.org",
        "x{{ var }}",
        "%s",
        "'q'",
        '"q"',
        "\ufeffz",
    ),
)
_WORD = st.sampled_from(_PIECES)
_INLINE = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
_BREAK = st.sampled_from(("", "", "", "  ", "\\", "   ", " ", "\\\\", "\t"))
_LEAD = st.sampled_from(("", "", "", " ", "   ", "     ", "\t"))


@st.composite
def _paragraph(draw: Draw) -> Lines:
    lines = draw(st.lists(_INLINE, min_size=1, max_size=3))
    *others, last = (line + draw(_BREAK) if len(lines) > 1 else line for line in lines)
    return (*(line if not n else draw(_LEAD) + line for n, line in enumerate(others)), last)


@st.composite
def _atx(draw: Draw) -> Lines:
    mark = "#" * draw(st.integers(1, 6))
    tail = draw(
        st.sampled_from(("", "", " #", " ##  ", "#", " {#id}", " {#id .c}", " {#id} #", " \\#", "\t#"))
    )
    return (mark + draw(st.sampled_from((" ", "  ", "\t"))) + draw(_INLINE) + tail,)


@st.composite
def _setext(draw: Draw) -> Lines:
    text = draw(_paragraph())
    return (*text, draw(st.sampled_from(("===", "---", "=", "-", "----  "))))


@st.composite
def _table(draw: Draw) -> Lines:
    columns = draw(st.integers(1, 3))
    cell = st.one_of(_INLINE, st.just(""))
    left, right = draw(st.sampled_from((("| ", " |"), ("", ""), ("|", "|"), ("| ", ""), ("", " |"))))
    rows = draw(st.lists(st.lists(cell, min_size=columns, max_size=columns + 1), min_size=1, max_size=3))
    rule = left + "|".join([draw(st.sampled_from(("---", ":--", "--:", ":-:")))] * columns) + right
    head, *body = (left + " | ".join(row) + right for row in rows)
    return (head, rule, *body)


@st.composite
def _fence(draw: Draw) -> Lines:
    mark = draw(st.sampled_from(("```", "~~~", "````")))
    info = draw(st.sampled_from(("", "rust", " text title")))
    return (mark + info, *draw(st.lists(_INLINE, max_size=2)), mark)


_VERBATIM: tuple[Lines, ...] = (
    ("    indented code",),
    ("\ttabbed code", "", "    more"),
    ("<div>", "raw text", "</div>"),
    ("<details>", "<summary>Sum</summary>", "", "inside", "", "</details>"),
    ("<!-- remark -->",),
    (
        "<!-- remark",
        "",
        "over lines -->",
    ),
    ("<script>", "let a = 1;", "", "</script>"),
    ("<!-- i18n:skip -->",),
    ("<!-- i18n:skip-start -->",),
    ("<!-- i18n:skip-end -->",),
    ("<!-- i18n:comment: mind this -->",),
    ("<!-- i18n:context: menu -->",),
    ("<!-- mdpo-disable-next-line -->",),
    ("[ref]: https://example.org/ref",),
    ('[ref two]: <dest> "A title"',),
    ("[split]:", "  dest", "  'title'"),
    ("***",),
    ("---",),
    ("_ _ _",),
    ("",),
)
_MARKERS = ("- ", "* ", "+ ", "1. ", "10) ", "-\t", "-   ", "- [ ] ", "- [x] ", "1.\t", "  - ", "-     ")


def _under(first: str, other: str, lines: Lines) -> Lines:
    return tuple(
        (first if not n else other if line else other.rstrip(" ")) + line for n, line in enumerate(lines)
    )


@st.composite
def _list(draw: Draw, blocks: st.SearchStrategy[Lines]) -> Lines:
    marker = draw(st.sampled_from(_MARKERS))
    width = len(marker.removesuffix("[ ] ").removesuffix("[x] ").expandtabs(4))
    width = width if width < 6 else 2
    lazy = draw(st.integers(0, 7)) == 0
    gap = draw(st.sampled_from(((), (), ("",))))
    out: list[str] = []
    for item in draw(st.lists(blocks, min_size=1, max_size=3)):
        out += (*(gap if out else ()), *_under(marker, "" if lazy else " " * width, item))
    return tuple(out)


@st.composite
def _quote(draw: Draw, blocks: st.SearchStrategy[Lines]) -> Lines:
    mark = draw(st.sampled_from(("> ", ">", ">  ", " > ", ">\t")))
    title = draw(st.sampled_from(((), (), ("[!NOTE]",), ("[!warning]",))))
    lines = (*title, *draw(blocks))
    lazy = draw(st.integers(0, 5)) == 0
    return _under(mark, "" if lazy else mark, lines)


@st.composite
def _footnote(draw: Draw, blocks: st.SearchStrategy[Lines]) -> Lines:
    first, second = draw(blocks), draw(st.one_of(st.just(()), blocks))
    label = draw(st.sampled_from(("1", "note", "1")))
    return _under(f"[^{label}]: ", "    ", (*first, *(("", *second) if second else ())))


@st.composite
def _definitions(draw: Draw, blocks: st.SearchStrategy[Lines]) -> Lines:
    mark = draw(st.sampled_from((": ", ":   ", "~ ", ":\t")))
    gap = draw(st.sampled_from(((), ("",))))
    bodies = draw(st.lists(blocks, min_size=1, max_size=2))
    return (draw(_INLINE), *(line for body in bodies for line in (*gap, *_under(mark, "    ", body))))


_LEAF = st.one_of(
    *(
        _paragraph(),
        _paragraph(),
        _paragraph(),
        _atx(),
        _setext(),
        _table(),
        _fence(),
        st.sampled_from(_VERBATIM),
    )
)


def _joined(parts: list[Lines], gaps: list[bool]) -> Lines:
    out: list[str] = []
    for part, gap in zip(parts, gaps, strict=True):
        out += (*part, "") if gap else part
    return tuple(out)


def _several(block: st.SearchStrategy[Lines], most: int) -> st.SearchStrategy[Lines]:
    pairs = st.lists(st.tuples(block, st.sampled_from((True, True, False))), min_size=1, max_size=most)
    return pairs.map(lambda found: _joined([p for p, _ in found], [g for _, g in found]))


def _deeper(block: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    inner = _several(block, 2)
    return st.one_of(block, _list(inner), _quote(inner), _footnote(inner), _definitions(inner))


BLOCKS = _deeper(_deeper(_deeper(_LEAF)))
"""The lines of one block, nested up to three deep."""

FRONT_MATTER = st.sampled_from(
    (
        *((), (), (), ()),
        ("---", "title: A plain title", "date: 2026-01-02", "---"),
        ("---", "title: 'It''s quoted'", 'description: "with: \\"colon\\""', "tags: [one, two]", "---"),
        (
            "---",
            "title: |",
            "  Block one",
            "  two",
            "description: >-",
            "  Folded",
            "  text",
            "",
            "x: 1",
            "---",
        ),
        ("---", "tags:", "  - one", "  - 'two'", "hero:", "  alt: A *picture*", "title: yes", "---", ""),
        ("---", "# comment", "title: Ünï 日本 😀", "description: &a anchored", "other: *a", "..."),
        ("+++", 'title = "A plain \\"title\\""', "date = 2026-01-02", "tags = ['one', \"two\"] # c", "+++"),
        ("+++", 'description = """', "Two", 'lines"""', "[hero]", "alt = '''A *picture*'''", "+++"),
        ("{", '  "title": "caf\\u00e9 \\ud83d\\ude00", "n": [1, null],', '  "tags": ["one", "two"]', "}"),
        ('{"hero": {"alt": "A picture"}, "title": "x"}',),
    )
)


@st.composite
def _with_endings(draw: Draw, lines: Lines) -> str:
    style = draw(st.sampled_from(("\n", "\n", "\n", "\r\n", "\r", "mixed")))
    if style == "mixed":
        endings = [draw(st.sampled_from(("\n", "\r\n", "\r"))) for _ in lines]
    else:
        endings = [style] * len(lines)
    return "".join(line + ending for line, ending in zip(lines, endings, strict=True))


@st.composite
def _composed(draw: Draw) -> str:
    front = draw(FRONT_MATTER)
    body = draw(_several(BLOCKS, 4))
    text = draw(_with_endings((*front, *body)))
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from("\u00a0\u2028\u0085\x0c\x0b\t\ufeff\\|`>[")) + text[at:]
    if draw(st.integers(0, 5)) == 0:
        text = text.rstrip("\r\n")
    return ("\ufeff" if draw(st.integers(0, 9)) == 0 else "") + text


ALPHABET = (
    *"abcd aaa\n\n\n\n\n  \t>>-*+#`~|:[]()!<>\\_={}^&;.1'\"\r",
    *(
        "\r\n",
        "- ",
        "> ",
        "1. ",
        "    ",
        "```",
        "---",
        "===",
        "|-|-|\n",
        "]: ",
        "[^1]",
        "[^1]: ",
        "\n: ",
        "<!--",
    ),
    *(
        "-->",
        "<b>",
        "</b>",
        "<div>",
        "\\\n",
        "  \n",
        "\u00a0",
        "\u2028",
        "\u0085",
        "\x0c",
        "\ufeff",
        "日",
        "[a]",
    ),
    *("[a]: /u\n", "[ ] ", "[!NOTE]\n", "&amp;", "{#a}", "\0"),
)
RANDOM_TEXT = st.lists(st.sampled_from(ALPHABET), max_size=40).map("".join)
"""Text without a plan, over what Markdown gives a meaning to."""

COMPOSED = _composed()
"""A document that a person could have written, in every shape that a file can have."""

DOCUMENTS = st.one_of(COMPOSED, COMPOSED, RANDOM_TEXT)

LAW = settings(max_examples=200, deadline=None, derandomize=True, database=None)
"""How often a law is tried; the examples are the same in every run."""
