"""One document in one locale: every message decided, the edition verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.assemble.offer import Offer, Translations, offer
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.edition import Edition, Refusal, make_edition
from toolkit.markdown.emphasis import mended_emphasis
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.decision import Decision, Objection
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.message import State
from toolkit.model.segment import Encoding, MessageKey
from toolkit.model.tally import Tally
from toolkit.status.tally import tally_of

_INLINE_MARKDOWN = (
    *(Encoding.BLOCK, Encoding.SETEXT, Encoding.ATX, Encoding.TERM, Encoding.CELL, Encoding.TITLE),
)
_OBJECTIONS = {
    Refusal.EMPTY: Objection(
        "empty-translation",
        "the translation holds no text",
        "translate it, or leave msgstr empty: then the page shows the source text",
    ),
    Refusal.STRUCTURE: Objection(
        "block-structure",
        "the translation would change the structure of the page: it begins, ends or splits a block",
        "write it on one line, without a mark or a tag at its beginning that the source does not begin with",
    ),
    Refusal.FRONT_MATTER: Objection(
        "front-matter-value",
        "the translation cannot be written as a value of the front matter",
        "use plain text without control characters",
    ),
    Refusal.CODE: Objection(
        "code-comment",
        "the translation would end the comment or the string in its code, or change code around it",
        "write plain text, line for line as in the source",
    ),
}


@dataclass(frozen=True, slots=True)
class TranslatedPage:
    """A document in a locale, ready to be published or counted."""

    parsed: ParsedDocument
    edition: Edition
    decisions: Mapping[MessageKey, Decision] = field(hash=False)
    """Every message of the document, in its order."""
    findings: tuple[Finding, ...]
    """One for each withheld message, at the place of its msgstr, and what else translators should know."""

    @property
    def tally(self) -> Tally:
        """The counts of its messages."""
        return tally_of(self.parsed.segments, self.decisions)

    def translated_tokens(self) -> frozenset[int]:
        """Return the indexes of the inline tokens whose text is in the page's language."""
        segments = self.parsed.segments
        return frozenset(
            token
            for token, number in self.parsed.inline.items()
            if self.decisions[segments[number].key].state is State.TRANSLATED
        )


def source_page(parsed: ParsedDocument) -> TranslatedPage:
    """Return a document as its own edition: every message counts as translated."""
    decisions = {s.key: Decision(s.key, State.TRANSLATED) for s in parsed.segments}
    return TranslatedPage(parsed, make_edition(parsed, {}), decisions, ())


def assemble_page(parsed: ParsedDocument, translations: Translations) -> TranslatedPage:
    """Return a document with the translations of a locale.

    Here the state of each message is decided, once, for status and for both editions: a message that
    is withheld stays in the source language at all its places (DESIGN.md, law 8).
    """
    footnotes = {label.removeprefix(":") for label in parsed.env.get("footnotes", {}).get("refs", ())}
    dialect = dialect_of(parsed.document.options)
    offers: dict[MessageKey, Offer] = {}
    for segment in parsed.segments:
        # What is plain text at one place of a message may be markup at another: every place has its say.
        if segment.key not in offers or offers[segment.key].state is State.TRANSLATED:
            entry = translations.entries.get(segment.key)
            offers[segment.key] = offer(segment, entry, footnotes, dialect)
    texts = {key: made.text for key, made in offers.items() if made.state is State.TRANSLATED}
    findings = list(_mend_emphasis(parsed, texts, translations))
    edition = make_edition(parsed, texts)
    decisions = {}
    for key, made in offers.items():
        decision = Decision(key, made.state, made.objection)
        if key in edition.refused:
            decision = Decision(key, State.WITHHELD, _OBJECTIONS[edition.refused[key]])
        decisions[key] = decision
        if decision.objection:
            line = translations.entries[key].msgstr_line
            findings.append(_finding(decision.objection, Place(translations.path, line, 1)))
    return TranslatedPage(parsed, edition, decisions, tuple(findings))


def _mend_emphasis(
    parsed: ParsedDocument, texts: dict[MessageKey, str], translations: Translations
) -> Iterator[Finding]:
    """Write emphasis in ``texts`` so that it is read as such; yield a finding where that cannot be."""
    plain = {segment.key for segment in parsed.segments if segment.encoding not in _INLINE_MARKDOWN}
    for key, text in texts.items():
        if text == key.text or key in plain:
            continue
        mended = mended_emphasis(key.text, text)
        texts[key] = mended.text
        if mended.left:
            place = Place(translations.path, translations.entries[key].msgstr_line, 1)
            message = f'a mark of emphasis stays in the text at "{mended.left}"'
            hint = "put punctuation outside of the marks, as in **真**。她, or a space beside them"
            yield Finding("emphasis-flanking", Severity.WARNING, message, place, hint)


def _finding(objection: Objection, place: Place) -> Finding:
    message = f"{objection.message}; the page shows the source text"
    return Finding(objection.rule, Severity.ERROR, message, place, objection.hint)
