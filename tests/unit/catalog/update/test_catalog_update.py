"""An update changes what the template demands and nothing else, whatever program wrote the file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from tests.data import outside_data
from tests.tools import require_tool
from toolkit.catalog.po.header import HeaderSettings, new_catalog_header
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.catalog.template import refresh_template
from toolkit.catalog.update.catalog_update import update_catalog
from toolkit.catalog.update.outcome import CatalogUpdate, Fate
from toolkit.catalog.update.settings import UpdateSettings
from toolkit.model.catalog import Previous
from toolkit.model.message import Message, Template
from toolkit.model.segment import MessageKey

DAY, NEXT_DAY = "2026-11-22 15:00+0000", "2026-11-23 09:30+0000"
NOW, TOMORROW = UpdateSettings(DAY), UpdateSettings(NEXT_DAY)
SINCE = "\n# toolkit: obsolete since 2026-11-22"
SETTINGS = HeaderSettings("Health", "", "en", "l10n-toolkit 0.1.0", "1; gfm")
HEADER = (
    'msgid ""\nmsgstr ""\n"POT-Creation-Date: {date}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"X-Toolkit-Segmentation: 1; gfm\\n"\n'
)
OLD_HEADER = HEADER.format(date="2020-01-01 00:00+0000")
NEW_HEADER = HEADER.format(date=DAY)


def template(*texts: str, segmentation: str = "1; gfm") -> Template:
    """Return a template of plain paragraphs."""
    messages = [Message(MessageKey(None, text), ("type: paragraph",), ("source/a.md",)) for text in texts]
    return Template("a", tuple(messages), segmentation)


def entry(text: str, msgstr: str = "") -> str:
    """Return the text of a paragraph's entry, with the blank line before it."""
    return f'\n#. type: paragraph\n#: source/a.md\nmsgid "{text}"\nmsgstr "{msgstr}"\n'


def obsolete(text: str, msgstr: str) -> str:
    """Return the text of an obsolete entry, with the blank line before it."""
    return f'\n#~ msgid "{text}"\n#~ msgstr "{msgstr}"\n'


def gone(text: str, msgstr: str) -> str:
    """Return the text of an entry that has just become obsolete."""
    return SINCE + obsolete(text, msgstr)


def updated(text: str, to: Template, previous: Template | None = None) -> CatalogUpdate:
    """Return the update of a file to a template."""
    keys = None if previous is None else tuple(message.key for message in previous.messages)
    return update_catalog(read_catalog(text.encode(), "de/a.po"), to, NOW, None, None, keys)


