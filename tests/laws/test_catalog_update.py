"""Laws of an update: what stays keeps its bytes, nothing human is lost, a second one finds nothing to do."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.text import escape, format_entry
from toolkit.catalog.update.catalog_update import update_catalog
from toolkit.catalog.update.entry_order import is_header
from toolkit.catalog.update.outcome import Fate
from toolkit.catalog.update.settings import UpdateSettings
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog, Entry, Previous
from toolkit.model.message import Message, Template
from toolkit.model.segment import MessageKey

NOW = UpdateSettings("2026-11-22 15:00+0000")
LATER = UpdateSettings("2027-01-01 00:00+0000")
HEADER = 'msgid ""\nmsgstr ""\n"POT-Creation-Date: 2020-01-01 00:00+0000\\n"\n'
KEYS = [MessageKey(context, text) for context in (None, "title") for text in ("a", "b", "c\nd", '"e"', "ä f")]
LINES = st.sampled_from(["mine", "", "said: x", "#", "type: paragraph"])

ENTRIES = st.builds(
    format_entry,
    st.sampled_from(KEYS),
    st.sampled_from(["", "eins", "zwei\n", "d\nrei", 'vi"er', "fünf"]),
    comments=st.lists(LINES, max_size=2),
    notes=st.lists(LINES, max_size=2),
    references=st.lists(st.sampled_from(["a.md", "b c.md:3", "d.md:4"]), max_size=3),
    flags=st.sampled_from([(), (), ("fuzzy",), ("no-wrap", "fuzzy")]),
    previous=st.none() | st.sampled_from(KEYS).map(lambda key: Previous(key.text, key.context)),
    obsolete=st.booleans(),
)
ODD = st.sampled_from(
    [
        'msgid "a" msgstr "one" msgctxt "title" msgid "a" msgstr "two" # on the same line\n',
        ' \tmsgid\n"b"  msgstr\n\n"three"',
        '#. note between\n\n# words\n\nmsgid "ä f"\n\nmsgstr "four"\n',
        '#: a.md\n# late\n#,fuzzy\n#|msgid "old"\nmsgid"a"\nmsgstr"five"\n',
        '# p\n#. q\nmsgid "b"\nmsgid_plural "bs"\nmsgstr[0] "six"\nmsgstr[1] "seven"\n',
        '#~ # r\n#~ #. s\n#~ msgid "b"\n#~ msgid_plural "bs"\n#~ msgstr[0] ""\n#~ msgstr[1] "eight"\n',
        '#~| msgid "t"\n#~msgid "a"\n\n#~ msgstr ""\n#~ "nine"\n',
        'msgid "gone"\nmsgstr ""\n',
    ]
)
BREAKS = st.sampled_from(["", "\n", "\n", "\n\n", "\n# stray\n\n", " \n"])


def legal(pieces: list[str]) -> str:
    """Return the pieces, joined, but for those that the reader refuses behind the others."""
    text = ""
    for piece in pieces:
        longer = text + ("\n" if text[-1:] not in {"", "\n"} and piece[:1] == "#" else "") + piece
        try:
            read_catalog(longer.encode(), "x.po")
        except CatalogError:
            continue
        text = longer
    return text


FILES = st.builds(
    lambda head, pieces, crlf, final: _finished(
        legal([head, *[part for pair in pieces for part in pair]]), crlf, final
    ),
    st.sampled_from([HEADER, HEADER, "", "# title\n" + HEADER + "\n"]),
    st.lists(st.tuples(st.one_of(ENTRIES, ENTRIES, ENTRIES, ODD), BREAKS), max_size=8),
    st.booleans(),
    st.booleans(),
).map(lambda text: read_catalog(text.encode() or b"\n", "x.po"))


def _finished(text: str, crlf: bool, final: bool) -> str:
    text = text if final else text.rstrip("\n")
    return text.replace("\n", "\r\n") if crlf else text


MESSAGES = st.builds(
    Message,
    st.sampled_from(KEYS),
    st.lists(LINES, max_size=2).map(tuple),
    st.lists(st.sampled_from(["a.md", "b c.md:3"]), max_size=2, unique=True).map(tuple),
)
TEMPLATES = st.builds(
    Template,
    st.just("a"),
    st.lists(MESSAGES, max_size=8, unique_by=lambda message: message.key).map(tuple),
    st.just("1; gfm"),
)
PREVIOUS = st.none() | st.lists(st.sampled_from(KEYS), unique=True).map(tuple)


def actives(catalog: Catalog) -> list[Entry]:
    """Return the active entries but the header."""
    return [entry for entry in catalog.entries if not entry.obsolete and not is_header(entry)]


@given(FILES, TEMPLATES, PREVIOUS)
def test_the_active_messages_are_those_of_the_template_and_none_is_obsolete_too(
    catalog: Catalog, template: Template, previous: tuple[MessageKey, ...] | None
) -> None:
    result = update_catalog(catalog, template, NOW, None, None, previous).catalog
    keys = [message.key for message in template.messages]
    assert sorted(entry.key.text for entry in actives(result)) == sorted(key.text for key in keys)
    assert {entry.key for entry in actives(result)} == set(keys)
    assert not {entry.key for entry in result.entries if entry.obsolete} & set(keys)


@given(FILES, TEMPLATES, PREVIOUS)
@settings(max_examples=200)
def test_an_updated_catalog_is_what_its_file_says(
    catalog: Catalog, template: Template, previous: tuple[MessageKey, ...] | None
) -> None:
    result = update_catalog(catalog, template, NOW, None, None, previous).catalog
    assume(write_catalog(result))  # a file gets a header before it is written, and is never empty
    again = read_catalog(write_catalog(result), "x.po")
    assert again.entries == result.entries
    assert (again.tail, again.header, again.bom) == (result.tail, result.header, result.bom)


@given(FILES, TEMPLATES, PREVIOUS)
def test_a_second_update_gives_the_very_same_catalog(
    catalog: Catalog, template: Template, previous: tuple[MessageKey, ...] | None
) -> None:
    first = update_catalog(catalog, template, NOW, None, None, previous)
    assume(write_catalog(first.catalog))
    read = read_catalog(write_catalog(first.catalog), "x.po")
    keys = tuple(message.key for message in template.messages)
    for catalog_now in (first.catalog, read):
        second = update_catalog(catalog_now, template, LATER, None, None, keys)
        assert second.catalog is catalog_now
        assert not second.changed


@given(FILES, st.lists(TEMPLATES, max_size=4))
def test_no_translation_and_no_word_of_a_translator_is_ever_lost(
    catalog: Catalog, templates: list[Template]
) -> None:
    now = catalog
    for template in templates:
        now = update_catalog(now, template, NOW).catalog
    text = write_catalog(now).decode()
    for entry in catalog.entries:
        assert not entry.msgstr or any(
            entry.msgstr == other.msgstr
            or any(comment.endswith(escape(entry.msgstr)) for comment in other.comments)
            or (entry.plural and escape(entry.msgstr) in "".join(other.comments))
            or is_header(entry)
            for other in now.entries
        )
        for comment in entry.comments:
            assert comment in text
    for word in ("six", "seven", "eight"):
        assert (word in write_catalog(catalog).decode()) <= (word in text)


@given(FILES, TEMPLATES)
def test_a_kept_entry_changes_its_places_alone(catalog: Catalog, template: Template) -> None:
    wanted = {message.key: message for message in template.messages}
    obsolete = {entry.key for entry in catalog.entries if entry.obsolete}
    after = {entry.key: entry for entry in actives(update_catalog(catalog, template, NOW).catalog)}
    for entry in actives(catalog):
        if entry.key in wanted and entry.key not in obsolete:
            kept = after[entry.key]
            assert (kept.msgstr, kept.fuzzy, kept.comments) == (entry.msgstr, entry.fuzzy, entry.comments)
            assert _other_lines(kept) == _other_lines(entry)


def _other_lines(entry: Entry) -> list[str]:
    lines = [line.rstrip("\r") for line in entry.raw.split("\n")]
    return [line for line in lines if line.strip() and not line.lstrip().startswith(("#.", "#:"))]


@given(FILES, TEMPLATES)
def test_updating_to_what_the_file_says_changes_no_byte(catalog: Catalog, template: Template) -> None:
    clean = update_catalog(catalog, template, NOW).catalog
    messages = tuple(Message(entry.key, entry.notes, entry.references) for entry in actives(clean))
    update = update_catalog(clean, Template("a", messages, "1; gfm"), LATER)
    assert update.catalog is clean
    assert (update.changed, update.count(Fate.KEPT)) == (False, len(messages))


@given(FILES, TEMPLATES)
def test_going_away_and_coming_back_restores_every_translation(catalog: Catalog, template: Template) -> None:
    before = update_catalog(catalog, template, NOW).catalog
    away = update_catalog(before, Template("a", (), "1; gfm"), NOW)
    assert away.keys(Fate.GONE, Fate.DROPPED) == tuple(entry.key for entry in actives(before))
    back = update_catalog(away.catalog, template, NOW).catalog
    said = {entry.key: (entry.msgstr, entry.fuzzy, entry.comments) for entry in actives(before)}
    human = {key for key, (msgstr, _, comments) in said.items() if msgstr or comments}
    # What an update itself has guessed, and nobody has touched, may be guessed again or not.
    human -= {entry.key for entry in actives(before) if "toolkit: changed" in entry.comments}
    assert {
        entry.key: (entry.msgstr, entry.fuzzy, entry.comments)
        for entry in actives(back)
        if entry.key in human
    } == {key: said[key] for key in human}


@given(FILES, TEMPLATES)
def test_the_lists_of_an_update_account_for_every_message(catalog: Catalog, template: Template) -> None:
    update = update_catalog(catalog, template, NOW)
    keys = tuple(message.key for message in template.messages)
    assert tuple(outcome.key for outcome in update.outcomes)[: len(keys)] == keys
    gone = update.outcomes[len(keys) :]
    assert {outcome.fate for outcome in gone} <= {Fate.GONE, Fate.DROPPED}
    came_from = {
        outcome.previous.key
        for outcome in update.outcomes
        if outcome.previous and outcome.fate is not Fate.SUGGESTED
    }
    left = {outcome.key for outcome in gone} | (came_from - set(keys))
    assert left == {entry.key for entry in actives(catalog)} - set(keys)


@given(FILES, TEMPLATES)
def test_new_lines_end_like_those_of_the_file(catalog: Catalog, template: Template) -> None:
    before = write_catalog(catalog)
    after = write_catalog(update_catalog(catalog, template, NOW).catalog)
    if before.count(b"\n") == before.count(b"\r\n") > 0:
        assert after.count(b"\n") == after.count(b"\r\n")
    elif b"\r" not in before:
        assert b"\r" not in after
