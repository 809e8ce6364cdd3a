"""``toolkit extract``."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import click

from toolkit.cli.options import BarePrune, carry_option, config_option, locale_option, prune_option
from toolkit.cli.outcomes import outcome_lines
from toolkit.cli.present import plural, say_waiting, show_findings
from toolkit.pipeline.extract import Extraction, ExtractOptions, extract
from toolkit.pipeline.file_change import FileChange
from toolkit.pipeline.project_files import open_project
from toolkit.pipeline.report import ExitCode

_NO_NEWLINE = "\\ No newline at end of file"


@click.command("extract", cls=BarePrune)
@click.option("--pot-only", is_flag=True, help="Write the templates only, no PO files.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change, and why.")
@click.option("--suggest", is_flag=True, help="Offer translations for old untranslated messages too.")
@carry_option
@prune_option
@click.option("-v", "--verbose", is_flag=True, help="Tell what became of every message.")
@locale_option
@config_option
def command(
    pot_only: bool,
    check: bool,
    diff: bool,
    suggest: bool,
    carry: bool,
    prune: int | None,
    verbose: bool,
    locales: tuple[str, ...],
    config: Path | None,
) -> int:
    """Update templates and PO files from the articles.

    Every article that babel.cfg names gets a template, locales/DOMAIN.pot, and in each locale a PO
    file, locales/xx/LC_MESSAGES/DOMAIN.po.  Files without a change keep every byte.  Translations
    follow their texts: through edits (fuzzy, until somebody has looked), moves and new file names.
    What is gone stays in the file as obsolete entries.
    """
    files = open_project(Path.cwd(), config, locales)
    options = ExtractOptions(pot_only, not (check or diff), carry, suggest, prune)
    extraction = extract(files, options, say_waiting)
    if diff:
        for change in extraction.changes:
            _tell(change, written=False, everything=True)
            click.echo(_difference(change), nl=False)
    else:
        _list(extraction, options.write, verbose)
    show_findings(files.report)
    if check and extraction.changes:
        files.report.at_least(ExitCode.FINDINGS)
    return files.report.exit_code


def _list(extraction: Extraction, written: bool, verbose: bool) -> None:
    for change in extraction.changes:
        _tell(change, written=written, everything=verbose)
    changed = len(extraction.changes)
    looked_at = f"{plural(extraction.documents, 'article')}, {plural(extraction.messages, 'message')}"
    if not changed:
        click.echo(f"{looked_at}: nothing to change in {plural(extraction.files, 'file')}.")
    elif written:
        click.echo(f"{looked_at}: {plural(changed, 'file')} changed.")
    else:
        click.echo(f"{looked_at}: {plural(changed, 'file')} would change. Run: toolkit extract")


def _tell(change: FileChange, *, written: bool, everything: bool) -> None:
    moved = f", was {change.moved_from}" if change.moved_from else ""
    click.echo(f"{_verb(change, written)} {change.path} ({change.summary}{moved})")
    if change.before is None and not everything:
        return  # in a file that is new, everything is
    for line in outcome_lines(change.outcomes, everything=everything, more=": add --verbose"):
        click.echo(line)


def _verb(change: FileChange, written: bool) -> str:
    if change.moved_from:
        return "moved" if written else "would move"
    if change.before is None:
        return "created" if written else "would create"
    if change.after is None:
        return "removed" if written else "would remove"
    return "updated" if written else "would update"


def _difference(change: FileChange) -> str:
    """Return a unified diff that ``patch`` applies, also where a last line has no end."""
    before = f"a/{change.moved_from or change.path}" if change.before is not None else "/dev/null"
    after = f"b/{change.path}" if change.after is not None else "/dev/null"
    lines = difflib.unified_diff(_lines(change.before), _lines(change.after), before, after)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}\n" for line in lines)


def _lines(content: bytes | None) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", (content or b"").decode("utf-8", "replace"))