CASES: dict[str, tuple[str, Template, str]] = {
    "a new message stands at its place in the template": (
        OLD_HEADER + entry("a", "A") + entry("c", "C"),
        template("a", "b", "c"),
        NEW_HEADER + entry("a", "A") + entry("b") + entry("c", "C"),
    ),
    "a new first message follows the header": (
        OLD_HEADER + entry("b", "B"),
        template("a", "b"),
        NEW_HEADER + entry("a") + entry("b", "B"),
    ),
    "new messages stand before the obsolete ones": (
        OLD_HEADER + entry("a", "A") + obsolete("z", "Z"),
        template("a", "b"),
        NEW_HEADER + entry("a", "A") + entry("b") + obsolete("z", "Z"),
    ),
    "a new message in a sorted file follows the one before it in the template": (
        OLD_HEADER + "".join(entry(letter, letter.upper()) for letter in "abcdef"),
        template("f", "x", "e", "y", "a", "b", "c", "d"),
        NEW_HEADER
        + "".join(entry(letter, letter.upper()) for letter in "abcde")
        + entry("y")
        + entry("f", "F")
        + entry("x"),
    ),
    "the order of the template is that of the file": (
        OLD_HEADER + entry("b", "B") + entry("a", "A") + entry("c", "C") + obsolete("z", "Z"),
        template("c", "x", "b", "a"),
        NEW_HEADER + entry("c", "C") + entry("x") + entry("b", "B") + entry("a", "A") + obsolete("z", "Z"),
    ),
    "what vanished becomes obsolete, behind all others": (
        OLD_HEADER + entry("a", "A") + entry("b", "B") + obsolete("z", "Z"),
        template("b"),
        NEW_HEADER + entry("b", "B") + obsolete("z", "Z") + gone("a", "A"),
    ),
    "obsolete entries keep comments, flags, earlier text and their wrapping": (
        OLD_HEADER + '\n# mine\n#. type: x\n#: a.md\n#, fuzzy\n#| msgid ""\n#| "o"\nmsgctxt "t"\n  msgid ""\n'
        '"a"\n\nmsgstr "A"\n" B"\n',
        template(),
        NEW_HEADER
        + "\n# mine"
        + SINCE
        + '\n#, fuzzy\n#~| msgid ""\n#~| "o"\n#~ msgctxt "t"\n#~   msgid ""\n#~ "a"\n\n'
        '#~ msgstr "A"\n#~ " B"\n',
    ),
    "what vanished untranslated and without a comment goes": (
        OLD_HEADER + entry("a") + entry("b", "B"),
        template("b"),
        NEW_HEADER + entry("b", "B"),
    ),
    "what vanished untranslated but with a comment stays": (
        OLD_HEADER + '\n# ask the author\nmsgid "a"\nmsgstr ""\n',
        template(),
        NEW_HEADER + "\n# ask the author" + SINCE + '\n#~ msgid "a"\n#~ msgstr ""\n',
    ),
    "what comes back is restored with comments, flags and earlier text": (
        OLD_HEADER
        + '\n# mine\n#, fuzzy\n#~| msgid "o"\n#~ msgid ""\n#~ "a"\n#~msgstr "A"\n'
        + obsolete("z", "Z"),
        template("a"),
        NEW_HEADER + '\n# mine\n#. type: paragraph\n#: source/a.md\n#, fuzzy\n#| msgid "o"\nmsgid ""\n"a"\n'
        'msgstr "A"\n' + obsolete("z", "Z"),
    ),
    "other notes and places replace the old ones where these stood": (
        OLD_HEADER + '\n#. type: heading 1\n# mine\n#: b.md\n#: c.md\n#,fuzzy\nmsgid "a"\nmsgstr "A"\n',
        template("a"),
        NEW_HEADER + '\n#. type: paragraph\n#: source/a.md\n# mine\n#,fuzzy\nmsgid "a"\nmsgstr "A"\n',
    ),
    "notes and places that no one wrote stand behind the translator's words": (
        OLD_HEADER + '\n# mine\n#, fuzzy\nmsgid "a"\nmsgstr "A"\n',
        template("a"),
        NEW_HEADER + '\n# mine\n#. type: paragraph\n#: source/a.md\n#, fuzzy\nmsgid "a"\nmsgstr "A"\n',
    ),
    "a plural entry of the template stays as it is": (
        OLD_HEADER
        + '\n#. old\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] "A"\n'
        + entry("b", "B"),
        template("a"),
        NEW_HEADER + '\n#. old\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] "A"\n' + gone("b", "B"),
    ),
    "a plural entry that vanished becomes obsolete with all its forms": (
        OLD_HEADER + '\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] "A"\n',
        template(),
        NEW_HEADER + SINCE + '\n#~ msgid "a"\n#~ msgid_plural "as"\n#~ msgstr[0] ""\n#~ msgstr[1] "A"\n',
    ),
    "a file without final newline": (
        (OLD_HEADER + entry("a", "A"))[:-1],
        template("a", "b"),
        NEW_HEADER + entry("a", "A") + entry("b"),
    ),
    "entries without blank lines": (
        OLD_HEADER + entry("a", "A")[1:] + entry("c", "C")[1:],
        template("a", "b", "c"),
        NEW_HEADER + entry("a", "A")[1:] + entry("b") + entry("c", "C"),
    ),
    "a file without header": (
        entry("b", "B")[1:],
        template("a", "b"),
        entry("a")[1:] + entry("b", "B"),
    ),
    "a file without header whose first entry vanishes": (
        entry("a", "A")[1:] + entry("b", "B"),
        template("b"),
        entry("b", "B")[1:] + gone("a", "A"),
    ),
    "a file of nothing but a comment": (
        "# mine\n",
        template("a", "b"),
        entry("a")[1:] + entry("b") + "# mine\n",
    ),
    "trailing comments stay behind all entries": (
        OLD_HEADER + entry("a", "A") + "\n# end\n",
        template("b"),
        NEW_HEADER + entry("b") + gone("a", "A") + "\n# end\n",
    ),
    "a header in the middle of the file is no message": (
        entry("a", "A")[1:] + "\n" + OLD_HEADER + entry("b", "B"),
        template("b"),
        NEW_HEADER + entry("b", "B") + gone("a", "A"),
    ),
    "two entries on one line are parted when one changes": (
        OLD_HEADER + '\nmsgid "a" msgstr "A" msgid "b" msgstr "B"\n',
        template(),
        NEW_HEADER + SINCE + '\n#~ msgid "a" msgstr "A"\n' + SINCE + '\n#~  msgid "b" msgstr "B"\n',
    ),
    "an obsolete entry of an active key becomes a comment": (
        OLD_HEADER + entry("a", "A") + '\n# why\n#~ msgid "a"\n#~ msgstr "AA\\n"\n' + obsolete("a", "A"),
        template("a"),
        NEW_HEADER + "\n# why\n# other translation: AA\\n" + entry("a", "A"),
    ),
    "an obsolete translation of an untranslated message is used": (
        OLD_HEADER + entry("a") + obsolete("a", "A"),
        template("a"),
        NEW_HEADER + entry("a", "A"),
    ),
    "of two obsolete entries of one key the better one comes back": (
        OLD_HEADER + '\n#~ msgid "a"\n#~ msgstr "A"\n\n#, fuzzy\n#~ msgid "a"\n#~ msgstr "?"\n',
        template("a"),
        NEW_HEADER + "\n# other translation: ?" + entry("a", "A"),
    ),
    "an active entry beside an obsolete one of its key: one obsolete entry keeps both": (
        OLD_HEADER + entry("a", "A") + obsolete("a", "AA"),
        template(),
        NEW_HEADER + SINCE + "\n# other translation: AA" + obsolete("a", "A"),
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("before", "to", "after"), CASES.values(), ids=CASES)
def test_an_update_changes_what_the_template_demands_alone(
    before: str, to: Template, after: str, newline: str
) -> None:
    update = updated(before.replace("\n", newline), to)
    assert write_catalog(update.catalog).decode() == after.replace("\n", newline)
    assert update.changed


def test_thousands_of_obsolete_entries_of_one_key_are_folded_in_one_go() -> None:
    before = OLD_HEADER + entry("a", "A") + "".join(obsolete("a", f"A{number}") for number in range(20_000))
    result = updated(before, template("a")).catalog
    assert result.entries[1].comments == tuple(f"other translation: A{number}" for number in range(20_000))


def test_an_obsolete_plural_entry_is_folded_with_all_its_forms() -> None:
    plural = '\n# why\n#~ msgid "a"\n#~ msgid_plural ""\n#~ "as"\n#~ msgstr[0] ""\n#~ msgstr[1] "B"\n'
    result = updated(OLD_HEADER + entry("a", "A") + plural, template("a")).catalog
    words = 'other translation: msgid "a" msgid_plural "" "as" msgstr[0] "" msgstr[1] "B"'
    assert result.entries[1].comments == ("why", words)


def test_a_file_in_the_order_of_the_last_template_follows_the_new_order() -> None:
    before = OLD_HEADER + entry("a", "A") + entry("gone", "G") + entry("b", "B") + obsolete("z", "Z")
    update = updated(before, template("b", "x", "a"), template("a", "gone", "b"))
    assert write_catalog(update.catalog).decode() == (
        NEW_HEADER + entry("b", "B") + entry("x") + entry("a", "A") + obsolete("z", "Z") + gone("gone", "G")
    )


def test_a_sorted_file_stays_sorted_though_the_last_template_is_known() -> None:
    before = OLD_HEADER + entry("a", "A") + entry("b", "B") + entry("c", "C")
    to = template("c", "a", "b")
    assert not updated(before, to, template("b", "a", "c")).changed


def test_an_update_says_what_became_of_the_messages() -> None:
    before = OLD_HEADER + entry("a", "A") + entry("b") + entry("c", "C") + obsolete("d", "D")
    update = updated(before, template("new", "a", "d", "other"))
    assert [(outcome.fate, outcome.key.text) for outcome in update.outcomes] == [
        (Fate.NEW, "new"),
        (Fate.KEPT, "a"),
        (Fate.RESTORED, "d"),
        (Fate.NEW, "other"),
        (Fate.DROPPED, "b"),
        (Fate.GONE, "c"),
    ]


def test_the_header_takes_the_segmentation_of_the_template() -> None:
    before = OLD_HEADER + entry("a", "A")
    update = updated(before, template("a", segmentation="2; gfm"))
    assert update.catalog.header["X-Toolkit-Segmentation"] == "2; gfm"
    assert write_catalog(update.catalog).decode() == NEW_HEADER.replace("1; gfm", "2; gfm") + entry("a", "A")


def test_a_missing_segmentation_alone_is_no_reason_to_write() -> None:
    before = OLD_HEADER.replace('"X-Toolkit-Segmentation: 1; gfm\\n"\n', "") + entry("a", "A")
    assert not updated(before, template("a")).changed
    assert updated(before, template("a", "b")).catalog.header["X-Toolkit-Segmentation"] == "1; gfm"


def test_the_byte_order_mark_stays() -> None:
    update = updated("\ufeff" + OLD_HEADER, template("a"))
    assert write_catalog(update.catalog).decode() == "\ufeff" + NEW_HEADER + entry("a")


LONG = "Ärzte und Ärztinnen raten: viel trinken, ruhen, und bei *hohem* Fieber zum [Arzt](https://example.org/very/long)"
TEXTS = {
    "Drink *plenty*": "Trinke *viel*",
    f"{LONG} en": LONG,
    "First line\nSecond line": "Erste Zeile\nZweite Zeile",
    "水を飲む" * 20: "多喝水" * 30,
    'Say "no" to \\ and {braces} and 100 % of 5 people': 'Sage "nein" zu \\ und {Klammern} und 100 % von 5',
    "Sleep": "",
    "Rest": "Ruhe",
}
FULL = Template(
    "a",
    tuple(
        Message(
            MessageKey("title" if number == 3 else None, text),
            (
                "type: list item, under: A heading that is so long that programs break it; type: paragraph",
                "水を飲む" * 12,
                "Written by the author, and long enough for another line, too: not a verb here, but a name.",
            )[: 1 + number % 3],
            tuple(
                f"source/{name}.md{line}"
                for name in ("guides/zoster", "articles/fever", "b c/d e")[: 1 + number % 3]
                for line in ("", ":12", ":7")[number % 2 :]
            ),
        )
        for number, text in enumerate(TEXTS)
    ),
    "1; gfm",
)


def full_catalog() -> bytes:
    """Return a file with all there is: comments, fuzzy and obsolete entries, wrapped and unwrapped texts."""
    header = new_catalog_header(SETTINGS, "de", "nplurals=2; plural=(n != 1);", DAY, ("German",))
    parts = [header.raw]
    for number, (message, msgstr) in enumerate(zip(FULL.messages, TEXTS.values(), strict=True)):
        parts.append(
            format_entry(
                message.key,
                msgstr,
                comments=("mine",) if number % 2 else (),
                notes=message.notes,
                references=message.references,
                flags=("fuzzy",) if number == 1 else (),
                previous=Previous("old\n" + "words and " * 20) if number == 1 else None,
            )
        )
    parts.append(format_entry(MessageKey("title", "Gone"), "Fort", comments=("why",), obsolete=True))
    return "\n".join(parts).encode()


def run(folder: Path, tool: str, *arguments: str) -> bytes:
    """Return what a program prints, or writes into ``out.po``, when it gets ``in.po``."""
    program = require_tool(tool)
    (folder / "a.pot").write_bytes(refresh_template(None, FULL, SETTINGS, DAY))
    (folder / "in.po").write_bytes(full_catalog())
    printed = subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=True).stdout
    out = folder / "out.po"
    return out.read_bytes() if out.exists() else printed


