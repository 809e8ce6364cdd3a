"""``toolkit tm``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.options import config_option, locale_option
from toolkit.cli.present import plural, say_waiting, show_findings
from toolkit.pipeline.project_files import open_project
from toolkit.pipeline.tm_export import Export, export_memory, write_export
from toolkit.pipeline.tm_import import Taken, import_memories

_DEFAULT = "memory.tmx"


@click.group("tm")
def command() -> None:
    """Exchange translation memories with other programs.

    TMX is the format that most of them read and write.
    """


@command.command("export")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=_DEFAULT,
    metavar="FILE",
    help=f"Write to this file, - for standard output. [{_DEFAULT}]",
)
@locale_option
@config_option
def export(output: Path, locales: tuple[str, ...], config: Path | None) -> int:
    """Write all translations into one TMX file.

    It holds the translated entries of all PO files of all languages, obsolete ones and imported
    memories too, but nothing that is fuzzy.
    """
    files = open_project(Path.cwd(), config, locales, with_sources=False)
    exported = export_memory(files)
    if str(output) == "-":
        click.echo(exported.content, nl=False)
    else:
        done = write_export(exported, output)
        click.echo(f"{done} {output} ({_counts(exported)})")
    show_findings(files.report)
    return files.report.exit_code


@command.command("import")
@click.argument("memories", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@locale_option
@config_option
def import_(memories: tuple[Path, ...], locales: tuple[str, ...], config: Path | None) -> int:
    """Take in the translations of TMX or PO files.

    What is translated from the language of the articles goes into locales/xx/memory.po, from which
    extract takes suggestions.  What stands there stays as it is; a second translation of the same text
    is added to its entry as a comment.
    """
    files = open_project(Path.cwd(), config, locales, with_sources=False)
    for taken in import_memories(files, memories, waiting=say_waiting):
        click.echo(_line(taken))
    show_findings(files.report)
    return files.report.exit_code


def _counts(exported: Export) -> str:
    each = ", ".join(f"{tag.bcp47} {count:,}" for tag, count in exported.counts.items())
    return f"{plural(sum(exported.counts.values()), 'translation')}: {each}"


def _line(taken: Taken) -> str:
    new, known, other = taken.addition.new, taken.addition.known, taken.addition.other
    done = "created" if taken.created else "updated" if new or other else "unchanged"
    parts = [f"{new:,} new"] if new else []
    parts += [f"{known:,} known"] if known else []
    parts += [plural(other, "other translation")] if other else []
    tags = ", ".join(tag.bcp47 for tag in taken.languages)
    return f"{done} {taken.path} ({', '.join(parts)}{f'; from {tags}' if tags else ''})"
