"""The fixtures of rules: texts that a rule objects to, and texts that it must leave alone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.small_site import small_site
from toolkit.assemble.offer import Judgement, translations_of
from toolkit.assemble.page import assemble_page
from toolkit.catalog.po.reader import read_catalog
from toolkit.check.catalog_view import CatalogView
from toolkit.check.document_view import DocumentView
from toolkit.check.entry_check import check_pair
from toolkit.check.glossary.glossary import Glossary, Term
from toolkit.check.pair import Allowed, Limits, Pair
from toolkit.check.profile import Profile
from toolkit.check.registry import FAMILIES, RULES
from toolkit.check.rule import CatalogRule, DocumentRule, EntryRule, Rule, Side, SiteRule, VerifiedRule
from toolkit.check.site_view import Published, SiteView
from toolkit.check.text_view import TextView
from toolkit.markdown.dialects.registry import DIALECTS
from toolkit.markdown.inline_reading import Definitions
from toolkit.markdown.segments import parse_document
from toolkit.model.catalog import Entry
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import Encoding, MessageKey

FIXTURES = Path(__file__).parents[2] / "fixtures" / "rules"


@dataclass(frozen=True)
class Case:
    """One example of a fixture and its place in the file."""

    rule: str
    finds: bool
    number: int
    values: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.rule}-{'finds' if self.finds else 'passes'}-{self.number}"


def cases(name: str) -> tuple[Case, ...]:
    """Return the examples of a rule; none where it has no fixture."""
    path = FIXTURES / f"{name}.toml"
    if not path.exists():
        return ()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(table) <= {"finds", "passes"}, f"{path.name} has other tables than [[finds]] and [[passes]]"
    return tuple(
        Case(name, kind == "finds", number, values)
        for kind in ("finds", "passes")
        for number, values in enumerate(table.get(kind, ()), 1)
    )


def found_in(rule: Rule, values: dict[str, Any]) -> list[tuple[str, str]]:
    """Return message and offending piece of all that a rule finds in an example."""
    if isinstance(rule, EntryRule):
        return _in_pair(rule, values)
    if isinstance(rule, CatalogRule):
        return _in_catalog(rule, values)
    if isinstance(rule, DocumentRule):
        return _in_document(rule, values)
    if isinstance(rule, SiteRule):
        return _in_site(rule, values)
    return _in_article(rule, values) if rule in FAMILIES["articles"] else _in_page(rule, values)


def _in_pair(rule: EntryRule, values: dict[str, Any]) -> list[tuple[str, str]]:
    dialect = DIALECTS[values.get("dialect", "gfm")]
    parsed = _parsed(values.get("definitions", ""), dialect.name)
    segment = None
    markdown = not values.get("plain", False)
    if "document" in values:
        parsed = _parsed(values["document"], dialect.name, values.get("code", "copy"))
        segment = next(one for one in parsed.segments if one.key.text == values["source"])
        encoding = segment.encoding
        plain = encoding.in_front_matter or encoding.in_html or encoding.in_code
        markdown = not (plain or encoding is Encoding.LINK_TITLE)
    views = [
        TextView(
            values[side],
            LocaleTag.parse(locale),
            markdown=markdown,
            dialect=dialect,
            definitions=Definitions(parsed.env),
        )
        for side, locale in (
            ("source", values.get("source-locale", "en")),
            ("translation", values["locale"]),
        )
    ]
    terms = tuple(
        Term(
            term["source"],
            tuple(term.get("translations", ())),
            tuple(term.get("forbidden", ())),
            term.get("keep", False),
            term.get("note", ""),
            term.get("case", False),
        )
        for term in values.get("glossary", ())
    )
    length = values.get("message-length", Allowed().message_length)
    allowed = Allowed(tuple(values.get("link-hosts", ())), Glossary(terms), length)
    flags = tuple(values.get("flags", ()))
    pair = Pair(views[0], views[1], segment, flags, allowed, values.get("forms", 1))
    comments = "".join(f"# {line}\n" for line in values.get("comments", ()))
    entry = Entry(
        comments,
        MessageKey(None, values["source"]),
        values["translation"],
        comments=(*values.get("comments", ()),),
    )
    found = check_pair(pair, entry, Profile(entry_rules=((rule, rule.severity),)))
    return [
        (one.hit.message, views[0 if one.hit.side is Side.SOURCE else 1].text[one.hit.start : one.hit.stop])
        for one in found
    ]


def _in_catalog(rule: CatalogRule, values: dict[str, Any]) -> list[tuple[str, str]]:
    from toolkit.catalog.template import build_template

    text = values["po"]
    catalog = read_catalog(text.encode(), "locales/xx/LC_MESSAGES/a.po")
    locale = LocaleTag.parse(values["locale"]) if "locale" in values else None
    template = None
    if "document" in values:
        parsed = _parsed(values["document"], "gfm")
        template = build_template("a", "source/a.md", parsed.segments, parsed.document.options.segmentation)
    view = CatalogView(
        catalog,
        locale,
        values.get("plural-forms", ""),
        template,
        template.segmentation if template else "",
        {rule.name: rule.guard for rule in RULES},
    )
    lines = text.split("\n")
    return [
        (hit.message, lines[hit.line - 1][hit.column - 1 :][: hit.length] if hit.length else "")
        for hit in rule.find(view)
    ]


def _in_document(rule: DocumentRule, values: dict[str, Any]) -> list[tuple[str, str]]:
    parsed = _parsed(values["document"], values.get("dialect", "gfm"))
    limits = Limits(**{key.replace("-", "_"): value for key, value in values.get("limits", {}).items()})
    view = DocumentView(parsed, LocaleTag.parse(values.get("locale", "en")), limits)
    lines = values["document"].split("\n")
    return [
        (hit.message, lines[hit.line - 1][hit.column - 1 :][: hit.length] if hit.length else "")
        for hit in rule.find(view)
    ]


def _in_site(rule: SiteRule, values: dict[str, Any]) -> list[tuple[str, str]]:
    published = tuple(
        Published(path, entry)
        for path, text in values["files"].items()
        for entry in read_catalog(text.encode(), path).entries
        if entry.key.text and entry.msgstr
    )
    view = SiteView(LocaleTag.parse(values["locale"]), published)
    return [(hit.message, f"{hit.path}:{hit.entry.msgstr_line}") for hit in rule.find(view)]


def _in_article(rule: Rule, values: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what parsing and publishing find in an article beside others."""
    site = small_site({"a": values["document"], **values.get("others", {})})
    findings = [*_parsed(values["document"], "gfm").findings, *site.findings]
    return [(finding.message, "") for finding in findings if finding.rule == rule.name]


def _in_page(rule: Rule, values: dict[str, Any]) -> list[tuple[str, str]]:
    parsed = _parsed(values["document"], values.get("dialect", "gfm"))
    key = next(one.key for one in parsed.segments if one.key.text == values["source"])
    text = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    catalog = read_catalog(text.encode(), "a.po")
    entry = Entry("", key, values["translation"])
    translations = translations_of(type(catalog)("a.po", (*catalog.entries, entry)))
    alone = Profile(others=((rule, rule.severity),)) if isinstance(rule, VerifiedRule) else Profile()
    judgement = Judgement(LocaleTag.parse(values["locale"]), profile=alone)
    findings = assemble_page(parsed, translations, judgement).findings
    return [(finding.message, "") for finding in findings if finding.rule == rule.name]


def _parsed(text: str, dialect: str, code: str = "copy") -> Any:
    return parse_document(Document("a", "source/a.md", text, MarkdownOptions(dialect, code=code)))
