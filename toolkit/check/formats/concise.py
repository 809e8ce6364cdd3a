"""Findings as one line each: ``path:line:col: error[rule] what``."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model.finding import Finding
from toolkit.model.printable import printable


def concise(findings: Iterable[Finding]) -> str:
    """Return a line for each finding, as compilers write them and editors read them."""
    return "".join(f"{headline(finding)}\n" for finding in findings)


def headline(finding: Finding) -> str:
    """Return place, severity, rule and message of a finding, in one line."""
    place = f"{finding.place}: " if finding.place.path else ""
    message = "; ".join(finding.message.split("\n"))
    return printable(f"{place}{finding.severity}[{finding.rule}] {message}")
