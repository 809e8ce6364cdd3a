"""Findings as annotations of a GitHub workflow run.

The form of workflow commands and their escapes: GitHub's "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model.finding import Finding, Severity
from toolkit.model.printable import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(findings: Iterable[Finding]) -> str:
    """Return a workflow command for each finding."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": place.path,
        "line": str(place.line or 1),
        "col": str(place.column) if place.column else "",
        "title": finding.rule,
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    text = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(text)}"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").split("\n")
    return "%0A".join(printable(line) for line in lines)


def _property(text: str) -> str:
    return printable(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
