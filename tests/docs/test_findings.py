"""The page of findings has every rule, with the text that ``toolkit explain`` prints."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterator, Mapping

from tests.docs.pages import DOCS, UPDATE, headings
from toolkit.check.registry import BY_NAME, FAMILIES
from toolkit.check.rule import Rule
from toolkit.workspace.package_files import explanations

PAGE = DOCS / "reference" / "findings.md"
TITLES = {
    "guards": "Guards",
    "structure": "Markup of a translation",
    "characters": "Characters",
    "facts": "Facts",
    "terms": "Terms",
    "text": "Text",
    "files": "PO files and their headers",
    "articles": "Advice to authors",
}
_FIRST, _LAST = "<!-- rules -->\n", "<!-- end of rules -->\n"
_SECTION = re.compile(r"^### (?P<name>[\w-]+)\n\n.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)


def test_the_page_says_what_explain_says() -> None:
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(_FIRST)
    _, _, tail = rest.partition(_LAST)
    known = explanations()
    tail = _SECTION.sub(lambda match: f"### {match['name']}\n\n{known[match['name']].rstrip()}\n\n", tail)
    written = f"{head}{_FIRST}\n{''.join(_families(known))}{_LAST}{tail.rstrip()}\n"
    if os.environ.get("UPDATE_DOCS") == "1":
        PAGE.write_text(written, encoding="utf-8")
    else:
        assert written == text, UPDATE


def _families(known: Mapping[str, str]) -> Iterator[str]:
    for family, rules in FAMILIES.items():
        package = importlib.import_module(f"toolkit.check.rules.{family}")
        yield f"## {TITLES[family]}\n\n{package.__doc__}\n\n"
        for rule in rules:
            yield f"### {rule.name}\n\n{_severity(rule)}\n{rule.summary}.\n\n{known[rule.name].rstrip()}\n\n"


def _severity(rule: Rule) -> str:
    return f"{rule.severity.value.title()}, a guard." if rule.guard else f"{rule.severity.value.title()}."


def test_every_finding_is_explained_and_every_explanation_is_of_a_finding() -> None:
    assert set(explanations()) == set(headings(PAGE, 3))


def test_no_explanation_says_what_the_page_says_of_its_rule() -> None:
    for name in BY_NAME:
        assert "Exit code" not in explanations()[name], name
