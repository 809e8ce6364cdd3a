from __future__ import annotations

from toolkit.catalog.memory.gathering import Part, gather
from toolkit.catalog.memory.unit import Unit
from toolkit.catalog.po.reader import read_catalog
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag

ES, FR = LocaleTag.parse("es"), LocaleTag.parse("fr")

SPANISH = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Tea"
msgstr "Té"

#, fuzzy
msgid "Milk"
msgstr "Leche?"

msgid "Sugar"
msgstr ""

msgctxt "title"
msgid "Tea"
msgstr "El té"

msgid "cup"
msgid_plural "cups"
msgstr[0] "taza"
msgstr[1] "tazas"

#~ msgid "Old"
#~ msgstr "Viejo"

#~ msgid "Old"
#~ msgstr "Antiguo"

#, fuzzy
#~ msgid "Older"
#~ msgstr "Más viejo"
"""
FRENCH = 'msgid "Old"\nmsgstr "Vieux"\n\nmsgid "Tea"\nmsgstr "Thé"\n'
AGAIN = 'msgid "Tea"\nmsgstr "Té"\n\nmsgctxt "title"\nmsgid "Tea"\nmsgstr "Té"\n'


def part(domain: str, locale: LocaleTag, text: str) -> Part:
    return Part(domain, locale, read_catalog(text.encode(), f"{locale}/{domain}.po"))


def test_translated_entries_are_there_once_in_order_and_languages_share_a_unit() -> None:
    gathered = gather([part("a", ES, SPANISH), part("a", FR, FRENCH), part("b", ES, AGAIN)])
    assert gathered.findings == ()
    assert gathered.units == (
        Unit("Tea", ((ES, "Té"), (FR, "Thé")), domain="a"),
        Unit("Tea", ((ES, "El té"),), "title", domain="a"),
        Unit("cup", ((ES, "taza"),), domain="a"),
        Unit("cups", ((ES, "tazas"),), domain="a"),
        Unit("Old", ((ES, "Viejo"), (FR, "Vieux")), domain="a"),
        Unit("Old", ((ES, "Antiguo"),), domain="a"),
        Unit("Tea", ((ES, "Té"),), "title", domain="b"),
    )


def test_the_only_form_of_a_language_is_that_of_both_texts() -> None:
    text = 'msgid "cup"\nmsgid_plural "cups"\nmsgstr[0] "カップ"\n'
    japanese = LocaleTag.parse("ja")
    assert gather([part("", japanese, text)]).units == (
        Unit("cup", ((japanese, "カップ"),)),
        Unit("cups", ((japanese, "カップ"),)),
    )


def test_what_xml_cannot_hold_is_left_out_and_named_and_the_rest_is_there() -> None:
    gathered = gather([part("a", ES, 'msgid "Tea"\nmsgstr "T\\aé"\n\nmsgid "Milk"\nmsgstr "Leche"\n')])
    assert gathered.units == (Unit("Milk", ((ES, "Leche"),), domain="a"),)
    assert gathered.findings == (
        Finding(
            "tmx-character",
            Severity.WARNING,
            "the translation or its text holds U+0007, which XML cannot write; it is left out",
            Place("es/a.po", 2, 1),
            "remove the character, or leave the entry out of the memory",
        ),
    )
