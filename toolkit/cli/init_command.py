"""``toolkit init``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.errors import ConfigError
from toolkit.languages.names import is_known_language
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.init import init


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--source-locale", default="en", metavar="TAG", help="Language of the articles. [en]")
@click.option("--git", is_flag=True, help="Let git merge PO files with toolkit merge-driver.")
def command(folder: Path, source_locale: str, git: bool) -> int:
    """Write a commented configuration into FOLDER (default: here).

    Creates babel.cfg and toolkit.toml, adds to .gitignore and .gitattributes, and leaves what is
    there as it is.
    """
    try:
        tag = LocaleTag.parse(source_locale)
    except ValueError as error:
        raise ConfigError(str(error), rule="locale", hint="write a tag such as en or pt-BR") from None
    if not is_known_language(tag):
        hint = f"if it is right, write it into toolkit.toml, with a [locale.{tag.gettext}] table"
        raise ConfigError(f'the language "{source_locale}" is not known', rule="locale", hint=hint)
    folder.mkdir(parents=True, exist_ok=True)
    for started in init(folder.resolve(), tag.bcp47, git=git):
        why = f" ({started.why})" if started.why else ""
        click.echo(f"{started.verb} {started.path}{why}")
    click.echo()
    click.echo("Next: put Markdown into the source folder, or: toolkit import article.txt")
    click.echo("      then: toolkit add-locale fr && toolkit extract")
    return 0
