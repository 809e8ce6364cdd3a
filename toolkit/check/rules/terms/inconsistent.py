"""A text that stands in several files is translated alike in all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from toolkit.check.rule import SiteHit, SiteRule
from toolkit.check.rules.terms.comparing import letters, shown
from toolkit.check.site_view import Published, SiteView
from toolkit.model.finding import Severity

_KIND = "type: "


def _find(view: SiteView) -> Iterator[SiteHit]:
    groups: dict[str, list[Published]] = {}
    for published in view.entries:
        key = published.entry.key
        if key.context is None and not _ambiguous(key.text):
            groups.setdefault(key.text, []).append(published)
    for group in groups.values():
        if len(group) > 1 and len({one.entry.msgstr for one in group}) > 1:
            yield from _differing(group)


def _ambiguous(text: str) -> bool:
    """Tell whether a text is one lower-case word, which means different things in different places."""
    return text.islower() and len(text.split()) == 1


def _differing(group: list[Published]) -> Iterator[SiteHit]:
    """Yield the members of a group that differ from what most have, or the first where none has more."""
    texts = [letters(one.entry.msgstr) or one.entry.msgstr for one in group]
    usual = Counter(texts).most_common(1)[0][0]
    model = group[texts.index(usual)]
    kinds = _kinds(model)
    for one, text in zip(group, texts, strict=True):
        if text == usual or one.path == model.path or not (kinds & _kinds(one)):
            continue
        place = f"{model.path}:{model.entry.msgstr_line}"
        yield SiteHit(f"the same text is {shown(model.entry.msgstr)} in {place}", one.path, one.entry)


def _kinds(published: Published) -> frozenset[str]:
    """Return what the text is in its article: a heading may say it otherwise than a table cell."""
    return frozenset(_kinds_in(published.entry.notes)) or frozenset(("",))


def _kinds_in(notes: Iterable[str]) -> Iterator[str]:
    for note in notes:
        if note.lstrip().startswith(_KIND):
            yield note.lstrip()[len(_KIND) :].partition(",")[0].strip()


RULE = SiteRule(
    "inconsistent",
    Severity.INFO,
    "The same text is translated alike in all files",
    "choose one of the two translations, unless the texts mean different things",
    find=_find,
)
