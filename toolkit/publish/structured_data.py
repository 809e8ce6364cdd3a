"""What a page says of itself and of its translations in the words of https://schema.org, as JSON-LD."""

from __future__ import annotations

import json

from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.alternates import indexed_editions, page_url


def structured_data(site: SiteIndex, page: PageSummary) -> str:
    """Return the JSON of a page for a ``script`` element that holds data, which no browser runs.

    Empty without a ``base_url``, and for a page that search engines leave out. ``<`` is written as an
    escape, so that no text can end the element. Nothing is said that nobody wrote: no author, no date but
    the document's.
    """
    if not site.base_url or not page.indexed:
        return ""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": page_url(site, page),
        "url": page_url(site, page),
        "headline": page.title,
        "inLanguage": page.locale.bcp47,
    }
    if page.description and page.description_translated:
        data["description"] = page.description
    if page.date:
        data["dateModified"] = page.date.isoformat()
    source = site.page(page.name, site.source_locale)
    editions = indexed_editions(site, page.name)
    if page.locale != site.source_locale:
        if source:
            data["translationOfWork"] = _work(site, source)
    elif translations := [_work(site, other) for other in editions if other.locale != page.locale]:
        data["workTranslation"] = translations
    return json.dumps(data, ensure_ascii=False).replace("<", r"\u003c")


def _work(site: SiteIndex, page: PageSummary) -> dict[str, str]:
    return {"@type": "Article", "@id": page_url(site, page), "inLanguage": page.locale.bcp47}
