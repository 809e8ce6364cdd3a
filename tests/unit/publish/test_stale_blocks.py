"""Blocks that show the translation of an earlier text, and pages of one, as readers see them."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from tests.small_site import EN, Elements, shipped_theme
from toolkit.assemble.offer import DEFAULT_JUDGEMENT, translations_of
from toolkit.assemble.page import assemble_page, source_page
from toolkit.catalog.po.reader import read_catalog
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary
from toolkit.publish.page_plan import PagePlan, plan_page
from toolkit.publish.site import site_index
from toolkit.publish.site_pages import plan_site_pages
from toolkit.publish.summary import summarize

ES = LocaleTag("es")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
NOTE = (
    ' <small class="stale-note"><span>Cambio en el original:</span> '
    '<span lang="en" dir="ltr">{}</span></small>'
)


def changed(old: str, new: str, translation: str) -> str:
    return f'# toolkit: changed\n#, fuzzy\n#| msgid "{old}"\nmsgid "{new}"\nmsgstr "{translation}"\n\n'


def planned(source: str, *entries: str, tag: LocaleTag = ES) -> PagePlan:
    parsed = parse_document(Document("a", "source/a.md", source))
    ids = source_heading_ids(parsed)
    page = assemble_page(
        parsed,
        translations_of(read_catalog((HEADER + "".join(entries)).encode(), "es.po")),
        replace(DEFAULT_JUDGEMENT, stale=True),
    )
    original = summarize(source_page(parsed), EN, EN, draft=False, min_complete=0, heading_ids=ids)
    summary = summarize(page, tag, EN, draft=False, min_complete=0, heading_ids=ids)
    assert summary.published
    site = site_index(EN, [tag], [("a", "source/a.md")], [original, summary], {})
    return plan_page(page, summary, site, shipped_theme(), ids)


def outputs(plan: PagePlan) -> tuple[str, str]:
    markdown, html = (output.content.decode() for output in plan.outputs)
    Elements(html)  # its tags nest
    return markdown, html


def test_a_block_says_what_changed_word_by_word_and_the_markdown_edition_does_not() -> None:
    entry = changed("The <b>old</b> text.", "The <b>new</b> text.", "El <b>viejo</b>.")
    markdown, html = outputs(planned("The <b>new</b> text.\n", entry))
    assert markdown == "El <b>viejo</b>.\n"
    note = NOTE.format("The <del>old</del><ins>new</ins> text.")
    assert f'<p id="toolkit-passage-1" class="stale">El <b>viejo</b>.{note}</p>' in html
    assert "1 pasaje de esta página traduce una versión anterior" in html
    assert "aún no está" not in html


def test_where_only_the_markup_has_changed_it_is_shown() -> None:
    _, html = outputs(planned("Some _text_.\n", changed("Some *text*.", "Some _text_.", "*Texto*.")))
    found = re.search(r'<small class="stale-note">(.*?)</small>', html)
    assert found
    assert re.sub("<[^>]*>", "|", found[1]).count("*") == 2
    assert re.sub("<[^>]*>", "|", found[1]).count("_") == 2


def test_headings_have_it_in_their_title_and_cells_in_a_span() -> None:
    source = "# New\n\n| Head | New |\n| --- | --- |\n| New cell | x |\n\n- New item\n"
    entries = [
        changed("Old", "New", "Viejo"),
        changed("Old cell", "New cell", "Celda vieja"),
        changed("Old item", "New item", "Punto vieja"),
    ]
    _, html = outputs(planned(source, *entries))
    assert '<h1 id="new" class="stale" title="[-Old-]{+New+}">Viejo</h1>' in html
    assert re.search(
        r'<th id="toolkit-passage-3"[^>]*><span class="stale" title="\[-Old-\]\{\+New\+\}">Viejo</span></th>',
        html,
    )
    for what, place in (("cell", ""), ("item", ' id="toolkit-passage-6"')):
        note = NOTE.format(f"<del>Old</del><ins>New</ins> {what}")
        assert (
            f'<span{place} class="stale">{"Celda" if what == "cell" else "Punto"} vieja</span>{note}' in html
        )
    assert "4 pasajes de esta página traducen una versión anterior" in html


def test_stale_and_untranslated_passages_are_counted_apart() -> None:
    _, html = outputs(planned("New\n\nOther\n", changed("Old", "New", "Viejo")))
    assert "1 pasaje de esta página aún no está traducido" in html
    assert "1 pasaje de esta página traduce una versión anterior" in html
    assert '<p id="toolkit-passage-2" lang="en" dir="ltr" class="untranslated">Other</p>' in html


def test_words_of_another_language_are_marked_as_such() -> None:
    _, html = outputs(planned("New\n", changed("Old", "New", "Vell"), tag=LocaleTag("ca")))
    assert '<small class="stale-note"><span lang="en" dir="ltr">Changed in the original:</span>' in html


def of_earlier_text(source: str, day: datetime.date) -> tuple[PagePlan, PageSummary, str]:
    """Plan a page of an earlier text beside another page that links to it, and is linked to."""
    now = parse_document(Document("a", "source/a.md", "# Now\n"))
    old = parse_document(Document("a", "source/a.md", source))
    other = parse_document(Document("b", "source/b.md", "# Place\n\n[a](a.md#old) [a](a.md#now)\n"))
    ids = source_heading_ids(old)
    words = "".join(
        f'msgid "{key}"\nmsgstr "{key}"\n\n' for key in sorted({s.key.text for s in old.segments})
    )
    page = assemble_page(old, translations_of(read_catalog((HEADER + words).encode(), "es.po")))
    summary = summarize(
        page, ES, EN, draft=False, min_complete=1, heading_ids=ids, tally=source_page(now).tally, as_of=day
    )
    others = [
        summarize(source_page(p), EN, EN, draft=False, min_complete=0, heading_ids=source_heading_ids(p))
        for p in (now, other)
    ]
    translated = assemble_page(
        other,
        translations_of(
            read_catalog(
                (HEADER + 'msgid "Place"\nmsgstr "Lugar"\n').encode(),
                "b.po",
            )
        ),
    )
    own = summarize(translated, ES, EN, draft=False, min_complete=0, heading_ids=source_heading_ids(other))
    site = site_index(EN, [ES], [("a", "source/a.md"), ("b", "source/b.md")], [*others, summary, own], {})
    theme = shipped_theme()
    linking = plan_page(translated, own, site, theme, source_heading_ids(other))
    (index,) = (o for o in plan_site_pages(site, theme) if o.path == "html/es/index.html")
    plan = plan_page(page, summary, site, theme, ids)
    return plan, summary, "".join(o.content.decode() for o in (*linking.outputs, index))


def test_a_page_of_an_earlier_text_says_from_when_it_is_in_its_language() -> None:
    plan, summary, _ = of_earlier_text("# Old\n\nText.\n", datetime.date(2026, 11, 3))
    markdown, html = outputs(plan)
    assert markdown == "# Old\n\nText.\n"
    assert '(<time datetime="2026-11-03">3 de noviembre de 2026</time>)' in html
    assert "noindex" not in html
    assert "pasaje" not in html
    assert summary.published


def test_links_to_places_that_one_of_two_texts_lacks_lead_to_the_page() -> None:
    plan, _, linking = of_earlier_text("# Old\n\n[b](b.md#place) [b](b.md#gone)\n", datetime.date(2026, 1, 1))
    markdown, html = outputs(plan)
    assert markdown == "# Old\n\n[b](b.md#place) [b](b.md)\n"
    assert '<a href="b.html#place">b</a> <a href="b.html">b</a>' in html
    assert "[a](a.md#old) [a](a.md)\n" in linking
    assert '<a href="a.html#old">a</a> <a href="a.html">a</a>' in linking
    assert plan.findings == ()


def test_what_an_earlier_text_leads_to_and_is_gone_is_reported_without_a_line() -> None:
    plan, _, _ = of_earlier_text("# Old\n\n[c](c.md)\n", datetime.date(2026, 1, 1))
    assert [f"{f.place}: {f.rule}: {f.message}" for f in plan.findings] == [
        'source/a.md: dead-link: the link "c.md" leads to source/c.md, which is no document of the project '
        "(in the text of 2026-01-01, which es shows)"
    ]
