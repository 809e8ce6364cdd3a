"""A memory that is written as TMX and read again is the same, and so it is after an import."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalog.memory.compendium import new_compendium, with_pairs
from toolkit.catalog.memory.gathering import Part, gather
from toolkit.catalog.memory.pairs import Pair, pairs_of
from toolkit.catalog.memory.tmx_reader import Tmx, read_tmx
from toolkit.catalog.memory.tmx_writer import forbidden_in, tmx_text
from toolkit.catalog.memory.unit import Unit
from toolkit.catalog.po.header import HeaderSettings
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.model.catalog import Catalog
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey

EN = LocaleTag.parse("en")
TAGS = st.sampled_from(
    [LocaleTag.parse(tag) for tag in ("es", "pt_BR", "zh_Hans", "sr@latin", "ca@valencia")]
)
TEXTS = st.text(
    st.one_of(st.sampled_from("a é\n\t\r<>&\"';]#*\\\x85\u2028\U0001f375"), st.characters()), max_size=12
).filter(lambda text: not forbidden_in(text))
FILLED = TEXTS.filter(str.strip)
UNITS = st.builds(
    Unit,
    FILLED,
    st.lists(st.tuples(TAGS, FILLED), min_size=1, max_size=4).map(tuple),
    st.one_of(st.none(), TEXTS.filter(bool)),
    TEXTS,
)


@given(st.lists(UNITS, max_size=6))
def test_what_is_written_is_read(units: list[Unit]) -> None:
    written = tmx_text(units, EN, "1")
    assert read_tmx(written, "m.tmx", EN).units == tuple(units)
    assert tmx_text(units, EN, "1") == written


@settings(max_examples=200)
@given(st.text(max_size=6), st.text(min_size=1, max_size=6).filter(str.strip))
def test_a_text_is_written_and_read_or_is_named_as_forbidden(context: str, text: str) -> None:
    unit = Unit(text, ((LocaleTag.parse("es"), text),), context or None)
    if forbidden_in(f"{context}{text}"):
        return
    assert read_tmx(tmx_text([unit], EN, "1"), "m.tmx", EN) == Tmx((unit,), ("en", "es"))


ENTRIES = st.lists(
    st.tuples(
        st.builds(
            MessageKey, st.one_of(st.none(), st.sampled_from("ab")), st.sampled_from(["x", "y z", "é"])
        ),
        FILLED,
        st.booleans(),
        st.booleans(),
    ),
    max_size=8,
)


def catalog(entries: list[tuple[MessageKey, str, bool, bool]]) -> Catalog:
    """Return a catalog of keys, translations, and whether they are fuzzy and obsolete."""
    active: set[MessageKey] = set()
    parts = []
    for key, target, fuzzy, obsolete in entries:
        obsolete = obsolete or key in active
        active |= set() if obsolete else {key}
        flags = ["fuzzy"] if fuzzy else []
        parts.append(format_entry(key, target, flags=flags, obsolete=obsolete))
    return read_catalog(("\n".join(parts) or "# nothing\n").encode(), "a.po")


@given(ENTRIES, st.sampled_from([LocaleTag.parse("es"), LocaleTag.parse("pt_BR")]))
def test_an_export_that_is_imported_holds_every_translation(
    entries: list[tuple[MessageKey, str, bool, bool]], locale: LocaleTag
) -> None:
    exported = catalog(entries)
    units = read_tmx(tmx_text(gather([Part("a", locale, exported)]).units, EN, "1"), "m.tmx", EN).units
    pairs = [
        Pair(MessageKey(unit.context, unit.source), text) for unit in units for _tag, text in unit.targets
    ]
    expected = {(key, target) for key, target, _line in pairs_of(exported)}
    assert {(key, target) for key, target, _line in pairs} == expected
    assert len(pairs) == len(expected)

    header = HeaderSettings("p", "", "en", "g", "")
    memory = with_pairs(new_compendium(header, "memory.po", "es", "nplurals=1; plural=0;", "", ()), pairs)
    written = write_catalog(memory.catalog)
    again = read_catalog(written, "memory.po")
    assert memory.new + memory.other <= len(expected)
    assert {key for key, _target, _line in pairs_of(again)} == {key for key, _target in expected}
    repeated = with_pairs(again, pairs)
    assert (repeated.new, repeated.other, write_catalog(repeated.catalog)) == (0, 0, written)
