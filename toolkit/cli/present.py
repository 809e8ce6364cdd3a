"""Findings as lines of text: ``path:line:col: error[rule] what``, then what to do."""

from __future__ import annotations

import click

from toolkit.errors import ToolkitError
from toolkit.model.finding import Finding, Severity, finding_of
from toolkit.model.printable import printable
from toolkit.pipeline.report import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def finding_lines(finding: Finding, *, hint: bool = True) -> str:
    """Return the text of a finding, a line for each problem it names, its hint indented below."""
    severity = click.style(f"{finding.severity}[{finding.rule}]", fg=_COLOURS[finding.severity])
    place = f"{printable(str(finding.place))}: " if finding.place.path else ""
    lines = [f"{place}{severity} {printable(message)}" for message in finding.message.split("\n")]
    if finding.hint and hint:
        lines.append(f"    {printable(finding.hint)}")
    return "\n".join(lines)


def show_error(error: ToolkitError) -> None:
    """Print the error that ended a run."""
    click.echo(finding_lines(finding_of(error)), err=True)


def show_findings(report: Report) -> None:
    """Print the findings of a run, in order of place, and how many there are of each severity."""
    findings = report.sorted_findings()
    for number, finding in enumerate(findings):
        # A run of the same problem needs its advice once, below the last.
        repeated = number + 1 < len(findings) and findings[number + 1].hint == finding.hint
        click.echo(finding_lines(finding, hint=not repeated), err=True)
    counts = [
        plural(sum(f.severity is severity for f in findings), severity.value)
        for severity in Severity
        if any(f.severity is severity for f in findings)
    ]
    if counts:
        click.echo(f"Found {', '.join(counts)}.", err=True)


def say_waiting() -> None:
    """Say why nothing happens while another run holds the folder of the locales."""
    click.echo("Waiting for another run of the toolkit …", err=True)


def plural(count: int, noun: str) -> str:
    """Return a count with its English noun: ``1 error``, ``2 entries``."""
    if count == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        return f"{count:,} {noun[:-1]}ies"
    return f"{count:,} {noun}s"
