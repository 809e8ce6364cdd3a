"""One document in one locale: every message decided, the edition verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from toolkit.assemble.offer import DEFAULT_JUDGEMENT, Judgement, Offer, Translations, offer
from toolkit.check.entry_findings import WITHHELD, finding_in_entry, subject_of
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import Rule
from toolkit.check.rules.guards import (
    block_structure,
    code_comment,
    empty_translation,
    link_title,
)
from toolkit.check.rules.structure import emphasis_flanking
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.edition import Edition, Refusal, make_edition
from toolkit.markdown.emphasis import mended_emphasis
from toolkit.markdown.inline_reading import Definitions
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.decision import Decision, Objection
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.message import State
from toolkit.model.segment import Encoding, MessageKey
from toolkit.model.tally import Tally
from toolkit.status.tally import tally_of

_INLINE_MARKDOWN = (
    *(Encoding.BLOCK, Encoding.SETEXT, Encoding.ATX, Encoding.TERM, Encoding.CELL),
    *(Encoding.TITLE, Encoding.OPTION),
)
_REFUSED = {
    Refusal.EMPTY: (empty_translation.RULE, empty_translation.PROBLEM),
    Refusal.STRUCTURE: (block_structure.RULE, block_structure.PROBLEM),
    Refusal.FRONT_MATTER: (
        block_structure.RULE,
        "the translation cannot be written as a value of the front matter",
    ),
    Refusal.CODE: (
        code_comment.RULE,
        "the translation would end the comment or the string in its code, or change code around it",
    ),
    Refusal.LINK_TITLE: (link_title.RULE, link_title.PROBLEM),
}
"""What verifying refuses a translation for, as the rule that says so and what is wrong."""


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
        return frozenset(token for token, decision in self._inline() if decision.shown)

    def stale_tokens(self) -> Mapping[int, Decision]:
        """Return, of those, the ones that translate an earlier text, with what was decided of them."""
        return {token: decision for token, decision in self._inline() if decision.stale}

    def _inline(self) -> Iterator[tuple[int, Decision]]:
        segments = self.parsed.segments
        for token, number in self.parsed.inline.items():
            yield token, self.decisions[segments[number].key]


def source_page(parsed: ParsedDocument) -> TranslatedPage:
    """Return a document as its own edition: every message counts as translated."""
    decisions = {s.key: Decision(s.key, State.TRANSLATED) for s in parsed.segments}
    return TranslatedPage(parsed, make_edition(parsed, {}), decisions, ())


def assemble_page(
    parsed: ParsedDocument, translations: Translations, judgement: Judgement = DEFAULT_JUDGEMENT
) -> TranslatedPage:
    """Return a document with the translations of a locale.

    Here the state of each message is decided, once, for status and for both editions: a message that
    is withheld stays in the source language at all its places (DESIGN.md, law 8).  An earlier translation
    of a changed text stays on the page, where the judgement has it so, or it does not; that is no finding.
    """
    definitions = Definitions(parsed.env)
    dialect = dialect_of(parsed.document.options)
    offers: dict[MessageKey, Offer] = {}
    findings: list[Finding] = []
    for segment in parsed.segments:
        # What is plain text at one place of a message may be markup at another: every place has its say.
        if segment.key not in offers or offers[segment.key].text:
            entry = translations.entries.get(segment.key)
            made = offers[segment.key] = offer(segment, entry, judgement, dialect, definitions)
            if made.found and entry is not None:
                place = Place(parsed.document.path, segment.line)
                findings += (finding_in_entry(one, entry, translations.path, place) for one in made.found)
    texts = {key: made.text for key, made in offers.items() if made.text}
    lines = {segment.key: segment.line for segment in reversed(parsed.segments)}

    def in_translation(key: MessageKey, rule: Rule, severity: Severity, problem: str) -> Finding:
        place = Place(translations.path, translations.entries[key].msgstr_line, 1)
        source = Place(parsed.document.path, lines[key])
        message = problem + WITHHELD if severity is Severity.ERROR else problem
        return Finding(rule.name, severity, message, place, rule.advice, source, subject=subject_of(key))

    for key, severity, problem in _mend_emphasis(parsed, texts, translations, judgement):
        rule = emphasis_flanking.RULE
        stale = offers[key].previous is not None
        if not stale:
            findings.append(in_translation(key, rule, severity, problem))
        if severity is Severity.ERROR:
            del texts[key]
            objection = Objection(rule.name, problem, rule.advice)
            offers[key] = Offer(State.FUZZY) if stale else Offer(State.WITHHELD, objection=objection)
    edition, gone = _edition(parsed, texts, {key for key in texts if offers[key].previous is not None})
    decisions = {}
    for key, made in offers.items():
        decision = Decision(key, made.state, made.objection, None if key in gone else made.previous)
        if key in edition.refused and key not in gone:
            refusing, problem = _REFUSED[edition.refused[key]]
            decision = Decision(key, State.WITHHELD, Objection(refusing.name, problem, refusing.advice))
            findings.append(in_translation(key, refusing, Severity.ERROR, problem))
        decisions[key] = decision
    return TranslatedPage(parsed, edition, decisions, _once(findings))


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return what is wrong with a translation once, however many places of the document it stands at."""
    found: dict[Finding, Finding] = {}
    for finding in findings:
        found.setdefault(replace(finding, source=None), finding)
    return tuple(found.values())


def _edition(
    parsed: ParsedDocument, texts: Mapping[MessageKey, str], stale: Set[MessageKey]
) -> tuple[Edition, Set[MessageKey]]:
    """Return the edition, and which earlier translations (``stale``) have no place in it after all.

    What becomes of the other translations does not depend on them.
    """
    edition = make_edition(parsed, texts)
    refused = edition.refused.keys()
    if stale and refused - stale:
        alone = make_edition(parsed, {key: text for key, text in texts.items() if key not in stale})
        if alone.refused.keys() != refused - stale:
            return alone, stale
    return edition, stale & refused


def _mend_emphasis(
    parsed: ParsedDocument, texts: dict[MessageKey, str], translations: Translations, judgement: Judgement
) -> Iterator[tuple[MessageKey, Severity, str]]:
    """Write emphasis in ``texts`` so that it is read as such; yield a problem where that cannot be."""
    plain = {segment.key for segment in parsed.segments if segment.encoding not in _INLINE_MARKDOWN}
    rule = emphasis_flanking.RULE
    severity = judgement.profile.severity(rule.name, rule.severity)
    for key, text in tuple(texts.items()):
        if text == key.text or key in plain:
            continue
        mended = mended_emphasis(key.text, text)
        texts[key] = mended.text
        if mended.left and severity is not None and rule.name not in ignored_rules(translations.entries[key]):
            yield key, severity, f'a mark of emphasis stays in the text at "{mended.left}"'
