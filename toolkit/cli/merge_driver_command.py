"""``toolkit merge-driver``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.present import finding_lines
from toolkit.pipeline.merge_driver import merge_files

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("merge-driver")
@click.argument("base", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("path", default="")
@click.option("--conflict", is_flag=True, help="Exit with 1 where two translations of a text differ.")
def command(base: Path, ours: Path, theirs: Path, path: str, conflict: bool) -> int:
    """Merge PO files entry by entry, for git.

    Git runs it as "toolkit merge-driver %O %A %B %P" once toolkit init --git has set it up.  What
    THEIRS changed since BASE goes into OURS.  Of two translations of a text ours stays, fuzzy, with
    theirs in a comment.
    """
    report = merge_files(base, ours, theirs, path or ours.as_posix(), strict=conflict)
    for finding in report.sorted_findings():
        click.echo(finding_lines(finding), err=True)
    return report.exit_code
