"""The search for translations at fault: exact where few are, and never more than some parses' work."""

from __future__ import annotations

import pytest

from toolkit.markdown import trial
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.edition import Refusal, make_edition
from toolkit.markdown.parser import parse_blocks
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document

MISFIT = "<div"  # opens an HTML block, and cannot be escaped

LISTS = {
    "flat list": "- Word{n} text\n",
    "numbered list in a list": "- Item{n}\n  1. Word{n} text\n     > quote{n}\n",
    "definition list": "Term{n}\n: Word{n} text\n\n",
    "paragraphs": "Word{n} text\n\n",
    "quote": "> Word{n} text\n>\n",
}


@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
def test_few_at_fault_are_found_exactly(line: str) -> None:
    parsed = parse_document(Document("a", "a.md", "".join(line.format(n=n) for n in range(60))))
    texts = {s.key: f"Text {n}" for n, s in enumerate(parsed.segments)}
    bad = [parsed.segments[n].key for n in (5, 31)]
    edition = make_edition(parsed, texts | dict.fromkeys(bad, MISFIT))
    assert edition.refused == dict.fromkeys(bad, Refusal.STRUCTURE)
    assert edition.text.count("Text ") == len(texts) - 2


@pytest.mark.parametrize("share", [50, 1])
@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
def test_the_work_stays_within_its_budget(line: str, share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial.Trial, "LEAST", 1)
    parsed = parse_document(Document("a", "a.md", "".join(line.format(n=n) for n in range(400))))
    texts = {s.key: MISFIT if n % share == 0 else f"Text {n}" for n, s in enumerate(parsed.segments)}
    parsed_characters = 0

    def counting(text: str, nesting: int, dialect: Dialect) -> object:
        nonlocal parsed_characters
        parsed_characters += len(text)
        return parse_blocks(text, nesting, dialect)

    monkeypatch.setattr(trial, "parse_blocks", counting)
    edition = make_edition(parsed, texts)
    assert {key for key, text in texts.items() if text == MISFIT} <= edition.refused.keys()
    assert parsed_characters <= (trial.Trial.PARSES + 5) * len(parsed.document.text)
