"""What becomes of each kind of change when three versions of a catalog are made one."""

from __future__ import annotations

import pytest

from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.three_way.conflict import Conflict
from toolkit.catalog.three_way.merge import ThreeWay, merge_catalogs
from toolkit.model.catalog import Catalog
from toolkit.model.segment import MessageKey

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
KEY = MessageKey(None, "a")


def entry(text: str, msgstr: str = "", *comments: str) -> str:
    return "".join([*[f"{comment}\n" for comment in comments], f'msgid "{text}"\nmsgstr "{msgstr}"\n'])


def gone(text: str, msgstr: str, *comments: str) -> str:
    return "".join([*[f"{comment}\n" for comment in comments], f'#~ msgid "{text}"\n#~ msgstr "{msgstr}"\n'])


def file(*entries: str) -> str:
    return "\n".join([HEAD, *entries])


def read(text: str) -> Catalog:
    return read_catalog(text.encode(), "fr.po") if text else Catalog("fr.po")


def merged(base: str, ours: str, theirs: str) -> ThreeWay:
    return merge_catalogs(read(base), read(ours), read(theirs))


def text_of(result: ThreeWay) -> str:
    return write_catalog(result.catalog).decode()


OTHER = entry("z")
OURS, THEIRS = entry("x", "ours"), entry("y", "theirs")
"""An entry that each side adds, so that neither version is that of the file."""

FUZZY = "#, fuzzy"
OLD = '#| msgid "old"'
CHANGED = "# toolkit: changed"
SINCE = "# toolkit: obsolete since 2026-11-20"

