"""``toolkit add-locale``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.options import config_option
from toolkit.cli.present import plural, say_waiting, show_findings
from toolkit.errors import ConfigError
from toolkit.model.locale import LanguageOverrides
from toolkit.pipeline.add_locale import add_locales


@click.command("add-locale")
@click.argument("tags", nargs=-1, required=True, metavar="TAG...")
@click.option("--name", default="", help="The language's own name, where it is not known.")
@click.option("--dir", "direction", type=click.Choice(["ltr", "rtl"]), help="Its direction of writing.")
@click.option("--plural", default="", metavar="FORMS", help='Its Plural-Forms: "nplurals=2; plural=…;".')
@config_option
def command(tags: tuple[str, ...], name: str, direction: str | None, plural: str, config: Path | None) -> int:
    """Create the PO files of further languages.

    Any spelling of a tag will do: fr, pt-BR, pt_br, zh-Hans, sr@latin.
    """
    return _add(tags, LanguageOverrides(name, direction or "", plural), config)


def _add(tags: tuple[str, ...], overrides: LanguageOverrides, config: Path | None) -> int:
    try:
        addition = add_locales(Path.cwd(), config, tags, overrides, waiting=say_waiting)
    except ValueError as error:
        raise ConfigError(str(error), rule="locale") from None
    created = addition.extraction.changes if addition.extraction else ()
    for locale in addition.locales:
        folder = f"locales/{locale.tag.gettext}/LC_MESSAGES/"
        mine = sum(change.path.startswith(folder) and change.before is None for change in created)
        what = "added" if locale.new else "already there"
        click.echo(
            f"{locale.tag.bcp47} ({locale.name}): {what}, {plural(mine, 'PO file')} created in {folder}"
        )
    if addition.extraction is None:
        click.echo("There is no article yet; toolkit extract will create the PO files.")
    show_findings(addition.files.report)
    return addition.files.report.exit_code
