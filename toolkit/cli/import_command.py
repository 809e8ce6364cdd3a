"""``toolkit import``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.options import config_option
from toolkit.cli.present import finding_lines, plural
from toolkit.pipeline.import_text import import_article


@click.command("import")
@click.argument("article", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--name", default="", help="Name of the document; default: made of the file's name.")
@click.option("--force", is_flag=True, help="Replace a document of the same name.")
@config_option
def command(article: Path, name: str, force: bool, config: Path | None) -> int:
    """Turn a plain-text ARTICLE into Markdown in the source folder.

    For text as people paste it from a page: a title, section headings, bullets, numbered lines and
    paragraphs.  The words stay as they are; what the layout left open is listed for you to look at.
    """
    imported = import_article(Path.cwd(), config, article, name, replace=force)
    click.echo(f"created {imported.path}")
    for doubt in imported.doubts:
        click.echo(finding_lines(doubt), err=True)
    if imported.doubts:
        click.echo(f"Look at {plural(len(imported.doubts), 'place')} where the layout was not clear.")
    return 0
