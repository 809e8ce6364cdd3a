"""Laws of editing an entry: what comes back is what its text says, and nothing changes but what was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from toolkit.catalog.po.edit import (
    obsoleted,
    restored,
    with_comments,
    with_flags,
    with_fuzzy,
    with_msgid_plural,
    with_places,
    with_previous,
    with_translations,
    without_comments,
)
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.errors import CatalogError
from toolkit.model.catalog import Entry, Previous
from toolkit.model.message import Message
from toolkit.model.segment import MessageKey

TEXTS = st.sampled_from(
    ["", "one", "tw\no", 'thr"ee\n', "f\\our\t", "a very long text of many words " * 5, "五" * 60]
)
SOME = TEXTS.filter(bool)
FLAGS = st.lists(st.sampled_from(["fuzzy", "no-wrap", "c-format", "x:1"]), unique=True, max_size=3).map(tuple)
EARLIER = st.none() | st.builds(Previous, SOME, st.none() | TEXTS, st.none() | TEXTS)
WIDTHS = st.sampled_from([None, None, 20, 79])
NEWLINES = st.sampled_from(["\n", "\r\n"])

WRITTEN = st.builds(
    format_entry,
    st.builds(MessageKey, st.none() | TEXTS, SOME),
    TEXTS,
    comments=st.lists(st.sampled_from(["mine", "", "said: x", "#"]), max_size=2),
    notes=st.lists(st.sampled_from(["mine", "type: paragraph"]), max_size=2),
    references=st.lists(st.sampled_from(["a.md", "b c.md:3"]), max_size=2),
    flags=FLAGS,
    previous=EARLIER,
    plural=st.none() | TEXTS,
    forms=st.lists(TEXTS, min_size=1, max_size=3),
    obsolete=st.booleans(),
    width=WIDTHS,
)
ODD = [
    'msgid "a" msgstr "one"',
    ' msgctxt "title" msgid "a" msgstr "two" \n',
    ' # on the line of another\nmsgid "a" msgstr "three"\n',
    ' \tmsgid\n"b"  msgstr\n\n"three"',
    '\n\n#. note between\n\n# words\n\nmsgid "ä f"\n\nmsgstr "four"\t\n',
    '#: a.md\n# late\n#,fuzzy\n#|msgid "old"\nmsgid"a"\nmsgstr"five"\n',
    '#| msgctxt "c" msgid "old" # said: behind it\n#= fuzzy\n#, c-format\n# mine\n'
    'msgid "a"\nmsgstr ""\n"five" "6"\n',
    '#, c-format fuzzy\n#! no-wrap,\n#,\nmsgid "a"\nmsgstr "five"\n',
    '# p\n#. q\nmsgid "b"\nmsgid_plural "bs"\nmsgstr[0] "six" msgstr[1] ""\n"seven"\n',
    'msgid "b" msgid_plural\n"bs" msgstr[ 0 ]\n\n"six"\nmsgstr\n[1] "seven"',
    '#~ # r\n#~ #. s\n#~ #, fuzzy\n#~ msgid "b"\n'
    '#~ msgid_plural "bs"\n#~ msgstr[0] ""\n#~ msgstr[1] "eight"\n',
    '# mine\n#~| msgid "t"\n#~ #| msgid_plural "ts"\n#~msgid "a"\n\n#~ msgstr ""\n#~ "nine"\n',
    '#| msgid "t"\n\t#~ msgctxt "x" msgid "a" msgstr "ten"\n',
]
ENTRIES = st.builds(
    lambda text, crlf, final: entry_of(_spelt(text, crlf, final)),
    WRITTEN | st.sampled_from(ODD),
    st.booleans(),
    st.booleans(),
)


def _spelt(text: str, crlf: bool, final: bool) -> str:
    text = text if final else text.rstrip("\n")
    return text.replace("\n", "\r\n") if crlf else text


def entry_of(text: str) -> Entry:
    """Return the only entry of a text."""
    (entry,) = read_catalog(text.encode(), "x.po").entries
    return entry


def holds(before: Entry, after: Entry, **changes: object) -> None:
    """Assert that an entry says what its text says, and that nothing but some fields changed."""
    assert after == entry_of(after.raw)
    # The names of fields come with their values, which a type checker cannot pair.
    assert after == replace(before, raw=after.raw, **changes)  # type: ignore[arg-type]
    if "\r\n" in before.raw and "\n" not in before.raw.replace("\r\n", ""):
        assert "\n" not in after.raw.replace("\r\n", "")
    elif "\n" in before.raw and "\r" not in before.raw:
        assert "\r" not in after.raw


def lines_of(entry: Entry, unless: Callable[[str], bool]) -> list[str]:
    """Return the lines of an entry's text that are not of a kind, without blank ones."""
    lines = [line.strip() for line in entry.raw.split("\n")]
    return [line for line in lines if line and not unless(line)]


