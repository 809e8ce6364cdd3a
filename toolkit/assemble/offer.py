"""What a catalog offers for a message, before structure is verified: the first half of the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.assemble.stale import earlier_text
from toolkit.check.entry_check import Found, check_pair
from toolkit.check.pair import Allowed, Pair
from toolkit.check.profile import DEFAULT_PROFILE, Profile
from toolkit.check.text_view import TextView
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.inline_reading import NO_DEFINITIONS, Definitions
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.decision import Objection
from toolkit.model.finding import Severity
from toolkit.model.locale import LocaleTag
from toolkit.model.message import State
from toolkit.model.segment import Encoding, MessageKey, Segment

_ENGLISH = LocaleTag("en")
_DECIDING = DEFAULT_PROFILE.deciding()


@dataclass(frozen=True, slots=True)
class Judgement:
    """By what a translation is judged: the languages, the rules that look, and what a project allows."""

    locale: LocaleTag = _ENGLISH
    source_locale: LocaleTag = _ENGLISH
    profile: Profile = _DECIDING
    allowed: Allowed = field(default_factory=Allowed)
    stale: bool = False
    """Whether pages go on showing the translation of a text that has changed (`Fallback.STALE`)."""


DEFAULT_JUDGEMENT = Judgement()
"""Rules as they are where a project says nothing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The translation of a message that may be published, or why there is none.

    Only a translated message has one, and a fuzzy one whose earlier translation stays.
    """

    state: State
    text: str = ""
    objection: Objection | None = None
    found: tuple[Found, ...] = ()
    """All that the rules found, the objection among it."""
    previous: str | None = None
    """The earlier text that ``text`` is the translation of."""


@dataclass(frozen=True, slots=True)
class Translations:
    """The entries of a locale's catalog by message."""

    path: str = ""
    """The PO file, for findings; empty where there is none."""
    entries: Mapping[MessageKey, Entry] = field(default_factory=dict, hash=False)


def translations_of(catalog: Catalog | None, *, obsolete: bool = False) -> Translations:
    """Return what a catalog holds for publishing: its active entries, for obsolete ones are no translations.

    With ``obsolete`` those too, for texts as they were, where no active entry has the same key.
    """
    if catalog is None:
        return Translations()
    entries = {entry.key: entry for entry in catalog.entries if entry.obsolete} if obsolete else {}
    entries |= {entry.key: entry for entry in catalog.entries if not entry.obsolete}
    return Translations(catalog.path, entries)


def offer(
    segment: Segment,
    entry: Entry | None,
    judgement: Judgement,
    dialect: Dialect = GFM,
    definitions: Definitions = NO_DEFINITIONS,
) -> Offer:
    """Return what an entry offers for a segment; fuzzy and empty translations are not published.

    A translation in which a rule finds an error is withheld (DESIGN.md, law 8).  Where earlier translations
    stay, that of a changed text is offered though fuzzy, unless a rule finds an error in it: it is held
    against the text as it is now, so a dose or a link that has changed is never shown as it was.
    """
    if entry is None or not entry.msgstr:
        return Offer(State.UNTRANSLATED)
    previous = earlier_text(entry) if judgement.stale else None
    if entry.fuzzy and previous is None:
        return Offer(State.FUZZY)
    encoding = segment.encoding
    plain = encoding.in_front_matter or encoding.in_html or encoding.in_code
    markdown = not (plain or encoding is Encoding.LINK_TITLE)
    source, translation = (
        TextView(text, locale, markdown=markdown, dialect=dialect, definitions=definitions)
        for text, locale in (
            (segment.key.text, judgement.source_locale),
            (entry.msgstr, judgement.locale),
        )
    )
    pair = Pair(source, translation, segment, allowed=judgement.allowed)
    found = check_pair(pair, entry, judgement.profile)
    error = next((one for one in found if one.severity is Severity.ERROR), None)
    if previous is not None:
        return Offer(State.FUZZY) if error else Offer(State.FUZZY, entry.msgstr, previous=previous)
    if error is None:
        return Offer(State.TRANSLATED, entry.msgstr, found=found)
    objection = Objection(error.rule.name, error.hit.message, error.hit.hint or error.rule.advice)
    return Offer(State.WITHHELD, objection=objection, found=found)