CASES = {
    "only we changed it": (entry("a"), entry("a", "A"), entry("a"), entry("a", "A")),
    "only they changed it": (entry("a"), entry("a"), entry("a", "A"), entry("a", "A")),
    "both changed it in the same way": (entry("a"), entry("a", "A"), entry("a", "A"), entry("a", "A")),
    "one side wrapped it anew, the other translated it": (
        'msgid "a"\nmsgstr ""\n',
        'msgid ""\n"a"\nmsgstr ""\n',
        entry("a", "A"),
        entry("a", "A"),
    ),
    "an unusual spelling that nobody changed stays": (
        '#,fuzzy\nmsgid"a"\n\nmsgstr  ""\n"A"\n',
        '#,fuzzy\nmsgid"a"\n\nmsgstr  ""\n"A"\n',
        '#,fuzzy\nmsgid"a"\n\nmsgstr  ""\n"A"\n',
        '#,fuzzy\nmsgid"a"\n\nmsgstr  ""\n"A"\n',
    ),
    "places here, a translation there": (
        entry("a", "", "#. type: p", "#: old.md"),
        entry("a", "", "#. type: li", "#: new.md"),
        entry("a", "A", "#. type: p", "#: old.md"),
        entry("a", "A", "#. type: li", "#: new.md"),
    ),
    "comments, places and flags of both": (
        entry("a", "A", "# both", "# ours goes", "#: a.md", "#, c-format"),
        entry("a", "A", "# both", "# of ours", "#: a.md o.md", "#, c-format, no-wrap"),
        entry("a", "A", "# both", "# ours goes", "# of theirs", "#: t.md"),
        entry("a", "A", "# both", "# of ours", "# of theirs", "#: o.md t.md", "#, no-wrap"),
    ),
    "we confirmed a suggestion, they moved it": (
        entry("a", "A", CHANGED, "#: a.md", FUZZY, OLD),
        entry("a", "A", "#: a.md"),
        entry("a", "A", CHANGED, "#: b.md", FUZZY, OLD),
        entry("a", "A", "#: b.md"),
    ),
    "they corrected a suggestion, we moved it": (
        entry("a", "A", CHANGED, "#: a.md", FUZZY, OLD),
        entry("a", "A", CHANGED, "#: b.md", FUZZY, OLD),
        entry("a", "B", "#: a.md"),
        entry("a", "B", "#: b.md"),
    ),
    "a human translation beats a suggestion": (
        entry("a"),
        entry("a", "A", CHANGED, FUZZY, OLD),
        entry("a", "B"),
        entry("a", "B"),
    ),
    "a human translation beats a draft, which is noted": (
        entry("a"),
        entry("a", "A"),
        entry("a", "perhaps", FUZZY),
        entry("a", "A", "# other translation: perhaps"),
    ),
    "of two suggestions ours stays": (
        entry("a"),
        entry("a", "A", CHANGED, FUZZY, OLD),
        entry("a", "B", CHANGED, FUZZY, OLD),
        entry("a", "A", CHANGED, FUZZY, OLD),
    ),
    "a translation beats that it was emptied": (
        entry("a", "A"),
        entry("a", "", "# no"),
        entry("a", "B"),
        entry("a", "B", "# no"),
    ),
    "the same text, confirmed by one side": (
        entry("a", "A", FUZZY),
        entry("a", "B", "# mine"),
        entry("a", "B", FUZZY),
        entry("a", "B", "# mine"),
    ),
    "they made it obsolete, we translated it": (
        entry("a", "A", "#: a.md"),
        entry("a", "B", "#: a.md"),
        gone("a", "A", SINCE),
        gone("a", "B", SINCE),
    ),
    "we made it obsolete, they translated it": (
        entry("a", "A", "#: a.md"),
        gone("a", "A", SINCE),
        entry("a", "B", "#: a.md"),
        gone("a", "B", SINCE),
    ),
    "they restored it, we translated it": (
        gone("a", "A", SINCE),
        gone("a", "B", SINCE),
        entry("a", "A", "#: a.md"),
        entry("a", "B", "#: a.md"),
    ),
    "both made it obsolete, on different days": (
        entry("a", "A"),
        gone("a", "A", SINCE),
        gone("a", "A", "# toolkit: obsolete since 2026-11-22"),
        gone("a", "A", SINCE),
    ),
    "active here and obsolete there, and new": (
        "",
        entry("a", "", "#: a.md"),
        gone("a", "A", SINCE),
        entry("a", "A", "#: a.md"),
    ),
    "they removed what we did not touch": (entry("a", "A"), entry("a", "A"), "", ""),
    "we removed what they did not touch": (entry("a", "A"), "", entry("a", "A"), ""),
    "they removed what we translated": (entry("a"), entry("a", "A"), "", entry("a", "A")),
    "we removed what they commented": (entry("a"), "", entry("a", "", "# hm"), entry("a", "", "# hm")),
    "they removed what only moved here": (entry("a", "", "#: a.md"), entry("a", "", "#: b.md"), "", ""),
    "they removed what a program filled in here": (
        entry("a"),
        entry("a", "A", CHANGED, FUZZY, OLD),
        "",
        "",
    ),
    "both removed it": (entry("a", "A"), "", "", ""),
    "plural forms are one translation": (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\nmsgstr[1] "As"\n',
        '#: a.md\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        '#: a.md\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\nmsgstr[1] "As"\n',
    ),
}


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), CASES.values(), ids=CASES)
def test_an_entry_becomes(base: str, ours: str, theirs: str, expected: str) -> None:
    def whole(*parts: str) -> str:
        return file(*[part for part in parts if part])

    result = merged(whole(OTHER, base), whole(OTHER, OURS, ours), whole(OTHER, THEIRS, theirs))
    assert result.conflicts == ()
    found = {entry.key: entry.raw.strip() for entry in result.catalog.entries}
    assert found.pop(KEY, "") == expected.strip()
    assert found == {
        MessageKey(None, ""): HEAD.strip(),
        MessageKey(None, "x"): OURS.strip(),
        MessageKey(None, "y"): THEIRS.strip(),
        MessageKey(None, "z"): OTHER.strip(),
    }


