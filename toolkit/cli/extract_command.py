"""``toolkit extract``."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import click

from toolkit.cli.options import config_option, locale_option
from toolkit.cli.present import plural, show_findings
from toolkit.pipeline.extract import Extraction, FileChange, extract
from toolkit.pipeline.project_files import open_project
from toolkit.pipeline.report import ExitCode

_NO_NEWLINE = "\\ No newline at end of file"


@click.command("extract")
@click.option("--pot-only", is_flag=True, help="Write the templates only, no PO files.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@locale_option
@config_option
def command(pot_only: bool, check: bool, diff: bool, locales: tuple[str, ...], config: Path | None) -> int:
    """Update templates and PO files from the articles.

    Every article that babel.cfg names gets a template, locales/DOMAIN.pot, and in each locale a PO
    file, locales/xx/LC_MESSAGES/DOMAIN.po.  Files without a change keep every byte.  Translations of
    texts that are gone stay in the file as obsolete entries.
    """
    files = open_project(Path.cwd(), config, locales)
    write = not (check or diff)
    extraction = extract(files, pot_only=pot_only, write=write)
    if diff:
        for change in extraction.changes:
            click.echo(_difference(change), nl=False)
    else:
        _list(extraction, write)
    show_findings(files.report)
    if check and extraction.changes:
        files.report.at_least(ExitCode.FINDINGS)
    return files.report.exit_code


def _list(extraction: Extraction, written: bool) -> None:
    for change in extraction.changes:
        click.echo(f"{_verb(change, written)} {change.path} ({change.summary})")
    changed = len(extraction.changes)
    looked_at = f"{plural(extraction.documents, 'article')}, {plural(extraction.messages, 'message')}"
    if not changed:
        click.echo(f"{looked_at}: nothing to change in {plural(extraction.files, 'file')}.")
    elif written:
        click.echo(f"{looked_at}: {plural(changed, 'file')} changed.")
    else:
        click.echo(f"{looked_at}: {plural(changed, 'file')} would change. Run: toolkit extract")


def _verb(change: FileChange, written: bool) -> str:
    if change.before is None:
        return "created" if written else "would create"
    if change.after is None:
        return "removed" if written else "would remove"
    return "updated" if written else "would update"


def _difference(change: FileChange) -> str:
    """Return a unified diff that ``patch`` applies, also where a last line has no end."""
    before = f"a/{change.path}" if change.before is not None else "/dev/null"
    after = f"b/{change.path}" if change.after is not None else "/dev/null"
    lines = difflib.unified_diff(_lines(change.before), _lines(change.after), before, after)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}\n" for line in lines)


def _lines(content: bytes | None) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", (content or b"").decode("utf-8", "replace"))
