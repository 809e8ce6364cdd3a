"""``toolkit build``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.options import config_option
from toolkit.cli.page_lines import as_of_line, held_back_line
from toolkit.cli.present import plural, show_findings
from toolkit.pipeline.build import Built, build
from toolkit.pipeline.project_files import open_project


@click.command("build")
@config_option
def command(config: Path | None) -> int:
    """Build the Markdown and HTML editions of every language.

    Reads the articles as they are now, whether or not extract has run since.  What is fuzzy is not
    published; what is not translated stands in the source language and says so.  The pages of
    articles that are gone are removed from output/.
    """
    files = open_project(Path.cwd(), config)
    built = build(files)
    _tell(built)
    show_findings(files.report)
    click.echo(f"Open {files.project.output_dir / 'html' / 'index.html'}")
    return files.report.exit_code


def _tell(built: Built) -> None:
    made = [page for page in built.site.pages.values() if page.published and page not in built.kept]
    pages, locales = len(made), {page.locale for page in made}
    report = built.report
    click.echo(
        f"Built {plural(pages, 'page')} in {plural(len(locales), 'language')}: "
        f"{plural(len(report.written), 'file')} written, {len(report.unchanged):,} unchanged, "
        f"{len(report.removed):,} removed."
    )
    for summary in built.kept:
        click.echo(f"Kept as an earlier build left it: {summary.name} in {summary.locale.bcp47}")
    for summary in made:
        if summary.as_of:
            click.echo(as_of_line(summary.name, summary.locale, summary.as_of))
    for summary, reason in built.held_back:
        click.echo(held_back_line(summary.name, summary.locale, reason))
