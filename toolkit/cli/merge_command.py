"""``toolkit merge``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from toolkit.cli.options import BarePrune, carry_option, prune_option
from toolkit.cli.outcomes import outcome_lines
from toolkit.pipeline.file_change import summary_of
from toolkit.pipeline.merge import MergeOptions, merge

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("merge", cls=BarePrune)
@click.argument("old", type=_FILE, metavar="OLD.po")
@click.argument("template", type=_FILE, metavar="NEW.pot")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to this file, - for standard output. [OLD.po itself]",
)
@click.option(
    "--memory",
    "memories",
    type=_FILE,
    multiple=True,
    metavar="OTHER.po",
    help="Offer the translations of this file for new messages; may be given several times.",
)
@click.option(
    "--trust-memory", is_flag=True, help="Count equal messages of a memory as translated, not as fuzzy."
)
@click.option("--suggest", is_flag=True, help="Offer translations for old untranslated messages too.")
@carry_option
@prune_option
@click.option("-v", "--verbose", is_flag=True, help="Tell what became of every message.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    old: Path,
    template: Path,
    output: Path | None,
    memories: tuple[Path, ...],
    trust_memory: bool,
    suggest: bool,
    carry: bool,
    prune: int | None,
    verbose: bool,
    quiet: bool,
) -> int:
    """Bring a PO file up to a template, whatever program made the two.

    For projects that extract their messages with another program: this does what extract does to
    PO files.  Use it in place of msgmerge --update.  If nothing changes, the file keeps every byte.
    """
    to_stdout = output is not None and str(output) == "-"
    target = None if to_stdout else output or old
    merged = merge(old, template, memories, MergeOptions(carry, trust_memory, suggest, prune), target)
    if to_stdout:
        sys.stdout.buffer.write(merged.content)
    if quiet:
        return 0
    if not merged.update.changed:
        click.echo(f"{old}: nothing to change.", err=True)
        return 0
    click.echo(f"updated {output or old} ({summary_of(merged.update)})", err=True)
    for line in outcome_lines(merged.update.outcomes, everything=verbose, more=": add --verbose"):
        click.echo(line, err=True)
    return 0