def polib_wrapped(folder: Path) -> bytes:
    """Return the file as polib saves it."""
    return str(polib.pofile(full_catalog().decode(), wrapwidth=78)).encode()


def pybabel(folder: Path) -> bytes:
    """Return the file as ``pybabel update`` leaves it."""
    (folder / "out.po").write_bytes(full_catalog())
    return run(folder, "pybabel", "-q", "update", "-i", "a.pot", "-o", "out.po", "-l", "de", "--previous")


WRITERS: dict[str, Callable[[Path], bytes]] = {
    "ourselves": lambda folder: full_catalog(),
    "ourselves, CRLF": lambda folder: full_catalog().replace(b"\n", b"\r\n"),
    "msgcat": lambda folder: run(folder, "msgcat", "in.po"),
    "msgcat --no-wrap": lambda folder: run(folder, "msgcat", "--no-wrap", "in.po"),
    "msgcat -s": lambda folder: run(folder, "msgcat", "-s", "in.po"),
    "msgcat -F -w 60": lambda folder: run(folder, "msgcat", "-F", "-w", "60", "in.po"),
    "msgcat --indent": lambda folder: run(folder, "msgcat", "--indent", "in.po"),
    "msgmerge": lambda folder: run(folder, "msgmerge", "-q", "in.po", "a.pot"),
    "msgmerge --previous --no-wrap": lambda folder: run(
        folder, "msgmerge", "-q", "--previous", "--no-wrap", "in.po", "a.pot"
    ),
    "pybabel update": pybabel,
    "polib": polib_wrapped,
    "Translate Toolkit": lambda folder: run(
        folder, "pomerge", "--progress=none", "-t", "in.po", "in.po", "out.po"
    ),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_an_unchanged_template_changes_no_byte_whatever_program_wrote_the_file(
    write: Callable[[Path], bytes], tmp_path: Path
) -> None:
    catalog = read_catalog(write(tmp_path), "de/a.po")
    assert {entry.key for entry in catalog.entries} > {message.key for message in FULL.messages}
    for previous in (None, tuple(message.key for message in FULL.messages)):
        assert update_catalog(catalog, FULL, TOMORROW, None, None, previous).catalog is catalog


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_changed_template_touches_the_changed_lines_alone(
    write: Callable[[Path], bytes], tmp_path: Path
) -> None:
    before = write(tmp_path).decode()
    more = Message(MessageKey(None, "More"), ("type: paragraph",), ("source/a.md",))
    to = Template("a", (*FULL.messages[:3], more, *FULL.messages[3:]), "1; gfm")
    after = write_catalog(
        update_catalog(read_catalog(before.encode(), "a.po"), to, TOMORROW).catalog
    ).decode()
    newline = "\r\n" if "\r\n" in before else "\n"
    added = (
        f"{newline}{format_entry(more.key, notes=more.notes, references=more.references, newline=newline)}"
    )
    assert added in after
    without = after.replace(added, "").replace(NEXT_DAY, DAY)
    if "X-Toolkit-Segmentation" not in before:  # pybabel drops fields it does not know
        without = without.replace('"X-Toolkit-Segmentation: 1; gfm\\n"\n', "")
    assert without == before


def test_msgfmt_accepts_the_result_of_an_update(tmp_path: Path) -> None:
    catalog = read_catalog(full_catalog(), "a.po")
    to = Template("a", (*FULL.messages[4:], *FULL.messages[:2]), "1; gfm")
    result = update_catalog(catalog, to, TOMORROW).catalog
    (tmp_path / "a.po").write_bytes(write_catalog(result))
    command = [require_tool("msgfmt"), "-c", "-o", "a.mo", "a.po"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_msgmerge_finds_nothing_to_change_after_an_update(tmp_path: Path) -> None:
    # gettext before 0.22 garbles several places of one name with spaces.
    plain = [replace(message, references=("source/a.md:3", "source/b.md")) for message in FULL.messages[1:]]
    to = Template("a", tuple(plain), "1; gfm")
    result = update_catalog(read_catalog(full_catalog(), "a.po"), to, NOW).catalog
    (tmp_path / "a.po").write_bytes(write_catalog(result))
    (tmp_path / "a.pot").write_bytes(refresh_template(None, to, SETTINGS, DAY))
    command = [require_tool("msgmerge"), "-q", "--no-wrap", "--previous", "a.po", "a.pot"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout == write_catalog(result)


def test_outside_files_update_to_themselves_and_to_half_of_themselves() -> None:
    files = sorted((outside_data() / "po").glob("*.po"))
    assert files
    for file in files:
        catalog = read_catalog(file.read_bytes(), file.name)
        messages = [
            Message(entry.key, entry.notes, entry.references)
            for entry in catalog.entries[1:]
            if not entry.obsolete
        ]
        assert update_catalog(catalog, Template("a", tuple(messages), "1; gfm"), NOW).catalog is catalog
        half = update_catalog(catalog, Template("a", tuple(messages[::2]), "1; gfm"), NOW).catalog
        again = read_catalog(write_catalog(half), file.name)
        assert again == half
        said = {entry.msgstr for entry in catalog.entries[1:] if entry.msgstr}
        assert said <= {entry.msgstr for entry in again.entries}
