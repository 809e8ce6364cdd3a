"""Pieces that a translation must keep: found outside code, compared in any order."""

from __future__ import annotations

import pytest

from toolkit.assemble.offer import translations_of
from toolkit.assemble.page import assemble_page
from toolkit.catalog.po.reader import read_catalog
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.dialects.verbatim import verbatim_ranges
from toolkit.markdown.segments import parse_document
from toolkit.markdown.verbatim_safety import verbatim_problem
from toolkit.model.document import Document, MarkdownOptions


def pieces(text: str, dialect: str, math: bool | None = None) -> list[str]:
    found = verbatim_ranges(text, dialect_of(MarkdownOptions(dialect, math=math)))
    return [text[start:stop] for start, stop in found]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("gfm", "a {{ b }} {% c %} $d$ {e}", []),
        ("hugo", "a {{< b >}} {{% c %}} {{ d }} `{{< e >}}`", ["{{< b >}}", "{{% c %}}", "{{< e >}}"]),
        ("hugo", '[a]({{< ref "b" >}}) {.c #d}', ['({{< ref "b" >}})', "{.c #d}"]),
        ("hugo", '{{< a ">}}" >}} {{% b `%}}` %}}', ['{{< a ">}}" >}}', "{{% b `%}}` %}}"]),
        ("hugo", '{{< a " >}} b "', ['{{< a " >}}']),
        ("jekyll", "{% raw %}`{{`{% endraw %} and {{ a }}", ["{% raw %}`{{`{% endraw %}", "{{ a }}"]),
        ("jekyll", "{% raw %}a{% endraw %}", ["{% raw %}", "{% endraw %}"]),
        ("hugo", "{{< a {{< b >}}", ["{{<", "{{< b >}}"]),
        ("jekyll", "{{ a }} {% b %} {:.c} {d} {{ e", ["{{ a }}", "{% b %}", "{:.c}", "{{"]),
        ("jekyll", "[a]({{ b }}/c) [d]({% link e %})", ["({{ b }}/c)", "({% link e %})"]),
        ("mkdocs", "{{ a }} [b](c){ .d } [e]{: #f g='h i' } {j}", ["{{ a }}", "{ .d }", "{: #f g='h i' }"]),
        ("myst", "{a}`b` `{c}` {d}``e`f`` {{ g }} $h$", ["{a}`b`", "{d}``e`f``", "{{ g }}", "$h$"]),
        ("myst", r"\$a\$ `$b$` $5 to $10 $$c$$", ["$$c$$"]),
        ("docusaurus", r"{a} {b: {c}} \{d\} `{e}` <f g={h}> <i>", ["{a}", "{b: {c}}", "<f g={h}>"]),
        ("docusaurus", "one { brace", ["{"]),
    ],
)
def test_pieces_are_found(dialect: str, text: str, expected: list[str]) -> None:
    assert pieces(text, dialect) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$a$ and $b + c$", ["$a$", "$b + c$"]),
        ("$ a$ $b $ $c$1 x$d$", []),
        (r"\(a\) \(b", [r"\(a\)"]),
        ("$$a$$ $$$", ["$$a$$"]),
    ],
)
def test_formulas_are_found(text: str, expected: list[str]) -> None:
    assert pieces(text, "gfm", math=True) == expected


def test_a_translation_keeps_its_pieces_in_any_order() -> None:
    hugo = dialect_of(MarkdownOptions("hugo"))
    source = "a {{< b >}} c {{% d %}}"
    assert verbatim_problem(source, "{{% d %}} x {{< b >}}", hugo) is None
    assert verbatim_problem(source, "x {{<  b\n>}} {{% d %}}", hugo) is None
    assert verbatim_problem(source, "x {{< b >}}", hugo) == (
        'the translation lacks "{{% d %}}", which its source has'
    )
    assert verbatim_problem(source, source + " {{< b >}}", hugo) == (
        'the translation has "{{< b >}}", which its source has not, or not as often'
    )
    assert verbatim_problem("a", f"{{{{< {'x' * 90} >}}}}", hugo) == (
        f'the translation has "{{{{< {"x" * 56}…", which its source has not, or not as often'
    )


def test_a_translation_that_changes_a_piece_is_withheld() -> None:
    document = Document("a", "source/a.md", "Hi {{ name }}\n\n{{ x }} there\n", MarkdownOptions("jekyll"))
    catalog = read_catalog(
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        b'msgid "Hi {{ name }}"\nmsgstr "Salut {{ nom }}"\n\n'
        b'msgid "{{ x }} there"\nmsgstr "voici {{ x }}"\n',
        "a.po",
    )
    page = assemble_page(parse_document(document), translations_of(catalog))
    assert page.edition.text == "Hi {{ name }}\n\nvoici {{ x }}\n"
    (finding,) = page.findings
    assert finding.rule == "verbatim-piece"
    assert finding.message == (
        'the translation lacks "{{ name }}", which its source has; the page shows the source text'
    )
