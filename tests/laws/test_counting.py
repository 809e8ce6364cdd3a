"""Law 8: each message is exactly one of translated, fuzzy, untranslated, withheld; tallies add up.

What is counted as translated, and nothing else, is published, in both editions; and ``status`` counts what
``build`` publishes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.hostile import HOSTILE
from tests.laws.oracle import document
from toolkit.assemble.offer import DEFAULT_JUDGEMENT, translations_of
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.catalog.po.reader import read_catalog
from toolkit.markdown.segments import parse_document
from toolkit.model.message import State
from toolkit.model.segment import MessageKey
from toolkit.model.tally import Tally
from toolkit.pipeline.build import build
from toolkit.pipeline.project_files import open_project
from toolkit.pipeline.status import status

WORDS = ("One", "Two words", "Three of *them*", "日本", "See [it](a.md)", "`x` and y")
BLOCKS = (
    "{}\n",
    "# {}\n",
    "- {}\n",
    "1. {}\n",
    "> {}\n",
    "{}\n===\n",
    "| {} | {} |\n|---|---|\n| {} | {} |\n",
    "Term {}\n: {}\n",
    "> [!NOTE]\n> {}\n",
    "<!-- i18n:context: c -->\n{}\n",
    "```\n{}\n```\n",
)
TRANSLATIONS = st.one_of(
    st.sampled_from(("Uno", "Dos palabras", "<b>x</b>", "<div>")),
    st.sampled_from([text for text in HOSTILE if "\0" not in text]),  # no PO file holds a NUL
)


@dataclass(frozen=True, slots=True)
class Written:
    """One entry of a PO file."""

    msgstr: str
    fuzzy: bool
    obsolete: bool


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a document in which texts repeat."""
    blocks = [
        block.format(*(draw(st.sampled_from(WORDS)) for _ in range(block.count("{}"))))
        for block in draw(st.lists(st.sampled_from(BLOCKS), max_size=6))
    ]
    front = draw(st.sampled_from(("", "---\ntitle: One\ndescription: Two words\n---\n\n")))
    return front + "\n".join(blocks)


ENTRIES = st.builds(Written, st.one_of(st.just(""), TRANSLATIONS), st.booleans(), st.booleans())
CATALOGS = st.lists(st.one_of(st.none(), ENTRIES), min_size=12, max_size=12)
"""What a catalog says of the messages of a document, in order; none: it has no such entry."""


def _catalog(keys: list[MessageKey], entries: list[Written | None]) -> Mapping[MessageKey, Written]:
    return {key: entry for key, entry in zip(keys, entries * len(keys), strict=False) if entry is not None}


def _po(written: Mapping[MessageKey, Written]) -> bytes:
    catalog = polib.POFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for key, entry in written.items():
        flags = ["fuzzy"] if entry.fuzzy else []
        made = polib.POEntry(msgid=key.text, msgctxt=key.context, msgstr=entry.msgstr, flags=flags)
        made.obsolete = entry.obsolete
        if entry.fuzzy:
            made.previous_msgid, made.tcomment = "Before", "toolkit: changed"
        catalog.append(made)
    return f"{catalog}\n".encode()


def _keys(text: str) -> list[MessageKey]:
    return list(dict.fromkeys(segment.key for segment in parse_document(document(text)).segments))


def _page(text: str, written: Mapping[MessageKey, Written], *, stale: bool = False) -> TranslatedPage:
    catalog = read_catalog(_po(written), "locales/es/LC_MESSAGES/d.po")
    judgement = replace(DEFAULT_JUDGEMENT, stale=stale)
    return assemble_page(parse_document(document(text)), translations_of(catalog), judgement)


def test_all_four_states_occur() -> None:
    """The laws below are not empty."""
    text = "One\n\nTwo words\n\n日本\n\n# Three of *them*\n\nOne\n"
    entries = [Written("Uno", False, False), Written("Dos", True, False), Written("Japón", False, True)]
    page = _page(text, _catalog(_keys(text), [*entries, Written("<div>", False, False)]))
    assert page.tally == Tally(1, 1, 1, 1, words=8, words_left=7, blocks=5, blocks_left=3)


@given(texts(), CATALOGS)
@settings(max_examples=200)
def test_each_message_is_in_exactly_one_state(text: str, entries: list[Written | None]) -> None:
    keys = _keys(text)
    written = _catalog(keys, entries)
    page = _page(text, written)
    assert list(page.decisions) == keys
    for key, decision in page.decisions.items():
        entry = written.get(key)
        assert decision.key == key
        if entry is None or entry.obsolete or not entry.msgstr:
            assert decision.state is State.UNTRANSLATED
        elif entry.fuzzy:
            assert decision.state is State.FUZZY
        else:
            assert decision.state in (State.TRANSLATED, State.WITHHELD)
        assert (decision.objection is not None) == (decision.state is State.WITHHELD)
    withheld = [d for d in page.decisions.values() if d.state is State.WITHHELD]
    assert len(page.findings) == len(withheld)


