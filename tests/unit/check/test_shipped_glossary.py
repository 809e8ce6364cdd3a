"""The translations that are shipped keep to the glossary that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalog.po.reader import read_catalog
from toolkit.check.entry_check import check_pair
from toolkit.check.glossary.reader import read_glossary
from toolkit.check.pair import Allowed, Pair
from toolkit.check.profile import Profile
from toolkit.check.rule import EntryRule
from toolkit.check.rules.terms.family import RULES
from toolkit.check.text_view import TextView
from toolkit.model.locale import LocaleTag

LOCALES = Path(__file__).parents[3] / "locales"
EN = LocaleTag("en")
PROFILE = Profile(entry_rules=tuple((rule, rule.severity) for rule in RULES if isinstance(rule, EntryRule)))
FILE = read_glossary((LOCALES / "glossary.csv").read_bytes(), "locales/glossary.csv", EN)


def test_the_glossary_is_clean_and_has_five_languages() -> None:
    assert FILE.findings == ()
    assert [tag.gettext for tag in FILE.locales] == ["ar", "es", "hi", "ja", "ru"]
    for row in FILE.rows:
        assert row.keep or all(row.allowed[tag] for tag in FILE.locales), row.source


@pytest.mark.parametrize("locale", ["ar", "es"])
def test_the_shipped_translations_have_its_words(locale: str) -> None:
    tag = LocaleTag(locale)
    allowed = Allowed(glossary=FILE.for_locale(tag))
    used = 0
    for path in sorted((LOCALES / locale / "LC_MESSAGES").glob("*.po")):
        for entry in read_catalog(path.read_bytes(), path.name).entries:
            if not entry.key.text or not entry.msgstr or entry.fuzzy or entry.obsolete:
                continue
            pair = Pair(TextView(entry.key.text, EN), TextView(entry.msgstr, tag), allowed=allowed)
            found = check_pair(pair, entry, PROFILE)
            assert [f"{path.name}:{entry.line} {one.hit.message}" for one in found] == []
            used += len(pair.source.of(allowed.glossary.uses))
    assert used > 50
