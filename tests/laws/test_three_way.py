"""Laws of the merge of three catalogs: nothing human is lost, and what nobody changed keeps its bytes."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools import require_tool
from toolkit.catalog.po.header import HEADER_KEY
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.text import escape, format_entry
from toolkit.catalog.three_way.lines import merged_lines
from toolkit.catalog.three_way.merge import ThreeWay, merge_catalogs
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog, Previous
from toolkit.model.segment import MessageKey

LAW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
PATH = "x.po"
KEYS = [MessageKey(context, text) for context in (None, "title") for text in ("a", "b", 'c\nd "e"', "ä f")]
LINES = st.sampled_from(
    ["mine", "", "said: x", "#", "toolkit: changed", "toolkit: obsolete since 2026-11-20"]
)
HEADERS = st.builds(
    lambda comments, fuzzy, fields: format_entry(
        HEADER_KEY,
        "".join([f"{name}: {value}\n" for name, value in fields.items() if value is not None]),
        comments=comments,
        flags=("fuzzy",) if fuzzy else (),
    ),
    st.lists(
        st.sampled_from(["Title", "", "Jane, 2026.", "toolkit: unreviewed draft"]), unique=True, max_size=3
    ),
    st.booleans(),
    st.fixed_dictionaries(
        {
            "Content-Type": st.just("text/plain; charset=UTF-8"),
            "POT-Creation-Date": st.sampled_from(
                [None, "2026-01-01 00:00+0000", "2026-02-01 00:00+0200", "soon"]
            ),
            "PO-Revision-Date": st.sampled_from([None, "YEAR-MO-DA HO:MI+ZONE", "2026-03-01 00:00+0000"]),
            "Last-Translator": st.sampled_from([None, "", "Jane", "Ann"]),
            "Plural-Forms": st.sampled_from(["nplurals=2; plural=n != 1;", "nplurals=2; plural=n > 1;"]),
            "X-Of-Ours": st.sampled_from([None, 'a "b" \\', "c"]),
        }
    ),
)


_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_QUOTED_RUN = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')


@st.composite
def entries(draw: st.DrawFn, key: MessageKey) -> str:
    """Return the text of an entry of a key."""
    plural = key.text == "b"
    obsolete = draw(st.sampled_from([False, False, True]))
    texts = st.sampled_from(["", "eins", "zwei", 'vi"er', "d\nrei"])
    return format_entry(
        key,
        draw(texts),
        plural="bs" if plural else None,
        forms=(draw(texts), draw(texts)) if plural else (),
        comments=draw(st.lists(LINES, max_size=2)),
        notes=() if obsolete else draw(st.lists(st.sampled_from(["n", "o", ""]), max_size=2)),
        references=()
        if obsolete
        else draw(st.lists(st.sampled_from(["a.md", "b c.md:3", "d.md:4"]), max_size=2)),
        flags=draw(st.sampled_from([(), (), ("fuzzy",), ("no-wrap", "fuzzy"), ("c-format",)])),
        previous=draw(st.sampled_from([None, None, Previous("old"), Previous("older", "title")])),
        obsolete=obsolete,
    )


ODD = {
    KEYS[0]: 'msgid "a" msgstr "one" # on the same line\n',
    KEYS[1]: '#~ # r\n#~ #. s\n#~ msgid "b"\n#~ msgid_plural "bs"\n#~ msgstr[0] ""\n#~ msgstr[1] "eight"\n',
    KEYS[3]: '#. note between\n\n# words\n\nmsgid "ä f"\n\nmsgstr "four"\n',
    KEYS[4]: ' \tmsgctxt "title" msgid\n"a"  msgstr\n\n"three"\n',
    KEYS[5]: '#~| msgid "t"\n#~msgctxt "title"\n#~ msgid "b"\n\n#~ msgid_plural "bs" msgstr[0]""\n'
    '#~ msgstr[1]"x"\n',
    KEYS[7]: '#: a.md\n# late\n#,fuzzy\n#| msgid "old"\nmsgctxt "title"\nmsgid"ä f"\nmsgstr"five"\n',
}


class Three:
    """Three versions of a file; shown as text where a law fails."""

    def __init__(self, base: Catalog, ours: Catalog, theirs: Catalog) -> None:
        self.base = base
        self.ours = ours
        self.theirs = theirs

    def __repr__(self) -> str:
        sides = (self.base, self.ours, self.theirs)
        return "\n-----\n".join(write_catalog(side).decode().replace("\r", "\\r") for side in sides)

    def merged(self) -> ThreeWay:
        return merge_catalogs(self.base, self.ours, self.theirs)


@st.composite
def versions(draw: st.DrawFn, *, plain: bool = False) -> Three:
    """Return three versions of a file; most entries are the same in two of them, or in all."""
    base = {key: draw(entries(key)) for key in draw(st.lists(st.sampled_from(KEYS), unique=True))}
    head = draw(HEADERS)
    files = []
    for number in range(3):
        side = dict(base)
        top = head
        if number:
            top = draw(st.one_of(st.just(head), HEADERS))
            for key in draw(st.lists(st.sampled_from(KEYS), max_size=5)):
                change = draw(st.integers(0, 5))
                if change == 0:
                    side.pop(key, None)
                elif change == 1 and not plain and key in ODD:
                    side[key] = ODD[key]
                else:
                    side[key] = draw(entries(key))
            if draw(st.integers(0, 3)) == 0:
                side = {key: side[key] for key in draw(st.permutations(list(side)))}
        elif draw(st.integers(0, 6)) == 0:
            files.append(Catalog(PATH))
            continue
        files.append(_file(draw, top, side.values(), plain))
    return Three(*files)


def _file(draw: st.DrawFn, head: str, pieces: Iterable[str], plain: bool) -> Catalog:
    text = "\n".join([head, *pieces])
    if plain:
        return read_catalog(text.encode(), PATH)
    text += draw(st.sampled_from(["", "", "\n# stray\n", "\n\n# other\n"]))
    doubled = text + draw(st.sampled_from(["", "", '\n#~ msgid "a"\n#~ msgstr "again"\n']))
    if draw(st.integers(0, 5)) == 0:
        doubled = doubled.rstrip("\n")
    if draw(st.integers(0, 5)) == 0:
        doubled = doubled.replace("\n", "\r\n")
    if draw(st.integers(0, 9)) == 0:
        doubled = "\ufeff" + doubled
    return read_catalog(doubled.encode(), PATH)


def said(catalog: Catalog) -> dict[MessageKey, set[str]]:
    """Return every text that a catalog holds as a translation of a key, those in comments among them."""
    texts: dict[MessageKey, set[str]] = {}
    for entry in catalog.entries:
        found = texts.setdefault(entry.key, set())
        found |= {escape(text) for text in entry.translations if text}
        for comment in entry.comments:
            if comment.startswith("other translation: "):
                other = comment.removeprefix("other translation: ")
                found |= _strings(other) if other.startswith("msg") else {other}
    return texts


def _strings(entry: str) -> set[str]:
    return {"".join(_QUOTED.findall(run)) for run in _QUOTED_RUN.findall(entry)}


def human(catalog: Catalog) -> dict[MessageKey, set[str]]:
    """Return the texts of a catalog that are confirmed translations."""
    texts: dict[MessageKey, set[str]] = {}
    for entry in catalog.entries:
        if entry.translated and not entry.fuzzy and entry.key != HEADER_KEY:
            texts.setdefault(entry.key, set()).update(escape(text) for text in entry.translations if text)
    return texts


@given(versions())
@LAW
def test_a_side_that_changed_nothing_leaves_the_bytes_of_the_other(three: Three) -> None:
    for base, ours, theirs, expected in (
        (three.base, three.ours, three.base, three.ours),
        (three.base, three.base, three.theirs, three.theirs),
        (three.base, three.ours, three.ours, three.ours),
    ):
        result = merge_catalogs(base, ours, theirs)
        assert write_catalog(result.catalog) == write_catalog(expected)
        assert result.conflicts == ()


@given(versions())
@LAW
def test_a_merged_catalog_is_what_its_file_says_with_one_entry_per_key(three: Three) -> None:
    result = three.merged().catalog
    again = read_catalog(write_catalog(result), PATH)
    assert again.entries == result.entries
    assert (again.tail, again.header, again.bom) == (result.tail, result.header, result.bom)
    if write_catalog(result) not in {write_catalog(three.ours), write_catalog(three.theirs)}:
        keys = [entry.key for entry in result.entries]
        assert len(keys) == len(set(keys))


@given(versions())
@LAW
def test_every_translation_that_a_side_made_is_in_the_result(three: Three) -> None:
    kept, before = said(three.merged().catalog), said(three.base)
    for side in (three.ours, three.theirs):
        for key, texts in human(side).items():
            assert texts - before.get(key, set()) <= kept.get(key, set())


@given(versions())
@LAW
def test_a_translation_that_nobody_removed_is_in_the_result(three: Three) -> None:
    kept, before = said(three.merged().catalog), human(three.base)
    for key, texts in before.items():
        both = said(three.ours).get(key, set()) & said(three.theirs).get(key, set())
        assert texts & both <= kept.get(key, set())


@given(versions())
@LAW
def test_every_comment_that_a_side_made_is_in_the_result(three: Three) -> None:
    kept = {(entry.key, comment) for entry in three.merged().catalog.entries for comment in entry.comments}
    before = {(entry.key, comment) for entry in three.base.entries for comment in entry.comments}
    for side in (three.ours, three.theirs):
        for entry in side.entries:
            made = {(entry.key, comment) for comment in entry.comments if not comment.startswith("toolkit: ")}
            assert made - before <= kept


@given(versions())
@LAW
def test_the_sides_can_be_changed_for_one_another(three: Three) -> None:
    one = three.merged()
    two = merge_catalogs(three.base, three.theirs, three.ours)
    assert {entry.key for entry in one.catalog.entries} == {entry.key for entry in two.catalog.entries}
    assert {(c.key, c.what, c.ours, c.theirs) for c in one.conflicts} == {
        (c.key, c.what, c.theirs, c.ours) for c in two.conflicts
    }
    assert human(one.catalog) == human(two.catalog)
    state = [{entry.key: entry.obsolete for entry in result.catalog.entries} for result in (one, two)]
    assert state[0] == state[1]


@given(versions())
@LAW
def test_merging_the_same_again_changes_no_byte(three: Three) -> None:
    result = three.merged().catalog
    again = merge_catalogs(three.base, result, three.theirs).catalog
    assert write_catalog(again) == write_catalog(result)


@given(versions())
@LAW
def test_an_entry_that_nobody_changed_keeps_its_bytes(three: Three) -> None:
    result = {entry.key: entry.raw.strip() for entry in three.merged().catalog.entries}
    versions_of: dict[MessageKey, list[str]] = {}
    for side in (three.base, three.ours, three.theirs):
        for entry in side.entries:
            versions_of.setdefault(entry.key, []).append(entry.raw.strip())
    for key, raws in versions_of.items():
        if len(raws) == 3 and len(set(raws)) == 1:
            assert result[key] == raws[0]


@given(versions())
@LAW
def test_merged_lines_end_like_those_of_our_file(three: Three) -> None:
    ours = write_catalog(three.ours)
    merged = write_catalog(three.merged().catalog)
    if merged == write_catalog(three.theirs):
        return
    if b"\r" not in ours:
        assert b"\r" not in merged
    elif ours.count(b"\n") == ours.count(b"\r\n"):
        assert merged.count(b"\n") == merged.count(b"\r\n")


@given(
    versions(), st.integers(0, 2), st.integers(0, 300), st.sampled_from(["", '"', "\n", "#", "# x\n", "\\n"])
)
@LAW
def test_any_three_files_that_can_be_read_can_be_merged(three: Three, which: int, at: int, put: str) -> None:
    sides = [three.base, three.ours, three.theirs]
    text = write_catalog(sides[which]).decode()
    try:
        sides[which] = read_catalog((text[:at] + put + text[at + 1 :]).encode() or b"\n", PATH)
    except CatalogError:
        return
    result = merge_catalogs(*sides).catalog
    data = write_catalog(result)
    assert not data or read_catalog(data, PATH).entries == result.entries


@given(st.lists(versions(plain=True).map(lambda three: three.merged().catalog), min_size=8, max_size=8))
@settings(LAW, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_msgfmt_accepts_what_was_merged(tmp_path: Path, results: list[Catalog]) -> None:
    for number, result in enumerate(results):
        file = tmp_path / f"{number}.po"
        file.write_bytes(write_catalog(result))
        checked = subprocess.run(
            [require_tool("msgfmt"), "-c", "-o", "-", str(file)], capture_output=True, check=False, timeout=30
        )
        assert (checked.returncode, b"duplicate" in checked.stderr) == (0, False), checked.stderr


LISTS = st.lists(st.sampled_from("abcde"), unique=True, max_size=5).map(tuple)


@given(LISTS, LISTS, LISTS)
@LAW
def test_lists_keep_what_a_side_added_and_lose_what_a_side_removed(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    merged = merged_lines(base, ours, theirs)
    stays = set(base) & set(ours) & set(theirs)
    assert set(merged) == stays | (set(ours) - set(base)) | (set(theirs) - set(base))
    assert len(merged) == len(set(merged))
    assert merged_lines(base, merged, theirs) == merged
