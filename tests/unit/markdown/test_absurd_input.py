"""Absurd documents of every dialect end in a result or a refusal, within limits of time and memory.

They are read in a process of their own, whose limits are generous: they only keep a machine from being
taken down by what would not come back.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from toolkit.errors import SourceError
from toolkit.markdown.dialects.registry import DIALECTS
from toolkit.markdown.edition import make_edition
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions

_CPU_SECONDS = 240
_BYTES = 4 << 30
_N = 10_000


def _deep(mark: str, opener: str = "note", depth: int = 300) -> str:
    return "".join(f"{mark * (depth + 3 - n)}{opener}\n" for n in range(depth)) + "x\n"


NESTED: Mapping[str, str] = {
    "fenced containers": "::: note\n" * 3_000 + "x\n",
    "ever shorter fences": _deep(":"),
    "fences with braces": _deep(":", "{note}"),
    "fences of backquotes": _deep("`", "{note}"),
    "blocks of slashes": _deep("/", " note"),
    "brackets in a title": ":::note[" + "[" * _N + "\n",
    "admonitions": "".join(" " * 4 * n + "!!! note\n" for n in range(300)) + " " * 1_200 + "x\n",
    "admonitions in a row": "!!! note\n" * 3_000 + "    x\n",
    "tabs": '=== "a"\n' * 3_000 + "    x\n",
    "quotes in a title": '!!! note "' + '"' * _N + "\n",
    "shortcodes that never end": "{{< x " * _N + "\n",
    "shortcodes that never end, on lines": "{{% x\n" * 2_000,
    "a quote that never ends": '{{< x a="' * _N + "\n",
    "shortcodes": "{{< x >}}\n" * _N,
    "template tags that never end": "{% " * _N + "\n",
    "raw without an end": "{% raw %}\n" * _N,
    "attribute lists that never end": "{: a='" * _N + "\n",
    "braces": "{" * _N + "}" * _N + "\n",
    "elements": "<div>" * _N + "a" + "</div>" * _N + "\n",
    "elements on lines": "<div>\n" * _N + "a\n" + "</div>\n" * _N,
    "elements between empty lines": "<div>\n\n" * _N + "a\n",
    "elements that hold Markdown": '<div markdown="1">\n\n' * 3_000 + "a\n",
    "attributes that never end": "<a b='" * _N + "\n",
    "attributes that never end, on lines": '<div a="\n' * 2_000,
    "components": "<A>" * _N + "\n",
    "components on lines": "<A>\n" * _N,
    "expressions that never end": "<A b={" * _N + "\n",
    "expressions in a text": "a <A b={" * _N + "\n",
    "comments of MDX that never end": "{/*" * _N + "\n",
    "comments of MDX that never end, on lines": "{/*\n" * 1_000,
    "a module": "export const a = {" * _N + "\n",
    "a module's comments": "export const a = " + "/*" * _N + "\n",
    "formulas": "$$\n" * _N + "$a" * _N + "\n",
    "parentheses of formulas": "\\(" * _N + "\n",
    "roles": "{a}`" * _N + "\n",
    "targets": "(a)=\n" * _N,
    "abbreviations": "".join(f"*[a{n}]: b\n" for n in range(1_000)) + "a1 " * 1_000 + "\n",
    "brackets": "[" * _N + "]" * _N + "\n",
    "brackets that never close": "[a](" * _N + "\n",
    "images": "![" * _N + "a" + "](b)" * _N + "\n",
    "notes within notes": "^[" * _N + "a" + "]" * _N + "\n",
    "emphasis": "*a " * _N + "_b " * _N + "\n",
    "quotes": "> " * _N + "a\n",
    "levels of a list": "".join("  " * n + "- a\n" for n in range(300)),
    "levels of a list on one line": "- " * _N + "a\n",
    "levels of numbers on one line": "1. " * _N + "a\n",
    "directives on lines": ":::{note}\n" * 1_000 + "a\n" + ":::\n" * 1_000,
    "containers in a row": "::: note\na\n:::\n" * 3_000,
    "directives in quotes": "> ```{note}\n" * 3_000,
    "options without an end": "```{figure} a\n" + ":alt: a\n" * 2_000,
    "options between dashes": "```{figure} a\n---\n" * 3_000,
    "shortcodes with half a string": '{{< x a="b" c=" >}} ' * _N + "\n",
    "shortcodes with strings that never end": "{{< x `" * _N + "\n",
    "strings without a shortcode": '"a" ' * _N + "{{<\n",
    "escapes in a shortcode": '{{< x a="' + '\\"' * _N + "\n",
    "escapes in an expression": '{a "' + '\\"' * _N + "\n",
    "escapes in a module": 'export const a = "' + '\\"' * _N + "\n",
    "escaped dollars": "a " + "\\\\$" * _N + "\\$" * _N + "\n",
    "raw code": "{% raw %}`a`{% endraw %} " * _N + "\n",
    "raw code that never ends": "{% raw %}`a " * _N + "\n",
    "raw code of many backquotes": "{% raw %}" + "`" * _N + "\n",
    "definitions by templates": "".join(f"[a{n}]: {{{{ b }}}}/c\n" for n in range(3_000)),
    "definitions by templates that never end": "[a]: {{ b " * _N + "\n",
    "labels without an end": "[" + "a\\]" * _N + ": {{ b }}\n",
    "terms": "a\n" * _N + ": b\n",
    "terms and definitions": "a\n: b\n" * 2_000,
    "terms between headings": "a\n# b\n" * 2_000,
    "terms between elements": "<p>a</p>\nb\n" * 3_000,
    "terms in a list": "- a\n  b\n" * 3_000 + "\n  : c\n",
    "elements with text behind": "<p>\n</p>\n" * _N + "a\n",
    "elements that never end": "<p>\n" * 3_000 + "a\n",
    "keys": "++a+b++ " * _N + "++a" * _N + "\n",
    "angles": "<" * 100_000 + "\n",
    "angles with spaces": "a < " * _N + "\n",
    "braces that never close": "{" * 100_000 + "\n",
    "dollars": "$" * 100_000 + "\n",
    "dollars with spaces": "$ a " * _N + "\n",
    "dollars with backslashes": "$" + "\\$" * _N + "\n",
    "comments that never end": "<!--" * _N + "\n",
    "comments that never end, on lines": "a <!--\n" * _N,
    "lists in TOML": "+++\na = " + "[" * _N + "]" * _N + "\n+++\nb\n",
    "tables in TOML": "+++\na = " + "{a=" * _N + "1" + "}" * _N + "\n+++\nb\n",
    "keys in TOML": "+++\n" + "a." * _N + "a = 1\n+++\nb\n",
    "a number in TOML": "+++\ntitle = 1" + "0" * _N + "\n+++\nb\n",
    "lists in JSON": '{"a": ' + "[" * _N + "]" * _N + "}\nb\n",
    "objects in JSON": '{"a":' * _N + "1" + "}" * _N + "\n\nb\n",
    "JSON that never ends": '{"a":' + "[" * _N + "\n",
    "a number in JSON": '{"title": 1' + "0" * _N + "}\n\nb\n",
    "lists in YAML": "---\na: " + "[" * _N + "]" * _N + "\n---\nb\n",
    "blocks in YAML": "---\n" + "- " * _N + "\n---\nb\n",
    "aliases in YAML": "---\na0: &a0 [x,x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 60))
    + "---\nb\n",
}
"""By what it has too much of."""

_UNITS = (
    "a",
    "ab ",
    "[",
    "` ",
    "{{ ",
    "< ",
    "*",
    "$a ",
    "<A ",
    ":",
    "> ",
    "|",
    "#",
    "<!--",
    "{/*",
    "&",
    "\\",
    "$",
    "++a",
    "{% ",
    ": ",
    "&#1;",
)


def _read(text: str, dialect: str, edition: bool) -> None:
    try:
        parsed = parse_document(Document("d", "d.md", text, MarkdownOptions(dialect)))
    except SourceError as refused:
        if refused.rule not in ("nesting", "front-matter"):
            raise
        return
    if edition:
        same = make_edition(parsed, {segment.key: segment.key.text for segment in parsed.segments})
        assert same.text == text
        make_edition(parsed, {segment.key: "Ж" + segment.key.text for segment in parsed.segments})


def _all_nested(dialect: str) -> None:
    for title, text in NESTED.items():
        sys.stdout.write(f"{title}\n")
        sys.stdout.flush()
        _read(text, dialect, edition=True)


def _long_lines(dialect: str, length: int) -> None:
    for unit in _UNITS:
        sys.stdout.write(f"{unit}\n")
        sys.stdout.flush()
        _read(unit * (length // len(unit)) + "\n", dialect, edition=False)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))


@pytest.mark.parametrize(
    ("what", "dialect"),
    [*(("nested", name) for name in DIALECTS), ("long", "docusaurus"), ("long", "hugo")],
)
def test_absurd_documents_end_in_a_result_or_a_refusal(
    what: str, dialect: str, request: pytest.FixtureRequest
) -> None:
    length = 10_000_000 if request.config.getoption("--long") else 500_000
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", f"from {__name__} import main; main({what!r}, {dialect!r}, {length})"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, preexec_fn=_limit, check=False)
    assert run.returncode == 0, (run.stdout[-200:], run.stderr[-2000:])


def main(what: str, dialect: str, length: int) -> None:
    """Read all documents of a kind; the last line that is printed says which one it was."""
    if what == "nested":
        _all_nested(dialect)
    else:
        _long_lines(dialect, length)
