"""A site in memory: documents and translations in, planned outputs out, as the pipeline makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import toolkit.publish
from toolkit.assemble.offer import Translations
from toolkit.assemble.page import assemble_page, source_page
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.segments import parse_document
from toolkit.model.catalog import Entry
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.finding import Finding
from toolkit.model.layout import parse_layout
from toolkit.model.locale import LocaleTag
from toolkit.model.page import SiteIndex
from toolkit.model.segment import MessageKey
from toolkit.publish.links import Asset
from toolkit.publish.page_plan import plan_page
from toolkit.publish.site import site_index
from toolkit.publish.site_pages import plan_site_pages
from toolkit.publish.summary import summarize
from toolkit.publish.taken_paths import site_redirects
from toolkit.publish.theme import Theme, load_theme

EN = LocaleTag("en")
OPTIONS = MarkdownOptions(front_matter=("title", "description", "tags[]", "reviewed"))
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


@dataclass
class SmallSite:
    """What planning gave."""

    index: SiteIndex
    outputs: dict[str, bytes] = field(default_factory=dict)
    assets: list[Asset] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def html(self, path: str) -> str:
        return self.outputs[f"html/{path}.html"].decode()

    def markdown(self, path: str) -> str:
        return self.outputs[f"markdown/{path}.md"].decode()

    def messages(self) -> list[str]:
        return [f"{finding.place} {finding.rule}: {finding.message}" for finding in self.findings]


def shipped_files() -> dict[str, bytes]:
    root = Path(toolkit.publish.__file__).parent
    folders = ("templates", "static", "locales")
    found = sorted(path for name in folders for path in (root / name).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@cache
def shipped_theme() -> Theme:
    return load_theme(shipped_files())


def theme_without(folder: str) -> Theme:
    """Return the shipped theme as it would be without the interface words of one locale."""
    return load_theme({k: v for k, v in shipped_files().items() if not k.startswith(f"locales/{folder}/")})


def small_site(
    documents: Mapping[str, str],
    translations: Mapping[str, Mapping[str, str]] | None = None,
    *,
    folder: str = "source",
    theme: Theme | None = None,
    draft: bool = False,
    layout: str = "{locale}/{path}",
    localized: Iterable[str] = (),
    options: MarkdownOptions = OPTIONS,
    base_url: str = "",
    min_complete: float = 0,
    translate_url: str = "",
    search: bool = False,
) -> SmallSite:
    """Plan a site of documents (name to text) and translations (locale to msgid to msgstr)."""
    theme = theme or shipped_theme()
    jobs = []
    for name, text in documents.items():
        path = f"{folder}/{name}.md"
        parsed = parse_document(Document(name, path, text, options))
        ids = source_heading_ids(parsed)
        page = source_page(parsed)
        jobs.append((page, summarize(page, EN, EN, draft=False, min_complete=0, heading_ids=ids), ids))
        for locale, texts in (translations or {}).items():
            page = assemble_page(parsed, _translations(texts, [s.key for s in parsed.segments]))
            tag = LocaleTag.parse(locale)
            summary = summarize(
                page,
                tag,
                EN,
                draft=draft,
                min_complete=min_complete,
                heading_ids=ids,
                translate_url=translate_url,
            )
            jobs.append((page, summary, ids))
    locales = [LocaleTag.parse(locale) for locale in translations or {}]
    names = [(name, f"{folder}/{name}.md") for name in documents]
    summaries = [summary for _, summary, _ in jobs]
    index = site_index(
        EN, locales, names, summaries, {}, parse_layout(layout, EN), frozenset(localized), base_url, search
    )
    site = SmallSite(index)
    for page, summary, ids in jobs:
        if summary.published:
            plan = plan_page(page, summary, index, theme, ids)
            site.outputs.update((output.path, output.content) for output in (*plan.outputs, plan.copy))
            site.assets += plan.assets
            site.findings += plan.findings
    site.outputs.update((output.path, output.content) for output in plan_site_pages(index, theme))
    site.findings += site_redirects(index, theme).findings
    return site


def _translations(texts: Mapping[str, str], keys: Sequence[MessageKey]) -> Translations:
    entries = {key: Entry("", key, texts[key.text]) for key in keys if key.text in texts}
    return Translations("locales/xx/LC_MESSAGES/a.po", entries)


class Elements(HTMLParser):
    """The elements of a page; fails where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} stands twice"
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def attribute(self, name: str) -> Iterator[str]:
        return (value for _, attributes in self.found if (value := attributes.get(name)) is not None)
