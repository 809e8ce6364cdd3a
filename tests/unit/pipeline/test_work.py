"""How often a document is parsed: counted, for seconds would not hold on every machine."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from toolkit.cli.main import run
from toolkit.markdown import edition, segments, trial
from toolkit.markdown.parser import markdown_parser, parse_blocks

DOCUMENTS = 3
LOCALES = ("es", "fr", "ar")


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """A project whose parses are counted: blocks by the module that asked, and inline runs."""
    (tmp_path / "source").mkdir()
    for number in range(DOCUMENTS):
        text = f"# Title {number}\n\nSome *text* with a [link].\n\n- item\n\n[link]: https://example.org\n"
        (tmp_path / f"source/{number}.md").write_text(text, "utf-8")
    (tmp_path / "babel.cfg").write_text("[markdown: source/**.md]\n", "utf-8")
    for locale in LOCALES:
        (tmp_path / f"locales/{locale}/LC_MESSAGES").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert run(["extract"]) == 0
    for path in (tmp_path / "locales").rglob("*.po"):
        text = path.read_text("utf-8").replace('msgid "item"\nmsgstr ""', 'msgid "item"\nmsgstr "uno"')
        path.write_text(text, "utf-8")
    counts: Counter[str] = Counter()

    def counting(name: str) -> Any:
        def parse(*arguments: Any) -> Any:
            counts[name] += 1
            return parse_blocks(*arguments)

        return parse

    for module in (segments, edition, trial):
        monkeypatch.setattr(module, "parse_blocks", counting(module.__name__.rpartition(".")[2]))
    inline = markdown_parser().inline
    plain = inline.parse

    def parse_inline(*arguments: Any) -> Any:
        counts["inline"] += 1
        return plain(*arguments)

    monkeypatch.setattr(inline, "parse", parse_inline)
    return counts


def test_extraction_parses_the_blocks_of_each_document_once_and_nothing_inline(counted: Counter[str]) -> None:
    assert run(["extract"]) == 0
    assert counted == {"segments": DOCUMENTS}


def test_status_parses_each_document_once_and_each_edition_once(counted: Counter[str]) -> None:
    assert run(["status"]) == 0
    assert counted == {"segments": DOCUMENTS, "trial": DOCUMENTS * len(LOCALES)}


def test_a_build_parses_no_edition_twice(counted: Counter[str]) -> None:
    assert run(["build"]) == 0
    assert counted.pop("inline") > 0
    assert counted == {"segments": DOCUMENTS, "edition": DOCUMENTS, "trial": DOCUMENTS * len(LOCALES)}