CONFLICTS = {
    "two translations": (
        entry("a"),
        entry("a", "A"),
        entry("a", 'B\\n\\"b\\"'),
        entry("a", "A", '# other translation: B\\n\\"b\\"', FUZZY),
        Conflict(KEY, "msgstr", ("A",), ('B\n"b"',)),
    ),
    "two translations and other changes of both": (
        entry("a", "", "# mine", "#: a.md", "#, no-wrap", OLD),
        entry("a", "A", "#: a.md", "#, no-wrap", OLD),
        entry("a", "B", "# mine", "# too", "#: b.md", OLD),
        entry("a", "A", "# too", "# other translation: B", "#: b.md", FUZZY, OLD),
        Conflict(KEY, "msgstr", ("A",), ("B",)),
    ),
    "two drafts": (
        entry("a", "A", CHANGED, FUZZY, OLD),
        entry("a", "B", CHANGED, FUZZY, OLD),
        entry("a", "C", CHANGED, FUZZY, OLD),
        entry("a", "B", CHANGED, "# other translation: C", FUZZY, OLD),
        Conflict(KEY, "msgstr", ("B",), ("C",)),
    ),
    "two translations of plural forms": (
        "",
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\nmsgstr[1] "As"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\nmsgstr[1] "Bs"\n',
        '# other translation: msgid "a" msgid_plural "as" msgstr[0] "A" msgstr[1] "Bs"\n#, fuzzy\n'
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\nmsgstr[1] "As"\n',
        Conflict(KEY, "msgstr", ("A", "As"), ("A", "Bs")),
    ),
    "two translations of an obsolete entry": (
        gone("a", "A"),
        gone("a", "B"),
        gone("a", "C"),
        gone("a", "B", "# other translation: C", FUZZY),
        Conflict(KEY, "msgstr", ("B",), ("C",)),
    ),
}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected", "conflict"), CONFLICTS.values(), ids=CONFLICTS
)
def test_ours_stays_and_theirs_is_noted_where_both_differ(
    base: str, ours: str, theirs: str, expected: str, conflict: Conflict
) -> None:
    result = merged(file(base) if base else "", file(ours), file(theirs))
    assert text_of(result) == file(expected)
    assert result.conflicts == (conflict,)
    assert text_of(merged(file(base) if base else "", file(expected), file(theirs))) == file(expected)


def test_new_entries_stand_behind_their_predecessors_and_obsolete_ones_at_the_end() -> None:
    base = file(entry("a"), entry("b", "B"), entry("c"), gone("o", "O"))
    ours = file(entry("a"), entry("x"), entry("b", "B"), entry("c"), gone("o", "O"), gone("p", "P"))
    theirs = file(entry("n"), entry("a"), entry("y"), entry("y2"), entry("c"), gone("b", "B"), gone("o", "O"))
    theirs += "\n" + gone("q", "Q")
    expected = file(
        *(entry("n"), entry("a"), entry("y"), entry("y2"), entry("x"), entry("c")),
        *(gone("o", "O"), gone("q", "Q"), gone("p", "P"), gone("b", "B")),
    )
    assert text_of(merged(base, ours, theirs)) == expected


def test_an_entry_that_they_restored_stands_where_they_have_it() -> None:
    base = file(entry("a"), entry("c"), gone("b", "B"))
    ours = file(entry("a"), entry("c", "C"), gone("b", "B"))
    theirs = file(entry("a"), entry("b", "B"), entry("c"))
    assert text_of(merged(base, ours, theirs)) == file(entry("a"), entry("b", "B"), entry("c", "C"))


def test_our_order_stays() -> None:
    base = file(entry("a"), entry("b"), entry("c"))
    ours = file(entry("c"), entry("b"), entry("a"))
    theirs = file(entry("b"), entry("a", "A"), entry("c"))
    assert text_of(merged(base, ours, theirs)) == file(entry("c"), entry("b"), entry("a", "A"))


