"""Law 6: whatever becomes of documents, every human translation stays, and returns with its text.

Random sequences of what authors, translators and maintainers do, on a project on disk: paragraphs are
written, edited, moved, split, joined and deleted, documents renamed, deleted and brought back, entries
translated in every way, and ``extract`` runs now and then. ``--long`` runs 2,000 of them.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.tools import require_tool
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.text import escape, format_entry
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey
from toolkit.pipeline.extract import extract
from toolkit.pipeline.project_files import open_project
from toolkit.pipeline.report import ExitCode

SENTENCES = (
    "Take one tablet of 10 mg with water.",
    "Take two tablets of 20 mg with water.",
    "Do not drive after you have taken it.",
    "See the [list of centres](https://example.org/centres) for help.",
    "Rest.",
    "Rest",
    "Drink plenty of water, *above all* in summer.",
    "Keep it away from children, and read `the leaflet` first.",
    "If the rash spreads, see a doctor within three days.",
    "水をたくさん飲んでください。",
)
WORDS = ("twice", "never", "today", "30", "[list](https://example.org/other)", "water", "—")
INDEX = st.integers(0, 99)
ROUNDS, LONG_ROUNDS = 300, 2000


class Project(RuleBasedStateMachine):
    """A project with one locale, and what its translator has ever written."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        (self.root / "source").mkdir()
        (self.root / "locales/es/LC_MESSAGES").mkdir(parents=True)
        (self.root / "babel.cfg").write_text("[markdown: source/**.md]\nfront_matter = title\n")
        self.documents: dict[str, list[str]] = {"a": list(SENTENCES[:4]), "b": list(SENTENCES[4:7])}
        self.shelf: list[list[str]] = []
        self.human: dict[str, MessageKey] = {}
        self.agreed: dict[tuple[str, MessageKey], str] = {}
        self.number = 0
        self.update()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def po(self, domain: str) -> Path:
        return self.root / f"locales/es/LC_MESSAGES/{domain}.po"

    def catalogs(self) -> dict[str, Catalog]:
        paths = sorted((self.root / "locales/es/LC_MESSAGES").glob("*.po"))
        return {path.stem: read_catalog(path.read_bytes(), path.name) for path in paths}

    def document(self, index: int) -> list[str]:
        names = sorted(self.documents)
        return self.documents[names[index % len(names)]]

    # What an author does.

    @rule(which=INDEX, place=INDEX, sentence=st.sampled_from(SENTENCES))
    def write(self, which: int, place: int, sentence: str) -> None:
        paragraphs = self.document(which)
        paragraphs.insert(place % (len(paragraphs) + 1), sentence)

    @rule(which=INDEX, place=INDEX, at=INDEX, word=st.sampled_from(WORDS))
    def edit(self, which: int, place: int, at: int, word: str) -> None:
        paragraphs = self.document(which)
        if paragraphs:
            words = paragraphs[place % len(paragraphs)].split(" ")
            words[at % len(words)] = word
            paragraphs[place % len(paragraphs)] = " ".join(words)

    @rule(which=INDEX, place=INDEX, to=INDEX, where=INDEX)
    def move(self, which: int, place: int, to: int, where: int) -> None:
        paragraphs, target = self.document(which), self.document(to)
        if paragraphs:
            target.insert(where % (len(target) + 1), paragraphs.pop(place % len(paragraphs)))

    @rule(which=INDEX, place=INDEX, at=INDEX)
    def split(self, which: int, place: int, at: int) -> None:
        paragraphs = self.document(which)
        if paragraphs:
            words = paragraphs.pop(place % len(paragraphs)).split(" ")
            cut = 1 + at % len(words)
            for part in (" ".join(words[cut:]), " ".join(words[:cut])):
                if part:
                    paragraphs.insert(place % (len(paragraphs) + 1), part)

    @rule(which=INDEX, place=INDEX)
    def join(self, which: int, place: int) -> None:
        paragraphs = self.document(which)
        if len(paragraphs) > 1:
            first = place % (len(paragraphs) - 1)
            paragraphs[first : first + 2] = [" ".join(paragraphs[first : first + 2])]

    @rule(which=INDEX, place=INDEX)
    def delete(self, which: int, place: int) -> None:
        paragraphs = self.document(which)
        if paragraphs:
            paragraphs.pop(place % len(paragraphs))

    @rule(which=INDEX)
    def remember(self, which: int) -> None:
        self.shelf.append(list(self.document(which)))

    @precondition(lambda self: bool(self.shelf))
    @rule(which=INDEX, to=INDEX)
    def go_back(self, which: int, to: int) -> None:
        self.document(to)[:] = self.shelf[which % len(self.shelf)]

    @rule(which=INDEX, name=st.sampled_from("abcd"))
    def rename(self, which: int, name: str) -> None:
        old = sorted(self.documents)[which % len(self.documents)]
        if name not in self.documents:
            self.documents[name] = self.documents.pop(old)

    @rule(which=INDEX)
    def remove(self, which: int) -> None:
        if len(self.documents) > 1:
            self.shelf.append(self.documents.pop(sorted(self.documents)[which % len(self.documents)]))

    @precondition(lambda self: bool(self.shelf))
    @rule(which=INDEX, name=st.sampled_from("abcd"))
    def bring_back(self, which: int, name: str) -> None:
        if name not in self.documents:
            self.documents[name] = list(self.shelf[which % len(self.shelf)])

    # What a translator does.

    @rule(which=INDEX, place=INDEX, tidy=st.booleans())
    def translate(self, which: int, place: int, tidy: bool) -> None:
        """Translate an entry, or confirm a fuzzy one; an editor that is not tidy leaves marks and ``#|``."""
        self.number += 1
        self.put(which, place, f"traducción {self.number}", fuzzy=False, tidy=tidy)

    @rule(which=INDEX, place=INDEX)
    def work_on_a_guess(self, which: int, place: int) -> None:
        self.number += 1
        self.put(which, place, f"borrador {self.number}", fuzzy=True, tidy=False)

    def put(self, which: int, place: int, text: str, *, fuzzy: bool, tidy: bool) -> None:
        catalogs = self.catalogs()
        active = [
            (domain, number)
            for domain, catalog in catalogs.items()
            for number, entry in enumerate(catalog.entries)
            if not entry.obsolete and entry.key.text
        ]
        if not active:
            return
        domain, number = active[(which + 7 * place) % len(active)]
        catalog = catalogs[domain]
        entries = list(catalog.entries)
        entry = entries[number]
        if entry.msgstr in self.human and entry.msgstr != text:
            del self.human[entry.msgstr]  # what a translator overwrites is not lost
        self.human[text] = entry.key
        self.agreed.pop((domain, entry.key), None)
        if not fuzzy:
            self.agreed[domain, entry.key] = text
        raw = format_entry(
            entry.key,
            text,
            comments=[c for c in entry.comments if not (tidy and c.startswith("toolkit:"))],
            notes=entry.notes,
            references=entry.references,
            flags=("fuzzy",) if fuzzy else (),
            previous=None if tidy else entry.previous,
        )
        entries[number] = Entry(f"\n{raw}", entry.key, text)
        self.po(domain).write_bytes(write_catalog(Catalog(domain, tuple(entries), tail=catalog.tail)))

    # What a maintainer does.

    @rule()
    def update(self) -> None:
        for path in (self.root / "source").glob("*.md"):
            path.unlink()
        for name, paragraphs in self.documents.items():
            text = "".join(f"{paragraph}\n\n" for paragraph in paragraphs)
            (self.root / f"source/{name}.md").write_bytes(f"# Title of {name}\n\n{text}".encode())
        before = self.catalogs()
        files = open_project(self.root)
        changes = extract(files).changes
        assert files.report.exit_code is ExitCode.DONE
        for change in changes:
            if change.moved_from.endswith(".po"):
                old, new = Path(change.moved_from).stem, Path(change.path).stem
                moved = {key: text for (domain, key), text in self.agreed.items() if domain == old}
                self.agreed = {at: text for at, text in self.agreed.items() if at[0] != old}
                self.agreed |= {(new, key): text for key, text in moved.items()}
        assert set(before) <= set(self.catalogs()) | {
            Path(change.moved_from).stem for change in changes if change.moved_from
        }
        assert extract(open_project(self.root)).changes == ()
        self.check_state()

    def check_state(self) -> None:
        catalogs = self.catalogs()
        for domain, catalog in catalogs.items():
            keys = [entry.key for entry in catalog.entries]
            assert len(keys) == len(set(keys)), "gettext knows one entry per key"
            for entry in catalog.entries:
                agreed = self.agreed.get((domain, entry.key))
                if agreed is not None and not entry.obsolete:
                    assert (entry.msgstr, entry.fuzzy) == (agreed, False)
                if not entry.fuzzy and not entry.obsolete:
                    assert not any(
                        comment.startswith("toolkit:") for comment in entry.comments if entry.key.text
                    )

    @invariant()
    def no_translation_is_lost(self) -> None:
        catalogs = self.catalogs()
        said = {entry.msgstr for catalog in catalogs.values() for entry in catalog.entries}
        notes = {c for catalog in catalogs.values() for entry in catalog.entries for c in entry.comments}
        for text in self.human:
            assert text in said or f"other translation: {escape(text)}" in notes


def test_no_translation_is_lost(request: pytest.FixtureRequest) -> None:
    rounds = LONG_ROUNDS if request.config.getoption("--long") else ROUNDS
    run_state_machine_as_test(
        Project,
        settings=settings(
            max_examples=rounds,
            stateful_step_count=25,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_msgfmt_accepts_what_a_long_story_leaves(tmp_path: Path) -> None:
    story = Project()
    try:
        for step in range(40):
            story.edit(step, step // 2, step, WORDS[step % len(WORDS)])
            story.translate(step, 3 * step, step % 2 == 0)
            if step % 5 == 0:
                story.split(step, step, 2)
                story.move(step, step, step + 1, 0)
                story.rename(step, "abcd"[step // 5 % 4])
            story.update()
        for domain in story.catalogs():
            done = subprocess.run(
                [require_tool("msgfmt"), "-c", "-o", str(tmp_path / "x.mo"), str(story.po(domain))],
                capture_output=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, b"")
    finally:
        story.teardown()