@given(ENTRIES, FLAGS, NEWLINES)
def test_flags_are_set_in_one_line_fuzzy_first(entry: Entry, flags: tuple[str, ...], newline: str) -> None:
    after = with_flags(entry, flags, newline)
    wanted = tuple(sorted(flags, key=lambda flag: flag != "fuzzy"))
    holds(entry, after, flags=wanted, fuzzy="fuzzy" in flags)
    assert with_flags(after, flags, newline) is after
    if after is not entry:
        lines = [line.strip() for line in after.raw.split("\n")]
        assert [line for line in lines if line.startswith("#,")] == (
            [f"#, {', '.join(wanted)}"] if flags else []
        )
        earlier = [number for number, line in enumerate(lines) if line.startswith(("#|", "#~|", "#~ #|"))]
        assert not flags or not earlier or lines.index(f"#, {', '.join(wanted)}") < earlier[0]

    def elsewhere(line: str) -> bool:
        return line.startswith(("#,", "#=", "#!", "#~ #,"))

    assert [line.partition(" #=")[0] for line in lines_of(after, elsewhere)] == lines_of(entry, elsewhere)


@given(ENTRIES, st.booleans(), NEWLINES)
def test_fuzzy_comes_and_goes_and_other_flags_stay(entry: Entry, fuzzy: bool, newline: str) -> None:
    after = with_fuzzy(entry, fuzzy, newline)
    assert (after is entry) == (entry.fuzzy == fuzzy)
    words = " ".join(entry.flags).replace("fuzzy", "").split()
    assert " ".join(after.flags).replace("fuzzy", "").split() == words
    holds(entry, after, flags=after.flags, fuzzy=fuzzy)


@given(ENTRIES, EARLIER, NEWLINES, WIDTHS)
def test_the_earlier_text_is_set_and_removed(
    entry: Entry, previous: Previous | None, newline: str, width: int | None
) -> None:
    after = with_previous(entry, previous, newline, width)
    holds(entry, after, previous=previous)
    assert with_previous(after, previous, newline, width) is after


@given(ENTRIES, st.sets(st.sampled_from(["mine", "said: behind it", "said: x", "words", "r", "#", ""])))
def test_unwanted_comments_go_and_all_other_lines_stay(entry: Entry, unwanted: set[str]) -> None:
    after = without_comments(entry, unwanted.__contains__)
    holds(entry, after, comments=tuple(line for line in entry.comments if line not in unwanted))
    assert (after is entry) == (not unwanted & set(entry.comments))


@given(ENTRIES, st.lists(TEXTS, min_size=1, max_size=3), NEWLINES, WIDTHS)
def test_translations_change_their_own_lines(
    entry: Entry, texts: list[str], newline: str, width: int | None
) -> None:
    translations = tuple(texts if entry.plural is not None else texts[:1])
    after = with_translations(entry, translations, newline, width)
    forms = translations if entry.plural is not None else ()
    holds(entry, after, msgstr=translations[0], forms=forms)
    assert (after is entry) == (entry.translations == translations)


@given(ENTRIES, st.none() | TEXTS, st.lists(TEXTS, min_size=1, max_size=3), NEWLINES, WIDTHS)
def test_a_plural_comes_and_goes(
    entry: Entry, plural: str | None, texts: list[str], newline: str, width: int | None
) -> None:
    translations = tuple(texts if plural is not None else texts[:1])
    after = with_msgid_plural(entry, plural, translations, newline, width)
    holds(
        entry, after, msgstr=translations[0], plural=plural, forms=translations if plural is not None else ()
    )
    assert with_msgid_plural(after, plural, translations, newline, width) is after


@given(ENTRIES)
def test_an_entry_goes_away_and_comes_back_with_flags_plural_and_earlier_text(entry: Entry) -> None:
    away = obsoleted(entry) if not entry.obsolete else entry
    if not entry.obsolete:
        holds(entry, away, obsolete=True, notes=(), references=())
    back = restored(away)
    holds(entry, back, obsolete=False, notes=(), references=())


@given(ENTRIES, st.lists(st.sampled_from(["mine", "new"])), NEWLINES)
def test_comments_and_places_are_added_to_any_entry(entry: Entry, comments: list[str], newline: str) -> None:
    further = tuple(line for line in dict.fromkeys(comments) if line not in entry.comments)
    holds(entry, with_comments(entry, comments, newline), comments=(*entry.comments, *further))
    assume(not entry.obsolete)
    message = Message(entry.key, ("type: x",), ("a.md", "b c.md:3"))
    holds(entry, with_places(entry, message, newline), notes=message.notes, references=message.references)


@given(st.lists(ENTRIES, min_size=2, max_size=4), FLAGS, EARLIER, TEXTS)
def test_an_edit_of_one_entry_leaves_the_text_of_all_others(
    entries: list[Entry], flags: tuple[str, ...], previous: Previous | None, text: str
) -> None:
    try:
        catalog = read_catalog("\n".join([entry.raw for entry in entries]).encode(), "x.po")
    except CatalogError:
        assume(False)
    first, *others = catalog.entries
    first = with_previous(with_flags(first, flags, "\n"), previous, "\n", 79)
    first = with_translations(first, (text,) * len(first.translations), "\n", 79)
    changed = replace(catalog, entries=(first, *others))
    assert read_catalog(write_catalog(changed), "x.po") == changed
