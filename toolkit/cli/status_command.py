"""``toolkit status``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from toolkit.cli.options import config_option, locale_option
from toolkit.cli.page_lines import as_of_line, held_back_line
from toolkit.cli.present import plural, show_findings
from toolkit.model.printable import columns
from toolkit.pipeline.project_files import open_project
from toolkit.pipeline.report import ExitCode
from toolkit.pipeline.status import PageState, Status, status
from toolkit.status.rows import Row, tally_values

_NUMBERS = ("translated", "fuzzy", "untranslated", "withheld", "percent", "words_left")
_ISOLATE = "\u2068{}\u2069"  # keeps a name written right to left from turning the row around


@click.command("status")
@click.option(
    "--by", type=click.Choice(["locale", "document"]), default="locale", help="What a row stands for."
)
@click.option(
    "--format", "style", type=click.Choice(["table", "json"]), default="table", help="How to print it."
)
@click.option(
    "--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit with 1 if a row has less."
)
@locale_option
@config_option
def command(
    by: str, style: str, fail_under: float | None, locales: tuple[str, ...], config: Path | None
) -> int:
    """Show what is translated.

    Messages are counted, as Poedit and msgfmt --statistics do, against the articles as they are now:
    what counts as translated is what build publishes.  A withheld message has a translation that
    would break the page.
    """
    files = open_project(Path.cwd(), config, locales)
    counted = status(files)
    rows = counted.locale_rows() if by == "locale" else counted.document_rows()
    if style == "json":
        click.echo(json.dumps(_json(counted), ensure_ascii=False, indent=2))
    else:
        source = counted.source
        articles = plural(len(counted.documents), "article")
        click.echo(
            f"Source: {articles}, {plural(source.total, 'message')}, {plural(source.words, 'word')} "
            f"({files.source_locale.bcp47})"
        )
        click.echo()
        click.echo(_table(rows, "Locale" if by == "locale" else "Document"))
        if notes := tuple(_notes(counted)):
            click.echo("\n" + "\n".join(notes))
    show_findings(files.report)
    if fail_under is not None and any(row.tally.ratio * 100 < fail_under for row in rows):
        below = ", ".join(row.label for row in rows if row.tally.ratio * 100 < fail_under)
        click.echo(f"Below {fail_under:g} %: {below}", err=True)
        files.report.at_least(ExitCode.FINDINGS)
    return files.report.exit_code


def _json(counted: Status) -> dict[str, object]:
    return {
        "schema": 1,
        "source": {
            "locale": counted.source_locale.bcp47,
            "documents": len(counted.documents),
            "messages": counted.source.total,
            "blocks": counted.source.blocks,
            "words": counted.source.words,
        },
        "locales": [
            {
                "locale": tag.gettext,
                "bcp47": tag.bcp47,
                "name": row.name,
                **tally_values(row.tally),
                "documents": [
                    {
                        "document": name,
                        **tally_values(counted.tallies[name, tag]),
                        **_state(counted.pages.get((name, tag))),
                    }
                    for name in counted.documents
                    if (name, tag) in counted.tallies
                ],
            }
            for tag, row in zip(counted.locales, counted.locale_rows(), strict=True)
        ],
    }


def _state(page: PageState | None) -> dict[str, object]:
    """Return what becomes of a page; nothing is known of one whose PO file cannot be read."""
    if page is None:
        return {"published": None, "held_back": "", "as_of": None}
    day = page.as_of.isoformat() if page.as_of else None
    return {"published": not page.held_back, "held_back": page.held_back, "as_of": day}


def _notes(counted: Status) -> Iterator[str]:
    """Yield a line for each page that is not published or not of the present text, and for each locale
    that shows earlier translations."""
    for row in counted.locale_rows():
        if row.tally.stale:
            stale = plural(row.tally.stale, "fuzzy message")
            yield f"Shown as translated earlier: {stale} in {row.label}"
    for (name, tag), page in counted.pages.items():
        if page.held_back:
            yield held_back_line(name, tag, page.held_back)
        elif page.as_of:
            yield as_of_line(name, tag, page.as_of)


def _table(rows: Sequence[Row], label: str) -> str:
    named = any(row.name for row in rows)
    heading = [label, *(["Language"] if named else [])]
    heading += ["Translated", "Fuzzy", "Untranslated", "Withheld", "Percent", "Words left"]
    texts = len(heading) - len(_NUMBERS)  # columns of text come first, and start at the left
    table = [heading]
    for row in rows:
        values = tally_values(row.tally)
        cells = [f"{values[name]:,}{' %' if name == 'percent' else ''}" for name in _NUMBERS]
        table.append([row.label, *([_ISOLATE.format(row.name)] if named else []), *cells])
    widths = [max(columns(line[column]) for line in table) for column in range(len(heading))]
    lines = []
    for line in table:
        padded = []
        for column, cell in enumerate(line):
            space = " " * (widths[column] - columns(cell))
            padded.append(cell + space if column < texts else space + cell)
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)