@given(texts(), CATALOGS)
@settings(max_examples=100)
def test_a_tally_counts_messages_once_and_blocks_at_every_place(
    text: str, entries: list[Written | None]
) -> None:
    page = _page(text, _catalog(_keys(text), entries))
    states = Counter(decision.state for decision in page.decisions.values())
    tally = page.tally
    assert (tally.translated, tally.fuzzy) == (states[State.TRANSLATED], states[State.FUZZY])
    assert (tally.untranslated, tally.withheld) == (states[State.UNTRANSLATED], states[State.WITHHELD])
    assert tally.total == len(page.decisions)
    segments = page.parsed.segments
    assert tally.blocks == len(segments)
    shown_in_source = [s for s in segments if page.decisions[s.key].state is not State.TRANSLATED]
    assert tally.blocks_left == len(shown_in_source)
    assert 0 <= tally.words_left <= tally.words
    assert (tally.percent == 100) == (tally.translated == tally.total)


@given(texts(), CATALOGS)
@settings(max_examples=200)
def test_what_counts_as_translated_and_nothing_else_is_published_at_all_its_places(
    text: str, entries: list[Written | None]
) -> None:
    page = _page(text, _catalog(_keys(text), entries))
    published = parse_document(document(page.edition.text)).segments
    sources = page.parsed.segments
    translated = page.translated_tokens()
    for token, number in page.parsed.inline.items():
        state = page.decisions[sources[number].key].state
        assert (token in translated) == (state is State.TRANSLATED)
        if state is not State.TRANSLATED:
            assert page.edition.tokens[token].content == page.parsed.tokens[token].content
    kept = Counter(s.key for s in sources if page.decisions[s.key].state is not State.TRANSLATED)
    assert not kept - Counter(segment.key for segment in published)


@given(texts(), CATALOGS)
@settings(max_examples=200)
def test_an_old_translation_that_stays_changes_no_state_and_no_other_message(
    text: str, entries: list[Written | None]
) -> None:
    written = _catalog(_keys(text), entries)
    page, usual = _page(text, written, stale=True), _page(text, written)
    for key, decision in page.decisions.items():
        assert replace(decision, previous=None) == usual.decisions[key]
        if decision.stale:
            assert written[key].fuzzy
    assert page.findings == usual.findings
    stale = {key for key, decision in page.decisions.items() if decision.stale}
    assert page.tally == replace(
        usual.tally, stale=len(stale), blocks_stale=sum(s.key in stale for s in page.parsed.segments)
    )
    published = parse_document(document(page.edition.text)).segments
    kept = Counter(s.key for s in page.parsed.segments if not page.decisions[s.key].shown)
    assert not kept - Counter(segment.key for segment in published)
    for token, number in page.parsed.inline.items():
        if not page.decisions[page.parsed.segments[number].key].shown:
            assert page.edition.tokens[token].content == page.parsed.tokens[token].content


def test_an_old_translation_does_stay() -> None:
    """The law above is not empty."""
    page = _page("One\n\n日本\n", {MessageKey(None, "One"): Written("Uno", True, False)}, stale=True)
    assert (page.edition.text, page.tally.stale, page.tally.fuzzy) == ("Uno\n\n日本\n", 1, 1)


TALLIES = st.builds(Tally, *[st.integers(0, 50)] * 10)


@given(TALLIES, TALLIES, TALLIES)
def test_tallies_add_up_in_any_order(one: Tally, two: Tally, three: Tally) -> None:
    assert one + Tally() == one
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert (one + two).total == one.total + two.total


@given(
    st.lists(st.tuples(texts(), CATALOGS, CATALOGS), min_size=1, max_size=3),
    st.sampled_from(("source", "stale")),
)
@settings(max_examples=25)
def test_status_counts_what_build_publishes(
    documents: list[tuple[str, list[Written | None], list[Written | None]]], fallback: str
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "source").mkdir()
        (root / "babel.cfg").write_text("[markdown: source/**.md]\n")
        (root / "toolkit.toml").write_text(f'fallback = "{fallback}"\n')
        for locale in ("es", "ar"):
            (root / f"locales/{locale}/LC_MESSAGES").mkdir(parents=True)
        for number, (text, *catalogs) in enumerate(documents):
            (root / f"source/d{number}.md").write_bytes(text.encode())
            for locale, entries in zip(("es", "ar"), catalogs, strict=True):
                written = _catalog(_keys(text), entries)
                (root / f"locales/{locale}/LC_MESSAGES/d{number}.po").write_bytes(_po(written))
        counted = status(open_project(root))
        site = build(open_project(root)).site
        built = {place: page.tally for place, page in site.pages.items() if place[1] != site.source_locale}
        assert counted.tallies == built
        for row, tag in zip(counted.locale_rows(), counted.locales, strict=True):
            assert row.tally == sum((built[name, tag] for name in counted.documents), Tally())
            assert row.tally.total == counted.source.total
        rows = counted.document_rows()
        assert sum((row.tally for row in rows), Tally()) == sum(built.values(), Tally())
        for (name, tag), page in site.pages.items():
            for edition in (f"html/{tag.bcp47}/{name}.html", f"markdown/{tag.bcp47}/{name}.md"):
                assert (root / "output" / edition).is_file() == page.published
            nothing = page.tally.total > 0 and page.tally.translated + page.tally.stale == 0
            assert page.published != nothing
