"""Law 8: ``check``, ``status`` and ``build`` share one decision.

Whatever translations a PO file holds, and however a project sets its rules: what ``check`` calls an error in
an entry is what ``status`` counts as withheld, and what neither edition shows; all else is published.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.check.registry import BY_NAME, RULES
from toolkit.check.rule import EntryRule, VerifiedRule
from toolkit.check.settings import Level
from toolkit.cli.main import run

ARTICLE = """# The heading

Take 5 ml of [water](https://good.example/a) daily.

Use `make build` and **bold** {name}.

| A plain cell (of a table) | Another |
|---|---|
| Not "this" one. | 100 % |

Not "this" one.
"""
# "Another" is always translated, for a page without any translation is held back.
# A word of its own shows in the pages which translation stands there.
POOL = {
    "The heading": ("Zorn", "Zorn\n\n# Zwei", "<i>Zorn</i>", "zorn  ", "Zorn\u202e"),
    "Take 5 ml of [water](https://good.example/a) daily.": (
        "Zehn: 5 ml [eau](https://good.example/a).",
        "Zehn: 50 ml [eau](https://good.example/a).",
        "Zehn: 5 ml [eau](https://evil.example/a).",
        "Zehn:  5 ml eau",
        "[Zehn](javascript:alert(1))",
        "Zehn[^1]",
    ),
    "Use `make build` and **bold** {name}.": (
        "Zink `make build` **gras** {name}.",
        "Zink `make bild` **gras** {name}.",
        "Zink `make build` ** gras** {nom}.",
        "Zink `make build` 今は**「重要」**で**「大切」** {name}.",
        "Zink\u200b `make build` gras {name}",
        "Zink \x07",
    ),
    "A plain cell (of a table)": ("Zaun (simple)", "Zaun | (simple", "Zaun Zaun simple", "> Zaun `(`"),
    'Not "this" one.': ("Zeit ne « cela » pas.", "- Zeit", "Zeit cela cela", "Zeit\n---", "<!-- Zeit"),
}
WORDS = {text: choices[0].split()[0].strip(":").lower() for text, choices in POOL.items()}
ORDINARY = [rule.name for rule in RULES if not rule.guard]
IN_ENTRIES = {name for name, rule in BY_NAME.items() if isinstance(rule, EntryRule | VerifiedRule)}
TRANSLATIONS = st.fixed_dictionaries({text: st.none() | st.sampled_from(one) for text, one in POOL.items()})
BROKEN = (
    *("link-count", "code-span", "code-count", "placeholder", "markup-left", "emphasis-count"),
    *("control-character", "bidi-control", "invisible-character", "quantity", "edge-space", "double-space"),
    *(
        "emphasis-flanking",
        "brackets",
        "quotes",
        "end-punctuation",
        "punctuation-spacing",
        "doubled-word",
        "capital",
    ),
)
"""Ordinary rules that translations of the pool break."""
LEVELS = st.one_of(
    st.dictionaries(st.sampled_from(ORDINARY), st.sampled_from(Level), max_size=12),
    st.dictionaries(st.sampled_from(BROKEN), st.sampled_from(Level), min_size=6, max_size=12),
)


def output_of(root: Path, *arguments: str) -> str:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*arguments, "--config", str(root / "toolkit.toml")])
    assert code in (0, 1), err.getvalue()
    return out.getvalue()


@pytest.fixture(scope="module")
def empty() -> bytes:
    """The PO file of the article without any translation."""
    with TemporaryDirectory() as folder, patch.dict(os.environ, SOURCE_DATE_EPOCH="1700000000"):
        root = Path(folder)
        project(root)
        output_of(root, "extract")
        return (root / "locales/fr/LC_MESSAGES/a.po").read_bytes()


def project(root: Path) -> None:
    for path, text in {
        "babel.cfg": "[markdown: source/**.md]\n",
        "toolkit.toml": "",
        "source/a.md": ARTICLE,
        "locales/fr/LC_MESSAGES/.keep": "",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@settings(max_examples=60, deadline=None)
@given(TRANSLATIONS, LEVELS)
def test_what_check_calls_an_error_is_counted_as_withheld_and_in_no_edition(
    empty: bytes, translations: Mapping[str, str | None], levels: Mapping[str, Level]
) -> None:
    with TemporaryDirectory() as folder, patch.dict(os.environ, SOURCE_DATE_EPOCH="1700000000"):
        root = Path(folder)
        project(root)
        rules = "".join(f'{name} = "{level}"\n' for name, level in levels.items())
        (root / "toolkit.toml").write_text(f"[check.rules]\n{rules}", encoding="utf-8")
        po = polib.pofile(empty.decode(), wrapwidth=10**9)
        for entry in po:
            entry.msgstr = {"Another": "Autre", **translations}.get(entry.msgid) or ""
        path = root / "locales/fr/LC_MESSAGES/a.po"
        path.write_text(f"{po}\n", encoding="utf-8")

        report = root / "report.json"
        output_of(root, "check", "--format", "json", "-o", str(report))
        found = json.loads(report.read_text(encoding="utf-8"))["findings"]
        refused = {
            one["subject"] for one in found if one["severity"] == "error" and one["rule"] in IN_ENTRIES
        }
        (row,) = json.loads(output_of(root, "status", "--format", "json"))["locales"]
        output_of(root, "build")
        pages = [
            (root / f"output/{kind}").read_text(encoding="utf-8").lower()
            for kind in ("markdown/fr/a.md", "html/fr/a.html")
        ]

    offered = {text for text, one in translations.items() if one}
    for page in pages:
        assert {text for text in offered if WORDS[text] in page} == offered - refused
    assert row["withheld"] == len(refused)
    assert row["translated"] == 1 + len(offered) - len(refused)
    assert refused <= offered
