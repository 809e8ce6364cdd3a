"""``toolkit check``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from toolkit import __version__
from toolkit.check.baseline import beyond_baseline, read_baseline, write_baseline
from toolkit.check.formats.as_json import as_json, as_json_lines
from toolkit.check.formats.concise import concise
from toolkit.check.formats.full import full
from toolkit.check.formats.github import github
from toolkit.check.formats.gitlab import gitlab
from toolkit.check.formats.junit import junit
from toolkit.check.formats.sarif import sarif
from toolkit.check.selection import selection_of
from toolkit.cli.from_here import from_here, way
from toolkit.cli.options import config_option, locale_option
from toolkit.cli.present import plural, say_waiting, show_findings
from toolkit.model.finding import Finding, Severity
from toolkit.model.printable import printable
from toolkit.pipeline.check_paths import Checked, check_paths
from toolkit.pipeline.fix import fix_findings
from toolkit.pipeline.report import ExitCode, Report
from toolkit.workspace.named_text import read_text, write_text
from toolkit.workspace.package_files import explanations

_FORMATS = ("full", "concise", "json", "json-lines", "github", "gitlab", "sarif", "junit")
_CLICKED = ("full", "concise", "github")
"""What is read beside the current folder, and so names files from there; the others are kept and compared."""
_PATH = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("check")
@click.argument("paths", nargs=-1, type=_PATH, metavar="[PATH]...")
@click.option("--select", multiple=True, metavar="RULES", help="Only these rules or families of rules.")
@click.option("--ignore", multiple=True, metavar="RULES", help="All but these rules or families of rules.")
@click.option(
    "--format", "style", type=click.Choice(_FORMATS), default="full", help="How to print findings. [full]"
)
@click.option(
    "-o",
    "--output",
    type=_FILE,
    metavar="FILE",
    help="Write findings to this file, - for standard output.",
)
@click.option("--fix", is_flag=True, help="Mend in the PO files what needs no thinking.")
@click.option("--baseline", type=_FILE, metavar="FILE", help="Leave out the findings that this file lists.")
@click.option(
    "--write-baseline",
    "write_baseline_to",
    type=_FILE,
    metavar="FILE",
    help="Write all findings there, as a baseline.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@locale_option
@config_option
def command(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    style: str,
    output: Path | None,
    fix: bool,
    baseline: Path | None,
    write_baseline_to: Path | None,
    strict: bool,
    exit_zero: bool,
    locales: tuple[str, ...],
    config: Path | None,
) -> int:
    """Find what is wrong with translations, PO files and articles.

    Without a PATH the whole project is looked at; a PATH is one of its articles, PO files or folders,
    or any other PO file.  Each finding names the line of the PO file where it can be mended.  What is
    an error here is withheld by build: the page shows the source text instead.
    """
    selection = selection_of(select, ignore, explanations())
    known = read_baseline(read_text(baseline), str(baseline)) if baseline else frozenset()
    here = Path.cwd()
    checked = check_paths(here, paths, config, locales)
    root = checked.root.resolve()
    report = Report()
    if fix:
        wanted = selection.of(checked.findings)
        fixed = fix_findings(checked.root, wanted, report, checked.limits, say_waiting)
        for path, count in fixed.items():
            click.echo(f"mended {printable(way(path, root, here))} ({plural(count, 'place')})", err=True)
        if any(finding.fix for finding in wanted):
            checked = check_paths(here, paths, config, locales)
    found = tuple(f for f in checked.findings if f in checked.failures or selection.includes(f))
    if write_baseline_to:
        content = [finding for finding in found if finding not in checked.failures]
        write_text(write_baseline_to, write_baseline(content))
        click.echo(f"Wrote {write_baseline_to} ({plural(len(content), 'finding')}).", err=True)
        found = tuple(finding for finding in found if finding in checked.failures)
    new = set(beyond_baseline(found, known)) if known else set(found)
    shown = tuple(finding for finding in found if finding in new or finding in checked.failures)
    if style in _CLICKED:
        text = _rendered(style, [from_here(finding, root, here) for finding in shown], checked)
    else:
        text = _rendered(style, shown, checked)
    if output and output != Path("-"):
        write_text(output, text)
    else:
        # What programs read is UTF-8 whatever the terminal speaks.
        click.echo(text if style in _CLICKED else text.encode("utf-8", "backslashreplace"), nl=False)
    _say_counts(shown, len(found) - len(shown), len(checked.paths))
    show_findings(report)
    return max(_exit_code(shown, checked, strict, exit_zero), report.exit_code)


def _rendered(style: str, findings: Sequence[Finding], checked: Checked) -> str:
    match style:
        case "concise":
            return concise(findings)
        case "json":
            return as_json(findings)
        case "json-lines":
            return as_json_lines(findings)
        case "github":
            return github(findings)
        case "gitlab":
            return gitlab(findings)
        case "sarif":
            return sarif(findings, __version__)
        case "junit":
            return junit(findings, checked.paths)
        case _:
            return full(findings)


def _say_counts(findings: Sequence[Finding], left_out: int, files: int) -> None:
    counts = [
        plural(count, severity.value)
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    found = ", ".join(counts) or "nothing"
    beyond = f"; {left_out:,} more in the baseline" if left_out else ""
    click.echo(f"Looked at {plural(files, 'file')}. Found {found}{beyond}.", err=True)


def _exit_code(findings: Sequence[Finding], checked: Checked, strict: bool, exit_zero: bool) -> int:
    failures = [checked.failures[finding] for finding in findings if finding in checked.failures]
    serious = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    found = any(f.severity in serious for f in findings if f not in checked.failures)
    codes = [*failures, ExitCode.FINDINGS if found and not exit_zero else ExitCode.DONE]
    return max(codes)