def test_two_entries_of_one_key_become_one_with_all_that_they_say() -> None:
    base = file(entry("z"))
    ours = file(entry("z"), entry("a", "A", "# mine"), gone("a", "B", "# yours"))
    theirs = file(entry("z", "Z"))
    assert text_of(merged(base, ours, theirs)) == file(
        entry("z", "Z"), entry("a", "A", "# mine", "# yours", "# other translation: B")
    )


def test_an_obsolete_translation_of_an_active_key_is_not_lost() -> None:
    ours = file(entry("z"), entry("a", "", "#: a.md"), entry("y"), gone("a", "A", SINCE))
    assert text_of(merged(file(entry("z")), ours, file(entry("z", "Z")))) == file(
        entry("z", "Z"), entry("a", "A", "#: a.md"), entry("y")
    )


def test_line_ends_and_blank_lines_are_ours() -> None:
    base = file(entry("a"), entry("b"))
    ours = file(entry("a"), entry("b", "B")).replace("\n\n", "\n\n\n").replace("\n", "\r\n")
    theirs = file(entry("a", "A"), entry("b"), entry("c", "C", "# new", FUZZY))
    expected = file(entry("a", "A"), entry("b", "B")).replace("\n\n", "\n\n\n") + "\n"
    expected += entry("c", "C", "# new", FUZZY)
    assert text_of(merged(base, ours, theirs)) == expected.replace("\n", "\r\n")


def test_a_last_line_without_an_end_gets_one_only_where_something_follows() -> None:
    base = file(entry("a"), entry("b")).rstrip("\n")
    ours = file(entry("a"), entry("b", "B")).rstrip("\n")
    theirs = file(entry("a", "A"), entry("b")).rstrip("\n")
    assert text_of(merged(base, ours, theirs)) == file(entry("a", "A"), entry("b", "B")).rstrip("\n")
    longer = file(entry("a"), entry("b"), entry("c"))
    assert text_of(merged(base, ours, longer)) == file(entry("a"), entry("b", "B"), entry("c"))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("\n# x\n", "\n# x\n", "\n# y\n", "\n# y\n"),
        ("\n# x\n", "\n# o\n", "\n# x\n", "\n# o\n"),
        ("\n# x\n", "\n# x\n# o", "\n# y\n# x\n", "\n# x\n# o\n# y\n"),
        ("", "", "\n# y\n", "\n# y\n"),
        ("\n# x\n", "\n# x\n", "", ""),
    ],
)
def test_comments_at_the_end_are_merged(base: str, ours: str, theirs: str, expected: str) -> None:
    result = merged(
        file(entry("a"), entry("b")) + base,
        file(entry("a", "A"), entry("b")) + ours,
        file(entry("a"), entry("b", "B")) + theirs,
    )
    assert text_of(result) == file(entry("a", "A"), entry("b", "B")) + expected


@pytest.mark.parametrize(("base", "ours", "theirs"), [(True, False, True), (False, True, False)])
def test_a_byte_order_mark_goes_and_comes_with_the_side_that_changed_it(
    base: bool, ours: bool, theirs: bool
) -> None:
    def marked(mark: bool, text: str) -> str:
        return ("\ufeff" if mark else "") + text

    one = merged(
        marked(base, file(entry("a"))), marked(ours, file(entry("a", "A"))), marked(theirs, file(OTHER))
    )
    assert one.catalog.bom == ours
    two = merged(
        marked(base, file(entry("a"))), marked(theirs, file(entry("a", "A"))), marked(ours, file(OTHER))
    )
    assert two.catalog.bom == ours


def test_a_header_is_not_removed() -> None:
    without = entry("a", "A")
    assert text_of(merged(file(entry("a")), file(entry("a")) + "\n" + OTHER, without)) == file(
        entry("a", "A"), OTHER
    )
